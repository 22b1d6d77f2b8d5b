"""The report for reading."""

from __future__ import annotations

import pytest

from dod_model.kit.answers import Fault
from dod_model.kit.judgement import Result
from dod_model.kit.known import Known, KnownDisagreement
from dod_model.kit.reports.text import EXAMPLES, STOPPED, TextReport
from dod_model.render.layout import Layout
from dod_model.render.wording import printable
from tests.kit.reports.scored import Heard, agreed, everything, nasty
from tests.kit.scripted import FAILS, FIRM, GATEWAY, RUNS, Scripted, asked, reply, vector


def test_it_tells_who_was_asked_the_numbers_and_the_verdict() -> None:
    assert agreed().told("text").splitlines() == [
        "scripted 1.0",
        "  answers outcome, violated, unknowns, plan, run",
        "",
        "Vectors   agreed",
        "features       1",
        "",
        "Agreed/differed  documented  contested  inferred",
        "outcome                 1/0",
        "",
        "No answer differs from the documents. 1 of 1 asked agree.",
    ]


def test_numbers_are_told_by_kind_and_result() -> None:
    lines = everything().told("text").splitlines()
    assert lines[3:8] == [
        "Vectors     agreed  disagreed  don't know  skipped  error  not asked",
        "features         1          3           0        0      0          1",
        "boundaries       0          0           1        1      1          0",
        "relations        0          1           0        0      0          0",
        "all              1          4           1        1      1          1",
    ]


def test_agreement_is_told_apart_for_each_basis() -> None:
    lines = everything().told("text").splitlines()
    start = lines.index("Agreed/differed          documented  contested  inferred")
    assert lines[start + 1 : start + 6] == [
        "outcome                         2/2",
        "gateway-set-up                             0/1",
        "gateway-serves-content          1/1",
        "allowed-on-the-internet         1/0",
        "names-do-not-matter             0/1",
    ]


def test_a_disagreement_is_told_with_its_passages() -> None:
    text = everything().told("text")
    start = text.index("gateway-serves-content: differs once (documented)")
    assert text[start:].splitlines()[1:8] == [
        "  wanted    Content that only gateways hold is on a gateway that is content-enabled.",
        "  says      What is new in 1806, under 'Download content from a CMG', 2018-10-26",
        "            Setting up a CMG, under 'Settings', 2019-07-26",
        "  features/wrong",
        "    It is made by hand.",
        "    expected  not applicable",
        "    given     violated",
    ]


def test_a_contested_one_says_so() -> None:
    text = everything().told("text")
    assert "gateway-set-up: differs once (contested)\n" in text
    assert "    expected  met (contested)\n" in text


def test_why_there_is_no_answer_is_told() -> None:
    text = everything().told("text")
    assert "Don't know: 1\n  no rule for this release\n    boundaries/dont-know\n" in text
    assert "Errors: 1\n  crash: It ended.\n    boundaries/error\n" in text
    assert "Not asked: 1\n  1, for it does not answer run\n" in text
    assert "Odd about the tool\n  Lines on standard output" in text


def test_known_ones_are_told_and_those_that_have_stopped_with_what_to_do() -> None:
    text = everything().told("text")
    assert "Known disagreements, met again: 1\n  features/known outcome: A1: for a reason\n" in text
    stopped = "known.txt:2: features/agreed does not disagree on gateway-serves-content any more; remove this line"
    assert f"Known disagreements, stopped: 1\n  {stopped}\n" in text
    assert "outcome: differs once" in text


def test_of_many_known_ones_a_few_are_told() -> None:
    names = [f"features/{number}" for number in range(50)]
    known = Known("known.txt", tuple(KnownDisagreement(name, "", "", 1) for name in names))
    still = Heard(*asked(Scripted({name: reply(FAILS) for name in names}), *map(vector, names), known=known))
    title, *told = still.told("text").split("Known disagreements, ")[1].splitlines()[: EXAMPLES + 2]
    assert title == "met again: 50"
    assert told == [*(f"  {name}" for name in names[:EXAMPLES]), "  and 47 more; -o json names them"]
    stopped = Heard(*asked(Scripted({name: reply() for name in names}), *map(vector, names), known=known))
    title, *told = stopped.told("text").split("Known disagreements, ")[1].splitlines()[: STOPPED + 2]
    assert title == "stopped: 50"
    assert told[-2:] == [
        f"  known.txt:1: {names[STOPPED - 1]} does not disagree any more; remove this line",
        "  and 30 more; -o json and -o junit name them",
    ]


def test_the_verdict_comes_last() -> None:
    assert everything().told("text").splitlines()[-1] == (
        "2 answers differ from the documents; 1 vector got an error; 1 known disagreement has stopped; "
        "2 differ only in what is contested, inferred or known; 2 vectors got no answer. 1 of 8 asked agree."
    )


def test_of_many_alike_a_few_are_told() -> None:
    names = [f"features/{number}" for number in range(10)]
    scores, judged = asked(Scripted({name: reply(FAILS) for name in names}), *map(vector, names))
    text = Heard(scores, judged).told("text")
    assert [name for name in names if f"  {name}\n" in text] == names[:EXAMPLES]
    assert "outcome: differs 10 times (documented)\n" in text
    assert "and 7 more; -o json and -o junit name them\n" in text


def test_documented_ones_are_told_before_contested_ones() -> None:
    contested = FIRM.model_copy(update={"met": (GATEWAY,), "contested": (GATEWAY,)})
    firm = FIRM.model_copy(update={"met": (GATEWAY,)})
    tool = Scripted({"features/1": reply(RUNS, [GATEWAY]), "features/2": reply(RUNS, [GATEWAY])})
    cases = (vector("features/1", standing=contested), vector("features/2", standing=firm))
    text = Heard(*asked(tool, *cases)).told("text")
    assert "gateway-set-up: differs 2 times (1 documented, 1 contested)\n" in text
    assert text.index("  features/2\n") < text.index("  features/1\n")


@pytest.mark.parametrize("width", [None, 60])
def test_no_name_plays_tricks_on_a_terminal(width: int | None) -> None:
    heard = nasty()
    text = "".join(TextReport(Layout(width)).finish(heard.scores, heard.notes))
    assert all(printable(line) == line for line in text.split("\n"))


@pytest.mark.parametrize(
    ("heard", "mood"), [(agreed(), "good"), (everything(), "bad"), (Heard(*asked(Scripted({}))), "open")]
)
def test_the_verdict_has_the_colour_of_the_exit_code(heard: Heard, mood: str) -> None:
    layout = Layout(None, lambda text, mood: f"<{mood}>{text}</{mood}>")
    lines = list(TextReport(layout).finish(heard.scores, ()))
    assert lines[0].startswith("<strong>scripted")
    assert lines[-1].startswith(f"<{mood}>")


def test_every_result_is_told() -> None:
    assert set(everything().scores.results) == set(Result)


def test_errors_that_differ_in_numbers_only_are_one_reason() -> None:
    told = ("garbage: 'id' is '1'", "garbage: 'id' is '23'", "crash: exit code 1", "crash: exit code 137")
    faults = {f"features/{at}": Fault(*one.split(": ", 1)) for at, one in enumerate(told)}
    text = Heard(*asked(Scripted(faults), *map(vector, faults))).told("text")
    start = text.index("Errors: 4\n")
    assert text[start:].splitlines()[1:7] == [
        "  garbage: 'id' is '1'",
        "    features/0 and 1 more",
        "  crash: exit code 1",
        "    features/2",
        "  crash: exit code 137",
        "    features/3",
    ]
