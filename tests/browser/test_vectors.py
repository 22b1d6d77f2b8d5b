"""The model in the page answers every vector of the kit as the documents do."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from dod_model.kit.shipped import KINDS, vector_count, vector_text

pytestmark = pytest.mark.slow


def test_python_in_the_page_answers_every_vector(page: Page, docs: str) -> None:
    every = sum(vector_count(vector_text(kind)) for kind in KINDS)
    page.goto(f"{docs}kit/vectors/")
    page.get_by_role("button", name="Ask them all").click()
    said = page.locator('[data-dod="vectors"] [role="status"]')
    page.wait_for_function(
        "(said) => said.textContent.includes('answers are those')", arg=said.element_handle(), timeout=120_000
    )
    assert said.inner_text() == f"{every:,} of {every:,} answers are those of the documents, in your browser."
