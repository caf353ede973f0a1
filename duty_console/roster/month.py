"""A month of the roster laid out as the table that screen, paper and Excel show. Pure."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING

from duty_console.roster.model import (
    Assignment,
    CalendarDay,
    DayType,
    Gap,
    MonthCell,
    MonthRow,
    MonthTable,
    Post,
    Shift,
)
from duty_console.roster.rules import Rostered, duty_person, gap_of, in_order, seated

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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


def month_table(
    days: Sequence[CalendarDay],
    shifts: Mapping[date, Sequence[Shift]],
    posts: Sequence[Post],
    assignments: Sequence[Assignment],
    persons: Mapping[int, Rostered],
) -> MonthTable:
    """Return the table of these days. A post has a column when it exists on one of them or somebody stands there."""
    used = {each.post_id for each in assignments}
    shown = [p for p in in_order(posts) if p.id in used or any(p.exists_on(day.date) for day in days)]
    by_shift: dict[tuple[date, str], list[Assignment]] = defaultdict(list)
    for each in assignments:
        by_shift[each.shift_date, each.slot].append(each)
    rows: list[MonthRow] = []
    gaps: list[Gap] = []
    for day in days:
        for number, shift in enumerate(shifts[day.date]):
            places = seated(shift, by_shift[shift.date, shift.name], persons)
            cells: list[MonthCell] = []
            for post in shown:
                there = tuple(duty_person(post, each) for each in places.get(post.id, ()))
                gap = gap_of(post, shift, len(there))
                cells.append(MonthCell(post.id, there, gap.missing if gap else 0))
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
