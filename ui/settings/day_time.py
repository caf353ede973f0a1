"""A time of day and a length in hours as an officer types them. Pure."""

from __future__ import annotations

import re
import unicodedata
from datetime import time

_CLOCK = re.compile(r"(\d{1,2})(?:[:点时](\d{2})?分?)?|(\d{1,2})(\d{2})")


def read_time_of_day(text: str) -> time | None:
    """`8`, `0800`, `08:00`, `8点`; None for what is no time of day."""
    typed = unicodedata.normalize("NFKC", text).replace(" ", "")
    found = _CLOCK.fullmatch(typed)
    if found is None:
        return None
    hour, minute = int(found[1] or found[3]), int(found[2] or found[4] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def read_hours(text: str) -> float | None:
    """`24`, `8.5`; None for what is no number of hours."""
    typed = unicodedata.normalize("NFKC", text).strip()
    return float(typed) if re.fullmatch(r"\d{1,3}(?:\.\d{1,2})?", typed) else None


def hours_text(hours: float) -> str:
    """24, 8.5."""
    return f"{hours:g}"
