"""The pytest plugin: the vectors of the kit as tests of an adapter, and fixtures for tests of sites.

Loading it costs next to nothing: what is heavy is imported where it is used.
"""

from __future__ import annotations

import argparse
import math
import os
import shlex
import signal
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from dod_model.kit.dials import State
    from dod_model.kit.format import Kind
    from dod_model.kit.known import Known
    from dod_model.kit.process import LineAdapter
    from dod_model.kit.scoring import Case

KINDS = "features,boundaries,relations"
"""The kinds of vectors that are asked by default: what was written by hand, and the laws."""
_NOT_ASKED = "dod_not_asked"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    group = parser.getgroup("dod_model", "task sequences over the internet: vectors for an adapter")
    group.addoption(
        "--dod-adapter",
        metavar="COMMAND",
        help="Ask this line adapter the vectors of the kit, each a test: dod::features/... (see `dod kit`).",
    )
    group.addoption(
        "--dod-kinds",
        metavar="KINDS",
        default=KINDS,
        help="Which vectors: features, boundaries, pairs, triples, relations, separated by commas [%(default)s].",
    )
    group.addoption("--dod-known", metavar="FILE", help="Known disagreements, a line each; they have to go on.")
    group.addoption(
        "--dod-timeout",
        metavar="SECONDS",
        type=_seconds,
        default=10.0,
        help="How long the adapter may take to introduce itself, and for each answer [%(default)s].",
    )


def _seconds(text: str) -> float:
    """How long to wait.

    Raises:
        argparse.ArgumentTypeError: that is no time.
    """
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds < math.inf:
        raise argparse.ArgumentTypeError(f"expected a number of seconds that is more than 0, found '{text}'")
    return seconds


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker, and the vectors if there is an adapter to ask."""
    config.addinivalue_line("markers", "dod: a vector of dod-model's kit, which is asked of an adapter")
    command = config.getoption("--dod-adapter")
    if command is None:
        return
    from dod_model.kit.command import words

    try:
        asking = _Asking(config, words(command))
    except ValueError as error:
        raise pytest.UsageError(f"--dod-adapter is no command: {str(error).lower()}") from None
    config.pluginmanager.register(asking, "dod_model_asking")


def _kinds(text: str) -> tuple[Kind, ...]:
    """The kinds that were asked for, each once.

    Raises:
        pytest.UsageError: one of them is none.
    """
    from dod_model.kit.naming import UnknownNameError, looked_up
    from dod_model.kit.shipped import KINDS as EVERY

    named = [name.strip() for name in text.split(",") if name.strip()]
    try:
        return tuple(
            dict.fromkeys(looked_up(name, {kind: kind for kind in EVERY}, "kind of vectors") for name in named)
        )
    except UnknownNameError as error:
        raise pytest.UsageError(f"--dod-kinds: {error}") from None


class _Asking:
    """The hooks of a session that asks an adapter. With pytest-xdist each worker asks one of its own.

    Attributes:
        adapter: the adapter, once it is started.
        known: what is known of it, from then on.
    """

    adapter: LineAdapter
    known: Known

    def __init__(self, config: pytest.Config, command: list[str]) -> None:
        self.config = config
        self.command = command
        self.kinds = _kinds(config.getoption("--dod-kinds"))
        self.not_asked = 0
        self.is_started = False

    def pytest_report_header(self) -> str:
        """Who is asked what."""
        return f"dod-model: asks {', '.join(self.kinds) or 'nothing'} of {shlex.join(self.command)}"

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collection_modifyitems(self, session: pytest.Session, items: list[pytest.Item]) -> Iterator[None]:
        """Add the vectors, before any are deselected; then start the adapter, unless none of them are left."""
        items.extend(session.genitems(VectorCollector.from_parent(session, name="dod", nodeid="dod", asking=self)))
        yield
        if any(isinstance(one, VectorItem) for one in items):
            # It yields nothing, but tells an error as all collectors do.
            list(session.genitems(AdapterCollector.from_parent(session, name="dod", nodeid="dod", asking=self)))
            self._leave_out(items)

    def _leave_out(self, items: list[pytest.Item]) -> None:
        """Deselect what the adapter does not answer; without an adapter there is nothing to ask."""
        asked: list[pytest.Item] = []
        left_out: list[pytest.Item] = []
        for item in items:
            (left_out if isinstance(item, VectorItem) and not item.is_asked else asked).append(item)
        items[:] = asked
        if left_out and self.is_started:
            self.not_asked = len(left_out)
            self.config.hook.pytest_deselected(items=left_out)

    def pytest_sessionfinish(self) -> None:
        """A worker of pytest-xdist tells the others how much was not asked."""
        if hasattr(self.config, "workeroutput"):
            self.config.workeroutput[_NOT_ASKED] = self.not_asked

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Workers of pytest-xdist collect the same, so any of them will do."""
        self.not_asked = getattr(node, "workeroutput", {}).get(_NOT_ASKED, self.not_asked)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Tell how much was not asked."""
        if self.not_asked:
            these = "1 vector was" if self.not_asked == 1 else f"{self.not_asked:,} vectors were"
            terminalreporter.write_line(f"dod-model: {these} not asked, for the adapter does not answer such.")

    def start(self) -> None:
        """Start the adapter, and read what is known of it. It is ended with the session, however that ends.

        Raises:
            AdapterError: it does not start or does not introduce itself.
            InputError: the file of known disagreements cannot be read, or names what there is not.
        """
        from dod_model.kit.known import Known, check_vectors, read_known
        from dod_model.kit.process import LineAdapter
        from dod_model.kit.shipped import entries

        path = self.config.getoption("--dod-known")
        self.known = Known() if path is None else read_known(path)
        check_vectors(self.known, lambda kind: {one.id for one in entries(kind)})
        _take_termination_for_ctrl_c(self.config)
        self.adapter = LineAdapter(self.command, timeout=self.config.getoption("--dod-timeout"))
        self.config.add_cleanup(self.adapter.close)
        self.is_started = True


def _take_termination_for_ctrl_c(config: pytest.Config) -> None:
    """Have SIGTERM end the session as Ctrl-C does, so that the adapter is ended; unless someone else listens to it."""
    if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        config.add_cleanup(_let_termination_end)


def _let_termination_end() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


class AdapterCollector(pytest.Collector):
    """The start of the adapter, which may fail."""

    def __init__(self, *, asking: _Asking, **node: Any) -> None:
        super().__init__(**node)
        self._asking = asking

    def collect(self) -> Iterator[pytest.Item]:
        """Start the adapter; there are no tests in that."""
        from dod_model.errors import InputError
        from dod_model.kit.answers import AdapterError

        try:
            self._asking.start()
        except (AdapterError, InputError) as error:
            raise self.CollectError(str(error)) from None
        return iter(())


class VectorCollector(pytest.Collector):
    """All vectors that are asked of one adapter."""

    def __init__(self, *, asking: _Asking, **node: Any) -> None:
        super().__init__(**node)
        self._asking = asking

    def collect(self) -> Iterator[VectorItem]:
        """Yield the vectors of the chosen kinds."""
        from dod_model.errors import InputError
        from dod_model.kit.shipped import entries

        try:
            for kind in self._asking.kinds:
                for case in entries(kind):
                    yield VectorItem.from_parent(self, name=case.id, case=case, asking=self._asking)
        except InputError as error:
            raise self.CollectError(str(error)) from None


class DisagreementError(Exception):
    """An adapter's answer is not what the documents say, or is no answer; the message tells all about it."""


