"""How many scenarios there are, and what came of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from dod_model.bdd.results import Results
from dod_model.publish.features.parts import Key


def counts_of(keys: Iterable[Key], results: Results) -> Mapping[str, int]:
    """How many scenarios and rows passed, failed, were skipped, and did `not run`."""
    return Counter(results[key].came if key in results else "not run" for key in keys)


def counts_in_words(counts: Mapping[str, int]) -> str:
    """Counts in words: `14 of 14 passed`, `12 of 14 passed, 2 failed`; `14 not run` where none ran."""
    total = sum(counts.values())
    if not total:
        return "nothing to run"
    if counts.get("not run", 0) == total:
        return f"{total} not run"
    others = [f"{counts[word]} {word}" for word in ("failed", "skipped", "not run") if counts.get(word)]
    return ", ".join([f"{counts.get('passed', 0)} of {total} passed", *others])
