"""Starting must be quick: heavy libraries wait until somebody needs them."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.architecture.source import HOUSE, report

HEAVY = (
    "reportlab", "PIL", "alembic", "mako", "pypinyin", "chinese_calendar", "segno", "pyqtgraph",
    "PySide6.QtPdf", "PySide6.QtPdfWidgets", "PySide6.QtPrintSupport", "PySide6.QtMultimedia",
)  # fmt: skip


@pytest.mark.parametrize("entry", ["duty_console.desk", "duty_console.cli", "ui.application", "ui.main_window"])
def test_start_imports_nothing_heavy(entry: str) -> None:
    # A process of its own: this one has imported everything already.
    code = f"import {entry}, json, sys; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=HOUSE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    loaded = set(json.loads(done.stdout))
    report(
        [name for name in HEAVY if name in loaded],
        f"`import {entry}` pulls these in. Import them inside the function that needs them, with a comment:",
    )
