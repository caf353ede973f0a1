"""What the printed rosters say in words: whether they are final, who covers whom from when, who is away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duty_console.errors import InputProblem
from duty_console.papers.wording import clock_time, local, long_date, short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    from duty_console.people.model import Person
    from duty_console.roster.model import CoverMark, DutyPerson, Leave, MonthCell, RosterCorrection, Shift


@dataclass(frozen=True, slots=True)
class PaperState:
    """Whether a roster is printed as final (定稿) or as a draft (草稿), and what stands at its foot about that."""

    final: bool = False
    note: str = ""

    @property
    def word(self) -> str:
        """What stands beside the title."""
        return "定稿" if self.final else "草稿"


DRAFT = PaperState(False, "草稿：仅供核对，未定稿。")


def final_state(persons: Iterable[Person], zone: ZoneInfo) -> PaperState:
    """Return the state of a roster that may be printed as final: somebody reached every number on it.

    A misprinted number is what inspectors find most often. Raises InputProblem `roster_numbers_unverified` (`names`).
    """
    known = list(persons)
    if names := [each.name for each in known if not each.phone or each.phone_verified_at is None]:
        raise InputProblem("final", "roster_numbers_unverified", names="、".join(dict.fromkeys(names)))
    days = sorted(local(each.phone_verified_at, zone).date() for each in known if each.phone_verified_at is not None)
    by = "、".join(dict.fromkeys(each.phone_verified_by for each in known if each.phone_verified_by))
    who = f"，核对人{by}" if by else ""
    return PaperState(True, f"表上号码均已逐一核对（{_days(days)}{who}）。" if days else "")


def _days(days: Sequence[date]) -> str:
    first, last = days[0], days[-1]
    return long_date(first) if first == last else f"{long_date(first)}至{long_date(last)}"


def leave_words(person: DutyPerson, cell: MonthCell, shift: Shift, leaves: Iterable[Leave]) -> str:
    """（病假） behind who is away for some of the shift and not covered for all of it; else nothing."""
    if person.person_id not in cell.away or _is_covered(person, cell, shift):
        return ""
    for leave in leaves:
        if leave.person_id == person.person_id and leave.starts_at < shift.ends_at and leave.ends_at > shift.starts_at:
            return f"（{leave.kind.zh}）"
    return "（请假）"


def _is_covered(person: DutyPerson, cell: MonthCell, shift: Shift) -> bool:
    reached = shift.starts_at
    for mark in marks_of(person, cell):
        if mark.starts_at > reached:
            break
        reached = max(reached, mark.ends_at)
    return reached >= shift.ends_at


def marks_of(person: DutyPerson, cell: MonthCell) -> list[CoverMark]:
    """Return who stands in for a person of a cell, in order of time."""
    return [mark for mark in cell.covers if mark.person_id == person.person_id]


def cover_words(mark: CoverMark, shift: Shift, zone: ZoneInfo) -> str:
    """→李四 18:00起: with the times where it is a part of the shift."""
    return f"→{mark.cover.name} {part_words(mark.starts_at, mark.ends_at, shift, zone)}".strip()


def part_words(starts_at: datetime, ends_at: datetime, shift: Shift, zone: ZoneInfo) -> str:
    """Which part of a shift: 18:00起, 至18:00, 18:00–20:00, nothing for all of it."""
    first, last = clock_time(local(starts_at, zone)), clock_time(local(ends_at, zone))
    begins, ends = starts_at <= shift.starts_at, ends_at >= shift.ends_at
    if begins and ends:
        return ""
    return f"{first}起" if ends else f"至{last}" if begins else f"{first}–{last}"


def person_words(person: DutyPerson, cell: MonthCell, shift: Shift, leaves: Iterable[Leave], zone: ZoneInfo) -> str:
    """张三（病假）, or 张三 with →李四 18:00起 on the next line: one planned person of a cell."""
    covers = [cover_words(mark, shift, zone) for mark in marks_of(person, cell)]
    return "\n".join((f"{person.name}{leave_words(person, cell, shift, leaves)}", *covers))


def correction_note(corrections: Sequence[RosterCorrection]) -> str:
    """更正：10月5日主班 张三改为李四，原因 …: what was changed after the fact."""
    parts = [
        f"{short_date(each.shift_date)}{each.post} {each.before or '空缺'}改为{each.after or '空缺'}（{each.reason}）"
        for each in corrections
    ]
    return f"更正：{'；'.join(parts)}。" if parts else ""
