"""The page lays a verdict out by the titles that the command gives its parts: it knows each, and no other."""

from __future__ import annotations

import re

from tests.cli.running import ROOT
from tests.page.answers import EVERY, GATEWAY, answered

SCRIPT = (ROOT / "web" / "src" / "try-it" / "verdict.mjs").read_text(encoding="utf-8")
LISTS = ("IN_FULL", "IN_BRIEF", "ORDER")


def named() -> set[str]:
    """The titles that the script names."""
    lists = [re.search(rf"^const {name} = (.+);$", SCRIPT, re.MULTILINE) for name in LISTS]
    compared = re.findall(r'title === "([^"]*)"', SCRIPT)
    return {title for one in lists if one for title in re.findall(r'"([^"]*)"', one[1])} | set(compared)


def sent() -> set[str]:
    """The titles of the examples, of an attempt of which no document speaks, and of a fault beside an unknown."""
    found = [answered(path.read_text(encoding="utf-8")) for path in EVERY]
    text = GATEWAY.read_text(encoding="utf-8")
    found.append(answered(text, place="intranet"))
    found.append(answered(text.replace("use_gateway: true, ", "")))
    return {section["title"] for one in found for group in one["groups"] for section in group["sections"]}


def test_the_titles_that_the_page_names_are_those_that_it_is_sent() -> None:
    assert sent() == named()
