from itertools import islice

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dod_model.abilities import CMG_SERVES_CONTENT
from dod_model.assessment import Outcome
from dod_model.requirements import Force, Verdict
from dod_model.run import Ending, Run, Summary, play, plays
from dod_model.run.moments import (
    ContentMoment,
    DownloadFailed,
    DownloadStarted,
    DownloadVerified,
    Happened,
    PolicyRejected,
    Refused,
    SequenceEnded,
    SourceChosen,
    StepMoment,
)
from dod_model.site import (
    CloudManagementGateway,
    Content,
    ContentState,
    DeploymentOption,
    Site,
    SourceState,
    Step,
    StepKind,
    with_fields,
)
from dod_model.situation import Situation
from dod_model.strategies import ToPlay, runs, sites, to_play
from tests.laws.run_checker import assert_on_demand_pulls_no_more, book_of
from tests.laws.single_changes import parts
from tests.laws.site_parts import thinner

WITHOUT_EVENTS = to_play(eventful=st.just(False))
ON_DEMAND, ALL_FIRST = DeploymentOption.WHEN_NEEDED, DeploymentOption.BEFORE_START
MOST_WAYS = 12


def told(run: Run) -> tuple[object, ...]:
    return run.moments, run.assumed, run.unsized, run.not_placed


class TestEveryRun:
    """What holds of each run, whatever happens to it and whatever is left out of its site."""

    @given(to_play())
    def test_the_same_question_has_the_same_run(self, played: ToPlay) -> None:
        assert told(played.run()) == told(played.run())

    @given(st.one_of(runs(), runs(sites=sites(attemptable=st.just(True)))))
    def test_it_ends_once_or_is_not_spoken_of(self, run: Run) -> None:
        ends = [moment for moment in run.moments if isinstance(moment, SequenceEnded)]
        assert ends == list(run.moments[-1:])
        assert bool(ends) is (run.assessment.outcome is not Outcome.NOT_COVERED)

    @given(runs())
    def test_it_keeps_the_books(self, run: Run) -> None:
        book = book_of(run)
        summary = Summary(run)
        assert summary.pulled == book.pulled
        assert summary.pulled == sum(summary.by_source.values())
        assert summary.pulled == summary.in_advance + summary.before_start + summary.during
        assert sum(summary.by_step.values()) <= summary.during
        assert min(summary.in_advance, summary.before_start, summary.during, *summary.by_source.values(), 0) == 0
        assert max(book.come.values(), default=0) <= summary.largest_held <= summary.pulled

    @given(runs())
    def test_each_moment_has_its_grounds(self, run: Run) -> None:
        for number, moment in enumerate(run.moments):
            assert (moment.cause is None) if number == 0 else (moment.cause is not None and moment.cause < number)
            happened = isinstance(moment, Happened)
            assert happened or moment.behaviour.cites or moment.behaviour.reasoning, moment

    @given(runs(eventful=st.just(False)))
    def test_without_events_nothing_is_downloaded_twice(self, run: Run) -> None:
        verified = [moment.package for moment in run.moments if isinstance(moment, DownloadVerified)]
        assert len(verified) == len(set(verified))
        assert set(verified) <= set(run.situation.packages)
        sizes = book_of(run).sizes
        assert Summary(run).pulled == sum(sizes[package] for package in verified)


class TestRefusedRuns:
    """What does not run is not started, and says why."""

    @given(runs())
    def test_it_names_violated_requirements_and_no_others(self, run: Run) -> None:
        violated = {one.id for one in run.assessment.with_verdict(Verdict.VIOLATED, Force.BLOCKS)}
        refused = [moment for moment in run.moments if isinstance(moment, Refused)]
        assert all(moment.requirements and violated.issuperset(moment.requirements) for moment in refused)
        rejected = any(isinstance(moment, PolicyRejected) for moment in run.moments)
        does_not_run = run.assessment.outcome is Outcome.DOES_NOT_RUN
        assert does_not_run is bool(violated)
        assert len(refused) == (does_not_run and not rejected)
        if does_not_run:
            assert run.ending is Ending.NOT_STARTED


