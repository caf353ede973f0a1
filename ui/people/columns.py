"""The columns and sources of the directory's two tables."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from duty_console.people.model import Person, PersonFilter, Unit, UnitFilter, UnitKind
from ui.widgets import Column, TableQuery
from ui.words import day_month, full_date, word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from zoneinfo import ZoneInfo

    from duty_console.people.service import People

translate = QCoreApplication.translate

STALE_AFTER = timedelta(days=30)
"""A number that nobody rang for so long should be rung again."""


_NEVER = datetime.min.replace(tzinfo=UTC)
_PERSON_KEYS: dict[str, Callable[[Person], Any]] = {
    "name": lambda each: each.pinyin,
    "unit": lambda each: (not each.unit_name, each.unit_name, each.pinyin),
    "title": lambda each: (not each.title, each.title, each.pinyin),
    "phone": lambda each: (not each.phone, each.phone),
    "second": lambda each: (not each.second_phone, each.second_phone),
    "leader": lambda each: (not each.leader, each.pinyin),
    "verified": lambda each: each.phone_verified_at or _NEVER,
}
_UNIT_KEYS: dict[str, Callable[[Unit], Any]] = {
    "name": lambda each: each.name,
    "kind": lambda each: (list(UnitKind).index(each.kind), each.id),
    "phone": lambda each: (not each.phone, each.phone),
    "region": lambda each: (not each.region, each.region),
    "address": lambda each: (not each.address, each.address),
}


class PersonSource:
    """Persons in the order of their pinyin, found by name, pinyin, initials, number, title or unit."""

    def __init__(self, people: People) -> None:
        self._people = people
        self.with_left = False
        self.only_leaders = False

    def count(self, query: TableQuery) -> int:
        return self._people.count_persons(self._filter(query))

    def page(self, query: TableQuery, offset: int, limit: int) -> Sequence[Person]:
        if query.sort is None:
            return self._people.persons(self._filter(query), limit=limit, offset=offset)
        found = sorted(
            self._people.persons(self._filter(query)), key=_PERSON_KEYS[query.sort], reverse=query.descending
        )
        return found[offset : offset + limit]

    def _filter(self, query: TableQuery) -> PersonFilter:
        return PersonFilter(query.text, leader=True if self.only_leaders else None, with_left=self.with_left)


class UnitSource:
    """Units in the order they were added; few enough to be read at once."""

    def __init__(self, people: People) -> None:
        self._people = people
        self.with_left = False

    def count(self, query: TableQuery) -> int:
        return len(self._found(query))

    def page(self, query: TableQuery, offset: int, limit: int) -> Sequence[Unit]:
        return self._found(query)[offset : offset + limit]

    def _found(self, query: TableQuery) -> Sequence[Unit]:
        found = self._people.units(UnitFilter(query.text, with_left=self.with_left))
        return sorted(found, key=_UNIT_KEYS[query.sort], reverse=query.descending) if query.sort else found


def person_columns(now: datetime, zone: ZoneInfo) -> list[Column[Person]]:
    """Name, unit, title, numbers, whether a leader, and when the number was last rung."""

    def verified(person: Person) -> str:
        return verified_words(person, now, zone)

    def verified_tone(person: Person) -> str:
        if not person.phone:
            return "muted"
        return "muted" if is_fresh(person, now) else "severe"

    def tone(person: Person) -> str:
        return "text" if person.active else "muted"

    leads, left = translate("PeopleColumns", "Leads"), translate("PeopleColumns", "{name} (left)")
    return [
        Column(
            "name",
            translate("PeopleColumns", "Name"),
            lambda each: each.display if each.active else left.format(name=each.display),
            112,
            role="dense_strong",
            tone=tone,
        ),
        Column("unit", translate("PeopleColumns", "Unit"), lambda each: each.unit_name, 120, stretch=True, tone=tone),
        Column("title", translate("PeopleColumns", "Title"), lambda each: each.title, 136, tone=tone),
        Column("phone", translate("PeopleColumns", "Phone"), lambda each: each.phone, 124, tone=tone),
        Column("second", translate("PeopleColumns", "Second phone"), lambda each: each.second_phone, 156, tone="muted"),
        Column(
            "leader",
            translate("PeopleColumns", "Duty"),
            lambda each: leads if each.leader else "",
            64,
            tone="accent",
        ),
        Column(
            "verified",
            translate("PeopleColumns", "Rung"),
            verified,
            108,
            tone=verified_tone,
            icon=lambda each: "" if not each.phone else "check" if is_fresh(each, now) else "phone-off",
        ),
    ]


def unit_columns() -> list[Column[Unit]]:
    """Name, kind, the duty number, region, address."""
    left = translate("PeopleColumns", "{name} (left)")

    def tone(unit: Unit) -> str:
        return "text" if unit.active else "muted"

    return [
        Column(
            "name",
            translate("PeopleColumns", "Unit"),
            lambda each: each.name if each.active else left.format(name=each.name),
            200,
            stretch=True,
            role="dense_strong",
            tone=tone,
        ),
        Column("kind", translate("PeopleColumns", "Kind"), lambda each: word(each.kind), 120, tone=tone),
        Column("phone", translate("PeopleColumns", "Duty phone"), lambda each: each.phone, 150, tone=tone),
        Column("region", translate("PeopleColumns", "Region"), lambda each: each.region, 110, tone=tone),
        Column("address", translate("PeopleColumns", "Address"), lambda each: each.address, 220, tone="muted"),
    ]


def is_fresh(person: Person, now: datetime) -> bool:
    """Whether the number was rung within thirty days."""
    rung = person.phone_verified_at
    return rung is not None and now - rung <= STALE_AFTER


def verified_words(person: Person, now: datetime, zone: ZoneInfo) -> str:
    """When the number was last rung, in words."""
    if not person.phone:
        return ""
    if person.phone_verified_at is None:
        return translate("PeopleColumns", "Not rung")
    day, today = person.phone_verified_at.astimezone(zone).date(), now.astimezone(zone).date()
    if day == today:
        return translate("PeopleColumns", "Today")
    return day_month(day) if day.year == today.year else full_date(day)


def unit_kinds() -> list[tuple[str, str]]:
    """The kinds of units, translated."""
    return [(kind.value, word(kind)) for kind in UnitKind]
