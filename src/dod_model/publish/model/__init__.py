"""What does a site description contain, how is it decided, and what happens in a run?"""

from dod_model.publish.model.pages import model_pages

__all__ = ["model_pages"]
