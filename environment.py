"""behave's hooks. They lie beside steps/, where behave looks for them."""

from typing import Any

from dod_model.bdd import ClosingLine, ModelUnderTest, begin, register_types

register_types()


def before_all(context: Any) -> None:
    context.system = ModelUnderTest()
    context.closing_line = ClosingLine(context.config)
    context.config.reporters.append(context.closing_line)


def before_scenario(context: Any, scenario: Any) -> None:
    begin(context)


def after_all(context: Any) -> None:
    context.closing_line.require_some()
