"""The fields that describe the duty room: asked on the first start, changed in the settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.clock import DEFAULT_ZONE
from duty_console.errors import DutyError, InputProblem
from duty_console.limits.model import RoomLevel
from duty_console.people.rules import tidy, tidy_phone
from duty_console.room.model import DutyRoom
from ui.problems import words_for
from ui.theme import theme
from ui.widgets import FieldRow, Translated
from ui.words import word

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

NAME_MOST, PREFIX_MOST, ZONE_MOST = 80, 20, 48


@dataclass(frozen=True, slots=True)
class RoomEntry:
    """What was typed, not yet looked at."""

    name: str = ""
    level: str = RoomLevel.COUNTY.value
    phone: str = ""
    document_prefix: str = ""
    zone: str = DEFAULT_ZONE

    def room(self, presets: tuple[str, ...]) -> DutyRoom:
        """Return the room as it is recorded.

        Raises InputProblem with the field: `name_missing`, `text_too_long`, `text_unprintable`, `phone_malformed`.
        """
        return DutyRoom(
            tidy("name", self.name, NAME_MOST, missing="name_missing"),
            self.level,
            presets,
            tidy("zone", self.zone, ZONE_MOST) or DEFAULT_ZONE,
            tidy_phone("phone", self.phone),
            tidy("document_prefix", self.document_prefix, PREFIX_MOST),
        )


class RoomForm(Translated, QWidget):
    """Name, level, phone, document prefix and, with `with_zone`, the time zone. Enter is `submitted`."""

    submitted = Signal()
    edited = Signal()

    def __init__(self, *, with_zone: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = RoomEntry()
        self.name, self.phone, self.prefix, self.zone = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit(DEFAULT_ZONE)
        self.level = QComboBox()
        for level in RoomLevel:
            self.level.addItem("", level.value)
        fields = {"name": self.name, "level": self.level, "phone": self.phone, "document_prefix": self.prefix}
        if with_zone:
            fields["zone"] = self.zone
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        self.rows: dict[str, FieldRow] = {}
        for key, field in fields.items():
            self.rows[key] = FieldRow("", field, label_width=104)
            column.addWidget(self.rows[key])
            if isinstance(field, QLineEdit):
                field.textChanged.connect(self._on_edited)
        self.level.currentIndexChanged.connect(self._on_edited)
        self.setFocusProxy(self.name)
        self.retranslate()
        self.fill(RoomEntry())

    def retranslate(self) -> None:
        labels = {
            "name": self.tr("Room name"),
            "level": self.tr("Level"),
            "phone": self.tr("Own phone"),
            "document_prefix": self.tr("Paper prefix"),
            "zone": self.tr("Time zone"),
        }
        for key, row in self.rows.items():
            row.set_label(labels[key])
        for place, level in enumerate(RoomLevel):
            self.level.setItemText(place, word(level))
        self.name.setPlaceholderText(self.tr("as on the door: Emergency Duty Room of Yunhe District"))
        self.phone.setPlaceholderText(self.tr("24 hours, printed on papers"))
        self.prefix.setPlaceholderText(self.tr("for numbered papers; may stay empty"))

    def fill(self, entry: RoomEntry) -> None:
        """Show these words; they count as unchanged."""
        self._filled = entry
        self.name.setText(entry.name)
        self.level.setCurrentIndex(max(self.level.findData(entry.level), 0))
        self.phone.setText(entry.phone)
        self.prefix.setText(entry.document_prefix)
        self.zone.setText(entry.zone)
        self.clear_problems()

    def entry(self) -> RoomEntry:
        """What stands in the fields now."""
        return RoomEntry(
            self.name.text(), self.level.currentData(), self.phone.text(), self.prefix.text(), self.zone.text()
        )

    @property
    def is_dirty(self) -> bool:
        """Whether something was changed since it was filled."""
        return self.entry() != self._filled

    def clear_problems(self) -> None:
        for row in self.rows.values():
            row.set_problem(None)

    def show_problem(self, problem: DutyError) -> bool:
        """At its field, the keyboard there; False if no field of this form is meant."""
        self.clear_problems()
        row = self.rows.get(problem.field) if isinstance(problem, InputProblem) else None
        if row is None or not isinstance(problem, InputProblem):
            return False
        row.set_problem(str(words_for(problem)))
        field = {"name": self.name, "phone": self.phone, "document_prefix": self.prefix, "zone": self.zone}
        field.get(problem.field, self.name).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _on_edited(self) -> None:
        self.rows["name"].set_done(bool(self.name.text().strip()))
        self.edited.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        else:
            super().keyPressEvent(event)
