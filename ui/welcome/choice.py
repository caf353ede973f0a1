"""One of several ways: a radio button of two lines with a mark at its right end."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.widgets.painted import draw_icon, draw_text, elided, text_width

HEIGHT = 54


class ChoiceRow(QRadioButton):
    """Title, a muted line below it, and a mark with an icon (请核对本地文件) at the right. Space or arrows choose."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._detail = ""
        self._mark = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, title: str, detail: str, mark: str = "") -> None:
        """Its words; what does not fit is cut and stands in the tooltip."""
        self.setText(title)
        self._detail, self._mark = detail, mark
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{detail} {mark}".strip())
        self.update()

    @property
    def mark(self) -> str:
        """The words at the right end, empty if there are none."""
        return self._mark

    @property
    def detail(self) -> str:
        """The second line."""
        return self._detail

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(320), theme().px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(HEIGHT))

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px, painter = theme().px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        on = self.isEnabled()
        left, right = px(44), self.width() - px(16)
        if self._mark:
            width = text_width("label", self._mark)
            tone = "severe" if on else "disabled"
            draw_text(painter, right - width, px(23), self._mark, "label", tone)
            draw_icon(painter, right - width - px(18), 2 * px(18), "triangle-alert", tone, px(14))
            room = right - width - px(28) - left
        else:
            room = right - left
        draw_text(painter, left, px(23), elided("strong", self.text(), room), "strong", "text" if on else "disabled")
        shown = elided("label", self._detail, right - left)
        draw_text(painter, left, px(42), shown, "label", "muted" if on else "disabled")
        self.setToolTip(self._detail if shown != self._detail else "")
        painter.end()

    def _draw_ground(self, painter: QPainter) -> None:
        px = theme().px
        if self.isEnabled():
            if self.isChecked():
                painter.fillRect(self.rect(), theme().color("tint_accent"))
            elif self.underMouse():
                painter.fillRect(self.rect(), theme().color("hover"))
        option: Any = QStyleOptionButton()  # the stubs know nothing of its fields
        self.initStyleOption(option)
        side = px(18)
        option.rect.setRect(px(16), px(18) - side // 2, side, side)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorRadioButton, option, painter, self)
        if self.hasFocus():
            pen = painter.pen()
            pen.setColor(theme().color("accent"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
