"""Reports of what a tool answered: one module for each format."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dod_model.kit.reports.as_json import JsonReport
from dod_model.kit.reports.as_known import KnownReport
from dod_model.kit.reports.badge import BadgeReport
from dod_model.kit.reports.junit import JunitReport
from dod_model.kit.reports.markdown import MarkdownReport
from dod_model.kit.reports.report import Report
from dod_model.kit.reports.text import TextReport
from dod_model.render.layout import Layout

REPORTS: Mapping[str, Callable[[Layout], Report]] = {
    "text": TextReport,
    "json": lambda _: JsonReport(),
    "junit": lambda _: JunitReport(),
    "markdown": lambda _: MarkdownReport(),
    "badge": lambda _: BadgeReport(),
    "known": lambda _: KnownReport(),
}
"""By the name of a format, what makes a report in it. Only text for reading is set by the layout."""

__all__ = ["REPORTS", "Report"]
