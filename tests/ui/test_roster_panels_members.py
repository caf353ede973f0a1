"""Who may stand where, entered through the real forms."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from duty_console.roster.model import DayType
from duty_console.roster.rotation.model import FixedDuty, Member, PairKind
from tests.ui.conftest import say
from tests.ui.roster_room import RosterRoom
from ui.roster.rotation_book import read_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.jobs import Jobs
    from ui.roster.members_panel import MembersPanel


@pytest.fixture
def room(tmp_path: Path, jobs: Jobs) -> Iterator[RosterRoom]:
    room = RosterRoom.open(tmp_path, jobs)
    yield room
    room.close()


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def save(room: RosterRoom, panel: MembersPanel) -> None:
    QTest.keyClick(panel.which.segments()[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.settle()


def listed(panel: MembersPanel) -> list[int]:
    return [row.person_id for row in panel.members.rows]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-10-01", date(2026, 10, 1)),
        ("20261001", date(2026, 10, 1)),
        ("2026年2月28日", date(2026, 2, 28)),
        ("２０２６/１/２", date(2026, 1, 2)),
        ("2026-02-29", None),
        ("10-01", None),
        ("", None),
    ],
)
def test_a_day_as_it_is_typed(typed: str, meant: date | None) -> None:
    assert read_day(typed) == meant


def test_initials_and_enter_put_somebody_on_the_list(room: RosterRoom) -> None:
    panel: MembersPanel = room.panel("members")
    panel.members.choose_post(room.posts[1])
    field = panel.members.add_field
    field.setFocus()
    QTest.keyClicks(field, "lxz")
    assert field.offered[0].text == "林晓舟"
    QTest.keyClick(field, Qt.Key.Key_Return)
    say(field, "苏映雪")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert listed(panel) == [room.id("林晓舟"), room.id("苏映雪")]
    assert field.text() == ""
    assert room.desk.rotation.members() == ()
    row = panel.members.rows[0]
    click(row.when)
    assert row.since.hasFocus()
    QTest.keyClicks(row.since, "20261101")
    assert row.when.text() == "from 1 Nov 2026"
    save(room, panel)
    post = room.posts[1]
    assert set(room.desk.rotation.members()) == {
        Member(post, room.id("林晓舟"), date(2026, 11, 1)),
        Member(post, room.id("苏映雪")),
    }
    assert not panel.save.isEnabled()
    click(panel.members.rows[0].remove)
    save(room, panel)
    assert len(room.desk.rotation.members(post)) == 1


def test_whom_planning_would_ask_is_offered_as_the_list(room: RosterRoom) -> None:
    panel: MembersPanel = room.panel("members")
    assert "周启明" in panel.members._note.text()  # leaders for the leaders' post
    click(panel.members.take)
    assert len(listed(panel)) == 4
    save(room, panel)
    assert len(room.desk.rotation.members(room.posts[0])) == 4
    assert not panel.members.take.isVisible()


def test_what_is_wrong_stands_in_the_form_and_nothing_changes(room: RosterRoom) -> None:
    panel: MembersPanel = room.panel("members")
    form = panel.members
    say(form.add_field, "无此人")
    QTest.keyClick(form.add_field, Qt.Key.Key_Return)
    assert "无此人" in form._problem.text()
    form.add_field.clear()
    say(form.add_field, "周启明")
    QTest.keyClick(form.add_field, Qt.Key.Key_Return)
    say(form.add_field, "周启明")
    QTest.keyClick(form.add_field, Qt.Key.Key_Return)
    assert "already" in form._problem.text()
    form.add_field.clear()
    row = form.rows[0]
    click(row.when)
    QTest.keyClicks(row.since, "2026-02-30")
    save(room, panel)
    assert "Not a day" in form._problem.text()
    row.since.setText("2026-12-01")
    row.until.setText("2026-11-01")
    save(room, panel)
    assert form._problem.isVisible()
    assert room.desk.rotation.members() == ()
    form.choose_post(room.posts[1])  # unsaved work is not thrown away
    assert form.post.currentData() == room.posts[0]
    assert "Save or undo" in form._problem.text()
    click(panel.undo)
    assert form.rows == []
    form.choose_post(room.posts[1])
    assert form.post.currentData() == room.posts[1]


def test_pairs_are_added_and_contradictions_refused(room: RosterRoom) -> None:
    panel: MembersPanel = room.panel("members")
    click(panel.which.segments()[1])
    form = panel.pairs
    say(form.first, "林晓舟")
    QTest.keyClick(form.first, Qt.Key.Key_Return)
    assert form.second.hasFocus()
    QTest.keyClick(form.second, Qt.Key.Key_Return)
    assert "Two persons" in form._problem.text()
    say(form.second, "陈以宁")
    for _ in range(2):  # the first takes the offer, the second adds
        QTest.keyClick(form.second, Qt.Key.Key_Return)
    assert form.first.hasFocus()
    save(room, panel)
    assert [rule.kind for rule in room.desk.rotation.pairs()] == [PairKind.TOGETHER]
    say(form.first, "陈以宁")
    say(form.second, "林晓舟")
    click(form.kind.segments()[1])
    click(form.add)
    save(room, panel)
    assert form._problem.isVisible()  # together and apart at once
    assert len(room.desk.rotation.pairs()) == 1
    assert len(form.rules) == 2  # what was entered stays, to be mended
    click(panel.undo)
    assert len(form.rules) == 1


def test_fixed_days(room: RosterRoom) -> None:
    panel: MembersPanel = room.panel("members")
    click(panel.which.segments()[2])
    form = panel.fixed
    say(form.person, "周启明")
    click(form.add)
    assert "weekday" in form._problem.text()
    for place in (0, 6):
        form.days[place].setFocus()
        QTest.keyClick(form.days[place], Qt.Key.Key_Space)
    click(form.add)
    save(room, panel)
    assert room.desk.rotation.fixed() == (FixedDuty(room.posts[0], room.id("周启明"), (0, 6)),)
    assert form.words(form.fixed[0]) == "周启明  带班领导  Mon Sun"
    assert all(box.isVisibleTo(panel) for box in form.days)


def test_rules_are_told_at_the_number_that_is_wrong(room: RosterRoom) -> None:
    panel: MembersPanel = room.panel("members")
    click(panel.which.segments()[3])
    form = panel.rules
    assert (form.rest.text(), form.weights[DayType.WEEKEND].text()) == ("24", "1.5")
    form.rest.setText("viel")
    save(room, panel)
    assert form._rows["min_rest_hours"].problem() == "A number is needed."
    form.rest.setText("48")
    form.weights[DayType.STATUTORY_HOLIDAY].setText("99")
    save(room, panel)
    assert form._weight_rows[DayType.STATUTORY_HOLIDAY].problem()
    assert room.desk.rotation.rules().min_rest_hours == 24
    form.weights[DayType.STATUTORY_HOLIDAY].setText("4")
    form.most.setFocus()
    form.most.selectAll()
    QTest.keyClicks(form.most, "6")
    save(room, panel)
    rules = room.desk.rotation.rules()
    assert (rules.min_rest_hours, rules.most_per_month, rules.weights[DayType.STATUTORY_HOLIDAY]) == (48, 6, 4)
    assert not panel.save.isEnabled()


def test_what_is_typed_stays_while_the_panel_is_put_aside(room: RosterRoom) -> None:
    panel: MembersPanel = room.panel("members")
    click(panel.members.take)
    panel.close_panel()
    room.desk.people.verify_phone(room.id("周启明"))
    room.settle()
    assert room.panel("members") is panel
    assert len(listed(panel)) == 4
    assert panel.save.isEnabled()
