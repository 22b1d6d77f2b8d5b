"""Plain data -> YAML as people write it: in the order of the model, small groups on one line, releases as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import Any, get_args

import yaml

from dod_model.intake.yaml_reader import scalar
from dod_model.site import Site
from dod_model.site.described import Described

ONE_LINE = 100
"""A small group is written on one line of at most so many characters."""
DEEP = 3
"""From so deep in the description on: what lies above has a line for each field."""
_ENDLESS = 2**31
_RELEASE = re.compile(r"[1-9][0-9]{3}", re.ASCII)


class _Writer(yaml.SafeDumper):
    """Writes what the reader of this package reads as the same."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the signature is PyYAML's
        """Nothing is written as an alias."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Lists are indented below their field."""
        super().increase_indent(flow, False)


def _text(writer: yaml.SafeDumper, text: str) -> yaml.Node:
    """A text: in quotes where it would be read as something else, or has lines of its own."""
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=None if _is_plain(text) else '"')


def _is_plain(text: str) -> bool:
    try:
        return isinstance(scalar(text), str) and text.isprintable()
    except ValueError:
        return False


_Writer.add_representer(str, _text)


def written(data: object) -> str:
    """A description as YAML.

    Args:
        data: dicts, lists, texts, numbers, booleans and None.

    Raises:
        yaml.YAMLError: something else is in it.
    """
    if not isinstance(data, dict) or not data:
        return _dumped(data, 0)
    return "".join(_sections(_ordered(data, Site)))


def _sections(data: Mapping[str, Any]) -> Iterator[str]:
    """One field of the site after the other, with a gap before those that have parts."""
    for number, (name, value) in enumerate(data.items()):
        has_parts = isinstance(value, dict | list) and bool(value)
        yield "\n" if number and has_parts else ""
        yield _dumped({name: value}, 0)


def _dumped(data: object, depth: int) -> str:
    writer = _Writer(StringIO(), sort_keys=False)
    node = writer.represent_data(data)
    _set(node, depth)
    return yaml.serialize(node, Dumper=_Writer, allow_unicode=True, width=_ENDLESS)


def _set(node: yaml.Node, depth: int) -> int:
    """Choose how each group and list is set; return how many characters it takes on one line."""
    if isinstance(node, yaml.ScalarNode):
        return len(node.value) + 2
    assert isinstance(node, yaml.CollectionNode)  # noqa: S101 - for the types: there are no other nodes
    inner = [part for item in node.value for part in (item if isinstance(item, tuple) else (item,))]
    length = sum(_set(part, depth + 1) for part in inner)
    simple = not any(isinstance(part, yaml.MappingNode) for part in inner)
    texts = isinstance(node, yaml.SequenceNode) and simple
    node.flow_style = not inner or (length <= ONE_LINE and simple and (texts or depth >= DEEP))
    return length + 2


def _ordered(data: Any, model: type[Described] | None) -> Any:
    """The same data with fields in the order of the model; others come last, as they stand."""
    if isinstance(data, list):
        return [_ordered(one, model) for one in data]
    if not isinstance(data, dict) or model is None:
        return data
    known = {name: field.annotation for name, field in model.model_fields.items()}
    names = [name for name in known if name in data] + [name for name in data if name not in known]
    return {name: _value(name, data[name], known.get(name)) for name in names}


def _value(name: str, value: Any, annotation: Any) -> Any:
    if name == "release" and isinstance(value, str) and _RELEASE.fullmatch(value):
        return int(value)
    return _ordered(value, _model_in(annotation))


def _model_in(annotation: Any) -> type[Described] | None:
    """The group of fields that an annotation speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, Described):
        return annotation
    return next((found for one in get_args(annotation) if (found := _model_in(one))), None)
