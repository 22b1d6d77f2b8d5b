"""Colour and width: on a terminal only."""

from __future__ import annotations

import os
import sys

import pytest

from dod_model.cli.terminal import WIDEST, layout


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("dod_model.cli.terminal.get_terminal_size", lambda: os.terminal_size((72, 40)))
    return monkeypatch


def test_nothing_is_wrapped_or_coloured_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: False)
    assert layout().width is None
    assert layout().paint("text", "bad") == "text"


@pytest.mark.usefixtures("terminal")
def test_a_terminal_gets_colour_and_its_width() -> None:
    assert layout().width == 72
    assert layout().paint("text", "bad") == "\x1b[31m\x1b[1mtext\x1b[0m"


@pytest.mark.usefixtures("terminal")
def test_every_mood_has_a_colour() -> None:
    painted = {layout().paint("text", mood) for mood in ("good", "bad", "open", "strong", "faint")}
    assert len(painted) == 5


def test_no_color_is_respected(terminal: pytest.MonkeyPatch) -> None:
    terminal.setenv("NO_COLOR", "1")
    assert layout().paint("text", "bad") == "text"
    assert layout().width == 72


def test_an_empty_no_color_does_not_count(terminal: pytest.MonkeyPatch) -> None:
    terminal.setenv("NO_COLOR", "")
    assert layout().paint("text", "bad") != "text"


def test_a_wide_terminal_is_not_filled(terminal: pytest.MonkeyPatch) -> None:
    terminal.setattr("dod_model.cli.terminal.get_terminal_size", lambda: os.terminal_size((400, 40)))
    assert layout().width == WIDEST
