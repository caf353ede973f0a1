"""Words in a header of which one is chosen: 要点 全部 上报 批示 现场. Quieter than a segmented control."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.widgets import Button
from ui.widgets.painted import text_width


class FilterLinks(QWidget):
    """`changed(value)` when a person chooses; left and right move along."""

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self._buttons: dict[str, Button] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme().px(2))

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these, or the same in another language."""
        if [value for value, _label in options] != list(self._buttons):
            for value, label in options:
                button = Button(label, kind="quiet")
                button.setFixedHeight(theme().px(26))
                button.clicked.connect(lambda _checked=False, value=value: self._choose(value))
                self._buttons[value] = button
                self._row.addWidget(button)
            self._value = self._value or options[0][0]
        for value, label in options:
            self._buttons[value].setText(label)
            self._buttons[value].setFixedWidth(text_width("base", label) + theme().px(16))
        self.set_value(self._value)

    def value(self) -> str:
        """What is chosen."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose without a signal."""
        self._value = value
        for each, button in self._buttons.items():
            chosen = each == value
            button.set_kind("link" if chosen else "quiet")
            button.setAccessibleDescription(button.text() if chosen else "")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)

    def _choose(self, value: str) -> None:
        if value != self._value:
            self.set_value(value)
            self.changed.emit(value)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}.get(event.key())
        if step is None:
            super().keyPressEvent(event)
            return
        values = list(self._buttons)
        value = values[(values.index(self._value) + step) % len(values)]
        self._buttons[value].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._buttons[value].setFocus(Qt.FocusReason.TabFocusReason)
        self._choose(value)
