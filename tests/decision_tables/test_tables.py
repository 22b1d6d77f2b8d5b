"""Each requirement over the full product of its facts, unknown included, against tables written by hand."""

from collections.abc import Callable
from typing import Any

import pytest

from dod_model.facts import FACTS, Facts
from dod_model.releases import Release, current, preview
from dod_model.requirements import BY_ID, Verdict, covered, decide, facts_read, why_not_covered
from dod_model.requirements.asking import agreed
from dod_model.requirements.deciding import plain_verdict
from tests.decision_tables.tables import RELEASES, UNKNOWN, Case, Table, row_fits
from tests.decision_tables.written import ALWAYS_INFERRED, CONTRADICTIONS, COVERED, INFERRED, VERDICTS

each_requirement = pytest.mark.parametrize("name", sorted(BY_ID))


def value(fact: str, text: str) -> Any:
    kind = FACTS[fact].type
    if kind is bool:
        return text == "yes"
    if kind is Release:
        return preview(int(text[2:])) if text.startswith("TP") else current(int(text))
    return kind(text)


def facts_of(table: Table, case: Case) -> Facts:
    known = zip(table.facts, case, strict=True)
    return Facts(**{fact: value(fact, text) for fact, text in known if text != UNKNOWN})


def read_of(question: Callable[[Facts], object]) -> set[str]:
    """Every fact that a question reads on any facts."""
    either_branch = (Facts(site_release=value("site_release", text)) for text in RELEASES)
    return {name for facts in either_branch for name in facts_read(question, facts)}


def test_every_requirement_has_a_table() -> None:
    assert VERDICTS.keys() == BY_ID.keys()
    assert INFERRED.keys() | CONTRADICTIONS.keys() | ALWAYS_INFERRED <= BY_ID.keys()


@each_requirement
class TestVerdicts:
    """A verdict is the table's; with unknown facts, what all completions agree on, else undetermined."""

    def test_the_table_has_the_facts_that_are_read(self, name: str) -> None:
        assert read_of(lambda facts: plain_verdict(BY_ID[name], facts)) == set(Table(VERDICTS[name]).facts)

    def test_each_row_counts_for_something(self, name: str) -> None:
        table = Table(VERDICTS[name])
        first = {next(i for i, row in enumerate(table.rows) if row_fits(case, row[0])) for case in table.complete}
        assert first == set(range(len(table.rows)))

    def test_it_decides_as_the_table_does(self, name: str) -> None:
        table = Table(VERDICTS[name])
        wrong = []
        for case in table.cases(unknown=True):
            answers = table.answers(case)
            expected = Verdict(answers.pop()) if len(answers) == 1 else Verdict.UNDETERMINED
            found = decide(BY_ID[name], facts_of(table, case))
            if found is not expected:
                wrong.append((case, found, expected))
        assert wrong == []


class TestCoverage:
    """Whether the documents speak of an attempt is the table's."""

    table = Table(COVERED)

    def test_the_table_has_the_facts_that_are_read(self) -> None:
        assert read_of(covered) == set(self.table.facts)

    def test_it_is_covered_as_the_table_says(self) -> None:
        for case in self.table.cases(unknown=True):
            answers = self.table.answers(case)
            expected = answers.pop() == "yes" if len(answers) == 1 else None
            assert agreed(covered, facts_of(self.table, case), None) is expected, case

    def test_what_is_not_covered_is_explained_by_what_excludes_it(self) -> None:
        for case in self.table.complete:
            if self.table.answer(case) == "no":
                place, _, boot_image, *_ = case
                word = "intranet" if place == "intranet" else "boot image" if boot_image == "yes" else "1802"
                assert word in why_not_covered(facts_of(self.table, case))


@each_requirement
class TestRemarks:
    """Inferred and contested findings are those of the tables; with unknown facts, those that some completion has."""

    def test_inferred_where_the_table_says(self, name: str) -> None:
        always = "yes" if name in ALWAYS_INFERRED else "no"
        table = Table(INFERRED.get(name, f"inferred\n{always}"))
        for case in table.cases(unknown=True):
            assert bool(BY_ID[name].reasoning(facts_of(table, case))) is ("yes" in table.answers(case)), case

    def test_touched_by_the_contradictions_of_the_table(self, name: str) -> None:
        table = Table(CONTRADICTIONS.get(name, "contradictions\n-"))
        for case in table.cases(unknown=True):
            expected = {one for answer in table.answers(case) for one in answer.split()} - {"-"}
            touches = BY_ID[name].touches(facts_of(table, case))
            assert {f"{touch.contradiction}{'!' if touch.contests else ''}" for touch in touches} == expected, case
