"""Bytes -> text. UTF-8 with or without a mark at its start, or UTF-16 with one."""

from __future__ import annotations

import codecs

from dod_model.errors import InputError, Problem

_HINT = "Save the file as UTF-8."


def decoded(raw: bytes) -> str:
    """The text of a file.

    Windows PowerShell writes UTF-16 with a byte order mark by default, so that is read as well.

    Raises:
        InputError: the bytes are in another encoding, or are no text at all.
    """
    utf16 = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = raw.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        what = "UTF-16, which its first bytes announce" if utf16 else "UTF-8"
        message = f"byte 0x{error.object[error.start]:02X} is not {what}"
        line = 0 if utf16 else error.object.count(b"\n", 0, error.start) + 1
        raise InputError(Problem("encoding", message, hint=_HINT, line=line)) from None
    if (zero := text.find("\0")) >= 0:
        message = "there is a character with the number zero: the file is no text, or in another encoding"
        raise InputError(Problem("encoding", message, hint=_HINT, line=text.count("\n", 0, zero) + 1))
    return text
