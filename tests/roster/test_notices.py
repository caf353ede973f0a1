"""The yearly notices that the console is delivered with."""

from __future__ import annotations

from duty_console.roster.calendar import NOTICES
from tests.roster.write_notices import as_text


def test_the_file_says_what_the_notices_say() -> None:
    """A newer package that knows another year: `python -m tests.roster.write_notices`."""
    assert NOTICES.read_text(encoding="utf-8") == as_text()
