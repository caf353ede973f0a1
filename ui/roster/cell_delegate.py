"""How a cell of the month is painted and entered."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from duty_console.roster.model import DayType, MonthCell
from ui.roster.cell_editor import CellEditor, not_found_words
from ui.roster.month_model import ColumnKind, MonthModel, is_leading
from ui.roster.names import NotFound, PersonBook
from ui.theme import TypeRole, theme
from ui.theme.tokens import mix
from ui.widgets.painted import centred_baseline, draw_box, draw_icon, draw_text, elided, text_width
from ui.words import weekday_word

_Index = QModelIndex | QPersistentModelIndex

DAY_TINT = {
    DayType.STATUTORY_HOLIDAY: "day_statutory",
    DayType.ADJUSTED_REST: "day_holiday",
    DayType.MAKEUP_WORKDAY: "day_makeup",
    DayType.WEEKEND: "day_weekend",
    DayType.WORKDAY: "surface",
}
_DAY_WORD = {
    DayType.STATUTORY_HOLIDAY: "day_statutory_word",
    DayType.ADJUSTED_REST: "day_statutory_word",
    DayType.MAKEUP_WORKDAY: "day_makeup_word",
}


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
        self.open_editor: CellEditor | None = None
        """The editor that is open now."""

    # -- painting -------------------------------------------------------------------------------

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(theme().px(96), theme().px(26))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = _month_of(index)
        row, column = index.row(), index.column()
        kind = model.column(column).kind
        painter.save()
        painter.setClipRect(_rect(option))
        painter.translate(_rect(option).topLeft())
        width, height = _rect(option).width(), _rect(option).height()
        fill = self._fill(model, row, option)
        painter.fillRect(0, 0, width, height, fill)
        cell = model.cell(row, column)
        if cell is not None and cell.missing and model.pending(row, column) is None:
            self._paint_gap(painter, model, cell, QRect(0, 0, width, height))
        elif kind is ColumnKind.DATE:
            self._paint_date(painter, model, row, height)
        elif kind is ColumnKind.DAY_TYPE:
            self._paint_day_type(painter, model, row, QRect(0, 0, width, height))
        elif kind is ColumnKind.POST:
            self._paint_persons(painter, model, row, column, QRect(0, 0, width, height))
        else:
            self._paint_rest(painter, model, row, column, QRect(0, 0, width, height))
        self._paint_lines(painter, model, row, column, QRect(0, 0, width, height), fill)
        painter.restore()

    def _fill(self, model: MonthModel, row: int, option: QStyleOptionViewItem) -> QColor:
        tokens = theme().tokens
        tint = getattr(tokens, DAY_TINT[model.row(row).day.day_type])
        if model.is_today(row):
            tint = tokens.tint_accent
        if cast("Any", option).state & QStyle.StateFlag.State_Selected:
            tint = mix(tint, tokens.accent, 0.12)
        return QColor(tint)

    def _paint_lines(
        self, painter: QPainter, model: MonthModel, row: int, column: int, rect: QRect, fill: QColor
    ) -> None:
        tokens = theme().tokens
        bottom = rect.height() - 1
        inner = QColor(mix(fill.name(), tokens.line, 0.7))
        last_of_day = row + 1 >= model.rowCount() or model.row(row + 1).first_of_day
        if model.begins_week(row + 1):
            painter.fillRect(0, bottom, rect.width(), 1, QColor(mix(tokens.line, tokens.muted, 0.45)))
        elif last_of_day or column >= 2:
            painter.fillRect(0, bottom, rect.width(), 1, inner)
        if column >= 1 and column < model.columnCount() - 1:
            painter.fillRect(rect.width() - 1, 0, 1, rect.height(), inner)

    def _paint_date(self, painter: QPainter, model: MonthModel, row: int, height: int) -> None:
        line, px = model.row(row), theme().px
        if not line.first_of_day:
            return
        number, baseline = str(line.day.date.day), centred_baseline("dense", height)
        draw_text(painter, px(40) - text_width("dense_strong", number), baseline, number, "dense_strong", "text")
        taken = draw_text(painter, px(52), baseline, weekday_word(line.day.date), "dense", "muted")
        if model.is_today(row):
            word = self.tr("Today")
            left, box_height = px(52) + taken + px(6), px(18)
            width = text_width("label_strong", word) + px(10)
            top = (height - box_height) // 2
            draw_box(painter, QRectF(left, top, width, box_height), theme().color("accent"), None, px(4))
            draw_text(
                painter, left + px(5), centred_baseline("label_strong", height), word, "label_strong", "on_accent"
            )

    def _paint_day_type(self, painter: QPainter, model: MonthModel, row: int, rect: QRect) -> None:
        day = model.row(row).day
        tone = _DAY_WORD.get(day.day_type, "muted")
        role: TypeRole = "label_strong" if day.day_type in _DAY_WORD else "label"
        self._draw(painter, rect, model.text(row, 1), role, tone)

    def _paint_persons(self, painter: QPainter, model: MonthModel, row: int, column: int, rect: QRect) -> None:
        pending = model.pending(row, column)
        names = model.names(row, column) if pending is None else pending
        leading = is_leading(model.column(column))
        role: TypeRole = "dense_strong" if leading else "dense"
        taken = self._draw(painter, rect, names, role, "text")
        cell = model.cell(row, column)
        if leading and pending is None and cell is not None and len(cell.persons) == 1:
            left = max(theme().px(12) + taken + theme().px(10), theme().px(66))
            self._draw(painter, rect, cell.persons[0].phone, "label", "muted", left)

    def _paint_gap(self, painter: QPainter, model: MonthModel, cell: MonthCell, rect: QRect) -> None:
        px, keeper = theme().px, theme()
        inner = QRectF(rect).adjusted(0, 0, -1, -1)
        draw_box(painter, inner, keeper.color("tint_red"), keeper.color("extreme"), 0)
        left = px(12)
        if cell.persons:
            names = "、".join(person.name for person in cell.persons)
            left += self._draw(painter, rect, names, "dense", "text") + px(8)
        draw_icon(painter, left, rect.height(), "circle-alert", "extreme", px(14))
        self._draw(painter, rect, model.missing_words(cell.missing), "dense_strong", "extreme", left + px(19))

    def _paint_rest(self, painter: QPainter, model: MonthModel, row: int, column: int, rect: QRect) -> None:
        left = theme().px(12)
        if model.column(column).kind is ColumnKind.REMARK and model.is_corrected(row):
            draw_icon(painter, left, rect.height(), "pencil", "severe", theme().px(14))
            left += theme().px(19)
        self._draw(painter, rect, model.text(row, column), "label", "muted", left)

    def _draw(
        self, painter: QPainter, rect: QRect, text: str, role: TypeRole, tone: str, left: int | None = None
    ) -> int:
        start = theme().px(12) if left is None else left
        shown = elided(role, text, rect.width() - start - theme().px(4))
        return draw_text(painter, start, centred_baseline(role, rect.height()), shown, role, tone)

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
