"""What deployments come to over many clients, as text."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dod_model.attempt import Place
from dod_model.releases import parse
from dod_model.render.layout import Layout
from dod_model.render.run_numbers import COLUMN
from dod_model.render.run_price import Price
from dod_model.render.run_style import RunStyle
from dod_model.render.run_text import run_text
from dod_model.render.run_totals import KINDS_TOLD, DeploymentTotals
from dod_model.run.event_words import placed
from dod_model.site import (
    MISSING,
    Client,
    Comparison,
    Condition,
    ConditionSubject,
    DeploymentOption,
    Site,
    with_fields,
)
from dod_model.survey import Question, attempts
from dod_model.totals import total
from tests.render.runs import FIRST, GB, NEEDED, branch_office, renamed, with_cache


def found(site: Site, *options: DeploymentOption | None, event: str = "") -> DeploymentTotals:
    asked = list(attempts(site, Question()))
    events = [placed(event)] if event else []
    return DeploymentTotals(asked[0], site, tuple(total(site, asked, one, placed=events) for one in options))


def told(totals: DeploymentTotals, *, price: str = "", everything: bool = False, width: int | None = None) -> str:
    style = RunStyle(everything=everything, layout=Layout(width))
    return "\n".join(run_text((), [totals], Price(Decimal(price)) if price else None, style)) + "\n"


def row(text: str, label: str) -> list[str]:
    (line,) = [one for one in text.splitlines() if one[2:44].strip() == label]
    return [line[start : start + COLUMN].strip() for start in range(44, len(line), COLUMN)]


def part(text: str, title: str) -> list[str]:
    """The lines under a title."""
    lines = text.splitlines()
    begin = lines.index(f"  {title}") + 1
    return [line.strip() for line in lines[begin : lines.index("", begin)]]


def in_turn(count: int) -> Site:
    """The branch office with so many clients of its two models, in turn."""
    site = branch_office()
    assert site.clients is not MISSING
    of_models = site.clients[1:]
    return _with_clients(site, tuple(with_fields(of_models[at % 2], name=f"PC-{at}") for at in range(count)))


def _with_clients(site: Site, clients: tuple[Client, ...]) -> Site:
    site = with_fields(site, clients=clients)
    return site.changed("collections", "Branch office", members=tuple(one.name for one in clients))


def distinct(count: int) -> Site:
    """The branch office with so many clients, no two of them alike: each pulls drivers of a size of its own."""
    site = alike(count)
    assert site.packages is not MISSING
    assert site.gateways is not MISSING
    assert site.task_sequences is not MISSING
    models = [f"Model {number}" for number in range(count)]
    packages = [with_fields(site.packages[0], name=model, size=n * GB) for n, model in enumerate(models)]
    east, west = site.gateways
    assert east.content is not MISSING
    content = (*east.content, *(with_fields(east.content[0], package=model) for model in models))
    sequence, child = site.task_sequences
    assert sequence.steps is not MISSING
    here = Condition(subject=ConditionSubject.MODEL, comparison=Comparison.EQUALS, value="")
    steps = (
        with_fields(sequence.steps[0], name=model, packages=(model,), conditions=(with_fields(here, value=model),))
        for model in models
    )
    return with_fields(
        site,
        packages=(*site.packages, *packages),
        gateways=(with_fields(east, content=content), west),
        task_sequences=(with_fields(sequence, steps=(*sequence.steps, *steps)), child),
    )


def alike(count: int) -> Site:
    """The branch office with so many clients of models of their own, which all pull the same."""
    site = branch_office()
    assert site.clients is not MISSING
    clients = tuple(with_fields(site.clients[0], name=f"PC-{n}", model=f"Model {n}") for n in range(count))
    return _with_clients(site, clients)


class TestBothOptions:
    """The options stand side by side, and what on demand saves is told."""

    def test_the_columns_add_up(self) -> None:
        text = told(found(branch_office(), NEEDED, FIRST), price="0.05")
        assert row(text, "Clients on which it ends well") == ["3", "3"]
        assert row(text, "Pulled") == ["19 GB", "24 GB"]
        assert row(text, "before the start") == ["0", "24 GB"]
        assert row(text, "while they run") == ["19 GB", "0"]
        assert row(text, "from 'CMG-EAST'") == ["4 GB", "9 GB"]
        assert row(text, "from one of 'CMG-EAST', 'CMG-WEST'") == ["12 GB", "12 GB"]
        assert row(text, "from 'CMG-WEST'") == ["3 GB", "3 GB"]
        assert row(text, "Fetched in vain") == ["0", "5 GB"]
        assert row(text, "Spared by conditions") == ["5 GB", "0"]
        assert row(text, "From the cloud") == ["19 GB", "24 GB"]
        assert row(text, "Price, at 0.05 per GB from the cloud") == ["0.95", "1.20"]
        assert "  On demand saves 5 GB of 24 GB (21 %), or 0.25 of 1.20.\n" in text

    def test_each_kind_of_client_has_a_line(self) -> None:
        text = told(found(branch_office(), NEEDED, FIRST))
        assert row(text, "2 clients: 'LT-101', 'LT-102'") == ["6 GB", "8 GB"]
        assert row(text, "'LT-103'") == ["7 GB", "8 GB"]

    @pytest.mark.parametrize(
        ("count", "told_as"), [(6, "3 clients: 'PC-0', 'PC-2', 'PC-4'"), (8, "4 clients like 'PC-0'")]
    )
    def test_of_many_clients_of_a_kind_the_first_is_named(self, count: int, told_as: str) -> None:
        assert row(told(found(in_turn(count), NEEDED, FIRST)), told_as) == ["6 GB", "8 GB"]

    def test_no_money_without_a_price(self) -> None:
        text = told(found(branch_office(), NEEDED, FIRST))
        assert "Price" not in text
        assert "From the cloud" not in text
        assert "  On demand saves 5 GB of 24 GB (21 %).\n" in text

    def test_only_clients_on_which_both_end_well_are_compared(self) -> None:
        site = branch_office().changed("clients", "LT-103", release=parse("1906"))
        text = told(found(site, NEEDED, FIRST))
        assert row(text, "Clients on which it does not start") == ["1", "0"]
        assert row(text, "'LT-103'") == ["does not start", "8 GB"]
        assert "saves 4 GB of 16 GB (25 %), over the 2 of 3 clients on which both options end well." in text

    def test_where_nothing_ends_well_nothing_is_compared(self) -> None:
        text = told(found(branch_office(), NEEDED, FIRST, event='"Windows 10 1909" is updated after moment 1'))
        assert "saves" in text
        text = told(found(branch_office(), NEEDED, FIRST, event='"CMG-EAST" stops after moment 1'))
        assert "There is no client on which both options end well, so nothing is compared." in text
        assert "saves" not in text

    def test_it_fits_on_eighty_columns(self) -> None:
        lines = told(found(branch_office(), NEEDED, FIRST), width=80, price="0.05").splitlines()
        assert max(map(len, lines)) <= 80


class TestOneOption:
    """One column, and nothing to compare with."""

    @pytest.mark.parametrize(
        ("option", "head", "pulled"), [(None, "as deployed", "19 GB"), (FIRST, "all first", "24 GB")]
    )
    def test_it_has_a_column(self, option: DeploymentOption | None, head: str, pulled: str) -> None:
        text = told(found(branch_office(), option))
        assert row(text, "All clients together") == [head]
        assert row(text, "Pulled") == [pulled]
        assert "saves" not in text


class TestReservations:
    """What rests on assumptions is told."""

    def test_runs_on_assumptions_are_counted(self) -> None:
        text = told(found(with_fields(branch_office(), client_settings=MISSING), NEEDED))
        assert row(text, "played on assumptions") == ["3"]
        assert "\n  Assumed\n" in text

    def test_sizes_that_are_not_described(self) -> None:
        text = told(found(branch_office().changed("packages", "Latitude drivers", size=MISSING), NEEDED, FIRST))
        assert "The size of 'Latitude drivers' is not described and counts as 0: amounts are at least these." in text

    def test_events_that_never_come(self) -> None:
        text = told(found(branch_office(), NEEDED, FIRST, event="the token ends after moment 999"))
        assert part(text, "Never came") == ["- the token ends after moment 999"]

    def test_events_that_never_come_on_some_or_with_one_option(self) -> None:
        text = told(found(branch_office(), NEEDED, FIRST, event="the token ends while 'Latitude drivers' downloads"))
        never = "- the token ends when 50 % of 'Latitude drivers' has come, with download on demand, on 'LT-103'"
        assert part(text, "Never came") == [never]
        text = told(found(branch_office(), NEEDED, event="the token ends while 'ThinkPad drivers' downloads"))
        some = "on 2 of 3 clients: 'LT-101', 'LT-102'"
        assert part(text, "Never came") == [f"- the token ends when 50 % of 'ThinkPad drivers' has come, {some}"]

    def test_assumptions_name_the_clients_of_which_they_are_made(self) -> None:
        site = branch_office().changed("clients", "LT-102", model=MISSING)
        text = told(found(site, NEEDED, FIRST))
        assert part(text, "Assumed")[0].endswith("let it run, on 'LT-102'")

    @pytest.mark.parametrize(("megabytes", "counts"), [(6 * 1024, ["1", "3"]), (7 * 1024, ["0", "3"])])
    def test_a_cache_that_is_too_small(self, megabytes: int, counts: list[str]) -> None:
        text = told(found(with_cache(branch_office(), megabytes), NEEDED, FIRST))
        assert row(text, "Client cache too small on") == counts
        assert "too small" not in told(found(branch_office(), NEEDED, FIRST))

    def test_what_came_in_advance_is_told_apart(self) -> None:
        site = branch_office().changed("deployments", "Upgrade branch office", pre_download=True)
        text = told(found(site, NEEDED, FIRST))
        assert row(text, "in advance") == ["24 GB", "24 GB"]
        assert row(text, "before the start") == ["0", "0"]
        assert "in advance" not in told(found(branch_office(), NEEDED, FIRST))

    def test_what_was_thrown_away(self) -> None:
        text = told(
            found(
                branch_office(), NEEDED, FIRST, event="'Latitude drivers' is updated while 'Latitude drivers' downloads"
            )
        )
        assert row(text, "Thrown away") == ["2 GB", "3 GB"]


class TestWhy:
    """Where it does not end well, the reason is told, and how to learn more."""

    def test_a_reason_of_all_is_told_once(self) -> None:
        site = branch_office().changed("deployments", "Upgrade branch office", internet=False)
        text = told(found(site, NEEDED, FIRST))
        assert part(text, "Where it does not end well") == ["- stopped, for 'allowed-on-the-internet' is not met"]

    def test_a_reason_of_some_names_them(self) -> None:
        site = branch_office().changed("clients", "LT-103", release=parse("1906"))
        (line,) = part(told(found(site, NEEDED, FIRST)), "Where it does not end well")
        assert line.startswith("- stopped, for '")
        assert line.endswith(" is not met, with download on demand, on 'LT-103'")

    def test_a_failure_is_told_with_what_it_follows_from(self) -> None:
        text = told(found(branch_office(), None, event="'CMG-EAST' stops before 'Install Latitude drivers'"))
        first, *_ = part(text, "Where it does not end well")
        assert first.startswith("- step failed: 3. Install Latitude drivers: 'Latitude drivers' cannot be downloaded; ")
        assert "; download failed: 'Latitude drivers' from 'CMG-EAST': nothing can be downloaded " in first
        assert first.endswith(", on 2 of 3 clients: 'LT-101', 'LT-102'")

    def test_what_documents_do_not_speak_of(self) -> None:
        asked = list(attempts(branch_office(), Question(place=Place.INTRANET)))
        totals = DeploymentTotals(asked[0], branch_office(), (total(branch_office(), asked, NEEDED),))
        (line,) = part(told(totals), "Where it does not end well")
        assert "the client is on the intranet" in line

    def test_where_all_ends_well_there_is_nothing_to_tell(self) -> None:
        assert "Where it does not end well" not in told(found(branch_office(), NEEDED, FIRST))

    def test_the_hint_names_the_first_client_on_which_it_does_not_end_well(self) -> None:
        site = branch_office()
        assert told(found(site, NEEDED)).splitlines()[-1] == (
            "`dod run --client LT-101` tells what happens there step by step, and why; "
            "`dod run --all` tells of every kind of client."
        )
        site = renamed(site.changed("clients", "LT-103", release=parse("1906")), "LT-103", "PC 3")
        assert told(found(site, FIRST, NEEDED)).splitlines()[-1].startswith('`dod run --client "PC 3"` tells')
        assert told(found(site, NEEDED), everything=True).splitlines()[-1].endswith(" step by step, and why.")


class TestManyKinds:
    """Of many kinds the first are told, and all if everything is asked for."""

    def test_the_rest_is_counted(self) -> None:
        text = told(found(distinct(KINDS_TOLD + 5), NEEDED))
        assert sum(text.count(f"\n  'PC-{number}' ") for number in range(KINDS_TOLD + 5)) == KINDS_TOLD - 1
        assert "\n  6 others: see --all\n" in text

    def test_everything_tells_all(self) -> None:
        for site in (distinct(KINDS_TOLD + 5), alike(KINDS_TOLD + 5)):
            text = told(found(site, NEEDED), everything=True)
            assert all(f"\n  'PC-{number}' " in text for number in range(KINDS_TOLD + 5))

    def test_those_that_pull_the_same_share_a_line(self) -> None:
        text = told(found(alike(KINDS_TOLD + 5), NEEDED, FIRST))
        assert row(text, "15 clients like 'PC-0'") == ["5 GB", "8 GB"]
        assert text.count("'PC-") == 1
