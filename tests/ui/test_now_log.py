"""The running log on the Now page: one line, Enter, saved; corrected by adding."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from duty_console.dutylog.model import LogKind
from duty_console.errors import EnvironmentProblem
from tests.ui.conftest import focus, say
from tests.ui.duty_desk import OFFICER, Room, at
from ui.now.log_rows import incident_rect
from ui.now.page import NowPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from duty_console.dutylog.model import LogEntry
    from ui.jobs import Jobs
    from ui.now.log_panel import LogPanel


class Log:
    """The page's log in a window of its own."""

    def __init__(self, room: Room, qtbot: QtBot) -> None:
        self.room = room
        desk = room.desk
        self.page = NowPage(desk.incidents, desk.dutylog, desk.alarms, desk.roster, desk.limits, room.bench)
        qtbot.addWidget(self.page)
        self.page.resize(1400, 800)
        self.number = room.fire(at(9))
        focus(qtbot, self.page, self.edit)
        room.settle()
        room.clock.set(at(9, 12))

    @property
    def panel(self) -> LogPanel:
        return self.page.log

    @property
    def edit(self):  # noqa: ANN201 - a private class of the panel
        return self.page.log.input.edit

    def write(self, text: str) -> None:
        say(self.edit, text)
        QTest.keyClick(self.edit, Qt.Key.Key_Return)
        self.room.settle()

    def last(self) -> LogEntry:
        return max(self.room.desk.dutylog.latest(at(0)), key=lambda entry: entry.id)

    def shown(self) -> list[str]:
        return [line.text for line in self.panel.rows.lines.lines]


@pytest.fixture
def log(tmp_path: Path, jobs: Jobs, qtbot: QtBot) -> Iterator[Log]:
    room = Room.open(tmp_path, jobs, at(9))
    yield Log(room, qtbot)
    room.settle()
    room.desk.close()


def test_a_line_and_enter_is_saved(log: Log) -> None:
    log.write("3 号对讲机试通正常")
    entry = log.last()
    assert (entry.text, entry.kind, entry.at, entry.person) == ("3 号对讲机试通正常", LogKind.NOTE, at(9, 12), OFFICER)
    assert entry.incident_number is None
    assert log.shown()[-1] == "3 号对讲机试通正常"
    assert log.edit.text() == ""
    assert log.edit.hasFocus()
    assert log.room.notes[-1] == f"Saved #{entry.journal_seq}"


def test_time_kind_and_incident_are_taken_from_the_line(log: Log) -> None:
    say(log.edit, "0905 来电 区交警大队：已到场 #01")
    assert log.panel.input.time() == "09:05"
    assert log.panel.input.kind_button.text() == "Call in"
    assert log.panel.input.hint() == f"#{log.number}"
    QTest.keyClick(log.edit, Qt.Key.Key_Return)
    log.room.settle()
    entry = log.last()
    assert (entry.text, entry.kind, entry.at) == ("区交警大队：已到场", LogKind.INCOMING_CALL, at(9, 5))
    assert entry.incident_number == log.number
    timeline = log.room.desk.dutylog.timeline(entry.incident_id or 0)
    assert entry.id in {each.id for each in timeline}


def test_minutes_ago(log: Log) -> None:
    log.write("-5 试通正常")
    assert log.last().at == at(9, 7)


def test_the_kind_from_the_menu_holds_for_one_line(log: Log) -> None:
    log.panel.set_kind(LogKind.DOCUMENT)
    log.write("收到市局通知")
    assert log.last().kind is LogKind.DOCUMENT
    log.write("又一条")
    assert log.last().kind is LogKind.NOTE


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1500 试通", "has not come yet"),
        ("明火已灭 #77", "No incident in hand ends with #77"),
        ("#20250101-01 补充", "incident"),
        ("来电 #01", "Something"),
        ("0905 去电", "Something"),
    ],
)
def test_a_line_that_cannot_be_taken_is_kept_and_says_why(log: Log, typed: str, said: str) -> None:
    before = log.last().id
    log.write(typed)
    assert log.edit.text() == typed
    assert log.panel.problem()
    if said != "Something":
        assert said in log.panel.problem()
    assert log.last().id == before
    say(log.edit, "。")
    assert log.panel.problem() == ""


