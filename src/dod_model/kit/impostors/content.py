"""Impostors that take otherwise what counts as content in the cloud."""

from __future__ import annotations

from collections.abc import Callable

from dod_model.abilities import CLOUD_DP_CAN_BE_MADE, ON_DEMAND
from dod_model.attempt import Attempt
from dod_model.kit.impostors.deviating import Finding, found, held, with_force
from dod_model.kit.impostors.impostor import Impostor, Reading
from dod_model.logic import any_of, both, negation
from dod_model.requirements import Force
from dod_model.requirements.advice import content_on_a_running_source
from dod_model.requirements.gateway_and_content import content_in_the_cloud
from dod_model.site import Content, ContentState, DistributionPoint, Site, with_fields
from dod_model.situation import Situation, content
from dod_model.situation.resolving import given

Counts = Callable[[DistributionPoint], "bool | None"]


def _some(test: Callable[[Situation, str], bool | None]) -> Finding:
    """Whether a test holds for one package at least, or there are none."""

    def find(situation: Situation) -> bool | None:
        if situation.complete and not situation.packages:
            return True
        return content.some_package(situation, lambda name: test(situation, name))

    return find


def _all_on_one(situation: Situation) -> bool | None:
    """Whether one cloud source holds all packages."""
    kinds = given(situation.site.gateways), given(situation.site.cloud_distribution_points)
    undescribed = [None for kind in kinds if kind is None]
    return any_of([*(_holds_all(situation, source) for kind in kinds for source in kind or ()), *undescribed])


def _holds_all(situation: Situation, source: content.CloudSource) -> bool | None:
    return content.every_package(situation, lambda name: content.holds(situation, source, name))


def _with_points(counts: Counts) -> Reading:
    """Read facts as if distribution points that count held content for clients on the internet, too."""

    def there(situation: Situation, name: str) -> bool | None:
        points = given(situation.site.distribution_points)
        if points is None:
            return None
        return any_of(both(counts(point), content.holds(situation, point, name)) for point in points)

    def every(test: Callable[[Situation, str], bool | None]) -> Finding:
        return lambda situation: content.every_package(
            situation, lambda name: any_of((test(situation, name), there(situation, name)))
        )

    def some(test: Callable[[Situation, str], bool | None]) -> Finding:
        return lambda situation: content.some_package(
            situation, lambda name: both(test(situation, name), negation(there(situation, name)))
        )

    return found(
        content_in_cloud=every(content.in_cloud),
        content_on_running_source=every(content.on_running_source),
        content_needs_gateway=some(content.only_on_gateway),
        content_needs_cloud_dp=some(content.only_on_cloud_dp),
        gateway_serves_content=every(lambda situation, name: negation(content.withheld(situation, name))),
    )


def _each_content(site: Site, change: Callable[[Content], Content]) -> Site:
    """The site with everything that a cloud source holds changed; the same object where that changes nothing."""
    changed = {}
    for kind in ("gateways", "cloud_distribution_points"):
        sources = given(getattr(site, kind)) or ()
        new = tuple(_with_content(source, change) for source in sources)
        if any(one is not other for one, other in zip(new, sources, strict=True)):
            changed[kind] = new
    return with_fields(site, **changed) if changed else site


def _with_content(source: content.CloudSource, change: Callable[[Content], Content]) -> content.CloudSource:
    held_there = given(source.content) or ()
    new = tuple(map(change, held_there))
    return source if new == held_there else with_fields(source, content=new)


def _as_if_current(site: Site, _: Attempt) -> Site:
    current = {package.name: package.version for package in given(site.packages) or ()}

    def change(one: Content) -> Content:
        known = given(one.version) is not None and given(current.get(one.package)) is not None
        return with_fields(one, version=current[one.package]) if known else one

    return _each_content(site, change)


def _as_if_installed(site: Site, _: Attempt) -> Site:
    def change(one: Content) -> Content:
        return with_fields(one, state=ContentState.INSTALLED) if one.state is ContentState.DISTRIBUTING else one

    return _each_content(site, change)


CONTENT = (
    Impostor(
        "any-package-suffices",
        "The content has to be distributed to a cloud source; that one package is there shows that it was.",
        ("F032", "F033"),
        reads=found(
            content_in_cloud=_some(content.in_cloud), content_on_running_source=_some(content.on_running_source)
        ),
    ),
    Impostor(
        "one-source-holds-all",
        "One cloud source has to hold all packages, since the sequence takes its content from one place.",
        ("F033", "F097"),
        reads=found(content_in_cloud=_all_on_one),
    ),
    Impostor(
        "internet-facing-point-counts",
        "An internet-facing distribution point serves clients on the internet as a cloud source does.",
        ("F092", "F111", "F146"),
        reads=_with_points(lambda point: given(point.internet_facing)),
    ),
    Impostor(
        "on-premises-point-counts",
        "The gateway is a way in, so that clients reach any distribution point of the site through it.",
        ("F146", "F092", "F032"),
        reads=_with_points(lambda _: True),
    ),
    Impostor(
        "outdated-content-counts",
        "A package that is on a cloud source is there, in whatever version.",
        ("F033", "F097"),
        sees=_as_if_current,
    ),
    Impostor(
        "distributing-content-counts",
        "A package that was distributed to a cloud source is there, also while the distribution goes on.",
        ("F032", "F097"),
        sees=_as_if_installed,
    ),
    Impostor(
        "stopped-source-blocks",
        "A stopped cloud source is not listed, so that a sequence with content there does not start.",
        ("F098", "F097"),
        holds=(with_force(content_on_a_running_source, Force.BLOCKS),),
    ),
    Impostor(
        "gateways-hold-nothing-before-1910",
        "Before 1910 only cloud distribution points are sources, as the pages of that time say.",
        ("E11", "F034", "F018"),
        holds=(
            held(
                content_in_the_cloud,
                lambda facts: facts.content_in_cloud and (not facts.content_needs_gateway or facts.site_can(ON_DEMAND)),
            ),
        ),
    ),
    Impostor(
        "cloud-points-hold-nothing-from-2107",
        "From 2107 only gateways are sources, as the pages of that time say.",
        ("E11", "F021", "F019"),
        holds=(
            held(
                content_in_the_cloud,
                lambda facts: (
                    facts.content_in_cloud
                    and (not facts.content_needs_cloud_dp or facts.site_can(CLOUD_DP_CAN_BE_MADE))
                ),
            ),
        ),
    ),
)
"""What counts as content in the cloud."""
