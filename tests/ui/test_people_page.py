"""The directory through its real tables and forms into a real database."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.people.model import PersonEntry, UnitEntry
from tests.ui.conftest import say
from ui.people.page import PeoplePage
from ui.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ui.jobs import Jobs
    from ui.people.person_form import PersonForm

BEIJING = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 10, 14, 10, 26, tzinfo=BEIJING)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOW)


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    with Desk.open(tmp_path, clock) as desk:
        unit = desk.people.add_unit(UnitEntry("区应急管理局"))
        desk.people.add_person(PersonEntry("沈若谷", unit.id, "局长", "138 0000 0002", leader=True))
        desk.people.add_person(PersonEntry("高子墨", unit.id, "科员", "138 0000 0014"))
        yield desk


@pytest.fixture
def page(desk: Desk, clock: FakeClock, jobs: Jobs) -> Iterator[PeoplePage]:
    bench = Workbench(clock, BEIJING, jobs)
    end = desk.changes.subscribe(bench.changed.emit)
    page = PeoplePage(desk.people, bench)
    page.resize(1294, 696)
    page.show()
    assert jobs.wait_idle()
    yield page
    end()
    page.close()
    page.deleteLater()
    jobs.wait_idle()


def names(page: PeoplePage) -> list[str]:
    model = page.persons.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def form_of(page: PeoplePage) -> PersonForm:
    return page.persons._form


def enter(page: PeoplePage, jobs: Jobs, **texts: str) -> None:
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = form_of(page)
    for name, text in texts.items():
        getattr(form, name).setFocus()
        say(getattr(form, name), text)
    QTest.keyClick(form.name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    jobs.wait_idle()


def test_a_person_is_added_with_a_new_unit_and_shows_in_the_table(page: PeoplePage, desk: Desk, jobs: Jobs) -> None:
    enter(page, jobs, name="许佳宁", unit="云溪街道办事处", title="应急办主任", phone="13800000031")
    person = next(each for each in desk.people.persons() if each.name == "许佳宁")
    assert (person.unit_name, person.title, person.phone) == ("云溪街道办事处", "应急办主任", "138 0000 0031")
    assert "许佳宁" in names(page)
    assert form_of(page).person == person


def test_a_bad_number_is_told_at_its_field_and_nothing_typed_is_lost(page: PeoplePage, desk: Desk, jobs: Jobs) -> None:
    enter(page, jobs, name="许佳宁", unit="云溪街道办事处", phone="1380000x")
    form = form_of(page)
    assert "1380000x" in form.row("phone").problem()
    assert form.phone.hasFocus()
    assert form.name.text() == "许佳宁"
    assert [each.name for each in desk.people.units()] == ["区应急管理局"]  # no unit is left over
    form.phone.clear()
    say(form.phone, "13800000031")
    QTest.keyClick(form.phone, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    jobs.wait_idle()
    assert form.row("phone").problem() == ""
    assert "许佳宁" in [each.name for each in desk.people.persons()]


def test_a_missing_name_is_told_at_its_field(page: PeoplePage, desk: Desk, jobs: Jobs) -> None:
    enter(page, jobs, unit="云溪街道办事处", phone="13800000031")
    assert form_of(page).row("name").problem()
    assert len(desk.people.persons()) == 2
    assert len(desk.people.units()) == 1


def test_the_unit_is_chosen_from_what_is_offered(page: PeoplePage, desk: Desk, jobs: Jobs) -> None:
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = form_of(page)
    say(form.name, "苏映雪")
    form.unit.setFocus()
    say(form.unit, "应急")
    assert [each.text for each in form.unit.offered] == ["区应急管理局", "应急"]
    QTest.keyClick(form.unit, Qt.Key.Key_Return)
    assert form.unit.text() == "区应急管理局"
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)
    jobs.wait_idle()
    person = next(each for each in desk.people.persons() if each.name == "苏映雪")
    assert person.unit_name == "区应急管理局"


@pytest.mark.parametrize("typed", ["gzm", "gaozimo", "子墨", "0000 0014"])
def test_found_by_initials_pinyin_name_or_number(page: PeoplePage, jobs: Jobs, typed: str) -> None:
    say(page.persons.box.search, typed)
    QTest.keyClick(page.persons.box.search, Qt.Key.Key_Return)
    jobs.wait_idle()
    assert names(page) == ["高子墨"]


def test_a_number_is_rung_and_a_changed_one_must_be_rung_again(
    page: PeoplePage, desk: Desk, clock: FakeClock, jobs: Jobs
) -> None:
    page.persons.box.view.selectRow(1)
    form = form_of(page)
    assert form.person is not None
    assert form.person.name == "沈若谷"
    QTest.mouseClick(form.verify, Qt.MouseButton.LeftButton)
    jobs.wait_idle()
    assert desk.people.person(form.person.id).phone_verified_at == clock.now()
    assert form._verified.text() == "Last rung Today"
    form.phone.setFocus()
    form.phone.selectAll()
    QTest.keyClicks(form.phone, "13800000009")
    assert not form.verify.isEnabled()
    QTest.keyClick(form.phone, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    jobs.wait_idle()
    assert form.verify.isEnabled()
    assert form._verified.text() == "Not rung yet"
    assert desk.people.person(form.person.id).phone_verified_at is None


def test_leaving_asks_in_the_panel_and_can_be_taken_back(page: PeoplePage, desk: Desk, jobs: Jobs) -> None:
    page.persons.box.view.selectRow(0)
    form = form_of(page)
    QTest.mouseClick(form.leave, Qt.MouseButton.LeftButton)
    assert form.confirm.isVisible()
    assert len(desk.people.persons()) == 2
    QTest.mouseClick(form.confirm, Qt.MouseButton.LeftButton)
    jobs.wait_idle()
    assert [each.name for each in desk.people.persons()] == ["沈若谷"]
    assert names(page) == ["沈若谷"]
    assert form.leave.text() == "Bring back"
    QTest.mouseClick(form.leave, Qt.MouseButton.LeftButton)
    jobs.wait_idle()
    assert len(desk.people.persons()) == 2


def test_what_is_not_saved_stays_when_another_row_is_chosen(page: PeoplePage, jobs: Jobs) -> None:
    view, form = page.persons.box.view, form_of(page)
    view.selectRow(0)
    form.title.setFocus()
    say(form.title, "（代）")
    view.selectRow(1)
    assert form.person is not None
    assert form.person.name == "高子墨"
    assert form.title.text() == "科员（代）"
    assert form.banner.message()
    QTest.keyClick(form.title, Qt.Key.Key_Escape)
    assert form.person.name == "沈若谷"
    assert form.banner.message() == ""


def test_a_change_made_elsewhere_shows_and_a_hidden_page_waits(
    page: PeoplePage, desk: Desk, clock: FakeClock, jobs: Jobs
) -> None:
    clock.advance(timedelta(minutes=1))
    desk.people.add_person(PersonEntry("陈以宁"))
    QApplication.processEvents()
    jobs.wait_idle()
    assert "陈以宁" in names(page)
    page.hide()
    desk.people.add_person(PersonEntry("何雨桐"))
    QApplication.processEvents()
    jobs.wait_idle()
    assert "何雨桐" not in names(page)
    page.show()
    jobs.wait_idle()
    assert "何雨桐" in names(page)


def test_units_are_added_and_one_with_persons_cannot_be_taken_off(page: PeoplePage, desk: Desk, jobs: Jobs) -> None:
    page.show_tab("units")
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = page.units._form
    say(form.name, "青石镇")
    form.phone.setFocus()
    QTest.keyClicks(form.phone, "12")
    QTest.keyClick(form.phone, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    jobs.wait_idle()
    assert form.row("phone").problem()
    form.phone.clear()
    QTest.keyClicks(form.phone, "0371-60000000")
    QTest.keyClick(form.phone, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    jobs.wait_idle()
    assert [each.name for each in desk.people.units()] == ["区应急管理局", "青石镇"]
    page.units.box.view.selectRow(0)
    QTest.mouseClick(form.leave, Qt.MouseButton.LeftButton)
    QTest.mouseClick(form.confirm, Qt.MouseButton.LeftButton)
    jobs.wait_idle()
    assert "2" in form.banner.message()
    assert len(desk.people.units()) == 2


def test_the_person_just_saved_stays_in_the_form_and_gets_the_cursor(page: PeoplePage, jobs: Jobs) -> None:
    table = page.persons.box.view
    table.setFocus()
    table.selectRow(0)
    assert form_of(page).name.text() == "高子墨"
    enter(page, jobs, name="安若谷", phone="13800000033")  # comes to stand above the row under the cursor
    assert names(page) == ["安若谷", "高子墨", "沈若谷"]
    assert form_of(page).name.text() == "安若谷"
    assert table.currentIndex().row() == 0
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert form_of(page).name.text() == "高子墨"


def test_a_person_that_somebody_else_adds_leaves_the_new_form_alone(page: PeoplePage, desk: Desk, jobs: Jobs) -> None:
    table = page.persons.box.view
    table.selectRow(0)
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    desk.people.add_person(PersonEntry("安若谷"))
    jobs.wait_idle()
    assert table.currentIndex().row() == 1
    assert form_of(page).person is None
