"""The docs as a folder of plain Markdown: what is written by hand, and the pages that are made of the model itself.

Nothing is stated twice: whatever a page could restate is made from its source, so that the two cannot drift apart.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from dod_model.publish.command_pages import command_pages
from dod_model.publish.comparison_page import comparison_pages
from dod_model.publish.decision_page import decision_page
from dod_model.publish.document_pages import document_pages
from dod_model.publish.examples_file import examples_file
from dod_model.publish.feature_pages import feature_pages
from dod_model.publish.home_page import home_page
from dod_model.publish.kill_matrix_page import kill_matrix_page
from dod_model.publish.markdown import placed
from dod_model.publish.material import Material
from dod_model.publish.python_pages import python_pages
from dod_model.publish.register_pages import contradictions_page, statements_page
from dod_model.publish.release_pages import release_pages
from dod_model.publish.requirement_pages import requirement_pages
from dod_model.publish.run_page import run_page
from dod_model.publish.site_page import site_page
from dod_model.publish.step_pages import step_pages
from dod_model.publish.traceability_page import traceability_page
from dod_model.publish.vector_files import vector_files

Pages = Mapping[str, str]
"""The text of files by name, from the root of the docs."""


def _alone(name: str, page: Callable[[], str]) -> Callable[[Material], Pages]:
    return lambda _: {name: page()}


WRITERS: tuple[Callable[[Material], Pages], ...] = (
    home_page,
    command_pages,
    python_pages,
    feature_pages,
    step_pages,
    _alone("documents/contradictions.md", contradictions_page),
    _alone("kit/kill-matrix.md", kill_matrix_page),
    requirement_pages,
    _alone("reference/run.md", run_page),
    _alone("reference/site.md", site_page),
    release_pages,
    comparison_pages,
    _alone("explanation/how-it-decides.md", decision_page),
    lambda material: {"documents/traceability.md": traceability_page(material)},
    lambda _: document_pages(),
    _alone("documents/statements.md", statements_page),
    lambda _: vector_files(),
    examples_file,
)
"""What makes pages, each a room of this package."""


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
