"""How a cell of the week looks: persons with their phones, covers with their times, who signed in when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QRectF
from typing_extensions import override

from ui.roster.cell_painter import DAY_WORD, SOURCE_ICON, CellPainter
from ui.roster.cell_words import NO_POST, cover_words, missing_words
from ui.roster.month_model import ColumnKind
from ui.theme import theme
from ui.widgets.painted import centred_baseline, draw_box, draw_icon, draw_text, elided, text_width
from ui.words import clock_time, day_month, weekday_word

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter

    from duty_console.roster.attendance.model import SignIn
    from ui.roster.cell_words import Piece
    from ui.roster.month_model import CellLook, MonthModel

translate = QCoreApplication.translate
NAME_LINE, SMALL_LINE, PAD = 20, 17, 8


def wanted_height(look: CellLook) -> int:
    """How high a cell must be for all that it says, before scaling."""
    people = len(look.pieces) * (NAME_LINE + SMALL_LINE) + len(look.cell.covers) * 2 * SMALL_LINE
    return 2 * PAD + people + (NAME_LINE if look.cell.missing else 0)


class WeekPainter(CellPainter):
    """Several lines for each person; the date stands larger."""

    @override
    def _paint_date(self, painter: QPainter, model: MonthModel, row: int, height: int) -> None:
        line, px = model.row(row), theme().px
        if not line.first_of_day:
            return
        top = px(PAD)
        baseline = top + centred_baseline("strong", px(NAME_LINE))
        taken = draw_text(painter, px(16), baseline, day_month(line.day.date), "strong", "text")
        weekday = top + px(NAME_LINE) + centred_baseline("dense", px(SMALL_LINE))
        draw_text(painter, px(16), weekday, weekday_word(line.day.date), "dense", "muted")
        if model.is_today(row):
            self._paint_today(painter, px(16) + taken + px(8), top + px(1), px(18))

    @override
    def _paint_day_type(self, painter: QPainter, model: MonthModel, row: int, rect: QRect) -> None:
        day, px = model.row(row).day, theme().px
        if not model.row(row).first_of_day:
            return
        tone = DAY_WORD.get(day.day_type, "muted")
        line = QRect(0, 0, rect.width(), px(NAME_LINE))
        painter.translate(0, px(PAD))
        self._draw(painter, line, model.text(row, 1), "label_strong" if day.day_type in DAY_WORD else "label", tone)
        painter.translate(0, -px(PAD))

    @override
    def _paint_rest(self, painter: QPainter, model: MonthModel, row: int, column: int, rect: QRect) -> None:
        px = theme().px
        line = QRect(0, 0, rect.width(), px(NAME_LINE))
        painter.save()
        painter.translate(0, px(PAD))
        if model.column(column).kind is ColumnKind.REMARK:
            for remark in model.remarks(row):
                left = px(12)
                if remark.icon:
                    draw_icon(painter, left, line.height(), remark.icon, remark.tone, px(14))
                    left += px(19)
                tone = remark.tone if remark.tone == "extreme" else "muted"
                self._draw(painter, line, remark.words, "label", tone, left)
                painter.translate(0, px(SMALL_LINE))
        else:
            self._draw(painter, line, model.text(row, column), "dense", "text")
        painter.restore()

    @override
    def _paint_cell(self, painter: QPainter, model: MonthModel, row: int, column: int, rect: QRect) -> None:
        px, pending, look = theme().px, model.pending(row, column), model.look(row, column)
        if pending is not None or look is None:
            painter.translate(0, px(PAD))
            self._draw(painter, QRect(0, 0, rect.width(), px(NAME_LINE)), pending or "", "strong", "text")
            painter.translate(0, -px(PAD))
            return
        if look.cell.missing:
            inner = QRectF(rect).adjusted(0, 0, -1, -1)
            draw_box(painter, inner, theme().color("tint_red"), theme().color("extreme"), 0)
        painter.save()
        painter.translate(0, px(PAD))
        if not look.cell.exists and not look.pieces:
            self._draw(painter, QRect(0, 0, rect.width(), px(NAME_LINE)), NO_POST, "dense", "disabled")
        for piece in look.pieces:
            self._paint_person(painter, model, row, look, piece, rect.width())
        if look.cell.missing:
            draw_icon(painter, px(12), px(NAME_LINE), "circle-alert", "extreme", px(14))
            words, line = missing_words(look.cell.missing), QRect(0, 0, rect.width(), px(NAME_LINE))
            self._draw(painter, line, words, "dense_strong", "extreme", px(31))
        painter.restore()
        self._paint_corner(painter, model, row, column, rect)

    def _paint_person(
        self, painter: QPainter, model: MonthModel, row: int, look: CellLook, piece: Piece, width: int
    ) -> None:
        px, line = theme().px, QRect(0, 0, width, theme().px(NAME_LINE))
        left, height = px(12), line.height()
        name = elided("strong", piece.person.name, width - px(34))
        baseline = centred_baseline("strong", height)
        taken = draw_text(painter, left, baseline, name, "strong", "muted" if piece.struck else "text")
        if piece.struck:
            painter.fillRect(QRectF(left, round(height / 2), taken, 1), theme().color("muted"))
        left += taken + px(8)
        signed = model.sign_in(row, piece.person.person_id)
        phone = text_width("label", piece.person.phone)
        beside = px(12) + phone + px(10) + px(17) + text_width("label", "00:00") < width
        if signed is not None and not beside and not piece.away:
            self._paint_signed(painter, signed, model, left, line)  # its time matters more than the title
        else:
            aside, room = piece.away or piece.person.title, width - px(22)
            if left + text_width("label", aside) < room or piece.away:
                self._draw(painter, QRect(0, 0, room, height), aside, "label", self._tone(piece), left)
        painter.translate(0, height)
        line = QRect(0, 0, width, px(SMALL_LINE))
        self._draw(painter, line, piece.person.phone, "label", "muted")
        if signed is not None and beside:
            self._paint_signed(painter, signed, model, px(12) + phone + px(10), line)
        painter.translate(0, line.height())
        for mark in look.cell.covers:
            if mark.person_id == piece.person.person_id:
                words = cover_words(mark, model.row(row).shift, model.zone)
                self._draw(painter, line, words, "label_strong", "accent")
                painter.translate(0, line.height())
                self._draw(painter, line, mark.cover.phone, "label", "muted", px(24))
                painter.translate(0, line.height())

    def _tone(self, piece: Piece) -> str:
        return "extreme" if piece.away else "muted"

    def _paint_signed(self, painter: QPainter, signed: SignIn, model: MonthModel, left: int, line: QRect) -> None:
        px, late = theme().px, signed.late_minutes > 0
        words = translate("WeekPainter", "signed in {time}").format(time=clock_time(signed.at, model.zone))
        if late:
            words = translate("WeekPainter", "{words}, {minutes} min late").format(
                words=words, minutes=signed.late_minutes
            )
        if left + px(17) + text_width("label", words) > line.width() - px(4):
            words = clock_time(signed.at, model.zone)
        draw_icon(painter, left, line.height(), "clock" if late else "check", "severe" if late else "good", px(13))
        self._draw(painter, line, words, "label", "severe" if late else "good", left + px(17))

    def _paint_corner(self, painter: QPainter, model: MonthModel, row: int, column: int, rect: QRect) -> None:
        px, right = theme().px, rect.width() - theme().px(4)
        mark, look = model.mark(row, column), model.look(row, column)
        painter.save()
        painter.translate(0, px(PAD))
        if mark is not None:
            right -= px(18)
            draw_icon(painter, right, px(NAME_LINE), mark.icon, mark.tone, px(14))
        if look is not None and look.source is not None:
            icon, tone = SOURCE_ICON[look.source]
            draw_icon(painter, right - px(16), px(NAME_LINE), icon, tone, px(12))
        painter.restore()

    @override
    def wanted_width(self, look: CellLook, *, leading: bool) -> int:
        del look, leading
        return 0  # covers have lines of their own here

    @override
    def person_at(self, model: MonthModel, index: QModelIndex | QPersistentModelIndex, x: int, y: int) -> int | None:
        look = model.look(index.row(), index.column())
        if look is None or not look.pieces:
            return None
        px, bottom = theme().px, theme().px(PAD)
        for piece in look.pieces:
            covers = sum(1 for mark in look.cell.covers if mark.person_id == piece.person.person_id)
            bottom += px(NAME_LINE) + px(SMALL_LINE) * (1 + 2 * covers)
            if y < bottom:
                return piece.person.person_id
        return look.pieces[-1].person.person_id
