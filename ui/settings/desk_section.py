"""What this desk alone wants: theme, language, sound, its name. In force at once, nothing to save but the name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSlider, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.errors import InputProblem
from duty_console.people.rules import tidy
from ui.i18n import LANGUAGE_NAMES
from ui.problems import words_for
from ui.settings.section import FORM_WIDTH, Section, at_left, column_of, scrolling
from ui.theme import theme
from ui.widgets import Button, FieldRow, Panel, Segmented, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from duty_console.config import DeskSettings
    from ui.settings.desk import DeskKeeper
    from ui.workbench import Workbench

WORKSTATION_MOST = 64


class DeskSection(Section):
    """Appearance, sound and name of this desk."""

    def __init__(self, desk: DeskKeeper, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bench = desk, bench
        self._shown_name = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        panels = column_of(self._make_look(), self._make_sound(), self._make_name())
        column.addWidget(scrolling(panels, width=FORM_WIDTH))
        self._connect()
        self.retranslate()
        self.show_settings(desk.settings)
        desk.changed.connect(self.show_settings)

    # -- building -------------------------------------------------------------------------------------------------

    def _make_look(self) -> QWidget:
        self._look = Panel(" ", padding=16)
        self._look.body.setSpacing(theme().px(12))
        self.theme, self.language = Segmented(), Segmented(list(LANGUAGE_NAMES.items()))
        self._theme_row, self._language_row = (
            FieldRow("", at_left(self.theme), label_width=104),
            FieldRow("", at_left(self.language), label_width=104),
        )
        self._look.add(self._theme_row)
        self._look.add(self._language_row)
        return self._look

    def _make_sound(self) -> QWidget:
        self._sound = Panel(" ", padding=16)
        self._sound.body.setSpacing(theme().px(12))
        self.sound = QCheckBox()
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, 100)
        self.volume.setSingleStep(5)
        self.volume.setPageStep(10)
        self.volume.setFixedWidth(theme().px(240))
        self._figure = Text("", "strong")
        self._figure.setMinimumWidth(theme().px(36))
        self.try_it = Button("", icon="volume-2")
        self._sound_row = FieldRow("", self.sound, label_width=104)
        self._volume_row = FieldRow("", at_left(self.volume, self._figure, self.try_it), label_width=104)
        self._sound_note = Text("", "label", "muted", wrap=True)
        self._sound_note.setContentsMargins(theme().px(104), 0, 0, 0)
        for part in (self._sound_row, self._volume_row, self._sound_note):
            self._sound.add(part)
        return self._sound

    def _make_name(self) -> QWidget:
        self._name = Panel(" ", padding=16)
        self._name.body.setSpacing(theme().px(8))
        self.workstation = QLineEdit()
        self.save = Button("", kind="primary")
        self._name_row = FieldRow("", self.workstation, self.save, stretches=(1, 0), label_width=104)
        self._name_note = Text("", "label", "muted", wrap=True)
        self._name_note.setContentsMargins(theme().px(104), 0, 0, 0)
        self._name.add(self._name_row)
        self._name.add(self._name_note)
        return self._name

    def _connect(self) -> None:
        self.theme.changed.connect(lambda choice: self._apply(theme=choice))
        self.language.changed.connect(lambda choice: self._apply(language=choice))
        self.sound.toggled.connect(lambda on: self._apply(sound=on))
        self.volume.valueChanged.connect(self._on_volume)
        self.volume.sliderReleased.connect(lambda: self._apply(volume=self.volume.value()))
        self.try_it.clicked.connect(self._try)
        self.workstation.textChanged.connect(lambda _text: self._show_dirty())
        self.save.clicked.connect(self._save_name)

    def retranslate(self) -> None:
        self._look.set_title(self.tr("Appearance"))
        self._theme_row.set_label(self.tr("Theme"))
        self.theme.setAccessibleName(self.tr("Theme"))
        self.theme.set_options(
            [("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))]
        )
        self._language_row.set_label(self.tr("Language"))
        self.language.setAccessibleName(self.tr("Language"))
        self._sound.set_title(self.tr("Sound"))
        self._sound_row.set_label(self.tr("Alarms"))
        self.sound.setText(self.tr("Alarms are heard at this desk"))
        self._volume_row.set_label(self.tr("Volume"))
        self.volume.setAccessibleName(self.tr("Volume"))
        self.try_it.setText(self.tr("Try it"))
        self._name.set_title(self.tr("This desk"))
        self._name_row.set_label(self.tr("Desk name"))
        self.workstation.setPlaceholderText(self.tr("the computer's own name"))
        self.save.setText(self.tr("Save"))
        self._name_note.setText(self.tr("Written beside every record, so that it shows at which desk it was made."))
        self._show_sound_note()

    # -- showing --------------------------------------------------------------------------------------------------

    def show_settings(self, settings: DeskSettings) -> None:
        """Show what is in force, whoever changed it; a name that is being typed stays."""
        self.theme.set_value(settings.theme)
        self.language.set_value(settings.language)
        for field in (self.sound, self.volume):
            field.blockSignals(True)
        self.sound.setChecked(settings.sound)
        if not self.volume.isSliderDown():
            self.volume.setValue(settings.volume)
        for field in (self.sound, self.volume):
            field.blockSignals(False)
        self._figure.setText(str(self.volume.value()))
        self.try_it.setEnabled(settings.sound)
        self.volume.setEnabled(settings.sound)
        if self.workstation.text() == self._shown_name:
            self.workstation.setText(settings.workstation)
        self._shown_name = settings.workstation
        self._show_dirty()
        self._show_sound_note()

    def _show_dirty(self) -> None:
        self.save.setEnabled(self.workstation.text().strip() != self._shown_name)

    def _show_sound_note(self, deaf: bool = False) -> None:
        if deaf:
            text, tone = self.tr("This machine has no sound device: alarms are only seen here."), "severe"
        elif self._desk.settings.sound:
            text, tone = self.tr("A due limit repeats its sound until somebody acknowledges it."), "muted"
        else:
            text, tone = self.tr("Switched off: alarms are only seen here."), "severe"
        self._sound_note.setText(text)
        self._sound_note.set_tone(tone)

    def focus_first(self) -> None:
        self.theme.segments()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # -- changing -------------------------------------------------------------------------------------------------

    def _apply(self, **values: str | bool | int) -> None:
        self._desk.apply(replace(self._desk.settings, **values))  # type: ignore[arg-type] - names and types as above

    def _on_volume(self, value: int) -> None:
        self._figure.setText(str(value))
        if not self.volume.isSliderDown():
            self._apply(volume=value)

    def _try(self) -> None:
        self._show_sound_note(deaf=not self._desk.try_sound())

    def _save_name(self) -> None:
        try:
            name = tidy("workstation", self.workstation.text(), WORKSTATION_MOST)
        except InputProblem as problem:
            self._name_row.set_problem(str(words_for(problem)))
            self.workstation.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._name_row.set_problem(None)
        self.workstation.setText(name)
        self._shown_name = name
        self._apply(workstation=name)
        self._show_dirty()
        self._bench.note(self.tr("Desk name saved"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.workstation.hasFocus() and self.save.isEnabled():
            self._save_name()
        else:
            super().keyPressEvent(event)
