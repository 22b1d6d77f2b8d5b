import pytest

from dod_model.facts import Facts
from dod_model.releases import current
from dod_model.requirements import REQUIREMENTS, Force, Topic
from dod_model.requirements.asking import certainly_or_perhaps
from dod_model.requirements.remedies import ENABLE_SEQUENCE, UPDATE_SITE
from dod_model.requirements.requirement import (
    Inferred,
    Requirement,
    Scope,
    Touch,
    always,
    requirement,
)


def a_sequence_is_enabled(facts: Facts) -> bool:
    """The task sequence
    is enabled.

    A disabled one
    does not run.

    Nor does it show.
    """
    return facts.sequence_enabled


def made(**more: object) -> Requirement:
    make = requirement(force=Force.BLOCKS, topic=Topic.TASK_SEQUENCE, cites="F143  F10A", **more)  # type: ignore[arg-type]
    return make(a_sequence_is_enabled)


class TestMaking:
    def test_name_and_docstring_make_id_statement_and_explanation(self) -> None:
        found = made()
        assert found.id == "a-sequence-is-enabled"
        assert found.statement == "The task sequence is enabled."
        assert found.explanation == "A disabled one does not run. Nor does it show."
        assert found.cites == ("F143", "F10A")
        assert (found.force, found.topic) == (Force.BLOCKS, Topic.TASK_SEQUENCE)
        assert found.holds(Facts(sequence_enabled=True)) is True

    def test_its_id_gives_the_address_of_its_page(self) -> None:
        assert made().page == "requirements/a-sequence-is-enabled/"

    def test_the_rest_may_be_left_out(self) -> None:
        found = made()
        assert (found.scope, found.inferred, found.needs) == (None, None, None)
        assert (found.touched_by, found.remedies) == ((), ())

    def test_so_it_may_be_without_the_decorator(self) -> None:
        found = Requirement("x", "X.", "", always, Force.ADVISES, Topic.ADVICE, ("F143",))
        assert (found.scope, found.inferred, found.needs) == (None, None, None)
        assert (found.touched_by, found.remedies) == ((), ())

    def test_the_rest_is_kept(self) -> None:
        scope, inferred, touch = Scope(always, "never"), Inferred(always, "guessed"), Touch("E01", always, True)
        found = made(scope=scope, inferred=inferred, touched_by=(touch,), remedies=(UPDATE_SITE, ENABLE_SEQUENCE))
        assert (found.scope, found.inferred, found.touched_by) == (scope, inferred, (touch,))
        assert found.remedies == (UPDATE_SITE, ENABLE_SEQUENCE)

    def test_two_of_the_same_form_are_two(self) -> None:
        assert made() != made()
        assert len({made(), made()}) == 2


class TestRemarks:
    when_enabled = Inferred(lambda facts: facts.sequence_enabled, "guessed")

    @pytest.mark.parametrize(
        ("facts", "reasoning"),
        [
            (Facts(sequence_enabled=True), "guessed"),
            (Facts(sequence_enabled=False), ""),
            (Facts(), "guessed"),
        ],
    )
    def test_reasoning(self, facts: Facts, reasoning: str) -> None:
        assert made(inferred=self.when_enabled).reasoning(facts) == reasoning
        assert made().reasoning(facts) == ""

    def test_touches(self) -> None:
        first = Touch("E01", lambda facts: facts.sequence_enabled, contests=True)
        second = Touch("E02", lambda facts: not facts.sequence_enabled, contests=False)
        found = made(touched_by=(first, second))
        assert found.touches(Facts(sequence_enabled=True)) == (first,)
        assert found.touches(Facts(sequence_enabled=False)) == (second,)
        assert found.touches(Facts()) == (first, second)

    def test_a_mistake_in_a_test_is_no_unknown_fact(self) -> None:
        with pytest.raises(AttributeError, match="weather"):
            certainly_or_perhaps(lambda facts: facts.weather, Facts())  # type: ignore[attr-defined]

    def test_certainly_or_perhaps(self) -> None:
        assert certainly_or_perhaps(lambda facts: facts.upgrade, Facts()) is True
        assert certainly_or_perhaps(lambda facts: facts.upgrade, Facts(upgrade=True)) is True
        assert certainly_or_perhaps(lambda facts: facts.upgrade, Facts(upgrade=False)) is False
        assert always(Facts(site_release=current(1910))) is True


class TestWording:
    """Statements are sentences in our words, without *should*; what is reasoned or out of scope says why."""

    @pytest.mark.parametrize("one", REQUIREMENTS, ids=lambda one: one.id)
    def test_of_each(self, one: Requirement) -> None:
        texts = [one.statement, one.explanation] if one.explanation else [one.statement]
        for text in texts:
            assert text[0].isupper()
            assert text.endswith(".")
            assert "should" not in text.lower().split()
            assert "\n" not in text
        if one.scope is not None:
            assert not one.scope.otherwise.endswith(".")
        if one.inferred is not None:
            assert one.inferred.reasoning.endswith((".", ")."))


@pytest.mark.parametrize("one", REQUIREMENTS, ids=lambda one: one.id)
def test_exactly_what_blocks_says_where_in_a_run_that_shows(one: Requirement) -> None:
    assert (one.fails is not None) is (one.force is Force.BLOCKS)
