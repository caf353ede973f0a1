"""When an alarm reaches which step. Pure: absolute times in, absolute times out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duty_console.alarms.model import AlarmPolicy, AlarmStep, DueItem

if TYPE_CHECKING:
    from datetime import datetime

_TICK_STEPS = (AlarmStep.OVERDUE, AlarmStep.DUE, AlarmStep.WARNING, AlarmStep.NOTICE)


def moments(item: DueItem, policy: AlarmPolicy) -> dict[AlarmStep, datetime]:
    """Return when each step begins. Due begins at the limit itself: reporting in that moment is still on time."""
    length = item.due_at - item.starts_at
    return {
        AlarmStep.NOTICE: item.due_at - min(policy.notice, length * policy.notice_share),
        AlarmStep.WARNING: item.due_at - min(policy.warning, length * policy.warning_share),
        AlarmStep.DUE: item.due_at,
        AlarmStep.OVERDUE: item.due_at + policy.escalation,
    }


def step_at(item: DueItem, now: datetime, policy: AlarmPolicy) -> tuple[AlarmStep, datetime] | None:
    """Return the item's step and since when it stands there, or None while there is still time."""
    begins = moments(item, policy)
    return next(((step, begins[step]) for step in _TICK_STEPS if now >= begins[step]), None)


def next_moment(item: DueItem, now: datetime, policy: AlarmPolicy) -> datetime | None:
    """Return when the item's step changes next; None once it stands at the last."""
    return min((moment for moment in moments(item, policy).values() if moment > now), default=None)
