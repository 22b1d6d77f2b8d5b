"""What the tutorial says of its example holds."""

from __future__ import annotations

from tests.cli.running import HEALTHY, ROOT, dod, fault
from tests.docs.test_readme import blocks

PAGE = ROOT / "docs" / "tutorial" / "first-check.md"
FAULTY = fault("allowed-on-the-internet")


def lines_of(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_the_deployment_that_is_shown_is_that_of_the_example() -> None:
    shown, _ = blocks(PAGE, "yaml")
    assert f"\n{shown}\n" in FAULTY.read_text(encoding="utf-8")


def test_the_healthy_site_is_the_example_with_the_line_mended() -> None:
    _, mended = blocks(PAGE, "yaml")
    before, after = (lines_of(path.read_text(encoding="utf-8")) for path in (FAULTY, HEALTHY))
    changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert changed == [("    internet: false  # the fault", mended.rstrip("\n"))]


def test_the_exit_codes_are_those_that_are_told() -> None:
    assert (dod("check", FAULTY).code, dod("check", HEALTHY).code, dod("run", HEALTHY).code) == (1, 0, 0)
