"""How a command is started, and ended with everything that it started."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

from dod_model.kit.answers import AdapterError
from dod_model.render.wording import printable
from dod_model.site.nearest import closest

_NEIGHBOURS = 5_000  # file names that are looked at to find the one that was meant
_DEATH = 5.0  # seconds after which one that was killed is not waited for: it became another user's
_WINDOWS = sys.platform == "win32"


def launch(command: Sequence[str], cwd: str | os.PathLike[str] | None) -> subprocess.Popen[bytes]:
    """Start a command without a shell, in a group of its own, its three streams being pipes without buffers.

    Args:
        command: the program and its arguments.
        cwd: the folder that it runs in; None for that of this process.

    Raises:
        AdapterError: it cannot be started.
    """
    if not command or not command[0]:
        raise AdapterError("There is no command to start.")
    if cwd is not None and not Path(cwd).is_dir():
        raise AdapterError(f"There is no folder '{printable(str(cwd))}' to start the command in.")
    try:
        return subprocess.Popen(  # noqa: S603 - what the asker wants to run
            list(command),
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=cwd,
            start_new_session=not _WINDOWS,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
    except FileNotFoundError:
        raise AdapterError(_told(command, "there is no such program", _neighbour(command[0], cwd))) from None
    except PermissionError:
        hint = "Is it executable? A script can be given to the program that runs it: python my_tool.py."
        raise AdapterError(_told(command, "it may not be run", hint)) from None
    except (OSError, ValueError) as error:
        hint = "A script can be given to the program that runs it: python my_tool.py."
        said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise AdapterError(_told(command, f"the system says: {said.lower()}", hint)) from None


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a command at once, with everything in its group. It may have ended before."""
    if sys.platform == "win32":
        if process.poll() is None:
            # What it started is found only while it runs.
            tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(tree, capture_output=True, check=False, timeout=5)  # noqa: S603 - no word from outside
        process.kill()
    else:
        _signal_group(process, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):
        process.wait(_DEATH)


def end(process: subprocess.Popen[bytes], patience: float) -> None:
    """End a command that was told to go: wait for it, then ask it to terminate, then kill it with its group.

    Args:
        process: the command.
        patience: seconds it has to go by itself; it has half of them more when it was asked to terminate.
    """
    with suppress(subprocess.TimeoutExpired):
        process.wait(patience)
    if process.poll() is None:
        if _WINDOWS:
            process.terminate()
        else:
            _signal_group(process, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(patience / 2)
    kill(process)


def _signal_group(process: subprocess.Popen[bytes], number: int) -> None:
    # The group outlives its first process if that left others behind. It is gone, or its rest is about to be,
    # where the system says that there is none or that it may not be signalled.
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)


def how_it_ended(process: subprocess.Popen[bytes], patience: float) -> str:
    """How a command ended whose output is closed, as a part of a sentence.

    Args:
        process: the command.
        patience: seconds to wait for its end, which may come a little after that of its output.
    """
    with suppress(subprocess.TimeoutExpired):
        process.wait(patience)
    code = process.poll()
    if code is None:
        return "it closed its output"
    if code >= 0:
        return f"it ended with exit code {code}"
    with suppress(ValueError):
        return f"it was ended by signal {-code} ({signal.Signals(-code).name})"
    return f"it was ended by signal {-code}"


def _told(command: Sequence[str], problem: str, hint: str) -> str:
    text = f"'{printable(command[0][:200])}' cannot be started: {problem}."
    return f"{text} {hint}" if hint else text


def _neighbour(program: str, cwd: str | os.PathLike[str] | None) -> str:
    """What was probably meant by a program that there is not, as a sentence, or empty."""
    path = Path(program)
    if path.name != program:
        folder = Path(cwd or ".") / path.parent
        if not folder.is_dir():
            return f"There is no folder '{printable(str(path.parent))}' either."
        near = closest(path.name, _names([folder]))
        return f"Did you mean '{printable(str(path.parent / near))}'?" if near else ""
    if " " in program and shutil.which(program.split(maxsplit=1)[0]):
        return "The program and each of its arguments are words of their own."
    if (Path(cwd or ".") / program).is_file():
        return f"A program in this folder is called by its path: '{os.curdir}{os.sep}{printable(program)}'."
    near = closest(program, _names(map(Path, os.get_exec_path())))
    return f"Did you mean '{printable(near)}'?" if near else ""


def _names(folders: Iterable[Path]) -> set[str]:
    """Some names of files in folders; none from those that cannot be listed."""
    found: set[str] = set()
    for folder in folders:
        with suppress(OSError), os.scandir(folder) as entries:
            found |= {entry.name for entry in islice(entries, max(0, _NEIGHBOURS - len(found)))}
    return found
