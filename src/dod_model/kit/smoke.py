"""Two questions that tell whether an adapter is wired right, and hints for what can be wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dod_model.attempt import Wish
from dod_model.kit.answers import Adapter, AdapterError, Answer, Aspect, DontKnow, Fault, Reply, Skip
from dod_model.kit.comparing import disagreements
from dod_model.kit.expecting import vector
from dod_model.kit.format import Question, Vector
from dod_model.kit.healthy import ATTEMPT, GATEWAY, HEALTHY
from dod_model.kit.process import LineAdapter
from dod_model.kit.running import FLUSH
from dod_model.render.layout import Layout
from dod_model.site import Site

Code = Literal[0, 1, 2, 3]

HELLO = 'It is told {"cmd": "hello", "kit": 1} and answers {"kit": 1, "name": "my-tool", "answers": ["outcome"]}.'
HINTS = {
    "timeout": "Does it flush after each line? Into a pipe, most languages write only when a buffer is full.",
    "garbage": "An answer is one JSON object on one line, with the id of its question: "
    '{"id": 7, "outcome": "does-not-run", "violated": ["gateway-serves-content"]}.',
    "crash": "It has to go on until it is told bye, or its input ends.",
    "error": "It said so itself; it was asked the plainest question that there is.",
}
"""What to look at first, by the kind of a fault."""
NOTHING = "That is no fault, but nothing can be compared: these are the plainest questions that there are."
THE_SAME = (
    "It answers both questions alike, which differ in one thing only: whether the gateway in `site` has "
    "'serves_content'. Does it read the site?"
)
ALL = "`dod kit run -- COMMAND` asks everything."


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was tried.

    Attributes:
        what: what was tried.
        passed: whether it went well; None where that stays open.
        told: what came of it.
        hint: what to look at first where it did not go well; may be empty.
    """

    what: str
    passed: bool | None
    told: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Smoke:
    """Everything that was tried.

    Attributes:
        checks: in the order of trying.
        notes: what was odd about the tool, as sentences.
        started: whether it could be asked at all.
    """

    checks: tuple[Check, ...]
    notes: tuple[str, ...] = ()
    started: bool = True

    @property
    def exit_code(self) -> Code:
        """0 it is wired right; 1 an answer is wrong, or an error; 3 there was no answer; 2 it does not start."""
        if not self.started:
            return 2
        passed = {one.passed for one in self.checks}
        if False in passed:
            return 1
        return 3 if None in passed else 0


def questions() -> tuple[Vector, Vector]:
    """A site on which all is in order, and the same where the gateway does not serve content."""
    return (
        _vector("smoke/healthy", HEALTHY, "All is in order."),
        _vector(
            "smoke/gateway-serves-no-content",
            HEALTHY.changed("gateways", GATEWAY, serves_content=False),
            "The gateway does not serve content.",
        ),
    )


def _vector(name: str, site: Site, why: str) -> Vector:
    question = Question(site=site, attempt=ATTEMPT, wish=Wish.ON_DEMAND)
    return vector(name, question, why=why)


def smoke(command: Sequence[str], *, timeout: float = 10.0) -> Smoke:
    """Start a line adapter and ask it two questions.

    Args:
        command: the program and its arguments.
        timeout: seconds that it has to say hello, and for each answer.
    """
    what = "it starts and says hello"
    try:
        adapter = LineAdapter(command, timeout=timeout)
    except AdapterError as error:
        hint = "" if "cannot be started" in str(error) else HELLO
        return Smoke((Check(what, passed=False, told=str(error), hint=hint),), started=False)
    with adapter:
        hello = adapter.hello
        given = ", ".join(one.value for one in Aspect if one in hello.answers)
        started = Check(what, passed=True, told=f"{hello.name} {hello.version}".strip() + f" answers {given}")
        checks = (started, *tried(adapter))
    return Smoke(checks, adapter.notes)


def tried(adapter: Adapter) -> tuple[Check, ...]:
    """Ask the two questions, one after the other, so that a fault of one is told of that one."""
    asked = questions()
    answers: list[Answer] = []
    for one in asked:
        answers += [answer for _, answer in adapter.answers([(one.id, one.question)])]
    checks = [_check(one, answer, adapter.hello.answers) for one, answer in zip(asked, answers, strict=True)]
    first, second = answers
    if isinstance(first, Reply) and first == second:
        checks.append(Check("it tells the two apart", passed=False, told="no", hint=THE_SAME))
    return tuple(checks)


def _check(asked: Vector, answer: Answer, answers: frozenset[Aspect]) -> Check:
    match answer:
        case Reply():
            return _compared(asked, answer, answers)
        case DontKnow(reason):
            return Check(asked.why, passed=None, told=f"it does not know: {reason}".removesuffix(": "), hint=NOTHING)
        case Skip(reason):
            return Check(asked.why, passed=None, told=f"skipped: {reason}".removesuffix(": "), hint=NOTHING)
        case Fault(kind, message):
            told = message.replace(f" {FLUSH}", "")  # the hint says so at greater length
            return Check(asked.why, passed=False, told=told, hint=HINTS.get(kind, ""))


def _compared(asked: Vector, reply: Reply, answers: frozenset[Aspect]) -> Check:
    found = disagreements(asked, reply, answers)
    expected = "" if asked.expect.outcome is None else asked.expect.outcome.value
    if not found:
        return Check(asked.why, passed=True, told=expected)
    told = "; ".join(f"{one.subject}: expected {one.expected}, given {one.given}" for one in found)
    subjects = [one.subject for one in found if one.subject != "outcome"]
    hint = f"`dod explain {subjects[0]}` tells all about that." if subjects else ""
    return Check(asked.why, passed=False, told=told, hint=hint)


_WORDS = {True: ("ok", "good"), False: ("wrong", "bad"), None: ("open", "open")}
_VERDICTS = {
    0: f"It is wired right. {ALL}",
    1: "It is not wired right yet, or it differs from the documents.",
    2: "It cannot be asked.",
    3: f"It is wired right, as far as that can be told of a tool that does not answer. {ALL}",
}


def smoke_lines(found: Smoke, layout: Layout) -> Iterator[str]:
    """What was tried, as text for reading. Of silence one hint is enough, for it is seldom due to the question."""
    hint = ""
    for one in found.checks:
        word, mood = _WORDS[one.passed]
        yield from layout.line(f"{one.what.rstrip('.')}: {one.told}", 0, mood, head=f"{word:<7}")
        if one.hint and not one.hint == hint == HINTS["timeout"]:
            yield from layout.line(one.hint, 7)
        hint = one.hint
    for note in found.notes:
        yield from layout.line(note, 0, "open", head=f"{'odd':<7}")
    yield ""
    yield from layout.line(_VERDICTS[found.exit_code], mood="strong")
