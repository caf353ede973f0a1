"""A time as an officer types it, understood. Pure: no clock, no Qt.

Understood: `1510`, `910`, `15:10`, `15:10:08`, `-20` (minutes ago), `+30` (minutes on), `10-14 1510`,
`10月14日 15:10`, `昨天 2350`, `14日 0310`, `2026-10-14 15:10`, and ISO 8601 with offset.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal

Direction = Literal["past", "future"]

_HALF_DAY = timedelta(hours=12)
_CLOCK = r"(?P<h>\d{1,2}):(?P<m>\d{2})(?::(?P<s>\d{2}))?|(?P<bare>\d{3,4})"
_DAY_WORDS = {
    "前天": -2,
    "昨天": -1,
    "昨日": -1,
    "昨": -1,
    "今天": 0,
    "今日": 0,
    "今": 0,
    "明天": 1,
    "明日": 1,
    "明": 1,
}

_MINUTES = re.compile(r"^([-+])(\d{1,4})$")
_TIME_ONLY = re.compile(rf"^(?:{_CLOCK})$")
_DAY_WORD = re.compile(rf"^(?P<word>{'|'.join(_DAY_WORDS)})\s*(?:{_CLOCK})$")
_DAY_OF_MONTH = re.compile(rf"^(?P<day>\d{{1,2}})日\s*(?:{_CLOCK})$")
_MONTH_DAY = re.compile(rf"^(?P<month>\d{{1,2}})(?:[-/.]|月)(?P<day>\d{{1,2}})日?(?:\s+|(?<=日))(?:{_CLOCK})$")
_FULL_DAY = re.compile(
    rf"^(?P<year>\d{{4}})(?:[-/.]|年)(?P<month>\d{{1,2}})(?:[-/.]|月)(?P<day>\d{{1,2}})日?(?:[\sT]+|(?<=日))(?:{_CLOCK})$"
)


class TimeTextProblem(ValueError):
    """Not a time (`time_not_understood`) or no such day or time (`time_does_not_exist`)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def parse_time(text: str, base: datetime, zone: tzinfo, direction: Direction = "past") -> datetime:
    """What `text` means when typed at `base` (aware), as aware UTC.

    A time without a day is the one nearest to `base` on the side of `direction`: with "past", 2350
    typed at 00:10 is yesterday's, while one up to twelve hours ahead stays today's and the caller flags
    it as not yet come; with "future", 0800 typed at 23:00 is tomorrow's. Raises TimeTextProblem.
    """
    if base.tzinfo is None:
        raise ValueError("the base of a typed time needs its offset")
    typed = _normal(text)
    here = base.astimezone(zone)
    minutes = _MINUTES.match(typed)
    if minutes:
        step = timedelta(minutes=int(minutes[2]))
        return (base - step if minutes[1] == "-" else base + step).astimezone(UTC)
    if found := _TIME_ONLY.match(typed):
        return _nearest_day(_clock(found), here, zone, direction)
    if found := _DAY_WORD.match(typed):
        return _at(here.date() + timedelta(days=_DAY_WORDS[found["word"]]), _clock(found), zone)
    if found := _DAY_OF_MONTH.match(typed):
        return _nearest_month(int(found["day"]), _clock(found), here, zone, direction)
    if found := _MONTH_DAY.match(typed):
        return _nearest_year(int(found["month"]), int(found["day"]), _clock(found), here, zone, direction)
    if found := _FULL_DAY.match(typed):
        return _at(_date(int(found["year"]), int(found["month"]), int(found["day"])), _clock(found), zone)
    return _iso(typed)


def _normal(text: str) -> str:
    """Full-width digits and colons, long dashes and odd spaces as plain ones."""
    plain = unicodedata.normalize("NFKC", text).strip()
    for sign in "–—−":
        plain = plain.replace(sign, "-")
    plain = plain.replace("时", ":").replace("点", ":").removesuffix("分")
    plain = re.sub(r":$", ":00", plain)
    return re.sub(r"\s+", " ", plain)


def _clock(found: re.Match[str]) -> time:
    bare = found["bare"]
    parts = (int(bare[:-2]), int(bare[-2:]), 0) if bare else (int(found["h"]), int(found["m"]), int(found["s"] or 0))
    try:
        return time(*parts)
    except ValueError:
        raise TimeTextProblem("time_does_not_exist") from None


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise TimeTextProblem("time_does_not_exist") from None


def _at(day: date, clock: time, zone: tzinfo) -> datetime:
    return datetime.combine(day, clock, zone).astimezone(UTC)


def _nearest_day(clock: time, here: datetime, zone: tzinfo, direction: Direction) -> datetime:
    today = here.date()
    moment = _at(today, clock, zone)
    if direction == "past" and moment - here > _HALF_DAY:
        return _at(today - timedelta(days=1), clock, zone)
    if direction == "future" and moment < here:
        return _at(today + timedelta(days=1), clock, zone)
    return moment


def _nearest_month(day: int, clock: time, here: datetime, zone: tzinfo, direction: Direction) -> datetime:
    """That day of this month, or of the nearest month on the side of `direction` which has it."""
    step = -1 if direction == "past" else 1
    for months in range(-1, 13):
        count = here.year * 12 + here.month - 1 + step * months
        try:
            moment = _at(date(count // 12, count % 12 + 1, day), clock, zone)
        except ValueError:
            continue
        if (direction == "past" and moment - here <= _HALF_DAY) or (direction == "future" and moment >= here):
            return moment
    raise TimeTextProblem("time_does_not_exist")


def _nearest_year(month: int, day: int, clock: time, here: datetime, zone: tzinfo, direction: Direction) -> datetime:
    """The year that brings it within half a year of now on the wrong side, else the last or next one."""
    step = -1 if direction == "past" else 1
    slack = timedelta(days=183)
    for years in range(-1, 9):  # 29 February comes at least every eight years
        try:
            moment = _at(date(here.year + step * years, month, day), clock, zone)
        except ValueError:
            continue
        if (direction == "past" and moment - here <= slack) or (direction == "future" and here - moment <= slack):
            return moment
    raise TimeTextProblem("time_does_not_exist")


def _iso(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise TimeTextProblem("time_not_understood") from None
    if moment.tzinfo is None:
        raise TimeTextProblem("time_not_understood")
    return moment.astimezone(UTC)


def time_as_text(moment: datetime, base: datetime, zone: tzinfo) -> str:
    """The shortest text that `parse_time` reads back as `moment` to the minute: 15:10, else with its date."""
    there, here = moment.astimezone(zone), base.astimezone(zone)
    if there.date() == here.date():
        return there.strftime("%H:%M")
    if abs(there - here) < timedelta(days=180):
        return there.strftime("%m-%d %H:%M")
    return there.strftime("%Y-%m-%d %H:%M")
