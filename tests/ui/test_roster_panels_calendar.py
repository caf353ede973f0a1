"""The calendar panel: days by key, set and reset, the yearly notice."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from duty_console.roster.calendar import seeded_day
from duty_console.roster.model import DayScope, DayType, ShiftSlot
from tests.ui.conftest import say
from tests.ui.roster_room import RosterRoom

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.jobs import Jobs
    from ui.roster.calendar_panel import CalendarPanel

NOTICE = """国务院办公厅关于2031年部分节假日安排的通知
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月22日（周三）至29日（周三）放假调休，共8天。1月19日（周日）、2月1日（周六）上班。
三、清明节：4月5日（周六）至7日（周一）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）、5月10日（周六）上班。
五、端午节：6月24日（周二）放假1天，不调休。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
"""


@pytest.fixture
def room(tmp_path: Path, jobs: Jobs) -> Iterator[RosterRoom]:
    room = RosterRoom.open(tmp_path / "data", jobs)
    yield room
    room.close()


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def calendar(room: RosterRoom) -> CalendarPanel:
    panel: CalendarPanel = room.panel("calendar")
    panel.month.setFocus()
    return panel


def test_arrows_walk_the_days_and_the_form_says_what_they_are(room: RosterRoom) -> None:
    panel = calendar(room)
    assert panel.month.day == date(2026, 10, 14)
    QTest.keyClick(panel.month, Qt.Key.Key_Up)
    QTest.keyClick(panel.month, Qt.Key.Key_Left)
    assert panel.month.day == date(2026, 10, 6)
    assert panel.kind.currentData() == DayType.ADJUSTED_REST.value
    assert panel.name.text() == "国庆节"
    QTest.keyClick(panel.month, Qt.Key.Key_PageDown)
    assert panel.month.day == date(2026, 11, 6)
    for _ in range(2):
        QTest.keyClick(panel.month, Qt.Key.Key_PageDown)
    room.settle()
    assert panel.month.day == date(2027, 1, 6)
    assert panel._provisional.isVisible()  # the notice of 2027 is not known
    assert "2027" in panel._provisional.text()


def test_a_day_is_set_and_goes_back_to_law(room: RosterRoom) -> None:
    panel = calendar(room)
    QTest.mouseClick(
        panel.month, Qt.MouseButton.LeftButton, pos=panel.month.rect_of(date(2026, 10, 21)).center().toPoint()
    )
    assert panel.month.day == date(2026, 10, 21)
    assert not panel.set_day.isEnabled()
    panel.kind.setCurrentIndex(panel.kind.findData(DayType.ADJUSTED_REST.value))
    panel.name.setFocus()
    say(panel.name, "区庆日")
    QTest.keyClick(panel.name, Qt.Key.Key_Return)
    room.settle()
    assert room.desk.roster.day(date(2026, 10, 21)).name == "区庆日"
    assert any(run.name == "区庆日" for run in panel.named.runs)
    assert panel.reset.isEnabled()
    click(panel.reset)
    room.settle()
    assert room.desk.roster.day(date(2026, 10, 21)) == seeded_day(date(2026, 10, 21))
    assert not panel.reset.isEnabled()


def test_esc_gives_up_what_was_typed_before_it_closes(room: RosterRoom) -> None:
    panel = calendar(room)
    panel.name.setFocus()
    say(panel.name, "错了")
    QTest.keyClick(panel.name, Qt.Key.Key_Escape)
    assert panel.name.text() == ""
    assert panel.isVisible()
    QTest.keyClick(panel.name, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_shifts_that_hang_on_the_day_are_dropped_only_on_a_second_word(room: RosterRoom) -> None:
    work = (ShiftSlot("日间", time(8), 9.5, DayScope.WORK), ShiftSlot("夜间", time(17, 30), 14.5))
    room.desk.roster.set_pattern(date(2026, 10, 20), work)
    room.desk.roster.assign(date(2026, 10, 21), "日间", room.posts[1], [room.id("林晓舟")])
    panel = calendar(room)
    panel.month.choose(date(2026, 10, 21))
    panel.kind.setCurrentIndex(panel.kind.findData(DayType.ADJUSTED_REST.value))
    click(panel.set_day)
    room.settle()
    assert "1" in panel.banner.message()
    assert room.desk.roster.day(date(2026, 10, 21)).day_type is DayType.WORKDAY
    click(panel.banner._action)
    room.settle()
    assert room.desk.roster.day(date(2026, 10, 21)).day_type is DayType.ADJUSTED_REST
    assert room.desk.roster.assignments(date(2026, 10, 21), date(2026, 10, 21)) == ()


def test_the_chosen_cell_leads_until_something_is_typed(room: RosterRoom) -> None:
    room.put(20, "周启明")
    panel = calendar(room)
    assert room.page is not None
    room.page.setFocus()
    panel.context.go_to(date(2026, 10, 22), "全天班", room.posts[0])
    room.settle()
    assert panel.month.day == date(2026, 10, 22)
    panel.name.setFocus()
    say(panel.name, "在填")
    panel.context.go_to(date(2026, 10, 23), "全天班", room.posts[0])
    room.settle()
    assert panel.month.day == date(2026, 10, 22)


# -- the notice -----------------------------------------------------------------------------------


def test_the_notice_is_read_shown_and_stored_whole(room: RosterRoom, tmp_path: Path) -> None:
    panel = calendar(room)
    assert room.desk.roster.day(date(2031, 10, 5)).provisional
    QTest.keyClick(panel.notice.unfold, Qt.Key.Key_Space)
    assert panel.notice.text.hasFocus()
    file = tmp_path / "通知.txt"
    file.write_bytes(NOTICE.encode("gb18030"))
    panel.notice.open_file(str(file))
    room.settle()
    draft = panel.notice.draft
    assert draft is not None
    assert draft.year == 2031
    assert [problem.code for problem in draft.problems] == []
    assert any("Make-up workday" in words for words in panel.notice.sentences())
    assert room.desk.roster.day(date(2031, 10, 11)).day_type is DayType.WEEKEND  # nothing is stored yet
    click(panel.notice.store)
    room.settle()
    assert room.desk.roster.day(date(2031, 10, 11)).day_type is DayType.MAKEUP_WORKDAY
    assert not any(day.provisional for day in room.desk.roster.days(date(2031, 1, 1), date(2031, 12, 31)))
    assert panel.month.day.year == 2031
    assert not panel._provisional.isVisible()


def test_a_notice_that_contradicts_itself_cannot_be_stored(room: RosterRoom) -> None:
    panel = calendar(room)
    click(panel.notice.unfold)
    panel.notice.text.setPlainText(NOTICE.replace("4月5日（周六）", "4月5日（周五）"))
    QTest.keyClick(panel.notice.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert panel.notice.draft is not None
    assert panel.notice.draft.problems
    assert not panel.notice.store.isEnabled()
    panel.notice.text.setPlainText(NOTICE)  # mended: what was read before no longer counts
    assert panel.notice.draft is None
    assert not panel.notice.store.isVisible()
    click(panel.notice.read)
    room.settle()
    assert panel.notice.store.isEnabled()
    click(panel.notice.cancel)
    assert room.desk.roster.day(date(2031, 10, 11)).day_type is DayType.WEEKEND
