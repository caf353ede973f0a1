"""The cell under the cursor: who, the phone, why, who stands in, what happened to this shift, and what can be done."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.roster.cell_words import cover_words, missing_words
from ui.roster.counting import shifts_of_person
from ui.roster.shift_history import history_of
from ui.roster.why_words import why_words
from ui.theme import theme
from ui.widgets import Button, ElidedText, IconText, Panel, Text, Translated
from ui.words import day_month, weekday_word

if TYPE_CHECKING:
    from duty_console.roster.model import DutyPerson, MonthCell
    from ui.roster.month_model import MonthModel

_SHOWN = 3
"""The newest lines of history; the rest when the mouse rests on them."""


class ChosenPanel(Translated, Panel):
    """`act_wanted(key)`: open the panel of this key for the cell."""

    act_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=16, parent=parent)
        self._shown: tuple[MonthModel, int, int, int | None] | None = None
        self._brief = False
        self._name = ElidedText("", "strong")
        self._phone = IconText("phone", "", role="value", icon_tone="accent")
        self._about = Text("", "dense", "text", wrap=True)
        self._why = Text("", "label", "muted", wrap=True)
        self._history = Text("", "label", "text", wrap=True)
        self._keys = Text("", "label", "muted", wrap=True)
        line = QHBoxLayout()
        line.addWidget(self._name, 1)
        line.addWidget(self._phone)
        self.add(line)
        for widget in (self._about, self._why, self._history):
            self.add(widget)
        self.add(self._make_buttons())
        self.add(self._keys)
        self.body.setSpacing(theme().px(6))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.retranslate()

    def _make_buttons(self) -> QWidget:
        self._acts = QWidget()
        row = QHBoxLayout(self._acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        self.buttons = {key: Button("") for key in ("cover", "swap", "leave")}
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, key=key: self.act_wanted.emit(key))
            row.addWidget(button)
        row.addStretch(1)
        return self._acts

    def retranslate(self) -> None:
        for key, word in (("cover", self.tr("Cover")), ("swap", self.tr("Swap")), ("leave", self.tr("Leave"))):
            self.buttons[key].setText(word)
        self._keys.setText(
            self.tr("Type a name or initials, several parted by 、 or /. Drag to move or change places; right click.")
        )
        self._show()

    def set_brief(self, brief: bool) -> None:
        """Where the page is low: the newest change only, no hint of the keys."""
        if brief != self._brief:
            self._brief = brief
            self._keys.setVisible(not brief)
            self._show()

    def show_cell(self, model: MonthModel, row: int, column: int, person_id: int | None = None) -> None:
        """Describe a cell; `person_id` is who of several is meant."""
        self._shown = (model, row, column, person_id)
        self._show()

    def forget(self) -> None:
        """No cell is chosen."""
        self._shown = None
        self._show()

    def words(self) -> str:
        """All that is shown."""
        parts = (self._subtitle, self._name, self._phone, self._about, self._why, self._history)
        return " ".join(each.text() for each in parts if each.text()).strip()

    def _show(self) -> None:
        self.set_title(self.tr("Chosen"), "")
        cell = None
        if self._shown is not None:
            model, row, column, _person = self._shown
            cell = model.cell(row, column) if row < model.rowCount() and column < model.columnCount() else None
        if self._shown is None or cell is None:
            self._set(self.tr("No cell is chosen"), "", "", "", "")
            self._acts.hide()
            return
        model, row, column, person_id = self._shown
        line = model.row(row)
        slot = f" {line.shift.name}" if model.table is not None and model.table.several_shifts else ""
        self.set_subtitle(
            f"{day_month(line.shift.date)} {weekday_word(line.shift.date)}{slot} {model.column(column).title}"
        )
        self._acts.setVisible(bool(cell.persons))
        meant = next((each for each in cell.persons if each.person_id == person_id), None)
        history = self._history_words(model, row)
        if meant is None and len(cell.persons) > 1:
            names = [f"{each.name} {each.phone}".strip() for each in cell.persons]
            about = "\n".join((*names, *self._covers(model, row, cell)))
            self._set(self.tr("{count} persons").format(count=len(names)), "", about, "", history)
            return
        meant = meant or (cell.persons[0] if cell.persons else None)
        if meant is None:
            if not cell.exists:
                self._set(self.tr("This post does not exist in this shift"), "", "", "", history)
            else:
                about = missing_words(cell.missing) if cell.missing else ""
                self._set(self.tr("Nobody is entered"), "", about, "", history)
            return
        self._show_person(model, row, column, cell, meant, history)

    def _show_person(
        self, model: MonthModel, row: int, column: int, cell: MonthCell, person: DutyPerson, history: str
    ) -> None:
        named = f"{person.name}　{person.title}" if person.title else person.name
        about = "\n".join((self._around(model, row, person.person_id), *self._covers(model, row, cell)))
        put = model.assignment(row, column, person.person_id)
        names = model.reading.names if model.reading is not None else {}
        self._set(named, person.phone, about, why_words(put, names) if put is not None else "", history)

    def _set(self, name: str, phone: str, about: str, why: str, history: str) -> None:
        self._name.setText(name)
        self._phone.set(text=phone)
        self._phone.setVisible(bool(phone))
        for part, text in ((self._about, about), (self._why, why), (self._history, history)):
            part.setText(text)
            part.setVisible(bool(text))

    def _covers(self, model: MonthModel, row: int, cell: MonthCell) -> list[str]:
        shift = model.row(row).shift
        return [f"{cover_words(mark, shift, model.zone)} {mark.cover.phone}".strip() for mark in cell.covers]

    def _around(self, model: MonthModel, row: int, person_id: int) -> str:
        here = model.row(row).shift.date
        dates = shifts_of_person(model.table, person_id) if model.table is not None else ()
        before = max((each for each in dates if each < here), default=None)
        after = min((each for each in dates if each > here), default=None)
        parts = [self.tr("Shifts in these dates: {count}").format(count=len(dates))]
        if before is not None:
            parts.append(self.tr("last {date}").format(date=day_month(before)))
        if after is not None:
            parts.append(self.tr("next {date}").format(date=day_month(after)))
        joint = self.tr("{first}, {second}")
        return reduce(lambda first, second: joint.format(first=first, second=second), parts)

    def _history_words(self, model: MonthModel, row: int) -> str:
        if model.reading is None:
            return ""
        lines = history_of(model.row(row), model.reading, model.additions.proposals, model.zone)
        most = 1 if self._brief else _SHOWN
        self._history.setToolTip("\n".join(lines) if len(lines) > most else "")
        shown = lines[-most:]
        if len(lines) > most and not self._brief:
            shown = [self.tr("{count} earlier changes").format(count=len(lines) - most), *shown]
        return "\n".join(shown)
