"""What does a deployment come to over all its clients? Totals by source, with each of the options."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dod_model.assessment import Outcome
from dod_model.attempt import Attempt
from dod_model.errors import InputError, Problem
from dod_model.run import Ending, Run, Summary, play
from dod_model.run.events import Placed
from dod_model.run.moments import SourceChosen, Transfer
from dod_model.site import Client, DeploymentOption, Site, with_fields
from dod_model.site.nearest import nearest
from dod_model.situation.resolving import given
from dod_model.survey import Excerpts

Choice = tuple[str, ...]
"""The sources among which the product chooses at random; one of them where there is nothing to choose."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """What one run comes to, in bytes.

    Attributes:
        ending: how it ends; None if the documents do not speak of it.
        on_assumptions: whether the assessment is undetermined, so that it was played on assumptions.
        pulled: all that came.
        in_advance: what pre-download fetched.
        before_start: what came between the start by a user or a schedule and the start of the sequence.
        during: what came while the sequence ran.
        in_vain: what was fetched although no step that ran wants it.
        spared: what was not fetched, for conditions skipped every step that wants it.
        by_source: what came from each source.
        by_choice: what came, by the sources among which each download chose.
    """

    ending: Ending | None
    on_assumptions: bool
    pulled: int
    in_advance: int
    before_start: int
    during: int
    in_vain: int
    spared: int
    by_source: Mapping[str, int]
    by_choice: Mapping[Choice, int]

    @property
    def ends_well(self) -> bool:
        """Whether the sequence ran to its end."""
        return self.ending is Ending.SUCCEEDED

    @property
    def reached(self) -> bool | None:
        """Whether it certainly ends well; None if that rests on assumptions, or is not covered by the documents."""
        return None if self.ending is None or (self.ends_well and self.on_assumptions) else self.ends_well

    def pulled_besides(self, sources: Collection[str]) -> int:
        """All that came, from some sources left aside."""
        return sum(amount for name, amount in self.by_source.items() if name not in sources)


@dataclass(slots=True)
class Alike:
    """Clients that differ in nothing but their names, and what each of them comes to."""

    clients: list[str]
    each: Amounts


@dataclass(frozen=True)
class Total:
    """All runs of a deployment with one option. All amounts are in bytes.

    Attributes:
        option: the deployment option that was played; None for that of each deployment.
        kinds: the clients, those that fare alike together.
        assumed: what had to be assumed in some run, a sentence each.
        unsized: packages whose size is not described; they count as 0 bytes.
        not_placed: events whose moment never came in some run.
    """

    option: DeploymentOption | None
    kinds: tuple[Alike, ...]
    assumed: tuple[str, ...]
    unsized: tuple[str, ...]
    not_placed: tuple[Placed, ...]

    @cached_property
    def runs(self) -> int:
        """How many runs there are."""
        return sum(len(kind.clients) for kind in self.kinds)

    @cached_property
    def on_assumptions(self) -> int:
        """How many runs were played on assumptions, for the assessment is undetermined."""
        return sum(len(kind.clients) for kind in self.kinds if kind.each.on_assumptions)

    @cached_property
    def endings(self) -> Mapping[Ending | None, int]:
        """How many runs ended how; None counts those of which the documents do not speak."""
        sums: Counter[Ending | None] = Counter()
        for kind in self.kinds:
            sums[kind.each.ending] += len(kind.clients)
        return sums

    @cached_property
    def by_source(self) -> Mapping[str, int]:
        """What came from each source, as the choices were made in the runs."""
        sums: Counter[str] = Counter()
        for kind in self.kinds:
            sums.update({name: amount * len(kind.clients) for name, amount in kind.each.by_source.items()})
        return sums

    @cached_property
    def by_choice(self) -> Mapping[Choice, int]:
        """What came, by the sources among which each download chose."""
        sums: Counter[Choice] = Counter()
        for kind in self.kinds:
            sums.update({names: amount * len(kind.clients) for names, amount in kind.each.by_choice.items()})
        return sums

    @property
    def pulled(self) -> int:
        """All that came."""
        return self._sum("pulled")

    @property
    def before_start(self) -> int:
        """What came before the sequences started, in advance or not."""
        return self._sum("in_advance") + self._sum("before_start")

    @property
    def during(self) -> int:
        """What came while the sequences ran."""
        return self._sum("during")

    @property
    def in_vain(self) -> int:
        """What was fetched although no step that ran wants it."""
        return self._sum("in_vain")

    @property
    def spared(self) -> int:
        """What was not fetched, for conditions skipped every step that wants it."""
        return self._sum("spared")

    def _sum(self, amount: str) -> int:
        return sum(getattr(kind.each, amount) * len(kind.clients) for kind in self.kinds)


def total(
    site: Site,
    attempts: Iterable[Attempt],
    option: DeploymentOption | None = None,
    *,
    placed: Sequence[Placed] = (),
    pre_downloaded: int | None = None,
    seed: int | None = None,
) -> Total:
    """Play attempts with one option and add them up. Clients that differ in nothing but their names are played once.

    Args:
        site: the site.
        attempts: the attempts; those of one deployment, for the total to mean something.
        option: the option to play; None for that of the deployment.
        placed: events, which happen in every run.
        pre_downloaded: as for `play`.
        seed: as for `play`; the same in every run.

    Raises:
        InputError: an attempt does not fit the site, or as for `play`.
    """
    excerpts = Excerpts(site)
    clients = {client.name: client for client in given(site.clients) or ()}
    kinds: dict[Hashable, Alike] = {}
    assumed: dict[str, None] = {}
    unsized: dict[str, None] = {}
    not_placed: dict[Placed, None] = {}
    for attempt in attempts:
        alike = _key(attempt, _known(clients, attempt.client), excerpts)
        if alike in kinds:
            kinds[alike].clients.append(attempt.client)
            continue
        part = excerpts.of(attempt)
        run = play(part, attempt, option=option, placed=placed, pre_downloaded=pre_downloaded, seed=seed)
        kinds[alike] = Alike([attempt.client], amounts(run))
        assumed.update(dict.fromkeys(run.assumed))
        unsized.update(dict.fromkeys(run.unsized))
        not_placed.update(dict.fromkeys(run.not_placed))
    return Total(option, tuple(kinds.values()), tuple(assumed), tuple(unsized), tuple(not_placed))


def _known(clients: Mapping[str, Client], name: str) -> Client:
    if name not in clients:
        raise InputError(Problem("unknown-name", f"there is no '{name}' in clients", "", nearest(name, set(clients))))
    return clients[name]


def _key(attempt: Attempt, client: Client, excerpts: Excerpts) -> Hashable:
    """Equal for attempts of which the runs differ in nothing but the name of the client."""
    nameless = with_fields(client, name="x")
    return attempt.deployment, attempt.start, attempt.place, attempt.user, nameless, excerpts.settings_of(attempt)


def amounts(run: Run) -> Amounts:
    """What a run comes to."""
    summary = Summary(run)
    return Amounts(
        run.ending,
        run.assessment.outcome is Outcome.UNDETERMINED,
        summary.pulled,
        summary.in_advance,
        summary.before_start,
        summary.during,
        sum(summary.in_vain.values()),
        sum(summary.spared.values()),
        summary.by_source,
        by_choice(run),
    )


def by_choice(run: Run) -> Mapping[Choice, int]:
    """What came in a run, by the sources among which each download chose."""
    sums: Counter[Choice] = Counter()
    among: Choice = ()
    for moment in run.moments:
        if isinstance(moment, SourceChosen):
            among = moment.among
        elif isinstance(moment, Transfer) and moment.source is not None:
            sums[among] += moment.pulled
    return dict(sums)


@dataclass(frozen=True, slots=True)
class Saving:
    """What on demand saves against download all first, over the clients on which both end well.

    Attributes:
        clients: how many clients these are.
        bytes: what they pull less.
        of: what they pull with download all first, in bytes.
    """

    clients: int
    bytes: int
    of: int


def saving(on_demand: Total, before_start: Total, besides: Collection[str] = ()) -> Saving:
    """Compare two totals over the same attempts in the same order.

    Args:
        on_demand: the total with download when needed.
        before_start: the total with download all first.
        besides: sources of which nothing is counted.
    """
    clients = saved = of = 0
    for needed, first in zip(on_demand.kinds, before_start.kinds, strict=True):
        if needed.each.ends_well and first.each.ends_well:
            much = first.each.pulled_besides(besides)
            clients += len(needed.clients)
            saved += len(needed.clients) * (much - needed.each.pulled_besides(besides))
            of += len(needed.clients) * much
    return Saving(clients, saved, of)
