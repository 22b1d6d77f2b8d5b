"""What the page on descriptions shows is a description."""

import pytest

from dod_model.intake import parse_site
from dod_model.site import MISSING, Site, StepKind, every_step
from dod_model.situation.conditions import met
from tests.cli.running import ROOT
from tests.docs.test_readme import blocks

EXAMPLES = [
    one for one in blocks(ROOT / "docs" / "how-to" / "describe-your-site.md", "yaml") if ":" in one and one[0] != "#"
]


def read(text: str) -> Site:
    return parse_site(text.encode(), name="the page", format="yaml")


@pytest.mark.parametrize("text", EXAMPLES)
def test_every_example_is_read(text: str) -> None:
    assert read(text).known()


def test_the_steps_of_the_example_run_on_its_client() -> None:
    (site,) = [site for site in map(read, EXAMPLES) if site.task_sequences is not MISSING]
    steps = list(every_step(site.named("task_sequences", "Upgrade to Windows 10").steps))
    assert [step.kind for step in steps] == [StepKind.GROUP, StepKind.DOWNLOAD_PACKAGE_CONTENT]
    assert [met(step, site.named("clients", "LT-001")) for step in steps] == [True, True]
