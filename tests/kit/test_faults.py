from itertools import combinations

import pytest

from dod_model.assessment import Outcome, assess
from dod_model.attempt import Wish
from dod_model.kit.dials import BY_NAME, State, turned
from dod_model.kit.faults import FAULTS, Fault, fault_of
from dod_model.kit.naming import UnknownNameError
from dod_model.requirements import BY_ID, REQUIREMENTS, Force, Verdict

EVERY = pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)


def having(state: State, verdict: Verdict) -> frozenset[str]:
    return frozenset(one.id for one in assess(*state).with_verdict(verdict))


def test_each_requirement_has_one() -> None:
    assert list(FAULTS) == [one.id for one in REQUIREMENTS]


@EVERY
def test_it_violates_what_it_says_and_nothing_else(fault: Fault) -> None:
    assert having(fault.state, Verdict.VIOLATED) == fault.violated


@EVERY
def test_nothing_is_left_open(fault: Fault) -> None:
    assert not having(fault.state, Verdict.UNDETERMINED)
    assert fault.state.wish is Wish.ON_DEMAND


@EVERY
def test_the_run_fails_where_something_blocks(fault: Fault) -> None:
    blocks = any(BY_ID[name].force is Force.BLOCKS for name in fault.violated)
    assert (assess(*fault.state).outcome is Outcome.DOES_NOT_RUN) is blocks


@EVERY
def test_every_dial_is_needed(fault: Fault) -> None:
    """With one dial less turned, it is not violated, or more comes with it, or something is left open."""
    for left in fault.positions:
        rest = turned({name: position for name, position in fault.positions.items() if name != left})
        violated = having(rest, Verdict.VIOLATED)
        spotless = violated <= fault.violated and not having(rest, Verdict.UNDETERMINED)
        assert fault.requirement not in violated or not spotless


@pytest.mark.slow
@pytest.mark.parametrize("fault", [one for one in FAULTS.values() if one.brings], ids=lambda fault: fault.requirement)
def test_what_comes_with_it_comes_whatever_else_is_turned(fault: Fault) -> None:
    """No further dial takes it away, and no two do, unless something else is violated or left open then."""
    others = [
        (name, position)
        for name, dial in BY_NAME.items()
        if name not in {*fault.positions, "the wish is"}
        for position in list(dial.positions)[1:]
        if "TP" not in position  # of the other branch than the client
    ]
    for pair in combinations(others, 2):
        if pair[0][0] != pair[1][0]:
            state = turned({**fault.positions, **dict(pair)})
            violated = having(state, Verdict.VIOLATED)
            if fault.requirement in violated and not having(state, Verdict.UNDETERMINED):
                assert len(violated) > 1


def test_it_is_told_in_words() -> None:
    assert str(fault_of("cache-size")) == "the client cache holds: not every package"


def test_a_name_that_is_none_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match=r"no requirement 'cash-size'\. Did you mean 'cache-size'\?"):
        fault_of("cash-size")


def test_a_name_far_from_all_is_refused() -> None:
    with pytest.raises(LookupError, match=r"^there is no requirement 'xyz'\.$"):
        fault_of("xyz")
