"""Reading a workbook from outside: checked before it is opened, so that no file can harm or choke the console.

What a workbook says it is means nothing; what its first bytes are does. All refusals are InputProblems of `file`.
"""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast
from zipfile import ZipFile

from duty_console.errors import EnvironmentProblem, InputProblem
from duty_console.exchange.grid import Grid
from duty_console.exchange.model import Workbook

if TYPE_CHECKING:
    from pathlib import Path

    from duty_console.exchange.grid import Place
    from duty_console.exchange.plain import Value

Foreign = Any
"""An object of openpyxl, whose stubs do not know half of what it can do."""

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 1_000
_MOST_UNPACKED = 160 * 1024 * 1024
_MOST_CELLS = 400_000
_MOST_MERGED = 300_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CELL = re.compile(rb"<(?:\w+:)?c[ >/]")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*ref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"")
# A formula that was never calculated: no value, and not the empty text that some formulas give.
_UNREAD_FORMULA = re.compile(
    rb"<c (?![^>]*t=\"str\")[^>]*>\s*<f[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)


def read_workbook(path: Path) -> Workbook:
    """Return the visible sheets of an .xlsx file.

    Raises InputProblem `file_missing`, `file_too_large` (`most` MB), `file_not_workbook`, `workbook_old` (.xls),
    `workbook_encrypted`, `workbook_damaged`, `workbook_unread_formulas`, `sheet_too_large` (`sheet`, `most` rows),
    `workbook_empty`; EnvironmentProblem `file_unreadable` where the disk refuses.
    """
    content = _content(path)
    _check_kind(content)
    _check_parts(content)
    # Half a tenth of a second to import, and only files need it.
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl does not keep (validation, pictures) is not ours to keep
            book = cast("Any", load_workbook(BytesIO(content), data_only=True, rich_text=False))
    except Exception as error:  # a foreign file can break the library anywhere
        raise InputProblem("file", "workbook_damaged", name=path.name) from error
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    hidden = tuple(str(sheet.title) for sheet in book.worksheets if sheet.sheet_state != "visible")
    grids = tuple(_grid(sheet, _epoch_date(book.epoch)) for sheet in shown)
    if not any(grid.height for grid in grids):
        raise InputProblem("file", "workbook_empty", name=path.name)
    return Workbook(path.name, grids, hidden)


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise InputProblem("file", "file_missing", path=str(path))
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or ""
        raise EnvironmentProblem("file_unreadable", path=str(path), reason=reason) from error
    if len(content) > MOST_BYTES:
        raise InputProblem("file", "file_too_large", most=MOST_BYTES // 1024 // 1024)
    return content


def _check_kind(content: bytes) -> None:
    if content.startswith(_OLE):
        raise InputProblem("file", "workbook_encrypted" if _ENCRYPTED in content else "workbook_old")
    if not content.startswith(_ZIP):
        raise InputProblem("file", "file_not_workbook")


def _check_parts(content: bytes) -> None:
    """Look into the archive before the library does: how large it unpacks, how many cells, what is merged."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if sum(part.file_size for part in parts) > _MOST_UNPACKED:
                raise InputProblem("file", "file_too_large", most=MOST_BYTES // 1024 // 1024)
            if not any(name.startswith("xl/") for name in names):
                raise InputProblem("file", "file_not_workbook")
            if any(part.flag_bits & 1 for part in parts):
                raise InputProblem("file", "workbook_encrypted")
            for part in parts:
                if part.filename.endswith((".xml", ".XML")) and not part.filename.endswith("sharedStrings.xml"):
                    _check_sheet(archive.read(part))
    except InputProblem:
        raise
    except Exception as error:  # every part is checked against its checksum here
        raise InputProblem("file", "workbook_damaged") from error


def _check_sheet(part: bytes) -> None:
    merged = sum(_area(*found.groups()) for found in _MERGED.finditer(part))
    if merged > _MOST_MERGED or sum(1 for _ in _CELL.finditer(part)) > _MOST_CELLS:
        raise InputProblem("file", "sheet_too_large", sheet="", most=MOST_ROWS)
    if _UNREAD_FORMULA.search(part):
        raise InputProblem("file", "workbook_unread_formulas")


def _area(left: bytes, top: bytes, right: bytes, bottom: bytes) -> int:
    return (abs(_column(right) - _column(left)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _grid(sheet: Foreign, epoch: date) -> Grid:
    # The cells that exist, not the rectangle around them: one stray cell at the far corner makes that a milliard.
    values: dict[Place, Value] = {}
    for place, cell in sheet._cells.items():
        value = _value(cell.value)
        if value is None or (isinstance(value, str) and not value.strip()):
            continue
        if place[0] > MOST_ROWS or place[1] > MOST_COLUMNS:
            raise InputProblem("file", "sheet_too_large", sheet=str(sheet.title), most=MOST_ROWS)
        values[place] = value
    merged = [(each.min_row, each.min_col, each.max_row, each.max_col) for each in sheet.merged_cells.ranges]
    return Grid(str(sheet.title), values, merged, epoch)


def _value(value: object) -> Value:
    if value is None or isinstance(value, str | int | float | bool | datetime | date | time):
        return value
    if isinstance(value, timedelta):
        return f"{int(value.total_seconds()) // 3600:02}:{int(value.total_seconds()) // 60 % 60:02}"
    return str(value)


def _epoch_date(epoch: datetime) -> date:
    return epoch.date()
