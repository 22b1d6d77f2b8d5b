"""``python -m dod_model.publish``: the docs as plain Markdown, and what a builder of pages does not do."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dod_model.bdd.results import NO_RESULTS, read_results
from dod_model.bdd.spec import spec_folder
from dod_model.errors import DodError
from dod_model.publish import Material, publish
from dod_model.publish.runtime import write_runtime
from dod_model.publish.sealing import seal


def main(words: list[str]) -> int:
    """Do what is asked for; return the exit code."""
    chosen = _parser().parse_args(words)
    try:
        chosen.do(chosen)
    except (DodError, OSError, ValueError) as error:
        sys.stderr.write(f"python -m dod_model.publish: {error}\n")
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dod_model.publish", description="Make the docs.")
    parts = parser.add_subparsers(required=True, metavar="PART")
    pages = parts.add_parser("pages", help="write every page as plain Markdown")
    pages.add_argument("folder", type=Path, help="where they go; what is there is deleted first")
    pages.add_argument("--written", type=Path, default=Path("docs"), help="what is written by hand (default: docs)")
    pages.add_argument("--results", type=Path, help="what came of the last run: behave -D results=FILE")
    pages.set_defaults(do=_pages)
    runtime = parts.add_parser("runtime", help="make the folder from which pages load Python")
    runtime.add_argument("folder", type=Path, help="where it goes; what is there is deleted first")
    runtime.add_argument("--interpreter", type=Path, required=True, help="the folder of the npm package pyodide")
    runtime.add_argument("--wheel", type=Path, required=True, help="pydantic's compiled part for it")
    runtime.set_defaults(do=lambda chosen: write_runtime(chosen.folder, chosen.interpreter, chosen.wheel))
    sealing = parts.add_parser("seal", help="put the content security policy into built pages")
    sealing.add_argument("folder", type=Path, help="the built docs")
    sealing.set_defaults(do=lambda chosen: seal(chosen.folder))
    return parser


def _pages(chosen: argparse.Namespace) -> None:
    results = read_results(chosen.results) if chosen.results else NO_RESULTS
    publish(chosen.folder, chosen.written, Material(spec_folder(), results))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
