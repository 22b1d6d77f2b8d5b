"""``dod kit serve``: be an adapter."""

from __future__ import annotations

import sys

import click

from dod_model.cli.kit.asked import in_process

EPILOG = """\b
Examples:
  dod kit serve
  dod kit run -- dod kit serve
  dod kit smoke -- dod kit serve --impostor NAME

\b
To see what an adapter says, type a request, a line each:
  {"cmd": "hello", "kit": 1}
  {"cmd": "bye"}

\b
Exit codes: 0 it was told bye, or its input ended; 2 usage."""


@click.command(name="serve", epilog=EPILOG)
@click.option("--impostor", metavar="NAME", help="Be this impostor; `dod kit list --impostors` lists them.")
def serve_command(impostor: str | None) -> None:
    """Be an adapter: answer as the model does, or wrongly on purpose, as an impostor.

    Requests are read from standard input and answered on standard output, a line each.
    """
    from dod_model.kit.serving import serve

    serve(in_process(impostor), sys.stdin.buffer, sys.stdout.buffer)
