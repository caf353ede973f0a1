"""Dragging a person over the grid: picking up, the mark that says what a drop would do, dropping."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QPainter, QPen, QPixmap

from ui.roster.drops import Dragged, Drop, DropKind, plan_drop
from ui.theme import theme
from ui.widgets.painted import centred_baseline, draw_box, draw_text, text_width

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QDropEvent
    from PySide6.QtWidgets import QWidget

    from ui.roster.grid import MonthGrid

MIME = "application/x-duty-person"


def mime_of(dragged: Dragged) -> QMimeData:
    """What travels with the mouse."""
    plain: dict[str, Any] = {"person": dragged.person_id, "name": dragged.name}
    if dragged.origin is not None:
        day, slot, post_id = dragged.origin
        plain["origin"] = [day.isoformat(), slot, post_id]
    mime = QMimeData()
    mime.setData(MIME, QByteArray(json.dumps(plain).encode()))
    mime.setText(dragged.name)
    return mime


def dragged_of(mime: QMimeData) -> Dragged | None:
    """Who travels; None for anything else."""
    if not mime.hasFormat(MIME):
        return None
    plain = json.loads(bytes(mime.data(MIME).data()))
    origin = plain.get("origin")
    key = (date.fromisoformat(origin[0]), str(origin[1]), int(origin[2])) if origin else None
    return Dragged(int(plain["person"]), str(plain["name"]), key)


def carry(source: QWidget, dragged: Dragged) -> None:
    """Take a person along with the mouse until it is let go."""
    drag = QDrag(source)
    drag.setMimeData(mime_of(dragged))
    drag.setPixmap(_chip(dragged.name, source.devicePixelRatioF()))
    drag.setHotSpot(QPoint(theme().px(12), theme().px(13)))
    drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)


def _chip(name: str, ratio: float) -> QPixmap:
    px = theme().px
    width, height = text_width("dense_strong", name) + px(24), px(26)
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = QRect(0, 0, width, height).toRectF()
    draw_box(painter, rect, theme().color("raised"), theme().color("accent"), px(6))
    draw_text(painter, px(12), centred_baseline("dense_strong", height), name, "dense_strong", "text")
    painter.end()
    return pixmap


class CellDrag(QObject):
    """The grid's part in dragging. `dropped(Drop)` when somebody was let go over a cell that takes him."""

    dropped = Signal(object)

    def __init__(self, grid: MonthGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._pressed: tuple[QPoint, Dragged] | None = None
        self._over: QRect | None = None
        self.drop: Drop | None = None
        """What letting go now would do."""

    # -- picking up -----------------------------------------------------------------------------

    def press(self, at: QPoint) -> bool:
        """The mouse went down; return whether there is somebody to be picked up."""
        self._pressed = None
        grid = self._grid
        index = grid.indexAt(at)
        person_id = grid.person_at(at)
        cell = grid.month.cell(index.row(), index.column()) if index.isValid() else None
        key = grid.month.key(index.row(), index.column()) if index.isValid() else None
        if person_id is None or cell is None or key is None:
            return False
        name = next(each.name for each in cell.persons if each.person_id == person_id)
        self._pressed = (at, Dragged(person_id, name, key))
        return True

    def move(self, at: QPoint, distance: int) -> bool:
        """The mouse moved with the button down; return whether somebody is carried from here on."""
        if self._pressed is None or (at - self._pressed[0]).manhattanLength() < distance:
            return self._pressed is not None
        dragged, self._pressed = self._pressed[1], None
        carry(self._grid, dragged)
        return True

    def release(self) -> None:
        """The mouse was let go without carrying anybody."""
        self._pressed = None

    # -- over the cells -------------------------------------------------------------------------

    def look(self, event: QDropEvent) -> None:
        """Say what letting go here would do, and take the event if it would do anything."""
        dragged, at = dragged_of(event.mimeData()), event.position().toPoint()
        index = self._grid.indexAt(at)
        copy = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self.drop = self._plan(dragged, index, at, copy=copy) if dragged is not None else None
        self._over = self._grid.visualRect(index) if self.drop is not None else None
        self._grid.viewport().update()
        if self.drop is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction if copy else Qt.DropAction.MoveAction)
        event.accept()

    def _plan(self, dragged: Dragged, index: QModelIndex, at: QPoint, *, copy: bool) -> Drop | None:
        table = self._grid.month.table
        key = self._grid.month.key(index.row(), index.column()) if index.isValid() else None
        if table is None or key is None:
            return None
        return plan_drop(table, dragged, key, self._grid.person_at(at), copy=copy)

    def forget(self) -> None:
        """The mouse left: no mark."""
        self.drop = self._over = None
        self._grid.viewport().update()

    def let_go(self, event: QDropEvent) -> None:
        """Somebody was let go."""
        self.look(event)
        drop = self.drop
        self.forget()
        if drop is not None:
            self.dropped.emit(drop)

    # -- the mark -------------------------------------------------------------------------------

    def words(self) -> str:
        """What the mark says."""
        if self.drop is None:
            return ""
        source = {
            DropKind.ADD: QCoreApplication.translate("CellDrag", "Put in"),
            DropKind.MOVE: QCoreApplication.translate("CellDrag", "Move here"),
            DropKind.SWAP: QCoreApplication.translate("CellDrag", "Change places with {name}"),
            DropKind.REPLACE: QCoreApplication.translate("CellDrag", "Replace {name}"),
        }[self.drop.kind]
        return source.format(name=self.drop.other)

    def paint(self, painter: QPainter) -> None:
        """Draw the mark: a dashed outline and a label beside it."""
        if self._over is None or self.drop is None:
            return
        px, rect = theme().px, self._over
        painter.fillRect(rect, _faint())
        pen = QPen(theme().color("accent"), px(2), Qt.PenStyle.DashLine)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -2, -2))
        words, height = self.words(), px(22)
        width = text_width("label_strong", words) + px(16)
        view = cast("QWidget", self._grid.viewport()).rect()
        top = rect.bottom() + px(3) if rect.bottom() + px(3) + height < view.bottom() else rect.top() - px(3) - height
        left = max(0, min(rect.left(), view.width() - width))
        draw_box(painter, QRect(left, top, width, height).toRectF(), theme().color("accent"), None, px(4))
        baseline = top + centred_baseline("label_strong", height)
        draw_text(painter, left + px(8), baseline, words, "label_strong", "on_accent")


def _faint() -> QColor:
    colour = QColor(theme().color("accent"))  # a copy: the theme hands out its own
    colour.setAlphaF(0.12)
    return colour
