"""The papers of the roster: exactly what is on screen, as a draft or as final; and a person's calendar file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from duty_console.roster.paper_words import DRAFT, PaperState, final_state
from ui.roster.shown import Shown, View

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from duty_console.errors import DutyError
    from duty_console.roster.personal import PersonSheet
    from ui.roster.context import PageContext
    from ui.roster.reading import RosterReading
    from ui.widgets import Banner


class RosterPapers(QObject):
    """A roster is final only when somebody verified every number that is printed on it."""

    def __init__(self, context: PageContext, banner: Banner, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._banner, self._page = context, banner, page

    def ask(self, shown: Shown, reading: RosterReading, sheet: PersonSheet | None, *, final: bool) -> None:
        """Show the paper; as final only if it may be, else the names are told and the draft is offered."""
        if shown.view is View.PERSON:
            if sheet is not None:
                self._show(self._person_paper(sheet), self._name(shown, sheet.name))
            return
        if not final:
            self._show(self._paper(shown, reading, DRAFT), self._name(shown))
            return
        people, printed, zone = self._context.services.people, _printed_persons(reading), self._context.bench.zone

        def work() -> PaperState:
            return final_state((people.person(each) for each in printed), zone)

        def done(state: PaperState) -> None:
            self._show(self._paper(shown, reading, state), self._name(shown))

        def failed(problem: DutyError) -> None:
            self._banner.show_problem(
                problem,
                action=self.tr("Print as draft"),
                on_action=lambda: self.ask(shown, reading, sheet, final=False),
            )

        self._context.bench.jobs.run(work, done, failed, self, "read")

    def _show(self, make: Callable[[], bytes], name: str) -> None:
        self._banner.clear()
        self._context.bench.paper_requested.emit(make, f"{name}.pdf")

    def _name(self, shown: Shown, person: str = "") -> str:
        first, _last = shown.dates()
        if person:
            return self.tr("Duty of {name} {year}-{month}").format(
                name=person, year=first.year, month=f"{first.month:02}"
            )
        if shown.view is View.WEEK:
            return self.tr("Roster, week of {date}").format(date=first.isoformat())
        return self.tr("Roster {year}-{month}").format(year=first.year, month=f"{first.month:02}")

    def _paper(self, shown: Shown, reading: RosterReading, state: PaperState) -> Callable[[], bytes]:
        roster, week = self._context.services.roster, shown.view is View.WEEK
        at, zone = self._context.bench.clock.now(), str(self._context.bench.zone)

        def make() -> bytes:
            if week:  # ReportLab takes a quarter of a second
                from duty_console.roster.week_paper import week_pdf as paper
            else:
                from duty_console.roster.paper import roster_pdf as paper
            return paper(
                reading.table,
                roster.room_name(),
                at=at,
                zone=zone,
                state=state,
                leaves=reading.leaves,
                corrections=reading.corrections,
            )

        return make

    def _person_paper(self, sheet: PersonSheet) -> Callable[[], bytes]:
        roster, at, zone = self._context.services.roster, self._context.bench.clock.now(), str(self._context.bench.zone)

        def make() -> bytes:
            from duty_console.roster.person_paper import person_pdf  # ReportLab takes a quarter of a second

            return person_pdf(sheet, roster.room_name(), at=at, zone=zone)

        return make

    # -- the calendar file ----------------------------------------------------------------------

    def export_calendar(self, person_id: int, first: date, last: date) -> None:
        """Ask where to, then write a person's shifts as iCalendar."""
        person = self._context.persons.person(person_id)
        start = str(Path.home() / f"{person.name if person is not None else person_id}.ics")
        chosen, _kind = QFileDialog.getSaveFileName(
            self._page, self.tr("Save as iCalendar"), start, "iCalendar (*.ics)"
        )
        if chosen:
            self.save_calendar(Path(chosen), person_id, first, last)

    def save_calendar(self, path: Path, person_id: int, first: date, last: date) -> None:
        """Write the file whole or not at all."""
        path = path if path.suffix.lower() == ".ics" else path.with_name(path.name + ".ics")
        services = self._context.services
        self._context.bench.jobs.run(
            lambda: services.files().export_calendar(path, person_id, first, last),
            lambda _nothing: self._context.bench.note(self.tr("Saved: {path}").format(path=path)),
            self._banner.show_problem,
            self,
        )


def _printed_persons(reading: RosterReading) -> list[int]:
    """Everybody on the paper, in its order, once."""
    found: dict[int, None] = {}
    for row in reading.table.rows:
        for cell in row.cells:
            found.update((each.person_id, None) for each in cell.persons)
            found.update((mark.cover.person_id, None) for mark in cell.covers)
    return list(found)
