"""How much each person really served in the dates shown, by day type, with covers: what the side shows. No Qt."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from duty_console.roster.rotation.model import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from duty_console.roster.model import DayType, MonthTable, PostKind, Stretch

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PersonCount:
    """One person's shifts, of which a part of one counts as that part. `weighted` is in workdays of 24 hours.

    `deviation` is how far `weighted` lies from the mean of those who serve.
    """

    person_id: int
    name: str
    by_type: Mapping[DayType, float]
    total: float
    weighted: float
    deviation: float


def counts_of(
    table: MonthTable,
    stretches: Iterable[Stretch],
    kind: PostKind,
    names: Mapping[int, str],
    weights: Mapping[DayType, float] = WEIGHTS,
) -> tuple[PersonCount, ...]:
    """Everybody who serves on posts of a kind, who has most first."""
    posts = {post.id for post in table.posts if post.kind is kind}
    types = {day.date: day.day_type for day in table.days}
    shares: dict[int, dict[DayType, float]] = defaultdict(lambda: defaultdict(float))
    weighted: dict[int, float] = defaultdict(float)
    for each in stretches:
        day_type = types.get(each.shift.date)
        if each.post_id not in posts or day_type is None:
            continue
        lasts = each.ends_at - each.starts_at
        for person_id in each.persons:
            shares[person_id][day_type] += lasts / (each.shift.ends_at - each.shift.starts_at)
            weighted[person_id] += weights.get(day_type, 1.0) * (lasts / _DAY)
    mean = sum(weighted.values()) / len(weighted) if weighted else 0.0
    found = [
        PersonCount(
            person_id,
            names.get(person_id, ""),
            {day_type: _tidy(share) for day_type, share in by_type.items()},
            _tidy(sum(by_type.values())),
            _tidy(weighted[person_id]),
            _tidy(weighted[person_id] - mean),
        )
        for person_id, by_type in shares.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.weighted, -each.total, each.name)))


def _tidy(number: float) -> float:
    return round(number, 1) + 0.0  # no −0.0


def balance_of(counts: Sequence[PersonCount]) -> int | None:
    """How evenly duty is shared, 0 to 100: the mean over all pairs of the lesser's duty over the greater's."""
    pairs = [(a.weighted, b.weighted) for a, b in combinations(counts, 2) if a.weighted or b.weighted]
    if not pairs:
        return None
    return round(100 * sum(min(pair) / max(pair) for pair in pairs) / len(pairs))


def number_words(number: float) -> str:
    """5, 4.5: whole numbers without a fraction."""
    return f"{number:g}"


def shifts_of_person(table: MonthTable, person_id: int) -> tuple[date, ...]:
    """The dates on which a person is planned, in order."""
    return tuple(
        row.shift.date
        for row in table.rows
        if any(person.person_id == person_id for cell in row.cells for person in cell.persons)
    )
