"""The addresses that reports give of requirements are those of pages that are made."""

from __future__ import annotations

from unittest.mock import MagicMock, patch

from mkdocs.structure.files import File
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from dod_model.bdd.results import NO_RESULTS
from dod_model.publish.requirements import pages as room
from dod_model.publish.requirements import requirement_pages
from dod_model.requirements import REQUIREMENTS
from tests.cli.running import ROOT
from tests.publish.evidence_given import material


def names() -> list[str]:
    """The pages of requirements by their files; what stands on them takes long to gather, and is of no matter here."""
    with patch.object(room, "evidence", MagicMock()), patch.object(room, "requirement_page", MagicMock()):
        return [name for name in requirement_pages(material(NO_RESULTS)) if name != "requirements/index.md"]


def address(name: str) -> str:
    """Where the builder of the docs puts a page, from their root."""
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        settings = yaml_load(file, get_yaml_loader())
    return File(name, "docs", "site", use_directory_urls=settings.get("use_directory_urls", True)).url


def test_every_address_is_that_of_a_page_and_every_page_has_one() -> None:
    assert {one.page for one in REQUIREMENTS} == {address(name) for name in names()}
