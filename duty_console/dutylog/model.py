"""The words of the running log."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class LogKind(StrEnum):
    """What a line of the log is about. `zh` is the word on paper."""

    NOTE = "note"
    INTAKE = "intake"
    INCOMING_CALL = "incoming_call"
    OUTGOING_CALL = "outgoing_call"
    DOCUMENT = "document"
    SCENE = "scene"
    REPORT = "report"
    INSTRUCTION = "instruction"
    FEEDBACK = "feedback"
    GRADE = "grade"
    CASUALTIES = "casualties"
    CORRECTION = "correction"
    SPOT_CHECK = "spot_check"
    HANDOVER = "handover"
    CLOSURE = "closure"
    SYSTEM = "system"

    @property
    def zh(self) -> str:
        """The word on paper."""
        return _ZH[self]


_ZH = {
    LogKind.NOTE: "记事",
    LogKind.INTAKE: "接报",
    LogKind.INCOMING_CALL: "来电",
    LogKind.OUTGOING_CALL: "去电",
    LogKind.DOCUMENT: "来文",
    LogKind.SCENE: "现场",
    LogKind.REPORT: "上报",
    LogKind.INSTRUCTION: "批示",
    LogKind.FEEDBACK: "反馈",
    LogKind.GRADE: "定级",
    LogKind.CASUALTIES: "伤亡",
    LogKind.CORRECTION: "更正",
    LogKind.SPOT_CHECK: "查岗",
    LogKind.HANDOVER: "交接",
    LogKind.CLOSURE: "办结",
    LogKind.SYSTEM: "系统",
}

WRITABLE = (
    LogKind.NOTE,
    LogKind.INCOMING_CALL,
    LogKind.OUTGOING_CALL,
    LogKind.DOCUMENT,
    LogKind.SCENE,
    LogKind.INSTRUCTION,
    LogKind.FEEDBACK,
    LogKind.SPOT_CHECK,
    LogKind.HANDOVER,
)
"""The kinds an officer writes by hand; the others are written by what happens."""

LATE_ENTRY_MINUTES = 10
"""A line entered so long after its moment is marked as entered later (补记)."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the log. It is never changed: a correction is a line of its own that names it in `corrects_id`.

    `at` is when it happened, `recorded_at` when it was written. `journal_seq` is the number that tells the officer it
    is safe. `corrected_by_id`, `corrected_at` tell of the latest line that strikes this one through. `answers_id` is
    the instruction that a feedback belongs to.
    """

    id: int
    at: datetime
    recorded_at: datetime
    kind: LogKind
    text: str
    person: str
    journal_seq: int
    incident_id: int | None = None
    incident_number: str | None = None
    corrects_id: int | None = None
    corrected_by_id: int | None = None
    corrected_at: datetime | None = None
    answers_id: int | None = None

    @property
    def entered_later(self) -> bool:
        """Whether the line was written clearly after its moment."""
        return (self.recorded_at - self.at).total_seconds() > LATE_ENTRY_MINUTES * 60


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which lines to show; everything absent means all. `words` matches text anywhere."""

    since: datetime | None = None
    until: datetime | None = None
    kinds: frozenset[LogKind] = frozenset()
    words: str = ""
    incident_id: int | None = None
    newest_first: bool = True
