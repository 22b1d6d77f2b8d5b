"""Elements of a drawing."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET


def group(kind: str, elements: Iterator[ET.Element] | list[ET.Element], *, hidden: bool = False) -> ET.Element:
    """Elements together, of one class.

    Args:
        kind: the class, or several.
        elements: what is in it.
        hidden: whether it is passed over by those who have the page read out.
    """
    more = {"aria_hidden": "true"} if hidden else {}
    return element("g", *elements, class_=kind, **more)


def element(tag: str, *inside: ET.Element | str, **attributes: object) -> ET.Element:
    """An element: of attributes an underscore is a hyphen, and one at the end goes."""
    made = ET.Element(tag, {name.rstrip("_").replace("_", "-"): _said(value) for name, value in attributes.items()})
    for one in inside:
        if isinstance(one, str):
            made.text = one
        else:
            made.append(one)
    return made


def _said(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
