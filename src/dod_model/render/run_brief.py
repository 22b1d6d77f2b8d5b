"""A part of a run in short: a line for each step and each thing that is fetched, more where something goes wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile, islice

from dod_model.render.layout import Layout
from dod_model.render.run_words import kind_of, left_out, much, names, rests_on, size, source
from dod_model.run import Moment, Run
from dod_model.run import moments as kinds
from dod_model.run.behaviours import Behaviour
from dod_model.run.course import POLICY_LIMIT
from dod_model.run.events import PackageUpdated
from dod_model.run.program import Action

MARK = "! "
"""Stands before what goes wrong, and before what the asker let happen."""

OLD = ", in the version before the update"
"""Stands behind a package on the device that was updated since."""

_OUTER = 4


class _Teller:
    """Tells moments one after the other; remembers what the next line needs."""

    def __init__(self, run: Run, layout: Layout) -> None:
        self._run = run
        self._layout = layout
        self._step: Action | None = None
        self._among: Sequence[str] = ()
        self._goes_on = False
        self._updated: set[str] = set()

    def tell(self, moment: Moment) -> Iterator[str]:
        """The lines of a moment; none for what goes without saying."""
        self.note(moment)
        if isinstance(moment, kinds.StepMoment | kinds.ContentMoment) and moment.action is not None:
            yield from self._heading(moment)
        match moment:
            case kinds.SourceChosen(among=among):
                self._among = among
            case kinds.DownloadStarted(done=done):
                self._goes_on = done > 0
            case kinds.DownloadBroken() | kinds.DownloadVerified() | kinds.DownloadFailed():
                yield from self._download(moment)
            case kinds.ContentMoment():
                yield from self._content(moment)
            case kinds.StepFailed(why=why):
                yield from self._wrong(f"fails: {why}", moment.behaviour)
            case kinds.Happened(event=event):
                yield from self._line(event.told, "open", MARK)
            case _:
                yield from self._beginning(moment)

    def note(self, moment: Moment) -> None:
        """Remember which packages were updated since they were asked for."""
        match moment:
            case kinds.Happened(event=PackageUpdated(package=package)):
                self._updated.add(package)
            case kinds.SourcesAnswered(package=package):
                self._updated.discard(package)

    def _beginning(self, moment: Moment) -> Iterator[str]:
        match moment:
            case kinds.PolicyReceived(sequence=sequence, bytes=amount):
                yield from self._line(f"the policy of '{sequence}' arrives, {much(amount)}")
            case kinds.PolicyRejected(bytes=amount):
                what = f"it cannot be processed: {size(amount)} are more than {size(POLICY_LIMIT)}"
                yield from self._wrong(what, moment.behaviour)
            case kinds.Refused(requirements=requirements):
                yield from self._wrong(f"it stops here, for {names(requirements)} is not met", moment.behaviour)
            case kinds.Started():
                yield from self._started()

    def _started(self) -> Iterator[str]:
        after = dropwhile(lambda one: not isinstance(one, kinds.Started), self._run.moments)
        at_once = isinstance(next(islice(after, 1, None), None), kinds.SequenceStarted)
        yield from self._line("it is started; nothing is downloaded first" if at_once else "it is started")

    def _heading(self, moment: kinds.StepMoment | kinds.ContentMoment) -> Iterator[str]:
        """The line of the step that a moment is about, the first time; a step that is left has had its line."""
        action = moment.action
        if action is None or isinstance(moment, kinds.StepDone) or self._step == action:
            return
        self._step = action
        text, mood = f"{action.name}{kind_of(action.step)}", ""
        if isinstance(moment, kinds.StepSkipped):
            text, mood = f"{text}: skipped, {moment.why}", "faint"
        yield from self._layout.line(text, _OUTER + 2 * action.depth, mood, head=f"{action.number}. ")

    def _content(self, moment: kinds.ContentMoment) -> Iterator[str]:
        match moment:
            case kinds.FoundOnDevice(package=package):
                yield from self._found(package, moment.behaviour)
            case kinds.LeftOutOfPreDownload(package=package, why=why):
                yield from self._line(f"'{package}' is left out: {why}", "faint")
            case kinds.SourcesAnswered(package=package, listed=(), left_out=others):
                yield from self._line(f"no source is listed for '{package}'", "open", MARK)
                for one in others:
                    yield from self._line(left_out(one), "faint", "  ")

    def _found(self, package: str, behaviour: Behaviour) -> Iterator[str]:
        """That a package is there; if it was updated after it was asked for, that this is the version before."""
        old = package in self._updated
        yield from self._line(f"'{package}' is on the device already{OLD if old else ''}", "open" if old else "faint")
        if old:
            yield from self._basis(behaviour)

    def _download(self, moment: kinds.Transfer) -> Iterator[str]:
        match moment:
            case kinds.DownloadBroken():
                where = source(moment.source, self._among)
                text = f"'{moment.package}', {size(moment.pulled)} from {where}, then it breaks off and goes on"
                yield from self._line(text, "open", MARK)
            case kinds.DownloadVerified():
                yield from self._verified(moment)
            case kinds.DownloadFailed():
                yield from self._failed(moment)

    def _verified(self, moment: kinds.DownloadVerified) -> Iterator[str]:
        came = much(None if moment.package in self._run.unsized else moment.pulled)
        rest = " (the rest)" if self._goes_on else ""
        yield from self._line(f"'{moment.package}', {came}{rest}, from {source(moment.source, self._among)}")

    def _failed(self, moment: kinds.DownloadFailed) -> Iterator[str]:
        where = "" if moment.source is None else f" from {source(moment.source, self._among)}"
        came = f", {size(moment.pulled)} came" if moment.pulled else ""
        yield from self._wrong(f"'{moment.package}'{where} fails: {moment.why}{came}", moment.behaviour)

    def _wrong(self, text: str, behaviour: Behaviour) -> Iterator[str]:
        yield from self._line(text, "bad", MARK)
        yield from self._basis(behaviour)

    def _basis(self, behaviour: Behaviour) -> Iterator[str]:
        yield from self._line(f"{rests_on(behaviour)}: {behaviour.statement}", "faint", "  ")
        if behaviour.reasoning:
            yield from self._line(behaviour.reasoning, "faint", "  ")

    def _line(self, text: str, mood: str = "", head: str = "") -> Iterator[str]:
        """A line under that of the step, if there is one."""
        step = self._step
        indent = _OUTER if step is None else _OUTER + 2 * step.depth + len(f"{step.number}. ")
        yield from self._layout.line(text, indent, mood, head=head)


def brief(run: Run, places: range, layout: Layout) -> Iterator[str]:
    """A part of a run in short.

    Args:
        run: the run.
        places: of the moments that belong to the part.
        layout: width and colour.
    """
    teller = _Teller(run, layout)
    for moment in run.moments[: places.start]:
        teller.note(moment)
    for place in places:
        yield from teller.tell(run.moments[place])
