from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from dod_model.assessment import Outcome, assess
from dod_model.attempt import Place, User, Wish
from dod_model.kit.combinations import rows
from dod_model.kit.dials import DIALS, SITE_RELEASE, START, branches_differ, turned
from dod_model.kit.faults import FAULTS
from dod_model.kit.healthy import HEALTHY
from dod_model.requirements import REQUIREMENTS, Force, Verdict
from dod_model.strategies import State, attempts_violating, attempts_with, situations
from dod_model.strategies.causes import Wanted, causes, moves
from dod_model.strategies.wanted import positions_for
from tests.strategies.looking import drawn, simplest

IDS = [one.id for one in REQUIREMENTS]
BLOCKING = [one.id for one in REQUIREMENTS if one.force is Force.BLOCKS]
OPTION = "Deployment options"
DOWNLOAD_ALL = "Download all content locally before starting task sequence"
FEW = settings(max_examples=25)
Positions = dict[str, str]


def violated(state: State) -> frozenset[str]:
    return frozenset(one.id for one in assess(*state).with_verdict(Verdict.VIOLATED))


def positions(strategy: st.SearchStrategy[Positions], number: int) -> set[tuple[str, str]]:
    return {one for found in drawn(strategy, number) for one in found.items()}


MOVES = [turns for group in moves() for turns in group]
EVERY_POSITION = {one for turns in MOVES for one in turns}


@pytest.fixture(scope="module")
def failing() -> list[State]:
    return drawn(attempts_with(outcome=Outcome.DOES_NOT_RUN), 800)


class TestValid:
    @pytest.mark.parametrize("outcome", Outcome)
    def test_an_outcome_is_had(self, outcome: Outcome) -> None:
        @FEW
        @given(attempts_with(outcome=outcome))
        def holds(state: State) -> None:
            assert assess(*state).outcome is outcome

        holds()

    @pytest.mark.parametrize("requirement", IDS)
    def test_a_requirement_is_violated(self, requirement: str) -> None:
        @FEW
        @given(attempts_violating(requirement))
        def holds(state: State) -> None:
            assert requirement in violated(state)

        holds()

    @FEW
    @given(attempts_violating("allowed-on-the-internet", "cache-size", "on-demand-option-chosen"))
    def test_several_are_violated(self, state: State) -> None:
        assert violated(state) >= {"allowed-on-the-internet", "cache-size", "on-demand-option-chosen"}

    @FEW
    @given(attempts_violating("content-on-a-running-source", outcome=Outcome.DOWNLOADS_ON_DEMAND))
    def test_one_is_violated_and_an_outcome_is_had(self, state: State) -> None:
        assert "content-on-a-running-source" in violated(state)
        assert assess(*state).outcome is Outcome.DOWNLOADS_ON_DEMAND

    @FEW
    @given(attempts_with(outcome=Outcome.DOES_NOT_RUN))
    def test_the_parts_of_a_site_fit_together(self, state: State) -> None:
        assert type(state.site).model_validate(state.site.model_dump(mode="json")) == state.site


class TestReachable:
    def test_each_requirement_that_blocks(self, failing: list[State]) -> None:
        assert {one for state in failing for one in violated(state)} >= set(BLOCKING)

    def test_each_requirement_that_does_not(self) -> None:
        states = drawn(attempts_with(outcome=Outcome.DOWNLOADS_BEFORE_START), 400)
        states += drawn(attempts_with(outcome=Outcome.DOWNLOADS_ON_DEMAND), 400)
        assert {one for state in states for one in violated(state)} >= set(IDS) - set(BLOCKING)

    @pytest.mark.slow
    def test_each_position_of_each_dial(self) -> None:
        found = positions(positions_for(Wanted(outcome=Outcome.DOES_NOT_RUN)), 800)
        found |= positions(positions_for(Wanted(outcome=Outcome.NOT_COVERED)), 600)
        assert found == EVERY_POSITION

    def test_each_wish_user_and_place(self, failing: list[State]) -> None:
        assert {state.wish for state in failing} == set(Wish)
        assert {state.attempt.user for state in failing} == {None, *User}
        elsewhere = drawn(attempts_with(outcome=Outcome.NOT_COVERED), 100)
        assert {state.attempt.place for state in elsewhere} == set(Place)

    def test_one_thing_amiss_and_many(self, failing: list[State]) -> None:
        sizes = {len(violated(state)) for state in failing}
        assert sizes >= {1, 2, 3, 4, 5}

    @pytest.mark.slow
    def test_each_way_to_violate_a_requirement_with_two_dials(self) -> None:
        """Whatever two dials do is done by a cause among them."""
        positions = [(one.name, position) for one in DIALS for position in list(one.positions)[1:]]
        for first, second in combinations(positions, 2):
            if first[0] != second[0] and consistent({**dict([first]), **dict([second])}):
                for name in violated(turned(dict([first, second]))):
                    assert any(set(one) <= {first, second} for one in causes(Wanted(frozenset({name})))), name

    def test_whatever_two_requirements_are_violated_together(self) -> None:
        for row in list(rows("pairs"))[::4]:
            for pair in combinations(sorted(violated(turned(row))), 2):
                assert causes(Wanted(frozenset(pair)))


def consistent(positions: Positions) -> bool:
    site, client = ((one.name, positions.get(one.name, one.healthy)) for one in DIALS[:2])
    return not branches_differ(site, client)


