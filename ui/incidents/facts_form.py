"""更正要素: the facts of an incident as they stand; what is changed is corrected, the old value stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget

from duty_console.incidents.model import FactCorrection
from duty_console.incidents.rules import LONGEST
from duty_console.limits.model import EventClass
from ui.incidents.form import IncidentForm
from ui.widgets import GrowingTextEdit, Segmented, TimeField
from ui.words import word

if TYPE_CHECKING:
    from duty_console.incidents.model import IncidentCard
    from duty_console.incidents.service import Incidents
    from ui.incidents.record import IncidentRecord
    from ui.workbench import Workbench

_LINES = ("title", "place", "type", "source_unit", "caller", "caller_post", "caller_phone")
_TEXTS = ("summary", "measures", "already_told")


class FactsForm(IncidentForm):
    """Corrects facts. `saved(IncidentCard)`."""

    def __init__(
        self, incidents: Incidents, bench: Workbench, record: IncidentRecord, parent: QWidget | None = None
    ) -> None:
        super().__init__(bench, record, parent)
        self._incidents = incidents
        self.event_class = Segmented(fill=True)
        self.occurred_at = TimeField(bench.clock, bench.zone)
        self.occurred_at.set_base(record.incident.received_at)
        self.lines = {name: QLineEdit() for name in _LINES}
        self.texts = {name: GrowingTextEdit(lines=2, most=6) for name in _TEXTS}
        self.reason = GrowingTextEdit(lines=2, most=4)
        for name, edit in self.lines.items():
            edit.setMaxLength(LONGEST[name])
        self._lay_out()
        self._fill(record)
        self.begin()

    def _lay_out(self) -> None:
        lines = self.lines
        self.add_row_of("title", lines["title"])
        self.add_row_of("place", lines["place"])
        self.add_row_of("occurred_at", self.occurred_at)
        self.add_row_of("event_class", self.event_class)
        self.add_row_of("type", lines["type"])
        self.add_row_of("source_unit", lines["source_unit"])
        self.add_row_of("caller", lines["caller"], lines["caller_post"], lines["caller_phone"], stretches=(2, 2, 3))
        for name in ("caller_post", "caller_phone"):
            self.rows[name] = self.rows["caller"]
            self._first[name] = lines[name]
        for name, edit in self.texts.items():
            self.add_row_of(name, edit)
        self.add_row_of("reason", self.reason)
        self.reason.submitted.connect(self._try_submit)

    def _fill(self, record: IncidentRecord) -> None:
        incident = record.incident
        self.event_class.set_options([(each.value, word(each)) for each in EventClass])
        self.event_class.set_value(incident.event_class.value)
        self.occurred_at.set_value(incident.occurred_at)
        for name, edit in self.lines.items():
            edit.setText(getattr(incident, name))
        for name, edit in self.texts.items():
            edit.set_text(getattr(incident, name))

    def words(self) -> None:
        self.set_title(self.tr("Correct the facts"), self.tr("the old value stays in the timeline"))
        self.event_class.set_options([(each.value, word(each)) for each in EventClass])
        for name, label in (
            ("title", self.tr("Title")),
            ("place", self.tr("Place")),
            ("occurred_at", self.tr("Occurred")),
            ("event_class", self.tr("Class")),
            ("type", self.tr("Type")),
            ("source_unit", self.tr("From")),
            ("caller", self.tr("Caller")),
            ("summary", self.tr("What")),
            ("measures", self.tr("Measures")),
            ("already_told", self.tr("Told so far")),
            ("reason", self.tr("Reason")),
        ):
            self.rows[name].set_label(label)
        for name, text in (
            ("caller", self.tr("Name")),
            ("caller_post", self.tr("Post")),
            ("caller_phone", self.tr("Phone")),
        ):
            self.lines[name].setPlaceholderText(text)
            self.lines[name].setAccessibleName(text)
        self.reason.setPlaceholderText(self.tr("How it turned out to be otherwise"))
        self.save_button.setText(self.tr("Correct"))
        self.foot_note.setText(self.tr("Limits that depend on a fact are worked out anew."))

    def changes(self) -> dict[str, Any]:
        """The facts that stand otherwise in the fields than in the record."""
        incident = self.record.incident
        found: dict[str, Any] = {}
        for name, edit in self.lines.items():
            if edit.text().strip() != getattr(incident, name):
                found[name] = edit.text()
        for name, edit in self.texts.items():
            if edit.text().strip() != getattr(incident, name):
                found[name] = edit.text()
        chosen = self.event_class.value()
        if chosen is not None and chosen != incident.event_class.value:
            found["event_class"] = EventClass(chosen)
        occurred = self.occurred_at.value()
        if occurred is not None and occurred != incident.occurred_at and self._time_typed():
            found["occurred_at"] = occurred
        return found

    def _time_typed(self) -> bool:
        """Whether the time was changed, not only shown without its seconds."""
        shown = TimeField(self.bench.clock, self.bench.zone)
        shown.set_base(self.record.incident.received_at)
        shown.set_value(self.record.incident.occurred_at)
        same = shown.text() == self.occurred_at.text()
        shown.deleteLater()
        return not same

    def submit(self) -> None:
        if not self.check_time("occurred_at", self.occurred_at):
            return
        changes = self.changes()
        if not changes:
            self.banner.show_message(
                self.tr("Nothing is changed yet."), self.tr("Change what is wrong, then correct."), tone="accent"
            )
            return
        number, correction = self.number, FactCorrection(reason=self.reason.text(), **changes)
        self.run(lambda: self._incidents.correct_facts(number, correction), self._on_corrected)

    def _on_corrected(self, card: IncidentCard) -> None:
        self.end(card)
