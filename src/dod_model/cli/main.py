"""The entry of the command: finds the sub-command, and turns errors into messages and exit codes."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import replace
from io import TextIOWrapper

import click

from dod_model.cli.commands import Commands, ReaderGoneError, StoppedError
from dod_model.errors import DodError, InputError, Problem
from dod_model.render.wording import printable
from dod_model.results import ExitCode

COMMANDS = {
    "check": "Say whether devices will run the task sequence, and what to mend.",
    "compare": "Say what begins, ends or changes between two releases.",
    "explain": "Tell all about a requirement, a statement or an ability.",
    "kit": "Try another tool against the documented cases.",
    "releases": "Show since when the product can do what.",
    "run": "Play a task sequence: what is downloaded when and from where.",
    "schema": "Print a JSON Schema: of site descriptions, reports, runs or the kit.",
    "sources": "Compare what is cited with the vendor's pages.",
}
"""The sub-commands, each a function of the same name in a module of the same name, and what they do."""

EXTRAS = {"behave": "bdd", "hypothesis": "strategies"}
"""Packages that some sub-commands need beyond those of the command itself, and the extra that brings each."""

BROKEN_PIPE = 141
"""What a shell says of a command whose reader has gone, as of `dod ... | head`."""
STOPPED = 130
"""What a shell says of a command that was stopped by the keyboard."""
SIGNAL = 128
"""What a shell adds to the number of the signal that stopped a command."""

HELP = """When does a task sequence download on demand over the internet?

Checks the description of a Configuration Manager site against the documented
conditions for running a task sequence on internet-based devices through a cloud
management gateway, says what to mend and where the documents say so, and plays
what a device then downloads, step by step.

Start with a description of your site, as short as you like: what it leaves out
is taken as unknown, and the answer says what to find out.

\b
  release: 1910
  deployments:
    - name: Upgrade laptops
      task_sequence: Upgrade to Windows 10
      collection: Laptops

\b
  dod check site.yaml
  dod run site.yaml
"""
EPILOG = """\b
Exit codes: 0 every wish is reached; 1 some wish is not; 3 none fails, but some
are undetermined or not covered; 2 usage or unreadable input; 70 a bug of ours.
To `dod run` the wish is that every run ends well.
Nothing is sent anywhere, and nothing in a description is executed."""


@click.command(
    cls=Commands,
    table=COMMANDS,
    package="dod_model.cli",
    help=HELP,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="dod-model", prog_name="dod")
def dod() -> None:
    """Run the sub-command that the words name."""


def main(args: list[str] | None = None) -> int:
    """Run the command and return its exit code.

    Args:
        args: the words after the name of the command; None for those of the process.
    """
    _never_fail_on_characters()
    try:
        answer = dod.main(args=args, prog_name="dod", standalone_mode=False)
    except StoppedError as stop:
        return _stopped(stop.number)
    except (Exception, KeyboardInterrupt) as problem:
        return _failed(problem)
    return int(answer or 0)


def _stopped(number: int) -> int:
    with suppress(OSError):  # the terminal may be gone, which is what the signal says
        click.echo("dod: stopped", err=True)
    return SIGNAL + number


def _failed(problem: Exception | KeyboardInterrupt) -> int:
    """Tell what went wrong, on standard error, and return the exit code."""
    code: int = ExitCode.USAGE
    match problem:
        case click.Abort() | KeyboardInterrupt():
            click.echo("dod: stopped", err=True)
            code = STOPPED
        case click.ClickException():
            problem.show()
        case InputError():
            click.echo(f"dod: {_on_lines([_told(one) for one in problem.problems])}", err=True)
        case DodError():
            click.echo(f"dod: {_on_lines(str(problem).splitlines())}", err=True)
        case ReaderGoneError():
            _write_no_more()
            code = BROKEN_PIPE
        case OSError():
            _write_no_more()
            click.echo(f"dod: the answer cannot be written: {problem.strerror or problem}", err=True)
        case _:
            code = _our_bug(problem)
    return code


def _on_lines(problems: list[str]) -> str:
    lines = [printable(problem) for problem in problems]
    return lines[0] if len(lines) == 1 else "\n  ".join(["the input has problems:", *lines])


def _told(problem: Problem) -> str:
    """A problem as one line, its hint as a sentence of its own."""
    text = str(replace(problem, hint=""))
    return f"{text.removesuffix('.')}. {problem.hint}" if problem.hint else text


def _write_no_more() -> None:
    """Send to nowhere what is left: Python flushes the stream once more at exit, which must not fail again."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _never_fail_on_characters() -> None:
    """Write characters that the terminal's encoding lacks as escapes."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - it lives as long as the process
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _our_bug(bug: BaseException) -> int:
    if isinstance(bug, ModuleNotFoundError) and bug.name in EXTRAS:  # an extra is missing, which is no bug
        click.echo(f"dod: this needs {bug.name}: pip install 'dod-model[{EXTRAS[bug.name]}]'", err=True)
        return ExitCode.USAGE
    click.echo(f"dod: a bug of ours: {type(bug).__name__}: {printable(str(bug))}", err=True)
    if "DOD_TRACEBACK" in os.environ:
        from traceback import print_exception

        print_exception(bug, file=sys.stderr)
    else:
        click.echo("  Please report it; DOD_TRACEBACK=1 shows the traceback.", err=True)
    return ExitCode.OUR_BUG
