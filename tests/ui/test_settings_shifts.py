"""Shifts and posts in the settings, through their real fields."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from duty_console.clock import FakeClock
from duty_console.config import DeskSettings
from duty_console.desk import Desk
from duty_console.people.model import PersonEntry
from duty_console.room.model import DutyRoom
from duty_console.roster.model import DayScope, PostKind, ShiftSlot
from tests.ui.conftest import say
from ui.settings.day_time import read_hours, read_time_of_day
from ui.settings.keeper import SettingsKeeper
from ui.settings.page import SettingsPage
from ui.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.jobs import Jobs

BEIJING = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 10, 14, 10, 26, tzinfo=BEIJING)
ROOM = DutyRoom(
    "云河区应急值班室", "county", ("national", "tangshan"), phone="0315-5550100", document_prefix="云河应急"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(tmp_path, FakeClock(NOW)) as desk:
        desk.limits.choose_presets(ROOM.presets)
        desk.roster.set_up_defaults()
        desk.room.describe(ROOM)
        yield desk


@pytest.fixture
def keeper(desk: Desk, jobs: Jobs) -> SettingsKeeper:
    return SettingsKeeper(DeskSettings(theme="light", language="en"), desk.folder, jobs)


@pytest.fixture
def page(desk: Desk, keeper: SettingsKeeper, jobs: Jobs) -> Iterator[SettingsPage]:
    bench = Workbench(desk.clock, BEIJING, jobs)
    end = desk.changes.subscribe(bench.changed.emit)
    page = SettingsPage(desk.room, desk.limits, desk.roster, keeper, bench)
    page.resize(1294, 696)
    page.show()
    page.activateWindow()
    assert jobs.wait_idle()
    yield page
    end()
    page.close()
    page.deleteLater()
    jobs.wait_idle()


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def settle(jobs: Jobs) -> None:
    """Let a write, its change and the reading that follows arrive."""
    for _ in range(3):
        jobs.wait_idle()
        QApplication.processEvents()


def show(page: SettingsPage, key: str, jobs: Jobs) -> None:
    click(page.list.buttons[key])
    settle(jobs)


# -- shifts -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8", time(8)),
        ("0800", time(8)),
        ("830", time(8, 30)),
        ("20:15", time(20, 15)),
        ("８：００", time(8)),
        ("8点", time(8)),
    ],
)
def test_a_time_of_day_as_it_is_typed(typed: str, meant: time) -> None:
    assert read_time_of_day(typed) == meant


@pytest.mark.parametrize("typed", ["", "24", "2400", "8:60", "-1", "08:00:00", "早上"])
def test_what_is_no_time_of_day(typed: str) -> None:
    assert read_time_of_day(typed) is None


def test_hours_as_they_are_typed() -> None:
    assert [read_hours(text) for text in ("24", "8.5", "１２", "", "-8", "8h", "1e3")] == [24, 8.5, 12, *[None] * 4]


def test_a_pattern_is_set_from_a_date(page: SettingsPage, desk: Desk, jobs: Jobs) -> None:
    show(page, "shifts", jobs)
    form = page.shifts.patterns.form
    assert form.valid_from() == date(2026, 10, 15)
    assert page.shifts.patterns.lines == [("Always so far", "全天班 08:00, 24 h")]
    form.since.setDate(QDate(2026, 11, 1))
    form.slots[0].name.setText("")
    say(form.slots[0].name, "白班")
    form.slots[0].hours.setText("12")
    click(form.add)
    assert form.slots[1].name.hasFocus()
    say(form.slots[1].name, "夜班")
    QTest.keyClick(form.slots[1].name, Qt.Key.Key_Tab)
    QTest.keyClicks(form.slots[1].starts, "2000")
    QTest.keyClick(form.slots[1].starts, Qt.Key.Key_Tab)
    QTest.keyClicks(form.slots[1].hours, "12")
    QTest.keyClick(form.slots[1].hours, Qt.Key.Key_Return)
    settle(jobs)
    pattern = desk.roster.patterns()[-1]
    assert pattern.valid_from == date(2026, 11, 1)
    assert pattern.shifts == (ShiftSlot("白班", time(8), 12), ShiftSlot("夜班", time(20), 12))
    assert page.shifts.patterns.lines[0] == ("From 1 Nov 2026", "白班 08:00, 12 h, 夜班 20:00, 12 h")


def test_wrong_shifts_are_told_where_they_stand(page: SettingsPage, desk: Desk, jobs: Jobs) -> None:
    show(page, "shifts", jobs)
    form = page.shifts.patterns.form
    form.slots[0].starts.setText("2560")
    click(form.save)
    assert "time of day" in form.slots[0].row.problem()
    assert form.slots[0].starts.hasFocus()
    form.slots[0].starts.setText("0800")
    form.slots[0].hours.setText("viel")
    click(form.save)
    assert "hours" in form.slots[0].row.problem()
    form.slots[0].hours.setText("24")
    click(form.add)
    form.slots[1].name.setText("夜班")
    form.slots[1].starts.setText("2000")
    form.slots[1].hours.setText("12")
    click(form.save)
    settle(jobs)
    assert "overlap" in form._problem.text()
    assert form._problem.isVisible()
    click(form.slots[1].remove)
    assert len(form.slots) == 1
    assert desk.roster.patterns() == ()


def test_shifts_that_are_planned_are_dropped_only_on_a_second_word(page: SettingsPage, desk: Desk, jobs: Jobs) -> None:
    person = desk.people.add_person(PersonEntry("高子墨"))
    desk.roster.assign(date(2026, 10, 20), "全天班", desk.roster.posts()[1].id, [person.id])
    show(page, "shifts", jobs)
    form = page.shifts.patterns.form
    click(form.day_night)
    click(form.save)
    settle(jobs)
    assert "1" in form.banner.message()
    assert desk.roster.patterns() == ()
    click(form.banner._action)
    settle(jobs)
    assert [slot.name for slot in desk.roster.patterns()[0].shifts] == ["白班", "夜班"]
    assert form.banner.message() == ""


def test_office_hours_and_night_is_ready_made_and_shifts_follow_the_kind_of_day(
    page: SettingsPage, desk: Desk, jobs: Jobs
) -> None:
    show(page, "shifts", jobs)
    form = page.shifts.patterns.form
    form.since.setDate(QDate(2026, 11, 2))
    QTest.keyClick(form.office_night, Qt.Key.Key_Space)
    assert [row.scope() for row in form.slots] == [DayScope.WORK, DayScope.WORK, DayScope.REST]
    assert form.is_dirty
    click(form.save)
    settle(jobs)
    assert [shift.name for shift in desk.roster.shifts_of(date(2026, 11, 6))] == ["日间", "夜间"]
    assert [shift.name for shift in desk.roster.shifts_of(date(2026, 11, 7))] == ["全天班"]
    assert page.shifts.patterns.lines[0][1].startswith("日间 08:00, 9.5 h (Workdays)")
    # what stands there comes back as it is, so that setting it again changes nothing
    form.fill(desk.roster.patterns()[0].shifts)
    assert not form.is_dirty
    assert form.entered() == desk.roster.patterns()[0].shifts


def test_the_days_a_shift_is_held_on_are_chosen_by_key(page: SettingsPage, desk: Desk, jobs: Jobs) -> None:
    show(page, "shifts", jobs)
    form = page.shifts.patterns.form
    form.slots[0].on.setFocus()
    QTest.keyClick(form.slots[0].on, Qt.Key.Key_Down)
    assert form.slots[0].scope() is DayScope.WORK
    click(form.save)
    settle(jobs)
    assert desk.roster.patterns()[0].shifts == (ShiftSlot("全天班", time(8), 24, DayScope.WORK),)


# -- posts ------------------------------------------------------------------------------------------------------------


def names(page: SettingsPage) -> list[str]:
    return [row.post.name for row in page.shifts.posts.rows]


def test_a_post_is_added_moved_renamed_and_ended(page: SettingsPage, desk: Desk, jobs: Jobs) -> None:
    show(page, "shifts", jobs)
    posts = page.shifts.posts
    posts.form.name.setFocus()
    say(posts.form.name, "备勤")
    posts.form.seats.setFocus()
    posts.form.seats.selectAll()
    QTest.keyClicks(posts.form.seats, "2")
    QTest.keyClick(posts.form.seats, Qt.Key.Key_Return)
    settle(jobs)
    added = desk.roster.posts()[-1]
    assert (added.name, added.kind, added.seats) == ("备勤", PostKind.OFFICER, 2)
    assert names(page) == ["带班领导", "主班", "副班", "备勤"]
    assert not posts.rows[0].down.isEnabled()  # leaders stand first

    QTest.keyClick(posts.rows[3].up, Qt.Key.Key_Space)
    settle(jobs)
    assert names(page) == ["带班领导", "主班", "备勤", "副班"]
    assert posts.rows[2].up.hasFocus()
    assert [post.name for post in desk.roster.posts()] == names(page)

    click(posts.rows[2].change)
    assert posts.form.name.selectedText() == "备勤"
    say(posts.form.name, "备班")
    QTest.keyClick(posts.form.name, Qt.Key.Key_Return)
    settle(jobs)
    assert names(page)[2] == "备班"

    click(posts.rows[2].retire)
    assert "备班" in posts.banner.message()
    assert len(desk.roster.posts()) == 4
    click(posts.banner._action)
    settle(jobs)
    assert names(page) == ["带班领导", "主班", "副班"]
    assert [post.name for post in desk.roster.posts(with_retired=True) if not post.active] == ["备班"]


def test_a_second_tier_a_key_post_and_a_standby_post(page: SettingsPage, desk: Desk, jobs: Jobs) -> None:
    show(page, "shifts", jobs)
    posts = page.shifts.posts
    form = posts.form
    assert not form.tier.isVisible()  # only leaders have one
    say(form.name, "二线带班")
    click(form.kind.segments()[0])
    assert form.tier.isVisible()
    click(form.tier.segments()[1])
    click(form.save)
    settle(jobs)
    say(form.name, "总机")
    click(form.key)
    click(form.save)
    settle(jobs)
    say(form.name, "备班")
    click(form.kind.segments()[2])
    click(form.save)
    settle(jobs)
    there = {post.name: post for post in desk.roster.posts()}
    assert (there["二线带班"].kind, there["二线带班"].tier) == (PostKind.LEADER, 2)
    assert (there["总机"].key, there["总机"].needed) == (True, 2)
    assert there["备班"].kind is PostKind.STANDBY
    assert names(page) == ["带班领导", "二线带班", "主班", "副班", "总机", "备班"]
    assert not posts.rows[0].down.isEnabled()  # tiers stand in their order
    assert not posts.rows[1].up.isEnabled()
    click(posts.rows[1].change)
    assert form.tier.value() == "2"
    click(form.tier.segments()[2])
    click(form.save)
    settle(jobs)
    assert next(post for post in desk.roster.posts() if post.name == "二线带班").tier == 3


def test_a_post_is_tied_to_some_of_the_shifts(page: SettingsPage, desk: Desk, jobs: Jobs) -> None:
    desk.roster.set_pattern(date(2026, 10, 20), (ShiftSlot("白班", time(8), 12), ShiftSlot("夜班", time(20), 12)))
    show(page, "shifts", jobs)
    posts = page.shifts.posts
    form = posts.form
    assert list(form.slots.boxes) == ["全天班", "白班", "夜班"]
    click(posts.rows[2].change)
    for name in ("全天班", "白班", "夜班"):
        form.slots.boxes[name].setFocus()
        QTest.keyClick(form.slots.boxes[name], Qt.Key.Key_Space)
    click(form.save)
    settle(jobs)
    assert form.problem("slots")
    assert desk.roster.posts()[2].slots == ()
    QTest.keyClick(form.slots.boxes["夜班"], Qt.Key.Key_Space)
    click(form.save)
    settle(jobs)
    assert desk.roster.posts()[2].slots == ("夜班",)
    click(posts.rows[2].change)
    assert [box.isChecked() for box in form.slots.boxes.values()] == [False, False, True]


def test_wrong_posts_are_told_at_the_field(page: SettingsPage, desk: Desk, jobs: Jobs) -> None:
    show(page, "shifts", jobs)
    form = page.shifts.posts.form
    click(form.save)
    settle(jobs)
    assert form.problem("name")
    say(form.name, "主班")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    settle(jobs)
    assert "主班" in form.problem("name")
    assert form.name.text() == "主班"
    say(form.name, "二")
    form.seats.clear()
    QTest.keyClick(form.seats, Qt.Key.Key_Return)
    settle(jobs)
    assert form.problem("seats")
    assert form.problem("name") == ""
    assert len(desk.roster.posts()) == 3


def test_a_post_that_is_planned_ends_only_on_a_second_word(page: SettingsPage, desk: Desk, jobs: Jobs) -> None:
    person = desk.people.add_person(PersonEntry("高子墨"))
    desk.roster.assign(date(2026, 10, 20), "全天班", desk.roster.posts()[2].id, [person.id])
    show(page, "shifts", jobs)
    posts = page.shifts.posts
    click(posts.rows[2].retire)
    click(posts.banner._action)
    settle(jobs)
    assert "1 shifts" in posts.banner.message()
    assert len(desk.roster.posts()) == 3
    click(posts.banner._action)
    settle(jobs)
    assert names(page) == ["带班领导", "主班"]
