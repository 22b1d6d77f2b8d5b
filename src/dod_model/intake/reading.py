"""A file, a text -> a site, or every problem at once."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from itertools import islice
from typing import Any, Literal

from pydantic import ValidationError

from dod_model.errors import InputError, Problem
from dod_model.intake.encoding import decoded
from dod_model.intake.files import read_bytes
from dod_model.intake.limits import GATHERED, JSON_BYTES, MIB, PROBLEMS, YAML_BYTES
from dod_model.intake.lines import Tree, place_of
from dod_model.site import Site
from dod_model.site.consistency import problems as misfits

Format = Literal["yaml", "json"]

_BYTES: dict[Format, int] = {"yaml": YAML_BYTES, "json": JSON_BYTES}
_SUFFIXES: dict[str, Format] = {".json": "json", ".yaml": "yaml", ".yml": "yaml"}
_NOTHING = "A site of which nothing is known is written {}."
_OF_MISFITS = frozenset({"inconsistent", "too-deep"})  # errors of the model that `misfits` tells with their places
_OPENS_JSON = re.compile(r"\s*[{\[]")


def read_site(path: str | os.PathLike[str]) -> Site:
    """The site that a file describes.

    Args:
        path: a file; its suffix tells the format (``.json``, ``.yaml``, ``.yml``), otherwise its first
            character does: ``{`` or ``[`` begin JSON. ``-`` is the standard input.

    Raises:
        InputError: every problem of the file, in the order of its lines.
    """
    shown = os.fsdecode(path)
    name = "<stdin>" if shown == "-" else shown
    suffix = _SUFFIXES.get(os.path.splitext(shown)[1].lower())  # noqa: PTH122 - keeps what was typed
    try:
        raw = read_bytes(shown, _BYTES[suffix or "json"])
        text = _text(raw, _BYTES[suffix or "json"])
        return _site(raw, text, suffix or ("json" if _OPENS_JSON.match(text) else "yaml"))
    except InputError as error:
        raise _told(error.problems, name) from None


def parse_site(raw: bytes, *, name: str, format: Format) -> Site:  # noqa: A002 - the caller's word
    """The site that some bytes describe.

    Args:
        raw: the content of a file.
        name: the name that problems are told under.
        format: ``yaml`` or ``json``.

    Raises:
        InputError: every problem of the text, in the order of its lines.
    """
    try:
        return _site(raw, _text(raw, _BYTES[format]), format)
    except InputError as error:
        raise _told(error.problems, name) from None


def _text(raw: bytes, most: int) -> str:
    _bound(raw, most)
    text = decoded(raw)
    if not text or text.isspace():
        raise InputError(Problem("empty", "the file is empty", hint=_NOTHING, line=1))
    return text


def _bound(raw: bytes, most: int) -> None:
    if len(raw) > most:
        hint = f"As JSON it may have {JSON_BYTES // MIB} MiB." if most == YAML_BYTES else ""
        raise InputError(Problem("too-large", f"the file is larger than {most // MIB} MiB", hint=hint))


def _site(raw: bytes, text: str, form: Format) -> Site:
    _bound(raw, _BYTES[form])
    return _from_json(text) if form == "json" else _from_yaml(text)


def _from_json(text: str) -> Site:
    from dod_model.intake.json_reader import bound_values, has_repeats, read_json, syntax

    bound_values(text)
    refused = None
    try:
        site = Site.model_validate_json(text)
        if not has_repeats(text):
            return site
    except ValidationError as error:
        refused = error
    if refused and refused.error_count() == 1 and (first := refused.errors()[0])["type"] == "json_invalid":
        raise InputError(syntax(first["msg"]))
    raise InputError(*_problems(read_json(text), refused))


def _from_yaml(text: str) -> Site:
    from dod_model.intake.yaml_reader import read_yaml

    tree = read_yaml(text)
    refused = None
    try:
        site = Site.model_validate(tree.data)
        if not tree.problems:
            return site
    except ValidationError as error:
        refused = error
    raise InputError(*_problems(tree, refused))


def _problems(tree: Tree, refused: ValidationError | None) -> list[Problem]:
    """What is wrong with the writing, with the form and with how the parts fit, told once each."""
    from dod_model.intake.wording import problem_of

    if not isinstance(tree.data, dict):
        return tree.problems if tree.problems and tree.data is None else [*tree.problems, _no_mapping(tree)]
    errors: list[Any] = refused.errors(include_url=False, include_input=False) if refused else []
    form = [error for error in errors if error["type"] not in _OF_MISFITS and error["loc"] not in tree.unreadable]
    together = misfits(tree.data)
    told = [
        *tree.problems,
        *(problem_of(error, tree) for error in form[:GATHERED]),
        *(replace(problem, line=tree.line(place_of(problem.path))) for problem in islice(together, GATHERED)),
    ]
    more = tree.more + max(0, len(form) - GATHERED) + sum(1 for _ in together)
    if not told:  # the model knows better than the checks of plain data
        told = [Problem("inconsistent", error["msg"][:2000]) for error in errors]
    return _chosen(told, more)


def _no_mapping(tree: Tree) -> Problem:
    from dod_model.intake.wording import found

    if tree.data is None:
        return Problem("empty", "the file says nothing", hint=_NOTHING, line=1)
    message = f"expected the fields of a site, found {found(tree.data)}"
    return Problem("no-mapping", message, hint="A description begins like this: release: 1910", line=tree.first_line)


def _chosen(told: list[Problem], more: int) -> list[Problem]:
    """The first problems by line, each once, and how many there are besides."""
    ordered = sorted(dict.fromkeys(told), key=lambda problem: problem.line)
    more += len(ordered[PROBLEMS:])
    if more:
        ordered[PROBLEMS:] = [Problem("more-problems", f"and {more:,} more")]
    return ordered


def _told(problems: tuple[Problem, ...], name: str) -> InputError:
    return InputError(*(replace(problem, file=name) for problem in problems))
