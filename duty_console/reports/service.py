"""Record reports that were sent, and settle what they meet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from duty_console.database.engine import Database, use_case_of
from duty_console.dutylog.model import LogKind
from duty_console.dutylog.service import append, checked_moment
from duty_console.errors import InputProblem
from duty_console.incidents.queries import row_by_number
from duty_console.limits.model import Obligation, ReportKind, ReportRule
from duty_console.limits.rules import followup_after
from duty_console.limits.service import Limits, obligation_of, rows_of, settle_rows, store
from duty_console.reports.model import NewReport, Report, ReportOutcome
from duty_console.reports.queries import report_of
from duty_console.reports.rules import lateness_words, met_by, name_of
from duty_console.reports.tables import ReportRow

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from sqlalchemy.orm import Session

    from duty_console.incidents.tables import IncidentRow
    from duty_console.limits.tables import ObligationRow


LONGEST = {"recipient": 120, "received_by": 60, "signatory": 60, "content": 4000, "late_reason": 500}
"""The longest text of each field, in characters."""


class Reports:
    """The room's reports."""

    def __init__(self, database: Database, limits: Limits) -> None:
        self._database = database
        self._limits = limits

    def record(self, new: NewReport) -> ReportOutcome:
        """Keep a report as sent, settle its obligations, begin the follow-ups that it entails: one transaction.

        Raises InputProblem: no recipient (`recipient_missing`), an unknown incident, a time in the future or before the
        incident was received, an obligation that is not this incident's or is settled already.
        """
        new = _checked(new)
        now = self._database.clock.now()
        sent_at = checked_moment(new.sent_at, now, "sent_at")
        with self._database.write("record_report") as session:
            incident = row_by_number(session, new.incident_number)
            if sent_at < incident.received_at.replace(second=0, microsecond=0):
                raise InputProblem("sent_at", "before_received")
            # Officers write times to the minute: 15:12 for a call that came at 15:12:08 is not before it.
            sent_at = max(sent_at, incident.received_at)
            row = self._report_row(session, new, incident, sent_at, now)
            session.add(row)
            session.flush()
            settled = self._settle(session, new, row, incident)
            followups: list[ObligationRow] = []
            if row.kind is ReportKind.FINAL:
                _end_followups(session, incident.id, sent_at, self._database.identity.name)
            else:
                followups = self._follow_up(session, settled, incident)
            words = _line(row, settled, self._limits.zone_in(session))
            append(session, self._database, LogKind.REPORT, words, sent_at, (incident.id, incident.number))
            session.flush()
            kept = tuple(map(obligation_of, followups))
            return ReportOutcome(report_of(row), tuple(settled), kept, use_case_of(session).last_seq)

    def of_incident(self, incident_id: int) -> tuple[Report, ...]:
        """Return an incident's reports in the order they were sent."""
        with self._database.read() as session:
            query = select(ReportRow).where(ReportRow.incident_id == incident_id)
            return tuple(map(report_of, session.scalars(query.order_by(ReportRow.sent_at, ReportRow.id))))

    def recent_recipients(self, limit: int = 12) -> tuple[str, ...]:
        """Return whom reports went to last, the latest first: offered while a recipient is typed."""
        latest = func.max(ReportRow.id)
        query = select(ReportRow.recipient).group_by(ReportRow.recipient).order_by(latest.desc()).limit(limit)
        with self._database.read() as session:
            return tuple(session.scalars(query))

    def would_meet(self, new: NewReport) -> tuple[Obligation, ...]:
        """Return the obligations that a report would settle, for the form to tick beforehand."""
        with self._database.read() as session:
            incident = row_by_number(session, new.incident_number)
            owed = map(obligation_of, rows_of(session, incident.id, only_open=True))
            return met_by(new.kind, new.channel, new.recipient, owed)

    def _report_row(
        self,
        session: Session,
        new: NewReport,
        incident: IncidentRow,
        sent_at: datetime,
        now: datetime,
    ) -> ReportRow:
        sequence = 0
        if new.kind is ReportKind.FOLLOWUP:
            highest = select(func.max(ReportRow.sequence)).where(
                ReportRow.incident_id == incident.id,
                ReportRow.kind == ReportKind.FOLLOWUP,
                ReportRow.channel == new.channel,
                ReportRow.recipient == new.recipient,
            )
            sequence = (session.scalar(highest) or 0) + 1
        return ReportRow(
            incident_id=incident.id,
            incident_number=incident.number,
            kind=new.kind,
            sequence=sequence,
            channel=new.channel,
            recipient=new.recipient,
            sent_at=sent_at,
            received_by=new.received_by,
            signatory=new.signatory,
            content=new.content,
            recorder=self._database.identity.name,
            recorded_at=now,
        )

    def _settle(self, session: Session, new: NewReport, row: ReportRow, incident: IncidentRow) -> list[Obligation]:
        owed = {each.id: each for each in rows_of(session, incident.id, only_open=True)}
        if new.obligation_ids is None:
            chosen = met_by(row.kind, row.channel, row.recipient, map(obligation_of, owed.values()))
            ids = [each.id for each in chosen if each.id is not None]
        else:
            ids = list(dict.fromkeys(new.obligation_ids))
            unknown = [each for each in ids if each not in owed]
            if unknown:
                raise InputProblem("obligations", "obligation_not_open", id=unknown[0])
        return settle_rows([owed[each] for each in ids], row.sent_at, row.id, new.late_reason)

    def _follow_up(self, session: Session, settled: list[Obligation], incident: IncidentRow) -> list[ObligationRow]:
        rules = self._limits.rules_in(session)
        zone = self._limits.zone_in(session)
        there = {(each.rule_id, each.sequence) for each in rows_of(session, incident.id)}
        fresh = [
            followup
            for each in settled
            if (followup := _followup(rules, each, zone, incident)) is not None
            and (followup.rule_id, followup.sequence) not in there
        ]
        return store(session, incident.id, incident.number, fresh)


