"""The handover page: the shift in hand is prepared at the left, the sheet stands at the right as it will print."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.errors import DutyError, InputProblem
from ui.handover.checks_panel import ChecksPanel
from ui.handover.incidents_panel import IncidentsPanel
from ui.handover.items_panel import ItemsPanel
from ui.handover.note_panel import NotePanel
from ui.handover.preview import SheetPreview
from ui.handover.shift_panel import ShiftPanel
from ui.handover.wording import listed, span_words
from ui.theme import theme
from ui.widgets import Banner, Button, EmptyState, IconText, Segmented, Text, Translated, page_layout

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from duty_console.changes import Change
    from duty_console.handover.model import EquipmentState, HandoverSheet, OpenItem, RecordedCheck
    from duty_console.handover.service import Handover
    from duty_console.roster.model import Shift
    from duty_console.roster.service import Roster
    from ui.workbench import Workbench

SHOWN_TABLES = frozenset(
    {
        "handover_item", "equipment_check", "handover_note", "incident", "obligation", "report", "casualty_count",
        "log_entry", "assignment", "post", "shift_pattern", "person", "duty_room", "calendar_day",
    }
)  # fmt: skip
IN_HAND, PRESENT = "in_hand", "present"


@dataclass(frozen=True, slots=True)
class _Reading:
    """One consistent look at a shift."""

    choices: Sequence[tuple[str, Shift]]
    shift: Shift
    sheet: HandoverSheet
    posts: Sequence[str]
    items: Sequence[OpenItem]
    checks: Sequence[RecordedCheck]
    note: str


class HandoverPage(Translated, QWidget):
    """Composes, checks, writes down and prints; a missing check is named and hinders nothing."""

    def __init__(self, handover: Handover, roster: Roster, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._handover, self._roster, self._bench = handover, roster, bench
        self._choice = IN_HAND
        self._shift: Shift | None = None
        self._sheet: HandoverSheet | None = None
        self._stale = True
        self._minute = -1
        self._steps: list[Callable[[], None]] = []
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._take_turn)
        self.choose_file: Callable[[str], str] = self._ask_for_file
        self._build()
        self._connect()
        self.retranslate()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        px = theme().px
        layout = page_layout(self)
        self._title = Text("", "page")
        self._shifts = Segmented()
        self._shifts.hide()
        self._unchecked = IconText("triangle-alert", "", role="dense", tone="severe")
        self._unchecked.hide()
        self._print = Button("", kind="primary", icon="printer", hint="Ctrl+P")
        self._save = Button("", icon="download", hint="Ctrl+S")
        line = QHBoxLayout()
        line.setSpacing(px(12))
        line.addWidget(self._title)
        line.addWidget(self._shifts)
        line.addStretch(1)
        for widget in (self._unchecked, self._save, self._print):
            line.addWidget(widget)
        layout.addLayout(line)
        self._banner = Banner()
        layout.addWidget(self._banner)
        self._empty = EmptyState("", icon="arrow-left-right")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_body())
        self._stack.addWidget(self._empty)
        layout.addWidget(self._stack, 1)

    def _make_body(self) -> QWidget:
        px = theme().px
        self.shift = ShiftPanel()
        self.incidents = IncidentsPanel(self._bench.zone)
        self.items = ItemsPanel(self._bench)
        self.checks = ChecksPanel(self._bench.zone)
        self.note = NotePanel(self._bench.zone)
        self.preview = SheetPreview(self._bench.jobs)
        left = QScrollArea()
        left.setWidgetResizable(True)
        left.setFrameShape(QFrame.Shape.NoFrame)
        left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("part", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, px(4), 0)
        column.setSpacing(px(12))
        for panel in (self.shift, self.checks, self.items, self.note, self.incidents):
            column.addWidget(panel)
        column.addStretch(1)
        left.setWidget(inside)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(left, 11)
        row.addWidget(self.preview, 10)
        return body

    def _connect(self) -> None:
        bench = self._bench
        self._shifts.changed.connect(self._on_shift_chosen)
        self._print.clicked.connect(self.request_paper)
        self._save.clicked.connect(self.save_paper)
        self.shift.roster_requested.connect(lambda: bench.page_requested.emit("roster"))
        self.incidents.incident_requested.connect(bench.incident_requested)
        self.items.added.connect(self._add_item)
        self.items.finished.connect(self._finish_item)
        self.checks.recorded.connect(self._record_check)
        self.note.written.connect(self._write_note)
        self.preview.failed.connect(self._banner.show_problem)
        self._empty.acted.connect(lambda: bench.page_requested.emit("roster"))
        bench.changed.connect(self._on_changed)
        bench.ticked.connect(self._on_ticked)
        for keys, act in (("Ctrl+P", self.request_paper), ("Ctrl+S", self.save_paper)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Handover"))
        self._print.setText(self.tr("Preview and print"))
        self._save.setText(self.tr("Save PDF"))
        self._empty.set(
            self.tr("No shift covers this moment"),
            detail=self.tr("The sheet is composed from the shift of the roster."),
            action=self.tr("To the roster"),
        )
        self._say_unchecked()

    # -- reading --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the shift again and compose its sheet."""
        self._stale = False
        choice = self._choice
        self._bench.jobs.run(lambda: self._read(choice), self._on_read, self._on_unreadable, self, "read",
                             supersede="handover")  # fmt: skip

    def _read(self, choice: str) -> _Reading:
        """Off the GUI thread."""
        in_hand = self._handover.shift_in_hand()
        choices = [(IN_HAND, in_hand)]
        present = self._roster.shift_at(self._bench.clock.now())
        if present is not None and present != in_hand:
            choices.append((PRESENT, present))
        shift = dict(choices).get(choice, in_hand)
        return _Reading(
            choices,
            shift,
            self._handover.compose(shift.starts_at),
            [post.name for post in self._roster.posts(with_retired=True) if post.exists_on(shift.date)],
            self._handover.open_items(),
            self._handover.checks(shift),
            self._handover.note(shift),
        )

    def _on_read(self, reading: _Reading) -> None:
        while self._steps:
            self._take_turn()  # what an older reading began
        now = self._bench.clock.now()
        if self._shift is not None and self._shift != reading.shift:
            self.note.forget()
        self._shift = reading.shift
        words = {IN_HAND: self.tr("Shift in hand"), PRESENT: self.tr("Shift now")}
        self._shifts.set_options([(key, words[key]) for key, _shift in reading.choices])
        self._shifts.setVisible(len(reading.choices) > 1)
        self._shifts.set_value(self._choice if len(reading.choices) > 1 else IN_HAND)
        span = span_words(reading.shift.starts_at, reading.shift.ends_at, self._bench.zone)
        self.note.show_words(reading.note)
        self._stack.setCurrentIndex(0)
        # one panel a turn: filling all at once would hold the window up for a moment
        self._steps = [
            lambda: self.shift.set_sheet(reading.sheet, reading.posts, span),
            lambda: self.checks.set_checks(reading.checks),
            self._say_unchecked,
            lambda: self.items.set_items(reading.items),
            *self.incidents.steps(reading.sheet.incidents, now),
            lambda: self._show_sheet(reading.sheet),
        ]
        self._turn.start()

    def is_settled(self) -> bool:
        """Whether everything that was read is on screen."""
        return not self._steps

    def _take_turn(self) -> None:
        if self._steps:
            self._steps.pop(0)()
        if not self._steps:
            self._turn.stop()

    def _show_sheet(self, sheet: HandoverSheet) -> None:
        """Set the paper again where it would say something else; its hour and journal number alone are no reason."""
        before = self._sheet
        self._sheet = sheet
        if before is None or replace(sheet, composed_at=before.composed_at, journal=before.journal) != before:
            self.preview.show_paper(lambda: _paper(sheet))

    def _on_unreadable(self, problem: DutyError) -> None:
        if isinstance(problem, InputProblem) and problem.code == "no_shift":
            self._stack.setCurrentWidget(self._empty)
            return
        self._banner.show_problem(problem, action=self.tr("Try again"), on_action=self.refresh)

    def _say_unchecked(self) -> None:
        missing = self.checks.missing()
        self._unchecked.set(text=self.tr("Equipment not checked: {count}").format(count=len(missing)))
        self._unchecked.setToolTip(listed(missing))
        self._unchecked.setVisible(bool(missing))

    def _on_shift_chosen(self, value: str) -> None:
        self.note.flush()
        self._choice = value
        self.refresh()

    def _on_changed(self, change: Change) -> None:
        if not change.tables & SHOWN_TABLES:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _on_ticked(self, now: object) -> None:
        del now
        minute = int(self._bench.clock.now().timestamp() // 60)
        if minute != self._minute:
            self._minute = minute
            if self.isVisible():
                self.refresh()
            else:
                self._stale = True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._stale = True
        super().hideEvent(event)

    # -- writing down ---------------------------------------------------------------------------

    def _add_item(self, text: str, owner: str, due: object) -> None:
        def done(_item: object) -> None:
            self.items.item_stored()
            self.refresh()

        self._bench.jobs.run(
            lambda: self._handover.add_item(text, owner, due),  # type: ignore[arg-type] - Signal(object)
            done,
            self.items.show_problem,
            self,
        )

    def _finish_item(self, item_id: int, result: str) -> None:
        self._bench.jobs.run(
            lambda: self._handover.finish_item(item_id, result),
            lambda _item: self.refresh(),
            self.items.show_problem,
            self,
        )

    def _record_check(self, name: str, state: EquipmentState, remark: str) -> None:
        shift = self._shift
        if shift is None:
            return

        def failed(problem: DutyError) -> None:
            self._banner.show_problem(problem)
            self.refresh()

        self._bench.jobs.run(
            lambda: self._handover.record_check(shift, name, state, remark), lambda _check: self.refresh(), failed, self
        )

    def _write_note(self, text: str) -> None:
        shift = self._shift
        if shift is None:
            return

        def done(_nothing: None) -> None:
            self.note.kept(self._bench.clock.now())
            self.refresh()

        self._bench.jobs.run(lambda: self._handover.write_note(shift, text), done, self.note.not_kept, self)

    def _flush(self) -> None:
        """What is being typed goes onto the paper too."""
        self.note.flush()
        for name, state, remark in self.checks.take_typed():
            self._record_check(name, state, remark)

    # -- paper ----------------------------------------------------------------------------------

    def request_paper(self) -> None:
        """Preview and print, with everything that was typed."""
        shift, handover, name = self._shift, self._handover, self._file_name()
        if shift is None:
            return
        self._flush()

        def make() -> bytes:
            return _paper(handover.compose(shift.starts_at))

        # behind the writes that are under way
        self._bench.jobs.run(lambda: None, lambda _none: self._bench.paper_requested.emit(make, name), None, self)

    def save_paper(self) -> None:
        """Write the sheet as a PDF where the officer wants it."""
        shift, handover = self._shift, self._handover
        chosen = self.choose_file(self._file_name()) if shift is not None else ""
        if shift is None or not chosen:
            return
        self._flush()
        path = Path(chosen)
        path = path if path.suffix.casefold() == ".pdf" else path.with_name(path.name + ".pdf")

        def write() -> None:
            from duty_console.handover.paper import write_handover_sheet  # ReportLab takes a quarter of a second

            write_handover_sheet(handover.compose(shift.starts_at), path)

        def done(_nothing: None) -> None:
            self._banner.clear()
            self._bench.note(self.tr("Saved: {name}").format(name=path.name))

        self._bench.jobs.run(write, done, self._banner.show_problem, self)

    def _file_name(self) -> str:
        day = self._shift.ends_at.astimezone(self._bench.zone).date().isoformat() if self._shift is not None else ""
        return self.tr("Handover sheet {date}").format(date=day) + ".pdf"

    def _ask_for_file(self, name: str) -> str:
        chosen, _filter = QFileDialog.getSaveFileName(self, self.tr("Save the sheet"), name, "PDF (*.pdf)")
        return chosen


def _paper(sheet: HandoverSheet) -> bytes:
    from duty_console.handover.paper import handover_pdf  # ReportLab takes a quarter of a second

    return handover_pdf(sheet)
