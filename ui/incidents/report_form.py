"""写报告: what was sent, how, to whom, when; and live, which limits it settles and whether in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from duty_console.limits.model import Channel, Obligation, ReportKind
from duty_console.reports.model import NewReport, ReportOutcome
from ui.incidents.form import IncidentForm
from ui.incidents.settles import SettlesList
from ui.widgets import GrowingTextEdit, Segmented, TimeField
from ui.words import report_name, word

if TYPE_CHECKING:
    from datetime import datetime

    from duty_console.reports.service import Reports
    from ui.incidents.record import IncidentRecord
    from ui.workbench import Workbench


class ReportForm(IncidentForm):
    """Records a report that was sent. `saved(ReportOutcome)`."""

    def __init__(
        self, reports: Reports, bench: Workbench, record: IncidentRecord, parent: QWidget | None = None
    ) -> None:
        super().__init__(bench, record, parent)
        self._reports = reports
        self.kind = Segmented(fill=True)
        self.channel = Segmented(fill=True)
        self.recipient = QLineEdit()
        self.sent_at = TimeField(bench.clock, bench.zone)
        self.received_by, self.signatory = QLineEdit(), QLineEdit()
        self.content = GrowingTextEdit(lines=2, most=10)
        self.settles = SettlesList(bench)
        self._untouched = True
        self._lay_out()
        self._suggest_recipients()
        self._connect()
        self._start_from(record)
        self.begin()
        self._ask()

    def _lay_out(self) -> None:
        self.add_row_of("kind", self.kind)
        self.add_row_of("channel", self.channel)
        self.add_row_of("recipient", self.recipient)
        self.add_row_of("sent_at", self.sent_at)
        self.add_row_of("received_by", self.received_by, self.signatory, stretches=(1, 1))
        self.rows["signatory"], self._first["signatory"] = self.rows["received_by"], self.signatory
        self.add_row_of("content", self.content)
        self.fields.addWidget(self.settles)
        for edit in (self.received_by, self.signatory):
            edit.setMaxLength(60)

    def _suggest_recipients(self) -> None:
        completer = QCompleter(self.record.known_recipients(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.recipient.setCompleter(completer)

    def _connect(self) -> None:
        self.kind.changed.connect(self._on_kind)
        self.channel.changed.connect(self._ask)
        self.recipient.textChanged.connect(self._ask)
        self.sent_at.edit.textEdited.connect(self._on_time_touched)
        self.sent_at.value_changed.connect(self.settles.set_sent_at)
        self.content.submitted.connect(self._try_submit)
        self.bench.ticked.connect(self._on_ticked)

    def _start_from(self, record: IncidentRecord) -> None:
        owed = record.owed[0] if record.owed else None
        self.kind.set_options([(kind.value, word(kind)) for kind in ReportKind])
        self.channel.set_options([(channel.value, word(channel)) for channel in Channel])
        self.settles.set_owed(record.owed)
        self.kind.set_value(record.next_kind.value)
        last = record.reports[-1] if record.reports else None
        channel = owed.channel if owed else last.channel if last else Channel.PHONE
        self.channel.set_value(channel.value)
        self.recipient.setText(owed.recipient if owed else last.recipient if last else "")
        self._follow_clock()

    def words(self) -> None:
        self.set_title(self.tr("Record a report"))
        self.kind.set_options([(kind.value, word(kind)) for kind in ReportKind])
        self.channel.set_options([(channel.value, word(channel)) for channel in Channel])
        for name, label in (
            ("kind", self.tr("Report")),
            ("channel", self.tr("Channel")),
            ("recipient", self.tr("Sent to")),
            ("sent_at", self.tr("Sent at")),
            ("received_by", self.tr("Taken, signed by")),
            ("content", self.tr("Content")),
        ):
            self.rows[name].set_label(label)
        self.received_by.setPlaceholderText(self.tr("Who took it at the other end"))
        self.signatory.setPlaceholderText(self.tr("Signed off by: leader"))
        self.signatory.setAccessibleName(self.tr("Signed off by"))
        self.content.setPlaceholderText(self.tr("What was reported, in a few sentences"))
        self.save_button.setText(self.tr("Record"))
        self.show_record(self.record)

    def show_record(self, record: IncidentRecord) -> None:
        super().show_record(record)
        self.settles.set_owed(record.owed)
        self._ask()

    # -- begun for a limit, or for a kind ----------------------------------------------------------

    def begin_for(self, owed: Obligation) -> None:
        """Fill in what this limit asks for, unless something else was typed already."""
        if self.is_dirty():
            self.settles.choose(owed.id or 0)
            return
        self.kind.set_value(owed.kind.value)
        self.channel.set_value(owed.channel.value)
        self.recipient.setText(owed.recipient)
        self._pristine = self._snapshot()
        self._ask()

    def begin_with(self, kind: ReportKind) -> None:
        """Begin a report of this kind."""
        self.kind.set_value(kind.value)
        self._on_kind()

    def _on_kind(self) -> None:
        kind = ReportKind(self.kind.value() or ReportKind.INITIAL)
        match = next((each for each in self.record.owed if each.kind is kind), None)
        if match is not None and self.recipient.text() in ("", *self.record.known_recipients()):
            self.channel.set_value(match.channel.value)
            self.recipient.setText(match.recipient)
        self._ask()

    # -- live --------------------------------------------------------------------------------------

    def _follow_clock(self) -> None:
        now = self.bench.clock.now()
        self.sent_at.set_value(now)
        self.settles.set_sent_at(now)

    def _on_time_touched(self) -> None:
        self._untouched = False

    def _on_ticked(self, now: datetime) -> None:
        if self._untouched and self.isVisible():
            pristine = not self.is_dirty()
            self.sent_at.set_value(now)
            self.settles.set_sent_at(now)
            if pristine:
                self._pristine = self._snapshot()

    def _ask(self) -> None:
        """Ask which limits this report would settle."""
        self._show_subtitle()
        new = self._report()
        if not new.recipient:
            self.settles.set_met(())
            return
        self.bench.jobs.run(
            lambda: self._reports.would_meet(new),
            self.settles.set_met,
            self.show_problem,
            owner=self,
            lane="read",
            supersede="would_meet",
        )

    def _show_subtitle(self) -> None:
        kind = ReportKind(self.kind.value() or ReportKind.INITIAL)
        channel = Channel(self.channel.value() or Channel.PHONE)
        sequence = 0
        if kind is ReportKind.FOLLOWUP:
            to = "".join(self.recipient.text().split())
            sent = [each for each in self.record.reports if each.kind is kind and each.channel is channel]
            sequence = 1 + max((each.sequence for each in sent if "".join(each.recipient.split()) == to), default=0)
        self.set_subtitle(report_name(kind, channel, sequence))

    def _report(self) -> NewReport:
        return NewReport(
            incident_number=self.number,
            kind=ReportKind(self.kind.value() or ReportKind.INITIAL),
            channel=Channel(self.channel.value() or Channel.PHONE),
            recipient=self.recipient.text().strip(),
            sent_at=None if self._untouched else self.sent_at.value(),
            received_by=self.received_by.text(),
            signatory=self.signatory.text(),
            content=self.content.text(),
            obligation_ids=self.settles.chosen() if self.settles.by_hand() else None,
        )

    def submit(self) -> None:
        if not self._untouched and not self.check_time("sent_at", self.sent_at):
            return
        new = self._report()
        self.run(lambda: self._reports.record(new), self._on_recorded)

    def _on_recorded(self, outcome: ReportOutcome) -> None:
        self.end(outcome)
