"""Impostors that take otherwise what is asked of a gateway."""

from __future__ import annotations

from dod_model.abilities import CMG_SERVES_CONTENT
from dod_model.facts import Facts
from dod_model.kit.impostors.deviating import found, held
from dod_model.kit.impostors.impostor import Impostor
from dod_model.logic import all_of, any_of, negation
from dod_model.requirements.gateway_and_content import gateway_serves_content, gateway_set_up
from dod_model.site import SourceState
from dod_model.situation import Situation
from dod_model.situation.resolving import given


def _any_at_all(situation: Situation) -> bool | None:
    gateways = given(situation.site.gateways)
    return None if gateways is None else bool(gateways)


def _all_run(situation: Situation) -> bool | None:
    gateways = given(situation.site.gateways)
    if not gateways:
        return None if gateways is None else False
    states = [given(one.state) for one in gateways]
    return all_of(None if state is None else state is SourceState.RUNNING for state in states)


def _some_serves_nothing(situation: Situation) -> bool | None:
    gateways = given(situation.site.gateways)
    return None if gateways is None else any_of(negation(given(one.serves_content)) for one in gateways)


def _cloud_point_holds_all(facts: Facts) -> bool:
    return facts.content_in_cloud and not facts.content_needs_gateway


GATEWAYS = (
    Impostor(
        "stopped-gateway-counts",
        "A gateway has to be set up; whether it runs just now shows when the client asks.",
        ("F031", "F127"),
        reads=found(gateway_running=_any_at_all),
    ),
    Impostor(
        "every-gateway-must-run",
        "A stopped gateway cuts clients off, so all gateways of the site have to run.",
        ("F127", "F121"),
        reads=found(gateway_running=_all_run),
    ),
    Impostor(
        "cloud-point-replaces-gateway",
        "Who holds all content on cloud distribution points needs no gateway.",
        ("F031", "F032"),
        holds=(held(gateway_set_up, lambda facts: facts.gateway_running or _cloud_point_holds_all(facts)),),
    ),
    Impostor(
        "content-setting-not-asked",
        "Content that was distributed to a gateway is served by it; there is nothing to switch on.",
        ("F035", "F036"),
        holds=(
            held(
                gateway_serves_content,
                lambda facts: not facts.content_needs_gateway or facts.site_can(CMG_SERVES_CONTENT),
            ),
        ),
    ),
    Impostor(
        "content-gate-of-1806-forgotten",
        "A gateway serves content wherever its setting is on, whatever the release of the site.",
        ("F018", "F034", "F140"),
        holds=(
            held(gateway_serves_content, lambda facts: facts.gateway_serves_content or not facts.content_needs_gateway),
        ),
    ),
    Impostor(
        "every-gateway-must-serve-content",
        "The setting that lets a gateway serve content is to be on at every gateway, whatever holds the content.",
        ("F035", "F133", "F032"),
        reads=found(
            content_needs_gateway=_some_serves_nothing,
            gateway_serves_content=lambda situation: negation(_some_serves_nothing(situation)),
        ),
    ),
)
"""What a gateway has to be and do."""
