"""The right half of an incident's page: its tables or the form that is open. Forms with typed words stay alive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ui.incidents.form import IncidentForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.incidents.record import IncidentRecord


class FormDrawer(QStackedWidget):
    """Shows `tables` unless a form is open. Each incident has its own forms; `closed` when one made room again."""

    closed = Signal()

    def __init__(self, tables: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tables = tables
        self._number = ""
        self._record: IncidentRecord | None = None
        self._forms: dict[tuple[str, str], IncidentForm] = {}
        self._open_keys: dict[str, str] = {}
        self.addWidget(tables)

    def current_form(self) -> IncidentForm | None:
        """The form that is open."""
        shown = self.currentWidget()
        return shown if isinstance(shown, IncidentForm) else None

    def form(self, key: str) -> IncidentForm | None:
        """A form of this incident that is open or put aside."""
        return self._forms.get((self._number, key))

    def open(self, key: str, make: Callable[[IncidentRecord], IncidentForm]) -> IncidentForm:
        """Show a form, the one put aside if there is one."""
        form = self._forms.get((self._number, key))
        if form is None:
            if self._record is None:
                raise LookupError("no incident is shown")
            form = make(self._record)
            form.left.connect(self.leave)
            form.finished.connect(self._on_finished)
            self._forms[(self._number, key)] = form
            self.addWidget(form)
        self._open_keys[self._number] = key
        self._show(form)
        form.focus_first()
        return form

    def leave(self) -> None:
        """Back to the tables; what was typed stays, a form without any goes."""
        self._open_keys.pop(self._number, None)
        self._show(self._tables)
        for place, form in list(self._forms.items()):
            if not form.is_dirty():
                self._drop(place)
        self.closed.emit()

    def change_incident(self, record: IncidentRecord) -> None:
        """Another incident: its own form if one was open there, else the tables."""
        number = record.incident.number
        self._number, self._record = number, record
        key = self._open_keys.get(number)
        form = self._forms.get((number, key)) if key is not None else None
        self._show(form or self._tables)

    def show_record(self, record: IncidentRecord) -> None:
        """The incident changed: its forms shall know."""
        self._record = record
        for (number, _key), form in self._forms.items():
            if number == record.incident.number:
                form.show_record(record)

    def _show(self, widget: QWidget) -> None:
        # what is hidden with the focus in it would hand the focus to wherever Qt likes
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentWidget(widget)

    def _on_finished(self) -> None:
        form = self.sender()
        place = next((place for place, each in self._forms.items() if each is form), None)
        if place is None:
            return
        number, key = place
        shown = self.currentWidget() is form
        if self._open_keys.get(number) == key:
            del self._open_keys[number]
        if shown:
            self._show(self._tables)
        self._drop(place)
        if shown:
            self.closed.emit()

    def _drop(self, place: tuple[str, str]) -> None:
        form = self._forms.pop(place)
        if form is not self.currentWidget():
            self.removeWidget(form)
            form.deleteLater()
