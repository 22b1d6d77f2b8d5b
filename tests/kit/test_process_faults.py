"""A tool behind a command may do whatever it likes: each question gets one answer that says what happened."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dod_model.kit.answers import Fault
from tests.kit.tools import DOES_NOT_RUN, SHORT, Tool, asked, gone, misbehaving_tool, once


@pytest.fixture
def tool(tmp_path: Path) -> Iterator[Tool]:
    """Misbehaving adapters, of which nothing may be left in the end."""
    yield from misbehaving_tool(tmp_path)


class TestAToolThatCrashes:
    def test_is_told_over_which_question_and_how(self, tool: Tool) -> None:
        assert tool.fault("crashes", "crash") == (
            "When it was asked this, it ended with exit code 3. Its last words on standard error: 'rule 12 is broken'."
        )

    def test_is_told_the_guilty_question_also_where_answers_were_lost(self, tool: Tool) -> None:
        assert "exit code 4" in tool.fault("crashes_with_answers_in_its_buffer", "crash")

    @pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
    def test_is_told_the_signal(self, tool: Tool) -> None:
        assert tool.fault("killed", "crash") == "When it was asked this, it was ended by signal 9 (SIGKILL)."

    def test_is_told_half_a_line(self, tool: Tool) -> None:
        assert tool.fault("half_a_line_and_the_end", "crash") == (
            """When it was asked this, it ended with exit code 0, in the middle of the line '{"id": 1, "outco'."""
        )

    @pytest.mark.slow
    def test_is_told_that_it_closed_its_output(self, tool: Tool) -> None:
        assert tool.fault("closes_its_output", "crash") == "When it was asked this, it closed its output."

    def test_is_believed_where_it_does_not_crash_again(self, tool: Tool) -> None:
        with tool.named("crashes_once") as adapter:
            found = once(adapter.answers(asked(*["good"] * 8)), 8)
            (note,) = adapter.notes
        assert set(found.values()) == {DOES_NOT_RUN}
        assert note == "How often it broke off: 1; the first time it ended with exit code 1 with 5 questions in flight."

    def test_is_given_up_in_the_end(self, tool: Tool) -> None:
        with tool.named("crashes_always", restarts=3) as adapter:
            found = list(once(adapter.answers(asked(*["good"] * 1000)), 1000).values())
            again = list(adapter.answers(asked("good")))
        assert len(tool.pids) == 4
        given_up = Fault("crash", "Given up after 3 restarts; the last time it ended with exit code 1.")
        assert found[:3] == [Fault("crash", "When it was asked this, it ended with exit code 1.")] * 3
        assert set(found[3:]) == {given_up}
        assert again == [("1 good", given_up)]

    def test_is_not_given_up_while_it_answers_in_between(self, tool: Tool) -> None:
        with tool.named("crashes", restarts=2) as adapter:
            found = once(adapter.answers(asked(*["good", "good", "bad"] * 5)), 15)
        assert sum(isinstance(one, Fault) for one in found.values()) == 5
        assert sum(one == DOES_NOT_RUN for one in found.values()) == 10

    def test_is_given_up_where_it_does_not_start_again(self, tool: Tool) -> None:
        found = tool.answers("does_not_start_again", "good", "bad", "good")
        assert found["1 good"] == DOES_NOT_RUN
        for fault in found["2 bad"], found["3 good"]:
            assert isinstance(fault, Fault)
            assert fault.kind == "crash"
            assert fault.message.startswith("Given up, for it does not start again: ")
            assert "Its last words on standard error: 'the license is in use'." in fault.message

    def test_between_two_askings_takes_nothing_down_with_it(self, tool: Tool) -> None:
        with tool.named("good") as adapter:
            assert dict(adapter.answers(asked("good"))) == {"1 good": DOES_NOT_RUN}
            os.kill(tool.pids[0], 9)
            assert gone(tool.pids[0])
            time.sleep(0.1)
            assert dict(adapter.answers(asked("good"))) == {"1 good": DOES_NOT_RUN}


class TestAToolThatHangs:
    def test_is_told_over_which_question(self, tool: Tool) -> None:
        assert tool.fault("hangs", "timeout", SHORT) == ("No answer came within 0.6 s.")

    def test_is_told_half_a_line(self, tool: Tool) -> None:
        message = tool.fault("half_a_line_and_silence", "timeout", SHORT)
        assert message.endswith("""Half a line had come: '{"id": 1, "outco'.""")

    def test_is_ended_with_what_it_started(self, tool: Tool) -> None:
        tool.fault("hangs_with_a_child", "timeout", SHORT)
        assert len(tool.pids) == 3

    def test_is_reminded_to_flush(self, tool: Tool) -> None:
        with tool.named("does_not_flush", timeout=SHORT, restarts=0) as adapter:
            found = once(adapter.answers(asked("good", "good")), 2)
        assert found["1 good"] == Fault(
            "timeout",
            "No answer came within 0.6 s. Does it flush its output after each line?",
        )
        assert found["2 good"] == Fault(
            "crash", "Given up after 0 restarts; the last time no answer came within 0.6 s."
        )

    @pytest.mark.slow
    def test_does_not_block_where_it_never_reads(self, tool: Tool) -> None:
        with tool.named("never_reads", timeout=SHORT, restarts=1) as adapter:
            found = list(once(adapter.answers(asked(*["good"] * 1000)), 1000).values())
        assert [fault.kind for fault in found[:3] if isinstance(fault, Fault)] == ["timeout", "timeout", "crash"]

    def test_is_given_up_soon_where_it_has_never_answered(self, tool: Tool) -> None:
        with tool.named("hangs", timeout=0.1) as adapter:
            found = list(once(adapter.answers(asked(*["bad"] * 50)), 50).values())
            again = list(adapter.answers(asked("good")))
        assert len(tool.pids) == 3
        told = "No answer came within 0.1 s. Does it flush its output after each line?"
        given_up = Fault(
            "timeout", f"Given up, for it has answered none of 3 questions, nor any before. The last one: {told}"
        )
        assert found == [Fault("timeout", told)] * 3 + [given_up] * 47
        assert again == [("1 good", given_up)]

    def test_is_not_given_up_soon_where_it_has_answered(self, tool: Tool) -> None:
        with tool.named("hangs", timeout=0.3) as adapter:
            found = once(adapter.answers(asked("good", *["bad"] * 4, "good")), 6)
        assert found["6 good"] == DOES_NOT_RUN

    @pytest.mark.slow
    def test_is_told_how_it_ended_where_something_holds_its_output_open(self, tool: Tool) -> None:
        assert tool.fault("ends_and_leaves_a_child", "crash", SHORT) == (
            "When it was asked this, it ended with exit code 5."
        )


class TestAToolThatWritesGarbage:
    def test_is_shown_it_for_the_question_that_it_passed_over(self, tool: Tool) -> None:
        assert tool.fault("garbage", "garbage", SHORT) == (
            "Instead of an answer came 'Segmentation \\u001b[31mfault': "
            "it is not JSON (expected value at line 1 column 1)."
        )

    def test_is_shown_it_without_delay_when_a_window_of_others_is_answered(self, tool: Tool) -> None:
        with tool.named("garbage", window=4) as adapter:
            answers = adapter.answers(asked("bad", *["good"] * 20))
            found = [next(answers)[0] for _ in range(9)]
            answers.close()  # type: ignore[attr-defined]
        assert "1 bad" in found

    def test_is_shown_it_for_the_last_question_when_nothing_follows(self, tool: Tool) -> None:
        found = tool.answers("garbage", "good", "bad", timeout=SHORT)
        assert found["2 bad"] == Fault(
            "garbage",
            "Instead of an answer came "
            "'Segmentation \\u001b[31mfault': it is not JSON (expected value at line 1 column 1). "
            "No answer came within 0.6 s.",
        )

    def test_is_told_the_nearest_word(self, tool: Tool) -> None:
        assert tool.fault("garbage_with_a_number", "garbage") == (
            "Its answer cannot be used: 'does-not-ran' is no word for 'outcome' (the nearest is 'does-not-run')."
        )

    def test_is_told_what_it_leaves_out(self, tool: Tool) -> None:
        found = tool.answers("lacks_violated", "good", "bad")
        assert found["2 bad"] == Fault("garbage", "Its answer lacks 'violated', which it said that it answers.")

    def test_is_told_of_an_answer_to_what_was_not_asked(self, tool: Tool) -> None:
        message = tool.fault("answers_what_nobody_asked", "garbage", SHORT)
        assert message == "Instead of an answer came an answer to 4711, which was never asked."

    @pytest.mark.parametrize("name", ["messages", "backwards_with_messages"])
    def test_is_forgiven_messages_before_its_answers(self, tool: Tool, name: str) -> None:
        with tool.named(name) as adapter:
            found = once(adapter.answers(asked(*["good"] * 8)), 8)
            (note,) = adapter.notes
        assert set(found.values()) == {DOES_NOT_RUN}
        assert note.startswith("Lines on standard output that are no answers: 8, the first '")
        assert note.endswith("They belong on standard error.")

    def test_is_forgiven_to_answer_twice(self, tool: Tool) -> None:
        with tool.named("answers_twice") as adapter:
            assert set(once(adapter.answers(asked(*["good"] * 3)), 3).values()) == {DOES_NOT_RUN}
            (note,) = adapter.notes
        assert note.startswith("Answers to what had been answered, passed over: ")
        assert note.endswith("the first with the id 1.")

    def test_is_ended_over_a_line_without_end(self, tool: Tool) -> None:
        message = tool.fault("endless_line", "garbage")
        assert message.startswith(
            "Instead of an answer it wrote a line of more than 1,048,576 bytes, which begins 'xxx"
        )
        assert len(message) < 400

    def test_is_ended_over_lines_without_end(self, tool: Tool) -> None:
        message = tool.fault("endless_lines", "garbage")
        assert message.startswith("Lines that are no answers came instead: ")
        assert message.endswith(" It writes lines without end.")

    def test_is_not_kept_alive_by_blank_lines(self, tool: Tool) -> None:
        assert tool.fault("endless_blank_lines", "timeout", SHORT).startswith("No answer came within 0.6 s.")
