"""Every numbered statement is in the register, and leads to exactly one place."""

import re

import pytest

from dod_model.documents import Basis, Destination, Statement, contradictions, statements
from dod_model.requirements import REQUIREMENTS
from dod_model.run.behaviours import BEHAVIOURS
from dod_model.run.events import Event

# Written out from the register of facts, not from the data: letter, first and last number.
RANGES = [
    ("F", 1, 24),
    ("F", 30, 46),
    ("F", 50, 72),
    ("F", 80, 89),
    ("F", 90, 115),
    ("F", 120, 134),
    ("F", 140, 154),
    ("E", 1, 19),
    ("G", 1, 20),
]
IDS = {
    f"{letter}{number:0{3 if letter == 'F' else 2}}"
    for letter, first, last in RANGES
    for number in range(first, last + 1)
}
IDS |= {"F08A", "F08B", "F10A"}

# Where part of what a fact says is read in no page.
PARTLY_INFERRED = {"F009", "F015", "F058", "F066", "F098", "F105", "F107", "F108", "F125", "F144", "F149", "F154"}

every_statement = pytest.mark.parametrize("statement", statements().values(), ids=lambda statement: statement.id)


def cited() -> set[str]:
    return {number for requirement in REQUIREMENTS for number in requirement.cites}


def cited_by_the_run() -> set[str]:
    """What behaviours, events, and requirements that show in a run cite."""
    found = {number for behaviour in BEHAVIOURS.values() for number in behaviour.cites}
    found |= {number for event in Event.__subclasses__() for number in event.documented}
    return found | {number for one in REQUIREMENTS if one.fails is not None for number in one.fails.cites}


def test_every_statement_is_there_and_no_other() -> None:
    assert len(IDS) == 172
    assert set(statements()) == IDS
    assert all(number == statement.id for number, statement in statements().items())


def test_requirements_cite_known_statements() -> None:
    assert cited() <= IDS


@every_statement
def test_a_statement_goes_to_exactly_one_place(statement: Statement) -> None:
    assert (statement.id in cited()) is (statement.goes_to is None)


def test_the_run_cites_what_goes_to_it() -> None:
    sent = {number for number, statement in statements().items() if statement.goes_to is Destination.RUN}
    assert sent <= cited_by_the_run() <= sent | cited()


@every_statement
def test_a_statement_says_one_thing_in_a_sentence(statement: Statement) -> None:
    assert re.fullmatch(r"[A-Z\"].*\.", statement.says)
    assert len(re.findall(r"\.(?: |$)", statement.says)) == 1
    assert len(statement.says) <= 280


@every_statement
def test_a_statement_tells_where_it_was_found(statement: Statement) -> None:
    assert statement.passages or (statement.seen and statement.basis is Basis.THIRD_PARTY)
    assert len(set(statement.passages)) == len(statement.passages)


@every_statement
def test_what_is_out_of_scope_has_a_reason(statement: Statement) -> None:
    if statement.goes_to is Destination.OUT_OF_SCOPE:
        assert statement.reason
    if statement.goes_to is None:
        assert statement.reason is None


def test_what_is_inferred_is_marked() -> None:
    marked = {number for number, statement in statements().items() if statement.inferred_part and number[0] == "F"}
    assert marked == PARTLY_INFERRED
    assert {number for number, statement in statements().items() if statement.basis is Basis.INFERRED} == {"F083"}


def test_what_goes_to_the_contradictions_is_told_there() -> None:
    told = {number for contradiction in contradictions().values() for number in contradiction.statements}
    sent = {number for number, statement in statements().items() if statement.goes_to is Destination.CONTRADICTIONS}
    assert sent <= told <= IDS


def test_every_destination_is_used() -> None:
    assert {statement.goes_to for statement in statements().values()} == {*Destination, None}
