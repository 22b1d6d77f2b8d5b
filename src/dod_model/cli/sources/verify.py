"""``dod sources verify``: does what is cited still stand on the vendor's pages?"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import click

from dod_model.cli.terminal import layout
from dod_model.documents import Standing, cited, verify
from dod_model.documents.verifying import counts
from dod_model.errors import InputError, Problem

EPILOG = """\b
Examples:
  dod sources verify SCCMdocs           a checkout, at any commit
  dod sources verify pages              pages as <commit>/<path>, several dates at once
  dod sources verify . --all            every passage, also what is there
  dod sources verify SCCMdocs -o json > sources.json

\b
A page is taken from <commit>/<path> in FOLDER if it is there, else from <path>, else
from where the longest trailing part of its path is found once: its name and the
name of its folder, at least. So folders may have been renamed.

\b
there            its words stand under the same heading; form does not count
moved            they stand under another heading, where they did not before
reworded         a block has words that are alike, or stands in the very place
gone             neither: also what was written anew in other words, at another place
page not found   FOLDER has no such page, or several that it could be
unverified       cited only: the page was not at hand, so there is nothing to compare

\b
JSON has every passage; `dod schema sources` is its schema.

\b
Exit codes: 0 all is there; 1 something moved, was reworded or is gone; 3 nothing
did, but some pages were not found; 2 usage, or a folder without any of the pages."""


@click.command(name="verify", epilog=EPILOG)
@click.argument("folder", metavar="FOLDER")
@click.option("-o", "--output", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Format.")
@click.option("--all", "everything", is_flag=True, help="List every passage, also what is there or unverified.")
@click.pass_context
def verify_command(ctx: click.Context, folder: str, output: str, *, everything: bool) -> None:
    """Say whether what is cited still stands on the vendor's pages.

    FOLDER is a checkout of the vendor's documentation repository at any commit, or any folder that has some of
    its pages. It is only read. For each passage the command says whether it is there, and if not, where its
    words went, and which statements and requirements rest on it.
    """
    _check_folder(folder)
    pages = verify(Path(folder), cited())
    counted = counts(pages)
    if not any(page.found.path is not None for page in pages):
        raise InputError(_no_page(folder))
    code = _exit_code(counted)
    if output == "json":
        from dod_model.render.sources_json import sources_json

        click.echo(sources_json(folder, pages, code), nl=False)
    else:
        from dod_model.render.sources_text import sources_text

        for line in sources_text(pages, layout(), everything=everything):
            click.echo(line)
    ctx.exit(code)


def _check_folder(folder: str) -> None:
    """Check that it is one, and can be read.

    Raises:
        InputError: it is not, or cannot.
    """
    try:
        with os.scandir(folder):
            return
    except NotADirectoryError:
        problem = Problem(
            "not-a-folder", "this is no folder", hint="Name the folder that the pages are in", file=folder
        )
    except FileNotFoundError:
        problem = Problem("no-such-folder", "there is no such folder", file=folder)
    except (OSError, ValueError) as refused:
        why = getattr(refused, "strerror", None) or str(refused)
        problem = Problem("unreadable-folder", f"the folder cannot be read: {why}", file=folder)
    raise InputError(problem)


def _no_page(folder: str) -> Problem:
    return Problem(
        "no-pages",
        "none of the cited pages is in this folder",
        hint=(
            "Name a checkout of the vendor's documentation repository, as MicrosoftDocs/SCCMdocs on GitHub, or a part "
            "of one; a page is known by its name and its folder, as deploy-use/deploy-a-task-sequence.md"
        ),
        file=folder,
    )


def _exit_code(counted: Mapping[Standing, int]) -> Literal[0, 1, 3]:
    if counted[Standing.MOVED] or counted[Standing.REWORDED] or counted[Standing.GONE]:
        return 1
    return 3 if counted[Standing.PAGE_NOT_FOUND] else 0
