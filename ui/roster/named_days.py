"""The year's days that have a name: holidays with their rest and make-up days, one line for each run of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from duty_console.roster.model import DayType
from ui.roster.cell_painter import DAY_TINT
from ui.roster.panel import empty
from ui.theme import theme
from ui.theme.tokens import mix
from ui.widgets import Button, Painted, SectionHeader, Text, Translated
from ui.widgets.painted import draw_box
from ui.words import day_month, word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPaintEvent

    from duty_console.roster.model import CalendarDay


@dataclass(frozen=True, slots=True)
class DayRun:
    """Days of one type and name in a row."""

    first: date
    last: date
    day_type: DayType
    name: str
    provisional: bool


def runs_of(days: Iterable[CalendarDay]) -> tuple[DayRun, ...]:
    """The named days of a year and its make-up workdays, neighbours of one kind together."""
    found: list[DayRun] = []
    for day in days:
        if not day.name and day.day_type in (DayType.WORKDAY, DayType.WEEKEND):
            continue
        last = found[-1] if found else None
        same = last is not None and (last.day_type, last.name) == (day.day_type, day.name)
        if last is not None and same and last.last + timedelta(1) == day.date:
            found[-1] = DayRun(last.first, day.date, day.day_type, day.name, last.provisional or day.provisional)
        else:
            found.append(DayRun(day.date, day.date, day.day_type, day.name, day.provisional))
    return tuple(found)


class _Swatch(Painted):
    def __init__(self, day_type: DayType) -> None:
        super().__init__()
        self._day_type = day_type
        side = theme().px(14)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, tokens = self.painter(), theme().tokens
        tint = getattr(tokens, DAY_TINT[self._day_type])
        draw_box(painter, self.rect().toRectF(), QColor(tint), QColor(mix(tint, tokens.control, 0.5)), theme().px(3))
        painter.end()


class NamedDays(Translated, QWidget):
    """`chosen(date)` when a line is taken."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs: tuple[DayRun, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        self._head = SectionHeader("")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(self._rows)
        self.retranslate()

    def retranslate(self) -> None:
        self._show()

    def set_days(self, days: Sequence[CalendarDay]) -> None:
        """Show the named days among these."""
        runs = runs_of(days)
        if runs != self.runs:
            self.runs = runs
            self._show()

    def _show(self) -> None:
        self._head.set(self.tr("Holidays of the year"), count=str(len(self.runs)) if self.runs else "")
        empty(self._rows)
        for run in self.runs:
            self._rows.addWidget(self._row(run))

    def _row(self, run: DayRun) -> QWidget:
        px, row = theme().px, QFrame()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(8))
        line.addWidget(_Swatch(run.day_type))
        button = Button(span_words(run.first, run.last), kind="link")
        button.clicked.connect(lambda: self.chosen.emit(run.first))
        line.addWidget(button)
        name = self.tr("for {name}").format(name=run.name) if self._makes_up(run) else run.name
        line.addWidget(Text(name, "dense"))
        line.addStretch(1)
        line.addWidget(Text(word(run.day_type), "label", "muted"), 0, Qt.AlignmentFlag.AlignRight)
        row.setFixedHeight(px(28))
        button.setAccessibleName(f"{button.text()} {name} {word(run.day_type)}")
        return row

    def _makes_up(self, run: DayRun) -> bool:
        return run.day_type is DayType.MAKEUP_WORKDAY and bool(run.name)


def span_words(first: date, last: date) -> str:
    """10月1日–3日, 1 Oct – 3 Oct; a single day stands alone."""
    return day_month(first) if first == last else f"{day_month(first)} – {day_month(last)}"
