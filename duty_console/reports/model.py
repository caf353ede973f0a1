"""The words of reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from duty_console.limits.model import Channel, Obligation, ReportKind


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report that was sent.

    `obligation_ids` None means: settle what it meets by kind, channel and recipient; given, exactly these.
    `sent_at` None means now. `received_by` is who took it at the other end; `signatory` who authorised it.
    """

    incident_number: str
    kind: ReportKind
    channel: Channel
    recipient: str
    sent_at: datetime | None = None
    received_by: str = ""
    signatory: str = ""
    content: str = ""
    late_reason: str = ""
    obligation_ids: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it was sent. `sequence` is N of 续报 N, 0 for 初报 and 终报."""

    id: int
    incident_id: int
    incident_number: str
    kind: ReportKind
    sequence: int
    channel: Channel
    recipient: str
    sent_at: datetime
    received_by: str
    signatory: str
    content: str
    recorder: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class ReportOutcome:
    """What a report did: the obligations it settled (met or late), the follow-ups that begin with it."""

    report: Report
    settled: tuple[Obligation, ...]
    followups: tuple[Obligation, ...]
    journal_seq: int

    @property
    def late(self) -> tuple[Obligation, ...]:
        """The settled obligations that were late: a reason is asked for."""
        return tuple(each for each in self.settled if each.late_seconds)
