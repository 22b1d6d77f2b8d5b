"""``dod schema``: the JSON Schema of what is read and written."""

from __future__ import annotations

import json

import click

EPILOG = """\b
Examples:
  dod schema > site.schema.json            for an editor that completes and checks YAML
  dod schema report > report.schema.json   for a program that reads `dod check -o json`
  dod schema run > run.schema.json         for a program that reads `dod run -o json`
  dod schema sources                       for one of `dod sources verify -o json`
  dod schema vectors                       for one that reads the vectors of the kit
  dod schema kit                           for one that reads `dod kit run -o json`"""


@click.command(name="schema", epilog=EPILOG)
@click.argument("of", type=click.Choice(["site", "report", "run", "sources", "vectors", "kit"]), default="site")
def schema_command(of: str) -> None:
    """Print a JSON Schema: of site descriptions (the default), reports, runs, sources, or of the kit.

    The kit has two: that of its vectors, and that of the reports on a tool.
    """
    click.echo(json.dumps(schema_of(of), indent=2, ensure_ascii=False))


def schema_of(what: str) -> dict[str, object]:
    """The schema of ``site``, ``report``, ``run``, ``sources``, ``vectors`` or ``kit``."""
    match what:
        case "report":
            from dod_model.render.report import Report

            found = Report.model_json_schema(mode="serialization")
        case "run":
            from dod_model.render.run_report import Play

            found = Play.model_json_schema(mode="serialization")
        case "sources":
            from dod_model.render.sources_report import SourcesReport

            found = SourcesReport.model_json_schema(mode="serialization")
        case "vectors":
            from dod_model.kit.format import VectorFile

            found = VectorFile.model_json_schema()
        case "kit":
            from dod_model.kit.reports.kit_report import KitReport

            found = KitReport.model_json_schema(mode="serialization")
        case _:
            from dod_model.site import Site

            found = Site.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}
