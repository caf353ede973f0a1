"""The dock at the right of the window: one panel per call, beside the page and never over it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from duty_console.incidents.drafts import Draft, DraftStore, StoredDrafts
from duty_console.incidents.model import IncidentFilter, RecordedIncident
from ui.intake.call import IntakePanel
from ui.theme import theme
from ui.widgets import Banner, Button, Line, Segmented, Text, Translated
from ui.widgets.painted import elided

if TYPE_CHECKING:
    from duty_console.dutylog.service import DutyLog
    from duty_console.errors import DutyError
    from duty_console.incidents.service import Incidents
    from ui.workbench import Workbench

__all__ = ["IntakeDock", "IntakePanel"]

WIDTH = 520
STRIP = 52


class IntakeDock(Translated, QFrame):
    """Goes into the window's row right of the pages; hidden while there is no call.

    `open_call` is F2. Drafts of the last run open by themselves. `calls_changed(n)` tells how many calls are open,
    `incident_recorded(RecordedIncident)` that one became an incident. On closing the window call `save_all`.
    """

    calls_changed = Signal(int)
    incident_recorded = Signal(object)

    def __init__(
        self,
        incidents: Incidents,
        dutylog: DutyLog,
        drafts: DraftStore,
        bench: Workbench,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._incidents, self._dutylog, self._drafts, self._bench = incidents, dutylog, drafts, bench
        self._panels: list[IntakePanel] = []
        self._minimised = False
        self.setProperty("part", "surface")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._build()
        self._shortcut("Ctrl+Tab", lambda: self._step(1))
        self._shortcut("Ctrl+Shift+Tab", lambda: self._step(-1))
        restore = QShortcut(QKeySequence("Shift+F2"), self)
        restore.setContext(Qt.ShortcutContext.WindowShortcut)
        restore.activated.connect(self.toggle)
        bench.ticked.connect(self._on_ticked)
        self.retranslate()
        self._arrange()
        bench.jobs.run(drafts.load_all, self._on_loaded, bench.problem, owner=self, lane="read")

    def _build(self) -> None:
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Line(upright=True, strong=True))
        self._strip = QWidget()
        self._strip.setFixedWidth(px(STRIP) - 1)
        self._strip_column = QVBoxLayout(self._strip)
        self._strip_column.setContentsMargins(px(4), px(10), px(4), px(10))
        self._strip_column.setSpacing(px(8))
        row.addWidget(self._strip)
        self._open = QWidget()
        column = QVBoxLayout(self._open)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._tab_bar = QWidget()
        bar = QHBoxLayout(self._tab_bar)
        bar.setContentsMargins(px(16), px(8), px(16), px(8))
        self.tabs = Segmented()
        self.tabs.changed.connect(self._on_tab)
        bar.addWidget(self.tabs)
        bar.addStretch(1)
        self._tab_hint = Text("", "label", "muted")
        bar.addWidget(self._tab_hint)
        self.banner = Banner()
        self._stack = QStackedWidget()
        column.addWidget(self._tab_bar)
        self._tab_line = Line(strong=True)
        column.addWidget(self._tab_line)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        row.addWidget(self._open, 1)

    def _shortcut(self, key: str, slot: object) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Calls being taken down"))
        self._tab_hint.setText(self.tr("Ctrl+Tab next call"))
        self._show_tabs()
        self._show_strip()

    # -- calls --------------------------------------------------------------------------------------------------

    @property
    def panels(self) -> tuple[IntakePanel, ...]:
        """The open calls in the order they came."""
        return tuple(self._panels)

    @property
    def current(self) -> IntakePanel | None:
        """The call in front."""
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, IntakePanel) else None

    @property
    def is_minimised(self) -> bool:
        """Whether the calls are put aside."""
        return self._minimised

    def open_call(self) -> IntakePanel:
        """Begin to take a call down: received now, the cursor in the first field at once."""
        received_at = self._bench.clock.now()
        taken = {panel.received_at for panel in self._panels}
        while received_at in taken:  # two calls of one moment stay apart in the record
            received_at += timedelta(microseconds=1)
        here = QApplication.focusWidget()
        self.save_all()
        panel = self._add(uuid4().hex, Draft(received_at))
        panel.return_to = here
        self._minimised = False
        self._show(panel)
        panel.focus_first()
        panel.save_draft()
        return panel

    def show_call(self, panel: IntakePanel) -> None:
        """Bring a call to the front with the cursor in it."""
        self._minimised = False
        self._show(panel)
        panel.focus_first()

    def toggle(self) -> None:
        """Put the calls aside, or take them up again."""
        if not self._panels:
            return
        if self._minimised:
            self.show_call(self.current or self._panels[-1])
        else:
            self._minimise()

    def save_all(self) -> None:
        """Keep every draft that is not kept yet; before the window closes."""
        for panel in self._panels:
            if panel.has_unsaved:
                panel.save_draft()

    def _add(self, draft_id: str, draft: Draft) -> IntakePanel:
        number = max((panel.number for panel in self._panels), default=0) + 1
        panel = IntakePanel(self._incidents, self._dutylog, self._drafts, self._bench, draft_id, draft, number)
        self._panels.append(panel)
        self._stack.addWidget(panel)
        panel.recorded.connect(lambda recorded: self._on_recorded(panel, recorded))
        panel.discarded.connect(lambda: self._end(panel))
        panel.minimise_requested.connect(self._minimise)
        panel.named.connect(self._show_tabs)
        self.calls_changed.emit(len(self._panels))
        return panel

    def _on_recorded(self, panel: IntakePanel, recorded: RecordedIncident) -> None:
        self._end(panel)
        self.incident_recorded.emit(recorded)

    def _end(self, panel: IntakePanel) -> None:
        """Take a finished call away; the cursor goes back to where it was before F2."""
        here = QApplication.focusWidget()
        held_focus = here is None or here is panel or panel.isAncestorOf(here)
        self._panels.remove(panel)
        self._stack.removeWidget(panel)
        panel.hide()
        panel.deleteLater()
        self._arrange()
        self.calls_changed.emit(len(self._panels))
        if held_focus:
            self._return_focus(panel.return_to)

    def _return_focus(self, widget: QWidget | None) -> None:
        if widget is not None and shiboken6.isValid(widget):
            for panel in self._panels:
                if panel.isAncestorOf(widget):
                    self._show(panel)
            if widget.isVisible():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if self.current is not None and not self._minimised:
            self.current.focus_first()

    def _minimise(self) -> None:
        self.save_all()
        panel = self.current
        self._minimised = True
        self._arrange()
        if panel is not None:
            self._return_focus(panel.return_to)

    def _show(self, panel: IntakePanel) -> None:
        self._stack.setCurrentWidget(panel)
        self._arrange()

    def _step(self, by: int) -> None:
        current = self.current
        if current is not None and len(self._panels) > 1:
            self.show_call(self._panels[(self._panels.index(current) + by) % len(self._panels)])

    def _on_tab(self, draft_id: str) -> None:
        for panel in self._panels:
            if panel.draft_id == draft_id:
                self.show_call(panel)

    def _on_ticked(self, now: datetime) -> None:
        for panel in self._panels:
            panel.tick(now)

    # -- drafts of the last run ---------------------------------------------------------------------------------

    def _on_loaded(self, found: StoredDrafts) -> None:
        there = {panel.draft_id for panel in self._panels}
        fresh = [self._add(draft_id, draft) for draft_id, draft in found.drafts if draft_id not in there]
        for panel in fresh:
            panel.footer.show_saved(self._bench.clock.now())
            self._look_for_record(panel)
        if found.damaged:
            names = self.tr(", ").join(path.name for path in found.damaged)
            self.banner.show_message(
                self.tr("A draft could not be read and was set aside: {names}").format(names=names),
                self.tr("All other drafts and all records are safe. The file can be opened with a text editor."),
                tone="amber",
            )
            self.banner.closed.connect(self._arrange)
        if fresh and self._stack.currentWidget() is not None and not there:
            self._stack.setCurrentWidget(fresh[0])
        self._arrange()

    def _look_for_record(self, panel: IntakePanel) -> None:
        """A kill between record and clean-up leaves a draft whose call is recorded: by its very moment it is found."""
        incidents, at = self._incidents, panel.received_at
        wanted = IncidentFilter(since=at, until=at + timedelta(microseconds=1))

        def on_found(cards: tuple[object, ...]) -> None:
            number = getattr(getattr(cards[0], "incident", None), "number", "") if cards else ""
            if number:
                panel.warn_recorded(number)

        def on_failed(problem: DutyError) -> None:
            self._bench.problem(problem)

        self._bench.jobs.run(lambda: incidents.page(wanted, 1), on_found, on_failed, owner=panel, lane="read")

    # -- how it stands ------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Strip, panel or nothing."""
        shown = bool(self._panels) or bool(self.banner.message())
        if not self._panels:
            self._minimised = False
        self.setVisible(shown)
        self._strip.setVisible(self._minimised)
        self._open.setVisible(not self._minimised)
        self.setFixedWidth(theme().px(STRIP if self._minimised else WIDTH))
        self._show_tabs()
        self._show_strip()

    def _show_tabs(self) -> None:
        several = len(self._panels) > 1
        self._tab_bar.setVisible(several)
        self._tab_line.setVisible(several)
        if several:
            self.tabs.set_options([(panel.draft_id, self._label(panel)) for panel in self._panels])
            self.tabs.set_value(self.current.draft_id if self.current else None)

    def _label(self, panel: IntakePanel) -> str:
        number = self.tr("Call {number}").format(number=panel.number)
        room = max(0, 380 // max(1, len(self._panels)) - 60)
        name = elided("base", panel.name(), theme().px(room)) if room > 30 else ""
        return f"{number} {name}".strip()

    def _show_strip(self) -> None:
        while (item := self._strip_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not self._minimised:
            return
        for panel in self._panels:
            button = Button(str(panel.number), icon="phone-incoming")
            name = self.tr("Call {number}").format(number=panel.number)
            button.setToolTip(
                self.tr("{call} {unit}: take it up again (Shift+F2)").format(call=name, unit=panel.name())
            )
            button.setAccessibleName(name)
            button.clicked.connect(lambda _checked=False, panel=panel: self.show_call(panel))
            self._strip_column.addWidget(button)
        self._strip_column.addStretch(1)
