"""The handover page through its real widgets into a real database and back out of the PDF."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QPushButton

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.handover.model import EquipmentState
from duty_console.incidents.model import Casualties, NewIncident
from duty_console.limits.model import Channel, EventClass, ReportKind
from duty_console.people.model import PersonEntry
from duty_console.reports.model import NewReport
from duty_console.room.model import DutyRoom
from tests.ui.conftest import say
from ui.handover.page import HandoverPage
from ui.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ui.jobs import Jobs

BEIJING = ZoneInfo("Asia/Shanghai")
EVENING = datetime(2026, 10, 13, 20, 0, tzinfo=BEIJING)
MORNING = datetime(2026, 10, 14, 7, 40, tzinfo=BEIJING)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(EVENING)


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    with Desk.open(tmp_path, clock) as desk:
        desk.room.describe(DutyRoom("云河区应急值班室", "county", ("tangshan",), document_prefix="云河应急"))
        desk.limits.choose_presets(("tangshan",))
        posts = desk.roster.set_up_defaults(date(2026, 10, 1))
        for number, name in enumerate(("周启明", "林晓舟", "陈以宁", "沈若谷", "高子墨", "苏映雪")):
            person = desk.people.add_person(PersonEntry(name, title="科员", phone=f"138 0000 00{number:02}"))
            desk.roster.assign(date(2026, 10, 13 + number // 3), "全天班", posts[number % 3].id, [person.id])
        yield desk


@pytest.fixture
def night(desk: Desk, clock: FakeClock) -> str:
    """An accident at 20:00: one report in time, the rest late or open. Returns its number."""
    recorded = desk.incidents.record(
        NewIncident(
            EventClass.ACCIDENT,
            clock.now(),
            title="东环路口客车与货车相撞",
            occurred_at=clock.now() - timedelta(minutes=6),
            casualties=Casualties(deaths=3, serious_injuries=2),
        )
    )
    first = recorded.obligations[0]
    number = recorded.incident.number
    clock.set(first.due_at + timedelta(minutes=8))
    desk.reports.record(NewReport(number, first.kind, first.channel, first.recipient, late_reason="线路占用"))
    clock.set(MORNING)
    return number


@pytest.fixture
def bench(clock: FakeClock, jobs: Jobs, desk: Desk) -> Iterator[Workbench]:
    bench = Workbench(clock, BEIJING, jobs)
    end = desk.changes.subscribe(bench.changed.emit)
    yield bench
    end()


@pytest.fixture
def open_page(desk: Desk, bench: Workbench, jobs: Jobs) -> Iterator[Callable[[], HandoverPage]]:
    pages: list[HandoverPage] = []

    def show() -> HandoverPage:
        page = HandoverPage(desk.handover, desk.roster, bench)
        page.resize(1294, 696)
        page.show()
        pages.append(page)
        settle(page, jobs)
        return page

    yield show
    for page in pages:
        page.close()
        page.deleteLater()
    jobs.wait_idle()


def settle(page: HandoverPage, jobs: Jobs) -> None:
    """Let what was committed be read and the sheet be set again."""
    QApplication.processEvents()
    jobs.wait_idle()
    for _ in range(1000):
        if page.is_settled() and not page.preview._pause.isActive() and not jobs.is_busy:
            return
        QTest.qWait(10)
    pytest.fail("the sheet was not set again")


def paper_text(pdf: bytes) -> str:
    from pypdf import PdfReader

    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_a_check_and_a_task_stand_on_the_sheet(
    desk: Desk, clock: FakeClock, open_page: Callable[[], HandoverPage], jobs: Jobs
) -> None:
    clock.set(MORNING)
    page = open_page()
    row = page.checks.row("对讲机")
    row.remark.setFocus()
    say(row.remark, "1部缺电")
    faulty = next(each for each in row.choice.findChildren(QPushButton) if each.text() == "Faulty")
    QTest.mouseClick(faulty, Qt.MouseButton.LeftButton)
    say(page.items.text, "望岭林场看守火场")
    page.items.owner.setFocus()
    say(page.items.owner, "区林业局 傅青山")
    QTest.keyClicks(page.items.due.edit, "12:30")
    QTest.keyClick(page.items.due.edit, Qt.Key.Key_Return)
    settle(page, jobs)
    check = next(each for each in desk.handover.checks(desk.handover.shift_in_hand()) if each.name == "对讲机")
    assert (check.state, check.remark, check.checked_at) == (EquipmentState.FAULTY, "1部缺电", clock.now())
    (item,) = desk.handover.open_items()
    assert (item.text, item.owner) == ("望岭林场看守火场", "区林业局 傅青山")
    assert item.due_at == datetime(2026, 10, 14, 12, 30, tzinfo=BEIJING)
    assert page.items.text.text() == ""
    text = paper_text(page.preview.pdf)
    assert "1部缺电" in text
    assert "望岭林场看守火场" in text
    assert "10月14日 12:30" in text


def test_what_was_not_checked_is_named_and_hinders_nothing(
    desk: Desk, bench: Workbench, clock: FakeClock, open_page: Callable[[], HandoverPage], jobs: Jobs
) -> None:
    clock.set(MORNING)
    page = open_page()
    assert page._unchecked.text() == "Equipment not checked: 8"
    assert "Fax machine" in page.checks.missing()
    asked = QSignalSpy(bench.paper_requested)
    QTest.mouseClick(page._print, Qt.MouseButton.LeftButton)
    settle(page, jobs)
    make, name = asked.at(0)
    assert name == "Handover sheet 2026-10-14.pdf"
    assert "未检查" in paper_text(make())
    for each in ("值班电话", "传真机", "对讲机", "打印机", "值守台", "应急照明", "钥匙", "值班印章"):
        desk.handover.record_check(desk.handover.shift_in_hand(), each, EquipmentState.GOOD)
    settle(page, jobs)
    assert not page._unchecked.isVisible()


def test_a_task_is_finished_with_its_result(
    desk: Desk, clock: FakeClock, open_page: Callable[[], HandoverPage], jobs: Jobs
) -> None:
    clock.set(MORNING)
    desk.handover.add_item("柳湾村防汛沙袋缺口300条补库", "区水利局 季云舟", MORNING - timedelta(hours=1))
    page = open_page()
    (row,) = page.items.rows()
    assert row._when.text() == "overdue, 06:40"
    QTest.mouseClick(row.finish, Qt.MouseButton.LeftButton)
    say(row.result, "已补齐")
    QTest.keyClick(row.result, Qt.Key.Key_Return)
    settle(page, jobs)
    assert desk.handover.open_items() == ()
    assert page.items.rows() == []
    assert "柳湾村" not in paper_text(page.preview.pdf)


def test_a_task_without_words_or_with_a_wrong_time_is_told_there(
    desk: Desk, open_page: Callable[[], HandoverPage], jobs: Jobs
) -> None:
    page = open_page()
    QTest.mouseClick(page.items.add_button, Qt.MouseButton.LeftButton)
    settle(page, jobs)
    assert page.items.problem()
    say(page.items.text, "补库")
    QTest.keyClicks(page.items.due.edit, "nonsense")
    QTest.keyClick(page.items.due.edit, Qt.Key.Key_Return)
    settle(page, jobs)
    assert page.items.problem()
    assert page.items.text.text() == "补库"
    assert desk.handover.open_items() == ()


def test_notes_are_kept_at_a_pause_and_stand_on_paper_at_once(
    desk: Desk, bench: Workbench, clock: FakeClock, open_page: Callable[[], HandoverPage], jobs: Jobs
) -> None:
    clock.set(MORNING)
    page = open_page()
    page.note.edit.setFocus()
    say(page.note.edit, "3号对讲机缺电，充电中。")
    assert page.note._pause.isActive()
    while page.note._pause.isActive():
        QTest.qWait(20)
    settle(page, jobs)
    shift = desk.handover.shift_in_hand()
    assert desk.handover.note(shift) == "3号对讲机缺电，充电中。"
    say(page.note.edit, "钥匙齐。")  # no pause: straight to the printer
    asked = QSignalSpy(bench.paper_requested)
    QTest.keyClick(page.note.edit, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle(page, jobs)
    assert "钥匙齐" in paper_text(asked.at(0)[0]())
    assert page.note.edit.text() == "3号对讲机缺电，充电中。钥匙齐。"


def test_notes_are_kept_on_leaving_the_field(
    desk: Desk, clock: FakeClock, open_page: Callable[[], HandoverPage], jobs: Jobs
) -> None:
    clock.set(MORNING)
    page = open_page()
    page.activateWindow()
    page.note.edit.setFocus()
    say(page.note.edit, "钥匙在保险柜。")
    QTest.keyClick(page.note.edit, Qt.Key.Key_Tab)
    assert not page.note._pause.isActive()
    settle(page, jobs)
    assert desk.handover.note(desk.handover.shift_in_hand()) == "钥匙在保险柜。"


def test_incidents_stand_with_their_limits_and_lateness_as_a_fact(
    night: str, bench: Workbench, open_page: Callable[[], HandoverPage], jobs: Jobs
) -> None:
    page = open_page()
    settle(page, jobs)
    assert any("8 min late" in each for each in page.incidents.chips())
    assert any("overdue" in each for each in page.incidents.chips())
    assert page.shift._counts.numbers()["超时"] >= 1
    text = paper_text(page.preview.pdf)
    assert "超时8分钟" in text
    assert "东环路口" in text
    asked = QSignalSpy(bench.incident_requested)
    number = next(each for each in page.incidents.findChildren(QPushButton) if each.text() == night)
    QTest.mouseClick(number, Qt.MouseButton.LeftButton)
    assert asked.at(0) == [night]


def test_in_the_first_hour_the_shift_before_is_in_hand_and_the_present_can_be_chosen(
    desk: Desk, clock: FakeClock, open_page: Callable[[], HandoverPage], jobs: Jobs
) -> None:
    clock.set(datetime(2026, 10, 14, 8, 10, tzinfo=BEIJING))
    page = open_page()
    assert [each.name for each in page._sheet.outgoing] == ["周启明", "林晓舟", "陈以宁"]  # type: ignore[union-attr]
    say(page.note.edit, "上一班的话")
    present = next(each for each in page._shifts.findChildren(QPushButton) if each.text() == "Shift now")
    QTest.mouseClick(present, Qt.MouseButton.LeftButton)
    settle(page, jobs)
    assert [each.name for each in page._sheet.outgoing] == ["沈若谷", "高子墨", "苏映雪"]  # type: ignore[union-attr]
    assert page.note.edit.text() == ""
    assert desk.handover.note(desk.handover.shift_in_hand()) == "上一班的话"
    assert "沈若谷" in paper_text(page.preview.pdf)


def test_the_sheet_is_saved_where_the_officer_wants_it(
    desk: Desk, clock: FakeClock, open_page: Callable[[], HandoverPage], jobs: Jobs, tmp_path: Path
) -> None:
    clock.set(MORNING)
    page = open_page()
    page.choose_file = lambda _name: str(tmp_path / "交接班")
    QTest.mouseClick(page._save, Qt.MouseButton.LeftButton)
    settle(page, jobs)
    assert "值班交接班记录" in paper_text((tmp_path / "交接班.pdf").read_bytes()).replace(" ", "")
    page.choose_file = lambda _name: str(tmp_path / "nowhere" / "x.pdf")
    QTest.mouseClick(page._save, Qt.MouseButton.LeftButton)
    settle(page, jobs)
    assert page._banner.message()


def test_what_others_record_shows_and_a_remark_being_typed_stays(
    desk: Desk, clock: FakeClock, open_page: Callable[[], HandoverPage], jobs: Jobs
) -> None:
    clock.set(MORNING)
    page = open_page()
    row = page.checks.row("钥匙")
    row.remark.setFocus()
    say(row.remark, "5把")
    desk.handover.record_check(desk.handover.shift_in_hand(), "打印机", EquipmentState.MISSING)
    settle(page, jobs)
    assert page.checks.row("打印机").choice.value() == "missing"
    assert row.remark.text() == "5把"


def test_where_nobody_is_on_the_roster_it_says_so(tmp_path: Path, clock: FakeClock, jobs: Jobs) -> None:
    with Desk.open(tmp_path / "empty", clock) as desk:
        desk.roster.set_up_defaults(date(2026, 10, 1))
        bench = Workbench(clock, BEIJING, jobs)
        page = HandoverPage(desk.handover, desk.roster, bench)
        page.show()
        settle(page, jobs)
        asked = QSignalSpy(bench.page_requested)
        QTest.mouseClick(page.shift._roster, Qt.MouseButton.LeftButton)
        assert asked.at(0) == ["roster"]
        assert page.preview.pdf.startswith(b"%PDF")
        page.close()
        page.deleteLater()
        jobs.wait_idle()


def test_a_report_in_time_is_told_as_such(
    desk: Desk, clock: FakeClock, open_page: Callable[[], HandoverPage], jobs: Jobs
) -> None:
    recorded = desk.incidents.record(
        NewIncident(EventClass.ACCIDENT, clock.now(), title="车间起火", casualties=Casualties(deaths=1))
    )
    phone = next(each for each in recorded.obligations if each.channel is Channel.PHONE)
    clock.advance(timedelta(minutes=5))
    desk.reports.record(NewReport(recorded.incident.number, ReportKind.INITIAL, Channel.PHONE, phone.recipient))
    page = open_page()
    settle(page, jobs)
    assert any("20:05 met" in each for each in page.incidents.chips())
