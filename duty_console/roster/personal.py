"""One person's duty in some dates: when and where he stands, for whom, who stands in for him, and how much it is. Pure.

Screen and paper show the same list.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from duty_console.roster.model import (
        CalendarDay,
        DayType,
        DutyPerson,
        Leave,
        MonthCell,
        MonthRow,
        MonthTable,
        Shift,
        Stretch,
    )

_HOUR = timedelta(hours=1)


class DutyRole(StrEnum):
    """Whether he stands in his own seat, in another's, or somebody or nobody in his."""

    OWN = "own"
    COVERING = "covering"
    COVERED = "covered"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class PersonDuty:
    """One stretch of a person's duty; `other` is whom he covers or who covers him."""

    day: CalendarDay
    shift: Shift
    post: str
    starts_at: datetime
    ends_at: datetime
    role: DutyRole
    other: str = ""

    @property
    def serves(self) -> bool:
        """Whether the person is on duty then."""
        return self.role in (DutyRole.OWN, DutyRole.COVERING)

    @property
    def hours(self) -> float:
        """How long it lasts."""
        return (self.ends_at - self.starts_at) / _HOUR


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """A person's dates: the list, and what it sums up to. A part of a shift counts as that part."""

    name: str
    title: str
    phone: str
    first: date
    last: date
    duties: tuple[PersonDuty, ...]
    leaves: tuple[Leave, ...]
    counts: Mapping[DayType, float]

    @property
    def shifts(self) -> float:
        """How many shifts he serves."""
        return sum(self.counts.values())

    @property
    def hours(self) -> float:
        """How many hours he serves."""
        return sum(each.hours for each in self.duties if each.serves)

    def covers(self, role: DutyRole) -> int:
        """How many covers he gives (COVERING) or gets (COVERED)."""
        return sum(1 for each in self.duties if each.role is role)


def person_sheet(
    person: DutyPerson,
    table: MonthTable,
    stretches: Iterable[Stretch],
    leaves: Sequence[Leave] = (),
) -> PersonSheet:
    """Return what a person does in the dates of a table, whose `stretches` say who really stands there."""
    rows = {(row.shift.date, row.shift.name): row for row in table.rows}
    posts = {post.id: post.name for post in table.posts}
    found: list[PersonDuty] = []
    served: dict[DayType, float] = defaultdict(float)
    for each in stretches:
        row = rows.get((each.shift.date, each.shift.name))
        cell = _cell(row, each.post_id) if row is not None else None
        if row is None or cell is None:
            continue
        role, other = _role(person.person_id, each, cell)
        if role is None:
            continue
        _add(found, PersonDuty(row.day, each.shift, posts[each.post_id], each.starts_at, each.ends_at, role, other))
        if role in (DutyRole.OWN, DutyRole.COVERING):
            share = (each.ends_at - each.starts_at) / (each.shift.ends_at - each.shift.starts_at)
            served[row.day.day_type] += share
    found.sort(key=lambda duty: (duty.starts_at, duty.ends_at))
    own = tuple(each for each in leaves if each.person_id == person.person_id)
    first, last = table.days[0].date, table.days[-1].date
    counts = {day_type: round(share, 2) for day_type, share in served.items()}
    return PersonSheet(person.name, person.title, person.phone, first, last, tuple(found), own, counts)


def _cell(row: MonthRow, post_id: int) -> MonthCell | None:
    return next((cell for cell in row.cells if cell.post_id == post_id), None)


def _role(person_id: int, stretch: Stretch, cell: MonthCell) -> tuple[DutyRole | None, str]:
    planned = any(each.person_id == person_id for each in cell.persons)
    if person_id in stretch.persons:
        if planned:
            return DutyRole.OWN, ""
        names = {each.person_id: each.name for each in cell.persons}
        return DutyRole.COVERING, next((names.get(each, "") for each in _covered_by(person_id, stretch, cell)), "")
    if not planned:
        return None, ""
    stand_in = next(
        (
            mark.cover.name
            for mark in cell.covers
            if mark.person_id == person_id and mark.starts_at <= stretch.starts_at < mark.ends_at
        ),
        "",
    )
    return (DutyRole.COVERED, stand_in) if stand_in else (DutyRole.AWAY, "")


def _covered_by(person_id: int, stretch: Stretch, cell: MonthCell) -> Iterator[int]:
    for mark in cell.covers:
        if mark.cover.person_id == person_id and mark.starts_at <= stretch.starts_at < mark.ends_at:
            yield mark.person_id


def _add(found: list[PersonDuty], duty: PersonDuty) -> None:
    """Put stretches together that only another person of the same post parts."""
    last = found[-1] if found else None
    if last is None or (last.shift, last.post, last.role, last.other, last.ends_at) != (
        duty.shift,
        duty.post,
        duty.role,
        duty.other,
        duty.starts_at,
    ):
        found.append(duty)
        return
    found[-1] = PersonDuty(duty.day, duty.shift, duty.post, last.starts_at, duty.ends_at, duty.role, duty.other)
