"""The desk that the tests of the incident page sit at: a county with two limits for each accident, and a fire."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.dutylog.model import LogKind
from duty_console.dutylog.service import append
from duty_console.incidents.model import Casualties, IncidentState, IntakeChannel, NewIncident
from duty_console.incidents.tables import IncidentRow
from duty_console.limits.model import EventClass, Grade
from duty_console.room.model import DutyRoom
from ui.incidents.page import IncidentsPage
from ui.workbench import Workbench

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.incidents.incident_view import IncidentView
    from ui.jobs import Jobs

ZONE = ZoneInfo("Asia/Shanghai")
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
RECEIVED = datetime(2026, 10, 14, 2, 38, tzinfo=ZONE).astimezone(UTC)
OCCURRED = RECEIVED - timedelta(minutes=7)


@dataclass(slots=True)
class Room:
    """A desk with its page on screen."""

    desk: Desk
    clock: FakeClock
    bench: Workbench
    page: IncidentsPage
    jobs: Jobs
    qtbot: QtBot

    @property
    def view(self) -> IncidentView:
        """The page of one incident."""
        return self.page.view

    def settle(self) -> None:
        """Let every job report and every change be shown."""
        for _ in range(4):
            assert self.jobs.wait_idle()
            self.qtbot.wait(1)

    def pass_time(self, minutes: float) -> None:
        """Let time go by, as the frame's ticks tell it."""
        self.bench.ticked.emit(self.clock.advance(timedelta(minutes=minutes)))

    def fire(self, **facts: object) -> str:
        """Take down a fire in a foundry and return its number."""
        values: dict[str, object] = {
            "type": "火灾",
            "title": "恒源铸件厂 2 号车间火灾",
            "occurred_at": OCCURRED,
            "place": "工业北路 8 号",
            "source_unit": "青石镇值班室",
            "caller": "董文博",
            "casualties": Casualties(deaths=0, serious_injuries=1, minor_injuries=2),
            "summary": "2 号车间起火",
        }
        new = NewIncident(EventClass.ACCIDENT, RECEIVED, **{**values, **facts})  # type: ignore[arg-type]
        return self.desk.incidents.record(new).incident.number

    def open(self, number: str) -> None:
        """Open an incident's page."""
        self.page.show_incident(number)
        self.settle()

    def lines(self, number: str) -> list[tuple[LogKind, str]]:
        """What the timeline of an incident holds in the database."""
        incident = self.desk.incidents.card(number).incident
        return [(entry.kind, entry.text) for entry in self.desk.dutylog.timeline(incident.id)]

    def many_lines(self, number: str, count: int) -> None:
        """Fill a timeline."""
        incident = self.desk.incidents.card(number).incident
        with self.desk.database.write("fill") as session:
            for each in range(count):
                kind = LogKind.SCENE if each % 2 else LogKind.INCOMING_CALL
                text = f"第 {each} 条：" + "消防继续出水降温，现场秩序正常。" * (1 + each % 4)
                at = RECEIVED + timedelta(seconds=each)
                append(session, self.desk.database, kind, text, at, (incident.id, number))

    def many_incidents(self, count: int) -> None:
        """Fill the list: every third closed, classes and grades in turn."""
        with self.desk.database.write("fill") as session:
            session.add_all(_row(each) for each in range(count))


def _row(each: int) -> IncidentRow:
    received = RECEIVED - timedelta(days=400) + timedelta(minutes=each)
    grades = (Grade.ORDINARY, Grade.MAJOR, Grade.SEVERE, Grade.EXTREME, None)
    return IncidentRow(
        number=f"20250901-{each:04d}",
        state=IncidentState.CLOSED if each % 3 == 0 else IncidentState.OPEN,
        event_class=tuple(EventClass)[each % 4],
        type="",
        title=f"第 {each} 起 柳湾村积水" if each % 100 == 7 else f"第 {each} 起 路灯故障",
        received_at=received,
        occurred_at=None,
        place=f"云溪街道 {each} 号",
        source_unit="云溪街道值班室",
        caller="",
        caller_post="",
        caller_phone="",
        channel=IntakeChannel.PHONE,
        grade=grades[each % 5],
        grade_basis="",
        classified_at=None,
        summary="",
        measures="",
        already_told="",
        recorder="t",
        recorded_at=received,
        closed_reason="",
    )


def open_room(folder: Path, jobs: Jobs, qtbot: QtBot, *, at: datetime = RECEIVED + timedelta(minutes=2)) -> Room:
    """Open a desk in a folder and show its incidents page."""
    clock = FakeClock(at)
    desk = Desk.open(folder, clock=clock)
    desk.room.describe(DutyRoom("云河区政府总值班室", "county", ("national", "tangshan")))
    desk.limits.choose_presets(("national", "tangshan"))
    bench = Workbench(clock, ZONE, jobs)
    desk.changes.subscribe(bench.changed.emit)
    page = IncidentsPage(desk.incidents, desk.dutylog, desk.reports, desk.limits, bench)
    qtbot.addWidget(page)
    page.resize(1294, 696)
    page.show()
    room = Room(desk, clock, bench, page, jobs, qtbot)
    room.settle()
    return room


def press(room: Room, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(room.page.window().focusWidget() or room.page, key, modifier)
    room.settle()


def told(room: Room) -> list[list[str]]:
    """The report table as it is on screen."""
    model = room.view.reports.table.table
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
