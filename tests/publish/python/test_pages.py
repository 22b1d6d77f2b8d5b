"""The Python reference tells every public name, and what its docstring says of it."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from pathlib import Path

import griffe
import pytest
from pydantic import BaseModel

import dod_model
from dod_model.bdd.results import NO_RESULTS
from dod_model.publish.markdown import prose
from dod_model.publish.material import Material
from dod_model.publish.python.docstrings import documented, paragraphs, typed, words
from dod_model.publish.python.names import FOREIGN, MODULES, PACKAGE, anchor_of, names_of, object_of, page_of, path_of
from dod_model.publish.python.pages import python_pages
from dod_model.publish.python.sections import section, signature
from dod_model.site import Client
from tests.cli.running import ROOT

PAGES = python_pages(Material(Path(), NO_RESULTS))
NAMES = [(module, name) for module in MODULES for name in names_of(module)]
each_module = pytest.mark.parametrize("module", MODULES)
LINK = re.compile(r"\]\(<~/reference/python/([a-z-]+\.md)(?:#([a-z0-9-]+))?>\)")


def sections(module: str) -> dict[str, str]:
    """The sections of a page, by their anchors."""
    found = re.findall(
        r"^##+ [^\n]+ \{#([a-z0-9-]+)\}\n(.*?)(?=^##|\Z)", PAGES[page_of(module)], re.MULTILINE | re.DOTALL
    )
    return dict(found)


def told(module: str, name: str) -> griffe.Object:
    """What a public name stands for."""
    found = object_of(module, name)
    assert found is not None
    return found


def test_there_is_a_page_for_each_module_and_one_that_leads_there() -> None:
    assert set(PAGES) == {"reference/python/index.md", *map(page_of, MODULES)}
    index = PAGES["reference/python/index.md"]
    assert [module for module in MODULES if f"[`{module}`](<~/{page_of(module)}>)" not in index] == []


@pytest.mark.parametrize("name", dod_model.__all__)
def test_the_public_door_leads_to_each_of_its_names(name: str) -> None:
    (page, anchor), *_ = re.findall(rf"^\| \[`{name}`\]\(<~/(.+?)#(.+?)>\)", PAGES[page_of(PACKAGE)], re.MULTILINE)
    assert f"{{#{anchor}}}" in PAGES[page]


@each_module
def test_what_a_module_gives_to_everybody_is_told(module: str) -> None:
    stated = getattr(import_module(module), "__all__", [])
    headings = {anchor_of(name) for name in stated}
    assert headings - sections(module).keys() == set()


@each_module
def test_no_section_is_without_what_its_docstring_says(module: str) -> None:
    found = sections(module)
    for name in names_of(module):
        one = object_of(module, name)
        text = found[anchor_of(name)]
        if one is None:
            assert FOREIGN[path_of(module, name)] in text
        else:
            assert one.docstring, name
            assert words(one.docstring.value.strip().split("\n\n")[0], module) in text


@each_module
def test_every_argument_is_in_the_signature(module: str) -> None:
    for name in names_of(module):
        one = object_of(module, name)
        if isinstance(one, griffe.Function):
            made = inspect.signature(getattr(import_module(module), name))
            shown = signature(one, name)
            assert [given for given in made.parameters if not re.search(rf"\b{given}\b", shown)] == []


@each_module
def test_methods_are_told_with_what_they_mean(module: str) -> None:
    found = sections(module)
    for name in names_of(module):
        one = object_of(module, name)
        if isinstance(one, griffe.Class) and path_of(module, name).startswith(f"{module}."):
            for method, member in one.members.items():
                if isinstance(member, griffe.Function) and member.docstring and not method.startswith("_"):
                    text = found[anchor_of(f"{name}.{method}")]
                    assert text.startswith(f"\n```python\ndef {method}(")
                    assert words(member.docstring.value.split("\n\n")[0], module) in text


@each_module
def test_links_lead_to_sections(module: str) -> None:
    for page, anchor in LINK.findall(PAGES[page_of(module)]):
        text = PAGES[f"reference/python/{page}"]
        assert not anchor or f"{{#{anchor}}}" in text, f"{page}#{anchor}"


@each_module
def test_anchors_are_unique(module: str) -> None:
    anchors = re.findall(r"\{#(.+)\}$", PAGES[page_of(module)], re.MULTILINE)
    assert len(anchors) == len(set(anchors)) >= 1


def test_a_field_of_a_site_has_its_type_and_description() -> None:
    text = sections("dod_model.site")["client"]
    assert issubclass(Client, BaseModel)
    for name, field in Client.model_fields.items():
        (line,) = re.findall(rf"^- `{name}` \((.+)\): (.+)$", text, re.MULTILINE)
        assert line[1] == prose(field.description or "?")
    assert "- `registration` ([Registration](<~/reference/python/site.md#registration>) \\| [MISSING]" in text


def test_a_fact_has_its_type_and_meaning() -> None:
    text = sections("dod_model.facts")["facts"]
    assert "- `purpose` ([Purpose](<~/reference/python/site.md#purpose>)): the purpose of the deployment\n" in text


def test_values_of_an_enumeration_are_told() -> None:
    assert "- `DOES_NOT_RUN` = `'does-not-run'`\n" in sections("dod_model.assessment")["outcome"]
    assert "- `PLAN` = `'plan'`: How many changes" in sections("dod_model.kit.answers")["aspect"]


def test_arguments_errors_and_what_is_given_back_are_told() -> None:
    text = sections("dod_model.releases")["parse"]
    assert "**Arguments**\n\n- `text` (str \\| int): as written by people" in text
    assert "**Returns**\n\n- [Release](<~/reference/python/releases.md#release>) \\| [Build]" in text
    assert "**Raises**\n\n- [ReleaseError](<~/reference/python/errors.md#releaseerror>): the text is neither" in text


def test_what_is_typed_at_a_prompt_is_code() -> None:
    text = sections("dod_model.kit.builder")["a-site"]
    assert "\n```pycon\n>>> from dod_model import Outcome\n" in text


def test_a_name_that_two_rooms_have_is_told_in_full_by_one_of_them() -> None:
    paths = [path_of(module, name) for module, name in NAMES]
    twice = {path for path in paths if paths.count(path) > 1}
    for path in twice:
        texts = ["\n".join(section(module, name)) for module, name in NAMES if path_of(module, name) == path]
        assert sum("Told in full with [" in text for text in texts) == len(texts) - 1


def test_a_strategy_is_called_without_what_hypothesis_gives_it() -> None:
    text = sections("dod_model.strategies")["lively-sites"]
    assert "```python\ndef lively_sites() -> st.SearchStrategy[Site]\n```" in text


MADE = '''
"""Say <b>nothing</b> | *odd* [x](y)."""

def odd(a: "<i>", /, b: int = 1, *, c: str = "|", **rest: object) -> None:
    """Tell <script>alert(1)</script> of `<b>` and *this* | that.

    - one <i>
    - two

    Args:
        a: <img src=x onerror=alert(1)>
        b: `x|y`
        rest: more.
    """

class Odd(Exception):
    """A `Site` and {{braces}} {#anchor}."""
'''


@pytest.fixture
def made() -> griffe.Module:
    with griffe.temporary_visited_module(MADE) as module:
        return module


def test_nothing_that_a_docstring_says_is_taken_for_markdown(made: griffe.Module) -> None:
    odd = made["odd"]
    lines = list(documented(odd, PACKAGE))
    assert lines[0] == "Tell &lt;script\\>alert(1)&lt;/script\\> of `<b>` and \\*this\\* \\| that."
    assert lines[2:4] == ["- one &lt;i\\>", "- two"]
    assert any("&lt;img src&#61;x onerror&#61;alert(1)\\>" in line for line in lines)
    other = list(documented(made["Odd"], PACKAGE))
    assert other[0] == ("A [`Site`](<~/reference/python/site.md#site>) and \\{\\{braces\\}\\} \\{\\#anchor\\}.")


def test_a_signature_has_its_marks(made: griffe.Module) -> None:
    assert signature(made["odd"], "odd") == (
        "def odd(a: '<i>', /, b: int = 1, *, c: str = '|', **rest: object) -> None"
    )
    assert signature(made["Odd"], "Odd") == "class Odd(Exception)"


def test_a_long_signature_stands_on_several_lines() -> None:
    shown = signature(told("dod_model.assessment", "assess"), "assess").splitlines()
    assert shown[0] == "def assess("
    assert shown[-1] == ") -> Assessment"
    assert shown[1:-1] == ["    site: Site,", "    attempt: Attempt,", "    wish: Wish = Wish.ON_DEMAND,"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A word.\n\nAnother\nline.", ["A word.", "", "Another line.", ""]),
        ("1. first;\n2. second", ["1. first;", "1. second", ""]),
        (">>> 1 + 1\n2", ["```pycon\n>>> 1 + 1\n2\n```", ""]),
        ("Like:\n\n    a <b>", ["Like:", "", "```text\na <b>\n```", ""]),
    ],
)
def test_paragraphs_are_told_as_what_they_are(text: str, lines: list[str]) -> None:
    assert list(paragraphs(text, PACKAGE)) == lines


def test_a_type_leads_to_what_it_names() -> None:
    annotation = told("dod_model.plan", "plan_for")
    assert isinstance(annotation, griffe.Function)
    assert typed(annotation.returns) == "[Plan](<~/reference/python/plan.md#plan>)"
    assert typed("dict[str, <b>]") == "dict\\[str, &lt;b\\>\\]"


def test_the_pages_name_what_the_manual_of_the_kit_names() -> None:
    manual = (ROOT / "docs" / "kit" / "python.md").read_text(encoding="utf-8")
    named = {one for one in re.findall(r"`(dod_model(?:\.[a-z_]+)*)", manual) if one in MODULES}
    assert {"dod_model.kit.builder", "dod_model.kit.in_process", "dod_model.strategies"} <= named
