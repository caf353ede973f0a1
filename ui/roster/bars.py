"""What the roster asks inline: the reason for changing a shift that is over, and which days to repeat until when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.widgets import Button, DateField, IconLabel, Text, Translated, mark_wrong

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class _Bar(Translated, QFrame):
    """A strip over the grid; Esc closes it."""

    cancelled = Signal()

    def __init__(self, icon: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "banner")
        self.setProperty("tone", "amber" if tone == "severe" else "accent")
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(8), px(8))
        column.setSpacing(px(4))
        self.line = QHBoxLayout()
        self.line.setSpacing(px(8))
        self.line.addWidget(IconLabel(icon, tone, 18))
        column.addLayout(self.line)
        self._problem = Text("", "label", "extreme", wrap=True)
        self._problem.hide()
        column.addWidget(self._problem)
        self.hide()

    def set_problem(self, sentence: str) -> None:
        """Say what is wrong under the inputs; empty takes it away."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def problem(self) -> str:
        """The sentence shown."""
        return self._problem.text()

    def close_bar(self) -> None:
        self.set_problem("")
        self.hide()
        self.cancelled.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)


class ReasonBar(_Bar):
    """Asks why a shift that is over is changed; `given(reason)`. What was entered waits until then."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("history", "severe", parent)
        self._what = Text("", "base")
        self._reason = QLineEdit()
        self._reason.setMaxLength(200)
        self._save = Button("", kind="primary")
        self._cancel = Button("", kind="quiet")
        for widget, stretch in ((self._what, 0), (self._reason, 1), (self._save, 0), (self._cancel, 0)):
            self.line.addWidget(widget, stretch)
        self._reason.returnPressed.connect(self._submit)
        self._save.clicked.connect(self._submit)
        self._cancel.clicked.connect(self.close_bar)
        self.retranslate()

    def retranslate(self) -> None:
        self._reason.setPlaceholderText(self.tr("Why is it corrected?"))
        self._reason.setAccessibleName(self.tr("Reason for the correction"))
        self._save.setText(self.tr("Correct"))
        self._cancel.setText(self.tr("Cancel"))

    def ask(self, what: str) -> None:
        """`what` says which shift is over."""
        self._what.setText(what)
        self._reason.clear()
        mark_wrong(self._reason, False)
        self.set_problem("")
        self.show()
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit(self) -> None:
        reason = self._reason.text().strip()
        mark_wrong(self._reason, not reason)
        self.set_problem("" if reason else self.tr("A reason is needed; it is kept on record."))
        if reason:
            self.hide()
            self.given.emit(reason)


class FillBar(_Bar):
    """Asks which days to repeat until when; `wanted(first, last, until)`."""

    wanted = Signal(object, object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("copy", "accent", parent)
        some_day = QDate(2000, 1, 1)
        self._first, self._last, self._until = DateField(some_day), DateField(some_day), DateField(some_day)
        self._words = [Text("", "base") for _ in range(3)]
        self._note = Text("", "label", "muted")
        self._fill = Button("", kind="primary")
        self._cancel = Button("", kind="quiet")
        for word, field in zip(self._words, (self._first, self._last, self._until), strict=True):
            self.line.addWidget(word)
            self.line.addWidget(field)
        self.line.addWidget(self._fill)
        self.line.addWidget(self._cancel)
        self.line.addWidget(self._note, 1)
        self._fill.clicked.connect(self._submit)
        self._cancel.clicked.connect(self.close_bar)
        self.retranslate()

    def retranslate(self) -> None:
        for label, text in zip(self._words, (self.tr("Repeat"), self.tr("to"), self.tr("until")), strict=True):
            label.setText(text)
        self._first.setAccessibleName(self.tr("First day to repeat"))
        self._last.setAccessibleName(self.tr("Last day to repeat"))
        self._until.setAccessibleName(self.tr("Fill until"))
        self._note.setText(self.tr("Only empty cells are filled"))
        self._fill.setText(self.tr("Fill"))
        self._cancel.setText(self.tr("Cancel"))

    def ask(self, first: date, last: date, until: date) -> None:
        """Offer these days."""
        for field, day in ((self._first, first), (self._last, last), (self._until, until)):
            field.setDate(QDate(day.year, day.month, day.day))
        self.set_problem("")
        self.show()
        self._until.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_until(self, day: date) -> None:
        """As if typed into the last field."""
        self._until.setDate(QDate(day.year, day.month, day.day))

    def _submit(self) -> None:
        self.set_problem("")
        self.wanted.emit(*(_day(field.date()) for field in (self._first, self._last, self._until)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._submit()
        else:
            super().keyPressEvent(event)


def _day(chosen: QDate) -> date:
    return date(chosen.year(), chosen.month(), chosen.day())
