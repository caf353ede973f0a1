"""How late an alarm fires with 10,000 obligations pending while another process writes incidents without pause."""

from __future__ import annotations

import multiprocessing
import tempfile
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from duty_console.alarms.model import AlarmBoard, AlarmStep
from duty_console.alarms.rules import moments
from duty_console.database.engine import UseCase
from duty_console.desk import Desk
from duty_console.incidents.model import NewIncident
from duty_console.journal.recorder import insert_rows
from duty_console.limits.model import Channel, ClockStart, EventClass, ReportKind
from duty_console.limits.tables import ObligationRow
from tests.bench.table import Measure

if TYPE_CHECKING:
    from multiprocessing.synchronize import Event

PENDING = 10_000
TIMES = 5


def rows() -> list[Measure]:
    """Fire five limits three seconds apart, watch when the board says so; the promise is 0.2 s."""
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder, Desk.open(Path(folder)) as desk:
        number = desk.incidents.record(NewIncident(EventClass.SOCIAL_SECURITY, desk.clock.now())).incident
        dues = _fill(desk, number.id, number.number)
        stop = context.Event()
        writer = context.Process(target=_write, args=(folder, stop))
        writer.start()
        late = _watch(desk, dues)
        stop.set()
        writer.join(30)
    worst = max(late)
    return [
        Measure(
            "an alarm after its time, 10,000 pending, another writes", worst * 1000, 200, "ms", "≤ 200 ms", worst <= 0.2
        )
    ]


def _fill(desk: Desk, incident_id: int, number: str) -> list[datetime]:
    now = desk.clock.now()
    dues = [now + timedelta(seconds=12 + 3 * each) for each in range(TIMES)]
    later = [now + timedelta(minutes=40, seconds=each) for each in range(PENDING - TIMES)]
    made = [_row(at + 1, incident_id, number, due) for at, due in enumerate([*dues, *later])]
    with desk.database.connection(writing=True) as connection:
        case = UseCase("bench", desk.identity, desk.clock)
        insert_rows(connection, case, ObligationRow, made, [(now, "bench")] * len(made))
    return dues


def _row(row_id: int, incident_id: int, number: str, due: datetime) -> dict[str, object]:
    return {
        "id": row_id + 100,
        "incident_id": incident_id,
        "incident_number": number,
        "rule_id": "bench",
        "kind": ReportKind.INITIAL,
        "channel": Channel.PHONE,
        "recipient": "市政府总值班室",
        "clock": ClockStart.RECEIVED,
        "starts_at": due - timedelta(hours=2),
        "due_at": due,
        "source": "",
        "note": "",
        "verified": True,
        "sequence": 0,
        "report_id": None,
        "settled_at": None,
        "late_seconds": None,
        "late_reason": "",
        "waived_at": None,
        "waived_by": "",
        "waived_reason": "",
    }


def _watch(desk: Desk, dues: list[datetime]) -> list[float]:
    seen: dict[datetime, float] = {}
    complete = threading.Event()

    def on_board(board: AlarmBoard) -> None:
        heard = datetime.now(UTC)
        for alarm in board.alarms:
            begins = moments(alarm.item, desk.alarms.policy)[AlarmStep.DUE]
            if alarm.step is AlarmStep.DUE and begins in dues and begins not in seen:
                seen[begins] = (heard - begins).total_seconds()
        if len(seen) == len(dues):
            complete.set()

    waker = desk.waker(on_board)
    waker.start()
    complete.wait(60)
    waker.stop()
    return [seen.get(due, 60.0) for due in dues]


def _write(folder: str, stop: Event) -> None:
    with Desk.open(Path(folder)) as desk:
        while not stop.is_set():
            desk.incidents.record(
                NewIncident(EventClass.ACCIDENT, desk.clock.now(), summary="并发写入", place="云河大道")
            )
