"""A real desk on a file database, with a clock that the test moves: what tests of services stand on."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.incidents.model import NewIncident
from duty_console.limits.model import Channel, EventClass, ReportKind
from duty_console.reports.model import NewReport, ReportOutcome
from duty_console.room.model import DutyRoom

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from duty_console.incidents.model import RecordedIncident

BEIJING = timezone(timedelta(hours=8))
MORNING = datetime(2026, 10, 14, 15, 10, tzinfo=BEIJING)
MINUTE, HOUR, SECOND = timedelta(minutes=1), timedelta(hours=1), timedelta(seconds=1)


class Room:
    """A desk, its clock, and short words for what officers do all the time."""

    def __init__(self, desk: Desk, clock: FakeClock) -> None:
        self.desk = desk
        self.clock = clock

    def intake(self, event_class: EventClass = EventClass.ACCIDENT, **facts: object) -> RecordedIncident:
        """Take an incident down that is received now."""
        known = {"received_at": self.clock.now(), **facts}
        return self.desk.incidents.record(NewIncident(event_class, **known))  # type: ignore[arg-type]

    def report(
        self,
        number: str,
        recipient: str,
        channel: Channel = Channel.PHONE,
        kind: ReportKind = ReportKind.INITIAL,
        **more: object,
    ) -> ReportOutcome:
        """Send a report."""
        return self.desk.reports.record(NewReport(number, kind, channel, recipient, **more))  # type: ignore[arg-type]

    def reopen(self) -> None:
        """Close the desk and open it again on the same folder with the same clock."""
        folder = self.desk.folder.path
        self.desk.close()
        self.desk = Desk.open(folder, self.clock)

    def rows(self, table: str) -> int:
        """Count a table's rows."""
        with self.desk.database.connection() as connection:
            return connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()


@contextmanager
def opened(
    folder: Path, *presets: str, at: datetime = MORNING, level: str = "county", zone: str = "Asia/Shanghai"
) -> Iterator[Room]:
    """Open a duty room on a folder with these rule sets; the desk of the moment is closed at the end."""
    clock = FakeClock(at)
    room = Room(Desk.open(folder, clock), clock)
    try:
        if presets:
            room.desk.room.describe(DutyRoom("云河区总值班室", level, presets, zone=zone))
            room.desk.limits.choose_presets(presets)
        yield room
        found = room.desk.journal.verify()
        assert found.ok, found.problems[:3]
    finally:
        room.desk.close()
