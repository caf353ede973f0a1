"""The form of one person: who, where, how to reach, and whether the number was rung."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from duty_console.errors import InputProblem
from duty_console.people.model import Person, PersonEntry, Unit
from duty_console.people.rules import tidy_phone
from ui.people.columns import is_fresh, verified_words
from ui.people.form_panel import FormPanel
from ui.problems import words_for
from ui.theme import theme
from ui.widgets import Button, FieldRow, GrowingTextEdit, IconText, SuggestField, Suggestion

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from zoneinfo import ZoneInfo


class PersonForm(FormPanel):
    """Shows a person or takes down a new one. `verify_requested()` after the number was rung."""

    verify_requested = Signal()

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._units: Sequence[Unit] = ()
        self._person: Person | None = None
        self._clean = PersonEntry("")
        self._clean_unit = ""
        self.name, self.title = QLineEdit(), QLineEdit()
        self.unit = SuggestField(self._matching_units)
        self.phone, self.second_phone = QLineEdit(), QLineEdit()
        self.leader = QCheckBox()
        self.note = GrowingTextEdit(lines=2, most=5)
        self._verified = IconText("phone", "", role="dense", tone="muted")
        self.verify = Button("", icon="phone-call")
        for field, name in (
            (self.name, "name"),
            (self.unit, "unit_id"),
            (self.title, "title"),
            (self.phone, "phone"),
        ):
            self.add_field(name, FieldRow("", field))
            if name == "unit_id":
                self.fields.addWidget(self._make_new_unit_note())
        self.fields.addWidget(self._make_verification())
        self.add_field("second_phone", FieldRow("", self.second_phone))
        self.add_field("leader", FieldRow("", self.leader))
        self.add_field("note", FieldRow("", self.note))
        self.fields.addStretch(1)
        self._connect()
        self.retranslate()

    def _make_new_unit_note(self) -> QWidget:
        self._new_unit = QFrame()
        row = QHBoxLayout(self._new_unit)
        row.setContentsMargins(theme().px(80), 0, 0, 0)
        self._new_unit_words = IconText("plus", "", role="label", tone="accent")
        row.addWidget(self._new_unit_words)
        row.addStretch(1)
        self._new_unit.hide()
        return self._new_unit

    def _make_verification(self) -> QWidget:
        self._verification = QFrame()
        row = QHBoxLayout(self._verification)
        row.setContentsMargins(theme().px(80), 0, 0, 0)
        row.addWidget(self._verified)
        row.addStretch(1)
        row.addWidget(self.verify)
        return self._verification

    def _connect(self) -> None:
        self.verify.clicked.connect(self.verify_requested)
        self.phone.editingFinished.connect(lambda: self._check_phone("phone", self.phone))
        self.second_phone.editingFinished.connect(lambda: self._check_phone("second_phone", self.second_phone))
        self.phone.textEdited.connect(lambda _text: self.row("phone").set_problem(None))
        self.phone.textChanged.connect(lambda _text: self._show_verification())
        self.unit.textChanged.connect(lambda _text: self._say_new_unit())
        self.name.textChanged.connect(lambda text: self.row("name").set_done(bool(text.strip())))

    def retranslate(self) -> None:
        super().retranslate()
        self.relabel(
            {
                "name": self.tr("Name"),
                "unit_id": self.tr("Unit"),
                "title": self.tr("Title"),
                "phone": self.tr("Phone"),
                "second_phone": self.tr("Other"),
                "leader": self.tr("Duty"),
                "note": self.tr("Note"),
            }
        )
        self.leader.setText(self.tr("May lead a shift"))
        self.unit.setPlaceholderText(self.tr("Choose, or write a new one"))
        self.phone.setPlaceholderText("138 0000 0000")
        self.verify.setText(self.tr("Rung and right"))
        self._show_head()

    # -- showing --------------------------------------------------------------------------------

    def set_units(self, units: Sequence[Unit]) -> None:
        """The units on offer."""
        self._units = units
        self._say_new_unit()

    def show_person(self, person: Person, now: datetime) -> None:
        """Show somebody."""
        self._now = now
        entry = PersonEntry(
            person.name,
            person.unit_id,
            person.title,
            person.phone,
            person.second_phone,
            person.leader,
            person.note,
        )
        self._fill(person, entry, person.unit_name)

    def show_new(self) -> None:
        """An empty form."""
        self._fill(None, PersonEntry(""), "")
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, person: Person | None, entry: PersonEntry, unit_name: str) -> None:
        self._person, self._clean, self._clean_unit = person, entry, unit_name
        self.clear_problems()
        self.hide_confirmation()
        self.name.setText(entry.name)
        self.unit.setText(unit_name)
        self.title.setText(entry.title)
        self.phone.setText(entry.phone)
        self.second_phone.setText(entry.second_phone)
        self.leader.setChecked(entry.leader)
        self.note.set_text(entry.note)
        self._show_head()

    @property
    def person(self) -> Person | None:
        """Who is shown; None for a new one."""
        return self._person

    def _show_head(self) -> None:
        person = self._person
        self.set_title(self.tr("New person") if person is None else person.display)
        left = person is not None and not person.active
        self.set_note(self.tr("Left") if left else "", "severe")
        self.leave.setVisible(person is not None)
        self.leave.setText(self.tr("Bring back") if left else self.tr("Has left"))
        self._show_verification()

    def _show_verification(self) -> None:
        person = self._person
        self._verification.setVisible(person is not None and bool(person.phone))
        if person is None:
            return
        changed = self.phone.text().strip() != person.phone
        self.verify.setEnabled(not changed)
        if changed:
            self._verified.set("info", self.tr("Save the new number first"), "muted")
        elif person.phone_verified_at is None:
            self._verified.set("phone-off", self.tr("Not rung yet"), "severe")
        else:
            fresh = is_fresh(person, self._now)
            day = verified_words(person, self._now, self._zone)
            self._verified.set(
                "check" if fresh else "phone-off",
                self.tr("Last rung {day}").format(day=day),
                "good" if fresh else "severe",
            )

    # -- reading --------------------------------------------------------------------------------

    def is_dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.entry(self._clean.unit_id) != self._clean or self.unit.text().strip() != self._clean_unit

    def entry(self, unit_id: int | None) -> PersonEntry:
        """What was entered, with the unit's id."""
        return PersonEntry(
            self.name.text().strip(),
            unit_id,
            self.title.text().strip(),
            self.phone.text().strip(),
            self.second_phone.text().strip(),
            self.leader.isChecked(),
            self.note.text().strip(),
        )

    def unit_chosen(self) -> tuple[int | None, str]:
        """The id of the unit named, and the name of a new one where there is none of that name."""
        name = " ".join(self.unit.text().split())
        found = next((each for each in self._units if each.name == name), None)
        if found is not None or not name:
            return (found.id if found is not None else None), ""
        if self._person is not None and name == self._person.unit_name:
            return self._person.unit_id, ""  # a unit that is no longer in use
        return None, name

    def _matching_units(self, typed: str) -> list[Suggestion]:
        text = typed.casefold()
        found = [each for each in self._units if text in each.name.casefold()]
        found.sort(key=lambda each: (not each.name.casefold().startswith(text), each.id))
        rows = [Suggestion(each.id, each.name, each.region) for each in found[:7]]
        if typed and all(each.name != typed for each in self._units):
            rows.append(Suggestion(None, typed, icon="plus", label=self.tr("New unit {name}").format(name=typed)))
        return rows

    def _say_new_unit(self) -> None:
        _unit_id, new = self.unit_chosen()
        self._new_unit.setVisible(bool(new))
        self._new_unit_words.set(text=self.tr("Will be added as a new unit"))
        row = self.row("unit_id")
        row.set_done(bool(self.unit.text().strip()) and not new)

    def _check_phone(self, name: str, field: QLineEdit) -> None:
        """Say at once that a number cannot be one, and write a good one as it is read aloud."""
        try:
            field.setText(tidy_phone(name, field.text()))
        except InputProblem as problem:
            self.row(name).set_problem(str(words_for(problem)))
        else:
            self.row(name).set_problem(None)

    @override
    def _on_leave(self) -> None:
        if self._person is not None and not self._person.active:
            self.return_requested.emit()
            return
        self.ask_to_leave(
            self.tr(
                "From the next shift on, {name} is no longer on duty: those cells become gaps. The past stays."
            ).format(name=self.name.text()),
            self.tr("Has left"),
        )
