"""The check of a roster as it stands: what is missing, and which rules it breaks. Pure.

一岗双人 for key posts, one person one post, rest between shifts, a leader in every shift and present through the main
holidays, phones that somebody has reached, and nobody from outside the list (domain.md §5).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from duty_console.roster.model import DayType, PostKind
from duty_console.roster.month import by_shift
from duty_console.roster.presence import Standing, in_order, present_at, stretches_of, turns
from duty_console.roster.rotation.model import Finding, FindingKind, Notice, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from duty_console.roster.model import CalendarDay, Post, Shift
    from duty_console.roster.rotation.model import Member, RotationRules

HORIZONS = (1, 3, 7)
"""A finding is told this many days ahead."""
MAIN_HOLIDAYS = (DayType.STATUTORY_HOLIDAY, DayType.ADJUSTED_REST)
_SEVERITY = {
    FindingKind.TOO_LITTLE_REST: Severity.BREACH,
    FindingKind.NOT_ON_LIST: Severity.BREACH,
    FindingKind.PHONE_UNCONFIRMED: Severity.BREACH,
    FindingKind.CALENDAR_PROVISIONAL: Severity.NOTICE,
}

Values = dict[str, str | int | float]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is looked at. `shifts` begin some days before `first`, so that the first one's rest is known.

    `lists` are the posts' own lists, `unconfirmed` the persons whose phone nobody has reached, with the number.
    """

    first: date
    shifts: Sequence[Shift]
    days: Mapping[date, CalendarDay]
    standing: Standing
    lists: Sequence[Member]
    unconfirmed: Mapping[int, str]
    rules: RotationRules


class _Turn(NamedTuple):
    """A person's time in one shift."""

    starts_at: datetime
    ends_at: datetime
    shift: Shift
    post_id: int


def findings(evidence: Evidence) -> tuple[Finding, ...]:
    """Return what is wrong, by date, shift and post."""
    found = list(_provisional(evidence))
    of_shift = by_shift(evidence.standing)
    turns_of: dict[int, list[_Turn]] = defaultdict(list)
    for shift in evidence.shifts:
        here = of_shift(shift)
        if shift.date >= evidence.first:
            found += _of_shift(evidence, shift, here)
        for stretch in stretches_of(shift, here):
            for person_id in stretch.persons:
                turns_of[person_id].append(_Turn(stretch.starts_at, stretch.ends_at, shift, stretch.post_id))
    for person_id, times in turns_of.items():
        found += _of_person(evidence, person_id, times)
    kinds = {kind: place for place, kind in enumerate(FindingKind)}
    return tuple(sorted(found, key=lambda each: (each.shift_date, each.slot, kinds[each.kind], each.post_id or 0)))


def notice_days(finding: Finding, today: date) -> int | None:
    """Return whether a finding lies within 1, 3 or 7 days of `today`; None for the past and what is farther."""
    ahead = (finding.shift_date - today).days
    return next((days for days in HORIZONS if 0 <= ahead <= days), None)


def notices(found: Iterable[Finding], today: date) -> tuple[Notice, ...]:
    """Return the findings that lie 7, 3 or 1 days ahead, the nearest first."""
    near = ((each, notice_days(each, today)) for each in found)
    return tuple(Notice(each, days) for each, days in near if days is not None)


def _finding(
    kind: FindingKind, shift: Shift, post: Post | None, persons: tuple[int, ...] = (), **values: str | int | float
) -> Finding:
    named: Values = {"post": post.name, **values} if post else {**values}
    severity = _SEVERITY.get(kind, Severity.SERIOUS)
    return Finding(kind, severity, shift.date, shift.name, post.id if post else None, persons, named)


# One shift


def _of_shift(evidence: Evidence, shift: Shift, here: Standing) -> Iterator[Finding]:
    moments = [(at, {post_id: len(there) for post_id, there in present_at(at, shift, here).items()})
               for at in turns(shift, here)]  # fmt: skip
    posts = [post for post in in_order(here.posts) if post.exists_in(shift)]
    for post in posts:
        yield from _of_post(shift, post, min(there.get(post.id, 0) for _at, there in moments))
    yield from _without_leader(evidence, shift, posts, [there for _at, there in moments])
    yield from _absent(shift, here)
    yield from _twice(shift, here)
    yield from _strangers(evidence, shift, here)


def _of_post(shift: Shift, post: Post, there: int) -> Iterator[Finding]:
    """Compare with what the post needs at its worst moment; a key post short of its second person has its own word."""
    alone = post.key and there == 1
    missing = (post.seats if alone else post.needed) - there
    if missing > 0:
        yield _finding(FindingKind.GAP, shift, post, missing=missing)
    if alone:
        yield _finding(FindingKind.KEY_POST_SINGLE, shift, post, there=there, needed=post.needed)


