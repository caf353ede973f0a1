"""The left of the roster: the grid of a month or week, one person's list, or what to do first where nothing is yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from ui.roster.grid import MonthGrid
from ui.roster.month_model import MonthModel
from ui.roster.person_view import PersonView
from ui.roster.shown import View
from ui.widgets import EmptyState, Translated

if TYPE_CHECKING:
    from ui.roster.context import PageContext
    from ui.roster.reading import RosterReading


class RosterBoard(Translated, QWidget):
    """`people_wanted` and `posts_wanted` are the first steps of a room that has none."""

    people_wanted = Signal()
    posts_wanted = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = MonthModel(self)
        self.grid = MonthGrid(self.model)
        self.person_view = PersonView(context)
        frame = QFrame()
        frame.setProperty("part", "table")
        self._stack = QStackedLayout(frame)
        self._stack.setContentsMargins(1, 1, 1, 1)
        self._empty = EmptyState("", icon="calendar-days")
        self._empty.acted.connect(self._on_acted)
        self._lacks = ""
        self._reading: RosterReading | None = None
        for widget in (QWidget(), self.grid, self._empty):
            self._stack.addWidget(widget)
        self._views = QStackedLayout(self)
        self._views.setContentsMargins(0, 0, 0, 0)
        self._views.addWidget(frame)
        self._views.addWidget(self.person_view)

    def retranslate(self) -> None:
        self.grid.setAccessibleName(self.tr("Roster"))
        self.model.retranslate()
        self.grid.fit()
        if self._reading is not None:
            self.show_reading(self._reading)

    def show_view(self, view: View) -> None:
        """Month, week or person."""
        self.grid.set_tall(view is View.WEEK)
        self._views.setCurrentIndex(1 if view is View.PERSON else 0)

    def show_reading(self, reading: RosterReading) -> bool:
        """Show the grid, or the first step where there is nobody or no post; return whether it is the grid."""
        self._reading = reading
        table = reading.table
        anybody = bool(reading.persons) or any(cell.persons for row in table.rows for cell in row.cells)
        self._lacks = "" if anybody and table.posts else "posts" if anybody else "people"
        self._stack.setCurrentWidget(self._empty if self._lacks else self.grid)
        if self._lacks == "people":
            self._empty.set(
                self.tr("Nobody can be put on duty yet"),
                detail=self.tr("The roster takes its persons and their phones from the directory."),
                action=self.tr("Register persons in the directory first"),
            )
        elif self._lacks:
            self._empty.set(
                self.tr("There are no posts in these dates"),
                detail=self.tr("A shift usually has a leader on duty, a primary and a deputy officer."),
                action=self.tr("Set up these three posts") if not reading.has_posts else "",
            )
        return not self._lacks

    def _on_acted(self) -> None:
        if self._lacks == "people":
            self.people_wanted.emit()
        else:
            self.posts_wanted.emit()
