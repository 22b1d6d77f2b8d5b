"""The pages of documents: their index, one for each, and the registers that are made of all."""

from __future__ import annotations

from dod_model.documents import documents
from dod_model.publish.documents.contradictions import contradictions_page
from dod_model.publish.documents.document import document_page
from dod_model.publish.documents.index import documents_index
from dod_model.publish.documents.statements import statements_page
from dod_model.publish.documents.traceability import traceability_page
from dod_model.publish.material import Material, Pages
from dod_model.publish.passages import document_page_name


def document_pages(material: Material) -> Pages:
    """Every page of the room, by its file.

    Raises:
        InputError: the vectors of the kit were not recorded, or a feature is no Gherkin.
    """
    return {
        **pages_of_documents(),
        "documents/contradictions.md": contradictions_page(),
        "documents/statements.md": statements_page(),
        "documents/traceability.md": traceability_page(material),
    }


def pages_of_documents() -> Pages:
    """The index, and a page for each document."""
    each = {document_page_name(one): document_page(one) for one in documents().values()}
    return {"documents/index.md": documents_index(), **each}
