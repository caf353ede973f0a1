"""What a panel of the roster knows of the page that it stands in: the dates shown, the chosen cell, who there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.roster.names import PersonBook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from duty_console.roster.model import MonthCell, MonthTable, Post, Shift
    from ui.roster.entering import Step
    from ui.roster.services import RosterServices
    from ui.workbench import Workbench

CellKey = tuple["date", str, int]
"""A cell wherever it is shown: date and name of its shift, id of its post."""


@dataclass(frozen=True, slots=True)
class ChosenCell:
    """The cell under the cursor; `person_id` is the one meant where it holds persons: the first, or the one clicked."""

    shift: Shift
    post: Post
    cell: MonthCell
    person_id: int | None = None

    @property
    def key(self) -> CellKey:
        """Where it is."""
        return self.shift.date, self.shift.name, self.post.id


@dataclass(frozen=True, slots=True)
class CellMark:
    """A finding shown in the grid, as the check gives them: an icon in a tone; `words` when the mouse rests on it."""

    icon: str
    tone: str
    words: str


class PageContext(QObject):
    """Given to every panel when it is made.

    `chosen_changed` when the cursor moves (read `chosen`), `changed` when the page has read its dates again (read
    `shown`, `table`, `persons`).
    """

    chosen_changed = Signal()
    changed = Signal()
    panel_requested = Signal(str)
    place_requested = Signal(object)
    remembered = Signal(object)
    marks_changed = Signal()
    picked = Signal(object)
    picking_changed = Signal(bool)

    def __init__(self, services: RosterServices, bench: Workbench, first: date, last: date, parent: QObject) -> None:
        super().__init__(parent)
        self.services, self.bench = services, bench
        self.shown: tuple[date, date] = (first, last)
        """First and last date on screen."""
        self.table: MonthTable | None = None
        """What is on screen; None before the first reading."""
        self.persons = PersonBook()
        """Everybody who can be put on duty: for looking up what is typed."""
        self.chosen: ChosenCell | None = None
        self.marks: Mapping[CellKey, CellMark] = {}
        self.picking = False

    # -- what a panel may ask of the page -----------------------------------------------------------

    def open_panel(self, key: str) -> None:
        """Put another panel in place of this one; what was typed here stays."""
        self.panel_requested.emit(key)

    def go_to(self, day: date, slot: str, post_id: int) -> None:
        """Show the date and put the cursor on a cell of it."""
        self.place_requested.emit((day, slot, post_id))

    def remember(self, step: Step) -> None:
        """A panel has stored something: Ctrl+Z of the page takes it back."""
        self.remembered.emit(step)

    def set_marks(self, marks: Mapping[CellKey, CellMark]) -> None:
        """Show findings in the grid, in place of those before; none takes them away."""
        self.marks = marks
        self.marks_changed.emit()

    def pick(self, wanted: bool) -> None:
        """While wanted, a click or Enter on a cell does not edit it but gives it: `picked(ChosenCell)`."""
        if wanted != self.picking:
            self.picking = wanted
            self.picking_changed.emit(wanted)

    # -- what the page tells ------------------------------------------------------------------------

    def set_read(self, first: date, last: date, table: MonthTable, persons: PersonBook) -> None:
        """The page has read again."""
        self.shown, self.table, self.persons = (first, last), table, persons
        self.changed.emit()

    def set_chosen(self, chosen: ChosenCell | None) -> None:
        """The cursor stands elsewhere."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.chosen_changed.emit()
