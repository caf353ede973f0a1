"""Hears of what goes wrong in a window while the script plays on: Qt swallows it, and the picture may look whole."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator
    from types import TracebackType


@contextmanager
def mishaps_heard() -> Generator[list[str]]:
    """Give the list that fills with what no window caught; each is still told in the usual way."""
    heard: list[str] = []
    before = sys.excepthook

    def hear(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        heard.append(f"{kind.__name__}: {error}")
        before(kind, error, trace)

    sys.excepthook = hear
    try:
        yield heard
    finally:
        sys.excepthook = before
