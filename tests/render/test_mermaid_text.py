"""Names in a diagram: shown as they are, and never read as mermaid's own words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dod_model.render.mermaid_text import LONGEST, escaped
from dod_model.render.wording import printable

CODE = re.compile(r"#(\d+);")


def shown(text: str) -> str:
    """What mermaid makes of an escaped text."""
    return CODE.sub(lambda found: chr(int(found[1])), text)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Windows 10 1903", "Windows 10 1903"),
        ("A; B", "A#59; B"),
        ("#1", "#35;1"),
        ("wrap: it", "wrap#58; it"),
        ('"quoted"', "#34;quoted#34;"),
        ("<script>", "#60;script#62;"),
        ("%%{init}%%", "#37;#37;#123;init#125;#37;#37;"),
        ("C->>M", "C-#62;#62;M"),
        ("end", "#101;nd"),
        ("The END of endings", "The #69;ND of endings"),
        ("A;end", "A#59;#101;nd"),
        ("Ü💻", "#220;#128187;"),
        ("A\nB", "A#92;u000aB"),
        ("#59;", "#35;59#59;"),
    ],
)
def test_what_means_something_to_mermaid_is_written_as_a_code(name: str, told: str) -> None:
    assert escaped(name) == told


@given(st.text(max_size=LONGEST))
def test_mermaid_shows_what_a_terminal_would(name: str) -> None:
    assert shown(escaped(name)) == printable(name)


@given(st.text() | st.lists(st.sampled_from(["end", "END", ";", " ", "x", "#"])).map("".join))
def test_nothing_is_left_that_could_end_a_line_or_begin_another(name: str) -> None:
    rest = CODE.sub("", escaped(name))
    assert not set(rest) & set(';#:\n\r%{}<>"`@[]|~\\')
    assert not re.search(r"\bend\b", escaped(name), re.IGNORECASE)


def test_a_text_that_is_too_long_is_cut() -> None:
    assert shown(escaped("x" * 1000)) == "x" * (LONGEST - 1) + "…"
