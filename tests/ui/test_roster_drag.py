"""Dragging in the roster: into a cell, from cell to cell, out of the counts; taken back and done again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.conftest import say
from tests.ui.roster_desk import RosterDesk
from ui.roster import cell_drag

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ui.jobs import Jobs
    from ui.roster.drops import Dragged

CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
PRIMARY, DEPUTY = 1, 2


@pytest.fixture
def room(tmp_path: Path, jobs: Jobs) -> Iterator[RosterDesk]:
    room = RosterDesk.open(tmp_path, jobs)
    yield room
    room.close()


def undo(room: RosterDesk) -> None:
    QTest.keyClick(room.page.grid, Qt.Key.Key_Z, CONTROL)
    room.settle()


def redo(room: RosterDesk) -> None:
    QTest.keyClick(room.page.grid, Qt.Key.Key_Z, CONTROL_SHIFT)
    room.settle()


def test_dropped_on_a_full_cell_two_persons_change_places_and_it_is_taken_back_and_done_again(room: RosterDesk) -> None:
    (first,), (second,) = room.stored(20, PRIMARY), room.stored(24, PRIMARY)
    said = room.drag(first, (20, PRIMARY), (24, PRIMARY))
    assert said == f"Change places with {second}"
    assert (room.stored(20, PRIMARY), room.stored(24, PRIMARY)) == ([second], [first])
    undo(room)
    assert (room.stored(20, PRIMARY), room.stored(24, PRIMARY)) == ([first], [second])
    assert room.text(20, PRIMARY) == first
    redo(room)
    assert (room.stored(20, PRIMARY), room.stored(24, PRIMARY)) == ([second], [first])


def test_dropped_on_a_gap_a_person_moves_there_and_leaves_a_gap(room: RosterDesk) -> None:
    room.desk.roster.assign(*room.key(24, PRIMARY), [])
    room.settle()
    (first,) = room.stored(20, PRIMARY)
    assert room.drag(first, (20, PRIMARY), (24, PRIMARY)) == "Move here"
    assert (room.stored(20, PRIMARY), room.stored(24, PRIMARY)) == ([], [first])
    assert "1 missing" in room.text(20, PRIMARY)
    undo(room)
    assert (room.stored(20, PRIMARY), room.stored(24, PRIMARY)) == ([first], [])


def test_with_control_held_the_first_cell_keeps_its_person(room: RosterDesk) -> None:
    room.desk.roster.assign(*room.key(25, PRIMARY), [])
    room.settle()
    (first,) = room.stored(20, PRIMARY)
    room.drag(first, (20, PRIMARY), (25, PRIMARY), copy=True)
    assert (room.stored(20, PRIMARY), room.stored(25, PRIMARY)) == ([first], [first])


def test_the_two_posts_of_one_shift_change_places_in_one_step(room: RosterDesk) -> None:
    (first,), (second,) = room.stored(20, PRIMARY), room.stored(20, DEPUTY)
    room.drag(first, (20, PRIMARY), (20, DEPUTY))
    assert (room.stored(20, PRIMARY), room.stored(20, DEPUTY)) == ([second], [first])


def test_out_of_the_counts_a_person_replaces_another(room: RosterDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    carried: list[Dragged] = []
    monkeypatch.setattr("ui.roster.counts_panel.carry", lambda _source, dragged: carried.append(dragged))
    rows = room.page.counts._rows
    spot = QPoint(30, rows.height() // (2 * len(rows.counts)))
    QTest.mousePress(rows, Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseMove(rows, spot + QPoint(2, 2))
    QTest.mouseMove(rows, spot + QPoint(40, 10))
    assert [each.name for each in carried] == [rows.counts[0].name]
    (before,) = room.stored(26, PRIMARY)
    name = next(each for each in ("高子墨", "苏映雪") if each not in (*room.stored(26, DEPUTY), before))
    assert room.drag(name, None, (26, PRIMARY)) == f"Replace {before}"
    assert room.stored(26, PRIMARY) == [name]


def test_the_mouse_picks_up_who_lies_under_it(room: RosterDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    carried: list[Dragged] = []
    monkeypatch.setattr(cell_drag, "carry", lambda _source, dragged: carried.append(dragged))
    viewport, start = room.page.grid.viewport(), room.centre(20, PRIMARY)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + QPoint(QApplication.startDragDistance() + 4, 3))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start)
    assert [(each.name, each.origin) for each in carried] == [(room.stored(20, PRIMARY)[0], room.key(20, PRIMARY))]


def test_a_drop_into_a_shift_that_is_over_waits_for_its_reason(room: RosterDesk) -> None:
    (before,) = room.stored(5, PRIMARY)
    name = next(each for each in ("高子墨", "苏映雪", "马思齐") if each not in (*room.stored(5, DEPUTY), before))
    room.drag(name, None, (5, PRIMARY))
    assert room.stored(5, PRIMARY) == [before]
    reason = room.page._reason.findChild(QLineEdit)
    assert reason is not None
    assert reason.hasFocus()
    say(reason, "当日临时换人")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    room.settle()
    assert room.stored(5, PRIMARY) == [name]
    undo(room)
    assert room.stored(5, PRIMARY) == [before]


def test_taking_somebody_out_of_the_shift_that_runs_asks_for_the_reason(room: RosterDesk) -> None:
    room.go_to(14, PRIMARY)
    QTest.keyClick(room.page.grid, Qt.Key.Key_Delete)
    room.settle()
    assert room.stored(14, PRIMARY) != []
    assert "has begun" in room.page._reason._what.text()
    reason = room.page._reason.findChild(QLineEdit)
    assert reason is not None
    QTest.keyClick(reason, Qt.Key.Key_Escape)
    room.settle()
    assert room.stored(14, PRIMARY) != []
    assert not room.page._reason.isVisible()


def test_nobody_is_dropped_where_the_post_does_not_exist(room: RosterDesk) -> None:
    from datetime import date, time

    from duty_console.roster.model import ShiftSlot

    roster = room.desk.roster
    roster.set_pattern(date(2026, 11, 1), [ShiftSlot("白班", time(8), 12), ShiftSlot("夜班", time(20), 12)])
    roster.change_post(room.post(DEPUTY), slots=("夜班",))
    room.page.go_to(date(2026, 11, 3), "白班", room.post(DEPUTY))
    room.settle()
    place = room.page.model.place_of(date(2026, 11, 3), "白班", room.post(DEPUTY))
    assert place is not None
    assert room.page.model.text(*place) == "–"
    assert not room.page.model.flags(room.page.model.index(*place)) & Qt.ItemFlag.ItemIsEditable


def test_several_marked_cells_are_cleared_and_come_back_as_one(room: RosterDesk) -> None:
    before = [room.stored(day, PRIMARY) for day in (20, 21, 22)]
    room.go_to(20, PRIMARY)
    for _ in range(2):
        QTest.keyClick(room.page.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(room.page.grid, Qt.Key.Key_Delete)
    room.settle()
    assert [room.stored(day, PRIMARY) for day in (20, 21, 22)] == [[], [], []]
    undo(room)
    assert [room.stored(day, PRIMARY) for day in (20, 21, 22)] == before


def test_what_was_planned_is_planned_again_with_its_reason_after_it_was_taken_back(room: RosterDesk) -> None:
    from duty_console.roster.model import AssignmentSource

    room.go_to(25, PRIMARY)
    QTest.keyClick(room.page.grid, Qt.Key.Key_Delete)
    room.settle()
    undo(room)
    put = next(
        each
        for each in room.desk.roster.assignments(room.key(25, PRIMARY)[0], room.key(25, PRIMARY)[0])
        if each.post_id == room.post(PRIMARY)
    )
    assert put.source is AssignmentSource.PLAN
    assert put.why is not None
    assert put.why.code == "queue"
