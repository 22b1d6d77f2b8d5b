"""What the documents advise, and what does not keep a task sequence from starting."""

from __future__ import annotations

from dod_model.abilities import CLOUD_DP_CAN_BE_MADE
from dod_model.attempt import Start
from dod_model.facts import Facts
from dod_model.requirements.remedies import (
    CHOOSE_ON_DEMAND,
    CLEAR_METERED_OPTION,
    CLEAR_OTHER_PROGRAM,
    DISTRIBUTE_CONTENT,
    DISTRIBUTE_TO_GATEWAY,
    ENLARGE_CACHE,
    MAKE_AVAILABLE_TO_CLIENTS,
    START_SOURCE,
    USE_PACKAGE,
    USE_UNMETERED,
)
from dod_model.requirements.requirement import Force, Inferred, Scope, Topic, Touch, always, requirement
from dod_model.site import AvailableTo, DeploymentOption, MeteredCommunication

# Bound once: looking a member up on its enumeration costs more than comparing with it.
WHEN_NEEDED = DeploymentOption.WHEN_NEEDED
BEFORE_START = DeploymentOption.BEFORE_START
FROM_DISTRIBUTION_POINT = DeploymentOption.FROM_DISTRIBUTION_POINT
SOFTWARE_CENTER = Start.SOFTWARE_CENTER
BLOCK = MeteredCommunication.BLOCK
CLIENTS = AvailableTo.CLIENTS


@requirement(
    force=Force.ADVISES,
    topic=Topic.ADVICE,
    cites="F108",
    scope=Scope(lambda facts: facts.download_content_step, "no step is Download Package Content"),
    remedies=(CHOOSE_ON_DEMAND,),
)
def download_content_step_with_download_all(facts: Facts) -> bool:
    """A task sequence with a Download Package Content step is deployed to download content when needed."""
    return facts.option is WHEN_NEEDED


@requirement(
    force=Force.ADVISES,
    topic=Topic.ADVICE,
    cites="F055 F056 F057",
    remedies=(MAKE_AVAILABLE_TO_CLIENTS, CHOOSE_ON_DEMAND),
)
def option_fits_availability(facts: Facts) -> bool:
    """The console offers this combination of availability and deployment option.

    It offers a sequence without a boot image to clients only, download-all not together with media and PXE, and
    running from a distribution point only where every package is on a package share.
    """
    if facts.available_to is not CLIENTS:
        return facts.boot_image and facts.option is not BEFORE_START and _share_if_needed(facts)
    return _share_if_needed(facts)


def _share_if_needed(facts: Facts) -> bool:
    return facts.option is not FROM_DISTRIBUTION_POINT or facts.packages_on_share


@requirement(
    force=Force.ADVISES,
    topic=Topic.ADVICE,
    cites="F068",
    remedies=(CLEAR_OTHER_PROGRAM,),
)
def another_program_first(facts: Facts) -> bool:
    """No other program is to run first: that property has no effect on a client that uses a gateway."""
    return not facts.another_program_first


@requirement(
    force=Force.ADVISES,
    topic=Topic.ADVICE,
    cites="F067 F148",
    scope=Scope(
        lambda facts: facts.metered_connection or facts.metered_option,
        "neither the client's connection is metered nor the deployment's option for it on",
    ),
    remedies=(CLEAR_METERED_OPTION, USE_UNMETERED),
)
def metered_connection(facts: Facts) -> bool:
    """On a metered connection the run rests on Software Center or on client settings that do not block it.

    The deployment's own option for metered connections is not supported for task sequences, even where it works.
    """
    if facts.metered_option:
        return False
    return facts.started_from is SOFTWARE_CENTER or facts.metered_communication is not BLOCK


@requirement(
    force=Force.ADVISES,
    topic=Topic.ADVICE,
    cites="F149",
    inferred=Inferred(
        always,
        "The documents allow network paths as a source; that such content is on no cloud source and out of reach "
        "from the internet is reasoned (F149).",
    ),
    remedies=(USE_PACKAGE,),
    only_advises="The page says what an upgrade step takes its source from, and nothing of what becomes of a client "
    "that does not reach it.",
)
def network_path_content(facts: Facts) -> bool:
    """No upgrade step takes its source from a network path, which a client on the internet does not reach."""
    return not facts.network_path


@requirement(
    force=Force.ADVISES,
    topic=Topic.ADVICE,
    cites="F144",
    inferred=Inferred(
        lambda facts: facts.cache_holds_each,
        "The documents say it of single programs and applications; for the sum of all packages before the start it "
        "is reasoned (F144).",
    ),
    remedies=(ENLARGE_CACHE, CHOOSE_ON_DEMAND),
    only_advises="The page says that a download fails, and speaks of programs and applications; of task sequences it "
    "does not say that they fail (F144).",
)
def cache_size(facts: Facts) -> bool:
    """The client cache holds what is downloaded into it.

    That is each package; and all of them together, where everything is downloaded before the start.
    """
    if facts.option is BEFORE_START:
        return facts.cache_holds_all
    return facts.cache_holds_each


@requirement(
    force=Force.ADVISES,
    topic=Topic.ADVICE,
    cites="F098 F035 F018",
    scope=Scope(lambda facts: facts.content_in_cloud, "not all content is on a cloud source"),
    inferred=Inferred(
        always,
        "A stopped cloud distribution point is documented to be listed all the same and to serve nothing; that the "
        "download and not the look-up fails, and that a stopped gateway is no different, is reasoned (F098).",
    ),
    remedies=(START_SOURCE, DISTRIBUTE_CONTENT),
    only_advises="A stopped source is listed all the same; that the sequence therefore starts, and fails at the "
    "download only, is reasoned (F098).",
)
def content_on_a_running_source(facts: Facts) -> bool:
    """Every package is on a cloud source that runs: a stopped one is listed and fails at the download.

    A gateway that does not serve content is no such source beside another that would.
    """
    return facts.content_on_running_source


@requirement(
    force=Force.ADVISES,
    topic=Topic.ADVICE,
    cites="F019 F020 F021 F023 F035",
    scope=Scope(
        lambda facts: facts.content_needs_cloud_dp,
        "no package has a cloud distribution point as its only cloud source",
    ),
    touched_by=(Touch("E11", lambda facts: not facts.site_can(CLOUD_DP_CAN_BE_MADE), contests=True),),
    remedies=(DISTRIBUTE_TO_GATEWAY,),
)
def cloud_distribution_point_has_a_future(facts: Facts) -> bool:
    """Content does not rest on a traditional cloud distribution point alone once none can be created any more."""
    return facts.site_can(CLOUD_DP_CAN_BE_MADE)
