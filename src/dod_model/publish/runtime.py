"""The folder from which a page loads Python: the interpreter, and one archive with all that it imports.

Nothing of it comes from another host. Packages are taken as they are installed here, in the versions of the lock; of
pydantic's compiled part there is a wheel for the browser. The archive has the same bytes whenever it is made of the
same files.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import dod_model
from dod_model.bdd.spec import spec_folder

INTERPRETER = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
STANDARD = "python_stdlib.zip"
NOT_STANDARD = frozenset(
    (
        *("_pyrepl", "cProfile", "doctest", "ensurepip", "ftplib", "imaplib", "mailbox", "multiprocessing", "pdb"),
        *("pickletools", "poplib", "profile", "pstats", "pydoc", "smtplib", "tkinter", "turtle"),
        *("unittest", "venv", "wsgiref", "xmlrpc"),
    )
)
"""Of the standard library, what a page cannot use: servers, mail, debuggers, other processes."""
PACKAGES = (
    "annotated-types",
    "behave",
    "colorama",
    "cucumber-expressions",
    "cucumber-tag-expressions",
    "parse",
    "parse-type",
    "pydantic",
    "pyyaml",
    "six",
    "typing-extensions",
    "typing-inspection",
)
"""What the model, its reading of YAML and the features import, beside pydantic's compiled part."""
SPEC = ("features", "steps", "environment.py")
NOT_IN_PAGES = (
    *("dod_model/cli", "dod_model/hypothesis_plugin.py", "dod_model/kit/data"),
    *("dod_model/kit/impostors", "dod_model/publish", "dod_model/pytest_plugin.py", "dod_model/strategies"),
    *("colorama/tests", "pydantic/mypy.py", "pydantic/v1"),
)
"""Of the packages, what nothing in a page imports."""
_BEGINNING = (1980, 1, 1, 0, 0, 0)  # the earliest time that a ZIP archive can tell


def write_runtime(folder: Path, interpreter: Path, wheel: Path) -> None:
    """Make the folder of the runtime.

    Args:
        folder: it is made anew.
        interpreter: the folder of the npm package `pyodide`.
        wheel: pydantic's compiled part for the browser.

    Raises:
        PackageNotFoundError: a package is not installed.
        OSError: something cannot be read or written.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in INTERPRETER:
        shutil.copyfile(interpreter / name, folder / name)
    lock = json.loads((interpreter / "pyodide-lock.json").read_text(encoding="utf-8"))
    # Nothing is loaded by the interpreter's own list of packages.
    (folder / "pyodide-lock.json").write_text(json.dumps({**lock, "packages": {}}), encoding="utf-8")
    _write(folder / STANDARD, _standard(interpreter / STANDARD))
    _write(folder / "python.zip", ((name, content) for name, content in _files(wheel) if not _left_out(name)))


def _write(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    with ZipFile(path, "w", compresslevel=9) as archive:
        for name, content in sorted(files):
            entry = ZipInfo(name, _BEGINNING)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)


def _standard(path: Path) -> Iterator[tuple[str, bytes]]:
    with ZipFile(path) as archive:
        for name in archive.namelist():
            if PurePosixPath(name).parts[0].removesuffix(".py") not in NOT_STANDARD:
                yield name, archive.read(name)


def _left_out(name: str) -> bool:
    return any(name == one or name.startswith(f"{one}/") for one in NOT_IN_PAGES)


def _files(wheel: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the archive, by name."""
    with ZipFile(wheel) as compiled:
        yield from ((name, compiled.read(name)) for name in compiled.namelist() if _imported(name))
    for name in PACKAGES:
        yield from _installed(distribution(name))
    yield from _tree(Path(dod_model.__file__).parent, "dod_model")
    yield _metadata(distribution("dod-model"))
    spec = spec_folder()
    for name in SPEC:
        for file, content in _tree(spec / name, name):
            yield f"dod_model/_spec/{file}", content


def _installed(package: Distribution) -> Iterator[tuple[str, bytes]]:
    for file in package.files or ():
        name = file.as_posix()
        if _imported(name) and not name.startswith("..") and not name.endswith((".so", ".pyd")):
            yield name, Path(str(file.locate())).read_bytes()
    yield _metadata(package)


def _metadata(package: Distribution) -> tuple[str, bytes]:
    """What says which version it is. Of the rest, licences apart, nothing is asked for."""
    name = package.name.replace("-", "_")
    said = f"Metadata-Version: 2.1\nName: {package.name}\nVersion: {package.version}\n"
    return f"{name}-{package.version}.dist-info/METADATA", said.encode()


def _tree(place: Path, name: str) -> Iterator[tuple[str, bytes]]:
    if place.is_file():
        yield name, place.read_bytes()
        return
    for path in place.rglob("*"):
        inside = path.relative_to(place).as_posix()
        if path.is_file() and _imported(inside):
            yield f"{name}/{inside}", path.read_bytes()


def _imported(name: str) -> bool:
    path = PurePosixPath(name)
    licence = ".dist-info" in name and ("licen" in name.lower() or "notice" in name.lower())
    if ".dist-info" in name and not licence:
        return False
    return "__pycache__" not in path.parts and path.suffix not in {".pyi", ".pyc", ".typed"} and bool(path.name)
