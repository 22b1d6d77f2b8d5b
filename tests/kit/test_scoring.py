"""Asking a tool everything, and adding up what it said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dod_model.assessment import Outcome
from dod_model.kit import scoring
from dod_model.kit.answers import Answer, DontKnow, Fault, Skip
from dod_model.kit.format import Expected, Standing
from dod_model.kit.in_process import InProcess
from dod_model.kit.judgement import Judged, Result
from dod_model.kit.known import Known, KnownDisagreement
from dod_model.kit.scoring import Case, Scores, exit_code_of, judged
from dod_model.kit.shipped import vector_file
from dod_model.kit.system import ModelUnderTest
from tests.kit.scripted import (
    ALLOWED,
    FAILS,
    FIRM,
    GATEWAY,
    OUTCOME,
    RUNS,
    SERVES,
    UNKNOWNS,
    VIOLATED,
    Scripted,
    asked,
    relation,
    reply,
    vector,
)

CRASH = Fault("crash", "It ended.")
SETS = frozenset({OUTCOME, VIOLATED, UNKNOWNS})


def known(*lines: tuple[str, str]) -> Known:
    return Known("known.txt", tuple(KnownDisagreement(*line, "why", number) for number, line in enumerate(lines, 1)))


@pytest.mark.parametrize(
    ("answer", "result", "reason", "code"),
    [
        (reply(), Result.AGREED, "", 0),
        (reply(FAILS), Result.DISAGREED, "", 1),
        (DontKnow("no rule"), Result.DONT_KNOW, "no rule", 3),
        (Skip("out of scope"), Result.SKIPPED, "out of scope", 3),
        (CRASH, Result.ERROR, "crash: It ended.", 1),
    ],
)
def test_results(answer: Answer, result: Result, reason: str, code: int) -> None:
    scores, (one,) = asked(Scripted({"features/one": answer}), vector())
    assert (one.id, one.kind, one.result, one.reason) == ("features/one", "features", result, reason)
    assert scores.results == {result: 1}
    assert scores.by_kind == {"features": {result: 1}}
    assert exit_code_of(scores) == code


def test_what_the_tool_does_not_answer_is_not_asked() -> None:
    tool = Scripted({}, frozenset({OUTCOME, VIOLATED}))
    scores, (one,) = asked(tool, vector(asks=("outcome", "violated", "unknowns")))
    assert (tool.taken, one.result, one.reason) == (0, Result.NOT_ASKED, "it does not answer unknowns")
    assert scores.unasked == {"it does not answer unknowns": 1}
    assert (scores.total, scores.asked, scores.kept) == (1, 0, [])


def test_to_compare_nothing_is_no_success() -> None:
    scores, _ = asked(Scripted({}, frozenset({OUTCOME})), vector(asks=("run",)))
    assert exit_code_of(scores) == 3
    assert exit_code_of(asked(Scripted({}))[0]) == 3


def test_what_is_not_asked_does_not_count_beside_what_agrees() -> None:
    tool = Scripted({"features/one": reply()}, frozenset({OUTCOME, VIOLATED}))
    scores, found = asked(tool, vector("features/two", asks=("run",)), vector())
    assert [one.id for one in found] == ["features/two", "features/one"]
    assert exit_code_of(scores) == 0


def test_a_tool_that_gives_outcomes_only_is_asked_for_them() -> None:
    tool = Scripted({"features/one": reply(RUNS, [SERVES])}, frozenset({OUTCOME}))
    scores, (one,) = asked(tool, vector())
    assert one.result is Result.AGREED
    assert scores.subjects.keys() == {"outcome"}


def test_every_vector_comes_out_once_in_whatever_order_the_answers_come() -> None:
    names = [f"features/{number}" for number in range(9)]
    tool = Scripted({name: reply() for name in names}, SETS, backwards=True)
    cases: list[Case] = [vector(name, asks=("run",) if name.endswith("3") else ("outcome",)) for name in names]
    scores, found = asked(tool, *cases)
    assert sorted(one.id for one in found) == names
    assert scores.results == {Result.AGREED: 8, Result.NOT_ASKED: 1}


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(("first", "second", "result"), [(FAILS, RUNS, Result.AGREED), (RUNS, FAILS, Result.DISAGREED)])
def test_a_relation_is_judged_when_both_answers_are_there(
    first: Outcome, second: Outcome, result: Result, backwards: bool
) -> None:
    script = {"relations/one 1": reply(first), "relations/one 2": reply(second)}
    scores, (one,) = asked(Scripted(script, backwards=backwards), relation("never-worse-than"))
    assert (one.result, scores.total, set(scores.subjects)) == (result, 1, {"a-law"})


@pytest.mark.parametrize(("first", "second"), [(CRASH, reply()), (reply(), CRASH), (CRASH, DontKnow(""))])
def test_a_relation_with_an_answer_that_is_none_has_no_answer(first: Answer, second: Answer) -> None:
    tool = Scripted({"relations/one 1": first, "relations/one 2": second})
    scores, (one,) = asked(tool, relation("same-as"))
    assert (one.result, scores.subjects) == (Result.ERROR, {})


def test_agreement_is_counted_apart_for_each_basis() -> None:
    contested = FIRM.model_copy(update={"met": (GATEWAY, ALLOWED), "contested": (GATEWAY,)})
    inferred = Standing(outcome="inferred", met=(GATEWAY,), inferred=(GATEWAY,), contested=())
    tool = Scripted({"features/one": reply(RUNS, [GATEWAY]), "features/two": reply(FAILS)})
    scores, _ = asked(tool, vector(standing=contested), vector("features/two", standing=inferred))
    counted = {
        (name, basis): (score.agreed, score.disagreed)
        for name, bases in scores.subjects.items()
        for basis, score in bases.items()
    }
    assert counted == {
        ("outcome", "documented"): (1, 0),
        (GATEWAY, "contested"): (0, 1),
        (ALLOWED, "documented"): (1, 0),
        ("outcome", "inferred"): (0, 1),
        (GATEWAY, "inferred"): (1, 0),
    }
    assert (scores.results[Result.DISAGREED], scores.against_documents, exit_code_of(scores)) == (2, 0, 0)


def test_one_documented_disagreement_beside_contested_ones_fails() -> None:
    standing = FIRM.model_copy(update={"met": (GATEWAY, ALLOWED), "contested": (GATEWAY,)})
    scores, _ = asked(Scripted({"features/one": reply(RUNS, [GATEWAY, ALLOWED])}), vector(standing=standing))
    assert (scores.against_documents, exit_code_of(scores)) == (1, 1)


def test_a_known_disagreement_does_not_count() -> None:
    lines = known(("features/one", "outcome"))
    scores, (one,) = asked(Scripted({"features/one": reply(FAILS)}), vector(), known=lines)
    assert (one.result, set(one.known), one.against_documents) == (Result.DISAGREED, {"outcome"}, False)
    assert (scores.still, scores.stopped, exit_code_of(scores)) == (list(lines.lines), [], 0)


def test_what_else_a_vector_differs_in_counts_still() -> None:
    lines = known(("features/one", "outcome"))
    scores, _ = asked(Scripted({"features/one": reply(FAILS, [SERVES])}), vector(), known=lines)
    assert (scores.against_documents, exit_code_of(scores)) == (1, 1)
    everything = known(("features/one", ""))
    assert exit_code_of(asked(Scripted({"features/one": reply(FAILS, [SERVES])}), vector(), known=everything)[0]) == 0


@pytest.mark.parametrize("answer", [DontKnow(""), Skip("")])
def test_that_there_is_no_answer_may_be_known(answer: Answer) -> None:
    lines = known(("features/one", ""))
    scores, _ = asked(
        Scripted({"features/one": answer, "features/two": reply()}), vector(), vector("features/two"), known=lines
    )
    assert (scores.still, exit_code_of(scores)) == (list(lines.lines), 0)
    of_the_outcome = known(("features/one", "outcome"))
    scores, _ = asked(Scripted({"features/one": answer}), vector(), known=of_the_outcome)
    assert exit_code_of(scores) == 3


@pytest.mark.parametrize("subject", ["", "outcome", SERVES])
def test_a_known_disagreement_that_has_stopped_fails(subject: str) -> None:
    lines = known(("features/one", subject))
    scores, _ = asked(Scripted({"features/one": reply()}), vector(), known=lines)
    assert (scores.still, scores.stopped, exit_code_of(scores)) == ([], list(lines.lines), 1)


@pytest.mark.parametrize("answer", [CRASH, DontKnow(""), Skip("")])
def test_without_an_answer_nothing_has_stopped(answer: Answer) -> None:
    scores, _ = asked(Scripted({"features/one": answer}), vector(), known=known(("features/one", "")))
    assert scores.stopped == []


def test_what_a_tool_does_not_answer_has_not_stopped() -> None:
    tool = Scripted({"features/one": reply()}, frozenset({OUTCOME}))
    scores, _ = asked(tool, vector(), known=known(("features/one", SERVES), ("features/not-asked", "")))
    assert (scores.still, scores.stopped, exit_code_of(scores)) == ([], [], 0)


def test_what_is_kept_is_bounded_for_each_result(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring, "MOST_KEPT", 2)
    names = [f"features/{number}" for number in range(5)]
    answers: dict[str, Answer] = {name: DontKnow("") for name in names}
    answers |= {"features/wrong": reply(FAILS), "features/right": reply()}
    scores, found = asked(Scripted(answers), *(vector(name) for name in answers))
    assert len(found) == scores.total == 7
    assert [one.id for one in scores.kept] == ["features/0", "features/1", "features/wrong"]
    assert scores.left_out == 3


def test_vectors_are_taken_one_by_one() -> None:
    tool = Scripted({f"features/{number}": reply() for number in range(1000)})

    def cases() -> Iterator[Case]:
        for number in range(1000):
            assert tool.taken >= number - 1
            yield vector(f"features/{number}", expect=Expected(outcome=RUNS))

    scores = Scores(tool.hello)
    found = judged(tool, cases(), scores)
    assert isinstance(next(found), Judged)
    assert scores.total == 1
    assert sum(1 for _ in found) == 999


def test_the_model_agrees_with_itself() -> None:
    tool = InProcess("model", ModelUnderTest(), {VIOLATED, UNKNOWNS})
    scores = Scores(tool.hello)
    cases: tuple[Case, ...] = (*vector_file("features").vectors[::20], *vector_file("relations").relations[::40])
    assert all(one.result in {Result.AGREED, Result.NOT_ASKED} for one in judged(tool, cases, scores))
    assert exit_code_of(scores) == 0
