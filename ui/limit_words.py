"""How a limit stands, in words: what is left of it, what it counts from, which step of the alarm it has reached."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from PySide6.QtCore import QCoreApplication

from duty_console.alarms.model import AlarmPolicy, DueItem
from duty_console.alarms.rules import step_at
from duty_console.limits.model import ClockStart, Obligation
from ui.widgets.countdown import clock_figures

DueState = Literal["pending", "soon", "overdue"]


def due_state(owed: Obligation, now: datetime, policy: AlarmPolicy) -> DueState:
    """Where an open obligation stands by time: soon from the notice step on, overdue past its limit."""
    if now > owed.due_at:
        return "overdue"
    item = DueItem("", "", "", owed.starts_at, owed.due_at)
    return "pending" if step_at(item, now, policy) is None else "soon"


def left_words(due_at: datetime, now: datetime) -> str:
    """剩 18:04, 超时 04:56, beyond four days 剩 30 天."""
    seconds = int((due_at - now).total_seconds() // 1)
    if abs(seconds) >= 100 * 3600:
        days = abs(seconds) // 86_400
        shown = QCoreApplication.translate("LimitWords", "{days} days").format(days=days)
    else:
        shown = clock_figures(seconds)
    if seconds < 0:
        return QCoreApplication.translate("LimitWords", "over {length}").format(length=shown)
    return QCoreApplication.translate("LimitWords", "{length} left").format(length=shown)


def length_words(minutes: int) -> str:
    """60 分钟, 2 小时, 30 天; 90 分钟 stays in minutes."""
    translate = QCoreApplication.translate
    if minutes >= 2 * 1440 and minutes % 1440 == 0:
        return translate("LimitWords", "{days} days").format(days=minutes // 1440)
    if minutes >= 120 and minutes % 60 == 0:
        return translate("LimitWords", "{hours} hours").format(hours=minutes // 60)
    return translate("LimitWords", "{minutes} min").format(minutes=minutes)


def basis_words(owed: Obligation) -> str:
    """发生起 60 分钟: what the limit counts from, and how long it is; a follow-up at a time of day says so."""
    translate = QCoreApplication.translate
    if owed.sequence > 0:
        return owed.note or translate("LimitWords", "after the last report")
    starts = {
        ClockStart.OCCURRED: translate("LimitWords", "{length} from occurrence"),
        ClockStart.RECEIVED: translate("LimitWords", "{length} from receipt"),
        ClockStart.VERIFIED: translate("LimitWords", "{length} from verification"),
        ClockStart.CLASSIFIED: translate("LimitWords", "{length} from grading"),
    }
    return starts[owed.clock].format(length=length_words(owed.minutes))


def half_hour(owed: Obligation, now: datetime) -> bool:
    """Whether it ends within the next 30 minutes."""
    return timedelta(0) <= owed.due_at - now <= timedelta(minutes=30)
