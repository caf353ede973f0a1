"""A month to pick a day from, and the field that opens it."""

from __future__ import annotations

from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QWidget
from typing_extensions import override

from ui.theme import theme


class Calendar(QCalendarWidget):
    """Qt's month with weeks from Monday and the theme's colours instead of Qt's own red weekends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self._colour()

    def _colour(self) -> None:
        head, day, weekend = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        head.setForeground(theme().color("muted"))
        head.setBackground(theme().color("surface"))
        day.setForeground(theme().color("text"))
        weekend.setForeground(theme().color("muted"))
        self.setHeaderTextFormat(head)
        for number in Qt.DayOfWeek:
            ends_week = number in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
            self.setWeekdayTextFormat(number, weekend if ends_week else day)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._colour()


class DateField(QDateEdit):
    """A day, typed or picked; starts at `day`, never at the machine's own idea of today."""

    def __init__(self, day: QDate, parent: QWidget | None = None) -> None:
        super().__init__(day, parent)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setCalendarPopup(True)
        self.setCalendarWidget(Calendar())
        self.setMinimumWidth(theme().px(128))
