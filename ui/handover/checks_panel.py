"""The room's equipment at the change of shift: one click per piece, a remark, the time by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from duty_console.handover.model import EquipmentState, RecordedCheck
from ui.handover.wording import equipment_word, listed, state_word
from ui.theme import theme
from ui.widgets import ElidedText, Panel, Segmented, Text, Translated
from ui.words import clock_time

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

_CHOICES = (EquipmentState.GOOD, EquipmentState.FAULTY, EquipmentState.MISSING)


class ChecksPanel(Translated, Panel):
    """`recorded(name, state, remark)` as soon as a state is chosen or a remark changed."""

    recorded = Signal(str, object, str)

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=0, parent=parent)
        self._zone = zone
        self._rows: dict[str, CheckRow] = {}
        self._checks: Sequence[RecordedCheck] = ()
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Equipment"))
        for row in self._rows.values():
            row.retranslate()
        self._say_missing()

    def set_checks(self, checks: Sequence[RecordedCheck]) -> None:
        """Show how each piece was found; a remark being typed stays."""
        self._checks = checks
        if list(self._rows) != [each.name for each in checks]:
            self._rebuild(checks)
        for each in checks:
            self._rows[each.name].show_check(each)
        self._say_missing()

    def row(self, name: str) -> CheckRow:
        """The row of a piece of equipment by its printed name."""
        return self._rows[name]

    def missing(self) -> list[str]:
        """What was not checked yet, as it is called on screen."""
        return [equipment_word(each.name) for each in self._checks if each.state is EquipmentState.UNCHECKED]

    def take_typed(self) -> list[tuple[str, EquipmentState, str]]:
        """The remarks that were typed and not recorded yet: for printing at once."""
        return [found for row in self._rows.values() if (found := row.changed_remark()) is not None]

    def _rebuild(self, checks: Sequence[RecordedCheck]) -> None:
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = {each.name: CheckRow(self, each.name, self._zone) for each in checks}
        for row in self._rows.values():
            self.add_row(row)

    def _say_missing(self) -> None:
        missing = self.missing()
        if missing:
            self.set_note(self.tr("Not checked: {names}").format(names=listed(missing)), "severe")
        else:
            self.set_note(self.tr("All checked") if self._checks else "", "good")


class CheckRow(Translated, QWidget):
    """One piece: its name, how it was found, a remark, when."""

    def __init__(self, panel: ChecksPanel, name: str, zone: ZoneInfo) -> None:
        super().__init__()
        self._panel, self._name, self._zone = panel, name, zone
        self._state = EquipmentState.UNCHECKED
        self._remark = ""
        px = theme().px
        line = QHBoxLayout(self)
        line.setContentsMargins(px(16), px(4), px(16), px(4))
        line.setSpacing(px(10))
        self._label = ElidedText("", "dense")
        self._label.setFixedWidth(px(104))
        self.choice = Segmented()
        self.remark = QLineEdit()
        self.remark.setMaxLength(60)
        self._time = Text("", "dense", "muted")
        self._time.setFixedWidth(px(44))
        for widget, stretch in ((self._label, 0), (self.choice, 0), (self.remark, 1), (self._time, 0)):
            line.addWidget(widget, stretch)
        self.choice.changed.connect(self._on_chosen)
        self.remark.editingFinished.connect(self._on_remark)
        self.retranslate()

    def retranslate(self) -> None:
        label = equipment_word(self._name)
        self._label.setText(label)
        self.choice.set_options([(state.value, state_word(state)) for state in _CHOICES])
        self.choice.setAccessibleName(label)
        self.remark.setPlaceholderText(self.tr("Remark"))
        self.remark.setAccessibleName(self.tr("Remark: {name}").format(name=label))

    def show_check(self, check: RecordedCheck) -> None:
        """Show what is on record."""
        typing = self.remark.text().strip() != self._remark
        self._state, self._remark = check.state, check.remark
        self.choice.set_value(check.state.value if check.state in _CHOICES else None)
        if not typing:
            self.remark.setText(check.remark)
        self._time.setText(clock_time(check.checked_at, self._zone) if check.checked_at is not None else "")
        self._time.setToolTip(check.checked_by)

    def changed_remark(self) -> tuple[str, EquipmentState, str] | None:
        """What would be recorded for a remark that was typed; None without one, or while no state is chosen."""
        typed = self.remark.text().strip()
        if typed == self._remark or self._state is EquipmentState.UNCHECKED:
            return None
        self._remark = typed
        return self._name, self._state, typed

    def _on_chosen(self, value: str) -> None:
        self._state, self._remark = EquipmentState(value), self.remark.text().strip()
        self._panel.recorded.emit(self._name, self._state, self._remark)

    def _on_remark(self) -> None:
        changed = self.changed_remark()
        if changed is not None:
            self._panel.recorded.emit(*changed)
