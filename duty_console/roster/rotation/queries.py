"""How rotation is read within somebody's transaction: lists, rules, and all that a plan is made from."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from duty_console.people.tables import PersonRow
from duty_console.roster import queries as core
from duty_console.roster.model import DayType, PostKind
from duty_console.roster.rotation.model import Away, Duty, FixedDuty, Member, PairRule, RotationRules, Task
from duty_console.roster.rotation.tables import (
    RotationFixedRow,
    RotationMemberRow,
    RotationPairRow,
    RotationRulesRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import Session

    from duty_console.roster.model import Assignment, Cover, Leave, Post, Shift
    from duty_console.roster.queries import Timetable

AROUND = timedelta(days=40)
"""How far beyond a plan's last date what stands is read: rest, and the whole month."""
LATELY = timedelta(days=365)


def rules(session: Session) -> RotationRules:
    """Return the room's rules, or the usual ones."""
    row = session.scalars(select(RotationRulesRow)).first()
    return RotationRules() if row is None else _rules(row.rules)


def _rules(plain: dict[str, Any]) -> RotationRules:
    weights = {kind: float(plain["weights"][kind.value]) for kind in DayType}
    return RotationRules(plain["min_rest_hours"], weights, plain["most_per_month"], plain["carry_years"])


def rules_plain(found: RotationRules) -> dict[str, Any]:
    """Return rules as they are stored."""
    return {
        "min_rest_hours": found.min_rest_hours,
        "weights": {kind.value: found.weights[kind] for kind in DayType},
        "most_per_month": found.most_per_month,
        "carry_years": found.carry_years,
    }


def members(session: Session) -> tuple[Member, ...]:
    """Return the lists that were set, in the order they were entered."""
    rows = session.scalars(select(RotationMemberRow).order_by(RotationMemberRow.id))
    return tuple(Member(row.post_id, row.person_id, row.since, row.until) for row in rows)


def pairs(session: Session) -> tuple[PairRule, ...]:
    """Return the pair rules."""
    rows = session.scalars(select(RotationPairRow).order_by(RotationPairRow.id))
    return tuple(PairRule(row.kind, row.person_a, row.person_b) for row in rows)


def fixed(session: Session) -> tuple[FixedDuty, ...]:
    """Return the fixed duties."""
    rows = session.scalars(select(RotationFixedRow).order_by(RotationFixedRow.id))
    return tuple(FixedDuty(row.post_id, row.person_id, tuple(row.weekdays), row.slot) for row in rows)


def listed(session: Session, posts: Iterable[Post], first: date) -> tuple[Member, ...]:
    """Return who may stand where: a post's own list, or for one that has none whom it would be asked of.

    Leaders: whoever may lead. Others: who stood there in the twelve months before `first`, else who stood at any post
    of that kind, else those of the largest unit who do not lead.
    """
    found = list(members(session))
    have = {each.post_id for each in found}
    bare = [post for post in posts if post.id not in have]
    if not bare:
        return tuple(found)
    here = {row[0]: row for row in session.execute(_PERSONS.where(PersonRow.left_at.is_(None)))}
    stood: dict[int, set[int]] = defaultdict(set)
    for each in core.assignments(session, first - LATELY, first - timedelta(1)):
        if each.person_id in here:
            stood[each.post_id].add(each.person_id)
    kinds = {post.id: post.kind for post in core.posts(session)}
    for post in bare:
        same = {each for post_id, ids in stood.items() if kinds.get(post_id) is post.kind for each in ids}
        ids = _leading(here.values()) if post.kind is PostKind.LEADER else set[int]()
        ids = ids or stood[post.id] or same or _largest_unit(here.values())
        found += [Member(post.id, each) for each in sorted(ids)]
    return tuple(found)


_PERSONS = select(PersonRow.id, PersonRow.leader, PersonRow.unit_id)


def _leading(persons: Iterable[Any]) -> set[int]:
    return {person_id for person_id, leader, _unit in persons if leader}


