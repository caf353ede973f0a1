"""Why a report was late: asked once, as a fact; may be given later, until then the table says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.incidents.form import IncidentForm
from ui.incidents.wording import arrow, lateness
from ui.theme import theme
from ui.widgets import GrowingTextEdit, Text
from ui.words import when

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duty_console.limits.model import Obligation
    from duty_console.limits.service import Limits
    from ui.incidents.record import IncidentRecord
    from ui.workbench import Workbench


class LateReasonForm(IncidentForm):
    """One reason for the limits that one report met late."""

    def __init__(
        self,
        limits: Limits,
        bench: Workbench,
        record: IncidentRecord,
        late: Sequence[Obligation],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(bench, record, parent)
        self._limits = limits
        self._late = tuple(late)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(theme().px(6))
        self._lines = [Text("", "strong", "severe", wrap=True) for _ in self._late]
        for line in self._lines:
            self._facts.addWidget(line)
        self.fields.addLayout(self._facts)
        self.reason = GrowingTextEdit(lines=2, most=6)
        self.reason.set_text(next((each.late_reason for each in self._late if each.late_reason), ""))
        self.reason.submitted.connect(self._try_submit)
        self.add_row_of("late_reason", self.reason)
        self.begin()

    def words(self) -> None:
        self.set_title(self.tr("Sent after its limit"))
        now, zone = self.bench.clock.now(), self.bench.zone
        for line, owed in zip(self._lines, self._late, strict=True):
            said = self.tr("{report}: due {due}, sent {sent}, {late}")
            text = said.format(
                report=arrow(owed),
                due=when(owed.due_at, now, zone),
                sent=when(owed.settled_at or owed.due_at, now, zone),
                late=lateness(owed.late_seconds or 0),
            )
            line.setText(text)
        self.rows["late_reason"].set_label(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("What kept it back; it goes into the record as you write it"))
        self.save_button.setText(self.tr("Save reason"))
        self._discard.setText(self.tr("Later"))
        self.foot_note.setText(self.tr("The report is saved. Until a reason is given, the table says so."))

    def submit(self) -> None:
        ids = [each.id for each in self._late if each.id is not None]
        reason = self.reason.text()

        def work() -> None:
            for each in ids:
                self._limits.give_late_reason(each, reason)

        self.run(work, self._on_given)

    def _on_given(self, _nothing: None) -> None:
        self.end()
