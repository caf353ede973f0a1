"""Set up and describe the duty room."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import select

from duty_console.clock import DEFAULT_ZONE
from duty_console.errors import InputProblem
from duty_console.room.model import DutyRoom
from duty_console.room.tables import DutyRoomRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from duty_console.database.engine import Database


LONGEST = {"name": 80, "phone": 40, "document_prefix": 20}
"""The longest text of each field, in characters."""


class Room:
    """What the duty room is called and where it stands."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def current(self) -> DutyRoom | None:
        """Return the room, or None in a fresh folder that was not set up yet."""
        with self._database.read() as session:
            return self.current_in(session)

    def current_in(self, session: Session) -> DutyRoom | None:
        """Return the room within a transaction."""
        row = session.scalars(select(DutyRoomRow)).first()
        if row is None:
            return None
        presets = tuple(str(preset) for preset in row.presets)
        return DutyRoom(row.name, row.level, presets, row.zone, row.phone, row.document_prefix)

    def zone(self) -> ZoneInfo:
        """Return the room's time zone; Beijing time before the room is set up."""
        room = self.current()
        return ZoneInfo(room.zone if room else DEFAULT_ZONE)

    def zone_in(self, session: Session) -> ZoneInfo:
        """Return the same within a transaction."""
        room = self.current_in(session)
        return ZoneInfo(room.zone if room else DEFAULT_ZONE)

    def describe(self, room: DutyRoom) -> None:
        """Set up the room or change its description.

        Raises InputProblem for an empty name (`name_missing`), an overlong text (`text_too_long`) or an unknown zone
        (`zone_unknown`).
        """
        texts = {name: str(getattr(room, name)).strip() for name in LONGEST}
        if not texts["name"]:
            raise InputProblem("name", "name_missing")
        for name, most in LONGEST.items():
            if len(texts[name]) > most:
                raise InputProblem(name, "text_too_long", most=most)
        try:
            ZoneInfo(room.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # OSError: a name that is a folder
            raise InputProblem("zone", "zone_unknown", zone=room.zone) from error
        values = {**asdict(room), **texts, "presets": list(room.presets)}
        with self._database.write("describe_room") as session:
            row = session.scalars(select(DutyRoomRow)).first()
            if row is None:
                session.add(DutyRoomRow(**values))
            else:
                for column, value in values.items():
                    setattr(row, column, value)
