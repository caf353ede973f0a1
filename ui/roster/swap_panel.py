"""A swap 调班 is proposed: two persons change seats. The other seat is picked in the grid, by mouse or keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from duty_console.roster.substitution.model import SeatKey
from ui.roster.cell_words import hours_words
from ui.roster.form import RosterForm, SeatChoice
from ui.widgets import Button, Text
from ui.words import day_month, weekday_word

if TYPE_CHECKING:
    from duty_console.roster.substitution.model import Proposal
    from ui.roster.context import ChosenCell, PageContext


class SwapPanel(RosterForm):
    """The first seat is the cell under the cursor when the panel opens, the second is picked."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._cells: dict[str, ChosenCell | None] = {"first": None, "second": None}
        self._picks = "second"
        self.seats = {"first": SeatChoice(), "second": SeatChoice()}
        self.pickers = {"first": Button(""), "second": Button("")}
        self._words = {"first": Text("", "dense", "text", wrap=True), "second": Text("", "dense", "text", wrap=True)}
        for which in ("first", "second"):
            self.pickers[which].setCheckable(True)
            self.pickers[which].clicked.connect(lambda checked, which=which: self._pick(which, wanted=checked))
            self.add_field(which, self.seats[which], self.pickers[which], stretches=(1, 0))
            self.column.addWidget(self._words[which])
        self._hint = Text("", "label", "accent", wrap=True)
        self._hint.hide()
        self.column.addWidget(self._hint)
        self.reason, self.by = QLineEdit(), QLineEdit()
        self.reason.setMaxLength(200)
        self.by.setMaxLength(64)
        self.add_field("reason", self.reason)
        self.add_field("by", self.by)
        context.picked.connect(self._on_picked)
        context.picking_changed.connect(self._on_picking)
        self.finish_building()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("Swap"))
        self.act_button.setText(self.tr("Propose"))
        self.rows["first"].set_label(self.tr("One seat"))
        self.rows["second"].set_label(self.tr("Other seat"))
        self.rows["reason"].set_label(self.tr("Reason"))
        self.rows["by"].set_label(self.tr("Asked by"))
        self.by.setPlaceholderText(self.tr("Empty: who is at this desk"))
        for picker in self.pickers.values():
            picker.setText(self.tr("Pick"))
            picker.setToolTip(self.tr("Pick in the grid"))
        self._hint.setText(self.tr("Click the cell, or go there with the arrows and press Enter. Esc ends picking."))
        self._say()

    def refresh(self) -> None:
        chosen = self.context.chosen
        if not self.is_typed() and chosen is not None and chosen.cell.persons:
            self._set("first", chosen)
        self._say()

    def focus_first(self) -> None:
        self.pickers["second"].setFocus(Qt.FocusReason.OtherFocusReason)

    def is_typed(self) -> bool:
        """Whether something was chosen that the cursor must not sweep away."""
        return bool(self._cells["second"] or self.reason.text().strip())

    # -- picking --------------------------------------------------------------------------------

    def _pick(self, which: str, *, wanted: bool) -> None:
        self._picks = which
        self.context.pick(wanted)

    def _on_picking(self, picking: bool) -> None:
        for which, picker in self.pickers.items():
            picker.setChecked(picking and which == self._picks and self.isVisible())
        self._hint.setVisible(picking)

    def _on_picked(self, chosen: ChosenCell) -> None:
        if not self.isVisible():
            return
        if not chosen.cell.persons:
            self.rows[self._picks].set_problem(self.tr("Nobody stands there. Pick a cell with somebody in it."))
            return
        self.context.pick(False)
        self.rows[self._picks].set_problem(None)
        self._set(self._picks, chosen)
        target = self.pickers["second"] if self._cells["second"] is None else self.reason
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set(self, which: str, chosen: ChosenCell) -> None:
        self._cells[which] = chosen
        self.seats[which].set_persons([(each.person_id, each.name) for each in chosen.cell.persons], chosen.person_id)
        self._say()

    def _say(self) -> None:
        self.about.setText(self.tr("Two persons change seats; both agree and a leader approves."))
        for which, words in self._words.items():
            chosen = self._cells[which]
            words.setText(self._cell_words(chosen) if chosen is not None else "")
            words.setVisible(chosen is not None)
        self.act_button.setEnabled(all(self._cells.values()))

    def _cell_words(self, chosen: ChosenCell) -> str:
        shift = chosen.shift
        hours = hours_words(shift, self.bench.zone)
        return f"{day_month(shift.date)} {weekday_word(shift.date)} {chosen.post.name}　{hours}"

    # -- saving ---------------------------------------------------------------------------------

    def clear(self) -> None:
        self._cells = {"first": None, "second": None}
        for seat in self.seats.values():
            seat.set_persons([], None)
        self.reason.clear()
        self.by.clear()
        self.clear_problems()
        self.refresh()

    def submit(self) -> None:
        first, second = self._seat("first"), self._seat("second")
        if first is None or second is None:
            return
        reason, by = self.reason.text(), self.by.text()
        self.act(lambda: self.services.substitution().propose_swap(first, second, reason, by), self._on_done)

    def _seat(self, which: str) -> SeatKey | None:
        chosen, person_id = self._cells[which], self.seats[which].person_id()
        if chosen is None or person_id is None:
            self.say_at(which, self.tr("Pick a cell with somebody in it."))
            return None
        return SeatKey(*chosen.key, person_id)

    def _on_done(self, proposal: Proposal) -> None:
        del proposal
        self.clear()
        self.bench.note(self.tr("Proposed; both are to agree and a leader to approve"))
        self.context.open_panel("changes")
