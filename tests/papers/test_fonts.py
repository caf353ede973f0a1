"""The bundled faces: read fast, but exactly as ReportLab reads them; no written character vanishes."""

from __future__ import annotations

import sys

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from duty_console.config import RESOURCES
from duty_console.papers import fonts
from duty_console.papers.bundled_face import BundledFace
from duty_console.papers.fonts import Face


@pytest.mark.parametrize("face", Face)
def test_the_fast_reader_reads_what_reportlab_reads(face: Face) -> None:
    path = str(RESOURCES / "fonts" / f"{face.value}.ttf")
    ours, theirs = BundledFace(path), TTFontFace(path)
    for name in ("charToGlyph", "charWidths", "hmetrics", "glyphPos", "defaultWidth", "name", "bbox", "stemV"):
        assert getattr(ours, name) == getattr(theirs, name), name
    assert ours.makeSubset([0, 32, 0x36C3, 0x4DAE, 0x503C]) == theirs.makeSubset([0, 32, 0x36C3, 0x4DAE, 0x503C])


@pytest.mark.parametrize("face", Face)
def test_every_face_has_the_rare_characters_of_names(face: Face) -> None:
    assert all(ord(char) in fonts.load(face) for char in "㛃䶮喆昇堃犇淼垚焱")


def test_a_character_that_a_face_lacks_comes_from_its_neighbour() -> None:
    assert 0x9FF0 in fonts.load(Face.SONG)
    assert 0x9FF0 not in fonts.load(Face.HEI)
    assert fonts.runs("甲\u9ff0乙", Face.HEI) == [(Face.HEI, "甲"), (Face.SONG, "\u9ff0"), (Face.HEI, "乙")]
    assert fonts.width("甲\u9ff0乙", Face.HEI, 10) == pytest.approx(30)


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("甲\t乙\r\n丙\x00\u200b", "甲 乙\n丙"),
        ("葛\U000e0100某", "葛某"),
        ("𠮷某😀", "[U+20BB7]某[U+1F600]"),
        ("\ud800", "[U+D800]"),
    ],
)
def test_what_cannot_be_drawn_is_dropped_if_invisible_and_named_if_not(written: str, drawn: str) -> None:
    assert fonts.printable(written, Face.SONG) == drawn
    assert fonts.printable(drawn, Face.SONG) == drawn


def test_importing_papers_loads_no_reportlab() -> None:
    import subprocess

    code = "import sys, duty_console.handover.paper; sys.exit('reportlab' in sys.modules or 'segno' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
