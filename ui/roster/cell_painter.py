"""How a cell of the roster looks: day tints, names with covers and absences, gaps, quiet marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from duty_console.roster.model import AssignmentSource, DayType
from ui.roster.cell_words import NO_POST, missing_words
from ui.roster.month_model import ColumnKind, MonthModel, is_leading
from ui.theme import TypeRole, theme
from ui.theme.tokens import mix
from ui.widgets.painted import centred_baseline, draw_box, draw_icon, draw_text, elided, text_width
from ui.words import weekday_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.roster.cell_words import Piece
    from ui.roster.month_model import CellLook

_Index = QModelIndex | QPersistentModelIndex

DAY_TINT = {
    DayType.STATUTORY_HOLIDAY: "day_statutory",
    DayType.ADJUSTED_REST: "day_holiday",
    DayType.MAKEUP_WORKDAY: "day_makeup",
    DayType.WEEKEND: "day_weekend",
    DayType.WORKDAY: "surface",
}
DAY_WORD = {
    DayType.STATUTORY_HOLIDAY: "day_statutory_word",
    DayType.ADJUSTED_REST: "day_statutory_word",
    DayType.MAKEUP_WORKDAY: "day_makeup_word",
}
SOURCE_ICON = {
    AssignmentSource.HAND: ("pencil", "muted"),
    AssignmentSource.PLAN: ("wand-sparkles", "line"),
    AssignmentSource.IMPORT: ("download", "line"),
    AssignmentSource.SWAP: ("arrow-left-right", "accent"),
}


class CellPainter:
    """Paints one cell with its upper left corner at 0, 0: one line high, as the month shows it."""

    def paint(
        self, painter: QPainter, model: MonthModel, row: int, column: int, rect: QRect, *, selected: bool
    ) -> None:
        """Paint a cell of any column."""
        fill = self.fill(model, row, selected=selected)
        painter.fillRect(rect, fill)
        kind = model.column(column).kind
        if kind is ColumnKind.DATE:
            self._paint_date(painter, model, row, rect.height())
        elif kind is ColumnKind.DAY_TYPE:
            self._paint_day_type(painter, model, row, rect)
        elif kind is ColumnKind.POST:
            self._paint_cell(painter, model, row, column, rect)
        else:
            self._paint_rest(painter, model, row, column, rect)
        self._paint_lines(painter, model, row, column, rect, fill)

    def fill(self, model: MonthModel, row: int, *, selected: bool) -> QColor:
        """The ground of a cell."""
        tokens = theme().tokens
        tint = getattr(tokens, DAY_TINT[model.row(row).day.day_type])
        if model.is_today(row):
            tint = tokens.tint_accent
        if selected:
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
            self._paint_today(painter, px(52) + taken + px(6), (height - px(18)) // 2, px(18))

    def _paint_today(self, painter: QPainter, left: int, top: int, height: int) -> None:
        word, px = QCoreApplication.translate("CellPainter", "Today"), theme().px
        width = text_width("label_strong", word) + px(10)
        draw_box(painter, QRectF(left, top, width, height), theme().color("accent"), None, px(4))
        baseline = top + centred_baseline("label_strong", height)
        draw_text(painter, left + px(5), baseline, word, "label_strong", "on_accent")

    def _paint_day_type(self, painter: QPainter, model: MonthModel, row: int, rect: QRect) -> None:
        day = model.row(row).day
        tone = DAY_WORD.get(day.day_type, "muted")
        role: TypeRole = "label_strong" if day.day_type in DAY_WORD else "label"
        self._draw(painter, rect, model.text(row, 1), role, tone)

    def _paint_cell(self, painter: QPainter, model: MonthModel, row: int, column: int, rect: QRect) -> None:
        """A post's cell: what is being stored, a dash, or the persons, then what is missing, then the quiet marks."""
        pending, look = model.pending(row, column), model.look(row, column)
        leading = is_leading(model.column(column))
        if pending is not None or look is None:
            self._draw(painter, rect, pending or "", "dense_strong" if leading else "dense", "text")
            return
        if not look.cell.exists and not look.pieces:
            self._draw(painter, rect, NO_POST, "dense", "disabled")
            return
        left = theme().px(12)
        if look.cell.missing:
            inner = QRectF(rect).adjusted(0, 0, -1, -1)
            draw_box(painter, inner, theme().color("tint_red"), theme().color("extreme"), 0)
        room = rect.width() - self._paint_marks(painter, model, row, column, rect)
        gap = missing_words(look.cell.missing) if look.cell.missing else ""
        reserved = theme().px(8) + text_width("dense_strong", gap) if gap and look.pieces else 0
        left = self._paint_pieces(painter, look.pieces, left, room - reserved, rect.height(), leading=leading)
        if gap:
            left += theme().px(8) if look.pieces else theme().px(19)
            if not look.pieces:
                draw_icon(painter, theme().px(12), rect.height(), "circle-alert", "extreme", theme().px(14))
            self._draw(painter, rect, gap, "dense_strong", "extreme", left)
        elif leading and len(look.pieces) == 1 and not look.pieces[0].covers:
            left = max(left + theme().px(10), theme().px(66))
            phone = look.pieces[0].person.phone
            self._draw(painter, QRect(0, 0, room, rect.height()), phone, "label", "muted", left)

    def _paint_pieces(
        self, painter: QPainter, pieces: Sequence[Piece], left: int, room: int, height: int, *, leading: bool
    ) -> int:
        role: TypeRole = "dense_strong" if leading else "dense"
        baseline = centred_baseline(role, height)
        for number, piece in enumerate(pieces):
            if number:
                left += draw_text(painter, left, baseline, "、", role, "text")
            if room - left < theme().px(20):
                break  # not even one character: the tip has the names
            name = elided(role, piece.person.name, room - left)
            width = draw_text(painter, left, baseline, name, role, "muted" if piece.struck else "text")
            if piece.struck:
                painter.fillRect(QRectF(left, round(height / 2), width, 1), theme().color("muted"))
            left += width
            for text, tone in ((piece.covers, "accent"), (f" {piece.away}" if piece.away else "", "extreme")):
                if text and left + theme().px(28) < room:
                    left += draw_text(painter, left, baseline, elided("label", text, room - left), "label", tone)
        return left

    def _paint_marks(self, painter: QPainter, model: MonthModel, row: int, column: int, rect: QRect) -> int:
        """A finding's icon and the quiet sign of where the persons come from; return the width they take."""
        taken, px = theme().px(4), theme().px
        mark, look = model.mark(row, column), model.look(row, column)
        if mark is not None and look is not None and not look.cell.missing:
            taken += px(18)
            draw_icon(painter, rect.width() - taken, rect.height(), mark.icon, mark.tone, px(14))
        crowded = look is None or look.cell.missing or look.cell.covers
        if look is not None and look.source is not None and not crowded:
            taken += px(16)
            icon, tone = SOURCE_ICON[look.source]
            draw_icon(painter, rect.width() - taken, rect.height(), icon, tone, px(12))
        return taken

    def wanted_width(self, look: CellLook, *, leading: bool) -> int:
        """How wide a cell must be to say who covers whom from when, or who is away and how many are missing."""
        gap = bool(look.cell.missing and look.pieces)
        if not look.cell.covers and not gap:
            return 0
        role: TypeRole = "dense_strong" if leading else "dense"
        texts = [
            text_width(role, f"{piece.person.name}、") + text_width("label", piece.covers) for piece in look.pieces
        ]
        beside = text_width("dense_strong", missing_words(look.cell.missing)) + theme().px(8) if gap else 0
        return theme().px(18) + sum(texts) + beside

    def person_at(self, model: MonthModel, index: _Index, x: int, y: int) -> int | None:
        """Whose name lies at a point of a cell; the last one's from there to the right."""
        del y
        look = model.look(index.row(), index.column())
        if look is None or not look.pieces:
            return None
        role: TypeRole = "dense_strong" if is_leading(model.column(index.column())) else "dense"
        left = theme().px(12)
        for piece in look.pieces[:-1]:
            left += text_width(role, piece.person.name) + text_width("label", f"{piece.covers} {piece.away}".rstrip())
            if x < left:
                return piece.person.person_id
            left += text_width(role, "、")
        return look.pieces[-1].person.person_id

    def _paint_rest(self, painter: QPainter, model: MonthModel, row: int, column: int, rect: QRect) -> None:
        left = theme().px(12)
        if model.column(column).kind is not ColumnKind.REMARK:
            self._draw(painter, rect, model.text(row, column), "label", "muted", left)
            return
        for remark in model.remarks(row):
            if left >= rect.width() - theme().px(24):
                return
            if remark.icon:
                draw_icon(painter, left, rect.height(), remark.icon, remark.tone, theme().px(14))
                left += theme().px(19)
            tone = remark.tone if remark.tone == "extreme" else "muted"
            left += self._draw(painter, rect, remark.words, "label", tone, left) + theme().px(12)

    def _draw(
        self, painter: QPainter, rect: QRect, text: str, role: TypeRole, tone: str, left: int | None = None
    ) -> int:
        start = theme().px(12) if left is None else left
        shown = elided(role, text, rect.width() - start - theme().px(4))
        return draw_text(painter, start, centred_baseline(role, rect.height()), shown, role, tone)
