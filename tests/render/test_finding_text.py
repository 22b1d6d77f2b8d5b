"""What a finding hangs on, and how much of it is told."""

from __future__ import annotations

from dod_model.findings import Finding
from dod_model.render.finding_text import PASSAGES_SHOWN, finding_lines, hangs_on, missing
from dod_model.render.layout import Layout
from dod_model.render.passages import citations
from dod_model.site import MISSING, Site, with_fields
from tests.render.sites import faulty, found, healthy


def finding(site: Site, requirement: str) -> Finding:
    (result,) = found(site)
    return next(one for one in result.assessment.findings if one.id == requirement)


def test_only_its_own_facts_count_as_missing() -> None:
    """Whether the documents speak of the attempt hangs on the kind of sequence, the requirement does not."""
    site = healthy().changed("task_sequences", "Upgrade to Windows 10", upgrade=MISSING, enabled=MISSING)
    enabled = finding(site, "task-sequence-enabled")
    assert [one.fact for one in missing(enabled)] == ["sequence_enabled"]
    assert {one.fact for one in enabled.evidence if one.value is None} == {"sequence_enabled", "upgrade"}


def test_a_scope_that_is_not_known_is_missing_as_well() -> None:
    site = healthy().changed("deployments", "Upgrade laptops", option=MISSING)
    available = finding(site.changed("clients", "LT-001", release=MISSING), "download-on-demand-available")
    assert [one.fact for one in missing(available)] == ["client_release", "option"]
    assert hangs_on(available) == "the release of the client, and on the deployment option"


def test_facts_that_take_up_one_another_are_told_in_that_order() -> None:
    """Which packages "each such package" are stands before it, though the requirement asks the other way round."""
    site = healthy().changed("gateways", "CMG-EAST", content=MISSING, serves_content=MISSING)
    serves = finding(site, "gateway-serves-content")
    assert [one.fact for one in missing(serves)] == ["content_needs_gateway", "gateway_serves_content"]
    assert hangs_on(serves) == (
        "whether only gateways hold a package in the cloud, and on whether each such package is on a "
        "content-enabled gateway"
    )


def test_details_of_several_facts_are_told_once() -> None:
    lines = list(finding_lines(finding(faulty("gateway-serves-content"), "gateway-serves-content"), Layout()))
    blank = " " * 16
    assert [line.partition(": installed")[0] for line in lines[2:6]] == [
        "      found     only gateways hold a package in the cloud: yes",
        f"{blank}each such package is on a content-enabled gateway: no",
        f"{blank}- package 'Drivers'",
        f"{blank}- package 'Windows 10 1903'",
    ]
    assert lines[6].startswith("      says")


def test_what_no_document_says_cannot_be_found_out() -> None:
    site = healthy().changed("task_sequences", "Upgrade to Windows 10", boot_image="Boot image")
    kind = finding(site, "upgrade-task-sequence")
    assert hangs_on(kind) == "what no document says"
    assert "      found     no document says" in list(finding_lines(kind, Layout()))


def test_an_undetermined_finding_has_no_remedy() -> None:
    site = with_fields(healthy(), client_settings=MISSING)
    lines = list(finding_lines(finding(site, "client-uses-gateway"), Layout()))
    assert "      found     not known: whether the client may use a gateway" in lines
    assert not [line for line in lines if line.strip().startswith("remedy")]


def test_few_passages_are_shown() -> None:
    enabled = finding(faulty("client-uses-gateway"), "client-uses-gateway")
    lines = list(finding_lines(enabled, Layout()))
    start = next(number for number, line in enumerate(lines) if line.startswith("      says"))
    following = [line for line in lines[start + 1 :] if line.startswith(" " * 16)]
    assert len(citations(enabled.requirement)) > PASSAGES_SHOWN
    assert len(following[: PASSAGES_SHOWN - 1]) == PASSAGES_SHOWN - 1
    assert lines[start + PASSAGES_SHOWN].startswith("      disputed")