class VectorItem(pytest.Item):
    """One vector, asked of an adapter."""

    def __init__(self, *, case: Case, asking: _Asking, **node: Any) -> None:
        super().__init__(**node)
        self._case, self._asking = case, asking
        self.add_marker("dod")

    @property
    def is_asked(self) -> bool:
        """Whether the adapter is started and answers such a vector."""
        from dod_model.kit.scoring import lacking

        return self._asking.is_started and not lacking(self._case, self._asking.adapter.hello.answers)

    def runtest(self) -> None:
        """Ask it.

        What differs from what the documents say fails. What differs only from what was reasoned, or is contested, and
        what is known, is an expected failure. No answer on purpose is skipped.
        """
        from dod_model.kit.case_text import case_lines, in_short, stopped_lines
        from dod_model.kit.judgement import Result
        from dod_model.kit.scoring import Scores, judged
        from dod_model.render.layout import Layout

        adapter = self._asking.adapter
        scores = Scores(adapter.hello, known=self._asking.known)
        [found] = judged(adapter, [self._case], scores)
        if found.against_documents or found.result is Result.ERROR:
            raise DisagreementError("\n".join(case_lines(self._case, found, Layout())))
        if scores.stopped:
            raise DisagreementError("\n".join(stopped_lines(scores.stopped, scores.known)))
        if found.disagreements:
            known = all(one.subject in found.known for one in found.disagreements)
            pytest.xfail(f"{'known: ' if known else ''}{in_short(found.disagreements)}")
        if found.result is not Result.AGREED:
            pytest.skip(f"{found.result.value}: {found.reason}" if found.reason else found.result.value)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The message alone, for no line of Python is to blame. To find those lines would take longer than to ask."""
        if isinstance(excinfo.value, DisagreementError | pytest.xfail.Exception):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[os.PathLike[str], int | None, str]:
        """Where it stands in a report: by its id alone."""
        return self.path, None, self.nodeid


@pytest.fixture(scope="session")
def dod_healthy() -> State:
    """A healthy site, an attempt on it that downloads on demand, and that wish: `assess(*dod_healthy)`."""
    from dod_model.kit.dials import START

    return START


@pytest.fixture(scope="session")
def dod_fault() -> Callable[[str], State]:
    """The healthy site with one fault: `assess(*dod_fault("gateway-serves-content"))` violates that requirement."""
    from dod_model.kit.faults import fault_of

    return lambda requirement: fault_of(requirement).state
