"""The frame as an officer meets it: strip, rail, alarms, search, paper, through the real window."""

from __future__ import annotations

import itertools
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from duty_console.alarms.model import AlarmStep
from duty_console.incidents.model import Casualties, NewIncident
from duty_console.limits.model import EventClass
from tests.ui.conftest import say
from tests.ui.duty_desk import DEPUTY, LEADER, OFFICER, at
from tests.ui.frame import Frame
from ui.pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

NOW = at(15, 0)


@pytest.fixture
def frame(tmp_path: Path, console: QApplication, qtbot: QtBot) -> Iterator[Frame]:
    del qtbot
    frame = Frame.open(tmp_path, console, NOW)
    yield frame
    frame.close()


def fire(frame: Frame, *, place: str = "青石镇", summary: str = "车间起火") -> str:
    now = frame.clock.now()
    new = NewIncident(
        EventClass.ACCIDENT, now, "火灾", f"{place}火灾", now, place, "青石镇政府", "董文博", summary=summary,
        casualties=Casualties(deaths=3),
    )  # fmt: skip
    recorded = frame.desk.incidents.record(new)
    frame.settle()
    return recorded.incident.number


def press(frame: Frame, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    frame.window.activateWindow()
    QTest.keyClick(QApplication.focusWidget() or frame.window, key, modifiers)
    frame.settle()


# -- the strip ------------------------------------------------------------------------------------------------------


def test_the_strip_says_who_is_on_duty_and_how_long(frame: Frame) -> None:
    strip = frame.window.strip
    assert strip.clock.time_text() == "15:00:00"
    assert "Workday" in strip.clock.date_text()
    assert "14 08:00 – 15 08:00" in strip.shift.label()
    assert strip.shift.value_text().endswith("17:00:00")
    assert strip.leader.value_text() == f"{LEADER} 138 0000 0001"
    assert OFFICER in strip.officers.value_text()
    assert DEPUTY in strip.officers.value_text()
    assert strip.limit.value_text() == "None open"
    assert strip.saved.value_text() == f"#{frame.desk.journal.head().seq}"


def test_the_strip_ticks_without_asking_the_database(frame: Frame) -> None:
    frame.window.bench.jobs.wait_idle()
    started: list[bool] = []
    frame.window.bench.jobs.busy.connect(started.append)
    frame.clock.advance(timedelta(seconds=1))
    frame.window.tick()
    assert frame.window.strip.clock.time_text() == "15:00:01"
    assert frame.window.strip.shift.value_text().endswith("16:59:59")
    assert started == []


def test_a_commit_moves_the_saved_number_and_the_next_limit(frame: Frame) -> None:
    before = frame.window.strip.saved.value_text()
    number = fire(frame)
    strip = frame.window.strip
    assert strip.saved.value_text() == f"#{frame.desk.journal.head().seq}" != before
    assert number in strip.limit.label()
    assert "30:00" in strip.limit.value_text()


def test_the_limit_counts_down_and_fills_red_one_second_after_its_time(frame: Frame) -> None:
    fire(frame)
    strip = frame.window.strip
    due = frame.desk.limits.next_due(1)[0][1].due_at
    frame.clock.set(due)
    frame.window.tick()
    assert not strip.limit.is_solid
    assert "00:00" in strip.limit.value_text()
    frame.clock.advance(timedelta(seconds=1))
    frame.window.tick()
    assert strip.limit.is_solid
    assert strip.mood == "red"
    assert "over" in strip.limit.value_text()


def test_a_click_on_the_limit_opens_its_incident(frame: Frame) -> None:
    number = fire(frame)
    QTest.mouseClick(frame.window.strip.limit, Qt.MouseButton.LeftButton)
    frame.settle()
    assert frame.window.current_key == "incidents"
    assert frame.window.pages["incidents"].shown_number() == number  # type: ignore[attr-defined]


def test_who_records_is_the_primary_officer_until_chosen_otherwise_and_again_with_the_shift(frame: Frame) -> None:
    assert frame.desk.identity.name == OFFICER
    menu = frame.window.strip.recorder_menu()
    assert menu is not None
    next(action for action in menu.actions() if action.text().startswith(DEPUTY)).trigger()
    assert frame.desk.identity.name == DEPUTY
    assert DEPUTY in frame.window.strip.officers.label()
    frame.desk.dutylog.note("试一笔")
    frame.settle()
    assert frame.desk.dutylog.latest(NOW - timedelta(hours=1))[-1].person == DEPUTY
    frame.clock.set(at(8, 0, day=13))  # another shift: the choice ends
    frame.window.tick()
    frame.settle()
    assert frame.desk.identity.name == OFFICER


def test_a_shift_without_people_is_said_in_red(frame: Frame) -> None:
    frame.clock.set(at(8, 0, day=15))
    frame.window.tick()
    frame.settle()
    strip = frame.window.strip
    assert strip.leader.value_text() == "Nobody on the roster"
    assert "missing" in strip.officers.value_text()
    assert frame.window.rail.items["roster"].badge() == 3


@pytest.mark.parametrize("width", [1366, 1600, 3840])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_strip_cuts_no_number_at_any_width(
    tmp_path: Path, console: QApplication, qtbot: QtBot, request: pytest.FixtureRequest, width: int, language: str
) -> None:
    del qtbot
    frame = Frame.open(tmp_path, console, NOW, (width, 768))
    request.addfinalizer(frame.close)  # also where it fails: the language goes back
    frame.application.choose_language(language)
    fire(frame)
    frame.look()
    strip = frame.window.strip
    parts = [strip.clock, strip.shift, strip.leader, strip.officers, strip.limit, strip.alarm, strip.saved]
    for left, right in itertools.pairwise(parts):
        assert left.geometry().right() < right.geometry().left() + 1
    for part in parts:
        assert part.width() >= part.least_width()
    assert strip.saved.geometry().right() < strip.intake.geometry().left()
    assert strip.intake.geometry().right() < frame.window.width()


# -- the rail -------------------------------------------------------------------------------------------------------


def test_every_page_opens_by_its_key_and_only_those_that_exist(frame: Frame) -> None:
    for place, kind in enumerate(PAGES, 1):
        press(frame, Qt.Key(Qt.Key.Key_0.value + place), Qt.KeyboardModifier.ControlModifier)
        assert frame.window.current_key == kind.key
        assert frame.window.rail.items[kind.key].selected
        assert frame.window.stack.currentWidget() is frame.window.pages[kind.key]
    assert set(frame.window.rail.items) == {kind.key for kind in PAGES}


def test_another_language_is_spoken_at_once(frame: Frame) -> None:
    for kind in PAGES:
        frame.window.show_page(kind.key)
        frame.settle()
    frame.application.choose_language("zh")
    frame.settle()
    assert "值守" in frame.window.rail.items["now"].toolTip()
    assert frame.window.strip.limit.label().startswith("最近时限")
    assert "工作日" in frame.window.strip.clock.date_text()


# -- alarms ---------------------------------------------------------------------------------------------------------


def test_the_four_steps_show_and_sound_and_only_a_person_ends_them(frame: Frame) -> None:
    fire(frame)  # by phone within 30 minutes, in writing within 60
    window, strip = frame.window, frame.window.strip
    frame.look()
    assert strip.alarm.value_text() == "None"
    frame.pass_time(timedelta(minutes=16))
    assert strip.mood == "calm"
    assert strip.alarm.value_text() == "Soon 1"
    frame.pass_time(timedelta(minutes=8))
    assert strip.mood == "amber"
    assert "Ringing 1" in strip.alarm.value_text()
    assert not window.sounds.is_ringing
    frame.pass_time(timedelta(minutes=6))
    assert strip.mood == "red"
    assert window.sounds.is_ringing
    frame.pass_time(timedelta(minutes=3))
    board = window.alarms.board
    assert board is not None
    assert board.loudest is AlarmStep.OVERDUE
    frame.look()
    assert window.sounds.is_ringing
    press(frame, Qt.Key.Key_F8)
    assert window.alarm_lists.under_lamp.isVisible()
    press(frame, Qt.Key.Key_Space)  # "acknowledge all" has the focus
    frame.look()
    assert not window.sounds.is_ringing
    heard = window.alarms.board
    assert heard is not None
    assert heard.ringing == ()
    assert heard.alarms[0].acknowledged_by == OFFICER
    assert strip.mood == "red"  # still overdue
    assert "Overdue 1" in strip.alarm.value_text()


def test_an_alarm_takes_no_focus_and_opens_no_window(frame: Frame) -> None:
    fire(frame)
    press(frame, Qt.Key.Key_F2)
    typing = QApplication.focusWidget()
    assert typing is not None
    windows = set(QApplication.topLevelWidgets())
    frame.pass_time(timedelta(minutes=33))
    assert frame.window.sounds.is_ringing
    assert QApplication.focusWidget() is typing
    assert {w for w in QApplication.topLevelWidgets() if w.isVisible()} - windows == set()


def test_telling_the_leader_is_recorded_with_the_name(frame: Frame) -> None:
    number = fire(frame)
    frame.pass_time(timedelta(minutes=33))
    press(frame, Qt.Key.Key_F8)
    row = frame.window.alarm_lists.under_lamp.rows.rows[0]
    row.leader_told.emit(row.alarm.item.key)
    frame.settle()
    card = frame.desk.incidents.card(number)
    lines = [entry.text for entry in frame.desk.dutylog.timeline(card.incident.id)]
    assert any(LEADER in text and "电话报告" in text for text in lines)


def test_what_fell_due_in_a_sleep_comes_as_one_list(frame: Frame) -> None:
    fire(frame)
    fire(frame, place="云溪街道")
    frame.look()
    assert frame.window.alarm_lists.away.isHidden()
    frame.clock.sleep(timedelta(hours=3))
    frame.look()
    away = frame.window.alarm_lists.away
    assert away.isVisible()
    assert len(away.rows.rows) == 4
    acknowledged: list[list[str]] = []
    away.acknowledged.connect(acknowledged.append)
    away._all.click()
    frame.settle()
    frame.look()
    assert away.isHidden()
    assert len(acknowledged[0]) >= 4


def test_at_start_what_is_overdue_comes_as_one_list_too(tmp_path: Path, console: QApplication, qtbot: QtBot) -> None:
    del qtbot
    first = Frame.open(tmp_path, console, NOW)
    fire(first)
    first.close()
    from duty_console.clock import FakeClock
    from duty_console.desk import Desk
    from ui.start import make_window

    desk = Desk.open(tmp_path, FakeClock(NOW + timedelta(hours=2)))
    application = type(first.application)(
        console, first.application.languages, type(first.application.jobs)(), first.application.bugs
    )
    window = make_window(desk, application)
    second = Frame(window, desk, desk.clock, application)  # type: ignore[arg-type]
    window.show()
    window.begin()
    second.look()
    assert window.alarm_lists.away.isVisible()
    missed = [alarm for alarm in desk.alarms.board().ringing if alarm.item.due_at <= desk.clock.now()]
    assert len(missed) > 1
    assert f"while away: {len(missed)}" in window.alarm_lists.away._panel.accessibleName()
    second.close()


# -- search and paper -----------------------------------------------------------------------------------------------


def test_search_finds_while_typing_and_enter_opens(frame: Frame) -> None:
    number = fire(frame, place="恒源铸件厂", summary="车间起火有人被困")
    fire(frame, place="柳湾村", summary="河水上涨")
    press(frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = frame.window.palette_overlay
    assert palette.isVisible()
    assert palette.field.hasFocus()
    say(palette.field, "铸件")
    QTest.qWait(200)
    frame.settle()
    assert palette.list.count() >= 1
    while palette.list.currentItem().data(Qt.ItemDataRole.UserRole).entity != "incident":
        press(frame, Qt.Key.Key_Down)
    press(frame, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert frame.window.pages["incidents"].shown_number() == number  # type: ignore[attr-defined]


def test_search_says_that_nothing_is_there_and_esc_gives_the_focus_back(frame: Frame) -> None:
    frame.window.activateWindow()
    before = QApplication.focusWidget()
    press(frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = frame.window.palette_overlay
    say(palette.field, "没有的词")
    QTest.qWait(200)
    frame.settle()
    assert "没有的词" in palette._note.text()
    assert palette.list.count() == 0
    press(frame, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is before


def test_a_line_of_the_log_is_found_and_stands_under_the_cursor(frame: Frame) -> None:
    for minute in range(30):
        frame.clock.set(at(14, minute))
        frame.desk.dutylog.note(f"巡查{minute}号泵站")
    frame.clock.set(NOW)
    frame.settle()
    hit = next(hit for hit in frame.desk.incidents.search("巡查7号") if hit.entity == "log_entry")
    frame.window._on_hit(hit)
    frame.settle()
    assert frame.window.current_key == "log"
    assert frame.window.pages["log"].box.view.current_row().id == hit.id  # type: ignore[attr-defined]


def test_a_paper_is_shown_saved_and_closed(frame: Frame, tmp_path: Path) -> None:
    pdf = _paper()
    frame.window.bench.paper_requested.emit(lambda: pdf, "交接班记录.pdf")
    frame.settle()
    preview = frame.window.preview
    assert preview.isVisible()
    assert preview.pdf() == pdf
    assert preview.page_count() == 2
    assert not frame.window.strip.geometry().intersects(preview.geometry())
    preview.save_to(tmp_path / "记录")
    frame.settle()
    assert (tmp_path / "记录.pdf").read_bytes() == pdf
    assert "记录.pdf" in frame.window.toast.text()
    press(frame, Qt.Key.Key_Escape)
    assert not preview.isVisible()


def test_a_paper_that_cannot_be_written_says_so_and_stays(frame: Frame, tmp_path: Path) -> None:
    frame.window.bench.paper_requested.emit(_paper, "交接班记录.pdf")
    frame.settle()
    frame.window.preview.save_to(tmp_path / "no such folder" / "记录.pdf")
    frame.settle()
    assert frame.window.preview._banner.message()
    assert frame.window.preview.isVisible()


def _paper() -> bytes:
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out)
    for words in ("one", "two"):
        canvas.drawString(100, 700, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


# -- other processes, problems, the end -----------------------------------------------------------------------------


def test_what_another_process_writes_is_noticed(frame: Frame, tmp_path: Path) -> None:
    from duty_console.desk import Desk

    frame.window.changes.look()
    frame.settle()
    heard: list[object] = []
    frame.window.bench.changed.connect(heard.append)
    with Desk.open(tmp_path, frame.clock) as other:
        other.dutylog.note("另一个进程写的")
        head = other.journal.head().seq
    assert heard == []
    frame.window.changes.look()
    frame.settle()
    assert len(heard) == 1
    assert frame.window.strip.saved.value_text() == f"#{head}"
    frame.window.changes.look()
    frame.settle()
    assert len(heard) == 1


def test_a_problem_and_a_bug_stand_in_the_banner(frame: Frame) -> None:
    from duty_console.errors import EnvironmentProblem

    frame.window.bench.problem(EnvironmentProblem("disk_full"))
    assert "disk is full" in frame.window.banner.message()
    assert frame.window._banner_area.isVisible()
    frame.application.bugs.found.emit("123456")
    assert "123456" in frame.window.banner.message()
    frame.window.banner.clear()
    assert not frame.window._banner_area.isVisible()


def test_closing_keeps_what_was_typed_and_ends_everything(tmp_path: Path, console: QApplication, qtbot: QtBot) -> None:
    del qtbot
    frame = Frame.open(tmp_path, console, NOW)
    frame.window.start()
    press(frame, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert field is not None
    say(field, "青石镇政府")
    frame.window.close()
    frame.window.close()
    drafts = list((tmp_path / "drafts").glob("*"))
    assert any("青石镇政府" in draft.read_text(encoding="utf-8") for draft in drafts if draft.is_file())
    assert frame.window.alarms._waker._scheduler is None
