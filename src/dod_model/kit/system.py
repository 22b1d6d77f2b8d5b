"""The seam: what answers the scenarios. The model is the first behind it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from dod_model.assessment import ASKED, Assessment, Finding, Outcome, assess
from dod_model.attempt import Attempt, Wish
from dod_model.plan import Plan, plan_for
from dod_model.requirements import Verdict
from dod_model.site import DeploymentOption, Site
from dod_model.situation.settings import effective

if TYPE_CHECKING:
    from dod_model.run import Run
    from dod_model.run.events import Placed


TAGS = frozenset({"asks-evidence", "asks-plan", "asks-run", "asks-settings"})
"""What a scenario may ask beyond the outcome and the two sets of requirements, as tags."""


class NotAnsweredError(Exception):
    """A system does not answer a question, and that is no failure. The message says why."""


class Answer(Protocol):
    """What a system says of one attempt. Outcome and the two sets are asked of every system, the rest by tag."""

    @property
    def outcome(self) -> Outcome:
        """What becomes of the attempt."""

    @property
    def violated(self) -> frozenset[str] | None:
        """Ids of the violated requirements, advice and wish included; None where the system does not tell them."""

    @property
    def undetermined(self) -> frozenset[str] | None:
        """Ids of the requirements that hang on something unknown; None where the system does not tell them."""

    @property
    def reached(self) -> bool | None:
        """Whether the wish is granted; None where that is open (asked under ``@asks-evidence``)."""

    @property
    def findings(self) -> Sequence[Finding]:
        """All findings with their evidence (asked under ``@asks-evidence``)."""


class SystemUnderTest(Protocol):
    """Something that decides attempts."""

    @property
    def answers_tags(self) -> frozenset[str]:
        """Which of `TAGS` it answers; scenarios with another are passed over."""

    def assess(self, site: Site, attempt: Attempt, wish: Wish) -> Answer:
        """Decide an attempt.

        Raises:
            NotAnsweredError: the system does not treat of such an attempt.
        """

    def plan(self, site: Site, attempt: Attempt, wish: Wish) -> Plan:
        """The fewest changes that reach the wish (asked under ``@asks-plan``)."""

    def effective(self, site: Site, client: str, group: str, setting: str) -> Any:
        """The value of a client setting that counts on a client; None for unknown (``@asks-settings``)."""

    def play(
        self,
        site: Site,
        attempt: Attempt,
        *,
        option: DeploymentOption | None,
        placed: Sequence[Placed],
        pre_downloaded: int | None,
    ) -> Run:
        """Play an attempt step by step; arguments and errors as for `dod_model.run.play` (``@asks-run``)."""


class ModelAnswer:
    """An assessment, seen as an answer."""

    def __init__(self, assessment: Assessment) -> None:
        """Show this assessment."""
        self._assessment = assessment

    @property
    def outcome(self) -> Outcome:
        """What becomes of the attempt."""
        return self._assessment.outcome

    @property
    def reached(self) -> bool | None:
        """Whether the wish is granted; None where that is open."""
        return self._assessment.reached

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings with their evidence."""
        return self._assessment.findings

    @cached_property
    def violated(self) -> frozenset[str]:
        """Ids of the violated requirements."""
        return self._ids_with(Verdict.VIOLATED)

    @cached_property
    def undetermined(self) -> frozenset[str]:
        """Ids of the requirements that hang on something unknown."""
        return self._ids_with(Verdict.UNDETERMINED)

    def _ids_with(self, wanted: Verdict) -> frozenset[str]:
        # Not by way of the findings, which cost more than all the rest of most scenarios.
        pairs = zip(ASKED[self._assessment.wish], self._assessment.decision.verdicts, strict=True)
        return frozenset(requirement.id for requirement, verdict in pairs if verdict is wanted)


class ModelUnderTest:
    """The model of this project.

    Attributes:
        answers_tags: all.
    """

    answers_tags = TAGS

    def assess(self, site: Site, attempt: Attempt, wish: Wish) -> ModelAnswer:
        """Decide an attempt."""
        return ModelAnswer(assess(site, attempt, wish))

    def plan(self, site: Site, attempt: Attempt, wish: Wish) -> Plan:
        """The fewest changes that reach the wish."""
        return plan_for(site, attempt, wish)

    def effective(self, site: Site, client: str, group: str, setting: str) -> Any:
        """The value of a client setting that counts on a client; None for unknown."""
        return effective(site, client, group, setting)

    def play(
        self,
        site: Site,
        attempt: Attempt,
        *,
        option: DeploymentOption | None,
        placed: Sequence[Placed],
        pre_downloaded: int | None,
    ) -> Run:
        """Play an attempt step by step."""
        # Most scenarios play nothing, and the start of behave is felt at every run.
        from dod_model.run import play

        return play(site, attempt, option=option, placed=placed, pre_downloaded=pre_downloaded)
