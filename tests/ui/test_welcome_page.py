"""The first start: a fresh folder becomes a duty room, by keyboard, or the sample district."""

from __future__ import annotations

import threading
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from duty_console.clock import FakeClock
from duty_console.demo import words
from duty_console.demo.fill import fill
from duty_console.desk import Desk
from duty_console.errors import EnvironmentProblem
from tests.ui.conftest import focus, say
from ui.welcome.page import WelcomePage
from ui.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.jobs import Jobs

BEIJING = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 10, 14, 10, 26, tzinfo=BEIJING)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(tmp_path, FakeClock(NOW)) as desk:
        yield desk


@pytest.fixture
def make(desk: Desk, jobs: Jobs, qtbot: QtBot) -> Callable[..., WelcomePage]:
    def made(fill_demo: Callable[[Callable[[int, int], None]], None] = lambda _tell: None) -> WelcomePage:
        bench = Workbench(desk.clock, BEIJING, jobs)
        page = WelcomePage(desk.room, desk.limits, desk.roster, fill_demo, bench)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        assert jobs.wait_idle()
        focus(qtbot, page, page.form.name)
        return page

    return made


def press(key: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QWidget)
    QTest.keyClick(widget, key)


def test_a_fresh_folder_becomes_a_room_without_the_mouse(
    make: Callable[..., WelcomePage], desk: Desk, jobs: Jobs, qtbot: QtBot
) -> None:
    page = make()
    say(page.form.name, "云河区应急值班室")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)  # from the county to the city
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(page.form.phone, "03155550100")
    press(Qt.Key.Key_Tab)
    say(page.form.prefix, "云河应急")
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.rules.choices[""]
    press(Qt.Key.Key_Down)
    assert page.rules.region() == "hebei"
    with qtbot.waitSignal(page.completed):
        press(Qt.Key.Key_Return)
    room = desk.room.current()
    assert room is not None
    assert (room.name, room.level, room.phone) == ("云河区应急值班室", "city", "0315-5550100")
    assert (room.document_prefix, room.presets) == ("云河应急", ("national", "hebei"))
    assert {rule.preset for rule in desk.limits.rules()} == {"national", "hebei"}
    assert [post.name for post in desk.roster.posts()] == ["带班领导", "主班", "副班"]
    assert jobs.wait_idle()


@pytest.mark.parametrize(
    ("field", "typed"),
    [("name", ""), ("name", "室" * 81), ("phone", "12"), ("document_prefix", "字" * 21)],
)
def test_a_wrong_field_says_so_and_nothing_is_written(
    make: Callable[..., WelcomePage], desk: Desk, jobs: Jobs, field: str, typed: str
) -> None:
    page = make()
    fields = {"name": page.form.name, "phone": page.form.phone, "document_prefix": page.form.prefix}
    say(page.form.name, "云河区应急值班室")
    fields[field].clear()
    fields[field].setFocus()
    say(fields[field], typed)
    completed: list[bool] = []
    page.completed.connect(lambda: completed.append(True))
    press(Qt.Key.Key_Return)
    jobs.wait_idle()
    assert page.form.rows[field].problem()
    assert [key for key, row in page.form.rows.items() if row.problem()] == [field]
    assert fields[field].hasFocus()
    assert fields[field].text() == typed
    assert not completed
    assert desk.journal.head().seq == 0
    fields[field].clear()
    say(fields[field], "云河" if field != "phone" else "119")
    press(Qt.Key.Key_Return)
    jobs.wait_idle()
    assert completed
    assert page.form.rows[field].problem() == ""


def test_what_nobody_checked_is_marked(make: Callable[..., WelcomePage]) -> None:
    choices = make().rules.choices
    assert choices["tangshan"].mark == "Check against the local document"
    assert choices["henan"].mark == ""
    assert "2021" in choices["henan"].detail
    assert "public_health" not in choices  # a nationwide set, not a region


def test_the_sample_district_is_made_and_shows_its_own_name(
    make: Callable[..., WelcomePage], desk: Desk, jobs: Jobs, qtbot: QtBot
) -> None:
    page = make(lambda progress: fill(desk, progress=progress))
    say(page.form.name, "另一个名称")
    page.empty.setFocus()
    press(Qt.Key.Key_Down)
    assert page.sample.isChecked()
    assert page.sample_name.isVisible()
    assert page.sample_name.text() == words.ROOM
    assert not page.form.isVisible()
    assert page.rules.region() == "tangshan"
    shown: list[int] = []
    page.progress.valueChanged.connect(shown.append)
    with qtbot.waitSignal(page.completed, timeout=120_000):
        press(Qt.Key.Key_Return)
        assert page.progress.isVisible()
        assert not page.begin.isEnabled()
    room = desk.room.current()
    assert room is not None
    assert room.name == words.ROOM
    assert desk.people.count_persons() > 0
    assert len(set(shown)) > 10
    assert jobs.wait_idle()


def test_going_back_from_the_sample_keeps_what_was_chosen(make: Callable[..., WelcomePage]) -> None:
    page = make()
    say(page.form.name, "云河区应急值班室")
    page.rules.choices["wuhan"].setChecked(True)
    page.sample.setChecked(True)
    page.empty.setChecked(True)
    assert page.rules.region() == "wuhan"
    assert page.form.name.text() == "云河区应急值班室"
    assert page.form.isVisible()


def test_a_disk_that_refuses_is_told_and_a_second_enter_tries_again(
    make: Callable[..., WelcomePage], jobs: Jobs
) -> None:
    threads: list[threading.Thread] = []
    refuses = [True]

    def fill_demo(tell: Callable[[int, int], None]) -> None:
        threads.append(threading.current_thread())
        tell(1, 2)
        if refuses.pop():
            refuses.append(False)
            raise EnvironmentProblem("disk_full")

    page = make(fill_demo)
    completed: list[bool] = []
    page.completed.connect(lambda: completed.append(True))
    page.sample.setChecked(True)
    page.sample.setFocus()
    press(Qt.Key.Key_Return)
    QTest.keyClick(page, Qt.Key.Key_Return)  # a second Enter while it runs starts nothing
    jobs.wait_idle()
    assert len(threads) == 1
    assert threads[0] is not threading.main_thread()
    assert "disk is full" in page.banner.message()
    assert not completed
    assert page.begin.hasFocus()
    press(Qt.Key.Key_Return)
    jobs.wait_idle()
    assert completed
    assert page.banner.message() == ""
