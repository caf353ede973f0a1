"""The rules of presence: who stands where at any moment, who is missing, who is away. Pure.

What was planned is never changed by what happens: covers and leaves lie over the plan, and who was on duty at a moment
is always found from all three. A shift is cut into stretches, in each of which nothing changes.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from duty_console.roster.model import (
    Assignment,
    Conflict,
    Cover,
    DutyPerson,
    Gap,
    Leave,
    OnDuty,
    Post,
    PostKind,
    Shift,
    Stretch,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime


class Rostered(NamedTuple):
    """What the roster needs to know of a person."""

    id: int
    name: str
    title: str
    phone: str
    left_at: datetime | None


class Standing(NamedTuple):
    """All that decides who stands where: posts, who was planned, who stands in for whom, who is away, who they are."""

    posts: Sequence[Post]
    assignments: Sequence[Assignment]
    persons: Mapping[int, Rostered]
    covers: Sequence[Cover] = ()
    leaves: Sequence[Leave] = ()


def on_duty_at(at: datetime, shift: Shift | None, standing: Standing) -> OnDuty:
    """Return who is on duty at `at`, in its `shift`: the one answer that screen, paper, alarm and command line give."""
    if shift is None:
        return OnDuty(at, None)
    places = present_at(at, shift, standing)
    there: dict[PostKind, list[DutyPerson]] = {kind: [] for kind in PostKind}
    missing: list[Gap] = []
    for post in in_order(standing.posts):
        persons = places.get(post.id, ())
        there[post.kind].extend(duty_person(post, each) for each in persons)
        if gap := gap_of(post, shift, len(persons), away_names(post.id, shift, standing, at)):
            missing.append(gap)
    leaders, officers, standby = (tuple(there[kind]) for kind in PostKind)
    return OnDuty(at, shift, leaders, officers, tuple(missing), standby)


def present_at(at: datetime, shift: Shift, standing: Standing) -> dict[int, list[Rostered]]:
    """Return who really stands at each post at one moment of a shift.

    A cover stands in the seat of whom he covers, also where that person has left meanwhile; who is on leave,
    uncovered, leaves his seat empty. Nobody is in two places: who stands by and stands in is no longer standing by.
    """
    seats = _seats(shift, standing.assignments, standing.persons)
    planned = {(post_id, person.id) for post_id, there in seats.items() for person in there}
    covers = {
        (cover.post_id, cover.person_id): cover
        for cover in standing.covers
        if (cover.shift_date, cover.slot) == (shift.date, shift.name)
        and cover.holds_at(at)
        and (cover.post_id, cover.person_id) in planned
    }
    standing_in = {cover.cover_person_id for cover in covers.values()}
    away = {leave.person_id for leave in standing.leaves if leave.holds_at(at)}
    found: dict[int, list[Rostered]] = {}
    for post_id, there in seats.items():
        here: list[Rostered] = []
        for person in there:
            cover = covers.get((post_id, person.id))
            if cover is None:
                one = None if person.id in standing_in or _gone(person, shift.starts_at) else person
            else:
                stand_in = standing.persons.get(cover.cover_person_id)
                one = None if stand_in is None or _gone(stand_in, cover.starts_at) else stand_in
            if one is not None and one.id not in away:
                here.append(one)
        found[post_id] = here
    return found


def _gone(person: Rostered, begins: datetime) -> bool:
    """Return whether a person had left before his time began; who leaves during it is there to its end."""
    return person.left_at is not None and person.left_at <= begins


def away_names(post_id: int, shift: Shift, standing: Standing, at: datetime | None = None) -> tuple[str, ...]:
    """Return who was planned for a post in a shift and is on leave for some of it, or at one moment of it."""
    planned = seated(shift, standing.assignments, standing.persons).get(post_id, ())
    ids = away_ids(post_id, shift, standing)
    if at is not None:
        ids = tuple(leave.person_id for leave in standing.leaves if leave.holds_at(at))
    return tuple(person.name for person in planned if person.id in ids)


def away_ids(post_id: int, shift: Shift, standing: Standing) -> tuple[int, ...]:
    """Return the planned of a post who are on leave for some of a shift."""
    planned = seated(shift, standing.assignments, standing.persons).get(post_id, ())
    return tuple(
        person.id
        for person in planned
        if any(
            leave.person_id == person.id
            and leave.cancelled_at is None
            and leave.starts_at < shift.ends_at
            and leave.ends_at > shift.starts_at
            for leave in standing.leaves
        )
    )


def turns(shift: Shift, standing: Standing) -> list[datetime]:
    """Return the moments of a shift from which on somebody else may stand somewhere, its beginning first."""
    moments = {shift.starts_at}
    for each in (*standing.covers, *standing.leaves):
        if each.cancelled_at is None:
            moments |= {at for at in (each.starts_at, each.ends_at) if shift.starts_at < at < shift.ends_at}
    return sorted(moments)


def stretches_of(shift: Shift, standing: Standing) -> tuple[Stretch, ...]:
    """Return who stands where from when to when, post by post: together they are the shift, with nothing left out."""
    begins = turns(shift, standing)
    ends = [*begins[1:], shift.ends_at]
    places = [present_at(at, shift, standing) for at in begins]
    found: list[Stretch] = []
    for post in in_order(standing.posts):
        run: Stretch | None = None
        for start, end, there in zip(begins, ends, places, strict=True):
            persons = tuple(each.id for each in there.get(post.id, ()))
            gap = gap_of(post, shift, len(persons))
            if run is not None and run.persons == persons:
                run = replace(run, ends_at=end)
                found[-1] = run
            elif persons or post.exists_in(shift):
                run = Stretch(shift, post.id, start, end, persons, gap.missing if gap else 0)
                found.append(run)
    return tuple(found)


def in_order(posts: Iterable[Post]) -> list[Post]:
    """Return posts as they are shown: leaders by their tier, then who does the duty, then who stands by."""
    return sorted(posts, key=lambda post: (_RANK[post.kind], _tier(post), post.order, post.id))


_RANK = {kind: rank for rank, kind in enumerate(PostKind)}


def _tier(post: Post) -> int:
    return post.tier if post.kind is PostKind.LEADER else 0


def seated(
    shift: Shift, assignments: Iterable[Assignment], persons: Mapping[int, Rostered]
) -> dict[int, list[Rostered]]:
    """Return who is planned at each post in a shift; not who left before it began."""
    seats = _seats(shift, assignments, persons)
    return {
        post_id: there
        for post_id, planned in seats.items()
        if (there := [person for person in planned if not _gone(person, shift.starts_at)])
    }


def _seats(
    shift: Shift, assignments: Iterable[Assignment], persons: Mapping[int, Rostered]
) -> dict[int, list[Rostered]]:
    places: dict[int, list[Rostered]] = defaultdict(list)
    for each in sorted(assignments, key=lambda one: (one.place, one.id)):
        person = persons.get(each.person_id)
        if person is not None and (each.shift_date, each.slot) == (shift.date, shift.name):
            places[each.post_id].append(person)
    return places


def duty_person(post: Post, person: Rostered) -> DutyPerson:
    """Return a person as shown at a post."""
    return DutyPerson(person.id, person.name, person.title, post.name, person.phone)


def gap_of(post: Post, shift: Shift, there: int, away: tuple[str, ...] = ()) -> Gap | None:
    """Return the gap of a post with `there` persons in a shift, or None."""
    missing = post.needed - there
    if missing <= 0 or not post.exists_in(shift):
        return None
    return Gap(post.id, post.name, post.kind, missing, shift, away)


def conflicts(assignments: Iterable[Assignment]) -> tuple[Conflict, ...]:
    """Return every person who stands at two posts, or twice at one, in one shift (一人一岗)."""
    found: dict[tuple[date, str, int], list[int]] = defaultdict(list)
    for each in assignments:
        found[each.shift_date, each.slot, each.person_id].append(each.post_id)
    return tuple(
        Conflict(person, day, slot, tuple(posts)) for (day, slot, person), posts in found.items() if len(posts) > 1
    )
