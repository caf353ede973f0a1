"""The use cases of files: preview what a file would do, store it whole or not at all, write files for others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from duty_console.errors import InputProblem
from duty_console.people.model import PersonFilter
from duty_console.people.rules import tidy
from duty_console.roster import queries
from duty_console.roster.files.comparing import Roster as Standing
from duty_console.roster.files.comparing import compared, key_of, planned
from duty_console.roster.files.gathering import Room as FileRoom
from duty_console.roster.files.names import Directory
from duty_console.roster.files.roster_sheet import read_roster
from duty_console.roster.model import DEFAULT_PATTERN, AssignmentSource

if TYPE_CHECKING:
    from pathlib import Path

    from duty_console.database.engine import Database
    from duty_console.people.model import Person
    from duty_console.people.service import People
    from duty_console.room.service import Room
    from duty_console.roster.files.model import RosterDraft
    from duty_console.roster.model import Shift
    from duty_console.roster.service import Roster


class RosterFiles:
    """Rosters and persons in and out of files."""

    def __init__(self, database: Database, room: Room, roster: Roster, people: People) -> None:
        self._database = database
        self._room = room
        self._roster = roster
        self._people = people

    # Rosters in

    def preview(self, path: Path, correction_reason: str = "") -> RosterDraft:
        """Return what importing a roster would do; nothing is stored.

        Raises InputProblem and EnvironmentProblem as `read_workbook` does; what is wrong inside stands in the draft.
        """
        from duty_console.exchange.reading import read_workbook

        reason = tidy("correction_reason", correction_reason, 200)
        persons = self._people.persons(PersonFilter(with_left=True))
        read = read_roster(read_workbook(path), self._known(persons))
        draft = replace(read.draft, correction_reason=reason)
        dates = [*draft.dates, *(key[0] for key, _ in read.blanks)]
        if not dates:
            return draft
        return compared(draft, read.blanks, self._standing(min(dates), max(dates), persons))

    def store(self, draft: RosterDraft) -> int:
        """Store a draft: all its cells or none; return how many were changed.

        Raises InputProblem `import_has_problems` (`count`), `import_empty`, and as `Roster.assign_all` does where
        the roster was changed since the preview.
        """
        if draft.problems:
            raise InputProblem("file", "import_has_problems", count=len(draft.problems))
        if not draft.cells:
            raise InputProblem("file", "import_empty")
        with self._database.write("import_roster") as session:
            stands = planned(queries.assignments(session, draft.dates[0], draft.dates[-1]))
            changed = [each for each in draft.entries if stands.get(key_of(each), ()) != each.person_ids]
            self._roster.assign_in(session, changed, draft.correction_reason, AssignmentSource.IMPORT)
            return len(changed)

    def _known(self, persons: tuple[Person, ...]) -> FileRoom:
        timetable = self._roster.timetable()
        patterns = (DEFAULT_PATTERN, *timetable.patterns)
        slots = [slot for pattern in patterns for slot in pattern.shifts]
        held: dict[date, tuple[Shift, ...]] = {}

        def shifts_of(day: date) -> tuple[Shift, ...]:
            if day not in held:
                held[day] = timetable.shifts_of(day)
            return held[day]

        today = self._database.clock.now().astimezone(self._room.zone()).date()
        posts = self._roster.posts(with_retired=True)
        return FileRoom(posts, Directory(persons), slots, shifts_of, today)

    def _standing(self, first: date, last: date, persons: tuple[Person, ...]) -> Standing:
        timetable, zone = self._roster.timetable(), self._room.zone()
        days = (first + timedelta(number) for number in range((last - first).days + 1))
        start = datetime.combine(first, time(), zone)
        return Standing(
            self._roster.assignments(first, last),
            self._roster.covers(first, last),
            self._roster.leaves(start, datetime.combine(last + timedelta(3), time(), zone)),
            {(shift.date, shift.name): shift for day in days for shift in timetable.shifts_of(day)},
            {each.id: each.display for each in persons},
            {post.id: post.name for post in self._roster.posts(with_retired=True)},
            self._database.clock.now(),
        )
