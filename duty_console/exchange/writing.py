"""Writing a workbook that opens safely anywhere: no cell can become a formula, and it prints as it looks.

A cell that begins with = + - @, a tab or a return is stored as text with the mark that spreadsheets keep for it
(quotePrefix), so that its words stay exactly what they were and are never calculated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from duty_console.config import write_whole
from duty_console.exchange.model import column_letter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from duty_console.exchange.plain import Value

PROGRAM = "Duty Console 应急值守台"

Foreign = Any
"""An object of openpyxl, whose stubs do not know half of what it can do."""

_RISKY = ("=", "+", "-", "@", "\t", "\r")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_LONGEST_TEXT = 32_000
_FACE = "宋体"
_HEAD_FILL = "E7ECF2"
_RULE = "9AA7B5"


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks: colours as RRGGBB, empty for none; `form` is a spreadsheet's number format."""

    bold: bool = False
    colour: str = ""
    fill: str = ""
    centred: bool = False
    form: str = ""


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell to write; `rows` is how many rows it reaches down over (merged)."""

    value: Value
    look: Look = PLAIN
    rows: int = 1


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column to write: its head and its width in characters."""

    head: str
    width: float = 12.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to write: a title over all columns, lines under it, the head, the rows, notes below.

    A row has one cell a column; None where a cell above reaches down.
    """

    name: str
    columns: tuple[SheetColumn, ...]
    rows: Sequence[Sequence[SheetCell | None]]
    title: str = ""
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())


def write_workbook(path: Path, sheets: Sequence[Sheet]) -> None:
    """Write a workbook whole or not at all. Raises EnvironmentProblem `paper_unwritable`; an old file stays."""
    write_whole(path, workbook_bytes(sheets), "paper_unwritable")


def workbook_bytes(sheets: Sequence[Sheet]) -> bytes:
    """Return the workbook as the bytes of an .xlsx file."""
    from openpyxl import Workbook  # costs a tenth of a second; only an export needs it

    book = Workbook()
    book.remove(cast("Any", book.active))
    for sheet in sheets:
        _Writer(book.create_sheet(_sheet_name(sheet.name)), sheet).write()
    book.properties.creator = PROGRAM
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def is_risky(text: str) -> bool:
    """Return whether a spreadsheet might take the text for a formula."""
    return text.startswith(_RISKY)


def _sheet_name(name: str) -> str:
    return _NOT_IN_NAMES.sub(" ", name).strip()[:31] or "1"


class _Writer:
    """Fills one sheet from the top down."""

    def __init__(self, page: Foreign, sheet: Sheet) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        self._page, self._sheet = page, sheet
        self._alignment, self._font, self._fill = Alignment, Font, PatternFill
        side = Side(style="thin", color=_RULE)
        self._border = Border(side, side, side, side)
        self._row = 0

    def write(self) -> None:
        width = len(self._sheet.columns)
        if self._sheet.title:
            self._banner(self._sheet.title, width, self._font(name=_FACE, size=16, bold=True), "center", 30)
        for line in self._sheet.lines:
            self._banner(line, width, self._font(name=_FACE, size=10), "left", 18)
        self._row += 1
        head = Look(bold=True, fill=_HEAD_FILL, centred=True)
        for number, column in enumerate(self._sheet.columns, 1):
            self._put(number, SheetCell(column.head, head))
            self._page.column_dimensions[column_letter(number)].width = column.width
        head_row = self._row
        for cells in self._sheet.rows:
            self._row += 1
            for number, cell in enumerate(cells, 1):
                self._put(number, cell)
        for note in self._sheet.notes:
            self._banner(note, width, self._font(name=_FACE, size=9), "left", None)
        self._set_up(head_row, width)

    def _banner(self, text: str, width: int, font: Foreign, align: str, height: float | None) -> None:
        self._row += 1
        cell = self._page.cell(self._row, 1)
        _set(cell, text)
        cell.font, cell.alignment = font, self._alignment(horizontal=align, vertical="center", wrap_text=True)
        if width > 1:
            self._page.merge_cells(start_row=self._row, start_column=1, end_row=self._row, end_column=width)
        self._page.row_dimensions[self._row].height = height or 15.0 * (1 + text.count("\n"))

    def _put(self, column: int, given: SheetCell | None) -> None:
        cell = self._page.cell(self._row, column)
        cell.border = self._border
        if given is None:
            return
        look = given.look
        _set(cell, given.value)
        cell.font = self._font(name=_FACE, size=10.5, bold=look.bold, color=look.colour or None)
        horizontal = "center" if look.centred else "left"
        cell.alignment = self._alignment(horizontal=horizontal, vertical="center", wrap_text=True)
        if look.fill:
            cell.fill = self._fill("solid", start_color=look.fill)
        if look.form:
            cell.number_format = look.form
        if given.rows > 1:
            last = self._row + given.rows - 1
            self._page.merge_cells(start_row=self._row, start_column=column, end_row=last, end_column=column)

    def _set_up(self, head_row: int, width: int) -> None:
        page = self._page
        page.freeze_panes = f"A{head_row + 1}"
        page.print_title_rows = f"{head_row}:{head_row}"
        page.print_area = f"A1:{column_letter(width)}{self._row}"
        page.page_setup.orientation = "landscape"
        page.page_setup.paperSize = 9  # A4
        page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
        page.sheet_properties.pageSetUpPr.fitToPage = True
        page.print_options.horizontalCentered = True
        page.page_margins.left = page.page_margins.right = 0.5
        page.page_margins.top = page.page_margins.bottom = 0.6
        page.oddFooter.center.text = "第 &P 页，共 &N 页"


def _set(cell: Foreign, value: Value) -> None:
    if not isinstance(value, str):
        cell.value = value
        return
    text = _UNWRITABLE.sub("", value)[:_LONGEST_TEXT]
    cell.value = text
    if is_risky(text):
        cell.data_type = "s"
        cell.quotePrefix = True
