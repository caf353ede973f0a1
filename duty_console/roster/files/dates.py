"""Dates as people write them in rosters: `1日`, `10.1`, `10月1日（周四）`, `2026/10/1`, a day number. Pure.

What is left out (year, month) comes from the title, the sheet's or the file's name, else from today.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from duty_console.exchange.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duty_console.exchange.grid import Grid, GridCell

_WEEKDAYS = "一二三四五六日"
_WEEKDAY = re.compile(
    r"\(?(?:星期|周|礼拜)([一二三四五六日天末])\)?|\(([一二三四五六日天])\)|(?<=[\d日号\s])([一二三四五六])$"
)
_TIME = re.compile(r"\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[-—–~至到].*)?$")
_FULL = re.compile(r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?|(\d{4})(\d{2})(\d{2})")
_SHORT_YEAR = re.compile(r"(\d{2})[./年-](\d{1,2})[./月-](\d{1,2})[日号]?")
_MONTH_DAY = re.compile(r"(\d{1,2})[月./-](\d{1,2})[日号]?")
_DAY = re.compile(r"(\d{1,2})[日号]?")
_HAN_NUMBER = re.compile(r"[〇零○一二三四五六七八九十廿]+(?=[年月日号])")
_HAN_DIGITS = {each: number for number, each in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_TITLE_YEAR = re.compile(r"(?<!\d)((?:19|20|21)\d{2})(?!\d)")
_TITLE_BOTH = re.compile(r"(?<!\d)((?:19|20|21)\d{2})(?:[年./\-\s]+(?:度)?(\d{1,2})(?!\d)|(0[1-9]|1[0-2])(?!\d))")
_TITLE_MONTH = re.compile(r"(?<!\d)(\d{1,2})月")
_TITLE_WORDS = ("值班", "排班", "带班", "备勤", "安排", "轮值")
_NOT_TITLE = ("制表", "打印", "填报", "更新", "审核", "印发")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """What was written of a date; None for what was left out. `either` is another day that the number may mean."""

    year: int | None
    month: int | None
    day: int
    weekday: int | None = None
    either: int | None = None


@dataclass(frozen=True, slots=True)
class MonthHint:
    """Year and month as a title says them, as far as it does."""

    year: int | None = None
    month: int | None = None


class DateFault(Exception):  # the value of a failed reading, told as a problem of its cell
    """A date cannot be made of what was written: `code` says why."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code, self.values = code, values


def weekday_in(text: str) -> int | None:
    """Return the weekday that a cell of its own says (周四, 星期四, 四): Monday is 0."""
    found = re.fullmatch(r"\(?(?:星期|周|礼拜)?([一二三四五六日天])\)?", "".join(text.split()))
    return _weekday(found[1]) if found else None


def _weekday(word: str) -> int | None:
    word = "日" if word == "天" else word
    return _WEEKDAYS.index(word) if word in _WEEKDAYS else None


def month_hint(titles: Iterable[str]) -> MonthHint:
    """Return what titles say of year and month: those that speak of duty first, then sheet and file name."""
    texts = [_digits(plain(each)) for each in titles if not any(word in each for word in _NOT_TITLE)]
    texts.sort(key=lambda each: not any(word in each for word in _TITLE_WORDS))
    year = month = None
    for text in texts:
        both = _TITLE_BOTH.search(text)
        if both and 1 <= int(both[2] or both[3]) <= 12:
            year, month = year or int(both[1]), month or int(both[2] or both[3])
        elif found := _TITLE_YEAR.search(text):
            year = year or int(found[1])
        found = _TITLE_MONTH.search(text)
        if found and 1 <= int(found[1]) <= 12:
            month = month or int(found[1])
    return MonthHint(year, month)


def written_date(cell: GridCell, grid: Grid) -> WrittenDate | None:
    """Return what a cell says of a date; None where it says none."""
    value = cell.value
    if found := grid.date_in(value):
        return WrittenDate(found.year, found.month, found.day)
    if isinstance(value, float) and not value.is_integer():
        return _from_number(value)
    return _from_text(cell.text) if isinstance(value, str | int | float) and not isinstance(value, bool) else None


