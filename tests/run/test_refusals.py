"""Where a run stops for a requirement that is not met: as late as the documents let it go."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dod_model.attempt import Attempt, Start
from dod_model.documents import Basis
from dod_model.releases import Release, current, preview
from dod_model.requirements.requirement import Stage
from dod_model.requirements.task_sequence import CLIENT_TOO
from dod_model.run import Ending, Run, play
from dod_model.run.behaviours import unmet
from dod_model.run.moments import (
    Refused,
    SourcesAnswered,
)
from dod_model.site import Site
from tests.run.sites import ATTEMPT, course, gateway, installed, site, step


def one(run: Run, kind: type[Any]) -> Any:
    """The only moment of a kind."""
    (found,) = (moment for moment in run.moments if isinstance(moment, kind))
    return found


class TestRefusals:
    @pytest.mark.parametrize(
        ("described", "attempt", "stage", "requirement", "before"),
        [
            (site(deployment={"internet": False}), ATTEMPT, Stage.POLICY, "allowed-on-the-internet", []),
            (site(gateways=()), ATTEMPT, Stage.POLICY, "gateway-set-up", []),
            (
                site(),
                replace(ATTEMPT, start=Start.PXE),
                Stage.START,
                "started-from-software-center",
                ["policy-received", "started"],
            ),
            (
                site(gateways=(gateway(content=(installed("B"),)),)),
                ATTEMPT,
                Stage.LOOKUP,
                "content-in-the-cloud",
                ["policy-received", "started", "location-requested A", "sources-answered A"],
            ),
            (
                site(release=current(1906), client={"release": current(1906)}),
                ATTEMPT,
                Stage.LOOKUP,
                "download-on-demand-available",
                ["policy-received", "started", "location-requested A", "sources-answered A"],
            ),
        ],
    )
    def test_a_run_goes_as_far_as_the_documents_let_it(
        self, described: Site, attempt: Attempt, stage: Stage, requirement: str, before: list[str]
    ) -> None:
        run = play(described, attempt)
        assert course(run) == [*before, "refused", "sequence-ended"]
        refused = one(run, Refused)
        assert refused.stage is stage
        assert requirement in refused.requirements
        assert refused.behaviour.id == f"unmet: {refused.requirements[0]}"
        assert run.ending is Ending.NOT_STARTED

    def test_the_first_stage_counts(self) -> None:
        described = site(deployment={"internet": False}, gateways=(gateway(content=()),))
        run = play(described, replace(ATTEMPT, start=Start.PXE))
        refused = one(run, Refused)
        assert refused.stage is Stage.POLICY
        assert refused.requirements == ("allowed-on-the-internet",)

    def test_of_several_at_one_stage_all_are_told_and_the_first_is_the_reason(self) -> None:
        run = play(site(deployment={"internet": False}, gateways=()), ATTEMPT)
        assert one(run, Refused).requirements == ("gateway-set-up", "allowed-on-the-internet")
        assert {moment.behaviour.id for moment in run.moments} == {"unmet: gateway-set-up"}

    @pytest.mark.parametrize(
        ("release", "client", "reasoned"),
        [
            (current(1906), current(1906), False),
            (current(1910), current(1906), False),
            (preview(1909), preview(1908), True),
        ],
    )
    def test_a_refusal_for_an_inferred_finding_says_how_it_was_reasoned(
        self, release: Release, client: Release, reasoned: bool
    ) -> None:
        """Of technical previews it was reasoned that the client, too, has to be of the release."""
        run = play(site(release=release, client={"release": client}), ATTEMPT)
        refused = one(run, Refused)
        assert refused.requirements == ("download-on-demand-available",)
        assert refused.behaviour is run.moments[-1].behaviour
        placed = unmet("download-on-demand-available").reasoning
        assert refused.behaviour.basis is Basis.INFERRED
        assert refused.behaviour.reasoning == (f"{CLIENT_TOO} {placed}" if reasoned else placed)

    def test_the_package_that_is_on_no_source_is_asked_for(self) -> None:
        described = site(step("1", "A", "B"), gateways=(gateway(content=(installed("A"),)),))
        run = play(described, ATTEMPT)
        answer = one(run, SourcesAnswered)
        assert (answer.package, answer.listed) == ("B", ())
        assert [out.behaviour.id for out in answer.left_out] == ["only-holders"]

    def test_pre_download_comes_before_a_refusal_at_the_start(self) -> None:
        described = site(deployment={"pre_download": True})
        run = play(described, replace(ATTEMPT, start=Start.PXE))
        words = course(run)
        assert words.index("download-verified A CMG") < words.index("started") < words.index("refused")
