"""The site on which runs are timed."""

from bench.runs import site_with
from dod_model.kit.healthy import ATTEMPT
from dod_model.run import Ending, Summary, play


def test_steps_use_the_packages_in_turn_and_all_is_well() -> None:
    run = play(site_with(10, 4), ATTEMPT)
    assert run.ending is Ending.SUCCEEDED
    assert run.assumed == ()
    assert len(run.program.places) == 10
    assert Summary(run).pulled == 4 * 2**20
