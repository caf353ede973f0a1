"""The JSON shapes of design.md §6. Stable: a key that is there stays, with its meaning."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from duty_console.dutylog.model import LogEntry
    from duty_console.incidents.model import Incident, IntakePreview, RecordedIncident, SearchHit
    from duty_console.journal.model import Problem, Verification
    from duty_console.limits.model import Obligation
    from duty_console.reports.model import Report, ReportOutcome
    from duty_console.roster.model import DutyPerson, Gap, OnDuty

Shape = dict[str, Any]


class Shapes:
    """Writes values as JSON objects, times in the duty room's zone, states as of `now`."""

    def __init__(self, zone: ZoneInfo, now: datetime) -> None:
        self._zone = zone
        self._now = now

    def time(self, moment: datetime) -> str:
        """Return a time as ISO 8601 with the duty room's offset."""
        return moment.astimezone(self._zone).isoformat()

    def maybe(self, moment: datetime | None) -> str | None:
        """Return a time, or null for none."""
        return None if moment is None else self.time(moment)

    def person(self, person: DutyPerson) -> Shape:
        """PERSON."""
        return {"name": person.name, "post": person.post, "phone": person.phone}

    def obligation(self, owed: Obligation) -> Shape:
        """OBLIGATION."""
        return {
            "rule": owed.rule_id,
            "channel": owed.channel.value,
            "recipient": owed.recipient,
            "clock": owed.clock.value,
            "starts_at": self.time(owed.starts_at),
            "due_at": self.time(owed.due_at),
            "source": owed.source,
            "state": owed.state(self._now).value,
        }

    def obligations(self, owed: Iterable[Obligation]) -> list[Shape]:
        """Several OBLIGATIONs in their order."""
        return [self.obligation(each) for each in owed]

    def duty(self, duty: OnDuty, owed: Iterable[Obligation]) -> Shape:
        """`now`."""
        shift = duty.shift and {
            "name": duty.shift.name,
            "starts_at": self.time(duty.shift.starts_at),
            "ends_at": self.time(duty.shift.ends_at),
        }
        return {
            "at": self.time(duty.at),
            "shift": shift,
            "leader": [self.person(each) for each in duty.leaders],
            "officers": [self.person(each) for each in duty.officers],
            "gaps": [self._gap(each) for each in duty.gaps],
            "next_due": self.obligations(owed),
        }

    def _gap(self, gap: Gap) -> Shape:
        return {"post": gap.post, "kind": gap.kind.value, "missing": gap.missing}

    def preview(self, preview: IntakePreview) -> Shape:
        """`deadlines`."""
        suggestion = preview.suggestion
        grade = {"suggested": suggestion.grade and suggestion.grade.value, "basis": suggestion.basis}
        return {"grade": grade, "obligations": self.obligations(preview.obligations)}

    def recorded(self, recorded: RecordedIncident) -> Shape:
        """`incident add`."""
        incident = recorded.incident
        return {
            "number": incident.number,
            "class": incident.event_class.value,
            "grade": incident.grade and incident.grade.value,
            "grade_basis": incident.grade_basis,
            "title": incident.title,
            "received_at": self.time(incident.received_at),
            "journal_seq": recorded.journal_seq,
            "obligations": self.obligations(recorded.obligations),
        }

    def incident(self, incident: Incident, owed: Iterable[Obligation], timeline: Iterable[LogEntry]) -> Shape:
        """One of `incident list`, and `incident show`: the words of EVENT, then what the console added."""
        return {
            "number": incident.number,
            "state": incident.state.value,
            "class": incident.event_class.value,
            "type": incident.type,
            "title": incident.title,
            "occurred_at": self.maybe(incident.occurred_at),
            "received_at": self.time(incident.received_at),
            "place": incident.place,
            "source_unit": incident.source_unit,
            "caller": incident.caller,
            "caller_post": incident.caller_post,
            "caller_phone": incident.caller_phone,
            "channel": incident.channel.value,
            **asdict(incident.casualties),
            "grade": incident.grade and incident.grade.value,
            "grade_basis": incident.grade_basis,
            "summary": incident.summary,
            "measures": incident.measures,
            "already_told": incident.already_told,
            "recorder": incident.recorder,
            "recorded_at": self.time(incident.recorded_at),
            "closed_at": self.maybe(incident.closed_at),
            "closed_reason": incident.closed_reason,
            "obligations": self.obligations(owed),
            "timeline": [self._line(each) for each in timeline],
        }

    def _line(self, line: LogEntry) -> Shape:
        return {
            "id": line.id,
            "at": self.time(line.at),
            "recorded_at": self.time(line.recorded_at),
            "kind": line.kind.value,
            "text": line.text,
            "person": line.person,
            "journal_seq": line.journal_seq,
            "corrects": line.corrects_id,
            "corrected_by": line.corrected_by_id,
        }

    def outcome(self, outcome: ReportOutcome) -> Shape:
        """`incident report`: `settled` are the obligations that it met, on time or late."""
        return {
            **self.report(outcome.report),
            "settled": self.obligations(outcome.settled),
            "followups": self.obligations(outcome.followups),
            "journal_seq": outcome.journal_seq,
        }

    def report(self, report: Report) -> Shape:
        """A report that was sent."""
        return {
            "number": report.incident_number,
            "kind": report.kind.value,
            "sequence": report.sequence,
            "channel": report.channel.value,
            "recipient": report.recipient,
            "sent_at": self.time(report.sent_at),
        }

    def hit(self, hit: SearchHit) -> Shape:
        """One of `search`; `number` is the incident's, null for a line that belongs to none."""
        return {
            "entity": hit.entity,
            "number": hit.incident_number,
            "at": self.time(hit.at),
            "title": hit.title,
            "text": hit.text,
            "journal_seq": hit.journal_seq,
        }

    def verification(self, found: Verification) -> Shape:
        """`verify`."""
        return {
            "ok": found.ok,
            "entries": found.entries,
            "head": {"seq": found.head.seq, "hash": found.head.hash},
            "problems": [self._problem(each) for each in found.problems],
        }

    def _problem(self, problem: Problem) -> Shape:
        return {
            "fault": problem.fault.value,
            "seq": problem.seq,
            "entity": problem.entity,
            "entity_id": problem.entity_id,
            "columns": list(problem.columns),
        }
