"""Runs as JSON: complete, exact, and in the form of its schema."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from importlib.metadata import version
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dod_model.attempt import Place, User
from dod_model.documents import statements
from dod_model.releases import parse
from dod_model.render.run_json import run_json
from dod_model.render.run_price import Price
from dod_model.render.run_report import FORMAT, Play
from dod_model.render.run_totals import DeploymentTotals
from dod_model.requirements import REQUIREMENTS
from dod_model.run import Run, Summary, play
from dod_model.run.event_words import placed
from dod_model.site import MISSING, Site, with_fields
from dod_model.survey import Question, attempts
from dod_model.totals import total
from tests.render.runs import FIRST, GB, NEEDED, both, branch_office, healthy, renamed, run, with_cache
from tests.render.sites import faulty

PRICE = Price(Decimal("0.05"))


def office_totals() -> DeploymentTotals:
    site = branch_office()
    asked = list(attempts(site, Question()))
    return DeploymentTotals(asked[0], site, tuple(total(site, asked, one) for one in (NEEDED, FIRST)))


def written(runs: Sequence[Run] = (), totals: Sequence[DeploymentTotals] = (), price: Price | None = None) -> Any:
    text = run_json("site.yaml", runs, totals, price, 0)
    assert text.endswith("}\n")
    assert text.isascii()
    return json.loads(text)


EVENTS = (
    ['"CMG-EAST" stops while "Drivers" downloads'],
    ['the connection breaks while "Drivers" downloads', 'the token ends when 30 % of "Windows 10 1903" has come'],
    ['"Drivers" is removed from "CMG-EAST" before "Stage drivers"'],
    ["the token ends after moment 999"],
)
RUNS = [
    *both(healthy()),
    *(run(healthy(), *events) for events in EVENTS),
    *(run(faulty(name)) for name in ("content-in-the-cloud", "allowed-on-the-internet", "user-may-start-it")),
    run(with_fields(healthy(), client_settings=MISSING)),
    run(healthy().changed("task_sequences", "Upgrade to Windows 10", policy_size=2**30)),
    run(healthy().changed("deployments", "Upgrade laptops", pre_download=True)),
    run(branch_office(), client="LT-103"),
]
each_run = pytest.mark.parametrize("found", RUNS)


@each_run
def test_it_fits_its_schema(found: Run) -> None:
    schema = Play.model_json_schema(mode="serialization")
    Draft202012Validator(schema).validate(written([found], price=PRICE))


def test_totals_fit_the_schema() -> None:
    Draft202012Validator(Play.model_json_schema(mode="serialization")).validate(written((), [office_totals()], PRICE))


def test_every_field_of_the_schema_says_what_it_means() -> None:
    for part in Play.model_json_schema(mode="serialization")["$defs"].values():
        for name, field in part.get("properties", {}).items():
            assert field.get("description"), name


@each_run
def test_every_moment_is_told(found: Run) -> None:
    (one,) = written([found])["runs"]
    assert [(moment["kind"], moment["behaviour"], moment["basis"]) for moment in one["moments"]] == [
        (moment.kind, moment.behaviour.id, moment.behaviour.basis.value) for moment in found.moments
    ]
    assert [moment["number"] for moment in one["moments"]] == list(range(1, len(found.moments) + 1))
    assert one["ending"] == (None if found.ending is None else found.ending.value)
    assert one["outcome"] == found.assessment.outcome.value
    assert [one["assumed"], one["unsized"]] == [list(found.assumed), list(found.unsized)]


@each_run
def test_a_cause_is_the_number_of_an_earlier_moment(found: Run) -> None:
    (one,) = written([found])["runs"]
    first, *others = one["moments"]
    assert first["cause"] is None
    assert all(1 <= moment["cause"] < moment["number"] for moment in others)


@each_run
def test_every_behaviour_that_is_named_is_told_with_its_passages(found: Run) -> None:
    told = written([found])
    known = {one["id"]: one for one in told["behaviours"]}
    (one,) = told["runs"]
    named = {moment["behaviour"] for moment in one["moments"]}
    named |= {left["behaviour"] for moment in one["moments"] for left in moment["left_out"] or ()}
    assert named == set(known)
    for behaviour in known.values():
        assert (behaviour["basis"] == "inferred") == bool(behaviour["reasoning"])
        assert {passage["statement"] for passage in behaviour["passages"]} == {
            name for name in behaviour["cites"] if statements()[name].passages
        }


@each_run
def test_the_summary_is_that_of_the_model(found: Run) -> None:
    (one,) = written([found])["runs"]
    sums, told = Summary(found), one["summary"]
    names = ("pulled", "in_advance", "before_start", "during", "thrown_away", "largest_held", "cache", "fits")
    assert {name: told[name] for name in names} == {name: getattr(sums, name) for name in names}
    assert told["by_source"] == dict(sums.by_source)
    assert sum(part["bytes"] for part in told["by_choice"]) == sums.pulled
    assert {part["step"]: part["bytes"] for part in told["by_step"]} == {
        action.number: amount for action, amount in sums.by_step.items()
    }
    assert sum(moment["bytes"] for moment in one["moments"] if moment["kind"] in TRANSFERS) == sums.pulled


TRANSFERS = {"download-broken", "download-verified", "download-failed"}


def test_amounts_are_exact() -> None:
    (one,) = written([run(healthy())])["runs"]
    assert [moment["bytes"] for moment in one["moments"] if moment["kind"] == "download-verified"] == [
        734003200,
        4831838208,
    ]


def test_steps_are_told_once_and_moments_name_their_numbers() -> None:
    (one,) = written([run(branch_office(), client="LT-103")])["runs"]
    assert [(step["number"], step["name"], step["depth"]) for step in one["steps"]][1:4] == [
        (2, "Drivers", 0),
        (3, "Install Latitude drivers", 1),
        (4, "Install ThinkPad drivers", 1),
    ]
    assert [step["sequence"] for step in one["steps"]][-1] == "Install applications"
    skipped = [moment for moment in one["moments"] if moment["kind"] == "step-skipped"]
    assert [(moment["step"], moment["why"]) for moment in skipped] == [(3, "not met: model equals 'Latitude 7490'")]


def test_what_is_particular_to_a_moment_is_told() -> None:
    events = ['"CMG-EAST" stops when 25 % of "Windows 10 1909" has come']
    (one,) = written([run(branch_office(), *events, client="LT-101")])["runs"]
    by_kind = {moment["kind"]: moment for moment in one["moments"]}
    assert by_kind["happened"]["event"] == "'CMG-EAST' stops"
    assert (by_kind["download-failed"]["bytes"], by_kind["download-failed"]["why"]) == (GB, "the source is lost")
    assert by_kind["policy-received"]["bytes"] == 131072
    chosen = [moment["sources"] for moment in one["moments"] if moment["kind"] == "source-chosen"]
    assert ["CMG-EAST", "CMG-WEST"] in chosen
    assert by_kind["sequence-ended"]["ending"] == "succeeded"


def test_requirements_that_are_not_met_are_told() -> None:
    (one,) = written([run(faulty("content-in-the-cloud"))])["runs"]
    refused = [moment for moment in one["moments"] if moment["kind"] == "refused"]
    assert [moment["requirements"] for moment in refused] == [["content-in-the-cloud"]]
    answered = [moment for moment in one["moments"] if moment["kind"] == "sources-answered"]
    assert [(moment["sources"], [left["source"] for left in moment["left_out"]]) for moment in answered] == [
        ([], ["CMG-EAST", "DP01"])
    ]


@each_run
def test_every_requirement_that_a_run_names_is_told_with_its_page(found: Run) -> None:
    told = written([found])
    (one,) = told["runs"]
    named = {*one["advice"], *(name for moment in one["moments"] for name in moment["requirements"] or ())}
    named |= {moment["behaviour"][7:] for moment in one["moments"] if moment["behaviour"].startswith("unmet: ")}
    assert told["requirements"] == [
        {"id": each.id, "statement": each.statement, "page": f"requirements/{each.id}/"}
        for each in REQUIREMENTS
        if each.id in named
    ]


def test_a_requirement_that_two_runs_name_is_told_once() -> None:
    faults = [run(faulty(name)) for name in ("allowed-on-the-internet", *["content-in-the-cloud"] * 2)]
    named = ["content-in-the-cloud", "allowed-on-the-internet", "download-content-step-with-download-all"]
    assert [one["id"] for one in written([*faults, *both(healthy())])["requirements"]] == named


def test_advice_that_is_not_followed_is_told() -> None:
    needed, first = written(both(healthy()))["runs"]
    assert [needed["advice"], first["advice"]] == [[], ["download-content-step-with-download-all"]]


def test_events_that_never_come_are_told() -> None:
    (one,) = written([run(healthy(), "the token ends after moment 999")])["runs"]
    assert one["not_placed"] == ["the token ends after moment 999"]


def test_the_question_is_told() -> None:
    (attempt,) = attempts(healthy(), Question(place=Place.INTRANET, user=User.ADMINISTRATOR))
    (one,) = written([play(healthy(), attempt)])["runs"]
    assert (one["deployment"], one["client"], one["start"]) == ("Upgrade laptops", "LT-001", "software-center")
    assert (one["place"], one["user"], one["ending"], one["moments"]) == ("intranet", "administrator", None, [])


def test_totals_are_those_of_the_model() -> None:
    (told,) = written((), [office_totals()], PRICE)["totals"]
    needed, first = told["options"]
    assert (told["deployment"], told["clients"]) == ("Upgrade branch office", 3)
    assert [needed["option"], first["option"]] == ["download-when-needed", "download-all-before-start"]
    assert [needed["pulled"], first["pulled"]] == [19 * GB, 24 * GB]
    assert [needed["price"], first["price"]] == ["0.95", "1.20"]
    assert first["endings"] == {"succeeded": 3}
    assert told["saving"] == {"clients": 3, "bytes": 5 * GB, "of": 24 * GB, "price": "0.25"}
    assert [(kind["clients"], [each["pulled"] for each in kind["each"]]) for kind in told["kinds"]] == [
        (["LT-101", "LT-102"], [6 * GB, 8 * GB]),
        (["LT-103"], [7 * GB, 8 * GB]),
    ]
    assert {"sources": ["CMG-EAST", "CMG-WEST"], "bytes": 12 * GB} in first["by_choice"]


def test_totals_tell_of_each_kind_why_and_on_what_it_rests() -> None:
    site = with_cache(branch_office(), 6 * 1024).changed("clients", "LT-103", release=parse("1906"))
    asked = list(attempts(site, Question()))
    event = placed("the token ends while 'Latitude drivers' downloads")
    totals = tuple(total(site, asked, one, placed=[event]) for one in (NEEDED, FIRST))
    (told,) = written((), [DeploymentTotals(asked[0], site, totals)])["totals"]
    others, last = (kind["each"] for kind in told["kinds"])
    assert [each["why"] for each in others] == [None, None]
    assert [each["why"] for each in last] == ["stopped, for 'download-on-demand-available' is not met", None]
    assert last[0]["not_placed"] == ["the token ends when 50 % of 'Latitude drivers' has come"]
    assert [each["fits"] for each in others] == [True, False]
    assert (others[1]["largest_held"], others[1]["cache"]) == (8 * GB, 6 * GB)
    assert [one["cache_too_small"] for one in told["options"]] == [0, 3]


def test_in_advance_and_before_the_start_are_told_apart() -> None:
    site = branch_office().changed("deployments", "Upgrade branch office", pre_download=True)
    asked = list(attempts(site, Question()))
    (told,) = written((), [DeploymentTotals(asked[0], site, (total(site, asked, FIRST),))])["totals"]
    amounts = [*told["options"], *(each for kind in told["kinds"] for each in kind["each"])]
    assert [(one["in_advance"], one["before_start"]) for one in amounts] == [(24 * GB, 0), (8 * GB, 0), (8 * GB, 0)]


def test_what_comes_from_the_cloud_is_told_with_and_without_a_price() -> None:
    (told,) = written((), [office_totals()])["totals"]
    assert [(one["from_cloud"], one["price"]) for one in told["options"]] == [(19 * GB, None), (24 * GB, None)]
    (one,) = written([run(healthy())])["runs"]
    assert one["summary"]["from_cloud"] == one["summary"]["pulled"]


def test_the_option_as_deployed_is_null_and_saves_nothing() -> None:
    site = branch_office()
    asked = list(attempts(site, Question()))
    never = placed("the token ends after moment 999")
    alone = DeploymentTotals(asked[0], site, (total(site, asked, None, placed=[never]),))
    (told,) = written((), [alone])["totals"]
    (one,) = told["options"]
    assert (one["option"], one["price"], told["saving"]) == (None, None, None)
    assert one["not_placed"] == ["the token ends after moment 999"]


def test_what_is_read_first_stands_first() -> None:
    told = written([run(healthy())], price=PRICE)
    assert list(told) == list(Play.model_fields)
    assert (told["dod_model"], told["format"], told["site"]) == (version("dod-model"), FORMAT, "site.yaml")
    assert (FORMAT, told["price_per_gb"], told["exit_code"]) == ("dod-run/1", "0.05", 0)


@pytest.mark.parametrize(
    ("name", "told"), [("ü.yaml", "ü.yaml"), ("\udcff", "\\udcff"), ("C:\\a b.yaml", "C:\\a b.yaml")]
)
def test_the_file_of_the_site_is_named(name: str, told: str) -> None:
    assert json.loads(run_json(name, [], [], None, 0))["site"] == told


def test_names_are_told_as_they_are() -> None:
    site: Site = renamed(healthy(), "Drivers", "D\x1b[31m\u202e 💻")
    (one,) = written([run(site)])["runs"]
    assert {moment["package"] for moment in one["moments"]} == {None, "D\x1b[31m\u202e 💻", "Windows 10 1903"}
