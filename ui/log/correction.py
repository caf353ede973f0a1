"""Correcting a line: the original stays above the fields, what is right is typed below it. Never a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit
from typing_extensions import override

from ui.problems import words_for
from ui.theme import theme
from ui.widgets import Button, FieldRow, GrowingTextEdit, Panel, Text, Translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from duty_console.dutylog.model import LogEntry
    from duty_console.errors import DutyError


class CorrectionPanel(Translated, Panel):
    """Hidden until a line is to be corrected."""

    submitted = Signal(object, str, str)
    """The line, what is right, the reason."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", padding=12, parent=parent)
        self._line: LogEntry | None = None
        self._original = Text("", "dense", "muted", wrap=True)
        self.text, self.reason = GrowingTextEdit(lines=1, most=4), QLineEdit()
        self._text_row, self._reason_row = FieldRow("", self.text), FieldRow("", self.reason)
        self._save = Button("", kind="primary", hint="Ctrl+Enter")
        self._cancel = Button("", hint="Esc")
        buttons = QHBoxLayout()
        buttons.setSpacing(theme().px(8))
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        for part in (self._original, self._text_row, self._reason_row, buttons):
            self.add(part)
        self._save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self.close_form)
        self.text.submitted.connect(self._on_save)
        self.reason.returnPressed.connect(self._on_save)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Esc"), self, context=context).activated.connect(self.close_form)
        QShortcut(QKeySequence("Ctrl+Return"), self, context=context).activated.connect(self._on_save)
        self.hide()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Correct a line"), self.tr("The original stays readable, struck through"))
        self._text_row.set_label(self.tr("Correct is"))
        self._reason_row.set_label(self.tr("Reason"))
        self._save.setText(self.tr("Record correction"))
        self._cancel.setText(self.tr("Cancel"))

    def open_for(self, line: LogEntry) -> None:
        """Offer the line's own words to be changed."""
        self._line = line
        self._original.setText(line.text)
        self.text.set_text(line.text)
        self.reason.clear()
        self._text_row.set_problem(None)
        self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.selectAll()

    def close_form(self) -> None:
        """Put it away; nothing was changed."""
        self._line = None
        self.hide()
        self.closed.emit()

    def show_failure(self, problem: DutyError) -> None:
        """Say at the field why it was not taken; what was typed stays."""
        self._text_row.set_problem(str(words_for(problem)))

    def _on_save(self) -> None:
        if self._line is not None:
            self.submitted.emit(self._line, self.text.text(), self.reason.text())
