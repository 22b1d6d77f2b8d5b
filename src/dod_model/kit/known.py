"""Known disagreements: what a tool answers otherwise, on purpose or not yet mended, and nobody wants to hear of again.

A text file, one a line: the id of a vector, then perhaps what the disagreement is about, then perhaps why::

    # A1: release 1906 is told as 1910 by our inventory
    features/gates/releases-1906        outcome
    boundaries/on-demand/1/site-1906    # wait for the answer of the vendor

Without a subject the line stands for all that the answer to the vector differs in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dod_model.errors import InputError, Problem
from dod_model.intake.encoding import decoded
from dod_model.intake.files import read_bytes
from dod_model.intake.limits import MIB, PROBLEMS
from dod_model.kit.comparing import OUTCOME, PLAN, RUN
from dod_model.kit.laws import LAWS
from dod_model.requirements import BY_ID
from dod_model.site.nearest import closest, cut

LARGEST = MIB
"""Most bytes of such a file."""
DRAWN = "drawn"
"""The first part of the ids of random questions. Which of them there are hangs on the run."""

_COMMENT = re.compile(r"(?:^|\s)#")
_HINTS = 20  # names that get the nearest told, which costs milliseconds each
_SUBJECTS = frozenset({OUTCOME, PLAN, RUN, *BY_ID, *(law.name for law in LAWS)})


@dataclass(frozen=True, slots=True)
class KnownDisagreement:
    """One line of the file.

    Attributes:
        vector: the id of the vector.
        subject: what the disagreement is about: a requirement, a law, or a part of an answer; empty for everything.
        why: the comment on the line, else the one in the lines right above it; may be empty.
        line: its number, from 1.
    """

    vector: str
    subject: str
    why: str
    line: int

    def covers(self, subject: str) -> bool:
        """Whether it stands for a disagreement about this."""
        return self.subject in ("", subject)


@dataclass(frozen=True)
class Known:
    """All lines of a file.

    Attributes:
        file: its name; empty where there is none.
        lines: its lines, in their order.
    """

    file: str = ""
    lines: tuple[KnownDisagreement, ...] = ()

    @cached_property
    def _by_vector(self) -> Mapping[str, tuple[KnownDisagreement, ...]]:
        found: dict[str, tuple[KnownDisagreement, ...]] = defaultdict(tuple)
        for one in self.lines:
            found[one.vector] += (one,)
        return dict(found)

    def of(self, vector: str) -> tuple[KnownDisagreement, ...]:
        """The lines about a vector."""
        return self._by_vector.get(vector, ())

    def covers(self, vector: str, subject: str) -> bool:
        """Whether it is known that the answer to a vector differs in this."""
        return any(one.covers(subject) for one in self.of(vector))

    def place(self, one: KnownDisagreement) -> str:
        """Where a line stands, as compilers write it."""
        return f"{self.file}:{one.line}"


def read_known(path: str) -> Known:
    """Read a file of known disagreements. Windows line ends, a byte order mark and blank lines do no harm.

    Args:
        path: the file; ``-`` is the standard input.

    Raises:
        InputError: it cannot be read, is larger than `LARGEST`, or has lines that mean nothing; all of them are told.
    """
    try:
        raw = read_bytes(path, LARGEST)
        if len(raw) > LARGEST:
            raise InputError(Problem("too-large", f"the file has more than {LARGEST:,} bytes"))
        lines, problems = _lines(decoded(raw))
        if problems:
            raise InputError(*_first(problems))
    except InputError as error:
        raise InputError(*(replace(one, file=path) for one in error.problems)) from None
    return Known(path, tuple(lines))


def check_vectors(known: Known, ids: Callable[[str], Collection[str]]) -> None:
    """Make sure that every line names a vector that there is, be it asked in this run or not.

    So a line whose vector is left aside by options does no harm, and one that is misspelt does not stay unnoticed.
    Random questions (``drawn/...``) are taken as they are, for which of them there are hangs on the run.

    Args:
        known: the lines.
        ids: the ids of all vectors of a kind; none where there is no such kind.

    Raises:
        InputError: there are no such vectors; all of them are told, with the nearest.
    """
    problems: list[Problem] = []
    for one in known.lines:
        kind = one.vector.partition("/")[0]
        if kind == DRAWN or one.vector in (there := ids(kind)):
            continue
        near = closest(one.vector, there) if len(problems) < _HINTS else ""
        hint = f"Did you mean '{near}'?" if near else "`dod kit list --ids` tells them all."
        message = f"there is no vector '{cut(one.vector)}'"
        problems.append(Problem("unknown-vector", message, hint=hint, file=known.file, line=one.line))
    if problems:
        raise InputError(*_first(problems))


def _first(problems: list[Problem]) -> Iterator[Problem]:
    yield from problems[:PROBLEMS]
    if more := len(problems[PROBLEMS:]):
        yield Problem("more-problems", f"and {more:,} more")


def _lines(text: str) -> tuple[list[KnownDisagreement], list[Problem]]:
    found: list[KnownDisagreement] = []
    problems: list[Problem] = []
    first: dict[tuple[str, str], int] = {}
    above: list[str] = []
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        words, comment = _parted(line)
        if not words:
            above = [*above, comment] if comment else []
            continue
        one = KnownDisagreement(words[0], "".join(words[1:2]), comment or " ".join(above), number)
        above = []
        before = first.setdefault((one.vector, one.subject), number)
        if problem := _problem(one, words[2:], before):
            problems.append(problem)
        found.append(one)
    return found, problems


def _parted(line: str) -> tuple[list[str], str]:
    """The words of a line, and its comment."""
    before, *rest = _COMMENT.split(line, maxsplit=1)
    return before.split(), "".join(rest).strip()


def _problem(one: KnownDisagreement, more: list[str], before: int) -> Problem | None:
    if more:
        message = f"expected the id of a vector and perhaps what it is about, found {2 + len(more)} words"
        return Problem("too-many-words", message, hint="A comment begins with '#'.", line=one.line)
    if one.subject and one.subject not in _SUBJECTS:
        near = closest(one.subject, _SUBJECTS)
        hint = f"Did you mean '{near}'?" if near else f"It is '{OUTCOME}', '{PLAN}', '{RUN}', a requirement or a law."
        message = f"no answer differs in '{cut(one.subject)}', which is no requirement, law or part of an answer"
        return Problem("unknown-subject", message, hint=hint, line=one.line)
    if before != one.line:
        return Problem("duplicate", f"this stands in line {before} already", line=one.line)
    return None
