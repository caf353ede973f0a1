"""Discarding a call: asks why, in place; the call itself stays in the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.widgets import Button, Text, Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from duty_console.incidents.model import NewIncident


class DiscardBar(Translated, QWidget):
    """`confirmed(reason)` once a reason is given; `cancelled` otherwise."""

    confirmed = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(8), px(16), px(8))
        column.setSpacing(px(6))
        self._title = Text("", "dense", "muted", wrap=True)
        self.reason_edit = QLineEdit()
        self.reason_edit.setMaxLength(200)
        self.reason_edit.returnPressed.connect(self._confirm)
        self.discard_button, self.cancel_button = (
            Button("", kind="danger-outline"),
            Button("", kind="quiet", hint="Esc"),
        )
        self.discard_button.clicked.connect(self._confirm)
        self.cancel_button.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.reason_edit, 1)
        row.addWidget(self.discard_button)
        row.addWidget(self.cancel_button)
        self._problem = Text("", "label", "extreme")
        self._problem.hide()
        column.addWidget(self._title)
        column.addLayout(row)
        column.addWidget(self._problem)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Discard this call: why? A line about the call stays in the log."))
        self.reason_edit.setPlaceholderText(self.tr("Wrong number, same matter as #02, a test …"))
        self.reason_edit.setAccessibleName(self.tr("Reason"))
        self.discard_button.setText(self.tr("Discard"))
        self.cancel_button.setText(self.tr("Keep"))
        self._problem.setText(self.tr("Give a reason."))

    def open(self) -> None:
        """Show it and put the cursor in."""
        self._problem.hide()
        self.show()
        self.reason_edit.setFocus()

    def _confirm(self) -> None:
        reason = self.reason_edit.text().strip()
        self._problem.setVisible(not reason)
        if reason:
            self.confirmed.emit(reason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)


def discarded_line(texts: dict[str, str], new: NewIncident | None, reason: str) -> str:
    """The line that stays in the log, in the language of the record: who called, about what, why it is no incident."""
    who = " ".join(texts.get(name, "").strip() for name in ("source_unit", "caller", "caller_post", "caller_phone"))
    what = " ".join(f"{texts.get('place', '')} {texts.get('summary', '')}".split())[:1000]
    type_word = new.type or new.event_class.zh if new is not None else ""
    said = " ".join(part for part in (type_word, what) if part)
    parts = [part for part in (" ".join(who.split())[:300], said) if part]
    return f"接到来电，未登记为事件：{'；'.join(parts) or '未记内容'}（原因：{reason}）"
