"""Words in a header of which one is chosen: 要点 全部 上报 批示 现场. Quieter than a segmented control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.widgets.painted import centred_baseline, draw_box, draw_text, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence


class FilterLinks(QWidget):
    """`changed(value)` when a person chooses; left and right move along."""

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self._links: dict[str, _Link] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these, or the same in another language."""
        if [value for value, _label in options] != list(self._links):
            for value, _label in options:
                link = _Link()
                link.clicked.connect(lambda _checked=False, value=value: self._choose(value))
                self._links[value] = link
                self._row.addWidget(link)
            self._value = self._value or options[0][0]
        for value, label in options:
            self._links[value].setText(label)
            self._links[value].updateGeometry()
        self.set_value(self._value)

    def value(self) -> str:
        """What is chosen."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose without a signal."""
        self._value = value
        for each, link in self._links.items():
            link.setChecked(each == value)
            link.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == value else Qt.FocusPolicy.ClickFocus)

    def _choose(self, value: str) -> None:
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.changed.emit(value)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}.get(event.key())
        if step is None:
            super().keyPressEvent(event)
            return
        values = list(self._links)
        value = values[(values.index(self._value) + step) % len(values)]
        self._choose(value)
        self._links[value].setFocus(Qt.FocusReason.TabFocusReason)


class _Link(QAbstractButton):
    """One word; the chosen one semibold in the accent."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(text_width("dense_strong", self.text()) + theme().px(16), theme().px(26))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            draw_box(painter, QRectF(self.rect()), None, theme().color("accent"), theme().px(4))
        role, tone = ("dense_strong", "accent") if self.isChecked() else ("dense", "muted")
        if self.underMouse() and not self.isChecked():
            tone = "text"
        x = (self.width() - text_width(role, self.text())) / 2
        draw_text(painter, x, centred_baseline(role, self.height()), self.text(), role, tone)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # the row moves along, not Qt's own walk over buttons
            return
        super().keyPressEvent(event)
