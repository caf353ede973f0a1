"""What a room asks of every plan: rest, what a day weighs, how often a month, how long counts carry on."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from duty_console.roster.model import DayType
from duty_console.roster.rotation.model import RotationRules
from ui.roster.rotation_book import RotationBook, RotationForm
from ui.theme import theme
from ui.widgets import FieldRow, NumberField, SectionHeader, Text
from ui.words import word

if TYPE_CHECKING:
    from collections.abc import Callable

    from duty_console.errors import InputProblem
    from duty_console.roster.rotation.service import Rotation

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?")
_LABEL = 128


class RulesForm(RotationForm):
    """All at once; empty numbers are refused where they stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: tuple[str, ...] = ()
        self.rest, self.most, self.carry = QLineEdit(), NumberField(maximum=31), NumberField(maximum=10)
        self.weights = {day_type: QLineEdit() for day_type in DayType}
        self._units = [Text("", "dense", "muted", wrap=True) for _ in range(3)]
        self._rows = {
            "min_rest_hours": FieldRow("", _with(self.rest, self._units[0]), label_width=_LABEL),
            "most_per_month": FieldRow("", _with(self.most, self._units[1]), label_width=_LABEL),
            "carry_years": FieldRow("", _with(self.carry, self._units[2]), label_width=_LABEL),
        }
        self._head = SectionHeader("")
        self._weight_rows = {
            day_type: FieldRow("", _with(field), label_width=_LABEL) for day_type, field in self.weights.items()
        }
        for row in self._rows.values():
            self.column.addWidget(row)
        self.column.addWidget(self._head)
        for row in self._weight_rows.values():
            self.column.addWidget(row)
        for field in self._fields():
            field.setFixedSize(theme().px(64), theme().px(32))
            field.setAlignment(Qt.AlignmentFlag.AlignCenter)
            field.textChanged.connect(lambda _text: self.edited.emit())
        self.retranslate()

    def _fields(self) -> tuple[QLineEdit, ...]:
        return (self.rest, self.most, self.carry, *self.weights.values())

    def retranslate(self) -> None:
        self._rows["min_rest_hours"].set_label(self.tr("Rest at least"))
        self._rows["most_per_month"].set_label(self.tr("At most"))
        self._rows["carry_years"].set_label(self.tr("Counts carry"))
        words = (self.tr("hours between two shifts"), self.tr("shifts a month (0: any)"), self.tr("years on"))
        for label, text in zip(self._units, words, strict=True):
            label.setText(text)
        self.rest.setAccessibleName(self.tr("Rest at least, hours"))
        self.most.setAccessibleName(self.tr("Shifts a month at most"))
        self.carry.setAccessibleName(self.tr("Years that counts carry"))
        self._head.set(self.tr("What 24 hours weigh"))
        for day_type, row in self._weight_rows.items():
            row.set_label(word(day_type))
            self.weights[day_type].setAccessibleName(word(day_type))

    @property
    def is_dirty(self) -> bool:
        return tuple(field.text().strip() for field in self._fields()) != self._given

    def show_book(self, book: RotationBook, *, anew: bool) -> None:
        if self.book is not None and self.is_dirty and not anew:
            return
        self.book = book
        rules = book.rules
        self.rest.setText(f"{rules.min_rest_hours:g}")
        self.most.set_value(rules.most_per_month)
        self.carry.set_value(rules.carry_years)
        for day_type, field in self.weights.items():
            field.setText(f"{rules.weights.get(day_type, 1.0):g}")
        self._given = tuple(field.text().strip() for field in self._fields())
        self._clear()

    def _clear(self) -> None:
        for row in (*self._rows.values(), *self._weight_rows.values()):
            row.set_problem(None)

    def storing(self) -> Callable[[Rotation], object] | None:
        self._clear()
        rest = _number(self.rest.text())
        weights = {day_type: _number(field.text()) for day_type, field in self.weights.items()}
        numbers = {"min_rest_hours": rest, "most_per_month": self.most.value(), "carry_years": self.carry.value()}
        wrong = [self._rows[name] for name, number in numbers.items() if number is None]
        wrong += [self._weight_rows[day_type] for day_type, number in weights.items() if number is None]
        for row in wrong:
            row.set_problem(self.tr("A number is needed."))
        if wrong:
            return None
        rules = RotationRules(
            rest or 0.0,
            {day_type: number or 0.0 for day_type, number in weights.items()},
            self.most.value() or 0,
            self.carry.value() or 0,
        )
        return lambda rotation: rotation.set_rules(rules)

    def show_problem(self, problem: InputProblem, sentence: str) -> bool:
        row = self._rows.get(problem.field)
        if row is None and problem.field == "weights":
            kinds = {day_type.zh: day_type for day_type in DayType}
            day_type = kinds.get(str(problem.values.get("day", "")))
            row = self._weight_rows[day_type] if day_type is not None else None
        if row is None:
            return False
        row.set_problem(sentence)
        return True


def _with(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme().px(8))
    for place, each in enumerate(widgets):
        line.addWidget(each, 1 if place else 0)
    if len(widgets) == 1:
        line.addStretch(1)
    holder.setFocusProxy(widgets[0])
    return holder


def _number(text: str) -> float | None:
    typed = unicodedata.normalize("NFKC", text).strip()
    return float(typed) if _NUMBER.fullmatch(typed) else None
