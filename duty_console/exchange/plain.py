"""Values of cells as plain text: the same words in the same form, however they were typed. Pure."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time

Value = None | str | int | float | bool | datetime | date | time
"""What a cell holds."""

_UNSEEN = re.compile(r"[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ESCAPED = re.compile(r"_x000D_", re.IGNORECASE)
_BLANKS = re.compile(r"[^\S\n]+")


def written(value: Value) -> str:
    """Return what a cell says as it was written: blanks tidied line by line, unseen characters dropped."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    words = _ESCAPED.sub("\n", str(value)).replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    words = _CONTROL.sub("", _UNSEEN.sub("", words))
    lines = (_BLANKS.sub(" ", line).strip() for line in words.split("\n"))
    return "\n".join(line for line in lines if line)


def plain(value: Value) -> str:
    """Return the same in half-width forms (`（` as `(`, `１` as `1`), for comparing."""
    return written(unicodedata.normalize("NFKC", value) if isinstance(value, str) else value)


def squeezed(words: str) -> str:
    """Return words in half-width forms without any blank, in lower case: `王　芳` and `王芳` are the same."""
    return "".join(unicodedata.normalize("NFKC", _UNSEEN.sub("", words)).split()).casefold()
