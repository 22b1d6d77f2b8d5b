"""What the pages of the docs ask of the model, in the reader's browser: JSON in, JSON out.

A page calls through `call` only. Nothing here reads a file, runs a process or knows of a browser, so that all of it is
tested like any other code.
"""

from dod_model.browser.door import call

__all__ = ["call"]
