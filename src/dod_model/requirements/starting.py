"""How is it started, and may it be started so?"""

from __future__ import annotations

from dod_model.abilities import START_METHODS_STATED
from dod_model.attempt import Start
from dod_model.facts import Facts
from dod_model.requirements.failing import NOT_ALLOWED_TO_START, NOT_SUPPORTED
from dod_model.requirements.remedies import LET_USERS_RUN, PERMIT_ALL_USERS, START_FROM_SOFTWARE_CENTER
from dod_model.requirements.requirement import Force, Inferred, Scope, Topic, Touch, requirement
from dod_model.site import Purpose

# Bound once: looking a member up on its enumeration costs more than comparing with it.
SOFTWARE_CENTER = Start.SOFTWARE_CENTER
SCHEDULE = Start.SCHEDULE
AVAILABLE = Purpose.AVAILABLE
REQUIRED = Purpose.REQUIRED


def _by_the_client(facts: Facts) -> bool:
    """Whether the client starts it, in the full operating system."""
    return facts.started_from is SOFTWARE_CENTER or facts.started_from is SCHEDULE


BY_A_USER = Scope(
    lambda facts: facts.started_from is SOFTWARE_CENTER, "it is not a user in Software Center who starts it"
)


@requirement(
    force=Force.BLOCKS,
    topic=Topic.START,
    cites="F080 F081 F082 F083 F08A",
    inferred=Inferred(
        lambda facts: not facts.site_can(START_METHODS_STATED),
        "The texts of that time are silent; a note of 2020 says of 2002 and earlier that every internet scenario "
        "starts from Software Center (F013, F081).",
    ),
    touched_by=(
        Touch("E02", lambda facts: not _by_the_client(facts), contests=False),
        Touch("E12", lambda facts: facts.started_from is SCHEDULE, contests=True),
    ),
    remedies=(START_FROM_SOFTWARE_CENTER,),
    fails=NOT_SUPPORTED,
)
def started_from_software_center(facts: Facts) -> bool:
    """It is started from Software Center, or by the client on the schedule of a required deployment.

    A start from Windows PE, PXE or task sequence media is not supported.
    """
    return _by_the_client(facts)


@requirement(
    force=Force.BLOCKS,
    topic=Topic.START,
    cites="F060 F083",
    scope=Scope(lambda facts: facts.started_from is SCHEDULE, "it is not a schedule that starts it"),
    remedies=(START_FROM_SOFTWARE_CENTER,),
    fails=NOT_ALLOWED_TO_START,
)
def required_to_start_on_schedule(facts: Facts) -> bool:
    """A deployment that is to start by its schedule is a required one; an available one has no such schedule."""
    return facts.purpose is REQUIRED


@requirement(
    force=Force.BLOCKS,
    topic=Topic.START,
    cites="F142 F060",
    scope=BY_A_USER,
    remedies=(LET_USERS_RUN,),
    fails=NOT_ALLOWED_TO_START,
)
def user_may_start_it(facts: Facts) -> bool:
    """A user may start it.

    It is available; or it is required, and users may run it independently of assignments.
    """
    return facts.purpose is AVAILABLE or facts.independent_of_assignments


@requirement(
    force=Force.BLOCKS,
    topic=Topic.START,
    cites="F141",
    scope=BY_A_USER,
    remedies=(PERMIT_ALL_USERS,),
    fails=NOT_ALLOWED_TO_START,
)
def install_permissions_allow_it(facts: Facts) -> bool:
    """The install permissions that are effective on the client let the user install task sequences."""
    return facts.user_may_install
