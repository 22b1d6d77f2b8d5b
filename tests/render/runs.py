"""Runs for the tests of formats."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from json import dumps, loads
from typing import Any

from dod_model.intake import read_site
from dod_model.render.layout import Layout
from dod_model.render.run_numbers import COLUMN
from dod_model.render.run_price import Price
from dod_model.render.run_style import RunStyle
from dod_model.render.run_text import run_text
from dod_model.run import Run, play
from dod_model.run.event_words import placed
from dod_model.site import MISSING, DeploymentOption, Site, with_fields
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


def told(runs: Sequence[Run], *, everything: bool = False, width: int | None = None, price: str = "") -> str:
    style = RunStyle(everything=everything, layout=Layout(width))
    return "\n".join(run_text(runs, (), Price(Decimal(price)) if price else None, style)) + "\n"


def numbers(text: str) -> dict[str, list[str]]:
    """The table: the cells of each row by its label."""
    lines = text.splitlines()
    begin = next(place for place, line in enumerate(lines) if line.startswith("  In numbers"))
    rows = lines[begin + 1 : lines.index("", begin)]
    return {
        line[2:44].strip(): [line[start : start + COLUMN].strip() for start in range(44, len(line), COLUMN)]
        for line in rows
    }


def long_site(count: int) -> Site:
    """The healthy site with a sequence of so many steps, each with a package of 1 MB."""
    site = healthy()
    assert site.packages is not MISSING
    assert site.gateways is not MISSING
    assert site.task_sequences is not MISSING
    names = [f"Package {number}" for number in range(count)]
    packages = tuple(with_fields(site.packages[1], name=name, size=2**20) for name in names)
    gateway = site.gateways[0]
    assert gateway.content is not MISSING
    content = tuple(with_fields(gateway.content[1], package=name) for name in names)
    sequence = site.task_sequences[0]
    assert sequence.steps is not MISSING
    steps = tuple(
        with_fields(sequence.steps[0], name=f"Step {number}", packages=(name,)) for number, name in enumerate(names)
    )
    return with_fields(
        site,
        packages=packages,
        gateways=(with_fields(gateway, content=content),),
        distribution_points=(),
        task_sequences=(with_fields(sequence, steps=steps),),
    )
