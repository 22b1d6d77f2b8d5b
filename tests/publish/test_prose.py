"""Prose that is written by hand, and what is made in it."""

from __future__ import annotations

import pytest

from dod_model.publish.prose import with_prose


def test_a_place_for_which_nothing_was_made_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        with_prose("home", {})
