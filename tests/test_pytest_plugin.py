from pathlib import Path

import pytest

from dod_model.kit import shipped
from dod_model.kit.format import Vector
from dod_model.kit.scoring import Case
from dod_model.kit.shipped import vector_file
from tests.asking_session import ALONE, Session, session

__all__ = ["session"]

CASES = shipped.entries
VECTORS = vector_file("boundaries").vectors
ABOUT_INSTALLING = [one for one in VECTORS if one.id.startswith(ALONE)]
CERTAIN = [one for one in ABOUT_INSTALLING if "unknowns" not in one.asks]
NO_USERS = next(one.id for one in VECTORS if one.id.startswith(f"{ALONE}/no-users/on-demand"))


def reasoned(vector: Vector) -> set[str]:
    return set(vector.standing.inferred)


LIAR = "lambda found, request: {**found, 'outcome': 'downloads-on-demand'}"


class TestVectors:
    def test_each_is_a_test_with_its_id(self, session: Session) -> None:
        result = session.run()
        result.assert_outcomes(passed=len(ABOUT_INSTALLING), deselected=len(VECTORS) - len(ABOUT_INSTALLING))
        result.stdout.fnmatch_lines(
            ["dod-model: asks boundaries of * adapter.py", f"PASSED dod::{NO_USERS}"], consecutive=False
        )
        assert "not asked" not in result.stdout.str()
        assert Path("ended").read_text(encoding="utf-8") == "x"

    def test_the_marker_leaves_other_tests_aside(self, session: Session) -> None:
        session.pytester.makepyfile("def test_mine(): pass")
        result = session.run("-m", "dod", "-k", "no-users or test_mine", "--strict-markers")
        assert result.parseoutcomes()["passed"] == 2

    def test_they_are_told_as_a_tree(self, session: Session) -> None:
        result = session.run("--collect-only", "-k", "no-users")
        result.stdout.fnmatch_lines(["<VectorCollector dod>", f"  <VectorItem {NO_USERS}>"])

    def test_what_the_adapter_does_not_answer_is_not_asked(self, session: Session) -> None:
        result = session.run(answers='["outcome"]')
        result.assert_outcomes(passed=len(CERTAIN), deselected=len(VECTORS) - len(CERTAIN))
        not_asked = len(ABOUT_INSTALLING) - len(CERTAIN)
        result.stdout.fnmatch_lines(
            [f"dod-model: {not_asked} vectors were not asked, for the adapter does not answer such."]
        )

    @pytest.mark.parametrize("options", [("-m", "not dod"), ("-k", "test_mine")])
    def test_where_none_is_left_the_adapter_is_not_started(self, session: Session, options: tuple[str, str]) -> None:
        session.pytester.makepyfile("def test_mine(): pass")
        result = session.run(*options, "--dod-adapter", "no-such-program")
        result.assert_outcomes(passed=1, deselected=len(VECTORS))

    def test_without_an_adapter_there_are_none(self, pytester: pytest.Pytester) -> None:
        pytester.makepyfile("def test_mine(): pass")
        result = pytester.runpytest_inprocess()
        result.assert_outcomes(passed=1)
        result.stdout.no_fnmatch_line("dod-model: *")


class TestFailures:
    def test_it_tells_what_was_asked_expected_and_given(self, session: Session) -> None:
        result = session.run("-k", "no-users and on-demand", lie=LIAR)
        result.assert_outcomes(failed=1, deselected=len(VECTORS) - 1)
        result.stdout.fnmatch_lines(
            [
                f"*dod::{NO_USERS}*",
                "outcome (documented): expected does-not-run, given downloads-on-demand",
                f"  vector    {NO_USERS}",
                "  shows     One thing is not as usual*",
                "  asked     Upgrade laptops on 'LT-001', started from Software Center, from *; wished that *",
                "  outcome (documented)",
                "    expected  does-not-run",
                "    given     downloads-on-demand",
                "  install-permissions-allow-it, which is violated",
                "    wanted    The install permissions *",
                "    says      About client settings*",
            ],
            consecutive=False,
        )
        result.stdout.no_fnmatch_line("*Traceback*")
        result.stdout.no_fnmatch_line("*pytest_plugin.py*")

    def test_what_is_only_inferred_is_expected_to_fail(self, session: Session) -> None:
        inferred = next(one for one in VECTORS if one.expect.violated and set(one.expect.violated) <= reasoned(one))
        forgetful = "lambda found, request: {**found, 'violated': []}"
        result = session.run("-k", inferred.id, lie=forgetful)
        assert result.parseoutcomes()["xfailed"] == 1
        result.stdout.fnmatch_lines([f"XFAIL dod::{inferred.id} - *(inferred): expected violated, given *"])

    def test_a_law_that_is_broken_fails(self, session: Session) -> None:
        partial = "lambda found, request: {**found, 'outcome': 'does-not-run'} if 'LT' in str(request) else found"
        result = session.run(
            "--dod-kinds", "relations", "-k", "names-do-not-matter/healthy/renamed", answers='["outcome"]', lie=partial
        )
        assert result.parseoutcomes()["failed"] == 1
        result.stdout.fnmatch_lines(
            [
                "names-do-not-matter (documented): expected *, given does-not-run, then downloads-on-demand",
                "  asked     first: Upgrade laptops on 'LT-001', *",
                "            then: a=b & c|d on *",
            ]
        )

    def test_an_error_of_the_adapter_fails(self, session: Session) -> None:
        result = session.run("-k", "no-users", lie="lambda found, request: {'error': 'division by zero'}")
        assert result.parseoutcomes()["failed"] == 2
        result.stdout.fnmatch_lines(["error: *division by zero*"])

    def test_no_answer_on_purpose_is_skipped(self, session: Session) -> None:
        result = session.run("-k", "no-users", lie="lambda found, request: {'skip': 'not my business'}")
        assert result.parseoutcomes()["skipped"] == 2
        result.stdout.fnmatch_lines(["SKIPPED [[]2[]]*skipped: not my business"])
        result = session.run("-k", "no-users", lie="lambda found, request: {'dont_know': 'too hard'}")
        result.stdout.fnmatch_lines(["SKIPPED [[]2[]]*don't know: too hard"])

    def test_an_adapter_that_crashes_is_started_again(self, session: Session) -> None:
        crash = "lambda found, request: sys.exit(3) if found['violated'] else found"
        result = session.run("-k", ALONE, lie=crash)
        assert {name: result.parseoutcomes()[name] for name in ("passed", "failed")} == {"passed": 3, "failed": 5}


