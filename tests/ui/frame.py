"""The real window over a staffed room, with nothing running by itself: `pass_time` and `look` move it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tests.ui.duty_desk import open_desk
from ui.application import Application
from ui.bugs import BugWatch
from ui.i18n import Languages
from ui.jobs import Jobs
from ui.start import make_window

if TYPE_CHECKING:
    from datetime import datetime, timedelta
    from pathlib import Path

    from duty_console.clock import FakeClock
    from duty_console.desk import Desk
    from ui.main_window import MainWindow


@dataclass
class Frame:
    """A window and what it stands on."""

    window: MainWindow
    desk: Desk
    clock: FakeClock
    application: Application

    @classmethod
    def open(cls, folder: Path, qapp: QApplication, now: datetime, size: tuple[int, int] = (1600, 1000)) -> Frame:
        """Show the window at `now`, the first page read."""
        desk, clock = open_desk(folder, now)
        application = Application(qapp, Languages(qapp), Jobs(), BugWatch())
        window = make_window(desk, application)
        window.resize(*size)
        window.show()
        frame = cls(window, desk, clock, application)
        window.begin()
        window.tick()
        frame.settle()
        return frame

    def settle(self) -> None:
        """Let every job report, and those that they start."""
        for _ in range(4):
            QApplication.processEvents()
            assert self.application.jobs.wait_idle(10_000)

    def pass_time(self, by: timedelta) -> None:
        """Let time pass awake, then tick and look at the alarms."""
        self.clock.advance(by)
        self.look()

    def look(self) -> None:
        """Tick, and look at the alarms at once."""
        self.window.tick()
        self.window.alarms.look_now()
        self.settle()

    def close(self) -> None:
        """Close the window; the desk goes with it."""
        self.application.languages.choose("en")
        self.window.close()
        self.window.deleteLater()
