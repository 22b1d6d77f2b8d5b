"""`python -m bench`: measures, prints, and fails where a stated bound is not kept."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path

from bench.deciding import deciding, from_site
from bench.growth import growth
from bench.kit import kit
from bench.pages import pages
from bench.report import Section, as_data
from bench.runs import runs
from bench.scenarios import scenarios
from bench.starting import starting

BUILD = Path("build/bench")

PARTS: dict[str, Callable[[], Section]] = {
    "deciding": deciding,
    "from-site": from_site,
    "scenarios": lambda: scenarios(BUILD),
    "starting": starting,
    "growth": growth,
    "runs": runs,
    "kit": kit,
    "pages": pages,
}
"""Every part by name, in the order in which they run."""


def main(arguments: list[str]) -> int:
    """Run the parts; 0 if every bound is kept, else 1."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure, side by side in one run.")
    parser.add_argument("--only", choices=PARTS, action="append", help="one part only; may be repeated")
    chosen = parser.parse_args(arguments).only or list(PARTS)
    BUILD.mkdir(parents=True, exist_ok=True)
    print(f"CPython {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; medians")
    sections = []
    for name in chosen:
        sections.append(PARTS[name]())
        print("\n" + "\n".join(sections[-1].lines()), flush=True)
    (BUILD / "bench.json").write_text(json.dumps(as_data(sections), indent=2) + "\n")
    broken = [bound for section in sections for bound in section.bounds if not bound.kept]
    print(f"\n{len(broken)} bounds broken" if broken else "\nevery bound is kept")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
