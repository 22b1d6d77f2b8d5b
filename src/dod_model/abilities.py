"""What the product can do since which release: data, with its passages.

Requirements ask for abilities and never compare release numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from dod_model.releases import Branch, Release, current, current_branch, preview


class Side(Enum):
    """Whose release counts."""

    SITE = "site"
    BOTH = "site and client"


@dataclass(frozen=True, slots=True)
class Span:
    """When something holds on one branch. All numbers are YYMM, both ends included.

    Attributes:
        since: first release; None for never.
        until: last release; None for no end.
        unsaid_from: from this release on no document says; None if all are covered.
    """

    since: int | None = None
    until: int | None = None
    unsaid_from: int | None = None

    def at(self, number: int) -> bool | None:
        """Whether it holds in this release; None where no document says."""
        if self.unsaid_from is not None and number >= self.unsaid_from:
            return None
        if self.since is None or number < self.since:
            return False
        return self.until is None or number <= self.until

    def bounds(self) -> tuple[int, ...]:
        """The numbers at which the answer may change: the first release of each stretch."""
        after = None if self.until is None else self.until + 1
        return tuple(number for number in (self.since, after, self.unsaid_from) if number is not None)


UNSAID = Span(unsaid_from=0)
"""No document speaks of this branch."""
NEVER = Span()
"""The documents exclude this branch."""


@dataclass(frozen=True, slots=True)
class Ability:
    """Something that the product can do, or a peculiarity that it has, in a span of releases.

    Attributes:
        id: stable name.
        statement: what it is, in our words.
        current: span on the current branch.
        preview: span on the technical preview branch.
        side: whose release counts.
        cites: ids of the statements that it rests on.
        asks_client: whether the client's release counts too.
        is_defect: whether it is something amiss, so that a release without it is the better one.
        about_documents: whether it is something about the documents of the time, not about the product.
        client_inferred: branches on which asking it of the client, too, is inferred (F009).
    """

    id: str
    statement: str
    current: Span
    preview: Span
    side: Side
    cites: tuple[str, ...]
    client_inferred: frozenset[Branch] = frozenset()
    is_defect: bool = False
    about_documents: bool = False
    asks_client: bool = field(init=False)
    answers: dict[int, bool | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note whether the client's release counts too."""
        object.__setattr__(self, "asks_client", self.side is Side.BOTH)

    def at(self, release: Release) -> bool | None:
        """Whether the product has it in this release; None where no document says."""
        answers = self.answers
        if release.key not in answers:
            answers[release.key] = self.span(release.branch).at(release.number)
        return answers[release.key]

    def span(self, branch: Branch) -> Span:
        """The span on a branch."""
        return self.current if branch is Branch.CURRENT else self.preview

    def first(self, branch: Branch) -> Release | None:
        """The first release of a branch that has it; None if none has, or no document says which."""
        since = self.span(branch).since
        if since is None:
            return None
        return current(since) if branch is Branch.CURRENT else preview(since)

    def after(self, branch: Branch) -> Release | None:
        """The first release of a branch that has it no more; None if it has no end there."""
        until = self.span(branch).until
        if until is None:
            return None
        if branch is Branch.CURRENT:
            return next((release for release in current_branch() if release.number > until), None)
        return preview(_month(until + 1))


BOTH_BRANCHES = frozenset(Branch)
PREVIEW_ONLY = frozenset({Branch.TECHNICAL_PREVIEW})

