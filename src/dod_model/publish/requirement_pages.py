"""The pages of requirements: all of them on one, and one for each."""

from __future__ import annotations

from collections.abc import Mapping

from dod_model.publish.evidence import evidence
from dod_model.publish.material import Material
from dod_model.publish.requirement_index import requirements_index
from dod_model.publish.requirement_page import requirement_page
from dod_model.requirements import REQUIREMENTS


def requirement_pages(material: Material) -> Mapping[str, str]:
    """Every page of the room, by its file.

    Raises:
        InputError: the vectors of the kit were not recorded, or a feature is no Gherkin.
    """
    behind = evidence(material)
    each = {f"requirements/{one.id}.md": requirement_page(one, behind[one.id]) for one in REQUIREMENTS}
    return {"requirements/index.md": requirements_index(), **each}
