"""``dod kit features``: run the features themselves against an adapter."""

from __future__ import annotations

import click

EPILOG = """\b
Examples:
  dod kit features -- node adapter.mjs
  dod kit features --only features/content -- python my_adapter.py

\b
Scenarios that ask what the adapter does not answer (plans and evidence in our
words, single moments of a run) are passed over, and counted by reason. In a
checkout `behave -D sut="COMMAND"` does the same.

\b
Exit codes: 0 no scenario failed; 1 some did; 2 usage, or an adapter that does not
start."""


@click.command(name="features", epilog=EPILOG, context_settings={"ignore_unknown_options": True})
@click.option("--only", multiple=True, metavar="PATH", help="One feature or folder of features; may be repeated.")
@click.option(
    "--timeout", type=click.FloatRange(min=0.01), default=10.0, show_default=True, help="Seconds for an answer."
)
@click.argument("command", nargs=-1, required=True, type=click.UNPROCESSED)
@click.pass_context
def features_command(ctx: click.Context, only: tuple[str, ...], timeout: float, command: tuple[str, ...]) -> None:
    """Run the features against COMMAND, a line adapter."""
    import shlex

    from dod_model.bdd.running import run_features
    from dod_model.kit.process import LineAdapter

    LineAdapter(command, timeout=timeout).close()  # so that one that does not start is told of as such
    ctx.exit(run_features({"sut": shlex.join(command), "timeout": str(timeout)}, only or ("features",)))
