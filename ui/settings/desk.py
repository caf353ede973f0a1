"""What the settings page needs of this desk: its settings, a way to change them at once, and a sound to try."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from duty_console.config import DeskSettings


class DeskKeeper(Protocol):
    """The settings of this desk while it runs; `SettingsKeeper` is one."""

    settings: DeskSettings

    changed: Any
    """A signal, `changed(DeskSettings)`, after every change, whoever made it; the stubs cannot say so in a protocol."""

    def apply(self, settings: DeskSettings) -> None:
        """Put them in force at once and save them in the background."""
        ...

    def try_sound(self) -> bool:
        """Play the alarm once; False where this machine cannot be heard."""
        ...
