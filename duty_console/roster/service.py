"""The use cases of the roster: posts, patterns, the calendar, who stands where, and who is on duty."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from duty_console.clock import as_utc
from duty_console.errors import InputProblem
from duty_console.people.rules import tidy
from duty_console.people.tables import PersonRow
from duty_console.roster import rules
from duty_console.roster.calendar import seeded_day
from duty_console.roster.cells import CellWriter
from duty_console.roster.model import (
    Assignment,
    CalendarDay,
    CellEntry,
    DayType,
    MonthTable,
    OnDuty,
    Post,
    PostKind,
    RosterCorrection,
    Shift,
    ShiftPattern,
    ShiftSlot,
)
from duty_console.roster.month import month_dates, month_table
from duty_console.roster.rules import ONE_DAY, Rostered
from duty_console.roster.tables import (
    AssignmentRow,
    CalendarDayRow,
    PostRow,
    RosterCorrectionRow,
    ShiftPatternRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from zoneinfo import ZoneInfo

    from sqlalchemy.orm import Session

    from duty_console.database.engine import Database
    from duty_console.room.service import Room

DEFAULT_POSTS = (("带班领导", PostKind.LEADER), ("主班", PostKind.OFFICER), ("副班", PostKind.OFFICER))
SEATS_MOST = 20
POST_NAME_MOST = 20


class Roster:
    """Who is on duty when, and at which post."""

    def __init__(self, database: Database, room: Room) -> None:
        self._database = database
        self._room = room

    # Who is on duty

    def on_duty_at(self, at: datetime) -> OnDuty:
        """Return who is on duty at `at`, with what is missing: the one answer (`rules.on_duty_at`)."""
        zone = self._room.zone()
        with self._database.read() as session:
            patterns = _patterns(session)
            shift = rules.shift_at(at, patterns, zone)
            if shift is None:
                return OnDuty(as_utc(at), None)
            there = _assignments(session, shift.date, shift.date)
            posts = _posts(session)
            persons = _rostered(session, {each.person_id for each in there})
        return rules.on_duty_at(as_utc(at), patterns, zone, posts, there, persons)

    def shift_at(self, at: datetime) -> Shift | None:
        """Return the shift that `at` belongs to; None in an hour that the pattern leaves out."""
        return rules.shift_at(at, self.patterns(), self._room.zone())

    def next_shift(self, at: datetime) -> Shift | None:
        """Return the first shift that begins after `at`."""
        return rules.next_shift(at, self.patterns(), self._room.zone())

    def shifts_of(self, day: date) -> tuple[Shift, ...]:
        """Return the shifts that begin on a date."""
        return rules.shifts_of(day, self.patterns(), self._room.zone())

    def month(self, year: int, month: int) -> MonthTable:
        """Return a month's table. Raises InputProblem `month_wrong` outside the years 1900 to 2199."""
        if not (1 <= month <= 12 and 1900 <= year < 2200):
            raise InputProblem("month", "month_wrong", year=year, month=month)
        zone, (first, last) = self._room.zone(), month_dates(year, month)
        with self._database.read() as session:
            patterns, posts = _patterns(session), _posts(session)
            there = _assignments(session, first, last)
            persons = _rostered(session, {each.person_id for each in there})
            days = _days(session, first, last)
        shifts = {day.date: rules.shifts_of(day.date, patterns, zone) for day in days}
        return month_table(days, shifts, posts, there, persons)

    def room_name(self) -> str:
        """Return what stands over the printed roster: the room's name, empty before it is set up."""
        room = self._room.current()
        return room.name if room else ""

    # Assignments

    def assign(
        self,
        shift_date: date,
        slot: str,
        post_id: int,
        person_ids: Sequence[int],
        correction_reason: str | None = None,
    ) -> tuple[Assignment, ...]:
        """Put exactly these persons, in this order, on a post for one shift. Raises as `assign_all` does."""
        entry = CellEntry(shift_date, slot, post_id, tuple(person_ids))
        return self.assign_all((entry,), correction_reason)

    def clear(
        self, shift_date: date, slot: str, post_id: int, correction_reason: str | None = None
    ) -> tuple[Assignment, ...]:
        """Leave a post of one shift empty. Raises as `assign_all` does."""
        return self.assign_all((CellEntry(shift_date, slot, post_id, ()),), correction_reason)

    def assign_all(self, entries: Iterable[CellEntry], correction_reason: str | None = None) -> tuple[Assignment, ...]:
        """Fill several cells at once, all or none (a swap is two cells); return what stands in them now.

        Raises InputProblem: `slot_unknown`, `post_unknown`, `post_retired`, `person_unknown`, `person_left`,
        `person_twice` (twice in one cell), `person_on_other_post` (two posts of one shift), `too_many_persons`, and
        `shift_over` for a shift that has ended, unless a `correction_reason` is given, which is kept on record.
        """
        entries = tuple(entries)
        zone, now = self._room.zone(), self._database.clock.now()
        reason = tidy("correction_reason", correction_reason or "", 200)
        with self._database.write("assign_duty") as session:
            writer = CellWriter(session, _posts(session), _patterns(session), zone, now, reason)
            writer.fill(entries)
            session.flush()
            found: list[Assignment] = []
            for each in entries:
                there = _assignments(session, each.shift_date, each.shift_date)
                found += [one for one in there if (one.slot, one.post_id) == (each.slot, each.post_id)]
            return tuple(found)

    def fill_forward(self, first: date, last: date, until: date) -> int:
        """Repeat the days `first` to `last` up to `until`, into empty cells only; return how many it filled.

        Who left by then, or already stands elsewhere in the shift, is left out: that cell stays a gap.
        Raises InputProblem `dates_wrong` when the dates are out of order or reach over more than 400 days.
        """
        if not (first <= last < until and (until - first).days <= 400):
            raise InputProblem("until", "dates_wrong", first=first, last=last, until=until)
        zone, now = self._room.zone(), self._database.clock.now()
        with self._database.write("fill_roster") as session:
            writer = CellWriter(session, _posts(session), _patterns(session), zone, now, "")
            return writer.repeat(first, last, until)

    def corrections(self, first: date, last: date) -> tuple[RosterCorrection, ...]:
        """Return what was changed after the fact in the shifts of these dates, oldest first."""
        query = select(RosterCorrectionRow).where(RosterCorrectionRow.shift_date.between(first, last))
        with self._database.read() as session:
            return tuple(
                RosterCorrection(row.recorded_at, row.shift_date, row.slot, row.post, row.before, row.after, row.reason)
                for row in session.scalars(query.order_by(RosterCorrectionRow.id))
            )

    # Posts

    def set_up_defaults(self, since: date | None = None) -> tuple[Post, ...]:
        """Add 带班领导, 主班 and 副班 from `since` (today) on, unless the room has posts already."""
        since = since or self._today()
        with self._database.write("set_up_roster") as session:
            if not _posts(session):
                for place, (name, kind) in enumerate(DEFAULT_POSTS, 1):
                    session.add(PostRow(name=name, kind=kind, place=place, seats=1, since=since, retired_on=None))
                session.flush()
            return tuple(_posts(session))

    def posts(self, *, with_retired: bool = False) -> tuple[Post, ...]:
        """Return the posts as they are shown."""
        with self._database.read() as session:
            return tuple(each for each in _posts(session) if each.active or with_retired)

    def add_post(self, name: str, kind: PostKind, seats: int = 1, since: date | None = None) -> Post:
        """Add a post at the end.

        Raises InputProblem: `name_missing`, `text_too_long`, `post_duplicate`, `seats_wrong`.
        """
        name, since = tidy("name", name, POST_NAME_MOST, missing="name_missing"), since or self._today()
        with self._database.write("add_post") as session:
            _check_post(session, name, seats, None)
            last = session.scalar(select(func.max(PostRow.place))) or 0
            row = PostRow(name=name, kind=kind, place=last + 1, seats=seats, since=since, retired_on=None)
            session.add(row)
            session.flush()
            return _post(row)

    def change_post(
        self, post_id: int, *, name: str | None = None, kind: PostKind | None = None, seats: int | None = None
    ) -> Post:
        """Change what is given. Raises InputProblem `post_unknown` and as `add_post` does."""
        with self._database.write("change_post") as session:
            row = _post_row(session, post_id)
            new = row.name if name is None else tidy("name", name, POST_NAME_MOST, missing="name_missing")
            _check_post(session, new, row.seats if seats is None else seats, post_id)
            row.name, row.kind, row.seats = new, kind or row.kind, row.seats if seats is None else seats
            return _post(row)

    def order_posts(self, post_ids: Sequence[int]) -> tuple[Post, ...]:
        """Show the posts in this order; those not named follow. Leaders always stand first."""
        with self._database.write("order_posts") as session:
            rows = {row.id: row for row in session.scalars(select(PostRow).order_by(PostRow.place, PostRow.id))}
            for post_id in post_ids:
                if post_id not in rows:
                    raise InputProblem("post_id", "post_unknown", id=post_id)
            named = list(dict.fromkeys(post_ids))
            for place, post_id in enumerate([*named, *(each for each in rows if each not in named)], 1):
                rows[post_id].place = place
            session.flush()
            return tuple(each for each in _posts(session) if each.active)

    def retire_post(self, post_id: int, *, and_clear: bool = False) -> Post:
        """End a post with the shift that runs now; past shifts keep it.

        Raises InputProblem `post_unknown`, and `post_has_assignments` (`count`) while later shifts have persons there,
        unless `and_clear`.
        """
        now = self._database.clock.now()
        running = self.shift_at(now)
        ends_on = (running.date if running else self._today()) + ONE_DAY
        with self._database.write("retire_post") as session:
            row = _post_row(session, post_id)
            later = select(AssignmentRow).where(AssignmentRow.post_id == post_id, AssignmentRow.shift_date >= ends_on)
            planned = session.scalars(later).all()
            if planned and not and_clear:
                raise InputProblem("post_id", "post_has_assignments", name=row.name, count=len(planned))
            for each in planned:
                session.delete(each)
            row.retired_on = min(row.retired_on or ends_on, ends_on)
            return _post(row)

    # Patterns

    def patterns(self) -> tuple[ShiftPattern, ...]:
        """Return the shift patterns that were set, oldest first; before the first, the default is in force."""
        with self._database.read() as session:
            return _patterns(session)

    def set_pattern(self, valid_from: date, slots: Sequence[ShiftSlot], *, and_clear: bool = False) -> ShiftPattern:
        """Set the shifts of a day from a date on. What was already done stays as it was.

        Raises InputProblem as `rules.checked_slots` does; `pattern_past` where shifts with persons on duty have
        already begun on those dates; `pattern_drops_assignments` (`count`) where planned persons would lose their
        shift, because none of its name is left, unless `and_clear`.
        """
        shifts = [_slot_plain(slot) for slot in rules.checked_slots(slots)]
        zone, now = self._room.zone(), self._database.clock.now()
        with self._database.write("set_shift_pattern") as session:
            planned = _planned_from(session, valid_from, now)
            row = session.scalars(select(ShiftPatternRow).where(ShiftPatternRow.valid_from == valid_from)).first()
            if row is None:
                session.add(ShiftPatternRow(valid_from=valid_from, shifts=shifts))
            else:
                row.shifts = shifts
            session.flush()
            _retime(session, planned, zone, and_clear=and_clear)
            return next(each for each in _patterns(session) if each.valid_from == valid_from)

    # Calendar

    def day(self, day: date) -> CalendarDay:
        """Return a date's type: the room's own word, else law and notice."""
        return self.days(day, day)[0]

    def days(self, first: date, last: date) -> tuple[CalendarDay, ...]:
        """Return the types of all dates from `first` to `last`."""
        with self._database.read() as session:
            return _days(session, first, last)

    def set_day(self, day: date, day_type: DayType, name: str = "") -> CalendarDay:
        """Set a date's type by hand, as when the notice of a new year comes out; it is final then."""
        name = tidy("name", name, 20)
        with self._database.write("set_calendar_day") as session:
            row = session.scalars(select(CalendarDayRow).where(CalendarDayRow.date == day)).first()
            if row is None:
                session.add(CalendarDayRow(date=day, day_type=day_type, name=name))
            else:
                row.day_type, row.name = day_type, name
        return CalendarDay(day, day_type, name)

    def reset_day(self, day: date) -> CalendarDay:
        """Take back what was set by hand."""
        with self._database.write("reset_calendar_day") as session:
            row = session.scalars(select(CalendarDayRow).where(CalendarDayRow.date == day)).first()
            if row is not None:
                session.delete(row)
        return seeded_day(day)

    def _today(self) -> date:
        return self._database.clock.now().astimezone(self._room.zone()).date()


