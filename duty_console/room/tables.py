"""The duty room's row: there is one."""

from __future__ import annotations

from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from duty_console.database.base import Row
from duty_console.database.types import Json


class DutyRoomRow(Row):
    """The duty room."""

    __tablename__ = "duty_room"

    name: Mapped[str] = mapped_column(String(80))
    level: Mapped[str] = mapped_column(String(16))
    presets: Mapped[list[Any]] = mapped_column(Json)
    zone: Mapped[str] = mapped_column(String(48))
    phone: Mapped[str] = mapped_column(String(40))
    document_prefix: Mapped[str] = mapped_column(String(20))
