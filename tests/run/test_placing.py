"""When placed events happen; which placements can never come; and every random choice."""

from __future__ import annotations

import pytest

from dod_model.errors import InputError
from dod_model.run import Ending, Run, play, plays
from dod_model.run.events import (
    AfterStep,
    AtMoment,
    BeforeStep,
    ConnectionBreaks,
    During,
    Placed,
    SourceStarts,
    SourceStops,
    TokenEnds,
    When,
)
from dod_model.run.moments import Happened, SourceChosen, Transfer
from dod_model.site import Site, SourceState
from tests.run.sites import ATTEMPT, child, course, gateway, group, site, step

STEPS = (step("1", "A"), group("g", step("2", "B")))
BREAKS = ConnectionBreaks()


def played(*whens: When) -> Run:
    return play(site(*STEPS), ATTEMPT, placed=[Placed(BREAKS, when) for when in whens])


def around(run: Run) -> list[tuple[str, str]]:
    """The moments before and after each event."""
    words = course(run)
    return [(words[place - 1], words[place + 1]) for place, text in enumerate(words) if text == "happened"]


@pytest.mark.parametrize(
    ("when", "before", "after"),
    [
        (AtMoment(1), "policy-received", "started"),
        (AtMoment(3), "sequence-started", "location-requested A"),
        (BeforeStep("1"), "sequence-started", "location-requested A"),
        (BeforeStep("g"), "step-done 1", "step-started g"),
        (BeforeStep("2"), "step-started g", "location-requested B"),
        (AfterStep("1"), "step-done 1", "step-started g"),
        (AfterStep("2"), "step-done 2", "step-done g"),
        (AfterStep("g"), "step-done g", "sequence-ended"),
        (During("A", 0), "download-started A CMG", "download-broken A CMG"),
        (During("B", 100), "download-started B CMG", "download-broken B CMG"),
    ],
)
def test_it_happens_where_it_is_placed(when: When, before: str, after: str) -> None:
    run = played(when)
    assert around(run) == [(before, after)]
    assert run.not_placed == ()


def test_half_has_come_where_no_share_is_said() -> None:
    started = course(played()).index("download-started A CMG")
    run = played(AtMoment(started + 1))
    assert [one.pulled for one in run.moments if hasattr(one, "pulled")] == [50, 50, 40]


class TestSeveralDuringOneDownload:
    def amounts(self, *placed: Placed, described: Site | None = None) -> tuple[list[tuple[str, int]], Run]:
        run = play(described or site(), ATTEMPT, placed=placed)
        return [(one.kind, one.pulled) for one in run.moments if isinstance(one, Transfer)], run

    def test_two_breaks_happen_one_after_the_other(self) -> None:
        for shares in (25, 75), (75, 25):
            pulled, run = self.amounts(*(Placed(BREAKS, During("A", share)) for share in shares))
            assert pulled == [("download-broken", 25), ("download-broken", 50), ("download-verified", 25)]
            assert run.not_placed == ()

    def test_what_does_not_disturb_it_lets_the_next_come(self) -> None:
        placed = [Placed(SourceStarts("CMG"), During("A", 25)), Placed(BREAKS, During("A", 75))]
        assert self.amounts(*placed)[0] == [("download-broken", 75), ("download-verified", 25)]

    def test_those_of_one_share_happen_together(self) -> None:
        placed = [Placed(event, During("A", 25)) for event in (BREAKS, TokenEnds())]
        assert self.amounts(*placed)[0] == [("download-broken", 25), ("download-verified", 75)]

    def test_after_the_source_is_lost_the_next_comes_with_the_next_source(self) -> None:
        placed = [Placed(SourceStops("G1"), During("A", 25)), Placed(BREAKS, During("A", 75))]
        pulled, run = self.amounts(*placed, described=site(gateways=(gateway("G1"), gateway("G2"))))
        assert pulled == [("download-failed", 25), ("download-broken", 50), ("download-verified", 25)]
        assert run.not_placed == ()

    def test_it_never_comes_where_there_is_none(self) -> None:
        placed = [Placed(SourceStops("CMG"), During("A", 25)), Placed(BREAKS, During("A", 75))]
        pulled, run = self.amounts(*placed)
        assert pulled == [("download-failed", 25)]
        assert run.not_placed == (placed[1],)

    def test_from_a_stopped_source_nothing_comes_and_no_share_is_reached(self) -> None:
        stopped = (gateway("G1", state=SourceState.STOPPED), gateway("G2"))
        placed = [Placed(BREAKS, During("A", 40))]
        pulled, run = self.amounts(*placed, described=site(gateways=stopped))
        assert pulled == [("download-failed", 0), ("download-broken", 40), ("download-verified", 60)]
        assert run.not_placed == ()

    def test_one_that_is_placed_at_a_moment_does_not_wait(self) -> None:
        """It happens there, though less has come than half: what disturbed the download came first."""
        started = course(play(site(), ATTEMPT)).index("download-started A CMG") + 1
        placed = [Placed(TokenEnds(), AtMoment(started)), Placed(BREAKS, During("A", 25))]
        pulled, run = self.amounts(*placed)
        assert pulled == [("download-broken", 25), ("download-verified", 75)]
        assert course(run)[started : started + 3] == ["happened", "happened", "download-broken A CMG"]

    def test_nor_does_it_where_the_source_is_stopped(self) -> None:
        described = site(gateways=(gateway("G1", state=SourceState.STOPPED), gateway("G2")))
        started = course(play(described, ATTEMPT)).index("download-started A G1") + 1
        pulled, run = self.amounts(Placed(BREAKS, AtMoment(started)), described=described)
        assert pulled == [("download-failed", 0), ("download-verified", 100)]
        assert around(run) == [("download-started A G1", "download-failed A G1")]


