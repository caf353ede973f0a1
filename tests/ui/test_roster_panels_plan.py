"""Planning and checking through the real page, with a real database."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from duty_console.roster.model import AssignmentSource, Why
from duty_console.roster.rotation import planner, seating
from duty_console.roster.rotation.model import FindingKind, Severity
from tests.ui.roster_room import LEADERS, OFFICERS, RosterRoom
from ui.roster import rotation_words
from ui.roster.plan_rows import gap_groups

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.jobs import Jobs
    from ui.roster.check_panel import CheckPanel
    from ui.roster.plan_panel import PlanPanel

FIRST, LAST = date(2026, 10, 20), date(2026, 10, 25)


@pytest.fixture
def room(tmp_path: Path, jobs: Jobs) -> Iterator[RosterRoom]:
    room = RosterRoom.open(tmp_path, jobs)
    yield room
    room.close()


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def plan_panel(room: RosterRoom) -> PlanPanel:
    panel: PlanPanel = room.panel("plan")
    panel.first.setDate(QDate(2026, 10, 20))
    panel.last.setDate(QDate(2026, 10, 25))
    return panel


# -- planning -------------------------------------------------------------------------------------


def test_a_plan_is_shown_first_stored_then_and_taken_back_whole(room: RosterRoom) -> None:
    room.allow_everybody()
    room.put(21, "沈若谷")
    panel = plan_panel(room)
    QTest.keyClick(panel.last, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert panel.plan is not None
    assert len(panel.plan.seats) == 6 * 3 - 1  # what stands stays
    assert panel.lines.model.rowCount() == 17
    leader, why = panel.why.text().split(", 20 Oct Tue: ")
    assert leader in LEADERS
    assert "who were free" in why
    assert room.names(20) == []  # nothing is stored yet
    assert panel.store.text() == "Store 17 seats"
    assert panel.store.hasFocus()
    QTest.keyClick(panel.store, Qt.Key.Key_Space)
    room.settle()
    there = room.desk.roster.assignments(FIRST, LAST)
    assert len(there) == 18
    assert [each.source for each in there].count(AssignmentSource.PLAN) == 17
    assert room.names(21) == ["沈若谷"]
    assert panel.plan is None
    assert not panel.store.isVisible()
    QTest.keyClick(panel.back, Qt.Key.Key_Space)
    room.settle()
    left = room.desk.roster.assignments(FIRST, LAST)
    assert [(each.shift_date.day, each.source) for each in left] == [(21, AssignmentSource.HAND)]
    assert not panel.back.isVisible()


def test_one_undo_of_the_page_takes_a_stored_plan_back_and_redo_puts_it_as_a_plan(room: RosterRoom) -> None:
    room.allow_everybody()
    room.put(21, "沈若谷")
    panel = plan_panel(room)
    panel.make_plan()
    room.settle()
    panel.store_plan()
    room.settle()
    stored = room.desk.roster.assignments(FIRST, LAST)
    assert room.page is not None
    QTest.keyClick(room.page.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert [each.person_id for each in room.desk.roster.assignments(FIRST, LAST)] == [room.id("沈若谷")]
    shifted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(room.page.grid, Qt.Key.Key_Z, shifted)
    room.settle()
    again = room.desk.roster.assignments(FIRST, LAST)
    key = [(each.shift_date, each.post_id, each.person_id, each.why) for each in stored]
    assert sorted(map(repr, key)) == sorted(repr((e.shift_date, e.post_id, e.person_id, e.why)) for e in again)
    assert [each.source for each in again].count(AssignmentSource.PLAN) == 17


def test_discarding_stores_nothing_and_other_dates_drop_the_preview(room: RosterRoom) -> None:
    room.allow_everybody()
    panel = plan_panel(room)
    click(panel.go)
    room.settle()
    click(panel.discard)
    assert panel.plan is None
    assert not panel.store.isVisible()
    click(panel.go)
    room.settle()
    assert panel.plan is not None
    panel.last.setDate(QDate(2026, 10, 24))
    assert panel.plan is None  # it was made for other days
    assert room.desk.roster.assignments(FIRST, LAST) == ()


def test_days_out_of_order_are_told_at_the_field(room: RosterRoom) -> None:
    panel = plan_panel(room)
    panel.last.setDate(QDate(2026, 10, 1))
    click(panel.go)
    room.settle()
    assert "not in order" in panel._dates.problem()
    assert panel.go.isEnabled()
    panel.last.setDate(QDate(2026, 10, 25))
    assert panel._dates.problem() == ""


def test_what_cannot_be_filled_is_named_once_with_its_reason(room: RosterRoom) -> None:
    room.allow_everybody()
    room.list_for(room.posts[1], OFFICERS[:1])
    panel = plan_panel(room)
    click(panel.go)
    room.settle()
    assert panel.plan is not None
    assert panel.plan.gaps
    posts = {post.id: post for post in room.desk.roster.posts()}
    groups = gap_groups(panel.plan.gaps, posts)
    assert len(groups) < len(panel.plan.gaps)
    assert groups[0].head.startswith("主班")
    assert "too little rest" in groups[0].reason
    assert str(sum(gap.missing for gap in panel.plan.gaps)) in [
        label.text() for label in panel._found.findChildren(type(panel.why))
    ]


def test_every_obstacle_has_its_words() -> None:
    codes = {
        getattr(seating, name) for name in ("BUSY", "LEFT", "ON_LEAVE", "LITTLE_REST", "MONTH_FULL", "APART", "PARTNER")
    }
    for code in codes:
        said = rotation_words.gap_reason(Why(planner.NOBODY_FREE, {code: 3}))
        assert "3" in said, code
    assert rotation_words.gap_reason(Why(planner.NOBODY_LISTED, {}))


# -- checking -------------------------------------------------------------------------------------


def test_findings_stand_by_kind_and_enter_jumps_to_the_cell(room: RosterRoom) -> None:
    room.fill(14, 18)
    room.desk.roster.clear(date(2026, 10, 22), "全天班", room.posts[1])
    room.put(24, "", "林晓舟")
    room.put(25, "", "林晓舟")
    for person in room.persons.values():
        if person.name != "马思齐":
            room.desk.people.verify_phone(person.id)
    panel: CheckPanel = room.panel("check")
    kinds = [row.finding.kind for row in panel.rows]
    assert kinds.count(FindingKind.TOO_LITTLE_REST) >= 1
    assert [row.words() for row in panel.rows if row.finding.kind is FindingKind.PHONE_UNCONFIRMED] == [
        "15 Oct Thu 马思齐 138 0000 0008, shifts: 6"
    ]
    severities = [list(Severity).index(row.finding.severity) for row in panel.rows]
    assert severities == sorted(severities)  # the worst first
    gap = next(row for row in panel.rows if row.finding.shift_date.day == 22 and row.finding.kind is FindingKind.GAP)
    assert gap.words() == "22 Oct Thu 主班, 1 missing"
    gap.setFocus()
    QTest.keyClick(gap, Qt.Key.Key_Return)
    room.settle()
    assert room.page is not None
    chosen = room.page.context.chosen
    assert chosen is not None
    assert chosen.key == (date(2026, 10, 22), "全天班", room.posts[1])


def test_cells_carry_marks_and_what_is_mended_goes(room: RosterRoom) -> None:
    room.fill(14, 18)
    for person in room.persons.values():
        room.desk.people.verify_phone(person.id)
    room.list_for(room.posts[1], OFFICERS[1:])
    panel: CheckPanel = room.panel("check")
    assert room.page is not None
    key = (date(2026, 10, 14), "全天班", room.posts[1])  # 林晓舟 stands there and is not on the list
    marks = room.page.context.marks
    assert marks[key].tone == "severe"
    assert "林晓舟" in marks[key].words
    assert (date(2026, 10, 15), "全天班", room.posts[1]) not in marks
    room.list_for(room.posts[1], OFFICERS)
    room.settle()
    assert key not in room.page.context.marks
    assert not any(row.finding.kind is FindingKind.NOT_ON_LIST for row in panel.rows)


def test_a_sound_roster_is_told_to_be_sound(room: RosterRoom) -> None:
    room.fill(1, 31, reason="补录")
    for person in room.persons.values():
        room.desk.people.verify_phone(person.id)
    panel: CheckPanel = room.panel("check")
    assert panel.sentences() == []
    assert panel._fine.isVisible()
    room.desk.roster.clear(date(2026, 10, 31), "全天班", room.posts[0])
    room.settle()
    assert panel.sentences() == ["Gap 31 Oct Sat 带班领导, 1 missing", "No leader 31 Oct Sat No leader"]
    assert not panel._fine.isVisible()


def test_every_kind_of_finding_has_its_word_and_look() -> None:
    assert {rotation_words.kind_word(kind) for kind in FindingKind} == {
        rotation_words._KINDS[kind] for kind in FindingKind
    }
    assert all(rotation_words.severity_word(severity) for severity in Severity)
