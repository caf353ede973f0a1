"""改等级: the grade, the reason, and live the limits that a higher grade adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from duty_console.incidents.rules import suggestion_for
from duty_console.limits.model import Grade
from ui.incidents.form import IncidentForm
from ui.incidents.wording import arrow, due_line
from ui.intake.grade_words import clause_of, reason_of
from ui.theme import theme
from ui.widgets import Button, ElidedText, GrowingTextEdit, SectionHeader, Segmented, Text, TimeField
from ui.words import word

if TYPE_CHECKING:
    from duty_console.incidents.model import IncidentCard
    from duty_console.incidents.service import Incidents
    from duty_console.limits.model import GradeSuggestion, Obligation
    from ui.incidents.record import IncidentRecord
    from ui.workbench import Workbench

_GRADES = tuple(sorted(Grade, key=lambda grade: -grade.rank))


class GradeForm(IncidentForm):
    """Sets the grade. `saved(IncidentCard)`."""

    def __init__(
        self, incidents: Incidents, bench: Workbench, record: IncidentRecord, parent: QWidget | None = None
    ) -> None:
        super().__init__(bench, record, parent)
        self._incidents = incidents
        self._added: tuple[Obligation, ...] | None = None
        self.grade = Segmented(fill=True)
        self.reason = GrowingTextEdit(lines=2, most=6)
        self.at = TimeField(bench.clock, bench.zone)
        self._suggested = Text("", "dense", wrap=True)
        self._clause = Text("", "label", "muted", wrap=True)
        self._take = Button("", kind="link")
        self._head = SectionHeader("")
        self._limits = QVBoxLayout()
        self._lay_out()
        self._show_options()
        self.begin()

    def _lay_out(self) -> None:
        self.add_row_of("grade", self.grade)
        suggested = QWidget()
        column = QVBoxLayout(suggested)
        column.setContentsMargins(0, theme().px(6), 0, 0)
        column.setSpacing(theme().px(2))
        for widget in (self._suggested, self._clause):
            column.addWidget(widget)
        column.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_row_of("suggested", suggested)
        self.add_row_of("reason", self.reason)
        self.add_row_of("at", self.at)
        self.fields.addSpacing(theme().px(4))
        self.fields.addWidget(self._head)
        self._limits.setSpacing(theme().px(4))
        self.fields.addLayout(self._limits)
        self._take.clicked.connect(self.take_suggestion)
        self.grade.changed.connect(lambda _value: self._ask())
        self.reason.submitted.connect(self._try_submit)

    def _show_options(self) -> None:
        self.grade.set_options([(grade.value, f"{grade.roman} {word(grade)}") for grade in _GRADES])

    def suggestion(self) -> GradeSuggestion:
        """What 国务院令第493号 Art 3 gives for the numbers now known."""
        incident = self.record.incident
        return suggestion_for(incident.event_class, incident.casualties)

    def words(self) -> None:
        self.set_title(self.tr("Change the grade"))
        self._show_options()
        self.rows["grade"].set_label(self.tr("Grade"))
        self.rows["suggested"].set_label(self.tr("Suggested"))
        self.rows["reason"].set_label(self.tr("Reason"))
        self.at.edit.setPlaceholderText(self.tr("now"))
        self.rows["at"].set_label(self.tr("Graded at"))
        self.reason.setPlaceholderText(self.tr("Why this grade; it is printed with the incident"))
        self.save_button.setText(self.tr("Set grade"))
        self.show_record(self.record)

    def show_record(self, record: IncidentRecord) -> None:
        super().show_record(record)
        suggestion = self.suggestion()
        self._suggested.setText(reason_of(suggestion))
        self._clause.setText(clause_of(suggestion))
        self._take.setVisible(suggestion.grade not in (None, record.incident.grade))
        if suggestion.grade is not None:
            self._take.setText(self.tr("Take {grade} as suggested").format(grade=word(suggestion.grade)))
        self._show_added()

    def take_suggestion(self) -> None:
        """Fill in what the rules suggest, with its reason."""
        suggestion = self.suggestion()
        if suggestion.grade is None:
            return
        self.grade.set_value(suggestion.grade.value)
        if not self.reason.text().strip():
            self.reason.set_text(suggestion.basis)
        self._ask()

    # -- live --------------------------------------------------------------------------------------

    def _ask(self) -> None:
        chosen, number = self.grade.value(), self.number
        self.rows["grade"].set_problem(None)
        if chosen is None:
            return
        self.bench.jobs.run(
            lambda: self._incidents.would_add(number, Grade(chosen)),
            self._on_answer,
            self.show_problem,
            owner=self,
            lane="read",
            supersede="would_add",
        )

    def _on_answer(self, added: tuple[Obligation, ...]) -> None:
        self._added = added
        self._show_added()

    def _show_added(self) -> None:
        while (item := self._limits.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        added = self._added
        self._head.setVisible(added is not None)
        if added is None:
            return
        self._head.set(title=self.tr("Limits that this adds"), count=str(len(added)))
        if not added:
            said = self.tr("None. Limits that are there stay; a lower grade takes none away.")
            self._limits.addWidget(Text(said, "dense", "muted", wrap=True))
        for owed in added:
            self._limits.addWidget(ElidedText(arrow(owed), "strong"))
            line = due_line(owed, self.bench.clock.now(), self.bench.zone)
            self._limits.addWidget(ElidedText(f"{line} · {owed.source}", "label", "muted"))

    def submit(self) -> None:
        chosen = self.grade.value()
        if chosen is None:
            self.show_field_problem("grade", self.tr("Choose a grade."))
            return
        if not self.check_time("at", self.at):
            return
        number, reason, at = self.number, self.reason.text(), self.at.value()
        self.run(lambda: self._incidents.regrade(number, Grade(chosen), reason, at), self._on_graded)

    def _on_graded(self, card: IncidentCard) -> None:
        self.end(card)
