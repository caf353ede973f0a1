"""How a shift's facts are put onto its sheet. Pure."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from duty_console.dutylog.model import LogEntry, LogKind
from duty_console.handover.model import Count, LeaderInstruction, PersonAtPost, SheetIncident, SheetLimit
from duty_console.incidents.rules import casualties_words
from duty_console.limits.model import Channel, Obligation, ObligationState
from duty_console.reports.rules import lateness_words, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duty_console.incidents.model import IncidentCard
    from duty_console.reports.model import Report
    from duty_console.roster.model import OnDuty, Shift

HANDING_OVER = timedelta(hours=1)
"""So long after the change of shift the sheet in hand is still that of the shift before."""


def result_words(owed: Obligation, now: datetime) -> str:
    """Return what became of an obligation as a fact."""
    state = owed.state(now)
    if state is ObligationState.LATE:
        return lateness_words(owed.late_seconds or 0)
    return {
        ObligationState.MET: "按时",
        ObligationState.WAIVED: "免报",
        ObligationState.OVERDUE: "逾期未报",
        ObligationState.PENDING: "未到时限",
    }[state]


def sheet_incident(card: IncidentCard, since: datetime, until: datetime, now: datetime) -> SheetIncident:
    """Return an incident as the sheet shows it, with the limits that this shift had to do with.

    Those are the ones that it reported and the ones that it left to the next, also where that one has reported since.
    What was superseded by a correction or waived is not shown.
    """
    incident = card.incident
    facts = [incident.title, casualties_words(incident.casualties)]
    concerned = [
        owed
        for owed in card.obligations
        if owed.waived_at is None and owed.starts_at < until and (owed.settled_at is None or owed.settled_at >= since)
    ]
    return SheetIncident(
        incident.number,
        "；".join(fact for fact in facts if fact),
        incident.grade.zh if incident.grade else "未定级",
        tuple(
            SheetLimit(
                name_of(owed.kind, owed.channel, owed.sequence),
                owed.recipient,
                owed.due_at,
                owed.settled_at,
                result_words(owed, now),
                owed.state(now) in (ObligationState.LATE, ObligationState.OVERDUE),
            )
            for owed in concerned
        ),
    )


def counts(
    by_kind: dict[LogKind, int], incidents: Iterable[SheetIncident], received: int, phoned: Iterable[Report]
) -> tuple[Count, ...]:
    """Return the numbers of a shift. A first call is an incoming call, a report by phone an outgoing one."""
    limits = [limit for incident in incidents for limit in incident.limits]
    by_phone = sum(1 for report in phoned if report.channel is Channel.PHONE)
    return (
        Count("来电", by_kind.get(LogKind.INCOMING_CALL, 0) + by_kind.get(LogKind.INTAKE, 0)),
        Count("去电", by_kind.get(LogKind.OUTGOING_CALL, 0) + by_phone),
        Count("事件", received),
        Count("应报", len(limits)),
        Count("按时", sum(1 for limit in limits if limit.result == "按时")),
        Count("超时", sum(1 for limit in limits if limit.late)),
        Count("批示", by_kind.get(LogKind.INSTRUCTION, 0)),
        Count("反馈", by_kind.get(LogKind.FEEDBACK, 0)),
        Count("查岗", by_kind.get(LogKind.SPOT_CHECK, 0)),
        Count("日志", sum(by_kind.values())),
    )


def people_of(duty: OnDuty) -> tuple[PersonAtPost, ...]:
    """Return who serves, post by post."""
    return tuple(PersonAtPost(one.post, one.name, one.title, one.phone) for one in (*duty.leaders, *duty.officers))


def instruction_of(line: LogEntry, feedback_at: datetime | None = None) -> LeaderInstruction:
    """Return an instruction from its line: 周启明：全力搜救; without a name the line itself."""
    leader, colon, text = line.text.partition("：")
    if not colon or len(leader) > 12:
        leader, text = "", line.text
    return LeaderInstruction(line.at, leader, text, feedback_at=feedback_at)


def document_number(prefix: str, shift: Shift, day: date, shifts_of_day: int, place: int) -> str:
    """Return the sheet's number: the day of the year, and the shift of the day where there are several."""
    number = f"{day.timetuple().tm_yday}" + (f"-{place}" if shifts_of_day > 1 else "")
    return f"{prefix}值交〔{day.year}〕{number}号"
