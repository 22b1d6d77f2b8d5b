"""What is public in Python, and what does it mean?"""

from dod_model.publish.python.pages import python_pages

__all__ = ["python_pages"]
