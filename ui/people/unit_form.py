"""The form of one unit: what it is, its duty phone, where it lies."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from duty_console.people.model import Unit, UnitEntry, UnitKind
from ui.people.columns import unit_kinds
from ui.people.form_panel import FormPanel
from ui.widgets import FieldRow, GrowingTextEdit


class UnitForm(FormPanel):
    """Shows a unit or takes down a new one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit: Unit | None = None
        self._clean = UnitEntry("")
        self.name, self.phone, self.region = QLineEdit(), QLineEdit(), QLineEdit()
        self.kind = QComboBox()
        self.address = GrowingTextEdit(lines=2, most=4)
        for name, field in (
            ("name", self.name),
            ("kind", self.kind),
            ("phone", self.phone),
            ("region", self.region),
            ("address", self.address),
        ):
            self.add_field(name, FieldRow("", field))
        self.fields.addStretch(1)
        self.name.textChanged.connect(lambda text: self.row("name").set_done(bool(text.strip())))
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.relabel(
            {
                "name": self.tr("Name"),
                "kind": self.tr("Kind"),
                "phone": self.tr("Duty phone"),
                "region": self.tr("Region"),
                "address": self.tr("Address"),
            }
        )
        chosen = self.kind.currentIndex()
        self.kind.clear()
        for value, label in unit_kinds():
            self.kind.addItem(label, value)
        self.kind.setCurrentIndex(max(chosen, 0))
        self._show_head()

    def show_unit(self, unit: Unit) -> None:
        """Show one."""
        self._fill(unit, UnitEntry(unit.name, unit.kind, unit.phone, unit.address, unit.region))

    def show_new(self) -> None:
        """An empty form."""
        self._fill(None, UnitEntry(""))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, unit: Unit | None, entry: UnitEntry) -> None:
        self._unit, self._clean = unit, entry
        self.clear_problems()
        self.hide_confirmation()
        self.name.setText(entry.name)
        self.kind.setCurrentIndex(self.kind.findData(entry.kind.value))
        self.phone.setText(entry.phone)
        self.region.setText(entry.region)
        self.address.set_text(entry.address)
        self._show_head()

    def _show_head(self) -> None:
        unit = self._unit
        self.set_title(self.tr("New unit") if unit is None else unit.name)
        left = unit is not None and not unit.active
        self.set_note(self.tr("Left") if left else "", "severe")
        self.leave.setVisible(unit is not None)
        self.leave.setText(self.tr("Bring back") if left else self.tr("Take off"))

    @property
    def unit(self) -> Unit | None:
        """Which one is shown; None for a new one."""
        return self._unit

    def is_dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.entry() != self._clean

    def entry(self) -> UnitEntry:
        """What was entered."""
        return UnitEntry(
            self.name.text().strip(),
            UnitKind(self.kind.currentData()),
            self.phone.text().strip(),
            self.address.text().strip(),
            self.region.text().strip(),
        )

    @override
    def _on_leave(self) -> None:
        if self._unit is not None and not self._unit.active:
            self.return_requested.emit()
            return
        self.ask_to_leave(
            self.tr("Take {name} off the directory? Its past stays readable.").format(name=self.name.text()),
            self.tr("Take off"),
        )
