"""A page for each feature, with what came of its last run; beside it the feature itself, for readers who run it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dod_model.bdd.results import Results
from dod_model.publish.features import html
from dod_model.publish.features.counts import counts_in_words, counts_of
from dod_model.publish.features.files import features
from dod_model.publish.features.index import features_index, question
from dod_model.publish.features.parts import Background, Examples, FeatureFile, Rule, Scenario, anchor_of
from dod_model.publish.features.steps import steps_page
from dod_model.publish.labels import crumbs, page_below
from dod_model.publish.markdown import anchor, behaviour, link, requirement
from dod_model.publish.material import Material, Pages
from dod_model.requirements import BY_ID
from dod_model.run.behaviours import BEHAVIOURS

ASKED = {
    "asks-evidence": "asks for evidence",
    "asks-plan": "asks for a plan",
    "asks-run": "asks for a run",
    "asks-settings": "asks for effective settings",
}
"""What a scenario asks beyond the outcome and the requirements, by its tag."""
WITHOUT = "With JavaScript these scenarios can be run and changed here: a button runs them, another opens an editor."
"""What stands where the script puts its buttons."""


def feature_pages(material: Material) -> Pages:
    """The index, the catalogue of steps, a page for each feature, and each feature as it is written, by name.

    Raises:
        InputError: a feature is no Gherkin.
    """
    told = features(material.spec)
    pages = {one.page: feature_page(one, material.results) for one in told}
    sources = {one.path: one.source for one in told}
    index = {
        "features/index.md": features_index(told, material.results),
        "features/steps.md": steps_page(material.spec),
    }
    return index | pages | sources


def feature_page(feature: FeatureFile, results: Results) -> str:
    """A feature: what it asks and why, its rules and scenarios, and what came of each of them."""
    folder = feature.path.split("/")[1]
    home = link("Features", "~/features/index.md")
    above = crumbs(home, link(question(folder), f"~/features/index.md#{anchor(folder)}"))
    return page_below(above, html.shown(feature.name), _lines(feature, results))


def _lines(feature: FeatureFile, results: Results) -> Iterator[str]:
    if feature.tags:
        yield from _crumb("Feature", feature.tags)
    yield from html.description(feature.description)
    came = counts_in_words(counts_of(feature.all_keys, results))
    yield from ("", f'<p class="dod-summary">{came} in the last run.</p>', "")
    name = feature.path.rpartition("/")[2]
    yield from (
        "",
        f'<div class="dod-feature" data-dod="feature" data-file="{html.attribute(feature.path)}">'
        f"<p>{WITHOUT}</p></div>",
        "",
    )
    yield f"{link(name, name)}{{ .dod-source }} is this feature as it is written."
    yield from _background(feature.background)
    yield from _scenarios(feature, feature.scenarios, results)
    for rule in feature.rules:
        yield from _rule(feature, rule, results)


def _heading(level: int, text: str, line: int) -> str:
    told = html.isolated_markdown(text) if text.strip() else "(without a name)"
    return f"{'#' * level} {told} {{#{anchor_of(line)}}}"


def _crumb(what: str, tags: Iterable[str]) -> Iterator[str]:
    """What tags lead to: requirements, behaviours of a run, and in words what is asked."""
    found = [what]
    for tag in tags:
        if tag in BY_ID:
            found.append(f"requirement {requirement(tag)}")
        elif tag in BEHAVIOURS:
            found.append(f"behaviour {behaviour(tag)}")
        else:
            found.append(f"*{ASKED[tag]}*" if tag in ASKED else f"tag {html.isolated_markdown(tag)}")
    yield from ("", " · ".join(found), "{: .dod-tags }")


def _background(background: Background | None) -> Iterator[str]:
    if background is not None:
        name = f": {html.isolated(background.name)}" if background.name else ""
        yield from ("", f'<p class="dod-background">Before every scenario{name}</p>')
        yield from html.description(background.description)
        yield from ("", html.steps(background.steps))


def _rule(feature: FeatureFile, rule: Rule, results: Results) -> Iterator[str]:
    yield from ("", _heading(2, rule.name, rule.line), *_crumb("Rule", rule.tags))
    yield from html.description(rule.description)
    yield from _background(rule.background)
    yield from _scenarios(feature, rule.scenarios, results)


def _scenarios(feature: FeatureFile, scenarios: Iterable[Scenario], results: Results) -> Iterator[str]:
    for one in scenarios:
        yield from ("", _heading(3, one.name, one.line), "")
        keys = feature.keys(one)
        if one.examples:
            told = f"{html.badge('outline', 'quiet')} {counts_in_words(counts_of(keys, results))}"
        else:
            told = html.came(feature, one.line, results)
        yield f'<p class="dod-head">{told}</p>'
        if one.tags:
            yield from _crumb("Scenario", one.tags)
        yield from html.description(one.description)
        yield from ("", html.steps(one.steps))
        if not one.examples:
            yield from ("", html.why(feature, one.line, results))
        for table in one.examples:
            yield from _examples(feature, table, results)


def _examples(feature: FeatureFile, table: Examples, results: Results) -> Iterator[str]:
    name = f": {html.isolated(table.name)}" if table.name else ""
    yield from ("", f'<p class="dod-examples-name" id="{anchor_of(table.line)}">Examples{name}</p>')
    if table.tags:
        yield from _crumb("Examples", table.tags)
    yield from html.description(table.description)
    yield from ("", html.examples(feature, table, results))
