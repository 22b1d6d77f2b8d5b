"""Strategies for runs: what to play, what may happen meanwhile, and the runs that come of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from pydantic import MISSING

from dod_model.abilities import STOP_AT_THRESHOLD
from dod_model.attempt import Attempt, Place, Start
from dod_model.errors import InputError
from dod_model.requirements.asking import agreed
from dod_model.run import Run, events, play
from dod_model.run.pre_download import is_on
from dod_model.run.program import program_of
from dod_model.site import DeploymentOption, Site
from dod_model.situation import Situation, facts_of, resolve
from dod_model.situation.resolving import given
from dod_model.strategies.attempts import situations
from dod_model.strategies.drawing import strategy
from dod_model.strategies.lively import lively_sites
from dod_model.strategies.sites import complete_sites

_FAULTS = st.sampled_from((0, 1, 3))
_MOST_EVENTS = 4
_LATEST = 25
"""The last moment at which events are placed by its number."""
_STARTS = st.sampled_from((*[Start.SOFTWARE_CENTER] * 9, Start.SCHEDULE))
_SITES = st.one_of(lively_sites(), lively_sites(), lively_sites(), complete_sites(faults=_FAULTS))
_OPTIONS = st.sampled_from(
    (None, *[DeploymentOption.WHEN_NEEDED, DeploymentOption.BEFORE_START] * 4, *DeploymentOption)
)
_SEEDS = st.sampled_from((None, 0, 1, 2))
_PERCENTS = (50, 0, 33, 99, 100)
_PLACES = st.sampled_from((*[Place.INTERNET] * 15, Place.INTRANET))


@dataclass(frozen=True, slots=True)
class ToPlay:
    """What a run is made of: the arguments of `dod_model.run.play`.

    Attributes:
        site: the site.
        attempt: the attempt.
        option: the deployment option to play; None for that of the deployment.
        placed: events, each with when it happens.
        pre_downloaded: how many packages pre-download had completed; None for all.
        seed: chooses where the product chooses at random; None for the first.
    """

    site: Site
    attempt: Attempt
    option: DeploymentOption | None = None
    placed: tuple[events.Placed, ...] = ()
    pre_downloaded: int | None = None
    seed: int | None = None

    def run(self) -> Run:
        """Play it."""
        return play(
            self.site,
            self.attempt,
            option=self.option,
            placed=self.placed,
            pre_downloaded=self.pre_downloaded,
            seed=self.seed,
        )


def runs(
    *, sites: st.SearchStrategy[Site] | None = None, eventful: st.SearchStrategy[bool] | None = None
) -> st.SearchStrategy[Run]:
    """Runs, played to their end; arguments as for `to_play`.

    Raises:
        hypothesis.errors.InvalidArgument: an argument is no strategy.
    """
    return to_play(sites=sites, eventful=eventful).map(ToPlay.run)


def to_play(
    *, sites: st.SearchStrategy[Site] | None = None, eventful: st.SearchStrategy[bool] | None = None
) -> st.SearchStrategy[ToPlay]:
    """What can be played without an error. Shrinks towards the option of the deployment and no events.

    Args:
        sites: the sites; by default `lively_sites` for the most part. Those on which nothing can be attempted are
            passed over.
        eventful: whether events may be placed.

    Raises:
        hypothesis.errors.InvalidArgument: an argument is no strategy.
    """
    usable = situations(sites=strategy(sites, _SITES, "sites"), starts=_STARTS, places=_PLACES)
    may_happen = strategy(eventful, st.just(True), "eventful")

    @st.composite
    def drawn(draw: Any) -> ToPlay:
        site, attempt = draw(usable)
        situation = resolve(site, attempt)
        return ToPlay(
            site,
            attempt,
            option=draw(_OPTIONS),
            placed=tuple(draw(placed_events(site, attempt))) if draw(may_happen) else (),
            pre_downloaded=draw(_pre_downloaded(situation)),
            seed=draw(_SEEDS),
        )

    return drawn()


def placed_events(site: Site, attempt: Attempt) -> st.SearchStrategy[list[events.Placed]]:
    """Lists of events that may be placed in a run of the attempt, of every class and at every kind of moment.

    Args:
        site: the site.
        attempt: the attempt.

    Raises:
        hypothesis.errors.InvalidArgument: the attempt does not fit the site, or cannot be played.
    """
    groups = tuple(_moments(_resolved(site, attempt)))
    when = st.sampled_from(groups).flatmap(st.sampled_from)
    return st.lists(st.builds(events.Placed, events_on(site, attempt), when), max_size=_MOST_EVENTS)


def events_on(site: Site, attempt: Attempt) -> st.SearchStrategy[events.Event]:
    """Events that may happen to a run of the attempt, of every class for which the site has what it takes.

    Args:
        site: the site.
        attempt: the attempt.

    Raises:
        hypothesis.errors.InvalidArgument: the attempt does not fit the site, or cannot be played.
    """
    groups = tuple(_possible(site, _resolved(site, attempt)))
    return st.sampled_from(groups).flatmap(st.sampled_from)


_CLOUD = ("gateways", "cloud_distribution_points")
_PREMISES = "distribution_points"


def _possible(site: Site, situation: Situation) -> Iterator[Sequence[events.Event]]:
    """What may happen, by class, so that each class comes up as often as any other."""
    gateways, cloud, packages = _names(site, "gateways"), _names(site, *_CLOUD), _names(site, "packages")
    sources = [one for kind in (*_CLOUD, _PREMISES) for one in given(getattr(site, kind)) or ()]
    described = [one.name for one in sources if one.content is not MISSING]
    distributed = (True, False) if len(described) == len(sources) else (True,)
    yield [events.ConnectionBreaks()]
    yield [events.TokenEnds()]
    yield [events.ClientMoves(Place.INTRANET), events.ClientMoves(Place.INTERNET)]
    if cloud:
        yield [events.SourceStops(name) for name in cloud]
        yield [events.SourceStarts(name) for name in cloud]
    if gateways and agreed(lambda facts: facts.site_can(STOP_AT_THRESHOLD), facts_of(situation), None) is not False:
        yield [events.ThresholdReached(name) for name in gateways]
    if packages:
        yield [events.PackageUpdated(name, how) for name in packages for how in distributed]
    if packages and described:
        yield [events.PackageRemoved(name, source) for name in packages for source in described]


def _moments(situation: Situation) -> Iterator[Sequence[events.When]]:
    """When it may happen, by kind; during a download often, for there is most to disturb."""
    packages = tuple(situation.packages)
    steps = tuple(dict.fromkeys(place.action.name for place in program_of(situation).places))
    yield [events.AtMoment(number) for number in range(1, _LATEST + 1)]
    if packages:
        during = [events.During(name, percent) for name in packages for percent in _PERCENTS]
        yield from (during, during)
    if steps:
        yield [events.BeforeStep(name) for name in steps]
        yield [events.AfterStep(name) for name in steps]


def _names(site: Site, *kinds: str) -> tuple[str, ...]:
    return tuple(one.name for kind in kinds for one in given(getattr(site, kind)) or ())


def _resolved(site: Site, attempt: Attempt) -> Situation:
    try:
        situation = resolve(site, attempt)
        program_of(situation)
    except InputError as error:
        raise InvalidArgument(str(error)) from error
    return situation


def _pre_downloaded(situation: Situation) -> st.SearchStrategy[int | None]:
    """None for all; none is always possible, a number only where the deployment downloads in advance."""
    most = len(situation.packages) if is_on(situation) else 0
    return st.none() | st.integers(min_value=0, max_value=most)
