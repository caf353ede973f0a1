"""What is done in the grid's cells: entered, cleared, dropped, chosen, picked; and the menu over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, Qt, Signal

from duty_console.roster.model import CellEntry, Post
from ui.roster.cell_menu import cell_menu
from ui.roster.context import ChosenCell
from ui.roster.why_words import why_words

if TYPE_CHECKING:
    from ui.roster.board import RosterBoard
    from ui.roster.chosen_panel import ChosenPanel
    from ui.roster.context import PageContext
    from ui.roster.drops import Drop
    from ui.roster.editing import Editing
    from ui.widgets import Banner


class CellActs(QObject):
    """`person_wanted(id)` for all shifts of somebody."""

    person_wanted = Signal(int)

    def __init__(
        self, context: PageContext, board: RosterBoard, chosen: ChosenPanel, editing: Editing, banner: Banner
    ) -> None:
        super().__init__(board)
        self._context, self._editing, self._banner, self._described = context, editing, banner, chosen
        self._model, self._grid, self._board = board.model, board.grid, board
        grid = board.grid
        grid.entered.connect(self._on_entered)
        grid.cleared.connect(self._on_cleared)
        grid.dropped.connect(self._on_dropped)
        grid.refused.connect(lambda sentence: banner.show_message(sentence, tone="amber"))
        grid.chosen.connect(self.describe)
        grid.menu_wanted.connect(self._open_menu)
        grid.picked.connect(self._on_picked)
        grid.pick_cancelled.connect(lambda: context.pick(False))
        context.picking_changed.connect(self._on_picking)
        context.marks_changed.connect(lambda: self._model.set_marks(context.marks))
        editing.given_up.connect(self._on_given_up)

    # -- entering -------------------------------------------------------------------------------

    def _entry(self, row: int, column: int, person_ids: tuple[int, ...]) -> CellEntry:
        shift, post = self._model.row(row).shift, cast("Post", self._model.column(column).post)
        return CellEntry(shift.date, shift.name, post.id, person_ids)

    def _standing(self, row: int, column: int) -> tuple[int, ...]:
        cell = self._model.cell(row, column)
        return tuple(each.person_id for each in cell.persons) if cell is not None else ()

    def _on_entered(self, row: int, column: int, person_ids: tuple[int, ...]) -> None:
        if person_ids == self._standing(row, column):
            return
        known = (self._context.persons.person(each) for each in person_ids)
        self._model.set_pending(row, column, "、".join(each.name for each in known if each is not None))
        self._store((self._entry(row, column, person_ids),))

    def _on_cleared(self, cells: list[tuple[int, int]]) -> None:
        entries = tuple(self._entry(row, column, ()) for row, column in cells if self._standing(row, column))
        if entries:
            self._store(entries)

    def _on_dropped(self, drop: Drop) -> None:
        first = drop.entries[0]
        place = self._model.place_of(first.shift_date, first.slot, first.post_id)
        if place is not None:
            self._grid.go_to(*place)
        self._store(drop.entries)

    def _store(self, entries: tuple[CellEntry, ...]) -> None:
        self._banner.clear()
        self._editing.store(entries)

    def _on_given_up(self) -> None:
        self._model.drop_pending()
        self._grid.setFocus()

    # -- the chosen cell ------------------------------------------------------------------------

    def describe(self, row: int, column: int) -> None:
        """Say at the right, and to the panels, which cell and whom of it the cursor means."""
        meant = self._grid.person_id
        self._described.show_cell(self._model, row, column, meant)
        post, cell = self._model.column(column).post, self._model.cell(row, column)
        if post is None or cell is None:
            return
        there = [each.person_id for each in cell.persons]
        person_id = meant if meant in there else there[0] if there else None
        self._context.set_chosen(ChosenCell(self._model.row(row).shift, post, cell, person_id))

    def describe_current(self) -> None:
        """The same for wherever the cursor stands."""
        index = self._grid.currentIndex()
        if index.isValid():
            self.describe(index.row(), index.column())
        else:
            self._described.forget()
            self._context.set_chosen(None)

    def _on_picked(self) -> None:
        if self._context.chosen is not None:
            self._context.picked.emit(self._context.chosen)

    def _on_picking(self, picking: bool) -> None:
        self._grid.set_picking(picking)
        if picking:
            self._grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- the menu -------------------------------------------------------------------------------

    def _open_menu(self, at: QPoint) -> None:
        chosen, index = self._context.chosen, self._grid.currentIndex()
        if chosen is None or not index.isValid():
            return
        person = next((each for each in chosen.cell.persons if each.person_id == chosen.person_id), None)
        acts = {
            "edit": lambda: self._grid.edit(self._grid.currentIndex()),
            "clear": lambda: self._on_cleared(self._grid.chosen_cells() or [(index.row(), index.column())]),
            "why": self.say_why,
            "person": lambda: self.person_wanted.emit(person.person_id) if person is not None else None,
        }
        menu = cell_menu(self._board, chosen, person.name if person is not None else "", self._context.open_panel, acts)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def say_why(self) -> None:
        """Say why the person chosen stands where he stands."""
        chosen, reading = self._context.chosen, self._model.reading
        if chosen is None or reading is None or chosen.person_id is None:
            return
        put = reading.assignments.get(chosen.key, {}).get(chosen.person_id)
        if put is not None:
            self._banner.show_message(why_words(put, reading.names), tone="accent")
