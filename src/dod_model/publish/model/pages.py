"""The pages of the model itself: what it reads, how it decides, what happens in a run."""

from __future__ import annotations

from dod_model.publish.material import Material, Pages
from dod_model.publish.model.decision import decision_page
from dod_model.publish.model.run import run_page
from dod_model.publish.model.site import site_page


def model_pages(_: Material) -> Pages:
    """Every page of the room, by its file."""
    return {
        "explanation/how-it-decides.md": decision_page(),
        "reference/run.md": run_page(),
        "reference/site.md": site_page(),
    }
