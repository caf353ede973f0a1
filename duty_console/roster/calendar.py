"""The calendar before anyone edits it: statutory days by law, rest and make-up days by the yearly notice.

Which days are statutory is known long ahead (《全国年节及纪念日放假办法》); which weekends are worked
instead (调休) only when the State Council's notice for that year is out. `notices.json` has the notices so far
(tests/roster/write_notices.py writes it); for years that it does not have the days are marked provisional and the
duty room can enter them.
Nothing here raises for any date.
"""

from __future__ import annotations

import json
import tomllib
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from duty_console.config import RESOURCES
from duty_console.roster.model import CalendarDay, DayType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FESTIVALS = RESOURCES / "calendars" / "festivals.toml"
NOTICES = RESOURCES / "calendars" / "notices.json"

_SATURDAY = 5


def seeded_day(day: date) -> CalendarDay:
    """Return the date's type as law and notice have it."""
    holidays, make_up, known = _notices()
    provisional = day.year not in known
    if name := statutory_days(day.year).get(day):
        return CalendarDay(day, DayType.STATUTORY_HOLIDAY, name, provisional)
    if name := holidays.get(day):
        return CalendarDay(day, DayType.ADJUSTED_REST, name, provisional)
    if name := make_up.get(day):
        return CalendarDay(day, DayType.MAKEUP_WORKDAY, name, provisional)
    kind = DayType.WEEKEND if day.weekday() >= _SATURDAY else DayType.WORKDAY
    return CalendarDay(day, kind, "", provisional)


@lru_cache(maxsize=64)
def statutory_days(year: int) -> Mapping[date, str]:
    """Return the statutory holidays of a year with their names.

    国务院令第270号 as revised: 13 days from 2025 (令795号); 11 days from 2014 (令644号); 11 days from 2008 (令513号),
    with 除夕 in place of the third day of 春节; before, ten days. Movable festivals are known for 2004 to 2050.
    """
    found: dict[date, str] = {}
    for day, name in _statutory(year):
        found[day] = f"{found[day]}、{name}" if day in found else name
    return found


def _statutory(year: int) -> Iterator[tuple[date, str]]:
    yield date(year, 1, 1), "元旦"
    labour = 2 if year >= 2025 else (1 if year >= 2008 else 3)
    for number in range(labour):
        yield date(year, 5, 1 + number), "劳动节"
    for number in range(3):
        yield date(year, 10, 1 + number), "国庆节"
    movable = _festivals().get(str(year))
    if movable is None:
        return
    spring, tomb_sweeping, dragon_boat, mid_autumn = (date.fromisoformat(f"{year:04}-{each}") for each in movable)
    if year >= 2025 or 2008 <= year < 2014:
        yield spring - timedelta(1), "除夕"
    for number in range(2 if 2008 <= year < 2014 else 3):
        yield spring + timedelta(number), "春节"
    if year >= 2008:
        yield tomb_sweeping, "清明节"
        yield dragon_boat, "端午节"
        yield mid_autumn, "中秋节"


@lru_cache(maxsize=1)
def _festivals() -> Mapping[str, list[str]]:
    return tomllib.loads(FESTIVALS.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _notices() -> tuple[Mapping[date, str], Mapping[date, str], frozenset[int]]:
    """Return days off, make-up workdays and the years whose notice is known."""
    years = json.loads(NOTICES.read_text(encoding="utf-8"))
    days = [
        {date.fromisoformat(day): name for year in years.values() for day, name in year[kind].items()}
        for kind in ("off", "make_up")
    ]
    return days[0], days[1], frozenset(int(year) for year in years)
