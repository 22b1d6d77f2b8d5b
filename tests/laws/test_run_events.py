from hypothesis import given
from hypothesis import strategies as st

from dod_model.run import Moment
from dod_model.run.events import AfterStep, AtMoment, BeforeStep, During, Placed
from dod_model.run.moments import (
    ContentMoment,
    DownloadFailed,
    DownloadStarted,
    Happened,
    StepDone,
    StepMoment,
    StepSkipped,
)
from dod_model.strategies import ToPlay, events_on, placed_events, to_play


class TestPlacedEvents:
    """An event happens where it was placed, and changes nothing that went before."""

    @given(to_play(), st.integers(min_value=1, max_value=25), st.data())
    def test_nothing_before_it_changes(self, played: ToPlay, number: int, data: st.DataObject) -> None:
        event = data.draw(events_on(played.site, played.attempt), label="event")
        before = played.run()
        placed = Placed(event, AtMoment(number))
        after = ToPlay(
            played.site,
            played.attempt,
            played.option,
            (*played.placed, placed),
            played.pre_downloaded,
            played.seed,
        ).run()
        reached = number < len(before.moments)
        assert after.moments[:number] == before.moments[:number]
        assert reached or after.moments == before.moments
        assert (placed in after.not_placed) is not reached

    @given(to_play(eventful=st.just(False)), st.data())
    def test_it_happens_there(self, played: ToPlay, data: st.DataObject) -> None:
        placed = data.draw(placed_events(played.site, played.attempt).filter(bool), label="placed")[0]
        without = played.run()
        run = ToPlay(
            played.site,
            played.attempt,
            played.option,
            (placed,),
            played.pre_downloaded,
            played.seed,
        ).run()
        place = expected(placed, without.moments)
        if place is None:
            assert run.moments == without.moments
            assert run.not_placed == (placed,)
            return
        happened = run.moments[place]
        assert isinstance(happened, Happened)
        assert happened.event == placed.event
        assert run.moments[:place] == without.moments[:place]
        assert run.not_placed == ()


def expected(placed: Placed, moments: tuple[Moment, ...]) -> int | None:
    """The number that the event gets in a run to which nothing else happens; None if its moment never comes."""
    match placed.when:
        case AtMoment(number):
            return number if number < len(moments) else None
        case BeforeStep(step):
            return next((place for place, one in enumerate(moments) if is_about(one, step)), None)
        case AfterStep(step):
            ends = (place for place, one in enumerate(moments) if is_end_of(one, step))
            return next((place + 1 for place in ends), None)
        case During(package, percent):
            starts = (n for n, one in enumerate(moments) if isinstance(one, DownloadStarted) and one.package == package)
            # Of a download that fails at once, no share ever comes.
            reached = (n for n in starts if percent == 0 or not isinstance(moments[n + 1], DownloadFailed))
            return next((place + 1 for place in reached), None)


def is_about(moment: Moment, step: str) -> bool:
    action = moment.action if isinstance(moment, StepMoment | ContentMoment) else None
    return action is not None and action.name == step


def is_end_of(moment: Moment, step: str) -> bool:
    return isinstance(moment, StepDone | StepSkipped) and moment.action.name == step
