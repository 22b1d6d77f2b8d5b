"""Runs -> the complete JSON of `dod run`, in the form of `run_report.Play`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from typing import Literal

from dod_model.attempt import Attempt
from dod_model.documents.statements import Basis
from dod_model.render import run_report as form
from dod_model.render.json_report import named_requirement, passages
from dod_model.render.passages import behind
from dod_model.render.run_complete import told
from dod_model.render.run_json_totals import choices, totals_of
from dod_model.render.run_price import Price, from_cloud
from dod_model.render.run_totals import DeploymentTotals
from dod_model.render.run_words import placed
from dod_model.requirements import BY_ID, Force, Requirement, Verdict
from dod_model.run import Moment, Run
from dod_model.run import Summary as Sums
from dod_model.run import moments as kinds
from dod_model.run.amounts import by_choice
from dod_model.run.behaviours import Behaviour
from dod_model.run.program import Action, Part

_AMOUNT = {kinds.PolicyReceived: "bytes", kinds.PolicyRejected: "bytes", kinds.DownloadStarted: "size"}


def run_json(
    site: str,
    runs: Sequence[Run],
    totals: Sequence[DeploymentTotals],
    price: Price | None,
    exit_code: Literal[0, 1, 3],
) -> str:
    """All that was played as one JSON document.

    Args:
        site: the file of the site, as it was named.
        runs: the runs of one client; none of several.
        totals: what deployments come to over their clients.
        price: what the cloud costs; None to leave money out.
        exit_code: of the command.
    """
    play = form.Play(
        dod_model=version("dod-model"),
        format=form.FORMAT,
        site=site.encode("utf-8", "backslashreplace").decode("utf-8"),
        price_per_gb=None if price is None else f"{price.per_gb:f}",
        exit_code=exit_code,
        behaviours=tuple(behaviour_of(one) for one in _named(runs)),
        requirements=tuple(named_requirement(one) for one in _told_of(runs)),
        runs=tuple(run_of(run, price) for run in runs),
        totals=tuple(totals_of(one, price) for one in totals),
    )
    return play.model_dump_json(ensure_ascii=True) + "\n"


def _named(runs: Iterable[Run]) -> Iterable[Behaviour]:
    """The behaviours of all moments and of what was left out, each once, as they come."""
    return dict.fromkeys(one for run in runs for moment in run.moments for one in _behaviours(moment))


def _behaviours(moment: Moment) -> Iterator[Behaviour]:
    yield moment.behaviour
    if isinstance(moment, kinds.SourcesAnswered):
        yield from (one.behaviour for one in moment.left_out)


def _told_of(runs: Iterable[Run]) -> Iterable[Requirement]:
    """The requirements that are not met and are told of, each once, in the order of reports."""
    told = {name for run in runs for name in _unmet(run)}
    return (one for name, one in BY_ID.items() if name in told)


def _unmet(run: Run) -> Iterator[str]:
    yield from _advice(run)
    for moment in run.moments:
        yield from getattr(moment, "requirements", ())


def _advice(run: Run) -> tuple[str, ...]:
    return tuple(one.id for one in run.assessment.with_verdict(Verdict.VIOLATED, Force.ADVISES))


def behaviour_of(behaviour: Behaviour) -> form.Behaviour:
    """A behaviour with its passages."""
    return form.Behaviour(
        id=behaviour.id,
        statement=behaviour.statement,
        basis=_basis(behaviour),
        cites=behaviour.cites,
        reasoning=behaviour.reasoning,
        passages=passages(behind(behaviour.cites)),
    )


def _basis(behaviour: Behaviour) -> Literal["documented", "inferred"]:
    return "inferred" if behaviour.basis is Basis.INFERRED else "documented"


def run_of(run: Run, price: Price | None) -> form.Run:
    """A run with all its moments."""
    attempt: Attempt = run.attempt
    return form.Run(
        deployment=attempt.deployment,
        client=attempt.client,
        start=None if attempt.start is None else attempt.start.value,
        place=attempt.place.value,
        user=None if attempt.user is None else attempt.user.value,
        option=run.option.value,
        outcome=run.assessment.outcome.value,
        advice=_advice(run),
        ending=None if run.ending is None else run.ending.value,
        steps=tuple(_step(place.action) for place in run.program.places if place.part is not Part.LEAVE),
        moments=tuple(moment_of(moment, number) for number, moment in enumerate(run.moments, start=1)),
        assumed=run.assumed,
        unsized=run.unsized,
        not_placed=tuple(map(placed, run.not_placed)),
        summary=_summary(run, price),
    )


def _step(action: Action) -> form.Step:
    return form.Step(
        number=action.number,
        name=action.name,
        kind=action.step.kind.value,
        sequence=action.sequence,
        depth=action.depth,
        packages=action.packages,
    )


def moment_of(moment: Moment, number: int) -> form.Moment:
    """A moment; what its kind does not have is null.

    Args:
        moment: the moment.
        number: its number, from 1.
    """
    action = getattr(moment, "action", None)
    return form.Moment(
        number=number,
        kind=moment.kind,
        text=told(moment),
        cause=None if moment.cause is None else moment.cause + 1,
        behaviour=moment.behaviour.id,
        basis=_basis(moment.behaviour),
        step=None if action is None else action.number,
        package=getattr(moment, "package", None),
        source=getattr(moment, "source", None),
        bytes=getattr(moment, _AMOUNT.get(type(moment), "pulled"), None),
        done=getattr(moment, "done", None),
        sources=getattr(moment, "listed", getattr(moment, "among", None)),
        left_out=_left_out(moment),
        requirements=getattr(moment, "requirements", None),
        why=getattr(moment, "why", None),
        event=moment.event.told if isinstance(moment, kinds.Happened) else None,
        ending=moment.ending.value if isinstance(moment, kinds.SequenceEnded) else None,
    )


def _left_out(moment: Moment) -> tuple[form.LeftOut, ...] | None:
    if not isinstance(moment, kinds.SourcesAnswered):
        return None
    return tuple(
        form.LeftOut(source=one.source, behaviour=one.behaviour.id, detail=one.detail) for one in moment.left_out
    )


def _summary(run: Run, price: Price | None) -> form.Summary:
    sums = Sums(run)
    cloud = from_cloud(sums.by_source, run.situation.site)
    return form.Summary(
        pulled=sums.pulled,
        in_advance=sums.in_advance,
        before_start=sums.before_start,
        during=sums.during,
        by_source=dict(sums.by_source),
        by_choice=choices(by_choice(run)),
        by_step=tuple(form.ForStep(step=action.number, bytes=much) for action, much in sums.by_step.items()),
        in_vain=dict(sums.in_vain),
        thrown_away=sums.thrown_away,
        spared=dict(sums.spared),
        largest_held=sums.largest_held,
        cache=sums.cache,
        fits=sums.fits,
        from_cloud=cloud,
        price=None if price is None else f"{price.of(cloud):f}",
    )
