"""Where the browser of this machine is."""

from __future__ import annotations

import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def browser_path() -> str | None:
    """The first of the browsers that there is, or nothing."""
    return next(filter(None, map(shutil.which, NAMES)), None)
