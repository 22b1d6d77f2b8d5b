"""Known disagreements: what a tool answers otherwise, on purpose or not yet mended, and nobody wants to hear of again.

A text file, one a line: the id of a vector, then perhaps what the disagreement is about, then perhaps why::

    # A1: release 1906 is told as 1910 by our inventory
    features/gates/releases-1906        outcome
    boundaries/on-demand/1/site-1906    # wait for the answer of the vendor

Without a subject the line stands for all that the answer to the vector differs in, and for no answer on purpose.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache, cached_property
from heapq import nlargest
from typing import get_args

from dod_model.errors import InputError, Problem
from dod_model.intake.encoding import decoded
from dod_model.intake.files import read_bytes
from dod_model.intake.limits import MIB, PROBLEMS
from dod_model.kit.comparing import OUTCOME, PLAN, RUN
from dod_model.kit.format import Kind
from dod_model.kit.laws import LAWS
from dod_model.requirements import BY_ID
from dod_model.site.nearest import closest, cut

LARGEST = MIB
"""Most bytes of such a file."""
DRAWN = "drawn"
"""The first part of the ids of random questions. Which of them there are hangs on the run."""

_COMMENT = re.compile(r"(?:^|\s)#")
_HINTS = 20  # names that get the nearest told, which costs some ten milliseconds each
_LONG = 256  # letters of an id for which the nearest is looked for
_FINALISTS = 20  # ids of a kind that are compared closely
_DIGEST = re.compile("[0-9a-f]{6,}")
_ALIKE, _MUCH_ALIKE = 0.6, 0.8  # how much of a name has to be there to have been meant; of a digest, of a whole id
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
        raise InputError(*(_about(one, path) for one in error.problems)) from None
    return Known(path, tuple(lines))


def _about(problem: Problem, path: str) -> Problem:
    """The problem with the name of the file, without the hint for a folder: that names descriptions of sites."""
    return replace(problem, file=path, hint="" if problem.code == "directory" else problem.hint)


def check_vectors(known: Known, ids: Callable[[str], Collection[str]]) -> None:
    """Make sure that every line names a vector that there is, be it asked in this run or not.

    So a line whose vector is left aside by options does no harm, and one that is misspelt does not stay unnoticed.
    Random questions (``drawn/...``) are taken as they are, for which of them there are hangs on the run.

    Args:
        known: the lines.
        ids: the ids of all vectors of a kind; none where there is no such kind. It is called once for each kind.

    Raises:
        InputError: there are no such vectors; all of them are told, with the nearest.
    """
    problems: list[Problem] = []
    every = cache(lambda kind: frozenset(ids(kind)))
    for one in known.lines:
        kind = one.vector.partition("/")[0]
        if kind == DRAWN or one.vector in every(kind):
            continue
        near = _nearest(one.vector, every) if len(problems) < _HINTS else ""
        hint = f"Did you mean '{near}'?" if near else "`dod kit list --ids` tells them all."
        message = f"there is no vector '{cut(one.vector)}'"
        problems.append(Problem("unknown-vector", message, hint=hint, file=known.file, line=one.line))
    if problems:
        raise InputError(*_first(problems))


def _nearest(vector: str, ids: Callable[[str], Collection[str]]) -> str:
    """The id that was probably meant; empty if none is near.

    One that differs after its last hyphen only, where digests stand, is nearer than the others in its folder, and those
    are nearer than the others of its kind.
    """
    kind, _, rest = vector.partition("/")
    meant = closest(kind, get_args(Kind))
    if not meant or not rest or len(vector) > _LONG:
        return ""
    wanted, there = f"{meant}/{rest}", sorted(ids(meant))
    if wanted in there:
        return wanted
    near = _same_but_for_the_end(wanted, there) or _in_folder(wanted, there)
    return near or _most_alike(wanted, _likely(wanted, there), _MUCH_ALIKE)


def _same_but_for_the_end(wanted: str, there: Collection[str]) -> str:
    """The nearest of those that are the same up to the last hyphen, also where nothing was written after that."""
    stems = {wanted, wanted.rpartition("-")[0]}
    same = [one for one in there if "-" in one and one.rpartition("-")[0] in stems]
    return _most_alike(wanted, same, 0.0)


def _in_folder(wanted: str, there: Collection[str]) -> str:
    """The nearest of those in the same folder, by their last names."""
    folder, _, name = wanted.rpartition("/")
    names = [one.rpartition("/")[2] for one in there if one.rpartition("/")[0] == folder]
    near = _most_alike(name, names, _MUCH_ALIKE if _DIGEST.fullmatch(name) else _ALIKE)
    return f"{folder}/{near}" if near else ""


def _likely(wanted: str, there: Collection[str]) -> list[str]:
    """The few with the most pairs of letters in common, for a close comparison takes its time."""
    pairs = _pairs(wanted)
    return nlargest(_FINALISTS, there, key=lambda one: len(pairs & _pairs(one)) / len(pairs | _pairs(one)))


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[start : start + 2] for start in range(len(text)))


def _most_alike(wanted: str, among: Collection[str], least: float) -> str:
    """The one that is most like it, and at least as much as this; empty if there is none such."""
    matcher = SequenceMatcher(b=wanted, autojunk=False)
    best, found = least, ""
    for one in among:
        matcher.set_seq1(one)
        if matcher.real_quick_ratio() < best or matcher.quick_ratio() < best:
            continue
        if (alike := matcher.ratio()) > best or (not found and alike == best):
            best, found = alike, one
    return found


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
            above = _with(above, comment)
            continue
        one = KnownDisagreement(words[0], "".join(words[1:2]), comment or " ".join(above), number)
        above = []
        before = first.setdefault((one.vector, one.subject), number)
        if problem := _problem(one, words[2:], before):
            problems.append(problem)
        found.append(one)
    return found, problems


def _with(above: list[str], comment: str) -> list[str]:
    """The comments right above the next line; a blank line parts them from it."""
    above.append(comment)
    return above if comment else []


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
