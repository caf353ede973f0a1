"""The hard rules: whether a person may sit in a seat of a shift, given all who sit elsewhere. Pure.

Local time plays no part: rest is the time between the end of one shift and the beginning of the next.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from duty_console.roster.rotation.model import PairKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duty_console.roster.model import Shift
    from duty_console.roster.rotation.model import PairRule, Task

BUSY, LEFT, ON_LEAVE, LITTLE_REST, MONTH_FULL, APART = (
    "busy_in_shift",
    "left",
    "on_leave",
    "too_little_rest",
    "month_full",
    "apart",
)
PARTNER = "partner_not_free"

Key = tuple[date, str]
"""A shift by its date and name."""


class _Held(NamedTuple):
    """A shift that a person stands in, in seconds."""

    starts: int
    ends: int
    key: Key


class Seating:
    """Who sits where, kept so that the next question is answered at once."""

    def __init__(self, task: Task) -> None:
        self._rest = round(task.rules.min_rest_hours * 3600)
        self._most = task.rules.most_per_month
        self._held: dict[int, list[_Held]] = defaultdict(list)
        self._here: dict[Key, dict[int, int]] = defaultdict(dict)
        self._months: dict[tuple[int, int, int], int] = defaultdict(int)
        self._left = {person: round(at.timestamp()) for person, at in task.left.items()}
        self._away: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for each in task.away:
            self._away[each.person_id].append((round(each.starts_at.timestamp()), round(each.ends_at.timestamp())))
        self.groups = groups_of(task.pairs)
        self._apart: dict[int, set[int]] = defaultdict(set)
        for rule in task.pairs:
            if rule.kind is PairKind.APART:
                self._apart[rule.person_a].add(rule.person_b)
                self._apart[rule.person_b].add(rule.person_a)
        self._known: dict[Key, _Held] = {}
        # The whole of the first and the last month counts for how often somebody may serve in it.
        nearby = timedelta(days=31 + task.rules.min_rest_hours / 24)
        for duty in task.duties:
            if task.first - nearby <= duty.shift_date <= task.last + nearby:
                starts, ends = round(duty.starts_at.timestamp()), round(duty.ends_at.timestamp())
                self._put(duty.person_id, _Held(starts, ends, (duty.shift_date, duty.slot)), duty.post_id)

    def put(self, person_id: int, shift: Shift, post_id: int) -> None:
        """Let a person sit there."""
        self._put(person_id, self._at(shift), post_id)

    def take(self, person_id: int, shift: Shift) -> None:
        """Take a person out of a shift."""
        self._held[person_id].remove(self._at(shift))
        del self._here[shift.date, shift.name][person_id]
        self._months[person_id, shift.date.year, shift.date.month] -= 1

    def here(self, shift: Shift) -> dict[int, int]:
        """Return who sits in a shift, with the post."""
        return self._here[shift.date, shift.name]

    def obstacle(self, person_id: int, shift: Shift) -> str | None:
        """Return what keeps a person out of a shift; None where nothing does. The allowed list is asked elsewhere."""
        here = self._here[shift.date, shift.name]
        if person_id in here:
            return BUSY
        held = self._at(shift)
        left = self._left.get(person_id)
        if left is not None and left < held.ends:
            return LEFT
        if any(starts < held.ends and ends > held.starts for starts, ends in self._away.get(person_id, ())):
            return ON_LEAVE
        if not self._rested(person_id, held):
            return LITTLE_REST
        if self._most and self._months[person_id, shift.date.year, shift.date.month] >= self._most:
            return MONTH_FULL
        apart = self._apart.get(person_id)
        if apart and not apart.isdisjoint(here):
            return APART
        return None

    def rest(self, person_id: int, shift: Shift) -> tuple[float, float]:
        """Return the seconds of rest before and after a shift; infinite where nothing lies there."""
        held, held_by = self._at(shift), self._held.get(person_id, ())
        at = bisect_left(held_by, held)
        before = held.starts - held_by[at - 1].ends if at else float("inf")
        after = held_by[at].starts - held.ends if at < len(held_by) else float("inf")
        return before, after

    def around(self, person_id: int, shift: Shift) -> list[Key]:
        """Return the shifts of a person that leave too little rest before or after this one."""
        held = self._at(shift)
        return [
            each.key
            for each in self._held.get(person_id, ())
            if each.ends + self._rest > held.starts and each.starts < held.ends + self._rest
        ]

    def partners(self, person_id: int) -> frozenset[int]:
        """Return who must serve together with a person."""
        return self.groups.get(person_id, frozenset()) - {person_id}

    def _at(self, shift: Shift) -> _Held:
        key = (shift.date, shift.name)
        held = self._known.get(key)
        if held is None:
            held = _Held(round(shift.starts_at.timestamp()), round(shift.ends_at.timestamp()), key)
            self._known[key] = held
        return held

    def _rested(self, person_id: int, held: _Held) -> bool:
        held_by = self._held.get(person_id)
        if not held_by:
            return True
        at = bisect_left(held_by, held)
        if at and held_by[at - 1].ends + self._rest > held.starts:
            return False
        return at == len(held_by) or held.ends + self._rest <= held_by[at].starts

    def _put(self, person_id: int, held: _Held, post_id: int) -> None:
        insort(self._held[person_id], held)
        self._here[held.key][person_id] = post_id
        self._months[person_id, held.key[0].year, held.key[0].month] += 1


def groups_of(pairs: Iterable[PairRule]) -> dict[int, frozenset[int]]:
    """Return for each person who must serve together with somebody the whole group."""
    found: dict[int, frozenset[int]] = {}
    for rule in pairs:
        if rule.kind is PairKind.TOGETHER:
            group = found.get(rule.person_a, frozenset({rule.person_a})) | found.get(
                rule.person_b, frozenset({rule.person_b})
            )
            found |= dict.fromkeys(group, group)
    return found
