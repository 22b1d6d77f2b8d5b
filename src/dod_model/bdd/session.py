"""One run of the features: what answers them, what is passed over, and what is recorded."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any

from behave.model_type import Status

from dod_model.bdd.context import Case
from dod_model.errors import DodError
from dod_model.kit.command import words
from dod_model.kit.system import TAGS, ModelUnderTest, SystemUnderTest

if TYPE_CHECKING:
    from dod_model.bdd.recorder import Recorder

SUT, RECORD, TIMEOUT, FOLDER, RESULTS = "sut", "record", "timeout", "folder", "results"
"""The words for `behave -D WORD=VALUE`: a command that is an adapter; a folder for vectors; seconds for an answer;
the folder in which the adapter runs, if that is not the one of behave; and a file for what came of each scenario."""
ANSWER_WITHIN = 10.0
"""So many seconds an adapter has for each answer, unless it is told otherwise."""


class CannotBeginError(DodError):
    """What was given by `behave -D` cannot be used. Whoever gave it mends it."""


class Session:
    """What lies between behave and the scenarios.

    Attributes:
        case: what steps share.
        passed_over: why scenarios were passed over, and how many for each reason.
    """

    def __init__(self, userdata: Mapping[str, str]) -> None:
        """Begin a run.

        Args:
            userdata: what was given by `behave -D`.

        Raises:
            CannotBeginError: the adapter does not start, its command or time cannot be read, or a folder is given as
                well, for only the model is recorded.
        """
        self._ends: list[Callable[[], object]] = []
        self._recorder: Recorder | None = None
        self._results = userdata.get(RESULTS)
        self.case = Case(self._system(userdata))
        self.passed_over: Counter[str] = Counter()
        self._answers_all = self.case.system.answers_tags >= TAGS

    def _system(self, userdata: Mapping[str, str]) -> SystemUnderTest:
        if SUT in userdata and RECORD in userdata:
            message = f"-D {RECORD} records what the model answers; it does not go with -D {SUT}"
            raise CannotBeginError(message)
        # Neither is loaded where it is not wanted: the start of behave is felt at every run.
        if SUT in userdata:
            return self._adapter(userdata)
        if RECORD in userdata:
            from dod_model.bdd.recorder import Recorder

            self._recorder = Recorder(Path(userdata[RECORD]))
            return self._recorder
        return ModelUnderTest()

    def _adapter(self, userdata: Mapping[str, str]) -> SystemUnderTest:
        from dod_model.bdd.adapter_under_test import AdapterUnderTest
        from dod_model.kit.answers import AdapterError
        from dod_model.kit.process import LineAdapter

        try:
            adapter = LineAdapter(
                _words(userdata[SUT]),
                timeout=_seconds(userdata.get(TIMEOUT, str(ANSWER_WITHIN))),
                cwd=userdata.get(FOLDER),
            )
        except AdapterError as error:
            raise CannotBeginError(str(error)) from error
        self._ends.append(adapter.close)
        # behave ends in order when it is interrupted, and not when it is terminated, which would leave the adapter.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        return AdapterUnderTest(adapter)

    def scenario_begins(self, scenario: Any) -> None:
        """Pass a scenario over that asks what the system does not answer."""
        if self._answers_all:  # as the model does, and then nothing is done for a scenario but to run it
            return
        self.case.pass_over = partial(self._pass_over, scenario)
        unanswered = {tag for tag in scenario.effective_tags if tag.startswith("asks-")}
        unanswered -= self.case.system.answers_tags
        if unanswered:
            self._pass_over(scenario, f"tagged {' and '.join(sorted(unanswered))}")

    def _pass_over(self, scenario: Any, reason: str) -> None:
        self.passed_over[reason] += 1
        scenario.skip()

    def scenario_ends(self, scenario: Any) -> None:
        """Record what a scenario asked."""
        if self._recorder is not None:
            self._recorder.scenario_ended(scenario, passed=scenario.status is Status.passed)

    def end(self, features: Iterable[Any], *, passed: bool) -> None:
        """End what was begun; write what came of the features, and what was recorded, unless something failed."""
        for end in self._ends:
            end()
        if self._results is not None:
            from dod_model.bdd.results import write_results

            write_results(Path(self._results), features)
        if self._recorder is not None and passed:
            self._recorder.write()


def _words(command: str) -> list[str]:
    try:
        return words(command)
    except ValueError as error:
        message = f"-D {SUT} is no command: {str(error).lower()}: {command}"
        raise CannotBeginError(message) from error


def _seconds(text: str) -> float:
    with suppress(ValueError):
        if 0 < (seconds := float(text)) < inf:
            return seconds
    message = f"-D {TIMEOUT} is '{text}', expected seconds, as 10 or 0.5"
    raise CannotBeginError(message)
