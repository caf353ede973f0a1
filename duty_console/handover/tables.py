"""What the handover adds to the record: open items, equipment checks, notes."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from duty_console.database.base import Row, partial_index, word
from duty_console.handover.model import EquipmentState


class OpenItemRow(Row):
    """A task that goes from shift to shift until it is finished."""

    __tablename__ = "handover_item"

    text: Mapped[str] = mapped_column(Text)
    owner: Mapped[str] = mapped_column(String(120))
    due_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(String(64))
    done_at: Mapped[datetime | None]
    done_by: Mapped[str] = mapped_column(String(64), default="")
    result: Mapped[str] = mapped_column(Text, default="")


partial_index("ix_handover_item_open", OpenItemRow.created_at, where=OpenItemRow.done_at.is_(None))


class EquipmentCheckRow(Row):
    """A check of one piece of equipment; checked again, it is a new row and the last one counts."""

    __tablename__ = "equipment_check"
    append_only: ClassVar[bool] = True

    shift_starts_at: Mapped[datetime] = mapped_column(index=True)
    name: Mapped[str] = mapped_column(String(40))
    state: Mapped[EquipmentState] = mapped_column(word(EquipmentState))
    remark: Mapped[str] = mapped_column(String(60))
    checked_at: Mapped[datetime]
    checked_by: Mapped[str] = mapped_column(String(64))


class HandoverNoteRow(Row):
    """What the outgoing officer adds in words; rewritten it is a new row and the last one counts."""

    __tablename__ = "handover_note"
    append_only: ClassVar[bool] = True

    shift_starts_at: Mapped[datetime] = mapped_column(index=True)
    text: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime]
    written_by: Mapped[str] = mapped_column(String(64))
