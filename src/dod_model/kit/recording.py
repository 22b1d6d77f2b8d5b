"""Vectors -> files: one kind a file, one vector a line, the same bytes for the same spec."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from json import dumps
from pathlib import Path
from typing import Any

from dod_model.kit.boundaries import boundaries
from dod_model.kit.combinations import combined
from dod_model.kit.format import FORMAT, About, Kind, Question, Relation, Vector
from dod_model.kit.relations import relations
from dod_model.render.json_report import passages
from dod_model.render.passages import citations
from dod_model.requirements import REQUIREMENTS, Requirement

DERIVED: dict[Kind, Callable[[], Iterable[Vector | Relation]]] = {
    "boundaries": boundaries,
    "pairs": partial(combined, "pairs"),
    "triples": partial(combined, "triples"),
    "relations": relations,
}
"""What is made beside the features, by the kind of its file."""
HEAD_AND_END = 2
"""So many pieces of a file are no entries."""


def write(folder: Path, kind: Kind, entries: Iterable[Vector | Relation]) -> int:
    """Write one file, whole or not at all; return how many entries it has.

    Raises:
        OSError: the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f"{kind}.json.part"
    pieces = 0
    try:
        with unfinished.open("w", encoding="utf-8", newline="\n") as file:
            for piece in lines(kind, entries):
                file.write(piece)
                pieces += 1
        unfinished.replace(folder / f"{kind}.json")
    finally:
        unfinished.unlink(missing_ok=True)
    return pieces - HEAD_AND_END


def lines(kind: Kind, entries: Iterable[Vector | Relation]) -> Iterator[str]:
    """A file in pieces: the head, a line for each entry, the end. Together they are one JSON document."""
    known = ",".join(f"{dumps(one.id)}:{about(one).model_dump_json(ensure_ascii=True)}" for one in REQUIREMENTS)
    holds = "relations" if kind == "relations" else "vectors"
    yield (f'{{"kit":{FORMAT},"kind":"{kind}","requirements":{{{known}}},"{holds}":[\n')
    before = ""
    for entry in entries:
        yield before + entry.model_dump_json(ensure_ascii=True, exclude=_left_out(entry))
        before = ",\n"
    yield "\n]}\n"


def about(requirement: Requirement) -> About:
    """What a reader of answers wants to know of a requirement."""
    return About(
        statement=requirement.statement,
        force=requirement.force.value,
        passages=passages(citations(requirement)),
    )


def _left_out(entry: Vector | Relation) -> dict[str, Any]:
    """What is not asked is left out rather than null; what is unknown of an attempt stays, for null tells it."""
    if isinstance(entry, Relation):
        return {"first": _not_asked(entry.first), "second": _not_asked(entry.second)}
    expect = {name for name in ("outcome", "plan", "run") if getattr(entry.expect, name) is None}
    if "outcome" in expect:
        expect |= {"violated", "undetermined"}
    return {"expect": expect, "question": _not_asked(entry.question)}


def _not_asked(question: Question) -> set[str]:
    return {name for name in ("play", "plan") if not getattr(question, name)}
