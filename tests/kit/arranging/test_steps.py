"""What steps make of the task sequence, of its packages and of the client."""

from typing import cast

import pytest

from dod_model.kit.arranging.distributing import NEW_SOURCES, with_full_source
from dod_model.kit.arranging.marking import (
    PACKAGE_KINDS,
    with_kind,
    with_mark,
    with_policy_size,
    with_quality,
    with_variable,
)
from dod_model.kit.arranging.steps import with_condition, with_group, with_last_step
from dod_model.kit.healthy import CLIENT, DRIVERS, HEALTHY, SEQUENCE, WINDOWS
from dod_model.site import Comparison, Condition, ConditionSubject, Kind, Site, Step

MODEL = Condition(subject=ConditionSubject.MODEL, comparison=Comparison.EQUALS, value="Surface Pro")
PILOT = Condition(subject=ConditionSubject.VARIABLE, variable="Pilot", comparison=Comparison.EXISTS)
DRIVERS_STEP = "Stage drivers"
UPGRADE = "Upgrade Operating System"


def sound(site: Site) -> Site:
    assert Site.model_validate_json(site.to_json()) == site
    return site


def steps(site: Site) -> list[Step]:
    return list(site.named("task_sequences", SEQUENCE).steps)


def inside(group: Step) -> tuple[Step, ...]:
    return cast("tuple[Step, ...]", group.steps)


def test_conditions_are_added_to_one_step() -> None:
    site = sound(with_condition(with_condition(HEALTHY, DRIVERS_STEP, MODEL), DRIVERS_STEP, PILOT))
    assert [step.conditions for step in steps(site)] == [(), (MODEL, PILOT), ()]


def test_steps_move_into_a_group_and_keep_their_order() -> None:
    site = sound(with_group(HEALTHY, "Upgrade", (DRIVERS_STEP, UPGRADE)))
    assert [step.name for step in steps(site)] == ["Check readiness", "Upgrade"]
    assert [step.name for step in inside(steps(site)[1])] == [DRIVERS_STEP, UPGRADE]


def test_a_group_and_a_step_inside_it_can_have_conditions() -> None:
    site = with_group(HEALTHY, "Upgrade", (DRIVERS_STEP, UPGRADE))
    site = sound(with_condition(with_condition(site, "Upgrade", MODEL), UPGRADE, PILOT))
    group = steps(site)[1]
    assert group.conditions == (MODEL,)
    assert [step.conditions for step in inside(group)] == [(), (PILOT,)]


@pytest.mark.parametrize("members", [(UPGRADE, DRIVERS_STEP), ("Stage driver",)])
def test_only_steps_that_there_are_go_into_a_group_and_in_their_order(members: tuple[str, ...]) -> None:
    with pytest.raises(KeyError):
        with_group(HEALTHY, "Upgrade", members)


def test_a_condition_on_a_step_that_there_is_not_is_refused() -> None:
    with pytest.raises(KeyError, match="Stage driver"):
        with_condition(HEALTHY, "Stage driver", MODEL)


def test_a_last_step_stands_at_the_end() -> None:
    site = sound(with_last_step(HEALTHY, "Keep for repair", (DRIVERS, WINDOWS)))
    assert [step.name for step in steps(site)][-2:] == [UPGRADE, "Keep for repair"]
    assert steps(site)[-1].packages == (DRIVERS, WINDOWS)


@pytest.mark.parametrize(
    ("source", "kind"),
    [("a gateway", "gateways"), ("a cloud distribution point", "cloud_distribution_points")],
)
def test_a_full_source_holds_everything_in_its_current_version(source: str, kind: Kind) -> None:
    new = sound(with_full_source(HEALTHY, NEW_SOURCES[source], "NEW", "PS2")).named(kind, "NEW")
    assert new.site_code == "PS2"
    assert [(one.package, one.version) for one in new.content] == [(WINDOWS, 3), (DRIVERS, 1)]


def test_a_distribution_point_has_no_site_code() -> None:
    with pytest.raises(TypeError, match="no field site_code"):
        with_full_source(HEALTHY, NEW_SOURCES["a distribution point"], "NEW", "PS2")


def test_clients_and_packages_are_told_apart() -> None:
    site = with_variable(with_variable(HEALTHY, "Pilot", "yes"), "Ring", "2")
    site = with_quality(with_mark(site, DRIVERS, "model", "Surface Pro"), "language", "de-DE")
    site = sound(with_policy_size(site, 7))
    client = site.named("clients", CLIENT)
    assert [(one.name, one.value) for one in client.variables] == [("Pilot", "yes"), ("Ring", "2")]
    assert client.language == "de-DE"
    assert site.named("packages", DRIVERS).model == "Surface Pro"
    assert site.named("task_sequences", SEQUENCE).policy_size == 7


@pytest.mark.parametrize("kind", PACKAGE_KINDS)
def test_a_package_may_be_of_every_kind(kind: str) -> None:
    assert (
        sound(with_kind(HEALTHY, DRIVERS, PACKAGE_KINDS[kind])).named("packages", DRIVERS).kind is PACKAGE_KINDS[kind]
    )
