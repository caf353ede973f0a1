"""The Now page through its real widgets: cards, limits, alarms, the column at the right, the wall board."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from duty_console.alarms.model import AlarmStep
from duty_console.incidents.model import NewIncident
from duty_console.limits.model import Channel, EventClass, ReportKind
from duty_console.reports.model import NewReport
from tests.ui.conftest import focus
from tests.ui.duty_desk import DEPUTY, LEADER, OFFICER, Room, at
from ui.i18n import Languages
from ui.now.card_list import CARDS_MOST, ROWS_MOST
from ui.now.page import NowPage
from ui.now.side import TwoLines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.jobs import Jobs
    from ui.now.card import CardView


class Watch:
    """The page in a window of its own."""

    def __init__(self, room: Room, qtbot: QtBot) -> None:
        self.room, self.qtbot = room, qtbot
        desk = room.desk
        self.page = NowPage(
            desk.incidents, desk.dutylog, desk.alarms, desk.roster, desk.limits, room.bench,
            journal=desk.journal, handover=lambda: desk.handover,
        )  # fmt: skip
        qtbot.addWidget(self.page)
        self.page.resize(1528, 928)
        self.asked: list[tuple[object, ...]] = []
        room.bench.incident_requested.connect(lambda number: self.asked.append((number,)))
        room.bench.report_requested.connect(lambda number, owed: self.asked.append((number, owed)))
        room.bench.page_requested.connect(lambda key: self.asked.append((key,)))
        room.bench.intake_requested.connect(lambda: self.asked.append(()))

    def show(self) -> None:
        focus(self.qtbot, self.page, self.page.log.input.edit)
        self.settle()

    def settle(self) -> None:
        self.room.settle()
        self.qtbot.waitUntil(self.page.shows_all)
        self.room.settle()

    def card(self, number: str) -> CardView:
        return next(view for view in self.page.cards.views if view.card and view.card.incident.number == number)

    def chips(self, number: str) -> list[str]:
        return [chip.accessibleName() for chip in self.card(number).chips]


@pytest.fixture
def watch(tmp_path: Path, jobs: Jobs, qtbot: QtBot) -> Iterator[Watch]:
    room = Room.open(tmp_path, jobs, at(9))
    yield Watch(room, qtbot)
    room.settle()
    room.desk.close()


def test_without_incidents_the_page_offers_the_first_step(watch: Watch) -> None:
    watch.show()
    empty = watch.page.cards._empty
    assert empty.isVisible()
    QTest.mouseClick(empty._action, Qt.MouseButton.LeftButton)
    assert watch.asked == [()]


def test_a_card_says_what_is_owed_and_how_it_stands(watch: Watch) -> None:
    number = watch.room.fire(at(9), deaths=3)
    watch.page.resize(1900, 928)
    watch.show()
    watch.room.desk.reports.record(
        NewReport(number, ReportKind.INITIAL, Channel.PHONE, "市政府总值班室", sent_at=at(9))
    )
    watch.room.tick(at(9, 4))
    card = watch.card(number)
    assert "恒源铸件厂2号车间起火 20261014-01" in card._title.text()
    assert "3 dead" in card._facts.text()
    assert "happened 09:00, received 09:00" in card._facts.text()
    phone, written, *_rest = watch.chips(number)
    assert phone == "Initial report by phone 市政府总值班室 09:00 met"
    assert written == "Written initial report 市政府总值班室 10:00 pending"
    assert card.countdown.figures() == "56:00"
    assert card._basis.text() == "due 10:00 • 60 min from occurrence"


def test_states_follow_the_clock_second_by_second(watch: Watch) -> None:
    number = watch.room.fire(at(9))
    watch.show()
    steps = [
        (at(9, 14, 59), "pending", "15:01"),
        (at(9, 15), "due soon", "15:00"),
        (at(9, 30), "due soon", "00:00"),
        (at(9, 30, 1), "overdue", "00:01"),
    ]
    for moment, state, figures in steps:
        watch.room.clock.set(moment)
        watch.room.bench.ticked.emit(moment)
        assert watch.chips(number)[0].endswith(state), moment
        assert watch.card(number).countdown.figures() == figures
    assert watch.page._overdue.text() == "1 overdue"
    assert watch.page._soon.text() == "1 due in 30 min"


class Layouts(QObject):
    """Counts how often a widget was asked to lay itself out anew."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return super().eventFilter(watched, event)


