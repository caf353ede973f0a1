"""What happens to a bug: it is logged whole, shown once with a number, and the console goes on.

Qt's own messages go to the same log. Nothing here opens a dialog or ends the process: at 3 a.m. a
fault in one corner must not take the rest away.
"""

from __future__ import annotations

import hashlib
import logging
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

_log = logging.getLogger("duty_console.ui")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# said by machines without sound or a window manager, over and over, and of no use to anyone
_NOISE = ("This plugin does not support", "PulseAudioService:", "No audio device detected", "QDBus")
_BYTES, _FILES = 2_000_000, 3


def log_to(file: Path) -> None:
    """Send the program's log to this file, at most four of 2 MB. A file that cannot be written is no reason to stop."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        handler = RotatingFileHandler(file, maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    logging.getLogger("apscheduler").setLevel(logging.WARNING)  # it tells of every look at the clock
    logging.raiseExceptions = False  # a full disk must not turn each log line into a new fault


def bug_number(error: BaseException) -> str:
    """The same fault has the same number: a digest of its kind and the places it went through."""
    frames = traceback.extract_tb(error.__traceback__)
    places = "|".join(f"{frame.filename.rsplit('/', 2)[-1]}:{frame.name}:{frame.lineno}" for frame in frames)
    digest = hashlib.sha256(f"{type(error).__name__}|{places}".encode()).hexdigest()
    return f"{int(digest[:8], 16) % 1_000_000:06}"


class BugWatch(QObject):
    """Catches what nobody caught, in any thread.

    `found(number)` fires once for each different bug, on the GUI thread.
    """

    found = Signal(str)
    _caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: set[str] = set()
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks of Python and Qt."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_on_qt_message)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        number = bug_number(error)
        _log.error("bug %s", number, exc_info=(kind, error, trace))
        self._caught.emit(number)

    def _on_thread_exception(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None and not issubclass(caught.exc_type, SystemExit):
            self._on_exception(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _on_caught(self, number: str) -> None:
        if number not in self._shown:
            self._shown.add(number)
            self.found.emit(number)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    category = str(getattr(context, "category", None) or "default")
    level = _LEVELS.get(kind, logging.WARNING)
    if message.startswith(_NOISE) or (category.startswith("qt.multimedia") and level < logging.ERROR):
        return
    logging.getLogger("qt").log(level, "%s: %s", category, message)
