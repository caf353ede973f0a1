"""How times and limits of an incident are said on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from duty_console.alarms.model import AlarmPolicy, DueItem
from duty_console.alarms.rules import step_at
from duty_console.limits.model import Obligation, ObligationState
from ui.words import obligation_name, when, word

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, tzinfo

translate = QCoreApplication.translate
_POLICY = AlarmPolicy()


def length(seconds: float, *, begun: bool = False) -> str:
    """A length of time in minutes or hours; with `begun` a minute that has begun counts: 4 分, 2 小时 15 分."""
    size = abs(int(seconds))
    minutes = -(-size // 60) if begun else size // 60
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return translate("IncidentWords", "{days} d {hours} h").format(days=hours // 24, hours=hours % 24)
    if hours and rest:
        return translate("IncidentWords", "{hours} h {minutes} min").format(hours=hours, minutes=rest)
    if hours:
        return translate("IncidentWords", "{hours} h").format(hours=hours)
    return translate("IncidentWords", "{minutes} min").format(minutes=minutes)


def rough_length(seconds: float) -> str:
    """A length of time where the minutes of many hours say nothing: 74 分, 2 小时, 3 天."""
    minutes = abs(int(seconds)) // 60
    if minutes < 100:
        return translate("IncidentWords", "{minutes} min").format(minutes=minutes)
    if minutes < 48 * 60:
        return translate("IncidentWords", "{hours} h").format(hours=minutes // 60)
    return translate("IncidentWords", "{days} d").format(days=minutes // (24 * 60))


def listed(parts: Iterable[str]) -> str:
    """甲、乙、丙; one, two, three."""
    shown = ""
    for part in parts:
        shown = translate("IncidentWords", "{one}, {other}").format(one=shown, other=part) if shown else part
    return shown


def lateness(seconds: float) -> str:
    """超时 4 分钟: a fact about time, never about intent; the minute that has begun counts."""
    return translate("IncidentWords", "{length} late").format(length=length(seconds, begun=True))


def left(seconds: float) -> str:
    """剩 18 分钟."""
    return translate("IncidentWords", "{length} left").format(length=length(seconds))


def timeliness(owed: Obligation, moment: datetime) -> tuple[str, str]:
    """What a report sent at `moment` is against this limit, and its tone: 按时，余 7 分钟; 超时 4 分钟."""
    spare = (owed.due_at - moment).total_seconds()
    if spare < 0:
        return lateness(spare), "severe"
    return translate("IncidentWords", "{length} early").format(length=rough_length(spare)), "good"


def is_soon(owed: Obligation, now: datetime) -> bool:
    """Whether an open limit has reached its first alarm step."""
    item = DueItem("", "", "", owed.starts_at, owed.due_at)
    return owed.is_open and step_at(item, now, _POLICY) is not None


def state_look(owed: Obligation, now: datetime) -> tuple[str, str, str]:
    """Icon, word and tone of a limit's state."""
    state = owed.state(now)
    if state is ObligationState.PENDING and is_soon(owed, now):
        return "alarm-clock", translate("IncidentWords", "due soon"), "severe"
    return {
        ObligationState.PENDING: ("clock", translate("IncidentWords", "owed"), "muted"),
        ObligationState.MET: ("check", translate("IncidentWords", "sent"), "good"),
        ObligationState.LATE: ("check", translate("IncidentWords", "sent late"), "severe"),
        ObligationState.OVERDUE: ("circle-alert", translate("IncidentWords", "overdue"), "extreme"),
        ObligationState.WAIVED: ("minus", translate("IncidentWords", "waived"), "muted"),
    }[state]


def arrow(owed: Obligation) -> str:
    """续报二 → 市应急管理局."""
    return f"{obligation_name(owed)} → {owed.recipient}"


def counted_from(owed: Obligation) -> str:
    """发生起 60 分钟; nothing for a follow-up, which counts from the report before it."""
    if owed.sequence:
        return translate("IncidentWords", "follow-up")
    minutes = owed.minutes
    size = (
        translate("IncidentWords", "{minutes} min").format(minutes=minutes) if minutes <= 100 else length(minutes * 60)
    )
    return translate("IncidentWords", "{length} from {start}").format(start=word(owed.clock), length=size)


def due_line(owed: Obligation, base: datetime, zone: tzinfo) -> str:
    """应于 05:52 · 定级起 60 分钟."""
    due = translate("IncidentWords", "due {time}").format(time=when(owed.due_at, base, zone))
    return f"{due} · {counted_from(owed)}"
