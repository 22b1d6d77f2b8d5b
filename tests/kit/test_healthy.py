"""The site that scenarios start from, and what steps make of it."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from dod_model.assessment import Outcome
from dod_model.attempt import Wish
from dod_model.bdd import ModelUnderTest
from dod_model.intake import read_site
from dod_model.kit.arranging.distributing import (
    HELD,
    NEW_SOURCES,
    SOURCE_KINDS,
    SourceName,
    all_held_only,
    held,
    held_nowhere,
    with_source,
)
from dod_model.kit.arranging.labels import with_custom_settings
from dod_model.kit.arranging.sequences import (
    SEQUENCE_KINDS,
    of_kind,
    with_child,
    with_network_path,
    with_other_client,
    with_other_deployment,
    without_download_step,
    without_packages,
)
from dod_model.kit.arranging.withholding import UNKNOWNS
from dod_model.kit.healthy import ATTEMPT, CLIENT, GATEWAY, HEALTHY, SEQUENCE
from dod_model.releases import Build
from dod_model.site import Package, Site, Step, StepKind, TaskSequence
from dod_model.situation.conditions import met

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "examples" / "healthy.yaml"
EAST = SourceName("gateways", GATEWAY)


def sound(site: Site) -> bool:
    return Site.model_validate_json(site.to_json()) == site


def folded(site: Site) -> Site:
    """The site with all steps of the task sequence in a group in a group; what is unknown stays unknown."""
    steps = site.named("task_sequences", SEQUENCE).steps
    for name in ("Inner", "Outer"):
        steps = (Step(name=name, kind=StepKind.GROUP, steps=steps, conditions=()),)
    return site.changed("task_sequences", SEQUENCE, steps=steps)


def test_it_is_the_healthy_example() -> None:
    example = read_site(str(EXAMPLE)).changed("clients", CLIENT, release=HEALTHY.named("clients", CLIENT).release)
    assert example == HEALTHY
    assert read_site(str(EXAMPLE)).named("clients", CLIENT).release == Build(8913)


def test_everything_on_it_is_in_order() -> None:
    answer = ModelUnderTest().assess(HEALTHY, ATTEMPT, Wish.ON_DEMAND)
    assert answer.outcome is Outcome.DOWNLOADS_ON_DEMAND
    assert not answer.violated
    assert not answer.undetermined


@pytest.mark.parametrize("unknown", UNKNOWNS)
def test_whatever_is_withheld_leaves_a_sound_site_that_says_less(unknown: str) -> None:
    site = UNKNOWNS[unknown](HEALTHY)
    assert sound(site)
    assert len(site.to_json()) < len(HEALTHY.to_json())


@pytest.mark.parametrize("unknown", UNKNOWNS)
def test_it_is_withheld_as_well_where_the_steps_lie_in_groups(unknown: str) -> None:
    site = UNKNOWNS[unknown](folded(HEALTHY))
    assert sound(site)
    assert len(site.to_json()) < len(folded(HEALTHY).to_json())


@pytest.mark.parametrize("kind", SEQUENCE_KINDS)
@pytest.mark.parametrize("change", [without_download_step, without_packages, with_network_path])
def test_steps_are_changed_in_groups_as_beside_them(kind: str, change: Callable[[Site], Site]) -> None:
    assert change(of_kind(folded(HEALTHY), SEQUENCE_KINDS[kind])) == folded(
        change(of_kind(HEALTHY, SEQUENCE_KINDS[kind]))
    )


def test_nothing_about_the_steps_of_a_run_is_unknown() -> None:
    (sequence,) = cast("tuple[TaskSequence, ...]", HEALTHY.task_sequences)
    client = HEALTHY.named("clients", CLIENT)
    assert [met(step, client) for step in cast("tuple[Step, ...]", sequence.steps)] == [True, True, True]
    parts = [sequence, client, *cast("tuple[Package, ...]", HEALTHY.packages)]
    optional = {"package_share"}
    assert all(part.known().keys() | optional >= type(part).model_fields.keys() for part in parts)


@pytest.mark.parametrize("kind", SEQUENCE_KINDS)
def test_every_kind_of_task_sequence_makes_a_sound_site(kind: str) -> None:
    assert sound(of_kind(HEALTHY, SEQUENCE_KINDS[kind]))


@pytest.mark.parametrize("how", HELD)
def test_a_package_is_held_once_or_not_at_all(how: str) -> None:
    site = held(held(HEALTHY, EAST, "Drivers", HELD["failed"]), EAST, "Drivers", HELD[how])
    entries = [entry for entry in site.named("gateways", GATEWAY).content if entry.package == "Drivers"]
    assert len(entries) == (how != "missing")
    assert sound(site)


@pytest.mark.parametrize("source", NEW_SOURCES)
def test_a_new_source_is_empty_and_takes_all_content(source: str) -> None:
    site = with_source(HEALTHY, NEW_SOURCES[source], "NEW")
    (kind,) = (kind for kind in SOURCE_KINDS.values() if any(one.name == "NEW" for one in getattr(site, kind)))
    assert site.named(kind, "NEW").content == ()
    moved = all_held_only(site, SourceName(kind, "NEW"))
    assert [entry.package for entry in moved.named(kind, "NEW").content] == ["Windows 10 1903", "Drivers"]
    assert not moved.named("gateways", GATEWAY).content
    assert sound(moved)


def test_a_package_that_was_taken_from_everywhere_is_nowhere() -> None:
    assert "Windows 10 1903" not in held_nowhere(HEALTHY, "Windows 10 1903").model_dump_json(
        include={"gateways", "cloud_distribution_points", "distribution_points"}
    )


def test_children_other_clients_and_other_deployments_make_sound_sites() -> None:
    assert sound(with_child(with_child(HEALTHY, "Child", "Office"), "Grandchild", "Fonts", "Child"))
    assert sound(with_other_client(with_other_deployment(HEALTHY, "Pilot"), "LT-002"))


def test_custom_settings_for_a_new_collection_reach_no_client() -> None:
    site = with_custom_settings(HEALTHY, "Kiosks", 1, ("Kiosks",))
    assert site.named("collections", "Kiosks").members == ()
    assert sound(site)
