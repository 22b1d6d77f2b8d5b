"""A statement, a contradiction, an ability, a behaviour -> all that is known of it, as text for reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dod_model.abilities import ABILITIES, OF_THE_PRODUCT, Ability, Span
from dod_model.documents import Contradiction, Destination, Statement, contradictions
from dod_model.facts import Facts, unknown_fact
from dod_model.releases import Branch
from dod_model.render.explaining import passage_lines
from dod_model.render.layout import Layout
from dod_model.render.passages import behind, citation, place
from dod_model.render.wording import quoted_labels
from dod_model.requirements import REQUIREMENTS
from dod_model.run.behaviours import BEHAVIOURS, Behaviour

ABILITIES_BY_ID: dict[str, Ability] = {one.id: one for one in (*ABILITIES, *OF_THE_PRODUCT)}
"""Every ability by its id."""

DESTINATIONS = {
    Destination.RUN: "how a run goes on, step by step",
    Destination.ASSUMED: "what is assumed and not checked",
    Destination.RELEASE_TABLE: "the table of releases",
    Destination.CONTRADICTIONS: "the contradictions among documents",
    Destination.SITE_DESCRIPTION: "the description of a site: a label, a default, what a field means",
    Destination.OUT_OF_SCOPE: "out of scope",
}
"""Where a statement goes that no requirement cites, in words."""

_REMEDIES = tuple(dict.fromkeys(remedy for one in REQUIREMENTS for remedy in one.remedies))


def about_statement(statement: Statement, setting: Layout) -> Iterator[str]:
    """What it says, its basis, where it goes, its passages; of a contradiction also both sides and the reading."""
    yield from setting.line(statement.id, mood="strong")
    yield from setting.line(statement.says, 2)
    yield ""
    yield from setting.labelled("basis", (statement.basis.value,), 2)
    if statement.inferred_part:
        yield from setting.labelled("inferred", (statement.inferred_part,), 2)
    yield from setting.labelled("cited by", tuple(_citing(statement.id)), 2)
    yield from setting.labelled("goes to", tuple(_destination(statement)), 2)
    if statement.seen:
        yield from setting.labelled("seen", (statement.seen,), 2)
    if statement.passages:
        yield from passage_lines(behind([statement.id]), setting)
    if statement.id in contradictions():
        yield from _contradiction(contradictions()[statement.id], setting)


def _citing(name: str) -> Iterator[str]:
    yield from (one.id for one in REQUIREMENTS if name in one.cites)
    yield from (f"the ability {one.id}" for one in ABILITIES_BY_ID.values() if name in one.cites)
    yield from (f"the behaviour {one.id}" for one in BEHAVIOURS.values() if name in one.cites)


def _destination(statement: Statement) -> Iterator[str]:
    if statement.goes_to is not None:
        reason = f": {statement.reason}" if statement.reason else ""
        yield DESTINATIONS[statement.goes_to] + reason


def _contradiction(found: Contradiction, setting: Layout) -> Iterator[str]:
    corrected = found.corrected
    state = f"corrected on {corrected.date.isoformat()}" if corrected else "open"
    yield ""
    yield from setting.line("Where documents disagree", 2, "strong")
    yield from setting.line(f"{found.title} ({state})", 4)
    for side in found.sides:
        yield from setting.line(side.says, 4, head="- ")
        for told in dict.fromkeys(place(citation(found.id, passage)) for passage in side.passages):
            yield from setting.line(told, 6, "faint")
    yield from setting.labelled("reading", (f"{found.reading} ({found.basis.value})",), 4)
    if corrected:
        yield from setting.labelled("corrected", (corrected.shown_by,), 4)
    yield from setting.labelled("touches", found.requirements, 4)
    others = tuple(name for name in found.statements if name != found.id)
    yield from setting.labelled("see also", (", ".join(others),) if others else (), 4)


def about_ability(ability: Ability, setting: Layout) -> Iterator[str]:
    """What it is, in which releases, whose release counts, what hangs on it, and its passages."""
    yield from setting.line(ability.id, mood="strong")
    yield from setting.line(ability.statement, 2)
    yield ""
    yield from setting.labelled("current", (span_in_words(ability.current, ""),), 2)
    yield from setting.labelled("preview", (span_in_words(ability.preview, "TP "),), 2)
    whose = "the releases of site and client" if ability.asks_client else "the release of the site"
    yield from setting.labelled("counts", (whose,), 2)
    branches = [branch.value for branch in Branch if branch in ability.client_inferred]
    if branches:
        inferred = f"in part: that the release of the client counts, too ({' and '.join(branches)})"
        yield from setting.labelled("inferred", (inferred,), 2)
    yield from setting.labelled("rests on", (", ".join(ability.cites),), 2)
    yield from setting.labelled("decides", tuple(_decided_by(ability)), 2)
    yield from setting.labelled("allows", tuple(_allowed_by(ability)), 2)
    yield from passage_lines(behind(ability.cites), setting)


def about_behaviour(behaviour: Behaviour, setting: Layout) -> Iterator[str]:
    """What happens in a run, whether the documents say so or how it was reasoned, and its passages."""
    yield from setting.line(behaviour.id, mood="strong")
    yield from setting.line(behaviour.statement, 2)
    yield ""
    yield from setting.labelled("basis", (behaviour.basis.value,), 2)
    yield from setting.labelled("inferred", (behaviour.reasoning,) if behaviour.reasoning else (), 2)
    yield from setting.labelled("rests on", (", ".join(behaviour.cites),) if behaviour.cites else (), 2)
    if behaviour.cites:
        yield from passage_lines(behind(behaviour.cites), setting)


def span_in_words(span: Span, prefix: str) -> str:
    """When something holds on a branch, in words.

    Args:
        span: the span.
        prefix: stands before each release.
    """
    if span.unsaid_from == 0:
        return "no document says"
    if span.since is None:
        silent = f" before {prefix}{span.unsaid_from}; from then on no document says"
        return "in no release" + (silent if span.unsaid_from else "")
    told = f"since {prefix}{span.since}"
    if span.until is not None:
        only = span.since == span.until
        told = f"{prefix}{span.since} only" if only else f"from {prefix}{span.since} through {prefix}{span.until}"
    return told + (f"; from {prefix}{span.unsaid_from} on no document says" if span.unsaid_from else "")


def _decided_by(ability: Ability) -> Iterator[str]:
    """The requirements that judge releases on the ability."""
    for one in REQUIREMENTS:
        if one.needs is not None and ability in _possible(one.needs, Facts()):
            yield one.id


def _possible(needs: Callable[[Facts], Ability], facts: Facts) -> list[Ability]:
    """The abilities that may be meant, whatever is not known."""
    try:
        return [needs(facts)]
    except AttributeError as error:
        name = unknown_fact(error)
    return [found for value in facts.domain(name) for found in _possible(needs, facts.filled(name, value))]


def _allowed_by(ability: Ability) -> Iterator[str]:
    """The remedies, and the cmdlets, that there are with the ability only."""
    yield from (quoted_labels(one.action) for one in _REMEDIES if one.needs is ability)
    yield from (f"PowerShell: {one.cmdlet}" for one in _REMEDIES if one.cmdlet_needs is ability)
