"""Words and safe text, the same in every format."""

from __future__ import annotations

import re
import unicodedata

from dod_model.assessment import Outcome
from dod_model.attempt import Attempt, Start, Wish

OUTCOMES = {
    Outcome.DOWNLOADS_ON_DEMAND: "runs, and downloads content on demand",
    Outcome.DOWNLOADS_BEFORE_START: "runs, and downloads all content before it starts",
    Outcome.DOES_NOT_RUN: "does not run",
    Outcome.UNDETERMINED: "undetermined: it hangs on what is not known",
    Outcome.NOT_COVERED: "not covered: the documents do not speak of such an attempt",
}
"""Each outcome in words."""

WISHES = {
    Wish.ON_DEMAND: "that it downloads on demand",
    Wish.RUN: "that it runs",
}
"""Each wish in words."""

_LABEL = re.compile(r"\*\*(.+?)\*\*")
_UNSAFE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def printable(text: str) -> str:
    """Text that a terminal shows as it is: control and direction characters are written as escapes."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escaped(char) if unicodedata.category(char) in _UNSAFE else char for char in text)


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}"


def quoted_labels(text: str) -> str:
    """Console labels, which are marked with two asterisks, in quotation marks."""
    return _LABEL.sub(r'"\1"', text)


def evidence_in_words(fact: str, meaning: str, value: str | None) -> str:
    """A fact and its value as one says it: "a gateway runs: no" rather than "whether a gateway runs: no".

    Args:
        fact: name of the fact.
        meaning: what it says.
        value: its value in words; None for unknown.
    """
    if value is None:
        return "no document says" if fact == "undocumented" else f"not known: {meaning}"
    return f"{meaning.removeprefix('whether ') if value in {'yes', 'no'} else meaning}: {value}"


def how(attempt: Attempt) -> str:
    """Start and place of an attempt in words."""
    start = "started in an unknown way" if attempt.start is None else _STARTS[attempt.start]
    return f"{start}, from the {attempt.place.value}"


_STARTS = {
    Start.SOFTWARE_CENTER: "started from Software Center",
    Start.SCHEDULE: "started by its schedule",
    Start.PXE: "started over PXE",
    Start.BOOT_MEDIA: "started from boot media",
    Start.STANDALONE_MEDIA: "started from stand-alone media",
    Start.PRESTAGED_MEDIA: "started from prestaged media",
    Start.WINDOWS_PE: "started in Windows PE",
}
