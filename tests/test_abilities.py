from collections.abc import Sequence
from itertools import pairwise

import pytest

from dod_model.abilities import (
    ABILITIES,
    BOTH_BRANCHES,
    CMDLET_FOR_CMG_CONTENT,
    NEVER,
    OF_THE_PRODUCT,
    PREVIEW_ONLY,
    UNSAID,
    Ability,
    Side,
    Span,
    representatives,
)
from dod_model.documents import statements
from dod_model.release_table import CURRENT_BRANCH
from dod_model.releases import Branch, Release, current, current_branch, preview

YES, NO, UNKNOWN = True, False, None
CB, TP = Branch.CURRENT, Branch.TECHNICAL_PREVIEW
MONTHS = [number for number in range(1512, 2604) if 1 <= number % 100 <= 12]
BY_ID = {ability.id: ability for ability in ABILITIES}

# id: what holds from where on, on the current branch and on technical previews; and whether the client counts too
Stretches = Sequence[tuple[int, bool | None]]
WRITTEN: dict[str, tuple[Stretches, Stretches, bool]] = {
    "upgrade-over-cmg": ([(1511, NO), (1802, YES)], [(1512, NO), (1802, YES)], True),
    "script-over-cmg": ([(1511, NO), (1802, YES)], [(1512, UNKNOWN)], True),
    "boot-image-over-cmg": ([(1511, NO), (2006, YES)], [(1512, NO), (1910, UNKNOWN)], False),
    "cmg-serves-content": ([(1511, NO), (1806, YES)], [(1512, NO), (1806, YES)], False),
    "download-on-demand": ([(1511, NO), (1910, YES)], [(1512, NO), (1909, YES)], True),
    "defect-of-2002": ([(1511, NO), (2002, YES), (2006, NO)], [(1512, NO)], False),
    "cloud-distribution-point-can-be-made": ([(1511, YES), (2107, NO)], [(1512, YES), (1910, UNKNOWN)], False),
    "start-methods-stated": ([(1511, NO), (1910, YES)], [(1512, NO), (1909, YES)], False),
    "other-options-refused-in-words": ([(1511, NO), (1802, YES), (1910, NO)], [(1512, NO)], False),
    "cmdlet-for-cmg-content": ([(1511, NO), (2010, YES)], [(1512, UNKNOWN)], False),
}
FIRST: dict[str, tuple[int | None, int | None]] = {
    "upgrade-over-cmg": (1802, 1802),
    "script-over-cmg": (1802, None),
    "boot-image-over-cmg": (2006, None),
    "cmg-serves-content": (1806, 1806),
    "download-on-demand": (1910, 1909),
    "defect-of-2002": (2002, None),
    "cloud-distribution-point-can-be-made": (1511, 1512),
    "start-methods-stated": (1910, 1909),
    "other-options-refused-in-words": (1802, None),
    "cmdlet-for-cmg-content": (2010, None),
}


def written(stretches: Stretches, number: int) -> bool | None:
    return [answer for since, answer in stretches if since <= number][-1]


class TestSpan:
    @pytest.mark.parametrize(
        ("span", "answers"),
        [
            (Span(since=1802), [NO, YES, YES, YES]),
            (Span(since=1802, until=1802), [NO, YES, NO, NO]),
            (Span(since=1802, until=1806), [NO, YES, YES, NO]),
            (Span(since=1802, unsaid_from=1806), [NO, YES, UNKNOWN, UNKNOWN]),
            (Span(since=1802, until=1802, unsaid_from=1810), [NO, YES, NO, UNKNOWN]),
            (Span(unsaid_from=1802), [NO, UNKNOWN, UNKNOWN, UNKNOWN]),
            (UNSAID, [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN]),
            (NEVER, [NO, NO, NO, NO]),
        ],
    )
    def test_at(self, span: Span, answers: list[bool | None]) -> None:
        assert [span.at(number) for number in (1710, 1802, 1806, 1810)] == answers

    def test_bounds_are_where_the_answer_may_change(self) -> None:
        assert Span(since=1802).bounds() == (1802,)
        assert Span(since=1802, until=1906).bounds() == (1802, 1907)
        assert Span(since=1511, until=2103, unsaid_from=2203).bounds() == (1511, 2104, 2203)
        assert NEVER.bounds() == ()


