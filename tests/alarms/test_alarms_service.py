"""The board of alarms: what stands on it, what rang, who heard it; through restart, kill, sleep and a set clock."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from duty_console.alarms.model import AlarmStep
from duty_console.clock import ClockJump, FakeClock, JumpKind, JumpWatch, jump_words
from duty_console.desk import Desk
from duty_console.dutylog.model import LogFilter, LogKind
from duty_console.dutylog.service import CONSOLE
from duty_console.errors import EnvironmentProblem, InputProblem
from duty_console.incidents.model import Casualties
from duty_console.limits.model import Channel, EventClass
from tests.room.desks import HOUR, MINUTE, MORNING, SECOND, Room, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duty_console.alarms.model import AlarmBoard

NOTICE, WARNING, DUE, OVERDUE = AlarmStep
PROVINCE, CAPITAL = "省应急管理厅", "国务院总值班室"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with opened(tmp_path, "henan") as room:
        yield room


def severe(room: Room) -> str:
    """A severe accident received now: by phone within 15 minutes, in writing within 35."""
    return room.intake(casualties=Casualties(deaths=10)).incident.number


def shown(board: AlarmBoard) -> list[tuple[str, AlarmStep, bool]]:
    return [(alarm.item.key, alarm.step, alarm.ringing) for alarm in board.alarms]


def rung(room: Room) -> list[tuple[str, str]]:
    with room.desk.database.connection() as connection:
        return [(row[0], row[1]) for row in connection.exec_driver_sql("SELECT key, step FROM alarm_ring ORDER BY id")]


def log_texts(room: Room) -> list[str]:
    return [line.text for line in room.desk.dutylog.page(LogFilter(kinds=frozenset({LogKind.SYSTEM})))][::-1]


PHONE, WRITTEN = "obligation:1", "obligation:2"


def test_the_board_through_the_life_of_two_limits(room: Room) -> None:
    severe(room)
    expected = [
        (0, []),
        (7.5, [(PHONE, NOTICE, False)]),
        (11.25, [(PHONE, WARNING, True)]),
        (15, [(PHONE, DUE, True)]),
        (17, [(PHONE, OVERDUE, True)]),
        (17.5, [(PHONE, OVERDUE, True), (WRITTEN, NOTICE, False)]),
        (26.25, [(PHONE, OVERDUE, True), (WRITTEN, WARNING, True)]),
        (37, [(PHONE, OVERDUE, True), (WRITTEN, OVERDUE, True)]),
    ]
    for (minutes, alarms), following in zip(expected, [*expected[1:], None], strict=True):
        room.clock.set(MORNING + minutes * MINUTE)
        board = room.desk.alarms.board()
        assert shown(board) == alarms
        assert board.at == room.clock.now()
        room.desk.alarms.record_rings(board)
        if following is not None and board.next_moment is not None:
            assert room.clock.now() < board.next_moment <= MORNING + following[0] * MINUTE
    assert board.next_moment is None
    assert rung(room) == [
        (PHONE, "warning"),
        (PHONE, "due"),
        (PHONE, "overdue"),
        (WRITTEN, "warning"),
        (WRITTEN, "overdue"),
    ]
    assert log_texts(room) == [
        f"电话初报 {PROVINCE} 时限到，已响铃",
        f"电话初报 {PROVINCE} 逾期未报，提示电话报告带班领导",
        f"书面初报 {PROVINCE} 逾期未报，提示电话报告带班领导",
    ]
    timeline = room.desk.dutylog.timeline(1)
    assert [line.person for line in timeline if line.kind is LogKind.SYSTEM] == [CONSOLE] * 3


def test_next_moment_looks_beyond_the_board(room: Room) -> None:
    room.intake(casualties=Casualties(deaths=0))  # in writing within 6 hours
    board = room.desk.alarms.board()
    assert board.alarms == ()
    assert board.next_moment == MORNING + 330 * MINUTE
    room.clock.set(board.next_moment)
    assert shown(room.desk.alarms.board()) == [(PHONE, NOTICE, False)]


def test_what_is_reported_or_waived_is_silent(room: Room) -> None:
    number = severe(room)
    room.clock.advance(40 * MINUTE)
    assert len(room.desk.alarms.board().ringing) == 2
    room.report(number, PROVINCE)
    assert shown(room.desk.alarms.board()) == [(WRITTEN, OVERDUE, True)]
    room.desk.limits.waive(2, "周启明", "x")
    assert room.desk.alarms.board().alarms == ()
    assert room.desk.alarms.board().next_moment is None


def test_ringing_twice_changes_nothing(room: Room) -> None:
    severe(room)
    room.clock.advance(12 * MINUTE)
    board = room.desk.alarms.board()
    assert room.desk.alarms.record_rings(board) == 1
    head = room.desk.journal.head()
    assert room.desk.alarms.record_rings(board) == 0
    assert room.desk.alarms.record_rings(room.desk.alarms.board()) == 0
    with Desk.open(room.desk.folder.path, room.clock) as other:
        assert other.alarms.record_rings(other.alarms.board()) == 0
    assert room.desk.journal.head() == head


# -- acknowledgement -----------------------------------------------------------------------------------------------


def test_an_acknowledgement_keeps_who_and_when_and_covers_its_step_only(room: Room) -> None:
    severe(room)
    room.desk.identity.name = "郑立新"
    for minutes, step in ((11.25, WARNING), (15, DUE), (17, OVERDUE)):
        room.clock.set(MORNING + minutes * MINUTE)
        (alarm,) = room.desk.alarms.board().ringing
        assert alarm.step is step
        assert room.desk.alarms.board().loudest is step
        room.clock.advance(SECOND)
        assert room.desk.alarms.acknowledge([PHONE]) == 1
        assert room.desk.alarms.acknowledge([PHONE]) == 0
        (heard,) = room.desk.alarms.board().alarms
        assert (heard.acknowledged_by, heard.acknowledged_at) == ("郑立新", room.clock.now())
        assert not heard.ringing
        assert room.desk.alarms.board().loudest is None
    assert room.rows("alarm_acknowledgement") == 3


def test_only_what_rings_and_is_named_is_acknowledged(room: Room) -> None:
    severe(room)
    room.clock.advance(8 * MINUTE)
    assert room.desk.alarms.acknowledge([PHONE]) == 0  # a notice makes no sound
    room.clock.advance(32 * MINUTE)
    assert room.desk.alarms.acknowledge([]) == 0
    assert room.desk.alarms.acknowledge(["obligation:77"]) == 0
    assert room.desk.alarms.acknowledge([WRITTEN], " 已在写 ") == 1
    assert [alarm.item.key for alarm in room.desk.alarms.board().ringing] == [PHONE]
    assert log_texts(room)[-1] == f"书面初报 {PROVINCE}：已在写"
    assert room.desk.alarms.acknowledge([WRITTEN, PHONE]) == 1


def test_two_desks_acknowledge_at_once(room: Room) -> None:
    severe(room)
    room.clock.advance(20 * MINUTE)
    with Desk.open(room.desk.folder.path, room.clock) as other:
        other.identity.name = "另一席"
        assert other.alarms.acknowledge([PHONE]) == 1
        assert room.desk.alarms.acknowledge([PHONE]) == 0
    (alarm, *_) = [each for each in room.desk.alarms.board().alarms if each.item.key == PHONE]
    assert alarm.acknowledged_by == "另一席"


def test_telling_the_leader_is_on_record(room: Room) -> None:
    number = severe(room)
    room.clock.advance(18 * MINUTE)
    with pytest.raises(InputProblem, match="name_missing"):
        room.desk.alarms.told_leader(PHONE, "  ")
    assert room.desk.alarms.told_leader(PHONE, " 周启明 ") == 1
    assert room.desk.alarms.board().ringing == ()
    line = room.desk.dutylog.timeline(1)[-1]
    assert line.text == f"电话初报 {PROVINCE}：已电话报告带班领导周启明"
    assert line.incident_number == number


def test_telling_the_leader_is_on_record_also_after_an_acknowledgement(room: Room) -> None:
    severe(room)
    room.clock.advance(18 * MINUTE)
    room.desk.alarms.acknowledge([PHONE])
    room.clock.advance(MINUTE)
    assert room.desk.alarms.told_leader(PHONE, "周启明") == 1
    line = room.desk.dutylog.timeline(1)[-1]
    assert (line.text, line.at) == (f"电话初报 {PROVINCE}：已电话报告带班领导周启明", room.clock.now())
    assert room.rows("alarm_acknowledgement") == 1


# -- restart, kill, sleep, a set clock -----------------------------------------------------------------------------


def test_a_restart_forgets_nothing(room: Room) -> None:
    severe(room)
    room.clock.advance(16 * MINUTE)
    room.desk.alarms.record_rings(room.desk.alarms.board())
    room.desk.alarms.acknowledge([PHONE])
    before, rings = room.desk.alarms.board(), rung(room)
    room.reopen()
    assert room.desk.alarms.board() == before
    assert room.desk.alarms.record_rings(room.desk.alarms.board()) == 0
    assert rung(room) == rings == [(PHONE, "due")]
    room.clock.advance(MINUTE)
    assert shown(room.desk.alarms.board()) == [(PHONE, OVERDUE, True)]


_KILLED = """
import os, sys
from datetime import datetime, timedelta, UTC
from pathlib import Path
from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.incidents.model import Casualties, NewIncident
from duty_console.limits.model import EventClass
clock = FakeClock(datetime.fromisoformat(sys.argv[2]))
desk = Desk.open(Path(sys.argv[1]), clock)
desk.incidents.record(NewIncident(EventClass.ACCIDENT, clock.now(), casualties=Casualties(deaths=10)))
clock.advance(timedelta(minutes=16))
desk.alarms.record_rings(desk.alarms.board())
desk.alarms.acknowledge(["obligation:1"])
sys.stdout.write("rang\\n")
sys.stdout.flush()
os.kill(os.getpid(), 9)
"""


@pytest.mark.faults
def test_a_kill_forgets_nothing(room: Room) -> None:
    command = [sys.executable, "-c", _KILLED, str(room.desk.folder.path), MORNING.isoformat()]
    house = Path(__file__).resolve().parents[2]
    done = subprocess.run(command, cwd=house, capture_output=True, timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    room.clock.set(MORNING + 16 * MINUTE)
    assert shown(room.desk.alarms.board()) == [(PHONE, DUE, False)]
    assert room.desk.alarms.record_rings(room.desk.alarms.board()) == 0
    room.clock.advance(MINUTE)
    assert shown(room.desk.alarms.board()) == [(PHONE, OVERDUE, True)]


def test_after_sleep_what_fell_due_stands_there_at_once(room: Room) -> None:
    severe(room)
    boards: list[AlarmBoard] = []
    waker = room.desk.waker(boards.append)
    waker.look()
    room.clock.sleep(3 * HOUR)
    waker.look()
    assert shown(boards[-1]) == [(PHONE, OVERDUE, True), (WRITTEN, OVERDUE, True)]
    assert rung(room) == [(PHONE, "overdue"), (WRITTEN, "overdue")]
    assert "本机休眠3小时0分0秒后恢复，时限按实际时间继续计算" in log_texts(room)
    waker.look()
    assert len(rung(room)) == 2
    assert sum("休眠" in text for text in log_texts(room)) == 1


@pytest.mark.parametrize(
    ("by", "words", "steps"),
    [
        (20 * MINUTE, "系统时钟被拨快20分0秒，时限按现在时间计算", [(PHONE, OVERDUE, True), (WRITTEN, WARNING, True)]),
        (-20 * MINUTE, "系统时钟被拨慢20分0秒，时限按现在时间计算", []),
        (-2 * HOUR - SECOND, "系统时钟被拨慢2小时0分1秒，时限按现在时间计算", []),
    ],
)
def test_a_set_clock_is_written_down_and_limits_go_by_the_new_time(
    room: Room, by: timedelta, words: str, steps: list[tuple[str, AlarmStep, bool]]
) -> None:
    severe(room)
    boards: list[AlarmBoard] = []
    waker = room.desk.waker(boards.append)
    room.clock.advance(10 * MINUTE)
    waker.look()
    assert shown(boards[-1]) == [(PHONE, NOTICE, False)]
    room.clock.set(room.clock.now() + by)
    waker.look()
    assert shown(boards[-1]) == steps
    assert words in log_texts(room)
    # Absolute times: back at the old time, all stands as if nothing had been.
    room.clock.set(MORNING + 15 * MINUTE)
    waker.look()
    assert shown(boards[-1]) == [(PHONE, DUE, True)]


def test_a_clock_that_goes_right_is_no_event(room: Room) -> None:
    waker = room.desk.waker(lambda _: None)
    for step in (5 * SECOND, MINUTE, 24 * HOUR):
        room.clock.advance(step)
        waker.look()
    room.clock.set(room.clock.now() + timedelta(seconds=1.5))  # what a time server corrects every day
    waker.look()
    assert log_texts(room) == []


def test_a_jump_that_could_not_be_written_is_written_later_and_delays_no_alarm(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    severe(room)
    boards: list[AlarmBoard] = []
    waker = room.desk.waker(boards.append)
    room.clock.set(MORNING + 20 * MINUTE)

    def refused(_text: str) -> None:
        raise EnvironmentProblem("database_busy")

    monkeypatch.setattr(room.desk.dutylog, "record_clock_event", refused)
    waker.look()
    assert shown(boards[-1]) == [(PHONE, OVERDUE, True), (WRITTEN, NOTICE, False)]
    assert log_texts(room) == []
    monkeypatch.undo()
    waker.look()
    assert log_texts(room)[0] == "系统时钟被拨快20分0秒，时限按现在时间计算"
    waker.look()
    assert len([text for text in log_texts(room) if "时钟" in text]) == 1
    assert rung(room) == [(PHONE, "overdue")]


JUMPS = [
    (lambda clock: clock.advance(HOUR), []),
    (lambda clock: clock.sleep(2 * SECOND), []),
    (lambda clock: clock.sleep(3 * SECOND), [(JumpKind.SLEEP, 3.0)]),
    (lambda clock: clock.set(clock.now() + 3 * SECOND), [(JumpKind.FORWARD, 3.0)]),
    (lambda clock: clock.set(clock.now() - 3 * SECOND), [(JumpKind.BACK, -3.0)]),
    (lambda clock: clock.set(clock.now() + 2 * SECOND), []),
    (
        lambda clock: (clock.sleep(HOUR), clock.set(clock.now() - 2 * HOUR)),
        [(JumpKind.SLEEP, 3600.0), (JumpKind.BACK, -7200.0)],
    ),
]


@pytest.mark.parametrize(("event", "jumps"), JUMPS)
def test_which_clock_parted_from_which(event: object, jumps: list[tuple[JumpKind, float]]) -> None:
    clock = FakeClock(MORNING)
    watch = JumpWatch(clock)
    event(clock)  # type: ignore[operator]
    assert [(jump.kind, jump.seconds) for jump in watch.look()] == jumps
    assert watch.look() == ()


def test_jumps_in_words() -> None:
    at = datetime(2026, 10, 14, tzinfo=UTC)
    assert jump_words(ClockJump(JumpKind.FORWARD, at, 59.6)) == "系统时钟被拨快1分0秒，时限按现在时间计算"
    assert jump_words(ClockJump(JumpKind.BACK, at, -3.2)) == "系统时钟被拨慢0分3秒，时限按现在时间计算"
    assert jump_words(ClockJump(JumpKind.SLEEP, at, 90_061.0)) == "本机休眠25小时1分1秒后恢复，时限按实际时间继续计算"


def test_limits_that_ended_before_the_call_came(room: Room) -> None:
    """Told two hours after it happened: both limits are over already, and that is shown at once."""
    told = room.intake(occurred_at=MORNING - 2 * HOUR, casualties=Casualties(deaths=10))
    assert len(told.obligations) == 2
    assert shown(room.desk.alarms.board()) == [(PHONE, OVERDUE, True), (WRITTEN, OVERDUE, True)]
    outcome = room.report(told.incident.number, PROVINCE, Channel.WRITTEN)
    assert outcome.late[0].late_seconds == 85 * 60
    assert room.intake(EventClass.SOCIAL_SECURITY).obligations == ()
