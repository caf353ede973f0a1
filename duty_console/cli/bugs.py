"""A bug on the command line: logged whole with a number, told in one line."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from duty_console.errors import bug_number

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from duty_console.config import DataFolder

_log = logging.getLogger("duty_console.cli")
_FORM = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")


class _Watched(logging.FileHandler):
    """A log file that remembers whether it could be written."""

    failed = False

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # logging's own name
        del record
        self.failed = True


@contextmanager
def logging_to(file: Path) -> Generator[_Watched]:
    """Send the program's log to this file instead of the screen; it is made with the first line."""
    handler = _Watched(file, encoding="utf-8", delay=True, errors="backslashreplace")
    handler.setFormatter(_FORM)
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield handler
    finally:
        root.removeHandler(handler)
        handler.close()


def keep_bug(error: Exception, folder: DataFolder | None) -> tuple[str, Path | None]:
    """Log a bug; return its number and the log file, None where that could not be written."""
    number = bug_number(error)
    if folder is None:
        return number, None
    with logging_to(folder.log) as handler:
        _log.error("bug %s", number, exc_info=error)
    return number, None if handler.failed else folder.log
