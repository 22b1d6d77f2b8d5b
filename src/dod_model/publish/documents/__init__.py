"""What do the documents say, where do they disagree, and what became of every statement?"""

from dod_model.publish.documents.pages import document_pages

__all__ = ["document_pages"]
