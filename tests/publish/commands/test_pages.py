"""The page of the command tells all of it: every command, every option, every word of the help."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from dod_model.bdd.results import NO_RESULTS
from dod_model.cli.main import COMMANDS, dod
from dod_model.publish.commands.help import paragraphs
from dod_model.publish.commands.pages import command_pages, commands_of
from dod_model.publish.material import Material
from tests.cli.running import dod as run_dod

(PAGE,) = command_pages(Material(Path(), NO_RESULTS)).values()
SECTION = re.compile(r"^##+ (dod[a-z ]*) \{#([a-z-]+)\}\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
SECTIONS = {name: text for name, _, text in SECTION.findall(PAGE)}


def commands(command: click.Command, name: str = "dod") -> Iterator[tuple[str, click.Command]]:
    """Every command by the words that call it."""
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for word in command.list_commands(context):
            child = command.get_command(context, word)
            assert child is not None
            yield from commands(child, f"{name} {word}")


ALL = dict(commands(dod))
each_command = pytest.mark.parametrize("name", ALL)


def words(text: str) -> set[str]:
    """The words of a text without what Markdown adds."""
    return set(re.findall(r"[\w'-]+", text.replace("\\", "")))


def test_there_is_a_section_for_every_command_and_no_other() -> None:
    assert set(SECTIONS) == set(ALL)
    assert {f"dod {name}" for name in COMMANDS} < set(ALL)
    assert {"dod kit run", "dod kit smoke"} < set(ALL)


@each_command
def test_every_option_is_told_with_its_meaning(name: str) -> None:
    params = [one for one in ALL[name].params if isinstance(one, click.Option)]
    for option in params:
        spelled = ", ".join(f"`{word}`" for word in option.opts)
        (line,) = re.findall(rf"^\| {re.escape(spelled)}(?: |$).*", SECTIONS[name], re.MULTILINE)
        assert all(f"`{word}`" in line for word in option.secondary_opts)
        meaning = re.sub(r" *\[.*", "", option.help or "")
        assert words(meaning)
        assert words(meaning) <= words(line)
    assert "| `-h`, `--help` | Show this message and exit." in SECTIONS[name]


@each_command
def test_nothing_that_the_help_says_is_left_out(name: str) -> None:
    command = ALL[name]
    prose = re.sub(r"(?m)^ .*|\b(Exit codes|Examples):|\x08", "", f"{command.help}\n{command.epilog or ''}")
    assert len(words(prose)) > 5
    assert words(prose) - words(SECTIONS[name]) == set()


@each_command
def test_examples_stand_there_as_they_are_typed(name: str) -> None:
    typed = re.findall(r"(?m)^ +(dod .*?)(?: {3,}.*)?$", f"{ALL[name].help}\n{ALL[name].epilog or ''}")
    shown = [line for block in re.findall(r"```sh\n(.*?)```", SECTIONS[name], re.DOTALL) for line in block.splitlines()]
    assert [re.sub(r" +# .*", "", line) for line in shown] == typed


@each_command
def test_exit_codes_are_a_table(name: str) -> None:
    numbers = re.findall(
        r"(?<=[:;] )\d+(?= [a-z])", " ".join((ALL[name].epilog or "").partition("xit code")[2].split())
    )
    assert re.findall(r"(?m)^\| `(\d+)` \| [a-z]", SECTIONS[name]) == numbers


@each_command
def test_the_usage_is_that_of_the_help(name: str) -> None:
    help_text = run_dod(*name.split()[1:], "--help").out
    usage = " ".join(help_text.partition("\n\n")[0].split()).removeprefix("Usage: ")
    assert f"```text\n{usage}\n```" in SECTIONS[name]


def test_a_default_and_what_may_be_chosen_are_told() -> None:
    assert "| `--want` `WISH` |" in SECTIONS["dod check"]
    assert re.search(r"^\| `--timeout` `S` \| .* `x>0` \| 10\.0 \|$", SECTIONS["dod kit run"], re.MULTILINE)
    assert re.search(r"`--output` `OUTPUT` \| .*One of `text`, `json`\. \| text \|", SECTIONS["dod check"])
    assert "| `--plan` / `--no-plan` |" in SECTIONS["dod check"]
    assert "| `OF` | no | `site`, `report`, " in SECTIONS["dod schema"]


def test_links_lead_to_sections() -> None:
    anchors = {anchor for _, anchor, _ in SECTION.findall(PAGE)}
    named = re.findall(r"\]\(<#([a-z-]+)>\)", PAGE)
    assert len(named) >= len(ALL) - 1
    assert set(named) <= anchors


def test_what_is_written_by_hand_is_there() -> None:
    assert "## What one can rely on" in PAGE
    assert "{{" not in PAGE


NASTY = "<script>alert(1)</script> | *not* [this](x) `code <b>`"


@click.command(name="nasty", help=f"{NASTY}\n\n{NASTY}", epilog=f"\b\n{NASTY}\n  ```\n  # {NASTY}")
@click.option("--odd", metavar="<i>|`", help=NASTY)
def nasty() -> None:
    """Stand for a command that says what Markdown would misunderstand."""


def test_nothing_that_a_command_says_is_taken_for_markdown() -> None:
    text = "\n".join(commands_of(click.Context(nasty, info_name="nasty")))
    outside = re.sub(r"(`+)(?:(?!\1).)+?\1(?!`)", "", re.sub(r"(?s)````text\n.*?````", "", text))
    assert "<script" not in outside
    assert "<i>" not in outside
    assert outside.count("\\[this\\](x)") == 4
    (row,) = [line for line in text.splitlines() if line.startswith("| `--odd`")]
    assert len(re.findall(r"(?<!\\)\|", re.sub(r"`[^`]+`|``.+?``", "", row))) == 3


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One line\nand the next.", ["One line and the next.", ""]),
        ("\b\nExamples:\n  dod x      what it does", ["**Examples**", "", "```sh\ndod x    # what it does\n```", ""]),
        (
            "\b\nIt is one of\n  a    the first\n  b c  the other",
            ["It is one of:", "", *("- `a`: the first", "- `b c`: the other"), ""],
        ),
        ("Mind --odd, and `x --y`.", ["Mind `--odd`, and `x --y`.", ""]),
        ('Type\n\n\b\n  {"a": 1}', ["Type", "", '```json\n{"a": 1}\n```', ""]),
    ],
)
def test_a_paragraph_is_told_as_what_it_is(text: str, lines: list[str]) -> None:
    assert list(paragraphs(text)) == lines
