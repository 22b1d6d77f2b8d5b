"""What no file of the project may say: where it was written, or where packages come from."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.packaging.checkout import ROOT, project_files

# The project names packages; where they come from is the business of each machine.
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|deb\.debian\.org|--(?:extra-)?index-url|--find-links",
    re.IGNORECASE,
)
# An absolute path into someone's home or working folder holds on one machine only.
MACHINE = re.compile(r"(?<![\w.~$}/-])/(?:home|root|work|farm|Users)/[\w.]")


def lines() -> Iterator[tuple[str, str]]:
    """Every line of every text file, with its place."""
    for path in project_files():
        content = path.read_bytes()
        if b"\0" in content or path == Path(__file__):
            continue
        for number, line in enumerate(content.decode("utf-8", errors="replace").splitlines(), start=1):
            yield f"{path.relative_to(ROOT).as_posix()}:{number}", line


def test_no_file_names_a_package_registry() -> None:
    assert [(place, line) for place, line in lines() if REGISTRY.search(line)] == []


def test_no_file_names_a_path_of_one_machine() -> None:
    here = (str(ROOT) + "/", str(Path.home()) + "/")
    found = [(place, line) for place, line in lines() if MACHINE.search(line) or any(path in line for path in here)]
    assert found == []


def test_text_files_end_their_lines_as_git_stores_them() -> None:
    texts = (path for path in project_files() if path.suffix != ".png")
    crlf = [path.relative_to(ROOT) for path in texts if b"\r\n" in path.read_bytes()]
    assert crlf == []
