"""The log page: ten years of lines as smoothly as ten, the chain's head, and its proof at a key."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QMenu, QWidget
from typing_extensions import override

from duty_console.dutylog.model import LogEntry, LogFilter, LogKind
from duty_console.journal.model import Fault
from ui.log.correction import CorrectionPanel
from ui.log.source import LogSource, log_columns
from ui.theme import theme
from ui.widgets import (
    Banner,
    Button,
    EmptyState,
    SectionHeader,
    TableBox,
    TableModel,
    TableQuery,
    Translated,
    page_layout,
)
from ui.words import word

if TYPE_CHECKING:
    from duty_console.changes import Change
    from duty_console.dutylog.service import DutyLog
    from duty_console.journal.model import Head, Problem, Verification
    from duty_console.journal.service import Journal
    from ui.workbench import Workbench

SHOWN_TABLES = frozenset({"log_entry"})
PERIODS = (1, 7, 30, 365)
"""Days back that the period filter offers, besides everything."""
AROUND = 0
"""The period around a line that was searched for: it stands near the top, whatever ten years hold."""
NARROW = 900
"""Beside a call there is little room: the words go before who wrote them."""
BEFORE, AFTER = timedelta(hours=24), timedelta(hours=1)


class LogPage(Translated, QWidget):
    """Everything that was written down; a line can be corrected, never changed."""

    def __init__(self, dutylog: DutyLog, journal: Journal, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dutylog, self._journal, self._bench = dutylog, journal, bench
        self._stale = True
        self._head_seq = 0
        self._wanted: int | None = None
        self._around: datetime | None = None
        self._source = LogSource(dutylog)
        layout = page_layout(self)
        self._header = SectionHeader("", page=True)
        self._verify = Button("", icon="shield-check", hint="Ctrl+Shift+V")
        self._header.add_action(self._verify)
        self.banner = Banner()
        self._empty = EmptyState("", icon="scroll-text")
        self.model: TableModel[LogEntry] = TableModel(
            log_columns(bench.clock.now(), bench.zone),
            self._source,
            bench.jobs,
            row_key=lambda line: line.id,
            parent=self,
        )
        self.box = TableBox(self.model, empty=self._empty, row_height=28)
        self._kind, self._period = QComboBox(), QComboBox()
        self._period.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._correct = Button("", icon="pencil", hint="Ctrl+E")
        for part in (self._kind, self._period):
            self.box.add_filter(part)
        self.box.add_action(self._correct)
        self.correction = CorrectionPanel()
        layout.addWidget(self._header)
        layout.addWidget(self.banner)
        layout.addWidget(self.box, 1)
        layout.addWidget(self.correction)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self._verify.clicked.connect(self.verify)
        self._correct.clicked.connect(self.correct_current)
        self._kind.activated.connect(self._on_filter)
        self._period.activated.connect(self._on_filter)
        self.correction.submitted.connect(self._on_submitted)
        self.correction.closed.connect(self.box.view.setFocus)
        view = self.box.view
        view.row_activated.connect(self._on_activated)
        view.row_selected.connect(self._show_correctable)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._on_menu)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+E"), self, context=context).activated.connect(self.correct_current)
        QShortcut(QKeySequence("Ctrl+Shift+V"), self, context=context).activated.connect(self.verify)
        self._bench.changed.connect(self._on_changed)
        self.model.modelReset.connect(self._select_wanted)

    @override
    def retranslate(self) -> None:
        self._verify.setText(self.tr("Verify the record"))
        self._correct.setText(self.tr("Correct"))
        self.box.search.set_placeholder(self.tr("Words in the log"))
        self._empty.set(
            self.tr("Nothing is written yet"),
            detail=self.tr("Calls, reports, instructions and what the console itself notes stand here, newest first."),
        )
        kind = self._kind.currentData()
        self._kind.clear()
        self._kind.addItem(self.tr("All kinds"), None)
        for each in LogKind:
            self._kind.addItem(word(each), each.value)
        self._kind.setCurrentIndex(max(0, self._kind.findData(kind)))
        self._fill_periods()
        self._kind.setAccessibleName(self.tr("Kind"))
        self._period.setAccessibleName(self.tr("Period"))
        self.model.set_columns(log_columns(self._bench.clock.now(), self._bench.zone))
        self._show_head()
        self._show_correctable(self.box.view.current_row())

    def focus_first(self) -> None:
        """Put the keyboard on the lines. (A focus proxy would hide what stands above them from Tab.)"""
        self.box.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_periods(self) -> None:
        chosen = self._period.currentData()
        self._period.clear()
        self._period.addItem(self.tr("Any time"), None)
        names = (self.tr("Last day"), self.tr("Last 7 days"), self.tr("Last 30 days"), self.tr("Last year"))
        for days, name in zip(PERIODS, names, strict=True):
            self._period.addItem(name, days)
        if self._around is not None:
            moment = self._around.astimezone(self._bench.zone)
            self._period.addItem(self.tr("Around {time}").format(time=f"{moment:%Y-%m-%d %H:%M}"), AROUND)
        self._period.setCurrentIndex(max(0, self._period.findData(chosen)))

    def refresh(self) -> None:
        """Read the lines in view and the chain's head again."""
        self._stale = False
        self.model.set_columns(log_columns(self._bench.clock.now(), self._bench.zone))
        self.model.refresh()
        self._bench.jobs.run(self._journal.head, self._on_head, self._bench.problem, self, "read", supersede="head")

    def show_entry(self, entry_id: int) -> None:
        """Put the cursor on a line, among the others of its day, as the search palette asks."""
        self._wanted = entry_id
        self._stale = False
        self._bench.jobs.run(
            lambda: self._dutylog.entry(entry_id), self._on_wanted, self._bench.problem, lane="read", supersede="entry"
        )

    def _on_wanted(self, line: LogEntry) -> None:
        self._around = line.at
        self._fill_periods()
        self._kind.setCurrentIndex(0)
        self._period.setCurrentIndex(self._period.findData(AROUND))
        self.box.search.blockSignals(True)
        self.box.search.clear()
        self.box.search.blockSignals(False)
        self._source.wanted = self._wanted_lines()
        self.model.set_query(TableQuery())

    def _select_wanted(self) -> None:
        if self._wanted is not None and self.box.view.select_key(self._wanted):
            self._wanted = None
            self.box.view.setFocus()

    def show_words(self, words: str) -> None:
        """Search for words, as the search palette asks."""
        self.box.search.setText(words)

    # -- the chain ----------------------------------------------------------------------------------------------

    def verify(self) -> None:
        """Prove the whole record off the GUI thread, and say how it stands."""
        self._verify.setEnabled(False)
        self.banner.show_message(self.tr("Verifying every entry and every row …"), tone="accent", closable=False)
        self._bench.jobs.run(
            self._journal.verify,
            self._on_verified,
            self.banner.show_problem,
            self,
            "read",
            finished=lambda: self._verify.setEnabled(True),
        )

    def _on_verified(self, found: Verification) -> None:
        if found.ok:
            self.banner.show_message(
                self.tr("The record is sound"),
                self.tr("{count} entries agree with the chain and with every row. Head #{seq} {hash}").format(
                    count=f"{found.entries:,}", seq=found.head.seq, hash=found.head.hash[:16]
                ),
                tone="good",
            )
            return
        named = "\n".join(self._problem_words(problem) for problem in found.problems[:8])
        more = len(found.problems) - 8
        rest = named + ("\n" + self.tr("and {count} more").format(count=more) if more > 0 else "")
        self.banner.show_message(
            self.tr("The record and its proof differ in {count} places").format(count=len(found.problems)), rest
        )

    def _problem_words(self, problem: Problem) -> str:
        where = f"{problem.entity} {problem.entity_id}" if problem.entity else ""
        seq = f"#{problem.seq}" if problem.seq else ""
        words = {
            Fault.GAP: self.tr("Entry {seq} is missing"),
            Fault.LINK: self.tr("Entry {seq} does not follow the one before"),
            Fault.HASH: self.tr("Entry {seq} was changed"),
            Fault.PAYLOAD: self.tr("What entry {seq} says was changed"),
            Fault.ROW_CHANGED: self.tr("{where} was changed behind the journal: {columns}"),
            Fault.ROW_MISSING: self.tr("{where} was deleted behind the journal"),
            Fault.ROW_UNKNOWN: self.tr("{where} was added behind the journal"),
            Fault.CODE_UNKNOWN: self.tr("No sheet has this code"),
        }[problem.fault]
        return words.format(seq=seq, where=where, columns=", ".join(problem.columns))

    def _on_head(self, head: Head) -> None:
        self._head_seq = head.seq
        self._show_head()

    def _show_head(self) -> None:
        note = self.tr("Appended, never rewritten. Last number #{seq}").format(seq=self._head_seq)
        self._header.set(title=self.tr("Log"), note=note)

    # -- lines --------------------------------------------------------------------------------------------------

    def correct_current(self) -> None:
        """Open the correction of the chosen line."""
        line = self.box.view.current_row()
        if isinstance(line, LogEntry) and line.corrected_by_id is None:
            self.correction.open_for(line)

    def _on_submitted(self, line: LogEntry, text: str, reason: str) -> None:
        self._bench.jobs.run(
            lambda: self._dutylog.correct(line.id, text, reason), self._on_corrected, self.correction.show_failure, self
        )

    def _on_corrected(self, line: LogEntry) -> None:
        self.correction.close_form()
        self._bench.note(self.tr("Corrected, saved as #{seq}").format(seq=line.journal_seq))
        self.refresh()

    def _show_correctable(self, line: object) -> None:
        self._correct.setEnabled(isinstance(line, LogEntry) and line.corrected_by_id is None)

    def _on_activated(self, line: LogEntry) -> None:
        if line.incident_number:
            self._bench.incident_requested.emit(line.incident_number)

    def _on_menu(self, at: QPoint) -> None:
        line = self.box.view.current_row()
        if not isinstance(line, LogEntry):
            return
        menu = QMenu(self)
        correct = menu.addAction(self.tr("Correct"))
        correct.setEnabled(line.corrected_by_id is None)
        correct.triggered.connect(self.correct_current)
        if line.incident_number:
            menu.addAction(self.tr("Open incident")).triggered.connect(lambda: self._on_activated(line))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.box.view.viewport().mapToGlobal(at))

    def _on_filter(self) -> None:
        self._source.wanted = self._wanted_lines()
        self.model.load()

    def _wanted_lines(self) -> LogFilter:
        kind, days = self._kind.currentData(), self._period.currentData()
        kinds = frozenset({LogKind(kind)}) if kind else frozenset()
        if days == AROUND and self._around is not None:
            return LogFilter(since=self._around - BEFORE, until=self._around + AFTER, kinds=kinds)
        return LogFilter(since=self._since(days), kinds=kinds)

    def _since(self, days: int | None) -> datetime | None:
        return None if days is None else self._bench.clock.now() - timedelta(days=days)

    def _on_changed(self, change: Change) -> None:
        if not change.tables & SHOWN_TABLES:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().px(NARROW)
        for place, column in enumerate(self.model.columns):
            if column.key in ("person", "seq", "remark"):
                self.box.view.setColumnHidden(place, narrow)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
