"""The desktop from the start to its end: the folder claimed, the desk opened, the window shown, everything closed.

What hinders a start is told in a small window with what is safe and what to do; nothing ends in a traceback.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, QTimer

from duty_console.config import DataFolder, default_folder, load_settings
from duty_console.errors import EnvironmentProblem

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from duty_console.clock import Clock
    from duty_console.desk import Desk
    from ui.application import Application
    from ui.main_window import MainWindow
    from ui.settings.keeper import SettingsKeeper

NO_DISPLAY = 2
"""The exit code where there is no screen to open a window on."""

USUAL = QSize(1600, 1000)
WIDE_ENOUGH = 1700
"""On a narrower screen the window takes all of it."""


def open_desktop(data: str | None = None, database: str | None = None, clock: Clock | None = None) -> int:
    """Open the desktop and stay until it is closed; return the exit code."""
    if not has_display():
        print(  # noqa: T201 - there is no window to say it in
            "没有可用的显示器，桌面无法打开 / no display to open a window on (DISPLAY, WAYLAND_DISPLAY)",
            file=sys.stderr,
        )
        return NO_DISPLAY
    folder = DataFolder(Path(data)) if data else default_folder()
    from ui.application import create_application

    settings = load_settings(folder)
    application = create_application(
        sys.argv[:1], theme_choice=settings.theme, language=settings.language, log_file=folder.log
    )
    return _Opening(application, database, clock).run(folder)


def has_display() -> bool:
    """Whether Qt can show a window: a platform was named, or there is a screen."""
    if os.environ.get("QT_QPA_PLATFORM") or not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def make_window(desk: Desk, application: Application, settings: SettingsKeeper | None = None) -> MainWindow:
    """The window over an open desk, not yet shown or started. For the desktop, the tour and tests alike."""
    from ui.main_window import MainWindow
    from ui.settings.keeper import SettingsKeeper
    from ui.workbench import Workbench

    keeper = settings or SettingsKeeper(load_settings(desk.folder), desk.folder, application.jobs)
    if keeper.settings.workstation:
        desk.identity.workstation = keeper.settings.workstation
    bench = Workbench(desk.clock, desk.room.zone(), application.jobs)
    return MainWindow(desk, bench, application, keeper)


def fit_to_screen(window: QWidget) -> None:
    """1600 × 1000 in the middle of a large screen, all of a small one."""
    screen = window.screen().availableGeometry()
    if screen.width() < WIDE_ENOUGH or screen.height() < USUAL.height():
        window.setGeometry(screen)  # for where no window manager maximises
        window.showMaximized()
        return
    window.resize(USUAL)
    window.move(screen.center() - window.rect().center())
    window.show()


class _Opening:
    """One start of the desktop; asks for another folder as long as one cannot be used."""

    def __init__(self, application: Application, database: str | None, clock: Clock | None) -> None:
        self._application = application
        self._database = database
        self._clock = clock
        self._window: MainWindow | None = None
        self._front: QWidget | None = None
        self._told_to_end = self._in_loop = False
        # Python hears signals only while it runs, and Qt may wait for hours; and a signal may come in the midst of
        # painting, where closing the windows would crash: the handler only leaves word
        self._pulse = QTimer()
        self._pulse.timeout.connect(self._end_if_told)
        self._pulse.start(500)

    def run(self, folder: DataFolder) -> int:
        """Open this folder, or the one that is chosen instead; return the exit code."""
        before = {number: signal.signal(number, self._on_signal) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            while True:
                try:
                    return self._open(folder)
                except EnvironmentProblem as problem:
                    chosen = self._ask(problem, folder)
                    if chosen is None:
                        return 1
                    folder = chosen
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _on_signal(self, _number: int, _frame: object) -> None:
        """The session ends, or Ctrl+C: close as by the window's own button."""
        self._told_to_end = True

    def _end_if_told(self) -> None:
        if self._told_to_end and self._in_loop:  # a quit before the loop runs would leave Qt unable to run any other
            self._application.qt.quit()

    def _loop(self) -> int:
        if self._told_to_end:
            return 0
        self._in_loop = True
        try:
            return self._application.qt.exec()
        finally:
            self._in_loop = False

    def _ask(self, problem: EnvironmentProblem, folder: DataFolder) -> DataFolder | None:
        from ui.start_problem import StartProblem  # only where something is wrong

        asking = StartProblem(problem, folder.path)
        asking.show()
        self._loop()
        return None if asking.chosen is None else DataFolder(asking.chosen)

    def _open(self, folder: DataFolder) -> int:
        from ui.instance import SingleInstance

        folder.prepare()
        instance = SingleInstance(folder.path)
        if not instance.claim():
            return 0
        try:
            from duty_console.desk import Desk

            desk = Desk.open(folder.path, self._clock, self._database)
            instance.raise_requested.connect(self._come_forward)
            return self._stay(desk)
        finally:
            instance.release()

    def _stay(self, desk: Desk) -> int:
        try:
            fresh = desk.room.current() is None
        except EnvironmentProblem:
            desk.close()
            raise
        if fresh:
            self._welcome(desk)
        else:
            self._show_console(desk)
        code = self._loop()
        if self._window is not None:
            self._window.end()
        else:
            self._application.jobs.close()
            desk.close()
        return code

    def _welcome(self, desk: Desk) -> None:
        from ui.welcome.page import WelcomePage  # once in the life of a folder
        from ui.workbench import Workbench

        def fill_sample(progress: Callable[[int, int], None]) -> None:
            from duty_console.demo.fill import fill  # a sample district is made once, if at all

            fill(desk, progress=progress)

        bench = Workbench(desk.clock, desk.room.zone(), self._application.jobs)
        welcome = WelcomePage(desk.room, desk.limits, desk.roster, fill_sample, bench)
        welcome.setWindowTitle(welcome.windowTitle() or QCoreApplication.translate("MainWindow", "Duty Console"))
        self._front = welcome

        def begin() -> None:
            self._show_console(desk)
            welcome.close()
            welcome.deleteLater()

        welcome.completed.connect(begin)
        fit_to_screen(welcome)

    def _show_console(self, desk: Desk) -> None:
        window = make_window(desk, self._application)
        self._window = self._front = window
        fit_to_screen(window)
        QTimer.singleShot(0, window, window.start)

    def _come_forward(self) -> None:
        """A second start on the same data: this window, instead of a second one."""
        window = self._front
        if window is None:
            return
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()
        self._application.qt.alert(window)
