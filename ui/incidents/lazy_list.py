"""A list view of rows of different heights that measures only what is in view, so that 2,000 rows open like twenty."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui.incidents.row_heights import RowHeights

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from PySide6.QtCore import QAbstractItemModel

_Index = QModelIndex | QPersistentModelIndex


class LazyList(QAbstractItemView):
    """One column of rows. While the officer reads at its end it stays there; elsewhere what is read does not move."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heights = RowHeights(self.measure)
        self._at_end = True
        self._moving = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # -- what a subclass knows ---------------------------------------------------------------------

    @abstractmethod
    def measure(self, row: int) -> int:
        """Return the true height of a row."""

    @abstractmethod
    def guess(self, first: int, last: int) -> list[int]:
        """Return about how high rows `first` to `last` are, at next to no cost."""

    # -- rows come and go --------------------------------------------------------------------------

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.rowsRemoved.connect(self._on_removed)
        self.remeasure()

    @override
    def reset(self) -> None:
        super().reset()
        self.remeasure()

    def remeasure(self) -> None:
        """Width, theme or language changed: what is in view is measured again."""
        anchor, inside = self._anchor()
        count = self.model().rowCount() if self.model() is not None else 0
        self.heights.guess(self.guess(0, count - 1))
        self._settle(anchor, inside)

    @override
    def rowsInserted(self, parent: _Index, start: int, end: int) -> None:
        super().rowsInserted(parent, start, end)
        anchor, inside = self._anchor()
        self.heights.insert(start, self.guess(start, end))
        self._settle(anchor + (end - start + 1 if start <= anchor else 0), inside)

    def _on_removed(self, _parent: QModelIndex, start: int, end: int) -> None:
        anchor, inside = self._anchor()
        self.heights.remove(start, end)
        self._settle(anchor - (end - start + 1) if end < anchor else min(anchor, start), inside)

    @override
    def dataChanged(self, topLeft: _Index, bottomRight: _Index, roles: Sequence[int] = ()) -> None:
        super().dataChanged(topLeft, bottomRight, roles)
        anchor, inside = self._anchor()
        self.heights.forget(topLeft.row(), bottomRight.row())
        self._settle(anchor, inside)

    # -- where one is ------------------------------------------------------------------------------

    def _anchor(self) -> tuple[int, int]:
        """The first row in view and how much of it has gone by."""
        y = self.verticalScrollBar().value()
        row = max(self.heights.row_at(y), 0)
        return row, y - self.heights.top(row) if self.heights.total else 0

    def _settle(self, anchor: int, inside: int) -> None:
        """Measure what is in view and put the scroll bar where the same row stands at the same place."""
        room, bar = self.viewport().height(), self.verticalScrollBar()
        count = self.model().rowCount() if self.model() is not None else 0
        anchor = min(anchor, max(count - 1, 0))
        if self._at_end:
            self.heights.measure_up(count - 1, room)
        elif count:
            self.heights.measure_down(anchor, room + inside)
        wanted = self.heights.top(anchor) + inside if count else 0
        if not self._at_end and wanted > self.heights.total - room:
            self.heights.measure_up(count - 1, room)
            wanted = self.heights.top(anchor) + inside
        self._moving = True
        bar.setPageStep(room)
        bar.setSingleStep(24)
        bar.setRange(0, max(self.heights.total - room, 0))
        bar.setValue(bar.maximum() if self._at_end else wanted)
        self._moving = False
        self.viewport().update()

    def show_end(self) -> None:
        """Go to the newest row and stay there."""
        self._at_end = True
        self._settle(0, 0)

    def _on_scrolled(self, value: int) -> None:
        if self._moving:
            return
        self._at_end = value >= self.verticalScrollBar().maximum()
        self._settle(*self._anchor())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.remeasure()
        else:
            self._settle(*self._anchor())

    # -- what Qt asks of a view --------------------------------------------------------------------

    @override
    def visualRect(self, index: _Index) -> QRect:
        if not index.isValid() or index.row() >= self.model().rowCount():
            return QRect()
        top = self.heights.top(index.row()) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self.heights.height(index.row()))

    @override
    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.heights.row_at(point.y() + self.verticalOffset())
        return self.model().index(row, 0) if row >= 0 else QModelIndex()

    @override
    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if not index.isValid():
            return
        room = self.viewport().height()
        self.heights.measure_up(index.row(), room)
        self.heights.measure_down(index.row(), room)
        top, height = self.heights.top(index.row()), self.heights.height(index.row())
        value = self.verticalOffset()
        if top < value or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            value = top
        elif top + height > value + room:
            value = top + height - room
        bar = self.verticalScrollBar()
        bar.setRange(0, max(self.heights.total - room, 0))
        bar.setValue(value)
        self.viewport().update()

    @override
    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        del modifiers
        action, last = QAbstractItemView.CursorAction, self.model().rowCount() - 1
        row, page = self.currentIndex().row(), self.viewport().height()
        if last < 0:
            return QModelIndex()
        if row < 0:
            return self.model().index(last, 0)
        moved = {
            action.MoveUp: row - 1,
            action.MovePrevious: row - 1,
            action.MoveDown: row + 1,
            action.MoveNext: row + 1,
            action.MoveHome: 0,
            action.MoveEnd: last,
        }.get(cursorAction)
        if moved is None:
            step = page if cursorAction == action.MovePageDown else -page if cursorAction == action.MovePageUp else 0
            y = min(max(self.heights.top(row) + step, 0), self.heights.total - 1)
            moved = self.heights.row_at(y)
        return self.model().index(min(max(moved, 0), last), 0)

    @override
    def horizontalOffset(self) -> int:
        return 0

    @override
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    @override
    def isIndexHidden(self, index: _Index) -> bool:
        del index
        return False

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center()) if rect.height() > 1 else self.indexAt(rect.topLeft())
        self.selectionModel().select(QItemSelection(index, index), command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if not self.model().rowCount():
            painter.end()
            return
        offset, bottom = self.verticalOffset(), event.rect().bottom()
        row = max(self.heights.row_at(max(event.rect().top() + offset, 0)), 0)
        hovered = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos())).row() if self.underMouse() else -1
        while row < self.model().rowCount() and self.heights.top(row) - offset <= bottom:
            self._paint_row(painter, row, hovered=row == hovered)
            row += 1
        painter.end()

    def _paint_row(self, painter: QPainter, row: int, *, hovered: bool) -> None:
        index = self.model().index(row, 0)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        drawn = cast("Any", option)  # the stubs do not know its fields
        drawn.rect = self.visualRect(index)
        drawn.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        if self.selectionModel().isSelected(index):
            drawn.state |= QStyle.StateFlag.State_Selected
        if hovered:
            drawn.state |= QStyle.StateFlag.State_MouseOver
        self.itemDelegate().paint(painter, option, index)
