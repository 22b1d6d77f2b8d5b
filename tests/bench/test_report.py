import pytest

from bench.report import Bound, Row, Section, as_data, in_words


@pytest.mark.parametrize(
    ("figure", "at_most", "at_least", "kept"),
    [(1.3, 1.3, None, True), (1.31, 1.3, None, False), (2.0, None, 2.0, True), (1.99, None, 2.0, False)],
)
def test_a_bound_is_kept_up_to_its_edge(
    figure: float, at_most: float | None, at_least: float | None, kept: bool
) -> None:
    bound = Bound("ours / theirs", figure, at_most, at_least)
    assert bound.kept is kept
    assert str(bound).startswith("kept" if kept else "BROKEN")


def test_a_row_has_a_ratio_only_beside_a_peer() -> None:
    assert Row("ours", 3.0, 2.0).ratio == 1.5
    assert Row("ours", 3.0).ratio is None


@pytest.mark.parametrize(
    ("seconds", "words"), [(2.5, "2.50 s"), (0.0125, "12.50 ms"), (3.2e-6, "3.20 us"), (4.5e-8, "45 ns")]
)
def test_durations_are_told_in_the_unit_that_suits(seconds: float, words: str) -> None:
    assert in_words(seconds) == words


def test_a_section_tells_rows_remarks_and_bounds() -> None:
    section = Section(
        "Deciding", [Row("ours", 2e-6, 4e-6), Row("theirs", 4e-6)], [Bound("x", 2, at_least=2)], ["Said."]
    )
    assert list(section.lines()) == [
        "== Deciding",
        "  ours       2.00 us    0.50 x",
        "  theirs     4.00 us",
        "  Said.",
        "  kept    x: 2.00 (at least 2)",
    ]
    assert as_data([section])[0]["rows"][0] == {"what": "ours", "seconds": 2e-6, "beside": 4e-6}
