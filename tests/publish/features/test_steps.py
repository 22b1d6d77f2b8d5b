"""The catalogue tells every step, every word, and where they are used."""

from __future__ import annotations

import pytest

from dod_model.bdd.catalogue import KnownStep, known_steps
from dod_model.bdd.step_uses import step_uses
from dod_model.bdd.words import PARAMETER_TYPES
from dod_model.kit.arranging.labels import LABELS
from dod_model.publish.features.steps import pattern, steps_page
from tests.cli.running import ROOT
from tests.publish.features.rendering import elements, rendered


@pytest.fixture(scope="module")
def text() -> str:
    return steps_page(ROOT)


def test_every_step_is_there_with_its_meaning(text: str) -> None:
    shown = [one.text for one in elements(rendered(text)) if "dod-step" in (one.attributes.get("class") or "")]
    assert shown == [f"{one.kind.title()} {one.text.replace('{', '').replace('}', '')}" for one in known_steps(ROOT)]
    paragraphs = {one.text for one in elements(rendered(text)) if one.tag == "p"}
    meanings = [" ".join(one.meaning.replace("`", "").split()) for one in known_steps(ROOT)]
    assert [one for one in meanings if one not in paragraphs] == []


def test_every_parameter_leads_to_its_words(text: str) -> None:
    found = list(elements(rendered(text)))
    anchors = {one.attributes.get("id") for one in found}
    targets = {one.attributes["href"] for one in found if one.tag == "a" and one.attributes.get("href", "")}
    assert {f"#words-{name.lower()}" for step in known_steps(ROOT) for name in step.types} <= targets
    assert [target for target in targets if target and target.startswith("#") and target[1:] not in anchors] == []


def test_every_word_of_every_type_is_told(text: str) -> None:
    items = {one.text for one in elements(rendered(text)) if one.tag == "li"}
    for name, told in PARAMETER_TYPES.items():
        assert told.what, name
        assert set(told.words) <= items, name


def test_every_label_is_told_with_its_values(text: str) -> None:
    rows = [one.text for one in elements(rendered(text)) if one.tag == "tr"]
    for name, label in LABELS.items():
        (row,) = (row for row in rows if row.strip().startswith(f"{name}\n"))
        assert all(word in row for word in label.words or ["a whole number"])


def test_uses_are_counted_and_lead_to_the_features(text: str) -> None:
    step = next(one for one in known_steps(ROOT) if one.pattern == "there is no gateway")
    uses = step_uses(ROOT)[step]
    entry = text.partition(f"**Given** {step.pattern}\n")[2].partition("{: .dod-step }\n\n**")[0]
    entry = entry.partition("\n**")[0]
    assert f"Used {len(uses)} times in {len({use.file for use in uses})} features" in entry
    for file in {use.file for use in uses}:
        count = sum(use.file == file for use in uses)
        assert f"(<~/{file.removesuffix('.feature')}.md>) ({count})" in entry


def test_what_is_no_parameter_is_text() -> None:
    step = KnownStep("given", "a *b* [c] {name:Name}_d_", "", "", "")
    (paragraph, link) = (one for one in elements(rendered(pattern(step))) if one.tag in ("p", "a"))
    assert paragraph.text == "a *b* [c] name_d_"
    assert (link.text, link.attributes["href"]) == ("name", "#words-name")
