"""``dod compare``: what begins, ends or changes between two releases."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from dod_model.abilities import OF_THE_PRODUCT
from dod_model.cli.terminal import layout
from dod_model.errors import InputError, Problem, ReleaseError
from dod_model.releases import Release, parse_release
from dod_model.render.layout import Layout

EPILOG = """\b
Examples:
  dod compare 1906 1910
  dod compare 1906 1910 site.yaml      what that changes for its deployments
  dod compare "TP 1908" "TP 1909"

With a SITE the exit code is about the later release: 0 every wish is reached; 1 some
wish is not; 3 none fails, but some are undetermined or not covered. Without, it is 0."""


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
@click.option(
    "--want",
    type=click.Choice(["on-demand", "run"]),
    default="on-demand",
    show_default=True,
    help="With a SITE: that it downloads on demand, or runs.",
)
@click.pass_context
def compare_command(ctx: click.Context, before: Release, after: Release, site: str | None, want: str) -> None:
    """Say what begins, ends or changes between two releases.

    BEFORE and AFTER are releases, as 1906 and 1910, or "TP 1908" and "TP 1909". With a SITE, say also what
    that changes for its deployments: with site and clients all at the one release, then all at the other.
    """
    if before.branch is not after.branch:
        message = f"{before} and {after} are of different branches, which have no order; name two releases of one"
        raise InputError(Problem("mixed-branches", message))
    setting = layout()
    for line in _abilities(before, after, setting):
        click.echo(line)
    if site is None:
        return
    from dod_model.attempt import Wish
    from dod_model.intake import read_site
    from dod_model.render.comparison import compared
    from dod_model.results import exit_code_of
    from dod_model.survey import with_clients

    reached: list[bool | None] = []
    click.echo("")
    for line in compared(with_clients(read_site(site)), (before, after), Wish(want), reached, setting):
        click.echo(line)
    sys.stdout.flush()
    ctx.exit(exit_code_of(reached))


def _abilities(before: Release, after: Release, setting: Layout) -> Iterator[str]:
    changes = [(one, one.at(before), one.at(after)) for one in OF_THE_PRODUCT if one.at(before) != one.at(after)]
    yield from setting.line(f"From {before} to {after}", mood="strong")
    for ability, was, will in changes:
        yield from setting.line(ability.id, 2, head=f"{KINDS[was, will]}: ")
        yield from setting.line(f"{ability.statement} ({', '.join(ability.cites)})", 4, "faint")
    if not changes:
        yield from setting.line("nothing that the documents tell of begins or ends", 2)


KINDS = {
    (False, True): "begins",
    (True, False): "ends",
    (None, True): "begins, or was there unsaid",
    (None, False): "is not there, and before no document says",
    (True, None): "was there, and now no document says",
    (False, None): "was not there, and now no document says",
}
