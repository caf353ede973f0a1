"""Off the GUI thread and back. Order is made with events, never with sleeping."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread

from duty_console.errors import EnvironmentProblem

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from ui.jobs import Jobs


def test_work_runs_elsewhere_and_its_result_comes_home(jobs: Jobs) -> None:
    gui = threading.get_ident()
    seen: list[tuple[int, int]] = []
    jobs.run(threading.get_ident, lambda worker: seen.append((worker, threading.get_ident())))
    assert not seen
    assert jobs.wait_idle()
    [(worker, home)] = seen
    assert worker != gui
    assert home == gui
    assert QThread.currentThread() is jobs.thread()


def test_writes_keep_their_order_even_when_reads_are_slow(jobs: Jobs) -> None:
    gate = threading.Event()
    order: list[object] = []
    jobs.run(lambda: gate.wait(10), lambda _opened: order.append("read"), lane="read")
    for number in range(50):
        jobs.run(lambda number=number: number, order.append)
    jobs.run(gate.set)
    assert jobs.wait_idle()
    assert [entry for entry in order if entry != "read"] == list(range(50))


def test_writes_never_run_side_by_side(jobs: Jobs) -> None:
    inside = threading.Semaphore(1)
    overlaps: list[bool] = []

    def write() -> None:
        overlaps.append(not inside.acquire(blocking=False))
        inside.release()

    for _ in range(20):
        jobs.run(write)
    assert jobs.wait_idle()
    assert overlaps == [False] * 20


def test_a_foreseen_problem_goes_to_whoever_asked(jobs: Jobs, qtbot: QtBot) -> None:
    problem = EnvironmentProblem("disk_full")
    ends: list[object] = []

    def work() -> None:
        raise problem

    jobs.run(work, lambda _result: ends.append("done"), ends.append, finished=lambda: ends.append("finished"))
    assert jobs.wait_idle()
    assert ends == [problem, "finished"]
    with qtbot.waitSignal(jobs.unhandled) as told:
        jobs.run(work)
    assert told.args == [problem]


def test_an_unforeseen_one_goes_to_the_exception_hook(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    caught: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, trace: caught.append((str(error), trace is not None)))
    ends: list[str] = []
    jobs.run(
        lambda: {}["nothing"],
        lambda _result: ends.append("done"),
        lambda _problem: ends.append("failed"),
        finished=lambda: ends.append("finished"),
    )
    assert jobs.wait_idle()
    assert caught == [("'nothing'", True)]
    assert ends == ["finished"]


def test_a_result_whose_owner_is_gone_is_dropped(jobs: Jobs) -> None:
    import shiboken6

    owner, seen = QObject(), list[str]()
    jobs.run(lambda: "late", seen.append, owner=owner, finished=lambda: seen.append("finished"))
    shiboken6.delete(owner)
    jobs.run(lambda: "kept", seen.append)
    assert jobs.wait_idle()
    assert seen == ["kept"]


def test_the_object_that_hears_the_result_is_its_owner(jobs: Jobs) -> None:
    import shiboken6

    class Page(QObject):
        def show_result(self, _result: object) -> None:
            self.setObjectName("shown")  # would fail on a deleted object

    page = Page()
    jobs.run(lambda: 1, page.show_result)
    shiboken6.delete(page)
    assert jobs.wait_idle()


def test_only_the_newest_of_its_name_reports(jobs: Jobs) -> None:
    gate, owner = threading.Event(), QObject()
    run: list[str] = []
    seen: list[str] = []

    def work(word: str) -> str:
        run.append(word)
        gate.wait(10)
        return word

    for word in ("火", "火灾", "火灾报警"):
        jobs.run(lambda word=word: work(word), seen.append, owner=owner, supersede="search")
    jobs.run(lambda: "other", seen.append, owner=owner, supersede="other", lane="read")
    gate.set()
    assert jobs.wait_idle()
    assert sorted(seen) == ["other", "火灾报警"]
    assert "火灾" not in run  # had not begun when the next came
    jobs.run(lambda: "again", seen.append, owner=owner, supersede="search")
    assert jobs.wait_idle()
    assert seen[-1] == "again"


def test_busy_says_when_it_begins_and_when_all_is_done(jobs: Jobs) -> None:
    told: list[bool] = []
    jobs.busy.connect(told.append)
    jobs.run(lambda: None, lambda _done: jobs.run(lambda: None))
    assert jobs.is_busy
    assert jobs.wait_idle()
    assert told == [True, False]


def test_waiting_gives_up_in_time(jobs: Jobs) -> None:
    gate = threading.Event()
    jobs.run(lambda: gate.wait(10))
    assert not jobs.wait_idle(20)
    gate.set()
    assert jobs.wait_idle()
