"""``dod kit record``: record the vectors from the features, anew."""

from __future__ import annotations

from pathlib import Path

import click

EPILOG = """\b
Examples:
  dod kit record build/vectors

\b
The features are run against the model, and what they ask is recorded with its
answers; the other kinds are made beside them. The same spec gives the same bytes.

\b
Exit codes: 0 recorded; 2 usage, or a folder that cannot be written to; 1 the
features do not pass, and nothing was recorded."""


@click.command(name="record", epilog=EPILOG)
@click.argument("folder", metavar="FOLDER", type=click.Path(file_okay=False, path_type=Path))
@click.pass_context
def record_command(ctx: click.Context, folder: Path) -> None:
    """Record the vectors from the features, anew, into FOLDER."""
    from dod_model.bdd.running import FeaturesFailedError, record

    try:
        counts = record(folder)
    except FeaturesFailedError as failed:
        click.echo(f"dod: {failed}", err=True)
        ctx.exit(1)
    for kind, count in counts.items():
        click.echo(f"{count:6,}  {kind}")
