"""The docs as a folder of plain Markdown: what is written by hand, and the pages that are made of the model itself.

Nothing is stated twice: whatever a page could restate is made from its source, so that the two cannot drift apart.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from dod_model.publish.commands import command_pages
from dod_model.publish.documents import document_pages
from dod_model.publish.examples import examples_file
from dod_model.publish.features import feature_pages
from dod_model.publish.home import home_page
from dod_model.publish.kit import kit_pages
from dod_model.publish.markdown import placed
from dod_model.publish.material import Material, Pages
from dod_model.publish.model import model_pages
from dod_model.publish.python import python_pages
from dod_model.publish.releases import release_pages
from dod_model.publish.requirements import requirement_pages

WRITERS: tuple[Callable[[Material], Pages], ...] = (
    home_page,
    examples_file,
    requirement_pages,
    release_pages,
    feature_pages,
    document_pages,
    model_pages,
    kit_pages,
    python_pages,
    command_pages,
)
"""What makes pages: the first page, the examples to try, and each room of this package."""


def pages(material: Material) -> dict[str, str]:
    """Every page that is made, by the name of its file from the root of the docs, in the order of names.

    Raises:
        InputError: the vectors of the kit were not recorded.
    """
    made = {name: placed(text, name) for writer in WRITERS for name, text in writer(material).items()}
    return dict(sorted(made.items()))


def publish(folder: Path, written: Path, material: Material) -> None:
    """Make the folder anew from what is written by hand and the pages that are made.

    Args:
        folder: it is emptied first.
        written: the pages that are written by hand, with their pictures and examples.
        material: what the made pages tell of.

    Raises:
        FileExistsError: a page that is made is also written by hand.
        InputError: the vectors of the kit were not recorded.
        OSError: the folder cannot be written to.
    """
    made = pages(material)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(written, folder, ignore=shutil.ignore_patterns(".*", "__pycache__"))
    for name, text in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)


__all__ = ["WRITERS", "Material", "Pages", "pages", "publish"]
