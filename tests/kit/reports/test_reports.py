"""What holds for every report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dod_model.kit.answers import Answer, DontKnow, Fault, Reply, Skip
from dod_model.kit.judgement import KEPT
from dod_model.kit.reports import REPORTS
from dod_model.kit.reports.text import EXAMPLES, REASONS
from dod_model.requirements import REQUIREMENTS
from tests.kit.reports.scored import Heard, everything
from tests.kit.scripted import FAILS, RUNS, Scripted, asked, reply, vector

MOST = min(EXAMPLES, REASONS)
"""Of so many vectors, text for reading names each."""
NAMING = sorted(REPORTS.keys() - {"badge"})
"""The formats that name vectors."""
READ = sorted({*NAMING} - {"known"})
"""The formats that tell a person what to do; a file of known disagreements made anew just lacks what has stopped."""

wrong = st.builds(reply, st.just(FAILS), st.sets(st.sampled_from([one.id for one in REQUIREMENTS]), max_size=2))
replies: st.SearchStrategy[Reply] = st.one_of(wrong, st.just(reply(RUNS)))
none: st.SearchStrategy[Answer] = st.one_of(
    st.builds(DontKnow, st.text(max_size=3)),
    st.builds(Skip, st.text(max_size=3)),
    st.builds(Fault, st.sampled_from(["error", "crash"]), st.text(max_size=3)),
)


@pytest.mark.parametrize("name", NAMING)
@given(answers=st.lists(st.one_of(replies, none), min_size=1, max_size=MOST))
def test_every_report_names_every_vector_that_differs(name: str, answers: list[Answer]) -> None:
    script = {f"features/vector-{number}": answer for number, answer in enumerate(answers)}
    scores, judged = asked(Scripted(script), *map(vector, script))
    told = Heard(scores, judged).told(name)
    assert [one.id for one in judged if one.result in KEPT and one.disagreements and one.id not in told] == []
    assert [one.subject for each in judged for one in each.disagreements if one.subject not in told] == []


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_the_same_for_the_same_scores(name: str) -> None:
    assert everything().told(name) == everything().told(name)


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_ends_with_a_line_feed(name: str) -> None:
    assert everything().told(name).endswith("\n")


@pytest.mark.parametrize("name", READ)
def test_a_line_to_remove_is_told_in_every_report(name: str) -> None:
    assert "known.txt" in everything().told(name)