def _without_leader(
    evidence: Evidence, shift: Shift, posts: Iterable[Post], moments: Iterable[Mapping[int, int]]
) -> Iterator[Finding]:
    leading = [post.id for post in posts if post.kind is PostKind.LEADER]
    if leading and any(not any(there.get(post_id, 0) for post_id in leading) for there in moments):
        day = evidence.days[shift.date]
        if day.day_type in MAIN_HOLIDAYS:
            yield _finding(FindingKind.HOLIDAY_WITHOUT_LEADER, shift, None, holiday=day.name)
        else:
            yield _finding(FindingKind.LEADER_MISSING, shift, None)


def _absent(shift: Shift, here: Standing) -> Iterator[Finding]:
    posts = {post.id: post for post in here.posts}
    for each in here.assignments:
        person = here.persons[each.person_id]
        if person.left_at is not None and person.left_at <= shift.starts_at:
            yield _finding(FindingKind.PERSON_LEFT, shift, posts[each.post_id], (person.id,), name=person.name)
            continue
        for at in turns(shift, here):
            covered = any(
                (cover.post_id, cover.person_id) == (each.post_id, person.id) and cover.holds_at(at)
                for cover in here.covers
            )
            if not covered and any(one.person_id == person.id and one.holds_at(at) for one in here.leaves):
                yield _finding(FindingKind.AWAY_UNCOVERED, shift, posts[each.post_id], (person.id,), name=person.name)
                break


def _twice(shift: Shift, here: Standing) -> Iterator[Finding]:
    """Find who stands at two posts at one moment, by plan or as a stand-in."""
    names = {post.id: post.name for post in here.posts}
    told: set[int] = set()
    for at in turns(shift, here):
        stands: dict[int, list[int]] = defaultdict(list)
        for post_id, there in present_at(at, shift, here).items():
            for person in there:
                stands[person.id].append(post_id)
        for person_id, at_posts in stands.items():
            if len(at_posts) > 1 and person_id not in told:
                told.add(person_id)
                named = "、".join(names[each] for each in at_posts)
                name = here.persons[person_id].name
                yield _finding(FindingKind.DOUBLE_BOOKING, shift, None, (person_id,), name=name, posts=named)


def _strangers(evidence: Evidence, shift: Shift, here: Standing) -> Iterator[Finding]:
    posts = {post.id: post for post in here.posts}
    listed = {each.post_id for each in evidence.lists}
    may = {(each.post_id, each.person_id) for each in evidence.lists if each.holds_on(shift.date)}
    stands = [(each.post_id, each.person_id) for each in here.assignments]
    stands += [(cover.post_id, cover.cover_person_id) for cover in here.covers]
    for post_id, person_id in dict.fromkeys(stands):
        if post_id in listed and (post_id, person_id) not in may:
            name = here.persons[person_id].name
            yield _finding(FindingKind.NOT_ON_LIST, shift, posts[post_id], (person_id,), name=name)


# One person


def _of_person(evidence: Evidence, person_id: int, times: list[_Turn]) -> Iterator[Finding]:
    posts = {post.id: post for post in evidence.standing.posts}
    name = evidence.standing.persons[person_id].name
    inside = [each for each in times if each.shift.date >= evidence.first]
    if inside and person_id in evidence.unconfirmed:
        phone = evidence.unconfirmed[person_id]
        shifts = len({(each.shift.date, each.shift.name) for each in inside})
        place = (inside[0].shift, posts[inside[0].post_id], (person_id,))
        yield _finding(FindingKind.PHONE_UNCONFIRMED, *place, name=name, phone=phone, shifts=shifts)
    times.sort(key=lambda each: (each.starts_at, each.ends_at))
    for one, following in pairwise(times):
        if one.shift == following.shift or following.shift.date < evidence.first:
            continue
        hours = (following.starts_at - one.ends_at).total_seconds() / 3600
        place = (following.shift, posts[following.post_id], (person_id,))
        before = one.shift.date.isoformat()
        if hours < 0:
            both = f"{posts[one.post_id].name}、{posts[following.post_id].name}"
            yield _finding(FindingKind.DOUBLE_BOOKING, *place, name=name, posts=both)
        elif hours < evidence.rules.min_rest_hours:
            needed = evidence.rules.min_rest_hours
            yield _finding(
                FindingKind.TOO_LITTLE_REST, *place, name=name, hours=round(hours, 2), needed=needed, before=before
            )


# The calendar


def _provisional(evidence: Evidence) -> Iterator[Finding]:
    """Tell once for each year that its days may yet move."""
    years: dict[int, list[date]] = defaultdict(list)
    for day in evidence.days.values():
        if day.provisional and day.date >= evidence.first:
            years[day.date.year].append(day.date)
    for year, dates in years.items():
        values: Values = {"year": year, "days": len(dates)}
        yield Finding(FindingKind.CALENDAR_PROVISIONAL, Severity.NOTICE, min(dates), "", None, (), values)
