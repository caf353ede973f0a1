"""The first hour: the room described, persons entered, the month typed into the roster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.people.page import PeoplePage
from ui.people.person_form import PersonForm
from ui.roster.page import RosterPage
from ui.tour.cast import LEADERS, OFFICERS, OTHERS, PREFIX, REGION, ROOM, ROOM_PHONE
from ui.tour.stage import NARROW, WIDE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtCore import QModelIndex

    from ui.tour.acts import Acts
    from ui.tour.cast import Member
    from ui.tour.doors import Doors
    from ui.tour.stage import Stage

LAST_TYPED, ILL = 31, 27
"""Days of the month: the last one entered, and the one whose deputy is ill, so that a gap stands."""


class Opening:
    """From an empty folder to a roster for the rest of the month."""

    def __init__(self, stage: Stage, acts: Acts, doors: Doors) -> None:
        self._stage = stage
        self._acts = acts
        self._doors = doors

    def first_start(self) -> None:
        """An empty folder: name, level and region of the room."""
        stage = self._stage
        welcome = self._doors.welcome()
        stage.show(welcome, NARROW)
        stage.fill(welcome.form.name, ROOM)
        stage.fill(welcome.form.phone, ROOM_PHONE)
        stage.fill(welcome.form.prefix, PREFIX)
        stage.tab_to(welcome.rules.choices[""])
        while welcome.rules.region() != REGION:
            stage.press(Qt.Key.Key_Down)
        stage.tab_to(welcome.form.name)
        stage.snap("first-start")
        completed: list[bool] = []
        welcome.completed.connect(lambda: completed.append(True))
        stage.press(Qt.Key.Key_Return)
        stage.settle()
        if not completed:
            raise RuntimeError("the first start did not come to its end")
        welcome.hide()
        stage.show_window(self._doors.console(), WIDE)
        welcome.deleteLater()

    # -- the directory -------------------------------------------------------------------------------------------

    def enter_people(self) -> None:
        """Ctrl+N for each person. Whoever serves is rung at once; the others another day."""
        self._stage.ctrl(Qt.Key.Key_5)
        for member in (*LEADERS, *OFFICERS, *OTHERS):
            self._enter(member)
            if member.initials:
                self._stage.push(self._form().verify)
            self._stage.pass_time(minutes=1)

    def _form(self) -> PersonForm:
        form = self._acts.page("people", PeoplePage).persons.form
        if not isinstance(form, PersonForm):
            raise RuntimeError("the directory has no form for persons")
        return form

    def _enter(self, member: Member) -> None:
        stage, form = self._stage, self._form()
        stage.ctrl(Qt.Key.Key_N)
        if not stage.is_at(form.name):
            raise RuntimeError("Ctrl+N opened no empty form")
        stage.write(member.name)
        stage.fill(form.unit, member.unit)
        stage.fill(form.title, member.title)
        stage.fill(form.phone, member.phone)
        if member.leader:
            stage.push(form.leader)
        if member is LEADERS[-1]:
            stage.snap("person-form", beside=True)
        stage.ctrl(Qt.Key.Key_Return)
        if form.person is None or form.person.name != member.name:
            raise RuntimeError(f"{member.name} was not saved")

    # -- the roster ----------------------------------------------------------------------------------------------

    def fill_roster(self, first: date) -> None:
        """Names down the columns, by initials; the leaders' turn of eight days is filled forward; one cell cleared."""
        stage, page = self._stage, self._acts.page("roster", RosterPage)
        stage.ctrl(Qt.Key.Key_3)
        stage.tab_to(page.grid)
        days = LAST_TYPED - first.day + 1
        pairs = [(OFFICERS[at], OFFICERS[at + 1]) for at in range(0, len(OFFICERS), 2)]
        self._type_down(first, 0, LEADERS)
        for place in (0, 1):
            column = [pairs[day % len(pairs)][(place + day // len(pairs)) % 2] for day in range(days)]
            self._type_down(first, 1 + place, column)
            stage.pass_time(minutes=6)
        self._fill_leaders_forward(first)
        stage.pass_time(minutes=6)
        self._go_to(first.replace(day=ILL), 2)
        stage.press(Qt.Key.Key_Delete)
        stage.ctrl(Qt.Key.Key_T)

    def _cell(self) -> QModelIndex:
        return self._acts.page("roster", RosterPage).grid.currentIndex()

    def _go_to(self, day: date, post: int) -> None:
        """Walk the grid's cursor to a day and the post of this place by the arrows."""
        stage, page = self._stage, self._acts.page("roster", RosterPage)
        row, column = page.model.first_row_of(day), page.model.first_post_column() + post
        if row is None:
            raise RuntimeError(f"the roster does not show {day}")
        stage.tab_to(page.grid)
        for key, steps in (
            (Qt.Key.Key_Down, row - self._cell().row()),
            (Qt.Key.Key_Up, self._cell().row() - row),
            (Qt.Key.Key_Right, column - self._cell().column()),
            (Qt.Key.Key_Left, self._cell().column() - column),
        ):
            for _step in range(steps):
                stage.press(key)
        if (self._cell().row(), self._cell().column()) != (row, column):
            raise RuntimeError(f"the arrows do not reach {day}")

    def _type_down(self, first: date, post: int, members: Sequence[Member]) -> None:
        """Enter takes the person on offer and goes one day down."""
        stage, page = self._stage, self._acts.page("roster", RosterPage)
        self._go_to(first, post)
        for member in members:
            row, column = self._cell().row(), self._cell().column()
            stage.write(member.initials)
            if member is OFFICERS[4] and post == 1 and page.model.row(row).shift.date.day < first.day + len(OFFICERS):
                stage.snap("roster-typing", beside=True)
            stage.press(Qt.Key.Key_Return)
            if page.model.names(row, column) != member.name:
                raise RuntimeError(f"{member.initials} entered {page.model.names(row, column)!r}")

    def _fill_leaders_forward(self, first: date) -> None:
        """Mark the eight days, “Fill forward”, Enter: the rest of the month is offered."""
        stage, page = self._stage, self._acts.page("roster", RosterPage)
        self._go_to(first, 0)
        for _day in LEADERS[1:]:
            stage.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        stage.push(page.fill_button, back=True)
        stage.snap("roster-fill", beside=True)
        stage.press(Qt.Key.Key_Return)
        if page.filling.bar.isVisible():
            raise RuntimeError(page.filling.bar.problem() or "nothing was filled")
