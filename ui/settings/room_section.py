"""What the duty room is called, where it stands, how it is reached: printed on its papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.settings.room_form import RoomEntry, RoomForm
from ui.settings.section import FORM_WIDTH, Section, column_of, scrolling
from ui.theme import theme
from ui.widgets import Banner, Button, Panel, Text

if TYPE_CHECKING:
    from typing import ClassVar

    from duty_console.errors import DutyError
    from duty_console.room.model import DutyRoom
    from duty_console.room.service import Room
    from ui.workbench import Workbench


class RoomSection(Section):
    """The room's own description, saved by a button or Enter."""

    tables: ClassVar[frozenset[str]] = frozenset({"duty_room"})

    def __init__(self, room: Room, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._bench = room, bench
        self._panel = Panel(" ", padding=16)
        self._panel.body.setSpacing(theme().px(12))
        self.banner = Banner()
        self.form = RoomForm(with_zone=True)
        self._note = Text("", "label", "muted", wrap=True)
        self._note.setContentsMargins(theme().px(104), 0, 0, 0)
        self.save, self.undo = Button("", kind="primary", hint="Enter"), Button("")
        buttons = QHBoxLayout()
        buttons.setSpacing(theme().px(8))
        buttons.addStretch(1)
        buttons.addWidget(self.undo)
        buttons.addWidget(self.save)
        for part in (self.banner, self.form, self._note, buttons):
            self._panel.add(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(column_of(self._panel), width=FORM_WIDTH))
        self.form.submitted.connect(self._save)
        self.form.edited.connect(self._show_dirty)
        self.save.clicked.connect(self._save)
        self.undo.clicked.connect(self._undo)
        self._shown = RoomEntry()
        self.retranslate()
        self._show_dirty()

    def retranslate(self) -> None:
        self._panel.set_title(self.tr("Duty room"))
        self._note.setText(
            self.tr("The level decides which limits are this room's own. A new time zone shows from the next start.")
        )
        self.save.setText(self.tr("Save"))
        self.undo.setText(self.tr("Undo"))

    def load(self) -> None:
        self._bench.jobs.run(
            self._room.current, self._on_read, self.banner.show_problem, self, lane="read", supersede="room"
        )

    def _on_read(self, room: DutyRoom | None) -> None:
        if room is not None and not self.form.is_dirty:
            self._show(room)

    def _show(self, room: DutyRoom) -> None:
        self._shown = RoomEntry(room.name, room.level, room.phone, room.document_prefix, room.zone)
        self.form.fill(self._shown)
        self._show_dirty()

    def _undo(self) -> None:
        self.form.fill(self._shown)
        self.banner.clear()
        self._show_dirty()
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_dirty(self) -> None:
        self.save.setEnabled(self.form.is_dirty)
        self.undo.setEnabled(self.form.is_dirty)

    def focus_first(self) -> None:
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if not self.form.is_dirty:
            return
        service, entry = self._room, self.form.entry()
        self.form.clear_problems()
        self.banner.clear()

        def work() -> DutyRoom:
            before = service.current()
            room = entry.room(before.presets if before else ())
            service.describe(room)
            return room

        self._bench.jobs.run(work, self._on_saved, self._on_failed, self)

    def _on_saved(self, room: DutyRoom) -> None:
        self._show(room)
        self._bench.note(self.tr("Duty room saved"))

    def _on_failed(self, problem: DutyError) -> None:
        if not self.form.show_problem(problem):
            self.banner.show_problem(problem)
