"""How the roster is read within somebody's transaction."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from duty_console.people.tables import PersonRow
from duty_console.roster.calendar import seeded_day
from duty_console.roster.model import (
    Assignment,
    CalendarDay,
    Cover,
    DayScope,
    Leave,
    Post,
    Shift,
    ShiftPattern,
    ShiftSlot,
    Why,
)
from duty_console.roster.presence import Rostered, Standing, in_order
from duty_console.roster.rules import by_law, next_shift, shift_at, shifts_of
from duty_console.roster.tables import (
    AssignmentRow,
    CalendarDayRow,
    CalendarYearRow,
    CoverRow,
    LeaveRow,
    PostRow,
    ShiftPatternRow,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from zoneinfo import ZoneInfo

    from sqlalchemy.orm import Session


class Timetable:
    """The shifts of one room: its patterns by its clock and its calendar."""

    def __init__(
        self, patterns: tuple[ShiftPattern, ...], zone: ZoneInfo, works: Callable[[date], bool] = by_law
    ) -> None:
        self.patterns, self.zone, self.works = patterns, zone, works

    def shifts_of(self, day: date) -> tuple[Shift, ...]:
        """Return the shifts that begin on a date."""
        return shifts_of(day, self.patterns, self.zone, self.works)

    def shift(self, day: date, slot: str) -> Shift | None:
        """Return the shift of this name that begins on a date."""
        return next((each for each in self.shifts_of(day) if each.name == slot), None)

    def shift_at(self, at: datetime) -> Shift | None:
        """Return the shift that `at` belongs to."""
        return shift_at(at, self.patterns, self.zone, self.works)

    def next_shift(self, at: datetime) -> Shift | None:
        """Return the first shift that begins after `at`."""
        return next_shift(at, self.patterns, self.zone, self.works)


def timetable(session: Session, zone: ZoneInfo) -> Timetable:
    """Return the room's shifts; its own calendar is read only where a pattern asks for workdays."""
    found = patterns(session)
    if all(slot.on is DayScope.EVERY for pattern in found for slot in pattern.shifts):
        return Timetable(found, zone)
    own = {row.date: row.day_type for row in session.execute(select(CalendarDayRow.date, CalendarDayRow.day_type))}

    def works(day: date) -> bool:
        kind = own.get(day)
        return by_law(day) if kind is None else kind.works

    return Timetable(found, zone, works)


def patterns(session: Session) -> tuple[ShiftPattern, ...]:
    """Return the patterns that were set, oldest first."""
    query = select(ShiftPatternRow.valid_from, ShiftPatternRow.shifts).order_by(ShiftPatternRow.valid_from)
    return tuple(ShiftPattern(begins, tuple(map(_slot, slots))) for begins, slots in session.execute(query))


def _slot(plain: dict[str, Any]) -> ShiftSlot:
    starts = time.fromisoformat(plain["starts"])
    return ShiftSlot(plain["name"], starts, plain["hours"], DayScope(plain.get("on", DayScope.EVERY)))


def slot_plain(slot: ShiftSlot) -> dict[str, object]:
    """Return a shift of a pattern as it is stored."""
    return {"name": slot.name, "starts": f"{slot.starts:%H:%M}", "hours": slot.hours, "on": slot.on.value}


def posts(session: Session) -> list[Post]:
    """Return all posts as they are shown."""
    return in_order(post_of(row) for row in session.scalars(select(PostRow)))


def post_of(row: PostRow) -> Post:
    """Return the value of a row."""
    return Post(
        row.id,
        row.name,
        row.kind,
        row.place,
        row.seats,
        row.retired_on is None,
        row.since,
        row.retired_on,
        row.tier,
        row.key,
        tuple(row.slots),
    )


def assignments(session: Session, first: date, last: date) -> list[Assignment]:
    """Return who was planned for the shifts of these dates."""
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
        table.source,
        table.why,
    ).where(table.shift_date.between(first, last))
    query = query.order_by(table.shift_date, table.slot, table.post_id, table.place, table.id)
    return [Assignment(*row[:9], why_of(row[9])) for row in session.execute(query)]


def why_of(plain: dict[str, Any] | None) -> Why | None:
    """Return what was stored as the reason of an assignment."""
    return None if plain is None else Why(plain["code"], plain["values"])


def covers_between(session: Session, first: date, last: date) -> list[Cover]:
    """Return the covers in the shifts of these dates, in the order they were recorded; not the cancelled."""
    query = select(CoverRow).where(CoverRow.shift_date.between(first, last), CoverRow.cancelled_at.is_(None))
    return [cover_of(row) for row in session.scalars(query.order_by(CoverRow.id))]


def cover_of(row: CoverRow) -> Cover:
    """Return the value of a row."""
    return Cover(
        row.id,
        row.shift_date,
        row.slot,
        row.post_id,
        row.person_id,
        row.cover_person_id,
        row.starts_at,
        row.ends_at,
        row.kind,
        row.reason,
        row.recorded_at,
        row.cancelled_at,
    )


def leaves_between(session: Session, start: datetime, end: datetime) -> list[Leave]:
    """Return the leaves that touch this time, by their beginning; not the cancelled."""
    query = select(LeaveRow).where(LeaveRow.ends_at > start, LeaveRow.starts_at < end, LeaveRow.cancelled_at.is_(None))
    return [leave_of(row) for row in session.scalars(query.order_by(LeaveRow.starts_at, LeaveRow.id))]


def leave_of(row: LeaveRow) -> Leave:
    """Return the value of a row."""
    return Leave(
        row.id, row.person_id, row.starts_at, row.ends_at, row.kind, row.reason, row.recorded_at, row.cancelled_at
    )


def rostered(session: Session, ids: Iterable[int]) -> dict[int, Rostered]:
    """Return what the roster needs to know of these persons."""
    query = select(PersonRow.id, PersonRow.name, PersonRow.title, PersonRow.phone, PersonRow.left_at)
    return {row[0]: Rostered(*row) for row in session.execute(query.where(PersonRow.id.in_(set(ids))))}


def standing(session: Session, first: date, last: date, shifts: Iterable[Shift]) -> Standing:
    """Return all that decides who stands where in these shifts, which begin on the dates `first` to `last`."""
    there, shifts = assignments(session, first, last), list(shifts)
    covers = covers_between(session, first, last)
    leaves: list[Leave] = []
    if shifts:
        starts, ends = min(each.starts_at for each in shifts), max(each.ends_at for each in shifts)
        leaves = leaves_between(session, starts, ends)
    ids = {each.person_id for each in there} | {each.cover_person_id for each in covers}
    return Standing(posts(session), there, rostered(session, ids), covers, leaves)


def calendar_days(session: Session, first: date, last: date) -> tuple[CalendarDay, ...]:
    """Return the types of all dates from `first` to `last`: the room's own word, else law and notice."""
    query = select(CalendarDayRow.date, CalendarDayRow.day_type, CalendarDayRow.name)
    rows = session.execute(query.where(CalendarDayRow.date.between(first, last)))
    own = {day: CalendarDay(day, day_type, name) for day, day_type, name in rows}
    dates = [first + timedelta(number) for number in range((last - first).days + 1)]
    found = [own.get(each) or seeded_day(each) for each in dates]
    if any(day.provisional for day in found):
        known = set(session.scalars(select(CalendarYearRow.year)))
        found = [
            CalendarDay(day.date, day.day_type, day.name) if day.provisional and day.date.year in known else day
            for day in found
        ]
    return tuple(found)
