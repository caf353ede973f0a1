"""A small duty room with people, rules and a clock that moves only when told: what the tests of the pages stand on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.incidents.model import Casualties, NewIncident
from duty_console.limits.model import EventClass, RoomLevel
from duty_console.people.model import PersonEntry
from duty_console.room.model import DutyRoom
from ui.workbench import Workbench

if TYPE_CHECKING:
    from pathlib import Path

    from ui.jobs import Jobs

ZONE = ZoneInfo("Asia/Shanghai")
LEADER, OFFICER, DEPUTY = "周启明", "林晓舟", "陈以宁"


def at(hour: int, minute: int = 0, second: int = 0, day: int = 14) -> datetime:
    """A moment of October 2026 by the room's clock."""
    return datetime(2026, 10, day, hour, minute, second, tzinfo=ZONE)


def open_desk(folder: Path, now: datetime) -> tuple[Desk, FakeClock]:
    """A district's room with one shift staffed, by the national and the Tangshan rules (30 and 60 minutes)."""
    clock = FakeClock(at(7, day=1))
    desk = Desk.open(folder, clock=clock)
    desk.identity.name = OFFICER
    desk.room.describe(DutyRoom("云河区应急值守中心", RoomLevel.COUNTY.value, ("national", "tangshan")))
    desk.limits.choose_presets(["national", "tangshan"])
    desk.roster.set_up_defaults(date(2026, 10, 1))
    persons = [
        desk.people.add_person(PersonEntry(name, title=title, phone=phone, leader=leads))
        for name, title, phone, leads in (
            (LEADER, "副区长", "138 0000 0001", True),
            (OFFICER, "", "138 0000 0012", False),
            (DEPUTY, "", "138 0000 0013", False),
        )
    ]
    for post, person in zip(desk.roster.posts(), persons, strict=True):
        for day in (13, 14):
            desk.roster.assign(date(2026, 10, day), "全天班", post.id, [person.id])
    clock.set(now)
    return desk, clock


@dataclass
class Room:
    """A desk with its workbench and what the workbench was asked for."""

    desk: Desk
    clock: FakeClock
    bench: Workbench
    notes: list[str] = field(default_factory=list)
    problems: list[object] = field(default_factory=list)

    @classmethod
    def open(cls, folder: Path, jobs: Jobs, now: datetime) -> Room:
        """Open it; changes reach the workbench as in the window."""
        desk, clock = open_desk(folder, now)
        room = cls(desk, clock, Workbench(clock, ZONE, jobs, jobs))
        room.bench.noted.connect(room.notes.append)
        room.bench.problem_met.connect(room.problems.append)
        desk.changes.subscribe(room.bench.changed.emit)
        return room

    def settle(self) -> None:
        """Let every job report, and those that they start; then let the widgets take their places."""
        for _ in range(3):
            assert self.bench.jobs.wait_idle(10_000)
            QApplication.processEvents()

    def fire(self, now: datetime, *, title: str = "恒源铸件厂2号车间起火", deaths: int | None = None) -> str:
        """Record a fire received `now`; return its number."""
        self.clock.set(now)
        new = NewIncident(
            EventClass.ACCIDENT, now, "火灾", title, now, "青石镇", "青石镇政府", casualties=Casualties(deaths=deaths)
        )
        return self.desk.incidents.record(new).incident.number

    def tick(self, now: datetime) -> None:
        """Move the clock and tell everyone, as the window does every second."""
        self.clock.set(now)
        self.bench.ticked.emit(self.clock.now())
        self.bench.board_changed.emit(self.desk.alarms.board())
        self.settle()


def window_with(widget: QWidget, width: int = 1300, height: int = 800) -> tuple[QWidget, QLineEdit]:
    """A window with a field of another page beside the widget under test."""
    window, elsewhere = QWidget(), QLineEdit()
    row = QHBoxLayout(window)
    row.addWidget(elsewhere, 1)
    row.addWidget(widget, 5 if widget.sizePolicy().horizontalPolicy() != widget.sizePolicy().Policy.Fixed else 0)
    window.resize(width, height)
    return window, elsewhere
