"""One person's month or quarter: the list of shifts, what they sum up to, leaves, the next duty."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from duty_console.roster.model import DayType, DutyPerson
from duty_console.roster.personal import DutyRole, PersonDuty, PersonSheet, person_sheet
from ui.roster.cell_words import span_words
from ui.roster.counting import number_words
from ui.roster.names import PersonBook
from ui.roster.person_field import PersonField
from ui.theme import theme
from ui.widgets import Button, EmptyState, IconText, Line, Panel, Segmented, Text, Translated
from ui.widgets.table_model import Column, ListSource, TableModel
from ui.widgets.table_view import TableBox
from ui.words import day_month, weekday_word, when, word

if TYPE_CHECKING:
    from duty_console.people.model import Person
    from duty_console.roster.model import Stretch
    from ui.roster.context import PageContext
    from ui.roster.reading import RosterReading

AHEAD = timedelta(days=92)
"""How far the next duty is looked for."""


class PersonView(Translated, QWidget):
    """`person_changed(id)` when another is chosen, `months_changed(1 or 3)`, `calendar_wanted`: the iCalendar file."""

    person_changed = Signal(int)
    months_changed = Signal(int)
    calendar_wanted = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._zone, self._clock = context.bench.zone, context.bench.clock
        self._person: Person | None = None
        self._reading: RosterReading | None = None
        self._next = ""
        self.sheet: PersonSheet | None = None
        self._columns: list[Column[PersonDuty]] = self._make_columns()
        self._source: ListSource[PersonDuty] = ListSource(self._columns)
        self.model: TableModel[PersonDuty] = TableModel(self._columns, self._source, None, parent=self)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        self.card = Panel(padding=16)
        self.card.add(self._make_head())
        self.card.add(Line())
        self._figures, self._about = Text("", "dense", "text", wrap=True), Text("", "dense", "muted", wrap=True)
        self.card.add(self._figures)
        self.card.add(self._about)
        column.addWidget(self.card)
        self._empty = EmptyState("", icon="calendar-x")
        self.box = TableBox(self.model, empty=self._empty)
        column.addWidget(self.box, 1)

    def _make_head(self) -> QHBoxLayout:
        px = theme().px
        line = QHBoxLayout()
        line.setSpacing(px(12))
        self.field = PersonField()
        self.field.setFixedWidth(px(180))
        self.field.taken.connect(lambda _offer: self._on_typed())
        self.field.returnPressed.connect(self._on_typed)
        self.months = Segmented([("1", ""), ("3", "")])
        self.months.set_value("1")
        self.months.changed.connect(lambda value: self.months_changed.emit(int(value)))
        self.export = Button("", icon="calendar")
        self.export.clicked.connect(self.calendar_wanted)
        self._title = Text("", "dense", "muted")
        self._phone = IconText("phone", "", role="value", icon_tone="accent")
        for widget in (self.field, self._title, self._phone):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.months)
        line.addWidget(self.export)
        return line

    def retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Name or initials"))
        self.field.setAccessibleName(self.tr("Whose shifts"))
        self.months.set_options([("1", self.tr("Month")), ("3", self.tr("Quarter"))])
        self.export.setText(self.tr("iCalendar"))
        self.export.setToolTip(self.tr("Save these shifts as a calendar file for the person's own calendar"))
        self._columns = self._make_columns()
        self._source.set_columns(self._columns)
        self.model.set_columns(self._columns)
        self._empty.set(self.tr("No duty in these dates"))
        self._show()

    def _make_columns(self) -> list[Column[PersonDuty]]:
        def tone(duty: PersonDuty) -> str:
            return "text" if duty.serves else "muted"

        zone = self._context.bench.zone
        return [
            Column("date", self.tr("Date"), _date_words, 124, role="dense_strong", tone=tone),
            Column("day", self.tr("Day type"), lambda duty: word(duty.day.day_type), 96, tone="muted"),
            Column("shift", self.tr("Shift"), lambda duty: duty.shift.name, 92, tone=tone),
            Column("post", self.tr("Post"), lambda duty: duty.post, 112, tone=tone),
            Column(
                "hours",
                self.tr("From–to"),
                lambda duty: span_words(duty.starts_at, duty.ends_at, zone),
                156,
                tone=tone,
                struck=lambda duty: not duty.serves,
            ),
            Column("length", self.tr("Hours"), lambda duty: number_words(round(duty.hours, 1)), 64, align="right"),
            Column("note", self.tr("Remarks"), self._note_words, 160, stretch=True, tone=_note_tone),
        ]

    def _note_words(self, duty: PersonDuty) -> str:
        source = {
            DutyRole.OWN: "",
            DutyRole.COVERING: self.tr("covers {name}"),
            DutyRole.COVERED: self.tr("covered by {name}"),
            DutyRole.AWAY: self.tr("on leave, nobody in the seat"),
        }[duty.role]
        return source.format(name=duty.other)

    # -- filling --------------------------------------------------------------------------------

    @property
    def person_id(self) -> int | None:
        """Whose shifts are shown."""
        return self._person.id if self._person is not None else None

    def set_person(self, person: Person | None) -> None:
        """Show this person's shifts."""
        self._person, self._next = person, ""
        if person is not None:
            self.field.set_persons([person])
        self._count()

    def set_reading(self, reading: RosterReading) -> None:
        """The dates were read."""
        self._reading = reading
        self.field.set_book(PersonBook(reading.persons))
        if self._person is not None:
            self._person = next((each for each in reading.persons if each.id == self._person.id), self._person)
        self._count()

    def _count(self) -> None:
        self.sheet = None
        if self._person is not None and self._reading is not None and self._reading.table.days:
            one = DutyPerson(self._person.id, self._person.name, self._person.title, "", self._person.phone)
            reading = self._reading
            self.sheet = person_sheet(one, reading.table, reading.stretches, reading.leaves)
            self._look_ahead()
        self._source.set_rows(self.sheet.duties if self.sheet is not None else ())
        self.model.load()
        self._show()

    def _look_ahead(self) -> None:
        person, now, roster = self._person, self._clock.now(), self._context.services.roster
        if person is None:
            return
        today = now.astimezone(self._zone).date()

        def work() -> tuple[Stretch | None, str]:
            found = roster.person_stretches(person.id, today - timedelta(1), today + AHEAD)
            coming = next((each for each in found if each.ends_at > now), None)
            posts = {post.id: post.name for post in roster.posts(with_retired=True)}
            return coming, posts.get(coming.post_id, "") if coming is not None else ""

        self._context.bench.jobs.run(work, self._on_next, None, self, "read", supersede="next")

    def _on_next(self, found: tuple[Stretch | None, str]) -> None:
        coming, post = found
        now = self._clock.now()
        if coming is None:
            self._next = self.tr("No duty in the coming three months")
        elif coming.starts_at <= now:
            until = when(coming.ends_at, now, self._zone)
            self._next = self.tr("On duty now: {post}, until {time}").format(post=post, time=until)
        else:
            self._next = self.tr("Next duty: {time} {post}").format(
                post=post, time=when(coming.starts_at, now, self._zone)
            )
        self._show()

    def _show(self) -> None:
        person, sheet = self._person, self.sheet
        self._title.setText(" ".join(filter(None, (person.unit_name, person.title))) if person else "")
        self._phone.set(text=person.phone if person else "")
        self._phone.setVisible(bool(person and person.phone))
        self.export.setEnabled(person is not None)
        self._figures.setText(self._figure_words(sheet) if sheet else self.tr("Choose a person."))
        about = self._about_words(sheet) if sheet else ""
        self._about.setText(about)
        self._about.setVisible(bool(about))

    def _figure_words(self, sheet: PersonSheet) -> str:
        parts = [
            self.tr("Shifts: {count}").format(count=number_words(sheet.shifts)),
            self.tr("Hours: {count}").format(count=number_words(round(sheet.hours, 1))),
        ]
        parts += [f"{word(each)} {number_words(sheet.counts[each])}" for each in DayType if sheet.counts.get(each)]
        given, got = sheet.covers(DutyRole.COVERING), sheet.covers(DutyRole.COVERED)
        if given:
            parts.append(self.tr("Covers given: {count}").format(count=given))
        if got:
            parts.append(self.tr("Covers got: {count}").format(count=got))
        return "　".join(parts)

    def _about_words(self, sheet: PersonSheet) -> str:
        now = self._clock.now()
        leaves = [
            self.tr("{leave}: {first} to {last}").format(
                leave=word(each.kind),
                first=when(each.starts_at, now, self._zone),
                last=when(each.ends_at, now, self._zone),
            )
            for each in sheet.leaves
        ]
        return "　".join(filter(None, (self._next, *leaves)))

    def words(self) -> str:
        """All that stands over the list."""
        return " ".join(
            filter(None, (self._title.text(), self._phone.text(), self._figures.text(), self._about.text()))
        )

    def _on_typed(self) -> None:
        person = self.field.person()
        if person is not None and person.id != self.person_id:
            self.set_person(person)
            self.person_changed.emit(person.id)


def _date_words(duty: PersonDuty) -> str:
    return f"{day_month(duty.shift.date)} {weekday_word(duty.shift.date)}"


def _note_tone(duty: PersonDuty) -> str:
    return "extreme" if duty.role is DutyRole.AWAY else "accent" if duty.role is DutyRole.COVERING else "muted"
