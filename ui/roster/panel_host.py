"""The right side of the roster: counts and findings, or the panel that is open in their place. Panels live on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ui.roster.panel import RosterPanel
from ui.roster.panels import panel_kind

if TYPE_CHECKING:
    from duty_console.changes import Change
    from ui.roster.context import PageContext


class PanelHost(QStackedWidget):
    """`opened(key)` and `closed()`; `rest` is what stands there while no panel is open."""

    opened = Signal(str)
    closed = Signal()

    def __init__(self, context: PageContext, rest: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._rest = context, rest
        self._panels: dict[str, RosterPanel] = {}
        self.addWidget(rest)
        context.bench.changed.connect(self._on_changed)
        context.panel_requested.connect(self.open)

    def open(self, key: str) -> RosterPanel:
        """Show a panel, the one put aside if there is one, and put the keyboard into it."""
        panel = self.panel(key)
        self._show(panel)
        panel.refresh()
        panel.focus_first()
        self.opened.emit(key)
        return panel

    def panel(self, key: str) -> RosterPanel:
        """The panel of this key, made if it is the first time."""
        if key not in self._panels:
            panel = panel_kind(key).make(self._context)
            panel.closed.connect(self.leave)
            self._panels[key] = panel
            self.addWidget(panel)
        return self._panels[key]

    def current_key(self) -> str:
        """Which panel is open, empty while none is."""
        return next((key for key, panel in self._panels.items() if panel is self.currentWidget()), "")

    def leave(self) -> None:
        """Put the open panel aside."""
        if self.currentWidget() is self._rest:
            return
        self._context.pick(False)
        self._show(self._rest)
        self.closed.emit()

    def _show(self, widget: QWidget) -> None:
        # what is hidden with the focus in it would hand the focus to wherever Qt likes
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentWidget(widget)

    def _on_changed(self, change: Change) -> None:
        panel = self.currentWidget()
        if isinstance(panel, RosterPanel) and panel.isVisible() and change.tables & panel.TABLES:
            panel.refresh()
