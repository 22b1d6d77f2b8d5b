"""Which passages are cited, and by which statements?"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from dod_model.documents.contradictions import contradictions
from dod_model.documents.passages import Passage, documents
from dod_model.documents.statements import statements

__all__ = ["cited"]


@cache
def cited() -> Mapping[Passage, tuple[str, ...]]:
    """Return every passage, in the order of the documents, with the numbers of the statements that rest on it.

    A contradiction has the number of its statement, and rests on the passages of all its sides.
    """
    found: dict[Passage, set[str]] = {}
    for number, passage in _citations():
        found.setdefault(passage, set()).add(number)
    order = {key: index for index, key in enumerate(documents())}
    ordered = sorted(found, key=lambda one: order[one.document])
    return MappingProxyType({passage: tuple(sorted(found[passage])) for passage in ordered})


def _citations() -> Iterator[tuple[str, Passage]]:
    for statement in statements().values():
        for passage in statement.passages:
            yield statement.id, passage
    for contradiction in contradictions().values():
        for side in contradiction.sides:
            for passage in side.passages:
                yield contradiction.id, passage
