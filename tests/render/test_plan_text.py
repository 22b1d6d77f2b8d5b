"""Plans as text."""

from __future__ import annotations

from dod_model.plan import Plan
from dod_model.releases import current
from dod_model.render.layout import Layout
from dod_model.render.plan_text import plan_lines
from dod_model.site import MISSING, Site, with_fields
from tests.render.sites import faulty, found, healthy, told


def section(text: str, title: str) -> list[str]:
    """The lines below a title, up to an empty one."""
    lines = text.splitlines()
    start = lines.index(f"  {title}") + 1
    return lines[start : lines.index("", start)]


def test_steps_are_numbered_with_console_and_what_they_touch() -> None:
    assert section(told(faulty("gateway-serves-content")), "Plan") == [
        '    1. Select "Allow CMG to function as a cloud distribution point and serve content from Azure storage" '
        "on the gateway 'CMG-EAST'",
        "       Administration > Cloud Services > Cloud Management Gateway > Properties > Settings",
        "       also touches every deployment and client of the site",
        "       for gateway-serves-content",
    ]


def test_a_step_that_serves_several_requirements_names_them_all() -> None:
    site = with_fields(faulty("gateway-serves-content"), release=current(1802))
    lines = section(told(site), "Plan")
    assert lines[0] == "    1. Update the site to at least 1910"
    assert "       for gateway-serves-content, download-on-demand-available" in lines


def test_the_cmdlet_is_told_where_the_site_has_it() -> None:
    site = with_fields(faulty("gateway-serves-content"), release=MISSING)
    newer = healthy().changed("gateways", "CMG-EAST", serves_content=False)
    assert "PowerShell" not in told(faulty("gateway-serves-content"))
    assert "       PowerShell: Set-CMCloudManagementGateway -EnableCloudDPFunction $true" in told(site)
    assert "PowerShell" not in told(newer)


def test_other_ways_of_the_same_size_are_told() -> None:
    lines = section(told(faulty("no-defect-of-2002")), "Plan")
    assert lines[-1] == "    or instead: Set the management point 'MP01' to HTTPS"


def test_alternatives_of_a_step_are_told() -> None:
    site = faulty("content-in-the-cloud")
    gateway = site.named("gateways", "CMG-EAST")
    other = with_fields(gateway, name="CMG-WEST")
    lines = section(told(with_fields(site, gateways=(gateway, other))), "Plan")
    others = [line for line in lines if line.startswith("       or: ")]
    assert "'Drivers'" in lines[0]
    assert lines[0].endswith("the gateway 'CMG-EAST'")
    assert [line.endswith("the gateway 'CMG-WEST'") for line in others] == [True]


def test_what_to_find_out_comes_before_what_to_do() -> None:
    site = with_fields(faulty("allowed-on-the-internet"), management_points=MISSING, client_settings=MISSING)
    text = told(site)
    assert text.index("  Find out first") < text.index("  Then do")
    assert section(text, "Then do")[0].startswith("    1. Select")


def test_what_to_find_out_is_told_with_what_it_hangs_on() -> None:
    site = healthy().changed("deployments", "Upgrade laptops", internet=MISSING)
    assert section(told(site), "Find out first") == [
        "    - whether clients on the internet may run it",
        "      Software Library > Operating Systems > Task Sequences > Deployments > Properties > User Experience",
        "      - deployment 'Upgrade laptops', internet",
        "      for allowed-on-the-internet",
    ]


def told_with(answers: dict[str, str], site: Site) -> list[str]:
    """The part on what to find out, where a question can be answered so."""
    (result,) = found(site)
    return list(plan_lines(result.plan, result.assessment, "", Layout(), answers))


def test_what_is_of_the_question_says_how_to_answer_it() -> None:
    site = healthy().changed("deployments", "Upgrade laptops", purpose=MISSING)
    lines = told_with({"started_from": "say it so", "internet_allowed": "not unknown"}, site)
    start = lines.index("    - how the task sequence is started")
    assert lines[start + 1 : start + 3] == ["      the question that is asked", "      say it so"]
    assert "say it so" not in "".join(told_with({}, site))
    assert "not unknown" not in "".join(lines)


def test_details_that_the_one_before_has_as_well_are_not_repeated() -> None:
    lines = section(told(with_fields(healthy(), gateways=MISSING)), "Find out first")
    content = lines[
        lines.index("    - whether every package is installed, in its current version, on a cloud source") :
    ]
    assert [line for line in content if line.startswith(("    - ", "      - "))] == [
        "    - whether every package is installed, in its current version, on a cloud source",
        "      - package 'Drivers': gateways are not described; on no source that is described",
        "      - package 'Windows 10 1903': gateways are not described; installed in version 3 on distribution point "
        "'DP01', which does not count on the internet",
        "    - whether only gateways hold a package in the cloud",
        "      - as above",
        "    - whether each such package is on a content-enabled gateway",
        "      - as above",
    ]


def test_where_nothing_helps_the_obstacles_are_told() -> None:
    text = told(faulty("upgrade-task-sequence"))
    assert section(text, "No plan") == ["    no change to this site mends upgrade-task-sequence"]


def test_a_search_that_was_given_up_is_told() -> None:
    (result,) = found(faulty("gateway-serves-content"))
    assert list(plan_lines(None, result.assessment, "", Layout())) == [
        "  No plan was found within the limits of the search"
    ]


def test_nothing_to_do_is_not_told() -> None:
    (result,) = found(healthy())
    assert list(plan_lines(Plan(result.assessment.wish), result.assessment, "", Layout())) == []
