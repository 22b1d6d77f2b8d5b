"""The page that explains how a decision is made, with the runs of the healthy site as they are played."""

from __future__ import annotations

from collections.abc import Iterator

from dod_model.assessment import REACHED_BY, Outcome
from dod_model.assumptions import ASSUMPTIONS
from dod_model.attempt import Wish
from dod_model.facts import FACTS
from dod_model.kit.healthy import ATTEMPT, HEALTHY
from dod_model.publish.labels import capital
from dod_model.publish.markdown import escaped, heading, link, page
from dod_model.publish.model.diagrams import DECISION, OUTCOME, UNKNOWN, diagram
from dod_model.render.run_mermaid import run_mermaid
from dod_model.render.run_style import RunStyle
from dod_model.render.run_text import timeline
from dod_model.render.run_words import ENDINGS, OPTIONS
from dod_model.render.wording import OUTCOMES, WISHES
from dod_model.requirements import REQUIREMENTS, Force
from dod_model.run import Run, play
from dod_model.site import DeploymentOption

PLAYED = (DeploymentOption.WHEN_NEEDED, DeploymentOption.BEFORE_START)

INTRODUCTION = """\
A site description and an attempt go in; an outcome comes out, with every finding that led to it. What lies between is
the same for the command, the pages, the test-kit and the Python functions."""

FROM_SITE = """\
An *attempt* is one client that starts one deployment, in one way, from one place. Of the site and the attempt *facts*
are derived, {facts} of them, each a plain question with few answers: is the content in the cloud, what is the release
of the client. Each of the {requirements} *requirements* is a function of these facts and asks nothing else. What it
answers is a *finding*: met, violated, not applicable or undetermined, with the facts that it rests on and the passages
of the documents. The findings together give the *outcome*."""

RELEASES = """\
No requirement compares release numbers. It asks whether the product *can* do something, and [the table of
releases](<~/releases/index.md>) says since when it can."""

DECIDED = """\
Only requirements that *block* decide the outcome, {blocking} of them. The questions are asked in this order, and the
first that fits gives the answer:"""

IN_WORDS = """\
1. Do the documents speak of such an attempt? If not, it is *not covered*; if that is unknown, *undetermined*.
2. Is a blocking requirement violated? Then it *does not run*, however much else is unknown.
3. Is a blocking requirement undetermined? Then so is the outcome.
4. Else it runs. The deployment option says when the content comes."""

UNKNOWN_WORDS = """\
What a description leaves out is unknown, not "no" and not the product's default. Where a requirement reads a fact that
is unknown, it is asked once for each answer that the fact could have. If all agree, that is the finding; if they do
not, it is *undetermined*, and names what to find out. So a description that is filled in can only turn *undetermined*
into something certain; what is certain stays."""

WISH = """\
You say what you want of an attempt. The outcome is the same; whether it is what you wanted, and the exit code, hang on
the wish."""

PLAN = """\
Where the wish is not reached, a [plan](<~/explanation/plans.md>) names the fewest changes that reach it. It is found by
trying: a remedy is applied to the site, and the changed site is decided by the same functions, until no requirement is
in the way."""

PLAYED_WORDS = """\
An attempt that runs can be [played](<~/explanation/runs.md>): a run is the list of what happens, each moment caused by
an earlier one. These are the two runs of the [healthy site](<~/examples/healthy.yaml>), as `dod run` draws them with
`-o mermaid`."""

ASSUMED = """\
A decision takes some things for granted, since no description tells of them. They are told with each assessment:"""


def decision_page() -> str:
    """From the site to the outcome, what becomes of the unknown, the wish, the plan, and the runs of one attempt."""
    return page("How the decision is made", INTRODUCTION, _lines())


def runs() -> tuple[Run, ...]:
    """The attempt on the healthy site, played with each of the two options."""
    return tuple(play(HEALTHY, ATTEMPT, option=option) for option in PLAYED)


def _lines() -> Iterator[str]:
    yield from diagram(DECISION, "from the site to the outcome")
    counts = {"facts": len(FACTS), "requirements": len(REQUIREMENTS)}
    yield from _told(FROM_SITE.format(**counts), RELEASES)
    yield from (heading(2, "From findings to the outcome", "outcome"), "")
    yield from _told(DECIDED.format(blocking=sum(one.force is Force.BLOCKS for one in REQUIREMENTS)), IN_WORDS)
    yield from diagram(OUTCOME, "from findings to the outcome")
    yield from (heading(2, "What becomes of the unknown", "unknown"), "")
    yield from _told(UNKNOWN_WORDS)
    yield from diagram(UNKNOWN, "what becomes of a finding")
    yield from (heading(2, "Which wish", "wish"), "")
    yield from _told(WISH, "\n".join(_wishes()), PLAN)
    yield from (heading(2, "A run, played", "run"), "")
    yield from _told(PLAYED_WORDS)
    for run in runs():
        yield from _run(run)
    yield from (heading(2, "What is assumed", "assumed"), "")
    yield from _told(ASSUMED, "\n".join(f"- {escaped(one.text)}" for one in ASSUMPTIONS))
    yield from _told(f"More: {link('verdicts and the unknown', '~/explanation/verdicts-and-the-unknown.md')}.")


def _told(*paragraphs: str) -> Iterator[str]:
    for one in paragraphs:
        yield from (one, "")


def _wishes() -> Iterator[str]:
    for wish in Wish:
        reached = [OUTCOMES[one] for one in Outcome if one in REACHED_BY[wish]]
        yield f"- *{capital(WISHES[wish])}*: reached where it {'; or '.join(reached)}."


def _run(run: Run) -> Iterator[str]:
    title = OPTIONS[run.option]
    yield from (heading(3, capital(title)), "")
    yield from diagram(run_mermaid([run]), f"a run, {title}", wide=True)
    yield f'??? note "The same in words: {ENDINGS[run.ending]}"'
    yield from ("", "    ```text")
    yield from (f"    {line}".rstrip() for line in timeline(run, RunStyle()))
    yield from ("    ```", "")
