"""The answer that the documents give, and how firmly they stand behind it: cases by hand."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from dod_model.assessment import ASKED, Outcome, assess
from dod_model.attempt import Wish
from dod_model.errors import InputError
from dod_model.kit.boundaries import ALL_FIRST, FROM_POINT, ON_POINT, SCRIPT
from dod_model.kit.combinations import drawn
from dod_model.kit.dials import CLIENT_RELEASE, SITE_RELEASE, START, turned
from dod_model.kit.expecting import expected, hangs_on_unknowns, plan_size, run_totals, standing, vector
from dod_model.kit.format import Basis, Expected, PlanSize, RunTotals, Standing
from dod_model.kit.healthy import ATTEMPT, GATEWAY, HEALTHY
from dod_model.plan import plan_for
from dod_model.requirements import Verdict
from dod_model.run import play
from dod_model.run.event_words import placed
from dod_model.site import with_fields

Positions = Mapping[str, str]
BOTH_PACKAGES = 4_831_838_208 + 734_003_200


def both_at(release: str) -> dict[str, str]:
    return {SITE_RELEASE: release, CLIENT_RELEASE: release}


def answer(positions: Positions) -> tuple[Expected, Standing]:
    assessment = assess(*turned(positions))
    return expected(assessment), standing(assessment)


# The positions of dials, the outcome, and how firmly the documents stand behind it.
OUTCOMES: dict[str, tuple[Positions, Outcome, Basis]] = {
    "all is in order": ({}, Outcome.DOWNLOADS_ON_DEMAND, "documented"),
    "an inferred advice is not followed": (
        {"the upgrade's source is a network path": "Yes"},
        Outcome.DOWNLOADS_ON_DEMAND,
        "inferred",
    ),
    "the documents do not speak of it": ({"the client is on": "intranet"}, Outcome.NOT_COVERED, "inferred"),
    "a documented condition is violated": ({"the gateway": "is stopped"}, Outcome.DOES_NOT_RUN, "documented"),
    "a documented condition is unknown": ({"the gateway": "may run or not"}, Outcome.UNDETERMINED, "documented"),
    "a contested condition is met": (ON_POINT, Outcome.DOWNLOADS_BEFORE_START, "contested"),
    "a contested condition is met, another is unknown": (
        {**ON_POINT, "the gateway": "may run or not"},
        Outcome.UNDETERMINED,
        "contested",
    ),
    "a contested condition is met, another is violated": (
        {**ON_POINT, "the gateway": "is stopped"},
        Outcome.DOES_NOT_RUN,
        "documented",
    ),
    "a contested condition is unknown": ({"it is started": "unknown"}, Outcome.UNDETERMINED, "contested"),
    "a contested condition alone is violated": (
        {**ON_POINT, "Allow access to cloud distribution point": "No"},
        Outcome.DOES_NOT_RUN,
        "contested",
    ),
    "an inferred condition alone is violated": (
        {SITE_RELEASE: "TP 1909", CLIENT_RELEASE: "TP 1806"},
        Outcome.DOES_NOT_RUN,
        "inferred",
    ),
    "an inferred condition is violated, a documented one, too": (
        {SITE_RELEASE: "TP 1909", CLIENT_RELEASE: "TP 1806", "the gateway": "is stopped"},
        Outcome.DOES_NOT_RUN,
        "documented",
    ),
    "an inferred condition is violated, a documented one is unknown": (
        {**FROM_POINT, "the gateway": "may run or not"},
        Outcome.DOES_NOT_RUN,
        "inferred",
    ),
    "an inferred condition alone is unknown": (
        {SITE_RELEASE: "TP 1909", CLIENT_RELEASE: "unknown"},
        Outcome.UNDETERMINED,
        "inferred",
    ),
    "an inferred condition is unknown, a documented one, too": (
        {SITE_RELEASE: "TP 1909", CLIENT_RELEASE: "unknown", "the gateway": "may run or not"},
        Outcome.UNDETERMINED,
        "documented",
    ),
    "a script sequence on a preview, of which no document speaks": (
        {**both_at("TP 1909"), "it is an upgrade": "No"},
        Outcome.UNDETERMINED,
        "inferred",
    ),
    "an advice that is documented is not followed": (
        {"Run another program first": "on"},
        Outcome.DOWNLOADS_ON_DEMAND,
        "documented",
    ),
    "it is unknown whether the documents speak of it": (
        {**both_at("2006"), "it is an upgrade": "unknown", "Use a boot image": "unknown", "it is started": "schedule"},
        Outcome.UNDETERMINED,
        "documented",
    ),
}


@pytest.mark.parametrize("case", OUTCOMES)
def test_an_outcome_stands_as_firmly_as_what_it_hangs_on(case: str) -> None:
    positions, outcome, basis = OUTCOMES[case]
    expect, found = answer(positions)
    assert (expect.outcome, found.outcome) == (outcome, basis)


class TestRequirements:
    """Each that is asked is met, violated or undetermined; its verdict may be inferred or contested."""

    @pytest.mark.parametrize(
        ("positions", "violated", "undetermined"),
        [
            ({}, (), ()),
            ({"the client is on": "intranet", "the gateway": "is stopped"}, (), ()),
            (
                ALL_FIRST,
                ("download-content-step-with-download-all", "on-demand-option-chosen"),
                (),
            ),
            ({**ALL_FIRST, "the wish is": "that it runs"}, ("download-content-step-with-download-all",), ()),
            ({"the gateway": "may run or not"}, (), ("content-on-a-running-source", "gateway-set-up")),
            (
                {"Enabled": "No", "Allow access to cloud distribution point": "unknown"},
                ("task-sequence-enabled",),
                ("client-gets-cloud-content",),
            ),
        ],
    )
    def test_violated_and_undetermined_are_those_of_the_case(
        self, positions: Positions, violated: tuple[str, ...], undetermined: tuple[str, ...]
    ) -> None:
        expect, _ = answer(positions)
        assert (expect.violated, expect.undetermined) == (violated, undetermined)

    @pytest.mark.parametrize(
        ("positions", "contested"),
        [
            ({}, ()),
            (ON_POINT, ("client-gets-cloud-content",)),
            ({"it is started": "schedule", "Purpose": "Required"}, ("started-from-software-center",)),
            ({**both_at("1806"), **ALL_FIRST}, ("content-in-the-cloud", "gateway-serves-content")),
        ],
    )
    def test_contested_are_those_that_another_reading_would_change(
        self, positions: Positions, contested: tuple[str, ...]
    ) -> None:
        _, found = answer(positions)
        assert found.contested == contested

    @pytest.mark.parametrize(
        ("positions", "inferred", "documented"),
        [
            ({}, {"cache-size", "content-downloaded-locally"}, {"gateway-set-up", "download-on-demand-available"}),
            (SCRIPT, {"network-path-content"}, {"upgrade-task-sequence"}),
            ({**both_at("1806"), **ALL_FIRST}, {"started-from-software-center"}, {"content-downloaded-locally"}),
            ({SITE_RELEASE: "TP 1909", CLIENT_RELEASE: "TP 1806"}, {"download-on-demand-available"}, set()),
            ({"the client is on": "intranet"}, set(), {"cache-size"}),
        ],
    )
    def test_inferred_are_those_that_were_reasoned_and_not_read(
        self, positions: Positions, inferred: set[str], documented: set[str]
    ) -> None:
        _, found = answer(positions)
        assert inferred <= set(found.inferred)
        assert documented.isdisjoint(found.inferred)

    def test_the_lists_fit_together(self) -> None:
        """Over random questions: what is asked is divided into three, and its basis into at most one of two."""
        for one in drawn(300, 5):
            question, expect, found = one.question, one.expect, one.standing
            assessment = assess(question.site, question.attempt, question.wish)
            lists = (found.met, expect.violated, expect.undetermined)
            spoken = [name for names in lists for name in names]
            applying = [item.id for item in assessment.findings if item.verdict is not Verdict.NOT_APPLICABLE]
            assert sorted(spoken) == sorted(applying)
            assert {*found.inferred, *found.contested} <= set(spoken)
            assert not {*found.inferred} & {*found.contested}
            assert all(names == tuple(sorted(names)) for names in (*lists, found.inferred, found.contested))
            contested = {item.id for item in assessment.findings if item.contested} & set(spoken)
            assert set(found.contested) <= contested
            reasoned = {item.id for item in assessment.findings if item.reasoning} & set(spoken)
            # What is open only because no document says is inferred, too.
            assert set(found.inferred) >= reasoned - contested
            assert set(found.inferred) - reasoned <= set(expect.undetermined)

    def test_the_wish_that_it_runs_asks_less(self) -> None:
        _, found = answer({"the wish is": "that it runs"})
        assert "on-demand-option-chosen" not in found.met
        assert set(found.met) <= {one.id for one in ASKED[Wish.RUN]}


class TestAVector:
    def test_is_made_of_a_question(self) -> None:
        made = vector(
            "it/1", START.question, why="All is well.", about=("cache-size", "advice"), scenarios=("b:2", "a:1")
        )
        assert made.question == START.question
        assert (made.id, made.why) == ("it/1", "All is well.")
        assert made.about == ("advice", "cache-size")
        assert made.scenarios == ("b:2", "a:1")
        assert (made.expect, made.standing) == answer({})

    @pytest.mark.parametrize(
        ("positions", "asked"),
        [
            ({}, False),
            ({"the gateway": "is stopped"}, False),
            ({"the client is on": "intranet", "the steps are": "unknown"}, False),
            ({"Enabled": "unknown"}, True),
            ({"Run another program first": "unknown"}, True),
        ],
        ids=["all known", "violated", "unknown, and it does not matter", "outcome open", "only an advice open"],
    )
    def test_asks_for_unknowns_where_something_is_undetermined(self, positions: Positions, asked: bool) -> None:
        made = vector("it", turned(positions).question, why="")
        assert ("unknowns" in made.asks) is asked
        assert made.asks[:2] == ("outcome", "violated")

    def test_asks_for_unknowns_exactly_where_something_is_undetermined(self) -> None:
        for one in drawn(300, 6):
            undetermined = bool(one.expect.undetermined) or one.expect.outcome is Outcome.UNDETERMINED
            assert ("unknowns" in one.asks) is undetermined is hangs_on_unknowns(one.expect)

    def test_is_not_made_of_an_attempt_that_does_not_fit(self) -> None:
        state = START._replace(attempt=replace(ATTEMPT, client="nobody"))
        with pytest.raises(InputError, match="nobody"):
            vector("it", state.question, why="")


@pytest.mark.parametrize(
    ("positions", "size"),
    [
        ({}, PlanSize(possible=True, changes=0)),
        ({"Enabled": "No", "the gateway": "is stopped"}, PlanSize(possible=True, changes=2)),
        ({"it is an upgrade": "No", "Use a boot image": "on"}, PlanSize(possible=False, changes=0)),
    ],
)
def test_a_plan_is_as_large_as_its_steps_are_many(positions: Positions, size: PlanSize) -> None:
    assert plan_size(plan_for(*turned(positions))) == size


@pytest.mark.parametrize(
    ("events", "totals"),
    [
        (
            (),
            RunTotals(
                ending="succeeded",
                in_advance=0,
                before_start=0,
                during=BOTH_PACKAGES,
                by_source={GATEWAY: BOTH_PACKAGES},
            ),
        ),
        (
            (f"'{GATEWAY}' stops before 'Stage drivers'",),
            RunTotals(ending="failed", in_advance=0, before_start=0, during=0, by_source={}),
        ),
    ],
)
def test_a_run_comes_to_its_ending_and_its_bytes(events: tuple[str, ...], totals: RunTotals) -> None:
    assert run_totals(play(HEALTHY, ATTEMPT, placed=tuple(map(placed, events)))) == totals


def test_a_run_of_which_the_documents_do_not_speak_has_no_ending() -> None:
    state = turned({"the client is on": "intranet"})
    assert run_totals(play(with_fields(state.site), state.attempt)).ending is None
