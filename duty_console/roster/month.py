"""A month of the roster laid out as the table that screen, paper and Excel show. Pure."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING

from duty_console.roster.model import (
    Assignment,
    CalendarDay,
    Cover,
    CoverMark,
    DayType,
    Gap,
    MonthCell,
    MonthRow,
    MonthTable,
    Post,
    Shift,
)
from duty_console.roster.presence import (
    Standing,
    away_ids,
    away_names,
    duty_person,
    gap_of,
    in_order,
    present_at,
    seated,
    turns,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

LEGEND = (
    DayType.STATUTORY_HOLIDAY,
    DayType.ADJUSTED_REST,
    DayType.MAKEUP_WORKDAY,
    DayType.WEEKEND,
    DayType.WORKDAY,
)
"""The day types in the order of the legend."""


def month_dates(year: int, month: int) -> tuple[date, date]:
    """Return the first and the last date of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def month_table(days: Sequence[CalendarDay], shifts: Mapping[date, Sequence[Shift]], standing: Standing) -> MonthTable:
    """Return the table of these days. A post has a column when it exists on one of them or somebody stands there."""
    used = {each.post_id for each in standing.assignments}
    posts = in_order(standing.posts)
    shown = [p for p in posts if p.id in used or any(p.exists_on(day.date) for day in days)]
    of_shift = by_shift(standing)
    rows: list[MonthRow] = []
    gaps: list[Gap] = []
    for day in days:
        for number, shift in enumerate(shifts[day.date]):
            here = of_shift(shift)
            planned = seated(shift, here.assignments, here.persons)
            worst = _worst(shift, here)
            cells: list[MonthCell] = []
            for post in shown:
                there = tuple(duty_person(post, each) for each in planned.get(post.id, ()))
                away = away_ids(post.id, shift, here)
                gap = gap_of(post, shift, worst.get(post.id, 0), away_names(post.id, shift, here) if away else ())
                marks = _marks(post, here)
                cells.append(MonthCell(post.id, there, gap.missing if gap else 0, marks, away, post.exists_in(shift)))
                gaps += [gap] if gap else []
            rows.append(MonthRow(day, shift, tuple(cells), number == 0))
    counted = Counter(day.day_type for day in days)
    first = days[0].date
    return MonthTable(
        first.year,
        first.month,
        tuple(shown),
        tuple(days),
        tuple(rows),
        tuple(gaps),
        {each: counted[each] for each in LEGEND},
    )


def by_shift(standing: Standing) -> Callable[[Shift], Standing]:
    """Return a way to what concerns one shift alone, so that a month is not searched for every row."""
    assignments: dict[tuple[date, str], list[Assignment]] = defaultdict(list)
    covers: dict[tuple[date, str], list[Cover]] = defaultdict(list)
    for each in standing.assignments:
        assignments[each.shift_date, each.slot].append(each)
    for cover in standing.covers:
        covers[cover.shift_date, cover.slot].append(cover)

    def of(shift: Shift) -> Standing:
        key = (shift.date, shift.name)
        leaves = [one for one in standing.leaves if one.starts_at < shift.ends_at and one.ends_at > shift.starts_at]
        return standing._replace(assignments=assignments[key], covers=covers[key], leaves=leaves)

    return of


def _worst(shift: Shift, standing: Standing) -> dict[int, int]:
    """Return how many stand at each post at its worst moment of a shift."""
    found: dict[int, int] = {}
    for at in turns(shift, standing):
        for post_id, there in present_at(at, shift, standing).items():
            found[post_id] = min(found.get(post_id, len(there)), len(there))
    return found


def _marks(post: Post, standing: Standing) -> tuple[CoverMark, ...]:
    return tuple(
        CoverMark(
            cover.id,
            cover.person_id,
            duty_person(post, standing.persons[cover.cover_person_id]),
            cover.starts_at,
            cover.ends_at,
            cover.kind,
        )
        for cover in sorted(standing.covers, key=lambda one: one.starts_at)
        if cover.post_id == post.id and cover.cancelled_at is None and cover.cover_person_id in standing.persons
    )
