"""``dod schema``: the JSON Schema of site descriptions, of reports, or of runs."""

from __future__ import annotations

import json

import click

EPILOG = """\b
Examples:
  dod schema > site.schema.json            for an editor that completes and checks YAML
  dod schema report > report.schema.json   for a program that reads `dod check -o json`
  dod schema run > run.schema.json         for a program that reads `dod run -o json`"""


@click.command(name="schema", epilog=EPILOG)
@click.argument("of", type=click.Choice(["site", "report", "run"]), default="site")
def schema_command(of: str) -> None:
    """Print a JSON Schema: of site descriptions (the default), of reports, or of runs."""
    click.echo(json.dumps(schema_of(of), indent=2, ensure_ascii=False))


def schema_of(what: str) -> dict[str, object]:
    """The schema of ``site``, ``report`` or ``run``."""
    match what:
        case "report":
            from dod_model.render.report import Report

            found = Report.model_json_schema(mode="serialization")
        case "run":
            from dod_model.render.run_report import Play

            found = Play.model_json_schema(mode="serialization")
        case _:
            from dod_model.site import Site

            found = Site.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}
