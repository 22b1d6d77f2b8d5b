"""What deployments come to -> their part of the JSON of `dod run`, in the form of `run_report.Totals`."""

from __future__ import annotations

from collections.abc import Mapping

from dod_model.render import run_report as form
from dod_model.render.run_complete import why
from dod_model.render.run_price import Price, from_cloud, on_premises
from dod_model.render.run_totals import DeploymentTotals
from dod_model.render.run_words import placed
from dod_model.run.amounts import Amounts, Choice
from dod_model.totals import Total, saving


def totals_of(found: DeploymentTotals, price: Price | None) -> form.Totals:
    """A deployment over its clients."""
    attempt = found.attempt
    return form.Totals(
        deployment=attempt.deployment,
        start=None if attempt.start is None else attempt.start.value,
        place=attempt.place.value,
        user=None if attempt.user is None else attempt.user.value,
        clients=found.totals[0].runs,
        options=tuple(_total(one, found, price) for one in found.totals),
        saving=_saving(found, price),
        kinds=tuple(
            form.Kind(clients=tuple(alike[0].clients), each=tuple(_amounts(one.each) for one in alike))
            for alike in zip(*(one.kinds for one in found.totals), strict=True)
        ),
    )


def _total(one: Total, found: DeploymentTotals, price: Price | None) -> form.Total:
    cloud = from_cloud(one.by_source, found.site)
    return form.Total(
        option=None if one.option is None else one.option.value,
        endings={"not-covered" if ending is None else ending.value: count for ending, count in one.endings.items()},
        on_assumptions=one.on_assumptions,
        pulled=one.pulled,
        in_advance=one.in_advance,
        before_start=one.before_start,
        during=one.during,
        in_vain=one.in_vain,
        thrown_away=one.thrown_away,
        spared=one.spared,
        cache_too_small=one.cache_too_small,
        by_choice=choices(one.by_choice),
        from_cloud=cloud,
        price=None if price is None else f"{price.of(cloud):f}",
        assumed=one.assumed,
        unsized=one.unsized,
        not_placed=tuple(map(placed, one.not_placed)),
    )


def _saving(found: DeploymentTotals, price: Price | None) -> form.Saving | None:
    if found.compared is None:
        return None
    saved = saving(*found.compared)
    money = None if price is None else price.of(saving(*found.compared, on_premises(found.site)).bytes)
    return form.Saving(
        clients=saved.clients, bytes=saved.bytes, of=saved.of, price=None if money is None else f"{money:f}"
    )


def _amounts(each: Amounts) -> form.Amounts:
    return form.Amounts(
        ending=None if each.ending is None else each.ending.value,
        why=why(each),
        on_assumptions=each.on_assumptions,
        pulled=each.pulled,
        in_advance=each.in_advance,
        before_start=each.before_start,
        during=each.during,
        in_vain=each.in_vain,
        thrown_away=each.thrown_away,
        spared=each.spared,
        largest_held=each.largest_held,
        cache=each.cache,
        fits=each.fits,
        assumed=each.assumed,
        unsized=each.unsized,
        not_placed=tuple(map(placed, each.not_placed)),
    )


def choices(amounts: Mapping[Choice, int]) -> tuple[form.FromSources, ...]:
    """What came, by the sources among which each download chose."""
    return tuple(form.FromSources(sources=names, bytes=much) for names, much in amounts.items())