def served(situation: Situation, site_serves: bool) -> bool:
    """Whether each package is on some cloud source that runs and gives it away."""
    gateways = [one for one in parts(situation.site, "gateways") if one.serves_content and site_serves]
    points = parts(situation.site, "cloud_distribution_points")
    running = [one for one in (*gateways, *points) if one.state is RUNNING]
    versions = {one.name: one.version for one in parts(situation.site, "packages")}
    current = {
        entry.package
        for one in running
        for entry in one.content
        if entry.state is ContentState.INSTALLED and entry.version == versions[entry.package]
    }
    return current >= set(situation.packages)


RUNNING = SourceState.RUNNING


def with_only_an_idle_gateway_running(site: Site) -> Site:
    """The site with all its sources stopped, and a gateway that runs, holds all packages and serves none."""
    content = tuple(
        Content(package=one.name, state=ContentState.INSTALLED, version=one.version) for one in parts(site, "packages")
    )
    idle = CloudManagementGateway(name="Idle", state=RUNNING, serves_content=False, content=content)
    gateways = (with_fields(one, state=SourceState.STOPPED) for one in parts(site, "gateways"))
    points = (with_fields(one, state=SourceState.STOPPED) for one in parts(site, "cloud_distribution_points"))
    return with_fields(site, gateways=(*gateways, idle), cloud_distribution_points=tuple(points))


class TestHealthyRuns:
    """Without events, what is certain to run succeeds where its content can be had over the internet."""

    @given(runs(eventful=st.just(False)))
    def test_it_succeeds(self, run: Run) -> None:
        assume(run.assessment.outcome in {Outcome.DOWNLOADS_ON_DEMAND, Outcome.DOWNLOADS_BEFORE_START})
        assume(served(run.situation, run.assessment.facts.site_can(CMG_SERVES_CONTENT)))
        rejected = any(isinstance(moment, PolicyRejected) for moment in run.moments)
        on_a_path = any(step.network_path is True for step in run.situation.steps)
        assume(not rejected and not on_a_path)
        assert run.ending is Ending.SUCCEEDED
        assert all("download" in one for one in run.assumed)  # what comes in advance is all that may be assumed

    @given(WITHOUT_EVENTS)
    def test_a_gateway_that_runs_and_serves_nothing_is_no_help(self, played: ToPlay) -> None:
        run = play(with_only_an_idle_gateway_running(played.site), played.attempt)
        assume(run.assessment.outcome in {Outcome.DOWNLOADS_ON_DEMAND, Outcome.DOWNLOADS_BEFORE_START})
        facts = run.assessment.facts
        assert facts.content_on_running_source is served(run.situation, facts.site_can(CMG_SERVES_CONTENT))
        if run.ending is Ending.SUCCEEDED:
            assert not any(isinstance(moment, DownloadStarted) for moment in run.moments)


class TestOptions:
    """The two options, on the same attempt and without events."""

    @given(WITHOUT_EVENTS)
    def test_on_demand_pulls_no_more(self, played: ToPlay) -> None:
        on_demand, all_first = (
            play(played.site, played.attempt, option=option, pre_downloaded=played.pre_downloaded)
            for option in (ON_DEMAND, ALL_FIRST)
        )
        book = book_of(all_first)
        assert_on_demand_pulls_no_more(book_of(on_demand), book)
        if book.pulled_all:
            less, more = Summary(on_demand), Summary(all_first)
            assert all(pulled <= more.by_source.get(source, 0) for source, pulled in less.by_source.items())
            assert less.largest_held <= more.largest_held
            assert more.during == 0
        if on_demand.ending is all_first.ending is Ending.SUCCEEDED:
            assert less.before_start == 0
            assert more.pulled == less.pulled + sum(less.spared.values())
            assert more.in_vain == {**less.spared, **less.in_vain}


