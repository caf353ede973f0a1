"""Things in a row that wrap to the next line: chips on a card, tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QLayoutItem, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.widgets.button import IconButton
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence


class FlowLayout(QLayout):
    """Left to right, then the next line."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(theme().px(spacing))
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride] - Qt wants 0
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    @override
    def sizeHint(self) -> QSize:
        width = sum(item.sizeHint().width() for item in self._items) + self.spacing() * max(len(self._items) - 1, 0)
        height = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(width, height)

    @override
    def minimumSize(self) -> QSize:
        width = max((item.minimumSize().width() for item in self._items), default=0)
        height = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(width, height)

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            width = min(size.width(), rect.width())
            if x > rect.x() and x + width > rect.right() + 1:
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if place:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x += width + self.spacing()
            line = max(line, size.height())
        return y + line - rect.y()


class TagList(QWidget):
    """Words that belong to a thing, each with a cross to take it away (`removed(value)`)."""

    removed = Signal(str)

    def __init__(self, *, removable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._removable = removable
        self._flow = FlowLayout(self, spacing=6)
        self._tags: list[tuple[str, str]] = []

    def tags(self) -> list[str]:
        """The values, in order."""
        return [value for value, _label in self._tags]

    def set_tags(self, tags: Sequence[tuple[str, str]]) -> None:
        """Show these (value, label)."""
        self._tags = list(tags)
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for value, label in self._tags:
            self._flow.addWidget(self._tag(value, label))
        self.updateGeometry()

    def _tag(self, value: str, label: str) -> QWidget:
        px = theme().px
        tag = QFrame(self)
        tag.setProperty("part", "tag")
        row = QHBoxLayout(tag)
        row.setContentsMargins(px(8), 0, px(2 if self._removable else 8), 0)
        row.setSpacing(px(2))
        row.addWidget(Text(label, "dense"))
        if self._removable:
            cross = IconButton("x", self.tr("Remove {what}").format(what=label))
            cross.setFixedSize(px(22), px(22))
            cross.setIconSize(QSize(px(12), px(12)))
            cross.clicked.connect(lambda: self.removed.emit(value))
            row.addWidget(cross)
        tag.setFixedHeight(px(26))
        return tag
