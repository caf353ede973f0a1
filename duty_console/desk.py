"""The desk: opens the database and hands out the services.

The one object that the desktop, the command line and tests get.
"""

from __future__ import annotations

import getpass
import platform
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from duty_console.alarms.service import Alarms
from duty_console.alarms.waker import Waker
from duty_console.changes import Changes
from duty_console.clock import Clock, ClockJump, SystemClock, jump_words
from duty_console.config import DataFolder, sqlite_url
from duty_console.database.engine import Database, Identity
from duty_console.database.migrations import prepare_schema
from duty_console.dutylog.service import DutyLog
from duty_console.incidents.service import Incidents
from duty_console.journal import recorder
from duty_console.journal.service import Journal
from duty_console.journal.tables import create_triggers
from duty_console.limits.service import Limits
from duty_console.room.service import Room
from duty_console.roster.service import Roster

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from duty_console.alarms.model import AlarmBoard
    from duty_console.handover.service import Handover
    from duty_console.people.service import People
    from duty_console.reports.service import Reports
    from duty_console.roster.attendance.service import Attendance
    from duty_console.roster.files.service import RosterFiles
    from duty_console.roster.rotation.service import Rotation
    from duty_console.roster.substitution.service import Substitution


class Desk:
    """Every service of one duty room, on one database.

    Those that the first page shows nothing of are made when first asked for: a start is waited for, they are not.
    """

    def __init__(self, folder: DataFolder, database: Database, clock: Clock) -> None:
        self.folder = folder
        self.database = database
        self.clock = clock
        self.changes = database.changes
        self.identity = database.identity
        self.room = Room(database)
        self.roster = Roster(database, self.room)
        self.journal = Journal(database, load_tables)
        self.limits = Limits(database, self.room)
        self.dutylog = DutyLog(database)
        self.incidents = Incidents(database, self.limits)
        self.limits.logbook = self.incidents
        self.alarms = Alarms(database, [self.limits], self.incidents)

    @cached_property
    def people(self) -> People:
        """The address book."""
        from duty_console.people.service import People

        return People(self.database)

    @cached_property
    def rotation(self) -> Rotation:
        """Who takes which turn."""
        from duty_console.roster.rotation.service import Rotation

        return Rotation(self.database, self.room, self.roster)

    @cached_property
    def roster_files(self) -> RosterFiles:
        """Rosters and persons in and out of files."""
        from duty_console.roster.files.service import RosterFiles

        return RosterFiles(self.database, self.room, self.roster, self.people)

    @cached_property
    def reports(self) -> Reports:
        """What was sent."""
        from duty_console.reports.service import Reports

        return Reports(self.database, self.limits)

    @cached_property
    def handover(self) -> Handover:
        """The change of shift."""
        from duty_console.handover.service import Handover

        return Handover(self.database, self.room, self.roster, self.limits)

    @cached_property
    def substitution(self) -> Substitution:
        """Covers, swaps and leaves."""
        from duty_console.roster.substitution.service import Substitution

        return Substitution(self.database, self.room, self.roster)

    @cached_property
    def attendance(self) -> Attendance:
        """Sign-ins, and who is off post."""
        from duty_console.roster.attendance.service import Attendance

        return Attendance(self.database, self.room, self.roster)

    @classmethod
    def open(cls, folder: Path, clock: Clock | None = None, url: str | None = None) -> Desk:
        """Open the data folder, creating or migrating what it holds.

        Raises EnvironmentProblem for a folder or database that cannot be used; nothing is changed then.
        """
        data, now = DataFolder(folder), clock or SystemClock()
        data.prepare()
        identity = Identity(_login(), platform.node()[:64])
        database = Database(url or sqlite_url(data.database), now, identity, Changes())
        recorder.attach(database.sessions)
        try:
            prepare_schema(database, create_triggers, load_tables)
        except BaseException:
            database.close()
            raise
        return cls(data, database, now)

    def waker(self, on_board: Callable[[AlarmBoard], None]) -> Waker:
        """Return the alarm clock of this desk, not yet started; what happens to the clock goes into the log."""
        return Waker(self.alarms, self.clock, on_board, self._on_jump)

    def _on_jump(self, jump: ClockJump) -> None:
        self.dutylog.record_clock_event(jump_words(jump))

    def close(self) -> None:
        """End what runs and give the database back."""
        self.database.close()

    def __enter__(self) -> Desk:
        """Give the desk itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()


ROOMS_WITH_TABLES = (
    "alarms",
    "dutylog",
    "handover",
    "incidents",
    "limits",
    "people",
    "reports",
    "room",
    "roster",
    "roster.attendance",
    "roster.rotation",
    "roster.substitution",
)


def load_tables() -> None:
    """Map every table, for who makes, changes or checks the whole database; else each room maps its own."""
    for room in ROOMS_WITH_TABLES:
        import_module(f"duty_console.{room}.tables")


def _login() -> str:
    try:
        return getpass.getuser()[:64]
    except (OSError, KeyError):
        return "?"
