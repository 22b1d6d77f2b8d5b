"""What pre-download brings, and what it passes over: both sides of 1906."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import MISSING

from dod_model.attempt import Attempt, Start
from dod_model.releases import current, preview
from dod_model.run import play
from dod_model.run.moments import LeftOutOfPreDownload
from dod_model.run.pre_download import is_on, left_out
from dod_model.site import PackageKind, Purpose, Site
from tests.run.sites import ALL_FIRST, ATTEMPT, CLIENT, DEPLOYMENT, SIZES, course, facts, package, site, situation, step

UPGRADE, IMAGE, DRIVERS = PackageKind.OS_UPGRADE_PACKAGE, PackageKind.OS_IMAGE, PackageKind.DRIVER_PACKAGE
PLAIN, APPLICATION = PackageKind.PACKAGE, PackageKind.APPLICATION
FITTING = {"architecture": "X64", "language": "EN-us", "model": "latitude 7490"}
OTHER = {"architecture": "arm64", "language": "de-DE", "model": "XPS 13"}
REASONS = {
    "architecture": "it is marked for the architecture 'arm64', the client has 'x64'",
    "language": "it is marked for the language 'de-DE', the client has 'en-US'",
    "model": "it is marked for the model 'XPS 13', the client has 'Latitude 7490'",
}


def passed_over(mark: str, kind: Any, release: Any, marks: dict[str, str] = OTHER) -> str | None:
    """Why a package of a kind that is marked so is passed over on a site of a release."""
    described = site(packages=[package("A", kind=kind, **{mark: marks[mark]})], release=release)
    return left_out(situation(described), facts(described), "A")


def pre_downloaded(described: Site, most: int | None = None) -> list[str]:
    """The packages that were there before anybody started it."""
    moments = course(play(described, ATTEMPT, pre_downloaded=most))
    return [one.split()[1] for one in moments[: moments.index("started")] if one.startswith("download-verified")]


@pytest.mark.parametrize(
    ("kind", "by"),
    [
        (UPGRADE, {"architecture", "language"}),
        (IMAGE, {"architecture", "language"}),
        (PLAIN, {"architecture", "language"}),
        (DRIVERS, {"model"}),
        (APPLICATION, set()),
        (MISSING, set()),
    ],
)
@pytest.mark.parametrize("mark", OTHER)
def test_from_1906_each_kind_goes_by_its_marks(kind: Any, by: set[str], mark: str) -> None:
    assert passed_over(mark, kind, current(1906)) == (REASONS[mark] if mark in by else None)
    assert passed_over(mark, kind, current(1906), FITTING) is None


@pytest.mark.parametrize("kind", [UPGRADE, IMAGE, PLAIN, DRIVERS, APPLICATION, MISSING])
@pytest.mark.parametrize("mark", OTHER)
def test_before_1906_only_upgrade_packages_are_passed_over(kind: Any, mark: str) -> None:
    passes = kind is UPGRADE and mark != "model"
    assert passed_over(mark, kind, current(1902)) == (REASONS[mark] if passes else None)


def test_a_package_without_mark_or_a_client_that_is_not_described_passes_nothing_over() -> None:
    for described in (
        site(packages=[package("A", kind=UPGRADE)]),
        site(packages=[package("A", kind=UPGRADE, architecture=MISSING, language=MISSING)]),
        site(packages=[package("A", kind=UPGRADE, architecture="arm64")], client={"architecture": MISSING}),
        site(packages=()),
    ):
        assert left_out(situation(described), facts(described), "A") is None


def test_where_the_release_is_unknown_nothing_but_upgrade_packages_is_passed_over() -> None:
    assert passed_over("model", DRIVERS, MISSING) is None
    assert passed_over("language", UPGRADE, MISSING) == REASONS["language"]


@pytest.mark.parametrize(
    ("purpose", "chosen", "on"),
    [
        (Purpose.AVAILABLE, True, True),
        (Purpose.AVAILABLE, False, False),
        (Purpose.AVAILABLE, MISSING, None),
        (Purpose.REQUIRED, True, False),
        (MISSING, True, None),
        (MISSING, False, False),
        (Purpose.REQUIRED, MISSING, False),
        (MISSING, MISSING, None),
    ],
)
def test_only_available_deployments_download_in_advance(purpose: Any, chosen: Any, on: bool | None) -> None:
    described = site(deployment={"purpose": purpose, "pre_download": chosen})
    assert is_on(situation(described)) is on


STEPS = [step(f"Use {name}", name) for name in SIZES]
ON = {"pre_download": True}


@pytest.mark.parametrize(("most", "there"), [(0, []), (1, ["A"]), (2, ["A", "B"]), (3, [*"ABC"]), (None, [*"ABC"])])
def test_it_may_be_off_partial_or_complete(most: int | None, there: list[str]) -> None:
    assert pre_downloaded(site(*STEPS, deployment=ON), most) == there


def test_what_is_passed_over_does_not_count_and_is_left_to_the_option() -> None:
    packages = [package("A", language="de-DE"), package("B"), package("C")]
    described = site(*STEPS, packages=packages, deployment=ON)
    assert pre_downloaded(described, 1) == ["B"]
    run = play(described, ATTEMPT)
    (moment,) = (one for one in run.moments if isinstance(one, LeftOutOfPreDownload))
    assert moment.package == "A"
    assert moment.why == REASONS["language"]
    moments = course(run)
    assert (
        moments.index("sequence-started")
        < moments.index("download-verified A CMG")
        < moments.index("step-started Use A")
    )
    first = course(play(described, ATTEMPT, option=ALL_FIRST))
    assert first.index("started") < first.index("download-verified A CMG") < first.index("sequence-started")


def test_a_required_deployment_downloads_nothing_in_advance() -> None:
    described = site(*STEPS, deployment={**ON, "purpose": Purpose.REQUIRED})
    moments = course(play(described, Attempt(DEPLOYMENT, CLIENT, start=Start.SCHEDULE)))
    assert moments[:3] == ["policy-received", "started", "sequence-started"]


def test_a_technical_preview_is_not_said_to_filter_more() -> None:
    described = site(
        packages=[package("A", kind=DRIVERS, model="XPS 13")],
        release=preview(1909),
        client={"release": preview(1909)},
    )
    assert left_out(situation(described), facts(described), "A") is None


MARKED = {"architecture": "arm64", "language": None, "model": None}
UNMARKED = {"architecture": None, "language": None, "model": None}


@pytest.mark.parametrize(
    ("marks", "kind", "client", "release", "unsure"),
    [
        (MARKED, UPGRADE, {}, current(1906), False),
        (UNMARKED, MISSING, {"architecture": MISSING}, MISSING, False),
        ({**UNMARKED, "language": MISSING}, UPGRADE, {}, current(1906), True),
        ({**MARKED, "language": MISSING}, UPGRADE, {}, current(1906), False),
        ({**UNMARKED, "model": MISSING}, UPGRADE, {}, current(1906), False),
        (MARKED, UPGRADE, {"architecture": MISSING}, current(1906), True),
        (MARKED, MISSING, {}, current(1906), True),
        (MARKED, IMAGE, {}, current(1902), False),
        (MARKED, IMAGE, {}, MISSING, True),
    ],
)
def test_what_is_not_told_and_would_matter_is_assumed(
    marks: dict[str, Any], kind: Any, client: dict[str, Any], release: Any, unsure: bool
) -> None:
    described = site(packages=[package("A", kind=kind, **marks)], deployment=ON, client=client, release=release)
    assumed = play(described, ATTEMPT).assumed
    assert ("pre-download passes over only what is known to be for other devices" in assumed) is unsure


@pytest.mark.parametrize("mark", OTHER)
def test_a_marked_package_of_unknown_kind_is_fetched_and_that_is_assumed(mark: str) -> None:
    run = play(site(packages=[package("A", kind=MISSING, **{mark: OTHER[mark]})], deployment=ON), ATTEMPT)
    moments = course(run)
    assert moments.index("download-verified A CMG") < moments.index("started")
    assert "pre-download passes over only what is known to be for other devices" in run.assumed


def test_a_package_that_is_not_described_may_be_marked() -> None:
    run = play(site(packages=(), deployment=ON), ATTEMPT)
    assert "pre-download passes over only what is known to be for other devices" in run.assumed