def _checked(new: NewReport) -> NewReport:
    """Return the report with its texts trimmed. Raises InputProblem for an empty recipient or an overlong text."""
    texts = {name: getattr(new, name).strip() for name in LONGEST}
    if not texts["recipient"]:
        raise InputProblem("recipient", "recipient_missing")
    for name, most in LONGEST.items():
        if len(texts[name]) > most:
            raise InputProblem(name, "text_too_long", most=most)
    return replace(new, **texts)


def _followup(
    rules: tuple[ReportRule, ...], settled: Obligation, zone: ZoneInfo, incident: IncidentRow
) -> Obligation | None:
    """Return the follow-up of a settled obligation by the version of its rule that applied to the incident."""
    day = incident.received_at.astimezone(zone).date()
    versions = [rule for rule in rules if rule.id == settled.rule_id and rule.valid_from <= day]
    if not versions:
        return None
    return followup_after(max(versions, key=lambda rule: rule.valid_from), settled, zone)


def _end_followups(session: Session, incident_id: int, at: datetime, by: str) -> None:
    """With the 终报 the follow-ups that are not late yet come to their end."""
    for owed in rows_of(session, incident_id, only_open=True):
        if owed.sequence > 0 and owed.due_at >= at:
            owed.waived_at, owed.waived_by, owed.waived_reason = at, by, "已终报，续报终止"


def _line(row: ReportRow, settled: list[Obligation], zone: ZoneInfo) -> str:
    parts = [f"{name_of(row.kind, row.channel, row.sequence)} {row.recipient}"]
    if row.received_by:
        parts.append(f"接收人{row.received_by}")
    if row.signatory:
        parts.append(f"签发{row.signatory}")
    for owed in settled:
        result = lateness_words(owed.late_seconds) if owed.late_seconds else "按时"
        parts.append(f"应于{owed.due_at.astimezone(zone):%m月%d日%H:%M}，{result}")
    words = "；".join(parts)
    return f"{words}。{row.content}" if row.content else words
