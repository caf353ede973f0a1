"""The form that sets the shifts of a day from a date on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.errors import DutyError, InputProblem
from duty_console.roster.model import FULL_DAY, DayScope, ShiftSlot
from duty_console.roster.rules import SLOTS_MOST
from ui.problems import words_for
from ui.settings.section import at_left
from ui.settings.slot_row import SlotRow, SlotTexts
from ui.theme import theme
from ui.widgets import Banner, Button, DateField, FieldRow, SectionHeader, Text, Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

DAY_AND_NIGHT = (ShiftSlot("白班", time(8), 12), ShiftSlot("夜班", time(20), 12))
OFFICE_AND_NIGHT = (
    ShiftSlot("日间", time(8), 9.5, DayScope.WORK),
    ShiftSlot("夜间", time(17, 30), 14.5, DayScope.WORK),
    replace(FULL_DAY, on=DayScope.REST),
)
"""Where departments answer for themselves in office hours: the room's own nights, and rest days round the clock."""


class PatternForm(Translated, QWidget):
    """`submitted` on Enter or the button; `confirmed` when planned shifts may be dropped."""

    submitted = Signal()
    confirmed = Signal()

    def __init__(self, since: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        self._given: tuple[SlotTexts, ...] = ()
        self._head = SectionHeader("")
        self.since = DateField(QDate(since.year, since.month, since.day))
        self._first_day = since
        self.full_day, self.day_night = Button("", kind="link"), Button("", kind="link")
        self.office_night = Button("", kind="link")
        self._since_row = FieldRow("", at_left(self.since), label_width=72)
        ready = at_left(self.full_day, self.day_night, self.office_night)
        self._ready_row = FieldRow("", ready, label_width=72)
        self.banner = Banner()
        self.slots: list[SlotRow] = []
        self._slots = QVBoxLayout()
        self._slots.setSpacing(px(8))
        self._problem = Text("", "label", "extreme", wrap=True)
        self._problem.setContentsMargins(px(72), 0, 0, 0)
        self._problem.hide()
        self.add, self.save = Button("", kind="quiet", icon="plus"), Button("", kind="primary", hint="Enter")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(10))
        for part in (self._head, self._since_row, self._ready_row):
            column.addWidget(part)
        column.addLayout(self._slots)
        column.addWidget(self._problem)
        column.addWidget(self.banner)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addStretch(1)
        buttons.addWidget(self.save)
        column.addLayout(buttons)
        self.add.clicked.connect(self._on_add)
        self.save.clicked.connect(self.submitted)
        self.full_day.clicked.connect(lambda: self._show((FULL_DAY,)))
        self.day_night.clicked.connect(lambda: self._show(DAY_AND_NIGHT))
        self.office_night.clicked.connect(lambda: self._show(OFFICE_AND_NIGHT))
        self.retranslate()
        self.fill((FULL_DAY,))

    def retranslate(self) -> None:
        self._head.set(self.tr("Change the shifts"), note=self.tr("What was done before that day stays as it was"))
        self._since_row.set_label(self.tr("From"))
        self.since.setAccessibleName(self.tr("Valid from"))
        self.full_day.setText(self.tr("One of 24 h"))
        self.day_night.setText(self.tr("Day and night"))
        self.office_night.setText(self.tr("Office hours and night"))
        self._ready_row.set_label(self.tr("As usual"))
        self.add.setText(self.tr("Add a shift"))
        self.save.setText(self.tr("Set"))

    # -- rows -----------------------------------------------------------------------------------------------------

    def fill(self, slots: Sequence[ShiftSlot]) -> None:
        """Start from these shifts; they count as unchanged."""
        self._show(slots)
        self._given = tuple(row.texts() for row in self.slots)

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return tuple(row.texts() for row in self.slots) != self._given

    def _show(self, slots: Sequence[ShiftSlot]) -> None:
        while len(self.slots) > len(slots):
            self._drop(self.slots[-1])
        while len(self.slots) < len(slots):
            self._append()
        for row, slot in zip(self.slots, slots, strict=True):
            row.fill(slot)
        self.clear_problems()

    def _append(self) -> SlotRow:
        row = SlotRow(len(self.slots) + 1)
        row.removed.connect(lambda: self._drop(row))
        self.slots.append(row)
        self._slots.addWidget(row)
        self._number()
        return row

    def _drop(self, row: SlotRow) -> None:
        self.slots.remove(row)
        self._slots.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._number()

    def _number(self) -> None:
        for place, row in enumerate(self.slots, 1):
            row.set_place(place)
            row.remove.setEnabled(len(self.slots) > 1)
        self.add.setEnabled(len(self.slots) < SLOTS_MOST)

    def _on_add(self) -> None:
        self._append().name.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what was entered -----------------------------------------------------------------------------------------

    def valid_from(self) -> date:
        """The first day of the new shifts."""
        day = self.since.date()
        return date(day.year(), day.month(), day.day())

    def entered(self) -> tuple[ShiftSlot, ...] | None:
        """The shifts; None where a row says what is wrong with it."""
        self.clear_problems()
        found = [row.slot() for row in self.slots]
        wrong = next((row for row, slot in zip(self.slots, found, strict=True) if slot is None), None)
        if wrong is not None:
            wrong.slot()  # the first wrong row gets the keyboard
            return None
        return tuple(slot for slot in found if slot is not None)

    def clear_problems(self) -> None:
        self._since_row.set_problem(None)
        self._problem.hide()
        self.banner.clear()
        for row in self.slots:
            row.row.set_problem(None)

    def show_problem(self, problem: DutyError) -> None:
        """At its field; shifts that would be dropped can be confirmed."""
        self.clear_problems()
        if isinstance(problem, InputProblem) and problem.code == "pattern_drops_assignments":
            words = words_for(problem)
            self.banner.show_message(
                words.what, words.rest, tone="amber", action=self.tr("Drop them"), on_action=self.confirmed.emit
            )
        elif isinstance(problem, InputProblem) and problem.field == "valid_from":
            self._since_row.set_problem(str(words_for(problem)))
            self.since.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(problem, InputProblem):
            self._problem.setText(str(words_for(problem)))
            self._problem.show()
        else:
            self.banner.show_problem(problem)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        else:
            super().keyPressEvent(event)
