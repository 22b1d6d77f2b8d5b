"""Scores -> the complete report as JSON, in the form of `kit_report.KitReport`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.metadata import version

from dod_model.kit.answers import Aspect
from dod_model.kit.judgement import Judged, Result
from dod_model.kit.known import KnownDisagreement
from dod_model.kit.reports import kit_report
from dod_model.kit.reports.report import OfScores
from dod_model.kit.reports.telling import in_order, page_of, statement_of, verdict
from dod_model.kit.scoring import Score, Scores, exit_code_of
from dod_model.render.json_report import passages
from dod_model.render.passages import citations
from dod_model.requirements import BY_ID


class JsonReport(OfScores):
    """The report as JSON, written in ASCII on one line."""

    def finish(self, scores: Scores, notes: tuple[str, ...]) -> Iterator[str]:
        """The report, which ends with a line feed."""
        yield report_of(scores, notes).model_dump_json(ensure_ascii=True)
        yield "\n"


def report_of(scores: Scores, notes: tuple[str, ...]) -> kit_report.KitReport:
    """Everything that there is to say of a run."""
    return kit_report.KitReport(
        dod_model=version("dod-model"),
        format=kit_report.FORMAT,
        tool=_tool(scores),
        exit_code=exit_code_of(scores),
        verdict=_valid(verdict(scores)),
        against_documents=scores.against_documents,
        results=_counts(scores.results),
        kinds={_valid(kind): _counts(counts) for kind, counts in scores.by_kind.items()},
        subjects=tuple(_subject(name, scores) for name in in_order(scores)),
        disagreements=tuple(_disagreement(one) for one in scores.kept if one.disagreements),
        unanswered=tuple(_unanswered(one) for one in scores.kept if not one.disagreements),
        unasked=dict(scores.unasked),
        left_out=scores.left_out,
        known=kit_report.KnownLines(
            file=_valid(scores.known.file), still=_known(scores.still), stopped=_known(scores.stopped)
        ),
        notes=tuple(map(_valid, notes)),
    )


def _valid(text: str) -> str:
    """Text whose characters JSON has; half of a pair, as of a name of a file, is written as an escape."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _tool(scores: Scores) -> kit_report.Tool:
    hello = scores.hello
    return kit_report.Tool(
        name=_valid(hello.name),
        version=_valid(hello.version),
        answers=tuple(one.value for one in Aspect if one in hello.answers),
    )


def _counts(counts: Counter[Result]) -> kit_report.Counts:
    return kit_report.Counts(
        agreed=counts[Result.AGREED],
        disagreed=counts[Result.DISAGREED],
        dont_know=counts[Result.DONT_KNOW],
        skipped=counts[Result.SKIPPED],
        error=counts[Result.ERROR],
        not_asked=counts[Result.NOT_ASKED],
    )


def _subject(name: str, scores: Scores) -> kit_report.Subject:
    found = scores.subjects[name]
    return kit_report.Subject(
        id=_valid(name),
        statement=statement_of(name),
        page=page_of(name),
        documented=_score(found.get("documented")),
        contested=_score(found.get("contested")),
        inferred=_score(found.get("inferred")),
        passages=passages(citations(BY_ID[name])) if name in BY_ID else (),
    )


def _score(score: Score | None) -> kit_report.Score | None:
    return None if score is None else kit_report.Score(agreed=score.agreed, disagreed=score.disagreed)


def _disagreement(judged: Judged) -> kit_report.Disagreement:
    return kit_report.Disagreement(
        id=_valid(judged.id),
        why=_valid(judged.why),
        differences=tuple(
            kit_report.Difference(
                subject=_valid(one.subject),
                basis=one.basis,
                expected=_valid(one.expected),
                given=_valid(one.given),
                known=one.subject in judged.known,
            )
            for one in judged.disagreements
        ),
    )


def _unanswered(judged: Judged) -> kit_report.Unanswered:
    return kit_report.Unanswered(
        id=_valid(judged.id), why=_valid(judged.why), result=judged.result.value, reason=_valid(judged.reason)
    )


def _known(lines: Iterable[KnownDisagreement]) -> tuple[kit_report.KnownLine, ...]:
    return tuple(
        kit_report.KnownLine(line=one.line, vector=_valid(one.vector), subject=one.subject, why=_valid(one.why))
        for one in lines
    )
