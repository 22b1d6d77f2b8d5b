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

from drawing import document, write_or_check

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
    text { font: 13px ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
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
        f'  <text x="{LEFT}" y="{TOP + number * HEIGHT}" xml:space="preserve">{drawn(row)}</text>'
        for number, row in enumerate(rows)
        if row
    ]
    dots = [f'  <circle cx="{LEFT + 6 + 20 * number}" cy="22" r="6" fill="#5b6570"/>' for number in range(3)]
    return document(width, height, "What dod check says of a gateway that serves no content", STYLE, [*dots, *texts])


if __name__ == "__main__":
    sys.exit(write_or_check(sys.argv[1:], PICTURE, picture()))
