"""The sounds of the alarm steps. A machine without a sound device stays silent and nothing else changes."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QLoggingCategory, QObject, QUrl

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

Sound = Literal["notice", "warning", "due"]

SOUND_FOLDER = Path(__file__).resolve().parents[1] / "resources" / "sounds"
_log = logging.getLogger(__name__)


class Sounds(QObject):
    """Plays the three sounds; `ring` repeats "due" until `stop`.

    `enabled` and `volume` (0–100) come from the desk's settings. QtMultimedia is loaded with the first sound.
    """

    def __init__(self, parent: QObject | None = None, *, enabled: bool = True, volume: int = 80) -> None:
        super().__init__(parent)
        self._enabled = enabled
        self._volume = volume
        self._effects: dict[Sound, QSoundEffect] = {}
        self._heard = False
        self._ringing = False

    @property
    def is_ringing(self) -> bool:
        """Whether "due" was asked to repeat; true also on a machine that cannot be heard."""
        return self._ringing

    @property
    def can_be_heard(self) -> bool:
        """Whether this machine has a sound device; looks again while there is none, for one may be plugged in."""
        self._heard = self._heard or _has_device()
        return self._heard

    def set_enabled(self, enabled: bool) -> None:
        self._enabled = enabled
        if not enabled:
            self._silence()

    def set_volume(self, volume: int) -> None:
        """Loudness 0–100 as people hear it."""
        self._volume = max(0, min(100, volume))
        for effect in self._effects.values():
            effect.setVolume(self._linear())

    def play(self, sound: Sound) -> None:
        """Once."""
        effect = self._effect(sound)
        if effect is not None:
            effect.setLoopCount(1)
            effect.play()

    def ring(self) -> None:
        """Repeat "due" until `stop`; asking again while it rings changes nothing."""
        if self._ringing:
            return
        self._ringing = True
        effect = self._effect("due")
        if effect is not None:
            from PySide6.QtMultimedia import QSoundEffect

            effect.setLoopCount(QSoundEffect.Loop.Infinite.value)
            effect.play()

    def stop(self) -> None:
        """Be quiet: somebody acknowledged."""
        self._ringing = False
        self._silence()

    def _silence(self) -> None:
        for effect in self._effects.values():
            effect.stop()

    def _linear(self) -> float:
        return (self._volume / 100) ** 1.7

    def _effect(self, sound: Sound) -> QSoundEffect | None:
        if not self._enabled or not self.can_be_heard:
            return None
        effect = self._effects.get(sound)
        if effect is None:
            from PySide6.QtMultimedia import QSoundEffect

            effect = QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(SOUND_FOLDER / f"{sound}.wav")))
            effect.setVolume(self._linear())
            self._effects[sound] = effect
        return effect


def _has_device() -> bool:
    try:
        # it tells at length which codecs and servers it did not find; none of them matters to three WAVs
        QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false\nqt.multimedia.ffmpeg=false")
        # 50 ms and 10 MB, and not on every machine: only when there is something to hear
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError as error:
        _log.info("no sound: %s", error)
        return False
    return not QMediaDevices.defaultAudioOutput().isNull()
