"""The leader's view across the whole screen: who is on now, next and this week, readable from two metres."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.roster.leaders import number_state
from ui.theme import theme
from ui.theme.fonts import make_font
from ui.widgets import Button, IconLabel, Line, Text, Translated
from ui.words import day_month, full_date, weekday_word, when, word

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from duty_console.roster.model import DutyPerson, OnDuty
    from ui.roster.leaders import LeaderOverview, WeekLine

_HEIGHT, _WIDTH = 1240, 1760
"""All measures are those of a screen of this size; a smaller one shrinks them."""
_NORMAL, _STRONG, _BOLD = QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold


class LeaderBoard(Translated, QWidget):
    """`ended` on F11 or Esc; `verified(person_id)` when somebody was reached at the number shown."""

    ended = Signal()
    verified = Signal(int)

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setProperty("part", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._zone = zone
        self._overview: LeaderOverview | None = None
        self._now: datetime | None = None
        self._clock, self._date = Text(""), Text("", tone="muted")
        self._body: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # what is shown follows the screen
        self.verify_buttons: dict[int, Button] = {}
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Leaders on duty"))
        self.setAccessibleName(self.windowTitle())
        self._show()

    def show_overview(self, overview: LeaderOverview) -> None:
        """Show this."""
        self._overview = overview
        self._show()

    def tick(self, now: datetime) -> None:
        """Show this moment."""
        self._now = now
        here = now.astimezone(self._zone)
        self._clock.setText(f"{here:%H:%M:%S}")
        self._date.setText(f"{full_date(here.date())} {weekday_word(here.date())}")

    # -- measures -----------------------------------------------------------------------------------

    def _u(self, size: float) -> int:
        return max(1, round(size * min(self.height() / _HEIGHT, self.width() / _WIDTH)))

    def _text(self, text: str, size: int, tone: str = "text", weight: QFont.Weight = _NORMAL, most: int = 0) -> Text:
        label = Text(text, tone=tone)
        font = make_font(self._u(size), weight)
        label.setFont(font)
        if most:
            cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, self._u(most))
            label.setText(cut)
            label.setToolTip(text if cut != text else "")
        return label

    def _icon(self, name: str, tone: str, size: int) -> IconLabel:
        return IconLabel(name, tone, max(12, round(self._u(size) / theme().px(1))))

    # -- showing ------------------------------------------------------------------------------------

    def _show(self) -> None:
        u = self._u
        if self._body is not None:
            self._clock.setParent(self)  # both outlive the body that they stood in
            self._date.setParent(self)
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self.verify_buttons = {}
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(u(48), u(28), u(48), u(28))
        column.setSpacing(u(20))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._body)
        column.addLayout(self._head())
        overview = self._overview
        if overview is not None:
            cards = QHBoxLayout()
            cards.setSpacing(u(24))
            cards.addWidget(self._card(self.tr("Now"), overview.now, overview), 3)
            if overview.next is not None:
                cards.addWidget(self._card(self.tr("Next"), overview.next, overview), 2)
            column.addLayout(cards)
            column.addWidget(self._week(overview))
        column.addStretch(1)
        column.addWidget(self._text(self.tr("F11 or Esc closes"), 20, "muted"), 0, Qt.AlignmentFlag.AlignRight)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._u(32))
        self._clock.setFont(make_font(self._u(84), _STRONG))
        self._date.setFont(make_font(self._u(34), _NORMAL))
        row.addWidget(self._clock)
        row.addWidget(self._date)
        row.addStretch(1)
        row.addWidget(self._text(self.windowTitle(), 44, weight=_STRONG))
        for label in (self._clock, self._date):
            label.show()
        return row

    def _card(self, title: str, duty: OnDuty, overview: LeaderOverview) -> QFrame:
        u, card = self._u, QFrame()
        card.setProperty("part", "panel")
        column = QVBoxLayout(card)
        column.setContentsMargins(u(32), u(20), u(32), u(24))
        column.setSpacing(u(8))
        head = QHBoxLayout()
        head.addWidget(self._text(title, 30, "accent", _STRONG))
        head.addStretch(1)
        if duty.shift is not None:
            start, end = (when(at, overview.at, self._zone) for at in (duty.shift.starts_at, duty.shift.ends_at))
            head.addWidget(self._text(f"{start} – {end}", 28, "muted"))
        column.addLayout(head)
        for leader in duty.leaders:
            self._add_leader(column, leader, overview)
        if duty.shift is None:
            column.addWidget(self._text(self.tr("No shift at this hour"), 48, "muted"))
        elif not duty.leaders:
            column.addWidget(self._text(self.tr("No leader on the roster"), 60, "extreme", _BOLD))
        column.addWidget(Line())
        grid = QGridLayout()
        grid.setHorizontalSpacing(u(24))
        for place, officer in enumerate((*duty.officers, *duty.standby)):
            grid.addWidget(self._text(officer.post, 28, "muted", most=150), place, 0)
            grid.addWidget(self._text(officer.name, 36, weight=_STRONG, most=190), place, 1)
            grid.addWidget(self._text(officer.phone or "–", 36), place, 2)
        grid.setColumnStretch(2, 1)
        column.addLayout(grid)
        for gap in duty.gaps:
            words = self.tr("{post}: {count} missing").format(post=gap.post, count=gap.missing)
            column.addWidget(self._text(words, 32, "extreme", _STRONG))
        column.addStretch(1)
        return card

    def _add_leader(self, column: QVBoxLayout, leader: DutyPerson, overview: LeaderOverview) -> None:
        u = self._u
        name = QHBoxLayout()
        name.setSpacing(u(20))
        name.addWidget(self._text(leader.name, 76, weight=_BOLD))
        name.addWidget(self._text(f"{leader.post} {leader.title}".strip(), 30, "muted", most=420), 1)
        column.addLayout(name)
        column.addWidget(self._text(leader.phone or "–", 76, weight=_BOLD))
        person = overview.persons.get(leader.person_id)
        state = number_state(person, overview.at, self._zone)
        line = QHBoxLayout()
        line.setSpacing(u(10))
        line.addWidget(self._icon(state.icon, state.tone, 30))
        line.addWidget(self._text(state.words, 26, state.tone))
        if person is not None and person.phone and not state.confirmed and person.id not in self.verify_buttons:
            button = Button(self.tr("Rang, it is right"), icon="phone-call", large=True)
            button.setAccessibleName(f"{button.text()} {person.display}")
            button.clicked.connect(lambda _on=False, person_id=person.id: self.verified.emit(person_id))
            self.verify_buttons[person.id] = button
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)

    def _week(self, overview: LeaderOverview) -> QFrame:
        u, frame = self._u, QFrame()
        frame.setProperty("part", "panel")
        grid = QGridLayout(frame)
        grid.setContentsMargins(u(32), u(16), u(32), u(16))
        grid.setHorizontalSpacing(u(32))
        grid.setVerticalSpacing(u(6))
        shown = overview.week[: self._lines(overview)]
        for row, line in enumerate(shown):
            self._add_week_line(grid, row, line, overview)
        grid.setColumnStretch(5, 1)
        return frame

    def _lines(self, overview: LeaderOverview) -> int:
        """How many shifts there is room for; with three a day the week is cut after some days."""
        leaders = max(len(overview.now.leaders), 1)
        return max(3, (520 - 150 * (leaders - 1)) // 56)

    def _add_week_line(self, grid: QGridLayout, row: int, line: WeekLine, overview: LeaderOverview) -> None:
        several = len({each.shift.name for each in overview.week}) > 1
        day = f"{day_month(line.day.date)} {weekday_word(line.day.date)}"
        grid.addWidget(self._text(day, 34, weight=_STRONG), row, 0)
        kind = line.shift.name if several else line.day.name or word(line.day.day_type)
        grid.addWidget(self._text(kind, 26, "muted", most=200), row, 1)
        persons = [overview.persons[each] for each in line.leaders if each in overview.persons]
        if line.leaderless or not persons:
            grid.addWidget(self._text(self.tr("No leader"), 36, "extreme", _BOLD), row, 2)
        else:
            names = "、".join(person.display for person in persons)
            grid.addWidget(self._text(names, 38, weight=_BOLD, most=300), row, 2)
            state = number_state(persons[0], overview.at, self._zone)
            grid.addWidget(self._icon(state.icon, state.tone, 30), row, 3)
            number = self._text(persons[0].phone or "–", 36, "text" if state.confirmed else state.tone)
            number.setToolTip(state.words)
            grid.addWidget(number, row, 4)
        names = "  ".join(overview.persons[each].display for each in line.officers if each in overview.persons)
        short = bool(line.missing) and not line.leaderless
        if short:
            names = self.tr("Missing: {posts}").format(posts="、".join(line.missing))
        grid.addWidget(self._text(names, 30, "extreme" if short else "muted", most=520), row, 5)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F11, Qt.Key.Key_Escape):
            self.ended.emit()
        else:
            super().keyPressEvent(event)
