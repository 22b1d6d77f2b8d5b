"""The page of impostors, and of what exposes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from dod_model.kit.comparing import OUTCOME
from dod_model.kit.impostors import IMPOSTORS, TOPICS, Impostor
from dod_model.kit.killing import KillMatrix, kill_matrix
from dod_model.kit.shipped import KINDS, vector_file
from dod_model.publish.markdown import anchor, escaped, heading, link, page, prose, requirement, stated, table
from dod_model.requirements import BY_ID, REQUIREMENTS

INTRODUCTION = """\
To prove that the cases bite, the kit has *impostors*: tools that are wrong in one way each, in which a careful person
could be, and right in all else. Each is asked the vectors of the kit. A vector *exposes* an impostor that answers
otherwise than the documents do. An impostor that no vector exposes would be a hole in the spec."""

BY_REQUIREMENT = """\
A vector may expose an impostor in several things at once: in the outcome, and in what it says of requirements. The
number is that of the vectors."""


def kill_matrix_page() -> str:
    """Every impostor, the vectors that expose it, and the requirements in which they do.

    Raises:
        InputError: the vectors were not recorded.
    """
    return page("Kill matrix", INTRODUCTION, _lines(exposures()))


@cache
def exposures() -> KillMatrix:
    """Which vectors of the kit expose which impostors; found out once.

    Raises:
        InputError: the vectors were not recorded.
    """
    return kill_matrix(IMPOSTORS.values(), (vector_file(kind) for kind in KINDS))


def _lines(matrix: KillMatrix) -> Iterator[str]:
    yield from (_summary(matrix), "", heading(2, "Which vectors expose which impostor", "vectors"), "")
    yield from table(("Impostor", *matrix.asked, "all"), _by_kind(matrix))
    yield from ("", heading(2, "Which requirement catches which impostor", "requirements"), "", BY_REQUIREMENT, "")
    yield from table(("Caught in", "Impostors"), _by_subject(matrix))
    for topic, impostors in TOPICS.items():
        yield from ("", heading(2, topic))
        for one in impostors:
            yield from _section(one, matrix)


def _summary(matrix: KillMatrix) -> str:
    holes, missed = matrix.unexposed, matrix.missed_by("features")
    exposed = f"No vector exposes {_links(holes)}." if holes else "Each is exposed by some vector."
    alone = f"The features alone miss {_links(missed)}." if missed else "The features alone expose all of them."
    return f"{len(matrix.impostors)} impostors are asked {matrix.asked.total():,} vectors. {exposed} {alone}"


def _by_kind(matrix: KillMatrix) -> Iterator[tuple[str, ...]]:
    yield ("*asked*", *(f"*{count:,}*" for count in matrix.asked.values()), f"*{matrix.asked.total():,}*")
    for name in matrix.impostors:
        counts = (matrix.exposing[name, kind] for kind in matrix.asked)
        yield (_link(name), *map(_count, counts), str(matrix.total(name)))


def _by_subject(matrix: KillMatrix) -> Iterator[tuple[str, str]]:
    """The outcome, the requirements in the order of reports, the laws."""
    found = {subject for _, subject, _ in matrix.cells}
    laws = sorted(found - BY_ID.keys() - {OUTCOME})
    for subject in (OUTCOME, *(one.id for one in REQUIREMENTS), *laws):
        caught = matrix.caught_by(subject)
        yield _subject(subject), ", ".join(f"{_link(name)} {count}" for name, count in caught.items())


def _section(one: Impostor, matrix: KillMatrix) -> Iterator[str]:
    yield from ("", heading(3, one.id, one.id), "", f"*It believes:* {prose(one.believes)}", "", "The documents:", "")
    for number in one.cites:
        yield f"- {stated(number)}"
    yield from ("", f"Exposed by {_counts(one.id, matrix)}.")
    if one.id in matrix.reasoned_only:
        yield "It is exposed only in what is inferred, or what the documents contradict one another over."
    subjects = matrix.subjects(one.id)
    if subjects:
        rows = (
            (_subject(name), *(_count(matrix.cells[one.id, name, kind]) for kind in matrix.asked), str(count))
            for name, count in subjects.items()
        )
        yield from ("", *table(("In", *matrix.asked, "all"), rows))


def _count(number: int) -> str:
    return f"{number:,}" if number else ""


def _counts(name: str, matrix: KillMatrix) -> str:
    counts = ((kind, matrix.exposing[name, kind]) for kind in matrix.asked)
    return ", ".join(f"{count:,} {kind}" for kind, count in counts if count) or "no vector"


def _subject(name: str) -> str:
    """A link to a requirement; the outcome and laws as they are."""
    return requirement(name) if name in BY_ID else f"*{escaped(name)}*"


def _links(names: Iterable[str]) -> str:
    return ", ".join(map(_link, names))


def _link(name: str) -> str:
    return link(name, f"#{anchor(name)}")
