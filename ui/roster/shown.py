"""Which dates the roster shows: a month, a week, or the month or quarter of one person. No Qt."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum


class View(StrEnum):
    """The three ways to look at the roster."""

    MONTH = "month"
    WEEK = "week"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Shown:
    """A view and the day that it is about; `months` is 3 where a person's quarter is shown."""

    view: View
    day: date
    months: int = 1

    def dates(self) -> tuple[date, date]:
        """The first and the last date on screen."""
        if self.view is View.WEEK:
            monday = self.day - timedelta(self.day.weekday())
            return monday, monday + timedelta(6)
        first = self.day.replace(day=1)
        if self._is_quarter():
            first = first.replace(month=(self.day.month - 1) // 3 * 3 + 1)
        last = _month_later(first, self.months - 1 if self._is_quarter() else 0)
        return first, last.replace(day=monthrange(last.year, last.month)[1])

    def stepped(self, by: int) -> Shown:
        """The same view, so many weeks, months or quarters later."""
        if self.view is View.WEEK:
            return replace(self, day=self.day + timedelta(7 * by))
        months = self.months if self._is_quarter() else 1
        return replace(self, day=_month_later(self.dates()[0], months * by))

    def shows(self, day: date) -> bool:
        """Whether a date is on screen."""
        first, last = self.dates()
        return first <= day <= last

    def is_readable(self) -> bool:
        """Whether the roster reaches so far (1900 to 2199)."""
        first, last = self.dates()
        return first.year >= 1900 and last.year < 2200

    def _is_quarter(self) -> bool:
        return self.view is View.PERSON and self.months == 3


def _month_later(first: date, by: int) -> date:
    number = first.year * 12 + first.month - 1 + by
    return date(number // 12, number % 12 + 1, 1)
