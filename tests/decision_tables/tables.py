"""Reading decision tables, and answering from them. Nothing here knows the functions that the tables are held against.

A table is text: a head line with the facts and the answers, then a row a line; the first row that fits counts.
A cell of a fact is ``*`` for any value or some of its values, separated by commas. Releases are written
``1910``, ``1802..1906``, ``..1710``, ``2006..``, with ``TP`` before for technical previews; ``TP`` is all of them.
"""

from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from itertools import product

YES_NO = ("yes", "no")
# The ends of each stretch in which the documents say the same, and the releases beside them.
CURRENT_BRANCH = ("1511", "1710", "1802", "1806", "1906", "1910", "2002", "2006", "2010", "2103", "2107", "2603")
PREVIEWS = (1512, 1801, 1802, 1805, 1806, 1908, 1909, 1910, 2001, 2002, 2103, 2107, 2603)
RELEASES = (*CURRENT_BRANCH, *(f"TP {number}" for number in PREVIEWS))
STARTS = ("software-center", "schedule", "pxe", "boot-media", "stand-alone-media", "prestaged-media", "windows-pe")
VALUES = {
    "place": ("internet", "intranet"),
    "started_from": STARTS,
    "site_release": RELEASES,
    "client_release": RELEASES,
    "purpose": ("available", "required"),
    "available_to": ("clients", "clients-media-and-pxe", "media-and-pxe", "media-and-pxe-hidden"),
    "option": ("download-when-needed", "download-all-before-start", "run-from-distribution-point"),
    "metered_communication": ("allow", "limit", "block"),
}
"""Every value of each fact that is no yes or no."""
UNKNOWN = "?"
Case = tuple[str, ...]


class Table:
    """A decision table: facts on the left, one column of answers on the right."""

    def __init__(self, text: str) -> None:
        head, *rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
        self.facts = tuple(head[:-1])
        self.rows = [(tuple(row[:-1]), row[-1]) for row in rows]
        assert all(len(conditions) == len(self.facts) for conditions, _ in self.rows), text
        self.answer = lru_cache(maxsize=None)(self._answer)

    def _answer(self, case: Case) -> str:
        """The answer of the first row that fits a case without unknowns."""
        return next(answer for conditions, answer in self.rows if row_fits(case, conditions))

    def cases(self, *, unknown: bool) -> Iterator[Case]:
        """The full product of the values; site and client are of one branch."""
        values = [(*values_of(fact), *((UNKNOWN,) if unknown else ())) for fact in self.facts]
        return (case for case in product(*values) if self._one_branch(case))

    @cached_property
    def complete(self) -> tuple[Case, ...]:
        """All cases without unknowns."""
        return tuple(self.cases(unknown=False))

    def answers(self, case: Case) -> set[str]:
        """Every answer that a case with unknowns may come to."""
        choices = [
            values_of(fact) if value == UNKNOWN else (value,) for fact, value in zip(self.facts, case, strict=True)
        ]
        return {self.answer(one) for one in product(*choices) if self._one_branch(one)}

    def _one_branch(self, case: Case) -> bool:
        releases = [value for value in case if value in RELEASES]
        return len({value.startswith("TP") for value in releases}) <= 1


def row_fits(case: Case, conditions: Case) -> bool:
    """Whether the conditions of a row fit a case without unknowns."""
    return all(map(fits, case, conditions))


def values_of(fact: str) -> tuple[str, ...]:
    """Every value of a fact, in words."""
    return VALUES.get(fact, YES_NO)


@cache
def fits(value: str, cell: str) -> bool:
    """Whether a value is one of those in a cell."""
    if cell == "*":
        return True
    alternatives = [one.strip() for one in cell.split(",")]
    if value in RELEASES:
        return any(_release_fits(value, one) for one in alternatives)
    return value in alternatives


def _release_fits(value: str, cell: str) -> bool:
    if value.startswith("TP") != cell.startswith("TP"):
        return False
    span = cell.removeprefix("TP").strip()
    since, dots, until = span.partition("..")
    number = int(value.removeprefix("TP"))
    last = until if dots else since
    return int(since or 0) <= number <= int(last or 9999)
