"""The folder of pages that passages are checked against, if there is one."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def sources() -> Path:
    """A folder with the vendor's pages as `<commit>/<path>`."""
    folder = os.environ.get("DOD_SOURCES")
    if not folder:
        pytest.skip("no pages to compare with: set DOD_SOURCES to a folder laid out as <commit>/<path>")
    return Path(folder)
