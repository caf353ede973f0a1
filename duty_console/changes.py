"""What a committed use case touched, told to whoever shows it.

A `Change` is sent after the commit, never before: who hears it may rely on finding it in the database.
Subscribers are called in the thread that committed; the desktop's bridge carries it over to the GUI thread.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Change:
    """The tables that a commit touched and the last journal number it wrote."""

    tables: frozenset[str]
    journal_seq: int


class Changes:
    """Tells every subscriber of every change. A subscriber that fails is logged and does not hinder the others."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Change], None]] = []
        self._lock = threading.Lock()

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call `listener` after each commit; the returned function ends that."""
        with self._lock:
            self._listeners.append(listener)

        def end() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return end

    def publish(self, change: Change) -> None:
        """Tell everyone."""
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            try:
                listener(change)
            except Exception:
                log.exception("a subscriber of changes failed")
