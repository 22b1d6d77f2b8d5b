"""Line adapters that misbehave, each in one way: ``python misbehaving.py NAME [PATH]``.

PATH is a file to which each process adds its number, so that a test finds out whether any is left.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

VIOLATED = "gateway-serves-content"


def write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def greet(**changed: Any) -> None:
    write(json.dumps({"kit": 1, "name": "misbehaving", "version": "1", "answers": ["outcome"], **changed}) + "\n")


def answer(question: dict[str, Any], **more: Any) -> None:
    write(json.dumps({"id": question["id"], "outcome": "does-not-run", **more}) + "\n")


def requests() -> Iterator[dict[str, Any]]:
    """The requests after the hello, until the bye."""
    for request in map(json.loads, sys.stdin):
        if request["cmd"] == "bye":
            return
        if request["cmd"] != "hello":
            yield request


def marked(question: dict[str, Any]) -> bool:
    """Whether this is the question over which the adapter misbehaves: its client is bad."""
    return bool(question["attempt"]["client"] == "bad")


def over_a_marked_question(misbehave: Callable[[dict[str, Any]], object]) -> Callable[[], None]:
    """An adapter that does this over a marked question; and does not answer it if that is true."""

    def adapter() -> None:
        greet()
        for question in requests():
            if not (marked(question) and misbehave(question)):
                answer(question)

    return adapter


def good() -> None:
    greet()
    for question in requests():
        answer(question)


def backwards(message: str = "") -> None:
    """Answers each four questions in the reverse order."""
    greet()
    held: list[dict[str, Any]] = []
    for question in requests():
        held.append(question)
        if len(held) == 4:
            for one in reversed(held):
                write(message)
                answer(one)
            held.clear()


def backwards_with_messages() -> None:
    backwards("thinking ...\n")


@over_a_marked_question
def crashes(_: object) -> None:
    sys.stderr.write("rule 12 is broken\n")
    sys.exit(3)


def crashes_with_answers_in_its_buffer() -> None:
    """Writes its answers out a little later, as one does that has a thread for that."""
    import threading

    greet()

    def flush() -> None:
        while True:
            time.sleep(0.05)
            sys.stdout.flush()

    threading.Thread(target=flush, daemon=True).start()
    for question in requests():
        if marked(question):
            os._exit(4)
        sys.stdout.write(json.dumps({"id": question["id"], "outcome": "does-not-run"}) + "\n")


@over_a_marked_question
def killed(_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def crashes_once() -> None:
    """Ends over the fourth question; not again when started anew."""
    greet()
    first = len(Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()) == 1
    for number, question in enumerate(requests()):
        if first and number == 3:
            sys.exit(1)
        answer(question)


def crashes_always() -> None:
    greet()
    for _ in requests():
        sys.exit(1)


def does_not_start_again() -> None:
    if len(Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()) > 1:
        sys.exit("the license is in use")
    crashes()


@over_a_marked_question
def closes_its_output(_: object) -> None:
    os.close(1)
    time.sleep(60)


@over_a_marked_question
def half_a_line_and_the_end(_: object) -> None:
    write('{"id": 1, "outco')
    os._exit(0)


@over_a_marked_question
def half_a_line_and_silence(_: object) -> None:
    write('{"id": 1, "outco')
    time.sleep(60)


@over_a_marked_question
def hangs(_: object) -> None:
    time.sleep(60)


@over_a_marked_question
def hangs_with_a_child(_: object) -> None:
    start_a_child()
    time.sleep(60)


def leaves_a_child() -> None:
    """Ends properly, but something that it started goes on, and holds its pipes."""
    greet()
    start_a_child()
    for question in requests():
        answer(question)


@over_a_marked_question
def ends_and_leaves_a_child(_: object) -> None:
    start_a_child()
    os._exit(5)


def slow() -> None:
    """A tenth of a second for each answer."""
    greet()
    for question in requests():
        time.sleep(0.1)
        answer(question)


def never_reads() -> None:
    greet()
    time.sleep(60)


def does_not_flush() -> None:
    greet()
    for question in requests():
        sys.stdout.write(json.dumps({"id": question["id"], "outcome": "does-not-run"}) + "\n")


@over_a_marked_question
def garbage(_: object) -> bool:
    """Writes a text instead of an answer."""
    write("Segmentation \x1b[31mfault\n")
    return True


@over_a_marked_question
def garbage_with_a_number(question: dict[str, Any]) -> bool:
    answer(question, outcome="does-not-ran")
    return True


def messages() -> None:
    """Writes a message before each answer."""
    greet()
    for question in requests():
        write("checking the site ...\n\n")
        answer(question)


def lacks_violated() -> None:
    greet(answers=["outcome", "violated"])
    for question in requests():
        answer(question, **({} if marked(question) else {"violated": [VIOLATED]}))


def answers_twice() -> None:
    greet()
    for question in requests():
        answer(question)
        answer(question)


@over_a_marked_question
def answers_what_nobody_asked(_: object) -> bool:
    answer({"id": 4711})
    return True


@over_a_marked_question
def endless_line(_: object) -> None:
    while True:
        write("x" * 65536)


@over_a_marked_question
def endless_lines(_: object) -> None:
    while True:
        write("still here\n" * 100)


@over_a_marked_question
def endless_blank_lines(_: object) -> None:
    while True:
        write("\n" * 100)
        time.sleep(0.001)


def ignores_the_bye() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    greet()
    for question in requests():
        answer(question)
    time.sleep(60)


def ends_before_hello() -> None:
    sys.exit("no module named 'rules'")


def greets_with_garbage() -> None:
    write("Welcome to my tool!\n")
    time.sleep(60)


def greets_with_an_endless_line() -> None:
    while True:
        write("x" * 65536)


def greets_with_another_version() -> None:
    greet(kit=2)
    time.sleep(60)


def never_greets() -> None:
    time.sleep(60)


def start_a_child() -> None:
    import subprocess

    note(subprocess.Popen([sys.executable, "-S", "-I", "-c", "import time; time.sleep(60)"]).pid)


def note(pid: int) -> None:
    if len(sys.argv) > 2:
        with Path(sys.argv[2]).open("a", encoding="utf-8") as file:
            file.write(f"{pid}\n")


if __name__ == "__main__":
    note(os.getpid())
    globals()[sys.argv[1]]()
