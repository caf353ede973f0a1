"""Draws on PDF pages; the only module that speaks to ReportLab's canvas.

y runs downwards from the top of the page, in points. The same sheet gives the same bytes: the file's date is the
one that the sheet states, never the moment of writing.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from duty_console.papers import fonts
from duty_console.papers.text import BLACK, Align, Colour, TextStyle, ink_width

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line: weight in points, and its colour."""

    weight: float
    colour: Colour = BLACK


THICK = Rule(1.0)
THIN = Rule(0.5)
HAIR = Rule(0.5, (0.6, 0.6, 0.6))
NO_RULE = Rule(0.0)


@dataclass(frozen=True, slots=True)
class About:
    """What the PDF file says about itself; `at` must be aware."""

    title: str
    author: str
    at: datetime


class Pen:
    """One PDF document being drawn, page after page."""

    def __init__(self, page_width: float, page_height: float, about: About) -> None:
        # Heavy import, paid only when a paper is really written.
        from reportlab.pdfgen.canvas import Canvas  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType]

        self._bytes = io.BytesIO()
        self._height = page_height
        fonts.load(fonts.Face.SONG)
        canvas_class: Any = Canvas  # ReportLab has no types
        self._canvas = canvas_class(
            self._bytes,
            pagesize=(page_width, page_height),
            invariant=1,
            pageCompression=1,
            initialFontName=fonts.Face.SONG.value,  # or every page names Helvetica, which is not embedded
        )
        self._canvas.setTitle(about.title)
        self._canvas.setAuthor(about.author)
        self._canvas.setCreator("Duty Console")
        self._date(about.at)

    def _date(self, at: datetime) -> None:
        from datetime import UTC

        stamp: Any = self._canvas._doc._timeStamp  # ReportLab offers no public way to date a file
        moment = at.astimezone(UTC)
        stamp.t, stamp.lt, stamp.YMDhms = moment.timestamp(), moment.timetuple(), tuple(moment.timetuple()[:6])

    def words(self, x: float, baseline: float, text: str, style: TextStyle, *, stretch: float = 0.0) -> None:
        """Draw a printable text from `x` on; `stretch` is added to the space after each character."""
        canvas = self._canvas
        canvas.setFillColorRGB(*style.colour)
        for face, part in fonts.runs(text, style.face):
            fonts.load(face)
            canvas.setFont(face.value, style.size)
            space = style.tracking + stretch
            canvas.drawString(x, self._height - baseline, part, charSpace=space)
            x += fonts.width(part, face, style.size) + space * len(part)

    def line(self, x: float, top: float, width: float, line: str, style: TextStyle, *, justified: bool = False) -> None:
        """Draw one line of text aligned within `width`; its leading begins at `top`."""
        if not line:
            return
        spare, stretch = width - ink_width(line, style), 0.0
        if style.align is Align.CENTER:
            x += spare / 2
        elif style.align is Align.RIGHT:
            x += spare
        elif style.align is Align.JUSTIFY and justified and len(line) > 1:
            stretch = max(0.0, spare) / (len(line) - 1)
        self.words(x, style.baseline(top), line, style, stretch=stretch)

    def lines(self, x: float, top: float, width: float, lines: Sequence[str], style: TextStyle) -> None:
        """Draw lines one under the other."""
        for number, line in enumerate(lines):
            self.line(x, top + number * style.leading, width, line, style)

    def rule(self, x1: float, y1: float, x2: float, y2: float, rule: Rule) -> None:
        """Draw a straight line."""
        if rule.weight <= 0:
            return
        self._canvas.setLineCap(2)  # square ends, so that corners close
        self._canvas.setLineWidth(rule.weight)
        self._canvas.setStrokeColorRGB(*rule.colour)
        self._canvas.line(x1, self._height - y1, x2, self._height - y2)

    def box(self, x: float, top: float, width: float, height: float, fill: Colour) -> None:
        """Fill a rectangle."""
        self._canvas.setFillColorRGB(*fill)
        self._canvas.rect(x, self._height - top - height, width, height, stroke=0, fill=1)

    def squares(self, x: float, top: float, side: float, pattern: Sequence[Sequence[bool]]) -> None:
        """Draw a square pattern such as a QR code, `side` wide, as one path, so that no seams show."""
        step = side / len(pattern)
        path = self._canvas.beginPath()
        for down, row in enumerate(pattern):
            start = None
            for across, dark in enumerate((*row, False)):
                if dark and start is None:
                    start = across
                elif not dark and start is not None:
                    bottom = self._height - top - (down + 1) * step
                    path.rect(x + start * step, bottom, (across - start) * step, step)
                    start = None
        self._canvas.setFillColorRGB(*BLACK)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def end_page(self) -> None:
        """Finish this page and begin the next."""
        self._canvas.showPage()

    def finish(self) -> bytes:
        """Return the whole document."""
        self._canvas.save()
        return self._bytes.getvalue()
