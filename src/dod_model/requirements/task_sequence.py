"""Is it supported, and is the task sequence fit for it?"""

from __future__ import annotations

from dod_model.abilities import SCRIPT_OVER_CMG, UPGRADE_OVER_CMG, Ability
from dod_model.facts import Facts
from dod_model.requirements.failing import DEPLOYMENT_FAILS, NOT_OFFERED, NOT_SUPPORTED
from dod_model.requirements.remedies import (
    CLEAR_BOOT_IMAGE,
    ENABLE_SEQUENCE,
    UPDATE_SITE,
    UPGRADE_CLIENT,
    USE_UPGRADE_SEQUENCE,
)
from dod_model.requirements.requirement import Force, Inferred, Scope, Topic, requirement

CLIENT_TOO = (
    "The documents name the release of the site. That the client must have at least the release that brought the "
    "ability is a reading of later pages, which ask for the latest client (F009)."
)


def falls_short_on_client(facts: Facts, ability: Ability) -> bool:
    """Whether the site can and only an inferred reading asks it of the client too."""
    if not facts.site_can(ability) or facts.client_can(ability):
        return False
    return facts.client_release.branch in ability.client_inferred


def _over_cmg(facts: Facts) -> Ability:
    return UPGRADE_OVER_CMG if facts.upgrade else SCRIPT_OVER_CMG


@requirement(
    force=Force.BLOCKS,
    topic=Topic.SUPPORT,
    cites="F001 F002 F009 F014 F016 F022",
    scope=Scope(
        lambda facts: facts.upgrade or not facts.boot_image,
        "a sequence with a boot image that is no upgrade is refused for what it is, at any release that is covered",
    ),
    inferred=Inferred(lambda facts: falls_short_on_client(facts, _over_cmg(facts)), CLIENT_TOO),
    remedies=(UPDATE_SITE, UPGRADE_CLIENT),
    needs=_over_cmg,
    fails=NOT_SUPPORTED,
)
def task_sequence_over_the_internet_available(facts: Facts) -> bool:
    """Site and client are of a release in which such a task sequence runs over a cloud management gateway."""
    return facts.can(_over_cmg(facts))


@requirement(
    force=Force.BLOCKS,
    topic=Topic.TASK_SEQUENCE,
    cites="F030 F013 F153 F010",
    scope=Scope(
        lambda facts: facts.upgrade or facts.boot_image,
        "a sequence without a boot image need not be an upgrade; it is held to the same conditions (F014, F015)",
    ),
    remedies=(USE_UPGRADE_SEQUENCE, CLEAR_BOOT_IMAGE),
    fails=NOT_SUPPORTED,
)
def upgrade_task_sequence(facts: Facts) -> bool:
    """The task sequence is of the type that upgrades an operating system, and names no boot image."""
    return facts.upgrade and (not facts.boot_image or facts.undocumented)


@requirement(
    force=Force.BLOCKS,
    topic=Topic.TASK_SEQUENCE,
    cites="F143",
    remedies=(ENABLE_SEQUENCE,),
    fails=NOT_OFFERED,
)
def task_sequence_enabled(facts: Facts) -> bool:
    """The task sequence is enabled: a disabled one is not offered and does not run."""
    return facts.sequence_enabled


@requirement(
    force=Force.BLOCKS,
    topic=Topic.TASK_SEQUENCE,
    cites="F10A",
    remedies=(ENABLE_SEQUENCE,),
    fails=DEPLOYMENT_FAILS,
)
def child_task_sequences_enabled(facts: Facts) -> bool:
    """Every child task sequence is enabled: a disabled child makes the deployment fail."""
    return facts.child_sequences_enabled
