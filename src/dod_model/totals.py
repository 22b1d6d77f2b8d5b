"""What does a deployment come to over all its clients? Totals by source, with each of the options."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dod_model.attempt import Attempt
from dod_model.errors import InputError, Problem
from dod_model.run import Ending, Run, play
from dod_model.run.amounts import Amounts, Choice, amounts
from dod_model.run.events import Placed
from dod_model.site import MISSING, Client, DeploymentOption, Site, every_step, with_fields
from dod_model.site.nearest import nearest
from dod_model.situation.resolving import given
from dod_model.survey import Excerpts


@dataclass(frozen=True, slots=True)
class Alike:
    """Clients that differ in nothing that can change a run, and what each of them comes to."""

    clients: tuple[str, ...]
    each: Amounts


@dataclass(frozen=True)
class Total:
    """All runs of a deployment with one option. All amounts are in bytes.

    Attributes:
        option: the deployment option that was played; None for that of each deployment.
        kinds: the clients, those that fare alike together.
    """

    option: DeploymentOption | None
    kinds: tuple[Alike, ...]

    @cached_property
    def assumed(self) -> tuple[str, ...]:
        """What had to be assumed in some run, a sentence each."""
        return tuple(dict.fromkeys(one for kind in self.kinds for one in kind.each.assumed))

    @cached_property
    def unsized(self) -> tuple[str, ...]:
        """Packages whose size is not described; they count as 0 bytes."""
        return tuple(dict.fromkeys(one for kind in self.kinds for one in kind.each.unsized))

    @cached_property
    def not_placed(self) -> tuple[Placed, ...]:
        """Events whose moment never came in some run."""
        return tuple(dict.fromkeys(one for kind in self.kinds for one in kind.each.not_placed))

    @cached_property
    def runs(self) -> int:
        """How many runs there are."""
        return sum(len(kind.clients) for kind in self.kinds)

    @cached_property
    def on_assumptions(self) -> int:
        """How many runs were played on assumptions, for the assessment is undetermined."""
        return sum(len(kind.clients) for kind in self.kinds if kind.each.on_assumptions)

    @cached_property
    def cache_too_small(self) -> int:
        """On how many clients the client cache is too small for what is on the device at once."""
        return sum(len(kind.clients) for kind in self.kinds if kind.each.fits is False)

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
    def in_advance(self) -> int:
        """What pre-download fetched."""
        return self._sum("in_advance")

    @property
    def before_start(self) -> int:
        """What came between the start by users or a schedule and the start of the sequences."""
        return self._sum("before_start")

    @property
    def during(self) -> int:
        """What came while the sequences ran."""
        return self._sum("during")

    @property
    def in_vain(self) -> int:
        """What was fetched although no step that ran wants it."""
        return self._sum("in_vain")

    @property
    def thrown_away(self) -> int:
        """What came and did not end in a package that is complete and checked."""
        return self._sum("thrown_away")

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
    """Play attempts with one option and add them up. Clients that differ in nothing that counts are played once.

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
    excerpts, asked = Excerpts(site), _variables_asked(site)
    clients = {client.name: client for client in given(site.clients) or ()}
    members: dict[Hashable, list[str]] = {}
    each: dict[Hashable, Amounts] = {}
    for attempt in attempts:
        alike = _key(attempt, _known(clients, attempt.client), asked, excerpts)
        members.setdefault(alike, []).append(attempt.client)
        if alike not in each:
            part = excerpts.of(attempt)
            run = play(part, attempt, option=option, placed=placed, pre_downloaded=pre_downloaded, seed=seed)
            each[alike] = amounts(run)
    return Total(option, tuple(Alike(tuple(names), each[alike]) for alike, names in members.items()))


def total_of(run: Run, option: DeploymentOption | None) -> Total:
    """The total over one client.

    Args:
        run: its run.
        option: the option that was asked for; None for that of the deployment.
    """
    return Total(option, (Alike((run.attempt.client,), amounts(run)),))


def _known(clients: Mapping[str, Client], name: str) -> Client:
    if name not in clients:
        raise InputError(Problem("unknown-name", f"there is no '{name}' in clients", "", nearest(name, set(clients))))
    return clients[name]


def _key(attempt: Attempt, client: Client, asked: frozenset[str], excerpts: Excerpts) -> Hashable:
    """Equal for attempts of which the runs differ in nothing but the name of the client."""
    counts = with_fields(client, name="x")
    if client.variables is not MISSING:
        named = tuple(one for one in client.variables if one.name.casefold() in asked)
        counts = with_fields(counts, variables=named)
    return attempt.deployment, attempt.start, attempt.place, attempt.user, counts, excerpts.settings_of(attempt)


def _variables_asked(site: Site) -> frozenset[str]:
    """The variables that some condition asks about, in small letters. Others, as a device's name, change no run."""
    steps = (step for one in given(site.task_sequences) or () for step in every_step(given(one.steps) or ()))
    conditions = (condition for step in steps for condition in given(step.conditions) or ())
    return frozenset(name.casefold() for one in conditions if (name := given(one.variable)) is not None)


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
