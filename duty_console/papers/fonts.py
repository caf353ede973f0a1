"""The bundled faces, loaded when a sheet first uses them and embedded as subsets.

A character that a face lacks is taken from its neighbour face; one that no face has is printed by its number,
`[U+1F600]`, so that a sheet never shows an empty box where something was written.
"""

from __future__ import annotations

import threading
import unicodedata
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, cast

from duty_console.config import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Mapping


class Face(StrEnum):
    """A typeface; the value is the name of its file in resources/fonts."""

    SONG = "NotoSerifSC-Regular"
    SONG_BOLD = "NotoSerifSC-Bold"
    HEI = "NotoSansSC-Regular"
    HEI_SEMIBOLD = "NotoSansSC-SemiBold"
    HEI_BOLD = "NotoSansSC-Bold"


_NEIGHBOUR = {
    Face.SONG: Face.HEI,
    Face.SONG_BOLD: Face.HEI_BOLD,
    Face.HEI: Face.SONG,
    Face.HEI_SEMIBOLD: Face.SONG_BOLD,
    Face.HEI_BOLD: Face.SONG_BOLD,
}
_widths: dict[Face, Mapping[int, float]] = {}
_loading = threading.Lock()  # sheets are written off the GUI thread, several at a time


def load(face: Face) -> Mapping[int, float]:
    """Register a face with ReportLab once and return its character widths in 1/1000 em."""
    found = _widths.get(face)
    if found is not None:
        return found
    with _loading:
        if face not in _widths:
            # Heavy imports: ReportLab costs 60 ms, which the start of the desktop must not pay.
            from reportlab.pdfbase import pdfmetrics  # pyright: ignore[reportMissingTypeStubs]

            from duty_console.papers.bundled_face import BundledFont

            font = BundledFont(face.value, RESOURCES / "fonts" / f"{face.value}.ttf")
            pdfmetrics.registerFont(font)  # pyright: ignore[reportUnknownMemberType]
            _widths[face] = cast("Mapping[int, float]", font.face.charWidths)
        return _widths[face]


def runs(text: str, face: Face) -> list[tuple[Face, str]]:
    """Split a printable text into the stretches that one face each can draw."""
    widths = load(face)
    if all(ord(char) in widths for char in text):
        return [(face, text)]
    stretches = groupby(text, key=lambda char: face if ord(char) in widths else _NEIGHBOUR[face])
    return [(each, "".join(chars)) for each, chars in stretches]


def width(text: str, face: Face, size: float) -> float:
    """Return how wide a printable text is, in points."""
    widths = load(face)
    try:
        return sum([widths[ord(char)] for char in text]) * size / 1000
    except KeyError:
        stretches = runs(text, face)
        return sum(sum(load(each).get(ord(char), 1000) for char in part) for each, part in stretches) * size / 1000


def printable(text: str, face: Face) -> str:
    """Return what can be drawn of a text: no control characters, unknown ones by their number."""
    widths = load(face)
    if all(ord(char) in widths for char in text):
        return text
    return "".join(_drawable(char, face) for char in text.replace("\r\n", "\n").replace("\r", "\n"))


def _drawable(char: str, face: Face) -> str:
    if char == "\n" or ord(char) in load(face):
        return char
    category = unicodedata.category(char)
    if category in ("Cc", "Cf") or unicodedata.name(char, "").startswith("VARIATION SELECTOR"):
        return " " if char in "\t\v\f" else ""
    if ord(char) in load(_NEIGHBOUR[face]):
        return char
    return f"[U+{ord(char):04X}]"
