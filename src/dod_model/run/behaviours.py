"""What does a run rest on? Each thing that the engine does, with the statements that document it or the reasoning."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dod_model.documents.statements import Basis
from dod_model.requirements import BY_ID


@dataclass(frozen=True, slots=True)
class Behaviour:
    """One thing that happens in a run.

    Attributes:
        id: never reused or renamed.
        statement: what happens, in our own words.
        cites: ids of the statements that document it, or from which it is reasoned.
        reasoning: how it was reasoned; empty where the documents say it.
    """

    id: str
    statement: str
    cites: tuple[str, ...]
    reasoning: str = ""

    @property
    def basis(self) -> Basis:
        """Whether the documents say it."""
        return Basis.INFERRED if self.reasoning else Basis.DOCUMENTED


def _documented(name: str, statement: str, cites: str) -> Behaviour:
    return Behaviour(name, statement, tuple(cites.split()))


def _inferred(name: str, statement: str, cites: str, reasoning: str) -> Behaviour:
    return Behaviour(name, statement, tuple(cites.split()), reasoning)


POLICY_IN_ONE = _documented(
    "policy-in-one", "The client receives the policy of the task sequence and of its children as one.", "F107"
)
POLICY_TOO_LARGE = _documented("policy-too-large", "A policy of more than 32 MB cannot be processed.", "F128")
STARTED = _documented("started", "A user starts it in Software Center, or the client by its schedule.", "F060")
PRE_DOWNLOAD = _documented(
    "pre-download",
    "An available deployment with pre-download fetches content from its available time on. What is not there when "
    "the user installs is left to the deployment option. The feature is on by default from 1910; before, it is an "
    "optional feature.",
    "F061 F062",
)
PRE_DOWNLOAD_FILTER = _documented(
    "pre-download-filter",
    "Pre-download leaves out OS upgrade packages that are marked for another architecture or language; from 1906 "
    "also images and packages that are, and driver packages that are marked for another model.",
    "F063",
)
ALL_BEFORE_START = _documented(
    "all-before-start", "With download all first, all content is on the client before the sequence starts.", "F054"
)
CONDITIONS_AT_RUN_TIME = _documented(
    "conditions-at-run-time",
    "Conditions are evaluated as the sequence runs; download all first has fetched by then also what they skip.",
    "F064",
)
SEQUENCE_STARTS = _documented(
    "sequence-starts",
    "The sequence starts; with download when needed, at once, and _SMSTSDownloadOnDemand is true.",
    "F053 F115",
)
CONTENT_BEFORE_ITS_STEP = _documented(
    "content-before-its-step",
    "With download when needed, the content of a step is downloaded just before that step.",
    "F053 F091 F110",
)
STEP_RUNS = _inferred(
    "step-runs",
    "A step starts once all its content is on the device, and is done.",
    "F053 F054",
    "The pages say when content is fetched; that a step runs on content that is complete and checked follows. That "
    "the step itself succeeds is taken.",
)
CHILD_RUNS = _inferred(
    "child-runs",
    "The steps of a child sequence, or of a group, run in the place of the step that holds them.",
    "F107",
    "The pages say that parent and children are one policy, and that a step runs the child; the order follows.",
)
ONLY_HOLDERS = _documented(
    "only-holders", "The management point lists only sources that hold the requested content.", "F097"
)
ONLY_CURRENT = _inferred(
    "only-current",
    "A source that holds another version, or on which distribution has not ended, is not listed.",
    "F097 F033",
    "The pages speak of the requested content; that this means its current version, completely distributed, follows.",
)
ONLY_CLOUD = _documented(
    "only-cloud",
    "A client on a gateway gets content from cloud sources only; no boundary groups, peers or other providers.",
    "F092 F146 F112",
)
ONLY_SERVING_GATEWAYS = _documented(
    "only-serving-gateways", "A gateway that is not content-enabled serves no content.", "F035 F018"
)
NOT_ON_DEMAND_BEFORE_1910 = _inferred(
    "not-on-demand-before-1910",
    "Up to 1906 cloud sources are left out of the list when the option is download when needed.",
    "F090 F006",
    "The page says it of cloud distribution points; the engine of a site or a client of that time can use no cloud "
    "source, so gateways, and clients that are older than their site, are taken alike.",
)
CLOUD_NOT_ASKED_FOR = _inferred(
    "cloud-not-asked-for",
    "A client whose settings forbid cloud content gets no cloud source.",
    "F120 G20",
    "The request for locations was seen to say whether cloud sources are wanted (third party); that the setting "
    "decides that follows.",
)
STOPPED_IS_LISTED = _inferred(
    "stopped-is-listed",
    "A stopped source is listed all the same, and fails at download.",
    "F098",
    "The page says it of the list, and that clients cannot download; that this shows at download and not at lookup "
    "follows, and so does the same for a gateway.",
)
INTRANET_SOURCES = _inferred(
    "intranet-sources",
    "On the intranet the client uses the distribution points there; cloud sources only if its boundary group has them.",
    "F122 F093 F094 F096 F101 F103",
    "Boundary groups are not described here. So every distribution point that holds the content counts, in no order, "
    "and cloud sources are left out.",
)
MOVED = _inferred(
    "moved",
    "A client that moves asks anew where content is before it chooses a source; a download from the cloud that has "
    "begun goes on.",
    "F122 F100",
    "The page says that the client finds out where it is; what that means for a download under way it does not say.",
)
OWN_SITE_FIRST = _inferred(
    "own-site-first",
    "Sources of the client's own site come first, from 1802; among equals the client chooses at random.",
    "F099 E06 F095",
    "One page says random, another orders by site; both are taken together: ordered across sites, random within one.",
)
CLOUD_DOWNLOAD = _documented(
    "cloud-download",
    "The client gets a token valid for 24 hours, shows it to the service, and downloads from its storage.",
    "F100 F035",
)
INTRANET_DOWNLOAD = _inferred(
    "intranet-download",
    "On the intranet the client downloads from a distribution point.",
    "F122 F096",
    "The pages describe the cloud download; the other is taken to start, end and fail alike.",
)
HASH_CHECK = _documented(
    "hash-check", "Content is checked against its hash after either way of downloading it.", "F070"
)
HASH_MISMATCH = _inferred(
    "hash-mismatch",
    "Content that was updated at its source while it came fails the check, and is asked for anew.",
    "F070 F033",
    "No page speaks of it. The check compares with the version that was asked for.",
)
FETCHED_ONCE = _inferred(
    "fetched-once",
    "Content that is on the device is not fetched again, and stays to the end.",
    "F053 F054 F065",
    "Of upgrades no page says otherwise; a sequence that wipes the disk loses what is there (F065). So an update after "
    "the download does not change what is on the device.",
)
NEXT_SOURCE = _inferred(
    "next-source",
    "Where a source fails, the next of the list is tried; what is there already is not fetched again.",
    "F098 F099",
    "The pages give a list and no rule for failures; a list is there to be gone through.",
)
NOTHING_LISTED = _inferred(
    "nothing-listed",
    "With no source in the list nothing can be downloaded; the error seen is 0x80040102.",
    "F097 G01 G02",
    "Users saw the code (third party) in a lookup with an empty answer; that it is the same here follows.",
)
RESUMED = _inferred(
    "resumed",
    "A download that breaks is resumed where it stopped.",
    "F100",
    "No page says how; that only the rest is fetched is taken as usual for such downloads.",
)
TOKEN_RENEWED = _inferred(
    "token-renewed",
    "When the token ends during a download, the client asks for locations again and goes on with the rest.",
    "F100",
    "The page gives the life of the token and no more.",
)
CUT_OFF = _inferred(
    "cut-off",
    "While no gateway runs, a client on the internet gets no answer, and the step that needs content fails.",
    "F127",
    "The page says that a stopped gateway cuts clients off; that a sequence does not wait for it is taken.",
)
SOURCE_LOST = _inferred(
    "source-lost",
    "A source that stops, loses the content or gets out of reach during a download ends it at once.",
    "F098 F127",
    "The pages say that nothing can be downloaded from what is stopped; the rest is taken alike.",
)
NETWORK_PATH = _inferred(
    "network-path",
    "A step that takes its source from a network path fails on the internet.",
    "F149",
    "No cloud source holds such content; that the path cannot be reached from the internet follows.",
)
STEP_FAILS = _inferred(
    "step-fails",
    "A step whose content cannot be had fails, and the sequence with it.",
    "F033",
    "The pages say that devices cannot run a sequence without its content; that it fails at the step follows. Steps "
    "that continue on errors are not described here.",
)
SEQUENCE_ENDS = _inferred(
    "sequence-ends", "After its last step the sequence ends.", "F053 F054", "No page says it, for it goes without."
)
NOT_STARTED = _inferred(
    "not-started",
    "Where content is missing after download all first, the sequence does not start.",
    "F054 F033",
    "All content has to be there before the start; what cannot be had keeps it from starting.",
)
PACKAGE_UPDATED = _inferred(
    "package-updated",
    "A package that is updated has a new version of the same size. Distributed, every source that was up to date has "
    "it at once; not distributed, none has.",
    "F033",
    "The pages say that content counts in its current version; the rest is what the asker places.",
)
CALLER = Behaviour(
    "event", "It happens because the asker says so.", (), "There is no clock: what depends on time is placed."
)

BEHAVIOURS: dict[str, Behaviour] = {one.id: one for one in tuple(globals().values()) if isinstance(one, Behaviour)}
"""Every behaviour by id, in the order of a run."""


@cache
def unmet(requirement: str, reasoning: str = "") -> Behaviour:
    """That a requirement which is not met shows itself in a run, as the requirement says.

    Args:
        requirement: its id.
        reasoning: how the finding was reasoned, where it is inferred.

    Raises:
        KeyError: there is no such requirement.
        ValueError: it does not block.
    """
    found = BY_ID[requirement]
    if found.fails is None:
        message = f"{requirement} does not keep a task sequence from running"
        raise ValueError(message)
    reasons = " ".join(filter(None, (reasoning, found.fails.reasoning)))
    return Behaviour(f"unmet: {requirement}", f"Not met: {found.statement}", found.fails.cites, reasons)
