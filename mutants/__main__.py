"""`python -m mutants`: breaks copies of the project, and fails where nothing notices."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from mutants.code import code_mutants, modules
from mutants.data_abilities import ability_mutants
from mutants.data_requirements import requirement_mutants
from mutants.data_tables import table_mutants
from mutants.equivalent import equivalents
from mutants.mutant import Mutant
from mutants.run import outcomes
from mutants.session import Session, fingerprint
from mutants.summary import Summary
from mutants.workshop import BrokenProjectError, Workshop

BUILD = Path("build/mutants")


def main(arguments: list[str]) -> int:
    """Try the mutants; 0 if all are killed or explained, 1 if not, 2 if the project fails as it is."""
    options = _options(arguments)
    build, listed = BUILD.resolve(), equivalents()
    # All is read from one copy: the project may change during the run.
    os.chdir(Workshop(build / "original").folder)
    mutants = list(_chosen(options))
    barren = [str(path) for path in modules() if _has_code(path) and str(path) not in {one.path for one in mutants}]
    session = Session(build / "session.jsonl", fingerprint(), trust_killed=options.trust_killed)
    try:
        found = outcomes(mutants[: options.limit], session, build)
    except BrokenProjectError as error:
        print(error, file=sys.stderr)
        return 2
    whole = not options.only and not options.data_only and options.limit is None
    summary = Summary(found, listed, barren if whole else [], whole)
    print("\n".join(summary.lines()))
    return 0 if summary.passed else 1


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m mutants", description="Break copies of the project on purpose.")
    parser.add_argument("--only", action="append", metavar="PATH", help="only modules whose path has this in it")
    parser.add_argument("--data-only", action="store_true", help="only the mutants of the data")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N")
    parser.add_argument(
        "--trust-killed", action="store_true", help="do not try again what was killed before the project changed"
    )
    return parser.parse_args(arguments)


def _chosen(options: argparse.Namespace) -> Iterator[Mutant]:
    """The mutants that are asked for, those of the data first, none twice."""
    seen = set()
    for mutant in all_mutants(data_only=options.data_only):
        wanted = not options.only or any(part in mutant.path for part in options.only)
        if wanted and mutant.key not in seen:
            seen.add(mutant.key)
            yield mutant


def all_mutants(*, data_only: bool = False) -> Iterator[Mutant]:
    """Every mutant: of the data, and of the code."""
    yield from ability_mutants()
    yield from requirement_mutants()
    yield from table_mutants()
    if not data_only:
        for path in modules():
            yield from code_mutants(path)


def _has_code(path: Path) -> bool:
    """Whether a module defines anything, and does not only pass on what others define."""
    return path.name != "__init__.py" or "dod_model.requirements" in path.read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
