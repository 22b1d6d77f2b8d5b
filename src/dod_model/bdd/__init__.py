"""The Gherkin side: what steps may use, the words of the scenarios, and the report at the end of a run."""

from dod_model.bdd.context import Case, Context
from dod_model.bdd.reporter import RunReport
from dod_model.bdd.session import CannotBeginError, Session
from dod_model.bdd.words import register_types
from dod_model.kit.system import Answer, ModelUnderTest, SystemUnderTest

__all__ = [
    "Answer",
    "CannotBeginError",
    "Case",
    "Context",
    "ModelUnderTest",
    "RunReport",
    "Session",
    "SystemUnderTest",
    "register_types",
]
