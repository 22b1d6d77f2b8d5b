"""``dod explain``: all about a requirement, a statement, a contradiction, an ability or a behaviour."""

from __future__ import annotations

from collections.abc import Iterator

import click

from dod_model.cli.terminal import layout
from dod_model.documents import statements
from dod_model.render.explaining import about_requirement
from dod_model.render.explaining_registers import (
    ABILITIES_BY_ID,
    about_ability,
    about_behaviour,
    about_statement,
)
from dod_model.render.layout import Layout
from dod_model.render.wording import printable
from dod_model.requirements import BY_ID, REQUIREMENTS
from dod_model.run.behaviours import BEHAVIOURS
from dod_model.site.consistency import nearest

EPILOG = """\b
Examples:
  dod explain                            the list of all requirements
  dod explain gateway-serves-content     all about one
  dod explain F050                       what the documents state, and where it goes
  dod explain E05                        where documents disagree, and our reading
  dod explain download-on-demand         an ability, as `dod releases` names it
  dod explain own-site-first             a behaviour, as the JSON of `dod run` names it"""

UNMET = "unmet: "
"""Stands before a requirement where a run shows that it is not met."""


@click.command(name="explain", epilog=EPILOG)
@click.argument("name", required=False, metavar="[NAME]")
def explain_command(name: str | None) -> None:
    """Tell all about a requirement, or about what it rests on; without a name, list all requirements.

    NAME is a requirement such as allowed-on-the-internet, as reports use it: told are the condition, what a
    violation does, what to do about it, every passage that it rests on, and where documents disagree. Or it is
    the number of a statement of the documents (F050), of a contradiction among them (E05), of something that
    users met in practice (G01), the name of an ability, or of a behaviour that the moments of a run rest on:
    told are what it says, what it rests on, its passages, and where it goes.
    """
    name = None if name is None else name.removeprefix(UNMET)
    if name is None:
        lines = _index(layout())
    elif name in BY_ID:
        lines = about_requirement(BY_ID[name], layout())
    elif name in ABILITIES_BY_ID:
        lines = about_ability(ABILITIES_BY_ID[name], layout())
    elif name in BEHAVIOURS:
        lines = about_behaviour(BEHAVIOURS[name], layout())
    elif name in statements():
        lines = about_statement(statements()[name], layout())
    else:
        hint = nearest(name, {*BY_ID, *ABILITIES_BY_ID, *BEHAVIOURS, *statements()})
        message = f"Nothing is called '{printable(name[:80])}'. {hint} `dod explain` lists the requirements."
        raise click.UsageError(" ".join(message.split()))
    for line in lines:
        click.echo(line)


def _index(setting: Layout) -> Iterator[str]:
    topic = None
    for one in REQUIREMENTS:
        if one.topic is not topic:
            if topic is not None:
                yield ""
            topic = one.topic
            yield from setting.line(topic.value, mood="strong")
        yield f"  {one.id}"
        yield from setting.line(one.statement, 6)