def test_a_tick_lays_nothing_out_anew(watch: Watch) -> None:
    number = watch.room.fire(at(9))
    watch.show()
    watch.room.tick(at(9, 16))
    card = watch.card(number)
    QApplication.processEvents()
    layouts = Layouts(card)
    for second in range(1, 60):
        watch.room.clock.set(at(9, 16, second))
        watch.room.bench.ticked.emit(at(9, 16, second))
        QApplication.processEvents()
    assert card.countdown.figures() == "13:01"
    assert layouts.count == 0


def test_the_most_urgent_stands_first_and_what_owes_nothing_is_a_row(watch: Watch) -> None:
    later = watch.room.fire(at(9, 20), title="后到")
    watch.room.clock.set(at(9, 21))
    earlier = watch.room.desk.incidents.record(
        NewIncident(EventClass.ACCIDENT, at(9, 21), title="先到期", occurred_at=at(8, 50))
    ).incident.number
    done = watch.room.fire(at(9, 22), title="已报完")
    for owed in watch.room.desk.incidents.card(done).obligations:
        watch.room.desk.limits.waive(owed.id or 0, LEADER, "演练")
    watch.show()
    views, rows = watch.page.cards.views, watch.page.cards.rows
    assert [view.card.incident.number for view in views if view.card] == [earlier, later]
    assert [row.card.incident.number for row in rows if row.card] == [done]
    assert "Nothing owed" in rows[0].accessibleName()


def test_keys_and_chips_ask_for_incident_and_report(watch: Watch) -> None:
    number = watch.room.fire(at(9))
    watch.show()
    owed = watch.room.desk.incidents.card(number).obligations
    card = watch.card(number)
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    QTest.keyClick(card, Qt.Key.Key_R)
    QTest.mouseClick(card.chips[1], Qt.MouseButton.LeftButton)
    QTest.keyClick(card.chips[1], Qt.Key.Key_Space)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().center())
    assert watch.asked == [(number,), (number, owed[0].id), (number, owed[1].id), (number, owed[1].id), (number,)]


def test_tab_goes_through_the_cards_before_the_log(watch: Watch) -> None:
    numbers = [watch.room.fire(at(9, minute)) for minute in (0, 1)]
    watch.show()
    watch.page.wall_button.setFocus()
    visited = []
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    cards = [watch.card(number) for number in numbers]
    places = [visited.index(card) for card in cards]
    log = (
        visited.index(watch.page.log.rows)
        if watch.page.log.rows in visited
        else visited.index(watch.page.log.input.edit)
    )
    assert places[0] == 0
    assert visited[1] is cards[0].chips[0]
    assert places[0] < places[1] < log


# -- alarms ---------------------------------------------------------------------------------------------------------


def test_the_band_follows_the_four_steps_and_acknowledgement_is_kept(watch: Watch) -> None:
    number = watch.room.fire(at(9))
    watch.show()
    band = watch.card(number).band
    watch.room.tick(at(9, 14, 59))
    assert band.alarm() is None
    watch.room.tick(at(9, 16))
    assert band.alarm() is None  # notice: only the chip
    watch.room.tick(at(9, 23))
    assert "Due soon" in band.text()
    assert not band._number.isVisible()
    here = QApplication.focusWidget()
    QTest.mouseClick(band.acknowledge_button, Qt.MouseButton.LeftButton)
    watch.room.settle()
    assert band.alarm() is None
    (alarm,) = watch.room.desk.alarms.board().alarms
    assert (alarm.step, alarm.acknowledged_by, alarm.acknowledged_at) == (AlarmStep.WARNING, OFFICER, at(9, 23))
    watch.room.tick(at(9, 30))
    assert "Time is up" in band.text()
    assert QApplication.focusWidget() in (here, band.acknowledge_button)


