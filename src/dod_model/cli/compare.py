"""``dod compare``: what begins, ends or changes between two releases."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from dod_model.abilities import ABILITIES
from dod_model.attempt import Wish
from dod_model.errors import InputError, Problem, ReleaseError
from dod_model.intake import read_site
from dod_model.releases import Release, parse_release
from dod_model.render.wording import OUTCOMES, printable
from dod_model.results import exit_code_of, results
from dod_model.site import Site, with_fields
from dod_model.situation.resolving import given
from dod_model.survey import Question, attempts, with_clients

EPILOG = """\b
Examples:
  dod compare 1906 1910
  dod compare 1906 1910 site.yaml      what that changes for its deployments
  dod compare "TP 1908" "TP 1909" """


class ReleaseType(click.ParamType[Release]):
    """A release: 1910, TP 1909, or a version."""

    name = "release"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Release:
        """Read a release, or fail with what was expected."""
        try:
            return parse_release(str(value))
        except ReleaseError as problem:
            self.fail(str(problem), param, ctx)


@click.command(name="compare", epilog=EPILOG)
@click.argument("before", type=ReleaseType())
@click.argument("after", type=ReleaseType())
@click.argument("site", required=False, metavar="[SITE]")
@click.option("--want", type=click.Choice([wish.value for wish in Wish]), default="on-demand", show_default=True)
@click.pass_context
def compare_command(ctx: click.Context, before: Release, after: Release, site: str | None, want: str) -> None:
    """Say what begins, ends or changes between two releases.

    BEFORE and AFTER are releases, as 1906 and 1910, or "TP 1908" and "TP 1909". With a SITE, says
    what that changes for its deployments, with site and clients all at one release, then all at the other.
    """
    for line in _abilities(before, after):
        click.echo(line)
    if site is None:
        return
    described = with_clients(read_site(site))
    if {before.branch, after.branch} != {before.branch}:
        raise InputError(Problem("mixed-branches", "a site does not change its branch, so both releases are of one"))
    click.echo("")
    reached: list[bool | None] = []
    for line in _outcomes(described, before, after, Wish(want), reached):
        click.echo(line)
    sys.stdout.flush()
    ctx.exit(exit_code_of(reached))


def _abilities(before: Release, after: Release) -> Iterator[str]:
    changed = False
    for ability in ABILITIES:
        was, will = ability.at(before), ability.at(after)
        if was == will:
            continue
        changed = True
        yield f"{_KINDS[was, will]}: {ability.id}"
        yield f"    {ability.statement} ({', '.join(ability.cites)})"
    if not changed:
        yield f"Nothing that the documents tell of begins or ends between {before} and {after}."


_KINDS = {
    (False, True): "begins",
    (True, False): "ends",
    (None, True): "begins, or was there unsaid",
    (None, False): "is not there, and before no document says",
    (True, None): "was there, and now no document says",
    (False, None): "was not there, and now no document says",
}


def _outcomes(site: Site, before: Release, after: Release, wish: Wish, reached: list[bool | None]) -> Iterator[str]:
    """One line for each deployment, client and pair of outcomes; notes whether the later one reaches the wish."""
    earlier, later = (_at(site, release) for release in (before, after))
    asked = list(attempts(site, Question()))
    pairs = zip(
        results(earlier, asked, wish, with_plans=False), results(later, asked, wish, with_plans=False), strict=True
    )
    for old, new in pairs:
        reached.append(new.assessment.reached)
        was, will = old.assessment.outcome, new.assessment.outcome
        change = OUTCOMES[was] if was is will else f"{OUTCOMES[was]} -> {OUTCOMES[will]}"
        yield printable(f"{new.attempt.deployment} on '{new.attempt.client}': {change}")


def _at(site: Site, release: Release) -> Site:
    """The site with itself and all its clients at one release."""
    clients = tuple(with_fields(client, release=release) for client in given(site.clients) or ())
    return with_fields(site, release=release, clients=clients)
