"""Puts the spec into the wheel, so that it runs without a checkout.

A hook and not `force-include`: that would copy the spec into every editable install too, where the copy goes stale.
"""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SPEC = ("environment.py", "features", "steps")


class SpecInWheel(BuildHookInterface):  # type: ignore[type-arg]  # its parameter is the builder's configuration
    """Adds the spec below `dod_model/_spec` to a wheel that is not editable."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files to include; hatchling reads them from `build_data`."""
        if version == "standard":
            build_data["force_include"] |= {name: f"dod_model/_spec/{name}" for name in SPEC}
