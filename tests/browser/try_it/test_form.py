"""A reader describes a site in a form, without writing YAML."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.try_it.trying import RUNS, described, emptied, line, reads

pytestmark = pytest.mark.slow


class TestForm:
    """The form writes the text, and follows it."""

    def test_the_form_writes(self, page: Page) -> None:
        page.get_by_role("tab", name="Form").click()
        expect(page.locator(".try-form-note")).to_contain_text("The text has comments")
        gateways = page.locator(".try-row", has=page.get_by_label("Gateways", exact=True)).locator("..")
        gateways.get_by_text("1 item").click()
        gateways.get_by_text("CMG-EAST").click()
        page.get_by_label("Serves content").select_option("yes")
        reads(page, RUNS)
        page.get_by_role("tab", name="Text").click()
        expect(line(page, "serves_content: true")).to_have_text("    serves_content: true")
        page.get_by_role("tab", name="Form").click()
        expect(page.locator(".try-form-note")).not_to_contain_text("has comments")

    def test_the_comments_can_be_put_back(self, page: Page) -> None:
        page.get_by_role("tab", name="Form").click()
        page.get_by_label("Release", exact=True).fill("1906")
        page.get_by_role("button", name="Put the comments back").click()
        expect(page.get_by_label("Release", exact=True)).to_have_value("1910")
        page.get_by_role("tab", name="Text").click()
        expect(line(page, "# The gateway holds the content")).to_be_visible()

    def test_the_form_follows_the_text(self, page: Page) -> None:
        described(page, "release: TP 1909\nenhanced_http: false\npackages: []\n")
        page.get_by_role("tab", name="Form").click()
        expect(page.get_by_label("Release", exact=True)).to_have_value("TP 1909")
        expect(page.get_by_label("Enhanced HTTP")).to_have_value("=no")
        expect(page.get_by_label("Gateways", exact=True)).to_have_value("unknown")
        expect(page.get_by_text("Empty: there are none")).to_have_count(1)

    def test_a_site_is_described_from_nothing(self, page: Page) -> None:
        emptied(page)
        page.get_by_role("tab", name="Form").click()
        page.get_by_label("Release", exact=True).fill("1910")
        page.get_by_label("Packages", exact=True).select_option("given")
        page.get_by_role("button", name="Add to packages").click()
        page.get_by_label("Name (required)").fill("Windows 10")
        page.get_by_label("Size").fill("4096")
        page.get_by_label("none").first.check()
        page.get_by_role("tab", name="Text").click()
        expect(page.locator(".cm-content")).to_have_text(
            re.compile(r"release: 1910\s*packages:\s*- name: Windows 10\s*size: 4096\s*architecture: null\s*$")
        )

    def test_something_is_taken_out(self, page: Page) -> None:
        described(page, "collections:\n  - name: Laptops\n    members: [A, B, C]\n")
        page.get_by_role("tab", name="Form").click()
        page.get_by_text("1 item").click()
        page.locator(".try-form").get_by_text("Laptops").click()
        page.get_by_text("3 items").click()
        page.get_by_role("button", name="Remove").nth(1).click()
        page.get_by_role("tab", name="Text").click()
        expect(line(page, "members")).to_have_text("    members: [A, C]")

    def test_a_text_that_a_form_cannot_show(self, page: Page) -> None:
        described(page, "release: 1910\nsize: [")
        page.get_by_role("tab", name="Form").click()
        expect(page.locator(".try-form-note")).to_contain_text("this is not YAML")
