"""Since when can the product do what, and what changes between two releases?"""

from dod_model.publish.releases.pages import release_pages

__all__ = ["release_pages"]
