"""What stands behind a requirement beside documents: scenarios with what came of them, vectors, impostors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from dod_model.bdd.results import Results
from dod_model.kit.format import Kind, Vector
from dod_model.kit.shipped import KINDS, vector_file
from dod_model.publish.features.files import scenarios_by_requirement
from dod_model.publish.features.parts import ScenarioPlace
from dod_model.publish.kit.kill_matrix import exposures
from dod_model.publish.labels import Mood, badge
from dod_model.publish.material import Material
from dod_model.requirements import REQUIREMENTS


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of scenarios in the last run, each row of an outline as one.

    Attributes:
        passed: how many passed.
        failed: how many failed.
        unrun: how many were passed over, or were not run at all.
    """

    passed: int
    failed: int
    unrun: int

    @property
    def total(self) -> int:
        """How many there are."""
        return self.passed + self.failed + self.unrun

    @property
    def words(self) -> str:
        """In words, what is amiss first."""
        if not self.total:
            return "no scenario"
        if self.passed == self.total:
            return f"{self.passed:,} passed"
        told = ((self.failed, "failed"), (self.unrun, "not run"))
        return ", ".join(f"{number:,} of {self.total:,} {what}" for number, what in told if number)

    @property
    def mood(self) -> Mood:
        """Good only where there are scenarios, and all passed."""
        if self.failed or not self.total:
            return "bad"
        return "open" if self.unrun else "good"

    @property
    def label(self) -> str:
        """As a label within a line."""
        return badge(self.words, self.mood)


def tally(places: Iterable[ScenarioPlace], results: Results) -> Tally:
    """What came of scenarios; one that several places name counts once."""
    keys = {key for place in places for key in place.keys}
    came = Counter(results[key].came if key in results else "skipped" for key in keys)
    return Tally(came["passed"], came["failed"], came["skipped"])


@dataclass(frozen=True, slots=True)
class Asked:
    """How many vectors of a kind have a requirement in their answer, and how it stands there.

    Attributes:
        written: how many were written for it.
        violated: in how many it is violated.
        undetermined: in how many it hangs on something unknown.
        met: in how many it is met.
    """

    written: int = 0
    violated: int = 0
    undetermined: int = 0
    met: int = 0

    @property
    def turning(self) -> int:
        """How many turn on it: it is violated in them, or hangs on something unknown."""
        return self.violated + self.undetermined


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind one requirement.

    Attributes:
        places: its scenarios.
        results: what came of the last run.
        vectors: how vectors ask for it, by their kind.
        impostors: those that are caught in it, each with the number of vectors.
    """

    places: tuple[ScenarioPlace, ...]
    results: Results
    vectors: Mapping[Kind, Asked]
    impostors: Mapping[str, int]

    @property
    def tally(self) -> Tally:
        """What came of its scenarios."""
        return tally(self.places, self.results)


def evidence(material: Material) -> Mapping[str, Evidence]:
    """What stands behind each requirement, by its id.

    Raises:
        InputError: the vectors of the kit were not recorded, or a feature is no Gherkin.
    """
    places, caught = scenarios_by_requirement(material.spec), exposures()
    return {
        one.id: Evidence(places.get(one.id, ()), material.results, vectors_of(one.id), caught.caught_by(one.id))
        for one in REQUIREMENTS
    }


@cache
def vectors_of(name: str) -> Mapping[Kind, Asked]:
    """How the vectors of each kind ask for a requirement; kinds without answers of their own are left out.

    Raises:
        InputError: the vectors of the kit were not recorded.
    """
    files = ((kind, vector_file(kind).vectors) for kind in KINDS)
    return {kind: _asked(name, vectors) for kind, vectors in files if vectors}


def _asked(name: str, vectors: Iterable[Vector]) -> Asked:
    found = Counter[str]()
    for one in vectors:
        answers = {"violated": one.expect.violated, "undetermined": one.expect.undetermined, "met": one.standing.met}
        found.update(word for word, names in answers.items() if name in names)
        found["written"] += name in one.about
    return Asked(found["written"], found["violated"], found["undetermined"], found["met"])
