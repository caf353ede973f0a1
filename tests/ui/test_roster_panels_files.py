"""Files in and out through the real panels: real workbooks, a real database."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from duty_console.roster.model import AssignmentSource
from tests.ui.conftest import say
from tests.ui.roster_room import RosterRoom

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.jobs import Jobs
    from ui.roster.export_panel import ExportPanel
    from ui.roster.import_panel import ImportPanel

HEAD = ("日期", "带班领导", "主班", "副班")


@pytest.fixture
def room(tmp_path: Path, jobs: Jobs) -> Iterator[RosterRoom]:
    room = RosterRoom.open(tmp_path / "data", jobs)
    yield room
    room.close()


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def book(path: Path, *rows: tuple[str, ...], sheet: str = "十月") -> str:
    made = Workbook()
    page = made.worksheets[0]
    page.title = sheet
    for row in rows:
        page.append(row)
    made.save(path)
    return str(path)


def read_in(room: RosterRoom, path: str) -> ImportPanel:
    panel: ImportPanel = room.panel("import")
    panel.open_file(path)
    room.settle()
    return panel


# -- in -------------------------------------------------------------------------------------------


def test_a_roster_is_shown_first_and_then_stored_whole(room: RosterRoom, tmp_path: Path) -> None:
    room.put(21, "周启明")
    path = book(
        tmp_path / "十月.xlsx",
        HEAD,
        ("2026年10月21日", "周启明", "林晓舟", "陈以宁"),
        ("2026-10-22", "沈若谷", "苏 映雪/马思齐", "谢安然"),
    )
    panel = read_in(room, path)
    assert panel.verdict() == "Can be stored"
    assert panel._sheets.itemAt(0).widget().text() == "十月: a row per day  21 Oct – 22 Oct"  # type: ignore[union-attr]
    model = panel.cells.view.model()
    shown = [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]
    assert shown == [  # who stands there already is not among what changes
        ["21 Oct", "主班", "林晓舟"],
        ["21 Oct", "副班", "陈以宁"],
        ["22 Oct", "带班领导", "沈若谷"],
        ["22 Oct", "主班", "苏映雪、马思齐"],
        ["22 Oct", "副班", "谢安然"],
    ]
    assert room.names(22) == []
    assert panel.store.hasFocus()
    QTest.keyClick(panel.store, Qt.Key.Key_Space)
    room.settle()
    assert room.names(22, 1) == ["苏映雪", "马思齐"]
    there = room.desk.roster.assignments(date(2026, 10, 22), date(2026, 10, 22))
    assert {each.source for each in there} == {AssignmentSource.IMPORT}
    assert room.notes[-1] == "Cells imported: 5"
    assert panel.draft is None


def test_one_undo_takes_an_import_back(room: RosterRoom, tmp_path: Path) -> None:
    room.put(21, "梁文渊")
    panel = read_in(room, book(tmp_path / "a.xlsx", HEAD, ("2026年10月21日", "周启明", "林晓舟", "陈以宁")))
    panel.store_draft()
    room.settle()
    assert [room.names(21, post) for post in range(3)] == [["周启明"], ["林晓舟"], ["陈以宁"]]
    assert room.page is not None
    QTest.keyClick(room.page.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert [room.names(21, post) for post in range(3)] == [["梁文渊"], [], []]


def test_one_wrong_cell_and_nothing_is_stored(room: RosterRoom, tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        HEAD,
        ("2026年10月21日", "周启明", "林晓舟", "陈以宁"),
        ("2026年10月32日", "沈若谷", "苏映雪", "马思齐"),
        ("2026年10月23日", "梁文渊", "张三", "罗景行"),
    )
    panel = read_in(room, path)
    assert panel.verdict() == "Nothing can be stored while there are errors"
    places = [(row.line.problem.sheet, row.line.problem.row, row.line.problem.letter) for row in panel.problem_rows]
    assert places == [("十月", 3, "A"), ("十月", 4, "C")]
    spoken = panel.problem_rows[1].accessibleName()
    assert spoken.startswith("Error 十月, row 4, column C")
    assert "张三" in spoken
    assert not panel.store.isEnabled()
    QTest.keyClick(panel.choose, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert room.desk.roster.assignments(date(2026, 10, 1), date(2026, 10, 31)) == ()
    click(panel.discard)
    assert panel.problem_rows == []
    assert not panel.store.isVisible()


def test_past_shifts_are_imported_only_with_a_reason(room: RosterRoom, tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", HEAD, ("2026年10月3日", "周启明", "林晓舟", "陈以宁"))
    panel = read_in(room, path)
    assert [row.line.problem.code for row in panel.problem_rows] == ["shift_over"]
    assert panel.reason.hasFocus()
    say(panel.reason, "补录纸质排班")
    QTest.keyClick(panel.reason, Qt.Key.Key_Return)
    room.settle()
    assert panel.problem_rows == []
    assert panel.store.hasFocus()
    QTest.keyClick(panel.store, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert room.names(3) == ["周启明"]
    corrections = room.desk.roster.corrections(date(2026, 10, 3), date(2026, 10, 3))
    assert {each.reason for each in corrections} == {"补录纸质排班"}


def test_what_is_no_workbook_is_said_and_the_panel_goes_on(room: RosterRoom, tmp_path: Path) -> None:
    false = tmp_path / "a.xlsx"
    false.write_text("只是文字", encoding="utf-8")
    panel = read_in(room, str(false))
    assert panel.banner.message()
    assert "xlsx" in panel.banner.message()
    panel = read_in(room, book(tmp_path / "b.xlsx", HEAD, ("2026年10月21日", "周启明", "林晓舟", "陈以宁")))
    assert panel.banner.message() == ""
    assert panel.verdict() == "Can be stored"


def test_persons_are_added_all_or_none(room: RosterRoom, tmp_path: Path) -> None:
    panel: ImportPanel = room.panel("import")
    click(panel.kind.segments()[1])
    before = len(room.desk.people.persons())
    head = ("姓名", "单位", "职务", "手机")
    bad = ("欧阳明月", "区水利局", "科员", "138-OOOO")
    panel.open_file(book(tmp_path / "a.xlsx", head, ("丁一", "区水利局", "科员", "138 0000 0101"), bad))
    room.settle()
    assert [(row.line.problem.row, row.line.problem.letter) for row in panel.problem_rows] == [(3, "D")]
    assert not panel.store.isEnabled()
    good = ("欧阳明月", "区水利局", "科员", "138 0000 0102")
    panel.open_file(book(tmp_path / "b.xlsx", head, ("丁一", "区水利局", "科员", "138 0000 0101"), good))
    room.settle()
    assert panel.persons.view.model().rowCount() == 2
    assert len(room.desk.people.persons()) == before
    click(panel.store)
    room.settle()
    assert len(room.desk.people.persons()) == before + 2
    assert [unit.name for unit in room.desk.people.units()] == ["区水利局"]


def test_the_file_dialog_does_not_hold_the_console_up(room: RosterRoom, tmp_path: Path) -> None:
    panel: ImportPanel = room.panel("import")
    click(panel.choose)  # returns at once
    dialog = panel.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptOpen
    room.tick(room.clock.now())  # the clock goes on behind it
    dialog.fileSelected.emit(book(tmp_path / "a.xlsx", HEAD, ("2026年10月21日", "周启明", "林晓舟", "陈以宁")))
    dialog.reject()
    room.settle()
    assert panel.verdict() == "Can be stored"


# -- out ------------------------------------------------------------------------------------------


def export(room: RosterRoom) -> ExportPanel:
    panel: ExportPanel = room.panel("export")
    panel.first.setDate(QDate(2026, 10, 14))
    panel.last.setDate(QDate(2026, 10, 20))
    return panel


def test_the_roster_as_a_workbook_reads_back_as_it_stands(room: RosterRoom, tmp_path: Path) -> None:
    room.fill(14, 7)
    panel, path = export(room), tmp_path / "out.xlsx"
    click(panel.excel)
    dialog = panel.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    room.settle()
    said = [str(cell.value or "") for row in load_workbook(path).worksheets[0].iter_rows() for cell in row]
    assert any("周启明" in words for words in said)
    again = read_in(room, str(path))
    assert again.verdict() == "The file says nothing new"


def test_a_person_takes_the_duties_along_as_a_calendar(room: RosterRoom, tmp_path: Path) -> None:
    room.fill(14, 7)
    panel, path = export(room), tmp_path / "a.ics"
    click(panel.calendar)
    assert "Whose" in panel._person_row.problem()
    assert panel.findChild(QFileDialog) is None
    say(panel.person, "林晓舟")
    assert panel._person_row.problem() == ""
    panel.save_calendar(path, room.id("林晓舟"))
    room.settle()
    text = path.read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == 3
    assert room.notes[-1].startswith("Saved: ")


def test_days_out_of_order_write_nothing(room: RosterRoom, tmp_path: Path) -> None:
    panel = export(room)
    panel.last.setDate(QDate(2026, 10, 1))
    panel.save_roster(tmp_path / "out.xlsx")
    room.settle()
    assert "not in order" in panel._to.problem()
    assert not (tmp_path / "out.xlsx").exists()


def test_the_paper_goes_through_the_preview(room: RosterRoom) -> None:
    room.fill(14, 7)
    panel = export(room)
    click(panel.paper)
    make, name = room.papers[-1]
    assert name == "Roster 2026-10.pdf"
    assert make().startswith(b"%PDF")
