"""Where in a folder does the page of a document lie?

A folder may be a checkout of the vendor's repository at any commit, have its pages as ``<commit>/<path>``, be one of
those commits, or a part of a checkout, also one in which folders were renamed. The names are read once. Links are
followed to files within the folder only, never to folders; hidden folders are left out.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dod_model.documents.passages import Document
from dod_model.errors import DodError

__all__ = ["MOST_FILES", "FolderTooLargeError", "Found", "Pages"]

MOST_FILES = 500_000
"""The most files and folders that are looked at. A checkout of the vendor's repository has some 10,000."""
_LEAST_TRAIL = 2
"""A page is recognised by its name and that of the folder that it lies in, at least."""


class FolderTooLargeError(DodError, ValueError):
    """A folder has more than ``MOST_FILES`` files. To be mended by whoever chose the folder."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where the page of a document lies.

    ``path`` is relative to the folder, None if there is no such page. ``several`` are those that could be meant where
    it cannot be told which.
    """

    path: str | None
    several: tuple[str, ...] = ()


class Pages:
    """The pages of a folder, by their names."""

    def __init__(self, folder: Path, documents: Iterable[Document]) -> None:
        """Look through the folder for the names of the pages of documents.

        Raises:
            FolderTooLargeError: it has too many files.
        """
        self.folder = folder
        self._above = folder.resolve().parts
        names = {PurePosixPath(document.path).name for document in documents}
        self._by_name: dict[str, list[str]] = {name: [] for name in names}
        for path in sorted(_files(folder, names)):
            self._by_name[PurePosixPath(path).name].append(path)

    def find(self, document: Document) -> Found:
        """Say where the page of a document lies: at its commit, at its path, or by the longest trailing part of it."""
        paths = self._by_name.get(PurePosixPath(document.path).name, [])
        for exact in (document.place, document.path):
            if exact in paths:
                return Found(exact)
        trails = {path: _trail(PurePosixPath(document.path).parts, (*self._above, *path.split("/"))) for path in paths}
        longest = max(trails.values(), default=0)
        best = tuple(path for path, trail in trails.items() if trail == longest)
        if longest < _LEAST_TRAIL:
            return Found(None)
        return Found(best[0]) if len(best) == 1 else Found(None, best)


def _trail(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Count the parts, from the last, in which two paths agree."""
    agreeing = 0
    for mine, theirs in zip(reversed(one), reversed(other), strict=False):
        if mine != theirs:
            break
        agreeing += 1
    return agreeing


def _files(folder: Path, names: set[str]) -> Iterator[str]:
    root, seen = folder.resolve(), 0
    for place, below, files in os.walk(folder):
        below[:] = [name for name in below if not name.startswith(".")]
        seen += len(below) + len(files)
        if seen > MOST_FILES:
            raise FolderTooLargeError(
                f"{folder} has more than {MOST_FILES:,} files; name the folder of the pages itself"
            )
        for name in names.intersection(files):
            if _is_within(page := Path(place, name), root):
                yield page.relative_to(folder).as_posix()


def _is_within(page: Path, root: Path) -> bool:
    """Say whether it is a file, and if it is a link, one to a file below the root."""
    try:
        return page.is_file() and page.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # what may not be looked at, and links in a circle
        return False
