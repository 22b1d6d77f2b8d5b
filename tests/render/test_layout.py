"""Lines: wrapped, indented, coloured, safe."""

from __future__ import annotations

from dod_model.render.layout import LABEL, Layout

TEXT = "one two three four five six seven eight nine ten eleven twelve"


def marked(text: str, mood: str) -> str:
    return f"<{mood}:{text}>"


def test_without_a_width_a_line_stays_as_long_as_it_is() -> None:
    assert list(Layout().line(TEXT, 4)) == [f"    {TEXT}"]


def test_with_a_width_no_line_is_longer() -> None:
    lines = list(Layout(40).line(TEXT, 4))
    assert len(lines) == 2
    assert max(map(len, lines)) <= 40
    assert " ".join(line.strip() for line in lines) == TEXT


def test_further_lines_stand_below_the_text_and_not_below_the_head() -> None:
    first, second = Layout(40).line(TEXT, 2, head="1. ")
    assert first.startswith("  1. one")
    assert second.startswith("     ")
    assert second[5] != " "


def test_further_lines_of_a_list_item_are_indented() -> None:
    first, second = Layout(40).line(f"- {TEXT}", 2)
    assert first.startswith("  - one")
    assert second.startswith("    ")
    assert second[4] != " "


def test_words_and_addresses_are_not_broken() -> None:
    address = "https://example.org/a-very-long/path-that-does-not-fit/in-the-width"
    assert list(Layout(40).line(f"see {address}")) == ["see", address]


def test_a_very_narrow_terminal_still_gets_words() -> None:
    assert max(map(len, Layout(1).line(TEXT, 20))) > 20


def test_a_label_stands_before_the_first_text_only() -> None:
    lines = list(Layout().labelled("says", ("this", "that"), 6))
    assert lines == ["      says      this", "                that"]
    assert LABEL == 10


def test_no_texts_no_label() -> None:
    assert list(Layout().labelled("says", (), 6)) == []


def test_colour_is_put_on_the_text_and_not_on_the_indent() -> None:
    lines = list(Layout(40, marked).line(TEXT, 4, "bad", head="- "))
    assert lines[0].startswith("    - <bad:one")
    assert lines[1].startswith("      <bad:")
    assert all(line.endswith(">") for line in lines)


def test_colour_does_not_count_for_the_width() -> None:
    bare = list(Layout(40).line(TEXT))
    assert [line.removeprefix("<bad:").removesuffix(">") for line in Layout(40, marked).line(TEXT, 0, "bad")] == bare


def test_what_is_unsafe_is_escaped() -> None:
    assert list(Layout().line("a\x1b[31m\nb")) == ["a\\u001b[31m\\u000ab"]


def test_an_empty_text_is_an_empty_line() -> None:
    assert list(Layout(40).line("")) == [""]
