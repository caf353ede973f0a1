"""Persons: found by name, pinyin or number; added, changed, rung, taken off duty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from duty_console.people.model import Person, PersonEntry, Unit, UnitEntry
from duty_console.people.rules import NAME_MOST, tidy, tidy_phone
from ui.people.book_tab import BookTab
from ui.people.columns import PersonSource, person_columns
from ui.people.person_form import PersonForm
from ui.theme import theme
from ui.widgets import EmptyState, TableModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from duty_console.people.service import People
    from ui.workbench import Workbench


class PersonsTab(BookTab):
    """The table of persons and the form of one."""

    def __init__(self, people: People, bench: Workbench) -> None:
        self._people, self._bench = people, bench
        self._source = PersonSource(people)
        self._form = PersonForm(bench.zone)
        self._empty = EmptyState("", icon="contact-round")
        columns = person_columns(bench.clock.now(), bench.zone)
        model = TableModel(columns, self._source, bench.jobs, row_key=lambda each: each.id)
        super().__init__(model, self._form, self._empty)
        model.setParent(self)
        self._leaders, self._left = QCheckBox(), QCheckBox()
        self.box.search.setMinimumWidth(theme().px(248))
        self.box.add_filter(self._leaders)
        self.box.add_filter(self._left)
        self._leaders.toggled.connect(self._on_filter)
        self._left.toggled.connect(self._on_filter)
        self._empty.acted.connect(self.add_new)
        self._form.save_requested.connect(self._save)
        self._form.verify_requested.connect(self._verify)
        self._form.leave_requested.connect(self._leave)
        self._form.return_requested.connect(self._return)
        self.retranslate()

    def retranslate(self) -> None:
        self.model.set_columns(person_columns(self._bench.clock.now(), self._bench.zone))
        self.box.search.set_placeholder(self.tr("Name, pinyin or number"))
        self._leaders.setText(self.tr("Leaders only"))
        self._left.setText(self.tr("With those who left"))
        self._empty.set(
            self.tr("Nobody is in the directory yet"),
            detail=self.tr("Who is on duty, who reports, who must be reachable: with unit, title and phone."),
            action=self.tr("Add the first person"),
        )
        self._hint.set(self.tr("Choose somebody to see and change"), detail=self.tr("Enter opens, Ctrl+N adds"))

    def refresh(self) -> None:
        """Read the rows in view and the units on offer."""
        self.model.set_columns(person_columns(self._bench.clock.now(), self._bench.zone))
        self.model.refresh()
        self._bench.jobs.run(self._people.units, self._on_units, None, self, "read", supersede="units")

    def _on_units(self, units: Sequence[Unit]) -> None:
        self._form.set_units(units)

    def _on_filter(self) -> None:
        self._source.only_leaders, self._source.with_left = self._leaders.isChecked(), self._left.isChecked()
        self.model.load()

    @override
    def _on_refreshed(self) -> None:
        """Somebody else may have changed who is shown: follow, unless something is typed."""
        super()._on_refreshed()
        shown = self._form.person
        row = self.box.view.current_row()
        if (
            shown is not None
            and isinstance(row, Person)
            and row.id == shown.id
            and row != shown
            and not self.is_dirty()
        ):
            self.show_row(row)

    def is_dirty(self) -> bool:
        return self._form.is_dirty()

    def show_row(self, row: Person) -> None:
        self._form.show_person(row, self._bench.clock.now())

    def add_new(self) -> None:
        """An empty form, the cursor in the name."""
        if self.form_is_open and self._form.person is None and self.is_dirty():
            self._form.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.open_form()
        self._form.show_new()

    # -- use cases ------------------------------------------------------------------------------

    def _save(self) -> None:
        form, people = self._form, self._people
        form.clear_problems()
        unit_id, new_unit = form.unit_chosen()
        person, entry = form.person, form.entry(unit_id)

        def work() -> Person:
            checked = _with_unit(people, entry, new_unit)
            return people.add_person(checked) if person is None else people.change_person(person.id, checked)

        self._bench.jobs.run(work, self._on_saved, self.show_failure, self)

    def _on_saved(self, person: Person) -> None:
        self._bench.note(self.tr("Saved: {name}").format(name=person.display))
        self._show_changed(person)

    def _show_changed(self, person: Person) -> None:
        self.show_row(person)
        self.open_form()
        self.follow(person.id)
        self.refresh()

    def _verify(self) -> None:
        self._change(lambda number: self._people.verify_phone(number))

    def _leave(self) -> None:
        self._change(lambda number: self._people.leave_person(number))

    def _return(self) -> None:
        self._change(lambda number: self._people.return_person(number))

    def _change(self, act: Callable[[int], Person]) -> None:
        person = self._form.person
        if person is not None:
            self._bench.jobs.run(lambda: act(person.id), self._show_changed, self.show_failure, self)


def _with_unit(people: People, entry: PersonEntry, new_unit: str) -> PersonEntry:
    """Add the unit first where it is new; not before name and numbers are sound, so that no unit is left over."""
    if not new_unit:
        return entry
    tidy("name", entry.name, NAME_MOST, missing="name_missing")
    tidy_phone("phone", entry.phone)
    tidy_phone("second_phone", entry.second_phone)
    unit = people.add_unit(UnitEntry(new_unit))
    return PersonEntry(entry.name, unit.id, entry.title, entry.phone, entry.second_phone, entry.leader, entry.note)
