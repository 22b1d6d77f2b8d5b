"""What do the features say, what came of their last run, and how is one written?"""

from dod_model.publish.features.pages import feature_pages

__all__ = ["feature_pages"]
