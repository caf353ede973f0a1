"""How papers say dates, times and headings in Chinese. Moments are aware; papers show the duty room's time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo

_WEEKDAYS = "一二三四五六日"
_NUMERALS = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九")
NOTHING = "—"
"""Printed where there is nothing to say, so that a blank is never taken for something forgotten."""


def local(moment: datetime, zone: tzinfo) -> datetime:
    """Return a moment in the duty room's time. Raises ValueError for a naive one, whose zone would be a guess."""
    if moment.tzinfo is None:
        raise ValueError("a paper was given a time without its zone")
    return moment.astimezone(zone)


def long_date(day: date) -> str:
    """2026年10月14日."""
    return f"{day.year}年{day.month}月{day.day}日"


def short_date(day: date) -> str:
    """10月14日."""
    return f"{day.month}月{day.day}日"


def weekday(day: date) -> str:
    """星期二."""
    return "星期" + _WEEKDAYS[day.weekday()]


def spoken_time(moment: datetime) -> str:
    """8时04分."""
    return f"{moment.hour}时{moment.minute:02d}分"


def clock_time(moment: datetime) -> str:
    """08:04."""
    return f"{moment:%H:%M}"


def numeral(number: int) -> str:
    """一 to 九十九, for headings."""
    if not 1 <= number <= 99:
        raise ValueError("headings are numbered 1 to 99")
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _NUMERALS[tens] + "十") + _NUMERALS[ones]


def spread(word: str) -> str:
    """Set a word of two characters apart (主　班), so that the labels of a form look alike."""
    return "\u3000".join(word) if len(word) == 2 and not word.isascii() else word
