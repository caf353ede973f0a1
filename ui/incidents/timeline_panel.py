"""The left half of an incident's page: what happened, in order, and the line that is always open."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from duty_console.dutylog.model import LogKind
from ui.incidents.correction_bar import CorrectionBar
from ui.incidents.entry_bar import EntryBar
from ui.incidents.filter_links import FilterLinks
from ui.incidents.timeline_model import TimelineModel
from ui.incidents.timeline_rows import TimelineFilter, shows, timeline_rows
from ui.incidents.timeline_view import TimelineView
from ui.problems import words_for
from ui.theme import theme
from ui.widgets import Panel, Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duty_console.dutylog.model import LogEntry
    from duty_console.dutylog.service import DutyLog
    from duty_console.errors import DutyError
    from duty_console.incidents.service import Incidents
    from ui.now.log_line import LogLine
    from ui.workbench import Workbench


class TimelinePanel(Translated, Panel):
    """Shows the lines of one incident, adds to them and corrects them. `written` after each line that was saved."""

    written = Signal()

    def __init__(self, incidents: Incidents, dutylog: DutyLog, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__("", padding=0, parent=parent)
        self._incidents, self._dutylog, self._bench = incidents, dutylog, bench
        self._number = ""
        self._entries: tuple[LogEntry, ...] = ()
        self._drafts: dict[str, str] = {}
        self._links = FilterLinks()
        self._links.changed.connect(lambda _key: self._show())
        self.add_action(self._links)
        self.model = TimelineModel(bench.zone, self)
        self.view = TimelineView(self.model, bench.zone)
        self.correction = CorrectionBar(bench)
        self.line = EntryBar(bench)
        self.add(self.view, 1)
        holder = QVBoxLayout()
        holder.setContentsMargins(theme().px(8), 0, theme().px(8), 0)
        holder.addWidget(self.correction)
        self.add(holder)
        self.add(self.line)
        self.view.correction_requested.connect(self.correction.open)
        self.view.feedback_requested.connect(self.line.answer)
        self.line.submitted.connect(self._on_line)
        self.correction.submitted.connect(self._on_correction)
        self.correction.left.connect(self.view.setFocus)
        self.retranslate()

    def retranslate(self) -> None:
        self._links.set_options(
            [
                ("key", self.tr("Key points")),
                ("all", self.tr("All")),
                ("reports", self.tr("Reports")),
                ("instructions", self.tr("Instructions")),
                ("scene", self.tr("Scene")),
            ]
        )
        self.set_title(self.tr("What happened"))

    # -- showing -----------------------------------------------------------------------------------

    def show_entries(self, number: str, entries: Sequence[LogEntry]) -> None:
        """Show an incident's lines, oldest first; another incident starts at its end, with its own draft."""
        other = number != self._number
        if other:
            self._change_incident(number)
        self._entries = tuple(entries)
        self._show()
        if other:
            self.view.show_end()

    def _change_incident(self, number: str) -> None:
        self._drafts[self._number] = self.line.edit.text()
        self._number = number
        self._links.set_value("key")
        self.line.clear()
        self.line.edit.setText(self._drafts.pop(number, ""))
        if self.correction.entry() is not None:
            self.correction.leave()
        self.model.set_rows([])

    def _show(self) -> None:
        self.model.set_rows(timeline_rows(self._entries, self.shown(), self._bench.zone))
        self.set_subtitle(str(len(self._entries)))

    def shown(self) -> TimelineFilter:
        """The filter in force."""
        return cast("TimelineFilter", self._links.value())

    def show_filter(self, shown: TimelineFilter) -> None:
        """Show other kinds of lines."""
        self._links.set_value(shown)
        self._show()

    def write(self, kind: LogKind) -> None:
        """Begin a line of this kind."""
        self.line.set_kind(kind)
        self.line.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- writing -----------------------------------------------------------------------------------

    def _on_line(self, line: LogLine, answers_id: int | None) -> None:
        number, kind = self._number, line.kind or LogKind.NOTE
        self.line.setEnabled(False)

        def work() -> LogEntry:
            return self._incidents.add_entry(number, kind, line.text, line.at, answers_id)

        self._bench.jobs.run(
            work, self._on_line_saved, self._on_line_refused, owner=self, finished=lambda: self.line.setEnabled(True)
        )

    def _on_line_saved(self, entry: LogEntry) -> None:
        self.line.setEnabled(True)
        self.line.clear()
        self.line.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if entry.incident_number == self._number:
            if not shows(self.shown(), entry.kind):
                self._links.set_value("all")
            self._entries = (*self._entries, entry)
            self._show()
            self.view.show_end()
        self.written.emit()

    def _on_line_refused(self, problem: DutyError) -> None:
        self.line.setEnabled(True)
        self.line.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.show_problem(str(words_for(problem)))

    def _on_correction(self, entry: LogEntry, text: str, reason: str) -> None:
        self._bench.jobs.run(
            lambda: self._dutylog.correct(entry.id, text, reason),
            self._on_corrected,
            lambda problem: self.correction.show_problem(str(words_for(problem)), clear=False),
            owner=self,
        )

    def _on_corrected(self, entry: LogEntry) -> None:
        current = self.correction.entry()
        if current is not None and current.id == entry.corrects_id:
            self.correction.leave()
        self.written.emit()
