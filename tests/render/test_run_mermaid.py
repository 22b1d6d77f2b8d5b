"""The sequence diagram of a run."""

from __future__ import annotations

import re

import pytest

from dod_model.attempt import Place
from dod_model.render.run_mermaid import LINES_DRAWN, SOURCES_DRAWN, run_mermaid
from dod_model.run import Run, play
from dod_model.site import MISSING, Site, with_fields
from dod_model.survey import Question, attempts
from tests.render.runs import both, branch_office, healthy, renamed, run
from tests.render.sites import faulty

HEAD = "sequenceDiagram"
ARROW = re.compile(r"    (C|M|S\d)(->>|-->>|--x|-x)(C|M|S\d): \S.*")
NOTE = re.compile(r"    Note over C(,M)?: \S.*")
PARTICIPANT = re.compile(r"    participant (C|M|S\d) as \S.*")
FRAME = re.compile(r"    (rect rgba\(128, 128, 128, 0\.1\)|end)")


def drawn(found: Run, *others: Run) -> list[str]:
    text = run_mermaid([found, *others])
    assert text.endswith("\n")
    return text.splitlines()


def steps(site: Site, count: int) -> Site:
    """The site with so many steps that fetch nothing."""
    assert site.task_sequences is not MISSING
    sequence = site.task_sequences[0]
    assert sequence.steps is not MISSING
    many = tuple(with_fields(sequence.steps[0], name=f"Step {number}") for number in range(count))
    return with_fields(site, task_sequences=(with_fields(sequence, steps=many),))


def sources(site: Site, count: int) -> Site:
    """The site with so many packages, each on a gateway of its own."""
    assert site.packages is not MISSING
    assert site.gateways is not MISSING
    assert site.task_sequences is not MISSING
    sequence, gateway = site.task_sequences[0], site.gateways[0]
    assert sequence.steps is not MISSING
    assert gateway.content is not MISSING
    names = [f"P{number}" for number in range(count)]
    return with_fields(
        site,
        packages=tuple(with_fields(site.packages[1], name=name) for name in names),
        gateways=tuple(
            with_fields(gateway, name=f"CMG-{name}", content=(with_fields(gateway.content[1], package=name),))
            for name in names
        ),
        distribution_points=(),
        task_sequences=(
            with_fields(
                sequence, steps=tuple(with_fields(sequence.steps[0], name=name, packages=(name,)) for name in names)
            ),
        ),
    )


def test_who_takes_part() -> None:
    assert drawn(run(healthy()))[:4] == [
        HEAD,
        "    participant C as LT-001",
        "    participant M as Management point via CMG",
        "    participant S1 as CMG-EAST",
    ]


def test_content_comes_before_its_step() -> None:
    lines = drawn(run(healthy()))
    begin = lines.index("    Note over C: 1. Check readiness")
    assert lines[begin + 1 : begin + 6] == [
        "    C->>M: where is Drivers#63;",
        "    M-->>C: CMG-EAST",
        "    C->>S1: get Drivers",
        "    S1-->>C: Drivers, 700 MB, checked",
        "    Note over C: 2. Stage drivers",
    ]
    assert lines[-1] == "    Note over C: it ends well"


def test_both_options_stand_one_after_the_other_in_one_diagram() -> None:
    lines = drawn(*both(healthy()))
    assert lines.count(HEAD) == 1
    assert lines.count("    rect rgba(128, 128, 128, 0.1)") == lines.count("    end") == 2
    assert lines.index("    Note over C,M: download on demand#58; ends well") < lines.index(
        "    Note over C,M: download all before the start#58; ends well"
    )


def test_a_failure_is_a_crossed_arrow() -> None:
    lines = drawn(run(healthy(), '"CMG-EAST" stops while "Drivers" downloads'))
    assert lines[-4:] == [
        "    Note over C,M: event#58; 'CMG-EAST' stops",
        "    S1--xC: Drivers fails, the source is lost, 350 MB came",
        "    C-xC: 2. Stage drivers fails, 'Drivers' cannot be downloaded",
        "    Note over C: it fails",
    ]


