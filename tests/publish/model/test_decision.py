"""The page of how a decision is made shows what is played, and counts what is there."""

from __future__ import annotations

import re

from dod_model.assessment import REACHED_BY, Outcome
from dod_model.attempt import Wish
from dod_model.facts import FACTS
from dod_model.publish.model.decision import decision_page
from dod_model.render.wording import OUTCOMES
from dod_model.requirements import REQUIREMENTS, Force
from tests.cli.running import HEALTHY, dod

PAGE = decision_page()
DIAGRAMS = re.findall(r"^```mermaid\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_runs_are_those_that_the_command_draws() -> None:
    for option in ("on-demand", "before-start"):
        assert dod("run", HEALTHY, "--option", option, "-o", "mermaid").out in DIAGRAMS


def test_the_runs_are_told_in_words_as_the_command_tells_them() -> None:
    for option in ("on-demand", "before-start"):
        told = dod("run", HEALTHY, "--option", option).out.partition("\n")[2].partition("\n\n  In numbers")[0]
        assert "".join(f"    {line}".rstrip() + "\n" for line in told.splitlines()) in PAGE


def test_every_diagram_is_in_a_box_with_a_name_of_its_own_that_can_be_reached_by_keyboard() -> None:
    names = re.findall(r'tabindex="0" role="region" aria-label="Diagram: (.+?)"', PAGE)
    assert len(set(names)) == len(names) == len(DIAGRAMS) == 5


def test_it_counts_what_is_there() -> None:
    assert f"are derived, {len(FACTS)} of them" in PAGE
    assert f"Each of the {len(REQUIREMENTS)} *requirements*" in PAGE
    assert f"decide the outcome, {sum(one.force is Force.BLOCKS for one in REQUIREMENTS)} of them" in PAGE


def test_every_outcome_is_in_the_diagram() -> None:
    (drawn,) = (one for one in DIAGRAMS if "blocking" in one)
    ends = set(re.findall(r'\(\["(.*?)"\]\)', drawn))
    assert ends == {"not covered", "undetermined", "does not run", "downloads on demand", "downloads before start"}
    assert {one.replace(" ", "-") for one in ends} == {one.value for one in Outcome}


def test_each_wish_says_by_what_it_is_reached() -> None:
    for wish in Wish:
        (line,) = re.findall(
            rf"^- \*That it {'runs' if wish is Wish.RUN else 'downloads on demand'}\*: (.*)$", PAGE, re.M
        )
        assert {one for one in Outcome if OUTCOMES[one] in line} == REACHED_BY[wish]
