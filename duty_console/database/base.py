"""The common root of every mapped table."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, Index, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from duty_console.database.types import EnumWord, UtcDateTime

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(DeclarativeBase):
    """A mapped row. Every one has an integer `id` and is journalled by itself.

    A table whose rows people search gives `searched`: the names of its text columns.
    A table of an append-only record sets `append_only`: the session refuses to change or delete its rows.
    """

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: UtcDateTime()}
    searched: ClassVar[tuple[str, ...]] = ()
    append_only: ClassVar[bool] = False

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)


def word(kind: type[StrEnum]) -> EnumWord:
    """Return the column type of an enum."""
    return EnumWord(kind)


def partial_index(name: str, *columns: Any, where: ColumnElement[bool]) -> Index:  # noqa: ANN401 - mapped attributes
    """Return an index over the rows that `where` holds for, on either database.

    Naming PostgreSQL's option here would load its dialect at every start; `for_postgresql` adds it when one is made.
    """
    return Index(name, *columns, sqlite_where=where, info={_WHERE: where})


def for_postgresql(metadata: MetaData) -> None:
    """Give the partial indexes their condition in PostgreSQL's own option, before tables are made there."""
    for table in metadata.tables.values():
        for index in table.indexes:
            if _WHERE in index.info:
                index.dialect_options["postgresql"]["where"] = index.info[_WHERE]


_WHERE = "where"
