"""The laws hold for the model on any site, and each is broken by a tool that is wrong in the way that it is about."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dod_model.assessment import Outcome, assess
from dod_model.attempt import Attempt, Wish
from dod_model.errors import InputError
from dod_model.kit.answers import Aspect, Reply
from dod_model.kit.comparing import broken
from dod_model.kit.dials import BY_NAME, DIALS, START, State, branches_differ, turned
from dod_model.kit.expecting import expected
from dod_model.kit.format import Question, Relation
from dod_model.kit.healthy import CLIENT, DEPLOYMENT, DRIVERS, GATEWAY, HEALTHY, SEQUENCE
from dod_model.kit.laws import LAWS, OTHER_NAMES, Law
from dod_model.kit.relations import relations
from dod_model.releases import Build
from dod_model.site import MISSING, Site, with_fields
from dod_model.strategies import situations

SETS = frozenset({Aspect.OUTCOME, Aspect.VIOLATED, Aspect.UNKNOWNS})
BY_LAW: dict[str, Law] = {law.name: law for law in LAWS}
CHANGES = [(law.name, word) for law in LAWS for word in law.changes]
WITHHOLDING = "to-know-more-changes-no-certain-answer"
Tool = Callable[[Question], Reply]


@cache
def of_the_kit() -> tuple[Relation, ...]:
    return tuple(relations())


def model(question: Question) -> Reply:
    expect = expected(assess(question.site, question.attempt, question.wish))
    return Reply(expect.outcome, frozenset(expect.violated), frozenset(expect.undetermined))


def relation(law: Law, first: State, second: State) -> Relation:
    return Relation(
        id="it",
        why=law.statement,
        law=law.name,
        relation=law.relation,
        asks=("outcome",),
        first=first.question,
        second=second.question,
    )


def breaks(tool: Tool, one: Relation, answers: frozenset[Aspect] = SETS) -> bool:
    return bool(broken(one, tool(one.first), tool(one.second), answers))


@st.composite
def states(draw: Any) -> State:
    """Any few dials turned, to positions that go together."""
    names = draw(st.sets(st.sampled_from(sorted(BY_NAME)), max_size=9))
    positions = {name: draw(st.sampled_from(list(BY_NAME[name].positions)), label=name) for name in sorted(names)}
    assume(not branches_differ(*((one.name, positions.get(one.name, one.healthy)) for one in DIALS[:2])))
    return turned(positions)


class TestTheModelKeepsThem:
    @pytest.mark.parametrize(("name", "word"), CHANGES)
    @given(state=states())
    def test_on_sites_with_any_few_faults(self, name: str, word: str, state: State) -> None:
        law = BY_LAW[name]
        assert not breaks(model, relation(law, state, law.changes[word](state)))

    @pytest.mark.parametrize("name", ["order-does-not-matter", "strangers-do-not-matter", "a-build-is-its-release"])
    @given(situation=situations())
    def test_on_any_site(self, name: str, situation: tuple[Site, Attempt]) -> None:
        """On any on which the change can be made: it names the client of the healthy site."""
        site, attempt = situation
        law = BY_LAW[name]
        (change,) = law.changes.values()
        state = State(site, attempt, Wish.ON_DEMAND)
        try:
            changed = change(state)
        except (KeyError, TypeError, InputError):
            assume(False)
        assert not breaks(model, relation(law, state, changed))

    def test_in_every_relation_of_the_kit(self) -> None:
        assert [one.id for one in of_the_kit() if breaks(model, one)] == []

    def test_also_where_only_outcomes_are_told(self) -> None:
        told = frozenset({Aspect.OUTCOME})
        assert [one.id for one in of_the_kit() if breaks(model, one, told)] == []


class TestChanges:
    @pytest.mark.parametrize(("name", "word"), CHANGES)
    @given(state=states())
    def test_leave_a_sound_description(self, name: str, word: str, state: State) -> None:
        site = BY_LAW[name].changes[word](state).site
        assert Site.model_validate_json(site.to_json()) == site

    @pytest.mark.parametrize(("name", "word"), [one for one in CHANGES if BY_LAW[one[0]].relation == "same-as"])
    def test_change_something_on_the_healthy_site(self, name: str, word: str) -> None:
        assert BY_LAW[name].changes[word](START) != START

    def test_in_the_opposite_order_twice_is_as_it_was(self) -> None:
        change = BY_LAW["order-does-not-matter"].changes["reversed"]
        assert change(change(START)) == START

    def test_what_is_on_a_source_is_in_the_opposite_order_too(self) -> None:
        state = BY_LAW["order-does-not-matter"].changes["reversed"](START)
        here, there = (site.named("gateways", GATEWAY).content for site in (START.site, state.site))
        assert there == tuple(reversed(here)) != here

    def test_steps_stay_in_their_order(self) -> None:
        state = BY_LAW["order-does-not-matter"].changes["reversed"](START)
        assert state.site.named("task_sequences", SEQUENCE).steps == HEALTHY.named("task_sequences", SEQUENCE).steps

    def test_renaming_leaves_no_old_name_that_has_another(self) -> None:
        text = BY_LAW["names-do-not-matter"].changes["renamed"](START).site.model_dump_json()
        assert [name for name in OTHER_NAMES if f'"{name}"' in text] == []

    def test_names_stay_different(self) -> None:
        assert len(set(OTHER_NAMES.values())) == len(OTHER_NAMES)

    def test_builds_are_of_site_and_client(self) -> None:
        state = BY_LAW["a-build-is-its-release"].changes["as-builds"](START)
        assert isinstance(state.site.release, Build)
        assert isinstance(state.site.named("clients", CLIENT).release, Build)


def with_site(question: Question, site: Site) -> Question:
    return question.model_copy(update={"site": site})


def looks_at_the_last_package_only(question: Question) -> Reply:
    packages = question.site.packages
    if packages is MISSING or not packages:
        return model(question)
    answer = model(question)
    held = question.site.model_dump_json(include={"gateways"})
    violated = (answer.violated or frozenset()) - {"content-in-the-cloud"}
    if f'"package":"{packages[-1].name}"' not in held:
        violated |= {"content-in-the-cloud"}
    return replace(answer, violated=violated)


def goes_by_names(question: Question) -> Reply:
    """Takes as drivers what is called so."""
    answer = model(question)
    called = f'"{DRIVERS}"' in question.site.model_dump_json(include={"packages"})
    return answer if called else replace(answer, violated=frozenset({"content-in-the-cloud"}))


def wants_all_that_there_is(question: Question) -> Reply:
    """Wants every package in the cloud, whether the deployment needs it or not."""
    site = question.site
    stranger = site.packages is not MISSING and any(one.name == "Holiday pictures" for one in site.packages)
    return Reply(Outcome.DOES_NOT_RUN, frozenset(), frozenset()) if stranger else model(question)


def wants_all_clients_in_the_collection(question: Question) -> Reply:
    clients = question.site.clients
    return Reply(Outcome.NOT_COVERED) if clients is not MISSING and len(clients) > 1 else model(question)


def does_not_know_builds(question: Question) -> Reply:
    if isinstance(question.site.release, Build):
        return model(with_site(question, with_fields(question.site, release=MISSING)))
    return model(question)


def takes_cloud_points_for_the_end_of_on_demand(question: Question) -> Reply:
    answer = model(question)
    points = question.site.cloud_distribution_points
    return replace(answer, outcome=Outcome.DOES_NOT_RUN) if points is not MISSING and points else answer


def wants_the_gateway_to_stand_still(question: Question) -> Reply:
    text = question.site.model_dump_json(include={"gateways"})
    return replace(model(question), outcome=Outcome.DOES_NOT_RUN) if '"running"' in text else model(question)


def takes_the_internet_option_for_a_ban(question: Question) -> Reply:
    site = question.site
    internet = site.named("deployments", DEPLOYMENT).internet
    return model(with_site(question, site.changed("deployments", DEPLOYMENT, internet=not internet)))


def takes_enabled_for_disabled(question: Question) -> Reply:
    site = question.site
    if site.task_sequences is MISSING:
        return model(question)
    enabled = site.named("task_sequences", SEQUENCE).enabled
    return model(with_site(question, site.changed("task_sequences", SEQUENCE, enabled=not enabled)))


def reads_unknown_as_no(question: Question) -> Reply:
    answer = model(question)
    if answer.outcome is not Outcome.UNDETERMINED:
        return answer
    violated = (answer.violated or frozenset()) | (answer.undetermined or frozenset())
    return Reply(Outcome.DOES_NOT_RUN, violated, frozenset())


def reads_unknown_as_yes(question: Question) -> Reply:
    answer = model(question)
    outcome = Outcome.DOWNLOADS_ON_DEMAND if answer.outcome is Outcome.UNDETERMINED else answer.outcome
    return Reply(outcome, answer.violated, frozenset())


def takes_back_what_it_said(question: Question) -> Reply:
    """Names a requirement as violated as long as something is unknown."""
    answer = model(question)
    unknown = answer.outcome is Outcome.UNDETERMINED
    return replace(answer, violated=frozenset({"cache-size"})) if unknown else answer


# By the law and a word of its change; the last law has no words.
WRONG: Mapping[tuple[str, str], tuple[Tool, ...]] = {
    ("order-does-not-matter", "reversed"): (looks_at_the_last_package_only,),
    ("names-do-not-matter", "renamed"): (goes_by_names,),
    ("strangers-do-not-matter", "with-strangers"): (wants_all_that_there_is, wants_all_clients_in_the_collection),
    ("a-build-is-its-release", "as-builds"): (does_not_know_builds,),
    ("more-content-does-no-harm", "one-more-source"): (takes_cloud_points_for_the_end_of_on_demand,),
    ("what-is-asked-for-does-no-harm", "gateway-runs"): (wants_the_gateway_to_stand_still,),
    ("what-is-asked-for-does-no-harm", "allowed-on-the-internet"): (takes_the_internet_option_for_a_ban,),
    ("what-is-asked-for-does-no-harm", "enabled"): (takes_enabled_for_disabled,),
    (WITHHOLDING, ""): (reads_unknown_as_no, reads_unknown_as_yes, takes_back_what_it_said),
}


class TestTheyBite:
    def test_each_law_has_a_tool_that_is_wrong_in_its_way(self) -> None:
        assert set(WRONG) == {*CHANGES, (WITHHOLDING, "")}

    @pytest.mark.parametrize(
        ("law", "word", "tool"),
        [(law, word, tool) for (law, word), tools in WRONG.items() for tool in tools],
        ids=lambda value: getattr(value, "__name__", value),
    )
    def test_a_wrong_tool_breaks_some_relation(self, law: str, word: str, tool: Tool) -> None:
        of_the_law = [one for one in of_the_kit() if one.law == law and (not word or f"/{word}-" in one.id)]
        assert any(breaks(tool, one) for one in of_the_law)

    @pytest.mark.parametrize(
        "tool",
        [
            wants_all_that_there_is,
            wants_all_clients_in_the_collection,
            does_not_know_builds,
            takes_cloud_points_for_the_end_of_on_demand,
            wants_the_gateway_to_stand_still,
            reads_unknown_as_no,
            reads_unknown_as_yes,
        ],
    )
    def test_also_where_it_tells_only_outcomes(self, tool: Tool) -> None:
        assert any(breaks(tool, one, frozenset({Aspect.OUTCOME})) for one in of_the_kit())


class TestLaws:
    def test_have_names_of_their_own(self) -> None:
        assert len(BY_LAW) == len(LAWS)

    def test_are_told_as_sentences(self) -> None:
        assert [law.name for law in LAWS if not law.statement.endswith(".")] == []
