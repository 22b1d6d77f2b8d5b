"""The lock files: complete, hashed, of one mind, and without an address."""

import re
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.checkout import ROOT, pyproject

LOCKS = sorted(ROOT.glob("requirements-*.txt"))
GROUPS = ("bench", "dev", "mutants", "node", "zensical")


def locked(path: Path) -> dict[str, set[str]]:
    """Package -> the versions that a lock file gives it; several where they depend on the Python."""
    versions: dict[str, set[str]] = {}
    for line in re.findall(r"^[a-z0-9].*?(?= \\$)", path.read_text(encoding="utf-8"), re.MULTILINE):
        requirement = Requirement(line)
        versions.setdefault(canonicalize_name(requirement.name), set()).add(str(requirement.specifier))
    return versions


def wanted(group: str) -> list[Requirement]:
    """What a dependency group names, included groups resolved, and what the project itself needs."""

    def entries(name: str) -> list[str]:
        found: list[Any] = pyproject()["dependency-groups"][name]
        lines = [entry for entry in found if isinstance(entry, str)]
        for entry in found:
            if isinstance(entry, dict):
                lines += entries(entry["include-group"])
        return lines

    return [Requirement(line) for line in (*pyproject()["project"]["dependencies"], *entries(group))]


def test_there_is_a_lock_for_each_environment() -> None:
    assert [path.name for path in LOCKS] == [f"requirements-{group}.txt" for group in GROUPS]


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_a_lock_names_no_address_and_no_option(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.findall(r"^\s*-(?!-hash=sha256:[0-9a-f]{64}( \\)?$).*", text, re.MULTILINE)


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_locked_package_has_one_version_and_hashes(path: Path) -> None:
    entries = re.split(r"\n(?=\S)", path.read_text(encoding="utf-8").strip())
    assert entries
    for entry in entries:
        assert re.match(r"[a-z0-9.-]+==[^ ]+( ; [^\\]+)? \\\n    --hash=", entry), entry


@pytest.mark.parametrize("group", GROUPS)
def test_a_lock_satisfies_what_pyproject_asks_for(group: str) -> None:
    versions = locked(ROOT / f"requirements-{group}.txt")
    for requirement in wanted(group):
        for pin in versions[canonicalize_name(requirement.name)]:
            assert requirement.specifier.contains(pin.removeprefix("=="), prereleases=True), str(requirement)


@pytest.mark.parametrize("group", ["bench", "mutants", "node"])
def test_what_is_installed_on_top_agrees_with_dev(group: str) -> None:
    dev, top = locked(ROOT / "requirements-dev.txt"), locked(ROOT / f"requirements-{group}.txt")
    shared = dev.keys() & top.keys()
    assert "pydantic" in shared
    assert {name: top[name] for name in shared} == {name: dev[name] for name in shared}


def test_the_lock_of_the_browser_side_names_no_address() -> None:
    text = (ROOT / "web" / "package-lock.json").read_text(encoding="utf-8")
    assert '"integrity": "sha512-' in text
    assert "://" not in text
