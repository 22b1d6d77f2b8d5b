"""``dod schema``: the JSON Schema of site descriptions, or of reports."""

from __future__ import annotations

import json

import click

EPILOG = """\b
Examples:
  dod schema > site.schema.json            for an editor that completes and checks YAML
  dod schema report > report.schema.json   for a program that reads `dod check -o json`"""


@click.command(name="schema", epilog=EPILOG)
@click.argument("of", type=click.Choice(["site", "report"]), default="site")
def schema_command(of: str) -> None:
    """Print a JSON Schema: of site descriptions (the default), or of reports."""
    click.echo(json.dumps(schema_of(of), indent=2, ensure_ascii=False))


def schema_of(what: str) -> dict[str, object]:
    """The schema of ``site`` or ``report``."""
    if what == "report":
        from dod_model.render.report import Report

        found = Report.model_json_schema(mode="serialization")
    else:
        from dod_model.site import Site

        found = Site.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}
