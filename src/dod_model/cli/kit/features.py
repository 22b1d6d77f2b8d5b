"""``dod kit features``: run the features themselves against an adapter."""

from __future__ import annotations

import click

from dod_model.cli.kit.asked import COMMAND, TIMEOUT, Asked, AskingCommand

EXAMPLE = "dod kit features -- node adapter.mjs"
EPILOG = f"""\b
Examples:
  {EXAMPLE}
  dod kit features --only features/content -- python my_adapter.py

\b
Scenarios that ask what the adapter does not answer (plans and evidence in our
words, single moments of a run) are passed over, and counted by reason; so are those
that it does not know or skips, and those in which it differs only in what is contested
or inferred. In a checkout `behave -D sut="COMMAND"` does the same.

\b
Exit codes: 0 no scenario failed; 1 some did, or every one was passed over; 2 usage,
or an adapter that does not start."""


@click.command(name="features", cls=AskingCommand, epilog=EPILOG)
@click.option("--only", multiple=True, metavar="PATH", help="One feature or folder of features; may be repeated.")
@TIMEOUT
@COMMAND
@click.pass_context
def features_command(ctx: click.Context, only: tuple[str, ...], timeout: float, command: tuple[str, ...]) -> None:
    """Run the features against COMMAND, a line adapter."""
    import shlex

    from dod_model.bdd.running import run_features

    with Asked(command, model=False, impostor=None, timeout=timeout).checked(EXAMPLE).adapter():
        pass  # one that does not start is told of as such
    ctx.exit(run_features({"sut": shlex.join(command), "timeout": str(timeout)}, only))
