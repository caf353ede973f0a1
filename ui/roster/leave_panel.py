"""A leave 请假: who, from when to when, what kind, who approved it; which seats it would empty; leaves to take back."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from duty_console.roster.model import LeaveKind, NewLeave
from ui.roster.form import RosterForm
from ui.roster.person_field import PersonField
from ui.theme import theme
from ui.widgets import Button, DateField, Line, Text
from ui.words import day_month, when, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duty_console.roster.substitution.model import LeaveRecord, SeatKey
    from ui.roster.context import PageContext

_CLOCK = re.compile(r"^(\d{1,2})[:：]?(\d{2})$")


class LeavePanel(RosterForm):
    """Days by calendar, hours only where it is less than whole days: 0000 and 2400 are offered."""

    TABLES = frozenset({"duty_leave", "duty_leave_approval", "assignment"})

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.person, self.leader = PersonField(), PersonField(leading=True)
        self.kind = QComboBox()
        today = context.bench.clock.now().astimezone(context.bench.zone).date()
        self.first_day, self.last_day = DateField(_qdate(today)), DateField(_qdate(today))
        self.first_time, self.last_time = QLineEdit("00:00"), QLineEdit("24:00")
        for field in (self.first_time, self.last_time):
            field.setMaximumWidth(theme().px(64))
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self._empties = Text("", "dense", "severe", wrap=True)
        self.add_field("person_id", self.person)
        self.add_field("kind", self.kind)
        self.add_field("starts_at", self.first_day, self.first_time, stretches=(1, 0))
        self.add_field("ends_at", self.last_day, self.last_time, stretches=(1, 0))
        self.column.addWidget(self._empties)
        self.add_field("reason", self.reason)
        self.add_field("approved_by", self.leader)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme().px(6))
        self.column.addWidget(Line())
        self._list_head = Text("", "dense_strong")
        self.column.addWidget(self._list_head)
        self.column.addLayout(self._list)
        self.person.persons_changed.connect(self._look_ahead)
        for day in (self.first_day, self.last_day):
            day.dateChanged.connect(lambda _day: self._on_dates())
        for clock in (self.first_time, self.last_time):
            clock.textEdited.connect(lambda _text: self._look_ahead())
        context.changed.connect(self._take_book)
        self.finish_building()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("Leave"))
        self.act_button.setText(self.tr("Record"))
        for name, label in (
            ("person_id", self.tr("Who")),
            ("kind", self.tr("Kind")),
            ("starts_at", self.tr("From")),
            ("ends_at", self.tr("Until")),
            ("reason", self.tr("Reason")),
            ("approved_by", self.tr("Leader")),
        ):
            self.rows[name].set_label(label)
        self.first_time.setAccessibleName(self.tr("From what time"))
        self.last_time.setAccessibleName(self.tr("Until what time"))
        self.person.setPlaceholderText(self.tr("Name or initials"))
        self.leader.setPlaceholderText(self.tr("A leader's name"))
        self._list_head.setText(self.tr("Leaves in these dates"))
        self.about.setText(self.tr("The seats stay planned and are gaps until somebody stands in."))
        chosen = self.kind.currentData() or LeaveKind.PERSONAL
        self.kind.clear()
        for kind in LeaveKind:
            self.kind.addItem(word(kind), kind)
        self.kind.setCurrentIndex(self.kind.findData(chosen))

    def refresh(self) -> None:
        self._take_book()
        chosen = self.context.chosen
        if not self.is_typed() and chosen is not None and chosen.person_id is not None:
            person = self.context.persons.person(chosen.person_id)
            if person is not None:
                self.person.set_persons([person])
                for day in (self.first_day, self.last_day):
                    day.setDate(_qdate(chosen.shift.date))
        self._look_ahead()
        self._read_leaves()

    def focus_first(self) -> None:
        (self.kind if self.person.person() is not None else self.person).setFocus()

    def is_typed(self) -> bool:
        """Whether something was typed that the cursor must not sweep away."""
        return bool(self.reason.text().strip() or self.leader.text().strip())

    def _take_book(self) -> None:
        self.person.set_book(self.context.persons)
        self.leader.set_book(self.context.persons)

    def _on_dates(self) -> None:
        if self.last_day.date() < self.first_day.date():
            self.last_day.setDate(self.first_day.date())
        self._look_ahead()

    # -- times ----------------------------------------------------------------------------------

    def times(self) -> tuple[datetime, datetime] | None:
        """From when to when, aware UTC; None where a time is not understood."""
        starts = self._moment(self.first_day, self.first_time)
        ends = self._moment(self.last_day, self.last_time)
        return (starts, ends) if starts is not None and ends is not None else None

    def _moment(self, day: DateField, clock: QLineEdit) -> datetime | None:
        found = _CLOCK.match(clock.text().strip())
        if found is None:
            return None
        hours, minutes, chosen = int(found[1]), int(found[2]), day.date()
        whole = date(chosen.year(), chosen.month(), chosen.day())
        if (hours, minutes) == (24, 0):
            whole, hours = whole + timedelta(1), 0
        if hours > 23 or minutes > 59:
            return None
        return datetime.combine(whole, time(hours, minutes), self.bench.zone).astimezone(UTC)

    # -- what it would empty --------------------------------------------------------------------

    def _look_ahead(self) -> None:
        person, times = self.person.person(), self.times()
        if person is None or times is None or times[0] >= times[1]:
            self._say_empties(())
            return
        self.read(
            lambda: self.services.substitution().seats_during(person.id, *times), self._say_empties, name="empties"
        )

    def _say_empties(self, seats: Sequence[SeatKey]) -> None:
        table = self.context.table
        posts = {post.id: post.name for post in table.posts} if table is not None else {}
        places = [f"{day_month(each.shift_date)} {posts.get(each.post_id, '')}".strip() for each in seats]
        shown = "、".join(places[:6])
        if len(places) > 6:
            shown = self.tr("{places} and {count} more").format(places=shown, count=len(places) - 6)
        self._empties.setText(self.tr("Would be empty: {places}").format(places=shown) if places else "")
        self._empties.setVisible(bool(places))

    # -- saving ---------------------------------------------------------------------------------

    def clear(self) -> None:
        for field in (self.person, self.leader, self.reason):
            field.clear()
        self.first_time.setText("00:00")
        self.last_time.setText("24:00")
        self.clear_problems()
        self.refresh()

    def submit(self) -> None:
        person = self.needed_person("person_id", self.person)
        if person is None:
            return
        for name, day, clock in (
            ("starts_at", self.first_day, self.first_time),
            ("ends_at", self.last_day, self.last_time),
        ):
            if self._moment(day, clock) is None:
                self.say_at(name, self.tr("Not a time of the day. Write 0800, 08:00 or 2400."))
                return
        leader, times = self.needed_person("approved_by", self.leader), self.times()
        if leader is None or times is None:
            return
        new = NewLeave(person.id, *times, self.kind.currentData(), self.reason.text())
        self.act(lambda: self.services.substitution().leave(new, leader.id), self._on_done)

    def _on_done(self, record: LeaveRecord) -> None:
        count = len(record.seats)
        self.bench.note(
            self.tr("Leave recorded; seats now empty: {count}").format(count=count)
            if count
            else self.tr("Leave recorded")
        )
        self.clear()

    # -- leaves on record -----------------------------------------------------------------------

    def _read_leaves(self) -> None:
        first, last = self.context.shown
        zone = self.bench.zone
        starts = datetime.combine(first, time(), zone).astimezone(UTC)
        ends = datetime.combine(last + timedelta(1), time(), zone).astimezone(UTC)
        self.read(lambda: self.services.substitution().leaves(starts, ends), self._show_leaves, name="leaves")

    def _show_leaves(self, records: Sequence[LeaveRecord]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._list_head.setVisible(bool(records))
        for record in records:
            self._list.addWidget(self._leave_row(record))

    def _leave_row(self, record: LeaveRecord) -> QWidget:
        now, zone, leave = self.bench.clock.now(), self.bench.zone, record.leave
        person = self.context.persons.person(leave.person_id)
        leader = self.context.persons.person(record.approved_by)
        words = self.tr("{name} {leave}, {first} to {last}, approved by {leader}").format(
            name=person.name if person is not None else "",
            leave=word(leave.kind),
            first=when(leave.starts_at, now, zone),
            last=when(leave.ends_at, now, zone),
            leader=leader.name if leader is not None else "–",
        )
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(8))
        line.addWidget(Text(words, "dense", wrap=True), 1)
        if leave.ends_at > now:
            button = Button(self.tr("Take back"))
            button.setAccessibleName(f"{button.text()} {words}")
            button.clicked.connect(lambda: self._cancel(leave.id))
            line.addWidget(button)
        return row

    def _cancel(self, leave_id: int) -> None:
        self.run(
            lambda: self.services.substitution().cancel_leave(leave_id),
            lambda _leave: self.bench.note(self.tr("Leave taken back; what of it is over stays")),
        )


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
