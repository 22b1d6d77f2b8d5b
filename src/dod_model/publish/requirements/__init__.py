"""Which conditions are documented, and what is known of each?"""

from dod_model.publish.requirements.pages import requirement_pages

__all__ = ["requirement_pages"]