class TestAbilities:
    def test_all_are_written_here(self) -> None:
        assert BY_ID.keys() == WRITTEN.keys() == FIRST.keys()
        assert len(ABILITIES) == len(BY_ID)

    @pytest.mark.parametrize("name", WRITTEN)
    def test_at_every_release(self, name: str) -> None:
        on_current, on_previews, _ = WRITTEN[name]
        ability = BY_ID[name]
        for release in current_branch():
            assert ability.at(release) is written(on_current, release.number), release
            assert ability.at(release) is ability.span(CB).at(release.number)
        for month in MONTHS:
            assert ability.at(preview(month)) is written(on_previews, month), month

    @pytest.mark.parametrize("name", WRITTEN)
    def test_whose_release_counts(self, name: str) -> None:
        assert BY_ID[name].asks_client is WRITTEN[name][2]
        assert (BY_ID[name].side is Side.BOTH) is WRITTEN[name][2]

    @pytest.mark.parametrize("name", FIRST)
    def test_the_first_release_of_each_branch(self, name: str) -> None:
        number, month = FIRST[name]
        assert BY_ID[name].first(CB) == (None if number is None else current(number))
        assert BY_ID[name].first(TP) == (None if month is None else preview(month))

    def test_where_asking_the_client_is_inferred(self) -> None:
        inferred = {name: ability.client_inferred for name, ability in BY_ID.items() if ability.client_inferred}
        assert inferred == {
            "upgrade-over-cmg": BOTH_BRANCHES,
            "script-over-cmg": BOTH_BRANCHES,
            "download-on-demand": PREVIEW_ONLY,
        }
        assert (set(BOTH_BRANCHES), set(PREVIEW_ONLY)) == ({CB, TP}, {TP})

    def test_each_rests_on_a_statement(self) -> None:
        for ability in ABILITIES:
            assert ability.cites
            assert set(ability.cites) <= set(statements())
            assert ability.statement.endswith(".")

    def test_what_is_about_documents_is_not_of_the_product(self) -> None:
        left_out = [ability.id for ability in ABILITIES if ability not in OF_THE_PRODUCT]
        assert left_out == [ability.id for ability in ABILITIES if ability.about_documents]
        assert "start-methods-stated" in left_out
        assert "download-on-demand" not in left_out

    def test_the_first_release_that_has_it_no_more(self) -> None:
        after = {name: found for name, ability in BY_ID.items() if (found := ability.after(CB)) is not None}
        assert after == {
            "defect-of-2002": current(2006),
            "cloud-distribution-point-can-be-made": current(2107),
            "other-options-refused-in-words": current(1910),
        }
        assert {ability.after(TP) for ability in ABILITIES} == {None}
        ends = Ability("x", "X.", Span(since=1511, until=2603), Span(since=1512, until=1912), Side.SITE, ("F001",))
        assert ends.after(CB) is None
        assert ends.after(TP) == preview(2001)

    @pytest.mark.parametrize(("until", "after"), [(1909, 1910), (1911, 1912), (1912, 2001), (2001, 2002)])
    def test_the_preview_after_the_last_is_that_of_the_next_month(self, until: int, after: int) -> None:
        ends = Ability("x", "X.", UNSAID, Span(since=1512, until=until), Side.SITE, ("F001",))
        assert ends.after(TP) == preview(after)

    def test_asking_twice_gives_the_same_answer(self) -> None:
        ability = Ability("x", "X.", Span(since=1910), UNSAID, Side.SITE, ("F001",))
        assert [ability.at(current(1910)), ability.at(current(1910))] == [True, True]
        assert [ability.at(preview(1910)), ability.at(preview(1910))] == [None, None]
        assert [ability.at(current(1906)), ability.at(current(1906))] == [False, False]


class TestRepresentatives:
    """A representative of each stretch answers as every release of the stretch does."""

    def test_they_are_the_first_of_each_stretch(self) -> None:
        numbers = [release.number for release in representatives(CB)]
        assert numbers == [1511, 1802, 1806, 1910, 2002, 2006, 2010, 2107]
        assert [release.number for release in representatives(TP)] == [1512, 1802, 1806, 1909, 1910]

    @pytest.mark.parametrize("branch", Branch)
    def test_every_release_answers_like_its_representative(self, branch: Branch) -> None:
        every = list(current_branch()) if branch is CB else [preview(month) for month in MONTHS]
        found = representatives(branch)
        for release in every:
            nearest = max(one for one in found if one <= release)
            assert answers(release) == answers(nearest), release

    @pytest.mark.parametrize("branch", Branch)
    def test_neighbours_differ(self, branch: Branch) -> None:
        found = [answers(release) for release in representatives(branch)]
        assert all(before != after for before, after in pairwise(found))

    def test_of_some_abilities(self) -> None:
        assert representatives(CB, (CMDLET_FOR_CMG_CONTENT,)) == (current(1511), current(2010))
        assert representatives(TP, (CMDLET_FOR_CMG_CONTENT,)) == (preview(1512),)
        assert representatives(CB, ()) == (current(1511),)

    def test_a_bound_between_two_releases_counts_from_the_next(self) -> None:
        between = Ability("x", "X.", Span(since=1909, until=2003), Span(since=1903, until=1912), Side.SITE, ("F001",))
        assert representatives(CB, (between,)) == (current(1511), current(1910), current(2006))
        assert representatives(TP, (between,)) == (preview(1512), preview(1903), preview(2001))

    @pytest.mark.parametrize(
        ("span", "numbers"),
        [
            (Span(since=1601), [1512, 1601]),
            (Span(since=1612), [1512, 1612]),
            (Span(since=1512, until=1512), [1512, 1601]),
            (Span(since=1512, until=1612), [1512, 1701]),
            (Span(since=1601, until=1611), [1512, 1601, 1612]),
            (Span(unsaid_from=0), [1512]),
        ],
    )
    def test_of_previews_every_month_counts(self, span: Span, numbers: list[int]) -> None:
        ability = Ability("x", "X.", NEVER, span, Side.SITE, ("F001",))
        assert [release.number for release in representatives(TP, (ability,))] == numbers

    def test_a_bound_at_the_first_or_past_the_last_release(self) -> None:
        odd = Ability("x", "X.", Span(since=1511, until=2603), Span(since=1512, until=2602), Side.SITE, ("F001",))
        assert representatives(CB, (odd,)) == (current(1511),)
        assert representatives(TP, (odd,)) == (preview(1512), preview(2603))
        assert CURRENT_BRANCH[-1].number == 2603


def answers(release: Release) -> list[bool | None]:
    return [ability.at(release) for ability in ABILITIES]
