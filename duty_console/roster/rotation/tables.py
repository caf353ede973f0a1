"""The rows of rotation."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from duty_console.database.base import Row, word
from duty_console.database.types import Json
from duty_console.roster.rotation.model import PairKind


class RotationMemberRow(Row):
    """A person on the allowed list of a post; a post without rows has no list of its own."""

    __tablename__ = "rotation_member"

    post_id: Mapped[int] = mapped_column(ForeignKey("post.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    since: Mapped[date | None]
    until: Mapped[date | None]


class RotationPairRow(Row):
    """Two persons who serve together, or never."""

    __tablename__ = "rotation_pair"

    kind: Mapped[PairKind] = mapped_column(word(PairKind))
    person_a: Mapped[int] = mapped_column(ForeignKey("person.id"))
    person_b: Mapped[int] = mapped_column(ForeignKey("person.id"))


class RotationFixedRow(Row):
    """A person's fixed weekdays at a post."""

    __tablename__ = "rotation_fixed"

    post_id: Mapped[int] = mapped_column(ForeignKey("post.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    weekdays: Mapped[list[Any]] = mapped_column(Json)
    slot: Mapped[str] = mapped_column(String(20))


class RotationRulesRow(Row):
    """The rules of the room: one row, once it set its own."""

    __tablename__ = "rotation_rules"

    rules: Mapped[dict[str, Any]] = mapped_column(Json)
