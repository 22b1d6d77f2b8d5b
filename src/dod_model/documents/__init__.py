"""What do the documents say, where, and which reading is taken where they disagree?

Nothing is read on import: each register is read on the first call of its function.
"""

from dod_model.documents.blocks import Block, blocks, fingerprint, normalise
from dod_model.documents.citing import cited
from dod_model.documents.comparing import Sighting
from dod_model.documents.contradictions import Contradiction, Correction, Side, contradictions
from dod_model.documents.passages import Document, PageTooLargeError, Passage, Standing, documents
from dod_model.documents.starting_document import StartingUnit, Unit, starting_document, units
from dod_model.documents.statements import Basis, Destination, Statement, statements
from dod_model.documents.verifying import PageChecked, look_up, verify

__all__ = [
    "Basis",
    "Block",
    "Contradiction",
    "Correction",
    "Destination",
    "Document",
    "PageChecked",
    "PageTooLargeError",
    "Passage",
    "Side",
    "Sighting",
    "Standing",
    "StartingUnit",
    "Statement",
    "Unit",
    "blocks",
    "cited",
    "contradictions",
    "documents",
    "fingerprint",
    "look_up",
    "normalise",
    "starting_document",
    "statements",
    "units",
    "verify",
]
