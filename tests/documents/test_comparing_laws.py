"""What no comparison may ever do, whatever the page."""

import re

from hypothesis import given
from hypothesis import strategies as st

from dod_model.documents import Standing, blocks
from tests.documents.lending import PAGE, PLACES, changed, passage_at, without

sentences = st.sampled_from([one for one in PAGE.splitlines() if one and not one.startswith(("#", "|", ">"))])


@given(st.randoms(use_true_random=False))
def test_white_space_changes_no_answer(random: object) -> None:
    choose = getattr(random, "choice")  # noqa: B009
    page = re.sub(r"(?<=\w) (?=\w)", lambda _: choose((" ", "  ", "\t", "\u00a0")), PAGE)
    page = re.sub(r"\n\n", lambda _: choose(("\n\n", "\n\n\n", "\n \n")), page)
    assert changed(page) == {}


@given(st.lists(st.text("abcdef gh", min_size=1).filter(str.strip), max_size=6))
def test_new_paragraphs_at_the_end_take_nothing_away(added: list[str]) -> None:
    assert changed(PAGE + "".join(f"\n{one.strip()}\n" for one in added)) == {}


@given(st.sets(sentences))
def test_what_is_deleted_is_gone_and_nothing_else(lines: set[str]) -> None:
    page = without(*lines)
    left = {block.fingerprint for block in blocks(page)}
    assert set(changed(page)) == {place for place in PLACES if passage_at(place).fingerprint not in left}
    assert {standing for standing, _ in changed(page).values()} <= {Standing.GONE}


@given(st.permutations(re.split(r"^(?=## )", PAGE, flags=re.MULTILINE)[1:]))
def test_the_order_of_sections_does_not_count(sections: list[str]) -> None:
    assert changed(PAGE.partition("\n## ")[0] + "\n" + "\n".join(sections)) == {}
