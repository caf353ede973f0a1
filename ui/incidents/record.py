"""Everything that the page of one incident shows, read in one job; and what of it is pure to work out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duty_console.limits.model import ObligationState, ReportKind

if TYPE_CHECKING:
    from datetime import datetime

    from duty_console.dutylog.model import LogEntry
    from duty_console.dutylog.service import DutyLog
    from duty_console.incidents.model import CasualtyCount, Incident, IncidentCard
    from duty_console.incidents.service import Incidents
    from duty_console.limits.model import Obligation
    from duty_console.reports.model import Report
    from duty_console.reports.service import Reports


@dataclass(frozen=True, slots=True)
class IncidentRecord:
    """One incident with its limits, reports, numbers and lines; `recipients`: whom reports went to last, anywhere."""

    card: IncidentCard
    timeline: tuple[LogEntry, ...]
    reports: tuple[Report, ...]
    casualties: tuple[CasualtyCount, ...]
    recipients: tuple[str, ...]

    @property
    def incident(self) -> Incident:
        """The incident itself."""
        return self.card.incident

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        """Its limits, the earliest first."""
        return self.card.obligations

    @property
    def owed(self) -> tuple[Obligation, ...]:
        """The open ones, the earliest limit first."""
        return tuple(sorted((each for each in self.obligations if each.is_open), key=lambda each: each.due_at))

    @property
    def next_kind(self) -> ReportKind:
        """What is to be written next: what is owed first, else the 初报 that was never sent, else a 续报."""
        if self.owed:
            return self.owed[0].kind
        sent = {report.kind for report in self.reports}
        return ReportKind.FOLLOWUP if ReportKind.INITIAL in sent else ReportKind.INITIAL

    def known_recipients(self) -> list[str]:
        """Whom a report may go to: those of this incident's limits and reports first, then the room's latest."""
        names = [each.recipient for each in (*self.owed, *self.obligations)]
        names += [each.recipient for each in reversed(self.reports)]
        return list(dict.fromkeys([*names, *self.recipients]))


def read_record(incidents: Incidents, dutylog: DutyLog, reports: Reports, number: str) -> IncidentRecord:
    """Read an incident whole. Raises InputProblem `incident_unknown`."""
    card = incidents.card(number)
    incident_id = card.incident.id
    return IncidentRecord(
        card,
        dutylog.timeline(incident_id),
        reports.of_incident(incident_id),
        incidents.casualty_history(incident_id),
        reports.recent_recipients(),
    )


def blocks_closing(owed: Obligation, now: datetime) -> bool:
    """Whether an incident cannot be closed while this is open: 初报 that are owed, and whatever is overdue."""
    return owed.is_open and (owed.sequence == 0 or owed.state(now) is ObligationState.OVERDUE)


TABLES = frozenset({"incident", "casualty_count", "log_entry", "obligation", "report"})
"""The tables that the page shows."""
