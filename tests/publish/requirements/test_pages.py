"""The pages of requirements tell everything that is known of each, and what came of the last run."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dod_model.bdd.results import Results, ScenarioResult
from dod_model.documents import contradictions, statements
from dod_model.publish.evidence import Asked
from dod_model.publish.features.files import scenarios_by_requirement
from dod_model.publish.markdown import escaped, prose
from dod_model.publish.passages import passage_row
from dod_model.publish.requirements.pages import requirement_page, requirement_pages
from dod_model.requirements import BY_ID, REQUIREMENTS, Force, Requirement
from tests.cli.running import ROOT
from tests.publish.evidence_given import HOSTILE, SPEC, Seen, everything, evidence, material, place

each = pytest.mark.parametrize("one", REQUIREMENTS, ids=lambda one: one.id)


@each
def test_a_page_tells_what_is_known(one: Requirement) -> None:
    text = requirement_page(one, evidence())
    assert f"\n# {one.id}\n\n{prose(one.statement)}\n" in text
    assert prose(one.explanation) in text
    assert (prose(one.scope.otherwise) if one.scope else "Of every attempt") in text
    assert (prose(one.inferred.reasoning) if one.inferred else "*Documented*: ") in text
    assert f"**Force:** {'a violation keeps the' if one.force is Force.BLOCKS else 'a'}" in text
    assert prose(one.only_advises) in text
    if one.fails:
        assert f"(<~/reference/run.md#stage-{one.fails.stage.value}>)" in text
        assert prose(one.fails.reasoning) in text


@each
def test_a_page_tells_every_remedy_with_its_place_and_its_cmdlet(one: Requirement) -> None:
    told = requirement_page(one, evidence()).partition("{#remedies}")[2].partition("\n## ")[0]
    assert one.remedies
    for remedy in one.remedies:
        lines = told.partition(f"\n- {prose(remedy.action)}\n")[2].partition("\n- ")[0]
        assert " → ".join(map(escaped, remedy.console.split(" > "))) in lines
        assert f"`{remedy.cmdlet}`" in lines if remedy.cmdlet else "PowerShell" not in lines
        assert (", from 2010 on" in lines) is (remedy.id == "serve-content")
        assert ("Only through 2103." in lines) is (remedy.id == "create-cloud-distribution-point")


@each
def test_a_page_tells_what_the_documents_say_and_where(one: Requirement) -> None:
    told = requirement_page(one, evidence()).partition("{#documents}")[2].partition("\n## ")[0]
    passages = {passage for number in one.cites for passage in statements()[number].passages}
    for number in one.cites:
        assert (
            f"\n- [{number}](<~/documents/statements.md#{number.lower()}>): {prose(statements()[number].says)}" in told
        )
    assert [row for row in map(passage_row, passages) if f"    | {' | '.join(row)} |" not in told] == []
    cited = sum(not passage.verified for passage in passages)
    assert (
        f"{len(passages)} passage{'s' if len(passages) != 1 else ''}: {len(passages) - cited} verified, {cited}" in told
    )
    rows = len(set(map(passage_row, passages)))
    assert (f"share a row: {rows} row" in told) is (rows < len(passages))
    assert told.count("\n    | ") == rows + 1


@each
def test_a_page_tells_which_contradictions_touch_it(one: Requirement) -> None:
    told = requirement_page(one, evidence()).partition("{#disputes}")[2].partition("\n## ")[0]
    assert re.findall(r"contradictions\.md#(\w+)>", told) == [touch.contradiction.lower() for touch in one.touched_by]
    for touch in one.touched_by:
        found = contradictions()[touch.contradiction]
        lines = told.partition(f"[{found.id}](")[2].partition("\n- ")[0]
        assert prose(found.title) in lines
        assert f"Our reading ({found.basis.value}): {prose(found.reading)}" in lines
        assert ("would turn the verdict round" in lines) is touch.contests
        assert (f"Corrected on {found.corrected.date}" if found.corrected else "*open*") in lines


@each
def test_a_page_leads_to_an_example_that_is_there(one: Requirement) -> None:
    text = requirement_page(one, evidence())
    assert f'<a href="../../try-it/#example=faults/{one.id}">Try it here</a>' in text
    assert f"(<~/examples/faults/{one.id}.yaml>)" in text
    assert (ROOT / "docs" / "examples" / "faults" / f"{one.id}.yaml").is_file()


def test_pages_lead_to_one_another_in_the_order_of_reports() -> None:
    ids = [one.id for one in REQUIREMENTS]
    for at, one in enumerate(REQUIREMENTS):
        pager = requirement_page(one, evidence()).rstrip().splitlines()[-2]
        near = [*ids[max(at - 1, 0) : at], *ids[at + 1 : at + 2]]
        assert re.findall(r"requirements/([a-z0-9-]+)\.md", pager) == near
        assert pager.startswith("[← ") is (at > 0)


def test_a_page_tells_at_which_releases_it_is_inferred() -> None:
    told = (
        requirement_page(BY_ID["content-downloaded-locally"], evidence()).partition("{#basis}")[2].partition("\n## ")[0]
    )
    lines = [re.sub(r"\[(.+?)\]\(.+?\)", r"\1", line) for line in told.splitlines() if line.startswith("| current")]
    assert lines == [
        "| current branch | before 1802 | in every case |",
        "| current branch | from 1802, before 1910 | nowhere |",
        "| current branch | from 1910 on | in every case |",
    ]


def test_a_page_tells_that_it_is_inferred_in_some_cases_only() -> None:
    told = requirement_page(BY_ID["download-on-demand-available"], evidence()).partition("{#basis}")[2]
    assert "\n| technical preview | from [TP 1909](<~/releases/tp-1909.md>) on | in some cases |\n" in told


def test_a_page_names_the_abilities_that_it_asks_for() -> None:
    told = requirement_page(BY_ID["gateway-serves-content"], evidence()).partition("{#when}")[2].partition("\n## ")[0]
    assert "| A cloud management gateway can be content-enabled. | since 1806 | since TP 1806 | site | " in told
    assert "What it asks of a release" not in requirement_page(BY_ID["gateway-set-up"], evidence())


@pytest.mark.parametrize(
    ("came", "words", "mood"),
    [
        ({5: "passed", 6: "passed"}, "2 passed", "good"),
        ({5: "passed", 6: "failed"}, "1 of 2 failed", "bad"),
        ({5: "passed", 6: "skipped"}, "1 of 2 not run", "open"),
        ({5: "passed"}, "1 of 2 not run", "open"),
        ({5: "failed"}, "1 of 2 failed, 1 of 2 not run", "bad"),
        ({}, "2 of 2 not run", "open"),
    ],
)
def test_a_page_tells_what_came_of_a_scenario(came: dict[int, str], words: str, mood: str) -> None:
    results = {key: replace_came(result, came[key[1]]) for key, result in given(*came).items()}
    text = requirement_page(REQUIREMENTS[0], evidence(place(5, 6), results=results))
    assert f"1 scenario in 2 cases; in the last run *{words}*{{.dod-badge .dod-{mood}}}" in text
    assert f"    - [<bdi>A scenario</bdi>](<~/features/a/b.md#l5>) *{words}*{{.dod-badge .dod-{mood}}}\n" in text


def given(*lines: int) -> Results:
    some = next(iter(everything().values()))
    return {("features/a/b.feature", line): some for line in lines}


def replace_came(result: ScenarioResult, came: str) -> ScenarioResult:
    return result.model_copy(update={"came": came})


def test_a_requirement_without_scenarios_is_told() -> None:
    assert "*no scenario*{.dod-badge .dod-bad}" in requirement_page(REQUIREMENTS[0], evidence())


def test_a_page_tells_how_vectors_ask_and_whom_it_catches() -> None:
    behind = evidence(vectors={"features": Asked(4, 3, 2, 1000), "pairs": Asked(0, 5, 0, 0)}, impostors={"liar": 2})
    told = requirement_page(REQUIREMENTS[0], behind).partition("{#kit}")[2]
    assert "\n10 vectors turn on it: in their answer it is violated or left open.\n" in told
    assert f"\n`dod kit list --ids --requirement {REQUIREMENTS[0].id}` lists them, and those written for it, " in told
    assert "\n| features | 4 | 3 | 2 | 1,000 |\n| pairs | 0 | 5 | 0 | 0 |\n" in told
    assert "It catches 1 impostor," in told
    assert "    - [liar](<~/kit/kill-matrix.md#liar>) in 2 vectors\n" in told
    assert "No impostor is caught in it." in requirement_page(REQUIREMENTS[0], evidence())


def test_hostile_text_shows_as_text() -> None:
    usual = Seen(requirement_page(REQUIREMENTS[0], evidence(place(5))))
    one = replace(REQUIREMENTS[0], statement=HOSTILE, explanation=HOSTILE)
    seen = Seen(requirement_page(one, evidence(place(5, name=HOSTILE, feature=HOSTILE))))
    assert seen.text.count(HOSTILE) == 4
    assert seen.elements == usual.elements
    assert seen.attributes == usual.attributes


@pytest.mark.slow
def test_every_requirement_has_a_page_with_the_scenarios_that_are_tagged_with_it() -> None:
    pages = requirement_pages(material(everything()))
    assert set(pages) == {"requirements/index.md", *(f"requirements/{one.id}.md" for one in REQUIREMENTS)}
    for name, places in scenarios_by_requirement(SPEC).items():
        text = pages[f"requirements/{name}.md"]
        assert [one.anchor for one in places if f"](<~/{one.page}#{one.anchor}>) *" not in text] == []
        assert " not run*" not in text
        assert "It catches " in text
