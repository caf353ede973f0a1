"""Makes the console's three sounds. Run it here: `python resources/sounds/make_sounds.py`.

They are ours, under the licence of the project. Soft sines with a second partial and a slow attack, so that they
carry through a dark room without being shrill; 44.1 kHz, 16 bit, mono, peaks well below full scale.

notice   one falling third, half a second: something wants to be seen
warning  two rising tones, twice: a limit is near
due      a steady three-tone call, to be repeated until somebody acknowledges
"""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

RATE = 44_100
HERE = Path(__file__).resolve().parent

# name -> notes of (start s, length s, frequency Hz, loudness 0–1)
SOUNDS: dict[str, list[tuple[float, float, float, float]]] = {
    "notice": [(0.00, 0.30, 659.26, 0.30), (0.16, 0.42, 523.25, 0.30)],
    "warning": [
        (0.00, 0.26, 523.25, 0.42),
        (0.22, 0.34, 659.26, 0.42),
        (0.70, 0.26, 523.25, 0.42),
        (0.92, 0.40, 659.26, 0.42),
    ],
    "due": [
        (0.00, 0.24, 587.33, 0.55),
        (0.20, 0.24, 739.99, 0.55),
        (0.40, 0.46, 880.00, 0.50),
        (0.95, 0.24, 587.33, 0.55),
        (1.15, 0.24, 739.99, 0.55),
        (1.35, 0.50, 880.00, 0.50),
    ],
}


def tone(length: float, frequency: float, loudness: float) -> list[float]:
    """One note: 12 ms attack, then a decay that ends at silence."""
    count = int(length * RATE)
    samples: list[float] = []
    for number in range(count):
        at = number / RATE
        attack = min(1.0, at / 0.012)
        decay = math.exp(-3.2 * at / length) * min(1.0, (length - at) / 0.03)
        turn = 2 * math.pi * frequency * at
        samples.append(loudness * attack * decay * (0.80 * math.sin(turn) + 0.16 * math.sin(2 * turn)))
    return samples


def mixed(notes: list[tuple[float, float, float, float]]) -> list[float]:
    """The notes laid over each other, with a moment of silence at the end."""
    end = max(start + length for start, length, _frequency, _loudness in notes) + 0.05
    samples = [0.0] * int(end * RATE)
    for start, length, frequency, loudness in notes:
        first = int(start * RATE)
        for number, value in enumerate(tone(length, frequency, loudness)):
            samples[first + number] += value
    return samples


def write(name: str) -> None:
    """Write one WAV beside this file."""
    samples = mixed(SOUNDS[name])
    with wave.open(str(HERE / f"{name}.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(samples)}h", *(round(32_767 * max(-1, min(1, s))) for s in samples)))


if __name__ == "__main__":
    for sound in SOUNDS:
        write(sound)
