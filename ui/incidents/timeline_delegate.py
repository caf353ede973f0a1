"""How a line of the timeline is drawn: node on a hairline, time, kind, person, number, and the words under them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF
from PySide6.QtGui import QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from duty_console.dutylog.model import LogKind
from ui.incidents.timeline_model import ROW_ROLE
from ui.theme import icon_pixmap, theme
from ui.widgets.painted import centred_baseline, draw_box, draw_text, elided, text_width
from ui.words import LOG_LOOK, clock_time, word

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

    from ui.incidents.timeline_rows import TimelineRow

_RESULT = re.compile(r"应于[^；。，]*，(?P<result>按时|超时[^；。，]*)")
"""The outcome as `reports.service` writes it into the line of a report: coloured, so that the eye finds it."""

_LEFT, _NODE, _WORDS, _RIGHT = 16, 76, 100, 16
"""Where time, middle of the node and words stand, and the margin at the right, px at 100 %."""

_Index = QModelIndex | QPersistentModelIndex


class TimelineDelegate(QStyledItemDelegate):
    """Paints rows and measures their heights."""

    def __init__(self, zone: tzinfo, parent: QWidget) -> None:
        super().__init__(parent)
        self._zone = zone
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    # -- measures --------------------------------------------------------------------------------

    def height(self, row: TimelineRow, width: int) -> int:
        """Return the height of a row at this width; costs a layout where the words need more than one line."""
        px = theme().px
        if row.under:
            room = self._under_room(row, width)
            lines = self._line_count(row.entry.text, "dense", room)
            return px(28) + (lines - 1) * theme().metrics("dense").lineSpacing() + px(6)
        lines = self._line_count(row.entry.text, "base", width - px(_WORDS) - px(_RIGHT))
        return px(8) + theme().metrics("label").height() + px(3) + lines * self._pitch() + px(5)

    def guess(self, rows: Iterable[TimelineRow], width: int) -> list[int]:
        """Return about those heights, from the number of characters alone."""
        px, pitch = theme().px, self._pitch()
        room, under_room = max(width - px(_WORDS + _RIGHT), px(40)), max(width - px(300), px(40))
        head, size, under_head, under_size, under_pitch = px(33), px(14), px(34), px(13), px(19)
        return [
            under_head + len(row.entry.text) * under_size // under_room * under_pitch
            if row.under
            else head + (1 + len(row.entry.text) * size // room) * pitch
            for row in rows
        ]

    @staticmethod
    def _pitch() -> int:
        return round(theme().metrics("base").height())

    def _line_count(self, text: str, role: str, room: int) -> int:
        if "\n" not in text and theme().metrics(role).horizontalAdvance(text) <= room:  # type: ignore[arg-type]
            return 1
        return self._layout(text, theme().font(role), room).lineCount()  # type: ignore[arg-type]

    def _layout(self, text: str, font: QFont, room: int) -> QTextLayout:
        layout = QTextLayout(text.replace("\n", "\u2028"), font)
        layout.setTextOption(self._option)
        layout.beginLayout()
        height = 0.0
        pitch = self._pitch() if font.pixelSize() == theme().font("base").pixelSize() else 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(room, 40))
            line.setPosition(QPointF(0, height))
            height += pitch or theme().metrics("dense").lineSpacing()
        layout.endLayout()
        return layout

    def _under_head(self, row: TimelineRow) -> str:
        return f"{word(row.entry.kind)} {clock_time(row.entry.at, self._zone)}"

    def _under_tail(self, row: TimelineRow) -> str:
        return f"{row.entry.person} #{row.entry.journal_seq}"

    def _under_room(self, row: TimelineRow, width: int) -> int:
        px = theme().px
        head = px(10 + 16 + 6) + text_width("dense_strong", self._under_head(row)) + px(12)
        tail = px(12) + text_width("label", self._under_tail(row)) + px(10)
        return width - px(_WORDS) - px(_RIGHT) - head - tail

    # -- painting --------------------------------------------------------------------------------

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        given = cast("Any", option)  # the stubs do not know its fields
        row: TimelineRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(given.rect.topLeft())
        area = QRect(0, 0, given.rect.width(), given.rect.height())
        if given.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme().color("tint_accent"))
        elif given.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme().color("hover"))
        self._paint_thread(painter, area, index)
        if row.under:
            self._paint_under(painter, area, row, lit=self._is_lit(given))
        else:
            self._paint_line(painter, area, row)
        painter.restore()

    @staticmethod
    def _is_lit(given: object) -> bool:
        lit = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        return bool(cast("Any", given).state & lit)

    def _paint_thread(self, painter: QPainter, area: QRect, index: _Index) -> None:
        x = theme().px(_NODE) + 0.5
        model = index.model()
        top = 0 if index.row() else theme().px(20)
        bottom = area.height() if index.row() < model.rowCount() - 1 else theme().px(20)
        painter.setPen(QPen(theme().color("line"), 1))
        if bottom > top:
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def _paint_line(self, painter: QPainter, area: QRect, row: TimelineRow) -> None:
        px, entry = theme().px, row.entry
        icon, tone = self._look(row)
        baseline = px(8) + centred_baseline("label", theme().metrics("label").height())
        draw_text(painter, px(_LEFT), baseline + 1, clock_time(entry.at, self._zone), "strong", "text")
        if row.day:
            draw_text(painter, px(_LEFT), baseline + px(17), row.day, "label", "muted")
        radius = px(12)
        node = QRectF(px(_NODE) - radius + 0.5, px(8) - px(3), 2 * radius, 2 * radius)
        painter.setPen(QPen(theme().color("line"), 1))
        painter.setBrush(theme().color("surface"))
        painter.drawEllipse(node)
        size = px(14)
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(
            QPointF(node.center().x() - size / 2, node.center().y() - size / 2), icon_pixmap(icon, tone, size, ratio)
        )
        number = f"#{entry.journal_seq}"
        number_x = area.width() - px(_RIGHT) - text_width("label", number)
        x = px(_WORDS)
        x += draw_text(painter, x, baseline, word(entry.kind), "label_strong", tone) + px(8)
        draw_text(painter, x, baseline, elided("label", self._byline(row), number_x - x - px(8)), "label", "muted")
        draw_text(painter, number_x, baseline, number, "label", "muted")
        room = area.width() - px(_WORDS) - px(_RIGHT)
        top = px(8) + theme().metrics("label").height() + px(3)
        self._draw_words(painter, QPointF(px(_WORDS), top), row, room)

    def _byline(self, row: TimelineRow) -> str:
        entry = row.entry
        if not entry.entered_later:
            return entry.person
        said = QCoreApplication.translate("TimelineDelegate", "{person}, entered {time}")
        return said.format(person=entry.person, time=clock_time(entry.recorded_at, self._zone))

    @staticmethod
    def _look(row: TimelineRow) -> tuple[str, str]:
        icon, tone = LOG_LOOK[row.entry.kind]
        if row.entry.kind is LogKind.REPORT and "超时" in row.entry.text:
            tone = "severe"
        return icon, "muted" if row.struck else tone

    def _draw_words(self, painter: QPainter, at: QPointF, row: TimelineRow, room: int) -> None:
        font = QFont(theme().font("base"))
        font.setStrikeOut(row.struck)
        layout = self._layout(row.entry.text, font, room)
        painter.setPen(theme().color("muted" if row.struck else "text"))
        marks = [] if row.struck or row.entry.kind is not LogKind.REPORT else _result_marks(row.entry.text)
        layout.draw(painter, at, marks)

    def _paint_under(self, painter: QPainter, area: QRect, row: TimelineRow, *, lit: bool) -> None:
        px, entry = theme().px, row.entry
        box = QRectF(px(_WORDS), 0, area.width() - px(_WORDS) - px(_RIGHT), area.height() - px(6))
        draw_box(painter, box, theme().color("pressed" if lit else "hover"), None, px(4))
        tone = "severe" if entry.kind is LogKind.CORRECTION else "good"
        icon = "pencil" if entry.kind is LogKind.CORRECTION else "corner-down-right"
        tone = "muted" if row.struck else tone
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(QPointF(box.x() + px(10), (px(28) - px(16)) // 2), icon_pixmap(icon, tone, px(16), ratio))
        baseline = centred_baseline("dense_strong", px(28))
        x = box.x() + px(10 + 16 + 6)
        x += draw_text(painter, x, baseline, self._under_head(row), "dense_strong", tone) + px(12)
        tail = self._under_tail(row)
        draw_text(painter, box.right() - px(10) - text_width("label", tail), baseline, tail, "label", "muted")
        font = QFont(theme().font("dense"))
        font.setStrikeOut(row.struck)
        layout = self._layout(entry.text, font, self._under_room(row, area.width()))
        painter.setPen(theme().color("muted" if row.struck else "text"))
        top = (px(28) - theme().metrics("dense").height()) / 2
        layout.draw(painter, QPointF(x, top))


def _result_marks(text: str) -> list[QTextLayout.FormatRange]:
    marks: list[QTextLayout.FormatRange] = []
    for found in _RESULT.finditer(text):
        mark: Any = QTextLayout.FormatRange()
        mark.start, mark.length = found.start(), found.end() - found.start()
        colour = QTextCharFormat()
        colour.setForeground(theme().color("good" if found["result"] == "按时" else "severe"))
        mark.format = colour
        marks.append(mark)
    return marks
