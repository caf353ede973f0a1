"""The rules of changing the roster: what is only cautioned about. Pure.

Swaps need both persons and the leader's consent, and at holidays are to be arranged two days ahead; that, the minimum
rest and the allowed list are rules of the room, which a leader may set aside: what is against them is given back as a
caution and kept with the proposal.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from duty_console.roster.model import DayType, Why

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from duty_console.roster.model import CalendarDay

HOLIDAY_AHEAD = timedelta(days=2)
EMERGENCY_AHEAD = timedelta(hours=12)
"""What begins later than that can still be proposed, consented and approved."""
_HOLIDAYS = (DayType.STATUTORY_HOLIDAY, DayType.ADJUSTED_REST)


class DutyTime(NamedTuple):
    """A time in which a person is on duty."""

    starts_at: datetime
    ends_at: datetime


class RoomRules(NamedTuple):
    """What the room asks: hours of rest between two duties, and who may stand at a post; a post not named: anybody."""

    least_rest: float
    allowed: Mapping[int, frozenset[int]]


def holiday_caution(day: CalendarDay, starts_at: datetime, now: datetime) -> Why | None:
    """Return a caution where a shift on a holiday begins in less than two days."""
    if day.day_type not in _HOLIDAYS or starts_at - now >= HOLIDAY_AHEAD:
        return None
    return Why("holiday_late", {"date": day.date.isoformat(), "days": HOLIDAY_AHEAD.days})


def allowed_caution(rules: RoomRules, post_id: int, post: str, person_id: int, name: str) -> Why | None:
    """Return a caution where a post has an allowed list and the person is not on it."""
    allowed = rules.allowed.get(post_id)
    if not allowed or person_id in allowed:
        return None
    return Why("not_allowed", {"name": name, "post": post})


def rest_caution(rules: RoomRules, wanted: DutyTime, others: Iterable[DutyTime], name: str) -> Why | None:
    """Return a caution where less than the room's rest lies between the wanted time and a duty before or after it."""
    rests = [
        wanted.starts_at - other.ends_at if other.ends_at <= wanted.starts_at else other.starts_at - wanted.ends_at
        for other in others
        if other.ends_at <= wanted.starts_at or other.starts_at >= wanted.ends_at
    ]
    rest = min(rests, default=None)
    if rest is None or rest >= timedelta(hours=rules.least_rest):
        return None
    return Why("rest_short", {"name": name, "hours": round(rest / timedelta(hours=1), 1), "least": rules.least_rest})
