"""The data that rows are measured on: ten years of the sample district, made once under build/bench."""

from __future__ import annotations

import shutil
import sys
from hashlib import sha256
from pathlib import Path

from duty_console.database.migrations import SCRIPTS
from duty_console.demo import fill
from duty_console.desk import Desk

FOLDER = Path("build/bench/ten-years")
YEARS = 10


def ten_years() -> Path:
    """Return the folder with ten years in it; the first time it takes some minutes."""
    done, schema = FOLDER / "complete", _schema()
    if done.exists() and done.read_text() == schema:
        return FOLDER
    shutil.rmtree(FOLDER, ignore_errors=True)
    print(f"Making {YEARS} years of data in {FOLDER} (once) …", file=sys.stderr)
    with Desk.open(FOLDER) as desk:
        fill(desk, years=YEARS, progress=_tell)
    print(file=sys.stderr)
    done.write_text(schema)
    return FOLDER


def _schema() -> str:
    """Return what the tables look like today: data of other tables is made anew."""
    return sha256(b"".join(path.read_bytes() for path in sorted((SCRIPTS / "versions").glob("*.py")))).hexdigest()


def _tell(done: int, total: int) -> None:
    print(f"\r{100 * done // total:3d} %", end="", file=sys.stderr, flush=True)