UPGRADE_OVER_CMG = Ability(
    "upgrade-over-cmg",
    "A Windows in-place upgrade task sequence runs over a cloud management gateway.",
    Span(since=1802),
    Span(since=1802),
    Side.BOTH,
    ("F001", "F002", "F009"),
    BOTH_BRANCHES,
)
SCRIPT_OVER_CMG = Ability(
    "script-over-cmg",
    "A task sequence without a boot image that is no upgrade runs over a cloud management gateway.",
    Span(since=1802),
    UNSAID,
    Side.BOTH,
    ("F014", "F009"),
    BOTH_BRANCHES,
)
BOOT_IMAGE_OVER_CMG = Ability(
    "boot-image-over-cmg",
    "A task sequence with a boot image may run over a cloud management gateway, on conditions of its own.",
    Span(since=2006),
    Span(unsaid_from=1910),
    Side.SITE,
    ("F010", "F013", "F030"),
)
CMG_SERVES_CONTENT = Ability(
    "cmg-serves-content",
    "A cloud management gateway can be content-enabled.",
    Span(since=1806),
    Span(since=1806),
    Side.SITE,
    ("F018", "F140"),
)
ON_DEMAND = Ability(
    "download-on-demand",
    "The task sequence engine downloads content on demand from a cloud source.",
    Span(since=1910),
    Span(since=1909),
    Side.BOTH,
    ("F003", "F004", "F009"),
    PREVIEW_ONLY,
)
DEFECT_2002 = Ability(
    "defect-of-2002",
    "Two known defects keep task sequences from running over a cloud management gateway.",
    Span(since=2002, until=2002),
    NEVER,
    Side.SITE,
    ("F017",),
    is_defect=True,
)
CLOUD_DP_CAN_BE_MADE = Ability(
    "cloud-distribution-point-can-be-made",
    "A new cloud distribution point can be created.",
    Span(since=1511, until=2103),
    Span(since=1512, unsaid_from=1910),
    Side.SITE,
    ("F019",),
)
START_METHODS_STATED = Ability(
    "start-methods-stated",
    "The documents of the time say from where the task sequence is started; earlier ones are silent.",
    Span(since=1910),
    Span(since=1909),
    Side.SITE,
    ("F080", "F081"),
    about_documents=True,
)
OTHER_OPTIONS_REFUSED_IN_WORDS = Ability(
    "other-options-refused-in-words",
    "The documents of the time say that a deployment option other than download-all does not work.",
    Span(since=1802, until=1906),
    NEVER,
    Side.SITE,
    ("F005", "F058"),
    about_documents=True,
)
CMDLET_FOR_CMG_CONTENT = Ability(
    "cmdlet-for-cmg-content",
    "Set-CMCloudManagementGateway has the parameter -EnableCloudDPFunction.",
    Span(since=2010),
    UNSAID,
    Side.SITE,
    ("F035",),
)
PRE_DOWNLOAD_FILTERS_MORE = Ability(
    "pre-download-filters-more",
    "Pre-download filters images, driver packages and packages, too, not OS upgrade packages only.",
    Span(since=1906),
    UNSAID,
    Side.SITE,
    ("F063",),
)
STOP_AT_THRESHOLD = Ability(
    "stop-at-threshold",
    "A cloud management gateway can be stopped by itself when its traffic reaches the critical threshold.",
    Span(since=1902),
    UNSAID,
    Side.SITE,
    ("F127",),
)

ABILITIES = (
    UPGRADE_OVER_CMG,
    SCRIPT_OVER_CMG,
    BOOT_IMAGE_OVER_CMG,
    CMG_SERVES_CONTENT,
    ON_DEMAND,
    DEFECT_2002,
    CLOUD_DP_CAN_BE_MADE,
    START_METHODS_STATED,
    OTHER_OPTIONS_REFUSED_IN_WORDS,
    CMDLET_FOR_CMG_CONTENT,
)
"""What requirements and their remedies ask for."""
OF_A_RUN = (PRE_DOWNLOAD_FILTERS_MORE, STOP_AT_THRESHOLD)
"""What only a run asks for, when it is played step by step."""


def representatives(branch: Branch, abilities: tuple[Ability, ...] = ABILITIES) -> tuple[Release, ...]:
    """One release for each stretch in which no ability changes, oldest first.

    Args:
        branch: the series of releases.
        abilities: the abilities whose boundaries count.

    Returns:
        The first release of each stretch: enough to ask a question of every release.
    """
    bounds = {bound for ability in abilities for bound in ability.span(branch).bounds()}
    if branch is Branch.CURRENT:
        first = [release for release in current_branch() if _opens(release.number, bounds)]
        return tuple(dict.fromkeys([current_branch()[0], *first]))
    numbers = sorted({1512, *(_month(bound) for bound in bounds if bound > 1512)})
    return tuple(preview(number) for number in numbers)


def _opens(number: int, bounds: set[int]) -> bool:
    """Whether a boundary lies between the release before this one and this one."""
    numbers = [release.number for release in current_branch()]
    before = numbers[numbers.index(number) - 1] if number != numbers[0] else 0
    return any(before < bound <= number for bound in bounds)


def _month(number: int) -> int:
    """The next number that is a month: 1913 stands for 2001."""
    return number if 1 <= number % 100 <= 12 else (number // 100 + 1) * 100 + 1


OF_THE_PRODUCT = (*(ability for ability in ABILITIES if not ability.about_documents), *OF_A_RUN)
"""What an update brings or takes; the others say only what documents of the time tell."""
