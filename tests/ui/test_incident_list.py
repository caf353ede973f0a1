"""The list of incidents: pages fetched as they come into view, filters and order asked of the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from duty_console.incidents.model import IncidentFilter
from duty_console.limits.model import Grade
from duty_console.reports.model import NewReport
from tests.ui.conftest import say
from tests.ui.incident_desk import Room, open_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.jobs import Jobs

MANY = 3000


@pytest.fixture
def room(tmp_path: Path, jobs: Jobs, qtbot: QtBot) -> Iterator[Room]:
    room = open_room(tmp_path, jobs, qtbot)
    yield room
    room.settle()
    room.desk.close()


@pytest.fixture
def full(room: Room) -> Room:
    room.many_incidents(MANY)
    room.settle()
    return room


def numbers(room: Room, count: int = 3) -> list[str]:
    """The first numbers on screen."""
    return [str(room.page.list.model.index(row, 0).data()) for row in range(count)]


def test_an_empty_list_offers_the_first_step(room: Room) -> None:
    box = room.page.list.box
    assert box._stack.currentWidget() is box._empty
    with room.qtbot.waitSignal(room.bench.intake_requested):
        QTest.mouseClick(box._empty._action, Qt.MouseButton.LeftButton)


def test_three_thousand_come_page_by_page(full: Room) -> None:
    listed = full.page.list
    assert listed.model.rowCount() == MANY
    assert numbers(full) == ["20250901-2999", "20250901-2998", "20250901-2997"]
    assert listed.model.row_at(1500) is None  # nobody has looked there yet
    listed.view.scrollTo(listed.model.index(1500, 0))
    full.settle()
    card = listed.model.row_at(1500)
    assert card is not None
    assert card.incident.number == "20250901-1499"


def test_words_state_class_and_grade_narrow_the_list(full: Room) -> None:
    listed = full.page.list
    listed.view.setFocus()
    QTest.keyClick(listed.view, Qt.Key.Key_X)  # typing goes to the filter by itself
    assert listed.box.search.hasFocus()
    listed.box.search.clear()
    say(listed.box.search, "柳湾村")
    QTest.keyClick(listed.box.search, Qt.Key.Key_Return)
    full.settle()
    assert listed.model.rowCount() == MANY // 100
    listed.box.search.clear()
    QTest.keyClick(listed.box.search, Qt.Key.Key_Return)
    full.settle()
    QTest.mouseClick(listed.state._buttons["closed"], Qt.MouseButton.LeftButton)
    full.settle()
    assert listed.model.rowCount() == MANY // 3
    listed.event_class.setCurrentIndex(1)
    full.settle()
    assert listed.model.rowCount() == MANY // 12
    listed.grade.setCurrentIndex(listed.grade.findData("severe"))
    full.settle()
    assert listed.model.rowCount() == full.desk.incidents.count(listed._source.wanted) == MANY // 60
    card = listed.model.row_at(0)
    assert card is not None
    assert card.incident.grade is Grade.SEVERE


def test_filters_that_fit_nothing_can_be_lifted(room: Room) -> None:
    room.fire()
    room.settle()
    listed = room.page.list
    QTest.mouseClick(listed.state._buttons["closed"], Qt.MouseButton.LeftButton)
    room.settle()
    assert listed.box._empty.accessibleName() == "No incident matches these filters"
    QTest.mouseClick(listed.box._empty._action, Qt.MouseButton.LeftButton)
    room.settle()
    assert listed.model.rowCount() == 1


def test_the_header_sorts_grades_by_their_weight(full: Room) -> None:
    listed = full.page.list
    head = listed.view.horizontalHeader()
    head.setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    full.settle()
    top = [listed.model.row_at(row) for row in range(2)]
    assert [card.incident.grade for card in top if card] == [Grade.EXTREME, Grade.EXTREME]
    page = full.desk.incidents.page(IncidentFilter(sort="grade", descending=True), 1, MANY * 3 // 5)
    assert page[0].incident.grade is Grade.ORDINARY
    head.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    full.settle()
    assert numbers(full, 2) == ["20250901-0000", "20250901-0001"]


def test_the_next_limit_and_the_fact_of_lateness_are_told(room: Room) -> None:
    number = room.fire()
    room.settle()
    listed = room.page.list

    def limit() -> str:
        return str(listed.model.index(0, 6).data())

    assert limit() == "21 min left · Initial report by phone"
    room.bench.ticked.emit(room.clock.now())
    room.pass_time(25)
    assert limit() == "4 min late · Initial report by phone"
    for owed in room.desk.incidents.card(number).obligations:
        room.desk.reports.record(
            NewReport(number, owed.kind, owed.channel, owed.recipient, obligation_ids=(owed.id or 0,))
        )
    room.settle()
    assert limit() == "1 sent late, most 4 min late"
