"""Sites and what is said of them, for the tests of formats."""

from __future__ import annotations

from functools import cache

from dod_model.attempt import Wish
from dod_model.intake import read_site
from dod_model.render.layout import Layout
from dod_model.render.text import TextOptions, text_report
from dod_model.results import Result, results
from dod_model.site import Site
from dod_model.survey import Question, attempts, with_clients
from tests.cli.running import HEALTHY, fault

PLAIN = Question()


@cache
def healthy() -> Site:
    """The healthy example."""
    return read_site(HEALTHY)


@cache
def faulty(requirement: str) -> Site:
    """The example in which this requirement is violated."""
    return read_site(fault(requirement))


def found(site: Site, question: Question = PLAIN, wish: Wish = Wish.ON_DEMAND, *, plans: bool = True) -> list[Result]:
    """The results of a question."""
    described = with_clients(site)
    return list(results(described, attempts(described, question), wish, with_plans=plans))


def told(
    site: Site,
    question: Question = PLAIN,
    wish: Wish = Wish.ON_DEMAND,
    *,
    layout: Layout | None = None,
    everything: bool = False,
    plans: bool = True,
) -> str:
    """The text that is said of a site."""
    options = TextOptions(everything=everything, layout=layout or Layout())
    return "\n".join(text_report(found(site, question, wish, plans=plans), wish, options)) + "\n"
