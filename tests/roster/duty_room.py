"""A small duty room on a file database: two leaders, four officers, three posts, two days planned."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from duty_console.desk import Desk
from duty_console.errors import InputProblem
from duty_console.people.model import PersonEntry
from duty_console.roster.model import NewCover

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from duty_console.clock import FakeClock

BEIJING = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 10, 14, 10, 26, tzinfo=BEIJING)
TODAY, TOMORROW = date(2026, 10, 14), date(2026, 10, 15)
WHOLE = "全天班"
SECOND = timedelta(seconds=1)
SHEN, GU, GAO, SU, LUO, JIANG = range(1, 7)
"""沈若谷 and 顾长风 are leaders."""
NAMES = ("沈若谷", "顾长风", "高子墨", "苏映雪", "罗景行", "江晚晴")
LEADS, MAIN, DEPUTY = 1, 2, 3
"""The three posts of every room."""


def open_room(folder: Path, clock: FakeClock) -> Desk:
    """Open a room whose today and tomorrow were planned a day before `NOW`, where its clock stands."""
    clock.set(NOW - timedelta(days=1))
    desk = Desk.open(folder, clock)
    desk.roster.set_up_defaults(date(2026, 9, 1))
    for number, name in enumerate(NAMES, 1):
        desk.people.add_person(PersonEntry(name, phone=f"138 0000 00{number:02}", leader=number in (SHEN, GU)))
    for day, persons in ((TODAY, (SHEN, GAO, SU)), (TOMORROW, (GU, LUO, JIANG))):
        for post, person in zip((LEADS, MAIN, DEPUTY), persons, strict=True):
            desk.roster.assign(day, WHOLE, post, [person])
    clock.set(NOW)
    return desk


def at(text: str) -> datetime:
    """Return a moment by the room's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=BEIJING)


def cover(
    person: int, stand_in: int, first: datetime | str, last: datetime | str, *, post: int = MAIN, day: date = TODAY
) -> NewCover:
    """Return a cover in the full-day shift of a day."""
    times = [at(each) if isinstance(each, str) else each for each in (first, last)]
    return NewCover(day, WHOLE, post, person, stand_in, times[0], times[1], reason="家中有事")


def there(desk: Desk, when: datetime | str) -> tuple[list[str], list[str], list[str]]:
    """Return who leads, who does the duty, and what is missing."""
    found = desk.roster.on_duty_at(at(when) if isinstance(when, str) else when)
    return (
        [each.name for each in found.leaders],
        [each.name for each in found.officers],
        [f"{gap.post}{gap.missing}" for gap in found.gaps],
    )


def problem(act: Callable[[], object]) -> tuple[str, str]:
    """Return field and code of the refusal."""
    with pytest.raises(InputProblem) as caught:
        act()
    return caught.value.field, caught.value.code
