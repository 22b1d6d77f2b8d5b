"""The first page: what this is, three ways in, and figures that are counted, not told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dod_model.documents import documents, statements
from dod_model.kit.shipped import KINDS, vector_count, vector_text
from dod_model.publish.features.files import features
from dod_model.publish.markdown import link
from dod_model.publish.material import Material, Pages
from dod_model.publish.prose import with_prose
from dod_model.requirements import REQUIREMENTS

PAGE = "index.md"


def home_page(material: Material) -> Pages:
    """The first page, by its name.

    Raises:
        InputError: the vectors of the kit were not recorded, or a feature is no Gherkin.
    """
    return {PAGE: with_prose("home", {"figures": "\n".join(_figures(material))})}


def _figures(material: Material) -> Iterator[str]:
    """How much there is of everything, each with a link to all of it."""
    vectors = sum(vector_count(vector_text(kind)) for kind in KINDS)
    scenarios = scenario_count(material.spec)
    for number, what, target in (
        (len(REQUIREMENTS), "requirements", "~/requirements/index.md"),
        (scenarios, _run(material, scenarios), "~/features/index.md"),
        (vectors, "vectors for tools", "~/kit/vectors.md"),
        (len(statements()), "statements", "~/documents/statements.md"),
        (len(documents()), "documents", "~/documents/index.md"),
    ):
        yield f"- **{number:,}** {link(what, target)}"


def scenario_count(spec: Path) -> int:
    """How many scenarios the features of a spec have; each row of an outline is one."""
    return sum(len(one.all_keys) for one in features(spec))


def _run(material: Material, count: int) -> str:
    """Scenarios, and that all of them passed if the last run says so."""
    came = [one.came for one in material.results.values()]
    return "scenarios, all passed" if came == ["passed"] * count else "scenarios"
