from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.laws import sabotage
from tests.laws.run_checker import (
    CONTENT_MISSING,
    ENDLESS,
    FROM_NOTHING,
    MORE_ON_DEMAND,
    NOT_LISTED,
    PROGRESS_LOST,
    TWICE,
    USED_TOO_EARLY,
    WRONG_CAUSE,
)
from tests.laws.test_run_machine import RunMachine

SEARCH = settings(
    max_examples=3000,
    stateful_step_count=20,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)
BUGS: dict[Callable[[], sabotage.Broken], str] = {
    sabotage.content_used_before_it_is_verified: USED_TOO_EARLY,
    sabotage.download_from_a_source_that_is_not_listed: NOT_LISTED,
    sabotage.package_downloaded_twice: TWICE,
    sabotage.good_end_with_content_missing: CONTENT_MISSING,
    sabotage.progress_lost: PROGRESS_LOST,
    sabotage.run_that_never_ends: ENDLESS,
    sabotage.bytes_from_a_source_that_is_stopped: FROM_NOTHING,
    sabotage.cause_that_touched_nothing: WRONG_CAUSE,
    sabotage.more_on_demand: MORE_ON_DEMAND,
}


@pytest.mark.slow
class TestTheMachineFinds:
    """Each bug that matters, made on purpose, by the invariant that is about it, and tells how it came about."""

    @pytest.mark.parametrize(("broken", "message"), BUGS.items(), ids=lambda one: getattr(one, "__name__", ""))
    def test_it(self, broken: Callable[[], sabotage.Broken], message: str) -> None:
        with broken(), pytest.raises(AssertionError, match=f"^{message}") as found:
            run_state_machine_as_test(RunMachine, settings=SEARCH)
        assert "0 policy-received" in str(found.value)

    def test_nothing_in_a_sound_engine(self) -> None:
        run_state_machine_as_test(RunMachine, settings=settings(SEARCH, max_examples=50))
