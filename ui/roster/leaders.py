"""What a leader asks of the roster: who is on now, who comes next, who this week, and whether the numbers are right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from duty_console.people.model import PersonFilter
from duty_console.roster.model import CalendarDay, PostKind
from ui.roster.side import VERIFIED_FOR
from ui.words import day_month

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime, tzinfo

    from duty_console.people.model import Person
    from duty_console.people.service import People
    from duty_console.roster.model import OnDuty, Post, Shift, Stretch
    from duty_console.roster.service import Roster

DAYS = 7
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class WeekLine:
    """Who really stands in one shift, covers and leaves applied; `missing` names the posts that lack somebody."""

    day: CalendarDay
    shift: Shift
    leaders: tuple[int, ...]
    officers: tuple[int, ...]
    missing: tuple[str, ...]
    leaderless: bool


@dataclass(frozen=True, slots=True)
class LeaderOverview:
    """All that the leader's view shows, as of `at`."""

    at: datetime
    now: OnDuty
    next: OnDuty | None
    week: tuple[WeekLine, ...]
    persons: Mapping[int, Person]
    turns_at: datetime | None = None
    """When somebody else stands there by itself."""


def read_overview(roster: Roster, people: People, at: datetime, zone: tzinfo) -> LeaderOverview:
    """Read it all at once. Not on the GUI thread."""
    today = at.astimezone(zone).date()
    last = today + timedelta(DAYS - 1)
    posts = {post.id: post for post in roster.posts(with_retired=True)}
    days = {day.date: day for day in roster.days(today, last)}
    now, following, turns_at = roster.outlook(at)
    return LeaderOverview(
        at,
        now,
        roster.on_duty_at(following.starts_at) if following is not None else None,
        _week(roster.stretches(today, last), posts, days),
        {person.id: person for person in people.persons(PersonFilter(with_left=True))},
        turns_at,
    )


def _week(
    stretches: Sequence[Stretch], posts: Mapping[int, Post], days: Mapping[date, CalendarDay]
) -> tuple[WeekLine, ...]:
    by_shift: dict[Shift, list[Stretch]] = {}
    for each in stretches:
        by_shift.setdefault(each.shift, []).append(each)
    return tuple(_line(shift, parts, posts, days) for shift, parts in by_shift.items())


def _line(
    shift: Shift, parts: Sequence[Stretch], posts: Mapping[int, Post], days: Mapping[date, CalendarDay]
) -> WeekLine:
    def there(kind: PostKind) -> tuple[int, ...]:
        ids = (person for part in parts if posts[part.post_id].kind is kind for person in part.persons)
        return tuple(dict.fromkeys(ids))

    missing = dict.fromkeys(posts[part.post_id].name for part in parts if part.missing)
    leading = [part for part in parts if posts[part.post_id].kind is PostKind.LEADER]
    leaderless = any(not part.persons for part in leading)
    return WeekLine(
        days[shift.date], shift, there(PostKind.LEADER), there(PostKind.OFFICER), tuple(missing), leaderless
    )


@dataclass(frozen=True, slots=True)
class NumberState:
    """What is known of a number: icon, tone and words; `confirmed` is False where somebody should ring it."""

    icon: str
    tone: str
    words: str
    confirmed: bool


def number_state(person: Person | None, now: datetime, zone: tzinfo) -> NumberState:
    """When a person's number was last rung, and by whom; not for thirty days counts as never."""
    if person is None or not person.phone:
        return NumberState("phone-off", "extreme", translate("LeaderView", "No number"), confirmed=False)
    rung = person.phone_verified_at
    if rung is None:
        return NumberState("phone-off", "severe", translate("LeaderView", "Never rung"), confirmed=False)
    day = day_month(rung.astimezone(zone).date())
    if person.phone_verified_by:
        words = translate("LeaderView", "Rung {date} by {name}").format(date=day, name=person.phone_verified_by)
    else:
        words = translate("LeaderView", "Rung {date}").format(date=day)
    if now - rung > VERIFIED_FOR:
        return NumberState("phone-off", "severe", words, confirmed=False)
    return NumberState("circle-check", "good", words, confirmed=True)
