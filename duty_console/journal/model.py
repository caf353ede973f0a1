"""The words of the journal."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime


class Operation(StrEnum):
    """What happened to a row."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: its last number and hash. An empty journal has number 0 and 32 zero bytes."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One change of one row. `payload` is the row after it (before it, for a delete); None once redacted."""

    seq: int
    at: datetime
    actor: str
    workstation: str
    action: str
    operation: Operation
    entity: str
    entity_id: int
    payload: dict[str, Any] | None
    hash: str


class Fault(StrEnum):
    """What `verify` can find."""

    GAP = "gap"
    LINK = "link"
    HASH = "hash"
    PAYLOAD = "payload"
    ROW_CHANGED = "row_changed"
    ROW_MISSING = "row_missing"
    ROW_UNKNOWN = "row_unknown"
    CODE_UNKNOWN = "code_unknown"


@dataclass(frozen=True, slots=True)
class Problem:
    """A place where the record and its proof part: the journal number or the row, and the columns that differ."""

    fault: Fault
    seq: int | None = None
    entity: str | None = None
    entity_id: int | None = None
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verification:
    """What `verify` found: sound when there are no problems. `entries` counts the chain's links."""

    entries: int
    head: Head
    problems: tuple[Problem, ...] = field(default=())

    @property
    def ok(self) -> bool:
        """Whether chain and rows agree everywhere."""
        return not self.problems
