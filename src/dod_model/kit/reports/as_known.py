"""Scores -> a file of known disagreements: everything in which the tool differs from the documents today."""

from __future__ import annotations

from collections.abc import Iterator

from dod_model.kit.judgement import OPEN, Judged, Result
from dod_model.kit.scoring import Scores

HEAD = """\
# Known disagreements, for `dod kit run --known`. A line that does not differ any more fails, until it is taken out.
"""


class KnownReport:
    """The report as a file that `dod_model.kit.known.read_known` reads; it holds a line for each disagreement."""

    def __init__(self) -> None:
        """Begin without a disagreement."""
        self._lines: list[str] = []

    def add(self, judged: Judged) -> None:
        """Note what counts against the tool, and what it does not answer; the rest does not count anyway."""
        if judged.result in OPEN:
            self._lines.append(f"{judged.id}\n")
        if judged.result is Result.DISAGREED:
            documented = [one.subject for one in judged.disagreements if one.basis == "documented"]
            self._lines += [f"{judged.id}  {subject}\n" for subject in documented]

    def finish(self, scores: Scores, notes: tuple[str, ...]) -> Iterator[str]:
        """The file, a line after the other."""
        del scores, notes
        yield HEAD
        if self._lines:
            yield "\n"  # so that the head is not taken for why the first one is known
        yield from self._lines
