"""A sketch tells how alike two texts are, and not what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dod_model.documents.sketches import SAMPLE, Sketch, word_pairs

SHORT = "bring the bicycle back before the desk closes."
LONG = " ".join(f"word{number} and" for number in range(100))
WORDS = "a bicycle is lent by the desk to you and me"
texts = st.lists(st.sampled_from(sorted(set(WORDS.split()))), max_size=60).map(" ".join)


def test_pairs_are_of_neighbours_and_the_ends_count() -> None:
    assert len(word_pairs("one two three")) == 4
    assert word_pairs("one two") & word_pairs("two one") == set()
    assert len(word_pairs("one") & word_pairs("one two")) == 1
    assert len(word_pairs("")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("it doesn't help", "it does not help"),
        ("you can't ride", "you cannot ride"),
        ("it won\N{RIGHT SINGLE QUOTATION MARK}t help", "it won't help"),
        ("a lamp, and a lock", "a lamp and a lock."),
    ],
)
def test_contractions_and_punctuation_do_not_count(one: str, other: str) -> None:
    assert word_pairs(one) == word_pairs(other)


def test_a_sketch_of_a_short_text_is_exact() -> None:
    sketch = Sketch.of(SHORT)
    assert (sketch.pairs, sketch.sample) == (9, word_pairs(SHORT))
    assert sketch.shared(word_pairs("bring the bicycle back")) == 4
    assert sketch.likeness(word_pairs("bring the bicycle back")) == pytest.approx(8 / 14)


def test_a_sketch_of_a_long_text_is_a_sample() -> None:
    sketch = Sketch.of(LONG)
    assert (sketch.pairs, len(sketch.sample)) == (len(word_pairs(LONG)), SAMPLE)
    half = " ".join(LONG.split()[:100])
    assert sketch.likeness(word_pairs(half)) == pytest.approx(2 / 3, abs=0.12)


def test_a_sketch_of_another_text_has_nothing_in_common() -> None:
    assert Sketch.of(SHORT).likeness(word_pairs("a lamp is needed at night")) == 0
    assert not Sketch.of(SHORT).is_like(word_pairs("a lamp is needed at night"))


@pytest.mark.parametrize(
    ("other", "like"),
    [
        ("bring the bicycle back before the desk shuts", True),
        ("bring the bicycle back before it gets too dark to see", True),
        ("bring the bicycle to me if you will", False),
        ("ask at the desk for the keys", False),
    ],
)
def test_texts_are_alike_from_two_fifths_of_their_pairs_on(other: str, like: bool) -> None:
    assert Sketch.of(SHORT).is_like(word_pairs(other)) is like


def test_short_texts_need_more_in_common() -> None:
    assert Sketch.of("only cargo bicycles").is_like(word_pairs("only cargo bicycles here"))
    assert not Sketch.of("only cargo bicycles").is_like(word_pairs("only cargo trailers"))
    assert not Sketch.of("shoes").is_like(word_pairs("boots"))


def test_a_text_that_was_taken_up_into_a_longer_one_is_like_it() -> None:
    text = "before the desk closes you may ride as far as you like"
    longer = word_pairs(f"{text}; {' '.join('abcdefghijklmnopqrstuvwxyzabdacebdfcegdfhegifhjgikhjl')}")
    assert Sketch.of(text).likeness(longer) < 0.4
    assert Sketch.of(text).is_like(longer)
    assert not Sketch.of("before the desk closes you may").is_like(longer)


@given(texts)
def test_a_sketch_is_read_as_it_was_written(text: str) -> None:
    assert Sketch.read(str(Sketch.of(text))) == Sketch.of(text)


@given(texts, texts)
def test_likeness_is_a_share_and_whole_for_the_same_text(one: str, other: str) -> None:
    assert 0 <= Sketch.of(one).likeness(word_pairs(other)) <= 1
    assert Sketch.of(one).likeness(word_pairs(one)) == 1
    assert Sketch.of(one).is_like(word_pairs(one))


@pytest.mark.parametrize("written", ["", "9", "x 0a0a", "2 zzzz"])
def test_what_is_no_sketch_is_refused(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        Sketch.read(written)
