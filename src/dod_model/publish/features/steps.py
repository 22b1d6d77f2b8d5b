"""The catalogue of steps: all that a scenario may say, with the words that parameters take."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from dod_model.bdd.catalogue import PARAMETER, KnownStep, known_steps
from dod_model.bdd.parameters import ParameterType
from dod_model.bdd.step_uses import Use, step_uses
from dod_model.bdd.words import PARAMETER_TYPES
from dod_model.kit.arranging.labels import LABELS
from dod_model.publish.features.files import features
from dod_model.publish.features.index import link_to
from dod_model.publish.features.parts import FeatureFile
from dod_model.publish.labels import capital, counted
from dod_model.publish.markdown import anchor, escaped, heading, link, page, spaced, table
from dod_model.publish.prose_of_code import coded

INTRODUCTION = """\
A scenario is written in these steps and no others. What leans is a parameter: it leads to the words that stand for it.
Anything else is refused, and the nearest word named, so that a typo is never a silent change of meaning."""

SHOWN = 3
"""A step that so many features use names them all; one that more use has them below."""
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def steps_page(spec: Path) -> str:
    """The catalogue of the steps of a spec.

    Raises:
        InputError: a feature is no Gherkin.
    """
    return page("Steps", INTRODUCTION, _lines(spec))


def _lines(spec: Path) -> Iterator[str]:
    steps, uses = known_steps(spec), step_uses(spec)
    pages = {one.path: one for one in features(spec)}
    yield f"There are {len(steps)} steps, {sum(map(len, uses.values())):,} times used in {len(pages)} features."
    for module, group in groupby(steps, key=lambda one: (one.module, one.about)):
        title, rest = _title_and_rest(module[1])
        yield from ("", heading(2, title, module[0]), "", coded(rest))
        for step in group:
            yield from _step(step, uses.get(step, ()), pages)
    yield from ("", heading(2, "Words", "words"))
    for name in sorted(PARAMETER_TYPES):
        yield from _type(name, PARAMETER_TYPES[name])
    yield from ("", heading(2, "Labels of the console", "labels"), "", *_labels())


def _title_and_rest(about: str) -> tuple[str, str]:
    """What a module is about: its first sentence is the title."""
    title, _, rest = " ".join(about.split()).partition(". ")
    return title.rstrip("."), rest


def _step(step: KnownStep, uses: Iterable[Use], pages: Mapping[str, FeatureFile]) -> Iterator[str]:
    found = Counter(use.file for use in uses)
    yield from ("", f"**{step.kind.title()}** {pattern(step)}", "{: .dod-step }", "", coded(step.meaning))
    links = [f"{link_to(pages[file])} ({count})" for file, count in found.items() if file in pages]
    told = f"Used {_times(found.total())} in {counted(len(found), 'feature')}"
    if not found:
        yield from ("", "No feature uses it.", "{: .dod-uses }")
    elif len(found) <= SHOWN:
        yield from ("", f"{told}: {', '.join(links)}", "{: .dod-uses }")
    else:
        yield from ("", f'??? dod-uses "{told}"', "", *(f"    - {one}" for one in links))


def _times(count: int) -> str:
    return f"{count:,} times" if count != 1 else "once"


def pattern(step: KnownStep) -> str:
    """How a step is written, as Markdown: each parameter leads to its words."""
    pieces = []
    end = 0
    for found in PARAMETER.finditer(step.pattern):
        pieces.append(_escaped(step.pattern[end : found.start()]))
        pieces.append(f"*[{escaped(found[1])}](<#{type_anchor(found[2])}>)*")
        end = found.end()
    return "".join([*pieces, _escaped(step.pattern[end:])])


def _escaped(piece: str) -> str:
    return spaced(piece, escaped(piece))


def type_anchor(name: str) -> str:
    """The anchor of a parameter type."""
    return anchor(f"words-{name}")


def _type(name: str, told: ParameterType) -> Iterator[str]:
    title = _CAPITAL.sub(" ", name).capitalize()
    yield from ("", heading(3, title, type_anchor(name)), "")
    yield f"{coded(capital(told.what))}{'' if told.words else '.'}{' One of:' if told.words else ''}"
    if name in ("Setting", "EffectiveSetting"):
        yield f"The labels and their values are {link('below', '#labels')}."
    if told.words:
        yield from ("", *(f"- `{word}`" for word in told.words))


def _labels() -> Iterator[str]:
    """What may be set, and to what."""
    rows = (
        (
            escaped(name),
            "a whole number, `unknown`" if label.words is None else "<br>".join(f"`{word}`" for word in label.words),
        )
        for name, label in LABELS.items()
    )
    yield from table(("Label", "May be set to"), rows)
