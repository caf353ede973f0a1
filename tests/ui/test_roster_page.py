"""The roster page: a month entered by keyboard through the real grid into a real database."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.people.model import PersonEntry
from duty_console.roster.model import CellEntry, ShiftSlot
from tests.ui.conftest import say
from tests.ui.roster_desk import services_of
from ui.roster.cell_editor import CellEditor
from ui.roster.page import RosterPage
from ui.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ui.jobs import Jobs

BEIJING = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 10, 14, 10, 26, tzinfo=BEIJING)
WHOLE = "全天班"
DRAFT_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
LEADER, PRIMARY, DEPUTY = 2, 3, 4


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOW)


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    with Desk.open(tmp_path, clock) as desk:
        yield desk


@pytest.fixture
def staffed(desk: Desk) -> Desk:
    desk.roster.set_up_defaults(date(2026, 10, 1))
    for number, name in enumerate(("沈若谷", "高子墨", "苏映雪", "罗景行"), 1):
        desk.people.add_person(PersonEntry(name, title="科员", phone=f"138 0000 00{number:02}", leader=number == 1))
    return desk


@pytest.fixture
def bench(clock: FakeClock, jobs: Jobs, desk: Desk) -> Iterator[Workbench]:
    bench = Workbench(clock, BEIJING, jobs)
    end = desk.changes.subscribe(bench.changed.emit)
    yield bench
    end()


@pytest.fixture
def open_page(desk: Desk, bench: Workbench, jobs: Jobs) -> Iterator[Callable[[], RosterPage]]:
    pages: list[RosterPage] = []

    def show() -> RosterPage:
        page = RosterPage(services_of(desk), bench)
        page.resize(1294, 696)
        page.show()
        page.grid.setFocus()
        assert jobs.wait_idle()
        pages.append(page)
        return page

    yield show
    for page in pages:
        page.close()
        page.deleteLater()
    jobs.wait_idle()


def go_to(page: RosterPage, day: int, column: int) -> None:
    row = page.model.first_row_of(page.shown.day.replace(day=day))
    assert row is not None
    page.grid.go_to(row, column)


def cell(page: RosterPage, day: int, column: int) -> str:
    row = page.model.first_row_of(page.shown.day.replace(day=day))
    assert row is not None
    return page.model.text(row, column)


def editor_of(page: RosterPage) -> CellEditor:
    editor = page.grid.viewport().findChild(CellEditor)
    assert editor is not None
    return editor


def type_in(page: RosterPage, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type as an officer does: the first key falls on the grid and opens the cell."""
    QTest.keyClicks(page.grid, text[0])
    editor = editor_of(page)
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, end)
    QApplication.processEvents()


def stored(desk: Desk, day: int, post: int = 0) -> list[str]:
    table = desk.roster.month(2026, 10)
    row = next(row for row in table.rows if row.shift.date.day == day)
    return [person.name for person in row.cells[post].persons]


def test_initials_and_enter_put_a_person_on_duty_and_the_cursor_goes_down(
    staffed: Desk, open_page: Callable[[], RosterPage], jobs: Jobs
) -> None:
    page = open_page()
    go_to(page, 20, PRIMARY)
    QTest.keyClicks(page.grid, "g")
    editor = editor_of(page)
    QTest.keyClicks(editor, "zm")
    assert [each.text for each in editor.offered] == ["高子墨"]
    QTest.keyClick(editor, Qt.Key.Key_Return)
    jobs.wait_idle()
    assert stored(staffed, 20, 1) == ["高子墨"]
    assert cell(page, 20, PRIMARY) == "高子墨"
    current = page.grid.currentIndex()
    assert page.model.row(current.row()).shift.date == date(2026, 10, 21)
    assert current.column() == PRIMARY


