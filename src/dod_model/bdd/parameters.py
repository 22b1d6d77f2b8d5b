"""What a parameter of a step is: a pattern of text, and what is made of it or refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from dod_model.site.nearest import closest

Value = TypeVar("Value")


class UnknownWordError(ValueError):
    """A scenario uses a word that means nothing. Its author mends it."""


def meaning(word: str, words: Mapping[str, Value], what: str) -> Value:
    """What a word stands for.

    Raises:
        UnknownWordError: it stands for nothing; the nearest that does is named.
    """
    if word in words:
        return words[word]
    near = closest(word, words.keys())
    hint = f"did you mean '{near}'?" if near else f"there is {', '.join(words)}"
    message = f"'{word}' is no {what}: {hint}"
    raise UnknownWordError(message)


def quoted(text: str) -> str:
    """A name in quotation marks, without them."""
    return text[1:-1]


@dataclass(frozen=True, slots=True)
class ParameterType:
    """How a parameter of a step is written, and what is made of it.

    Attributes:
        pattern: the regular expression of its text: wide enough to take a mistyped word, so that it can be refused.
        convert: text -> value of the model.
        what: what it is, in a few words, or how it is written.
        words: all that it takes; empty where there is no end to them.
    """

    pattern: str
    convert: Callable[[str], Any]
    what: str
    words: tuple[str, ...] = ()

    def __call__(self, text: str) -> Any:
        """The value of the text.

        Raises:
            ValueError: it stands for nothing.
        """
        return self.convert(text)


def one_of(words: Mapping[str, Value], what: str, pattern: str) -> ParameterType:
    """A parameter type that takes these words and refuses every other, naming the nearest."""
    return ParameterType(pattern, lambda text: meaning(text, words, what), what, tuple(words))
