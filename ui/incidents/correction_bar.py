"""The correction of a line of the log: what was wrong stays readable, what is right is added with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.widgets import Button, ElidedText, GrowingTextEdit, IconButton, IconLabel, Text, Translated, mark_wrong
from ui.words import clock_time

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from duty_console.dutylog.model import LogEntry
    from ui.workbench import Workbench


class _Words(GrowingTextEdit):
    """Words of a line: Enter sends them, Shift+Enter begins a new line."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
            return
        super().keyPressEvent(event)


class CorrectionBar(Translated, QFrame):
    """Strikes a line through and adds what is right: `submitted(entry, text, reason)`. Esc leaves it."""

    submitted = Signal(object, str, str)
    left = Signal()

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "banner")
        self.setProperty("tone", "amber")
        self._bench = bench
        self._entry: LogEntry | None = None
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(10))
        column.setSpacing(px(6))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        self._title = Text("", "dense_strong", "severe")
        self._original = ElidedText("", "dense", "muted")
        self._close = IconButton("x", "")
        self._close.setFixedSize(px(24), px(24))
        self._close.clicked.connect(self.leave)
        head.addWidget(IconLabel("pencil", "severe", 16))
        head.addWidget(self._title)
        head.addWidget(self._original, 1)
        head.addWidget(self._close)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self.text = _Words(lines=1, most=5)
        self.reason = QLineEdit()
        self._save = Button("", kind="primary")
        self._save.clicked.connect(self._submit)
        row.addWidget(self.reason, 1)
        row.addWidget(self._save)
        self._problem = Text("", "label", "extreme", wrap=True)
        self._problem.hide()
        column.addLayout(head)
        column.addWidget(self.text)
        column.addLayout(row)
        column.addWidget(self._problem)
        self.text.submitted.connect(self._submit)
        self.reason.returnPressed.connect(self._submit)
        self.text.textChanged.connect(lambda: self.show_problem(""))
        self.reason.textEdited.connect(lambda: self.show_problem(""))
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self._close.set_name(self.tr("Leave as it is (Esc)"))
        self.text.setPlaceholderText(self.tr("What is right"))
        self.text.setAccessibleName(self.tr("What is right"))
        self.reason.setPlaceholderText(self.tr("Reason"))
        self.reason.setAccessibleName(self.tr("Reason of the correction"))
        self._save.setText(self.tr("Correct"))
        self._save.set_hint("Enter")
        self._show_entry()

    def entry(self) -> LogEntry | None:
        """The line being corrected, None if there is none."""
        return self._entry

    def open(self, entry: LogEntry) -> None:
        """Begin; the same line again keeps what was typed."""
        if self._entry is None or self._entry.id != entry.id:
            self._entry = entry
            self.text.set_text(entry.text)
            self.reason.clear()
        self.show_problem("")
        self._show_entry()
        self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.selectAll()

    def leave(self) -> None:
        """Nothing is corrected."""
        self._entry = None
        self.hide()
        self.left.emit()

    def _show_entry(self) -> None:
        if self._entry is None:
            return
        at = clock_time(self._entry.at, self._bench.zone)
        title = self.tr("Correct {time} #{number}").format(time=at, number=self._entry.journal_seq)
        self._title.setText(title)
        self._original.setText(self._entry.text.replace("\n", " "))
        self._original.set_struck(True)

    def _submit(self) -> None:
        if self._entry is None:
            return
        text = self.text.text().strip()
        mark_wrong(self.text, not text or text == self._entry.text)
        mark_wrong(self.reason, not self.reason.text().strip())
        if text == self._entry.text:
            self.show_problem(self.tr("The words are the same as before. Write what is right."), clear=False)
            self.text.setFocus()
        elif not self.reason.text().strip():
            self.show_problem(self.tr("Say why, in a few words: the reason stays in the record."), clear=False)
            self.reason.setFocus()
        else:
            self.submitted.emit(self._entry, text, self.reason.text().strip())

    def show_problem(self, sentence: str, *, clear: bool = True) -> None:
        """Say what is wrong."""
        if clear:
            mark_wrong(self.text, wrong=False)
            mark_wrong(self.reason, wrong=False)
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)
