"""Pages of the docs that restate data: made from it, so that the two cannot drift apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dod_model.publish.kill_matrix_page import kill_matrix_page
from dod_model.publish.register_pages import contradictions_page, source_page, statements_page
from dod_model.publish.requirements_page import requirements_page
from dod_model.publish.run_page import run_page
from dod_model.publish.site_page import site_page

PAGES: dict[str, Callable[[], str]] = {
    "contradictions.md": contradictions_page,
    "kill-matrix.md": kill_matrix_page,
    "requirements.md": requirements_page,
    "run.md": run_page,
    "site.md": site_page,
    "source.md": source_page,
    "statements.md": statements_page,
}
"""Every page by the name of its file."""


def publish(folder: Path) -> None:
    """Write every page into a folder, which is made if it is not there; other files in it stay.

    Raises:
        InputError: the vectors of the kit were not recorded.
        OSError: the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (folder / name).write_text(page(), encoding="utf-8", newline="\n")


__all__ = ["PAGES", "publish"]