def test_it_happens_once_though_its_place_comes_twice() -> None:
    described = site(child("c", "Kid"), child("d", "Kid"), children={"Kid": (step("k"),)})
    run = play(described, ATTEMPT, placed=[Placed(BREAKS, BeforeStep("k")), Placed(BREAKS, AfterStep("k"))])
    assert around(run) == [("step-started c", "step-started k"), ("step-done k", "step-done c")]


def test_events_of_one_place_happen_in_their_order() -> None:
    placed = [Placed(SourceStops("CMG"), AtMoment(2)), Placed(BREAKS, AtMoment(2))]
    run = play(site(), ATTEMPT, placed=placed)
    assert [one.event for one in run.moments if isinstance(one, Happened)] == [SourceStops("CMG"), BREAKS]


def test_an_event_is_a_moment_after_which_another_may_happen() -> None:
    stops = [
        Placed(SourceStops("CMG"), AtMoment(3)),
        Placed(SourceStarts("CMG"), AtMoment(4)),
        Placed(BREAKS, AtMoment(5)),
    ]
    run = play(site(), ATTEMPT, placed=stops)
    assert course(run)[2:7] == ["sequence-started", "happened", "happened", "happened", "location-requested A"]
    assert run.not_placed == ()


@pytest.mark.parametrize("when", [AtMoment(99), During("B"), AfterStep("2"), BeforeStep("2")])
def test_one_whose_moment_never_comes_is_told(when: When) -> None:
    stops = Placed(SourceStops("CMG"), During("A"))
    run = play(site(*STEPS), ATTEMPT, placed=[stops, Placed(BREAKS, when)])
    assert run.ending is Ending.FAILED
    assert run.not_placed == (Placed(BREAKS, when),)


def test_the_end_of_a_run_is_too_late() -> None:
    moments = len(play(site(*STEPS), ATTEMPT).moments)
    assert played(AtMoment(moments - 1)).not_placed == ()
    assert played(AtMoment(moments)).not_placed == (Placed(BREAKS, AtMoment(moments)),)


@pytest.mark.parametrize(
    ("when", "code", "message"),
    [
        (AtMoment(0), "too-early", "an event happens after the first moment: from 1 on"),
        (AtMoment(-3), "too-early", "an event happens after the first moment: from 1 on"),
        (During("A", -1), "no-percentage", "-1 is no share of a download: 0 to 100"),
        (During("A", 101), "no-percentage", "101 is no share of a download: 0 to 100"),
        (During("Z"), "unknown-name", "'Z' is not a package of the task sequence"),
        (During("C"), "unknown-name", "'C' is not a package of the task sequence"),
        (BeforeStep("3"), "unknown-name", "'3' is not a step of 'Upgrade' or its children"),
        (AfterStep("G"), "unknown-name", "'G' is not a step of 'Upgrade' or its children"),
    ],
)
def test_what_can_never_come_is_refused(when: When, code: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        played(when)
    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == (code, message)
    assert ("There is" in problem.hint or "Did you mean" in problem.hint) is (code == "unknown-name")


def test_an_event_about_what_is_not_there_is_refused() -> None:
    with pytest.raises(InputError, match="'Nobody'"):
        play(site(), ATTEMPT, placed=[Placed(SourceStops("Nobody"), AtMoment(1))])


class TestChoices:
    SITE = site(step("1", "A"), step("2", "B"), gateways=(gateway("G1"), gateway("G2")))

    def chosen(self, run: Run) -> list[str]:
        return [one.source for one in run.moments if isinstance(one, SourceChosen)]

    def test_without_a_seed_the_first_is_chosen(self) -> None:
        assert self.chosen(play(self.SITE, ATTEMPT)) == ["G1", "G1"]

    def test_a_seed_gives_the_same_run_again(self) -> None:
        for seed in range(10):
            assert play(self.SITE, ATTEMPT, seed=seed) == play(self.SITE, ATTEMPT, seed=seed)

    def test_seeds_give_every_run(self) -> None:
        found = {tuple(self.chosen(play(self.SITE, ATTEMPT, seed=seed))) for seed in range(30)}
        assert found == {("G1", "G1"), ("G1", "G2"), ("G2", "G1"), ("G2", "G2")}

    def test_every_run_is_played_once(self) -> None:
        found = [self.chosen(run) for run in plays(self.SITE, ATTEMPT)]
        assert found == [["G1", "G1"], ["G1", "G2"], ["G2", "G1"], ["G2", "G2"]]

    def test_events_happen_in_every_run(self) -> None:
        stops = Placed(SourceStops("G1"), BeforeStep("2"))
        found = [self.chosen(run) for run in plays(self.SITE, ATTEMPT, placed=iter([stops]))]
        assert found == [["G1", "G1", "G2"], ["G1", "G2"], ["G2", "G1", "G2"], ["G2", "G2"]]

    def test_where_nothing_is_chosen_there_is_one_run(self) -> None:
        assert list(plays(site(), ATTEMPT)) == [play(site(), ATTEMPT)]
