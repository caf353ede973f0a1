"""Workbooks from outside: what is read, and what is refused before it can do harm."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from duty_console.errors import EnvironmentProblem, InputProblem
from duty_console.exchange import reading
from duty_console.exchange.model import CellProblem, column_letter
from duty_console.exchange.plain import plain, squeezed, written
from duty_console.exchange.reading import read_workbook

if TYPE_CHECKING:
    from pathlib import Path

EIGHT = datetime(2026, 1, 2, 8)  # noqa: DTZ001  # spreadsheets know no zones


def refused(path: Path) -> str:
    with pytest.raises(InputProblem) as caught:
        read_workbook(path)
    assert caught.value.field == "file"
    return caught.value.code


def saved(path: Path, *rows: list[object]) -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(row)
    book.save(path)
    return path


def rewritten(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """Change one part inside a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_cells_know_their_words_and_places(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "十月"
    page["A1"] = "２０２６年10月　值班表"
    page.merge_cells("A1:C1")
    page["A2"], page["B2"], page["C2"] = date(2026, 10, 1), 13800000001, "王\u00a0\u00a0芳\r\n 138\u200b"
    page["A3"], page["B3"], page["C3"] = 46296, 10.1, "=1+1"
    page["C3"].data_type = "s"
    page["A4"] = "两行"
    page.merge_cells("A4:A5")
    hidden = book.create_sheet("草稿")
    hidden["A1"] = "x"
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    found = read_workbook(tmp_path / "a.xlsx")
    assert (found.name, found.hidden, [grid.sheet for grid in found.grids]) == ("a.xlsx", ("草稿",), ["十月"])
    (grid,) = found.grids
    assert [cell.text for cell in grid.row(1)] == ["2026年10月 值班表"] * 3
    assert grid.cell(1, 3).raw == "２０２６年10月 值班表"
    assert grid.cell(1, 3).origin == (1, 1)
    assert [cell.text for cell in grid.row(2)] == ["2026-10-01", "13800000001", "王 芳\n138"]
    assert [cell.text for cell in grid.row(3)] == ["46296", "10.1", "=1+1"]
    assert grid.date_in(grid.cell(2, 1).value) == date(2026, 10, 1)
    assert grid.date_in(grid.cell(3, 1).value) == date(2026, 10, 1)
    assert [grid.date_in(each) for each in (31, 10.5, "x", True, EIGHT)] == [
        None, None, None, None, date(2026, 1, 2),
    ]  # fmt: skip
    assert grid.cell(5, 1).origin == (4, 1)
    assert grid.cell(99, 99).blank
    assert (grid.height, grid.width) == (5, 3)


def test_words_in_any_form_are_compared_alike() -> None:
    assert written("　王　 芳 ") == "王 芳"
    assert plain("（１２）") == "(12)"
    assert squeezed("王\u3000芳\ufeff") == squeezed("王芳") == "王芳"
    assert [written(each) for each in (None, True, 3.0, 3.5, EIGHT)] == [
        "", "TRUE", "3", "3.5", "2026-01-02 08:00",
    ]  # fmt: skip


def test_columns_have_the_letters_of_a_spreadsheet() -> None:
    assert [column_letter(number) for number in (0, 1, 26, 27, 702, 703, 16384)] == [
        "", "A", "Z", "AA", "ZZ", "AAA", "XFD",
    ]  # fmt: skip
    assert CellProblem("x", 5, 28, "c").address == "AB5"
    assert CellProblem("x", 0, 0, "c").address == ""


def test_files_that_are_no_workbook_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.xlsx") == "file_missing"
    assert refused(tmp_path) == "file_missing"
    (tmp_path / "a.xlsx").write_text("日期,带班\n1,2\n", encoding="gbk")
    assert refused(tmp_path / "a.xlsx") == "file_not_workbook"
    (tmp_path / "empty.xlsx").touch()
    assert refused(tmp_path / "empty.xlsx") == "file_not_workbook"
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    (tmp_path / "b.xls").write_bytes(ole)
    assert refused(tmp_path / "b.xls") == "workbook_old"
    (tmp_path / "c.xlsx").write_bytes(ole + "EncryptedPackage".encode("utf-16-le"))
    assert refused(tmp_path / "c.xlsx") == "workbook_encrypted"
    with zipfile.ZipFile(tmp_path / "d.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert refused(tmp_path / "d.xlsx") == "file_not_workbook"
    assert refused(saved(tmp_path / "e.xlsx")) == "workbook_empty"


def test_a_workbook_cut_short_or_overwritten_anywhere_is_damaged_not_a_bug(tmp_path: Path) -> None:
    whole = saved(tmp_path / "a.xlsx", ["日期", "主班"], ["1日", "苏映雪"]).read_bytes()
    for at in range(4, len(whole), 97):
        (tmp_path / "cut.xlsx").write_bytes(whole[:at])
        assert refused(tmp_path / "cut.xlsx") == "workbook_damaged"
    outcomes = set()
    for at in range(4, len(whole), 61):
        (tmp_path / "hit.xlsx").write_bytes(whole[:at] + b"\xff\x00\xff" + whole[at + 3 :])
        try:
            read_workbook(tmp_path / "hit.xlsx")
        except InputProblem as problem:
            outcomes.add(problem.code)
    assert "workbook_damaged" in outcomes


def test_a_sheet_that_is_no_xml_is_damaged(tmp_path: Path) -> None:
    path = rewritten(saved(tmp_path / "a.xlsx", ["x"]), "xl/worksheets/sheet1.xml", b"<sheetData>", b"<sheetDatum>")
    assert refused(path) == "workbook_damaged"


def test_what_is_too_large_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        for _ in range(200):
            part.write(bytes(1024 * 1024))
    assert (tmp_path / "bomb.xlsx").stat().st_size < 1024 * 1024
    assert refused(tmp_path / "bomb.xlsx") == "file_too_large"
    plain_path = saved(tmp_path / "a.xlsx", ["x"])
    monkeypatch.setattr(reading, "MOST_BYTES", plain_path.stat().st_size - 1)
    assert refused(plain_path) == "file_too_large"


def test_a_stray_cell_or_a_merge_over_everything_is_refused_at_once(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page["A1"] = "x"
    page.cell(1_048_576, 16_384).value = "far"
    book.save(tmp_path / "far.xlsx")
    assert refused(tmp_path / "far.xlsx") == "sheet_too_large"
    path = saved(tmp_path / "merged.xlsx", ["x"])
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    assert refused(rewritten(path, "xl/worksheets/sheet1.xml", b"</sheetData>", merge)) == "sheet_too_large"


def test_a_styled_but_empty_cell_far_away_does_not_make_a_sheet_large(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page["A1"] = "x"
    page.cell(30_000, 3).number_format = "0.00"
    book.save(tmp_path / "a.xlsx")
    assert read_workbook(tmp_path / "a.xlsx").grids[0].height == 1


def test_the_last_row_allowed_is_read_and_the_next_is_not(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.cell(reading.MOST_ROWS, 1).value = "last"
    book.save(tmp_path / "a.xlsx")
    assert read_workbook(tmp_path / "a.xlsx").grids[0].height == reading.MOST_ROWS
    page.cell(reading.MOST_ROWS + 1, 1).value = "over"
    book.save(tmp_path / "a.xlsx")
    assert refused(tmp_path / "a.xlsx") == "sheet_too_large"


def test_formulas_that_were_never_calculated_are_told(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", [1, "=A1+1"])
    assert refused(path) == "workbook_unread_formulas"
    empty_text = saved(tmp_path / "b.xlsx", [1, "=A1+1"])
    rewritten(empty_text, "xl/worksheets/sheet1.xml", b'<c r="B1">', b'<c r="B1" t="str">')
    assert read_workbook(empty_text).grids[0].cell(1, 1).text == "1"


def test_entities_that_would_multiply_are_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", ["x"])
    bomb = b'<!DOCTYPE x [<!ENTITY a "' + b"ha" * 50 + b'">'
    bomb += b"".join(b'<!ENTITY %c "' % (98 + n) + b"&%c;" % (97 + n) * 20 + b'">' for n in range(8)) + b"]><worksheet "
    rewritten(path, "xl/worksheets/sheet1.xml", b"<worksheet ", bomb)
    rewritten(path, "xl/worksheets/sheet1.xml", b"<sheetData>", b"<sheetData>&i;")
    assert refused(path) == "workbook_damaged"


def test_a_disk_that_refuses_is_no_fault_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path / "a.xlsx", ["x"])

    def broken(*_arguments: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", broken)
    with pytest.raises(EnvironmentProblem) as caught:
        read_workbook(path)
    assert caught.value.code == "file_unreadable"
