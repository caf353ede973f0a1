"""The line over the roster: which view, which dates, the legend, take back and do again, panels, paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget
from typing_extensions import override

from ui.roster.legend import DayLegend
from ui.roster.panels import PANELS, PanelKind
from ui.roster.shown import View
from ui.theme import icon, theme
from ui.widgets import Button, IconButton, IconText, Segmented, Text, Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

_WIDE = 1380


class RosterBar(Translated, QWidget):
    """Only asks: the page does it."""

    view_wanted = Signal(str)
    stepped = Signal(int)
    today_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    fill_wanted = Signal()
    print_wanted = Signal(bool)
    """True: as final; False: as a draft."""
    panel_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Text("", "page")
        self.earlier, self.later = IconButton("chevron-left", ""), IconButton("chevron-right", "")
        self.today = Button("")
        self.views = Segmented([(each.value, "") for each in View])
        self.views.set_value(View.MONTH.value)
        self.legend = DayLegend()
        self.provisional = IconText("triangle-alert", "", role="label", tone="severe")
        self.provisional.hide()
        self.take_back, self.do_again = IconButton("undo-2", ""), IconButton("redo-2", "")
        self.fill = Button("", kind="quiet", icon="copy")
        self.panel_buttons = {kind.key: _panel_button(kind) for kind in PANELS if kind.prominent}
        self.printer = Button("", icon="printer", hint="Ctrl+P")
        self.more = IconButton("ellipsis", "")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        px = theme().px
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(8))
        for widget in (self.head, self.earlier, self.later, self.today, self.views):
            line.addWidget(widget)
        line.addSpacing(px(8))
        line.addWidget(self.legend, 1)
        line.addWidget(self.provisional)
        for widget in (self.take_back, self.do_again, self.fill, *self.panel_buttons.values(), self.printer, self.more):
            line.addWidget(widget)

    def _connect(self) -> None:
        self.views.changed.connect(self.view_wanted)
        self.earlier.clicked.connect(lambda: self.stepped.emit(-1))
        self.later.clicked.connect(lambda: self.stepped.emit(1))
        self.today.clicked.connect(self.today_wanted)
        self.take_back.clicked.connect(self.undo_wanted)
        self.do_again.clicked.connect(self.redo_wanted)
        self.fill.clicked.connect(self.fill_wanted)
        self.printer.clicked.connect(lambda: self.print_wanted.emit(True))
        self.more.clicked.connect(self.open_menu)
        for key, button in self.panel_buttons.items():
            button.clicked.connect(lambda _checked=False, key=key: self.panel_wanted.emit(key))

    def retranslate(self) -> None:
        words = (self.tr("Month"), self.tr("Week"), self.tr("Person"))
        self.views.set_options([(view.value, label) for view, label in zip(View, words, strict=True)])
        self.views.setAccessibleName(self.tr("View"))
        for button, keys in zip(self.views.segments(), ("Alt+1", "Alt+2", "Alt+3"), strict=True):
            button.setToolTip(keys)
        self.earlier.set_name(self.tr("Earlier (Ctrl+PgUp)"))
        self.later.set_name(self.tr("Later (Ctrl+PgDown)"))
        self.today.setText(self.tr("Today"))
        self.today.setToolTip("Ctrl+T")
        self.take_back.set_name(self.tr("Take back (Ctrl+Z)"))
        self.do_again.set_name(self.tr("Do again (Ctrl+Shift+Z)"))
        self.fill.setText(self.tr("Fill forward"))
        self.printer.setText(self.tr("Print"))
        self.more.set_name(self.tr("More (F10)"))
        self.provisional.set(text=self.tr("Holidays not announced yet"))
        self.provisional.setToolTip(
            self.tr("The notice on rest and make-up days of this year is not known here. Day types may still change.")
        )
        for kind in PANELS:
            if kind.key in self.panel_buttons:
                button = self.panel_buttons[kind.key]
                button.setText(kind.word())
                button.setToolTip(kind.keys)

    # -- what the page tells --------------------------------------------------------------------

    def set_ready(self, ready: bool) -> None:
        """Whether there are posts and persons: without, nothing can be filled or printed."""
        for widget in (self.take_back, self.do_again, self.fill, self.printer, *self.panel_buttons.values()):
            widget.setVisible(ready)

    def set_count(self, key: str, count: int) -> None:
        """How many things wait in a panel, beside its button's word."""
        button = self.panel_buttons.get(key)
        if button is not None:
            button.set_hint(str(count) if count else "")

    def set_undo(self, *, back: bool, again: bool) -> None:
        """Whether there is something to take back, to do again."""
        self.take_back.setEnabled(back)
        self.do_again.setEnabled(again)

    # -- the menu -------------------------------------------------------------------------------

    def menu(self) -> QMenu:
        """All that has no room in the line, with the shortcuts."""
        menu = QMenu(self)
        for kind in PANELS:
            self._add(menu, kind.icon, kind.word(), kind.keys, lambda key=kind.key: self.panel_wanted.emit(key))
        menu.addSeparator()
        self._add(menu, "copy", self.tr("Fill forward"), "", self.fill_wanted.emit)
        self._add(menu, "printer", self.tr("Print as final"), "Ctrl+P", lambda: self.print_wanted.emit(True))
        self._add(menu, "printer", self.tr("Print as draft"), "Ctrl+Shift+P", lambda: self.print_wanted.emit(False))
        return menu

    def _add(self, menu: QMenu, icon_name: str, text: str, keys: str, act: Callable[[], object]) -> QAction:
        action = menu.addAction(icon(icon_name, "muted"), text)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda _checked=False: act())
        return action

    def open_menu(self) -> None:
        """Show the menu under its button."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().px(_WIDE)
        self.printer.set_hint("" if narrow else "Ctrl+P")


def _panel_button(kind: PanelKind) -> Button:
    return Button("", icon=kind.icon)
