from pathlib import Path

import pytest

from mutants.equivalent import Equivalent, equivalents
from mutants.mutant import Mutant
from mutants.session import Session, fingerprint
from mutants.summary import Summary
from mutants.workshop import OF_PLANS, OF_RUNS, OF_THE_MODEL, Outcome, has_to_notice

MUTANT = Mutant("m.py", 1, "number", "a = 1\n", "a = 2\n", by_features=True)
OTHER = Mutant("m.py", 1, "number", "a = 1\n", "a = 0\n", by_features=False)
LISTED = Equivalent("m.py", "a = 1", "a = 2", "nobody reads it")


class TestSession:
    def test_a_run_goes_on_where_it_was(self, tmp_path: Path) -> None:
        path = tmp_path / "session.jsonl"
        Session(path, "state").note(MUTANT, Outcome.FEATURES)
        again = Session(path, "state")
        assert again.outcome(MUTANT) is Outcome.FEATURES
        assert again.outcome(OTHER) is None

    def test_outcomes_of_another_state_do_not_count(self, tmp_path: Path) -> None:
        path = tmp_path / "session.jsonl"
        Session(path, "state").note(MUTANT, Outcome.FEATURES)
        assert Session(path, "changed").outcome(MUTANT) is None

    def test_those_that_were_killed_may_be_trusted_and_survivors_never(self, tmp_path: Path) -> None:
        path = tmp_path / "session.jsonl"
        session = Session(path, "state")
        session.note(MUTANT, Outcome.FEATURES)
        session.note(OTHER, Outcome.SURVIVED)
        later = Session(path, "changed", trust_killed=True)
        assert later.outcome(MUTANT) is Outcome.FEATURES
        assert later.outcome(OTHER) is None

    def test_the_fingerprint_changes_with_what_a_file_says(self, tmp_path: Path) -> None:
        file = tmp_path / "src" / "a.py"
        file.parent.mkdir()
        file.write_text("a = 1")
        before = fingerprint([str(file.parent)])
        file.write_text("a = 2")
        assert fingerprint([str(file.parent)]) != before


class TestSummary:
    @pytest.mark.parametrize(
        ("outcome", "listed", "passed"),
        [
            (Outcome.FEATURES, [], True),
            (Outcome.TIMEOUT, [], True),
            (Outcome.SURVIVED, [], False),
            (Outcome.SURVIVED, [LISTED], True),
            (Outcome.FEATURES, [LISTED], False),
        ],
    )
    def test_survivors_are_listed_and_what_is_listed_survives(
        self, outcome: Outcome, listed: list[Equivalent], passed: bool
    ) -> None:
        assert Summary([(MUTANT, outcome)], listed, [], whole=True).passed is passed

    def test_an_entry_without_a_mutant_is_stale_in_a_whole_run_only(self) -> None:
        assert not Summary([], [LISTED], [], whole=True).passed
        assert Summary([], [LISTED], [], whole=False).passed

    def test_a_module_without_a_mutant_fails(self) -> None:
        summary = Summary([(MUTANT, Outcome.FEATURES)], [], ["empty.py"], whole=True)
        assert not summary.passed
        assert "BARREN empty.py yields no mutant" in summary.lines()

    def test_survivors_are_told_with_their_place_and_what_should_have_noticed(self) -> None:
        lines = list(Summary([(MUTANT, Outcome.SURVIVED), (OTHER, Outcome.SURVIVED)], [], [], whole=True).lines())
        assert lines[0] == "SURVIVED (the features have to notice) m.py:1 a  number\n  - a = 1\n  + a = 2"
        assert lines[1] == "SURVIVED m.py:1 a  number\n  - a = 1\n  + a = 0"


class TestWhoHasToNotice:
    def test_the_tests_that_mirror_a_module_come_first_and_once(self) -> None:
        tests = has_to_notice("src/dod_model/facts.py")
        assert tests[0] == "tests/test_facts.py"
        assert len(set(tests)) == len(tests) == len(OF_THE_MODEL)
        assert has_to_notice("src/dod_model/plan/moves.py") == OF_PLANS
        assert has_to_notice("src/dod_model/run/course.py") == OF_RUNS

    @pytest.mark.parametrize("path", [*OF_THE_MODEL, *OF_PLANS, *OF_RUNS])
    def test_they_are_there(self, path: str) -> None:
        assert Path(path).is_file() or list(Path(path).glob("test_*.py"))


class TestEquivalents:
    def test_an_entry_is_about_one_change_or_about_all_of_a_line(self) -> None:
        assert LISTED.is_about(MUTANT)
        assert not LISTED.is_about(OTHER)
        assert Equivalent("m.py", "a = 1", "", "nobody reads it").is_about(OTHER)
        assert not Equivalent("n.py", "a = 1", "", "nobody reads it").is_about(OTHER)
        assert Equivalent("m.py", "a = 1", "", "nobody reads it", within="a").is_about(OTHER)
        assert not Equivalent("m.py", "a = 1", "", "nobody reads it", within="b").is_about(OTHER)

    def test_every_entry_of_the_list_gives_its_reason_and_a_line_that_is_there(self) -> None:
        for entry in equivalents():
            assert len(entry.reason) > 20, entry
            lines = [line.strip() for line in Path(entry.path).read_text(encoding="utf-8").splitlines()]
            assert entry.line in lines, entry

    def test_an_entry_without_a_reason_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "list.toml"
        path.write_text('[[equivalent]]\npath = "m.py"\nline = "a = 1"\n')
        with pytest.raises(TypeError, match="reason"):
            equivalents(path)
