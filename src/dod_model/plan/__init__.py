"""The fewest changes that reach the wish."""

from dod_model.plan.changes import Change
from dod_model.plan.moves import Step
from dod_model.plan.planning import FindOut, Plan, plan_for
from dod_model.plan.search import TooManyWaysError

__all__ = ["Change", "FindOut", "Plan", "Step", "TooManyWaysError", "plan_for"]
