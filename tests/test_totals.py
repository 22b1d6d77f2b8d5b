"""Totals over the clients of a deployment: the same as the sum over single runs."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

import dod_model.totals
from dod_model.assessment import Outcome
from dod_model.attempt import Attempt
from dod_model.errors import InputError
from dod_model.intake import read_site
from dod_model.releases import parse
from dod_model.run import Ending, Run, Summary, play
from dod_model.run.event_words import placed
from dod_model.site import MISSING, DeploymentOption, Site, with_fields
from dod_model.strategies import lively_sites, sites
from dod_model.survey import Question, attempts, with_clients
from dod_model.totals import Total, saving, total, total_of
from tests.cli.running import EXAMPLES

GB = 2**30
NEEDED, FIRST = DeploymentOption.WHEN_NEEDED, DeploymentOption.BEFORE_START
PLAIN = Question()


def branch_office() -> Site:
    return read_site(EXAMPLES / "branch-office.yaml")


def asked(site: Site) -> list[Attempt]:
    return list(attempts(site, PLAIN))


def totals(site: Site) -> tuple[Total, Total]:
    return total(site, asked(site), NEEDED), total(site, asked(site), FIRST)


def many(count: int) -> Site:
    """The branch office with so many clients of its two models, in turn."""
    site = branch_office()
    clients = tuple(site.clients) if site.clients is not MISSING else ()
    more = tuple(with_fields(clients[number % 2 + 1], name=f"PC-{number}") for number in range(count))
    site = with_fields(site, clients=more)
    return site.changed("collections", "Branch office", members=tuple(one.name for one in more))


def summed(runs: list[Run]) -> dict[str, object]:
    """What runs come to, added up one by one."""
    found = [Summary(run) for run in runs]
    by_source: Counter[str] = Counter()
    for one in found:
        by_source.update(one.by_source)
    return {
        "endings": Counter(run.ending for run in runs),
        "pulled": sum(one.pulled for one in found),
        "in_advance": sum(one.in_advance for one in found),
        "before_start": sum(one.before_start for one in found),
        "during": sum(one.during for one in found),
        "in_vain": sum(sum(one.in_vain.values()) for one in found),
        "thrown_away": sum(one.thrown_away for one in found),
        "cache_too_small": sum(one.fits is False for one in found),
        "spared": sum(sum(one.spared.values()) for one in found),
        "by_source": by_source,
        "assumed": tuple(dict.fromkeys(one for run in runs for one in run.assumed)),
        "unsized": tuple(dict.fromkeys(one for run in runs for one in run.unsized)),
        "not_placed": tuple(dict.fromkeys(one for run in runs for one in run.not_placed)),
        "on_assumptions": sum(run.assessment.outcome is Outcome.UNDETERMINED for run in runs),
    }


def of_total(found: Total) -> dict[str, object]:
    return {name: getattr(found, name) for name in summed([])}


class TestByHand:
    """The branch office: 4 GB for all, 1 GB for all, and 1 or 2 GB of drivers by model."""

    def test_download_all_first_fetches_the_drivers_of_both_models(self) -> None:
        _, first = totals(branch_office())
        assert first.pulled == first.before_start == 3 * (4 + 1 + 1 + 2) * GB
        assert first.in_vain == (2 * 2 + 1 * 1) * GB
        assert (first.during, first.spared) == (0, 0)

    def test_on_demand_fetches_those_of_its_own(self) -> None:
        needed, _ = totals(branch_office())
        assert needed.pulled == needed.during == (2 * (4 + 1 + 1) + (4 + 1 + 2)) * GB
        assert needed.spared == (2 * 2 + 1 * 1) * GB
        assert (needed.before_start, needed.in_vain) == (0, 0)

    def test_a_choice_at_random_is_told_as_such(self) -> None:
        needed, first = totals(branch_office())
        both = ("CMG-EAST", "CMG-WEST")
        assert needed.by_choice == {("CMG-EAST",): 4 * GB, both: 12 * GB, ("CMG-WEST",): 3 * GB}
        assert first.by_choice == {("CMG-EAST",): 9 * GB, both: 12 * GB, ("CMG-WEST",): 3 * GB}

    def test_on_demand_saves_the_difference(self) -> None:
        saved = saving(*totals(branch_office()))
        assert (saved.clients, saved.bytes, saved.of) == (3, 5 * GB, 24 * GB)

    def test_sources_can_be_left_out_of_what_is_saved(self) -> None:
        saved = saving(*totals(branch_office()), {"CMG-EAST"})
        assert (saved.bytes, saved.of) == (0, 3 * GB)

    def test_clients_are_told_by_kind(self) -> None:
        needed, _ = totals(branch_office())
        assert [(kind.clients, kind.each.pulled) for kind in needed.kinds] == [
            (("LT-101", "LT-102"), 6 * GB),
            (("LT-103",), 7 * GB),
        ]
        assert needed.runs == 3


@pytest.mark.parametrize("option", [NEEDED, FIRST, None])
@pytest.mark.parametrize("event", [None, '"CMG-EAST" stops when 50 % of "Windows 10 1909" has come'])
def test_a_total_is_the_sum_over_single_runs(option: DeploymentOption | None, event: str | None) -> None:
    site = branch_office()
    events = [] if event is None else [placed(event)]
    runs = [play(site, attempt, option=option, placed=events) for attempt in asked(site)]
    assert of_total(total(site, asked(site), option, placed=events)) == summed(runs)


@drawn(st.one_of(lively_sites(), sites(attemptable=st.just(True))), st.sampled_from([NEEDED, FIRST]))
def test_a_total_of_any_site_is_the_sum_over_single_runs(site: Site, option: DeploymentOption) -> None:
    described = with_clients(site)
    found = asked(described)
    runs = [play(described, attempt, option=option) for attempt in found]
    assert of_total(total(described, found, option)) == summed(runs)


@pytest.mark.parametrize("option", [NEEDED, None])
def test_a_total_over_one_client_can_be_had_from_its_run(option: DeploymentOption | None) -> None:
    site = branch_office()
    (attempt, *_) = asked(site)
    assert total_of(play(site, attempt, option=option), option) == total(site, [attempt], option)


class TestKinds:
    """Clients that differ in nothing that counts are played once."""

    def test_ten_thousand_clients_of_two_kinds_are_two_runs(self, monkeypatch: pytest.MonkeyPatch) -> None:
        played: list[Attempt] = []

        def counted(site: Site, attempt: Attempt, **how: object) -> Run:
            played.append(attempt)
            return play(site, attempt, **how)  # type: ignore[arg-type]

        monkeypatch.setattr(dod_model.totals, "play", counted)
        site = many(10_000)
        needed = total(site, asked(site), NEEDED)
        assert len(played) == 2
        assert needed.runs == 10_000
        assert needed.pulled == 5_000 * (6 + 7) * GB

    @pytest.mark.parametrize(
        ("asked_about", "kinds"),
        [("Role", [("LT-101",), ("LT-102",), ("LT-103",)]), ("Ring", [("LT-101", "LT-102"), ("LT-103",)])],
    )
    def test_a_variable_tells_clients_apart_if_a_condition_asks_about_it(
        self, asked_about: str, kinds: list[tuple[str, ...]]
    ) -> None:
        data = json.loads(branch_office().to_json())
        condition = {"subject": "variable", "variable": asked_about, "comparison": "not-exists"}
        data["task_sequences"][0]["steps"][0]["conditions"] = [condition]
        data["clients"][1]["variables"] = [{"name": "ROLE", "value": "kiosk"}]
        site = Site.model_validate(data)
        assert [kind.clients for kind in total(site, asked(site), NEEDED).kinds] == kinds

    def test_unknown_variables_tell_clients_apart_from_none(self) -> None:
        site = branch_office().changed("clients", "LT-102", variables=MISSING)
        assert len(total(site, asked(site), NEEDED).kinds) == 3

    def test_client_settings_tell_clients_apart(self) -> None:
        data = json.loads(branch_office().to_json())
        data["collections"].append({"name": "Offline", "members": ["LT-102"]})
        data["client_settings"]["custom"].append(
            {"name": "No cloud", "priority": 1, "collections": ["Offline"], "cloud_services": {"cloud_content": False}}
        )
        site = Site.model_validate(data)
        needed = total(site, asked(site), NEEDED)
        assert [(kind.clients, kind.each.ending) for kind in needed.kinds] == [
            (("LT-101",), Ending.SUCCEEDED),
            (("LT-102",), Ending.NOT_STARTED),
            (("LT-103",), Ending.SUCCEEDED),
        ]

    def test_a_client_that_is_not_described_is_refused_with_the_nearest_name(self) -> None:
        with pytest.raises(InputError, match="Did you mean 'LT-101'"):
            total(branch_office(), [Attempt("Upgrade branch office", "LT-1O1")], NEEDED)


class TestFailures:
    """What cannot be compared is not."""

    def test_clients_that_fail_are_left_out_of_what_is_saved(self) -> None:
        site = branch_office().changed("clients", "LT-103", release=parse("1906"))
        needed, first = totals(site)
        assert needed.endings == {Ending.SUCCEEDED: 2, Ending.NOT_STARTED: 1}
        saved = saving(needed, first)
        assert (saved.clients, saved.bytes, saved.of) == (2, 4 * GB, 16 * GB)

    def test_events_that_never_come_are_told(self) -> None:
        site = branch_office()
        never = placed("the token ends after moment 999")
        assert total(site, asked(site), NEEDED, placed=[never]).not_placed == (never,)
