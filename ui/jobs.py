"""The only threading code of the desktop: run a use case off the GUI thread, bring the result back.

Writes go through one thread, in the order given; reads share a small pool. Results arrive on the GUI
thread, or nowhere if their owner is gone. What a use case did not foresee goes to the exception hook.
"""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import shiboken6
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal

from duty_console.errors import DutyError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
Lane = Literal["write", "read"]

_READERS = 3


@dataclass(slots=True, eq=False)
class _Job:
    work: Callable[[], Any]
    done: Callable[[Any], object] | None
    failed: Callable[[DutyError], object] | None
    finished: Callable[[], object] | None
    owner: QObject | None
    ticket: tuple[tuple[int, str], int] | None
    result: Any = None
    error: Exception | None = None
    skipped: bool = False

    def orphaned(self) -> bool:
        return self.owner is not None and not shiboken6.isValid(self.owner)


class Jobs(QObject):
    """Runs work for the windows. One object per process, made by the main window or `create_application`.

    `busy` tells when the first job starts and the last ends; `unhandled` carries a DutyError that
    nobody asked for, so that the frame can show it.
    """

    busy = Signal(bool)
    unhandled = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="duty-write")
        self._readers = ThreadPoolExecutor(max_workers=_READERS, thread_name_prefix="duty-read")
        self._pending = 0
        self._newest: dict[tuple[int, str], int] = {}
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[DutyError], object] | None = None,
        owner: QObject | None = None,
        lane: Lane = "write",
        *,
        finished: Callable[[], object] | None = None,
        supersede: str | None = None,
    ) -> None:
        """Run `work` on the lane's thread, then `done(result)` or `failed(problem)`, then always `finished()`.

        `owner` is whose life the callbacks depend on (by default the QObject that `done` is a method of).
        With `supersede`, only the newest job of this owner and name reports; older ones that have
        not begun are not even run. Call from the GUI thread only.
        """
        owner = owner or _owner_of(done) or _owner_of(failed)
        ticket = None
        if supersede is not None:
            slot = (id(owner), supersede)
            self._newest[slot] = self._newest.get(slot, 0) + 1
            ticket = (slot, self._newest[slot])
        job = _Job(work, done, failed, finished, owner, ticket)
        self._pending += 1
        if self._pending == 1:
            self.busy.emit(True)
        (self._writer if lane == "write" else self._readers).submit(self._execute, job)

    @property
    def is_busy(self) -> bool:
        return self._pending > 0

    def wait_idle(self, timeout_ms: int = 30_000) -> bool:
        """Let the event loop run until every job has reported; False if that took longer than `timeout_ms`."""
        if not self._pending:
            return True
        loop = QEventLoop()
        self.busy.connect(lambda is_busy: None if is_busy else loop.quit())
        limit = QTimer()
        limit.setSingleShot(True)
        limit.timeout.connect(loop.quit)
        limit.start(timeout_ms)
        while self._pending and limit.isActive():
            loop.exec()
        return not self._pending

    def close(self, timeout_ms: int = 30_000) -> bool:
        """Finish what was begun and end the threads; for the way out."""
        idle = self.wait_idle(timeout_ms)
        self._writer.shutdown(wait=idle, cancel_futures=not idle)
        self._readers.shutdown(wait=idle, cancel_futures=True)
        return idle

    def _execute(self, job: _Job) -> None:
        """In the worker thread."""
        if self._is_outdated(job):
            job.skipped = True
        else:
            try:
                job.result = job.work()
            except Exception as error:
                job.error = error
        if shiboken6.isValid(self):
            self._arrived.emit(job)

    def _is_outdated(self, job: _Job) -> bool:
        return job.ticket is not None and self._newest.get(job.ticket[0]) != job.ticket[1]

    def _deliver(self, job: _Job) -> None:
        """On the GUI thread."""
        try:
            if not (job.skipped or job.orphaned() or self._is_outdated(job)):
                self._report(job)
        finally:
            if job.ticket is not None and not self._is_outdated(job):
                self._newest.pop(job.ticket[0], None)
            self._pending -= 1
            if self._pending == 0:
                self.busy.emit(False)

    def _report(self, job: _Job) -> None:
        try:
            if job.error is None:
                if job.done is not None:
                    job.done(job.result)
            elif isinstance(job.error, DutyError):
                if job.failed is not None:
                    job.failed(job.error)
                else:
                    self.unhandled.emit(job.error)
            else:
                sys.excepthook(type(job.error), job.error, job.error.__traceback__)
        finally:
            if job.finished is not None and not job.orphaned():
                job.finished()


def _owner_of(callback: Callable[..., object] | None) -> QObject | None:
    owner = getattr(callback, "__self__", None)
    return owner if isinstance(owner, QObject) else None
