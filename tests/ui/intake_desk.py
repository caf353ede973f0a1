"""Runs a real intake panel in a process of its own, to be killed: `python intake_desk.py DATA`.

Types into two calls, says `kept` once both drafts are on the disk, goes on typing and waits for its end.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from duty_console.incidents.drafts import DraftStore
from tests.ui.conftest import say
from tests.ui.duty_desk import Room, at, window_with
from ui.intake.panel import IntakeDock
from ui.jobs import Jobs
from ui.theme import theme


def main(folder: Path) -> None:
    """Open the desk and take two calls."""
    app = QApplication(sys.argv)
    theme().apply("light")
    room = Room.open(folder, Jobs(), at(15, 12, 8))
    store = DraftStore(room.desk.folder.drafts)
    dock = IntakeDock(room.desk.incidents, room.desk.dutylog, store, room.bench)
    window, _elsewhere = window_with(dock)
    window.show()
    say(dock.open_call().form.widget("source_unit"), "云溪街道办事处")
    room.clock.set(at(15, 13, 9))
    second = dock.open_call()
    say(second.form.widget("source_unit"), "青石镇")
    QTest.keyClicks(second.form.occurred.edit, "14")

    def look() -> None:
        if not any(panel.has_unsaved for panel in dock.panels) and not room.bench.jobs.is_busy:
            sys.stdout.write("kept\n")
            sys.stdout.flush()
            timer.stop()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
