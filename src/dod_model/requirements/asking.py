"""Asking questions of facts of which some are unknown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from dod_model.facts import OTHER_SIDE, Facts, unknown_fact

Answer = TypeVar("Answer")


def agreed(question: Callable[[Facts], Answer], facts: Facts, otherwise: Answer) -> Answer:
    """Ask a question for every value that the unknown facts could have; the answer if all agree.

    Only facts that the question reads count, and they are finite and few, so this ends soon.

    Args:
        question: a function of facts; it raises `AttributeError` where it reads an unknown one.
        facts: the facts.
        otherwise: the answer where the answers differ.
    """
    try:
        return question(facts)
    except AttributeError as error:
        name = unknown_fact(error)
    possible = facts.each(name)
    answer = agreed(question, next(possible), otherwise)
    if answer == otherwise or any(agreed(question, known, otherwise) != answer for known in possible):
        return otherwise
    return answer


def certainly_or_perhaps(test: Callable[[Facts], bool], facts: Facts) -> bool:
    """Whether a test holds for at least one value that the unknown facts could have."""
    return agreed(test, facts, None) is not False


def facts_read(question: Callable[[Facts], object], facts: Facts) -> tuple[str, ...]:
    """The facts that the answer to a question rests on, in the order in which they are read.

    With unknown facts: those read for any value that the unknown ones could have. What an unknown release could be
    depends on the branch of the other side, so that one counts as read, too.
    """
    read: dict[str, None] = {}

    def ask(known: Facts) -> None:
        watched = Watched(known, read)
        try:
            question(cast(Facts, watched))
        except AttributeError as error:
            name = unknown_fact(error)
            if name in OTHER_SIDE:
                read[OTHER_SIDE[name]] = None
            for filled in known.each(name):
                ask(filled)

    ask(facts)
    return tuple(read)


class Watched:
    """Facts that note which of them are read."""

    def __init__(self, facts: Facts, read: dict[str, None]) -> None:
        """Note every read of a fact in ``read``."""
        self._facts = facts
        self._read = read

    if not TYPE_CHECKING:
        site_can = Facts.site_can
        client_can = Facts.client_can
        can = Facts.can

    def __getattr__(self, name: str) -> Any:
        """Read a fact and note it."""
        self._read[name] = None
        return getattr(self._facts, name)
