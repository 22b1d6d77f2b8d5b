from typing import Any

import pytest

from dod_model.attempt import Wish
from dod_model.plan import TooManyWaysError
from dod_model.plan import search as searching
from dod_model.plan.search import Way, fewest
from tests.plan.offers import planned, texts
from tests.situation.healthy import ATTEMPT, DRIVERS, HEALTHY, WINDOWS, gateway, sequence, site

ALL_BEFORE = "Choose **Download all content locally before starting task sequence** on the deployment 'Upgrade laptops'"
CHILD = sequence("Child")
LT_002 = HEALTHY["clients"][1]
ENABLE = "Enable the task sequence 'Upgrade'"


def ways(wish: Wish = Wish.ON_DEMAND, **changes: Any) -> list[list[str]]:
    found, obstacles = fewest(site(**changes), ATTEMPT, wish)
    assert obstacles == []
    return [said(way) for way in found]


def said(way: Way) -> list[str]:
    return texts(step.change for step in way.steps.values())


def one_client(**fields: Any) -> dict[str, Any]:
    return {"clients": [{"name": "LT-001", "metered": False, **fields}, LT_002]}


def struck_twice() -> dict[str, Any]:
    """Both defects of 2002: an update mends them at once, and two other changes one each."""
    points = [{"name": "MP", "https": False, "gateway_traffic": True}]
    struck = {"release": "2002", "enhanced_http": True, "management_points": points}
    return {**struck, **one_client(release="2002", registration="bulk-registration-token")}


class TestFewest:
    def test_what_is_in_order_needs_no_change(self) -> None:
        assert ways() == [[]]

    def test_of_a_long_and_a_short_way_only_the_short_one_is_kept(self) -> None:
        assert ways(Wish.RUN, release="1906", **one_client(release="1906", registration="azure-ad")) == [[ALL_BEFORE]]
        assert ways(**struck_twice()) == [["Update the site to at least 2006"]]

    def test_of_equal_ways_the_usual_one_comes_first(self) -> None:
        assert ways(Wish.RUN, release="1906") == [["Update the site to at least 1910"], [ALL_BEFORE]]

    def test_a_choice_that_comes_earlier_counts_more(self) -> None:
        stopped = [gateway(name, [WINDOWS, DRIVERS], state="stopped") for name in "AB"]
        assert ways(Wish.RUN, release="1906", gateways=stopped) == [
            ["Start the gateway 'A'", "Update the site to at least 1910"],
            ["Start the gateway 'A'", ALL_BEFORE],
            ["Start the gateway 'B'", "Update the site to at least 1910"],
            ["Start the gateway 'B'", ALL_BEFORE],
        ]

    def test_two_updates_of_the_site_are_one_change_to_the_later_release(self) -> None:
        assert ways(release="1706") == [["Update the site to at least 1910"]]

    def test_updates_of_site_and_client_are_two(self) -> None:
        old = {"release": "1706", **one_client(release="1706", registration="azure-ad")}
        assert [sorted(way) for way in ways(**old)] == [
            ["Update the site to at least 1910", "Upgrade the client of 'LT-001' to at least 1910"]
        ]

    def test_the_assessment_of_a_way_is_that_of_the_site_after_it(self) -> None:
        (way,), _ = fewest(site(task_sequences=[sequence(enabled=False), CHILD]), ATTEMPT, Wish.ON_DEMAND)
        assert said(way) == [ENABLE]
        assert way.assessment.reached is True

    def test_each_set_of_changes_is_looked_at_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        # update | https | register, then https+update, https+register, register+update: the fourth pair is known.
        monkeypatch.setattr(searching, "MOST_STATES", 6)
        assert len(ways(**struck_twice())) == 1


class TestStuck:
    def test_the_finding_that_nothing_mends_is_told(self) -> None:
        imaging = [sequence(upgrade=False, boot_image="Boot x64"), CHILD]
        found, obstacles = fewest(site(task_sequences=imaging), ATTEMPT, Wish.ON_DEMAND)
        assert found == []
        assert [finding.id for finding in obstacles] == ["upgrade-task-sequence"]


class TestUndocumented:
    SETTLED = "Clear **Use a boot image** on the task sequence 'Upgrade'"

    def test_what_nobody_can_find_out_is_settled_by_a_change(self) -> None:
        assert ways(task_sequences=[sequence(boot_image="Boot x64"), CHILD]) == [[self.SETTLED]]

    def test_what_can_be_found_out_is_not(self) -> None:
        assert ways(task_sequences=[sequence(upgrade=..., boot_image="Boot x64"), CHILD]) == [[]]

    def test_what_is_unknown_is_left_alone(self) -> None:
        assert ways(task_sequences=[sequence(enabled=...), CHILD]) == [[]]


class TestLimit:
    def test_a_search_that_looks_at_too_many_states_is_given_up(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(searching, "MOST_STATES", 5)
        with pytest.raises(TooManyWaysError, match="given up after 5 states"):
            ways(**struck_twice())

    def test_so_many_states_are_looked_at(self, monkeypatch: pytest.MonkeyPatch) -> None:
        disabled: dict[str, Any] = {"task_sequences": [sequence(enabled=False), CHILD]}
        monkeypatch.setattr(searching, "MOST_STATES", 1)
        assert planned(**disabled) == [ENABLE]
        monkeypatch.setattr(searching, "MOST_STATES", 0)
        with pytest.raises(TooManyWaysError):
            planned(**disabled)
