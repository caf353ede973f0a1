"""设置: the sections in a list at the left, the chosen one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from ui.settings.desk_section import DeskSection
from ui.settings.room_section import RoomSection
from ui.settings.rules_section import RulesSection
from ui.settings.section_list import SectionList
from ui.settings.shifts_section import ShiftsSection
from ui.theme import theme
from ui.widgets import SectionHeader, Translated, page_layout

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from duty_console.changes import Change
    from duty_console.limits.service import Limits
    from duty_console.room.service import Room
    from duty_console.roster.service import Roster
    from ui.settings.desk import DeskKeeper
    from ui.settings.section import Section
    from ui.workbench import Workbench


class SettingsPage(Translated, QWidget):
    """This desk, the duty room, its report limits, its shifts and posts."""

    def __init__(
        self,
        room: Room,
        limits: Limits,
        roster: Roster,
        desk_settings: DeskKeeper,
        bench: Workbench,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = DeskSection(desk_settings, bench)
        self.room = RoomSection(room, bench)
        self.rules = RulesSection(room, limits, bench)
        self.shifts = ShiftsSection(roster, bench)
        self._sections: dict[str, Section] = {
            "desk": self.desk,
            "room": self.room,
            "rules": self.rules,
            "shifts": self.shifts,
        }
        self._stale = set(self._sections)
        self._head = SectionHeader("", page=True)
        self.list = SectionList(
            [("desk", "monitor"), ("room", "building-2"), ("rules", "timer"), ("shifts", "calendar-days")]
        )
        self._stack = QStackedWidget()
        for section in self._sections.values():
            self._stack.addWidget(section)
        layout = page_layout(self)
        layout.addWidget(self._head)
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        row.addWidget(self.list)
        row.addWidget(self._stack, 1)
        layout.addLayout(row, 1)
        self.list.chosen.connect(self.show_section)
        bench.changed.connect(self._on_changed)
        self.list.select("desk")
        self.retranslate()

    def retranslate(self) -> None:
        self._head.set(self.tr("Settings"))
        words = {
            "desk": (self.tr("This desk"), self.tr("Theme, language, sound")),
            "room": (self.tr("Duty room"), self.tr("Name, level, phone")),
            "rules": (self.tr("Report limits"), self.tr("Rules and their clauses")),
            "shifts": (self.tr("Shifts and posts"), self.tr("What the roster stands on")),
        }
        for key, (name, detail) in words.items():
            self.list.buttons[key].set_words(name, detail)

    def show_section(self, key: str) -> None:
        """`desk`, `room`, `rules` or `shifts`."""
        self.list.select(key)
        self._stack.setCurrentWidget(self._sections[key])
        self._load_shown()

    def refresh(self) -> None:
        """Read the section in front again, the others when they are shown."""
        self._stale = set(self._sections)
        self._load_shown()

    def focus_first(self) -> None:
        """Put the keyboard on the list of sections."""
        self.list.current().setFocus(Qt.FocusReason.OtherFocusReason)

    def _load_shown(self) -> None:
        if not self.isVisible():
            return
        key = next(key for key, section in self._sections.items() if section is self._stack.currentWidget())
        if key in self._stale:
            self._stale.discard(key)
            self._sections[key].load()

    def _on_changed(self, change: Change) -> None:
        self._stale |= {key for key, section in self._sections.items() if section.tables & change.tables}
        self._load_shown()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._load_shown()
