from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st
from pydantic import MISSING

from dod_model.assessment import assess
from dod_model.attempt import Attempt
from dod_model.releases import Branch, Build
from dod_model.requirements import Force, Verdict
from dod_model.site import CloudDistributionPoint, CloudManagementGateway, Content, ContentState, Site, SourceState
from dod_model.strategies import complete_sites, situations

Source = CloudManagementGateway | CloudDistributionPoint
NOT_WORSE = ("not-covered", "does-not-run", "undetermined", "downloads-before-start", "downloads-on-demand")


def serving(site: Site) -> Iterator[tuple[str, Source]]:
    """The cloud sources that run and serve content, with the field that holds them."""
    if site.release is not MISSING:
        release = site.release.release if isinstance(site.release, Build) else site.release
        if release is not None and release.number >= 1806 and release.branch in Branch:
            for gateway in () if site.gateways is MISSING else site.gateways:
                if gateway.state is SourceState.RUNNING and gateway.serves_content is True:
                    yield "gateways", gateway
    for point in () if site.cloud_distribution_points is MISSING else site.cloud_distribution_points:
        if point.state is SourceState.RUNNING:
            yield "cloud_distribution_points", point


def with_content_added(site: Site) -> Iterator[tuple[str, Site]]:
    """The site with one package more, installed and current, on one serving source."""
    for kind, source in serving(site):
        for package in () if site.packages is MISSING else site.packages:
            if source.content is MISSING or package.version is MISSING:
                continue
            new = Content(package=package.name, state=ContentState.INSTALLED, version=package.version)
            rest = tuple(entry for entry in source.content if entry.package != package.name)
            changed = source.model_copy(update={"content": (*rest, new)})
            sources = tuple(changed if one.name == source.name else one for one in getattr(site, kind))
            yield f"{package.name} on {source.name}", site.model_copy(update={kind: sources})


class TestAddingContent:
    """Adding content, installed and current, to a cloud source that runs and serves it never breaks anything."""

    @given(st.one_of(situations(), situations(sites=complete_sites())))
    def test_no_blocking_finding_goes_from_met_to_violated(self, situation: tuple[Site, Attempt]) -> None:
        site, attempt = situation
        before = assess(site, attempt)
        for what, richer in with_content_added(site):
            after = assess(richer, attempt)
            assert NOT_WORSE.index(after.outcome.value) >= NOT_WORSE.index(before.outcome.value), what
            for old, new in zip(before.findings, after.findings, strict=True):
                broken = old.verdict is Verdict.MET and new.verdict is Verdict.VIOLATED
                assert not (broken and old.requirement.force is Force.BLOCKS), (what, old.id)

    @given(situations(sites=complete_sites()))
    def test_it_never_empties_the_cloud(self, situation: tuple[Site, Attempt]) -> None:
        site, attempt = situation
        before = assess(site, attempt).facts
        for what, richer in with_content_added(site):
            after = assess(richer, attempt).facts
            assert after.content_in_cloud >= before.content_in_cloud, what
            assert after.gateway_serves_content >= before.gateway_serves_content, what
            assert after.content_on_running_source >= before.content_on_running_source, what
