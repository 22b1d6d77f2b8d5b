"""What in the description a fact rests on: for reading, beside the value of the fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pydantic import MISSING

from dod_model.facts import wording
from dod_model.releases import Build, Release
from dod_model.site import CloudManagementGateway, Content, ContentState, DistributionPoint, SourceState
from dod_model.situation import content
from dod_model.situation.deriving import DERIVATIONS, SETTINGS_BEHIND
from dod_model.situation.resolving import Situation, Source, given
from dod_model.situation.sequence import CACHES_MB
from dod_model.situation.settings import UNDESCRIBED, opinions

_CONTENT_FACTS = frozenset(
    {
        "content_in_cloud",
        "content_needs_gateway",
        "gateway_serves_content",
        "content_needs_cloud_dp",
        "content_on_running_source",
    }
)
_CACHE_FACTS = frozenset({"cache_holds_all", "cache_holds_each"})
_FIELDS = {
    "sequence_enabled": ("sequence", "enabled"),
    "upgrade": ("sequence", "upgrade"),
    "boot_image": ("sequence", "boot_image"),
    "another_program_first": ("sequence", "run_another_program_first"),
    "purpose": ("deployment", "purpose"),
    "independent_of_assignments": ("deployment", "independent_of_assignments"),
    "internet_allowed": ("deployment", "internet"),
    "available_to": ("deployment", "available_to"),
    "option": ("deployment", "option"),
    "metered_option": ("deployment", "metered"),
    "bulk_token": ("client", "registration"),
    "metered_connection": ("client", "metered"),
}


def details(situation: Situation, fact: str) -> tuple[str, ...]:
    """Sentences on what a fact rests on; none where the value says it all.

    Args:
        situation: what the attempt is about.
        fact: name of a fact.
    """
    if fact in _CONTENT_FACTS:
        return tuple(_on_content(situation, fact))
    if fact in SETTINGS_BEHIND:
        return tuple(_on_setting(situation, fact))
    if fact in _FIELDS:
        return tuple(_on_field(situation, *_FIELDS[fact]))
    teller = _TELLERS.get(fact)
    return () if teller is None else tuple(teller(situation))


def _on_field(situation: Situation, part: str, field: str) -> Iterator[str]:
    named = getattr(situation, part)
    if named is not None:
        yield f"{part} '{named.name}', {field}"


def _on_children(situation: Situation) -> Iterator[str]:
    for child in situation.children:
        if child.enabled is not True:
            yield f"child '{child.name}' is {'disabled' if child.enabled is False else 'perhaps disabled'}"


def _on_site_release(situation: Situation) -> Iterator[str]:
    return _on_build(situation.site.release, "the site")


def _on_client_release(situation: Situation) -> Iterator[str]:
    whose = f"client '{situation.client.name}'"
    told = tuple(_on_build(situation.client.release, whose))
    yield from told or (() if situation.client.release is MISSING else (whose,))


def _on_build(version: Release | Build | MISSING, whose: str) -> Iterator[str]:
    if isinstance(version, Build) and version.release is None:
        yield f"build {version.number} of {whose} is not in the table of releases, so its release is unknown"


def _on_gateways(situation: Situation) -> Iterator[str]:
    gateways = given(situation.site.gateways)
    if gateways is not None and not gateways:
        yield "there is no gateway"
    for gateway in gateways or ():
        state = "in an unknown state" if gateway.state is MISSING else gateway.state.value
        yield f"gateway '{gateway.name}' is {state}"


def _on_setting(situation: Situation, fact: str) -> Iterator[str]:
    silent = False
    for opinion in opinions(situation.site, situation.client.name, *SETTINGS_BEHIND[fact]):
        value = "does not say" if opinion.value is None else f"says {wording(opinion.value)}"
        name = opinion.settings if opinion.settings == UNDESCRIBED else f"'{opinion.settings}'"
        yield f"{name} {value}" + ("" if opinion.certain else " (if it counts for this client)")
        silent = silent or opinion.value is None
    if silent and fact in _CACHE_FACTS and DERIVATIONS[fact](situation):
        yield f"no cache is smaller than {CACHES_MB[0]} MB, and {CACHES_MB[0]} MB holds it"


def _on_content(situation: Situation, fact: str) -> Iterator[str]:
    if not situation.complete and _matters(situation, fact, content.UNNAMED):
        yield "not all steps and packages are described"
    for name in situation.packages:
        if _matters(situation, fact, name):
            yield f"package '{name}': " + "; ".join(_whereabouts(situation, name))


def _matters(situation: Situation, fact: str, name: str) -> bool:
    """Whether the package explains the value: it is the one that is amiss, or on which it is unknown."""
    if fact == "content_in_cloud":
        return content.in_cloud(situation, name) is not True
    if fact == "content_needs_gateway":
        return content.only_on_gateway(situation, name) is not False
    if fact == "gateway_serves_content":
        return content.withheld(situation, name) is not False
    if fact == "content_needs_cloud_dp":
        return content.only_on_cloud_dp(situation, name) is not False
    return content.on_running_source(situation, name) is not True


def _whereabouts(situation: Situation, name: str) -> Iterator[str]:
    found = False
    kinds: tuple[tuple[str, Sequence[Source] | MISSING], ...] = (
        ("gateway", situation.site.gateways),
        ("cloud distribution point", situation.site.cloud_distribution_points),
        ("distribution point", situation.site.distribution_points),
    )
    for label, sources in kinds:
        if label != "distribution point" and sources is MISSING:
            yield f"{label}s are not described"
        for source in given(sources) or ():
            for entry in given(source.content) or ():
                if entry.package == name:
                    found = True
                    yield f"{_state(situation, entry)} on {label} '{source.name}'{_remark(situation, source)}"
    if not found:
        yield "on no source that is described"


def _state(situation: Situation, entry: Content) -> str:
    if entry.state is MISSING:
        return "in an unknown state"
    if entry.state is not ContentState.INSTALLED:
        return str(entry.state.value)
    package = situation.packages.get(entry.package)
    current = None if package is None else given(package.version)
    held = given(entry.version)
    if current is None or held is None:
        return "installed, in an unknown version"
    return f"installed in version {held}" + ("" if held == current else f" (current: {current})")


def _remark(situation: Situation, source: Source) -> str:
    """Why a source is none, or one that fails."""
    if isinstance(source, DistributionPoint):
        return ", which does not count on the internet"
    remarks = ["is stopped"] if source.state is SourceState.STOPPED else []
    if isinstance(source, CloudManagementGateway):
        if source.serves_content is False:
            remarks.append("is not content-enabled")
        elif content.gateways_can_serve(situation) is False:
            remarks.append("serves no content at this release")
    return f", which {' and '.join(remarks)}" if remarks else ""


def _on_management_points(situation: Situation) -> Iterator[str]:
    for point in given(situation.site.management_points) or ():
        if point.https is not True and point.gateway_traffic is not False:
            yield f"management point '{point.name}' is {'over HTTP' if point.https is False else 'perhaps over HTTP'}"


_TELLERS: dict[str, Callable[[Situation], Iterator[str]]] = {
    "gateway_running": _on_gateways,
    "site_release": _on_site_release,
    "client_release": _on_client_release,
    "child_sequences_enabled": _on_children,
    "enhanced_http_management_point": _on_management_points,
}
