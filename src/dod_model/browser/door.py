"""Which questions may a page ask?"""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module

QUESTIONS = {
    "check": "checking",
    "fields": "form",
    "read": "form",
    "write": "form",
    "run_feature": "features",
    "vectors": "vectors",
}
"""The module of this package that answers each question, by a function of the question's name."""


def call(question: str, asked: str) -> str:
    """Answer a question of a page.

    Args:
        question: one of `QUESTIONS`.
        asked: the arguments, as a JSON object.

    Returns:
        The answer as JSON.

    Raises:
        KeyError: there is no such question.
        TypeError: the arguments are not those of the question.
        ValueError: they are not JSON.
    """
    answer: Callable[..., str] = getattr(import_module(f"{__package__}.{QUESTIONS[question]}"), question)
    return answer(**json.loads(asked))
