"""``check``: what becomes of every attempt on the site that a text describes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from dod_model.assumptions import ASSUMPTIONS
from dod_model.attempt import Place, Start, User, Wish
from dod_model.browser.answers import Answer, Group, Runs
from dod_model.browser.mentions import Mentions
from dod_model.browser.playing import runs_of
from dod_model.browser.reading import Text, problems_of
from dod_model.browser.telling import alike, closing, told_of
from dod_model.errors import InputError
from dod_model.render.wording import WISHES
from dod_model.results import Result, results
from dod_model.survey import Question, attempts, with_clients

ATTEMPTS = 200
"""So many attempts are looked at."""
GROUPS = 25
"""So many groups of clients that fare alike are told."""
RUNS = 8
"""So many attempts are played."""
SIZE = 2 * 2**20
"""So many characters there are of groups, and of runs; the one that goes beyond is still told."""

Shown = TypeVar("Shown", Group, Runs)


def check(
    text: str, wish: str = "on-demand", start: str | None = None, place: str | None = None, user: str | None = None
) -> str:
    """Say whether devices will run the task sequences, and what to mend: as `dod check`, with the runs of `dod run`.

    Args:
        text: the description of a site, in YAML or JSON.
        wish: ``on-demand`` or ``run``.
        start: how it is started; None for as the purpose of each deployment suggests.
        place: where clients are; None for the internet.
        user: who starts it; None for unknown.

    Returns:
        An `Answer` as JSON; where the text has problems it tells them and nothing else.

    Raises:
        ValueError: there is no such wish, start, place or user.
    """
    wanted = Wish(wish)
    question = Question(
        start=None if start is None else Start(start),
        place=Place.INTERNET if place is None else Place(place),
        user=None if user is None else User(user),
    )
    try:
        answer = _answer(Text.of(text), wanted, question)
    except InputError as error:
        answer = Answer(problems=problems_of(error))
    return answer.model_dump_json(ensure_ascii=True, by_alias=True)


def _answer(text: Text, wish: Wish, question: Question) -> Answer:
    site = with_clients(text.site())
    asked = attempts(site, question)
    looked_at = list(results(site, islice(asked, ATTEMPTS), wish))
    mentions = Mentions(site, text.tree())
    groups = alike(looked_at)[:GROUPS]
    told = tuple(_bounded(told_of(group, wish, mentions) for group in groups))
    shown = [result for group in groups[: len(told)] for result in group]
    return Answer(
        wish=WISHES[wish],
        closing=closing(shown, wish),
        reached=_reached(shown),
        groups=told,
        more=len(looked_at) + sum(1 for _ in asked) - len(shown),
        runs=tuple(_bounded(runs_of(result, mentions) for result in shown[:RUNS])),
        assumed=tuple(one.text for one in ASSUMPTIONS),
    )


def _bounded(parts: Iterable[Shown]) -> Iterator[Shown]:
    """The first parts of an answer, so many as there is room for."""
    size = 0
    for part in parts:
        if size > SIZE:
            return
        size += len(part.model_dump_json(ensure_ascii=True))
        yield part


def _reached(results: Iterable[Result]) -> bool | None:
    answers = {result.assessment.reached for result in results}
    return False if False in answers else None if None in answers else True
