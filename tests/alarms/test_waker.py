"""The alarm clock with the real scheduler: it wakes in time, when told to, and whatever is done to the clock.

Real time runs here, so every wait is for an event with a generous limit; nothing sleeps.
"""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from apscheduler.schedulers.base import STATE_STOPPED

from duty_console.alarms import waker as waker_module
from duty_console.alarms.model import AlarmStep
from duty_console.alarms.scheduler import SteadyScheduler
from duty_console.clock import FakeClock, SystemClock
from duty_console.database.engine import UseCase
from duty_console.desk import Desk
from duty_console.errors import EnvironmentProblem
from duty_console.incidents.model import Casualties, NewIncident
from duty_console.journal.recorder import insert_rows
from duty_console.limits.model import Channel, ClockStart, EventClass, ReportKind
from duty_console.limits.tables import ObligationRow
from tests.room.desks import HOUR, MINUTE, MORNING, Room, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from duty_console.alarms.model import Alarm, AlarmBoard
    from duty_console.alarms.waker import Waker

SOON = timedelta(seconds=0.6)
PATIENCE = 20.0
"""Seconds until a test gives up; what it asserts is much less."""


class Listener:
    """Keeps the boards and tells when one fits."""

    def __init__(self) -> None:
        self.boards: list[AlarmBoard] = []
        self._news = threading.Condition()

    def __call__(self, board: AlarmBoard) -> None:
        with self._news:
            self.boards.append(board)
            self._news.notify_all()

    def wait(self, count: int) -> bool:
        with self._news:
            return self._news.wait_for(lambda: len(self.boards) >= count, PATIENCE)

    def wait_for_ringing(self, step: AlarmStep) -> Alarm | None:
        def found() -> Alarm | None:
            return next((alarm for board in self.boards for alarm in board.ringing if alarm.step is step), None)

        with self._news:
            self._news.wait_for(found, PATIENCE)
            return found()

    def heard_at(self, alarm: Alarm) -> datetime:
        return next(board.at for board in self.boards if alarm in board.alarms)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with opened(tmp_path, "henan") as room:
        yield room


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Desk]:
    """A desk in real time."""
    with Desk.open(tmp_path) as desk:
        desk.limits.choose_presets(("henan",))
        yield desk
        assert desk.journal.verify().ok


def run(waker: Waker) -> Any:
    class Running:
        def __enter__(self) -> None:
            waker.start()

        def __exit__(self, *_: object) -> None:
            waker.stop()

    return Running()


def severe_ending_in(desk: Desk, warning_in: timedelta) -> None:
    """A severe accident whose phone limit of 15 minutes is warned of after `warning_in`."""
    now = desk.clock.now()
    happened = now - 11.25 * MINUTE + warning_in
    desk.incidents.record(NewIncident(EventClass.ACCIDENT, now, occurred_at=happened, casualties=Casualties(deaths=10)))


def test_it_rings_in_time(live: Desk) -> None:
    severe_ending_in(live, SOON)
    heard = Listener()
    with run(live.waker(heard)):
        alarm = heard.wait_for_ringing(AlarmStep.WARNING)
        assert alarm is not None
        late = heard.heard_at(alarm) - alarm.since
        assert timedelta(0) <= late <= timedelta(seconds=2)


def test_ten_thousand_pending_do_not_delay_it(live: Desk) -> None:
    severe_ending_in(live, -timedelta(minutes=40))  # one incident to hang them on, overdue already
    now = live.clock.now()
    base = {
        "incident_id": 1,
        "incident_number": "20261014-01",
        "rule_id": "henan.severe.written",
        "kind": ReportKind.INITIAL,
        "channel": Channel.WRITTEN,
        "recipient": "省应急管理厅",
        "clock": ClockStart.RECEIVED,
        "starts_at": now,
        "source": "x",
        "note": "",
        "verified": True,
        "sequence": 0,
        "late_reason": "",
        "waived_by": "",
        "waived_reason": "",
    }
    rows = [{**base, "id": 100 + at, "due_at": now + HOUR + at * timedelta(seconds=7)} for at in range(10_000)]
    with live.database.connection(writing=True) as connection:
        case = UseCase("fill", live.identity, live.clock)
        insert_rows(connection, case, ObligationRow, rows, [(now, "x")] * len(rows))
    severe_ending_in(live, SOON)
    heard = Listener()
    with run(live.waker(heard)):
        alarm = heard.wait_for_ringing(AlarmStep.WARNING)
        assert alarm is not None
        assert heard.heard_at(alarm) - alarm.since <= timedelta(seconds=2)
    live.clock = live.database.clock = FakeClock(now + 30 * HOUR)
    board = live.alarms.board()  # and all of them at once, after a long sleep
    assert len(board.alarms) == 10_000 + 4
    assert {alarm.step for alarm in board.alarms} == {AlarmStep.OVERDUE}
    assert live.alarms.acknowledge([alarm.item.key for alarm in board.alarms][:5000]) == 5000
    assert len(live.alarms.board().ringing) == 5004


