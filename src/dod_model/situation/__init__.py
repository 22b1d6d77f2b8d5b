"""Site + Attempt -> Facts."""

from dod_model.situation.deriving import derive, facts_of
from dod_model.situation.resolving import Situation, resolve

__all__ = ["Situation", "derive", "facts_of", "resolve"]
