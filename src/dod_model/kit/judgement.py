"""What comes of asking a tool one vector."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from dod_model.kit.comparing import Disagreement


class Result(Enum):
    """What came of asking one vector."""

    AGREED = "agreed"
    DISAGREED = "disagreed"
    DONT_KNOW = "don't know"
    SKIPPED = "skipped"
    ERROR = "error"
    NOT_ASKED = "not asked"


COMPARED = (Result.AGREED, Result.DISAGREED)
"""The tool answered, and its answer was compared."""
OPEN = (Result.DONT_KNOW, Result.SKIPPED)
"""The tool was asked and gave no answer, on purpose."""
KEPT = (Result.DISAGREED, *OPEN, Result.ERROR)
"""What a report has to tell of."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One vector, judged.

    Attributes:
        id: its id.
        why: what it shows.
        result: what came of it.
        disagreements: in what the answer differs.
        reason: why there is no answer; empty where there is one.
        known: what the disagreements are about that are known, and so do not count.
    """

    id: str
    why: str
    result: Result
    disagreements: tuple[Disagreement, ...] = ()
    reason: str = ""
    known: frozenset[str] = frozenset()

    @property
    def kind(self) -> str:
        """Where it comes from: the first part of the id."""
        return self.id.partition("/")[0]

    @property
    def against_documents(self) -> bool:
        """Whether it differs in something that the documents say, uncontested, and that is not known."""
        return any(one.basis == "documented" and one.subject not in self.known for one in self.disagreements)
