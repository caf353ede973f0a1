"""Giving the roster away: as a workbook, as a calendar file for one person, as paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from duty_console.errors import DutyError, InputProblem
from ui.problems import words_for
from ui.roster.panel import RosterPanel
from ui.roster.person_field import PersonField
from ui.theme import theme
from ui.widgets import Button, DateField, FieldRow, Line, SectionHeader, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.roster.context import PageContext

_LABEL = 64


class ExportPanel(RosterPanel):
    """The dates shown are offered; each kind has its own button."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        first, last = context.shown
        self.first, self.last = DateField(_qdate(first)), DateField(_qdate(last))
        self._untouched = True
        self._from = FieldRow("", self.first, label_width=_LABEL)
        self._to = FieldRow("", self.last, label_width=_LABEL)
        self._excel_head, self._calendar_head, self._paper_head = (SectionHeader("") for _ in range(3))
        self._excel_note, self._calendar_note, self._paper_note = (
            Text("", "label", "muted", wrap=True) for _ in range(3)
        )
        self.phones = QCheckBox()
        self.excel, self.people = Button("", kind="primary", icon="download"), Button("", icon="users")
        self.person = PersonField()
        self.person.setMinimumHeight(theme().px(32))
        self._person_row = FieldRow("", self.person, label_width=_LABEL)
        self.calendar, self.paper = Button("", icon="calendar"), Button("", icon="printer", hint="Ctrl+P")
        left = Qt.AlignmentFlag.AlignLeft
        for part in (self._from, self._to, Line(), self._excel_head, self._excel_note, self.phones):
            self.column.addWidget(part)
        self.column.addWidget(self.excel, 0, left)
        self.column.addWidget(self.people, 0, left)
        for part in (Line(), self._calendar_head, self._calendar_note, self._person_row):
            self.column.addWidget(part)
        self.column.addWidget(self.calendar, 0, left)
        for part in (Line(), self._paper_head, self._paper_note):
            self.column.addWidget(part)
        self.column.addWidget(self.paper, 0, left)
        self._connect()
        self._on_page()
        self.retranslate()

    def _connect(self) -> None:
        self.excel.clicked.connect(self._ask_excel)
        self.people.clicked.connect(self._ask_people)
        self.calendar.clicked.connect(self._ask_calendar)
        self.person.returnPressed.connect(self._ask_calendar)
        self.paper.clicked.connect(self._show_paper)
        self.first.dateChanged.connect(lambda _day: self._on_dates())
        self.last.dateChanged.connect(lambda _day: self._on_dates())
        self.person.persons_changed.connect(lambda: self._person_row.set_problem(None))
        self.context.changed.connect(self._on_page)

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("Export"))
        self._from.set_label(self.tr("From"))
        self._to.set_label(self.tr("To"))
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        self._excel_head.set(self.tr("Excel"))
        self._excel_note.setText(self.tr("A sheet for each month, as it stands now, with covers applied."))
        self.phones.setText(self.tr("With phone numbers"))
        self.excel.setText(self.tr("Save the roster"))
        self.people.setText(self.tr("Save the persons"))
        self._calendar_head.set(self.tr("Calendar of one person"))
        self._calendar_note.setText(
            self.tr("A file for the person's own phone: every duty with post, place and partner.")
        )
        self._person_row.set_label(self.tr("Whose"))
        self.person.setPlaceholderText(self.tr("Name or initials"))
        self.calendar.setText(self.tr("Save as iCalendar"))
        self._paper_head.set(self.tr("PDF"))
        self._paper_note.setText(self.tr("The month shown, as it is printed: look at it first, then save or print."))
        self.paper.setText(self.tr("Show the paper"))

    def _on_page(self) -> None:
        self.person.set_book(self.context.persons)
        if self._untouched:
            for field, day in zip((self.first, self.last), self.context.shown, strict=True):
                field.blockSignals(True)
                field.setDate(_qdate(day))
                field.blockSignals(False)

    def _on_dates(self) -> None:
        self._untouched = False
        self._to.set_problem(None)

    def refresh(self) -> None:
        self._on_page()

    def span(self) -> tuple[date, date]:
        """The dates, as entered."""
        return _day(self.first.date()), _day(self.last.date())

    # -- asking where to ----------------------------------------------------------------------------

    def _ask(self, title: str, name: str, kind: str, suffix: str, take: Callable[[Path], None]) -> None:
        """Ask for the place; the console goes on behind the dialog."""
        dialog = QFileDialog(self, title, str(Path.home() / name), kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: take(Path(chosen)))
        dialog.open()

    def _ask_excel(self) -> None:
        first, last = self.span()
        name = self.tr("Roster {first} to {last}").format(first=first.isoformat(), last=last.isoformat())
        kind = self.tr("Excel workbook (*.xlsx)")
        self._ask(self.tr("Save the roster"), f"{name}.xlsx", kind, "xlsx", self.save_roster)

    def _ask_people(self) -> None:
        name, kind = self.tr("Persons"), self.tr("Excel workbook (*.xlsx)")
        self._ask(self.tr("Save the persons"), f"{name}.xlsx", kind, "xlsx", self.save_people)

    def _ask_calendar(self) -> None:
        person = self.person.person()
        if person is None:
            self._person_row.set_problem(self.person.problem() or self.tr("Whose calendar?"))
            self.person.setFocus(Qt.FocusReason.OtherFocusReason)
            return

        def take(path: Path) -> None:
            self.save_calendar(path, person.id)

        self._ask(self.tr("Save as iCalendar"), f"{person.name}.ics", "iCalendar (*.ics)", "ics", take)

    # -- writing ------------------------------------------------------------------------------------

    def save_roster(self, path: Path) -> None:
        """Write the roster of the dates as a workbook."""
        services, (first, last), phones = self.services, self.span(), self.phones.isChecked()
        self._write(lambda: services.files().export_roster(path, first, last, phones=phones), path)

    def save_people(self, path: Path) -> None:
        """Write everybody in the directory as a workbook."""
        services = self.services
        self._write(lambda: services.files().export_people(path), path)

    def save_calendar(self, path: Path, person_id: int) -> None:
        """Write a person's duty of the dates as iCalendar."""
        services, (first, last) = self.services, self.span()
        self._write(lambda: services.files().export_calendar(path, person_id, first, last), path)

    def _write(self, work: Callable[[], object], path: Path) -> None:
        def failed(problem: DutyError) -> None:
            if isinstance(problem, InputProblem) and problem.code == "dates_wrong":
                self._to.set_problem(str(words_for(problem)))
            else:
                self.banner.show_problem(problem)

        self.run(work, lambda _done: self.bench.note(self.tr("Saved: {path}").format(path=path)), failed)

    def _show_paper(self) -> None:
        roster, (first, _last) = self.services.roster, self.context.shown
        at, zone = self.bench.clock.now(), str(self.bench.zone)

        def make() -> bytes:
            from duty_console.roster.paper import roster_pdf  # ReportLab takes a quarter of a second

            table = roster.month(first.year, first.month)
            return roster_pdf(table, roster.room_name(), at=at, zone=zone, lying=True)

        name = self.tr("Roster {year}-{month}").format(year=first.year, month=f"{first.month:02}")
        self.bench.paper_requested.emit(make, f"{name}.pdf")


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _day(chosen: QDate) -> date:
    return date(chosen.year(), chosen.month(), chosen.day())
