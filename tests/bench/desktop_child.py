"""The process that is measured.

`start DIR` says `usable` when the first page shows what is in hand, `pages DIR` opens them all.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from pathlib import Path
from time import perf_counter


def main() -> None:
    """Open the desktop as `app.py` does, over a folder that exists."""
    what, folder = sys.argv[1], Path(sys.argv[2])
    gc.disable()  # as app.py does
    from PySide6.QtCore import QEventLoop

    from duty_console.config import DataFolder, load_settings
    from ui.application import create_application

    settings = load_settings(DataFolder(folder))
    application = create_application([], theme_choice=settings.theme, language=settings.language)
    from duty_console.desk import Desk
    from ui.start import make_window

    window = make_window(Desk.open(folder), application)
    window.resize(1600, 1000)
    window.show()
    if what == "start":
        window.begin()
        now = window.page("now")
        while not now.shows_incidents():
            application.qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        application.qt.processEvents()  # what was shown is painted, and a key would be answered
        print("usable", flush=True)
        os._exit(0)
    print(json.dumps({"stalls_ms": _stalls(window, application), "memory_mb": _memory()}), flush=True)
    os._exit(0)


def _stalls(window, application) -> dict[str, float]:  # noqa: ANN001 - the real window and application
    """Return the longest stretch without a turn of the event loop while each page opens, in milliseconds."""
    from PySide6.QtCore import QEventLoop, QTimer

    from ui.pages import PAGES

    found: dict[str, float] = {}
    beat = QTimer()
    last = [perf_counter()]
    worst = [0.0]

    def on_beat() -> None:
        now = perf_counter()
        worst[0] = max(worst[0], now - last[0])
        last[0] = now

    beat.timeout.connect(on_beat)
    beat.start(0)
    window.start()
    standing = QTimer()
    waiting = QEventLoop()
    standing.timeout.connect(lambda: waiting.quit() if window.ahead.is_done and window.dock is not None else None)
    standing.start(100)
    waiting.exec()
    standing.stop()
    for round_of in ("first", "again"):
        for kind in PAGES:
            loop = QEventLoop()
            QTimer.singleShot(700, loop.quit)
            worst[0], last[0] = 0.0, perf_counter()
            QTimer.singleShot(0, lambda key=kind.key: window.show_page(key))
            loop.exec()
            application.jobs.wait_idle()
            found[f"{round_of} {kind.key}"] = worst[0] * 1000
    return found


def _memory() -> float:
    """Return what the process holds now, in MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmRSS")


if __name__ == "__main__":
    main()
