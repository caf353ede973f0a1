"""How many shifts each person has in a month, by day type: what the side panel shows. No Qt."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from duty_console.roster.model import DayType, MonthTable, PostKind


@dataclass(frozen=True, slots=True)
class PersonCount:
    """One person's month; `deviation` is how far the total lies from the mean of those who serve."""

    person_id: int
    name: str
    by_type: Mapping[DayType, int]
    total: int
    deviation: int


def counts_of(table: MonthTable, kind: PostKind) -> tuple[PersonCount, ...]:
    """Everybody who serves on posts of a kind this month, most shifts first."""
    kinds = {post.id: post.kind for post in table.posts}
    found: dict[int, Counter[DayType]] = defaultdict(Counter)
    names: dict[int, str] = {}
    for row in table.rows:
        for cell in row.cells:
            if kinds[cell.post_id] is kind:
                for person in cell.persons:
                    found[person.person_id][row.day.day_type] += 1
                    names[person.person_id] = person.name
    totals = {person_id: sum(counter.values()) for person_id, counter in found.items()}
    mean = sum(totals.values()) / len(totals) if totals else 0.0
    counts = [
        PersonCount(person_id, names[person_id], dict(counter), totals[person_id], round(totals[person_id] - mean))
        for person_id, counter in found.items()
    ]
    return tuple(sorted(counts, key=lambda each: (-each.total, each.name)))


def shifts_of_person(table: MonthTable, person_id: int) -> tuple[date, ...]:
    """The dates on which a person serves this month, in order."""
    return tuple(
        row.shift.date
        for row in table.rows
        if any(person.person_id == person_id for cell in row.cells for person in cell.persons)
    )
