"""What help texts and docstrings say is shown as it is meant."""

from __future__ import annotations

import pytest

from dod_model.publish.prose_of_code import code, coded, fenced


@pytest.mark.parametrize(
    ("text", "shown"), [("a", "`a`"), ("a`b", "`` a`b ``"), ("`` x", "``` `` x ```"), ("a\n  b", "`a b`")]
)
def test_code_within_a_line_is_ended_by_nothing_in_it(text: str, shown: str) -> None:
    assert code(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Read `a <b>` and ``c|d``.", "Read `a <b>` and `c|d`."),
        ("*a* `b", "\\*a\\* \\`b"),
        ("`x` <y>", "`x` &lt;y\\>"),
        ("`a``b`", "`a``b`"),
    ],
)
def test_what_stands_between_backticks_is_code_and_the_rest_is_not(text: str, shown: str) -> None:
    assert coded(text) == shown


def test_a_fence_is_ended_by_nothing_in_it() -> None:
    assert fenced("a\n```\nb", "text") == "````text\na\n```\nb\n````"
