"""One console per data folder: a second start raises the first window and ends.

A lock file says who owns the folder; it holds the process number, so that one left behind by a kill or
a power cut is recognised and taken over. A local socket carries the word "raise" to the owner.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLockFile, QObject, QSysInfo, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from duty_console.errors import EnvironmentProblem

if TYPE_CHECKING:
    from pathlib import Path

_WORD = b"raise\n"
_PATIENCE_MS = 2000


class SingleInstance(QObject):
    """`claim()` is True for the one console that may use the folder; False: the other one was asked to come forward."""

    raise_requested = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = QLockFile(str(folder / "console.lock"))
        self._lock.setStaleLockTime(0)  # never by age: a desk runs for months; a dead owner is noticed anyway
        digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]
        self._name = f"duty-console-{digest}"
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Take the folder, or wake the window that has it.

        Raises EnvironmentProblem `folder_unwritable`, or `folder_in_use` when its owner does not answer
        (another user, or another PC on a shared drive).
        """
        if self._lock.tryLock(0):
            self._listen()
            return True
        if self._lock.error() != QLockFile.LockError.LockFailedError:
            raise EnvironmentProblem("folder_unwritable", path=str(self._folder), reason=self._lock.error().name)
        if self._ask_to_rise():
            return False
        process, host = self._owner()
        # its number may have gone to another process since it died; the system's own lock tells for sure
        if host == QSysInfo.machineHostName() and self._lock.removeStaleLockFile() and self._lock.tryLock(0):
            self._listen()
            return True
        raise EnvironmentProblem("folder_in_use", path=str(self._folder), pid=process, host=host)

    def release(self) -> None:
        """Let go; also happens when the process ends."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _owner(self) -> tuple[int, str]:
        found: Any = self._lock.getLockInfo()  # the binding gives a tuple, or nothing where the file is unreadable
        if isinstance(found, tuple) and len(found) == 3:
            return int(found[0]), str(found[1])
        return 0, "–"

    def _listen(self) -> None:
        QLocalServer.removeServer(self._name)  # what a killed console left; the lock says it is ours to remove
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_connected)
        server.listen(self._name)
        self._server = server

    def _on_connected(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._on_word(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._on_word(socket)

    def _on_word(self, socket: QLocalSocket) -> None:
        if bytes(socket.readAll().data()) == _WORD:
            socket.write(b"ok\n")
            socket.flush()
            self.raise_requested.emit()

    def _ask_to_rise(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(_WORD)
        answered = socket.waitForBytesWritten(_PATIENCE_MS) and socket.waitForReadyRead(_PATIENCE_MS)
        socket.disconnectFromServer()
        return answered
