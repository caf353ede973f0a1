"""How a cell of the roster is entered: the editor over it, what was typed, where the cursor goes next."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui.roster.cell_editor import CellEditor, not_found_words
from ui.roster.cell_painter import CellPainter
from ui.roster.month_model import MonthModel, is_leading
from ui.roster.names import NotFound, PersonBook
from ui.theme import theme

_Index = QModelIndex | QPersistentModelIndex


def _month_of(index: _Index) -> MonthModel:
    return cast("MonthModel", index.model())


def _rect(option: QStyleOptionViewItem) -> QRect:
    return cast("Any", option).rect  # PySide's stubs know no fields of options


class CellDelegate(QStyledItemDelegate):
    """`entered(index, person_ids)`; `refused(sentence)` while the editor stays open; `left(move)` when it closed."""

    entered = Signal(QModelIndex, tuple)
    refused = Signal(str)
    left = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.book = PersonBook()
        self.look = CellPainter()
        self.open_editor: CellEditor | None = None
        """The editor that is open now."""

    # -- painting -------------------------------------------------------------------------------

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(theme().px(96), theme().px(26))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect = _rect(option)
        painter.save()
        painter.setClipRect(rect)
        painter.translate(rect.topLeft())
        selected = bool(cast("Any", option).state & QStyle.StateFlag.State_Selected)
        here = QRect(0, 0, rect.width(), rect.height())
        self.look.paint(painter, _month_of(index), index.row(), index.column(), here, selected=selected)
        painter.restore()

    # -- entering -------------------------------------------------------------------------------

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        model = _month_of(index)
        editor = CellEditor(self.book, leading=is_leading(model.column(index.column())), parent=parent)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        editor.setPlaceholderText(self.tr("Name or initials"))
        editor.finished.connect(lambda move: self._finish(editor, move))
        editor.cancelled.connect(lambda: self._close(editor, "stay"))
        self.open_editor = editor
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        model = _month_of(index)
        if not isinstance(editor, CellEditor) or editor.isModified():
            return  # the month was read again while somebody types
        cell = model.cell(index.row(), index.column())
        persons = [self.book.person(each.person_id) for each in (cell.persons if cell is not None else ())]
        editor.set_persons([each for each in persons if each is not None])
        editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        persons = editor.persons() if isinstance(editor, CellEditor) else []
        if not isinstance(persons, NotFound):
            self.entered.emit(model.index(index.row(), index.column()), tuple(each.id for each in persons))

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        height, room = theme().px(32), _rect(option)
        width = max(room.width(), theme().px(180))
        parent = cast("QWidget", editor.parentWidget())
        left = min(room.left(), max(0, parent.width() - width))
        top = room.center().y() - height // 2
        editor.setGeometry(left, max(0, min(top, parent.height() - height)), width, height)

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if not isinstance(editor, CellEditor):
            return super().eventFilter(editor, event)
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
            return False
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            passing = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
            if event.reason() not in passing:
                self._finish(editor, "away")
            return False
        return False

    def _finish(self, editor: CellEditor, move: str) -> None:
        if editor.property("closing"):
            return  # losing the focus is part of closing
        persons = editor.persons()
        if isinstance(persons, NotFound):
            self.refused.emit(not_found_words(persons))
            if move == "away":
                self._close(editor, "away")
            return
        self.commitData.emit(editor)
        self._close(editor, move)

    def _close(self, editor: CellEditor, move: str) -> None:
        editor.setProperty("closing", True)
        self.open_editor = None
        editor.hide_list()
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if move != "away":
            self.left.emit(move)
