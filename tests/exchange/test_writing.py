"""Workbooks that we write: nothing in them calculates, and they print as they look."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from duty_console.errors import EnvironmentProblem
from duty_console.exchange.reading import read_workbook
from duty_console.exchange.writing import Look, Sheet, SheetCell, SheetColumn, is_risky, workbook_bytes, write_workbook

if TYPE_CHECKING:
    from pathlib import Path

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
COLUMNS = (SheetColumn("日期", 9), SheetColumn("主班", 20))


@pytest.mark.parametrize("text", ["=1+1", "+86 138", "-1", "@x", "\t=1", "\r=1", '=HYPERLINK("http://x")'])
def test_what_looks_like_a_formula_stays_text(tmp_path: Path, text: str) -> None:
    assert is_risky(text)
    for sheet in (Sheet("x", COLUMNS, [[SheetCell(text), SheetCell("a")]]), Sheet(text, COLUMNS, [], text, (text,))):
        write_workbook(tmp_path / "a.xlsx", [sheet])
        page = load_workbook(tmp_path / "a.xlsx").worksheets[0]
        cell = page["A2"] if sheet.rows else page["A1"]
        assert cell.data_type == "s"
        assert cell.quotePrefix
        assert (cell.value or "").replace("\n", "\r") == text


@given(st.lists(st.text(max_size=40), min_size=1, max_size=20))
def test_any_text_is_written_and_nothing_becomes_a_formula(texts: list[str]) -> None:
    page = load_workbook(BytesIO(workbook_bytes([Sheet("x", COLUMNS[:1], [[SheetCell(each)] for each in texts])])))
    cells = [row[0] for row in page.worksheets[0].iter_rows(min_row=2, max_row=len(texts) + 1)]
    assert all(cell.data_type != "f" for cell in cells)
    kept = [_UNWRITABLE.sub("", each).replace("\r\n", "\n").replace("\r", "\n") for each in texts]
    assert [cell.value or "" for cell in cells] == kept


def test_a_sheet_prints_lying_on_a4_with_its_head_on_every_page(tmp_path: Path) -> None:
    rows = [[SheetCell(date(2026, 10, 1), Look(form='m"月"d"日"'), 2), SheetCell("a")], [None, SheetCell("b")]]
    write_workbook(tmp_path / "a.xlsx", [Sheet("10/2026", COLUMNS, rows, "标题", ("一行",), ("注",))])
    page = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    setup = page.page_setup
    assert (setup.orientation, int(setup.paperSize or 0), setup.fitToWidth, setup.fitToHeight) == ("landscape", 9, 1, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.freeze_panes == "A4"
    assert page.print_title_rows == "$3:$3"
    assert page.column_dimensions["B"].width == 20
    assert page["A3"].font.bold
    assert page.title == "10 2026"
    assert {str(each) for each in page.merged_cells.ranges} == {"A1:B1", "A2:B2", "A4:A5", "A6:B6"}
    grid = read_workbook(tmp_path / "a.xlsx").grids[0]
    assert grid.cell(5, 1).value == grid.cell(4, 1).value
    assert [cell.text for cell in grid.row(5)] == ["2026-10-01", "b"]


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        write_workbook(tmp_path / "none" / "a.xlsx", [Sheet("x", COLUMNS, [])])
    assert caught.value.code == "paper_unwritable"
    assert not (tmp_path / "none").exists()
