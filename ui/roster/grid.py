"""The month grid: moves by arrows, enters by typing, paints day types, gaps and today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from ui.roster.cell_delegate import CellDelegate
from ui.roster.month_model import ColumnKind, MonthModel, is_leading
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


class MonthGrid(QTableView):
    """The view of a `MonthModel`.

    `entered(row, column, person_ids)` when a cell was entered, `cleared([(row, column)…])` on Delete,
    `refused(sentence)` when a name is unknown, `chosen(row, column)` as the cursor moves.
    """

    entered = Signal(int, int, tuple)
    cleared = Signal(list)
    refused = Signal(str)
    chosen = Signal(int, int)

    def __init__(self, model: MonthModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.month = model
        self.cells = CellDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self.cells)
        self._dress()
        self.cells.entered.connect(self._on_entered)
        self.cells.refused.connect(self.refused)
        self.cells.left.connect(self._move)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        model.modelReset.connect(self.fit_columns)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
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
            least[place] += min(spare // (len(posts) + 1), px(56))
        least[-1] = max(least[-1], width - sum(least[:-1]))
        for place, size in enumerate(least):
            self.setColumnWidth(place, size)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    # -- the cursor -----------------------------------------------------------------------------

    def go_to(self, row: int, column: int, *, edit: bool = False) -> None:
        """Put the cursor on a cell, and open it if wanted."""
        index = self.month.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if edit:
            self.edit(index)

    def chosen_cells(self) -> list[tuple[int, int]]:
        """The cells of posts that are selected, in order."""
        return sorted((index.row(), index.column()) for index in self.selectedIndexes())

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
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
            self.edit(self.currentIndex())
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
