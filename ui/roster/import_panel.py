"""Importing a roster or persons from a workbook: what it would do is shown first; then all of it is stored, or none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.roster.files.model import PeopleDraft, RosterDraft
from ui.roster import import_rows
from ui.roster.entering import recorded
from ui.roster.import_rows import FileLine, ProblemRow
from ui.roster.named_days import span_words
from ui.roster.panel import RosterPanel, empty
from ui.theme import theme
from ui.widgets import (
    Button,
    ElidedText,
    FieldRow,
    IconText,
    Line,
    ListSource,
    SectionHeader,
    Segmented,
    TableBox,
    TableModel,
    Text,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from duty_console.errors import DutyError
    from duty_console.people.model import Person
    from ui.roster.context import PageContext
    from ui.roster.entering import Step
    from ui.roster.services import RosterServices

ROSTER, PEOPLE = "roster", "people"
NEEDS_REASON = frozenset({"shift_over", "shift_begun"})
"""What the past refuses without a reason."""
_SHOWN = 100
"""A file with more errors than these is better mended from the top."""


class ImportPanel(RosterPanel):
    """Choose a file, read what would happen, store. The file is only read, never changed."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.draft: RosterDraft | PeopleDraft | None = None
        self._path: Path | None = None
        px = theme().px
        self.kind = Segmented([(ROSTER, ""), (PEOPLE, "")], fill=True)
        self.kind.set_value(ROSTER)
        self.choose = Button("", kind="primary", icon="folder-open")
        self._file = ElidedText("", "dense", "muted")
        self._hint = Text("", "label", "muted", wrap=True)
        self._sheets = QVBoxLayout()
        self._sheets.setSpacing(px(2))
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.choose)
        line.addWidget(self._file, 1)
        self._verdict = IconText("", "", role="strong")
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self._reason_row = FieldRow("", self.reason, label_width=72)
        self._build_tables()
        self.column.addWidget(self.kind)
        self.column.addLayout(line)
        self.column.addWidget(self._hint)
        self.column.addLayout(self._sheets)
        for part in (self._verdict, self._reason_row, self._wrong_head):
            self.column.addWidget(part)
        self.column.addLayout(self._problems)
        self.column.addWidget(self._what_head)
        self.column.addWidget(self.cells)
        self.column.addWidget(self.persons)
        self.discard, self.store = Button("", kind="quiet"), Button("", kind="primary")
        self.add_footer(self.discard, self.store)
        self._connect()
        self.retranslate()

    def _build_tables(self) -> None:
        px = theme().px
        self._wrong_head, self._what_head = SectionHeader(""), SectionHeader("")
        self._problems = QVBoxLayout()
        self._problems.setSpacing(0)
        self.problem_rows: list[ProblemRow] = []
        self._sources: dict[str, ListSource[Any]] = {}
        self._models: dict[str, TableModel[Any]] = {}
        boxes: list[TableBox] = []
        for name, columns in self._columns().items():
            self._sources[name] = ListSource(columns)
            self._models[name] = TableModel(columns, self._sources[name], row_key=id, parent=self)
            box = TableBox(self._models[name], searchable=False, row_height=28)
            box.view.setMinimumHeight(px(150))
            boxes.append(box)
        self.cells, self.persons = boxes

    def _columns(self) -> dict[str, list[Any]]:
        return {"cells": import_rows.cell_columns(), "persons": import_rows.person_columns()}

    def _connect(self) -> None:
        self.choose.clicked.connect(self.ask_file)
        self.kind.changed.connect(lambda _kind: self.forget())
        self.reason.returnPressed.connect(self._read_again)
        self.store.clicked.connect(self.store_draft)
        self.discard.clicked.connect(self.forget)

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("Import"))
        self.kind.setAccessibleName(self.tr("What the file holds"))
        self.kind.set_options([(ROSTER, self.tr("Roster")), (PEOPLE, self.tr("Persons"))])
        self.choose.setText(self.tr("Choose a file"))
        self._reason_row.set_label(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Why past shifts are corrected, then Enter"))
        self.discard.setText(self.tr("Discard"))
        for name, columns in self._columns().items():
            self._sources[name].set_columns(columns)
            self._models[name].set_columns(columns)
        self._show()

    # -- reading ------------------------------------------------------------------------------------

    def ask_file(self) -> None:
        """Ask for the file; the console goes on behind the dialog."""
        dialog = QFileDialog(self, self.tr("Choose a workbook"), "", self.tr("Excel workbook (*.xlsx)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.open_file)
        dialog.open()

    def open_file(self, path: str) -> None:
        """Show what importing this file would do."""
        self._path = Path(path)
        self.reason.clear()
        self._read_again()

    def _read_again(self) -> None:
        path, services, reason = self._path, self.services, self.reason.text()
        if path is None:
            return
        people = self.kind.value() == PEOPLE

        def work() -> RosterDraft | PeopleDraft:
            files = services.files()
            return files.preview_people(path) if people else files.preview(path, reason)

        self.banner.clear()
        self._file.setText(path.name)
        self.read(work, self._on_draft, name="import")

    def _on_draft(self, draft: RosterDraft | PeopleDraft) -> None:
        self.draft = draft
        self._show()
        if self.store.isEnabled():
            self.store.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._reason_row.isVisibleTo(self):
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Put the file aside; nothing was stored."""
        self.draft, self._path = None, None
        self._file.setText("")
        self.banner.clear()
        self._show()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing ------------------------------------------------------------------------------------

    def _show(self) -> None:
        draft = self.draft
        self._show_hint()
        self._show_sheets(draft)
        problems = draft.problems if draft is not None else ()
        lines = import_rows.problem_lines(problems, draft.warnings) if draft is not None else []
        self._show_problems(lines)
        self._wrong_head.setVisible(bool(lines))
        self._wrong_head.set(self.tr("To look at"), count=str(len(lines)), note=self._counted(lines))
        asks = {each.code for each in problems} & NEEDS_REASON
        given = isinstance(draft, RosterDraft) and bool(draft.correction_reason)
        self._reason_row.setVisible(bool(asks) or given)
        count = self._show_content(draft)
        self._show_verdict(draft, count)
        self.footer.setVisible(draft is not None)
        self.discard.setVisible(draft is not None)
        self.store.setVisible(draft is not None)
        self.store.setEnabled(draft is not None and not problems and count > 0)
        self.store.setText(self.tr("Store all: {count}").format(count=count))

    def _show_hint(self) -> None:
        self._hint.setText(import_rows.hint_words(people=self.kind.value() == PEOPLE))
        self._hint.setVisible(self.draft is None)

    def _show_sheets(self, draft: RosterDraft | PeopleDraft | None) -> None:
        empty(self._sheets)
        if not isinstance(draft, RosterDraft):
            return
        for found in draft.sheets:
            self._sheets.addWidget(Text(import_rows.sheet_words(found), "dense", wrap=True))
            if heads := import_rows.heads_words(found):
                self._sheets.addWidget(Text(heads, "label", "muted", wrap=True))

    def _show_problems(self, lines: list[FileLine]) -> None:
        empty(self._problems)
        self.problem_rows = [ProblemRow(line) for line in lines[:_SHOWN]]
        for place, row in enumerate(self.problem_rows):
            if place:
                self._problems.addWidget(Line())
            self._problems.addWidget(row)
        if len(lines) > _SHOWN:
            more = self.tr("And {count} more").format(count=len(lines) - _SHOWN)
            self._problems.addWidget(Text(more, "label", "muted"))

    def _counted(self, lines: list[FileLine]) -> str:
        wrong = sum(1 for line in lines if line.wrong)
        return self.tr("errors {wrong}, warnings {doubts}").format(wrong=wrong, doubts=len(lines) - wrong)

    def _show_content(self, draft: RosterDraft | PeopleDraft | None) -> int:
        """Fill the table of what would be stored; return how much that is."""
        changed = [cell for cell in draft.cells if cell.changes] if isinstance(draft, RosterDraft) else []
        added = list(draft.persons) if isinstance(draft, PeopleDraft) else []
        self._fill("cells", changed)
        self._fill("persons", added)
        self.cells.setVisible(bool(changed))
        self.persons.setVisible(bool(added))
        self._what_head.setVisible(bool(changed or added))
        if isinstance(draft, PeopleDraft):
            units = self.tr("new units: {units}").format(units="、".join(draft.units)) if draft.units else ""
            self._what_head.set(self.tr("Persons to add"), count=str(len(added)), note=units)
            return len(added)
        dates = draft.dates if draft is not None else ()
        note = span_words(dates[0], dates[-1]) if dates else ""
        self._what_head.set(self.tr("Cells that change"), count=str(len(changed)), note=note)
        return len(changed)

    def _show_verdict(self, draft: RosterDraft | PeopleDraft | None, count: int) -> None:
        self._verdict.setVisible(draft is not None)
        if draft is None:
            return
        icon, tone, words = import_rows.verdict_of(draft, count)
        self._verdict.set(icon=icon, text=words, tone=tone, icon_tone=tone)

    def verdict(self) -> str:
        """The sentence over the tables."""
        return self._verdict.text()

    def _fill(self, name: str, rows: list[Any]) -> None:
        self._sources[name].set_rows(rows)
        self._models[name].refresh()

    # -- storing ------------------------------------------------------------------------------------

    def store_draft(self) -> None:
        """All of it, or nothing."""
        draft, services = self.draft, self.services
        if draft is None or draft.problems:
            return
        self.store.setEnabled(False)
        if isinstance(draft, PeopleDraft):
            self.run(lambda: services.files().store_people(draft), self._on_people, self._on_failed)
        else:
            self.run(lambda: _stored(services, draft), self._on_cells, self._on_failed)

    def _on_failed(self, problem: DutyError) -> None:
        self.store.setEnabled(True)
        self.banner.show_problem(problem)
        self.area.ensureWidgetVisible(self.banner)

    def _on_cells(self, answer: tuple[int, Step]) -> None:
        count, step = answer
        self.context.remember(step)
        self.bench.note(self.tr("Cells imported: {count}").format(count=count))
        self.forget()

    def _on_people(self, persons: tuple[Person, ...]) -> None:
        self.bench.note(self.tr("Persons added: {count}").format(count=len(persons)))
        self.forget()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.store.isEnabled():
            self.store_draft()
        else:
            super().keyPressEvent(event)


def _stored(services: RosterServices, draft: RosterDraft) -> tuple[int, Step]:
    return recorded(services.roster, draft.dates[0], draft.dates[-1], lambda: services.files().store(draft))
