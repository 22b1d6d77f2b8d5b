"""Every requirement, its scope and the coverage, written for zen-engine over a flat context of its own.

Written by hand from the same conditions, not generated: the run checks that both sides say the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from dod_model.facts import Facts
from dod_model.releases import Branch


@dataclass(frozen=True, slots=True)
class Rule:
    """A requirement as expressions: when it is asked (empty for always), and when it is met."""

    holds: str
    scope: str = ""

    @property
    def violated(self) -> str:
        """The expression that is true where it is asked and not met."""
        return f"({self.scope}) and not ({self.holds})" if self.scope else f"not ({self.holds})"


def _on_both(ability: str) -> str:
    return f"{ability.format('site_release')} and {ability.format('client_release')}"


_UPGRADE = "({} >= 1802)"
_SCRIPT = "(preview ? undocumented : {} >= 1802)"
_BOOT_IMAGE = "(preview ? site_release >= 1910 and undocumented : site_release >= 2006)"
_CMG_CONTENT = "site_release >= 1806"
_ON_DEMAND = "({} >= (preview ? 1909 : 1910))"
_DEFECT = "not preview and site_release == 2002"
_CLOUD_DP = "(preview ? (site_release >= 1910 ? undocumented : site_release >= 1512) : site_release <= 2103)"

_SOFTWARE_CENTER = "started_from == 'software-center'"
_SCHEDULE = "started_from == 'schedule'"
_WHEN_NEEDED = "option == 'download-when-needed'"
_SHARE = "(option != 'run-from-distribution-point' or packages_on_share)"

COVERED = f"place != 'intranet' and (upgrade or (boot_image ? not {_BOOT_IMAGE} : {_SCRIPT.format('site_release')}))"

RULES: dict[str, Rule] = {
    "task-sequence-over-the-internet-available": Rule(
        f"upgrade ? {_on_both(_UPGRADE)} : {_on_both(_SCRIPT)}", "upgrade or not boot_image"
    ),
    "upgrade-task-sequence": Rule("upgrade and (not boot_image or undocumented)", "upgrade or boot_image"),
    "task-sequence-enabled": Rule("sequence_enabled"),
    "child-task-sequences-enabled": Rule("child_sequences_enabled"),
    "gateway-set-up": Rule("gateway_running"),
    "no-defect-of-2002": Rule("not (enhanced_http_management_point or bulk_token)", _DEFECT),
    "content-in-the-cloud": Rule("content_in_cloud"),
    "gateway-serves-content": Rule(f"(gateway_serves_content and {_CMG_CONTENT}) or not content_needs_gateway"),
    "client-uses-gateway": Rule("client_uses_gateway"),
    "client-gets-cloud-content": Rule("client_gets_cloud_content"),
    "started-from-software-center": Rule(f"{_SOFTWARE_CENTER} or {_SCHEDULE}"),
    "required-to-start-on-schedule": Rule("purpose == 'required'", _SCHEDULE),
    "user-may-start-it": Rule("purpose == 'available' or independent_of_assignments", _SOFTWARE_CENTER),
    "install-permissions-allow-it": Rule("user_may_install", _SOFTWARE_CENTER),
    "allowed-on-the-internet": Rule("internet_allowed"),
    "available-to-clients": Rule("available_to == 'clients' or available_to == 'clients-media-and-pxe'"),
    "content-downloaded-locally": Rule("option != 'run-from-distribution-point'"),
    "download-on-demand-available": Rule(_on_both(_ON_DEMAND), _WHEN_NEEDED),
    "on-demand-option-chosen": Rule(_WHEN_NEEDED),
    "download-content-step-with-download-all": Rule(_WHEN_NEEDED, "download_content_step"),
    "option-fits-availability": Rule(
        f"available_to != 'clients' ? (boot_image and option != 'download-all-before-start' and {_SHARE}) : {_SHARE}"
    ),
    "another-program-first": Rule("not another_program_first"),
    "metered-connection": Rule(
        f"not metered_option and ({_SOFTWARE_CENTER} or metered_communication != 'block')",
        "metered_connection or metered_option",
    ),
    "network-path-content": Rule("not network_path"),
    "cache-size": Rule("option == 'download-all-before-start' ? cache_holds_all : cache_holds_each"),
    "content-on-a-running-source": Rule("content_on_running_source", "content_in_cloud"),
    "cloud-distribution-point-has-a-future": Rule(_CLOUD_DP, "content_needs_cloud_dp"),
}
"""Every requirement by its id, in the order of reports."""

NOT_COVERED = "not-covered"


@dataclass(frozen=True, slots=True)
class Form:
    """A way to have zen-engine tell the violated requirements.

    Attributes:
        name: what its answer is.
        expression: the whole decision.
        read: the ids of the violated requirements of an answer for an attempt that is covered.
    """

    name: str
    expression: str
    read: Callable[[Any], list[str]]


def _decision(answer: str) -> str:
    return f"({COVERED}) ? {answer} : '{NOT_COVERED}'"


def _named(id_: str, rule: Rule, otherwise: str, end: str = "") -> str:
    return f"(({rule.violated}) ? '{id_}{end}' : {otherwise})"


FORMS = (
    Form(
        "a list of yes and no",
        _decision(f"[{', '.join(rule.violated for rule in RULES.values())}]"),
        lambda answer: [id_ for id_, violated in zip(RULES, answer, strict=True) if violated],
    ),
    Form(
        "a list of ids and gaps",
        _decision(f"[{', '.join(_named(id_, rule, 'null') for id_, rule in RULES.items())}]"),
        lambda answer: [id_ for id_ in answer if id_ is not None],
    ),
    Form(
        "a list of ids",
        _decision(f"filter([{', '.join(_named(id_, rule, 'null') for id_, rule in RULES.items())}], # != null)"),
        list,
    ),
    Form(
        "a text of ids",
        _decision(" + ".join(_named(id_, rule, "''", " ") for id_, rule in RULES.items())),
        lambda answer: answer.split(),
    ),
    Form(
        "a sum of powers of two",
        _decision(" + ".join(f"(({rule.violated}) ? {2**place} : 0)" for place, rule in enumerate(RULES.values()))),
        lambda answer: [id_ for place, id_ in enumerate(RULES) if int(answer) >> place & 1],
    ),
)
"""The forms that were tried. The fastest one of a run is the peer."""


def context_of(facts: Facts) -> dict[str, Any]:
    """Facts, all of them known, as zen-engine's own flat context."""
    known = facts.known()
    context = {name: value.value if isinstance(value, Enum) else value for name, value in known.items()}
    context["preview"] = known["site_release"].branch is Branch.TECHNICAL_PREVIEW
    for side in ("site_release", "client_release"):
        context[side] = known[side].number
    return context


def graph(expression: str) -> dict[str, Any]:
    """The decision as a decision graph with one expression node, as zen-engine's editor stores it."""
    place = {"x": 0, "y": 0}
    content = {"expressions": [{"id": "answer", "key": "answer", "value": expression}], "passThrough": False}
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode", "position": place},
        {"id": "rules", "name": "rules", "type": "expressionNode", "position": place, "content": content},
        {"id": "out", "name": "out", "type": "outputNode", "position": place},
    ]
    edges = [
        {"id": f"{source}-{target}", "sourceId": source, "targetId": target, "type": "edge"}
        for source, target in (("in", "rules"), ("rules", "out"))
    ]
    return {"nodes": nodes, "edges": edges}
