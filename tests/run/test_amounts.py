"""What a run comes to in a few numbers, whether it certainly ends well, and what keeps it from that."""

from __future__ import annotations

import pytest
from hypothesis import given

from dod_model.attempt import Place
from dod_model.intake import read_site
from dod_model.run import Ending, Run, Summary, play
from dod_model.run.amounts import Amounts, amounts, failures, uncovered
from dod_model.run.event_words import placed
from dod_model.run.moments import DownloadFailed, DownloadStarted, DownloadVerified, PolicyRejected, Refused, StepFailed
from dod_model.site import MISSING, DeploymentOption, Site, with_fields
from dod_model.strategies import runs
from dod_model.survey import Question, attempts
from tests.cli.running import EXAMPLES

OFFICE = read_site(EXAMPLES / "branch-office.yaml")
STOPS = "'CMG-EAST' stops before 'Install Latitude drivers'"
REFUSED = OFFICE.changed("deployments", "Upgrade branch office", internet=False)
UNKNOWN = with_fields(OFFICE, client_settings=MISSING)


def played(site: Site, *events: str, place: Place = Place.INTERNET, option: DeploymentOption | None = None) -> Run:
    (attempt, *_) = attempts(site, Question(place=place))
    return play(site, attempt, option=option, placed=[placed(event) for event in events])


def of(site: Site, *events: str) -> Amounts:
    return amounts(played(site, *events))


@pytest.mark.parametrize(
    ("each", "reached"),
    [(of(OFFICE), True), (of(OFFICE, STOPS), False), (of(UNKNOWN), None), (of(REFUSED), False)],
    ids=["ends well", "fails", "assumed", "refused"],
)
def test_whether_a_run_certainly_ends_well(each: Amounts, reached: bool | None) -> None:
    assert each.reached is reached


def test_a_run_that_fails_on_assumptions_fails() -> None:
    each = of(UNKNOWN, STOPS)
    assert (each.on_assumptions, each.reached) == (True, False)


def test_what_documents_do_not_speak_of_is_not_reached_nor_missed() -> None:
    found = played(OFFICE, place=Place.INTRANET)
    assert amounts(found).reached is None
    assert uncovered(found).startswith("the client is on the intranet")
    assert failures(found) == ()


def test_where_documents_speak_nothing_is_uncovered() -> None:
    assert {uncovered(played(site)) for site in (OFFICE, UNKNOWN, REFUSED)} == {""}


TOO_LARGE = OFFICE.changed("task_sequences", "Upgrade the branch", policy_size=33 * 2**20)


@pytest.mark.parametrize(
    ("found", "kinds"),
    [
        (played(OFFICE), []),
        (played(OFFICE, STOPS), [StepFailed, DownloadFailed]),
        (played(OFFICE, "'CMG-EAST' stops after moment 3", option=DeploymentOption.BEFORE_START), [DownloadFailed]),
        (played(REFUSED), [Refused]),
        (played(TOO_LARGE), [PolicyRejected]),
    ],
    ids=["ends well", "step", "download", "refused", "policy"],
)
def test_what_keeps_a_run_from_ending_well(found: Run, kinds: list[type]) -> None:
    assert [type(one) for one in failures(found)] == kinds


@given(runs())
def test_a_run_that_does_not_end_well_says_why(found: Run) -> None:
    each = amounts(found)
    assert bool(each.failures) == (each.ending in {Ending.FAILED, Ending.NOT_STARTED})
    assert bool(each.uncovered) == (each.ending is None)


@given(runs())
def test_all_that_came_was_used_or_in_vain_or_thrown_away(found: Run) -> None:
    each, summary = amounts(found), Summary(found)
    here = {name: size for name, size in _sizes(found).items() if name not in summary.in_vain}
    assert each.thrown_away >= 0
    assert each.pulled == sum(here.values()) + each.in_vain + each.thrown_away


def _sizes(run: Run) -> dict[str, int]:
    """The packages that came and were checked, with the bytes that each has when its download starts."""
    sizes = {one.package: one.size for one in run.moments if isinstance(one, DownloadStarted)}
    return {one.package: sizes[one.package] for one in run.moments if isinstance(one, DownloadVerified)}
