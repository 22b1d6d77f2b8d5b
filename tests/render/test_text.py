"""The text: outcome first, then what is unmet, then the plan."""

from __future__ import annotations

import pytest

from dod_model.attempt import Place, Start, Wish
from dod_model.releases import current, preview
from dod_model.render.layout import Layout
from dod_model.requirements import BY_ID, REQUIREMENTS, Force
from dod_model.site import (
    MISSING,
    ClientSettings,
    CloudServices,
    CustomSettings,
    Registration,
    SettingsGroups,
    with_fields,
)
from dod_model.survey import Question
from tests.render.sites import faulty, found, healthy, told

BINDING = [one.id for one in REQUIREMENTS if one.force is not Force.ADVISES]
ADVICE = [one.id for one in REQUIREMENTS if one.force is Force.ADVISES]
IN_THE_QUESTION = {
    "started-from-software-center": Question(start=Start.PXE),
    "required-to-start-on-schedule": Question(start=Start.SCHEDULE),
    "user-may-start-it": Question(start=Start.SOFTWARE_CENTER),
}


def told_of(requirement: str, wish: Wish = Wish.ON_DEMAND) -> str:
    """The text on the example with this fault, in which only it is asked for."""
    return told(faulty(requirement), IN_THE_QUESTION.get(requirement, Question()), wish)


def headings(text: str) -> list[str]:
    """The titles of sections, in order."""
    return [line.strip() for line in text.splitlines() if line.startswith("  ") and not line.startswith("   ")][1:]


def test_a_success_is_told_in_four_lines() -> None:
    assert told(healthy()).splitlines() == [
        "Upgrade laptops on 'LT-001', started from Software Center, from the internet",
        "  runs, and downloads content on demand",
        "",
        "The wish, that it downloads on demand: reached by 1 of 1.",
        "`dod check --all` tells what is met and what is assumed, `dod explain NAME` all about a condition.",
    ]


@pytest.mark.parametrize("name", BINDING)
def test_what_is_unmet_has_its_statement_passage_and_remedy(name: str) -> None:
    lines = told_of(name).splitlines()
    start = lines.index(f"    {name}")
    rest = lines[start + 1 :]
    section = rest[: next(number for number, line in enumerate(rest) if not line.startswith("      "))]
    labels = [line[6:16].strip() for line in section]
    assert section[0] == f"      wanted    {BY_ID[name].statement}"
    assert [label for label in labels if label] in (
        ["wanted", "found", "says", "remedy"],
        ["wanted", "found", "says", "disputed", "remedy"],
        ["wanted", "found", "says", "inferred", "remedy"],
        ["wanted", "found", "says", "inferred", "disputed", "remedy"],
    )
    assert headings("\n".join(lines))[0] == "Unmet"


@pytest.mark.parametrize("name", ADVICE)
def test_advice_is_told_and_keeps_nothing_from_running(name: str) -> None:
    text = told_of(name, Wish.RUN)
    assert headings(text) == ["Advice"]
    assert text.splitlines()[1].startswith("  runs, and downloads")
    assert "reached by 1 of 1." in text


def test_with_everything_each_requirement_is_named() -> None:
    for site in (healthy(), with_fields(healthy(), client_settings=MISSING), faulty("no-defect-of-2002")):
        text = told(site, everything=True)
        assert [one.id for one in REQUIREMENTS if f"    {one.id}\n" not in text] == []


def test_what_only_opened_a_question_is_not_told() -> None:
    """A scope that is met, and what tells whether the documents speak of it, explain nothing."""
    text = told_of("no-defect-of-2002")
    (result,) = found(faulty("no-defect-of-2002"))
    finding = next(one for one in result.assessment.findings if one.id == "no-defect-of-2002")
    read = {one.fact for one in finding.evidence}
    assert {"site_release", "upgrade"} <= read
    assert "the gateway uses an HTTP management point with Enhanced HTTP: yes" in text
    assert "the release of the site" not in text
    assert "upgrades an operating system" not in text


def test_releases_that_fall_short_are_told_with_what_is_needed() -> None:
    text = told_of("download-on-demand-available")
    assert "found     the client has 1906, and at least 1910 is needed\n" in text
    assert "E01, corrected 2020-04-21: " in text
    assert "documents disagree" not in text


def test_a_contested_finding_says_so() -> None:
    text = told(faulty("metered-connection"), everything=True)
    assert "contested" not in text  # the finding is met: it is told in short
    assert "E11, contested, another reading would change this: " in told_of("cloud-distribution-point-has-a-future")
    assert "E02, corrected 2019-09-19: " in told_of("started-from-software-center")


def test_a_contradiction_that_changes_nothing_says_so() -> None:
    text = told_of("client-gets-cloud-content")
    assert "E05, another reading would not change this: " in text
    assert "F154, another reading would not change this: " in text


def test_where_the_verdict_is_open_no_reading_is_said_to_change_nothing() -> None:
    """Had the documents one default only, it could decide what is left out here."""
    text = told(with_fields(healthy(), client_settings=MISSING), everything=True)
    assert "E05, documents disagree: " in text
    assert "would not change" not in text


def test_an_inferred_finding_says_how_it_was_reasoned() -> None:
    assert "inferred  The documents allow network paths" in told_of("network-path-content")


def test_a_passage_that_was_not_at_hand_is_marked() -> None:
    assert "What is new in 2006 (cited, unverified)" in told_of("no-defect-of-2002")


def test_a_passage_is_told_once() -> None:
    for name in set(BINDING) - {"available-to-clients"}:  # which tells of two findings
        told_lines = [line.strip() for line in told_of(name).splitlines() if ", under '" in line]
        assert len(told_lines) == len(set(told_lines))


