"""A duty room with a roster page in front of it: what the tests of the panels stand on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.people.model import Person, PersonEntry
from duty_console.roster.model import CellEntry
from duty_console.roster.rotation.model import Member
from tests.ui.roster_desk import services_of
from ui.roster.page import RosterPage
from ui.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ui.jobs import Jobs

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 10, 14, 10, 26, tzinfo=ZONE)
WHOLE = "全天班"
LEADERS = ("周启明", "沈若谷", "梁文渊", "方立新")
OFFICERS = ("林晓舟", "陈以宁", "苏映雪", "马思齐", "谢安然", "罗景行")


def at(hour: int, minute: int = 0, day: int = 14) -> datetime:
    """A moment of October 2026 by the room's clock."""
    return datetime(2026, 10, day, hour, minute, tzinfo=ZONE)


@dataclass
class RosterRoom:
    """Three posts from October on, four leaders, six officers, nobody on duty yet."""

    desk: Desk
    clock: FakeClock
    bench: Workbench
    jobs: Jobs
    persons: dict[str, Person]
    notes: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    papers: list[tuple[Any, str]] = field(default_factory=list)
    page: RosterPage | None = None

    @classmethod
    def open(cls, folder: Path, jobs: Jobs) -> RosterRoom:
        """Open it; changes reach the workbench as in the window."""
        clock = FakeClock(at(7, day=1))
        desk = Desk.open(folder, clock=clock)
        desk.identity.name = "林晓舟"
        desk.roster.set_up_defaults(date(2026, 10, 1))
        persons: dict[str, Person] = {}
        for number, name in enumerate((*LEADERS, *OFFICERS), 1):
            leads = name in LEADERS
            entry = PersonEntry(name, title="副区长" if leads else "科员", phone=f"138 0000 {number:04}", leader=leads)
            persons[name] = desk.people.add_person(entry)
        clock.set(NOW)
        room = cls(desk, clock, Workbench(clock, ZONE, jobs, jobs), jobs, persons)
        room.bench.noted.connect(room.notes.append)
        room.bench.page_requested.connect(room.requests.append)
        room.bench.paper_requested.connect(lambda make, name: room.papers.append((make, name)))
        desk.changes.subscribe(room.bench.changed.emit)
        return room

    def close(self) -> None:
        """End it."""
        if self.page is not None:
            self.page.close()
            self.page.deleteLater()
        self.settle()
        self.desk.close()

    def settle(self) -> None:
        """Let every job report, and those that they start."""
        for _ in range(4):
            assert self.jobs.wait_idle(20_000)
            QApplication.processEvents()

    def panel(self, key: str) -> Any:
        """Open a panel of the page as its menu does."""
        if self.page is None:
            self.page = RosterPage(services_of(self.desk), self.bench)
            self.page.resize(1294, 696)
            self.page.show()
            self.page.activateWindow()
            self.settle()
        panel = self.page.open_panel(key)
        self.settle()
        return panel

    def tick(self, now: datetime) -> None:
        """Move the clock and tell everyone."""
        self.clock.set(now)
        self.bench.ticked.emit(self.clock.now())
        self.settle()

    # -- the roster -----------------------------------------------------------------------------

    def id(self, name: str) -> int:
        """Whose."""
        return self.persons[name].id

    @property
    def posts(self) -> list[int]:
        """Leader, primary, deputy."""
        return [post.id for post in self.desk.roster.posts()]

    def put(self, day: int, *names: str, reason: str | None = None) -> None:
        """Put persons on leader, primary and deputy of a day of October; empty text leaves the post empty."""
        entries = [
            CellEntry(date(2026, 10, day), WHOLE, post, (self.id(name),))
            for post, name in zip(self.posts, names, strict=False)
            if name
        ]
        self.desk.roster.assign_all(entries, reason)

    def fill(self, first: int = 14, days: int = 7, reason: str | None = None) -> None:
        """Staff every post of some days in turn."""
        for number in range(days):
            officers = OFFICERS[(2 * number) % 6], OFFICERS[(2 * number + 1) % 6]
            self.put(first + number, LEADERS[number % 4], *officers, reason=reason)

    def allow_everybody(self) -> None:
        """Lists for all posts, so that planning has whom to ask."""
        leader, *others = self.posts
        self.list_for(leader, LEADERS)
        for post in others:
            self.list_for(post, OFFICERS)

    def list_for(self, post_id: int, names: Sequence[str]) -> None:
        """The allowed list of a post."""
        self.desk.rotation.set_members(post_id, [Member(post_id, self.id(name)) for name in names])

    def names(self, day: int, post: int = 0) -> list[str]:
        """Who stands at a post of a day of October."""
        when = date(2026, 10, day)
        row = next(row for row in self.desk.roster.span(when, when).rows if row.shift.date == when)
        return [person.name for person in row.cells[post].persons]
