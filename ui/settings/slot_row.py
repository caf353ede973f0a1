"""One shift of the day in the pattern form: its name, when it begins, how long it lasts, on which days it is held."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from duty_console.roster.model import DayScope, ShiftSlot
from ui.settings.day_time import hours_text, read_hours, read_time_of_day
from ui.theme import theme
from ui.widgets import FieldRow, IconButton, Text, Translated
from ui.words import word


@dataclass(frozen=True, slots=True)
class SlotTexts:
    """A row as typed."""

    name: str
    starts: str
    hours: str
    on: DayScope = DayScope.EVERY


class SlotRow(Translated, QWidget):
    """`removed` on its last button, `edited` with every key."""

    removed = Signal()
    edited = Signal()

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        self._place = place
        self.name, self.starts, self.hours = QLineEdit(), QLineEdit(), QLineEdit()
        self.starts.setFixedWidth(px(60))
        self.hours.setFixedWidth(px(56))
        self.on = QComboBox()
        for scope in DayScope:
            self.on.addItem("", scope.value)
        for field in (self.starts, self.hours):
            field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._length = Text("", "dense", "muted")
        self.remove = IconButton("x", "")
        self.row = FieldRow(
            "",
            self.name,
            self.starts,
            self.hours,
            self._length,
            self.on,
            self.remove,
            stretches=(1,),
            label_width=72,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        self.remove.clicked.connect(self.removed)
        for field in (self.name, self.starts, self.hours):
            field.textChanged.connect(lambda _text: self.edited.emit())
        self.on.currentIndexChanged.connect(lambda _place: self.edited.emit())
        self.retranslate()

    def retranslate(self) -> None:
        self.name.setAccessibleName(self.tr("Name of the shift"))
        self.starts.setAccessibleName(self.tr("Begins at"))
        self.hours.setAccessibleName(self.tr("Lasts hours"))
        self.name.setPlaceholderText(self.tr("Name"))
        self._length.setText(self.tr("h"))
        self.on.setAccessibleName(self.tr("Held on"))
        for place, scope in enumerate(DayScope):
            self.on.setItemText(place, word(scope))
        self.remove.set_name(self.tr("Take this shift away"))
        self.set_place(self._place)

    def set_place(self, place: int) -> None:
        """Number it, from 1."""
        self._place = place
        self.row.set_label(self.tr("Shift {number}").format(number=place))

    def fill(self, slot: ShiftSlot) -> None:
        """Show a shift."""
        self.name.setText(slot.name)
        self.starts.setText(f"{slot.starts:%H:%M}")
        self.hours.setText(hours_text(slot.hours))
        self.on.setCurrentIndex(self.on.findData(slot.on.value))

    def scope(self) -> DayScope:
        """On which days it is held."""
        return DayScope(self.on.currentData())

    def texts(self) -> SlotTexts:
        """What stands in it."""
        return SlotTexts(self.name.text().strip(), self.starts.text().strip(), self.hours.text().strip(), self.scope())

    def slot(self) -> ShiftSlot | None:
        """The shift; None when a field is no time or number, which it says itself."""
        starts, hours = read_time_of_day(self.starts.text()), read_hours(self.hours.text())
        if not self.name.text().strip():
            self._wrong(self.tr("Each shift needs a name."), self.name)
        elif starts is None:
            self._wrong(self.tr("Not a time of day. Write 0800 or 08:00."), self.starts)
        elif hours is None:
            self._wrong(self.tr("Not a number of hours. Write 24 or 8.5."), self.hours)
        else:
            self.row.set_problem(None)
            return ShiftSlot(self.name.text().strip(), starts, hours, self.scope())
        return None

    def _wrong(self, sentence: str, field: QLineEdit) -> None:
        self.row.set_problem(sentence, field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
