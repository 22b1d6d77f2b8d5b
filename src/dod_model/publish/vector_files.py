"""The vectors of the kit as files beside the pages: for tools in any language, and for the page that asks them."""

from __future__ import annotations

from collections.abc import Mapping

from dod_model.kit.shipped import KINDS, vector_text


def vector_files() -> Mapping[str, str]:
    """Every file of vectors, by its name from the root of the docs.

    Raises:
        InputError: the vectors were not recorded.
    """
    return {f"kit/vectors/{kind}.json": vector_text(kind) for kind in KINDS}