class TestKnown:
    def known(self, *lines: str) -> str:
        Path("known.txt").write_text("\n".join(lines), encoding="utf-8")
        return "known.txt"

    def test_what_is_known_is_expected_to_fail(self, session: Session) -> None:
        known = self.known(f"{NO_USERS} outcome # A1")
        result = session.run("-k", "no-users", "--dod-known", known, lie=LIAR)
        assert {name: result.parseoutcomes()[name] for name in ("xfailed", "failed")} == {"xfailed": 1, "failed": 1}
        result.stdout.fnmatch_lines([f"XFAIL dod::{NO_USERS}*known: outcome (documented): expected does-not-run*"])

    def test_no_line_of_python_is_looked_up_for_it(self, session: Session) -> None:
        known = self.known(f"{NO_USERS} outcome # A1")
        result = session.run("-k", "no-users and on-demand", "--dod-known", known, "--xfail-tb", lie=LIAR)
        assert result.parseoutcomes()["xfailed"] == 1
        result.stdout.fnmatch_lines(["known: outcome (documented): expected does-not-run*"])
        result.stdout.no_fnmatch_line("*pytest_plugin.py*")

    def test_what_stopped_disagreeing_fails(self, session: Session) -> None:
        known = self.known("", f"{NO_USERS} outcome")
        result = session.run("-k", "no-users and on-demand", "--dod-known", known)
        assert result.parseoutcomes()["failed"] == 1
        result.stdout.fnmatch_lines(["known.txt:2: *does not disagree on outcome any more; remove this line"])

    def test_what_is_unknown_is_refused(self, session: Session) -> None:
        known = self.known(NO_USERS.replace("no-users", "no-user"))
        result = session.run("-k", "no-users", "--dod-known", known)
        result.assert_outcomes(errors=1)
        result.stdout.fnmatch_lines([f"known.txt:1: *Did you mean '{NO_USERS}'?"])

    def test_a_folder_is_refused_without_a_hint_at_what_is_in_it(self, session: Session) -> None:
        Path("a.json").write_text("{}", encoding="utf-8")
        result = session.run("-k", "no-users", "--dod-known", ".")
        result.assert_outcomes(errors=1)
        result.stdout.fnmatch_lines([".: this is a folder, expected a file"])

    def test_a_large_file_costs_little(self, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
        known = self.known(*(one.id for one in VECTORS))
        asked: list[str] = []

        def noted(kind: str) -> tuple[Case, ...]:
            asked.append(kind)
            return CASES(kind)

        monkeypatch.setattr(shipped, "entries", noted)
        result = session.run("-k", "no-users and on-demand", "--dod-known", known, lie=LIAR)
        assert result.parseoutcomes()["xfailed"] == 1
        assert asked == ["boundaries"] * 2  # once for what is known, once for what is asked


class TestRefused:
    @pytest.mark.parametrize(
        ("options", "told"),
        [
            (
                ["--dod-adapter", "x", "--dod-kinds", "fetures"],
                "no kind of vectors 'fetures'. Did you mean 'features'?",
            ),
            (["--dod-adapter", "'x"], "--dod-adapter is no command: no closing quotation"),
            (["--dod-adapter", " "], "--dod-adapter is no command: it is empty"),
            (["--dod-adapter", "x", "--dod-timeout", "soon"], "a number of seconds that is more than 0, found 'soon'"),
            (["--dod-adapter", "x", "--dod-timeout", "0"], "a number of seconds that is more than 0, found '0'"),
            (["--dod-adapter", "x", "--dod-timeout", "-1"], "a number of seconds that is more than 0, found '-1'"),
            (["--dod-adapter", "x", "--dod-timeout", "nan"], "a number of seconds that is more than 0, found 'nan'"),
        ],
    )
    def test_options(self, pytester: pytest.Pytester, options: list[str], told: str) -> None:
        result = pytester.runpytest_inprocess(*options)
        assert result.ret == pytest.ExitCode.USAGE_ERROR
        assert told in result.stderr.str()

    def test_an_adapter_that_does_not_start(self, pytester: pytest.Pytester) -> None:
        result = pytester.runpytest_inprocess("--dod-adapter", "no-such-program")
        assert result.ret == pytest.ExitCode.INTERRUPTED
        result.stdout.fnmatch_lines(["*ERROR collecting dod*", "'no-such-program' cannot be started: *"])
        result.stdout.no_fnmatch_line("*Traceback*")
