"""Fields of a form: the row with its label, check and sentence; numbers; text that grows; search."""

from __future__ import annotations

import math
import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.theme import icon, theme
from ui.widgets.painted import Translated
from ui.widgets.text import IconLabel, Text, repolish

if TYPE_CHECKING:
    from collections.abc import Sequence


def mark_wrong(field: QWidget, wrong: bool) -> None:
    """Red ring around an input."""
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        repolish(field)


class FieldRow(QWidget):
    """Label (80), green check, input or several side by side; a sentence under them when something is wrong.

    Rows stand 12 apart, so that the pitch of 32 px inputs is 44. `set_done` shows the check.
    """

    def __init__(
        self,
        label: str,
        *inputs: QWidget,
        stretches: Sequence[int] = (),
        label_width: int = 80,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        head = QWidget()
        head.setFixedWidth(px(label_width))
        head_row = QHBoxLayout(head)
        head_row.setContentsMargins(0, 0, px(7), 0)
        head_row.setSpacing(0)
        self._label = Text(label, "dense", "muted")
        self._label.setMinimumHeight(px(32))
        self._check = IconLabel("", "good", 16)
        head_row.addWidget(self._label, 1, Qt.AlignmentFlag.AlignTop)
        self._check.setFixedHeight(px(32))
        head_row.addWidget(self._check, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(head)
        column = QVBoxLayout()
        column.setSpacing(px(3))
        line = QHBoxLayout()
        line.setSpacing(px(8))
        for place, field in enumerate(inputs):
            line.addWidget(field, stretches[place] if place < len(stretches) else 0)
        column.addLayout(line)
        self._problem = Text("", "label", "extreme", wrap=True)
        self._problem.hide()
        column.addWidget(self._problem)
        row.addLayout(column, 1)
        self._inputs = inputs
        self.set_label(label)

    def set_label(self, label: str) -> None:
        self._label.setText(label)
        for field in self._inputs:
            if not field.accessibleName():
                field.setAccessibleName(label)
        if self._inputs:
            self._label.setBuddy(self._inputs[0])

    def set_done(self, done: bool) -> None:
        """Show or take away the green check."""
        self._check.set_icon("check" if done else "")
        self._check.setAccessibleName(self._label.text() if done else "")

    def set_problem(self, sentence: str | None, field: QWidget | None = None) -> None:
        """Show what is wrong under the inputs, with a ring around `field` (default: the first); None clears."""
        self._problem.setText(sentence or "")
        self._problem.setVisible(bool(sentence))
        for candidate in self._inputs:
            wrong = bool(sentence) and candidate is (field or self._inputs[0])
            mark_wrong(candidate, wrong)
            candidate.setAccessibleDescription(sentence or "" if wrong else "")

    def problem(self) -> str:
        """The sentence shown, empty if none."""
        return self._problem.text()


class NumberField(QLineEdit):
    """A count of people or things. Accepts only digits; empty means unknown and shows as "–".

    Full-width digits are taken too; Up and Down step; `value_changed(int | None)`.
    """

    value_changed = Signal(object)

    def __init__(self, *, maximum: int = 999_999, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._maximum = maximum
        self.setPlaceholderText("–")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.textEdited.connect(self._on_edited)

    def value(self) -> int | None:
        """The number; None while unknown."""
        return int(self.text()) if self.text() else None

    def set_value(self, value: int | None) -> None:
        """Show a number without a signal."""
        self.setText("" if value is None else str(value))
        self._weigh()

    def _weigh(self) -> None:
        """What counts stands out: above zero semibold, zero muted."""
        value = self.value()
        self.setFont(theme().font("strong" if value else "base"))
        if bool(self.property("zero")) != (value == 0):
            self.setProperty("zero", value == 0)
            repolish(self)

    def _on_edited(self, text: str) -> None:
        place = self.cursorPosition()
        digits = _digits(text)
        if digits and int(digits) > self._maximum:
            digits = digits[: len(str(self._maximum))]
            if int(digits) > self._maximum:
                digits = digits[:-1]
        if digits != text:
            before = len(_digits(text[:place]))
            self.setText(digits)
            self.setCursorPosition(min(before, len(digits)))
        self._weigh()
        self.value_changed.emit(self.value())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up.value: 1, Qt.Key.Key_Down.value: -1}.get(event.key())
        if step is None or self.isReadOnly():
            super().keyPressEvent(event)
            return
        value = max(0, min(self._maximum, (self.value() or 0) + step))
        self.set_value(value)
        self.value_changed.emit(value)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(60), theme().px(32))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(44), theme().px(32))


def _digits(text: str) -> str:
    """Only the digits, full-width ones made plain, no leading zeros."""
    digits = "".join(str(unicodedata.digit(sign)) for sign in text if unicodedata.digit(sign, None) is not None)
    return digits.lstrip("0") or ("0" if digits else "")


class GrowingTextEdit(QPlainTextEdit):
    """Text of a few lines that grows with what is typed. Tab moves on; Ctrl+Enter goes up to the form."""

    submitted = Signal()

    def __init__(self, *, lines: int = 2, most: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = lines, most
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(1.5)  # one line is then as high as the other inputs
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        if text != self.toPlainText():
            self.setPlainText(text)

    def _fit(self) -> None:
        wanted = int(self.document().size().height())
        lines = max(self._least, min(self._most, wanted))
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > self._most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        text = lines * QFontMetricsF(self.font()).lineSpacing() + 2 * self.document().documentMargin()
        self.setFixedHeight(math.ceil(text) + 2 * (theme().px(3) + 1))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
            event.ignore()
            return
        super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Polish:
            self._fit()  # the stylesheet has just set a smaller least height, which a full form would squeeze it to
        return done

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()


class SearchField(Translated, QLineEdit):
    """Finds while typing: `searched(text)` a moment after the last key. Esc clears, Down leaves to the results."""

    searched = Signal(str)
    left_downwards = Signal()

    PAUSE_MS = 150

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given_placeholder = placeholder
        self.setClearButtonEnabled(True)
        self.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(theme().px(200))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(self.PAUSE_MS)
        self._timer.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textChanged.connect(lambda: self._timer.start())
        self.retranslate()

    def retranslate(self) -> None:
        self.setPlaceholderText(self._given_placeholder or self.tr("Search"))
        self.setAccessibleName(self.placeholderText())

    def set_placeholder(self, text: str) -> None:
        self._given_placeholder = text
        self.retranslate()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._timer.stop()
            self.searched.emit(self.text().strip())
        else:
            super().keyPressEvent(event)
