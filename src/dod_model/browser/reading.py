"""The text of a page -> a site with its lines, within bounds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dod_model.browser.answers import Told
from dod_model.errors import InputError, Problem
from dod_model.intake import parse_site
from dod_model.intake.lines import Tree
from dod_model.intake.reading import Format
from dod_model.site import Site

BYTES = 256 * 1024
"""Longest text that a page sends."""
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is short enough and has whole characters only.

    Attributes:
        text: the text.
        format: JSON if it begins with a bracket, as a file without a suffix.
    """

    text: str
    format: Format

    @classmethod
    def of(cls, text: str) -> Text:
        """The text as a page sent it.

        Raises:
            InputError: it is too long, or is not made of characters.
        """
        if found := _HALF.search(text):
            line = text.count("\n", 0, found.start()) + 1
            raise InputError(Problem("encoding", "half of a character stands here", hint="Take it out.", line=line))
        if len(text) > BYTES or len(text.encode()) > BYTES:
            message = f"the text is longer than {BYTES // 1024} KiB, which is the most that this page takes"
            raise InputError(Problem("too-large", message, hint="`dod check` takes larger descriptions."))
        return cls(text, "json" if text.lstrip()[:1] in {"{", "["} else "yaml")

    def site(self) -> Site:
        """The site that it describes.

        Raises:
            InputError: every problem of the text.
        """
        return parse_site(self.text.encode(), name="", format=self.format)

    def tree(self) -> Tree:
        """What it says, with the lines, whether it makes sense or not.

        Raises:
            InputError: it is neither YAML nor JSON, or a bound was passed.
        """
        if self.format == "yaml":
            from dod_model.intake.yaml_reader import read_yaml

            return read_yaml(self.text)
        from dod_model.intake.json_reader import bound_values, read_json

        bound_values(self.text)
        self._is_json()
        return read_json(self.text)

    def _is_json(self) -> None:
        from pydantic_core import from_json

        from dod_model.intake.json_reader import syntax

        try:
            from_json(self.text, allow_inf_nan=True)
        except ValueError as error:
            raise InputError(syntax(str(error))) from None


def problems_of(error: InputError) -> tuple[Told, ...]:
    """The problems of a text, as a page tells them."""
    return tuple(
        Told(code=one.code, line=one.line, path=one.path, message=one.message, hint=one.hint) for one in error.problems
    )
