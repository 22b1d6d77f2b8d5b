"""``dod kit``: the documented cases for other people's tools."""

from __future__ import annotations

import click

from dod_model.cli.commands import Commands

KIT_COMMANDS = {
    "list": "Tell what there is to ask, or the ids of all vectors.",
    "smoke": "Find out with two questions whether an adapter is wired right.",
    "run": "Ask a tool everything, and tell where it differs from the documents.",
    "features": "Run the features themselves against an adapter.",
    "export": "Write the vectors and their schemas into a folder or an archive.",
    "serve": "Be an adapter: answer as the model does, or wrongly on purpose.",
    "record": "Record the vectors from the features, anew.",
}
"""The sub-commands, each a function of the same name in a module of the same name, and what they do."""

HELP = """Try another tool against the documented cases.

A tool in any language takes them as a line adapter: a command that reads
questions on its standard input and writes answers on its standard output, each
a JSON object on one line. What it does not answer is not asked of it.

\b
  dod kit smoke -- node adapter.mjs     is my adapter wired right?
  dod kit run -- node adapter.mjs       where does my tool differ, and from what?
"""
EPILOG = """\b
Exit codes: 0 no answer differs from what the documents say; 1 some does, or was
an error; 3 none does, but some questions got no answer; 2 usage, unreadable
input, or an adapter that does not start."""


@click.command(name="kit", cls=Commands, table=KIT_COMMANDS, package=__name__, help=HELP, epilog=EPILOG)
def kit_command() -> None:
    """Run the sub-command that the words name."""
