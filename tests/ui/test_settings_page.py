"""The settings through their real fields: this desk, the room, its rules."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from duty_console.clock import FakeClock
from duty_console.config import DeskSettings, load_settings
from duty_console.desk import Desk
from duty_console.limits.model import Channel
from duty_console.room.model import DutyRoom
from duty_console.roster.model import PostKind
from tests.ui.conftest import say
from ui.i18n import Languages
from ui.settings.keeper import SettingsKeeper
from ui.settings.page import SettingsPage
from ui.theme import theme
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


# -- this desk --------------------------------------------------------------------------------------------------------


def test_theme_and_language_switch_at_once_and_are_kept(
    page: SettingsPage, keeper: SettingsKeeper, desk: Desk, jobs: Jobs, console: QApplication
) -> None:
    languages = Languages(console)
    keeper.changed.connect(lambda settings: (theme().choose(settings.theme), languages.choose(settings.language)))
    try:
        click(page.desk.theme.segments()[2])
        assert theme().is_dark
        click(page.desk.language.segments()[0])
        assert page.list.buttons["rules"].text() == "报告时限"
        assert page.desk.theme.segments()[2].text() == "深色"
        click(page.desk.language.segments()[1])
        assert page.list.buttons["rules"].text() == "Report limits"
    finally:
        languages.choose("en")
    jobs.wait_idle()
    kept = load_settings(desk.folder)
    assert (kept.theme, kept.language) == ("dark", "en")


def test_sound_is_switched_set_and_tried(page: SettingsPage, keeper: SettingsKeeper, jobs: Jobs) -> None:
    tried: list[int] = []

    def play() -> bool:
        tried.append(keeper.settings.volume)
        return False

    keeper.sound_by(play)
    page.desk.volume.setFocus()
    QTest.keyClick(page.desk.volume, Qt.Key.Key_PageDown)
    assert keeper.settings.volume == 70
    click(page.desk.try_it)
    assert tried == [70]
    assert "no sound device" in page.desk._sound_note.text()
    page.desk.sound.setFocus()
    QTest.keyClick(page.desk.sound, Qt.Key.Key_Space)
    assert keeper.settings.sound is False
    assert not page.desk.try_it.isEnabled()
    assert "only seen" in page.desk._sound_note.text()
    jobs.wait_idle()


def test_the_desk_name_is_saved_by_enter_and_a_long_one_refused(
    page: SettingsPage, keeper: SettingsKeeper, jobs: Jobs
) -> None:
    field = page.desk.workstation
    field.setFocus()
    say(field, "机" * 65)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "64" in page.desk._name_row.problem()
    assert keeper.settings.workstation == ""
    field.clear()
    say(field, "值守一号机")
    keeper.change(volume=30)  # a change from elsewhere leaves alone what is being typed
    assert field.text() == "值守一号机"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert keeper.settings.workstation == "值守一号机"
    assert page.desk._name_row.problem() == ""
    assert not page.desk.save.isEnabled()
    jobs.wait_idle()


# -- the room ---------------------------------------------------------------------------------------------------------


def test_the_room_is_described_anew_and_its_presets_stay(page: SettingsPage, desk: Desk, jobs: Jobs) -> None:
    show(page, "room", jobs)
    form = page.room.form
    assert form.name.text() == ROOM.name
    assert not page.room.save.isEnabled()
    form.name.setFocus()
    form.name.selectAll()
    say(form.name, "青石镇值班室")
    form.level.setFocus()
    QTest.keyClick(form.level, Qt.Key.Key_Up)
    QTest.keyClick(form.level, Qt.Key.Key_Return)
    settle(jobs)
    room = desk.room.current()
    assert room is not None
    assert (room.name, room.level, room.presets) == ("青石镇值班室", "street", ROOM.presets)
    assert not page.room.save.isEnabled()


@pytest.mark.parametrize(
    ("key", "typed"), [("name", " "), ("phone", "电话"), ("document_prefix", "字" * 21), ("zone", "Asia/Nowhere")]
)
def test_a_wrong_field_of_the_room_says_so(page: SettingsPage, desk: Desk, jobs: Jobs, key: str, typed: str) -> None:
    show(page, "room", jobs)
    form = page.room.form
    field = {"name": form.name, "phone": form.phone, "document_prefix": form.prefix, "zone": form.zone}[key]
    field.setFocus()
    field.clear()
    say(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(jobs)
    assert [each for each, row in form.rows.items() if row.problem()] == [key]
    assert field.text() == typed
    assert desk.room.current() == ROOM
    click(page.room.undo)
    assert form.entry().room(ROOM.presets) == ROOM
    assert form.rows[key].problem() == ""


def test_a_description_changed_at_another_desk_leaves_typed_words_alone(
    page: SettingsPage, desk: Desk, jobs: Jobs
) -> None:
    show(page, "room", jobs)
    desk.room.describe(DutyRoom("甲值班室", "county", ROOM.presets))
    settle(jobs)
    assert page.room.form.name.text() == "甲值班室"
    say(page.room.form.phone, "119")
    desk.room.describe(DutyRoom("乙值班室", "county", ROOM.presets))
    settle(jobs)
    assert page.room.form.name.text() == "甲值班室"
    assert page.room.form.phone.text() == "119"


# -- rules ------------------------------------------------------------------------------------------------------------


def rows(page: SettingsPage) -> list[list[str]]:
    model = page.rules.model
    columns = range(model.columnCount())
    return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]


def test_the_rules_stand_in_words_with_what_is_not_sure(page: SettingsPage, desk: Desk, jobs: Jobs) -> None:
    show(page, "rules", jobs)
    there = rows(page)
    assert len(there) == len(desk.limits.rules())
    assert next(row[:8] for row in there if row[0] == "唐山市") == [
        "唐山市",
        "Phone",
        "市政府总值班室",
        "30 min",
        "occurred",
        "All classes",
        "All grades",
        "–",
    ]
    assert next(row[9] for row in there if row[0] == "唐山市") == "Check locally"
    assert [row[9] for row in there if row[3] == "60 min" and row[4] == "received"] == ["Other level"]
    click(page.rules.only_own)
    assert "Other level" not in [row[9] for row in rows(page)]
    page.rules.box.view.selectRow(0)
    assert "第十一条" in page.rules.detail._basis.text()


def test_a_further_set_is_taken_up_with_its_follow_ups(page: SettingsPage, desk: Desk, jobs: Jobs) -> None:
    show(page, "rules", jobs)
    row = page.rules.presets.rows["henan"]
    assert row.add.isVisibleTo(page)
    row.add.setFocus()
    QTest.keyClick(row.add, Qt.Key.Key_Space)
    settle(jobs)
    assert not row.add.isVisibleTo(page)
    assert any(rule.preset == "henan" and rule.channel is Channel.PHONE for rule in desk.limits.rules())
    room = desk.room.current()
    assert room is not None
    assert room.presets == ("national", "tangshan", "henan")
    assert "daily 08:00, 17:00" in [row[7] for row in rows(page)]
    say(page.rules.box.search, "follow 河南 major")
    QTest.keyClick(page.rules.box.search, Qt.Key.Key_Return)
    assert rows(page) == []  # each word must be there
    page.rules.box.search.clear()
    say(page.rules.box.search, "河南 major")
    QTest.keyClick(page.rules.box.search, Qt.Key.Key_Return)
    assert [row[3] for row in rows(page)] == ["60 min"]


def test_a_hidden_page_waits_until_it_is_shown(page: SettingsPage, desk: Desk, jobs: Jobs) -> None:
    show(page, "shifts", jobs)
    page.hide()
    desk.roster.add_post("备勤", PostKind.OFFICER)
    settle(jobs)
    assert "备勤" not in [row.post.name for row in page.shifts.posts.rows]
    page.show()
    settle(jobs)
    assert "备勤" in [row.post.name for row in page.shifts.posts.rows]
