"""Draw dod-run.svg: the course of a run with each of the two download options, side by side.

python docs/assets/make_run_picture.py           writes the picture
python docs/assets/make_run_picture.py --check   says whether it is up to date
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from drawing import document, write_or_check

from dod_model.attempt import Attempt
from dod_model.intake import read_site
from dod_model.render.run_words import ENDINGS, OPTIONS, size
from dod_model.render.wording import how
from dod_model.run import Run, Summary, play
from dod_model.run.moments import (
    DownloadVerified,
    Moment,
    SequenceEnded,
    SequenceStarted,
    Started,
    StepSkipped,
    StepStarted,
)
from dod_model.site import DeploymentOption

HERE = Path(__file__).parent
PICTURE = HERE / "dod-run.svg"
EXAMPLE = "docs/examples/healthy.yaml"
ATTEMPT = Attempt("Upgrade laptops", "LT-001")
LANES = (DeploymentOption.WHEN_NEEDED, DeploymentOption.BEFORE_START)

WIDTH, LANE, EDGE, GAP = 826, 377, 24, 24
HEAD, FIRST, ROW = 42, 112, 30
ALL_BYTES = 230
"""So high are the blocks of the run that pulls the most, taken together."""

STYLE = """
    text { font: 13px system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
    .block { fill: #2f5f96; }
    .block-text { fill: #ffffff; }
    .waiting { stroke: #98a2ae; stroke-width: 2; stroke-dasharray: 3 4; }
    .running { stroke: #7bd88f; stroke-width: 3; }
    .mark { fill: #1f252c; stroke: #98a2ae; stroke-width: 2; }
    .step { fill: #7bd88f; }
    .rule { stroke: #4a545f; }
"""


@dataclass
class Lane:
    """One run, drawn from top to bottom.

    Attributes:
        left: where it begins.
        scale: height of a byte.
        y: how far it has come.
        elements: what is drawn of it.
    """

    left: float
    scale: float
    y: float = FIRST
    elements: list[str] = field(default_factory=list)
    _began: float | None = None

    def add(self, moment: Moment) -> None:
        """Draw a moment, if it is one that is drawn."""
        match moment:
            case Started():
                self._row("A user starts it in Software Center", "mark")
            case DownloadVerified(package=package, source=source, pulled=pulled):
                self._block(package, source, pulled)
            case SequenceStarted():
                self._began = self.y
                self._row("The task sequence starts", "step", "good")
            case StepSkipped(action=action):
                self._row(f"{action.name} (skipped)", "mark", "faint")
            case StepStarted(action=action):
                self._row(action.name, "step", "strong")
            case SequenceEnded(ending=ending):
                self._row(f"It {ENDINGS[ending]}", "step", "good")

    def _row(self, text: str, mark: str, mood: str = "") -> None:
        self.elements.append(f'  <circle cx="{self.left + 8:g}" cy="{self.y:g}" r="6" class="{mark}"/>')
        self.elements.append(words(self.left + 26, self.y + 4, text, mood))
        self.y += ROW

    def _block(self, package: str, source: str, pulled: int) -> None:
        top, height = self.y - ROW / 2 + 2, pulled * self.scale
        self.elements.append(
            f'  <rect x="{self.left + 26:g}" y="{top:.1f}" width="{LANE - 26}" height="{height:.1f}" rx="3" '
            'class="block"/>'
        )
        middle = round(top + height / 2 + 4, 1)
        self.elements.append(words(self.left + 38, middle, f"{package}, {size(pulled)}", "block-text"))
        self.elements.append(words(self.left + LANE - 12, middle, f"from {source}", "block-text", end=True))
        self.y += round(height, 1) + 8

    def lines(self) -> Iterator[str]:
        """The line that the marks stand on: before the sequence runs, and while it does."""
        last = self.y - ROW
        began = last if self._began is None else self._began
        x = f"{self.left + 8:g}"
        yield f'  <line x1="{x}" y1="{FIRST}" x2="{x}" y2="{began:.1f}" class="waiting"/>'
        if began < last:
            yield f'  <line x1="{x}" y1="{began:.1f}" x2="{x}" y2="{last:.1f}" class="running"/>'


def words(x: float, y: float, text: str, mood: str = "", *, end: bool = False) -> str:
    """A line of text; where it ends at x rather than begins there, say so."""
    anchor = ' text-anchor="end"' if end else ""
    look = f' class="{mood}"' if mood else ""
    return f'  <text x="{x:g}" y="{y:g}"{look}{anchor}>{escape(text)}</text>'


def totals(run: Run) -> list[tuple[str, str]]:
    """What a run comes to, in words."""
    summary = Summary(run)
    return [
        ("downloaded before it starts", size(summary.in_advance + summary.before_start)),
        ("downloaded while it runs", size(summary.during)),
        ("in all", size(summary.pulled)),
    ]


def picture() -> str:
    """The whole picture."""
    site = read_site(HERE.parents[1] / EXAMPLE)
    runs = [play(site, ATTEMPT, option=option) for option in LANES]
    scale = ALL_BYTES / max(Summary(run).pulled for run in runs)
    title = f"{ATTEMPT.deployment} on '{ATTEMPT.client}', {how(ATTEMPT)}"
    inside = [words(EDGE, HEAD, title, "strong")]
    lanes = [Lane(EDGE + number * (LANE + GAP), scale) for number in range(len(runs))]
    for lane, run in zip(lanes, runs, strict=True):
        inside.append(words(lane.left, HEAD + 36, OPTIONS[run.option].capitalize(), "open"))
        for moment in run.moments:
            lane.add(moment)
        inside += [*lane.lines(), *lane.elements]
    bottom = max(lane.y for lane in lanes)
    for lane, run in zip(lanes, runs, strict=True):
        inside += _foot(lane.left, bottom, totals(run))
    height = round(bottom) + 16 + 22 * len(totals(runs[0])) + 30
    inside.append(words(EDGE, height - 16, "The height of a block is the amount that is downloaded.", "faint"))
    label = "A run with each of the two download options: on demand, content comes just before its step"
    return document(WIDTH, height, label, STYLE, inside)


def _foot(left: float, top: float, rows: list[tuple[str, str]]) -> Iterator[str]:
    yield f'  <line x1="{left:g}" y1="{top - 8:.1f}" x2="{left + LANE:g}" y2="{top - 8:.1f}" class="rule"/>'
    for number, (what, amount) in enumerate(rows):
        y = round(top + 14 + 22 * number, 1)
        yield words(left, y, what)
        yield words(left + LANE, y, amount, "strong", end=True)


if __name__ == "__main__":
    sys.exit(write_or_check(sys.argv[1:], PICTURE, picture()))
