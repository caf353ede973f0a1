"""记伤亡: the numbers as they are now said to be, from whom, when; a fall of dead or injured asks why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from duty_console.errors import DutyError, InputProblem
from duty_console.incidents.model import COUNTS, Casualties
from duty_console.incidents.rules import shrinking
from ui.incidents.count_words import count_name
from ui.incidents.form import IncidentForm
from ui.incidents.wording import listed
from ui.intake.grade_words import money_words
from ui.intake.money import yuan_of
from ui.theme import theme
from ui.widgets import GrowingTextEdit, NumberField, Text, TimeField

if TYPE_CHECKING:
    from duty_console.incidents.model import IncidentCard
    from duty_console.incidents.service import Incidents
    from ui.incidents.record import IncidentRecord
    from ui.workbench import Workbench

PEOPLE = tuple(name for name in COUNTS if name != "direct_loss_yuan")


class CasualtyForm(IncidentForm):
    """Records new numbers. `saved(IncidentCard)`."""

    def __init__(
        self, incidents: Incidents, bench: Workbench, record: IncidentRecord, parent: QWidget | None = None
    ) -> None:
        super().__init__(bench, record, parent)
        self._incidents = incidents
        self.numbers = {name: NumberField(maximum=9_999_999) for name in PEOPLE}
        self._captions = {name: Text("", "label", "muted") for name in PEOPLE}
        self.loss = QLineEdit()
        self.loss.setFixedWidth(theme().px(120))
        self._loss_unit = Text("", "dense", "muted")
        self._loss_said = Text("", "label", "muted")
        self.source = QLineEdit()
        self.source.setMaxLength(120)
        self.at = TimeField(bench.clock, bench.zone)
        self.reason = GrowingTextEdit(lines=2, most=6)
        self._lay_out()
        self._fill(record)
        self.begin()
        self._weigh()

    def _lay_out(self) -> None:
        people = QWidget()
        grid = QGridLayout(people)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(8))
        grid.setVerticalSpacing(theme().px(2))
        for place, name in enumerate(PEOPLE):
            self._captions[name].setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(self._captions[name], 0, place)
            grid.addWidget(self.numbers[name], 1, place)
            grid.setColumnStretch(place, 1)
        row = self.add_row_of("casualties", people)
        for name, field in self.numbers.items():
            self.rows[name] = row
            self._first[name] = field
            self._watch(name, field, row)
            field.value_changed.connect(self._weigh)
        self._first["casualties"] = self.numbers["deaths"]
        self.add_row_of("direct_loss_yuan", self.loss, self._loss_unit, self._loss_said, stretches=(0, 0, 1))
        self.loss.textChanged.connect(self._weigh)
        self.add_row_of("source", self.source)
        self.add_row_of("at", self.at)
        self.add_row_of("reason", self.reason)
        self.reason.submitted.connect(self._try_submit)

    def _fill(self, record: IncidentRecord) -> None:
        known = record.incident.casualties
        for name, field in self.numbers.items():
            field.set_value(getattr(known, name))
        yuan = known.direct_loss_yuan
        self.loss.setText("" if yuan is None else f"{yuan / 10_000:.10g}" if yuan % 100 == 0 else f"{yuan}元")

    def words(self) -> None:
        self.set_title(self.tr("Record casualties"), self.tr("– is not known, which is not 0"))
        for name, caption in self._captions.items():
            caption.setText(count_name(name))
            self.numbers[name].setAccessibleName(count_name(name))
        for name, label in (
            ("casualties", self.tr("People")),
            ("direct_loss_yuan", self.tr("Direct loss")),
            ("source", self.tr("Source")),
            ("at", self.tr("As of")),
            ("reason", self.tr("Reason")),
        ):
            self.rows[name].set_label(label)
        self.at.edit.setPlaceholderText(self.tr("now"))
        self._loss_unit.setText(self.tr("ten thousand yuan"))
        self.source.setPlaceholderText(self.tr("Who says so"))
        self.reason.setPlaceholderText(self.tr("Why the figure goes down"))
        self.save_button.setText(self.tr("Record"))
        self._weigh()

    # -- reading -----------------------------------------------------------------------------------

    def casualties(self) -> Casualties:
        """The numbers as they stand in the fields. Raises ValueError for a loss that is no amount."""
        people = {name: field.value() for name, field in self.numbers.items()}
        return Casualties(**people, direct_loss_yuan=yuan_of(self.loss.text()))

    def _weigh(self) -> None:
        """Show the reason field when a number falls, and the loss in figures."""
        try:
            new = self.casualties()
            yuan = new.direct_loss_yuan
            self._loss_said.setText("" if yuan is None else f"= {money_words(yuan)}")
        except ValueError:
            new = replace(self.record.incident.casualties, **{n: f.value() for n, f in self.numbers.items()})
            self._loss_said.setText("")
        fallen = shrinking(self.record.incident.casualties, new)
        self.rows["reason"].setVisible(bool(fallen))
        names = listed(count_name(name) for name in fallen)
        self.foot_note.setText(
            self.tr("{figures}: lower than before. Say why; both figures stay in the record.").format(figures=names)
            if fallen
            else self.tr("Each change stays as a row of its own.")
        )

    def submit(self) -> None:
        if not self.check_time("at", self.at):
            return
        try:
            new = self.casualties()
        except ValueError:
            self.show_field_problem("direct_loss_yuan", self.tr("Not an amount. Write 120, 1.5亿 or 9800元."))
            return
        source, at, reason = self.source.text(), self.at.value(), self.reason.text()
        number = self.number
        self.run(lambda: self._incidents.update_casualties(number, new, source, at, reason), self._on_recorded)

    def _on_recorded(self, card: IncidentCard) -> None:
        self.end(card)

    def show_problem(self, problem: DutyError) -> None:
        if isinstance(problem, InputProblem) and problem.code == "reason_missing_for_fall":
            names = [count_name(name) for name in str(problem.values.get("fields", "")).split(", ") if name]
            self.rows["reason"].setVisible(True)
            said = self.tr("{figures} goes down. Say why.").format(figures=listed(names))
            self.show_field_problem("reason", said)
            return
        super().show_problem(problem)
