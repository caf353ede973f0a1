"""The use cases of the address book: units and persons come, change and leave; nobody is ever deleted."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Select, func, or_, select

from duty_console.errors import InputProblem
from duty_console.people.model import Person, PersonEntry, PersonFilter, Unit, UnitEntry, UnitFilter
from duty_console.people.rules import (
    NAME_MOST,
    UNIT_NAME_MOST,
    digits_of,
    pinyin_of,
    tidy,
    tidy_phone,
    told_apart,
)
from duty_console.people.tables import PersonRow, UnitRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from duty_console.database.engine import Database


class People:
    """Who there is, in which unit, and how to reach them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Units

    def add_unit(self, entry: UnitEntry) -> Unit:
        """Add a unit. Raises InputProblem: `name_missing`, `text_too_long`, `phone_malformed`, `unit_duplicate`."""
        checked = _checked_unit(entry)
        with self._database.write("add_unit") as session:
            _refuse_same_unit(session, checked.name, None)
            row = UnitRow(**asdict(checked), left_at=None)
            session.add(row)
            session.flush()
            return _unit(row)

    def change_unit(self, unit_id: int, entry: UnitEntry) -> Unit:
        """Change a unit. Raises InputProblem `unit_unknown` and as `add_unit` does."""
        checked = _checked_unit(entry)
        with self._database.write("change_unit") as session:
            row = _unit_row(session, unit_id)
            _refuse_same_unit(session, checked.name, unit_id)
            for column, value in asdict(checked).items():
                setattr(row, column, value)
            return _unit(row)

    def leave_unit(self, unit_id: int) -> Unit:
        """Take a unit out of use; its past stays. Raises InputProblem `unit_has_persons` (`count`)."""
        with self._database.write("leave_unit") as session:
            row = _unit_row(session, unit_id)
            there = select(func.count()).where(PersonRow.unit_id == unit_id, PersonRow.left_at.is_(None))
            count = session.scalar(there) or 0
            if count:
                raise InputProblem("unit_id", "unit_has_persons", name=row.name, count=count)
            row.left_at = row.left_at or self._database.clock.now()
            return _unit(row)

    def return_unit(self, unit_id: int) -> Unit:
        """Take a unit back into use. Raises InputProblem `unit_duplicate` where its name was given away."""
        with self._database.write("return_unit") as session:
            row = _unit_row(session, unit_id)
            _refuse_same_unit(session, row.name, unit_id)
            row.left_at = None
            return _unit(row)

    def unit(self, unit_id: int) -> Unit:
        """Return a unit. Raises InputProblem `unit_unknown`."""
        with self._database.read() as session:
            return _unit(_unit_row(session, unit_id))

    def units(self, wanted: UnitFilter | None = None) -> tuple[Unit, ...]:
        """Return the units wanted, in the order they were added."""
        wanted = wanted or UnitFilter()
        query = select(UnitRow).order_by(UnitRow.id)
        if not wanted.with_left:
            query = query.where(UnitRow.left_at.is_(None))
        if wanted.kind is not None:
            query = query.where(UnitRow.kind == wanted.kind)
        if text := wanted.text.strip():
            columns = (UnitRow.name, UnitRow.phone, UnitRow.address, UnitRow.region)
            query = query.where(or_(*(column.contains(text, autoescape=True) for column in columns)))
        with self._database.read() as session:
            return tuple(_unit(row) for row in session.scalars(query))

    # Persons

    def add_person(self, entry: PersonEntry) -> Person:
        """Add a person.

        Raises InputProblem: `name_missing`, `text_too_long`, `text_unprintable`, `phone_malformed`, `unit_unknown`,
        `unit_left`, and `person_duplicate` for an active person of the same name and phone.
        """
        checked = _checked_person(entry)
        with self._database.write("add_person") as session:
            _refuse_unusable_unit(session, checked.unit_id)
            _refuse_same_person(session, checked, None)
            row = PersonRow(**_person_columns(checked), phone_verified_at=None, phone_verified_by="", left_at=None)
            session.add(row)
            session.flush()
            return _persons(session, [row])[0]

    def add_many(self, units: Sequence[UnitEntry], persons: Sequence[tuple[PersonEntry, str]]) -> tuple[Person, ...]:
        """Add units, then persons with the name of the unit of each (empty for none): all of them or nobody.

        Raises InputProblem as `add_unit` and `add_person` do, and `unit_name_unknown` (`name`).
        """
        with self._database.write("import_people") as session:
            for unit in map(_checked_unit, units):
                _refuse_same_unit(session, unit.name, None)
                session.add(UnitRow(**asdict(unit), left_at=None))
                session.flush()
            known = dict(session.execute(select(UnitRow.name, UnitRow.id).where(UnitRow.left_at.is_(None))).all())
            rows: list[PersonRow] = []
            for entry, unit_name in persons:
                if unit_name and unit_name not in known:
                    raise InputProblem("unit_id", "unit_name_unknown", name=unit_name)
                checked = replace(_checked_person(entry), unit_id=known.get(unit_name))
                _refuse_same_person(session, checked, None)
                row = PersonRow(**_person_columns(checked), phone_verified_at=None, phone_verified_by="", left_at=None)
                rows.append(row)
                session.add(row)
                session.flush()
            return _persons(session, rows)

    def change_person(self, person_id: int, entry: PersonEntry) -> Person:
        """Change a person; a new number is an unverified number. Raises `person_unknown` and as `add_person` does."""
        checked = _checked_person(entry)
        with self._database.write("change_person") as session:
            row = _person_row(session, person_id)
            if checked.unit_id != row.unit_id:
                _refuse_unusable_unit(session, checked.unit_id)
            _refuse_same_person(session, checked, person_id)
            if checked.phone != row.phone:
                row.phone_verified_at, row.phone_verified_by = None, ""
            for column, value in _person_columns(checked).items():
                setattr(row, column, value)
            session.flush()
            return _persons(session, [row])[0]

    def leave_person(self, person_id: int, at: datetime | None = None) -> Person:
        """Note that a person left at `at` (now). Who left is a gap in every shift that begins later."""
        with self._database.write("leave_person") as session:
            row = _person_row(session, person_id)
            row.left_at = at or row.left_at or self._database.clock.now()
            session.flush()
            return _persons(session, [row])[0]

    def return_person(self, person_id: int) -> Person:
        """Note that a person who had left is back. Raises InputProblem `person_duplicate`."""
        with self._database.write("return_person") as session:
            row = _person_row(session, person_id)
            _refuse_same_person(session, PersonEntry(row.name, row.unit_id, phone=row.phone), person_id)
            row.left_at = None
            session.flush()
            return _persons(session, [row])[0]

    def verify_phone(self, person_id: int, at: datetime | None = None) -> Person:
        """Note that the person was reached at `phone`, now or at `at`. Raises InputProblem `phone_missing`."""
        with self._database.write("verify_phone") as session:
            row = _person_row(session, person_id)
            if not row.phone:
                raise InputProblem("phone", "phone_missing", name=row.name)
            row.phone_verified_at = at or self._database.clock.now()
            row.phone_verified_by = self._database.identity.name[:64]
            session.flush()
            return _persons(session, [row])[0]

    def person(self, person_id: int) -> Person:
        """Return a person. Raises InputProblem `person_unknown`."""
        with self._database.read() as session:
            return _persons(session, [_person_row(session, person_id)])[0]

    def persons(
        self, wanted: PersonFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> tuple[Person, ...]:
        """Return the persons wanted, by pinyin."""
        query = _person_query(wanted or PersonFilter())
        query = query.order_by(PersonRow.pinyin, PersonRow.id).limit(limit).offset(offset)
        with self._database.read() as session:
            return _persons(session, session.scalars(query).all())

    def count_persons(self, wanted: PersonFilter | None = None) -> int:
        """Return how many persons `persons` would return without a limit."""
        with self._database.read() as session:
            query = _person_query(wanted or PersonFilter()).with_only_columns(func.count(PersonRow.id))
            return session.scalar(query) or 0


def _checked_unit(entry: UnitEntry) -> UnitEntry:
    return UnitEntry(
        tidy("name", entry.name, UNIT_NAME_MOST, missing="name_missing"),
        entry.kind,
        tidy_phone("phone", entry.phone),
        tidy("address", entry.address, 120),
        tidy("region", entry.region, 40),
    )


def _checked_person(entry: PersonEntry) -> PersonEntry:
    return PersonEntry(
        tidy("name", entry.name, NAME_MOST, missing="name_missing"),
        entry.unit_id,
        tidy("title", entry.title, 40),
        tidy_phone("phone", entry.phone),
        tidy_phone("second_phone", entry.second_phone),
        entry.leader,
        tidy("note", entry.note, 200),
    )


def _person_columns(entry: PersonEntry) -> dict[str, object]:
    full, initials = pinyin_of(entry.name)
    digits = digits_of(entry.phone, entry.second_phone)
    return {**asdict(entry), "pinyin": full[:160], "initials": initials[:40], "digits": digits}


def _unit_row(session: Session, unit_id: int) -> UnitRow:
    row = session.get(UnitRow, unit_id)
    if row is None:
        raise InputProblem("unit_id", "unit_unknown", id=unit_id)
    return row


def _person_row(session: Session, person_id: int) -> PersonRow:
    row = session.get(PersonRow, person_id)
    if row is None:
        raise InputProblem("person_id", "person_unknown", id=person_id)
    return row


def _refuse_same_unit(session: Session, name: str, but: int | None) -> None:
    same = select(UnitRow.id).where(UnitRow.name == name, UnitRow.left_at.is_(None), UnitRow.id != (but or 0))
    if session.scalar(same.limit(1)) is not None:
        raise InputProblem("name", "unit_duplicate", name=name)


def _refuse_unusable_unit(session: Session, unit_id: int | None) -> None:
    if unit_id is None:
        return
    unit = _unit_row(session, unit_id)
    if unit.left_at is not None:
        raise InputProblem("unit_id", "unit_left", name=unit.name)


def _refuse_same_person(session: Session, entry: PersonEntry, but: int | None) -> None:
    """Refuse an active person of the same name and phone; without phones, of the same name and unit."""
    same = select(PersonRow.id).where(
        PersonRow.name == entry.name,
        PersonRow.phone == entry.phone,
        PersonRow.left_at.is_(None),
        PersonRow.id != (but or 0),
    )
    if not entry.phone:
        same = same.where(PersonRow.unit_id.is_(None) if entry.unit_id is None else PersonRow.unit_id == entry.unit_id)
    if session.scalar(same.limit(1)) is not None:
        raise InputProblem("name", "person_duplicate", name=entry.name, phone=entry.phone)


def _person_query(wanted: PersonFilter) -> Select[PersonRow]:
    query = select(PersonRow).join(UnitRow, UnitRow.id == PersonRow.unit_id, isouter=True)
    if not wanted.with_left:
        query = query.where(PersonRow.left_at.is_(None))
    if wanted.unit_id is not None:
        query = query.where(PersonRow.unit_id == wanted.unit_id)
    if wanted.leader is not None:
        query = query.where(PersonRow.leader.is_(wanted.leader))
    text = " ".join(wanted.text.split())
    return query.where(or_(*_matches(text))) if text else query


def _matches(text: str) -> list[ColumnElement[bool]]:
    pinyin = text.casefold().replace(" ", "").replace("ü", "v").replace("'", "")
    found = [column.contains(text, autoescape=True) for column in (PersonRow.name, PersonRow.title, UnitRow.name)]
    if pinyin.isascii() and pinyin.isalpha():
        found += [PersonRow.pinyin.contains(pinyin), PersonRow.initials.startswith(pinyin)]
    # "138 0000" and "0371-6000" are parts of numbers; "3楼" is not.
    digits = digits_of(text)
    if digits and not any(each.isalpha() for each in text):
        found.append(PersonRow.digits.contains(digits))
    return found


def _unit(row: UnitRow) -> Unit:
    return Unit(row.id, row.name, row.kind, row.phone, row.address, row.region, row.left_at is None, row.left_at)


def _persons(session: Session, rows: Sequence[PersonRow]) -> tuple[Person, ...]:
    units = dict(session.execute(select(UnitRow.id, UnitRow.name)).all())
    names = {row.name for row in rows}
    active = select(PersonRow.name, PersonRow.unit_id).where(PersonRow.left_at.is_(None))
    if len(names) <= 200:  # one placeholder each; beyond that the whole address book is the cheaper question
        active = active.where(PersonRow.name.in_(names))
    clashing = session.execute(active).all()
    return told_apart((_person(row, units) for row in rows), clashing)


def _person(row: PersonRow, units: dict[int, str]) -> Person:
    return Person(
        id=row.id,
        name=row.name,
        pinyin=row.pinyin,
        initials=row.initials,
        unit_id=row.unit_id,
        unit_name=units.get(row.unit_id, "") if row.unit_id is not None else "",
        title=row.title,
        phone=row.phone,
        second_phone=row.second_phone,
        phone_verified_at=row.phone_verified_at,
        active=row.left_at is None,
        left_at=row.left_at,
        leader=row.leader,
        note=row.note,
        display=row.name,
        phone_verified_by=row.phone_verified_by,
    )
