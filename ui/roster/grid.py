"""The grid of the roster, as a month or a week: moves by arrows, enters by typing or dragging, has a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from ui.roster.cell_delegate import CellDelegate
from ui.roster.cell_drag import CellDrag
from ui.roster.cell_painter import CellPainter
from ui.roster.month_model import ColumnKind, MonthModel, is_leading
from ui.roster.week_painter import WeekPainter, wanted_height
from ui.theme import theme
from ui.widgets.painted import text_width
from ui.words import word

if TYPE_CHECKING:
    from ui.roster.names import PersonBook

ROW_HEIGHT = 26
_LEAST = {
    ColumnKind.DATE: 134,
    ColumnKind.DAY_TYPE: 88,
    ColumnKind.SHIFT: 76,
    ColumnKind.POST: 96,
    ColumnKind.REMARK: 120,
}
_LEADER_LEAST = 178
_WEEK_LEAST, _WEEK_MOST = 58, 140


class MonthGrid(QTableView):
    """The view of a `MonthModel`; `set_tall` makes it the week's.

    `entered(row, column, person_ids)` when a cell was entered, `cleared([(row, column)…])` on Delete, `dropped(Drop)`,
    `refused(sentence)` when a name is unknown, `chosen(row, column)` as the cursor moves, `menu_wanted(global point)`
    on the context-menu key or a right click. While `picking`, a click or Enter only gives the cell: `picked()`.
    """

    entered = Signal(int, int, tuple)
    cleared = Signal(list)
    dropped = Signal(object)
    refused = Signal(str)
    chosen = Signal(int, int)
    menu_wanted = Signal(QPoint)
    picked = Signal()
    pick_cancelled = Signal()

    def __init__(self, model: MonthModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.month = model
        self.cells = CellDelegate(self)
        self.drag = CellDrag(self)
        self.person_id: int | None = None
        """Who of a cell's persons was clicked; None: by the keyboard, the first is meant."""
        self._tall = self._picking = False
        self.setModel(model)
        self.setItemDelegate(self.cells)
        self._dress()
        self.cells.entered.connect(self._on_entered)
        self.cells.refused.connect(self.refused)
        self.cells.left.connect(self._move)
        self.drag.dropped.connect(self.dropped)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(lambda first, last: self.fit() if first != last else None)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(False)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(theme().px(ROW_HEIGHT))
        rows.setDefaultSectionSize(theme().px(ROW_HEIGHT))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setFont(theme().font("dense"))
        head.setFixedHeight(theme().px(34))

    def set_book(self, book: PersonBook) -> None:
        """Who can be entered."""
        self.cells.book = book

    def set_tall(self, tall: bool) -> None:
        """A week: rows that share the height, with phones and times; or a month: one line for each shift."""
        if tall != self._tall:
            self._tall = tall
            self.cells.look = WeekPainter() if tall else CellPainter()
            self.fit()

    def set_picking(self, picking: bool) -> None:
        """A click or Enter gives the cell to whoever asked, and opens nothing."""
        self._picking = picking
        triggers = QAbstractItemView.EditTrigger
        usual = triggers.AnyKeyPressed | triggers.DoubleClicked
        self.setEditTriggers(triggers.NoEditTriggers if picking else usual)
        cursor = Qt.CursorShape.CrossCursor if picking else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(cursor)

    def fit(self) -> None:
        """Share width and height."""
        self.fit_columns()
        self._fit_rows()

    def _fit_rows(self) -> None:
        px, rows = theme().px, self.month.rowCount()
        if not self._tall:
            for row in range(rows):
                self.setRowHeight(row, px(ROW_HEIGHT))
            return
        least: list[int] = []
        for row in range(rows):
            looks = [self.month.look(row, column) for column in range(self.month.columnCount())]
            least.append(max([px(_WEEK_LEAST), *(px(wanted_height(look)) for look in looks if look is not None)]))
        spare = max(0, self.viewport().height() - sum(least)) // rows if rows else 0
        for row, height in enumerate(least):
            self.setRowHeight(row, max(height, min(height + spare, px(_WEEK_MOST))))

    # -- columns --------------------------------------------------------------------------------

    def fit_columns(self) -> None:
        """Share the width: leaders wider for the phone, remarks take what is left."""
        if not self.month.columnCount():
            return
        px = theme().px
        width = self.viewport().width()
        least = [px(_LEADER_LEAST if is_leading(each) else _LEAST[each.kind]) for each in self.month.columns]
        if self.month.table is not None:
            words = [word(day_type) for day_type, count in self.month.table.counts.items() if count]
            least[1] = max(least[1], *(text_width("label_strong", each) + px(22) for each in words))
        spare = max(0, width - sum(least))
        posts = [place for place, each in enumerate(self.month.columns) if each.post is not None]
        for place in posts:
            more = min(max(0, self._wanted(place) - least[place]), spare)
            least[place] += more
            spare -= more
        for place in posts:
            least[place] += min(spare // (len(posts) + 1), px(56))
        least[-1] = max(least[-1], width - sum(least[:-1]))
        for place, size in enumerate(least):
            self.setColumnWidth(place, size)

    def _wanted(self, column: int) -> int:
        looks = (self.month.look(row, column) for row in range(self.month.rowCount()))
        leading = is_leading(self.month.column(column))
        return max(
            (self.cells.look.wanted_width(look, leading=leading) for look in looks if look is not None), default=0
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    # -- the cursor -----------------------------------------------------------------------------

    def go_to(self, row: int, column: int, *, edit: bool = False) -> None:
        """Put the cursor on a cell, and open it if wanted."""
        index = self.month.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if edit:
            self.edit(index)

    def person_at(self, at: QPoint) -> int | None:
        """Whose name lies at a point of the viewport."""
        index = self.indexAt(at)
        if not index.isValid():
            return None
        inside = at - self.visualRect(index).topLeft()
        return self.cells.look.person_at(self.month, index, inside.x(), inside.y())

    def chosen_cells(self) -> list[tuple[int, int]]:
        """The cells of posts that are selected, in order."""
        return sorted((index.row(), index.column()) for index in self.selectedIndexes())

    # -- mouse and drag -------------------------------------------------------------------------

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        self.person_id = self.person_at(at)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() == Qt.MouseButton.LeftButton and plain and index.isValid() and not self._picking:
            self.drag.press(at)
        super().mousePressEvent(event)
        if index.isValid() and index == self.currentIndex():
            self.chosen.emit(index.row(), index.column())  # another person of the same cell may be meant

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        held = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if held and self.drag.move(event.position().toPoint(), QApplication.startDragDistance()):
            return  # a person is carried, no cells are marked
        super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.drag.release()
        super().mouseReleaseEvent(event)
        if self._picking and event.button() == Qt.MouseButton.LeftButton and self.currentIndex().isValid():
            self.picked.emit()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.drag.look(event)
        event.setAccepted(True)  # else Qt would not tell where it goes from here

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.drag.look(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drag.forget()
        super().dragLeaveEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.drag.let_go(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid() and index not in self.selectedIndexes():
                self.setCurrentIndex(index)
            self.menu_wanted.emit(event.globalPos())
        elif self.currentIndex().isValid():
            below = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(self.viewport().mapToGlobal(below))

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            if not QApplication.mouseButtons():
                self.person_id = None
            self.chosen.emit(current.row(), current.column())
        self.viewport().update()

    def _on_entered(self, index: QModelIndex, person_ids: tuple[int, ...]) -> None:
        self.entered.emit(index.row(), index.column(), person_ids)

    def _move(self, where: str) -> None:
        actions = {
            "down": QAbstractItemView.CursorAction.MoveDown,
            "next": QAbstractItemView.CursorAction.MoveRight,
            "previous": QAbstractItemView.CursorAction.MoveLeft,
        }
        focused = QApplication.focusWidget()
        if focused is None or self.isAncestorOf(focused):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # unless a question about the entry has taken it
        if where in actions:
            index = self.moveCursor(actions[where], Qt.KeyboardModifier.NoModifier)
            if index.isValid():
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.selectionModel().setCurrentIndex(index, flags)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if self._picking:
                self.picked.emit()
            else:
                self.edit(self.currentIndex())
        elif self._picking and key == Qt.Key.Key_Escape:
            self.pick_cancelled.emit()
        elif self._picking and event.text().strip() and plain:
            event.ignore()  # typing names waits until the cell is picked
        elif plain and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit(self.chosen_cells())
        else:
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """An input method composes over the cell itself; what it commits opens the cell.

        Qt would open it at the first letter, and the change of focus would tear the composition apart.
        """
        index = self.currentIndex()
        if not index.isValid():
            event.ignore()
            return
        if not event.commitString():
            if event.preeditString():
                self.month.set_pending(index.row(), index.column(), event.preeditString())
            else:
                self.month.drop_pending()
            event.accept()
            return
        self.month.drop_pending()
        self.edit(index)
        editor = self.cells.open_editor
        if editor is not None:
            QCoreApplication.sendEvent(editor, event)

    # -- painting -------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._outline_today(painter)
        self._outline_cursor(painter)
        self.drag.paint(painter)
        painter.end()

    def _outline_today(self, painter: QPainter) -> None:
        rows = [row for row in range(self.month.rowCount()) if self.month.is_today(row)]
        if rows:
            last = self.month.columnCount() - 1
            first_rect = self.visualRect(self.month.index(rows[0], 0))
            last_rect = self.visualRect(self.month.index(rows[-1], last))
            self._outline(painter, first_rect.united(last_rect).adjusted(0, -1, 0, 0))

    def _outline_cursor(self, painter: QPainter) -> None:
        index = self.currentIndex()
        if index.isValid() and self.month.cell(index.row(), index.column()) is not None:
            self._outline(painter, self.visualRect(index).adjusted(-1, -1, 0, 0))

    def _outline(self, painter: QPainter, rect: QRect) -> None:
        pen = QPen(theme().color("accent"), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.viewport().update()