def test_a_download_that_goes_on() -> None:
    lines = drawn(run(healthy(), 'the connection breaks while "Drivers" downloads'))
    begin = lines.index("    S1--xC: 350 MB came, then it breaks off")
    assert lines[begin + 1 : begin + 3] == ["    C->>S1: the rest of Drivers", "    S1-->>C: Drivers, 350 MB, checked"]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("content-in-the-cloud", "    M--xC: no source is listed"),
        ("content-in-the-cloud", "    M--xC: 'content-in-the-cloud' is not met"),
        ("allowed-on-the-internet", "    M--xC: 'allowed-on-the-internet' is not met"),
        ("upgrade-task-sequence", "    C-xC: 'upgrade-task-sequence' is not met"),
    ],
)
def test_what_is_not_met_is_a_crossed_arrow(name: str, line: str) -> None:
    assert line in drawn(run(faulty(name)))


def test_a_failure_of_which_nothing_came_tells_no_amount() -> None:
    lines = drawn(run(healthy(), "'CMG-EAST' stops before 'Stage drivers'"))
    assert "    M--xC: Drivers fails, no gateway runs" in lines


def test_steps_that_hold_others_are_marked() -> None:
    lines = drawn(run(branch_office()))
    assert "    Note over C: 2. Drivers (group)" in lines
    assert "    Note over C: 6. Applications (child)" in lines


def test_conditions_are_told() -> None:
    lines = drawn(run(branch_office(), client="LT-103"))
    assert "    Note over C: 3. Install Latitude drivers, skipped, not met#58; model equals 'Latitude 7490'" in lines


def test_many_steps_that_fetch_nothing_are_one_note() -> None:
    assert [line for line in drawn(run(steps(healthy(), 3))) if "Step" in line] == [
        f"    Note over C: {number + 1}. Step {number}" for number in range(3)
    ]
    (line,) = [line for line in drawn(run(steps(healthy(), 500))) if "Step" in line]
    assert line.startswith("    Note over C: 500 steps#58; 1. Step 0, 2. Step 1")
    assert line.endswith(" and 495 more")


def test_a_long_run_is_cut_and_says_so() -> None:
    lines = drawn(run(sources(healthy(), 200)))
    (cut,) = [line for line in lines if "not drawn" in line]
    whole = 5 * 200 + 4
    assert cut == f"    Note over C,M: {whole - (LINES_DRAWN - 1):,} more lines are not drawn"
    assert len([line for line in lines if not PARTICIPANT.fullmatch(line)]) == 2 + LINES_DRAWN
    assert lines[-1] == "    Note over C: it ends well"


def test_many_sources_share_a_column() -> None:
    lines = drawn(run(sources(healthy(), 20)))
    columns = [line for line in lines if line.startswith("    participant S")]
    assert len(columns) == SOURCES_DRAWN
    assert columns[-1] == f"    participant S0 as {20 - SOURCES_DRAWN + 1} other sources"
    assert "    C->>S0: get P19" in lines


def test_what_documents_do_not_speak_of_is_drawn_as_such() -> None:
    (attempt,) = attempts(healthy(), Question(place=Place.INTRANET))
    lines = drawn(play(healthy(), attempt))
    assert lines[2] == "    participant M as Management point"
    assert lines[3].startswith("    Note over C,M: download on demand#58; is not covered")


NASTY = (
    "end",
    "A; B # C: D",
    "x\ny",
    '"q"',
    "%%{init: {}}%%",
    "participant Z as y",
    "-->>",
    "wrap:",
    "<b>&amp;</b>",
    "💻",
)


@pytest.mark.parametrize("name", NASTY)
@pytest.mark.parametrize("old", ["LT-001", "CMG-EAST", "Drivers", "Stage drivers", "Upgrade to Windows 10"])
def test_every_line_keeps_its_form_whatever_names_hold(old: str, name: str) -> None:
    site = renamed(healthy(), old, name)
    lines = drawn(*both(site, 'the connection breaks while "Windows 10 1903" downloads'))
    forms = (ARROW, NOTE, PARTICIPANT, FRAME)
    assert [line for line in lines[1:] if not any(form.fullmatch(line) for form in forms)] == []
    for line in lines[1:]:
        text = re.sub(r"#\d+;", "", line)
        assert not set(text) & set(';#%{}<"`\\')
        assert text.count(":") <= 1
        assert not re.search(r"\bend\b", text) or line == "    end"