def test_what_is_typed_while_a_line_is_being_saved_stays(log: Log) -> None:
    say(log.edit, "第一条")
    QTest.keyClick(log.edit, Qt.Key.Key_Return)
    QTest.keyClick(log.edit, Qt.Key.Key_Return)
    say(log.edit, " 第二条")
    log.room.settle()
    assert log.edit.text() == "第二条"
    texts = [entry.text for entry in log.room.desk.dutylog.latest(at(0))]
    assert texts.count("第一条") == 1


def test_a_refusing_database_keeps_the_line(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_given: object) -> None:
        raise EnvironmentProblem("database_busy")

    monkeypatch.setattr(log.room.desk.dutylog, "note", busy)
    log.write("试通正常")
    assert log.edit.text() == "试通正常"
    assert log.panel.problem()
    monkeypatch.undo()
    QTest.keyClick(log.edit, Qt.Key.Key_Return)
    log.room.settle()
    assert log.last().text == "试通正常"


def test_a_correction_strikes_the_line_and_adds_one(log: Log) -> None:
    log.write("现场 车间内被困 5 人 #01")
    wrong = log.last()
    log.room.clock.advance(timedelta(minutes=3))
    say(log.edit, "半句话")
    menu = log.panel.rows.menu_for(wrong)
    menu.actions()[0].trigger()
    assert log.edit.text() == "车间内被困 5 人"
    assert "Correcting the line of 09:12" in log.panel._correction.text()
    log.edit.clear()
    log.write("车间内被困 2 人")
    right = log.last()
    assert (right.kind, right.corrects_id, right.incident_number) == (LogKind.CORRECTION, wrong.id, log.number)
    struck = log.panel.rows.lines.lines[-2]
    assert (struck.text, struck.struck, struck.mark) == ("车间内被困 5 人", True, "09:15 corrected")
    assert log.shown()[-1] == "车间内被困 2 人"
    assert log.edit.text() == "半句话"
    assert not log.panel.rows.menu_for(log.room.desk.dutylog.entry(wrong.id)).actions()[0].isEnabled()


def test_escape_leaves_a_correction_and_brings_back_what_was_typed(log: Log) -> None:
    log.write("试通正常")
    before = log.last()
    say(log.edit, "半句话")
    rows = log.panel.rows
    rows.setCurrentIndex(rows.lines.index(rows.lines.rowCount() - 1))
    QTest.keyClick(rows, Qt.Key.Key_F4)
    assert log.edit.text() == "试通正常"
    QTest.keyClick(log.edit, Qt.Key.Key_Return)
    assert log.panel.problem()
    QTest.keyClick(log.edit, Qt.Key.Key_Escape)
    log.room.settle()
    assert log.edit.text() == "半句话"
    assert log.last().id == before.id


def test_the_console_s_own_lines_cannot_be_corrected(log: Log) -> None:
    log.room.desk.dutylog.record_clock_event("系统时钟被拨快1分0秒")
    assert not log.panel.rows.menu_for(log.last()).actions()[0].isEnabled()


def test_the_newest_line_stays_in_view_unless_scrolled_back(log: Log) -> None:
    for place in range(40):
        log.room.desk.dutylog.note(f"第{place}条")
    log.room.settle()
    bar = log.panel.rows.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == bar.maximum()
    bar.setValue(0)
    log.room.desk.dutylog.note("又一条")
    log.room.settle()
    assert bar.value() == 0


def test_a_line_leads_to_its_incident(log: Log) -> None:
    asked: list[str] = []
    log.room.bench.incident_requested.connect(asked.append)
    rows = log.panel.rows
    rect = rows.visualRect(rows.lines.index(0))
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=incident_rect(rect).center())
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(200, 8))
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert asked == [log.number, log.number]


def test_only_the_lines_of_this_shift_are_shown(log: Log) -> None:
    log.room.desk.dutylog.note("上一班的事", at(7, 59))
    log.room.desk.dutylog.note("本班的事", at(8))
    log.room.settle()
    assert "上一班的事" not in log.shown()
    assert "本班的事" in log.shown()
    marks = {line.text: line.mark for line in log.panel.rows.lines.lines}
    assert marks["本班的事"] == "entered 09:12"


def test_ctrl_l_leads_to_the_line(log: Log) -> None:
    log.page.wall_button.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert log.edit.hasFocus()
