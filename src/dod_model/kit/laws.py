"""Laws of answers: how an answer may change when a question changes, whatever the answer is."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dod_model.kit.arranging.distributing import NEW_SOURCES, with_full_source
from dod_model.kit.dials import State
from dod_model.kit.format import Question, Same
from dod_model.kit.healthy import CLIENT, COLLECTION, DEPLOYMENT, DRIVERS, GATEWAY, SEQUENCE, SITE_CODE, WINDOWS
from dod_model.releases import Release, parse
from dod_model.site import MISSING, Client, Collection, Package, Site, SourceState, with_fields

Change = Callable[[State], State]


@dataclass(frozen=True, slots=True)
class Law:
    """How an answer may change when a question changes.

    Attributes:
        name: stable name.
        statement: the law, in words.
        relation: how the second answer has to stand to the first.
        changes: from the first question to the second, by a word for each.
    """

    name: str
    statement: str
    relation: Same
    changes: Mapping[str, Change]


def _on_site(change: Callable[[Site], Site]) -> Change:
    return lambda state: state._replace(site=change(state.site))


def _reversed(site: Site) -> Site:
    """Every list of objects in the opposite order, and what is on each source, too; not the steps."""
    lists = {}
    for name, objects in site.known().items():
        if isinstance(objects, tuple):
            lists[name] = tuple(_inside_reversed(one) for one in reversed(objects))
    return with_fields(site, **lists)


def _inside_reversed(part: Any) -> Any:
    content = getattr(part, "content", MISSING)
    if content is MISSING:
        return part
    return with_fields(part, content=tuple(reversed(content)))


OTHER_NAMES = {
    WINDOWS: "Zielsystem größer 10",
    DRIVERS: "ドライバー",
    GATEWAY: "gw.contoso.example",
    SEQUENCE: "'); DROP TABLE sequences; --",
    COLLECTION: "Gerätegruppe <alle>",
    DEPLOYMENT: "a=b & c|d",
    CLIENT: "Ноутбук-7",
}
"""Other names for what the healthy site has; no answer hangs on a name."""


def _renamed(state: State) -> State:
    question = json.loads(state.question.model_dump_json())
    renamed = Question.model_validate_json(json.dumps(_with_other_names(question)))
    return State(renamed.site, renamed.attempt, renamed.wish)


def _with_other_names(value: object) -> object:
    if isinstance(value, dict):
        return {name: _with_other_names(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_with_other_names(part) for part in value]
    return OTHER_NAMES.get(value, value) if isinstance(value, str) else value


def _with_strangers(site: Site) -> Site:
    """A package that no step refers to, a device outside the collection, and a collection without deployment."""
    site = site.added("packages", Package(name="Holiday pictures", version=4, size=2**30))
    site = site.added("clients", Client(name="LT-999", release=site.named("clients", CLIENT).release))
    return site.added("collections", Collection(name="Museum", members=("LT-999",)))


def _as_build(site: Site) -> Site:
    """Releases of the current branch given by the version that the console shows."""
    site = with_fields(site, release=_build(site.release))
    return site.changed("clients", CLIENT, release=_build(site.named("clients", CLIENT).release))


def _build(release: object) -> object:
    row = release.row if isinstance(release, Release) else None
    if row is None:
        return release
    return parse(f"5.00.{row.build}.1234")


def _more_content(site: Site) -> Site:
    if MISSING in (site.cloud_distribution_points, site.packages):
        return site
    return with_full_source(site, NEW_SOURCES["a cloud distribution point"], "CDP-NEW", SITE_CODE)


def _with_gateway_running(site: Site) -> Site:
    if site.gateways is MISSING or not site.gateways:
        return site
    return site.changed("gateways", GATEWAY, state=SourceState.RUNNING)


LAWS: tuple[Law, ...] = (
    Law(
        "order-does-not-matter",
        "In which order a description lists its objects decides nothing.",
        "same-as",
        {"reversed": _on_site(_reversed)},
    ),
    Law("names-do-not-matter", "What things are called decides nothing.", "same-as", {"renamed": _renamed}),
    Law(
        "strangers-do-not-matter",
        "What the deployment has nothing to do with decides nothing.",
        "same-as",
        {"with-strangers": _on_site(_with_strangers)},
    ),
    Law(
        "a-build-is-its-release",
        "A version as the console shows it stands for its release, whatever its revision.",
        "same-as",
        {"as-builds": _on_site(_as_build)},
    ),
    Law(
        "more-content-does-no-harm",
        "Content on one more cloud distribution point makes nothing worse.",
        "never-worse-than",
        {"one-more-source": _on_site(_more_content)},
    ),
    Law(
        "what-is-asked-for-does-no-harm",
        "To give what a condition asks for makes nothing worse.",
        "never-worse-than",
        {
            "gateway-runs": _on_site(_with_gateway_running),
            "allowed-on-the-internet": _on_site(lambda site: site.changed("deployments", DEPLOYMENT, internet=True)),
            "enabled": _on_site(lambda site: site.changed("task_sequences", SEQUENCE, enabled=True)),
        },
    ),
    Law(
        "to-know-more-changes-no-certain-answer",
        "What is certain of a part of a description stays so when the rest is told.",
        "same-where-determined",
        {},
    ),
)
"""Every law. The last takes its first question from the second, by leaving something out."""
