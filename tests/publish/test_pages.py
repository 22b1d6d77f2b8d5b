"""Pages that restate data say all of it, and their links lead somewhere."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from dod_model.documents import contradictions, starting_document, statements
from dod_model.publish import PAGES, publish
from dod_model.publish.__main__ import main
from dod_model.publish.markdown import escaped, prose
from dod_model.requirements import REQUIREMENTS
from dod_model.run.behaviours import BEHAVIOURS
from dod_model.run.event_words import FORMS, PLACES, when_of
from dod_model.site import Site
from tests.cli.running import ROOT

LINK = re.compile(r"\]\(<([^>]+)>\)")
ANCHOR = re.compile(r'\{#([a-z0-9-]+)\}|id="([a-z0-9-]+)"')
each_page = pytest.mark.parametrize("name", PAGES)


@cache
def anchors(name: str) -> set[str]:
    return {first or second for first, second in ANCHOR.findall(PAGES[name]())}


@each_page
def test_links_lead_somewhere(name: str) -> None:
    broken = []
    for target in LINK.findall(PAGES[name]()):
        file, _, anchor = target.partition("#")
        if "://" in target:
            continue
        if file.startswith("../"):
            found = (ROOT / "docs" / "generated" / file).resolve().exists()
        else:
            found = anchor in anchors(file or name)
        broken += [] if found else [target]
    assert broken == []


@each_page
def test_every_line_of_a_table_has_as_many_cells(name: str) -> None:
    for block in re.findall(r"(?:^\|.*\n)+", PAGES[name](), re.MULTILINE):
        cells = {len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}
        assert len(cells) == 1


@each_page
def test_pages_are_the_same_every_time(name: str) -> None:
    assert PAGES[name]() == PAGES[name]()


def test_every_requirement_is_told() -> None:
    assert {one.id for one in REQUIREMENTS} <= anchors("requirements.md")


def test_every_statement_is_told_with_where_it_goes() -> None:
    text = PAGES["statements.md"]()
    assert {one.lower() for one in statements()} == anchors("statements.md")
    assert text.count("- Goes to: ") == len(statements())
    assert "- Goes to: \n" not in text


def test_every_contradiction_is_told() -> None:
    assert {one.lower() for one in contradictions()} == anchors("contradictions.md")


def test_every_unit_of_the_starting_document_is_told() -> None:
    text = PAGES["source.md"]()
    assert [one.id for one in starting_document() if f"| {one.id} |" not in text] == []


def test_every_behaviour_is_told_with_what_it_rests_on() -> None:
    text = PAGES["run.md"]()
    assert BEHAVIOURS.keys() <= anchors("run.md")
    sections = dict(re.findall(r"^### .* \{#(.+)\}\n((?:.+\n|\n(?!#))*)", text, re.MULTILINE))
    for one in BEHAVIOURS.values():
        section = sections[one.id]
        assert prose(one.statement) in section
        assert (f"- Inferred: {prose(one.reasoning)}" if one.reasoning else "- Documented\n") in section
        assert re.findall(r"statements.md#(\w+)>", section.partition("- Rests on")[2]) == [n.lower() for n in one.cites]


def test_every_blocking_requirement_is_told_once_with_where_it_shows() -> None:
    stages = PAGES["run.md"]().partition("## Where an unmet requirement shows")[2]
    names = re.findall(r"requirements.md#([a-z0-9-]+)>", stages)
    assert sorted(names) == sorted(one.id for one in REQUIREMENTS if one.fails is not None)


def test_every_event_and_every_place_for_one_is_told() -> None:
    text = PAGES["run.md"]()
    assert [words for words in (*FORMS, *PLACES) if f"| `{words}` | " not in text] == []
    assert "| `'GATEWAY' reaches its threshold` | " in text
    what = [line.split(" | ")[1] for line in text.splitlines() if line.startswith("| `")]
    assert len(set(what)) == len(what) - len(PLACES) + len({type(when_of(place)) for place in PLACES})
    assert "[F127](<statements.md#f127>) |" in text


@pytest.mark.parametrize(
    ("number", "where"),
    [
        ("F053", "in a run: [sequence-starts](<run.md#sequence-starts>)"),
        ("F100", "[token-renewed](<run.md#token-renewed>), [events](<run.md#events>)"),
        ("F143", "[task-sequence-enabled](<requirements.md#task-sequence-enabled>); in a run: [stage policy]"),
        ("E06", "in a run: [own-site-first](<run.md#own-site-first>)"),
        ("F126", "out of scope: It is about how long a run takes, and a run has no clock."),
    ],
)
def test_a_statement_leads_to_where_a_run_rests_on_it(number: str, where: str) -> None:
    section = PAGES["statements.md"]().partition(f'<span id="{number.lower()}">')[2]
    assert where in section.partition("- Goes to: ")[2].partition("\n")[0]


def test_every_field_is_told() -> None:
    text = PAGES["site.md"]()
    schema = Site.model_json_schema()
    parts = [schema, *schema["$defs"].values()]
    names = {name for part in parts for name in part.get("properties", {})}
    assert [name for name in names if f"| `{name}`" not in text] == []
    assert "| `name` (required) | text |" in text
    assert "`download-when-needed`, `download-all-before-start`, `run-from-distribution-point`" in text
    assert "Size of a YAML file | 1 MiB" in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a_b *c* [d](e) `f` #g | h", r"a\_b \*c\* \[d\](e) \`f\` \#g \| h"),
        ("<script> & more", r"&lt;script\> &amp; more"),
        ("one\n  two", "one two"),
    ],
)
def test_nothing_is_taken_for_markdown(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_labels_stay_bold_and_numbers_become_links() -> None:
    assert prose("Set **A_b** to Yes (F050).") == r"Set **A\_b** to Yes ([F050](<statements.md#f050>))."
    assert prose("F999 is none.") == "F999 is none."


def test_pages_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "pages")]) == 0
    assert {path.name for path in (tmp_path / "pages").iterdir()} == set(PAGES)
    assert main([]) == 2
    assert capsys.readouterr().err.startswith("usage: ")
    publish(tmp_path / "pages")
