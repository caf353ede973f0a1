"""The data that rows are measured on: ten years of the sample district, made once under build/bench."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from duty_console.demo import fill
from duty_console.desk import Desk

FOLDER = Path("build/bench/ten-years")
YEARS = 10


def ten_years() -> Path:
    """Return the folder with ten years in it; the first time it takes some minutes."""
    done = FOLDER / "complete"
    if done.exists():
        return FOLDER
    shutil.rmtree(FOLDER, ignore_errors=True)
    print(f"Making {YEARS} years of data in {FOLDER} (once) …", file=sys.stderr)
    with Desk.open(FOLDER) as desk:
        fill(desk, years=YEARS, progress=_tell)
    print(file=sys.stderr)
    done.touch()
    return FOLDER


def _tell(done: int, total: int) -> None:
    print(f"\r{100 * done // total:3d} %", end="", file=sys.stderr, flush=True)
