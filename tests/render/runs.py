"""Runs for the tests of formats."""

from __future__ import annotations

from functools import cache
from json import dumps, loads
from typing import Any

from dod_model.intake import read_site
from dod_model.run import Run, play
from dod_model.run.event_words import placed
from dod_model.site import DeploymentOption, Site
from dod_model.survey import Question, attempts, with_clients
from tests.cli.running import EXAMPLES, HEALTHY

NEEDED, FIRST = DeploymentOption.WHEN_NEEDED, DeploymentOption.BEFORE_START
GB = 2**30


@cache
def healthy() -> Site:
    """The healthy example."""
    return read_site(HEALTHY)


@cache
def branch_office() -> Site:
    """The example with three clients of two models."""
    return read_site(EXAMPLES / "branch-office.yaml")


def run(
    site: Site, *events: str, option: DeploymentOption | None = None, client: str | None = None, **more: Any
) -> Run:
    """The first run that a site suggests, with events in words."""
    described = with_clients(site)
    attempt = next(attempts(described, Question(client=client)))
    return play(described, attempt, option=option, placed=[placed(event) for event in events], **more)


def renamed(site: Site, old: str, new: str) -> Site:
    """The site with another name for something, wherever that stands."""
    return Site.model_validate_json(site.to_json().replace(dumps(old), dumps(new)))


def with_cache(site: Site, megabytes: int) -> Site:
    """The site with a client cache of so many MB."""
    data = loads(site.to_json())
    data["client_settings"]["default"]["client_cache"]["size_mb"] = megabytes
    return Site.model_validate(data)


def both(site: Site, *events: str, client: str | None = None) -> list[Run]:
    """The same with either option."""
    return [run(site, *events, option=option, client=client) for option in (NEEDED, FIRST)]
