"""The rail at the left: one item for each page that exists, icon and word, the chosen one with a 3 px accent bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.widgets import CountBadge
from ui.widgets.painted import Painted, draw_icon, draw_text, elided, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 72
_TALL, _LOW, _LOW_BELOW = 60, 56, 820
"""Items are 60 high, 56 where the window is as low as on a 768 screen."""


class RailItem(Painted):
    """One page's item. `chosen` on click, Enter or Space."""

    chosen = Signal(str)

    def __init__(self, key: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._icon = icon
        self._word = ""
        self._selected = False
        self._hovered = False
        self._badge = CountBadge(0, "extreme", self)
        self._badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(theme().px(WIDTH), theme().px(_TALL))

    def set_word(self, word: str, shortcut: str) -> None:
        """The page's name and its key."""
        self._word = word
        self.setToolTip(f"{word}  {shortcut}")
        self._name()
        self.update()

    def set_selected(self, selected: bool) -> None:
        """Show whether its page is in front."""
        if selected != self._selected:
            self._selected = selected
            self._name()
            self.update()

    @property
    def selected(self) -> bool:
        """Whether its page is in front."""
        return self._selected

    def set_badge(self, count: int, tone: str, meaning: str) -> None:
        """A number at the icon's corner; `meaning` is what it counts, for screen readers."""
        self._badge.set_count(count, tone)
        self._badge.setAccessibleName(meaning)
        self._place_badge()
        self._name()

    def badge(self) -> int:
        """The number shown."""
        return self._badge.count()

    def _name(self) -> None:
        meaning = self._badge.accessibleName() if self._badge.count() else ""
        self.setAccessibleName(f"{self._word} {meaning}".strip())

    def _place_badge(self) -> None:
        self._badge.move(self.width() // 2 + theme().px(4), self._icon_top() - theme().px(6))

    def _icon_top(self) -> int:
        return (self.height() - theme().px(20 + 6 + 14)) // 2

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_badge()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = self.painter()
        px = theme().px
        if self._selected:
            painter.fillRect(self.rect(), theme().color("tint_accent"))
            painter.fillRect(0, 0, px(3), self.height(), theme().color("accent"))
        elif self._hovered:
            painter.fillRect(self.rect(), theme().color("hover"))
        tone = "accent" if self._selected else "muted"
        top, side = self._icon_top(), px(20)
        draw_icon(painter, (self.width() - side) / 2, 2 * top + side, self._icon, tone, side)
        word = elided("label", self._word, self.width() - px(4))
        baseline = top + side + px(6) + px(7) + theme().metrics("label").capHeight() / 2
        draw_text(painter, (self.width() - text_width("label", word)) / 2, baseline, word, "label", tone)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme().color("accent")), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self.key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.key)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class Rail(QWidget):
    """All items; the last one (settings) stands at the bottom."""

    chosen = Signal(str)

    def __init__(self, items: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(theme().px(WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().px(8), 1, theme().px(8))
        column.setSpacing(0)
        self.items: dict[str, RailItem] = {}
        for place, (key, icon) in enumerate(items):
            item = RailItem(key, icon, self)
            item.chosen.connect(self.chosen)
            self.items[key] = item
            if place == len(items) - 1:
                column.addStretch(1)
            column.addWidget(item)

    def select(self, key: str) -> None:
        """Mark the page in front."""
        for item in self.items.values():
            item.set_selected(item.key == key)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height = theme().px(_LOW if self.height() < theme().px(_LOW_BELOW) else _TALL)
        for item in self.items.values():
            item.setFixedSize(QSize(theme().px(WIDTH) - 1, height))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("surface"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme().color("line"))
        painter.end()