class TestChoices:
    """What the product chooses at random changes where content comes from, not what becomes of the run."""

    @given(WITHOUT_EVENTS)
    def test_every_choice_ends_alike_where_all_sources_run(self, played: ToPlay) -> None:
        sources = (*parts(played.site, "gateways"), *parts(played.site, "cloud_distribution_points"))
        assume(all(one.state is RUNNING for one in sources))
        ways = all_ways(played)
        assert len({way.ending for way in ways}) == 1
        assert len({Summary(way).pulled for way in ways}) == 1

    @given(to_play())
    def test_what_a_seed_gives_is_one_of_all_ways(self, played: ToPlay) -> None:
        ways = all_ways(played)
        assert len({way.moments for way in ways}) == len(ways)
        assert ways[0].moments == with_seed(played, None).moments
        assert len(ways) > MOST_WAYS or with_seed(played, 7).moments in {way.moments for way in ways}


def all_ways(played: ToPlay) -> list[Run]:
    """All of them, or so many and one."""
    ways = plays(
        played.site,
        played.attempt,
        option=played.option,
        placed=played.placed,
        pre_downloaded=played.pre_downloaded,
    )
    return list(islice(ways, MOST_WAYS + 1))


def with_seed(played: ToPlay, seed: int | None) -> Run:
    return ToPlay(played.site, played.attempt, played.option, played.placed, played.pre_downloaded, seed).run()


class TestLeavingOutAField:
    """What is not told and matters is told as assumed, or as of unknown size.

    Which of several sources is taken does not count: that also hangs on chance.
    """

    @settings(max_examples=max(settings().max_examples // 4, 15))
    @given(WITHOUT_EVENTS)
    def test_it_changes_nothing_that_was_not_assumed(self, played: ToPlay) -> None:
        most = 0 if played.pre_downloaded == 0 else None  # a site of which less is told has fewer packages
        told = play(played.site, played.attempt, option=played.option, pre_downloaded=most, seed=played.seed)
        for path, less in thinner(played.site):
            run = play(less, played.attempt, option=played.option, pre_downloaded=most, seed=played.seed)
            unknown = {*run.assumed, *run.unsized} - {*told.assumed, *told.unsized}
            assert unknown or MARKS in run.assumed or outline(run) == outline(told), path


MARKS = "pre-download passes over only what is known to be for other devices"
"""Said once, of whatever packages it is not known."""


def outline(run: Run) -> list[tuple[object, ...]]:
    """A run without its sources, bytes and reasons."""
    fields = ("requirements", "ending", "package")
    moments = [one for one in run.moments if not isinstance(one, DownloadFailed | DownloadStarted | SourceChosen)]
    lines = [(one.kind, *(getattr(one, field, None) for field in fields)) for one in moments]
    actions = [one.action.number for one in moments if isinstance(one, StepMoment)]
    return [*lines, tuple(actions)]


class TestGroups:
    """A group without conditions changes nothing but the look of a task sequence."""

    @given(WITHOUT_EVENTS)
    def test_steps_put_into_a_group_pull_the_same(self, played: ToPlay) -> None:
        grouped = tuple(
            with_fields(one, steps=(group_of(one.steps[:2]), *one.steps[2:]))
            for one in parts(played.site, "task_sequences")
        )
        other = ToPlay(
            with_fields(played.site, task_sequences=grouped),
            played.attempt,
            played.option,
            pre_downloaded=played.pre_downloaded,
            seed=played.seed,
        )
        before, after = played.run(), other.run()
        assert after.ending is before.ending
        assert [content(one) for one in contents(after)] == [content(one) for one in contents(before)]
        assert Summary(after).spared == Summary(before).spared


def group_of(steps: tuple[Step, ...]) -> Step:
    return Step(name="All of it", kind=StepKind.GROUP, steps=steps, conditions=())


def contents(run: Run) -> list[ContentMoment]:
    return [moment for moment in run.moments if isinstance(moment, ContentMoment)]


def content(moment: ContentMoment) -> tuple[object, ...]:
    """A moment without its number and the number of its step."""
    fields = ("package", "source", "listed", "left_out", "among", "size", "done", "pulled", "why")
    name = None if moment.action is None else moment.action.name
    return (moment.kind, moment.behaviour.id, name, *(getattr(moment, field, None) for field in fields))
