"""A site at two releases -> what changes for its deployments, as text for reading."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from dod_model.attempt import Wish
from dod_model.releases import Release
from dod_model.render.layout import Layout
from dod_model.render.text import clients_of
from dod_model.render.wording import OUTCOMES, WISHES
from dod_model.requirements import Force, Verdict
from dod_model.results import Result, results
from dod_model.site import Site, with_fields
from dod_model.situation.resolving import given
from dod_model.survey import Question, attempts

Pair = tuple[Result, Result]


def compared(
    site: Site, releases: tuple[Release, Release], wish: Wish, reached: list[bool | None], layout: Layout
) -> Iterator[str]:
    """What becomes of every deployment at either release. Clients that fare alike are told of together.

    Args:
        site: the site; its own release and those of its clients do not count.
        releases: the earlier and the later one.
        wish: what was asked for.
        reached: takes, for each attempt, whether the wish is reached at the later release.
        layout: width and colour.
    """
    asked = list(attempts(site, Question()))
    found = [results(_at(site, release), asked, wish, with_plans=False) for release in releases]
    groups: dict[Hashable, list[Pair]] = {}
    for earlier, later in zip(*found, strict=True):
        reached.append(later.assessment.reached)
        groups.setdefault((earlier.alike, later.alike), []).append((earlier, later))
    for group in groups.values():
        yield from _told(group, releases, layout)
    yes = sum(answer is True for answer in reached)
    yield from layout.line(
        f"The wish, {WISHES[wish]}: at {releases[1]} reached by {yes:,} of {len(reached):,}.", mood="strong"
    )


def _told(group: list[Pair], releases: tuple[Release, Release], layout: Layout) -> Iterator[str]:
    earlier, later = group[0]
    clients = clients_of([pair[1] for pair in group])
    yield from layout.line(f"{later.attempt.deployment} on {clients}", mood="strong")
    if earlier.assessment.outcome is later.assessment.outcome:
        yield from layout.line(OUTCOMES[later.assessment.outcome], 2, head="at both: ")
    else:
        for release, result in zip(releases, (earlier, later), strict=True):
            mood = {True: "good", False: "bad", None: "open"}[result.assessment.reached]
            yield from layout.line(OUTCOMES[result.assessment.outcome], 2, mood, head=f"at {release}: ")
    before, after = _unmet(earlier), _unmet(later)
    for label, names in (
        ("no longer unmet: ", [name for name in before if name not in after]),
        ("unmet from then on: ", [name for name in after if name not in before]),
        ("unmet at both: ", [name for name in before if name in after]),
    ):
        if names:
            yield from layout.line(", ".join(names), 4, head=label)
    yield ""


def _unmet(result: Result) -> list[str]:
    return [one.id for one in result.assessment.with_verdict(Verdict.VIOLATED, Force.BLOCKS, Force.WISH)]


def _at(site: Site, release: Release) -> Site:
    """The site with itself and all its clients at one release."""
    clients = tuple(with_fields(client, release=release) for client in given(site.clients) or ())
    return with_fields(site, release=release, clients=clients)
