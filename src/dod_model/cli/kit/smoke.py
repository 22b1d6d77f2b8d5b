"""``dod kit smoke``: is an adapter wired right?"""

from __future__ import annotations

import click

from dod_model.cli.kit.asked import COMMAND, TIMEOUT, Asked, AskingCommand
from dod_model.cli.terminal import layout

EXAMPLE = "dod kit smoke -- node adapter.mjs"
EPILOG = f"""\b
Examples:
  {EXAMPLE}
  dod kit smoke --timeout 60 -- java -jar tool.jar
  dod kit smoke -- dod kit serve      what it looks like if all is well

\b
Asked are a site on which all is in order, and the same where the gateway does not
serve content. Each thing that can be wrong is told with what to look at first.

\b
Exit codes: 0 it is wired right; 1 an answer is wrong, or an error; 3 it gives no
answer; 2 usage, or COMMAND does not start or does not say hello."""


@click.command(name="smoke", cls=AskingCommand, epilog=EPILOG)
@TIMEOUT
@COMMAND
@click.pass_context
def smoke_command(ctx: click.Context, timeout: float, command: tuple[str, ...]) -> None:
    """Find out with two questions whether an adapter is wired right.

    COMMAND is a line adapter, a program with its arguments; no shell is involved.
    """
    from dod_model.kit.smoke import smoke, smoke_lines

    Asked(command, model=False, impostor=None, timeout=timeout).checked(EXAMPLE)
    found = smoke(command, timeout=timeout)
    for line in smoke_lines(found, layout()):
        click.echo(line)
    ctx.exit(found.exit_code)
