"""Scores -> the JSON of an endpoint badge of shields.io."""

from __future__ import annotations

from collections.abc import Iterator
from json import dumps

from dod_model.kit.judgement import Result
from dod_model.kit.reports.report import OfScores
from dod_model.kit.scoring import Scores, exit_code_of

LABEL = "dod kit"

_COLOURS = {0: "brightgreen", 1: "red", 3: "yellow"}


class BadgeReport(OfScores):
    """The report as a badge: how many of the vectors that were asked agree, in the colour of the exit code."""

    def finish(self, scores: Scores, notes: tuple[str, ...]) -> Iterator[str]:
        """The badge; see https://shields.io/badges/endpoint-badge for the form."""
        del notes
        message = f"{scores.results[Result.AGREED]:,} of {scores.asked:,} agree"
        badge = {"schemaVersion": 1, "label": LABEL, "message": message, "color": _COLOURS[exit_code_of(scores)]}
        yield dumps(badge) + "\n"
