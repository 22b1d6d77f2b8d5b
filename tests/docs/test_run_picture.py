"""The picture of the two runs is made from the runs, and shows them in proportion."""

from __future__ import annotations

import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from tests.cli.running import ROOT

ASSETS = ROOT / "docs" / "assets"
PICTURE = (ASSETS / "dod-run.svg").read_text(encoding="utf-8")


def texts() -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(PICTURE).iter() if element.tag.endswith("text")]


def test_it_is_up_to_date() -> None:
    script = ASSETS / "make_run_picture.py"
    made = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert (made.returncode, made.stdout, made.stderr) == (0, "", "")


def test_it_loads_nothing_from_elsewhere() -> None:
    assert re.findall(r"https?://[^\"\s]+", PICTURE) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"url\(|@import|<script|href", PICTURE)


def test_blocks_are_as_high_as_what_they_stand_for() -> None:
    heights = [float(height) for height in re.findall(r'height="([0-9.]+)" rx="3"', PICTURE)]
    drivers, windows = heights[:2]
    assert heights == [drivers, windows] * 2
    assert windows / drivers == pytest.approx(4_831_838_208 / 734_003_200, rel=0.01)


def test_content_comes_before_its_step_or_before_the_start() -> None:
    found = texts()
    on_demand = found[found.index("Download on demand") : found.index("Download all before the start")]
    all_first = found[found.index("Download all before the start") :]
    in_order = ["Drivers, 700 MB", "Stage drivers", "Windows 10 1903, 4.5 GB", "Upgrade Operating System"]
    assert [text for text in on_demand if text in in_order] == in_order
    assert on_demand.index("The task sequence starts") < on_demand.index("Drivers, 700 MB")
    assert all_first.index("Windows 10 1903, 4.5 GB") < all_first.index("The task sequence starts")


def test_totals_are_those_of_the_sizes() -> None:
    found = texts()
    amounts = [
        found[place + 1] for place, text in enumerate(found) if text.startswith("downloaded") or text == "in all"
    ]
    assert round((4_831_838_208 + 734_003_200) / 2**30, 1) == 5.2
    assert amounts == ["0", "5.2 GB", "5.2 GB", "5.2 GB", "0", "5.2 GB"]
