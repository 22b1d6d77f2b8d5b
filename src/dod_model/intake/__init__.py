"""Files -> Site: YAML and JSON, every problem at once with its line, bounded and nothing executed."""

from dod_model.intake.reading import parse_site, read_site

__all__ = ["parse_site", "read_site"]
