"""Where the spec is: in a checkout, or in the package that was made of one."""

from __future__ import annotations

from pathlib import Path

import dod_model
from dod_model.errors import InputError, Problem

_PACKAGE = Path(dod_model.__file__).parent


def spec_folder() -> Path:
    """The folder with `features/`, `steps/` and `environment.py`.

    Raises:
        InputError: there is none: the package was neither built nor installed from a checkout.
    """
    for folder in (_PACKAGE / "_spec", _PACKAGE.parent.parent):
        if all((folder / name).exists() for name in ("features", "steps", "environment.py")):
            return folder
    message = "the features did not come with this package"
    raise InputError(Problem("no-spec", message, hint="Install it from a wheel, or work in a checkout."))
