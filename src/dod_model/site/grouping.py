"""Steps inside groups: how deep they may lie.

Works on the model and on plain data alike. Nothing here calls itself, so that no depth is too much for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, TypeVar

from pydantic import MISSING

from dod_model.site.parts import members, of_part, written_of

Item = TypeVar("Item")
Walked = tuple[str, Any, int]

GROUPS_DEEP: Final = 25
"""So many groups may lie inside one another. Hand-made sequences have three or four."""

TOO_DEEP: Final = f"groups lie more than {GROUPS_DEEP} deep inside one another"


def depth_first(roots: Iterable[Item], below: Callable[[Item], Sequence[Item]]) -> Iterator[Item]:
    """Each root, and after it all that lies below it.

    Args:
        roots: where to start.
        below: what lies directly below one.
    """
    pending = [iter(roots)]
    while pending:
        for found in pending[-1]:
            yield found
            if inner := below(found):
                pending.append(iter(inner))
                break
        else:
            pending.pop()


def walked(path: str, owner: object) -> Iterator[Walked]:
    """Every step and group below an owner, depth first: its path, itself, and how many groups lie around it.

    The first group that is too deep is told, what lies in it is passed over.

    Args:
        path: of the owner.
        owner: a task sequence or a group.
    """

    def below(found: Walked) -> Sequence[Walked]:
        inner, step, around = found
        return _below(inner, step, around + 1) if around < GROUPS_DEEP else ()

    return depth_first(_below(path, owner, 0), below)


def _below(path: str, owner: object, around: int) -> list[Walked]:
    return [(f"{path}.{inner}", step, around) for inner, step in members(owner, "steps")]


def is_group(step: object) -> bool:
    """Whether it is a group, or has steps inside it as only a group may."""
    return written_of(step, "kind") == "group" or of_part(step, "steps") is not MISSING


def too_deep(steps: object, allowed: int) -> bool:
    """Whether groups among some steps lie deeper inside one another than is allowed.

    Args:
        steps: steps of the model or plain data, also of wrong form or endless.
        allowed: how many groups may lie inside one another.
    """
    level = list(steps) if isinstance(steps, Sequence) and not isinstance(steps, str) else []
    for _ in range(allowed + 1):
        groups = [step for step in level if is_group(step)]
        if not groups:
            return False
        # Each once, for what stands in many places need not be looked at more than once.
        level = list({id(step): step for group in groups for _, step in members(group, "steps")}.values())
    return True
