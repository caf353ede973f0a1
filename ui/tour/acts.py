"""What the script does again and again: go to a page, take a call down, open an incident, report."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.incidents.page import IncidentsPage
from ui.incidents.report_form import ReportForm
from ui.now.page import NowPage
from ui.tour.cast import LEADERS

if TYPE_CHECKING:
    from duty_console.limits.model import Obligation
    from ui.incidents.form import IncidentForm
    from ui.incidents.incident_view import IncidentView
    from ui.intake.call import IntakePanel
    from ui.now.card import CardView, RowView
    from ui.tour.stage import Stage

Kind = TypeVar("Kind", bound=QWidget)
Form = TypeVar("Form", bound="IncidentForm")


class Acts:
    """The officer's routine on a stage."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def page(self, key: str, kind: type[Kind]) -> Kind:
        """Return a page of the window. RuntimeError when it is not what it should be."""
        found = self._stage.window.page(key)
        if not isinstance(found, kind):
            raise RuntimeError(f"the page {key} is a {type(found).__name__}")
        return found

    # -- calls ---------------------------------------------------------------------------------------------------

    def call(self) -> IntakePanel:
        """Return the call in hand. RuntimeError when F2 opened none."""
        dock = self._stage.window.dock
        panel = dock.current if dock is not None else None
        if panel is None:
            raise RuntimeError("F2 opened no call")
        return panel

    def take_down(self, event_class: str = "accident", **said: str) -> None:
        """Fill the call in hand in the order of speech."""
        stage, form = self._stage, self.call().form
        for name, text in said.items():
            if name == "type":
                stage.choose(form.event_class, event_class)
            stage.fill(form.widget(name), text)
        stage.press(Qt.Key.Key_Tab)
        stage.pause()
        stage.look()

    def record_call(self) -> None:
        """Ctrl+Enter. RuntimeError when the call is still open then."""
        dock, before = self._stage.window.dock, self.call()
        self._stage.ctrl(Qt.Key.Key_Return)
        self._stage.look()
        if dock is not None and dock.current is before and before.isVisible():
            raise RuntimeError("the call was not recorded")

    def discard_call(self, reason: str) -> None:
        """The caller hung up: a line remains in the log."""
        stage, call = self._stage, self.call()
        stage.click(call.header.discard_button)
        stage.write(reason)
        stage.press(Qt.Key.Key_Return)

    # -- incidents -----------------------------------------------------------------------------------------------

    def card(self, number: str) -> CardView | RowView:
        """Find an incident on the Now page. RuntimeError when it is not there."""
        now = self.page("now", NowPage)
        self._stage.ctrl(Qt.Key.Key_1)
        for each in (*now.cards.views, *now.cards.rows):
            if each.card is not None and each.card.incident.number == number:
                return each
        raise RuntimeError(f"{number} is not on the Now page")

    def open_incident(self, number: str) -> IncidentView:
        """Enter on its card."""
        self._stage.tab_to(self.card(number))
        self._stage.press(Qt.Key.Key_Return)
        view = self.page("incidents", IncidentsPage).view
        if view.number != number or view.record is None:
            raise RuntimeError(f"{number} was not opened")
        return view

    def open_limits(self, number: str) -> list[Obligation]:
        """What an incident still owes, the earliest first, as its card has it."""
        shown = self.card(number).card
        owed = shown.obligations if shown is not None else ()
        return sorted((each for each in owed if each.is_open), key=lambda each: each.due_at)

    def form(self, kind: type[Form]) -> Form:
        """Return the form that is open at the right. RuntimeError when there is none of this kind."""
        found = self.page("incidents", IncidentsPage).view.drawer.current_form()
        if not isinstance(found, kind):
            raise RuntimeError(f"no {kind.__name__} is open")
        return found

    def begin_report(self, number: str, received_by: str, content: str = "") -> ReportForm:
        """R on the card of an incident opens the report it owes first; fill in who took it and who signed."""
        stage = self._stage
        stage.tab_to(self.card(number))
        stage.press(Qt.Key.Key_R)
        form = self.form(ReportForm)
        stage.fill(form.received_by, received_by)
        stage.fill(form.signatory, LEADERS[0].name)
        if content:
            stage.fill(form.content, content)
        stage.pause()
        return form

    def send(self) -> None:
        """Ctrl+Enter in the form at the right. RuntimeError when it refuses."""
        drawer = self.page("incidents", IncidentsPage).view.drawer
        before = drawer.current_form()
        self._stage.ctrl(Qt.Key.Key_Return)
        self._stage.look()
        if before is not None and drawer.current_form() is before:
            raise RuntimeError(f"{type(before).__name__} was not saved")

    def report(self, number: str, received_by: str, content: str = "") -> None:
        """Send what an incident owes first, now."""
        self.begin_report(number, received_by, content)
        self.send()
