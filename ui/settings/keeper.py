"""This desk's settings while it runs: changed here, saved in the background, told to whoever follows them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Signal

from duty_console.config import DataFolder, DeskSettings, save_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from duty_console.errors import DutyError
    from ui.jobs import Jobs


class SettingsKeeper(QObject):
    """`changed(DeskSettings)` at once; `failed(problem)` when the file was not written: they hold until the end."""

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, settings: DeskSettings, folder: DataFolder, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self._folder = folder
        self._jobs = jobs
        self._play: Callable[[], bool] | None = None

    def change(self, **values: str | bool | int) -> None:
        """Set some of `DeskSettings`' fields."""
        self.apply(replace(self.settings, **cast("dict[str, Any]", values)))

    def apply(self, settings: DeskSettings) -> None:
        """Put all of them in force at once and save them in the background."""
        if settings == self.settings:
            return
        self.settings = settings
        self.changed.emit(settings)
        folder = self._folder
        self._jobs.run(lambda: save_settings(folder, settings), None, self._on_failed, supersede="settings")

    def sound_by(self, play: Callable[[], bool]) -> None:
        """Let `play` sound the alarm once when it is tried; it returns False where nothing can be heard."""
        self._play = play

    def try_sound(self) -> bool:
        """Play the alarm once; False where this machine cannot be heard."""
        return self._play is not None and self._play()

    def _on_failed(self, problem: DutyError) -> None:
        self.failed.emit(problem)
