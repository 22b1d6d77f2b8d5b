"""A reader describes a site and sees the verdict beside it, mends it, and passes it on."""

from __future__ import annotations

import itertools
import json
import re

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.try_it.trying import (
    FAULTS,
    GATEWAY,
    RUNS,
    described,
    emptied,
    link_to,
    reads,
    shown,
    tabbed_to,
    typed_over,
)

PHONE = 360
pytestmark = pytest.mark.slow


class TestVerdict:
    """From a fault to a site on which it runs."""

    def test_a_fault_is_chosen_and_told_and_mended(self, page: Page) -> None:
        shown(page, "#example=healthy", RUNS)
        page.get_by_text(f"{len(FAULTS)} faults").click()
        page.get_by_role("button", name="gateway-serves-content").click()
        reads(page, "does not run")
        card = page.locator('[data-requirement="gateway-serves-content"]')
        expect(card).to_contain_text("each such package is on a content-enabled gateway: no")
        expect(card.get_by_role("link", name="What is new in 1806")).to_have_attribute("href", re.compile("^https://"))
        expect(card.get_by_role("link", name="gateway-serves-content")).to_have_attribute(
            "href", "../requirements/gateway-serves-content/"
        )
        expect(page.locator(".try-plan")).to_contain_text("on the gateway 'CMG-EAST'")
        card.get_by_role("button", name="'CMG-EAST'").first.click()
        typed_over(page, "serves_content: true")
        reads(page, RUNS)
        expect(page.locator(".try-announced")).to_contain_text("runs, and downloads content on demand")

    def test_the_run_stands_below_with_both_options(self, page: Page) -> None:
        shown(page, "#example=branch-office", RUNS)
        runs = page.locator(".try-run")
        expect(runs).to_have_count(2)
        expect(runs.nth(0)).to_contain_text("Download on demand")
        expect(runs.nth(0)).to_contain_text("'Latitude drivers', 1 GB, from 'CMG-EAST'")
        expect(runs.nth(1)).to_contain_text("Download all before the start")
        page.get_by_label("Whose run").select_option(index=2)
        expect(runs.nth(0)).to_contain_text("'ThinkPad drivers', 2 GB, from 'CMG-EAST'")
        expect(page.locator(".try-numbers")).to_contain_text("Most on the device at once")

    def test_the_options_of_an_example_are_chosen_with_it(self, page: Page) -> None:
        shown(page, "#example=faults/started-from-software-center")
        expect(page.get_by_label("Start")).to_have_value("pxe")
        page.get_by_label("Start").select_option("")
        reads(page, RUNS)

    def test_the_wish_counts(self, page: Page) -> None:
        shown(page, "#example=faults/on-demand-option-chosen", "runs, and downloads all content before it starts")
        expect(page.locator(".try-closing")).to_contain_text("reached by 0 of 1")
        page.get_by_label("Wish").select_option("run")
        expect(page.locator(".try-closing")).to_contain_text("reached by 1 of 1")

    def test_what_is_unfolded_stays_so_while_one_types(self, page: Page) -> None:
        page.get_by_text(re.compile(r"^Met \(")).click()
        page.locator(".try-finding").get_by_role("button", name="'CMG-EAST'").first.click()
        typed_over(page, "serves_content: true")
        reads(page, RUNS)
        expect(page.get_by_role("link", name="task-sequence-enabled")).to_be_visible()


class TestProblems:
    """While the text has errors they are told at their lines, and the last verdict is marked as such."""

    def test_an_error_is_told_and_leads_to_its_line(self, page: Page) -> None:
        page.locator(".try-finding").get_by_role("button", name="'CMG-EAST'").first.click()
        typed_over(page, "serves_contents: true")
        problem = page.locator(".try-problems li")
        expect(problem).to_contain_text("gateways[0].serves_contents")
        expect(problem).to_contain_text("Did you mean 'serves_content'?")
        expect(page.locator(".cm-lint-marker-error")).to_have_count(1)
        expect(page.locator(".try-old-note")).to_have_text("This is the verdict on the last text that could be read.")
        page.keyboard.press("Control+Home")
        problem.get_by_role("button", name="Line 29").click()
        expect(page.locator(".cm-activeLine")).to_contain_text("serves_contents: true")
        typed_over(page, "serves_content: true")
        reads(page, RUNS)
        expect(page.locator(".try-problems, .try-old-note, .cm-lint-marker-error")).to_have_count(0)

    def test_a_text_without_any_sense(self, page: Page) -> None:
        emptied(page)
        page.keyboard.type("[")
        expect(page.locator(".try-problem-box")).to_contain_text("this is not JSON")
        page.keyboard.press("Backspace")
        expect(page.locator(".try-problem-box")).to_contain_text("the file is empty")


