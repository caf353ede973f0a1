"""The words of the address book: units, persons, phones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duty_console.people.unit_kind import UnitKind

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """What is entered for a unit, new or changed. `phone` is its duty number, `region` its part of the district."""

    name: str
    kind: UnitKind = UnitKind.DEPARTMENT
    phone: str = ""
    address: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the address book. One that is not `active` was dissolved or left; its past stays readable."""

    id: int
    name: str
    kind: UnitKind
    phone: str
    address: str
    region: str
    active: bool
    left_at: datetime | None


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """What is entered for a person, new or changed. `leader`: may be a leader on duty (带班领导)."""

    name: str
    unit_id: int | None = None
    title: str = ""
    phone: str = ""
    second_phone: str = ""
    leader: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the address book.

    `display` is the name as it is shown: where two active persons have the same name it adds the unit.
    `phone_verified_at` is when somebody last reached the person at `phone`; None: never, or the number was changed
    since. `phone_verified_by` is who did, by the name of the desk's officer. A misprinted leader's number is what
    inspectors find most often.
    """

    id: int
    name: str
    pinyin: str
    initials: str
    unit_id: int | None
    unit_name: str
    title: str
    phone: str
    second_phone: str
    phone_verified_at: datetime | None
    active: bool
    left_at: datetime | None
    leader: bool
    note: str
    display: str
    phone_verified_by: str = ""


@dataclass(frozen=True, slots=True)
class PersonFilter:
    """Which persons: `text` is found in name, full pinyin, initials, phone digits, title or unit name."""

    text: str = ""
    unit_id: int | None = None
    leader: bool | None = None
    with_left: bool = False


@dataclass(frozen=True, slots=True)
class UnitFilter:
    """Which units: `text` is found in name, phone, address or region."""

    text: str = ""
    kind: UnitKind | None = None
    with_left: bool = False
