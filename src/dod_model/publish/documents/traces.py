"""Everything from the documents to the last run: units of the starting document, and statements of the register."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dod_model.documents import StartingUnit, Statement, starting_document, statements
from dod_model.publish.documents.ways import NOWHERE, Way, way
from dod_model.publish.evidence import Tally, tally, vectors_of
from dod_model.publish.features.files import scenarios_by_requirement
from dod_model.publish.features.parts import ScenarioPlace
from dod_model.publish.material import Material
from dod_model.requirements import BY_ID

LEADS_NOWHERE = "leads nowhere"
NOT_NAMED = "not named there"
NO_REASON = "no reason told"


@dataclass(frozen=True, slots=True)
class Leg:
    """The way of one requirement on to the last run.

    Attributes:
        requirement: its id, which may be unknown.
        scenarios: how many ask for it.
        tally: what came of them in the last run.
        vectors: how many vectors turn on it.
    """

    requirement: str
    scenarios: int
    tally: Tally
    vectors: int

    @property
    def fault(self) -> str:
        """Where the way ends before its end, or what is amiss at the end; empty for nothing."""
        if self.requirement not in BY_ID:
            return "no such requirement"
        if not self.vectors:
            return "no vector"
        return "" if self.tally.mood == "good" else self.tally.words


@dataclass(frozen=True, slots=True)
class UnitTrace:
    """A text unit of the starting document, and where it leads."""

    unit: StartingUnit
    legs: tuple[Leg, ...]

    @property
    def fault(self) -> str:
        """What is amiss; empty for nothing."""
        if not self.unit.normative:
            return "" if self.unit.why_not else NO_REASON
        if not self.unit.statements or not self.legs:
            return LEADS_NOWHERE
        return _amiss(self.legs)


@dataclass(frozen=True, slots=True)
class StatementTrace:
    """A statement of the register, and where it went."""

    statement: Statement
    way: Way
    legs: tuple[Leg, ...]

    @property
    def fault(self) -> str:
        """What is amiss; empty for nothing."""
        if self.way.kind == NOWHERE:
            return LEADS_NOWHERE
        if not self.way.told:
            return NOT_NAMED
        return _amiss(self.legs)


def _amiss(legs: tuple[Leg, ...]) -> str:
    return "; ".join(f"{leg.requirement}: {leg.fault}" for leg in legs if leg.fault)


class Traces:
    """All traces.

    Raises:
        InputError: the vectors of the kit were not recorded, or a feature is no Gherkin.
    """

    def __init__(self, material: Material) -> None:
        """Follow everything through these features and results."""
        self._material = material
        self._places = scenarios_by_requirement(material.spec)

    @cached_property
    def units(self) -> tuple[UnitTrace, ...]:
        """Those of the units, in reading order."""
        return tuple(UnitTrace(unit, tuple(map(self._leg, unit.requirements))) for unit in starting_document())

    @cached_property
    def statements(self) -> tuple[StatementTrace, ...]:
        """Those of the statements, in the order of the register."""
        return tuple(self._of_statement(one) for one in statements().values())

    def _of_statement(self, one: Statement) -> StatementTrace:
        resting = (each.id for each in BY_ID.values() if one.id in each.cites)
        return StatementTrace(one, way(one), tuple(map(self._leg, resting)))

    def _leg(self, name: str) -> Leg:
        places: tuple[ScenarioPlace, ...] = self._places.get(name, ())
        came = tally(places, self._material.results)
        return Leg(name, len(places), came, sum(one.turning for one in vectors_of(name).values()))
