"""Many runs -> text for reading: what a deployment comes to, with each option."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dod_model.attempt import Attempt
from dod_model.render.layout import Layout
from dod_model.render.run_complete import why
from dod_model.render.run_numbers import Row, each, priced, table
from dod_model.render.run_price import Price, from_cloud, on_premises
from dod_model.render.run_style import RunStyle, caveats, listed
from dod_model.render.run_words import ENDINGS, OPTIONS, SHORT_OPTIONS, choice, names, placed, size
from dod_model.render.wording import how
from dod_model.run import Ending
from dod_model.run.amounts import Amounts
from dod_model.site import DeploymentOption, Site
from dod_model.totals import Alike, Total, saving

KINDS_TOLD = 10
"""So many kinds of clients have a line of their own, unless everything is told."""
NAMES_TOGETHER = 3
"""So many clients of a kind are all named; of more the first."""

_ENDS = {ending: told.partition(":")[0] for ending, told in ENDINGS.items()}


@dataclass(frozen=True, slots=True)
class DeploymentTotals:
    """A deployment over its clients.

    Attributes:
        attempt: the first of the attempts, which differ in the client only.
        site: the site.
        totals: one for each option that was played, all over the same clients.
    """

    attempt: Attempt
    site: Site
    totals: tuple[Total, ...]

    @property
    def compared(self) -> tuple[Total, Total] | None:
        """The totals with download when needed and with download all first; None unless both were played."""
        found = {one.option: one for one in self.totals}
        needed, first = found.get(DeploymentOption.WHEN_NEEDED), found.get(DeploymentOption.BEFORE_START)
        return None if needed is None or first is None else (needed, first)


def totals_text(found: DeploymentTotals, price: Price | None, style: RunStyle) -> Iterator[str]:
    """The totals line by line.

    Args:
        found: the totals.
        price: what the cloud costs; None to leave money out.
        style: width and colour, and whether every kind of client is told.
    """
    layout, totals = style.layout, found.totals
    clients = totals[0].runs
    told = f"{found.attempt.deployment} on {clients:,} client{'s' if clients > 1 else ''}, {how(found.attempt)}"
    yield from layout.line(told, mood="strong")
    heads = [SHORT_OPTIONS[one.option] for one in totals]
    yield from table("All clients together", heads, _rows(found, price), layout)
    yield from _saved(found, price, layout)
    yield ""
    yield from table("Each client pulls", heads, _kinds(found, style), layout)
    yield from listed("Where it does not end well", for_whom(totals, _why), layout)
    yield from caveats(
        for_whom(totals, lambda each: each.assumed),
        list(dict.fromkeys(one for total in totals for one in total.unsized)),
        for_whom(totals, lambda each: map(placed, each.not_placed)),
        layout,
    )


def _why(each: Amounts) -> Iterable[str]:
    told = why(each)
    return () if told is None else (told,)


def for_whom(totals: Sequence[Total], sentences: Callable[[Amounts], Iterable[str]]) -> list[str]:
    """Sentences about runs, each once, with the option and the clients of which it holds unless it holds of all.

    Args:
        totals: the runs, with one option each.
        sentences: what is to be told of one run.
    """
    whose: dict[str, list[list[str]]] = {}
    for place, total in enumerate(totals):
        for kind in total.kinds:
            for sentence in sentences(kind.each):
                whose.setdefault(sentence, [[] for _ in totals])[place].extend(kind.clients)
    return [told for sentence, clients in whose.items() for told in _with_whom(sentence, totals, clients)]


def _with_whom(sentence: str, totals: Sequence[Total], clients: Sequence[Sequence[str]]) -> Iterator[str]:
    """A sentence once if it holds of the same clients with every option, else for each option."""
    alike = all(one == clients[0] for one in clients)
    for total, of in zip(totals, clients, strict=True):
        if of:
            option = "" if alike else f", with {OPTIONS[total.option] if total.option else SHORT_OPTIONS[None]}"
            some = "" if len(of) == total.runs else f", on {_some(of, total.runs)}"
            yield f"{sentence}{option}{some}"
            if alike:
                return


def _some(clients: Sequence[str], runs: int) -> str:
    few = f"{len(clients):,} of {runs:,} clients: " if len(clients) > 1 else ""
    return f"{few}{names(clients)}"


def one_client_hint(found: Sequence[DeploymentTotals], style: RunStyle) -> str:
    """How more is told of one client: of the first on which it does not end well, if there is one."""
    kinds = [kind for one in found for total in one.totals for kind in total.kinds]
    client = next((kind for kind in kinds if not kind.each.ends_well), kinds[0]).clients[0]
    named = f'"{client}"' if " " in client else client
    rest = "" if style.everything else "; `dod run --all` tells of every kind of client"
    return f"`dod run --client {named}` tells what happens there step by step, and why{rest}."


def _rows(found: DeploymentTotals, price: Price | None) -> Iterator[Row]:
    totals = found.totals

    def row(label: str, amount: Callable[[Total], int]) -> Row:
        return label, [size(amount(one)) for one in totals]

    for ending in ENDINGS:
        counts = [one.endings.get(ending, 0) for one in totals]
        if any(counts):
            yield f"Clients on which it {_ENDS[ending]}", [f"{count:,}" for count in counts]
    if any(one.on_assumptions for one in totals):
        yield "  played on assumptions", [f"{one.on_assumptions:,}" for one in totals]
    if any(one.cache_too_small for one in totals):
        yield "Client cache too small on", [f"{one.cache_too_small:,}" for one in totals]
    yield row("Pulled", lambda one: one.pulled)
    if any(one.in_advance for one in totals):
        yield row("  in advance", lambda one: one.in_advance)
    yield row("  before the start", lambda one: one.before_start)
    yield row("  while they run", lambda one: one.during)
    yield from each("  from ", [{choice(among): much for among, much in one.by_choice.items()} for one in totals])
    yield row("Fetched in vain", lambda one: one.in_vain)
    yield row("Thrown away", lambda one: one.thrown_away)
    yield row("Spared by conditions", lambda one: one.spared)
    if price is not None:
        yield from priced(price, [from_cloud(one.by_source, found.site) for one in totals])


def _saved(found: DeploymentTotals, price: Price | None, layout: Layout) -> Iterator[str]:
    """What on demand saves, where both options were played and end well anywhere."""
    if found.compared is None:
        return
    saved = saving(*found.compared)
    yield ""
    if not saved.clients:
        yield from layout.line("There is no client on which both options end well, so nothing is compared.", 2, "open")
        return
    share = f" ({round(100 * saved.bytes / saved.of)} %)" if saved.of else ""
    text = f"On demand saves {size(saved.bytes)} of {size(saved.of)}{share}"
    if price is not None:
        priced = saving(*found.compared, on_premises(found.site))
        text += f", or {price.told(priced.bytes)} of {price.told(priced.of)}"
    if saved.clients < found.totals[0].runs:
        text += f", over the {saved.clients:,} of {found.totals[0].runs:,} clients on which both options end well"
    yield from layout.line(f"{text}.", 2, "good")


def _kinds(found: DeploymentTotals, style: RunStyle) -> Iterator[Row]:
    """A row for each kind of clients: what each of them pulls. Those that pull the same share one."""
    rows: dict[Hashable, tuple[list[str], list[str]]] = {}
    for number, alike in enumerate(zip(*(one.kinds for one in found.totals), strict=True)):
        cells = [_outcome(one) for one in alike]
        rows.setdefault(number if style.everything else tuple(cells), ([], cells))[0].extend(alike[0].clients)
    every = list(rows.values())
    shown = every if style.everything or len(every) <= KINDS_TOLD else every[: KINDS_TOLD - 1]
    for clients, cells in shown:
        yield _whose(clients), cells
    if len(shown) < len(every):
        left = sum(len(clients) for clients, _ in every[len(shown) :])
        yield f"{left:,} others: see --all", [""] * len(found.totals)


def _whose(clients: Sequence[str]) -> str:
    if len(clients) == 1:
        return names(clients)
    few = len(clients) <= NAMES_TOGETHER
    return f"{len(clients):,} clients{':' if few else ' like'} {names(clients if few else clients[:1])}"


def _outcome(one: Alike) -> str:
    ending = one.each.ending
    return size(one.each.pulled) if ending is Ending.SUCCEEDED else _ENDS[ending].removeprefix("is ")
