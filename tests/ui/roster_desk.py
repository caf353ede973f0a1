"""What the tests of the roster's page and panels share: a staffed October 2026, the page open over it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.people.model import PersonEntry
from duty_console.roster.model import AssignmentSource, CellEntry, Why
from ui.roster.cell_drag import mime_of
from ui.roster.drops import Dragged
from ui.roster.page import RosterPage
from ui.roster.services import RosterServices
from ui.workbench import Workbench

if TYPE_CHECKING:
    from pathlib import Path

    from duty_console.people.model import Person
    from ui.jobs import Jobs

BEIJING = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 10, 14, 10, 26, tzinfo=BEIJING)
WHOLE = "全天班"
LEADERS = ("沈若谷", "周启明", "顾怀远")
OFFICERS = ("高子墨", "苏映雪", "罗景行", "林晓舟", "何雨桐", "马思齐")


def services_of(desk: Desk) -> RosterServices:
    """The services of a desk, as the window hands them to the page."""
    return RosterServices(
        desk.roster,
        desk.people,
        rotation=lambda: desk.rotation,
        substitution=lambda: desk.substitution,
        attendance=lambda: desk.attendance,
        files=lambda: desk.roster_files,
    )


def at(day: int, hour: int) -> datetime:
    """A moment of October 2026 by the room's clock."""
    return datetime(2026, 10, day, hour, tzinfo=BEIJING)


@dataclass
class RosterDesk:
    """A desk whose posts are filled all October: leaders in turn, officers in turn; and the page over it."""

    desk: Desk
    clock: FakeClock
    bench: Workbench
    page: RosterPage
    persons: dict[str, Person]

    @classmethod
    def open(cls, folder: Path, jobs: Jobs, now: datetime = NOW, size: tuple[int, int] = (1500, 900)) -> RosterDesk:
        """Staff the room and show the page."""
        clock = FakeClock(datetime(2026, 9, 20, 9, tzinfo=BEIJING))
        desk = Desk.open(folder, clock)
        desk.identity.name = "林晓舟"
        desk.roster.set_up_defaults(date(2026, 9, 1))
        persons = {
            name: desk.people.add_person(
                PersonEntry(name, title="科员", phone=f"138 0000 {number:04}", leader=name in LEADERS)
            )
            for number, name in enumerate((*LEADERS, *OFFICERS), 1)
        }
        _staff(desk, persons)
        clock.set(now)
        bench = Workbench(clock, BEIJING, jobs, jobs)
        desk.changes.subscribe(bench.changed.emit)
        page = RosterPage(services_of(desk), bench)
        page.resize(*size)
        page.show()
        page.grid.setFocus()
        opened = cls(desk, clock, bench, page, persons)
        opened.settle()
        return opened

    def close(self) -> None:
        """Take everything down."""
        self.settle()
        self.page.close()
        self.page.deleteLater()
        self.desk.close()

    def settle(self) -> None:
        """Let every job report, and those that they start."""
        for _ in range(4):
            assert self.bench.jobs.wait_idle(10_000)
            QApplication.processEvents()

    # -- looking --------------------------------------------------------------------------------

    def post(self, number: int) -> int:
        """The id of 0 带班领导, 1 主班, 2 副班."""
        return self.desk.roster.posts()[number].id

    def key(self, day: int, post: int) -> tuple[date, str, int]:
        """Where a cell of October is."""
        return date(2026, 10, day), WHOLE, self.post(post)

    def place(self, day: int, post: int) -> tuple[int, int]:
        """Row and column of a cell on screen."""
        place = self.page.model.place_of(*self.key(day, post))
        assert place is not None
        return place

    def text(self, day: int, post: int) -> str:
        """What a cell says."""
        return self.page.model.text(*self.place(day, post))

    def stored(self, day: int, post: int) -> list[str]:
        """Who is planned in a cell by the database."""
        row = next(row for row in self.desk.roster.month(2026, 10).rows if row.shift.date.day == day)
        return [person.name for person in row.cells[post].persons]

    def centre(self, day: int, post: int) -> QPoint:
        """The middle of a cell in the grid's viewport."""
        grid = self.page.grid
        index = self.page.model.index(*self.place(day, post))
        grid.scrollTo(index)
        return grid.visualRect(index).center()

    def go_to(self, day: int, post: int) -> None:
        """Put the cursor on a cell."""
        self.page.grid.go_to(*self.place(day, post))

    # -- dragging -------------------------------------------------------------------------------

    def drag(self, name: str, start: tuple[int, int] | None, end: tuple[int, int], *, copy: bool = False) -> str:
        """Carry a person over the grid and let go; return what the mark said before that."""
        origin = self.key(*start) if start is not None else None
        mime = mime_of(Dragged(self.persons[name].id, name, origin))
        spot, grid = self.centre(*end), self.page.grid
        keys = Qt.KeyboardModifier.ControlModifier if copy else Qt.KeyboardModifier.NoModifier
        actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
        left = Qt.MouseButton.LeftButton
        grid.dragEnterEvent(QDragEnterEvent(spot, actions, mime, left, keys))
        grid.dragMoveEvent(QDragMoveEvent(spot, actions, mime, left, keys))
        said = grid.drag.words()
        grid.dropEvent(QDropEvent(QPointF(spot), actions, mime, left, keys))
        self.settle()
        return said


def _staff(desk: Desk, persons: dict[str, Person]) -> None:
    posts = [post.id for post in desk.roster.posts()]
    entries: list[CellEntry] = []
    for number in range(31):
        day = date(2026, 10, 1) + timedelta(number)
        names = (LEADERS[number % 3], OFFICERS[number % 6], OFFICERS[(number + 3) % 6])
        entries += [CellEntry(day, WHOLE, post, (persons[name].id,)) for post, name in zip(posts, names, strict=True)]
    why = Why("queue", {"day_type": "workday", "count": 2, "carried": 1, "rank": 1, "of": 4})
    planned = [CellEntry(each.shift_date, WHOLE, each.post_id, each.person_ids, (why,)) for each in entries[60:]]
    desk.roster.assign_all(entries[:60])
    desk.roster.assign_all(planned, source=AssignmentSource.PLAN)
