"""The use cases of files: preview what a file would do, store it whole or not at all, write files for others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from duty_console.errors import InputProblem
from duty_console.exchange.model import capped
from duty_console.people.model import PersonFilter, UnitFilter
from duty_console.people.rules import tidy
from duty_console.roster import queries
from duty_console.roster.files.comparing import Roster as Standing
from duty_console.roster.files.comparing import compared, key_of, planned
from duty_console.roster.files.gathering import Room as FileRoom
from duty_console.roster.files.names import Directory, read_names
from duty_console.roster.files.roster_sheet import read_roster
from duty_console.roster.model import DEFAULT_PATTERN, AssignmentSource

if TYPE_CHECKING:
    from pathlib import Path

    from duty_console.database.engine import Database
    from duty_console.people.model import Person
    from duty_console.people.service import People
    from duty_console.room.service import Room
    from duty_console.roster.files.model import PeopleDraft, RosterDraft
    from duty_console.roster.model import Shift
    from duty_console.roster.service import Roster

_MOST_MONTHS = 36


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
        if dates:
            draft = compared(draft, read.blanks, self._standing(min(dates), max(dates), persons))
        return replace(draft, problems=capped(draft.problems), warnings=capped(draft.warnings))

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

    # Persons in

    def preview_people(self, path: Path) -> PeopleDraft:
        """Return what importing persons would do; nothing is stored. Raises as `preview` does."""
        from duty_console.exchange.reading import read_workbook
        from duty_console.roster.files.people_sheet import Book, read_people

        units = self._people.units(UnitFilter(with_left=True))
        in_use = [unit for unit in units if unit.active]
        gone = [unit.name for unit in units if not unit.active]
        persons = self._people.persons(PersonFilter(with_left=True))
        draft = read_people(read_workbook(path), Book(persons, in_use, gone))
        return replace(draft, problems=capped(draft.problems), warnings=capped(draft.warnings))

    def store_people(self, draft: PeopleDraft) -> tuple[Person, ...]:
        """Add all persons of a draft, and the units that are missing: all or nobody.

        Raises InputProblem `import_has_problems`, and as `People.add_many` does where the book changed meanwhile.
        """
        from duty_console.roster.files.people_sheet import unit_entry

        if draft.problems:
            raise InputProblem("file", "import_has_problems", count=len(draft.problems))
        units = [unit_entry(name) for name in draft.units]
        return self._people.add_many(units, [(each.entry, each.unit) for each in draft.persons])

    # Out

    def export_roster(self, path: Path, first: date, last: date, *, phones: bool = False) -> None:
        """Write the roster of these dates as a workbook, a sheet for each month.

        Raises InputProblem `dates_wrong`, EnvironmentProblem `paper_unwritable`.
        """
        from duty_console.exchange.writing import write_workbook
        from duty_console.roster.files.roster_out import roster_sheet

        names = {each.id: each.display for each in self._people.persons(PersonFilter(with_left=True))}
        room, zone = self._roster.room_name(), self._room.zone()
        tables = [self._roster.span(*part) for part in _months(first, last)]
        if not tables:
            raise InputProblem("last", "dates_wrong", first=first, last=last)
        write_workbook(path, [roster_sheet(table, room, names, zone, phones=phones) for table in tables])

    def export_people(self, path: Path, wanted: PersonFilter | None = None) -> int:
        """Write the persons wanted as a workbook; return how many. Raises EnvironmentProblem `paper_unwritable`."""
        from duty_console.exchange.writing import write_workbook
        from duty_console.roster.files.people_out import people_sheet

        persons = self._people.persons(wanted)
        write_workbook(path, [people_sheet(persons, self._roster.room_name(), self._room.zone())])
        return len(persons)

    def export_calendar(self, path: Path, person_id: int, first: date, last: date) -> int:
        """Write a person's duty on these dates as iCalendar; return how many turns it holds.

        Raises InputProblem `person_unknown`, `dates_wrong`, EnvironmentProblem `paper_unwritable`.
        """
        from duty_console.config import write_whole
        from duty_console.roster.files.agenda import Contact, agenda, turns_of

        person = self._people.person(person_id)
        stretches = self._roster.stretches(first, last)
        everyone = self._people.persons(PersonFilter(with_left=True))
        calendar = agenda(
            Contact(person.id, person.name, person.phone),
            stretches,
            {post.id: post for post in self._roster.posts(with_retired=True)},
            {each.id: Contact(each.id, each.display, each.phone) for each in everyone},
            room=self._roster.room_name(),
            zone=self._room.zone(),
            stamp=self._database.clock.now(),
        )
        write_whole(path, calendar, "paper_unwritable")
        return len(turns_of(person.id, stretches))

    def person_named(self, words: str) -> Person:
        """Return the active person that a name means, also `张三（区应急局）` or a name with a phone.

        Raises InputProblem `person_name_unknown` (`name`) and `person_name_ambiguous` (`name`, `choices`).
        """
        directory = Directory(self._people.persons())
        mentions = read_names(words, directory).mentions
        if len(mentions) != 1:
            raise InputProblem("person", "person_name_unknown", name=words)
        found = directory.match(mentions[0], self._database.clock.now())
        if found.person is None:
            code = "person_name_ambiguous" if found.code == "name_ambiguous" else "person_name_unknown"
            raise InputProblem("person", code, **{"name": words, **dict(found.values)})
        return found.person

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


def _months(first: date, last: date) -> list[tuple[date, date]]:
    """Return the parts of the months that the dates reach over."""
    found: list[tuple[date, date]] = []
    while first <= last and len(found) < _MOST_MONTHS:
        end = (first.replace(day=1) + timedelta(32)).replace(day=1) - timedelta(1)
        found.append((first, min(end, last)))
        first = end + timedelta(1)
    return found
