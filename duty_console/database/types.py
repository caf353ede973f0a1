"""Column types that keep what the record needs and refuse what would falsify it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, String, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from duty_console.errors import EnvironmentProblem

_NOT_OURS = (ValueError, TypeError, OverflowError, OSError)
"""What a converter raises on a value that the console cannot have written."""


def _damaged(value: object) -> EnvironmentProblem:
    # Nothing is guessed from such a value: the file was damaged, or changed by a foreign hand.
    return EnvironmentProblem("database_damaged", reason=f"{value!r:.80}")


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC to the microsecond.

    SQLite keeps it as microseconds since 1970 (an integer sorts and compares exactly, and costs nothing to parse),
    PostgreSQL as `timestamptz`. A naive moment is refused: ValueError.
    """

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the native type."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(BigInteger())
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | datetime | None:
        """Turn an aware moment into what the database keeps."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive time {value.isoformat()} refused")
        return to_micros(value) if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ANN401  # an int or a datetime, by engine
        """Turn it back into an aware moment in UTC."""
        if value is None:
            return None
        try:
            return from_micros(value) if dialect.name == "sqlite" else value.astimezone(UTC)
        except _NOT_OURS as error:
            raise _damaged(value) from error


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_micros(moment: datetime) -> int:
    """Return microseconds since 1970, exactly."""
    gone = moment - _EPOCH
    return (gone.days * 86_400 + gone.seconds) * 1_000_000 + gone.microseconds


def from_micros(micros: int) -> datetime:
    """Return the moment, exactly: a sum of whole numbers, where `fromtimestamp` would round through a float."""
    return _EPOCH + timedelta(0, 0, micros)


class Json(TypeDecorator[Any]):
    """A JSON value as text with sorted keys, so that the same value is always the same bytes."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:
        """Write it."""
        return None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401  # JSON may hold anything
        """Read it."""
        try:
            return None if value is None else json.loads(value)
        except _NOT_OURS as error:
            raise _damaged(value) from error


class EnumWord(TypeDecorator[Any]):
    """An enum by its word, readable in the database; a word that the program does not know fails loudly."""

    impl = String(32)
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: StrEnum | str | None, dialect: Dialect) -> str | None:
        """Write the word."""
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        """Read the word."""
        try:
            return None if value is None else self.kind(value)
        except _NOT_OURS as error:
            raise _damaged(value) from error
