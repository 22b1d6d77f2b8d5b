import doctest
from typing import Any

import pytest
from pydantic import MISSING

from dod_model.assessment import Outcome, assess
from dod_model.attempt import Start
from dod_model.errors import InputError
from dod_model.kit import builder
from dod_model.kit.asserting import assert_outcome, assert_reached, assert_violates
from dod_model.kit.builder import SiteBuilder, a_site, an_attempt
from dod_model.kit.healthy import ATTEMPT, DRIVERS, HEALTHY
from dod_model.kit.naming import UnknownNameError
from dod_model.releases import current
from dod_model.site import Content, DeploymentOption, Package, PackageKind, Site, SourceState

ALONE = a_site()


def names(objects: Any) -> list[str]:
    return [one.name for one in objects]


def violates(made: SiteBuilder, *requirements: str) -> None:
    assert_violates(made.build(), an_attempt(), *requirements, only=True)


def test_it_begins_with_the_healthy_site() -> None:
    assert a_site().build() == HEALTHY
    assert an_attempt() == ATTEMPT
    assert_reached(a_site().build(), an_attempt())


def test_the_example_holds() -> None:
    failed, tried = doctest.testmod(builder)
    assert (failed, tried > 0) == (0, True)


def test_a_verb_leaves_what_it_is_called_on() -> None:
    ALONE.at("1511").with_gateway("CMG").with_deployment(internet=False)
    assert ALONE.build() == HEALTHY


def test_verbs_are_few() -> None:
    kept = {"parts", "settings", "fields", "build"}
    assert len([name for name in dir(SiteBuilder) if not name.startswith("_") and name not in kept]) == 8


class TestVerbs:
    def test_releases(self) -> None:
        site = a_site().at("1906").build()
        assert (site.release, site.named("clients", "LT-001").release) == (current(1906), current(1906))
        site = a_site().at(current(2002), client="1910").build()
        assert (site.release, site.named("clients", "LT-001").release) == (current(2002), current(1910))

    def test_the_first_gateway_takes_the_place_of_the_other(self) -> None:
        site = a_site().with_gateway("CMG", serves_content=False).build()
        assert names(site.gateways) == ["CMG"]
        assert_violates(site, an_attempt(), "gateway-serves-content", only=True)

    def test_more_gateways_are_added(self) -> None:
        site = a_site().with_gateway("One", state="stopped").with_gateway("Two").with_gateway("One", content=[]).build()
        assert names(site.gateways) == ["One", "Two"]
        assert site.named("gateways", "One").state is SourceState.STOPPED
        assert site.named("gateways", "One").content == ()
        assert_reached(site, an_attempt())

    def test_a_cloud_distribution_point_holds_everything(self) -> None:
        made = a_site().with_gateway("CMG", serves_content=False).with_cloud_distribution_point("CDP")
        assert_reached(made.build(), an_attempt())
        violates(made.with_package("Office").with_cloud_distribution_point("CDP", content=()), "gateway-serves-content")

    def test_a_package_that_is_new_is_referred_to_and_held(self) -> None:
        site = a_site().with_package("Office", version=7, kind=PackageKind.PACKAGE).build()
        assert_reached(site, an_attempt())
        assert site.named("task_sequences", "Upgrade to Windows 10").steps[-1].packages == ("Office",)
        assert site.named("gateways", "CMG-EAST").content[-1].version == 7

    def test_a_package_that_no_source_holds(self) -> None:
        violates(
            a_site().with_package("Office").with_gateway("CMG", content=[Content(package=DRIVERS)]),
            "content-in-the-cloud",
        )

    def test_a_package_that_is_there_is_changed(self) -> None:
        site = a_site().with_package(DRIVERS, size=MISSING).build()
        assert isinstance(site.named("packages", DRIVERS), Package)
        assert site.named("packages", DRIVERS).size is MISSING
        assert names(site.packages) == names(HEALTHY.packages)

    def test_task_sequence_deployment_and_client(self) -> None:
        violates(a_site().with_task_sequence(enabled=False), "task-sequence-enabled")
        violates(a_site().with_deployment(internet=False), "allowed-on-the-internet")
        made = a_site().with_deployment(option=DeploymentOption.BEFORE_START)
        assert made.build() == a_site().with_deployment(option="download-all-before-start").build()
        assert_outcome(made.build(), an_attempt(), Outcome.DOWNLOADS_BEFORE_START)
        assert assess(a_site().with_client(release=MISSING).build(), ATTEMPT).outcome is Outcome.UNDETERMINED

    def test_client_settings(self) -> None:
        violates(
            a_site().with_client_setting("Enable clients to use a cloud management gateway", "No"),
            "client-uses-gateway",
        )
        violates(a_site().with_client_setting("Maximum cache size (MB)", 1), "cache-size")

    def test_attempts(self) -> None:
        assert_violates(HEALTHY, an_attempt(start=Start.PXE), "started-from-software-center", only=True)


class TestRefused:
    @pytest.mark.parametrize(
        ("made", "told"),
        [
            (a_site().with_gateway("CMG", serve_content=False), "Did you mean 'serves_content'?"),
            (a_site().with_deployment(option="download-when-neded"), "Did you mean 'download-when-needed'?"),
            (a_site().with_client(registraton="azure-ad"), "Did you mean 'registration'?"),
            (a_site().with_gateway("CMG", content=[{"package": "Driver"}]), "Did you mean 'Drivers'?"),
            (a_site().at("19.06"), "release"),
            (a_site().at("TP 1909", client="1910"), "branch"),
        ],
    )
    def test_what_is_not_there(self, made: SiteBuilder, told: str) -> None:
        with pytest.raises(InputError) as raised:
            made.build()
        assert told in str(raised.value)

    def test_every_problem_is_told(self) -> None:
        with pytest.raises(InputError) as raised:
            a_site().with_gateway("CMG", state="halted").with_deployment(internet="perhaps").build()
        assert [one.path for one in raised.value.problems] == ["gateways[0].state", "deployments[0].internet"]

    def test_a_client_setting(self) -> None:
        with pytest.raises(
            UnknownNameError, match=r"no client setting 'Install permission'\. Did you mean 'Install perm"
        ):
            a_site().with_client_setting("Install permission", "All Users")
        with pytest.raises(UnknownNameError, match=r"no value of 'Install permissions' 'All User'\. Did you mean 'All"):
            a_site().with_client_setting("Install permissions", "All User")

    def test_a_field_of_the_attempt(self) -> None:
        with pytest.raises(TypeError, match="began"):
            an_attempt(began=Start.PXE)


def test_what_is_built_is_a_site_like_any_other() -> None:
    site = a_site().with_cloud_distribution_point("CDP").build()
    assert Site.model_validate_json(site.to_json()) == site
