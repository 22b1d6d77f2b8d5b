"""A run: an attempt played step by step."""

from dod_model.run.moments import Ending, Moment
from dod_model.run.placing import play, plays
from dod_model.run.playing import Playing, Run
from dod_model.run.summary import Summary

__all__ = ["Ending", "Moment", "Playing", "Run", "Summary", "play", "plays"]
