"""上报: every limit and every report of an incident, with its result as a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from duty_console.limits.model import Channel, ObligationState, ReportKind
from ui.incidents.fitted_table import FittedTable
from ui.incidents.report_rows import ReportRow, report_rows, tally
from ui.incidents.wording import is_soon, lateness, listed, state_look, timeliness
from ui.theme import icon, theme
from ui.widgets import Column, Panel, Translated, clock_figures
from ui.widgets.painted import text_width
from ui.words import obligation_name, report_name, when

if TYPE_CHECKING:
    from datetime import datetime

    from ui.incidents.record import IncidentRecord
    from ui.workbench import Workbench


class ReportPanel(Translated, Panel):
    """Enter on an open limit records its report, on a late one asks why; the menu waives."""

    report_requested = Signal(object)
    reason_requested = Signal(object)
    waiver_requested = Signal(object)

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__("", padding=0, parent=parent)
        self._bench = bench
        self._record: IncidentRecord | None = None
        self.table = FittedTable(self._columns(), lambda row: row.key, parent=self)
        self.table.row_activated.connect(self._on_activated)
        self.table.menu_wanted.connect(self._on_menu)
        self.add(self.table)
        bench.ticked.connect(self._on_ticked)
        self.retranslate()

    def retranslate(self) -> None:
        self.table.set_columns(self._columns())
        self.table.setAccessibleName(self.tr("Reports and limits"))
        self.set_title(self.tr("Reports"))
        if self._record is not None:
            self.show_record(self._record)

    def _columns(self) -> list[Column[ReportRow]]:
        longest = text_width("dense_strong", report_name(ReportKind.INITIAL, Channel.PHONE))
        name_width = max(106, round(longest / theme().px(1)) + 26)
        return [
            Column("report", self.tr("Report"), self._name, name_width, role="dense_strong", tone=self._name_tone),
            Column("state", self.tr("State"), self._state, 84, tone=self._state_tone, icon=self._state_icon),
            Column("to", self.tr("To"), self._recipient, 100, stretch=True, tone=self._recipient_tone),
            Column("sent", self.tr("Sent"), self._sent, 62, "right", role="dense"),
            Column("due", self.tr("Due"), self._due, 62, "right", tip=self._due_tip),
            Column("result", self.tr("Result"), self._result, 142, "right", tone=self._result_tone),
        ]

    def show_record(self, record: IncidentRecord) -> None:
        """Show an incident's reports."""
        self._record = record
        rows = report_rows(record.obligations, record.reports)
        self.table.set_rows(rows)
        for place, row in enumerate(rows):
            span = 4 if row.remark else 1
            if self.table.columnSpan(place, 2) != span:
                self.table.setSpan(place, 2, 1, span)
        self.set_subtitle(str(sum(not row.remark for row in rows)))
        self._show_note(record)

    def _show_note(self, record: IncidentRecord) -> None:
        counts = tally(record.obligations, self._bench.clock.now())
        said = [
            text.format(count=counts[state])
            for state, text in (
                (ObligationState.OVERDUE, self.tr("overdue {count}")),
                (ObligationState.MET, self.tr("on time {count}")),
                (ObligationState.LATE, self.tr("late {count}")),
                (ObligationState.PENDING, self.tr("owed {count}")),
                (ObligationState.WAIVED, self.tr("waived {count}")),
            )
            if state in counts
        ]
        self.set_note(listed(said))

    def _on_ticked(self) -> None:
        if self._record is not None and self._record.owed and self.isVisible():
            self.table.retell()
            self._show_note(self._record)

    # -- cells -------------------------------------------------------------------------------------

    def _now(self) -> datetime:
        return self._bench.clock.now()

    def _name(self, row: ReportRow) -> str:
        if row.remark:
            return ""
        if row.owed is not None:
            return obligation_name(row.owed)
        return report_name(row.report.kind, row.report.channel, row.report.sequence) if row.report else ""

    def _name_tone(self, row: ReportRow) -> str:
        waived = row.owed is not None and row.owed.state(self._now()) is ObligationState.WAIVED
        return "muted" if waived else "text"

    def _state(self, row: ReportRow) -> str:
        if row.remark:
            return ""
        return state_look(row.owed, self._now())[1] if row.owed else self.tr("sent")

    def _state_icon(self, row: ReportRow) -> str:
        if row.remark:
            return ""
        return state_look(row.owed, self._now())[0] if row.owed else "check"

    def _state_tone(self, row: ReportRow) -> str:
        return state_look(row.owed, self._now())[2] if row.owed else "good"

    def _recipient(self, row: ReportRow) -> str:
        if not row.remark:
            return row.report.recipient if row.report else row.owed.recipient if row.owed else ""
        if row.owed is None:
            return ""
        if row.owed.waived_at is not None:
            said = self.tr("Waived by {person}: {reason}")
            return said.format(person=row.owed.waived_by, reason=row.owed.waived_reason)
        if row.lacks_reason:
            return self.tr("Reason still to be given (Enter)")
        return self.tr("Reason: {reason}").format(reason=row.owed.late_reason)

    def _recipient_tone(self, row: ReportRow) -> str:
        if row.remark:
            return "severe" if row.lacks_reason else "muted"
        return self._name_tone(row)

    def _sent(self, row: ReportRow) -> str:
        if row.remark:
            return ""
        moment = row.owed.settled_at if row.owed else row.report.sent_at if row.report else None
        return when(moment, self._base(), self._bench.zone) if moment else "–"

    def _due(self, row: ReportRow) -> str:
        if row.remark:
            return ""
        return when(row.owed.due_at, self._base(), self._bench.zone) if row.owed else "–"

    def _due_tip(self, row: ReportRow) -> str:
        return row.owed.source if row.owed else ""

    def _base(self) -> datetime:
        """The day that needs no date: the one on which the incident was received."""
        return self._record.incident.received_at if self._record else self._now()

    def _result(self, row: ReportRow) -> str:
        if row.remark or row.owed is None:
            return "" if row.remark else "–"
        if row.owed.settled_at is not None:
            return timeliness(row.owed, row.owed.settled_at)[0]
        if row.owed.waived_at is not None:
            return "–"
        seconds = int((row.owed.due_at - self._now()).total_seconds() // 1)
        shown = self.tr("{time} over") if seconds < 0 else self.tr("{time} left")
        if abs(seconds) >= 100 * 3600:
            return lateness(seconds) if seconds < 0 else self.tr("{days} d left").format(days=seconds // 86400)
        return shown.format(time=clock_figures(seconds))

    def _result_tone(self, row: ReportRow) -> str:
        if row.owed is None or row.remark:
            return "muted"
        if row.owed.settled_at is not None:
            return timeliness(row.owed, row.owed.settled_at)[1]
        if row.owed.waived_at is not None:
            return "muted"
        if self._now() > row.owed.due_at:
            return "extreme"
        return "severe" if is_soon(row.owed, self._now()) else "text"

    # -- what can be done with a row ---------------------------------------------------------------

    def _on_activated(self, row: ReportRow) -> None:
        if row.owed is not None and row.owed.is_open:
            self.report_requested.emit(row.owed)
        elif row.owed is not None and row.owed.late_seconds:
            self.reason_requested.emit(row.owed)

    def menu_for(self, row: ReportRow) -> QMenu | None:
        """What can be done with this row, None if nothing."""
        owed = row.owed
        if owed is None or not (owed.is_open or owed.late_seconds):
            return None
        menu = QMenu(self)
        if owed.is_open:
            write = menu.addAction(icon("file-pen-line", "muted"), self.tr("Record this report") + "\tEnter")
            write.triggered.connect(lambda: self.report_requested.emit(owed))
            waive = menu.addAction(icon("minus", "muted"), self.tr("Waive…"))
            waive.triggered.connect(lambda: self.waiver_requested.emit(owed))
        else:
            give = menu.addAction(icon("pencil", "muted"), self.tr("Why it was late…") + "\tEnter")
            give.triggered.connect(lambda: self.reason_requested.emit(owed))
        return menu

    def _on_menu(self, row: ReportRow, place: QPoint) -> None:
        menu = self.menu_for(row)
        if menu is not None:
            menu.popup(place)
