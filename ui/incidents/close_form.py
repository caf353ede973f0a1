"""办结 and 免报: what stands in the way, in words, with what can be done; and the leader's waiver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.incidents.form import IncidentForm
from ui.incidents.record import blocks_closing
from ui.incidents.wording import arrow, due_line, state_look
from ui.theme import theme
from ui.widgets import Button, ElidedText, GrowingTextEdit, IconText, SectionHeader, Text

if TYPE_CHECKING:
    from datetime import datetime

    from duty_console.incidents.model import Incident
    from duty_console.incidents.service import Incidents
    from duty_console.limits.model import Obligation
    from duty_console.limits.service import Limits
    from ui.incidents.record import IncidentRecord
    from ui.workbench import Workbench


class CloseForm(IncidentForm):
    """Closes the incident. `saved(Incident)`; the buttons beside an open limit ask for its report or its waiver."""

    report_requested = Signal(object)
    waiver_requested = Signal(object)

    def __init__(
        self, incidents: Incidents, bench: Workbench, record: IncidentRecord, parent: QWidget | None = None
    ) -> None:
        super().__init__(bench, record, parent)
        self._incidents = incidents
        self.reason = GrowingTextEdit(lines=2, most=6)
        self._explained = Text("", "base", wrap=True)
        self._blocking, self._ending = SectionHeader(""), SectionHeader("")
        self._blocking_rows, self._ending_rows = QVBoxLayout(), QVBoxLayout()
        self.fields.addWidget(self._explained)
        for head, rows in ((self._blocking, self._blocking_rows), (self._ending, self._ending_rows)):
            rows.setSpacing(theme().px(8))
            self.fields.addWidget(head)
            self.fields.addLayout(rows)
        self.add_row_of("reason", self.reason)
        self.reason.submitted.connect(self._try_submit)
        self.begin()

    def words(self) -> None:
        self.set_title(self.tr("Close the incident"))
        self.rows["reason"].set_label(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("How it ended: fire out, injured in hospital, road open…"))
        self.save_button.setText(self.tr("Close incident"))
        self._blocking.set(title=self.tr("First to be reported or waived"))
        self._ending.set(title=self.tr("Follow-ups that end with it"))
        self.show_record(self.record)

    def show_record(self, record: IncidentRecord) -> None:
        super().show_record(record)
        now = self.bench.clock.now()
        blocking = [each for each in record.owed if blocks_closing(each, now)]
        ending = [each for each in record.owed if not blocks_closing(each, now)]
        self._explained.setText(
            self.tr("Limits are still open: {count}. Record each report, or have a leader waive it.").format(
                count=len(blocking)
            )
            if blocking
            else self.tr("Nothing stands in the way. News of the incident opens it again.")
        )
        self._explained.set_tone("severe" if blocking else "text")
        self._blocking.setVisible(bool(blocking))
        self._ending.setVisible(bool(ending))
        _clear(self._blocking_rows)
        _clear(self._ending_rows)
        for owed in blocking:
            self._blocking_rows.addWidget(self._limit_row(owed, now, with_actions=True))
        for owed in ending:
            self._ending_rows.addWidget(self._limit_row(owed, now, with_actions=False))

    def _limit_row(self, owed: Obligation, now: datetime, *, with_actions: bool) -> QWidget:
        px = theme().px
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        icon, _word, tone = state_look(owed, now)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(IconText(icon, arrow(owed), role="dense_strong", tone=tone))
        texts.addWidget(ElidedText(due_line(owed, now, self.bench.zone), "label", "muted"))
        row.addLayout(texts, 1)
        if with_actions:
            report, waive = Button(self.tr("Record report")), Button(self.tr("Waive…"), kind="quiet")
            report.clicked.connect(lambda: self.report_requested.emit(owed))
            waive.clicked.connect(lambda: self.waiver_requested.emit(owed))
            row.addWidget(report)
            row.addWidget(waive)
        return holder

    def submit(self) -> None:
        number, reason = self.number, self.reason.text()
        self.run(lambda: self._incidents.close(number, reason), self._on_closed)

    def _on_closed(self, incident: Incident) -> None:
        self.end(incident)


class WaiverForm(IncidentForm):
    """A leader releases one limit: name and reason stay in the record. `saved(Obligation)`."""

    def __init__(
        self,
        limits: Limits,
        bench: Workbench,
        record: IncidentRecord,
        owed: Obligation,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(bench, record, parent)
        self._limits = limits
        self.owed = owed
        self._what = IconText("clock", arrow(owed), role="strong")
        self._due = Text("", "dense", "muted", wrap=True)
        self.by, self.reason = QLineEdit(), GrowingTextEdit(lines=2, most=6)
        self.by.setMaxLength(64)
        self.fields.addWidget(self._what)
        self.fields.addWidget(self._due)
        self.add_row_of("waived_by", self.by)
        self.add_row_of("waived_reason", self.reason)
        self.reason.submitted.connect(self._try_submit)
        self.begin()

    def words(self) -> None:
        self.set_title(self.tr("Waive a limit"))
        self._what.set(text=arrow(self.owed))
        due = due_line(self.owed, self.bench.clock.now(), self.bench.zone)
        self._due.setText(f"{due} · {self.owed.source}")
        self.rows["waived_by"].set_label(self.tr("Leader"))
        self.rows["waived_reason"].set_label(self.tr("Reason"))
        self.by.setPlaceholderText(self.tr("Who decided it"))
        self.reason.setPlaceholderText(self.tr("Why no report is needed"))
        self.save_button.setText(self.tr("Waive"))
        self.foot_note.setText(self.tr("The limit, the name and the reason stay in the record."))

    def submit(self) -> None:
        owed_id, by, reason = self.owed.id or 0, self.by.text(), self.reason.text()
        self.run(lambda: self._limits.waive(owed_id, by, reason), self._on_waived)

    def _on_waived(self, owed: Obligation) -> None:
        self.end(owed)


def _clear(rows: QVBoxLayout) -> None:
    while (item := rows.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