def _largest_unit(persons: Iterable[Any]) -> set[int]:
    working = [(person_id, unit) for person_id, leader, unit in persons if not leader and unit is not None]
    most = Counter(unit for _person, unit in working).most_common(1)
    return {person_id for person_id, unit in working if most and unit == most[0][0]}


def task(session: Session, timetable: Timetable, first: date, last: date, now: datetime) -> Task:
    """Return all that a plan of these dates is made from. Only shifts that have not begun are to be filled."""
    asked = rules(session)
    since = first - timedelta(days=366 * asked.carry_years)
    there = core.assignments(session, since, last + AROUND)
    begins = min([first, *(each.shift_date for each in there)])
    covers = core.covers_between(session, begins, last + AROUND)
    leaves = core.leaves_between(session, _midnight(begins), _midnight(last + AROUND))
    posts = [post for post in core.posts(session) if _exists(post, first, last)]
    may = listed(session, posts, first)
    left = _left(session, {each.person_id for each in (*may, *there)} | {each.cover_person_id for each in covers})
    return Task(
        first,
        last,
        _to_fill(timetable, first, last, now),
        tuple(posts),
        may,
        {day.date: day.day_type for day in core.calendar_days(session, begins, last)},
        tuple(_duties(there, covers, leaves, left)),
        left,
        tuple(Away(each.person_id, each.starts_at, each.ends_at) for each in leaves),
        pairs(session),
        fixed(session),
        asked,
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _exists(post: Post, first: date, last: date) -> bool:
    return post.since <= last and (post.retired_on is None or post.retired_on > first)


def _to_fill(timetable: Timetable, first: date, last: date, now: datetime) -> tuple[Shift, ...]:
    days = [first + timedelta(number) for number in range((last - first).days + 1)]
    return tuple(shift for day in days for shift in timetable.shifts_of(day) if shift.starts_at >= now)


def _left(session: Session, ids: set[int]) -> dict[int, datetime]:
    query = select(PersonRow.id, PersonRow.left_at).where(PersonRow.left_at.is_not(None))
    return {person_id: at for person_id, at in session.execute(query) if person_id in ids and at is not None}


def _duties(
    there: Sequence[Assignment], covers: Sequence[Cover], leaves: Sequence[Leave], left: dict[int, datetime]
) -> list[Duty]:
    """Return what everybody really served, or is to serve: covers and leaves applied, without who left before."""
    away: dict[int, list[Leave]] = defaultdict(list)
    for leave in leaves:
        away[leave.person_id].append(leave)
    covered: dict[tuple[date, str, int, int], list[Cover]] = defaultdict(list)
    for cover in covers:
        covered[cover.shift_date, cover.slot, cover.post_id, cover.person_id].append(cover)
    found: list[Duty] = []
    for each in there:
        if each.person_id in left and left[each.person_id] <= each.starts_at:
            continue
        whole = (each.ends_at - each.starts_at).total_seconds()
        stand_ins = covered.get((each.shift_date, each.slot, each.post_id, each.person_id), [])
        gone = [(cover.starts_at, cover.ends_at) for cover in stand_ins]
        gone += [(leave.starts_at, leave.ends_at) for leave in away.get(each.person_id, ())]
        share = 1 - _lost(each, gone) / whole if gone else 1.0
        key = (each.shift_date, each.slot, each.post_id)
        found.append(Duty(*key, each.person_id, each.starts_at, each.ends_at, share))
        for cover in stand_ins:
            part = (cover.ends_at - cover.starts_at).total_seconds() / whole
            found.append(Duty(*key, cover.cover_person_id, each.starts_at, each.ends_at, min(part, 1.0), covering=True))
    return found


def _lost(each: Assignment, gone: Iterable[tuple[datetime, datetime]]) -> float:
    """Return how many seconds of a shift lie in any of these times."""
    seconds, reached = 0.0, each.starts_at
    for starts, ends in sorted(gone):
        begins, finishes = max(starts, reached), min(ends, each.ends_at)
        if finishes > begins:
            seconds += (finishes - begins).total_seconds()
            reached = finishes
    return seconds
