"""Where reports go: one to standard output, the others into files, each whole or not at all."""

from __future__ import annotations

import os
import stat
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

_WRITE = os.W_OK | os.X_OK  # what is needed in a folder to make a file there


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
        click.UsageError: there is no such format, two would go to the same place, or one cannot be written there.
    """
    asked = list(_asked(outputs))
    if all(path is not None for _, path in asked):
        asked.insert(0, ("text", None))
    places = [None if path is None else _real(path) for _, path in asked]
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
        if path is not None and (what := _hindrance(path)):
            raise click.UsageError(f"'{printable(str(path))}' {what}.")
        yield name, path


def _hindrance(path: Path) -> str:
    """Why a file cannot be written, as far as that is seen beforehand, as the end of a sentence; or empty."""
    if path.is_dir():
        return "is a folder"
    if _is_other_than_a_file(path):
        return "" if os.access(path, os.W_OK) else "may not be written to"
    folder = _real(path).parent
    if not folder.is_dir():
        return "lies in a folder that there is not"
    return "" if os.access(folder, _WRITE) else "lies in a folder that may not be written to"


def _real(path: Path) -> Path:
    """The file itself, where a path leads to it by links. It need not be there."""
    return Path(os.path.realpath(path))


def _is_other_than_a_file(path: Path) -> bool:
    """Whether there is something that is no regular file, as a device or a named pipe."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def write_whole(path: Path, content: bytes | Iterable[str]) -> None:
    """Write a file, whole or not at all: beside it first, then in its place.

    Links are followed, and stay. What is no regular file, as a device or a named pipe, is written into.

    Raises:
        DodError: it cannot be written.
    """
    pieces = (content,) if isinstance(content, bytes) else (one.encode("utf-8", "backslashreplace") for one in content)
    try:
        if _is_other_than_a_file(path):
            with path.open("wb") as stream:
                stream.writelines(pieces)
        else:
            _replace(_real(path), pieces)
    except OSError as error:
        message = f"'{printable(str(path))}' cannot be written: {error.strerror or error}"
        raise DodError(message) from None


def _replace(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a new file and put it in the place of this one, which may be there."""
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


def _mask() -> int:
    """What the files of this process may not be: a temporary file is for its maker alone."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
