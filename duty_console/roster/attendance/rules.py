"""The rules of attendance: whose time in a shift is when, what is late, who must sign in. Pure."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from duty_console.roster.model import CoverKind, PostKind
from duty_console.roster.presence import stretches_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from duty_console.roster.model import Cover, Shift, Stretch
    from duty_console.roster.presence import Standing

SIGN_IN_AHEAD = timedelta(hours=2)
"""How long before the beginning somebody may sign in."""
_MINUTE = timedelta(minutes=1)


class Turn(NamedTuple):
    """A person's own time at a post in one shift, from the first moment there to the last.

    `covers_for` is whose seat it is where the person is not planned there. `expected`: must sign in. Who stands by
    is not in the room, and who takes over while somebody is off post is written down with that.
    """

    shift: Shift
    post_id: int
    person_id: int
    due_at: datetime
    until: datetime
    covers_for: int | None
    expected: bool


def late_minutes(due_at: datetime, at: datetime) -> int:
    """Return the minutes after `due_at`, each begun one counted."""
    return max(0, -((due_at - at) // _MINUTE))


def turns_of(shift: Shift, standing: Standing) -> tuple[Turn, ...]:
    """Return everybody's time in a shift, in the order of the posts."""
    kinds = {post.id: post.kind for post in standing.posts}
    covers = [each for each in standing.covers if (each.shift_date, each.slot) == (shift.date, shift.name)]
    planned = {
        (each.post_id, each.person_id)
        for each in standing.assignments
        if (each.shift_date, each.slot) == (shift.date, shift.name)
    }
    times: dict[tuple[int, int], tuple[datetime, datetime]] = {}
    for stretch in stretches_of(shift, standing):
        for person_id in stretch.persons:
            key = stretch.post_id, person_id
            first, last = times.get(key, (stretch.starts_at, stretch.ends_at))
            times[key] = min(first, stretch.starts_at), max(last, stretch.ends_at)
    found: list[Turn] = []
    for (post_id, person_id), (first, last) in times.items():
        own = (post_id, person_id) in planned
        given = [each for each in covers if (each.post_id, each.cover_person_id) == (post_id, person_id)]
        called = own or any(each.kind is not CoverKind.OFF_POST for each in given)
        covers_for = None if own else _seat(given)
        expected = called and kinds.get(post_id) is not PostKind.STANDBY
        found.append(Turn(shift, post_id, person_id, first, last, covers_for, expected))
    return tuple(found)


def _seat(given: Sequence[Cover]) -> int | None:
    return given[0].person_id if given else None


def stays_until(stretches: Iterable[Stretch], post_id: int, person_id: int, at: datetime) -> datetime | None:
    """Return up to when a person stands at a post without a break, from `at` on; None: is not there then."""
    end: datetime | None = None
    for each in sorted(stretches, key=lambda one: one.starts_at):
        if each.post_id != post_id or person_id not in each.persons:
            continue
        if each.starts_at <= at < each.ends_at or each.starts_at == end:
            end = each.ends_at
    return end
