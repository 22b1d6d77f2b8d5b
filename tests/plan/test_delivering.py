from functools import reduce
from typing import Literal

import pytest

from dod_model.kit.healthy import ATTEMPT, DRIVERS, GATEWAY, HEALTHY, WINDOWS
from dod_model.plan.changes import all_applied, create_cloud_dp, distribute, serve_content, start_from_software_center
from dod_model.plan.delivering import Destination, delivered
from dod_model.site import (
    CloudDistributionPoint,
    CloudManagementGateway,
    Content,
    ContentState,
    Package,
    PackageKind,
    Site,
    SourceState,
)

ON_GATEWAY = Destination(on_gateway=True, name=GATEWAY)
POINT = CloudDistributionPoint(name="CDP", state=SourceState.RUNNING, content=())
SITE = HEALTHY.added("cloud_distribution_points", POINT)


def content_of(
    site: Site, kind: Literal["gateways", "cloud_distribution_points"], name: str
) -> list[tuple[str, object, object]]:
    source: CloudManagementGateway | CloudDistributionPoint = site.named(kind, name)
    assert isinstance(source.content, tuple)
    return [(entry.package, entry.state, entry.version) for entry in source.content]


def version_of(site: Site, package: str) -> object:
    described: Package = site.named("packages", package)
    return described.version


class TestDelivered:
    def test_packages_are_installed_in_their_current_versions(self) -> None:
        site = delivered(SITE, [WINDOWS, DRIVERS], Destination(on_gateway=False, name="CDP"))
        assert content_of(site, "cloud_distribution_points", "CDP") == [
            (name, ContentState.INSTALLED, version_of(SITE, name)) for name in (WINDOWS, DRIVERS)
        ]
        assert content_of(site, "gateways", GATEWAY) == content_of(SITE, "gateways", GATEWAY)

    def test_what_was_held_of_a_package_is_replaced_and_the_rest_stays(self) -> None:
        failed = (Content(package="Other"), Content(package=DRIVERS, state=ContentState.FAILED, version=1))
        site = delivered(HEALTHY.changed("gateways", GATEWAY, content=failed), [DRIVERS], ON_GATEWAY)
        held = content_of(site, "gateways", GATEWAY)
        assert [name for name, *_ in held] == ["Other", DRIVERS]
        assert held[1] == (DRIVERS, ContentState.INSTALLED, version_of(HEALTHY, DRIVERS))

    def test_a_source_whose_content_is_not_described_holds_what_was_brought(self) -> None:
        bare = CloudManagementGateway(name="NEW")
        site = delivered(HEALTHY.added("gateways", bare), [DRIVERS], Destination(on_gateway=True, name="NEW"))
        assert [name for name, *_ in content_of(site, "gateways", "NEW")] == [DRIVERS]

    def test_a_package_that_is_not_described_is_of_an_unknown_version(self) -> None:
        packages = (Package(name="Known", kind=PackageKind.PACKAGE, version=7),)
        site = delivered(Site(packages=packages, gateways=(CloudManagementGateway(name=GATEWAY),)), ["New"], ON_GATEWAY)
        (entry,) = site.named("gateways", GATEWAY).content
        assert entry.model_dump(exclude_unset=True) == {"package": "New", "state": ContentState.INSTALLED}

    @pytest.mark.parametrize(("on_gateway", "kind"), [(True, "gateway"), (False, "cloud distribution point")])
    def test_the_kind_of_a_destination_as_it_is_written(self, on_gateway: bool, kind: str) -> None:
        assert Destination(on_gateway, "X").kind == kind


class TestAllApplied:
    def test_together_they_do_what_each_does_after_the_other(self) -> None:
        gateway: CloudManagementGateway = SITE.named("gateways", GATEWAY)
        changes = [
            serve_content(GATEWAY),
            distribute(WINDOWS, gateway),
            distribute(DRIVERS, gateway),
            distribute(WINDOWS, POINT),
            start_from_software_center(),
        ]
        one_by_one = reduce(lambda world, change: change.applied(*world), changes, (SITE, ATTEMPT))
        assert all_applied(changes, SITE, ATTEMPT) == one_by_one
        assert one_by_one != (SITE, ATTEMPT)

    def test_content_goes_to_a_source_that_was_made_just_before(self) -> None:
        new = CloudDistributionPoint(name="new cloud distribution point")
        site, _ = all_applied([create_cloud_dp(), distribute(DRIVERS, new)], HEALTHY, ATTEMPT)
        assert [name for name, *_ in content_of(site, "cloud_distribution_points", new.name)] == [DRIVERS]

    def test_nothing_changes_nothing(self) -> None:
        assert all_applied([], SITE, ATTEMPT) == (SITE, ATTEMPT)
