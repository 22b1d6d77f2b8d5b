"""Many assessments taken together."""

from __future__ import annotations

from typing import Any

import pytest

from dod_model.assessment import assess
from dod_model.attempt import Wish
from dod_model.plan import TooManyWaysError, plan_for
from dod_model.results import Result, Summary, exit_code_of, results, summary_of
from dod_model.site import Site, with_fields
from dod_model.survey import Question, attempts
from tests.render.sites import faulty, found, healthy


@pytest.mark.parametrize(
    ("reached", "code"),
    [
        ([], 0),
        ([True], 0),
        ([True, True], 0),
        ([True, None], 3),
        ([None], 3),
        ([False], 1),
        ([True, None, False], 1),
        ([False, None], 1),
    ],
)
def test_exit_codes(reached: list[bool | None], code: int) -> None:
    assert exit_code_of(reached) == code
    assert exit_code_of(reversed(reached)) == code


def of(requirement: str, wish: Wish = Wish.ON_DEMAND, *, plans: bool = True) -> Result:
    (result,) = found(faulty(requirement), wish=wish, plans=plans)
    return result


def with_second_client(site: Site, **changes: Any) -> Site:
    client, laptops = site.named("clients", "LT-001"), site.named("collections", "Laptops")
    return with_fields(
        site,
        clients=(client, with_fields(client, name="LT-002", **changes)),
        collections=(with_fields(laptops, members=("LT-001", "LT-002")),),
    )


def test_results_come_in_the_order_of_the_attempts_and_lazily() -> None:
    site = with_second_client(healthy())
    asked = list(attempts(site, Question()))
    coming = results(site, iter(asked), Wish.ON_DEMAND)
    assert next(coming).attempt == asked[0]
    assert [one.attempt for one in coming] == asked[1:]


def test_assessments_are_those_of_the_model() -> None:
    result = of("gateway-serves-content")
    whole = assess(faulty("gateway-serves-content"), result.attempt)
    assert (result.assessment.facts, result.assessment.decision) == (whole.facts, whole.decision)


def test_a_plan_is_there_where_the_wish_is_not_reached() -> None:
    result = of("gateway-serves-content")
    assert result.plan is not None
    whole = plan_for(result.site, result.attempt, Wish.ON_DEMAND)
    assert [(one.text, one.touches) for one in result.plan.changes] == [
        (one.text, one.touches) for one in whole.changes
    ]
    assert result.plan is result.plan


def test_no_plan_where_the_wish_is_reached_or_none_was_asked_for() -> None:
    assert found(healthy())[0].plan is None
    assert of("on-demand-option-chosen", Wish.RUN).plan is None
    assert of("gateway-serves-content", plans=False).plan is None


def test_a_plan_touches_the_whole_site_and_not_its_excerpt_only() -> None:
    site = with_second_client(faulty("allowed-on-the-internet"))
    first, second = found(site)
    assert first.plan is not None
    assert second.plan is not None
    assert first.plan.changes[0].touches == ("client 'LT-002'",)
    assert second.plan.changes[0].touches == ("client 'LT-001'",)
    assert first.plan.changes[0].touches == plan_for(site, first.attempt).changes[0].touches


def test_a_plan_for_several_clients_touches_none_of_them() -> None:
    first, _ = found(with_second_client(faulty("allowed-on-the-internet")))
    together, alone = first.plan_for_all({"LT-001", "LT-002"}), first.plan_for_all({"LT-001"})
    assert together is not None
    assert together.changes[0].touches == ()
    assert alone == first.plan
    assert found(healthy())[0].plan_for_all({"LT-001"}) is None


def test_a_summary_counts_outcomes_by_name_and_has_the_exit_code() -> None:
    mixed = [*found(with_second_client(healthy())), of("gateway-serves-content"), of("on-demand-option-chosen")]
    summary = summary_of(iter(mixed))
    assert list(summary.outcomes.items()) == [
        ("does-not-run", 1),
        ("downloads-before-start", 1),
        ("downloads-on-demand", 2),
    ]
    assert summary.exit_code == 1
    assert summary_of(found(healthy())) == Summary({"downloads-on-demand": 1}, 0)


def test_a_search_that_is_given_up_leaves_no_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up(*_: object) -> None:
        raise TooManyWaysError

    monkeypatch.setattr("dod_model.plan.plan_for", give_up)
    assert of("gateway-serves-content").plan is None


def test_results_are_alike_if_only_the_name_of_the_client_differs() -> None:
    first, second = found(with_second_client(healthy()))
    assert first.alike == second.alike
    first, second = found(with_second_client(healthy(), metered=True))
    assert first.alike != second.alike
