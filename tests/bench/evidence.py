"""Verifying the record against reading and hashing the same bytes in plain Python; printing the handover sheet."""

from __future__ import annotations

import sqlite3
import tempfile
from hashlib import sha256
from pathlib import Path

from duty_console.demo import fill
from duty_console.desk import Desk
from duty_console.handover.paper import handover_pdf
from tests.bench.table import Measure, at_most, paired


def rows() -> list[Measure]:
    """On a month of the sample district."""
    with tempfile.TemporaryDirectory() as folder, Desk.open(Path(folder)) as desk:
        fill(desk)
        raw = sqlite3.connect(Path(folder) / "duty.db")
        checked, floor = paired(desk.journal.verify, lambda: _hash_all(raw), 9)
        sheet = desk.handover.compose()
        handover_pdf(sheet)
        printed, blank = paired(lambda: handover_pdf(sheet), _blank_page, 9)
        composed, counted = paired(
            desk.handover.compose, lambda: raw.execute("SELECT count(*) FROM log_entry").fetchone(), 9
        )
    return [
        at_most("verify a month's record (chain and every live row)", checked, floor, "ms", 10),
        at_most("compose a handover sheet from the record", composed, max(counted, 1.0), "ms", 100),
        at_most("print it (A4, fonts embedded) against a blank page", printed, blank, "ms", 100),
    ]


def _hash_all(raw: sqlite3.Connection) -> None:
    for row in raw.execute("SELECT * FROM journal_entry ORDER BY seq"):
        sha256(str(row).encode()).digest()


def _blank_page() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    page = Canvas("blank.pdf")
    page.drawString(100, 100, "blank")
    return page.getpdfdata()
