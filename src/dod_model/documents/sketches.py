"""How alike are two texts, when only a sketch of the one was kept?

A *sketch* is a sample of the pairs of neighbouring words of a text, each pair as a hash of 16 bits. That is too little
to read a sentence back, for many pairs of words share a hash, and enough to estimate how many pairs a block at hand has
in common with the text. The sample holds the smallest hashes, so it is the same on every machine.
"""

import re
from collections.abc import Set
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise

__all__ = ["SAMPLE", "Sketch", "word_pairs"]

SAMPLE = 32
"""The most pairs that are kept of a text. Seven texts of ten have fewer, and their sketch is exact."""

LIKE = 0.4
"""From this likeness on a text counts as a rewording of another.

Measured over the pages at hand: of 37,000 pairs of a cited block and another one of its page, 2 in 1,000 reach it, and
those are sisters that say the same of two things; the comparison tells them apart, because both stood on the old page.
What the vendor reworded between two dates is at 0.43 and above, but for one sentence in two dozen. Below 0.4, sentences
that were written anew are no more alike than strangers are. Counting words beside pairs separates no better.
"""
LIKE_IF_SHORT = 0.6
"""The same for texts of fewer pairs than ``SHORT``, where one word in common already makes 0.4."""
SHORT = 6
CONTAINED = 0.75
"""From this share on a text counts as taken up into a longer one, if it has at least ``LONG`` pairs."""
LONG = 10

_WORD = re.compile(r"\w+")
_CONTRACTED = re.compile("n['\N{RIGHT SINGLE QUOTATION MARK}]t\\b")
_HEX = 4


def word_pairs(text: str) -> frozenset[int]:
    """Return the hashes of the pairs of neighbouring words; the begin and the end of the text count as words.

    "Not" counts alike whether contracted or not: the vendor went over to contractions on all pages.
    """
    spelt_out = _CONTRACTED.sub(" not", text.replace("cannot", "can't"))
    words = ("", *_WORD.findall(spelt_out), "")
    return frozenset(
        int.from_bytes(blake2b(f"{one} {other}".encode(), digest_size=2).digest(), "big")
        for one, other in pairwise(words)
    )


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text: how many different pairs it has, and a sample of them."""

    pairs: int
    sample: frozenset[int]

    @classmethod
    def of(cls, text: str) -> "Sketch":
        """Make the sketch of a normalised text."""
        pairs = word_pairs(text)
        return cls(len(pairs), frozenset(sorted(pairs)[:SAMPLE]))

    @classmethod
    def read(cls, written: str) -> "Sketch":
        """Read what ``str`` wrote.

        Raises:
            ValueError: it is no sketch.
        """
        count, digits = written.split(" ")
        starts = range(0, len(digits), _HEX)
        return cls(int(count), frozenset(int(digits[start : start + _HEX], 16) for start in starts))

    def __str__(self) -> str:
        """The number of pairs, a blank, and the sample in hexadecimal digits."""
        return f"{self.pairs} {''.join(f'{pair:0{_HEX}x}' for pair in sorted(self.sample))}"

    def shared(self, others: Set[int]) -> float:
        """Estimate how many pairs of the text are among others: exact for a text of at most ``SAMPLE`` pairs."""
        return min(self.pairs * len(self.sample & others) / len(self.sample), float(len(others)))

    def likeness(self, others: Set[int]) -> float:
        """Estimate how alike the texts are: pairs in common over pairs on average, 0 to 1."""
        return 2 * self.shared(others) / (self.pairs + len(others))

    def is_like(self, others: Set[int]) -> bool:
        """Say whether a text with those pairs can be a rewording of this one, or has taken it up."""
        if self.pairs >= LONG and self.shared(others) >= CONTAINED * self.pairs:
            return True
        least = LIKE_IF_SHORT if min(self.pairs, len(others)) < SHORT else LIKE
        return self.likeness(others) >= least