def test_told_to_wake_it_looks_at_once(room: Room) -> None:
    heard = Listener()
    waker = room.desk.waker(heard)
    with run(waker):
        assert heard.wait(1)
        number = room.intake(casualties=Casualties(deaths=10)).incident.number
        room.clock.advance(20 * MINUTE)
        asked = datetime.now(UTC)
        waker.wake()
        alarm = heard.wait_for_ringing(AlarmStep.OVERDUE)
        assert alarm is not None
        assert alarm.item.subject == number
        assert datetime.now(UTC) - asked < timedelta(seconds=2)  # the slow tick would take five


def test_told_to_wake_during_a_look_it_looks_again(room: Room) -> None:
    heard = Listener()
    entered, go_on = threading.Event(), threading.Event()

    def slow(board: AlarmBoard) -> None:
        entered.set()
        assert go_on.wait(PATIENCE)
        heard(board)

    waker = room.desk.waker(slow)
    with run(waker):
        assert entered.wait(PATIENCE)
        waker.wake()
        asked = datetime.now(UTC)
        go_on.set()
        assert heard.wait(2)
        assert datetime.now(UTC) - asked < timedelta(seconds=2)


def test_it_ends_while_it_looks(room: Room) -> None:
    """A look plans the next one; ending the scheduler waits for the look. Neither may wait for the other."""
    entered, go_on = threading.Event(), threading.Event()

    def slow(_: AlarmBoard) -> None:
        entered.set()
        assert go_on.wait(PATIENCE)

    waker = room.desk.waker(slow)
    waker.start()
    assert entered.wait(PATIENCE)
    ending = threading.Thread(target=waker.stop)
    ending.start()
    go_on.set()
    ending.join(PATIENCE)
    assert not ending.is_alive()
    waker.stop()  # again: nothing
    waker.wake()


def test_a_database_that_refuses_is_asked_again(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waker_module, "TICK", timedelta(seconds=0.05))
    refused = threading.Event()
    board = room.desk.alarms.board

    def once() -> AlarmBoard:
        if not refused.is_set():
            refused.set()
            raise EnvironmentProblem("database_busy")
        return board()

    monkeypatch.setattr(room.desk.alarms, "board", once)
    heard = Listener()
    with run(room.desk.waker(heard)):
        assert heard.wait(1)
    assert refused.is_set()


def test_a_listener_with_a_bug_does_not_stop_it(
    room: Room, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(waker_module, "TICK", timedelta(seconds=0.05))
    heard = Listener()

    def broken(board: AlarmBoard) -> None:
        heard(board)
        if len(heard.boards) == 1:
            raise RuntimeError("a bug in the windows")

    with run(room.desk.waker(broken)):
        assert heard.wait(3)
    assert "a bug in the windows" in caplog.text


# -- the scheduler alone -------------------------------------------------------------------------------------------


def test_a_clock_set_back_does_not_stop_the_scheduler() -> None:
    wall = FakeClock(MORNING)
    scheduler = SteadyScheduler(0.05, wall)
    scheduler.begin()
    try:
        ran = threading.Event()
        scheduler.plan(ran.set, datetime.now(UTC) + HOUR)
        assert not ran.wait(0.3)  # several ticks: not before its time
        wall.set(MORNING - 2 * HOUR)
        assert ran.wait(PATIENCE)
    finally:
        scheduler.end()


def test_ending_between_a_job_and_its_removal_is_no_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library marks itself ended before it waits for its thread: a job that just ran is then not found."""
    scheduler = SteadyScheduler(0.05, SystemClock())
    removed = threading.Event()
    remove_job = scheduler.remove_job

    def ended_meanwhile(job_id: str, jobstore: str | None = None) -> None:
        scheduler.state = STATE_STOPPED
        removed.set()
        remove_job(job_id, jobstore)

    monkeypatch.setattr(scheduler, "remove_job", ended_meanwhile)
    scheduler.begin()
    (thread,) = [each for each in threading.enumerate() if each.name == "APScheduler"]
    scheduler.plan(lambda: None, datetime.now(UTC))
    assert removed.wait(PATIENCE)
    thread.join(PATIENCE)  # an exception in it would fail this test
    assert not thread.is_alive()


def test_a_new_plan_replaces_the_old_one() -> None:
    scheduler = SteadyScheduler(0.05, SystemClock())
    scheduler.begin()
    try:
        first, second = threading.Event(), threading.Event()
        scheduler.plan(first.set, datetime.now(UTC) + HOUR)
        scheduler.plan(second.set, datetime.now(UTC) - HOUR)  # long past: run now, once
        assert second.wait(PATIENCE)
        assert not first.is_set()
        assert scheduler.get_jobs() == []
    finally:
        scheduler.end()


def test_the_main_thread_is_not_held_by_it(room: Room) -> None:
    waker = room.desk.waker(lambda _: None)
    waker.start()
    names = [thread for thread in threading.enumerate() if thread.name == "APScheduler"]
    assert all(thread.daemon for thread in names)
    assert names
    waker.stop()
    assert not any(thread.name == "APScheduler" for thread in threading.enumerate())
