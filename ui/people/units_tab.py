"""Units: found, added, changed, taken off the directory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from ui.people.book_tab import BookTab
from ui.people.columns import UnitSource, unit_columns
from ui.people.unit_form import UnitForm
from ui.theme import theme
from ui.widgets import EmptyState, TableModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from duty_console.people.model import Unit
    from duty_console.people.service import People
    from ui.workbench import Workbench


class UnitsTab(BookTab):
    """The table of units and the form of one."""

    def __init__(self, people: People, bench: Workbench) -> None:
        self._people, self._bench = people, bench
        self._source = UnitSource(people)
        self._form = UnitForm()
        self._empty = EmptyState("", icon="building-2")
        model = TableModel(unit_columns(), self._source, bench.jobs, row_key=lambda each: each.id)
        super().__init__(model, self._form, self._empty)
        model.setParent(self)
        self._left = QCheckBox()
        self.box.search.setMinimumWidth(theme().px(248))
        self.box.add_filter(self._left)
        self._left.toggled.connect(self._on_filter)
        self._empty.acted.connect(self.add_new)
        self._form.save_requested.connect(self._save)
        self._form.leave_requested.connect(lambda: self._change(self._people.leave_unit))
        self._form.return_requested.connect(lambda: self._change(self._people.return_unit))
        self.retranslate()

    def retranslate(self) -> None:
        self.model.set_columns(unit_columns())
        self.box.search.set_placeholder(self.tr("Name, number or place"))
        self._left.setText(self.tr("With those taken off"))
        self._empty.set(
            self.tr("No units are in the directory yet"),
            detail=self.tr("Departments, streets, enterprises and rescue teams, each with its duty phone."),
            action=self.tr("Add the first unit"),
        )
        self._hint.set(self.tr("Choose a unit to see and change"), detail=self.tr("Enter opens, Ctrl+N adds"))

    def refresh(self) -> None:
        """Read the rows in view."""
        self.model.refresh()

    def _on_filter(self) -> None:
        self._source.with_left = self._left.isChecked()
        self.model.load()

    def is_dirty(self) -> bool:
        return self._form.is_dirty()

    def show_row(self, row: Unit) -> None:
        self._form.show_unit(row)

    def add_new(self) -> None:
        """An empty form, the cursor in the name."""
        if self.form_is_open and self._form.unit is None and self.is_dirty():
            self._form.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.open_form()
        self._form.show_new()

    def _save(self) -> None:
        people, unit, entry = self._people, self._form.unit, self._form.entry()
        self._form.clear_problems()

        def work() -> Unit:
            return people.add_unit(entry) if unit is None else people.change_unit(unit.id, entry)

        self._bench.jobs.run(work, self._on_saved, self.show_failure, self)

    def _on_saved(self, unit: Unit) -> None:
        self._bench.note(self.tr("Saved: {name}").format(name=unit.name))
        self._show_changed(unit)

    def _show_changed(self, unit: Unit) -> None:
        self.show_row(unit)
        self.open_form()
        self.follow(unit.id)
        self.refresh()

    def _change(self, act: Callable[[int], Unit]) -> None:
        unit = self._form.unit
        if unit is not None:
            self._bench.jobs.run(lambda: act(unit.id), self._show_changed, self.show_failure, self)
