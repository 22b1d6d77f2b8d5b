"""What a test of the pages needs is not on every machine; where ``DOD_BROWSER=required``, it has to be."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

REQUIRED = os.environ.get("DOD_BROWSER") == "required"


def missing(what: str) -> NoReturn:
    """Skip the test, or fail it where nothing may be missing."""
    if REQUIRED:
        pytest.fail(what)
    pytest.skip(what)
