"""The same small scores for every report: something of everything, with names that are hard to write."""

from __future__ import annotations

from dataclasses import dataclass

from dod_model.kit.answers import Answer, DontKnow, Fault, Hello, Skip
from dod_model.kit.format import Expected
from dod_model.kit.judgement import Judged
from dod_model.kit.known import Known, KnownDisagreement
from dod_model.kit.reports import REPORTS
from dod_model.kit.scoring import Scores
from dod_model.render.layout import Layout
from tests.kit.scripted import (
    ALLOWED,
    EVERYTHING,
    FAILS,
    FIRM,
    GATEWAY,
    RUN,
    RUNS,
    SERVES,
    Scripted,
    asked,
    relation,
    reply,
    vector,
)

NASTY = "a|b `c` <script>&amp; *d* [e](f) @everyone \x1b[31m \ud800 \ufffe \u202e ]]>"
"""What a tool may write, with marks of every format."""
NOTES = ("Lines on standard output that are no answers: 1, the first 'hm'.",)
KNOWN = Known(
    "known.txt",
    (
        KnownDisagreement("features/known", "outcome", "A1: for a reason", 1),
        KnownDisagreement("features/agreed", SERVES, "", 2),
    ),
)
SCRIPT: dict[str, Answer] = {
    "features/agreed": reply(),
    "features/wrong": reply(FAILS, [SERVES]),
    "features/contested": reply(RUNS, [GATEWAY]),
    "features/known": reply(FAILS),
    "boundaries/dont-know": DontKnow("no rule for this release"),
    "boundaries/skipped": Skip(NASTY),
    "boundaries/error": Fault("crash", "It ended."),
    "relations/broken 1": reply(),
    "relations/broken 2": reply(FAILS),
}


@dataclass(frozen=True)
class Heard:
    """What a report hears of.

    Attributes:
        scores: everything added up.
        judged: every vector.
        notes: what was odd.
    """

    scores: Scores
    judged: list[Judged]
    notes: tuple[str, ...] = ()

    def told(self, name: str) -> str:
        """The report in this format."""
        report = REPORTS[name](Layout())
        for one in self.judged:
            report.add(one)
        return "".join(report.finish(self.scores, self.notes))


def everything() -> Heard:
    """Every result, every basis, a law, known disagreements of both sorts, and a vector that is not asked."""
    contested = FIRM.model_copy(update={"met": (GATEWAY,), "contested": (GATEWAY,)})
    tool = Scripted(SCRIPT, EVERYTHING - {RUN})
    scores, judged = asked(
        tool,
        vector("features/agreed", standing=FIRM.model_copy(update={"met": (SERVES, ALLOWED)})),
        vector("features/wrong"),
        vector("features/contested", standing=contested),
        vector("features/known"),
        vector("features/not-asked", asks=("run",), expect=Expected()),
        vector("boundaries/dont-know"),
        vector("boundaries/skipped", why=NASTY),
        vector("boundaries/error"),
        relation("same-as", "relations/broken", law="names-do-not-matter"),
        known=KNOWN,
    )
    return Heard(scores, judged, NOTES)


def nasty() -> Heard:
    """A tool and vectors with names that are hard to write, one of which disagrees."""
    tool = Scripted({f"{NASTY}/1": reply(FAILS), f"{NASTY}/2": Fault("error", NASTY)})
    scores, judged = asked(tool, vector(f"{NASTY}/1", why=NASTY), vector(f"{NASTY}/2"), known=Known(NASTY))
    scores.hello = Hello(NASTY, NASTY, scores.hello.answers)
    return Heard(scores, judged, (NASTY,))


def agreed() -> Heard:
    """One vector, which agrees."""
    return Heard(*asked(Scripted({"features/one": reply()}), vector()))
