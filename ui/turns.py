"""When somebody else stands on duty with nothing written: a shift turns, a cover or a leave begins or ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from duty_console.roster.model import Shift
    from duty_console.roster.service import Roster


def next_turn(roster: Roster, at: datetime, shift: Shift | None, following: Shift | None) -> datetime | None:
    """Return the first moment after `at` at which who is on duty may change by itself; off the GUI thread."""
    if shift is None:
        return following.starts_at if following is not None else None
    lying = (*roster.covers(shift.date, shift.date), *roster.leaves(shift.starts_at, shift.ends_at))
    moments = [moment for each in lying for moment in (each.starts_at, each.ends_at) if moment > at]
    return min([shift.ends_at, *moments])
