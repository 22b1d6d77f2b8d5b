"""What can go wrong, and who mends it.

Every error that a user can cause is a value: a code that never changes, a sentence,
the place it is about and, where there is one, a hint.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with an input.

    Attributes:
        code: stable name of the kind of problem, for example ``unknown-field``.
        message: what is wrong and what was expected, as one sentence.
        path: where in the description, as ``deployments[0].option``; empty for the whole.
        hint: the nearest valid name or the next thing to try; empty if there is none.
        file: name of the file, empty for data that did not come from one.
        line: line in the file, from 1; 0 if unknown.
    """

    code: str
    message: str
    path: str = ""
    hint: str = ""
    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        """One line: file, line, path, message and hint, as compilers write it."""
        place = ":".join(str(part) for part in (self.file, self.line or "") if part)
        head = ": ".join(part for part in (place, self.path) if part)
        text = f"{head}: {self.message}" if head else self.message
        return f"{text.rstrip('.')}. {self.hint}" if self.hint else text


class DodError(Exception):
    """Base of all errors that this package raises on purpose."""


class InputError(DodError):
    """A description cannot be used. Its author mends it.

    Carries every problem that was found, not only the first.
    """

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems in the order of the input."""
        super().__init__(*problems)
        self.problems: tuple[Problem, ...] = problems

    def __str__(self) -> str:
        """One problem a line."""
        return "\n".join(str(problem) for problem in self.problems)


class ReleaseError(DodError, ValueError):
    """A text names no release. The author of the text mends it."""
