"""The other side of the line protocol: a tool in this process, served as a command that others ask."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any, Literal

from pydantic import BaseModel, StrictInt, ValidationError
from pydantic_core import from_json

from dod_model.attempt import Attempt, Wish
from dod_model.kit.answers import Adapter, Answer, Aspect, DontKnow, Fault, Hello, Reply, Skip
from dod_model.kit.format import FORMAT, Play, Question
from dod_model.site import Site
from dod_model.site.nearest import nearest

LONGEST_QUESTION = 32 * 2**20
"""Most bytes of a request."""

_COMMANDS = {"hello", "assess", "play", "bye"}


class _Request(BaseModel):
    """A question as it is sent. Fields of later versions are passed over."""

    cmd: Literal["assess", "play"]
    id: StrictInt
    wish: Wish
    attempt: Attempt
    site: Site
    play: Play | None = None
    asks: tuple[str, ...] = ()


def serve(adapter: Adapter, lines_in: IO[bytes], lines_out: IO[bytes]) -> None:
    """Answer requests until the bye or the end of the input.

    A line that is no request, or a question over which the tool fails, gets an error for an answer, and serving goes
    on. Each question is answered before the next one is read.

    Args:
        adapter: what is asked; it is left open.
        lines_in: requests, a line each, as bytes.
        lines_out: answers; flushed after each.

    Raises:
        OSError: the input cannot be read, or nobody reads the output any more.
    """
    for line in _lines(lines_in):
        answer = _answered(adapter, line)
        if answer is None:
            return
        lines_out.write(answer)
        lines_out.flush()


def hello_answer_line(hello: Hello) -> bytes:
    """What a tool answers to `hello`."""
    answers = [aspect.value for aspect in Aspect if aspect in hello.answers]
    return _line({"kit": FORMAT, "name": hello.name, "version": hello.version, "answers": answers})


def answer_line(number: int, answer: Answer) -> bytes:
    """What a tool answers to a question. Of a fault only the message is told; that it is one, the field says."""
    match answer:
        case Reply():
            return _line({"id": number, **_told(answer)})
        case DontKnow():
            return _line({"id": number, "dont_know": answer.reason})
        case Skip():
            return _line({"id": number, "skip": answer.reason})
        case Fault():
            return _error(number, answer.message)


def _lines(lines_in: IO[bytes]) -> Iterator[bytes]:
    """The lines that are not blank. Of one that is too long, only the beginning, though that is too long as well."""
    while line := lines_in.readline(LONGEST_QUESTION + 2):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = lines_in.readline(2**20)
        if line.strip():
            yield line.strip()


def _request(line: bytes) -> dict[str, Any]:
    """What a line says.

    Raises:
        ValueError: it is no JSON object, or too long.
    """
    if len(line) > LONGEST_QUESTION:
        raise ValueError(f"The line has more than {LONGEST_QUESTION:,} bytes.")
    data = from_json(line)
    if not isinstance(data, dict):
        raise ValueError("The line is no JSON object.")
    return data


def _answered(adapter: Adapter, line: bytes) -> bytes | None:
    """The answer to a request; None for the bye."""
    try:
        request = _request(line)
    except ValueError as error:
        return _error(None, f"This is no request: {error}")
    number = request["id"] if type(request.get("id")) is int else None
    match request.get("cmd"):
        case "hello":
            return hello_answer_line(adapter.hello)
        case "assess" | "play":
            return _assessed(adapter, line, number)
        case "bye":
            return None
        case other:
            hint = nearest(other, _COMMANDS) if isinstance(other, str) else ""
            return _error(number, f"There is no such 'cmd'. {hint}".strip())


def _assessed(adapter: Adapter, line: bytes, number: int | None) -> bytes:
    try:
        request = _Request.model_validate_json(line)
        play = request.play if request.cmd == "play" else None
        if request.cmd == "play" and play is None:
            return _error(number, "'play' is missing.")
        question = Question(
            site=request.site,
            attempt=request.attempt,
            wish=request.wish,
            play=play,
            plan=Aspect.PLAN.value in request.asks,
        )
        for key, answer in adapter.answers([(request.id, question)]):
            return answer_line(key, answer)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        return _error(number, f"{'.'.join(map(str, first['loc']))}: {first['msg']}")
    except Exception as error:
        return _error(number, f"{type(error).__name__}: {error}")
    return _error(number, "It gave no answer.")


def _told(reply: Reply) -> dict[str, Any]:
    told: dict[str, Any] = {
        "outcome": reply.outcome and reply.outcome.value,
        "violated": None if reply.violated is None else sorted(reply.violated),
        "undetermined": None if reply.undetermined is None else sorted(reply.undetermined),
        "plan": reply.plan and reply.plan.model_dump(),
        "run": reply.run and reply.run.model_dump(),
    }
    return {name: value for name, value in told.items() if value is not None}


def _error(number: int | None, message: str) -> bytes:
    return _line({"id": number, "error": message})


def _line(data: dict[str, Any]) -> bytes:
    return json.dumps(data).encode() + b"\n"
