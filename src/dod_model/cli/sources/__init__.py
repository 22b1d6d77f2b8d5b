"""``dod sources``: what everything rests on."""

from __future__ import annotations

import click

from dod_model.cli.commands import Commands

SOURCES_COMMANDS = {
    "verify": "Say whether what is cited still stands on the vendor's pages.",
}
"""The sub-commands, each a function of the same name in a module of the same name, and what they do."""

HELP = """Compare what is cited with the vendor's pages.

Every statement rests on passages of the vendor's documents. Of those that were
read there is a fingerprint of their words, so that they can be found again on
a page of any date, and told from what was reworded, without a copy of the text.

\b
  dod sources verify SCCMdocs           a checkout, at any commit
"""
EPILOG = """\b
Exit codes: 0 all is there; 1 something moved, was reworded or is gone; 3 nothing
did, but some pages were not found; 2 usage, or a folder without any of the pages."""


@click.command(name="sources", cls=Commands, table=SOURCES_COMMANDS, package=__name__, help=HELP, epilog=EPILOG)
def sources_command() -> None:
    """Run the sub-command that the words name."""
