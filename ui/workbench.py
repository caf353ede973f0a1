"""What every page shares besides its services: time, jobs, and the signals that run through the window.

Pages get the two or three services they need and this; never the whole desk. They react to its signals and never
poll.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from duty_console.clock import Clock
    from duty_console.errors import DutyError
    from ui.jobs import Jobs


class Workbench(QObject):
    """Signals in the past tense tell what happened; those ending in `requested` ask the frame for something.

    `changed(Change)` after every commit, here or at another desk; `ticked(datetime)` once a second, aware UTC;
    `board_changed(AlarmBoard)` when alarms change; `duty_changed(OnDuty)` when who is on duty changes;
    `roster_noticed(notices)` when the roster of the coming week was checked.
    """

    changed = Signal(object)
    ticked = Signal(object)
    board_changed = Signal(object)
    duty_changed = Signal(object)
    roster_noticed = Signal(object)

    incident_requested = Signal(str)
    """Show the incident of this number."""
    intake_requested = Signal()
    """Open an intake panel, as F2 does."""
    report_requested = Signal(str, int)
    """Record a report for this incident; the obligation's id, or 0 for none in particular."""
    page_requested = Signal(str)
    """Show the page of this key: now, incidents, roster, handover, people, log, settings.

    `roster:attendance` opens a panel of the page too.
    """
    paper_requested = Signal(object, str)
    """Preview a paper: a callable that returns PDF bytes (run off the GUI thread), and the suggested file name."""
    noted = Signal(str)
    """Say quietly that something was done; already translated."""
    problem_met = Signal(object)
    """Show a DutyError that no field of the page can show itself."""

    def __init__(self, clock: Clock, zone: ZoneInfo, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = clock
        self.zone = zone
        self.jobs = jobs

    def note(self, text: str) -> None:
        """Say quietly that something was done."""
        self.noted.emit(text)

    def problem(self, error: DutyError) -> None:
        """Show a problem in the frame's banner; fit as `failed=` of a job."""
        self.problem_met.emit(error)
