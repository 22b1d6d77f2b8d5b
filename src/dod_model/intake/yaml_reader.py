"""YAML -> plain data with lines, by events, within bounds and without surprises.

Scalars are taken as in the core schema of YAML 1.2, and ``yes``, ``no``, ``on`` and ``off`` as booleans:
``0123``, ``12:30`` and ``2019-10-19`` stay texts. Tags and merge keys are refused, nothing is ever built
or called. PyYAML (1.9 s for 0.8 MiB in pure Python, 0.1 s with its C part) was measured against
ruamel.yaml (4.3 s and 3.2 s); both take about 25 ms to import.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dod_model.errors import InputError, Problem
from dod_model.intake.limits import ALIASES, DIGITS, YAML_VALUES
from dod_model.intake.lines import Growing, Tree

if TYPE_CHECKING:
    import yaml

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)", re.ASCII)
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", re.ASCII)
_WORDS: dict[str, Any] = {
    form(word): value
    for words, value in (
        (("true", "yes", "on"), True),
        (("false", "no", "off"), False),
        (("null", "~", ""), None),
        ((".inf", "+.inf"), float("inf")),
        (("-.inf",), float("-inf")),
        ((".nan",), float("nan")),
    )
    for word in words
    for form in (str.lower, str.title, str.upper)
}
_Anchored = tuple[Any, int, int]
"""What an alias stands for: the value, how many values that is, how deep they go."""

_HINTS = (
    ("mapping values are not allowed", "Put a text with a colon in quotes, and look at the indentation."),
    ("could not find expected ':'", "Is a colon missing after the name of a field?"),
    ("block end", "Look at the indentation: the fields of one group begin in the same column."),
    ("cannot start any token", "Put a text that begins with a special character in quotes."),
    ("end of stream", "Is a quote or a bracket missing its partner?"),
)


def read_yaml(text: str) -> Tree:
    """The one document of a YAML file; an empty file has the data None.

    Raises:
        InputError: this is no YAML, or a bound was passed; all else is told by the tree.
    """
    import yaml

    if strange := yaml.reader.Reader.NON_PRINTABLE.search(text):  # the C part would say it in bytes
        message = f"YAML allows no character U+{ord(strange[0]):04X}"
        line = text.count("\n", 0, strange.start()) + 1
        raise InputError(Problem("syntax", message, hint="Take it out.", line=line))
    reading = _Reading()
    try:
        for event in _events(text):
            if not reading.take(event):
                break
    except yaml.MarkedYAMLError as error:
        raise InputError(*reading.tree.problems, _syntax(error, text)) from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise InputError(*reading.tree.problems, Problem("syntax", f"this is not YAML: {error}"[:200])) from None
    return reading.tree


def _events(text: str) -> Iterator[yaml.Event]:
    """By the C part of PyYAML where it was built, which is not so in a browser."""
    import yaml

    return yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _syntax(error: yaml.MarkedYAMLError, text: str) -> Problem:
    what = ", ".join(part for part in (error.context, error.problem) if part)
    line = _line(error.problem_mark or error.context_mark)
    hint = next((hint for words, hint in _HINTS if words in what), "")
    if "".join(text.split("\n", line)[line - 1 : line]).lstrip(" ").startswith("\t"):
        hint = "Indent with spaces, not with tabs."
    return Problem("syntax", f"this is not YAML: {what[:200]}", hint=hint, line=line)


def _line(mark: Any) -> int:
    return mark.line + 1 if mark else 0


def scalar(text: str) -> object:
    """What a plain (unquoted) scalar is: null, boolean, whole number, number or text.

    Raises:
        ValueError: a whole number with more digits than are read.
    """
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        if len(text) > DIGITS:
            raise ValueError
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text


class _Reading:
    """One pass over the events.

    No dataclass: making one costs more than reading a site.
    """

    def __init__(self) -> None:
        self.growing = Growing(YAML_VALUES)
        self.anchors: dict[str, _Anchored | None] = {}
        self.unfinished: list[str | None] = []
        self.documents = 0
        self.aliases = 0

    @property
    def tree(self) -> Tree:
        return self.growing.tree

    def take(self, event: yaml.Event) -> bool:
        """Whether to go on after this event."""
        import yaml

        line = _line(event.start_mark)
        match event:
            case yaml.ScalarEvent():
                self._scalar(event, line)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._start(event, line)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                anchor, closed = self.unfinished.pop(), self.growing.close()
                if anchor:
                    self.anchors[anchor] = closed
            case yaml.AliasEvent():
                self._alias(event.anchor or "", line)
            case yaml.DocumentStartEvent():
                return self._document(line)
        return True

    def _document(self, line: int) -> bool:
        self.documents += 1
        if self.documents > 1:
            message = "a second document begins here; a file describes one site"
            self.growing.problem("several-documents", message, line, "Put it into a file of its own.")
        return self.documents == 1

    def _tag(self, tag: str | None, line: int) -> None:
        if tag is not None:
            shown = tag.replace("tag:yaml.org,2002:", "!!")[:40]
            self.growing.problem("tag", f"tags such as {shown} are not taken", line, "Leave the tag out.")

    def _start(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent, line: int) -> None:
        import yaml

        self._tag(event.tag, line)
        mapping = isinstance(event, yaml.MappingStartEvent)
        if self.growing.expects_name:
            self._no_name(f"a {'group' if mapping else 'list'}", line)
        if event.anchor:
            self.anchors[event.anchor] = None
        self.unfinished.append(event.anchor)
        self.growing.open({} if mapping else [], line)

    def _no_name(self, found: str, line: int) -> None:
        message = f"expected the name of a field, found {found}"
        self.growing.problem("key-no-text", message, line, "Names of fields are texts.")

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        self._tag(event.tag, line)
        plain = not event.style
        if self.growing.expects_name:
            self._name(event.value, plain, line)
            return
        try:
            value = scalar(event.value) if plain else event.value
        except ValueError:
            message = f"a whole number has at most {DIGITS:,} digits, this one has {len(event.value):,}"
            self.growing.problem("number-too-long", message, line)
            self.growing.unreadable(line)
            return
        if event.anchor:
            self.anchors[event.anchor] = (value, 1, 0)
        self.growing.value(value, line)

    def _name(self, text: str, plain: bool, line: int) -> None:
        if plain and text == "<<":
            hint = "Write the fields out; an alias may stand for a whole value."
            self.growing.problem("merge-key", "merge keys (<<) are not taken", line, hint)
            self.growing.no_name()
        elif plain and not _is_text(text):
            self._no_name(f"{text[:40] or 'nothing'} (a number, a boolean or null)", line)
            self.growing.no_name()
        else:
            self.growing.name(text, line)

    def _alias(self, name: str, line: int) -> None:
        self.aliases += 1
        if self.aliases > ALIASES:
            raise InputError(Problem("too-many-aliases", f"there are more than {ALIASES} aliases", line=line))
        meant = self.anchors.get(name)
        if self.growing.expects_name:
            self._no_name(f"the alias *{name[:40]}", line)
            self.growing.no_name()
        elif meant is not None:
            value, size, height = meant
            self.growing.value(value, line, size, height)
        else:
            why = "stands for something that contains it" if name in self.anchors else "stands for nothing before it"
            self.growing.problem("alias", f"the alias *{name[:40]} {why}", line)
            self.growing.unreadable(line)


def _is_text(text: str) -> bool:
    try:
        return isinstance(scalar(text), str)
    except ValueError:
        return False
