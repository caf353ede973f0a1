"""Holds the script to its word: what it writes into the record goes through the windows, by keys and mouse.

The tour is worth something only if an officer could have done the same. A script that called a use case, emitted a
widget's signal or handed work to the jobs itself would leave the same pictures and prove nothing.
"""

from __future__ import annotations

import sys
import threading
from inspect import signature
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from duty_console.desk import Desk
    from ui.jobs import Jobs

SCRIPT, HANDS, WRITING_LANE = "ui.tour", "ui.tour.stage", "duty-write"


class HandsOnly:
    """From now on every write is traced to who began it; `found` names those that no window began.

    A window's own work is begun by an event: the innermost of the tour's frames is then the stage, which only presses
    keys and lets time pass. It writes on the writing lane of the jobs; what Qt's thread writes, an event began as well.
    """

    def __init__(self, desk: Desk, jobs: Jobs) -> None:
        self.found: list[str] = []
        database: Any = desk.database
        watched: Any = jobs
        watched.run = self._traced(jobs.run, lambda said: said.get("lane", "write") == "write")
        database.write = self._traced(database.write, lambda _said: True)
        database.connection = self._traced(database.connection, lambda said: bool(said.get("writing")))

    def _traced(self, begin: Callable[..., Any], writes: Callable[[dict[str, Any]], bool]) -> Callable[..., Any]:
        said = signature(begin)

        def traced(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - as whatever it stands before
            if writes(said.bind(*given, **named).arguments) and (wrong := _wrong_hand()):
                self.found.append(f"{begin.__qualname__} {wrong}")
            return begin(*given, **named)

        return traced


def _wrong_hand() -> str:
    """Who begins a write and must not; empty where a window does."""
    frame = sys._getframe(2)
    while frame is not None:
        name = str(frame.f_globals.get("__name__", ""))
        if name != __name__ and (name == SCRIPT or name.startswith(f"{SCRIPT}.")):
            return "" if name == HANDS else f"from {name}:{frame.f_lineno}"
        frame = frame.f_back
    thread = threading.current_thread().name
    return "" if thread.startswith(WRITING_LANE) else f"in {thread}"
