"""Whatever a feature says is shown as text, and nothing that it says becomes part of the page."""

from __future__ import annotations

from html import unescape

from hypothesis import example, given
from hypothesis import strategies as st

from dod_model.bdd.results import ScenarioResult
from dod_model.publish.features.html import shown
from dod_model.publish.features.index import features_index
from dod_model.publish.features.pages import feature_page
from dod_model.publish.features.parts import Background, Examples, FeatureFile, Row, Rule, Scenario, Step
from tests.publish.features.rendering import Element, elements, rendered, title

PIECES = (
    *("<script>alert(1)</script>", "</bdi>", "</ol></div>", "<!--", "-->", "<?php ?>", "<![CDATA["),
    *("<img src=x onerror=y>", "<b>", "&lt;", "&#60;", "&amp;", "&", "<", ">", '"', "'"),
    *("**b**", "_i_", "`c`", "``", "```", "~~~", "~~s~~", "$x$", "^a^", "==m==", "\\", "\\\\", "%}", "{{ x }}"),
    *("[a](b)", "[a](<b>)", "![i](j)", "[x]: y", "[^1]", "*[H]: H", "[TOC]", "{: .x #y }", "{#z}", "{.a}"),
    *("# h", "- i", "* i", "+ i", "1. i", "> q", "| a | b |", "|---|", "!!! note", '??? "n"', '=== "t"'),
    *("---", "===", '--8<-- "mkdocs.yml"', ";--8<--", "http://a.b/c", "<http://a.b>", "a@b.c"),
    *("\u202e", "\u2067", "\u200f", "\u05e9\u05dc\u05d5\u05dd", "\u0645\u0631\u062d", "\U0001f600", "\u00a0", "\u2028"),
    *("\x00", "\x02", "\x03", "\x1b", "\x7f", "\t", "wzxhzdk:0", "klzzwxh:0001", "x" * 50),
)
"""What means something to a builder of pages, to a browser, or to both."""
ALLOWED = {
    *("a", "bdi", "div", "h1", "h2", "h3", "li", "ol", "p", "pre", "span", "ul"),
    *("table", "tbody", "td", "th", "thead", "tr"),
}
LONG = "<i>*x*</i> & " * 800

hostile = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), min_size=1, max_size=6).map("".join)
line = hostile.map(lambda text: " ".join(text.split())).filter(lambda text: text.strip())
lines = st.lists(line, min_size=1, max_size=4).map("\n".join)


def feature(one: str, text: str) -> FeatureFile:
    """A feature that says the same everywhere."""
    steps = (Step(6, "Given", one, table=((one, one), (one, one)), docstring=text), Step(9, one, "it"))
    table = Examples(11, one, "", (one,), (one,), (Row(13, (one,)),))
    outline = Scenario(10, "Scenario Outline", one, "", (one,), steps, (table,))
    scenario = Scenario(20, "Scenario", one, "", (), steps, ())
    rule = Rule(4, one, "", (one,), Background(5, one, "", steps), (outline, scenario))
    return FeatureFile("features/gateway/x.feature", "features/gateway/x.md", one, "", (one,), None, (), (rule,), "")


def same(text: str) -> str:
    return " ".join(shown(text).split())


def keywords(found: list[Element]) -> list[Element]:
    return [element for element in found if element.attributes.get("class") == "dod-keyword"]


def check(one: str, text: str) -> None:
    told = feature(one, text)
    why = ScenarioResult(file=told.path, line=13, name=one, came="failed", why=text)
    page = feature_page(told, {(told.path, 13): why})
    assert "<" not in title(page)
    assert same(unescape(title(page))) == same(one)
    found = list(elements(rendered(page)))
    assert [same(element.text.removesuffix("¶")) for element in found if element.tag == "h1"] == [same(one)]
    assert {element.tag for element in found} <= ALLOWED
    assert not [name for element in found for name in element.attributes if name.startswith("on") or name == "style"]
    texts = [same(element.text) for element in found if element.tag == "bdi"]
    wanted = {same(one), same(text), "it"}
    assert set(texts) == wanted
    assert texts.count(same(one)) >= 23
    assert [element.text for element in found if element.tag == "pre"].count(shown(text)) == 4
    assert {element.text for element in keywords(found)} == {"Given", shown(one)}


@example("x", "a\n```\n# b\n```\n| c |\n|---|")
@example("x", "a\n~~~\nb\n~~~\n!!! note\n    c")
@given(line, lines)
def test_text_is_shown_as_it_is(one: str, text: str) -> None:
    check(one, text)


def test_long_text_is_shown_as_it_is() -> None:
    assert len(LONG) > 10_000
    check(LONG.strip(), LONG.strip())


@given(line)
def test_the_index_shows_the_name_as_it_is(one: str) -> None:
    found = list(elements(rendered(features_index([feature(one, one)], {}))))
    assert [same(element.text) for element in found if element.tag == "bdi"] == [same(one)]
    assert {element.tag for element in found} <= {*ALLOWED, "strong"}


@given(lines)
def test_a_description_is_shown_as_it_is(text: str) -> None:
    told = feature("x", "x")
    html = rendered(feature_page(FeatureFile("a/b/c", "a/b/c.md", "x", text, (), None, (), told.rules, ""), {}))
    found = [one for one in elements(html) if "dod-description" in (one.attributes.get("class") or "")]
    assert letters("".join(one.text for one in found)) == letters(shown(text))


def letters(text: str) -> str:
    """Without blanks and the marks of lists, which become bullets."""
    return "".join(sign for sign in text if not sign.isspace() and sign not in "-*")


def test_text_from_right_to_left_is_isolated_from_what_is_around_it() -> None:
    page = rendered(feature_page(feature("\u202eabc", "x"), {}))
    found = list(elements(page))
    apart = [one for one in found if one.tag in ("bdi", "h1")] + keywords(found)
    assert page.count("\u202e") == sum(one.text.count("\u202e") for one in apart) > 20
