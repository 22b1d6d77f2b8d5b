import ast
from collections import Counter

import pytest

from dod_model.abilities import ABILITIES, OF_A_RUN
from dod_model.release_table import CURRENT_BRANCH
from dod_model.requirements import REQUIREMENTS
from mutants.data_abilities import ability_mutants, neighbours
from mutants.data_requirements import ability_names, requirement_mutants
from mutants.data_tables import table_mutants
from mutants.mutant import Mutant


@pytest.fixture(scope="module")
def mutants() -> list[Mutant]:
    return [*ability_mutants(), *requirement_mutants(), *table_mutants()]


def test_every_mutant_of_the_data_is_a_module_that_differs_and_that_python_reads(mutants: list[Mutant]) -> None:
    for mutant in mutants:
        assert mutant.after != mutant.before
        ast.parse(mutant.after)
        assert mutant.by_features or mutant.operator == "wish flipped"


def test_each_kind_of_mutant_is_made_of_each_piece_of_data(mutants: list[Mutant]) -> None:
    made = Counter(mutant.operator for mutant in mutants)
    assert made["requirement removed"] == len(REQUIREMENTS)
    assert made["force changed"] == 2 * len(REQUIREMENTS)
    assert made["side swapped"] == len(ABILITIES) + len(OF_A_RUN)
    assert made["build of a release changed"] == made["number of a release changed"] == len(CURRENT_BRANCH)
    assert made["wish flipped"] >= 4
    assert made["grant changed"] == 4
    assert min(made[name] for name in ("since moved", "until moved", "unsaid_from moved")) >= 3
    assert min(made[name] for name in ("ability swapped", "condition negated", "inferred branch toggled")) >= 3


def test_boundaries_move_to_the_neighbouring_release() -> None:
    assert neighbours(1910, on_current=True) == [1906, 2002]
    assert neighbours(1511, on_current=True) == [1602]
    assert neighbours(1909, on_current=False) == [1908, 1910]
    assert neighbours(1801, on_current=False) == [1712, 1802]
    assert neighbours(1812, on_current=False) == [1811, 1901]


def test_every_ability_is_found_by_its_name() -> None:
    assert len(ability_names()) == len(ABILITIES) + len(OF_A_RUN)
