"""What hangs on an ability is all that can differ with it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dod_model.abilities import (
    BOOT_IMAGE_OVER_CMG,
    CLOUD_DP_CAN_BE_MADE,
    CMDLET_FOR_CMG_CONTENT,
    DEFECT_2002,
    ON_DEMAND,
    STOP_AT_THRESHOLD,
    UPGRADE_OVER_CMG,
    Ability,
)
from dod_model.facts import Facts
from dod_model.publish.releases.changes import changes
from dod_model.publish.releases.hanging import hanging_on
from dod_model.releases import current, current_branch
from dod_model.requirements import BY_ID, REQUIREMENTS, Verdict, decide


@pytest.mark.parametrize(
    ("ability", "verdict", "standing", "remedy", "covered"),
    [
        (ON_DEMAND, ["download-on-demand-available"], ["content-in-the-cloud", "gateway-serves-content"], [], False),
        (DEFECT_2002, ["no-defect-of-2002"], [], [], False),
        (UPGRADE_OVER_CMG, ["task-sequence-over-the-internet-available"], [], [], False),
        (BOOT_IMAGE_OVER_CMG, [], [], [], True),
        (CMDLET_FOR_CMG_CONTENT, [], [], ["gateway-serves-content"], False),
        (STOP_AT_THRESHOLD, [], [], [], False),
        (
            CLOUD_DP_CAN_BE_MADE,
            ["cloud-distribution-point-has-a-future"],
            ["content-in-the-cloud"],
            ["gateway-serves-content"],
            False,
        ),
    ],
    ids=lambda value: value.id if isinstance(value, Ability) else "",
)
def test_what_hangs_on_an_ability(
    ability: Ability, verdict: list[str], standing: list[str], remedy: list[str], covered: bool
) -> None:
    hanging = hanging_on(ability)
    found = ([one.id for one in part] for part in (hanging.verdict, hanging.standing, hanging.remedy))
    assert (*found, hanging.covered) == (verdict, standing, remedy, covered)


def test_a_verdict_that_differs_between_two_releases_hangs_on_what_changes() -> None:
    """Asked the other way round: whatever one fact is, only what is told can differ."""
    domains = (
        (name, value) for name in ("upgrade", "boot_image", "option", "bulk_token") for value in Facts().domain(name)
    )
    for name, value in domains:
        for earlier, later in pairwise(current_branch()):
            told = {one for change in changes(earlier, later) for one in hanging_on(change.ability).verdict}
            at = [Facts(site_release=one, client_release=one, **{name: value}) for one in (earlier, later)]
            for requirement in REQUIREMENTS:
                differs = decide(requirement, at[0]) is not decide(requirement, at[1])
                assert requirement in told or not differs, (requirement.id, earlier, later)


def test_a_verdict_can_differ_at_all() -> None:
    one = BY_ID["download-on-demand-available"]
    found = [
        decide(one, Facts(site_release=current(number), client_release=current(number), option=value))
        for number in (1906, 1910)
        for value in Facts().domain("option")[:1]
    ]
    assert found == [Verdict.VIOLATED, Verdict.MET]