def test_an_overdue_limit_shows_the_leader_until_it_is_reported(watch: Watch) -> None:
    number = watch.room.fire(at(9))
    watch.show()
    band = watch.card(number).band
    watch.room.tick(at(9, 32))
    assert (band._name.text(), band._number.text()) == (LEADER, "138 0000 0001")
    assert band._number.isVisible()
    watch.room.clock.set(at(9, 33))
    QTest.mouseClick(band.told_button, Qt.MouseButton.LeftButton)
    watch.room.settle()
    lines = watch.room.desk.dutylog.latest(at(9))
    assert any(f"已电话报告带班领导{LEADER}" in line.text and line.incident_number == number for line in lines)
    alarm = watch.room.desk.alarms.board().alarms[0]
    assert (alarm.acknowledged_by, alarm.acknowledged_at) == (OFFICER, at(9, 33))
    assert band.alarm() is not None
    assert "Leader told 09:33" in band.text()
    assert not band.told_button.isVisible()
    watch.room.desk.reports.record(NewReport(number, ReportKind.INITIAL, Channel.PHONE, "市政府总值班室"))
    watch.room.tick(at(9, 34))
    assert watch.card(number).band.alarm() is None
    assert "late by 03:00" in watch.chips(number)[0]


def test_telling_the_leader_after_acknowledging_still_leaves_its_line(watch: Watch) -> None:
    number = watch.room.fire(at(9))
    watch.show()
    band = watch.card(number).band
    watch.room.tick(at(9, 32))
    QTest.mouseClick(band.acknowledge_button, Qt.MouseButton.LeftButton)
    watch.room.settle()
    assert f"{OFFICER} heard it 09:32" in band.text()
    QTest.mouseClick(band.told_button, Qt.MouseButton.LeftButton)
    watch.room.settle()
    last = watch.room.desk.dutylog.latest(at(9))[-1]
    assert last.incident_number == number
    assert f"已电话报告带班领导{LEADER}" in last.text


def test_without_a_leader_on_the_roster_the_band_says_so(watch: Watch) -> None:
    desk = watch.room.desk
    desk.roster.clear(at(9).date(), "全天班", desk.roster.posts()[0].id, "临时抽走，未派人")
    number = watch.room.fire(at(9))
    watch.show()
    watch.room.tick(at(9, 33))
    band = watch.card(number).band
    assert "No leader on the roster" in band.text()
    assert not band.told_button.isEnabled()


def test_an_alarm_takes_no_focus_from_typing(watch: Watch) -> None:
    number = watch.room.fire(at(9))
    watch.show()
    QTest.keyClicks(watch.page.log.input.edit, "abc")
    for minute in (16, 23, 30, 32):
        watch.room.tick(at(9, minute))
        QTest.keyClicks(QApplication.focusWidget(), "x")
    assert watch.page.log.input.edit.text() == "abcxxxx"
    assert watch.card(number).band.alarm() is not None
    assert QApplication.activeModalWidget() is None


# -- around the cards -----------------------------------------------------------------------------------------------


def test_three_hundred_open_incidents_are_capped(watch: Watch) -> None:
    for place in range(300):
        watch.room.fire(at(9) + timedelta(seconds=place), title=f"第{place}起")
    watch.show()
    cards = watch.page.cards
    assert (len(cards.views), len(cards.rows)) == (CARDS_MOST, ROWS_MOST)
    assert cards.views[0].card is not None
    assert cards.views[0].card.incident.title == "第0起"
    assert cards._more.text() == "220 more on the incident page"
    QTest.mouseClick(cards._more, Qt.MouseButton.LeftButton)
    assert watch.asked == [("incidents",)]
    assert watch.page.heading._count.text() == "300"


def test_a_change_at_another_desk_shows_by_itself(watch: Watch) -> None:
    watch.show()
    assert watch.page.cards.views == []
    watch.room.fire(at(9))
    watch.settle()
    assert len(watch.page.cards.views) == 1
    assert watch.page.log.rows.lines.rowCount() == 1


def test_a_hidden_page_reads_nothing_until_it_is_shown(watch: Watch) -> None:
    watch.show()
    watch.page.hide()
    watch.room.fire(at(9))
    watch.room.settle()
    assert watch.page.cards.views == []
    watch.page.show()
    watch.settle()
    assert len(watch.page.cards.views) == 1


