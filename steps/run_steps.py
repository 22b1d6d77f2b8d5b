"""How LT-001 runs it, and what happens meanwhile. Scenarios with these steps carry the tag `@asks-run`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from behave import given, when

from dod_model.attempt import Start
from dod_model.bdd import Context
from dod_model.site import DeploymentOption

if TYPE_CHECKING:
    from dod_model.run.events import Placed


@given("pre-download had completed {count:Number} of the packages")
def pre_downloaded(context: Context, count: int) -> None:
    """How far it had come when somebody started the task sequence."""
    context.case.pre_downloaded = count


@given("{event:Event}")
def happens(context: Context, event: Placed) -> None:
    """Something happens while it runs, and when: `"CMG-EAST" stops while "Drivers" downloads`."""
    context.case.placed = (*context.case.placed, event)


@when("LT-001 runs it")
def runs_it(context: Context) -> None:
    """LT-001 starts the deployment and goes through the task sequence."""
    context.case.play()


@when("LT-001 runs it, started {start:Start}")
def runs_it_started(context: Context, start: Start | None) -> None:
    """The same, started in another way."""
    context.case.attempt = replace(context.case.attempt, start=start)
    context.case.play()


@when("LT-001 runs it with either option")
def runs_it_with_either(context: Context) -> None:
    """One run that downloads when needed, and one that downloads all content first."""
    context.case.play(DeploymentOption.WHEN_NEEDED, DeploymentOption.BEFORE_START)
