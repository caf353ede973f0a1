"""A table with its form at the right: what the tabs of persons and units share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.theme import theme
from ui.widgets import EmptyState, Panel, TableBox, TableModel, Translated

if TYPE_CHECKING:
    from duty_console.errors import DutyError
    from ui.people.form_panel import FormPanel


class BookTab(Translated, QWidget):
    """Choosing a row fills the form, unless something unsaved is in it: then the form stays and says so."""

    def __init__(self, model: TableModel[Any], form: FormPanel, empty: EmptyState) -> None:
        super().__init__()
        self.model = model
        self._under_cursor: int | None = None
        self._saved: int | None = None
        self.form = form
        self.box = TableBox(model, empty=empty)
        self._hint = EmptyState("", icon="contact-round")
        self._side = QStackedWidget()
        self._side.setFixedWidth(theme().px(380))
        holder = Panel()
        holder.add(self._hint, 1)
        self._side.addWidget(holder)
        self._side.addWidget(form)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        row.addWidget(self.box, 1)
        row.addWidget(self._side)
        self.box.view.row_selected.connect(self._on_cursor)
        self.box.view.row_activated.connect(lambda row: self._on_selected(row))
        form.cancelled.connect(self._on_cancelled)
        model.refreshed.connect(self._on_refreshed)

    def is_dirty(self) -> bool:
        """Whether the form holds something unsaved."""
        return False

    def show_row(self, row: Any) -> None:  # noqa: ANN401 - a person or a unit
        """Fill the form with a row."""

    def follow(self, key: int) -> None:
        """Put the cursor on the row that was just saved, once the table has it; the form shows it already."""
        self._saved = key

    def _on_refreshed(self) -> None:
        key, self._saved = self._saved, None
        if key is not None:
            self._under_cursor = key
            self.box.view.select_key(key)

    def open_form(self) -> None:
        """Show the form instead of the hint."""
        self._side.setCurrentWidget(self.form)

    def close_form(self) -> None:
        """Show the hint."""
        self.form.clear_problems()
        self.form.hide_confirmation()
        self._side.setCurrentIndex(0)

    @property
    def form_is_open(self) -> bool:
        return self._side.currentWidget() is self.form

    def _on_cursor(self, row: Any) -> None:  # noqa: ANN401
        """The same row in another place was not chosen anew: others came in above it, and the form stays."""
        before, self._under_cursor = self._under_cursor, row.id if row is not None else None
        if self._under_cursor != before:
            self._on_selected(row)

    def _on_selected(self, row: Any) -> None:  # noqa: ANN401
        if row is None:
            return
        if self.form_is_open and self.is_dirty():
            self.form.banner.show_message(
                self.tr("This is not saved yet."), self.tr("Save it or cancel, then choose another."), tone="amber"
            )
            return
        self.show_row(row)
        self.open_form()

    def _on_cancelled(self) -> None:
        row = self.box.view.current_row()
        if row is not None and self.is_dirty():
            self.show_row(row)
        else:
            self.close_form()
        self.box.view.setFocus()

    def show_failure(self, problem: DutyError) -> None:
        """At its field, with all that was typed."""
        self.form.show_problem(problem)
