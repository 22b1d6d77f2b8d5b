"""With what a run begins: the option that is played, what has to be assumed, and numbers that cannot be."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic import MISSING

from dod_model.assessment import Outcome
from dod_model.attempt import Place
from dod_model.errors import InputError
from dod_model.releases import current
from dod_model.run import Ending, play
from dod_model.run.beginning import Beginning, begin
from dod_model.run.moments import Refused, SequenceStarted
from dod_model.site import DeploymentOption, Purpose
from tests.run.sites import ALL_FIRST, ATTEMPT, DEPLOYMENT, WHEN_NEEDED, course, gateway, site, step

ON = {"pre_download": True}
ON_DEMAND_ASSUMED = "the deployment option is download-when-needed"
ALL_FIRST_ASSUMED = "the deployment option is download-all-before-start"
OFF_ASSUMED = "nothing is downloaded in advance"
ON_ASSUMED = "content is downloaded in advance"
ALL_ASSUMED = "all that is downloaded in advance is there when it is started"


def beginning(option: DeploymentOption | None = None, packages: int | None = None, **fields: Any) -> Beginning:
    return begin(site(**fields), ATTEMPT, option, packages)


def of_release(site_release: Any, client_release: Any, **deployment: Any) -> dict[str, Any]:
    return {"release": site_release, "client": {"release": client_release}, "deployment": deployment}


class TestOption:
    def test_that_of_the_deployment_is_played(self) -> None:
        for option in (WHEN_NEEDED, ALL_FIRST):
            found = beginning(deployment={"option": option})
            assert (found.option, found.situation.deployment.option, found.assumed) == (option, option, ())
            assert found.played is found.assessment

    def test_one_that_is_given_is_played_in_its_place(self) -> None:
        for described in (WHEN_NEEDED, MISSING):
            found = beginning(ALL_FIRST, deployment={"option": described})
            assert (found.option, found.situation.deployment.option, found.assumed) == (ALL_FIRST, ALL_FIRST, ())
            assert found.assessment.outcome is Outcome.DOWNLOADS_BEFORE_START


class TestUnknownOption:
    UNKNOWN = of_release(current(1910), current(1910), option=MISSING)

    def test_on_demand_is_assumed(self) -> None:
        found = beginning(**self.UNKNOWN)
        assert found.option is found.situation.deployment.option is WHEN_NEEDED
        assert found.assumed == (ON_DEMAND_ASSUMED,)

    def test_the_assessment_is_of_what_is_described(self) -> None:
        run = play(site(**self.UNKNOWN), ATTEMPT)
        assert run.assessment.outcome is not Outcome.DOWNLOADS_ON_DEMAND
        assert run.option is WHEN_NEEDED
        assert run.ending is Ending.SUCCEEDED
        assert next(one for one in run.moments if isinstance(one, SequenceStarted)).on_demand is True

    def test_all_first_is_where_on_demand_certainly_does_not_run(self) -> None:
        run = play(site(**of_release(current(1906), current(1906), option=MISSING)), ATTEMPT)
        assert run.option is ALL_FIRST
        assert ALL_FIRST_ASSUMED in run.assumed
        assert ON_DEMAND_ASSUMED not in run.assumed
        assert run.ending is Ending.SUCCEEDED
        assert "all-before-start" in {moment.behaviour.id for moment in run.moments}

    def test_on_demand_is_where_it_may_run(self) -> None:
        found = beginning(**of_release(MISSING, MISSING, option=MISSING))
        assert found.option is WHEN_NEEDED
        assert ON_DEMAND_ASSUMED in found.assumed

    def test_where_neither_runs_on_demand_is_refused(self) -> None:
        run = play(site(gateways=(gateway(content=()),), **self.UNKNOWN), ATTEMPT)
        assert (run.option, run.ending) == (WHEN_NEEDED, Ending.NOT_STARTED)
        refused = next(one for one in run.moments if isinstance(one, Refused))
        assert refused.requirements == ("content-in-the-cloud",)
        assert ON_DEMAND_ASSUMED in run.assumed

    def test_no_refusal_comes_of_the_option_that_was_not_chosen(self) -> None:
        """At 1906 on demand is refused; all first is not, and so nothing is said of on demand."""
        found = beginning(**of_release(current(1906), current(1906), option=MISSING))
        assert found.played.outcome is Outcome.DOWNLOADS_BEFORE_START
        assert not any("download-on-demand-available" in sentence for sentence in found.assumed)


class TestUndetermined:
    def test_it_is_assumed_to_be_met_with_what_it_hangs_on(self) -> None:
        found = beginning(enhanced_http=MISSING, deployment={"internet": MISSING})
        unknown = "whether clients on the internet may run it"
        assert found.assumed == (f"allowed-on-the-internet is met (not known: {unknown})",)

    def test_nothing_is_assumed_of_what_the_documents_do_not_speak(self) -> None:
        described = site(deployment={"option": MISSING, "pre_download": MISSING})
        run = play(described, replace(ATTEMPT, place=Place.INTRANET))
        assert run.assessment.outcome is Outcome.NOT_COVERED
        assert run.assumed == ()


class TestPreDownload:
    @pytest.mark.parametrize(
        ("fields", "packages", "assumed"),
        [
            (ON, None, (ALL_ASSUMED,)),
            (ON, 0, ()),
            (ON, 1, ()),
            ({"pre_download": False}, None, ()),
            ({"pre_download": False}, 0, ()),
            ({"pre_download": MISSING}, None, (OFF_ASSUMED,)),
            ({"pre_download": MISSING}, 0, ()),
            ({"pre_download": MISSING}, 1, (ON_ASSUMED,)),
        ],
    )
    def test_what_is_not_known_of_it_is_assumed(
        self, fields: dict[str, Any], packages: int | None, assumed: tuple[str, ...]
    ) -> None:
        assert beginning(packages=packages, deployment=fields).assumed == assumed

    @pytest.mark.parametrize(("packages", "assumed", "in_advance"), [(None, OFF_ASSUMED, []), (1, ON_ASSUMED, ["A"])])
    def test_an_unknown_purpose_may_be_available(
        self, packages: int | None, assumed: str, in_advance: list[str]
    ) -> None:
        described = site(deployment={**ON, "purpose": MISSING})
        run = play(described, ATTEMPT, pre_downloaded=packages)
        assert assumed in run.assumed
        words = course(run)
        before = [one.split()[1] for one in words[: words.index("started")] if one.startswith("download-verified")]
        assert before == in_advance

    @pytest.mark.parametrize(
        ("packages", "fields", "code", "message"),
        [
            (-1, ON, "negative", "the number of packages downloaded in advance is negative"),
            (1, {"pre_download": False}, "no-pre-download", f"'{DEPLOYMENT}' does not download in advance"),
            (1, {**ON, "purpose": Purpose.REQUIRED}, "no-pre-download", f"'{DEPLOYMENT}' does not download in advance"),
            (3, ON, "too-many", "3 packages cannot be there in advance, for the task sequence has 2"),
            (
                1_000,
                {"pre_download": MISSING},
                "too-many",
                "1,000 packages cannot be there in advance, for the task sequence has 2",
            ),
        ],
    )
    def test_a_number_that_cannot_be_is_refused(
        self, packages: int, fields: dict[str, Any], code: str, message: str
    ) -> None:
        with pytest.raises(InputError) as caught:
            begin(site(step("1", "A", "B"), deployment=fields), ATTEMPT, None, packages)
        (problem,) = caught.value.problems
        assert (problem.code, problem.message) == (code, message)

    def test_as_many_as_there_are_can_be(self) -> None:
        assert begin(site(step("1", "A", "B"), deployment=ON), ATTEMPT, None, 2).assumed == ()
