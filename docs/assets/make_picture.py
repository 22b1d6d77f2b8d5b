"""Draw dod-check.svg: what `dod check` says of an example, as it looks on a terminal.

python docs/assets/make_picture.py           writes the picture
python docs/assets/make_picture.py --check   says whether it is up to date
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from re import split

from dod_model.attempt import Wish
from dod_model.intake import read_site
from dod_model.render.layout import Layout
from dod_model.render.text import TextOptions, text_report
from dod_model.results import results
from dod_model.survey import Question, attempts

HERE = Path(__file__).parent
PICTURE = HERE / "dod-check.svg"
EXAMPLE = "docs/examples/faults/gateway-serves-content.yaml"
COLUMNS, WIDTH, HEIGHT, TOP, LEFT = 100, 7.82, 19, 62, 22
BEGIN, END = "\N{START OF TEXT}", "\N{END OF TEXT}"

STYLE = """
    .terminal { font: 13px ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
    .terminal text { fill: #d7dce2; white-space: pre; }
    .terminal .good { fill: #7bd88f; font-weight: bold; }
    .terminal .bad { fill: #ff7b72; font-weight: bold; }
    .terminal .open { fill: #ffd866; font-weight: bold; }
    .terminal .strong { fill: #ffffff; font-weight: bold; }
    .terminal .faint { fill: #98a2ae; }
"""


def lines() -> Iterator[str]:
    """The command and its answer, with marks where colour begins and ends."""
    site = read_site(HERE.parents[1] / EXAMPLE)
    layout = Layout(COLUMNS, lambda text, mood: f"{BEGIN}{mood} {text}{END}")
    yield f"$ {BEGIN}strong dod check {EXAMPLE}{END}"
    found = results(site, attempts(site, Question()), Wish.ON_DEMAND)
    yield from text_report(found, Wish.ON_DEMAND, TextOptions(layout=layout))


def drawn(line: str) -> str:
    """A line as the inside of a `text` element."""
    parts = []
    for part in split(f"({BEGIN}.*?{END})", line):
        if part.startswith(BEGIN):
            mood, _, text = part[1:-1].partition(" ")
            parts.append(f'<tspan class="{mood}">{escape(text)}</tspan>')
        else:
            parts.append(escape(part))
    return "".join(parts)


def picture() -> str:
    """The whole picture."""
    rows = list(lines())
    width, height = round(COLUMNS * WIDTH + 2 * LEFT), TOP + len(rows) * HEIGHT
    texts = [
        f'    <text x="{LEFT}" y="{TOP + number * HEIGHT}" xml:space="preserve">{drawn(row)}</text>'
        for number, row in enumerate(rows)
        if row
    ]
    dots = [f'    <circle cx="{LEFT + 6 + 20 * number}" cy="22" r="6" fill="#5b6570"/>' for number in range(3)]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="What dod check says of a gateway that serves no content">'
    )
    frame = f'    <rect width="{width}" height="{height}" rx="8" fill="#1f252c"/>'
    return "\n".join(
        [head, f"  <style>{STYLE}  </style>", '  <g class="terminal">', frame, *dots, *texts, "  </g>", "</svg>\n"]
    )


def main(words: list[str]) -> int:
    """Write the picture, or compare with it; return the exit code."""
    if "--check" not in words:
        PICTURE.write_text(picture(), encoding="utf-8", newline="\n")
        return 0
    if PICTURE.read_text(encoding="utf-8") == picture():
        return 0
    sys.stdout.write(f"not up to date: {PICTURE.name}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
