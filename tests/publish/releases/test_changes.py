"""What changes between releases is where their answers differ."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dod_model.abilities import ABILITIES, CLOUD_DP_CAN_BE_MADE, DEFECT_2002, OF_A_RUN
from dod_model.publish.releases.changes import EVERY_ABILITY, all_previews, changes
from dod_model.release_table import CURRENT_BRANCH
from dod_model.releases import current, preview


def test_changes_are_where_the_answer_differs() -> None:
    assert [one.ability for one in changes(current(1910), current(2002))] == [DEFECT_2002]
    assert list(changes(current(2002), current(2002))) == []
    back = {one.ability: one.words for one in changes(preview(1910), preview(1909))}
    assert back[CLOUD_DP_CAN_BE_MADE] == "begins, or was there unsaid"
    with pytest.raises(TypeError, match="1910 and TP 1909 are of different branches"):
        list(changes(current(1910), preview(1909)))


def test_there_may_have_been_a_preview_in_every_month() -> None:
    numbers = [one.number for one in all_previews()]
    assert numbers[:3] == [1512, 1601, 1602]
    assert numbers[-1] == CURRENT_BRANCH[-1].number
    assert all(later - earlier in {1, 89} for earlier, later in pairwise(numbers))


def test_abilities_of_the_product_come_before_those_of_documents() -> None:
    kinds = [one.about_documents for one in EVERY_ABILITY]
    assert kinds == sorted(kinds)
    assert set(EVERY_ABILITY) == {*ABILITIES, *OF_A_RUN}
