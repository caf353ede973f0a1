"""The directory: persons and units in two tables, each with its form at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from ui.people.persons_tab import PersonsTab
from ui.people.units_tab import UnitsTab
from ui.theme import theme
from ui.widgets import Button, Segmented, Text, Translated, page_layout

if TYPE_CHECKING:
    from duty_console.changes import Change
    from duty_console.people.service import People
    from ui.workbench import Workbench

SHOWN_TABLES = frozenset({"person", "unit"})


class PeoplePage(Translated, QWidget):
    """Who there is and how to reach them. Nobody is ever deleted: who left stays readable."""

    def __init__(self, people: People, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = True
        layout = page_layout(self)
        self._title = Text("", "page")
        self._tabs = Segmented()
        self._add = Button("", kind="primary", icon="plus", hint="Ctrl+N")
        line = QHBoxLayout()
        line.setSpacing(theme().px(16))
        line.addWidget(self._title)
        line.addWidget(self._tabs)
        line.addStretch(1)
        line.addWidget(self._add)
        layout.addLayout(line)
        self._people, self._bench = people, bench
        self.persons = PersonsTab(people, bench)
        self._units: UnitsTab | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.persons)
        layout.addWidget(self._stack, 1)
        self._tabs.changed.connect(self.show_tab)
        self._add.clicked.connect(self._on_add)
        new = QShortcut(QKeySequence("Ctrl+N"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        new.activated.connect(self._on_add)
        bench.changed.connect(self._on_changed)
        self.retranslate()
        self._tabs.set_value("persons")

    def retranslate(self) -> None:
        self._title.setText(self.tr("Directory"))
        self._tabs.set_options([("persons", self.tr("Persons")), ("units", self.tr("Units"))])
        self._show_add()

    def _show_add(self) -> None:
        persons = self._stack.currentWidget() is self.persons
        self._add.setText(self.tr("Add person") if persons else self.tr("Add unit"))

    def refresh(self) -> None:
        """Read both tables again."""
        self._stale = False
        self.persons.refresh()
        if self._units is not None:
            self._units.refresh()

    def focus_first(self) -> None:
        """Put the keyboard on the table in front. (A focus proxy would hide what stands above it from Tab.)"""
        front = self.persons if self._stack.currentWidget() is self.persons else self.units
        front.box.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def units(self) -> UnitsTab:
        """The tab of units, built when first wanted: opening the page shall not wait for it."""
        if self._units is None:
            self._units = UnitsTab(self._people, self._bench)
            self._stack.addWidget(self._units)
            self._units.refresh()
        return self._units

    def show_tab(self, key: str) -> None:
        """`persons` or `units`."""
        self._tabs.set_value(key)
        self._stack.setCurrentWidget(self.persons if key == "persons" else self.units)
        self._show_add()

    def _on_add(self) -> None:
        if self._stack.currentWidget() is self.persons:
            self.persons.add_new()
        else:
            self.units.add_new()

    def _on_changed(self, change: Change) -> None:
        if not change.tables & SHOWN_TABLES:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