def _patterns(session: Session) -> tuple[ShiftPattern, ...]:
    query = select(ShiftPatternRow.valid_from, ShiftPatternRow.shifts).order_by(ShiftPatternRow.valid_from)
    return tuple(
        ShiftPattern(begins, tuple(ShiftSlot(s["name"], time.fromisoformat(s["starts"]), s["hours"]) for s in shifts))
        for begins, shifts in session.execute(query)
    )


def _slot_plain(slot: ShiftSlot) -> dict[str, object]:
    return {"name": slot.name, "starts": f"{slot.starts:%H:%M}", "hours": slot.hours}


def _posts(session: Session) -> list[Post]:
    return rules.in_order(_post(row) for row in session.scalars(select(PostRow)))


def _post(row: PostRow) -> Post:
    return Post(row.id, row.name, row.kind, row.place, row.seats, row.retired_on is None, row.since, row.retired_on)


def _post_row(session: Session, post_id: int) -> PostRow:
    row = session.get(PostRow, post_id)
    if row is None:
        raise InputProblem("post_id", "post_unknown", id=post_id)
    return row


def _check_post(session: Session, name: str, seats: int, but: int | None) -> None:
    if not 1 <= seats <= SEATS_MOST:
        raise InputProblem("seats", "seats_wrong", most=SEATS_MOST)
    same = select(PostRow.id).where(PostRow.name == name, PostRow.retired_on.is_(None), PostRow.id != (but or 0))
    if session.scalar(same.limit(1)) is not None:
        raise InputProblem("name", "post_duplicate", name=name)


