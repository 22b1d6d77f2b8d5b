"""Where reports go: one to standard output, the others into files, each whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

import click

from dod_model.cli.terminal import layout
from dod_model.errors import DodError
from dod_model.kit.reports import REPORTS, Report
from dod_model.render.layout import Layout
from dod_model.render.wording import printable


@dataclass(frozen=True, slots=True)
class Destination:
    """A report and where it goes.

    Attributes:
        report: the report in the making.
        path: the file; None for standard output.
    """

    report: Report
    path: Path | None

    def write(self, pieces: Iterable[str]) -> None:
        """Write a finished report.

        Raises:
            DodError: the file cannot be written.
        """
        if self.path is not None:
            write_whole(self.path, pieces)
            return
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()


def destinations(outputs: Iterable[str]) -> list[Destination]:
    """The reports that are asked for. If none goes to standard output, the text does.

    Args:
        outputs: each FORMAT, or FORMAT=FILE, where the file ``-`` is standard output.

    Raises:
        click.UsageError: there is no such format, two would go to the same place, or there is no such folder.
    """
    asked = list(_asked(outputs))
    if all(path is not None for _, path in asked):
        asked.insert(0, ("text", None))
    places = [None if path is None else path.absolute() for _, path in asked]
    for number, place in enumerate(places):
        if place in places[:number]:
            where = "standard output" if place is None else f"'{printable(str(place))}'"
            raise click.UsageError(f"Two reports would go to {where}; give one of them a FILE: -o FORMAT=FILE.")
    return [Destination(REPORTS[name](layout() if path is None else Layout()), path) for name, path in asked]


def _asked(outputs: Iterable[str]) -> Iterator[tuple[str, Path | None]]:
    for output in outputs:
        name, equals, file = output.partition("=")
        if name not in REPORTS:
            raise click.UsageError(f"There is no format '{printable(name[:80])}'. There is {', '.join(REPORTS)}.")
        if equals and not file:
            raise click.UsageError(f"The FILE is missing in '-o {name}='.")
        path = Path(file) if file and file != "-" else None
        if path is not None and (path.is_dir() or not path.parent.is_dir()):
            what = "is a folder" if path.is_dir() else "lies in a folder that there is not"
            raise click.UsageError(f"'{printable(str(path))}' {what}.")
        yield name, path


def write_whole(path: Path, content: bytes | Iterable[str]) -> None:
    """Write a file, whole or not at all: beside it first, then in its place.

    Raises:
        DodError: it cannot be written.
    """
    pieces = (content,) if isinstance(content, bytes) else (one.encode("utf-8", "backslashreplace") for one in content)
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".dod-", delete=False) as file:
            try:
                file.writelines(pieces)
                file.close()
                Path(file.name).chmod(0o666 & ~_mask())
                Path(file.name).replace(path)
            except BaseException:
                file.close()
                with suppress(OSError):
                    Path(file.name).unlink()
                raise
    except OSError as error:
        message = f"'{printable(str(path))}' cannot be written: {error.strerror or error}"
        raise DodError(message) from None


def _mask() -> int:
    """What the files of this process may not be: a temporary file is for its maker alone."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
