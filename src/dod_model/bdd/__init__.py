"""The Gherkin side: what steps may use, the words of the scenarios, and the closing line of a run."""

from dod_model.bdd.context import Context, begin
from dod_model.bdd.reporter import ClosingLine
from dod_model.bdd.system import Answer, ModelUnderTest, SystemUnderTest
from dod_model.bdd.words import register_types

__all__ = ["Answer", "ClosingLine", "Context", "ModelUnderTest", "SystemUnderTest", "begin", "register_types"]