def test_the_wish_that_is_not_reached_is_named_where_it_runs() -> None:
    assert "(the wish: that it downloads on demand)" in told_of("on-demand-option-chosen")
    assert "(the wish" not in told_of("allowed-on-the-internet")


def test_what_is_not_known_is_told_with_the_plan() -> None:
    site = with_fields(healthy(), client_settings=MISSING)
    text = told(site)
    assert headings(text) == ["Find out first"]
    assert "    - whether the client may use a gateway\n" in text
    assert "      for client-uses-gateway\n" in text


def test_what_is_not_known_is_told_without_a_plan_too() -> None:
    site = with_fields(healthy(), client_settings=MISSING)
    text = told(site, plans=False)
    assert headings(text) == ["Not known"]
    assert "    client-uses-gateway\n      hangs on whether the client may use a gateway\n" in text


def test_what_no_document_says_is_told_so() -> None:
    site = healthy().changed("task_sequences", "Upgrade to Windows 10", boot_image="Boot image")
    assert "    upgrade-task-sequence\n      hangs on what no document says\n" in told(site, plans=False)


def test_an_attempt_that_is_not_covered_says_why_and_no_more() -> None:
    text = told(healthy(), Question(place=Place.INTRANET))
    assert text.splitlines()[1:3] == [
        "  not covered: the documents do not speak of such an attempt",
        "    the client is on the intranet, and these documents speak of clients on the internet",
    ]
    assert headings(text) == []
    assert "1 undetermined or not covered" in text


def test_where_coverage_is_unknown_it_says_on_what_that_hangs() -> None:
    site = with_fields(healthy().changed("task_sequences", "Upgrade to Windows 10", upgrade=MISSING), release=MISSING)
    text = told(site)
    assert "Whether the documents speak of such an attempt at all hangs on" in text
    assert "    - whether the task sequence upgrades an operating system\n" in text
    assert headings(text) == ["Find out first"]


def test_where_no_document_speaks_of_it_it_says_so() -> None:
    site = healthy().changed("task_sequences", "Upgrade to Windows 10", upgrade=False)
    site = with_fields(site.changed("clients", "LT-001", release=preview(1909)), release=preview(1909))
    text = told(site)
    assert "    no document says whether such an attempt is supported at this release\n" in text
    assert headings(text) == ["Find out first"]


def test_clients_are_told_together_if_they_differ_in_nothing_that_matters() -> None:
    site = healthy()
    client, laptops = site.named("clients", "LT-001"), site.named("collections", "Laptops")
    both = (with_fields(laptops, members=("LT-001", "LT-002")),)
    for changes, together in (
        ({"registration": Registration.INTRANET}, True),
        ({"registration": Registration.BULK_TOKEN}, False),
        ({"release": current(2006)}, False),
    ):
        other = with_fields(client, name="LT-002", **changes)
        text = told(with_fields(site, clients=(client, other), collections=both))
        assert ("on 'LT-001', 'LT-002', started" in text) is together


def test_clients_that_are_told_of_together_are_not_touched_besides() -> None:
    site = faulty("allowed-on-the-internet")
    names = [f"LT-00{number}" for number in range(1, 5)]
    client, laptops = site.named("clients", "LT-001"), site.named("collections", "Laptops")
    site = with_fields(
        site,
        clients=tuple(with_fields(client, name=name, metered=name == "LT-004") for name in names),
        collections=(with_fields(laptops, members=tuple(names)),),
    )
    together, alone = told(site).split("\n\n  Plan\n")[1:]
    assert [line for line in together.splitlines() if "also touches" in line] == ["       also touches client 'LT-004'"]
    assert "also touches client 'LT-001', client 'LT-002', client 'LT-003'" in alone


def test_clients_under_different_settings_are_told_apart() -> None:
    """Their findings are the same, but what is found, and what is to be changed, is not."""
    site = healthy()
    client, laptops = site.named("clients", "LT-001"), site.named("collections", "Laptops")
    off = CloudServices(use_gateway=True, cloud_content=False)
    custom = CustomSettings(name="Laptop settings", priority=1, collections=("Laptops",), cloud_services=off)
    site = with_fields(
        site.changed("deployments", "Upgrade laptops", collection="All"),
        clients=(client, with_fields(client, name="LT-002")),
        collections=(laptops, with_fields(laptops, name="All", members=("LT-001", "LT-002"))),
        client_settings=ClientSettings(default=SettingsGroups(cloud_services=off), custom=(custom,)),
    )
    text = told(site)
    assert "- 'Laptop settings' says no" in text
    assert "- 'Default Client Settings' says no" in text


def test_everything_includes_what_is_assumed() -> None:
    assert "Assumed, not checked\n  The client reaches the internet over IPv4.\n" in told(healthy(), everything=True)
    assert "Assumed" not in told(healthy())


def test_no_line_is_wider_than_the_terminal() -> None:
    for name in ("gateway-serves-content", "cloud-distribution-point-has-a-future", "no-defect-of-2002"):
        for everything in (False, True):
            lines = told(faulty(name), layout=Layout(80), everything=everything).splitlines()
            assert max(map(len, lines)) <= 80


def test_moods_follow_the_outcome() -> None:
    def mood(text: str, kind: str) -> str:
        return f"<{kind}>{text}"

    for name, kind in (("allowed-on-the-internet", "bad"), ("cache-size", "good")):
        assert told(faulty(name), layout=Layout(paint=mood)).splitlines()[1].startswith(f"  <{kind}>")
    unknown = told(with_fields(healthy(), client_settings=MISSING), layout=Layout(paint=mood))
    assert unknown.splitlines()[1].startswith("  <open>")
