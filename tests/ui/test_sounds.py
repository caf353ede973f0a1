"""No machine here has a sound device: exactly the case that must disturb nothing."""

from __future__ import annotations

import wave
from typing import TYPE_CHECKING

import pytest

from ui.sounds import SOUND_FOLDER, Sounds

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize("name", ["notice", "warning", "due"])
def test_the_sounds_are_short_and_not_at_full_scale(name: str) -> None:
    with wave.open(str(SOUND_FOLDER / f"{name}.wav")) as file:
        frames = memoryview(file.readframes(file.getnframes())).cast("h")
        assert 0.3 <= file.getnframes() / file.getframerate() <= 2.0
    peak = max(abs(sample) for sample in frames)
    assert 4_000 < peak < 26_000
    assert abs(frames[0]) < 50
    assert abs(frames[-1]) < 50


def test_ringing_goes_on_until_stopped_and_never_fails(console: QApplication) -> None:
    sounds = Sounds()
    sounds.play("notice")
    sounds.play("warning")
    sounds.ring()
    sounds.ring()
    assert sounds.is_ringing
    sounds.set_volume(150)
    sounds.set_enabled(False)
    assert sounds.is_ringing  # the alarm is still unacknowledged; only the sound is off
    sounds.stop()
    assert not sounds.is_ringing


def test_switched_off_it_does_not_even_look_for_a_device(
    console: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> bool:
        raise AssertionError("asked for a device")

    monkeypatch.setattr("ui.sounds._has_device", fail)
    Sounds(enabled=False).play("due")