def test_chinese_typed_over_a_name_replaces_it_and_several_stand_in_one_cell(
    staffed: Desk, open_page: Callable[[], RosterPage], jobs: Jobs
) -> None:
    posts = staffed.roster.posts()
    gao = next(each for each in staffed.people.persons() if each.name == "高子墨")
    staffed.roster.assign(date(2026, 10, 20), WHOLE, posts[2].id, [gao.id])
    page = open_page()
    go_to(page, 20, DEPUTY)
    say(page.grid, "苏映雪")
    editor = editor_of(page)
    assert editor.text() == "苏映雪"
    QTest.keyClicks(editor, "/ljx")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    jobs.wait_idle()
    assert stored(staffed, 20, 2) == ["苏映雪", "罗景行"]


def test_arrows_choose_in_the_list_and_esc_leaves_all_as_it_was(
    staffed: Desk, open_page: Callable[[], RosterPage], jobs: Jobs
) -> None:
    staffed.people.add_person(PersonEntry("高子默", phone="138 0000 0099"))
    page = open_page()
    go_to(page, 20, PRIMARY)
    QTest.keyClicks(page.grid, "g")
    editor = editor_of(page)
    QTest.keyClicks(editor, "z")
    first, second = (each.text for each in editor.offered)
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    jobs.wait_idle()
    assert stored(staffed, 20, 1) == [second] != [first]
    go_to(page, 20, PRIMARY)
    QTest.keyClicks(page.grid, "s")
    QTest.keyClick(editor_of(page), Qt.Key.Key_Escape)
    jobs.wait_idle()
    assert stored(staffed, 20, 1) == [second]


