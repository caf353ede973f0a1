"""A PDF onto paper: every page at its own size, as sharp as the printer is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPageSize, QPainter

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

SHARPEST = 300
"""Dots per inch that a page is drawn at, at most: an A4 page is then 35 MB while it is drawn."""


def print_pages(document: QPdfDocument, printer: QPrinter) -> bool:
    """Print all pages; False when the printer did not take them."""
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number in range(document.pageCount()):
        if number and not printer.newPage():
            painter.end()
            return False
        size = document.pagePointSize(number)
        dots = min(printer.resolution(), SHARPEST)
        pixels = QSize(round(size.width() / 72 * dots), round(size.height() / 72 * dots))
        image = document.render(number, pixels)
        inch = printer.resolution() / 72
        painter.drawImage(QRectF(0, 0, size.width() * inch, size.height() * inch), image)
    return painter.end()
