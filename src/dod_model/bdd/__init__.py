"""The Gherkin side: what steps may use, the words of the scenarios, and the report at the end of a run."""

from dod_model.bdd.context import Case, Context
from dod_model.bdd.reporter import RunReport
from dod_model.bdd.system import Answer, ModelUnderTest, SystemUnderTest
from dod_model.bdd.words import register_types

__all__ = ["Answer", "Case", "Context", "ModelUnderTest", "RunReport", "SystemUnderTest", "register_types"]
