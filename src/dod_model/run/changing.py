"""What does an event change on the site?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from pydantic import MISSING

from dod_model.errors import InputError, Problem
from dod_model.run import events
from dod_model.run.locations import CLOUD, PREMISES, Kind
from dod_model.site import Content, Package, Site, SourceState, with_fields
from dod_model.site.nearest import nearest
from dod_model.situation.resolving import Source, given

ALL_KINDS: tuple[Kind, ...] = (*CLOUD, PREMISES)


def changed(site: Site, event: events.Event) -> Site:
    """The site after an event on it.

    Raises:
        InputError: it is about something that the site does not have, or that the description leaves out.
    """
    match event:
        case events.SourceStops() | events.SourceStarts():
            kind = source_kind(site, event.source, *CLOUD)
            state = SourceState.STOPPED if isinstance(event, events.SourceStops) else SourceState.RUNNING
            return site.changed(kind, event.source, state=state)
        case events.ThresholdReached():
            kind = source_kind(site, event.gateway, "gateways")
            return site.changed(kind, event.gateway, state=SourceState.STOPPED)
        case events.PackageUpdated():
            return _updated(site, event)
        case events.PackageRemoved():
            kind = source_kind(site, event.source, *ALL_KINDS)
            package_named(site, event.package)
            _must_be_described(site, kind, event.source)
            return _with_content(site, kind, event.source, lambda one: None if one.package == event.package else one)
        case _:
            return site


def _updated(site: Site, event: events.PackageUpdated) -> Site:
    """The site with the next version of a package.

    Sources that hold the version before get it, if it is distributed, else they keep theirs; a source that was behind
    stays behind.
    """
    old = given(package_named(site, event.package).version)
    sources = [(kind, source) for kind in ALL_KINDS for source in given(getattr(site, kind)) or ()]
    if not event.distributed:
        for kind, source in sources:
            _must_be_described(site, kind, source.name)
    new = 1 + (old if old is not None else max(_versions(sources, event.package), default=0))
    site = site.changed("packages", event.package, version=new)

    def on_source(one: Content) -> Content:
        if one.package != event.package:
            return one
        current = old is None or one.version is MISSING or one.version == old
        if event.distributed and current:
            return with_fields(one, version=new)
        return with_fields(one, version=new - 1) if one.version is MISSING else one

    for kind, source in sources:
        site = _with_content(site, kind, source.name, on_source)
    return site


def _versions(sources: list[tuple[Kind, Source]], package: str) -> Iterator[int]:
    """The versions of a package that sources are said to hold."""
    for _, source in sources:
        for one in given(source.content) or ():
            if one.package == package and one.version is not MISSING:
                yield one.version


def _with_content(site: Site, kind: Kind, name: str, change: Callable[[Content], Content | None]) -> Site:
    source = cast(Source, site.named(kind, name))
    if source.content is MISSING:
        return site
    content = tuple(new for new in map(change, source.content) if new is not None)
    return site.replaced(kind, name, with_fields(source, content=content))


def _must_be_described(site: Site, kind: Kind, name: str) -> None:
    if cast(Source, site.named(kind, name)).content is MISSING:
        message = f"what '{name}' holds is not described, so an event cannot take it away or leave it behind"
        raise InputError(Problem("not-described", message, kind, "Describe its content."))


def source_kind(site: Site, name: str, *kinds: Kind) -> Kind:
    """The list of the site that has a source of this name.

    Raises:
        InputError: none of these lists has.
    """
    names: dict[str, Kind] = {one.name: kind for kind in reversed(kinds) for one in given(getattr(site, kind)) or ()}
    if name not in names:
        raise _nothing(name, " or ".join(kinds).replace("_", " "), set(names))
    return names[name]


def package_named(site: Site, name: str) -> Package:
    """The package of this name.

    Raises:
        InputError: there is none.
    """
    known = {one.name: one for one in given(site.packages) or ()}
    if name not in known:
        raise _nothing(name, "packages", set(known))
    return known[name]


def _nothing(name: str, kind: str, known: set[str]) -> InputError:
    message = f"an event is about '{name}', which is not in {kind}"
    return InputError(Problem("unknown-name", message, "", nearest(name, known)))
