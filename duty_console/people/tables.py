"""The rows of the address book."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from duty_console.database.base import Row, word
from duty_console.people.unit_kind import UnitKind


class UnitRow(Row):
    """A unit; `left_at` set means that it is no longer in use."""

    __tablename__ = "unit"

    name: Mapped[str] = mapped_column(String(80), index=True)
    kind: Mapped[UnitKind] = mapped_column(word(UnitKind))
    phone: Mapped[str] = mapped_column(String(40))
    address: Mapped[str] = mapped_column(String(120))
    region: Mapped[str] = mapped_column(String(40))
    left_at: Mapped[datetime | None]


class PersonRow(Row):
    """A person. `digits` are both phones' digits, for finding by any part of a number."""

    __tablename__ = "person"

    name: Mapped[str] = mapped_column(String(40), index=True)
    pinyin: Mapped[str] = mapped_column(String(160))
    initials: Mapped[str] = mapped_column(String(40))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    title: Mapped[str] = mapped_column(String(40))
    phone: Mapped[str] = mapped_column(String(40))
    second_phone: Mapped[str] = mapped_column(String(40))
    digits: Mapped[str] = mapped_column(String(80))
    phone_verified_at: Mapped[datetime | None]
    phone_verified_by: Mapped[str] = mapped_column(String(64))
    left_at: Mapped[datetime | None]
    leader: Mapped[bool]
    note: Mapped[str] = mapped_column(String(200))