def test_delete_clears_and_ctrl_z_takes_back_one_step_after_the_other(
    staffed: Desk, open_page: Callable[[], RosterPage], jobs: Jobs
) -> None:
    page = open_page()
    go_to(page, 20, PRIMARY)
    type_in(page, "gzm")
    jobs.wait_idle()
    go_to(page, 20, PRIMARY)
    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    jobs.wait_idle()
    assert stored(staffed, 20, 1) == []
    assert "1 missing" in cell(page, 20, PRIMARY)
    QTest.keyClick(page.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    jobs.wait_idle()
    assert stored(staffed, 20, 1) == ["高子墨"]
    QTest.keyClick(page.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    jobs.wait_idle()
    assert stored(staffed, 20, 1) == []


def test_an_unknown_name_is_told_and_nothing_is_changed(
    staffed: Desk, open_page: Callable[[], RosterPage], jobs: Jobs
) -> None:
    page = open_page()
    go_to(page, 20, PRIMARY)
    type_in(page, "zhangsan")
    jobs.wait_idle()
    assert "zhangsan" in page._banner.message()
    assert editor_of(page).text() == "zhangsan"
    assert stored(staffed, 20, 1) == []


def test_one_person_on_two_posts_is_refused_in_a_sentence_and_the_cell_shows_what_stands(
    staffed: Desk, open_page: Callable[[], RosterPage], jobs: Jobs
) -> None:
    page = open_page()
    go_to(page, 20, PRIMARY)
    type_in(page, "gzm")
    jobs.wait_idle()
    go_to(page, 20, DEPUTY)
    type_in(page, "gzm")
    jobs.wait_idle()
    assert "高子墨" in page._banner.message()
    assert "missing" in cell(page, 20, DEPUTY)


def test_a_gap_has_a_word_and_its_button_opens_the_cell(
    staffed: Desk, open_page: Callable[[], RosterPage], jobs: Jobs
) -> None:
    posts = staffed.roster.posts()
    persons = staffed.people.persons()
    days = [date(2026, 10, 1) + timedelta(each) for each in range(31)]
    entries = [CellEntry(day, WHOLE, posts[n].id, (persons[n].id,)) for day in days for n in range(3)]
    entries = [each for each in entries if (each.shift_date.day, each.post_id) != (22, posts[2].id)]
    staffed.roster.assign_all(entries, "补录")
    page = open_page()
    assert cell(page, 22, DEPUTY) == "1 missing"
    gap = next(each for each in page.gaps.sentences() if "22 Oct" in each)
    assert "副班" in gap
    button = next(each for each in page.gaps.findChildren(QPushButton) if "副班" in each.accessibleName())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClicks(editor_of(page), "syx")
    QTest.keyClick(editor_of(page), Qt.Key.Key_Return)
    jobs.wait_idle()
    assert stored(staffed, 22, 2) == ["苏映雪"]
    assert not [each for each in page.gaps.sentences() if "missing" in each]


def test_a_shift_that_is_over_asks_for_the_reason_and_keeps_it(
    staffed: Desk, open_page: Callable[[], RosterPage], jobs: Jobs
) -> None:
    page = open_page()
    go_to(page, 5, LEADER)
    type_in(page, "srg")
    jobs.wait_idle()
    assert stored(staffed, 5) == []
    reason = page._reason.findChild(QLineEdit)
    assert reason is not None
    assert reason.hasFocus()
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert page._reason.problem()
    assert stored(staffed, 5) == []
    say(reason, "排班时漏录")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    jobs.wait_idle()
    assert stored(staffed, 5) == ["沈若谷"]
    assert staffed.roster.corrections(date(2026, 10, 1), date(2026, 10, 31))[0].reason == "排班时漏录"
    row = page.model.first_row_of(date(2026, 10, 5))
    assert row is not None
    assert "排班时漏录" in page.model.text(row, page.model.columnCount() - 1)


def test_months_turn_by_keys_and_today_comes_back(
    staffed: Desk, open_page: Callable[[], RosterPage], jobs: Jobs
) -> None:
    page = open_page()
    assert page.model.is_today(page.grid.currentIndex().row())
    QTest.keyClick(page.grid, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    jobs.wait_idle()
    assert page.bar.head.text() == "Nov 2026"
    assert page.model.rowCount() == 30
    for _ in range(2):
        QTest.keyClick(page.grid, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    jobs.wait_idle()
    assert page.bar.head.text() == "Jan 2027"
    assert page.bar.provisional.isVisible()
    QTest.keyClick(page.grid, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    jobs.wait_idle()
    assert page.bar.head.text() == "Oct 2026"
    assert page.model.is_today(page.grid.currentIndex().row())
    assert not page.bar.provisional.isVisible()


def test_days_are_repeated_forward_and_taken_back_as_one(
    staffed: Desk, open_page: Callable[[], RosterPage], jobs: Jobs
) -> None:
    page = open_page()
    for day, initials in ((20, "gzm"), (21, "syx")):
        go_to(page, day, PRIMARY)
        type_in(page, initials)
        jobs.wait_idle()
    QTest.mouseClick(page.fill_button, Qt.MouseButton.LeftButton)
    bar = page.fill_bar()
    assert bar.isVisible()
    bar.set_until(date(2026, 10, 19))
    QTest.keyClick(bar, Qt.Key.Key_Return)
    jobs.wait_idle()
    assert bar.problem()
    bar.set_until(date(2026, 10, 25))
    QTest.keyClick(bar, Qt.Key.Key_Return)
    jobs.wait_idle()
    assert [stored(staffed, day, 1) for day in (22, 23, 24, 25, 26)] == [
        ["高子墨"], ["苏映雪"], ["高子墨"], ["苏映雪"], [],
    ]  # fmt: skip
    QTest.keyClick(page.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    jobs.wait_idle()
    assert [stored(staffed, day, 1) for day in (21, 22, 25)] == [["苏映雪"], [], []]


def test_the_side_counts_and_names_the_cell_under_the_cursor(
    staffed: Desk, open_page: Callable[[], RosterPage], jobs: Jobs
) -> None:
    page = open_page()
    for day in (20, 24):
        go_to(page, day, PRIMARY)
        type_in(page, "gzm")
        jobs.wait_idle()
    (count,) = page.counts.rows()
    assert (count.name, count.total) == ("高子墨", 2)
    assert {day_type.value: number for day_type, number in count.by_type.items()} == {"workday": 1, "weekend": 1}
    go_to(page, 20, PRIMARY)
    assert "138 0000 0002" in page.chosen.words()
    assert "next 24 Oct" in page.chosen.words()


def test_two_shifts_a_day_are_two_rows(staffed: Desk, open_page: Callable[[], RosterPage], jobs: Jobs) -> None:
    from datetime import time

    staffed.roster.set_pattern(date(2026, 10, 16), [ShiftSlot("白班", time(8), 12), ShiftSlot("夜班", time(20), 12)])
    page = open_page()
    assert page.model.rowCount() == 15 + 2 * 16
    row = page.model.first_row_of(date(2026, 10, 20))
    assert row is not None
    assert [page.model.text(each, 2) for each in (row, row + 1)] == ["白班", "夜班"]
    assert page.model.text(row + 1, 0) == ""
    page.grid.go_to(row + 1, 4)
    type_in(page, "gzm")
    jobs.wait_idle()
    duty = staffed.roster.on_duty_at(datetime(2026, 10, 21, 3, tzinfo=BEIJING))
    assert [each.name for each in duty.officers] == ["高子墨"]


def test_an_empty_house_leads_to_the_directory_and_then_to_posts(
    desk: Desk, bench: Workbench, open_page: Callable[[], RosterPage], jobs: Jobs
) -> None:
    page = open_page()
    asked = QSignalSpy(bench.page_requested)
    button = page.board._empty.findChild(QPushButton)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.at(0) == ["people"]
    desk.people.add_person(PersonEntry("沈若谷"))
    QApplication.processEvents()
    jobs.wait_idle()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    jobs.wait_idle()
    assert [post.name for post in desk.roster.posts()] == ["带班领导", "主班", "副班"]
    assert page.grid.isVisible()


def test_the_paper_is_the_month_on_screen(
    staffed: Desk, bench: Workbench, open_page: Callable[[], RosterPage], jobs: Jobs
) -> None:
    import io

    from pypdf import PdfReader

    page = open_page()
    go_to(page, 20, PRIMARY)
    type_in(page, "gzm")
    jobs.wait_idle()
    asked = QSignalSpy(bench.paper_requested)
    QTest.keyClick(page.grid, Qt.Key.Key_P, DRAFT_KEYS)
    make, name = asked.at(0)
    assert name.endswith(".pdf")
    text = PdfReader(io.BytesIO(make())).pages[0].extract_text()
    assert "高子墨" in text
    assert "草稿" in text


def test_a_roster_is_final_only_with_numbers_that_somebody_verified(
    staffed: Desk, bench: Workbench, open_page: Callable[[], RosterPage], jobs: Jobs
) -> None:
    import io

    from pypdf import PdfReader

    page = open_page()
    go_to(page, 20, PRIMARY)
    type_in(page, "gzm")
    jobs.wait_idle()
    asked = QSignalSpy(bench.paper_requested)
    QTest.keyClick(page.grid, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    jobs.wait_idle()
    assert asked.count() == 0
    assert "高子墨" in page._banner.message()
    draft = next(each for each in page._banner.findChildren(QPushButton) if each.isVisible() and "draft" in each.text())
    QTest.mouseClick(draft, Qt.MouseButton.LeftButton)
    assert asked.count() == 1
    (on_duty,) = (each for each in staffed.people.persons() if each.name == "高子墨")
    staffed.identity.name = "沈若谷"
    staffed.people.verify_phone(on_duty.id)
    QTest.keyClick(page.grid, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    jobs.wait_idle()
    assert asked.count() == 2
    text = PdfReader(io.BytesIO(asked.at(1)[0]())).pages[0].extract_text()
    assert "定稿" in text
    assert "核对人沈若谷" in text
