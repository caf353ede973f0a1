"""The page of one incident: head, timeline, tables or form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.dutylog.model import LogKind
from duty_console.incidents.rules import suggestion_for
from duty_console.limits.model import ReportKind
from ui.incidents.basis_panel import BasisPanel
from ui.incidents.casualty_panel import CasualtyPanel
from ui.incidents.drawer import FormDrawer
from ui.incidents.head import IncidentHead
from ui.incidents.record import IncidentRecord, read_record
from ui.incidents.report_panel import ReportPanel
from ui.incidents.timeline_panel import TimelinePanel
from ui.intake.grade_words import reason_of
from ui.theme import theme
from ui.widgets import Banner, Translated, page_layout
from ui.words import word

if TYPE_CHECKING:
    from collections.abc import Callable

    from duty_console.dutylog.service import DutyLog
    from duty_console.errors import DutyError
    from duty_console.incidents.model import IncidentCard
    from duty_console.incidents.service import Incidents
    from duty_console.limits.model import Obligation
    from duty_console.limits.service import Limits
    from duty_console.reports.model import ReportOutcome
    from duty_console.reports.service import Reports
    from ui.incidents.form import IncidentForm
    from ui.incidents.report_form import ReportForm
    from ui.workbench import Workbench

_SHORTCUTS = {
    "Alt+R": "report",
    "Alt+Z": "final",
    "Alt+D": "casualties",
    "Alt+I": "instruction",
    "Alt+G": "grade",
    "Alt+E": "facts",
    "Alt+B": "close",
}


class IncidentView(Translated, QWidget):
    """`left` when the officer goes back to the list; `unreadable(problem)` when there is no such incident."""

    left = Signal()
    unreadable = Signal(object)
    read = Signal()

    def __init__(
        self,
        incidents: Incidents,
        dutylog: DutyLog,
        reports: Reports,
        limits: Limits,
        bench: Workbench,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._incidents, self._dutylog, self._reports, self._limits = incidents, dutylog, reports, limits
        self._bench = bench
        self._number = ""
        self.record: IncidentRecord | None = None
        self._then: Callable[[IncidentRecord], object] | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        px = theme().px
        layout = page_layout(self)
        self.head = IncidentHead(self._bench)
        layout.addWidget(self.head)
        self.timeline = TimelinePanel(self._incidents, self._dutylog, self._bench)
        self.reports, self.casualties = ReportPanel(self._bench), CasualtyPanel(self._bench)
        self.basis = BasisPanel(self._bench)
        self.offer = Banner()
        inside = QWidget()
        inside.setProperty("part", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for part in (self.offer, self.reports, self.casualties, self.basis):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.drawer = FormDrawer(area)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.timeline)
        row.addWidget(self.drawer, 1)
        layout.addLayout(row, 1)

    def _connect(self) -> None:
        self.head.action_requested.connect(self._act)
        for keys, action in _SHORTCUTS.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._act, action))
        self.reports.report_requested.connect(self.write_report)
        self.reports.reason_requested.connect(self._ask_reason)
        self.reports.waiver_requested.connect(self._waive)
        self.drawer.closed.connect(self.timeline.line.edit.setFocus)

    def retranslate(self) -> None:
        self.offer.clear()

    # -- which incident ----------------------------------------------------------------------------

    @property
    def number(self) -> str:
        """The incident shown or being read."""
        return self._number

    def show_incident(self, number: str, then: Callable[[IncidentRecord], object] | None = None) -> None:
        """Read and show an incident, then do `then`; another one than before starts blank, never with old facts."""
        self._then = then
        if number != self._number:
            self._number = number
            self.record = None
            self._set_blank(True)
            self.offer.clear()
        self.reload()

    def reload(self) -> None:
        """Read the incident again."""
        incidents, dutylog, reports, number = self._incidents, self._dutylog, self._reports, self._number
        self._bench.jobs.run(
            lambda: read_record(incidents, dutylog, reports, number),
            self._on_read,
            self._on_unreadable,
            owner=self,
            lane="read",
            supersede="record",
        )

    def _on_read(self, record: IncidentRecord) -> None:
        first = self.record is None
        self.record = record
        if first:
            self.drawer.change_incident(record)
        self.head.show_record(record)
        self.timeline.show_entries(record.incident.number, record.timeline)
        for panel in (self.reports, self.casualties, self.basis):
            panel.show_record(record)
        self.drawer.show_record(record)
        self._withdraw_offer(record)
        if first:
            self._set_blank(False)
            if self.drawer.current_form() is None and self.isVisible():
                self.timeline.line.edit.setFocus()
        then, self._then = self._then, None
        if then is not None:
            then(record)
        self.read.emit()

    def _on_unreadable(self, problem: DutyError) -> None:
        self._number = ""
        self.unreadable.emit(problem)

    def _set_blank(self, blank: bool) -> None:
        for part in (self.head, self.timeline, self.drawer):
            part.setVisible(not blank)

    # -- what can be done --------------------------------------------------------------------------

    def _act(self, action: str) -> None:
        if action == "back":
            self.left.emit()
        elif self.record is None or not self.head.can(action):
            return
        elif action == "instruction":
            self.timeline.write(LogKind.INSTRUCTION)
        elif action == "report":
            self.write_report(None)
        elif action == "final":
            self._report_form().begin_with(ReportKind.FINAL)
        else:
            self._open(action)

    def _open(self, key: str) -> IncidentForm:
        return self.drawer.open(key, partial(self._make_form, key))

    def _make_form(self, key: str, record: IncidentRecord) -> IncidentForm:
        # forms cost their milliseconds when they are first wanted
        from ui.incidents.casualty_form import CasualtyForm
        from ui.incidents.close_form import CloseForm
        from ui.incidents.facts_form import FactsForm
        from ui.incidents.grade_form import GradeForm

        if key == "casualties":
            casualties = CasualtyForm(self._incidents, self._bench, record)
            casualties.saved.connect(self._on_casualties)
            return casualties
        if key == "grade":
            return GradeForm(self._incidents, self._bench, record)
        if key == "facts":
            return FactsForm(self._incidents, self._bench, record)
        form = CloseForm(self._incidents, self._bench, record)
        form.report_requested.connect(self.write_report)
        form.waiver_requested.connect(self._waive)
        return form

    def write_report(self, owed: Obligation | None) -> None:
        """Open the report form, for a limit or for what is owed next."""
        form = self._report_form()
        if owed is not None and owed.is_open:
            form.begin_for(owed)

    def _report_form(self) -> ReportForm:
        return cast("ReportForm", self.drawer.open("report", self._make_report_form))

    def _make_report_form(self, record: IncidentRecord) -> IncidentForm:
        from ui.incidents.report_form import ReportForm

        form = ReportForm(self._reports, self._bench, record)
        form.saved.connect(self._on_report)
        return form

    def _on_report(self, outcome: ReportOutcome) -> None:
        self._bench.note(self.tr("Report recorded, #{number}").format(number=outcome.journal_seq))
        if outcome.late and not all(each.late_reason for each in outcome.late) and self.record is not None:
            self._ask_reasons(outcome.late)

    def _ask_reason(self, owed: Obligation) -> None:
        self._ask_reasons((owed,))

    def _ask_reasons(self, late: tuple[Obligation, ...]) -> None:
        from ui.incidents.late_reason_form import LateReasonForm

        key = "late:" + ",".join(str(each.id) for each in late)
        self.drawer.open(key, lambda record: LateReasonForm(self._limits, self._bench, record, late))

    def _waive(self, owed: Obligation) -> None:
        from ui.incidents.close_form import WaiverForm

        self.drawer.open(f"waive:{owed.id}", lambda record: WaiverForm(self._limits, self._bench, record, owed))

    # -- a grade that the new numbers suggest ------------------------------------------------------

    def _on_casualties(self, card: IncidentCard) -> None:
        incident = card.incident
        suggestion = suggestion_for(incident.event_class, incident.casualties)
        present = incident.grade.rank if incident.grade else 0
        if suggestion.grade is None or suggestion.grade.rank <= present or incident.number != self._number:
            return
        self.offer.show_message(
            self.tr("By Art 3 these figures suggest: {grade}").format(grade=word(suggestion.grade)),
            reason_of(suggestion),
            tone="amber",
            action=self.tr("Change the grade"),
            on_action=self._take_offer,
        )

    def _take_offer(self) -> None:
        from ui.incidents.grade_form import GradeForm

        form = self._open("grade")
        if isinstance(form, GradeForm):
            form.take_suggestion()

    def _withdraw_offer(self, record: IncidentRecord) -> None:
        suggestion = suggestion_for(record.incident.event_class, record.incident.casualties)
        present = record.incident.grade.rank if record.incident.grade else 0
        if suggestion.grade is None or suggestion.grade.rank <= present:
            self.offer.clear()

    # -- keys and measures -------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            line = self.timeline.line.edit
            if self.drawer.current_form() is not None:
                self.drawer.leave()
            elif focused is line and line.text():
                self.timeline.view.setFocus()
            else:
                self.left.emit()
            return
        typing = isinstance(focused, QLineEdit | QPlainTextEdit) and focused.hasFocus()
        if event.key() == Qt.Key.Key_Backspace and not typing:
            self.left.emit()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = theme().px
        room = self.width() - px(2 * 16 + 12)
        # 720 beside 764 as in the picture of 1600 px, and the same share of other widths
        self.timeline.setFixedWidth(max(px(400), round(room * 0.485)))
