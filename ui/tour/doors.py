"""Opens the windows of the tour: its one place that holds the desk. The script gets windows, never a service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.start import make_window
from ui.tour.hands_only import HandsOnly
from ui.welcome.page import WelcomePage
from ui.workbench import Workbench

if TYPE_CHECKING:
    from duty_console.desk import Desk
    from ui.application import Application
    from ui.main_window import MainWindow


class Doors:
    """Makes the windows as `ui.start` does, and watches from then on that only they write."""

    def __init__(self, desk: Desk, application: Application) -> None:
        self._desk = desk
        self._application = application
        self.hands = HandsOnly(desk, application.jobs)

    def welcome(self) -> WelcomePage:
        """The first start of an empty folder, not yet shown."""
        desk = self._desk
        bench = Workbench(desk.clock, desk.room.zone(), self._application.jobs)
        return WelcomePage(desk.room, desk.limits, desk.roster, lambda _progress: None, bench)

    def console(self) -> MainWindow:
        """The console, not yet shown."""
        return make_window(self._desk, self._application)