def _assignments(session: Session, first: date, last: date) -> list[Assignment]:
    table = AssignmentRow
    query = select(
        table.id,
        table.post_id,
        table.person_id,
        table.starts_at,
        table.ends_at,
        table.shift_date,
        table.slot,
        table.place,
    ).where(table.shift_date.between(first, last))
    query = query.order_by(table.shift_date, table.slot, table.post_id, table.place, table.id)
    return [Assignment(*row) for row in session.execute(query)]


def _rostered(session: Session, ids: set[int]) -> dict[int, Rostered]:
    query = select(PersonRow.id, PersonRow.name, PersonRow.title, PersonRow.phone, PersonRow.left_at)
    return {row[0]: Rostered(*row) for row in session.execute(query.where(PersonRow.id.in_(ids)))}


def _days(session: Session, first: date, last: date) -> tuple[CalendarDay, ...]:
    query = select(CalendarDayRow.date, CalendarDayRow.day_type, CalendarDayRow.name)
    rows = session.execute(query.where(CalendarDayRow.date.between(first, last)))
    own = {day: CalendarDay(day, day_type, name) for day, day_type, name in rows}
    dates = (first + timedelta(number) for number in range((last - first).days + 1))
    return tuple(own.get(each) or seeded_day(each) for each in dates)


def _planned_from(session: Session, valid_from: date, now: datetime) -> Sequence[AssignmentRow]:
    """Return the assignments that a pattern from this date on touches: the last shift before it too, for its end."""
    eve = valid_from - ONE_DAY
    touched = session.scalars(select(AssignmentRow).where(AssignmentRow.shift_date >= eve)).all()
    for row in touched:
        begun = row.ends_at if row.shift_date == eve else row.starts_at
        if begun <= now:
            raise InputProblem("valid_from", "pattern_past", date=row.shift_date)
    return touched


def _retime(session: Session, planned: Sequence[AssignmentRow], zone: ZoneInfo, *, and_clear: bool) -> None:
    patterns = _patterns(session)
    dropped: list[AssignmentRow] = []
    for row in planned:
        shift = next((s for s in rules.shifts_of(row.shift_date, patterns, zone) if s.name == row.slot), None)
        if shift is None:
            dropped.append(row)
        else:
            row.starts_at, row.ends_at = shift.starts_at, shift.ends_at
    if dropped and not and_clear:
        raise InputProblem("shifts", "pattern_drops_assignments", count=len(dropped))
    for row in dropped:
        session.delete(row)
