"""Every vector -> JUnit XML, which every CI shows: a suite for each kind, a case for each vector."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as XmlTree

from dod_model.kit.comparing import Disagreement
from dod_model.kit.judgement import Judged, Result
from dod_model.kit.reports.telling import named, page_of, to_remove
from dod_model.kit.scoring import Scores
from dod_model.render.wording import printable

KNOWN = "known"
"""The suite of the known disagreements: a case for each that has stopped, by a name that does not hang on the file."""

PAGE = "page"
"""The property of a case that tells the page of a requirement, from the root of the published docs."""

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD = "<?xml version='1.0' encoding='utf-8'?>\n"
_KINDS_OF_CHILD = ("failure", "error", "skipped")


class JunitReport:
    """The report as JUnit XML. It keeps a line of XML for each vector, since the numbers come first in the file."""

    def __init__(self) -> None:
        """Nothing is heard yet."""
        self._cases: dict[str, list[str]] = {}
        self._counts: dict[str, Counter[str]] = {}

    def add(self, judged: Judged) -> None:
        """Hear of one vector."""
        case = _case(judged.kind, judged.id)
        match judged.result:
            case Result.AGREED:
                pass
            case Result.DISAGREED:
                _disagreed(case, judged)
            case Result.ERROR:
                _child(case, "error", judged.reason, judged.reason.partition(":")[0], judged.why)
            case _:
                told = f"{judged.result.value}: {judged.reason}" if judged.reason else judged.result.value
                _child(case, "skipped", told)
        self._keep(judged.kind, case)

    def finish(self, scores: Scores, notes: tuple[str, ...]) -> Iterator[str]:
        """The report, suite by suite; what was odd about the tool is its output."""
        for one, told in to_remove(scores):
            case = _case(KNOWN, f"{one.vector} {one.subject}".strip())
            _pages(case, [one.subject])
            _child(case, "failure", told, "stopped")
            self._keep(KNOWN, case)
        yield _HEAD + _open("testsuites", f"dod kit: {named(scores.hello)}", sum(self._counts.values(), Counter()))
        for kind, cases in self._cases.items():
            yield _open("testsuite", kind, self._counts[kind])
            yield from cases
            if notes and kind == next(iter(self._cases)):
                yield _output(notes)
            yield "</testsuite>\n"
        yield "</testsuites>\n"

    def _keep(self, kind: str, case: XmlTree.Element) -> None:
        counts = self._counts.setdefault(kind, Counter())
        counts["tests"] += 1
        counts.update(child.tag for child in case)
        self._cases.setdefault(kind, []).append(_written(case))


def _disagreed(case: XmlTree.Element, judged: Judged) -> None:
    """A failure where it is against the documents; else it is told why it does not count."""
    _pages(case, (one.subject for one in judged.disagreements))
    lines = [_told(one, judged) for one in judged.disagreements]
    if judged.against_documents:
        subjects = ", ".join(one.subject for one in judged.disagreements)
        _child(case, "failure", f"differs in {subjects}", "disagreed", judged.why, *lines)
    else:
        _child(case, "skipped", f"does not count: {'; '.join(lines)}")


def _told(one: Disagreement, judged: Judged) -> str:
    standing = f"{one.basis}, known" if one.subject in judged.known else one.basis
    return f"{one.subject} ({standing}): expected {one.expected}, given {one.given}"


def _case(kind: str, name: str) -> XmlTree.Element:
    return XmlTree.Element("testcase", {"classname": _safe(kind), "name": _safe(name)})


def _pages(case: XmlTree.Element, subjects: Iterable[str]) -> None:
    """The pages of those subjects that are requirements, as properties of a case."""
    if pages := [page for page in map(page_of, subjects) if page]:
        properties = XmlTree.SubElement(case, "properties")
        for page in pages:
            XmlTree.SubElement(properties, "property", {"name": PAGE, "value": page})


def _child(case: XmlTree.Element, tag: str, message: str, kind: str = "", *lines: str) -> None:
    """What came of a case, with a kind and some lines of text."""
    attributes = {"message": _safe(message)} | ({"type": _safe(kind)} if kind else {})
    child = XmlTree.SubElement(case, tag, attributes)
    if lines:
        child.text = "\n".join(map(_safe, lines))


def _open(tag: str, name: str, counts: Counter[str]) -> str:
    """The start of an element whose inside comes later."""
    numbers = {"tests": counts["tests"], "failures": counts["failure"], "errors": counts["error"]}
    numbers["skipped"] = counts["skipped"]
    element = XmlTree.Element(tag, {"name": _safe(name), **{key: str(number) for key, number in numbers.items()}})
    return _written(element).removesuffix(" />\n") + ">\n"


def _output(notes: tuple[str, ...]) -> str:
    element = XmlTree.Element("system-out")
    element.text = "\n".join(map(_safe, notes))
    return _written(element)


def _written(element: XmlTree.Element) -> str:
    return XmlTree.tostring(element, encoding="unicode") + "\n"


def _safe(text: str) -> str:
    """Text on one line, of characters that XML has; control characters are written as escapes."""
    return _FORBIDDEN.sub("", printable(text))
