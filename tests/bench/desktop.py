"""Start, stalls and memory of the desktop with ten years of data, against bare Qt windows and an empty database."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from duty_console.desk import Desk
from duty_console.room.model import DutyRoom
from tests.bench.table import Measure, at_most
from tests.bench.ten_years import ten_years

RUNS = 7
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ENVIRONMENT["QT_QPA_PLATFORM"] = "offscreen"

BARE = """
from PySide6.QtWidgets import QApplication, QWidget
import {sqlalchemy}
app = QApplication([])
window = QWidget()
window.resize(1600, 1000)
window.show()
app.processEvents()
print("usable", flush=True)
import os
os._exit(0)
"""


def rows() -> list[Measure]:
    """Each figure from fresh processes, in turn with its floor."""
    folder = ten_years()
    with tempfile.TemporaryDirectory() as empty:
        with Desk.open(Path(empty)) as desk:
            desk.room.describe(DutyRoom("云河区应急值班室", "county", ("national",)))
            desk.limits.choose_presets(("national",))
            desk.roster.set_up_defaults()
        started, bare, barest, full, lean, stalls = [], [], [], [], [], []
        _seconds(_child("start", folder))  # compiles what was never imported
        for _ in range(RUNS):
            bare.append(_seconds(_bare("sqlalchemy.orm")))
            barest.append(_seconds(_bare("sqlalchemy")))
            started.append(_seconds(_child("start", folder)))
        for _ in range(2):
            full.append(_told(_child("pages", folder)))
            lean.append(_told(_child("pages", Path(empty))))
        stalls = [max(each["stalls_ms"].values()) for each in full]
    memory, floor = (min(each["memory_mb"] for each in found) for found in (full, lean))
    worst = min(stalls)
    return [
        at_most("start to a usable window, ten years", _ms(started), _ms(barest), "ms", 2.5),
        # The console maps its tables; this floor has SQLAlchemy's mapper besides its core. Told, not promised.
        Measure("  the same against SQLAlchemy with its mapper", _ms(started), _ms(bare), "ms", "told", True),
        Measure("longest stall opening any page, ten years", worst, 50.0, "ms", "≤ 50 ms", worst <= 50),
        at_most("memory with every page open, ten years", memory, floor, "MB", 1.5),
    ]


def _bare(sqlalchemy: str) -> list[str]:
    return [sys.executable, "-c", BARE.format(sqlalchemy=sqlalchemy)]


def _child(what: str, folder: Path) -> list[str]:
    return [sys.executable, "-m", "tests.bench.desktop_child", what, str(folder)]


def _ms(seconds: list[float]) -> float:
    return statistics.median(seconds) * 1000


def _seconds(command: list[str]) -> float:
    """Return how long a process takes from its start to its word `usable`."""
    from time import perf_counter

    begun = perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=ENVIRONMENT, text=True
    ) as child:
        if child.stdout is None:
            raise RuntimeError("no pipe")
        for line in child.stdout:
            if line.strip() == "usable":
                took = perf_counter() - begun
                child.kill()
                return took
    raise RuntimeError(f"{command} never became usable")


def _told(command: list[str]) -> dict:
    done = subprocess.run(command, capture_output=True, env=ENVIRONMENT, text=True, timeout=180, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if not lines:
        raise RuntimeError(f"{command}: {done.stderr[-2000:]}")
    return json.loads(lines[-1])
