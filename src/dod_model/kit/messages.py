"""The lines of the protocol (`docs/kit/protocol.md`): requests to a tool, and what it writes back."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache, partial
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

from dod_model.assessment import Outcome
from dod_model.attempt import Attempt
from dod_model.kit.answers import AdapterError, Answer, Aspect, DontKnow, Fault, Hello, Reply, Skip
from dod_model.kit.format import FORMAT, Form, PlanSize, Question, RunTotals
from dod_model.render.wording import printable
from dod_model.requirements import BY_ID
from dod_model.run.moments import Ending
from dod_model.site.nearest import closest

LONGEST_ANSWER = 2**20
"""Most bytes of an answer."""

_BOM = "\ufeff"
_SHOWN = 200  # characters of a line that a message shows
_ATTEMPT = TypeAdapter(Attempt)
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}
_ASPECTS = {aspect.value: aspect for aspect in Aspect}
_ENDINGS = [ending.value for ending in Ending]
_FORMS: dict[str, Callable[[str], Answer]] = {"dont_know": DontKnow, "skip": Skip, "error": partial(Fault, "error")}
_PARTS = ("outcome", "violated", "undetermined", "plan", "run")
_WANTED = {"outcome": "outcome", "violated": "violated", "undetermined": "unknowns", "plan": "plan", "run": "run"}
_FormT = TypeVar("_FormT", bound=Form)


class GarbageError(Exception):
    """A line is no answer, or does not say to which question. The message says why, as a part of a sentence."""


def hello_line() -> bytes:
    """The first request."""
    return b'{"cmd":"hello","kit":%d}\n' % FORMAT


def bye_line() -> bytes:
    """The last request."""
    return b'{"cmd":"bye"}\n'


def question_line(number: int, question: Question, asks: frozenset[Aspect]) -> bytes:
    """The request that asks a question.

    Args:
        number: what the answer has to repeat.
        question: what is asked; where it has `play`, a run is asked for.
        asks: the parts of an answer that count.
    """
    cmd, play = "assess", ""
    if question.play is not None:
        cmd, play = "play", f'"play":{question.play.model_dump_json()},'
    # Joined from pieces, for the site is nearly all of it, and only pydantic writes that fast.
    return (
        f'{{"cmd":"{cmd}","id":{number},"wish":"{question.wish.value}",'
        f'"attempt":{_ATTEMPT.dump_json(question.attempt).decode()},"site":{question.site.model_dump_json()},'
        f'{play}"asks":{_written(asks)}}}\n'
    ).encode()


@cache
def _written(asks: frozenset[Aspect]) -> str:
    return json.dumps([aspect.value for aspect in Aspect if aspect in asks])


def shown(line: bytes) -> str:
    """A line that a tool wrote as a message shows it: in quotation marks, its beginning, nothing a terminal obeys."""
    text = line[: 4 * _SHOWN + 4].decode("utf-8", "backslashreplace").strip()
    return f"'{printable(text[:_SHOWN])}{'…' if len(text) > _SHOWN else ''}'"


def read_hello(line: bytes) -> Hello:
    """How a tool introduces itself.

    Raises:
        AdapterError: the line is no answer to `hello`, is of another version of the kit, or names parts of an answer
            that there are not.
    """
    try:
        data = _object(line.removeprefix(b"\xef\xbb\xbf"))
        return _hello(data)
    except GarbageError as error:
        raise AdapterError(f"answers to hello what cannot be used: {error}. It wrote {shown(line)}.") from None


def _hello(data: Mapping[str, Any]) -> Hello:
    kit, name, version = data.get("kit"), data.get("name"), data.get("version")
    if "kit" not in data:
        raise GarbageError("'kit' is missing, the version of the format")
    if type(kit) is not int or kit != FORMAT:
        raise GarbageError(f"'kit' is {_told(kit)}, expected {FORMAT}, the version of the format")
    if not isinstance(name, str) or not name.strip():
        raise GarbageError(f"'name' is {_told(name)}, expected what the tool is called")
    if version is not None and not isinstance(version, str):
        raise GarbageError(f"'version' is {_told(version)}, expected a text")
    answers = frozenset(_ASPECTS[word] for word in _words(data.get("answers"), "answers", _ASPECTS))
    if Aspect.OUTCOME not in answers:
        raise GarbageError("'outcome' is missing in 'answers'; every tool answers it")
    return Hello(name, version or "", answers)


def read_answer(line: bytes) -> tuple[int, Answer]:
    """What a tool answers, and to which question.

    Where the question can be read and the rest is wrong, the answer is a `Fault` of the kind ``garbage``. A field
    that is null counts as left out, and fields that the protocol does not know are passed over.

    Raises:
        GarbageError: the line is not JSON, or has no number of a question.
    """
    data = _object(line)
    number = data.get("id")
    if isinstance(number, str) and number.isdecimal():
        raise GarbageError(f"'id' is the text {_told(number)}, expected a number, without quotation marks")
    if type(number) is not int:
        raise GarbageError(f"'id' is {_told(number)}, expected the number of a question")
    try:
        return number, _answer(data)
    except GarbageError as error:
        return number, Fault("garbage", f"Its answer cannot be used: {error}.")


def lacking(reply: Reply, asks: Iterable[Aspect]) -> str:
    """What a reply leaves out although it was asked and the tool said that it answers it, as a sentence, or empty."""
    asked = {aspect.value for aspect in asks}
    missing = [part for part, wanted in _WANTED.items() if wanted in asked and getattr(reply, part) is None]
    return f"Its answer lacks {_listed(missing)}, which it said that it answers." if missing else ""


def unknown_ids(ids: Iterable[str]) -> str:
    """Which of some ids belong to no requirement, with the nearest that does, as a part of a sentence, or empty."""
    return next((_no_such(name, "requirement", BY_ID) for name in ids if name not in BY_ID), "")


def _object(line: bytes) -> dict[str, Any]:
    try:
        data = from_json(line, allow_inf_nan=False)
    except ValueError as error:
        raise GarbageError(_not_json(line) or f"it is not JSON ({error})") from None
    if not isinstance(data, dict):
        raise GarbageError("it is no JSON object")
    return data


def _not_json(line: bytes) -> str:
    """Why a line is not even text as JSON is, as a part of a sentence; empty if it is."""
    try:
        text = line.decode()
    except UnicodeDecodeError as error:
        return f"it is not UTF-8 (the byte 0x{line[error.start]:02x} at position {error.start + 1})"
    marked = text.startswith(_BOM)
    return "it begins with a byte order mark (BOM), which may stand only before the hello" if marked else ""


def _answer(data: Mapping[str, Any]) -> Answer:
    # Many languages write what is not set as null.
    given = [name for name in (*_PARTS, *_FORMS) if data.get(name) is not None]
    forms = [name for name in given if name not in _PARTS]
    if len(forms) > 1 or (forms and len(given) > 1):
        raise GarbageError(f"it has both {_listed(given[:1] + forms[-1:])}, which mean different things")
    if not forms:
        return _reply(data, given)
    said = data[forms[0]]
    if not isinstance(said, str):
        raise GarbageError(f"'{forms[0]}' is {_told(said)}, expected a text")
    return _FORMS[forms[0]](said)


def _reply(data: Mapping[str, Any], given: Collection[str]) -> Reply:
    if "outcome" not in given and "run" not in given:
        raise GarbageError("it has none of 'outcome', 'run', 'dont_know', 'skip' and 'error'")
    return Reply(
        outcome=_OUTCOMES[_word(data["outcome"], "outcome", _OUTCOMES)] if "outcome" in given else None,
        violated=_ids(data, "violated") if "violated" in given else None,
        undetermined=_ids(data, "undetermined") if "undetermined" in given else None,
        plan=_form(PlanSize, data["plan"], "plan") if "plan" in given else None,
        run=_run(data["run"]) if "run" in given else None,
    )


def _ids(data: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(_words(data[name], name, BY_ID))


def _run(data: object) -> RunTotals:
    run = _form(RunTotals, data, "run")
    if run.ending is not None:
        _word(run.ending, "ending", _ENDINGS)
    return run


def _form(form: type[_FormT], data: object, name: str) -> _FormT:
    if not isinstance(data, dict):
        raise GarbageError(f"'{name}' is {_told(data)}, expected an object")
    try:
        return form.model_validate({key: data[key] for key in form.model_fields if key in data}, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, (name, *first["loc"])))
        raise GarbageError(f"'{printable(place[:_SHOWN])}' is wrong: {first['msg'].lower()}") from None


def _words(data: object, name: str, valid: Collection[str]) -> list[str]:
    if not isinstance(data, list):
        raise GarbageError(f"'{name}' is {_told(data)}, expected a list of words")
    return [_word(word, name, valid) for word in data]


def _word(word: object, name: str, valid: Collection[str]) -> str:
    if not isinstance(word, str):
        raise GarbageError(f"'{name}' has {'null' if word is None else _told(word)}, expected a word")
    if word not in valid:
        raise GarbageError(_no_such(word, "requirement" if valid is BY_ID else f"word for '{name}'", valid))
    return word


def _no_such(word: str, what: str, valid: Collection[str]) -> str:
    near = closest(word, valid)
    hint = f"the nearest is '{near}'" if near else f"there is {_listed(list(valid)[:5])}"
    hint += "" if near or len(valid) <= 5 else " and others"
    return f"'{printable(word[:_SHOWN])}' is no {what} ({hint})"


def _told(value: object) -> str:
    if value is None or isinstance(value, bool):
        return {None: "missing", True: "true", False: "false"}[value]
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "an object"
    return shown(str(value).encode()) if isinstance(value, str) else printable(str(value)[:40])


def _listed(names: Iterable[str]) -> str:
    quoted = [f"'{name}'" for name in names]
    return " and ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))
