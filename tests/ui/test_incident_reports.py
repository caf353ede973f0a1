"""The report form: what it settles, whether in time, and why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from duty_console.limits.model import Channel, ObligationState, ReportKind
from tests.ui.conftest import say
from tests.ui.incident_desk import ALT, CTRL, Room, open_room, press, told
from ui.incidents.late_reason_form import LateReasonForm
from ui.incidents.report_form import ReportForm

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.jobs import Jobs


@pytest.fixture
def room(tmp_path: Path, jobs: Jobs, qtbot: QtBot) -> Iterator[Room]:
    room = open_room(tmp_path, jobs, qtbot)
    yield room
    room.settle()
    room.desk.close()


def test_a_report_on_time_settles_its_limit(room: Room) -> None:
    number = room.fire()
    room.open(number)
    press(room, Qt.Key.Key_R, ALT)
    form = room.view.drawer.current_form()
    assert isinstance(form, ReportForm)
    assert form.recipient.text() == "市政府总值班室"
    owed = room.desk.incidents.card(number).obligations[0]
    assert form.settles.chosen() == (owed.id,)
    assert form.settles.result_of(owed.id or 0) == "21 min early"
    say(form.received_by, "赵立平")
    press(room, Qt.Key.Key_Return, CTRL)
    assert room.view.drawer.current_form() is None
    settled = room.desk.incidents.card(number).obligations[0]
    assert settled.state(room.clock.now()) is ObligationState.MET
    report = room.desk.reports.of_incident(settled.incident_id or 0)[0]
    assert (report.kind, report.channel, report.received_by) == (ReportKind.INITIAL, Channel.PHONE, "赵立平")
    assert told(room)[0] == ["Initial report by phone", "sent", "市政府总值班室", "02:40", "03:01", "21 min early"]


def test_a_typed_time_decides_and_the_moment_of_the_limit_is_still_in_time(room: Room) -> None:
    number = room.fire()
    room.pass_time(40)
    room.page.open_report(number, 0)
    room.settle()
    form = room.view.drawer.current_form()
    assert isinstance(form, ReportForm)
    owed = room.desk.incidents.card(number).obligations[0].id or 0
    assert form.settles.result_of(owed) == "19 min late"
    form.sent_at.edit.selectAll()
    QTest.keyClicks(form.sent_at.edit, "0301")
    assert form.settles.result_of(owed) == "0 min early"
    QTest.keyClick(form.sent_at.edit, Qt.Key.Key_Return, CTRL)
    room.settle()
    assert room.desk.incidents.card(number).obligations[0].state(room.clock.now()) is ObligationState.MET
    assert room.view.drawer.current_form() is None


def test_a_late_report_asks_why_and_the_table_says_so_until_told(room: Room) -> None:
    number = room.fire()
    room.pass_time(25)  # 03:05, the phone report was due at 03:01
    room.page.open_report(number, room.desk.incidents.card(number).obligations[0].id or 0)
    room.settle()
    press(room, Qt.Key.Key_Return, CTRL)
    form = room.view.drawer.current_form()
    assert isinstance(form, LateReasonForm)
    assert form._lines[0].text().endswith("due 03:01, sent 03:05, 4 min late")
    press(room, Qt.Key.Key_Escape)  # later
    late = next(each for each in room.desk.incidents.card(number).obligations if each.late_seconds)
    assert (late.late_seconds, late.late_reason) == (240, "")
    rows = told(room)
    place = next(place for place, row in enumerate(rows) if row[5] == "4 min late")
    assert rows[place + 1][2] == "Reason still to be given (Enter)"
    table = room.view.reports.table
    table.setFocus()
    table.selectRow(place + 1)
    press(room, Qt.Key.Key_Return)
    form = room.view.drawer.current_form()
    assert isinstance(form, LateReasonForm)
    press(room, Qt.Key.Key_Return, CTRL)  # nothing given: said at the field
    assert form.rows["late_reason"].problem()
    say(form.reason, "线路中断")
    press(room, Qt.Key.Key_Return, CTRL)
    assert room.desk.incidents.card(number).obligations[0].late_reason == "线路中断"
    assert "Reason: 线路中断" in [row[2] for row in told(room)]


def test_boxes_choose_what_a_report_settles(room: Room) -> None:
    number = room.fire()
    room.open(number)
    room.view.write_report(None)
    room.settle()
    form = room.view.drawer.current_form()
    assert isinstance(form, ReportForm)
    phone, written, _national = (each.id or 0 for each in room.desk.incidents.card(number).obligations)
    assert form.settles.chosen() == (phone,)
    QTest.mouseClick(
        form.settles.line_of(written), Qt.MouseButton.LeftButton, pos=form.settles.line_of(written).rect().center() / 8
    )
    assert form.settles.chosen() == (phone, written)
    press(room, Qt.Key.Key_Return, CTRL)
    states = {each.id: each.state(room.clock.now()) for each in room.desk.incidents.card(number).obligations}
    assert states[phone] is states[written] is ObligationState.MET
    assert list(states.values()).count(ObligationState.MET) == 2


def test_a_wrong_field_is_said_at_the_field_and_nothing_is_lost(room: Room) -> None:
    number = room.fire()
    room.open(number)
    room.view.write_report(None)
    room.settle()
    form = room.view.drawer.current_form()
    assert isinstance(form, ReportForm)
    form.recipient.clear()
    say(form.content, "明火扑灭")
    press(room, Qt.Key.Key_Return, CTRL)
    assert form.rows["recipient"].problem() == "To whom? A recipient is needed."
    assert form.recipient.hasFocus()
    assert form.content.text() == "明火扑灭"
    say(form.recipient, "市政府总值班室")
    assert not form.rows["recipient"].problem()
    form.sent_at.edit.selectAll()
    QTest.keyClicks(form.sent_at.edit, "0555")
    press(room, Qt.Key.Key_Return, CTRL)
    assert form.rows["sent_at"].problem() == "This time has not come yet."
    assert room.desk.reports.of_incident(1) == ()
