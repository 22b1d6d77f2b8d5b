"""What is published of the kit beside its written pages: the kill matrix, and the vectors as files."""

from __future__ import annotations

from dod_model.kit.shipped import KINDS, vector_text
from dod_model.publish.kit.kill_matrix import kill_matrix_page
from dod_model.publish.material import Material, Pages


def kit_pages(_: Material) -> Pages:
    """The kill matrix, and every file of vectors: for tools in any language, and for the page that asks them.

    Raises:
        InputError: the vectors were not recorded.
    """
    vectors = {f"kit/vectors/{kind}.json": vector_text(kind) for kind in KINDS}
    return {"kit/kill-matrix.md": kill_matrix_page(), **vectors}
