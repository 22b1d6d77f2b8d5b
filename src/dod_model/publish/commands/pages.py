"""The reference of the command `dod`, made of its commands: usage, options and what their help says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import click

from dod_model.cli.main import dod
from dod_model.publish.commands.help import paragraphs, words
from dod_model.publish.markdown import anchor, heading, link, table
from dod_model.publish.material import Material, Pages
from dod_model.publish.prose import with_prose
from dod_model.publish.prose_of_code import code, fenced

PAGE = "reference/cli.md"
_EXTRA = re.compile(r" *\[(default: [^\]]*|[^\]]*x[<>=][^\]]*)\]")

_ALL = 1_000
"""More characters than a summary has."""


def command_pages(_: Material) -> Pages:
    """The page of all commands, by its name."""
    root = click.Context(dod, info_name="dod", **dod.context_settings)
    return {PAGE: with_prose("cli", {"commands": "\n".join(commands_of(root)).strip()})}


def commands_of(ctx: click.Context) -> Iterator[str]:
    """A command and all its sub-commands, each with its section.

    Args:
        ctx: of the command; its parents tell what stands before its name.
    """
    yield from _section(ctx)
    for child in _children(ctx):
        yield from commands_of(child)


def _children(ctx: click.Context) -> Iterator[click.Context]:
    group = ctx.command
    if not isinstance(group, click.Group):
        return
    for name in group.list_commands(ctx):
        if found := group.get_command(ctx, name):
            yield click.Context(found, info_name=name, parent=ctx)


def _section(ctx: click.Context) -> Iterator[str]:
    depth = len(ctx.command_path.split())
    yield from ("", heading(max(2, depth), ctx.command_path, _anchor(ctx)), "")
    yield from (fenced(" ".join(ctx.command.get_usage(ctx).split()).removeprefix("Usage: "), "text"), "")
    yield from paragraphs(ctx.command.help or "")
    params = ctx.command.get_params(ctx)
    yield from _part("Arguments", ("Argument", "Needed", "One of"), _arguments(params, ctx))
    yield from _part("Options", ("Option", "Meaning", "Default"), _options(params, ctx))
    yield from _part("Commands", ("Command", "Meaning"), _summaries(ctx))
    yield from paragraphs(ctx.command.epilog or "")


def _part(title: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A table under its title; columns that are empty in every row are left out, and so is a table without rows."""
    found = list(rows)
    if not found:
        return
    used = [place for place in range(len(head)) if any(row[place] for row in found)]
    yield from (f"**{title}**", "")
    yield from table([head[place] for place in used], [[row[place] for place in used] for row in found])
    yield ""


def _arguments(params: Iterable[click.Parameter], ctx: click.Context) -> Iterator[tuple[str, str, str]]:
    for one in params:
        if isinstance(one, click.Argument):
            needed = "yes" if one.required or one.nargs == -1 else "no"
            choices = _choices(one)
            name = (one.name or "").upper() if choices else one.make_metavar(ctx).strip("[]")
            yield code(name), needed, choices


def _options(params: Iterable[click.Parameter], ctx: click.Context) -> Iterator[tuple[str, str, str]]:
    for one in params:
        record = None if isinstance(one, click.Argument) else one.get_help_record(ctx)
        if record:
            extras = [part for found in _EXTRA.findall(record[1]) for part in found.split("; ")]
            default = [part.removeprefix("default: ") for part in extras if part.startswith("default: ")]
            limits = [code(part) for part in extras if not part.startswith("default: ")]
            choices = f"One of {_choices(one)}." if _lists_choices(one, ctx) else ""
            meaning = " ".join(filter(None, [words(_EXTRA.sub("", record[1])), choices, *limits]))
            yield _names(one, ctx), meaning, words(" ".join(default))


def _names(one: click.Parameter, ctx: click.Context) -> str:
    """The names of an option, and what stands after them."""
    names = ", ".join(map(code, one.opts))
    against = " / ".join([names, *map(code, one.secondary_opts)])
    if getattr(one, "is_flag", False) or getattr(one, "count", False):
        return against
    word = (one.name or "").upper() if _lists_choices(one, ctx) else one.make_metavar(ctx)
    return f"{against} {code(word)}"


def _lists_choices(one: click.Parameter, ctx: click.Context) -> bool:
    """Whether it has no word of its own for what stands after it, and lists what may instead."""
    return isinstance(one.type, click.Choice) and one.make_metavar(ctx).startswith("[")


def _choices(one: click.Parameter) -> str:
    return ", ".join(code(str(choice)) for choice in one.type.choices) if isinstance(one.type, click.Choice) else ""


def _summaries(ctx: click.Context) -> Iterator[tuple[str, str]]:
    """The sub-commands of a group as its help tells them, each with a link to its section."""
    for child in _children(ctx):
        yield link(child.command_path, f"#{_anchor(child)}"), words(child.command.get_short_help_str(limit=_ALL))


def _anchor(ctx: click.Context) -> str:
    return anchor(ctx.command_path.replace(" ", "-"))
