"""A throw-away copy of the project, in which a mutant is tried. The working tree is never touched."""

from __future__ import annotations

import compileall
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from importlib.util import cache_from_source
from pathlib import Path

from mutants.mutant import Mutant

COPIED = ("src", "features", "steps", "tests", "docs", "environment.py", "pyproject.toml", "mkdocs.yml")
FEATURES = (sys.executable, "-m", "behave", "--stop", "--no-summary", "--format", "null")
PYTEST = (sys.executable, "-m", "pytest", "-x", "-q", "-m", "not slow", "-p", "no:cacheprovider")
OF_PLANS = ("tests/plan", "tests/laws/test_plans.py")
OF_RUNS = ("tests/run",)
OF_THE_MODEL = (
    "tests/test_abilities.py",
    "tests/test_assessment.py",
    "tests/test_facts.py",
    "tests/test_findings.py",
    "tests/test_releases.py",
    "tests/requirements",
    "tests/decision_tables",
    "tests/laws/test_agreed.py",
    "tests/laws/test_evidence.py",
    "tests/laws/test_outcomes.py",
    "tests/laws/test_unknown.py",
)
"""The tests of the modules that are mutated, the quick ones first."""
PATIENCE = 8
"""A run that takes so many times what it takes on the project as it is, and ten seconds more, is stopped."""


class Outcome(Enum):
    """What became of a mutant."""

    FEATURES = "killed by the features"
    TESTS = "killed by the tests"
    TIMEOUT = "killed by the clock"
    SURVIVED = "survived"


class BrokenProjectError(RuntimeError):
    """Features or tests fail on the project as it is: nothing can be learnt from mutants."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the features and the tests may take, in seconds."""

    features: float
    tests: float


def has_to_notice(path: str) -> tuple[str, ...]:
    """The tests that have to notice what is wrong in a module, those that mirror it first."""
    if "/plan/" in path:
        return OF_PLANS
    if "/run/" in path:
        return OF_RUNS
    mirror = f"tests/test_{Path(path).name}"
    return (mirror, *(one for one in OF_THE_MODEL if one != mirror))


class Workshop:
    """One copy. Only one mutant at a time is in it."""

    def __init__(self, folder: Path) -> None:
        """Make a copy of the project at hand in this folder, in place of what is there."""
        self.folder = folder.resolve()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        for name in COPIED:
            source = Path(name)
            if source.is_dir():
                shutil.copytree(source, self.folder / name, ignore=shutil.ignore_patterns("__pycache__"))
            elif source.exists():
                shutil.copy(source, self.folder / name)
        # Later runs write no bytecode: a module that changes twice in a second would be taken for the one before.
        compileall.compile_dir(self.folder / "src", quiet=1)

    def try_out(self, mutant: Mutant, patience: Patience) -> Outcome:
        """Change the copy, run what has to notice, change it back."""
        path = self.folder / mutant.path
        kept = path.read_text(encoding="utf-8")
        Path(cache_from_source(str(path))).unlink(missing_ok=True)
        path.write_text(mutant.after, encoding="utf-8")
        try:
            return self._run_on(mutant, patience)
        finally:
            path.write_text(kept, encoding="utf-8")

    def _run_on(self, mutant: Mutant, patience: Patience) -> Outcome:
        passed = self.run(FEATURES, patience.features)
        if passed is None:
            return Outcome.TIMEOUT
        if not passed:
            return Outcome.FEATURES
        if mutant.by_features:
            return Outcome.SURVIVED
        passed = self.run((*PYTEST, *has_to_notice(mutant.path)), patience.tests)
        if passed is None:
            return Outcome.TIMEOUT
        return Outcome.SURVIVED if passed else Outcome.TESTS

    def require_own_model(self) -> None:
        """See to it that the copy imports its own model.

        Raises:
            BrokenProjectError: it imports another one.
        """
        where = "import dod_model, sys; sys.exit(not dod_model.__file__.startswith(sys.argv[1]))"
        if not self.run((sys.executable, "-c", where, str(self.folder)), 60):
            message = "the copy imports a model that is not its own"
            raise BrokenProjectError(message)

    def patience(self, tests: Iterable[str]) -> Patience:
        """How long the features and these tests take on the project as it is, times what patience allows.

        Raises:
            BrokenProjectError: it fails as it is, so that it would kill every mutant.
        """
        self.require_own_model()
        named = tuple(tests)
        return Patience(self._allowed(FEATURES), self._allowed((*PYTEST, *named)) if named else 0)

    def _allowed(self, command: tuple[str, ...]) -> float:
        started = time.monotonic()
        if not self.run(command, 1200):
            message = f"this fails on the project as it is: {' '.join(command[1:])} (see {self.folder}/run.log)"
            raise BrokenProjectError(message)
        return PATIENCE * (time.monotonic() - started) + 10

    def run(self, command: tuple[str, ...], seconds: float) -> bool | None:
        """Run a command in the copy: whether its exit code is 0; None if it took too long."""
        environment = {
            **os.environ,
            "PYTHONPATH": str(self.folder / "src"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONHASHSEED": "0",
        }
        with (self.folder / "run.log").open("wb") as log:
            process = subprocess.Popen(
                command, cwd=self.folder, env=environment, stdout=log, stderr=log, start_new_session=True
            )
            try:
                return process.wait(timeout=seconds) == 0
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                return None
