"""How things stand right now, for the frame: who is on duty, what kind of day it is, the next limit, the journal's end.

Read by one job when something changed, when the shift or the day turns, never once a second.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from datetime import date, datetime

    from duty_console.changes import Change
    from duty_console.desk import Desk
    from duty_console.errors import DutyError
    from duty_console.limits.model import Obligation
    from duty_console.roster.model import CalendarDay, OnDuty, Shift
    from ui.workbench import Workbench

WATCHED = frozenset(
    {"duty_room", "assignment", "post", "shift_pattern", "calendar_day", "person", "obligation", "incident", "report"}
    | {"duty_cover", "duty_leave"}
)
"""The tables whose changes move what the strip shows; of the others only the journal number matters."""


@dataclass(frozen=True, slots=True)
class Standing:
    """All that the strip shows of the record, read at `duty.at`. `next_number` is the incident of `next_owed`."""

    duty: OnDuty
    day: CalendarDay
    next_shift: Shift | None
    next_number: str
    next_owed: Obligation | None
    journal_seq: int
    turns_at: datetime | None = None
    """When somebody else is on duty by itself: the shift turns, a cover or a leave begins or ends."""


def read_standing(desk: Desk, at: datetime, today: date) -> Standing:
    """Ask the services; off the GUI thread."""
    owed = desk.limits.next_due(1)
    number, first = owed[0] if owed else ("", None)
    duty, following, turns_at = desk.roster.outlook(at)
    return Standing(duty, desk.roster.day(today), following, number, first, desk.journal.head().seq, turns_at)


class StandingKeeper(QObject):
    """Keeps the standing fresh: `stood(Standing)` with every new one, `bench.duty_changed` when the duty moved."""

    stood = Signal(object)

    def __init__(self, desk: Desk, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bench = bench
        self._duty: tuple[object, ...] | None = None
        self._asked_for: date | None = None
        self.standing: Standing | None = None
        bench.changed.connect(self._on_changed)
        bench.ticked.connect(self._on_ticked)

    def refresh(self) -> None:
        """Read again."""
        desk, now = self._desk, self._bench.clock.now()
        today = now.astimezone(self._bench.zone).date()
        self._asked_for = today
        self._bench.jobs.run(
            lambda: read_standing(desk, now, today),
            self._on_read,
            self._on_failed,
            lane="read",
            supersede="standing",
        )

    def _on_changed(self, change: Change) -> None:
        if change.tables & WATCHED:
            self.refresh()

    def _on_ticked(self, now: datetime) -> None:
        standing = self.standing
        if standing is None:
            return
        turn = standing.turns_at
        shift_turned = turn is not None and standing.duty.at < turn <= now
        day_turned = now.astimezone(self._bench.zone).date() != self._asked_for
        if shift_turned or day_turned or now < standing.duty.at:
            self.refresh()

    def _on_read(self, standing: Standing) -> None:
        self.standing = standing
        duty = (standing.duty.shift, standing.duty.leaders, standing.duty.officers, standing.duty.gaps)
        moved, self._duty = duty != self._duty, duty
        self.stood.emit(standing)
        if moved:
            self._bench.duty_changed.emit(standing.duty)

    def _on_failed(self, problem: DutyError) -> None:
        # what was shown stays; the next change or shift asks again
        self._bench.problem(problem)


def duty_key(duty: OnDuty) -> tuple[object, ...]:
    """What makes two answers the same shift: the date and name of the shift."""
    return (duty.shift.date, duty.shift.name) if duty.shift is not None else ()
