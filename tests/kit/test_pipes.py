"""What of standard error is told: the error, wherever it stands."""

from __future__ import annotations

import subprocess
import sys

import pytest

from dod_model.kit.pipes import Pipes

NODE = """node:internal/modules/cjs/loader:1210
  throw err;
  ^

{error}
    at Module._load (node:internal/modules/cjs/loader:1038:27)
    at node:internal/main/run_main_module:28:49 {{
  code: 'MODULE_NOT_FOUND',
  requireStack: []
}}

Node.js v20.20.2
"""
PYTHON = """Traceback (most recent call last):
  File "a.py", line 1, in <module>
KeyError: 'x'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "a.py", line 3, in <module>
ValueError: bad
"""
JAVA = """Exception in thread "main" java.lang.RuntimeException: outer
\tat Main.main(Main.java:5)
Caused by: java.io.IOException: disk full
\tat Main.read(Main.java:9)
\t... 1 more
"""
RUST = """starting
thread 'main' panicked at src/main.rs:2:5:
no such rule
note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
"""


def last_words(errors: str) -> str:
    code = f"import sys; sys.stderr.write({errors!r})"
    with subprocess.Popen(
        [sys.executable, "-S", "-I", "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    ) as process:
        pipes = Pipes(process)
        process.wait(20)
        words = pipes.last_words(5)
        pipes.leave()
    return words


@pytest.mark.parametrize(
    ("errors", "told"),
    [
        (
            NODE.format(error="Error: Cannot find module '/tmp/nosuch.mjs'"),
            "Error: Cannot find module '/tmp/nosuch.mjs' | Node.js v20.20.2",
        ),
        (
            NODE.format(error="Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'x'"),
            "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'x' | Node.js v20.20.2",
        ),
        (NODE.format(error="TypeError: bad thing"), "TypeError: bad thing | Node.js v20.20.2"),
        (PYTHON, "ValueError: bad"),
        (JAVA, "Caused by: java.io.IOException: disk full | ... 1 more"),
        (
            RUST,
            "thread 'main' panicked at src/main.rs:2:5: | no such rule | "
            "note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace",
        ),
        ("a\nb\n\nc\nd\n", "b | c | d"),
        ("", ""),
    ],
    ids=["node", "node-code", "node-thrown", "python", "java", "rust", "no-error", "nothing"],
)
def test_the_error_is_told_wherever_it_stands(errors: str, told: str) -> None:
    assert last_words(errors) == told


def test_lines_are_told_up_to_a_length() -> None:
    words = last_words(f"Error: {'x' * 5000}\n{'y' * 5000}\n")
    assert words.startswith("Error: xxx")
    assert len(words) < 400
