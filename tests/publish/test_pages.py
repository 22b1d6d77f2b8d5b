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
