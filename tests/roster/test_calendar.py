"""Every day of 2026 against the State Council's notice; every other year without a fall."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duty_console.roster.calendar import seeded_day, statutory_days
from duty_console.roster.model import DayType

REST_2026 = [("01-01", "01-03"), ("02-15", "02-23"), ("04-04", "04-06"), ("05-01", "05-05"), ("06-19", "06-21"),
             ("09-25", "09-27"), ("10-01", "10-07")]  # fmt: skip
MAKE_UP_2026 = ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]
STATUTORY_2026 = {
    "01-01": "元旦", "02-16": "除夕", "02-17": "春节", "02-18": "春节", "02-19": "春节", "04-05": "清明节",
    "05-01": "劳动节", "05-02": "劳动节", "06-19": "端午节", "09-25": "中秋节",
    "10-01": "国庆节", "10-02": "国庆节", "10-03": "国庆节",
}  # fmt: skip


def in_2026(month_day: str) -> date:
    return date.fromisoformat(f"2026-{month_day}")


def expected(day: date) -> DayType:
    if day.strftime("%m-%d") in STATUTORY_2026:
        return DayType.STATUTORY_HOLIDAY
    if any(in_2026(first) <= day <= in_2026(last) for first, last in REST_2026):
        return DayType.ADJUSTED_REST
    if day.strftime("%m-%d") in MAKE_UP_2026:
        return DayType.MAKEUP_WORKDAY
    return DayType.WEEKEND if day.weekday() >= 5 else DayType.WORKDAY


def test_every_day_of_2026_is_what_the_notice_says() -> None:
    days = [date(2026, 1, 1) + timedelta(number) for number in range(365)]
    assert {day: seeded_day(day).day_type for day in days} == {day: expected(day) for day in days}
    assert not any(seeded_day(day).provisional for day in days)
    counted = Counter(seeded_day(day).day_type for day in days)
    assert counted[DayType.STATUTORY_HOLIDAY] == 13
    assert counted[DayType.MAKEUP_WORKDAY] == 6
    assert counted[DayType.ADJUSTED_REST] == 20
    assert {day.strftime("%m-%d"): name for day, name in statutory_days(2026).items()} == STATUTORY_2026


@pytest.mark.parametrize(
    ("day", "name", "remark"),
    [
        ("10-10", "国庆节", "补国庆节假期"),
        ("10-01", "国庆节", "国庆节"),
        ("09-20", "国庆节", "补国庆节假期"),
        ("03-09", "", ""),
    ],
)
def test_a_day_says_which_holiday_it_belongs_to(day: str, name: str, remark: str) -> None:
    found = seeded_day(in_2026(day))
    assert (found.name, found.remark_zh) == (name, remark)


@pytest.mark.parametrize(("year", "count"), [(2004, 10), (2007, 10), (2008, 11), (2024, 11), (2025, 13), (2033, 13)])
def test_the_number_of_statutory_days_follows_the_law_of_its_time(year: int, count: int) -> None:
    assert len(statutory_days(year)) == count


def test_new_years_eve_came_and_went_and_came_back() -> None:
    eves = {year: [day for day, name in statutory_days(year).items() if name == "除夕"] for year in range(2004, 2051)}
    assert [year for year, found in eves.items() if not found] == [*range(2004, 2008), *range(2014, 2025)]
    assert eves[2025] == [date(2025, 1, 28)]


def test_two_festivals_on_one_day_carry_both_names() -> None:
    assert seeded_day(date(2020, 10, 1)).name == "国庆节、中秋节"


def test_a_year_without_notice_is_provisional_and_knows_only_what_the_law_fixes() -> None:
    assert seeded_day(date(2040, 3, 6)).day_type is DayType.WORKDAY
    assert seeded_day(date(2040, 3, 10)).day_type is DayType.WEEKEND
    assert seeded_day(date(2040, 10, 1)).day_type is DayType.STATUTORY_HOLIDAY
    assert seeded_day(date(2040, 10, 4)).day_type is DayType.WORKDAY
    assert all(seeded_day(date(2040, 1, 1) + timedelta(number)).provisional for number in range(366))


@given(st.dates())
def test_no_date_makes_it_fall(day: date) -> None:
    found = seeded_day(day)
    assert found.date == day
    if day.weekday() < 5:
        assert found.day_type not in (DayType.WEEKEND, DayType.MAKEUP_WORKDAY)
    else:
        assert found.day_type is not DayType.WORKDAY
