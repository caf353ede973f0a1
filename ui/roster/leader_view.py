"""The leader's view beside the grid: who is on now, next and this week, with phones and whether they are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.roster.leaders import LeaderOverview, NumberState, WeekLine, number_state, read_overview
from ui.roster.panel import RosterPanel, empty
from ui.theme import theme
from ui.widgets import Button, ElidedText, IconButton, IconText, Line, SectionHeader, Text
from ui.words import day_month, weekday_word, when, word

if TYPE_CHECKING:
    from datetime import datetime

    from duty_console.people.model import Person
    from duty_console.roster.model import DutyPerson, OnDuty
    from ui.roster.context import PageContext
    from ui.roster.leader_board import LeaderBoard
    from ui.theme import TypeRole


class LeaderPanel(RosterPanel):
    """Everything a leader rings; F11 shows the same across the whole screen, readable from two metres."""

    TABLES = frozenset(
        {"assignment", "duty_cover", "duty_leave", "post", "shift_pattern", "calendar_day", "person", "duty_room"}
    )

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.overview: LeaderOverview | None = None
        self.board: LeaderBoard | None = None
        self._turns_at: datetime | None = None
        self.verify_buttons: dict[int, QAbstractButton] = {}
        self._focus_on: int | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme().px(8))
        self.column.addLayout(self._rows)
        self.full = Button("", icon="monitor", hint="F11")
        self.add_footer(self.full)
        self.full.clicked.connect(self.toggle_board)
        self.bench.ticked.connect(self._on_ticked)
        keys = QShortcut(QKeySequence("F11"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.toggle_board)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("Leader's view"))
        self.full.setText(self.tr("Whole screen"))
        self._show()

    def refresh(self) -> None:
        roster, people, now, zone = self.services.roster, self.services.people, self.bench.clock.now(), self.bench.zone
        self.read(lambda: read_overview(roster, people, now, zone), self._on_read, name="leaders")

    def _on_read(self, overview: LeaderOverview) -> None:
        self.overview = overview
        self._turns_at = overview.turns_at
        self._show()
        if self.board is not None:
            self.board.show_overview(overview)

    def _on_ticked(self, now: datetime) -> None:
        shown = self.isVisible() or (self.board is not None and self.board.isVisible())
        if shown and self._turns_at is not None and now >= self._turns_at:
            self._turns_at = None
            self.refresh()
        if self.board is not None and self.board.isVisible():
            self.board.tick(now)

    # -- showing ------------------------------------------------------------------------------------

    def _show(self) -> None:
        empty(self._rows)
        self.verify_buttons = {}
        overview = self.overview
        if overview is None:
            return
        self._add_duty(self.tr("Now"), overview.now, overview)
        if overview.next is not None:
            self._rows.addWidget(Line())
            self._add_duty(self.tr("Next"), overview.next, overview)
        self._rows.addWidget(Line())
        self._rows.addWidget(SectionHeader(self.tr("This week")))
        for line in overview.week:
            self._rows.addWidget(self._week_row(line, overview))
        for place in range(self._rows.count()):
            widget = self._rows.itemAt(place).widget()  # type: ignore[union-attr] - all rows are widgets
            widget.show()  # at once, so that it can take the keyboard
        if self._focus_on is not None:
            button = self.verify_buttons.get(self._focus_on) or self.full
            self._focus_on = None
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_duty(self, title: str, duty: OnDuty, overview: LeaderOverview) -> None:
        note = ""
        if duty.shift is not None:
            start, end = (when(at, overview.at, self.bench.zone) for at in (duty.shift.starts_at, duty.shift.ends_at))
            note = f"{start} – {end}"
        self._rows.addWidget(SectionHeader(title, note=note))
        if duty.shift is None:
            self._rows.addWidget(Text(self.tr("No shift at this hour"), "base", "muted"))
            return
        for leader in duty.leaders:
            self._rows.addWidget(self._person(leader, overview, large=True))
        if not duty.leaders:
            self._rows.addWidget(
                IconText("circle-alert", self.tr("No leader on the roster"), role="card", tone="extreme")
            )
        for officer in (*duty.officers, *duty.standby):
            self._rows.addWidget(self._person(officer, overview, large=False))
        for gap in duty.gaps:
            words = self.tr("{post}: {count} missing").format(post=gap.post, count=gap.missing)
            self._rows.addWidget(IconText("circle-alert", words, role="dense_strong", tone="extreme"))

    def _person(self, one: DutyPerson, overview: LeaderOverview, *, large: bool) -> QWidget:
        px, person = theme().px, overview.persons.get(one.person_id)
        state = number_state(person, overview.at, self.bench.zone)
        block = QFrame()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        column.addLayout(head)
        if not large:
            post = ElidedText(one.post, "dense", "muted")
            post.setFixedWidth(px(48))
            head.addWidget(post)
            head.addWidget(Text(one.name, "card"))  # the name is never cut
            head.addStretch(1)
            head.addWidget(self._number(one, state, "base"))
            if not state.confirmed and one.phone:
                head.addWidget(self._icon_to_verify(one.person_id, one.name))
            return block
        head.addWidget(Text(one.name, "leader"))
        head.addWidget(ElidedText(f"{one.post} {one.title}".strip(), "dense", "muted"), 1)
        column.addWidget(self._number(one, state, "figure_small"))
        line = QHBoxLayout()
        line.addWidget(IconText(state.icon, state.words, role="label", tone=state.tone))
        line.addStretch(1)
        if not state.confirmed and one.phone and one.person_id not in self.verify_buttons:
            line.addWidget(self._button_to_verify(one.person_id, one.name))
        column.addLayout(line)
        return block

    def _number(self, one: DutyPerson, state: NumberState, role: TypeRole) -> IconText:
        icon, tone = ("phone", "accent") if state.confirmed else (state.icon, state.tone)
        number = IconText(icon, one.phone or "–", role=role, icon_tone=tone)
        number.setToolTip(state.words)
        return number

    def _button_to_verify(self, person_id: int, name: str) -> Button:
        button = Button(self.tr("Rang, it is right"), icon="phone-call")
        button.setAccessibleName(f"{button.text()} {name}")
        button.clicked.connect(lambda: self.verify(person_id))
        self.verify_buttons[person_id] = button
        return button

    def _icon_to_verify(self, person_id: int, name: str) -> IconButton:
        button = IconButton("phone-call", self.tr("Rang, it is right: {name}").format(name=name))
        button.clicked.connect(lambda: self.verify(person_id))
        self.verify_buttons.setdefault(person_id, button)
        return button

    def _week_row(self, line: WeekLine, overview: LeaderOverview) -> QWidget:
        px, row = theme().px, QFrame()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, px(2), 0, px(2))
        across.setSpacing(px(8))
        day = line.day.date
        dates = QVBoxLayout()
        dates.setSpacing(0)
        dates.addWidget(Text(f"{day_month(day)} {weekday_word(day)}", "dense_strong"))
        dates.addWidget(Text(line.day.name or word(line.day.day_type), "label", "muted"))
        across.addLayout(dates)
        who = QVBoxLayout()
        who.setSpacing(0)
        for person_id in line.leaders:
            who.addLayout(self._week_leader(overview.persons.get(person_id), overview))
        if line.leaderless:
            who.addWidget(IconText("circle-alert", self.tr("No leader"), role="dense_strong", tone="extreme"))
        names = [overview.persons[each].display for each in line.officers if each in overview.persons]
        rest = ElidedText("  ".join(names), "label", "muted")
        who.addWidget(rest)
        if line.missing and not line.leaderless:
            words = self.tr("Missing: {posts}").format(posts="、".join(line.missing))
            who.addWidget(IconText("circle-alert", words, role="label", tone="extreme"))
        across.addLayout(who, 1)
        dates_width = px(96)
        for place in range(dates.count()):
            widget = dates.itemAt(place).widget()  # type: ignore[union-attr] - just put there
            if widget is not None:
                widget.setFixedWidth(dates_width)
        return row

    def _week_leader(self, person: Person | None, overview: LeaderOverview) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme().px(6))
        state = number_state(person, overview.at, self.bench.zone)
        line.addWidget(ElidedText(person.display if person is not None else "–", "strong"), 1)
        icon, tone = ("phone", "accent") if state.confirmed else (state.icon, state.tone)
        phone = IconText(icon, person.phone if person is not None else "–", role="base", icon_tone=tone)
        phone.setToolTip(state.words)
        line.addWidget(phone)
        return line

    # -- acting -------------------------------------------------------------------------------------

    def verify(self, person_id: int) -> None:
        """Somebody was reached at the number just now."""
        people = self.services.people
        self._focus_on = person_id
        self.run(lambda: people.verify_phone(person_id), self._on_verified)

    def _on_verified(self, person: Person) -> None:
        self.bench.note(self.tr("Number verified: {name} {phone}").format(name=person.display, phone=person.phone))
        self.refresh()

    def toggle_board(self) -> None:
        """Fill the screen with it, or end that."""
        if self.board is None:
            from ui.roster.leader_board import LeaderBoard  # wanted rarely

            self.board = LeaderBoard(self.bench.zone, self)
            self.board.ended.connect(self.toggle_board)
            self.board.verified.connect(self.verify)
        if self.board.isVisible():
            self.board.hide()
            return
        if self.overview is not None:
            self.board.show_overview(self.overview)
        self.board.tick(self.bench.clock.now())
        self.board.showFullScreen()
