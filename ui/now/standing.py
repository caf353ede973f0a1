"""How what is in hand stands at a moment: ready values for cards, header and wall board. Pure but for the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from duty_console.incidents.model import COUNTS, Casualties, IncidentCard
from duty_console.limits.model import Obligation, ObligationState
from ui.intake.grade_words import count_words
from ui.limit_words import due_state, half_hour, left_words
from ui.widgets.countdown import clock_figures
from ui.words import day_month, obligation_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, tzinfo

    from duty_console.alarms.model import AlarmPolicy
    from ui.widgets.chip import ChipState

RECIPIENT_MOST = 12
"""A role such as 上一级应急管理部门和… is cut on a chip; card, tooltip and incident page have it whole."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers of the header."""

    in_hand: int = 0
    overdue: int = 0
    soon: int = 0


def counts_of(cards: Iterable[IncidentCard], now: datetime) -> Counts:
    """Incidents in hand; limits that are over, and limits that end within 30 minutes."""
    in_hand = overdue = soon = 0
    for card in cards:
        in_hand += 1
        for owed in card.obligations:
            if owed.is_open:
                overdue += owed.state(now) is ObligationState.OVERDUE
                soon += half_hour(owed, now)
    return Counts(in_hand, overdue, soon)


def chip_of(
    owed: Obligation, now: datetime, zone: tzinfo, policy: AlarmPolicy, *, brief: bool = False
) -> tuple[ChipState, str, str]:
    """State, text and figure of an obligation's chip; `brief` names the recipient only where it presses."""
    standing = due_state(owed, now, policy) if owed.is_open else "pending"
    name = obligation_name(owed)
    if not brief or standing != "pending":
        name = f"{name} {_short(owed.recipient)}"
    translate = QCoreApplication.translate
    state = owed.state(now)
    if state is ObligationState.WAIVED:
        return "waived", name, translate("Standing", "waived")
    if owed.settled_at is not None and state is ObligationState.MET:
        return "met", name, short_when(owed.settled_at, now, zone)
    if owed.settled_at is not None:
        late = clock_figures(owed.late_seconds or 0)
        return "late", name, translate("Standing", "late by {length}").format(length=late)
    if standing == "overdue":
        return "overdue", name, translate("Standing", "due {clock}").format(clock=short_when(owed.due_at, now, zone))
    if standing == "soon":
        return "soon", name, left_words(owed.due_at, now)
    return "pending", name, short_when(owed.due_at, now, zone)


def chips_shown(card: IncidentCard, most_settled: int = 3) -> tuple[Obligation, ...]:
    """What a card shows of its obligations: everything open, and the newest of what is settled."""
    settled = [owed for owed in card.obligations if not owed.is_open and owed.settled_at is not None]
    settled.sort(key=lambda owed: owed.settled_at or owed.due_at)
    kept = settled[-most_settled:] + [owed for owed in card.obligations if owed.is_open]
    if not kept:
        kept = list(card.obligations[-most_settled:])
    return tuple(kept)


def facts_line(card: IncidentCard) -> str:
    """The one line of a card: who is hurt, and what was said."""
    incident = card.incident
    parts = [casualties_words(incident.casualties), " ".join(incident.summary.split())]
    return (
        QCoreApplication.translate("Standing", "{one}; {two}").format(one=parts[0], two=parts[1])
        if all(parts)
        else (parts[0] or parts[1] or incident.place)
    )


def casualties_words(casualties: Casualties) -> str:
    """The counts that are known and not nothing."""
    comma = QCoreApplication.translate("Standing", ", ")
    return comma.join(
        count_words(name, count) for name in COUNTS if (count := getattr(casualties, name)) is not None and count > 0
    )


def times_line(card: IncidentCard, now: datetime, zone: tzinfo) -> str:
    """发生 02:08，接报 02:14."""
    incident = card.incident
    translate = QCoreApplication.translate
    received = short_when(incident.received_at, now, zone)
    if incident.occurred_at is None:
        return translate("Standing", "received {received}").format(received=received)
    return translate("Standing", "happened {occurred}, received {received}").format(
        occurred=short_when(incident.occurred_at, now, zone), received=received
    )


def short_when(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """08:00 today, 13日 20:42 within three weeks, else only the day: what has room on a chip."""
    there, here = moment.astimezone(zone), now.astimezone(zone)
    if there.date() == here.date():
        return f"{there:%H:%M}"
    if abs((there.date() - here.date()).days) > 20:
        return day_month(there.date())
    return QCoreApplication.translate("Standing", "{day} {clock}").format(day=there.day, clock=f"{there:%H:%M}")


def _short(recipient: str) -> str:
    return recipient if len(recipient) <= RECIPIENT_MOST else recipient[: RECIPIENT_MOST - 1] + "…"
