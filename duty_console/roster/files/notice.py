"""The yearly notice on public holidays (国务院办公厅关于…年部分节假日安排的通知) as text, turned into days. Pure.

`一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。` What the notice says twice is
compared: weekdays with the calendar, the number of days with the dates, and the statutory days of the year
(国务院令第795号) with the rest days named.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING

from duty_console.roster.calendar import statutory_days
from duty_console.roster.files.model import NoticeDraft, NoticeProblem
from duty_console.roster.model import CalendarDay, DayType

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEAR = re.compile(r"(20\d{2})年(?:部分)?节假日")
_HOLIDAYS = "元旦|春节|清明节?|劳动节|端午节?|中秋节?|国庆节?"
_ITEM = re.compile(rf"(?:^|[\n。;])\s*(?:[一二三四五六七八九十]+、|\d+[.、]|\([一二三四五六七八九十]+\))?\s*"
                   rf"((?:{_HOLIDAYS})(?:[、和与及](?:{_HOLIDAYS}))*)\s*[::]")  # fmt: skip
_DATE = r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^()]*)\))?"
_RANGE = re.compile(rf"{_DATE}(?:\s*(?:至|到|[-—–~])\s*{_DATE})?")
_COUNT = re.compile(r"(?:共|放假)(\d{1,2})天")
_WEEKDAY = re.compile(r"(?:周|星期)([一二三四五六日天])")
_WEEKDAYS = "一二三四五六日"
_ENCOURAGED = re.compile(r"鼓励|安排职工|结合带薪|可以")
_FULL_NAMES = {"清明": "清明节", "端午": "端午节", "中秋": "中秋节", "国庆": "国庆节"}
_SATURDAY = 5


def parse_notice(text: str, year: int) -> NoticeDraft:
    """Return the rest and make-up days that a notice for `year` states, with whatever contradicts itself."""
    words = unicodedata.normalize("NFKC", text).replace(" ", "").replace("\u3000", "")
    reading = _Reading(year)
    said = _YEAR.search(words)
    if said and int(said[1]) != year:
        reading.tell(said[0], "notice_for_other_year", said=int(said[1]), year=year)
    heads = list(_ITEM.finditer(words))
    for number, head in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(words)
        reading.item(head[1], words[head.end() : end])
    if not heads:
        reading.tell("", "notice_not_found")
    else:
        reading.compare_with_law()
    return NoticeDraft(year, reading.days(), tuple(reading.problems))


class _Reading:
    def __init__(self, year: int) -> None:
        self._year = year
        self._statutory = {**statutory_days(year - 1), **statutory_days(year), **statutory_days(year + 1)}
        self._rest: dict[date, str] = {}
        self._work: dict[date, str] = {}
        self.problems: list[NoticeProblem] = []

    def tell(self, item: str, code: str, **values: object) -> None:
        self.problems.append(NoticeProblem(item[:60], code, values))

    def days(self) -> tuple[CalendarDay, ...]:
        """Return the days in order."""
        return tuple(
            CalendarDay(day, *self._kind(day)) for day in sorted({**self._rest, **self._work}) if self._is_sound(day)
        )

    def _is_sound(self, day: date) -> bool:
        return not (day in self._rest and day in self._work)

    def _kind(self, day: date) -> tuple[DayType, str]:
        if day in self._work:
            return DayType.MAKEUP_WORKDAY, self._work[day]
        if day in self._statutory:
            return DayType.STATUTORY_HOLIDAY, self._statutory[day]
        return DayType.ADJUSTED_REST, self._rest[day]

    def item(self, head: str, body: str) -> None:
        """Take one holiday: the sentence with 放假, then the sentences with 上班."""
        names = [_FULL_NAMES.get(each, each) for each in re.split("[、和与及]", head)]
        rests = works = 0
        for sentence in re.split("[。;\n]", body):
            if not sentence or _ENCOURAGED.search(sentence):
                continue
            # `…放假，10月11日上班` in one sentence: the part up to 放假 rests, what follows works.
            rest, _, work = sentence.partition("放假") if "放假" in sentence else ("", "", sentence)
            if "放假" in sentence:
                rests += self._take_rest(names, sentence, rest)
            if "上班" in work:
                works += self._take_work(names, sentence, work)
        if not rests:
            self.tell(f"{head}:{body}", "notice_item_unread")

    def _take_rest(self, names: list[str], sentence: str, words: str) -> int:
        found = list(self._dates(names, sentence, words))
        days = [day for some in found for day in some]
        count = _COUNT.search(sentence)
        if days and count and int(count[1]) != len(days):
            self.tell(sentence, "notice_count_differs", said=int(count[1]), days=len(days))
        for day in days:
            if day in self._rest:
                self.tell(sentence, "notice_day_twice", date=day)
            self._rest[day] = self._name(names, day)
        if "与周末连休" in sentence and days and not _joins_weekend(days):
            self.tell(sentence, "notice_no_weekend", date=days[0])
        return len(days)

    def _take_work(self, names: list[str], sentence: str, words: str) -> int:
        days = [day for some in self._dates(names, sentence, words) for day in some]
        for day in days:
            if day in self._work or day in self._rest:
                self.tell(sentence, "notice_day_twice", date=day)
            elif day.weekday() < _SATURDAY:
                self.tell(sentence, "notice_workday_is_no_weekend", date=day)
            self._work[day] = self._owner(names)
        return len(days)

    def _name(self, names: list[str], day: date) -> str:
        return self._statutory.get(day) or self._owner(names)

    def _owner(self, names: list[str]) -> str:
        """Of two holidays in one item the days around belong to the one with more statutory days."""
        known = statutory_days(self._year).values()
        return max(names, key=lambda name: sum(name in each for each in known))

    def _dates(self, names: list[str], sentence: str, words: str) -> Iterator[list[date]]:
        month: int | None = None
        for found in _RANGE.finditer(words):
            y1, m1, d1, w1, y2, m2, d2, w2 = found.groups()
            month = int(m1) if m1 else month
            if month is None:
                self.tell(sentence, "notice_date_wrong", date=found[0])
                continue
            first = self._date(names, sentence, y1, month, int(d1), w1)
            last = first
            if d2 and first:
                month = int(m2) if m2 else month
                last = self._date(
                    names, sentence, y2 or (y1 if month >= first.month else None), month, int(d2), w2, first
                )
            if first is None or last is None:
                continue
            if not 0 <= (last - first).days < 31:
                self.tell(sentence, "notice_date_wrong", date=found[0])
                continue
            yield [first + timedelta(number) for number in range((last - first).days + 1)]

    def _date(
        self,
        names: list[str],
        sentence: str,
        year: str | None,
        month: int,
        day: int,
        remark: str | None,
        after: date | None = None,
    ) -> date | None:
        number = int(year) if year else self._year_of(names, month, after)
        try:
            found = date(number, month, day)
        except ValueError:
            self.tell(sentence, "notice_date_wrong", date=f"{number}-{month:02}-{day:02}")
            return None
        stated = _WEEKDAY.search(remark or "")
        if stated and _WEEKDAYS.index(stated[1].replace("天", "日")) != found.weekday():
            right = f"周{_WEEKDAYS[found.weekday()]}"
            self.tell(sentence, "notice_weekday_differs", date=found, said=f"周{stated[1]}", right=right)
        return found

    def _year_of(self, names: list[str], month: int, after: date | None) -> int:
        """New Year's rest may begin in December of the year before, and its make-up day may lie there."""
        if after is not None:
            return after.year + (1 if month < after.month else 0)
        return self._year - 1 if "元旦" in names and month == 12 else self._year

    def compare_with_law(self) -> None:
        """Tell the statutory days of the year that the notice does not let rest, and those it lets work."""
        for day, name in statutory_days(self._year).items():
            if day not in self._rest:
                self.tell(name, "notice_statutory_missing", date=day, name=name)


def _joins_weekend(days: list[date]) -> bool:
    """Tell whether days off and a weekend touch."""
    before, after = days[0] - timedelta(1), days[-1] + timedelta(1)
    return before.weekday() >= _SATURDAY or after.weekday() >= _SATURDAY or any(d.weekday() >= _SATURDAY for d in days)
