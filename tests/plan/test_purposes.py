"""Which requirements a step is for: those that it takes part in mending, and no others."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dod_model.assessment import assess
from dod_model.attempt import Attempt, Place, Start, Wish
from dod_model.plan import plan_for
from dod_model.requirements import REQUIREMENTS, Force, Verdict
from dod_model.site import Site
from dod_model.strategies import complete_sites, situations
from tests.situation.healthy import ATTEMPT, HEALTHY, WINDOWS, gateway, held, sequence, site

CHILD = sequence("Child")
DEPLOYMENT = HEALTHY["deployments"][0]
LT_001, LT_002 = HEALTHY["clients"]
ORDER = [one.id for one in REQUIREMENTS]


def purposes(wish: Wish = Wish.ON_DEMAND, attempt: Attempt = ATTEMPT, **changes: Any) -> dict[str, tuple[str, ...]]:
    """What each step of the plan is for, by its words."""
    return {step.change.text: step.mends for step in plan_for(site(**changes), attempt, wish).steps}


def test_a_single_step_is_for_what_is_amiss() -> None:
    assert purposes(task_sequences=[sequence(enabled=False), CHILD]) == {
        "Enable the task sequence 'Upgrade'": ("task-sequence-enabled",)
    }


def test_one_step_that_mends_several_requirements_is_for_all_of_them() -> None:
    assert purposes(release="1706") == {
        "Update the site to at least 1910": (
            "task-sequence-over-the-internet-available",
            "gateway-serves-content",
            "download-on-demand-available",
        )
    }


def test_steps_that_mend_a_requirement_only_together_are_for_it_each() -> None:
    old: dict[str, Any] = {"release": "1906", "clients": [{**LT_001, "release": "1906"}, LT_002]}
    assert set(purposes(**old).values()) == {("download-on-demand-available",)}
    assert len(purposes(**old)) == 2


def test_steps_for_different_requirements_are_told_apart() -> None:
    stopped = [gateway(content=[WINDOWS, held("Drivers", "failed")], state="stopped")]
    both = purposes(gateways=stopped, task_sequences=[sequence(enabled=False), CHILD])
    assert both["Start the gateway 'CMG-EAST'"] == ("gateway-set-up",)
    assert both["Redistribute 'Drivers' to the gateway 'CMG-EAST'"] == ("content-in-the-cloud",)
    assert both["Enable the task sequence 'Upgrade'"] == ("task-sequence-enabled",)


def test_a_step_is_for_what_only_another_step_brings_up() -> None:
    """At 1906 nothing asks for download on demand, until the option is chosen."""
    before = [{**DEPLOYMENT, "option": "download-all-before-start"}]
    found = purposes(release="1906", deployments=before)
    assert found["Update the site to at least 1910"] == ("download-on-demand-available",)
    assert [names for text, names in found.items() if text.startswith("Choose")] == [("on-demand-option-chosen",)]


def test_a_new_source_is_for_the_content_as_well_that_goes_to_it() -> None:
    found = purposes(gateways=[])
    assert found["Create a cloud management gateway"] == ("gateway-set-up", "content-in-the-cloud")
    assert found["Distribute 'Drivers' to the new gateway"] == ("content-in-the-cloud",)


def test_what_nothing_else_mends_is_not_told_of_a_step_that_does_not_touch_it() -> None:
    points = [{"name": "MP", "https": False, "gateway_traffic": True}]
    struck: dict[str, Any] = {"release": "2002", "enhanced_http": True, "management_points": points}
    over_pxe = Attempt("Upgrade laptops", "LT-001", Start.PXE)
    assert list(purposes(attempt=over_pxe, **struck).values()) == [
        ("no-defect-of-2002",),
        ("started-from-software-center",),
    ]


def test_what_no_document_says_is_settled_by_a_step_for_it() -> None:
    assert purposes(task_sequences=[sequence(boot_image="Boot x64"), CHILD]) == {
        "Clear **Use a boot image** on the task sequence 'Upgrade'": ("upgrade-task-sequence",)
    }


def test_under_the_wish_to_run_nothing_is_for_the_other_wish() -> None:
    before = [{**DEPLOYMENT, "option": "download-all-before-start", "internet": False}]
    assert list(purposes(Wish.RUN, deployments=before).values()) == [("allowed-on-the-internet",)]


KNOWN = situations(sites=complete_sites(faults=st.sampled_from((1, 2, 3))), places=st.just(Place.INTERNET))


@pytest.mark.parametrize("wish", Wish)
@given(KNOWN)
def test_every_step_has_a_purpose_and_everything_amiss_a_step(wish: Wish, asked: tuple[Site, Attempt]) -> None:
    plan = plan_for(*asked, wish)
    amiss = {one.id for one in assess(*asked, wish).with_verdict(Verdict.VIOLATED, Force.BLOCKS, Force.WISH)}
    told = {name for step in plan.steps for name in step.mends}
    assert all(step.mends for step in plan.steps)
    assert amiss <= told or not plan.possible
    assert all(list(step.mends) == sorted(step.mends, key=ORDER.index) for step in plan.steps)


@pytest.mark.parametrize("wish", Wish)
@given(KNOWN, st.data())
def test_a_plan_without_a_step_leaves_something_that_the_step_is_for(
    wish: Wish, asked: tuple[Site, Attempt], data: st.DataObject
) -> None:
    steps = plan_for(*asked, wish).steps
    if not steps:
        return
    left_out = data.draw(st.sampled_from(steps))
    described, attempt = asked
    try:
        for step in steps:
            if step is not left_out:
                described, attempt = step.change.applied(described, attempt)
    except KeyError:  # it uses what the step makes
        return
    unmet = {
        one.id for one in assess(described, attempt, wish).with_verdict(Verdict.VIOLATED, Force.BLOCKS, Force.WISH)
    }
    assert unmet <= set(left_out.mends)
