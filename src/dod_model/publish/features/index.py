"""All features, by the question that an administrator asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from dod_model.bdd.results import Results
from dod_model.publish.features import html
from dod_model.publish.features.counts import counts_in_words, counts_of
from dod_model.publish.features.parts import FeatureFile
from dod_model.publish.markdown import heading, link, page, table

QUESTIONS = {
    "advice": "What is advised, whether or not it runs?",
    "client": "Which settings does the client have?",
    "content": "Is all content where the client can get it?",
    "deployment": "Is the deployment set up for the internet?",
    "documents": "Where do the documents say so?",
    "gateway": "Is there a gateway that works?",
    "outcome": "What becomes of the attempt?",
    "plan": "What is to be changed?",
    "releases": "Which release is it?",
    "run": "What happens in a run?",
    "start": "May it be started, and by whom?",
    "support": "Can this release do it at all?",
    "task_sequence": "Is it the right kind of task sequence?",
}
"""What the features of a folder answer, by the name of the folder."""

INTRODUCTION = """\
Every documented requirement is a rule here, and its scenarios show both sides of every boundary. A row of an outline
counts as a scenario. Each page has a button that runs its scenarios in your browser, and an editor to change them."""


def question(folder: str) -> str:
    """What the features of a folder answer; the name of the folder where nobody wrote that down."""
    return QUESTIONS.get(folder, folder.replace("_", " "))


def features_index(told: Iterable[FeatureFile], results: Results) -> str:
    """All features, with how many scenarios they have and what came of them."""
    return page("Features", INTRODUCTION, _lines(list(told), results))


def _lines(told: list[FeatureFile], results: Results) -> Iterator[str]:
    keys = [key for one in told for key in one.all_keys]
    came = counts_in_words(counts_of(keys, results))
    yield f"**{len(told)} features, {len(keys)} scenarios: {came} in the last run.**"
    yield f"What a scenario may say is in the {link('catalogue of steps', '~/features/steps.md')}."
    for folder, group in groupby(told, key=lambda one: one.path.split("/")[1]):
        yield from ("", heading(2, question(folder), folder), "")
        yield from table(("Feature", "Rules", "Scenarios", "Last run"), (_row(one, results) for one in group))


def _row(feature: FeatureFile, results: Results) -> tuple[str, str, str, str]:
    counts = counts_of(feature.all_keys, results)
    bad = counts.get("failed", 0)
    colour = "bad" if bad else "good" if counts.get("passed") else "quiet"
    return (
        link_to(feature),
        str(len(feature.rules)),
        str(len(feature.all_keys)),
        html.badge(counts_in_words(counts), colour),
    )


def link_to(feature: FeatureFile) -> str:
    """A link to the page of a feature."""
    return f"[{html.isolated_markdown(feature.name)}](<~/{feature.page}>)"