class TestLinks:
    """A link holds the description and the options, and nobody's server hears of it."""

    def test_a_link_opens_the_same(self, page: Page) -> None:
        described(page, GATEWAY.replace("CMG-EAST", "Größe 🦊"))
        page.get_by_label("User").select_option("administrator")
        expect(page.locator(".try-finding").first).to_contain_text("Größe 🦊")
        page.get_by_role("button", name="Copy link").click()
        link = page.get_by_label("Link to this description")
        expect(link).to_have_value(re.compile("#s="))
        address = link.input_value()
        page.goto("about:blank")
        page.goto(address)
        expect(page.locator(".try-finding").first).to_contain_text("Größe 🦊", timeout=60_000)
        expect(page.get_by_label("User")).to_have_value("administrator")

    def test_the_page_opens_with_a_damaged_link_as_well(self, page: Page) -> None:
        address = page.url.partition("#")[0]
        page.goto("about:blank")
        page.goto(f"{address}#s=AAAA")
        reads(page, "does not run")
        expect(page.locator(".try-note")).to_contain_text("This link is damaged")

    def test_a_link_is_followed_while_the_page_is_open(self, page: Page) -> None:
        shown(page, link_to(GATEWAY, start="pxe"), "not covered|does not run")
        expect(page.get_by_label("Start")).to_have_value("pxe")
        shown(page, "#example=healthy", RUNS)
        expect(page.get_by_label("Start")).to_have_value("")

    @pytest.mark.parametrize(
        ("fragment", "said"),
        [
            ("#s=AAAA", "This link is damaged"),
            ("#s=%F0%9F", "This link is damaged"),
            (link_to("release: 1910")[:-9], "This link is damaged"),
            (link_to("x" * 2**21), "holds more than a description may have"),
            ("#s=" + "A" * 250_000, "too long to be one of ours"),
            ("#example=../../secret", "names no example"),
        ],
        ids=["no data", "no base64", "cut off", "bomb", "long", "example"],
    )
    def test_a_damaged_link_is_told(self, page: Page, fragment: str, said: str) -> None:
        shown(page, fragment)
        expect(page.locator(".try-note")).to_contain_text(said)


class TestHostileDescriptions:
    """Whatever a description holds is shown as text."""

    NAME = "<img src=x onerror=alert(1)><script>alert(2)</script>"

    def test_no_element_comes_of_a_name(self, page: Page) -> None:
        dialogs: list[Dialog] = []

        def noted(dialog: Dialog) -> None:
            dialogs.append(dialog)

        page.on("dialog", noted)
        text = GATEWAY
        for old in ("CMG-EAST", "LT-001", "Upgrade laptops", "Upgrade to Windows 10", "Drivers"):
            text = text.replace(old, json.dumps(f"{old} {self.NAME}"))
        shown(page, link_to(text))
        expect(page.locator(".try-verdict")).to_contain_text(f"'CMG-EAST {self.NAME}'")
        expect(page.locator(".try-played")).to_contain_text(f"'Upgrade to Windows 10 {self.NAME}'")
        assert page.locator(".try-it img, .try-it script").count() == 0
        page.get_by_role("tab", name="Form").click()
        page.get_by_text("2 items").first.click()
        expect(page.locator(".try-form")).to_contain_text(f"Drivers {self.NAME}")
        assert page.locator(".try-it img, .try-it script").count() == 0
        assert dialogs == []

    def test_names_stand_apart_from_the_direction_of_the_sentence(self, page: Page) -> None:
        shown(page, link_to(GATEWAY.replace("CMG-EAST", "שער")))
        expect(page.locator("bdi", has_text="'שער'").first).to_be_visible()

    def test_names_as_long_as_they_may_be_fit_on_a_phone(self, page: Page) -> None:
        page.set_viewport_size({"width": PHONE, "height": 740})
        name = f"{self.NAME} **b** שער \u202e🦊 ".ljust(256, "n")
        shown(page, link_to(GATEWAY.replace("CMG-EAST", json.dumps(name, ensure_ascii=False))))
        expect(page.locator(".try-finding bdi", has_text=f"'{name}'").first).to_be_visible()
        assert page.locator(".try-it img, .try-it script, .try-it b").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE

    def test_names_that_are_too_long_are_told_as_text(self, page: Page) -> None:
        page.set_viewport_size({"width": PHONE, "height": 740})
        name = f"{self.NAME} שער 🦊 " + "n" * 10_000
        quoted = json.dumps(name, ensure_ascii=False)
        described(page, f"enhanced_http: true\nrelease: {quoted}\n? {quoted}\n: 1\ncollections:\n  - name: {quoted}\n")
        problems = page.locator(".try-problems")
        expect(problems).to_contain_text("at most 256 characters")
        expect(problems).to_contain_text(self.NAME)
        assert page.locator(".try-it img, .try-it script").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


class TestFit:
    """It fits on a phone, and needs no mouse."""

    def test_on_a_phone(self, page: Page) -> None:
        page.set_viewport_size({"width": PHONE, "height": 740})
        described(page, GATEWAY.replace("CMG-EAST", "n" * 250))
        expect(page.locator(".try-finding").first).to_contain_text("n" * 250)
        width = "document.documentElement.scrollWidth"
        assert page.evaluate(width) <= PHONE
        page.get_by_role("tab", name="Form").click()
        expect(page.get_by_label("Release", exact=True)).to_be_visible()
        assert page.evaluate(width) <= PHONE
        bottom, top = page.evaluate(
            "(([one, other]) => [one.getBoundingClientRect().bottom, other.getBoundingClientRect().top])"
            "(document.querySelectorAll('.try-side'))"
        )
        assert bottom <= top

    def test_with_the_keyboard_alone(self, page: Page) -> None:
        page.get_by_role("heading", level=1).click()
        tabbed_to(page, ".try-example")
        page.keyboard.press("Enter")
        reads(page, RUNS)
        tabbed_to(page, "[role=tab]")
        page.keyboard.press("ArrowRight")
        expect(page.get_by_role("tab", name="Form")).to_be_focused()
        tabbed_to(page, "#try-field-enhanced_http")
        page.keyboard.press("ArrowDown")
        expect(page.get_by_label("Enhanced HTTP")).to_have_value("=no")
        page.get_by_role("tab", name="Form").focus()
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Tab")
        page.keyboard.press("Control+Home")
        page.keyboard.type("x")
        expect(page.locator(".try-problem-box")).to_be_visible()
        tabbed_to(page, "select[name=wish]")

    def test_headings_are_in_order(self, page: Page) -> None:
        levels = page.evaluate(
            "[...document.querySelectorAll('article :is(h1, h2, h3, h4, h5)')].map(h => +h.tagName[1])"
        )
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
