"""The entry of the command: wrong words, broken pipes, our own bugs."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from dod_model.cli import main
from dod_model.cli.main import COMMANDS
from dod_model.results import ExitCode
from tests.cli.running import EXAMPLES, HEALTHY, ROOT, dod

LAUNCH = "import sys; from dod_model.cli import main; sys.exit(main(sys.argv[1:]))"


class Failing(io.StringIO):
    """A stream that cannot be written to."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, _: str) -> int:
        raise self.error


def check_into(stream: io.StringIO) -> tuple[int, str]:
    errors = io.StringIO()
    with redirect_stdout(stream), redirect_stderr(errors):
        code = main(["check", str(HEALTHY)])
    return code, errors.getvalue()


def raise_from_check(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(_: str) -> None:
        raise error

    monkeypatch.setattr("dod_model.cli.check.read_site", fail)


def test_exit_codes_are_what_everyone_relies_on() -> None:
    assert {one.name: one.value for one in ExitCode} == {
        "REACHED": 0,
        "NOT_REACHED": 1,
        "USAGE": 2,
        "UNDETERMINED": 3,
        "OUR_BUG": 70,
    }


@pytest.mark.parametrize("command", [[], *[[name] for name in COMMANDS]], ids=lambda words: " ".join(words) or "dod")
def test_help_has_an_example_and_fits_a_terminal(command: list[str]) -> None:
    answer = dod(*command, "--help")
    assert answer.code == 0
    assert answer == dod(*command, "-h")
    assert "dod " + " ".join(command) in answer.out
    assert max(map(len, answer.out.splitlines())) <= 90
    assert "\\b" not in answer.out


def test_help_lists_every_command_and_exit_code() -> None:
    text = dod("--help").out
    assert [name for name in COMMANDS if f"  {name} " not in text] == []
    assert "0 every wish is reached; 1 some wish is not; 3 none fails" in text
    assert "70 a bug of ours" in text


def test_the_version_is_told() -> None:
    assert dod("--version").out == "dod, version 0.1.0\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chek"], "There is no command 'chek'. Did you mean 'check'?"),
        (["frobnicate"], f"There is no command 'frobnicate'. There is {', '.join(COMMANDS)}."),
        (["check"], "Missing argument 'SITE'."),
        (["check", "x.yaml", "--strat", "pxe"], "No such option"),
        (["check", "x.yaml", "--start", "usb"], "'usb' is not one of 'software-center'"),
        (["compare", "1906", "1911"], "there is no current branch 1911; the nearest are 1910 and 2002"),
        (["schema", "sites"], "'sites' is not one of 'site', 'report', 'run', 'sources', 'vectors', 'kit'"),
    ],
)
def test_wrong_words_are_told(words: list[str], said: str) -> None:
    answer = dod(*words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert "Traceback" not in answer.err


def test_every_problem_of_a_description_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "site.yaml"
    path.write_text("release: 1999\ngatways: []\nclients:\n  - name: A\n    metered: yess\n", encoding="utf-8")
    answer = dod("check", path)
    heading, *problems = answer.err.splitlines()
    assert (answer.code, heading) == (2, "dod: the input has problems:")
    assert [line.removeprefix(f"  {path}:").partition(":")[0] for line in problems] == ["1", "2", "5"]
    assert "there is no such field here. Did you mean 'gateways'?" in problems[1]


def test_a_single_problem_is_told_on_one_line(tmp_path: Path) -> None:
    answer = dod("check", tmp_path / "none.yaml")
    assert (answer.code, answer.err) == (2, f"dod: {tmp_path / 'none.yaml'}: there is no such file\n")


def test_a_folder_is_told_with_what_was_meant() -> None:
    answer = dod("check", EXAMPLES)
    meant = EXAMPLES / "branch-office.yaml"
    assert answer.err.endswith(f"this is a folder, expected a file. Did you mean '{meant}'?\n")


def test_a_bug_of_ours_is_owned_up_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOD_TRACEBACK", raising=False)
    raise_from_check(monkeypatch, ZeroDivisionError("oh"))
    answer = dod("check", HEALTHY)
    assert (answer.code, answer.out) == (70, "")
    assert answer.err.startswith("dod: a bug of ours: ZeroDivisionError: oh\n")
    assert "DOD_TRACEBACK=1" in answer.err


def test_a_bug_of_ours_shows_its_traceback_if_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOD_TRACEBACK", "1")
    raise_from_check(monkeypatch, ZeroDivisionError("oh"))
    answer = dod("check", HEALTHY)
    assert answer.code == 70
    assert "Traceback (most recent call last)" in answer.err


def test_stopping_is_no_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    raise_from_check(monkeypatch, KeyboardInterrupt())
    answer = dod("check", HEALTHY)
    assert (answer.code, answer.err.strip()) == (130, "dod: stopped")


def test_a_reader_that_has_gone_is_no_bug() -> None:
    assert check_into(Failing(BrokenPipeError())) == (141, "")


def test_a_full_disk_is_no_bug() -> None:
    code, said = check_into(Failing(OSError(28, "No space left on device")))
    assert (code, said) == (2, "dod: the answer cannot be written: No space left on device\n")


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe that breaks is told in another way there")
def test_a_broken_pipe_leaves_no_message() -> None:
    command = [sys.executable, "-c", LAUNCH, "schema"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    def bytes_with(seed: str) -> Iterable[bytes]:
        for output in ("text", "json"):
            command = [sys.executable, "-c", LAUNCH, "check", "docs/examples/partial.yaml", "-o", output, "--all"]
            env = {"PYTHONHASHSEED": seed}
            yield subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=False).stdout

    first, *others = [list(bytes_with(seed)) for seed in ("0", "1", "4242")]
    assert all(first)
    assert others == [first, first]
