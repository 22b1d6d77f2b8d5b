"""What every report is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from dod_model.kit.judgement import Judged
from dod_model.kit.scoring import Scores


class Report(Protocol):
    """A report in the making: it hears of every vector, and is told in the end.

    Most keep nothing, for the scores have what is to be told; so there may be millions of vectors.
    """

    def add(self, judged: Judged) -> None:
        """Hear of one vector."""

    def finish(self, scores: Scores, notes: tuple[str, ...]) -> Iterator[str]:
        """The report, in pieces of text.

        Args:
            scores: everything that was heard of, added up.
            notes: what was odd about the tool, as sentences.
        """


class OfScores:
    """A report that is made of the scores alone."""

    def add(self, judged: Judged) -> None:
        """Nothing is kept of it."""