def _from_number(value: float) -> WrittenDate | None:
    """Read 10.1, which a spreadsheet keeps for `10.1` and for `10.10` alike."""
    found = re.fullmatch(r"(\d{1,2})\.(\d{1,2})", repr(value))
    if found is None or not 1 <= int(found[1]) <= 12:
        return None
    tens = int(found[2]) * 10 if len(found[2]) == 1 and int(found[2]) <= 3 else None
    return WrittenDate(None, int(found[1]), int(found[2]), None, tens)


def _from_text(text: str) -> WrittenDate | None:
    text = _digits(" ".join(text.split()))
    weekday: int | None = None
    if stated := _WEEKDAY.search(text):
        weekday = _weekday(stated[1] or stated[2] or stated[3])
        text = f"{text[: stated.start()]} {text[stated.end() :]}"
    text = "".join(_TIME.sub("", text.strip()).split())
    for pattern, century in ((_FULL, 0), (_SHORT_YEAR, 2000)):
        if found := pattern.fullmatch(text):
            year, month, day = (int(each) for each in found.groups() if each is not None)
            return WrittenDate(century + year, month, day, weekday)
    if found := _MONTH_DAY.fullmatch(text):
        return WrittenDate(None, int(found[1]), int(found[2]), weekday)
    if found := _DAY.fullmatch(text):
        return WrittenDate(None, None, int(found[1]), weekday)
    return None


def _digits(text: str) -> str:
    """Write Chinese numbers before 年, 月 and 日 as figures."""
    return _HAN_NUMBER.sub(lambda found: _han_number(found[0]), text)


def _han_number(words: str) -> str:
    words = words.replace("廿", "二十")
    if "十" not in words:
        return "".join(str(_HAN_DIGITS[each]) for each in words)
    tens, _, ones = words.partition("十")
    if len(tens) > 1 or len(ones) > 1:
        return words
    return str((_HAN_DIGITS[tens] if tens else 1) * 10 + (_HAN_DIGITS[ones] if ones else 0))


class DateReader:
    """Completes written dates in the order in which they stand, by the title, the date before and today."""

    def __init__(self, hint: MonthHint, today: date) -> None:
        self.hint = hint
        self.year_assumed = False
        self._today = today
        self._before: date | None = None

    def complete(self, found: WrittenDate) -> date:
        """Return the date. Raises DateFault: `month_not_told`, `date_does_not_exist`, `date_not_in_title`."""
        month, year = found.month, found.year
        if month is None:
            month, year = self._month_of(found.day)
        if year is None:
            year = self._year_of(month)
        day = found.day
        if found.either is not None and self._before is not None:
            expected = self._before + timedelta(1)
            day = found.either if (expected.month, expected.day) == (month, found.either) else day
        try:
            complete = date(year, month, day)
        except ValueError as error:
            raise DateFault("date_does_not_exist", date=f"{year}-{month:02}-{day:02}") from error
        if found.year and self.hint.year and abs(self._months_off(complete)) > 1:
            title = f"{self.hint.year}年" + (f"{self.hint.month}月" if self.hint.month else "")
            raise DateFault("date_not_in_title", date=complete, title=title)
        self._before = complete
        return complete

    def _months_off(self, found: date) -> int:
        if self.hint.month is None:
            return (found.year - (self.hint.year or found.year)) * 2
        return (found.year - (self.hint.year or found.year)) * 12 + found.month - self.hint.month

    def _month_of(self, day: int) -> tuple[int, int | None]:
        """A bare day belongs to the month of the day before it; after the month's end it belongs to the next."""
        before = self._before
        if before is not None:
            if day < before.day and before.day >= 25 and day <= 7:
                after = date(before.year, before.month, 1) + timedelta(32)
                return after.month, after.year
            return before.month, before.year
        if self.hint.month is None:
            raise DateFault("month_not_told")
        return self.hint.month, self.hint.year

    def _year_of(self, month: int) -> int:
        if self.hint.year is not None:
            if self.hint.month is not None:
                return self.hint.year + round((self.hint.month - month) / 12)
            if self._before is not None and self._before.month == 12 and month == 1:
                return self._before.year + 1
            return self._before.year if self._before and self._before.month <= month else self.hint.year
        self.year_assumed = True
        years = (self._today.year - 1, self._today.year, self._today.year + 1)
        return min(years, key=lambda year: abs((date(year, month, 15) - self._today).days))
