"""A month of days with their types: arrows move from day to day, Page Up and Down from month to month."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.roster.cell_painter import DAY_TINT
from ui.theme import TypeRole, theme
from ui.theme.tokens import mix
from ui.widgets import Painted
from ui.widgets.painted import draw_text, elided, text_width
from ui.words import full_date, weekday_word, word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from duty_console.roster.model import CalendarDay

_HEAD, _ROW, _ROWS = 24, 34, 6


class MonthPicker(Painted):
    """`chosen(date)` when another day is; `set_days` gives types and names, `own` the days set in this room."""

    chosen = Signal(object)

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = day
        self._days: Mapping[date, CalendarDay] = {}
        self._own: frozenset[date] = frozenset()
        self._today: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_days(self, days: Mapping[date, CalendarDay], own: frozenset[date], today: date) -> None:
        """Show these types and names."""
        self._days, self._own, self._today = days, own, today
        self._describe()
        self.update()

    def choose(self, day: date) -> None:
        """Put the cursor on a day and tell it."""
        if day != self.day and 1900 <= day.year < 2200:
            self.day = day
            self._describe()
            self.update()
            self.chosen.emit(day)

    def _describe(self) -> None:
        there = self._days.get(self.day)
        kind = f"{word(there.day_type)} {there.name}".strip() if there is not None else ""
        self.setAccessibleName(f"{full_date(self.day)} {weekday_word(self.day)} {kind}".strip())

    # -- where the days lie -------------------------------------------------------------------------

    def _first(self) -> date:
        """The Monday at the top left."""
        begin = self.day.replace(day=1)
        return begin - timedelta(days=begin.weekday())

    def _rect(self, place: int) -> QRectF:
        width, px = self.width() / 7, theme().px
        left, right = round(place % 7 * width), round((place % 7 + 1) * width)
        return QRectF(left, px(_HEAD) + place // 7 * px(_ROW), right - left, px(_ROW))

    def _weeks(self) -> int:
        begin = self.day.replace(day=1)
        return -(-(begin.weekday() + monthrange(begin.year, begin.month)[1]) // 7)

    def rect_of(self, day: date) -> QRectF:
        """Where a day of this month is shown."""
        return self._rect((day - self._first()).days)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(280), theme().px(_HEAD + _ROW * _ROWS))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(210), self.sizeHint().height())

    # -- painting -----------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = self.painter()
        first = self._first()
        for place in range(7):
            name = weekday_word(first + timedelta(place))
            rect = self._rect(place)
            draw_text(
                painter, rect.center().x() - text_width("label", name) / 2, theme().px(16), name, "label", "muted"
            )
        for place in range(self._weeks() * 7):
            day = first + timedelta(place)
            if day.month == self.day.month:
                self._paint_day(painter, day, self._rect(place).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_day(self, painter: QPainter, day: date, rect: QRectF) -> None:
        px, keeper, there = theme().px, theme(), self._days.get(day)
        tint = getattr(keeper.tokens, DAY_TINT[there.day_type]) if there is not None else keeper.tokens.surface
        chosen = day == self.day
        painter.setBrush(QColor(mix(tint, keeper.tokens.accent, 0.14) if chosen else tint))
        focused = chosen and self.hasFocus()
        border = keeper.color("accent") if chosen else QColor(mix(tint, keeper.tokens.line, 0.6))
        painter.setPen(QPen(border, 2 if focused else 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3))
        role: TypeRole = "dense_strong" if day == self._today or chosen else "dense"
        tone = "accent" if day == self._today else "text"
        named = there.name if there is not None else ""
        number = str(day.day)
        baseline = rect.top() + px(14 if named else 21)
        draw_text(painter, rect.center().x() - text_width(role, number) / 2, baseline, number, role, tone)
        if named:
            shown = elided("label", named, int(rect.width()) - px(2))
            x = rect.center().x() - text_width("label", shown) / 2
            draw_text(painter, x, rect.top() + px(27), shown, "label", "muted")
        if day in self._own:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(keeper.color("accent"))
            painter.drawEllipse(QRectF(rect.right() - px(7), rect.top() + px(3), px(4), px(4)))

    # -- keys and mouse -----------------------------------------------------------------------------

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place in range(self._weeks() * 7):
            day = self._first() + timedelta(place)
            if day.month == self.day.month and self._rect(place).contains(event.position()):
                self.choose(day)
                return

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.choose(self.day + timedelta(steps[key]))
        elif key in months and not event.modifiers():
            self.choose(months_on(self.day, months[key]))
        else:
            super().keyPressEvent(event)


def months_on(day: date, by: int) -> date:
    """The same day some months on, or the last there is: 31 January, then 28 February."""
    number = day.year * 12 + day.month - 1 + by
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
