from dataclasses import replace

import pytest

from dod_model.assessment import Outcome, assess
from dod_model.attempt import Place, Start, Wish
from dod_model.errors import InputError
from dod_model.kit.asserting import assert_outcome, assert_reached, assert_violates
from dod_model.kit.dials import START, turned
from dod_model.kit.faults import FAULTS, Fault, fault_of
from dod_model.kit.naming import UnknownNameError
from dod_model.site import DeploymentOption

SITE, ATTEMPT = START.site, START.attempt
STOPPED = fault_of("gateway-set-up").state.site
BEFORE_START = SITE.changed("deployments", ATTEMPT.deployment, option=DeploymentOption.BEFORE_START)


def failure(call: object) -> str:
    with pytest.raises(AssertionError) as raised:
        call()  # type: ignore[operator]
    return str(raised.value)


class TestOutcome:
    def test_as_expected(self) -> None:
        assert_outcome(SITE, ATTEMPT, Outcome.DOWNLOADS_ON_DEMAND)
        assert_outcome(STOPPED, ATTEMPT, Outcome.DOES_NOT_RUN)

    def test_otherwise(self) -> None:
        told = failure(lambda: assert_outcome(STOPPED, ATTEMPT, Outcome.DOWNLOADS_ON_DEMAND))
        first, _, report = told.partition("\n\n")
        assert first == "expected the outcome downloads-on-demand, and it is does-not-run"
        assert report.startswith(
            "Upgrade laptops on 'LT-001', started from Software Center, from the internet\n  does not run\n"
        )
        assert "gateway-set-up" in report
        assert "remedy" in report
        assert "reached by" not in report

    def test_what_is_wished_counts(self) -> None:
        assert_outcome(BEFORE_START, ATTEMPT, Outcome.DOWNLOADS_BEFORE_START, wish=Wish.RUN)
        told = failure(lambda: assert_outcome(BEFORE_START, ATTEMPT, Outcome.DOWNLOADS_ON_DEMAND, wish=Wish.RUN))
        assert "on-demand-option-chosen" not in told

    def test_its_word_will_do(self) -> None:
        assert_outcome(STOPPED, ATTEMPT, "does-not-run")
        with pytest.raises(UnknownNameError, match=r"no outcome 'does-not-rum'. Did you mean 'does-not-run'"):
            assert_outcome(STOPPED, ATTEMPT, "does-not-rum")

    def test_the_wish_may_stand_last(self) -> None:
        assert_outcome(BEFORE_START, ATTEMPT, Outcome.DOWNLOADS_BEFORE_START, Wish.RUN)

    def test_an_attempt_that_does_not_fit(self) -> None:
        with pytest.raises(InputError, match="no such"):
            assert_outcome(SITE, replace(ATTEMPT, client="no such"), Outcome.DOES_NOT_RUN)


class TestViolates:
    @pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
    def test_as_expected(self, fault: Fault) -> None:
        site, attempt, _ = fault.state
        assert_violates(site, attempt, fault.requirement)
        assert_violates(site, attempt, *fault.violated, only=True)

    def test_nothing(self) -> None:
        assert_violates(SITE, ATTEMPT, only=True)
        told = failure(lambda: assert_violates(STOPPED, ATTEMPT, only=True))
        assert told.startswith("expected nothing to be violated, but gateway-set-up is violated\n\n")

    def test_one_that_is_met(self) -> None:
        told = failure(lambda: assert_violates(STOPPED, ATTEMPT, "cache-size", "gateway-set-up"))
        assert told.startswith("expected cache-size, gateway-set-up to be violated, but cache-size is met\n\n")

    def test_one_that_is_not_asked(self) -> None:
        abroad = replace(ATTEMPT, start=Start.SCHEDULE)
        told = failure(lambda: assert_violates(SITE, abroad, "install-permissions-allow-it"))
        assert "install-permissions-allow-it is not applicable: " in told

    def test_the_wish_where_it_is_not_wished(self) -> None:
        assert_violates(BEFORE_START, ATTEMPT, "on-demand-option-chosen")
        told = failure(lambda: assert_violates(BEFORE_START, ATTEMPT, "on-demand-option-chosen", wish=Wish.RUN))
        assert "on-demand-option-chosen is not asked where it is wished that it runs" in told

    def test_more_than_only_these(self) -> None:
        site, attempt, _ = turned({"the gateway": "is stopped"})
        told = failure(lambda: assert_violates(site, attempt, "gateway-set-up", only=True))
        assert told.startswith(
            "expected only gateway-set-up to be violated, but content-on-a-running-source is violated\n\n"
        )

    def test_a_name_that_is_none(self) -> None:
        with pytest.raises(UnknownNameError, match="Did you mean 'gateway-set-up'"):
            assert_violates(SITE, ATTEMPT, "gateway-setup")

    def test_a_wish_among_the_ids(self) -> None:
        with pytest.raises(TypeError, match=r"a wish as 'wish=\.\.\.'; found <Wish.ON_DEMAND"):
            assert_violates(*START, "gateway-set-up")  # type: ignore[arg-type]


class TestReached:
    def test_as_expected(self) -> None:
        assert_reached(SITE, ATTEMPT)
        assert_reached(*START)
        assert_reached(BEFORE_START, ATTEMPT, wish=Wish.RUN)

    def test_not(self) -> None:
        told = failure(lambda: assert_reached(BEFORE_START, ATTEMPT))
        assert told.startswith("expected that it downloads on demand, but no\n\n")
        assert assess(BEFORE_START, ATTEMPT).reached is False

    def test_not_covered(self) -> None:
        at_work = replace(ATTEMPT, place=Place.INTRANET)
        told = failure(lambda: assert_reached(SITE, at_work, wish=Wish.RUN))
        assert told.startswith("expected that it runs, but it is not known\n\n")
        assert "the client is on the intranet" in told


def test_a_failure_points_at_the_test(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        from dod_model.assessment import Outcome
        from dod_model.kit.asserting import assert_outcome
        from dod_model.kit.dials import START

        def test_it():
            assert_outcome(START.site, START.attempt, Outcome.DOES_NOT_RUN)
    """)
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [">*assert_outcome(START.site*", "E*AssertionError: expected the outcome does-not-run*"]
    )
    result.stdout.no_fnmatch_line("*def assert_outcome*")
    result.stdout.no_fnmatch_line("*def _fail*")