FEWER_DIALS = {
    "gateway-set-up": {"the gateway": "is stopped"},
    "content-in-the-cloud": {"a child task sequence": "refers to a package that no source holds"},
    "started-from-software-center": {"it is started": "pxe"},
    "content-downloaded-locally": {
        OPTION: "Access content directly from a distribution point when needed by the running task sequence"
    },
    "download-on-demand-available": {SITE_RELEASE: "1806"},
    "on-demand-option-chosen": {OPTION: DOWNLOAD_ALL},
    "content-on-a-running-source": {"the gateway": "is stopped"},
}
"""Where the simplest example is another than the fault, which takes more dials to violate nothing else."""


class TestReadable:
    @pytest.mark.parametrize("requirement", IDS)
    def test_the_simplest_example_is_one_fault(self, requirement: str) -> None:
        expected = FEWER_DIALS.get(requirement, FAULTS[requirement].positions)
        assert simplest(positions_for(Wanted(frozenset({requirement})))) == expected

    @pytest.mark.parametrize("requirement", IDS)
    def test_no_fewer_dials_will_do(self, requirement: str) -> None:
        turns = simplest(positions_for(Wanted(frozenset({requirement}))))
        assert len(turns) <= 2
        if len(turns) == 2:
            alone = [dict(turns) for turns in MOVES if len(turns) == 1]
            assert not [one for one in alone if requirement in violated(turned(one))]

    @pytest.mark.parametrize(
        ("outcome", "expected"),
        [
            (Outcome.NOT_COVERED, {"the client is on": "intranet"}),
            (Outcome.UNDETERMINED, {"it is an upgrade": "unknown"}),
            (Outcome.DOES_NOT_RUN, {SITE_RELEASE: "1806"}),
            (Outcome.DOWNLOADS_ON_DEMAND, {}),
            (Outcome.DOWNLOADS_BEFORE_START, {OPTION: DOWNLOAD_ALL}),
        ],
    )
    def test_the_simplest_example_of_an_outcome(self, outcome: Outcome, expected: Positions) -> None:
        assert simplest(positions_for(Wanted(outcome=outcome))) == expected

    def test_on_the_healthy_site_all_is_well(self) -> None:
        assert simplest(attempts_with(outcome=Outcome.DOWNLOADS_ON_DEMAND)) == START
        assert START.site == HEALTHY

    def test_what_a_test_fails_on_is_left_and_nothing_else(self) -> None:
        search = settings(max_examples=300, derandomize=True, database=None)
        strategy = positions_for(Wanted(frozenset({"cache-size"})))
        found = find(strategy, lambda turns: turns.get("HTTPS") == "off", settings=search)
        assert found == {"the client cache holds": "not every package", "HTTPS": "off"}

    def test_a_failing_test_tells_the_dials(self) -> None:
        @settings(max_examples=5, database=None, derandomize=True)
        @given(attempts_violating("cache-size"))
        def wrong(state: State) -> None:
            assert violated(state) == frozenset()

        with pytest.raises(AssertionError) as raised:
            wrong()
        told = " ".join("".join(raised.value.__notes__).split()).replace("( ", "(")
        assert "state=turned({'the client cache holds': 'not every package'})" in told


WRONG: Any = 1
A_WORD: Any = "downloads-on-demand"


class TestRefused:
    @pytest.mark.parametrize(
        ("make", "message"),
        [
            (attempts_violating, "name at least one requirement"),
            (
                lambda: attempts_violating("gateway-serve-content"),
                "no requirement 'gateway-serve-content'. Did you mean 'gateway-serves-content'",
            ),
            (lambda: attempts_violating(WRONG), "named by its id, and not 1"),
            (lambda: attempts_with(outcome=A_WORD), "Outcome, not .*Did you mean 'DOWNLOADS_ON_DEMAND'"),
            (lambda: attempts_with(outcome=WRONG), "must be an Outcome, not 1"),
            (lambda: attempts_violating("cache-size", outcome=WRONG), "must be an Outcome, not 1"),
        ],
    )
    def test_what_is_no_argument(self, make: Callable[..., Any], message: str) -> None:
        with pytest.raises(InvalidArgument, match=message):
            make()

    @pytest.mark.parametrize("outcome", [one for one in Outcome if one is not Outcome.DOES_NOT_RUN])
    def test_what_blocks_with_an_outcome_that_it_has_not(self, outcome: Outcome) -> None:
        with pytest.raises(InvalidArgument, match="no attempt that violates gateway-set-up and has the outcome"):
            attempts_violating("gateway-set-up", outcome=outcome)

    @pytest.mark.parametrize(
        "together",
        [
            ("started-from-software-center", "required-to-start-on-schedule"),
            ("content-downloaded-locally", "download-on-demand-available"),
            IDS,
        ],
    )
    def test_what_is_not_violated_together(self, together: list[str]) -> None:
        with pytest.raises(InvalidArgument, match="there is no attempt that violates"):
            attempts_violating(*together)

    def test_on_the_intranet_nothing_is_violated(self) -> None:
        with pytest.raises(InvalidArgument, match="has the outcome not-covered"):
            attempts_violating("cache-size", outcome=Outcome.NOT_COVERED)

    def test_arguments_without_their_name(self) -> None:
        with pytest.raises(TypeError):
            attempts_with(Outcome.DOES_NOT_RUN)  # type: ignore[call-arg]


def test_other_strategies_reach_what_two_demands_refuse() -> None:
    """What is refused is not drawn by others either."""
    for state in drawn(situations(), 100):
        both = {"started-from-software-center", "required-to-start-on-schedule"}
        assert not both <= {one.id for one in assess(*state).with_verdict(Verdict.VIOLATED)}
