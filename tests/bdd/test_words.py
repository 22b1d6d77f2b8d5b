"""Words of the scenarios become values of the model; a mistyped one is refused with the nearest."""

from typing import Any

import pytest

from dod_model.attempt import Start
from dod_model.bdd.parameters import UnknownWordError, meaning
from dod_model.bdd.words import PARAMETER_TYPES, Setting, value_in_words
from dod_model.errors import ReleaseError
from dod_model.kit.arranging.labels import LABELS
from dod_model.kit.healthy import HEALTHY
from dod_model.releases import Build, current, preview
from dod_model.site import MISSING, AvailableTo, DeploymentOption


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("Version", "1910", current(1910)),
        ("Version", "TP 1909", preview(1909)),
        ("Version", "5.00.8913.1006", Build(8913)),
        ("Name", '"Drivers"', "Drivers"),
        ("Number", "17", 17),
        ("Size", "3 MB", 3 * 2**20),
        ("Size", "2 GB", 2 * 2**30),
        ("Size", "32 MB and 1 byte", 32 * 2**20 + 1),
        ("Start", "over PXE", Start.PXE),
        ("Start", "in an unknown way", None),
        ("Requirements", "nothing", frozenset()),
        ("Requirements", "gateway-set-up", {"gateway-set-up"}),
        ("Requirements", "gateway-set-up, cache-size and task-sequence-enabled",
         {"gateway-set-up", "cache-size", "task-sequence-enabled"}),
        ("Contradictions", "no contradiction", ()),
        ("Contradictions", "E05, E13 and F154", ("E05", "E13", "F154")),
        ("SourceState", "in an unknown state", MISSING),
    ],
)  # fmt: skip
def test_a_word_becomes_a_value(kind: str, text: str, value: object) -> None:
    assert PARAMETER_TYPES[kind](text) == value


def test_everything_stands_for_every_requirement() -> None:
    assert len(PARAMETER_TYPES["Requirements"]("everything")) == 27


@pytest.mark.parametrize(
    ("kind", "text", "nearest"),
    [
        ("Contradictions", "F155", "F154"),
        ("EffectiveSetting", '"Install permission" is effectively All Users', "Install permissions"),
        ("EffectiveSetting", '"Install permissions" is effectively Al Users', "All Users"),
        ("Held", "instaled", "installed"),
        ("NewSource", "a gatway", "a gateway"),
        ("Outcome", "downloads on demnad", "downloads on demand"),
        ("Quality", "contestet", "contested"),
        ("Reach", "the cleint", "the client"),
        ("Registration", "throgh Azure AD", "through Azure AD"),
        ("Requirement", "gateway-setup", "gateway-set-up"),
        ("Requirements", "cache-size and gateway-setup", "gateway-set-up"),
        ("SequenceKind", "an upgrad", "an upgrade"),
        ("Setting", '"Purposes" is set to Required', "Purpose"),
        ("Setting", '"Purpose" is set to Requird', "Required"),
        ("Side", "cleint", "client"),
        ("SourceState", "stoped", "stopped"),
        ("Start", "from Software Centre", "from Software Center"),
        ("Unknown", "wich gateways there are", "which gateways there are"),
        ("User", "an adminstrator", "an administrator"),
    ],
)
def test_a_mistyped_word_is_refused_with_the_nearest(kind: str, text: str, nearest: str) -> None:
    with pytest.raises(UnknownWordError, match=f"did you mean '{nearest}'"):
        PARAMETER_TYPES[kind](text)


def test_a_release_that_does_not_exist_is_refused_with_the_nearest() -> None:
    with pytest.raises(ReleaseError, match="1910"):
        PARAMETER_TYPES["Version"]("1909")


def test_where_nothing_is_near_the_choices_are_named() -> None:
    with pytest.raises(UnknownWordError, match="there is on, off"):
        meaning("xyzzy", {"on": 1, "off": 0}, "switch")


@pytest.mark.parametrize("label", LABELS)
def test_every_label_changes_the_site_and_takes_every_word_of_it(label: str) -> None:
    words = [*(LABELS[label].words or ["1", "unknown"])]
    sites = {setting(label, word).apply(HEALTHY).to_json() for word in words}
    assert len(sites) == len(words)


def test_what_is_set_stands_in_the_site() -> None:
    site = setting("Make available to the following", "Only media and PXE").apply(HEALTHY)
    site = setting("Deployment options", "unknown").apply(site)
    deployment = site.named("deployments", "Upgrade laptops")
    assert deployment.available_to is AvailableTo.MEDIA_AND_PXE
    assert deployment.option is MISSING
    assert HEALTHY.named("deployments", "Upgrade laptops").option is DeploymentOption.WHEN_NEEDED


def setting(label: str, word: str) -> Setting:
    found: Any = PARAMETER_TYPES["Setting"](f'"{label}" is set to {word}')
    assert isinstance(found, Setting)
    return found


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Enable clients to use a cloud management gateway", "No"),
        ("Enable clients to use a cloud management gateway", "unknown"),
        ("Install permissions", "Only Administrators"),
    ],
)
def test_the_value_of_a_setting_is_told_in_the_words_that_set_it(name: str, word: str) -> None:
    label, value = PARAMETER_TYPES["EffectiveSetting"](f'"{name}" is effectively {word}')
    assert value_in_words(label, value) == word
