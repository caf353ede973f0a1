"""事件: the list, and the page of one incident."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override

from ui.incidents.list_panel import IncidentList
from ui.incidents.record import TABLES

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from duty_console.changes import Change
    from duty_console.dutylog.service import DutyLog
    from duty_console.errors import DutyError
    from duty_console.incidents.service import Incidents
    from duty_console.limits.service import Limits
    from duty_console.reports.service import Reports
    from ui.incidents.incident_view import IncidentView
    from ui.incidents.record import IncidentRecord
    from ui.workbench import Workbench

_LISTED = frozenset({"incident", "obligation"})


class IncidentsPage(QWidget):
    """The frame routes `bench.incident_requested` to `show_incident` and `bench.report_requested` to `open_report`."""

    def __init__(
        self,
        incidents: Incidents,
        dutylog: DutyLog,
        reports: Reports,
        limits: Limits,
        bench: Workbench,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = (incidents, dutylog, reports, limits)
        self._bench = bench
        self._view: IncidentView | None = None
        self._list_stale = self._view_stale = False
        self._loaded = False
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self.list = IncidentList(incidents, bench)
        self.list.opened.connect(self.show_incident)
        self._stack.addWidget(self.list)
        bench.changed.connect(self._on_changed)

    # -- what is shown -----------------------------------------------------------------------------

    @property
    def view(self) -> IncidentView:
        """The page of one incident, made when it is first wanted."""
        if self._view is None:
            from ui.incidents.incident_view import IncidentView  # its forms and tables cost some milliseconds

            self._view = IncidentView(*self._services, self._bench)
            self._view.left.connect(self.show_list)
            self._view.unreadable.connect(self._on_unreadable)
            self._stack.addWidget(self._view)
        return self._view

    def shown_number(self) -> str:
        """The incident that is open, empty while the list stands."""
        return self._view.number if self._view is not None and self._stack.currentWidget() is self._view else ""

    def show_list(self) -> None:
        """Back to the list, with the cursor on the incident that was open."""
        number = self.shown_number()
        self._stack.setCurrentWidget(self.list)
        self._refresh_list()
        if number:
            self.list.view.select_key(number)
        self.list.view.setFocus()

    def show_incident(self, number: str) -> None:
        """Open an incident by its number."""
        self.view.show_incident(number)
        self._stack.setCurrentWidget(self.view)

    def open_report(self, number: str, obligation_id: int) -> None:
        """Open an incident with its report form, begun for this obligation (0: for what is owed next)."""

        def write(record: IncidentRecord) -> None:
            owed = next((each for each in record.obligations if each.id == obligation_id), None)
            self.view.write_report(owed)

        self.view.show_incident(number, write)
        self._stack.setCurrentWidget(self.view)

    def _on_unreadable(self, problem: DutyError) -> None:
        self.show_list()
        self.list.box.banner.show_problem(problem)

    # -- staying true ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read again what is in view."""
        if self.shown_number():
            self._view_stale = False
            self.view.reload()
        else:
            self._list_stale = True
            self._refresh_list()

    def _refresh_list(self) -> None:
        if not self._loaded:
            self._loaded = True
            self.list.load()
            # so that the first incident opens as quickly as the next
            self._bench.jobs.run(lambda: import_module("ui.incidents.incident_view"), owner=self, lane="read")
        elif self._list_stale:
            self.list.refresh()
        self._list_stale = False

    def _on_changed(self, change: Change) -> None:
        if change.tables & _LISTED:
            if self.isVisible() and not self.shown_number() and self._loaded:
                self.list.refresh()
            else:
                self._list_stale = True
        if change.tables & TABLES and self._view is not None and self._view.number:
            if self.isVisible() and self.shown_number():
                self.view.reload()
            else:
                self._view_stale = True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.shown_number():
            self._refresh_list()
            self.list.view.setFocus()
        elif self._view_stale:
            self._view_stale = False
            self.view.reload()
