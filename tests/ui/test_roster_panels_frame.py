"""The roster seen from elsewhere: what lies a week ahead, sign-in and the leader's view, in the real window."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from duty_console.people.model import PersonEntry
from duty_console.roster.model import NewCover
from tests.ui.duty_desk import DEPUTY, LEADER, OFFICER, at
from tests.ui.frame import Frame
from ui.now.page import NowPage
from ui.now.side import StateLine
from ui.roster.attendance_panel import AttendancePanel
from ui.roster.page import RosterPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def frame(tmp_path: Path, console: QApplication, qtbot: QtBot) -> Iterator[Frame]:
    del qtbot
    frame = Frame.open(tmp_path, console, at(15))
    yield frame
    frame.close()


def now_page(frame: Frame) -> NowPage:
    page = frame.window.pages["now"]
    assert isinstance(page, NowPage)
    return page


def roster_page(frame: Frame) -> RosterPage:
    page = frame.window.pages["roster"]
    assert isinstance(page, RosterPage)
    return page


def staff_the_week(frame: Frame) -> None:
    ids = [
        next(one.id for one in frame.desk.people.persons() if one.name == name) for name in (LEADER, OFFICER, DEPUTY)
    ]
    for number in range(8):
        day = date(2026, 10, 15) + timedelta(number)
        for post, person_id in zip(frame.desk.roster.posts(), ids, strict=True):
            frame.desk.roster.assign(day, "全天班", post.id, [person_id])


def look_ahead(frame: Frame) -> NowPage:
    """What the page looks for a while after it stands."""
    page = now_page(frame)
    page._load_notices()
    frame.settle()
    return page


def test_what_lies_a_week_ahead_stands_in_coming_up_and_on_the_rail(frame: Frame) -> None:
    staff_the_week(frame)
    frame.settle()
    page = look_ahead(frame)
    lines = page.side._other_lines()
    # everybody serves every day, and no number was ever rung
    assert [(text, right) for _icon, _tone, text, right in lines] == [
        ("Too little rest: 24", "within a day"),
        ("Number never rung: 3", "within a day"),
    ]
    assert any("Too little rest" in line.accessibleName() for line in page.side.expiring.findChildren(StateLine))
    badge = frame.window.rail.items["roster"]
    assert badge.badge() == 27
    assert "27 to look at within a week" in badge.accessibleName()


def test_a_gap_within_a_day_is_told_before_anything_else(frame: Frame) -> None:
    page = look_ahead(frame)
    first = page.side.expiring.findChildren(StateLine)[0]
    assert first.accessibleName().endswith("within a day")
    assert first.accessibleName().startswith("15 Oct")


def test_sign_in_is_one_button_away_from_the_watch(frame: Frame) -> None:
    page = now_page(frame)
    page.side.attendance.setFocus()
    QTest.keyClick(page.side.attendance, Qt.Key.Key_Space)
    frame.settle()
    assert frame.window.current_key == "roster"
    host = roster_page(frame).host
    assert host.current_key() == "attendance"
    panel = host.panel("attendance")
    assert isinstance(panel, AttendancePanel)
    assert panel.rows[0].sign_in.hasFocus()
    QTest.keyClick(panel.rows[0].sign_in, Qt.Key.Key_1)
    frame.settle()
    assert len(frame.desk.attendance.sign_ins(date(2026, 10, 14), date(2026, 10, 14))) == 1


def test_the_leader_in_the_strip_opens_the_leaders_view(frame: Frame) -> None:
    frame.window.strip.leader.setFocus()
    QTest.keyClick(frame.window.strip.leader, Qt.Key.Key_Return)
    frame.settle()
    assert frame.window.current_key == "roster"
    assert roster_page(frame).host.current_key() == "leader"


def test_strip_and_watch_follow_a_cover_that_begins_by_itself(frame: Frame) -> None:
    desk = frame.desk
    ids = {one.name: one.id for one in desk.people.persons()}
    other = desk.people.add_person(PersonEntry("吴承泽", phone="138 0000 0099"))
    post = desk.roster.posts()[1].id
    cover = NewCover(date(2026, 10, 14), "全天班", post, ids[OFFICER], other.id, at(18), at(20))
    desk.substitution.emergency(cover, "回家取药", ids[LEADER])
    frame.settle()
    assert OFFICER in frame.window.strip.officers.value_text()
    frame.clock.set(at(18))
    frame.look()
    assert "吴承泽" in frame.window.strip.officers.value_text()
    assert OFFICER not in frame.window.strip.officers.value_text()
    duty = now_page(frame)._duty
    assert duty is not None
    assert [one.name for one in duty.now.officers] == ["吴承泽", DEPUTY]
    frame.clock.set(at(20))
    frame.look()
    assert OFFICER in frame.window.strip.officers.value_text()
