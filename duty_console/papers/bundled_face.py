"""Reads the bundled TrueType files fast and lightly for ReportLab.

ReportLab reads its tables two bytes at a time: 40-60 ms and 15 MB of memory for each Chinese face. Here the
file is mapped, and the three long tables are read in bulk: about 10 ms, and only touched pages stay in memory.
Import this module only through `fonts`, because it imports ReportLab.
"""
# ReportLab has no types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

import mmap
import sys
from array import array
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase.ttfonts import TTEncoding, TTFont, TTFontFace

_FULL_UNICODE_MAP = 12  # the cmap format that reaches beyond U+FFFF, as rare names need


class BundledFace(TTFontFace):
    """A TrueType face whose long tables are read in bulk."""

    _ttf_data: mmap.mmap

    def readFile(self, f: str) -> None:  # noqa: N802 (ReportLab calls it)
        """Map the file instead of reading it whole."""
        self.filename = f
        with Path(f).open("rb") as file:
            self._ttf_data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._pos = 0

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: N802, N803 (ReportLab calls it)
        """Let ReportLab read the short tables, then read characters, widths and glyph positions here."""
        del charInfo  # always wanted
        super().extractInfo(0)
        self._read_characters()
        self._read_widths()
        self._read_glyph_positions()

    def _numbers(self, code: str, start: int, count: int) -> array[int]:
        numbers: array[int] = array(code)
        numbers.frombytes(self._ttf_data[start : start + count * numbers.itemsize])
        if sys.byteorder == "little":
            numbers.byteswap()
        return numbers

    def _read_characters(self) -> None:
        table = int(self.get_table_pos("cmap")[0])
        maps = (table + int(self.get_ulong(table + 8 + 8 * n)) for n in range(self.get_ushort(table + 2)))
        start = next(place for place in maps if self.get_ushort(place) == _FULL_UNICODE_MAP)
        ranges = self._numbers("I", start + 16, 3 * int(self.get_ulong(start + 12)))
        glyphs: dict[int, int] = {}
        for first, last, glyph in zip(ranges[::3], ranges[1::3], ranges[2::3], strict=True):
            glyphs.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
        glyphs[0xA0] = glyphs[0x20]
        self.charToGlyph = glyphs

    def _read_widths(self) -> None:
        full = int(self.get_ushort(self.get_table_pos("hhea")[0] + 34))
        table = int(self.get_table_pos("hmtx")[0])
        pairs = self._numbers("H", table, 2 * full)
        bearings = self._numbers("H", table + 4 * full, self.numGlyphs - full)
        last = pairs[-2]
        self.hmetrics = [*zip(pairs[::2], pairs[1::2], strict=True), *((last, each) for each in bearings)]
        scale = 1000 / self.unitsPerEm
        widths = [advance * scale for advance, _ in self.hmetrics]
        self.defaultWidth = widths[0]
        self.charWidths = {code: widths[glyph] for code, glyph in self.charToGlyph.items()}

    def _read_glyph_positions(self) -> None:
        table = int(self.get_table_pos("loca")[0])
        if self.get_ushort(self.get_table_pos("head")[0] + 50):
            self.glyphPos = self._numbers("I", table, self.numGlyphs + 1).tolist()
        else:
            self.glyphPos = [half << 1 for half in self._numbers("H", table, self.numGlyphs + 1)]


class BundledFont(TTFont):
    """A ReportLab font on a `BundledFace`."""

    def __init__(self, name: str, path: Path) -> None:
        # Not super().__init__: it would read the face the slow way.
        self.fontName = name
        self.face: Any = BundledFace(str(path))
        self.encoding = TTEncoding()
        self.state: Any = WeakKeyDictionary()
        self._asciiReadable = False
        self.shapable = False
