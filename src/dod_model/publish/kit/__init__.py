"""What is in the test-kit, and how do we know that it bites?"""

from dod_model.publish.kit.pages import kit_pages

__all__ = ["kit_pages"]
