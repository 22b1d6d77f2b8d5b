"""What a scenario may say of a finding, and how findings are shown where it does not hold."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from dod_model.assessment import Finding
from dod_model.kit.system import Answer
from dod_model.releases import Release
from dod_model.requirements import Verdict

QUALITIES: dict[str, Callable[[Finding], bool]] = {
    "met": lambda finding: finding.verdict is Verdict.MET,
    "violated": lambda finding: finding.verdict is Verdict.VIOLATED,
    "not applicable": lambda finding: finding.verdict is Verdict.NOT_APPLICABLE,
    "undetermined": lambda finding: finding.verdict is Verdict.UNDETERMINED,
    "documented": lambda finding: not finding.reasoning,
    "inferred": lambda finding: bool(finding.reasoning),
    "contested": lambda finding: finding.contested,
    "uncontested": lambda finding: not finding.contested,
}


GRANTED: dict[str, bool | None] = {"granted": True, "not granted": False, "open": None}
"""Whether a wish is granted, in the words of the scenarios."""


def finding_on(answer: Answer, requirement: str) -> Finding:
    """The finding on a requirement.

    Raises:
        AssertionError: the requirement was not asked.
    """
    for finding in answer.findings:
        if finding.id == requirement:
            return finding
    message = f"{requirement} was not asked; the findings are on {', '.join(one.id for one in answer.findings)}"
    raise AssertionError(message)


def differing(given: frozenset[str] | None, wanted: frozenset[str]) -> frozenset[str]:
    """The requirements that are in one of two sets only; none where the system does not tell such a set."""
    return frozenset() if given is None else given ^ wanted


def told(answer: Answer, requirements: Collection[str] | None = None) -> str:
    """An answer in words: the outcome, and findings with their evidence.

    Args:
        answer: what was answered.
        requirements: the requirements whose findings are shown; left out for those that are not met.
    """
    violated, undetermined = answer.violated or frozenset(), answer.undetermined or frozenset()
    wanted = violated | undetermined if requirements is None else requirements
    lines = [f"outcome: {answer.outcome.value}"]
    if not answer.findings:
        sets = {"violated": answer.violated, "undetermined": answer.undetermined}
        lines += [f"{name}: {', '.join(sorted(ids)) or 'nothing'}" for name, ids in sets.items() if ids is not None]
    for finding in answer.findings:
        if finding.id in wanted:
            lines.extend(told_finding(finding))
    return "\n".join(lines)


def told_wish(answer: Answer) -> str:
    """In words, whether the wish is granted, and what becomes of the attempt."""
    granted = next(word for word, value in GRANTED.items() if value is answer.reached)
    return f"the wish is {granted}\n{told(answer)}"


def told_finding(finding: Finding) -> Iterator[str]:
    """A finding in words, with everything that a step may ask about it."""
    marks = [*(["contested"] if finding.contested else []), *finding.contradictions]
    yield f"{finding.id}: {finding.verdict.value} {' '.join(marks)}".rstrip()
    for text in filter(None, (finding.why, finding.reasoning)):
        yield f"    {text}"
    yield f"    to mend it: {proposals_of(finding)}"
    for shortfall in finding.shortfalls:
        yield f"    the {shortfall.side} falls short: {shortfall.release}, at least {shortfall.at_least}"
    for evidence in finding.evidence:
        value = "unknown" if evidence.value is None else evidence.value
        yield f"    {evidence.meaning}: {value}"
        yield from (f"        {detail}" for detail in evidence.details)


def details_of(finding: Finding) -> tuple[str, ...]:
    """Everything in the site that a finding rests on."""
    return tuple(detail for evidence in finding.evidence for detail in evidence.details)


def release_read(answer: Answer, side: str) -> str | None:
    """The release that findings read of the site or the client; None if it is unknown."""
    evidence = (one for finding in answer.findings for one in finding.evidence)
    return next((one.value for one in evidence if one.fact == f"{side}_release"), None)


def proposals_of(finding: Finding) -> str:
    """The actions that would help and can be done, in one line."""
    return ", or: ".join(remedy.action for remedy in finding.remedies)


def shortfalls_of(answer: Answer) -> set[tuple[str, Release, Release | None]]:
    """The releases that are too old, by side, with the first that will do."""
    shortfalls = [shortfall for finding in answer.findings for shortfall in finding.shortfalls]
    return {(shortfall.side, shortfall.release, shortfall.at_least) for shortfall in shortfalls}
