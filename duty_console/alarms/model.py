"""The words of alarms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class AlarmStep(StrEnum):
    """The four steps, each louder.

    Chip amber; sound, strip amber; sound repeats, strip red; leader in large type.
    """

    NOTICE = "notice"
    WARNING = "warning"
    DUE = "due"
    OVERDUE = "overdue"

    @property
    def rank(self) -> int:
        """1 for notice to 4 for overdue."""
        return ("notice", "warning", "due", "overdue").index(self.value) + 1

    @property
    def rings(self) -> bool:
        """Whether this step makes itself heard and waits for a person."""
        return self is not AlarmStep.NOTICE


@dataclass(frozen=True, slots=True)
class AlarmPolicy:
    """How early and how loud. A short limit is warned of at a share of its own length, lest it begin alarmed.

    `notice` and `warning` are the longest leads; `notice_share` and `warning_share` cap them to a part of the limit's
    length; `escalation` is how long an overdue item waits for a person before the leader's number is shown large.
    """

    notice: timedelta = timedelta(minutes=30)
    warning: timedelta = timedelta(minutes=10)
    notice_share: float = 0.5
    warning_share: float = 0.25
    escalation: timedelta = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class DueItem:
    """Something that must be done by `due_at`. `key` is stable for ever: `obligation:17`."""

    key: str
    title: str
    subject: str
    starts_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Alarm:
    """A due item at its step since `since`; acknowledged by a person for this step, or still ringing."""

    item: DueItem
    step: AlarmStep
    since: datetime
    acknowledged_by: str | None = None
    acknowledged_at: datetime | None = None

    @property
    def ringing(self) -> bool:
        """Whether it is to be heard."""
        return self.step.rings and self.acknowledged_at is None


@dataclass(frozen=True, slots=True)
class AlarmBoard:
    """All alarms at a moment, the loudest and longest first; `next_moment` is when something will change by itself."""

    at: datetime
    alarms: tuple[Alarm, ...]
    next_moment: datetime | None

    @property
    def ringing(self) -> tuple[Alarm, ...]:
        """Those to be heard."""
        return tuple(alarm for alarm in self.alarms if alarm.ringing)

    @property
    def loudest(self) -> AlarmStep | None:
        """The step that sound and strip follow."""
        return max((alarm.step for alarm in self.ringing), key=lambda step: step.rank, default=None)
