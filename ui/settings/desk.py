"""What the settings page needs of this desk: its settings, a way to change them at once, and a sound to try."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from duty_console.config import DeskSettings


class DeskKeeper(Protocol):
    """The settings of this desk while it runs; `SettingsKeeper` is one."""

    settings: DeskSettings

    @property
    def changed(self) -> SignalInstance:
        """`changed(DeskSettings)` after every change, whoever made it."""
        ...

    def apply(self, settings: DeskSettings) -> None:
        """Put them in force at once and save them in the background."""
        ...

    def try_sound(self) -> bool:
        """Play the alarm once; False where this machine cannot be heard."""
        ...
