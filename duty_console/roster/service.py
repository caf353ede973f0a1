"""The use cases of the roster: posts, patterns, the calendar, who stands where, and who is on duty."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from duty_console.clock import as_utc
from duty_console.errors import InputProblem
from duty_console.people.rules import tidy
from duty_console.roster import presence, queries, rules
from duty_console.roster.calendar import seeded_day
from duty_console.roster.cells import CellWriter
from duty_console.roster.model import (
    DEFAULT_PATTERN,
    Assignment,
    AssignmentSource,
    CalendarDay,
    CellEntry,
    Cover,
    DayScope,
    DayType,
    Leave,
    MonthTable,
    OnDuty,
    Outlook,
    Post,
    PostKind,
    RosterCorrection,
    Shift,
    ShiftPattern,
    ShiftSlot,
    Stretch,
)
from duty_console.roster.month import by_shift, month_dates, month_table
from duty_console.roster.retiming import planned_from, retime
from duty_console.roster.rules import ONE_DAY
from duty_console.roster.tables import (
    AssignmentRow,
    CalendarDayRow,
    CalendarYearRow,
    CoverRow,
    PostRow,
    RosterCorrectionRow,
    ShiftPatternRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy.orm import Session

    from duty_console.database.engine import Database
    from duty_console.room.service import Room
    from duty_console.roster.queries import Timetable

DEFAULT_POSTS = (("带班领导", PostKind.LEADER), ("主班", PostKind.OFFICER), ("副班", PostKind.OFFICER))
SEATS_MOST = 20
POST_NAME_MOST = 20
TIERS_MOST = 3
SPAN_MOST = 800
"""The most days that are read at once."""


class Roster:
    """Who is on duty when, and at which post."""

    def __init__(self, database: Database, room: Room) -> None:
        self._database = database
        self._room = room

    # Who is on duty

    def on_duty_at(self, at: datetime) -> OnDuty:
        """Return who is on duty at `at`, with what is missing: the one answer (`presence.on_duty_at`)."""
        return self.outlook(at).duty

    def outlook(self, at: datetime) -> Outlook:
        """Return the same with the shift that follows, and when it changes by itself; read at once."""
        at = as_utc(at)
        with self._database.read() as session:
            timetable = self._timetable(session)
            shift, following = timetable.shift_at(at), timetable.next_shift(at)
            if shift is None:
                return Outlook(OnDuty(at, None), following, following.starts_at if following else None)
            standing = queries.standing(session, shift.date, shift.date, (shift,))
        turns = [*presence.turns(shift, standing), shift.ends_at]
        return Outlook(presence.on_duty_at(at, shift, standing), following, min(each for each in turns if each > at))

    def shift_at(self, at: datetime) -> Shift | None:
        """Return the shift that `at` belongs to; None in an hour that the pattern leaves out."""
        return self.timetable().shift_at(at)

    def next_shift(self, at: datetime) -> Shift | None:
        """Return the first shift that begins after `at`."""
        return self.timetable().next_shift(at)

    def shifts_of(self, day: date) -> tuple[Shift, ...]:
        """Return the shifts that begin on a date."""
        return self.timetable().shifts_of(day)

    def shifts_between(self, first: date, last: date) -> tuple[Shift, ...]:
        """Return the shifts that begin on these dates, in order. Raises InputProblem `dates_wrong` as `span` does."""
        _check_dates(first, last)
        timetable = self.timetable()
        return tuple(shift for day in _dates(first, last) for shift in timetable.shifts_of(day))

    def timetable(self) -> Timetable:
        """Return the room's shifts by its patterns, clock and calendar."""
        with self._database.read() as session:
            return self._timetable(session)

    def _timetable(self, session: Session) -> Timetable:
        return queries.timetable(session, self._room.zone_in(session))

    def month(self, year: int, month: int) -> MonthTable:
        """Return a month's table. Raises InputProblem `month_wrong` outside the years 1900 to 2199."""
        if not (1 <= month <= 12 and 1900 <= year < 2200):
            raise InputProblem("month", "month_wrong", year=year, month=month)
        return self.span(*month_dates(year, month))

    def span(self, first: date, last: date) -> MonthTable:
        """Return the table of any dates, such as a week. Raises InputProblem `dates_wrong`: out of order, too many."""
        _check_dates(first, last)
        with self._database.read() as session:
            timetable = self._timetable(session)
            days = queries.calendar_days(session, first, last)
            shifts = {day.date: timetable.shifts_of(day.date) for day in days}
            standing = queries.standing(session, first, last, (each for some in shifts.values() for each in some))
        return month_table(days, shifts, standing)

    def stretches(self, first: date, last: date) -> tuple[Stretch, ...]:
        """Return who stands where from when to when in the shifts of these dates: covers and leaves applied.

        Raises InputProblem `dates_wrong` as `span` does.
        """
        _check_dates(first, last)
        with self._database.read() as session:
            timetable = self._timetable(session)
            shifts = [shift for day in _dates(first, last) for shift in timetable.shifts_of(day)]
            standing = queries.standing(session, first, last, shifts)
        of_shift = by_shift(standing)
        return tuple(each for shift in shifts for each in presence.stretches_of(shift, of_shift(shift)))

    def person_stretches(self, person_id: int, first: date, last: date) -> tuple[Stretch, ...]:
        """Return when and where a person stands in the shifts of these dates."""
        return tuple(each for each in self.stretches(first, last) if person_id in each.persons)

    def assignments(self, first: date, last: date) -> tuple[Assignment, ...]:
        """Return who was planned for the shifts of these dates."""
        with self._database.read() as session:
            return tuple(queries.assignments(session, first, last))

    def covers(self, first: date, last: date) -> tuple[Cover, ...]:
        """Return the covers in the shifts of these dates, without the cancelled."""
        with self._database.read() as session:
            return tuple(queries.covers_between(session, first, last))

    def leaves(self, start: datetime, end: datetime) -> tuple[Leave, ...]:
        """Return the leaves that touch this time, without the cancelled."""
        with self._database.read() as session:
            return tuple(queries.leaves_between(session, start, end))

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

    def assign_all(
        self,
        entries: Iterable[CellEntry],
        correction_reason: str | None = None,
        source: AssignmentSource = AssignmentSource.HAND,
    ) -> tuple[Assignment, ...]:
        """Fill several cells at once, all or none (a swap is two cells); return what stands in them now.

        Raises InputProblem: `slot_unknown`, `post_unknown`, `post_retired`, `person_unknown`, `person_left`,
        `person_twice` (twice in one cell), `person_on_other_post` (two posts of one shift), `too_many_persons`, and
        `post_not_in_shift`, `person_covers_there`; and `shift_over` for a shift that has ended, `shift_begun` where
        somebody would be taken out of one that has begun, unless a `correction_reason` is given, which is kept on
        record.
        """
        reason = tidy("correction_reason", correction_reason or "", 200)
        with self._database.write("assign_duty") as session:
            return self.assign_in(session, tuple(entries), reason, source)

    def assign_in(
        self, session: Session, entries: Sequence[CellEntry], reason: str, source: AssignmentSource
    ) -> tuple[Assignment, ...]:
        """Do the same within a larger transaction, as an import, a plan or a swap does."""
        timetable, now = self._timetable(session), self._database.clock.now()
        CellWriter(session, queries.posts(session), timetable, now, reason, source).fill(entries)
        session.flush()
        wanted = {(each.shift_date, each.slot, each.post_id) for each in entries}
        if not wanted:
            return ()
        there = queries.assignments(session, min(wanted)[0], max(wanted)[0])
        return tuple(one for one in there if (one.shift_date, one.slot, one.post_id) in wanted)

    def fill_forward(self, first: date, last: date, until: date) -> int:
        """Repeat the days `first` to `last` up to `until`, into empty cells only; return how many it filled.

        Who left by then, or already stands elsewhere in the shift, is left out: that cell stays a gap.
        Raises InputProblem `dates_wrong` when the dates are out of order or reach over more than 400 days.
        """
        if not (first <= last < until and (until - first).days <= 400):
            raise InputProblem("until", "dates_wrong", first=first, last=last, until=until)
        now = self._database.clock.now()
        with self._database.write("fill_roster") as session:
            writer = CellWriter(session, queries.posts(session), self._timetable(session), now, "")
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
            if not queries.posts(session):
                for place, (name, kind) in enumerate(DEFAULT_POSTS, 1):
                    session.add(_new_post(name, kind, place, since))
                session.flush()
            return tuple(queries.posts(session))

    def posts(self, *, with_retired: bool = False) -> tuple[Post, ...]:
        """Return the posts as they are shown."""
        with self._database.read() as session:
            return tuple(each for each in queries.posts(session) if each.active or with_retired)

    def add_post(
        self,
        name: str,
        kind: PostKind,
        seats: int = 1,
        since: date | None = None,
        *,
        tier: int = 1,
        key: bool = False,
        slots: Sequence[str] = (),
    ) -> Post:
        """Add a post at the end.

        Raises InputProblem: `name_missing`, `text_too_long`, `post_duplicate`, `seats_wrong`, `tier_wrong`,
        `slot_not_in_pattern` for a shift that no pattern has.
        """
        name, since = tidy("name", name, POST_NAME_MOST, missing="name_missing"), since or self._today()
        with self._database.write("add_post") as session:
            _check_post(session, name, seats, None)
            last = session.scalar(select(func.max(PostRow.place))) or 0
            row = _new_post(name, kind, last + 1, since)
            row.seats, row.tier, row.key, row.slots = seats, _tier(tier), key, _slots(session, slots)
            session.add(row)
            session.flush()
            return queries.post_of(row)

    def change_post(
        self,
        post_id: int,
        *,
        name: str | None = None,
        kind: PostKind | None = None,
        seats: int | None = None,
        tier: int | None = None,
        key: bool | None = None,
        slots: Sequence[str] | None = None,
    ) -> Post:
        """Change what is given. Raises InputProblem `post_unknown` and as `add_post` does."""
        with self._database.write("change_post") as session:
            row = _post_row(session, post_id)
            new = row.name if name is None else tidy("name", name, POST_NAME_MOST, missing="name_missing")
            _check_post(session, new, row.seats if seats is None else seats, post_id)
            row.name, row.kind, row.seats = new, kind or row.kind, row.seats if seats is None else seats
            row.tier = row.tier if tier is None else _tier(tier)
            row.key = row.key if key is None else key
            row.slots = row.slots if slots is None else _slots(session, slots)
            return queries.post_of(row)

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
            return tuple(each for each in queries.posts(session) if each.active)

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
            covers = select(CoverRow).where(CoverRow.post_id == post_id, CoverRow.shift_date >= ends_on)
            for cover in session.scalars(covers.where(CoverRow.cancelled_at.is_(None))):
                cover.cancelled_at = now
            row.retired_on = min(row.retired_on or ends_on, ends_on)
            return queries.post_of(row)

    # Patterns

    def patterns(self) -> tuple[ShiftPattern, ...]:
        """Return the shift patterns that were set, oldest first; before the first, the default is in force."""
        with self._database.read() as session:
            return queries.patterns(session)

    def set_pattern(self, valid_from: date, slots: Sequence[ShiftSlot], *, and_clear: bool = False) -> ShiftPattern:
        """Set the shifts of a day from a date on. What was already done stays as it was.

        Raises InputProblem as `rules.checked_slots` does; `pattern_past` where shifts with persons on duty have
        already begun on those dates; `pattern_drops_assignments` (`count`) where planned persons would lose their
        shift, because none of its name is left, unless `and_clear`.
        """
        shifts = [queries.slot_plain(slot) for slot in rules.checked_slots(slots)]
        now = self._database.clock.now()
        with self._database.write("set_shift_pattern") as session:
            planned = planned_from(session, valid_from, now)
            row = session.scalars(select(ShiftPatternRow).where(ShiftPatternRow.valid_from == valid_from)).first()
            if row is None:
                session.add(ShiftPatternRow(valid_from=valid_from, shifts=shifts))
            else:
                row.shifts = shifts
            session.flush()
            retime(session, planned, self._timetable(session), now, and_clear=and_clear)
            return next(each for each in queries.patterns(session) if each.valid_from == valid_from)

    # Calendar

    def day(self, day: date) -> CalendarDay:
        """Return a date's type: the room's own word, else law and notice."""
        return self.days(day, day)[0]

    def days(self, first: date, last: date) -> tuple[CalendarDay, ...]:
        """Return the types of all dates from `first` to `last`."""
        with self._database.read() as session:
            return queries.calendar_days(session, first, last)

    def set_day(self, day: date, day_type: DayType, name: str = "", *, and_clear: bool = False) -> CalendarDay:
        """Set a date's type by hand, as when the notice of a new year comes out; it is final then.

        Where shifts depend on it, planned persons move with them. Raises InputProblem as `set_pattern` does.
        """
        name = tidy("name", name, 20)
        with self._database.write("set_calendar_day") as session:
            self._set_days(session, (CalendarDay(day, day_type, name),), and_clear=and_clear)
        return CalendarDay(day, day_type, name)

    def reset_day(self, day: date, *, and_clear: bool = False) -> CalendarDay:
        """Take back what was set by hand."""
        with self._database.write("reset_calendar_day") as session:
            planned = self._shifting(session, (seeded_day(day),))
            row = session.scalars(select(CalendarDayRow).where(CalendarDayRow.date == day)).first()
            if row is not None:
                session.delete(row)
                session.flush()
            retime(session, planned, self._timetable(session), self._database.clock.now(), and_clear=and_clear)
            return queries.calendar_days(session, day, day)[0]

    def import_notice(
        self, year: int, days: Sequence[CalendarDay], source: str, *, and_clear: bool = False
    ) -> tuple[CalendarDay, ...]:
        """Enter the yearly notice of the State Council: its days, all or none; no day of that year is provisional then.

        Raises InputProblem `notice_empty`, `notice_other_year` (`date`), and as `set_pattern` does.
        """
        if not days:
            raise InputProblem("notice", "notice_empty")
        for day in days:
            if abs(day.date.year - year) > 1:  # a holiday may begin in the year before or end in the one after
                raise InputProblem("notice", "notice_other_year", date=day.date, year=year)
        with self._database.write("import_holiday_notice") as session:
            self._set_days(session, days, and_clear=and_clear)
            row = session.scalars(select(CalendarYearRow).where(CalendarYearRow.year == year)).first()
            if row is None:
                row = CalendarYearRow(year=year)
                session.add(row)
            row.source, row.recorded_at = source[:20_000], self._database.clock.now()
        return self.days(date(year, 1, 1), date(year, 12, 31))

    def _set_days(self, session: Session, days: Sequence[CalendarDay], *, and_clear: bool) -> None:
        planned = self._shifting(session, days)
        rows = {row.date: row for row in session.scalars(select(CalendarDayRow))}
        for day in days:
            row = rows.get(day.date)
            if row is None:
                session.add(CalendarDayRow(date=day.date, day_type=day.day_type, name=day.name))
            else:
                row.day_type, row.name = day.day_type, day.name
        session.flush()
        retime(session, planned, self._timetable(session), self._database.clock.now(), and_clear=and_clear)

    def _shifting(self, session: Session, days: Sequence[CalendarDay]) -> list[AssignmentRow]:
        """Return what is planned on dates whose shifts change because offices open or close. Raises `pattern_past`."""
        timetable, now = self._timetable(session), self._database.clock.now()
        if all(slot.on is DayScope.EVERY for pattern in timetable.patterns for slot in pattern.shifts):
            return []
        dates = {each.date for each in days if timetable.works(each.date) != each.day_type.works}
        touched = dates | {each - ONE_DAY for each in dates}
        rows = session.scalars(select(AssignmentRow).where(AssignmentRow.shift_date.in_(touched))).all()
        for row in rows:
            if row.shift_date in dates and row.starts_at <= now:
                raise InputProblem("date", "pattern_past", date=row.shift_date)
        return [row for row in rows if row.ends_at > now]

    def _today(self) -> date:
        return self._database.clock.now().astimezone(self._room.zone()).date()


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


def _new_post(name: str, kind: PostKind, place: int, since: date) -> PostRow:
    return PostRow(
        name=name, kind=kind, place=place, seats=1, since=since, retired_on=None, tier=1, key=False, slots=[]
    )


def _tier(tier: int) -> int:
    if not 1 <= tier <= TIERS_MOST:
        raise InputProblem("tier", "tier_wrong", most=TIERS_MOST)
    return tier


def _slots(session: Session, slots: Sequence[str]) -> list[str]:
    known = {slot.name for pattern in (DEFAULT_PATTERN, *queries.patterns(session)) for slot in pattern.shifts}
    for name in slots:
        if name not in known:
            raise InputProblem("slots", "slot_not_in_pattern", name=name)
    return list(dict.fromkeys(slots))


def _dates(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(number) for number in range((last - first).days + 1))


def _check_dates(first: date, last: date) -> None:
    if not (first <= last and (last - first).days < SPAN_MOST and first.year >= 1900 and last.year < 2200):
        raise InputProblem("last", "dates_wrong", first=first, last=last, until=last)
