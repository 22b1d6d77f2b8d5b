"""Running the features in a process of their own: against an adapter, or to record the vectors."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from dod_model.bdd.session import FOLDER
from dod_model.bdd.spec import spec_folder
from dod_model.errors import DodError, InputError, Problem
from dod_model.kit.format import Kind
from dod_model.kit.recording import DERIVED, write
from dod_model.kit.shipped import vector_count
from dod_model.site.nearest import closest

LONGEST = 600.0
"""So many seconds recording may take; it takes a few."""
ENDS_WITHIN = 10.0
"""So many seconds behave has to end after it was interrupted."""


class FeaturesFailedError(DodError):
    """The features do not pass, so nothing is recorded. The author of the spec mends it."""


def record(folder: Path) -> dict[Kind, int]:
    """Record every vector: from the features, by running them, and beside them.

    Args:
        folder: where the files go; it is made if it is not there.

    Returns:
        How many entries each file has.

    Raises:
        FeaturesFailedError: a scenario failed; the message is what behave said.
        OSError: the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    run = subprocess.run(  # noqa: S603 - our own features
        behave_command({"record": str(folder.resolve())}),
        cwd=spec_folder(),
        env=_environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=LONGEST,
        check=False,
    )
    if run.returncode:
        raise FeaturesFailedError(f"the features do not pass:\n{run.stdout[-4000:]}{run.stderr[-4000:]}")
    derived = {kind: write(folder, kind, entries()) for kind, entries in DERIVED.items()}
    return {"features": vector_count((folder / "features.json").read_text(encoding="utf-8")), **derived}


def run_features(userdata: Mapping[str, str], paths: Iterable[str] = ()) -> int:
    """Run the features, their output going where ours goes. An adapter runs in the folder of the caller.

    Args:
        userdata: what the session is to know.
        paths: features and folders of features, below the folder of the spec; none for all.

    Returns:
        behave's exit code: 0 if no scenario failed.

    Raises:
        InputError: there is no such feature.
    """
    chosen = list(paths) or ["features"]
    for path in chosen:
        _check(path)
    command = [*behave_command({FOLDER: str(Path.cwd()), **userdata}), *chosen]
    with subprocess.Popen(command, cwd=spec_folder(), env=_environment()) as process:  # noqa: S603 - our own features
        try:
            return process.wait()
        except KeyboardInterrupt as stop:
            # behave was interrupted, too, unless something else ended this process. Given a moment, it ends the adapter
            # that it started.
            if type(stop) is not KeyboardInterrupt:
                process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(ENDS_WITHIN)
            process.kill()
            raise


def _check(path: str) -> None:
    """Refuse a path that is no feature and no folder of features.

    Raises:
        InputError: it is none; the nearest that is one is named.
    """
    spec = spec_folder()
    known = [one.relative_to(spec).as_posix() for one in sorted((spec / "features").rglob("*"))]
    if path.rstrip("/").replace("\\", "/") not in ("features", *known):
        near = closest(path, known)
        hint = f"Did you mean '{near}'?" if near else "It is a path such as features/content."
        raise InputError(Problem("no-feature", f"there is no feature or folder of features '{path}'", hint=hint))


def behave_command(userdata: Mapping[str, str]) -> list[str]:
    """The command that runs the features, wherever the configuration of the checkout is."""
    # behave takes one pair of quotation marks from a value, which may be those of its first and its last word.
    words = [word for name, value in userdata.items() for word in ("-D", f'{name}="{value}"')]
    return [sys.executable, "-m", "behave", "--format", "progress", "--no-color", *words]


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"}
