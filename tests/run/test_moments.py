"""Every kind of moment and every behaviour is seen in some run."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from dod_model.attempt import Place, Start
from dod_model.releases import current
from dod_model.run import Run, play
from dod_model.run import moments as kinds
from dod_model.run.behaviours import BEHAVIOURS, HASH_CHECK
from dod_model.run.events import (
    BeforeStep,
    ClientMoves,
    ConnectionBreaks,
    During,
    Event,
    PackageRemoved,
    PackageUpdated,
    Placed,
    SourceStops,
    TokenEnds,
    When,
)
from dod_model.run.moments import Moment, PolicyReceived, SourcesAnswered
from dod_model.site import (
    ClientSettings,
    CloudServices,
    Comparison,
    Condition,
    ConditionSubject,
    SettingsGroups,
    Site,
    SourceState,
    with_fields,
)
from tests.run.sites import ALL_FIRST, ATTEMPT, SEQUENCE, dp, gateway, group, installed, package, site, step

ABSTRACT = {"Moment", "StepMoment", "ContentMoment"}
KINDS = {
    kind.kind
    for name, kind in vars(kinds).items()
    if isinstance(kind, type) and issubclass(kind, Moment) and name not in ABSTRACT
}


def at(when: When, *events: Event) -> list[Placed]:
    return [Placed(event, when) for event in events]


def without_cloud_content() -> Site:
    described = site()
    assert isinstance(described.client_settings, ClientSettings)
    default = SettingsGroups(cloud_services=CloudServices(use_gateway=True, cloud_content=False))
    return with_fields(described, client_settings=with_fields(described.client_settings, default=default))


@cache
def runs() -> tuple[Run, ...]:
    """Runs in which, taken together, everything happens."""
    two = site(step("1"), step("2", "A"), dps=(dp(),))
    old = current(1906)
    many = (
        gateway("G1", state=SourceState.STOPPED),
        gateway("G2", serves_content=False),
        gateway("G3", (installed("A", 2),)),
        gateway("G4"),
    )
    marked = [package("A"), package("B", language="de-DE")]
    there_and_back = [
        *at(BeforeStep("2"), ClientMoves(Place.INTRANET)),
        *at(During("A"), ClientMoves(Place.INTERNET)),
    ]
    skipped = Condition(subject=ConditionSubject.MODEL, comparison=Comparison.NOT_EXISTS)
    return (
        play(site(step("1", "A"), step("2", "A"), gateways=many, dps=(dp(),)), ATTEMPT),
        play(site(group("g", step("1", "A")), step("2", conditions=(skipped,))), ATTEMPT, option=ALL_FIRST),
        play(site(step("1", "A", "B"), packages=marked, deployment={"pre_download": True}), ATTEMPT),
        play(two, ATTEMPT, placed=at(BeforeStep("2"), ClientMoves(Place.INTRANET))),
        play(two, ATTEMPT, placed=there_and_back),
        play(two, ATTEMPT, placed=at(BeforeStep("2"), SourceStops("CMG"))),
        play(two, ATTEMPT, placed=at(BeforeStep("2"), PackageRemoved("A", "CMG"))),
        play(site(), ATTEMPT, placed=at(During("A"), ConnectionBreaks())),
        play(site(), ATTEMPT, placed=at(During("A"), TokenEnds())),
        play(site(), ATTEMPT, placed=at(During("A"), PackageUpdated("A"))),
        play(site(), ATTEMPT, placed=at(During("A"), SourceStops("CMG"))),
        play(site(), ATTEMPT, option=ALL_FIRST, placed=at(During("A"), SourceStops("CMG"))),
        play(site(step("1", network_path=True)), ATTEMPT),
        play(site().changed("task_sequences", SEQUENCE, policy_size=2**30), ATTEMPT),
        play(site(release=old, client={"release": old}), ATTEMPT),
        play(without_cloud_content(), ATTEMPT),
        play(site(), replace(ATTEMPT, start=Start.PXE)),
    )


def test_kinds_are_named_after_their_classes() -> None:
    assert PolicyReceived.kind == "policy-received"
    assert SourcesAnswered.kind == "sources-answered"
    assert len(KINDS) == 20


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_happens(kind: str) -> None:
    assert kind in {moment.kind for run in runs() for moment in run.moments}


@pytest.mark.parametrize("name", BEHAVIOURS)
def test_every_behaviour_is_seen(name: str) -> None:
    moments = [moment for run in runs() for moment in run.moments]
    seen = {moment.behaviour.id for moment in moments}
    seen |= {out.behaviour.id for moment in moments if isinstance(moment, SourcesAnswered) for out in moment.left_out}
    assert name in seen


def test_causes_lie_before_what_follows_from_them() -> None:
    for run in runs():
        assert run.moments[0].cause is None
        for number, moment in enumerate(run.moments[1:], start=1):
            assert moment.cause is not None
            assert 0 <= moment.cause < number


def test_every_behaviour_that_is_named_is_in_the_register_or_a_requirement() -> None:
    for run in runs():
        for moment in run.moments:
            assert moment.behaviour.id in BEHAVIOURS or moment.behaviour.id.startswith("unmet: ")


def test_a_verified_package_was_checked() -> None:
    verified = [one for run in runs() for one in run.moments if one.kind == "download-verified"]
    assert {one.behaviour for one in verified} == {HASH_CHECK}
