"""Attendance and the leader's view: who is there now, through the real panels."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from duty_console.roster.model import NewCover, NewLeave
from duty_console.roster.substitution.model import ConsentHow
from tests.ui.conftest import say
from tests.ui.roster_room import WHOLE, RosterRoom, at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.jobs import Jobs
    from ui.roster.attendance_panel import AttendancePanel
    from ui.roster.attendance_rows import PresenceRow
    from ui.roster.leader_view import LeaderPanel


@pytest.fixture
def room(tmp_path: Path, jobs: Jobs) -> Iterator[RosterRoom]:
    room = RosterRoom.open(tmp_path, jobs)
    room.fill(14, 7)
    yield room
    room.close()


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def row(panel: AttendancePanel, room: RosterRoom, name: str) -> PresenceRow:
    return next(each for each in panel.rows if each.state.person_id == room.id(name))


# -- attendance -----------------------------------------------------------------------------------


def test_one_key_signs_in_and_late_is_told_in_minutes(room: RosterRoom) -> None:
    panel: AttendancePanel = room.panel("attendance")
    assert [each.said.text() for each in panel.rows] == ["Not here, 146 min"] * 3
    assert panel.rows[0].sign_in.hasFocus()
    assert [each.key for each in panel.rows] == ["1", "2", "3"]
    QTest.keyClick(panel.rows[0].sign_in, Qt.Key.Key_2)
    room.settle()
    assert room.notes[-1] == "林晓舟 signed in, 146 min late"
    assert row(panel, room, "林晓舟").said.text() == "10:26, 146 min late"
    assert not row(panel, room, "林晓舟").sign_in.isVisible()
    QTest.keyClick(row(panel, room, "周启明").sign_in, Qt.Key.Key_Space)
    room.settle()
    there = room.desk.attendance.sign_ins(date(2026, 10, 14), date(2026, 10, 14))
    assert {each.person_id for each in there} == {room.id("林晓舟"), room.id("周启明")}
    assert row(panel, room, "陈以宁").sign_in.hasFocus()  # on to who is still missing


def test_minutes_go_on_by_themselves_and_the_next_shift_comes_into_view(room: RosterRoom) -> None:
    panel: AttendancePanel = room.panel("attendance")
    room.tick(at(10, 30))
    assert panel.rows[0].said.text() == "Not here, 150 min"
    assert len(panel.rows) == 3
    room.tick(at(6, 30, day=15))
    assert [each.said.text() for each in panel.rows[3:]] == ["Due 08:00"] * 3
    QTest.keyClick(panel, Qt.Key.Key_4)
    room.settle()
    assert row(panel, room, "沈若谷").said.text() == "Signed in 06:30"
    assert row(panel, room, "沈若谷").said._tone == "good"


def test_leaving_the_post_with_reason_and_cover_and_back_again(room: RosterRoom) -> None:
    panel: AttendancePanel = room.panel("attendance")
    panel.sign_in(room.id("林晓舟"))
    room.settle()
    click(row(panel, room, "林晓舟").off)
    form = panel.form
    assert form is not None
    assert form.reason.hasFocus()
    QTest.keyClick(form.reason, Qt.Key.Key_Return)
    room.settle()
    assert form._rows["reason"].problem()  # a reason is needed
    say(form.reason, "取文件1")  # a digit in a field signs nobody in
    say(form.cover, "苏映雪")
    form.until.set_text("1100")
    QTest.keyClick(form.until.edit, Qt.Key.Key_Return)
    room.settle()
    assert panel.form is None
    off = row(panel, room, "林晓舟")
    assert off.said.text() == "Off post"
    assert off._more.text() == "Since 10:26: 取文件1, back by 11:00, 苏映雪 stands in"
    assert [each.name for each in room.desk.roster.on_duty_at(room.clock.now()).officers] == ["苏映雪", "陈以宁"]
    room.tick(at(11, 5))
    assert "meant to be back by 11:00" in row(panel, room, "林晓舟")._more.text()
    click(row(panel, room, "林晓舟").back)
    room.settle()
    assert room.notes[-1] == "林晓舟 is back"
    assert [each.name for each in room.desk.roster.on_duty_at(room.clock.now()).officers] == ["林晓舟", "陈以宁"]


def test_esc_closes_the_form_first_and_leaves_the_post_filled(room: RosterRoom) -> None:
    panel: AttendancePanel = room.panel("attendance")
    panel.sign_in(room.id("林晓舟"))
    room.settle()
    click(row(panel, room, "林晓舟").off)
    assert panel.form is not None
    QTest.keyClick(panel.form.reason, Qt.Key.Key_Escape)
    assert panel.form is None
    assert panel.isVisible()
    assert row(panel, room, "林晓舟").off.hasFocus()
    assert room.desk.attendance.off_posts(date(2026, 10, 14), date(2026, 10, 14)) == ()


def test_who_never_signed_in_stands_among_the_last_days(room: RosterRoom) -> None:
    room.clock.set(at(10, 26, day=15))
    panel: AttendancePanel = room.panel("attendance")
    assert panel.board is not None
    assert [(line.shift_date.day, line.missing) for line in panel.board.lately] == [(14, True)] * 3


# -- the leader's view ----------------------------------------------------------------------------


def words(panel: LeaderPanel) -> str:
    from ui.widgets import IconText, Text

    shown = [*panel.findChildren(Text), *panel.findChildren(IconText)]
    return " ".join(each.text() for each in shown if each.isVisibleTo(panel))


def test_now_next_and_the_week_with_numbers_to_verify(room: RosterRoom) -> None:
    room.desk.roster.clear(date(2026, 10, 16), WHOLE, room.posts[0])
    panel: LeaderPanel = room.panel("leader")
    overview = panel.overview
    assert overview is not None
    assert [one.name for one in overview.now.leaders] == ["周启明"]
    assert overview.next is not None
    assert [one.name for one in overview.next.leaders] == ["沈若谷"]
    assert [line.leaderless for line in overview.week] == [False, False, True, False, False, False, False]
    assert "Never rung" in words(panel)
    button = panel.verify_buttons[room.id("周启明")]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    room.settle()
    person = room.desk.people.person(room.id("周启明"))
    assert person.phone_verified_by == "林晓舟"
    assert "Rung 14 Oct by 林晓舟" in words(panel)
    assert room.id("周启明") not in panel.verify_buttons


def test_a_cover_that_begins_is_seen_without_anybody_touching_anything(room: RosterRoom) -> None:
    panel: LeaderPanel = room.panel("leader")
    substitution = room.desk.substitution
    leader = room.id("周启明")
    cover = NewCover(
        date(2026, 10, 14), WHOLE, room.posts[0], leader, room.id("方立新"), at(14), at(18), reason="外出开会"
    )
    proposal = substitution.propose_cover(cover, "林晓舟")
    for person_id in (leader, room.id("方立新")):
        substitution.consent(proposal.id, person_id, ConsentHow.PHONE)
    substitution.approve(proposal.id, room.id("沈若谷"), "")
    room.settle()
    assert panel.overview is not None
    assert [one.name for one in panel.overview.now.leaders] == ["周启明"]
    room.tick(at(14, 0))
    assert [one.name for one in panel.overview.now.leaders] == ["方立新"]
    room.tick(at(18, 0))
    assert [one.name for one in panel.overview.now.leaders] == ["周启明"]


def test_a_leave_of_the_leader_is_told_in_words(room: RosterRoom) -> None:
    panel: LeaderPanel = room.panel("leader")
    leave = NewLeave(room.id("周启明"), at(12), at(20))
    room.desk.substitution.leave(leave, room.id("沈若谷"))
    room.settle()
    room.tick(at(12, 0))
    assert "No leader on the roster" in words(panel)


def test_the_whole_screen_and_verifying_on_it(room: RosterRoom) -> None:
    panel: LeaderPanel = room.panel("leader")
    QTest.keyClick(panel.full, Qt.Key.Key_Space)
    board = panel.board
    assert board is not None
    assert board.isVisible()
    assert board._clock.text() == "10:26:00"
    click(board.verify_buttons[room.id("周启明")])
    room.settle()
    assert room.desk.people.person(room.id("周启明")).phone_verified_at is not None
    assert room.id("周启明") not in board.verify_buttons
    room.tick(at(10, 27))
    assert board._clock.text() == "10:27:00"
    QTest.keyClick(board, Qt.Key.Key_F11)
    assert not board.isVisible()
