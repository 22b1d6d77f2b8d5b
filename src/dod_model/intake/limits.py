"""How much is read. Every bound on a description of a site stands here.

They keep every answer within ten seconds and one gigabyte of memory, also for input that was
made to cost more. What lies beyond a bound is refused as a whole and says which bound it was.
"""

from __future__ import annotations

from typing import Final

MIB: Final = 2**20

YAML_BYTES: Final = 1 * MIB
"""Largest YAML file. The reader in pure Python needs a few seconds for one of this size."""

JSON_BYTES: Final = 32 * MIB
"""Largest JSON file. One wide character makes a text of that size take four times the memory, several times over."""

YAML_VALUES: Final = 100_000
"""Most values in a YAML file: fields, list items and groups, counted where an alias stands as well."""

JSON_VALUES: Final = 250_000
"""Most values in a JSON file, counted as commas and opening brackets, also those inside of texts."""

DEPTH: Final = 64
"""Most groups and lists inside one another. A site needs 57 where task sequences have groups as deep as they may be."""

ALIASES: Final = 200
"""Most aliases (``*name``) in a YAML file."""

DIGITS: Final = 4_300
"""Most digits of a whole number, the bound that Python has as well."""

PROBLEMS: Final = 100
"""Most problems that are told; one more then says how many there are besides."""

GATHERED: Final = 1_000
"""Most problems of one kind of check that are put into words, to choose those with the lowest lines from."""

NEIGHBOURS: Final = 1_000
"""Most file names that are looked at to find the one that was meant."""