def test_the_column_says_who_is_on_duty_what_is_open_and_what_is_missing(watch: Watch) -> None:
    watch.room.desk.handover.add_item("铸件厂危化品底数核实", "青石镇", at(11))
    number = watch.room.fire(at(9))
    watch.show()
    side = watch.page.side
    assert {LEADER, OFFICER, DEPUTY, "138 0000 0001"} <= set(texts_in(side.today))
    open_lines = [line.accessibleName() for line in side.handed.findChildren(TwoLines)]
    assert any("铸件厂危化品底数核实 青石镇 by 11:00" in line for line in open_lines)
    assert any(number in line and "by 09:30" in line for line in open_lines)
    assert "15 Oct 带班领导, 主班, 副班 gap" in texts_in(side.expiring)
    assert f"Journal written #{watch.room.desk.journal.head().seq}" in texts_in(side.state)


def test_a_clock_that_was_set_is_told(watch: Watch) -> None:
    watch.show()
    assert "Clock runs true" in texts_in(watch.page.side.state)
    watch.room.clock.set(at(9, 40))
    watch.room.bench.ticked.emit(at(9, 40))
    assert "Clock changed at 09:40" in texts_in(watch.page.side.state)


def test_a_narrow_page_folds_the_column_and_opens_it_on_demand(watch: Watch) -> None:
    watch.room.fire(at(9))
    watch.page.resize(774, 696)
    watch.show()
    assert not watch.page.side.isVisible()
    assert watch.page._fold.isVisible()
    QTest.mouseClick(watch.page.unfold_button, Qt.MouseButton.LeftButton)
    assert watch.page.side.isVisible()
    assert watch.page.rect().contains(watch.page.side.geometry())
    watch.page.resize(1400, 800)
    assert watch.page.side.isVisible()
    assert not watch.page._fold.isVisible()


@pytest.mark.parametrize(("width", "height"), [(1294, 696), (774, 696), (1528, 928)])
def test_nothing_is_cut_off_at_the_side(watch: Watch, width: int, height: int) -> None:
    watch.room.fire(at(9), deaths=3, title="很长的标题" * 20)
    watch.page.resize(width, height)
    watch.show()
    watch.room.tick(at(9, 40))
    QApplication.processEvents()
    assert watch.page.size().width() == width
    area = watch.page.cards
    inside = area.widget()
    assert inside.width() <= area.viewport().width()
    for view in area.views:
        for button in (view.band.acknowledge_button, view.band.told_button, view.band._number):
            assert view.rect().contains(QRect(button.mapTo(view, QPoint(0, 0)), button.size()))


def test_the_wall_board_fills_the_screen_and_ends_by_key(watch: Watch) -> None:
    watch.room.fire(at(9))
    watch.show()
    QTest.keyClick(watch.page.log.input.edit, Qt.Key.Key_F11)
    wall = watch.page.wall
    assert wall is not None
    assert wall.isFullScreen()
    watch.room.tick(at(9, 31))
    assert not wall.grab().isNull()
    QTest.keyClick(wall, Qt.Key.Key_Escape)
    assert not wall.isVisible()
    watch.page.toggle_wall()
    QTest.keyClick(wall, Qt.Key.Key_F11)
    assert not wall.isVisible()


def test_the_page_speaks_chinese(watch: Watch, console: QApplication) -> None:
    number = watch.room.fire(at(9), deaths=3)
    watch.show()
    languages = Languages(console)
    languages.choose("zh")
    try:
        watch.page.refresh()
        watch.room.tick(at(9, 33))
        assert watch.page._overdue.text() == "超时 1"
        assert "死亡 3 人" in watch.card(number)._facts.text()
        assert watch.chips(number)[0].startswith("电话初报 市政府总值班室 应于 09:30")
        assert "逾期未报" in watch.card(number).band.text()
        assert watch.card(number)._basis.text() == "应于 09:30 • 发生起 30 分钟"
    finally:
        languages.choose("en")


def texts_in(widget: QWidget) -> list[str]:
    """Everything a part says: labels and painted lines."""
    found = [label.text() for label in widget.findChildren(QLabel)]
    return [*found, *(child.accessibleName() for child in widget.findChildren(QWidget))]


def test_chips_name_only_pressing_recipients_where_room_is_short(watch: Watch) -> None:
    number = watch.room.fire(at(9), deaths=3)
    watch.page.resize(774, 696)
    watch.show()
    watch.room.tick(at(9, 20))
    phone, written, *_rest = watch.chips(number)
    assert phone == "Initial report by phone 市政府总值班室 10:00 left due soon"
    assert written == "Written initial report 10:00 pending"
