"""What is told of statements, contradictions and abilities."""

from __future__ import annotations

import pytest

from dod_model.abilities import ABILITIES, NEVER, UNSAID, Span
from dod_model.documents import Destination, contradictions, statements
from dod_model.render.explaining_registers import (
    ABILITIES_BY_ID,
    DESTINATIONS,
    about_ability,
    about_behaviour,
    about_statement,
    span_in_words,
)
from dod_model.render.layout import Layout
from dod_model.requirements import BY_ID
from dod_model.run.behaviours import BEHAVIOURS


def of(name: str) -> list[str]:
    """What is told of a statement or an ability."""
    if name in ABILITIES_BY_ID:
        return list(about_ability(ABILITIES_BY_ID[name], Layout()))
    return list(about_statement(statements()[name], Layout()))


def beside(label: str, lines: list[str]) -> list[str]:
    """What stands beside a label."""
    start = next((number for number, line in enumerate(lines) if line.startswith(f"  {label:<10}")), None)
    if start is None:
        return []
    rest = lines[start + 1 :]
    more = next(number for number, line in enumerate(rest) if not line.startswith(" " * 12))
    return [line[12:] for line in [lines[start], *rest[:more]]]


def test_a_statement_that_is_cited_says_by_which_requirements_and_abilities() -> None:
    assert beside("cited by", of("F050")) == ["allowed-on-the-internet"]
    assert beside("goes to", of("F050")) == []
    assert beside("cited by", of("F009")) == [
        "task-sequence-over-the-internet-available",
        "download-on-demand-available",
        "the ability upgrade-over-cmg",
        "the ability script-over-cmg",
        "the ability download-on-demand",
    ]


def test_a_statement_that_no_requirement_cites_says_where_it_goes() -> None:
    out = next(one for one in statements().values() if one.goes_to is Destination.OUT_OF_SCOPE)
    assert beside("cited by", of(out.id)) == []
    assert beside("goes to", of(out.id)) == [f"out of scope: {out.reason}"]


def test_every_destination_has_words() -> None:
    assert set(DESTINATIONS) == set(Destination)


def test_what_is_inferred_in_a_statement_is_told() -> None:
    assert beside("inferred", of("F154")) == ["That the device's settings count is inferred."]
    assert beside("inferred", of("F050")) == []


def test_a_contradiction_is_told_with_its_sides_and_the_reading() -> None:
    lines = of("E05")
    start = lines.index("  Where documents disagree")
    assert lines[start + 1] == "    What is the default of the setting that allows cloud content? (open)"
    assert [line for line in lines if line.startswith("    - ")] == ["    - It is No.", "    - It is Yes."]
    assert lines[-3:] == [
        "    reading   Neither default is taken: where the value is left out it is unknown. (inferred)",
        "    touches   client-gets-cloud-content",
        "    see also  F120",
    ]


def test_a_side_names_a_place_once() -> None:
    for name in contradictions():
        told = of(name)[of(name).index("  Where documents disagree") :]
        sides = "\n".join(told).split("\n    - ")[1:]
        assert [side for side in sides if len(set(side.splitlines())) < len(side.splitlines())] == []


def test_a_corrected_contradiction_says_what_shows_it() -> None:
    assert any(line.startswith("    corrected The final text of the announcement") for line in of("E02"))
    assert not any(line.startswith("    corrected") for line in of("E05"))


def test_a_statement_that_is_no_contradiction_has_no_sides() -> None:
    assert "  Where documents disagree" not in of("F050")
    assert "  Where documents disagree" in of("F154")


@pytest.mark.parametrize(
    ("name", "decides", "allows"),
    [
        ("download-on-demand", ["download-on-demand-available"], []),
        ("upgrade-over-cmg", ["task-sequence-over-the-internet-available"], []),
        ("script-over-cmg", ["task-sequence-over-the-internet-available"], []),
        ("defect-of-2002", ["no-defect-of-2002"], []),
        ("cloud-distribution-point-can-be-made", [], ["Create a cloud distribution point"]),
        (
            "cmdlet-for-cmg-content",
            [],
            ["PowerShell: Set-CMCloudManagementGateway -EnableCloudDPFunction $true"],
        ),
    ],
)
def test_an_ability_says_what_hangs_on_it(name: str, decides: list[str], allows: list[str]) -> None:
    assert beside("decides", of(name)) == decides
    assert beside("allows", of(name)) == allows


def test_an_ability_says_whose_release_counts_and_what_of_that_is_inferred() -> None:
    assert beside("counts", of("download-on-demand")) == ["the releases of site and client"]
    assert beside("inferred", of("download-on-demand")) == [
        "in part: that the release of the client counts, too (technical preview)"
    ]
    assert beside("counts", of("cmg-serves-content")) == ["the release of the site"]
    assert beside("inferred", of("cmg-serves-content")) == []


@pytest.mark.parametrize(
    ("span", "told"),
    [
        (UNSAID, "no document says"),
        (NEVER, "in no release"),
        (Span(since=1910), "since TP 1910"),
        (Span(since=1511, until=2103), "from TP 1511 through TP 2103"),
        (Span(since=2002, until=2002), "TP 2002 only"),
        (Span(since=1512, unsaid_from=1910), "since TP 1512; from TP 1910 on no document says"),
        (Span(unsaid_from=1910), "in no release before TP 1910; from then on no document says"),
    ],
)
def test_a_span_in_words(span: Span, told: str) -> None:
    assert span_in_words(span, "TP ") == told


def test_every_ability_has_its_place() -> None:
    assert {one.id for one in ABILITIES} <= set(ABILITIES_BY_ID)
    assert set(ABILITIES_BY_ID).isdisjoint(statements())
    assert set(BEHAVIOURS).isdisjoint({*ABILITIES_BY_ID, *statements(), *BY_ID})


def test_a_behaviour_that_is_documented_has_no_reasoning() -> None:
    lines = list(about_behaviour(BEHAVIOURS["hash-check"], Layout()))
    assert (beside("basis", lines), beside("inferred", lines)) == (["documented"], [])
    assert beside("rests on", lines) == ["F070"]


def test_a_behaviour_that_rests_on_the_asker_alone_has_no_passages() -> None:
    lines = [*about_behaviour(BEHAVIOURS["event"], Layout()), ""]
    assert beside("rests on", lines) == []
    assert "  Passages" not in lines


def test_a_statement_says_which_behaviours_cite_it() -> None:
    assert beside("cited by", of("F070")) == ["the behaviour hash-check", "the behaviour hash-mismatch"]
