"""With what does a run begin? The option that is played, and what has to be assumed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import MISSING

from dod_model.assessment import Assessment, Outcome, assess
from dod_model.attempt import Attempt, Wish
from dod_model.errors import InputError, Problem
from dod_model.requirements import Force, Verdict
from dod_model.run.pre_download import is_on
from dod_model.site import DeploymentOption, Site
from dod_model.situation import Situation, resolve
from dod_model.situation.resolving import given


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a run begins with.

    Attributes:
        assessment: what was decided of the attempt as it is described.
        played: the same with the option that is played, where that is not described.
        situation: the objects in the site, with that option.
        option: the option that is played.
        assumed: what has to be assumed, a sentence each.
    """

    assessment: Assessment
    played: Assessment
    situation: Situation
    option: DeploymentOption
    assumed: tuple[str, ...]


def begin(site: Site, attempt: Attempt, option: DeploymentOption | None, pre_downloaded: int | None) -> Beginning:
    """Look at an attempt before it is played; arguments and errors as for `play`."""
    # An attempt at what the site does not have is refused by the assessment.
    if option is not None and any(one.name == attempt.deployment for one in given(site.deployments) or ()):
        site = site.changed("deployments", attempt.deployment, option=option)
    assessment = assess(site, attempt, Wish.RUN)
    situation, played = assessment.situation or resolve(site, attempt), assessment
    assumed: list[str] = []
    if situation.deployment.option is MISSING:
        option, played = _assumed(site, attempt)
        situation = played.situation or situation
        assumed.append(f"the deployment option is {option.value}")
    chosen = situation.deployment.option
    if assessment.outcome is not Outcome.NOT_COVERED:
        assumed = [*_met(played), *assumed, *_in_advance(situation, pre_downloaded)]
    final = DeploymentOption.WHEN_NEEDED if chosen is MISSING else chosen
    return Beginning(assessment, played, situation, final, tuple(assumed))


def _assumed(site: Site, attempt: Attempt) -> tuple[DeploymentOption, Assessment]:
    """The option to play where it is not described: on demand, unless that certainly does not run and the other may."""
    options = (DeploymentOption.WHEN_NEEDED, DeploymentOption.BEFORE_START)
    ways = [
        (option, assess(site.changed("deployments", attempt.deployment, option=option), attempt, Wish.RUN))
        for option in options
    ]
    return next((way for way in ways if way[1].outcome is not Outcome.DOES_NOT_RUN), ways[0])


def _met(assessment: Assessment) -> Iterator[str]:
    """That what is undetermined is met, with what it hangs on."""
    if Verdict.UNDETERMINED not in assessment.decision.verdicts:
        return  # as mostly; to make the findings takes longer than all else here
    for finding in assessment.with_verdict(Verdict.UNDETERMINED, Force.BLOCKS):
        unknown = [one.meaning for one in finding.evidence if one.value is None]
        yield f"{finding.id} is met (not known: {'; '.join(unknown)})"


def _in_advance(situation: Situation, packages: int | None) -> Iterator[str]:
    """What has to be assumed of pre-download, where so many packages were complete at the start.

    Raises:
        InputError: so many cannot have been.
    """
    on, name, most = is_on(situation), situation.deployment.name, len(situation.packages)
    if packages is not None and packages < 0:
        raise InputError(Problem("negative", "the number of packages downloaded in advance is negative"))
    if packages and on is False:
        message = f"'{name}' does not download in advance"
        raise InputError(Problem("no-pre-download", message, hint="An available one with pre_download does."))
    if packages is not None and packages > most:
        message = f"{packages:,} packages cannot be there in advance, for the task sequence has {most:,}"
        raise InputError(Problem("too-many", message))
    if on is None and packages != 0:
        yield "content is downloaded in advance" if packages else "nothing is downloaded in advance"
    elif on and packages is None:
        yield "all that is downloaded in advance is there when it is started"
