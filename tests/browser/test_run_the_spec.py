"""Run the spec: a reader runs a feature where it is told, breaks a scenario, sees why it fails, and mends it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from behave.parser import parse_file
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import serious
from tests.cli.running import ROOT

pytestmark = pytest.mark.slow

FEATURE = "features/gateway/gateway/"
SCENARIOS = len(list(parse_file(str(ROOT / "features" / "gateway" / "gateway.feature")).walk_scenarios()))
"""Each row of an outline is one."""
ALL = f"{SCENARIOS} of {SCENARIOS} passed, in your browser"
HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>**b** שער \u202e🦊 " + "n" * 10_000
LOADING = 60_000
"""So many milliseconds Python may take to load on a busy machine."""


def but(failures: int) -> str:
    return f"{SCENARIOS - failures} of {SCENARIOS} passed, {failures} failed, in your browser"


@pytest.fixture
def feature(page: Page, docs: str) -> Page:
    page.goto(docs + FEATURE)
    return page


def status(place: Page | Locator, text: str, timeout: int = LOADING) -> None:
    expect(place.get_by_role("status").first).to_have_text(text, timeout=timeout)


def panel(page: Page) -> Locator:
    return page.get_by_role("region", name="Edit the feature")


def opened(page: Page) -> Locator:
    page.get_by_role("button", name="Edit", exact=True).click()
    status(panel(page), ALL)
    return panel(page)


def line(page: Page, text: str) -> Locator:
    return panel(page).locator(".cm-line").filter(has_text=text).first


def go_to(page: Page, scenario: str, number: int) -> None:
    """Show a scenario in the editor, by the list of results."""
    told = panel(page).locator("details").filter(has_text=scenario)
    if told.get_attribute("open") is None:
        told.locator("summary").click()
    told.get_by_role("button", name=f"line {number}", exact=True).click()


def rewrite(page: Page, old: str, new: str) -> None:
    """Write a line of the editor anew, as a person does: go there, select it, and type."""
    line(page, old).click()
    page.keyboard.press("Home")
    page.keyboard.press("Shift+End")
    page.keyboard.type(new)


def failed(page: Page) -> Locator:
    return panel(page).locator("details").filter(has=page.locator("summary .dod-bad"))


def marked(page: Page, text: str) -> Locator:
    return line(page, text).locator(".cm-lintRange-error")


def start_over(page: Page) -> None:
    page.get_by_role("button", name="Start over").click()
    status(panel(page), ALL)
    expect(failed(page)).to_have_count(0)
    expect(panel(page).locator(".cm-lintRange-error")).to_have_count(0)


def test_a_feature_runs_where_it_is_told(feature: Page) -> None:
    expect(feature.locator(".dod-here")).to_have_count(0)
    feature.get_by_role("button", name="Run here").click()
    status(feature, ALL)
    expect(feature.locator(".dod-came")).to_have_count(SCENARIOS)
    expect(feature.locator(".dod-came + .dod-here")).to_have_text(["passed here"] * SCENARIOS)
    feature.get_by_role("button", name="Run here").click()
    status(feature, ALL)
    expect(feature.locator(".dod-here")).to_have_count(SCENARIOS)


def test_a_broken_scenario_fails_with_its_reason_and_passes_again_when_it_is_mended(feature: Page) -> None:
    opened(feature)
    go_to(feature, "No gateway, although", 47)
    rewrite(feature, "Then it does not run", "Then it downloads on demand")
    status(panel(feature), but(1))
    expect(failed(feature)).to_have_count(1)
    expect(failed(feature).locator("summary")).to_contain_text("No gateway, although a cloud distribution point holds")
    expect(failed(feature).locator(".dod-why")).to_contain_text("outcome: does-not-run")
    expect(marked(feature, "Then it downloads on demand")).not_to_have_count(0)
    go_to(feature, "No gateway, although", 52)
    expect(panel(feature).locator(".cm-activeLine")).to_have_text(re.compile("Then it downloads on demand"))

    rewrite(feature, "Then it downloads on demand", "Then it does not run")
    status(panel(feature), ALL)
    expect(failed(feature)).to_have_count(0)
    expect(panel(feature).locator(".cm-lintRange-error")).to_have_count(0)

    feature.get_by_role("button", name="Close").click()
    expect(panel(feature)).to_be_hidden()
    expect(feature.get_by_role("button", name="Edit", exact=True)).to_be_focused()
    feature.get_by_role("button", name="Edit", exact=True).click()
    expect(line(feature, "Then it does not run")).to_be_visible()


def test_what_is_written_wrongly_is_explained_where_it_stands(feature: Page) -> None:
    opened(feature)
    rewrite(feature, "When it is started from Software Center", "When it gets started from Software Center")
    status(panel(feature), but(3))
    step = failed(feature).first.locator("li.dod-undefined")
    expect(step).to_contain_text("no step says this; the nearest are:")
    expect(step.locator(".dod-nearest li").first).to_contain_text("When it is started {start}")
    expect(step.locator(".dod-nearest li").first).to_contain_text("LT-001 starts the deployment in this way.")
    expect(marked(feature, "When it gets started")).not_to_have_count(0)

    start_over(feature)
    go_to(feature, "No gateway, although", 47)
    rewrite(feature, "Then it does not run", "Then it does not runn")
    status(panel(feature), but(1))
    expect(failed(feature).locator(".dod-why")).to_have_text(
        "'does not runn' is no outcome: did you mean 'does not run'?"
    )

    start_over(feature)
    rewrite(feature, "@gateway-set-up", "@gateway-setup")
    expect(panel(feature).locator(".dod-problem")).to_contain_text("Did you mean '@gateway-set-up'?")
    status(panel(feature), ALL.replace("passed", "passed, 1 doubt"))

    start_over(feature)
    rewrite(feature, "When it is started", "Wen it is started")
    told = "Line 17: No line begins so: Wen it is started. Did you mean 'When'?"
    status(panel(feature), f"Nothing ran. {told}")
    expect(marked(feature, "Wen it is started")).not_to_have_count(0)
    start_over(feature)


def test_what_a_reader_writes_is_text_and_has_bounds(feature: Page) -> None:
    opened(feature)
    text = '<img src=x onerror="alert(1)"> <b>&lt;</b> \u202eabc'
    go_to(feature, "No gateway, and so no content either", 55)
    rewrite(feature, "Scenario: No gateway, and so", f"Scenario: {text}")
    rewrite(feature, "Then it does not run", f"Then {text}")
    status(panel(feature), but(1))
    results = panel(feature).locator(".dod-results")
    expect(results.locator("summary bdi").filter(has_text="<img src=x")).to_have_text(text)
    expect(failed(feature).locator("li.dod-undefined bdi").first).to_have_text(text)
    expect(results.locator("img, b")).to_have_count(0)

    panel(feature).get_by_role("textbox").focus()
    feature.keyboard.press("Control+a")
    feature.keyboard.press("Delete")
    feature.keyboard.insert_text("#" * 250_001)
    status(panel(feature), "Nothing ran. The text has 250,001 letters; at most 250,000 are read.")


@pytest.mark.parametrize("settings", [{"viewport": {"width": 360, "height": 740}}])
def test_names_and_steps_of_any_length_are_text_and_fit_on_a_phone(feature: Page) -> None:
    opened(feature)
    panel(feature).get_by_role("textbox").focus()
    feature.keyboard.press("Control+a")
    feature.keyboard.insert_text(f"Feature: {HOSTILE}\n\n  Scenario: {HOSTILE}\n    Given {HOSTILE}\n")
    status(panel(feature), "0 of 1 passed, 1 failed, in your browser")
    results = panel(feature).locator(".dod-results")
    expect(results.locator("summary bdi").first).to_have_text(HOSTILE)
    expect(failed(feature).locator("li.dod-undefined bdi").first).to_have_text(HOSTILE)
    expect(panel(feature).locator("img, script, b")).to_have_count(0)
    assert feature.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("settings", [{"color_scheme": "light"}, {"color_scheme": "dark"}], ids=["light", "dark"])
def test_the_editor_with_a_broken_scenario_is_for_everybody(feature: Page) -> None:
    opened(feature)
    go_to(feature, "No gateway, although", 47)
    rewrite(feature, "Then it does not run", "Then it downloads on demand")
    status(panel(feature), but(1))
    expect(marked(feature, "Then it downloads on demand")).not_to_have_count(0)
    assert serious(feature) == []


def test_all_of_it_works_by_keyboard_alone(feature: Page) -> None:
    def press_until(found: Locator) -> None:
        for _ in range(60):
            if found.evaluate("one => one === document.activeElement"):
                return
            feature.keyboard.press("Tab")
        pytest.fail(f"{found} is not reached by Tab")

    press_until(feature.get_by_role("button", name="Run here"))
    feature.keyboard.press("Enter")
    status(feature, ALL)
    press_until(feature.get_by_role("button", name="Edit", exact=True))
    feature.keyboard.press("Enter")
    status(panel(feature), ALL)
    expect(panel(feature).get_by_role("textbox")).to_be_focused()
    feature.keyboard.press("Control+Home")
    feature.keyboard.type("Featur: oops\n")
    feature.keyboard.press("Control+Enter")
    told = "Line 1: The first line that is neither blank nor a comment or tag begins with 'Feature:'."
    status(panel(feature), f"Nothing ran. {told} Did you mean 'Feature:'?")
    for key in ("Control+Home", "Shift+ArrowDown", "Delete", "Control+Enter"):
        feature.keyboard.press(key)
    status(panel(feature), ALL)
    feature.keyboard.press("Escape")
    feature.keyboard.press("Tab")
    summary = panel(feature).locator("summary").first
    press_until(summary)
    feature.keyboard.press("Enter")
    press_until(panel(feature).get_by_role("button", name="line 24"))
    feature.keyboard.press("Enter")
    expect(panel(feature).locator(".cm-activeLine")).to_have_text(re.compile(r"\| running"))


@pytest.mark.parametrize(
    "settings", [{"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"}], indirect=True
)
@pytest.mark.parametrize("address", ["features/", FEATURE, "features/steps/", "features/run/amounts/"])
def test_pages_of_features_do_not_scroll_sideways_on_a_phone(page: Page, docs: str, address: str) -> None:
    page.goto(docs + address)
    root: Any = page.locator("html")
    assert root.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_a_link_leads_to_a_scenario_and_a_row(page: Page, docs: str) -> None:
    for anchor in ("l47", "l25"):
        page.goto(f"{docs}{FEATURE}#{anchor}")
        expect(page.locator(f"#{anchor}")).to_be_in_viewport()
