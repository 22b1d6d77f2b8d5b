"""The page that follows everything from the documents to the last run, and tells what does not arrive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from dod_model.documents import documents
from dod_model.documents.starting_document import DOCUMENT
from dod_model.publish.documents.framing import below_documents
from dod_model.publish.documents.traces import Leg, StatementTrace, Traces, UnitTrace
from dod_model.publish.documents.ways import KINDS
from dod_model.publish.labels import badge, counted
from dod_model.publish.markdown import escaped, heading, link, prose, requirement, statement, table
from dod_model.publish.material import Material
from dod_model.publish.passages import document_page_name
from dod_model.requirements import BY_ID

INTRODUCTION = """\
What becomes of everything that the documents say. This page is counted anew with every build, from the registers, the
features, the vectors and the last run; whatever does not arrive is marked, and listed above its table."""

UNITS = """\
The project starts from one page: the announcement of the ability in a technical preview. It is cut into units, its
sentences and headings. Each leads to statements, through them to requirements, on to the scenarios and vectors that
ask for these, and to what came of them; or it is not normative."""

STATEMENTS = """\
Every statement of the register, from all documents, and where it went. One that goes to a requirement is followed to
the last run."""


def traceability_page(material: Material) -> str:
    """From each unit of the starting document, and from each statement, to the last run.

    Raises:
        InputError: the vectors of the kit were not recorded, or a feature is no Gherkin.
    """
    traces = Traces(material)
    lines = [INTRODUCTION, "", *_units(traces.units), *_statements(traces.statements)]
    return below_documents("Traceability", lines)


def _units(traces: tuple[UnitTrace, ...]) -> Iterator[str]:
    start = documents()[DOCUMENT]
    yield from (heading(2, "From the starting document to the last run", "units"), "", UNITS, "")
    yield f"The page: {link(start.title, f'~/{document_page_name(start)}')}."
    aside = sum(not one.unit.normative and not one.fault for one in traces)
    arrived = sum(one.unit.normative and not one.fault for one in traces)
    told = (
        f"{counted(len(traces), 'unit')}: {arrived} lead through requirements, scenarios and vectors to a run in which "
        f"all passed; {aside} are not normative, each with why; {len(traces) - arrived - aside} do not arrive."
    )
    yield from _summary(told, ((escaped(one.unit.id), one.fault) for one in traces))
    head = ("Unit", "Statements", "Requirement", "Scenarios in the last run", "Vectors that turn on it")
    yield from table(head, (row for one in traces for row in _unit(one)))


def _summary(told: str, faults: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What was counted, and everything that does not arrive."""
    amiss = [(name, fault) for name, fault in faults if fault]
    yield from ("", '!!! failure "Not complete"' if amiss else '!!! success "Complete"', "", f"    {told}", "")
    yield from (f"    - {name}: {escaped(fault)}" for name, fault in amiss)
    yield ""


def _unit(one: UnitTrace) -> Iterator[tuple[str, ...]]:
    unit = one.unit
    none = badge("none", "bad") if unit.normative else ""
    first = (f"**{escaped(unit.id)}** {prose(unit.about)}", ", ".join(map(statement, unit.statements)) or none)
    if not unit.normative:
        why = f"*not normative:* {prose(unit.why_not)}" if unit.why_not else badge(one.fault, "bad")
        yield (*first, why, "", "")
        return
    if not one.legs:
        yield (*first, badge(one.fault, "bad"), "", "")
    for index, leg in enumerate(one.legs):
        yield (*(("", "") if index else first), *_leg(leg))


def _leg(leg: Leg) -> tuple[str, ...]:
    if leg.requirement not in BY_ID:
        return (f"{escaped(leg.requirement)} {badge(leg.fault, 'bad')}", "", "")
    scenarios = link(counted(leg.scenarios, "scenario"), f"~/requirements/{leg.requirement}.md#scenarios")
    vectors = (
        link(f"{leg.vectors:,}", f"~/requirements/{leg.requirement}.md#kit") if leg.vectors else badge("none", "bad")
    )
    return (requirement(leg.requirement), f"{scenarios} {leg.tally.label}", vectors)


def _statements(traces: tuple[StatementTrace, ...]) -> Iterator[str]:
    yield from ("", heading(2, "Where every statement went", "statements"), "", STATEMENTS)
    amiss = sum(bool(one.fault) for one in traces)
    told = f"{counted(len(traces), 'statement')}: {len(traces) - amiss} arrive; {amiss} do not."
    yield from _summary(told, ((statement(one.statement.id), one.fault) for one in traces))
    yield from table(("Goes to", "Statements", "Not named there"), _by_kind(traces))
    yield ""
    yield from table(("Statement", "What it says", "Goes to", "Last run"), map(_statement, traces))


def _by_kind(traces: tuple[StatementTrace, ...]) -> Iterator[tuple[str, ...]]:
    numbers = Counter(one.way.kind for one in traces)
    untold = Counter(one.way.kind for one in traces if not one.way.told)
    for kind in KINDS:
        if numbers[kind]:
            yield (escaped(kind), str(numbers[kind]), badge(str(untold[kind]), "bad") if untold[kind] else "0")
    yield ("**all**", f"**{numbers.total()}**", f"**{untold.total()}**")


def _statement(one: StatementTrace) -> tuple[str, ...]:
    mark = "" if one.way.told else f" {badge(one.fault, 'bad')}"
    came = " ".join(leg.tally.label for leg in one.legs)
    return (statement(one.statement.id), prose(one.statement.says), f"{one.way.markdown}{mark}", came)
