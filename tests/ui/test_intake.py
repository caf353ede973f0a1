"""A call taken down through the real panel: by keyboard alone, with mistakes, two at once."""

from __future__ import annotations

import json
import os
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from duty_console.dutylog.model import LogKind
from duty_console.incidents.drafts import Draft, DraftStore
from duty_console.incidents.model import Casualties, IncidentFilter, IntakeChannel, NewIncident
from duty_console.limits.model import EventClass, Grade
from tests.ui.conftest import focus, say
from tests.ui.duty_desk import Room, at, window_with
from ui.i18n import Languages
from ui.intake.panel import IntakeDock, IntakePanel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.jobs import Jobs

F2 = at(15, 12, 8)
CTRL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """A window with the dock and another page's field."""

    def __init__(self, room: Room, folder: Path, qtbot: QtBot) -> None:
        self.room = room
        self.folder = folder / "drafts"
        self.dock = IntakeDock(room.desk.incidents, room.desk.dutylog, DraftStore(self.folder), room.bench)
        self.window, self.elsewhere = window_with(self.dock)
        qtbot.addWidget(self.window)
        focus(qtbot, self.window, self.elsewhere)
        room.settle()

    def call(self) -> IntakePanel:
        panel = self.dock.open_call()
        self.room.settle()
        return panel

    def files(self) -> list[dict[str, object]]:
        return [json.loads(path.read_text()) for path in sorted(self.folder.glob("*.json"))]

    def incidents(self) -> list[object]:
        return [card.incident for card in self.room.desk.incidents.page(IncidentFilter())]

    def record(self) -> None:
        press(Qt.Key.Key_Return, CTRL)
        self.room.settle()


@pytest.fixture
def desk(tmp_path: Path, jobs: Jobs, qtbot: QtBot) -> Iterator[Desk]:
    room = Room.open(tmp_path, jobs, F2)
    yield Desk(room, tmp_path, qtbot)
    room.settle()
    room.desk.close()


def here() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(here(), key, modifier)


def fill(panel: IntakePanel, **texts: str) -> None:
    """Type into fields as an input method does, each one focused first."""
    for name, text in texts.items():
        if name == "event_class":
            QTest.mouseClick(panel.form.event_class.segments()[list(EventClass).index(EventClass(text))],
                             Qt.MouseButton.LeftButton)  # fmt: skip
            continue
        panel.form.focus_field(name)
        say(here(), text)


FIVE = {
    "source_unit": "云溪街道办事处",
    "event_class": "accident",
    "summary": "清淤作业 1 人晕倒",
    "place": "城北污水提升站",
    "occurred_at": "1450",
}


def test_five_fields_by_keyboard_alone(desk: Desk) -> None:
    panel = desk.call()
    assert here() is panel.form.widget("source_unit")
    desk.room.clock.advance(timedelta(minutes=4))
    say(here(), "云溪街道办事处")
    press(Qt.Key.Key_Tab, times=3)
    QTest.keyClicks(here(), "0315-555-0142")
    press(Qt.Key.Key_Tab, times=2)
    assert here() is panel.form.event_class.segments()[0]
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    say(here(), "有限空间中毒")
    press(Qt.Key.Key_Tab)
    say(here(), "清淤作业 1 人晕倒")
    press(Qt.Key.Key_Tab)
    say(here(), "城北污水提升站")
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(here(), "-22")
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(here(), "3")
    desk.record()
    (incident,) = desk.incidents()
    assert (incident.received_at, incident.occurred_at) == (F2, at(14, 50))
    assert (incident.source_unit, incident.caller_phone) == ("云溪街道办事处", "0315-555-0142")
    assert (incident.type, incident.summary, incident.place) == ("有限空间中毒", "清淤作业 1 人晕倒", "城北污水提升站")
    assert incident.casualties == Casualties(deaths=3)
    assert (incident.grade, incident.channel) == (Grade.MAJOR, IntakeChannel.PHONE)
    assert desk.room.notes == [f"Saved #{desk.room.desk.journal.head().seq} 20261014-01"]
    assert desk.dock.panels == ()
    assert not desk.dock.isVisible()
    assert here() is desk.elsewhere
    assert desk.files() == []


def test_tab_goes_in_the_order_of_speech_and_ends_at_whom_they_told(desk: Desk) -> None:
    panel = desk.call()
    panel.form.event_class.set_value("accident")
    names: list[str] = []
    for _ in range(19):
        names.append(here().accessibleName())
        press(Qt.Key.Key_Tab)
    assert names[:4] == ["Caller", "Name", "Post", "Number"]
    assert names[7:10] == ["What", "Where", "When"]
    assert names[10:16] == ["Dead", "Missing", "Serious", "Slight", "Trapped", "Moved"]
    assert names[16:] == ["Loss", "Done", "Told"]


def test_checks_stand_at_what_is_filled_and_understood(desk: Desk) -> None:
    panel = desk.call()

    def checked() -> set[str]:
        return {name for name in FIVE if panel.form.rows[name]._check.accessibleName()}

    assert checked() == set()
    fill(panel, source_unit="云溪街道", occurred_at="14")
    assert checked() == {"source_unit"}
    fill(panel, occurred_at="50", event_class="accident")
    assert checked() == {"source_unit", "occurred_at", "event_class"}
    QTest.keyClick(panel.form.widget("source_unit"), Qt.Key.Key_A, CTRL)
    QTest.keyClick(panel.form.widget("source_unit"), Qt.Key.Key_Delete)
    assert checked() == {"occurred_at", "event_class"}


TOO_LONG = {
    "source_unit": 121, "caller": 61, "caller_post": 61, "caller_phone": 41, "type": 61, "summary": 4001,
    "place": 201, "measures": 4001, "told": 1001,
}  # fmt: skip


@pytest.mark.parametrize(("name", "length"), TOO_LONG.items())
def test_a_text_that_is_too_long_is_told_at_its_field_and_kept(desk: Desk, name: str, length: int) -> None:
    panel = desk.call()
    fill(panel, **{**FIVE, name: "长" * length})
    desk.record()
    assert "Too long" in panel.form._row_of(name).problem()
    assert desk.incidents() == []
    assert len(panel.form.texts()[name]) == length
    assert panel.form.isEnabled()
    panel.form.focus_field(name)
    press(Qt.Key.Key_Backspace)
    assert panel.form._row_of(name).problem() == ""


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("occurred_at", "2575", "no such day or time"),
        ("occurred_at", "下午", "Not a time"),
        ("told_at", "99:99", "no such day or time"),
        ("direct_loss_yuan", "很多", "Not an amount"),
        ("direct_loss_yuan", "-5", "Not an amount"),
    ],
)
def test_what_cannot_be_understood_is_told_at_its_field(desk: Desk, name: str, typed: str, said: str) -> None:
    panel = desk.call()
    fill(panel, **{each: text for each, text in FIVE.items() if each != name}, **{name: typed})
    for _ in range(3):
        desk.record()
    field = panel.form.widget(name)
    beside = panel.form.occurred.problem() if name == "occurred_at" else ""
    assert said in panel.form._row_of(name).problem() + beside
    assert panel.form.texts()[name] == typed
    assert desk.incidents() == []
    assert field.isAncestorOf(here()) or here() is field


def test_an_event_cannot_come_after_the_call_about_it(desk: Desk) -> None:
    panel = desk.call()
    desk.room.clock.advance(timedelta(minutes=30))
    fill(panel, **{**FIVE, "occurred_at": "1530"})
    desk.record()
    assert "cannot have happened after the call" in panel.form.rows["occurred_at"].problem()
    assert desk.incidents() == []


def test_numbers_take_only_digits_and_an_unknown_one_stays_unknown(desk: Desk) -> None:
    panel = desk.call()
    fill(panel, **FIVE, deaths="三a-", missing="1x2", minor_injuries="０", direct_loss_yuan="12.5")
    assert panel.form._loss_said.text() == "= 125,000 yuan"
    desk.record()
    (incident,) = desk.incidents()
    assert incident.casualties == Casualties(missing=12, minor_injuries=0, direct_loss_yuan=125_000)


def test_what_is_missing_is_named_and_a_second_time_recorded_all_the_same(desk: Desk) -> None:
    panel = desk.call()
    fill(panel, event_class="natural_disaster", summary="河水上涨")
    desk.record()
    problems = {name: bool(panel.form.rows[name].problem()) for name in FIVE}
    assert problems == {
        "source_unit": True, "event_class": False, "summary": False, "place": True, "occurred_at": True,
    }  # fmt: skip
    assert here() is panel.form.widget("source_unit")
    assert panel.footer.record_button.text() == "Record anyway"
    assert desk.incidents() == []
    desk.record()
    (incident,) = desk.incidents()
    assert (incident.event_class, incident.summary, incident.place) == (EventClass.NATURAL_DISASTER, "河水上涨", "")


def test_what_became_missing_since_is_named_again(desk: Desk) -> None:
    panel = desk.call()
    fill(panel, **{name: text for name, text in FIVE.items() if name != "place"})
    desk.record()
    assert panel.form.rows["place"].problem()
    panel.form.focus_field("summary")
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Delete)
    desk.record()
    assert panel.form.rows["summary"].problem()
    assert desk.incidents() == []


def test_without_a_class_nothing_is_recorded_however_often_asked(desk: Desk) -> None:
    panel = desk.call()
    fill(panel, source_unit="云溪街道", summary="有人晕倒")
    for _ in range(3):
        desk.record()
    assert "limits depend on it" in panel.form.rows["event_class"].problem()
    assert desk.incidents() == []
    assert panel.form.texts()["summary"] == "有人晕倒"


def test_grade_and_limits_are_shown_while_typing(desk: Desk, qtbot: QtBot) -> None:
    panel = desk.call()
    fill(panel, event_class="accident", occurred_at="1450", deaths="3")
    qtbot.waitUntil(lambda: "reaching 3" in panel.grade_box.shown_reason())
    desk.room.settle()
    shown = [row.text() for row in panel.limits.rows]
    assert any("市政府总值班室" in line and "15:20" in line and "30 min from occurrence*" in line for line in shown)
    assert any("Decree 493 Art 13, 30 days" in line for line in shown)
    assert not panel.limits._footnote.isHidden()
    desk.room.clock.set(at(15, 16, 31))
    desk.room.bench.ticked.emit(at(15, 16, 31))
    assert any("03:29 left" in row.text() for row in panel.limits.rows)
    desk.room.bench.ticked.emit(at(15, 21))
    assert any("over 01:00" in row.text() for row in panel.limits.rows)
    say(panel.form.widget("deaths"), "0")  # 30
    qtbot.waitUntil(lambda: "reaching 30" in panel.grade_box.shown_reason())


def test_a_grade_set_by_hand_asks_why_and_is_kept(desk: Desk, qtbot: QtBot) -> None:
    panel = desk.call()
    fill(panel, **FIVE, deaths="1")
    qtbot.waitUntil(lambda: "below 3" in panel.grade_box.shown_reason())
    QTest.mouseClick(panel.grade_box.set_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(panel.grade_box.choice.segments()[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(panel.grade_box.done_button, Qt.MouseButton.LeftButton)
    assert "Say why" in panel.grade_box.problem()
    assert panel.grade_box.grade == ""
    say(panel.grade_box.reason_edit, "井下仍有多人，人数不明")
    press(Qt.Key.Key_Return)
    assert (panel.grade_box.grade, panel.grade_box.problem()) == ("severe", "")
    panel.form.focus_field("place")
    desk.record()
    (incident,) = desk.incidents()
    assert (incident.grade, incident.grade_basis) == (Grade.SEVERE, "井下仍有多人，人数不明")


def test_two_calls_at_once(desk: Desk) -> None:
    first = desk.call()
    fill(first, source_unit="云溪街道", summary="第一件")
    desk.room.clock.advance(timedelta(minutes=2))
    second = desk.call()
    assert here() is second.form.widget("source_unit")
    assert (first.number, second.number) == (1, 2)
    assert (first.received_at, second.received_at) == (F2, F2 + timedelta(minutes=2))
    fill(second, **{**FIVE, "source_unit": "青石镇"})
    press(Qt.Key.Key_Tab, CTRL)
    assert desk.dock.current is first
    assert first.form.texts()["summary"] == "第一件"
    press(Qt.Key.Key_Tab, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert desk.dock.current is second
    desk.record()
    assert [incident.source_unit for incident in desk.incidents()] == ["青石镇"]
    assert desk.dock.panels == (first,)
    assert first.isAncestorOf(here())
    assert [file["texts"]["summary"] for file in desk.files()] == ["第一件"]


def test_the_page_behind_stays_usable_and_the_dock_stands_beside_it(desk: Desk) -> None:
    desk.call()
    assert not desk.elsewhere.geometry().intersects(desk.dock.geometry())
    desk.elsewhere.setFocus()
    QTest.keyClicks(here(), "note")
    assert desk.elsewhere.text() == "note"


def test_escape_puts_aside_and_loses_nothing(desk: Desk) -> None:
    panel = desk.call()
    say(here(), "云溪街道")
    press(Qt.Key.Key_Escape)
    desk.room.settle()
    assert desk.dock.is_minimised
    assert here() is desk.elsewhere
    assert [file["texts"]["source_unit"] for file in desk.files()] == ["云溪街道"]
    press(Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert not desk.dock.is_minimised
    assert panel.form.texts()["source_unit"] == "云溪街道"
    assert panel.isAncestorOf(here())


def test_every_pause_of_typing_keeps_the_draft(desk: Desk, qtbot: QtBot) -> None:
    desk.call()
    assert [file["texts"] for file in desk.files()] == [{"channel": "phone"}]
    say(here(), "云溪")
    say(here(), "街道")
    qtbot.waitUntil(lambda: desk.files()[0]["texts"].get("source_unit") == "云溪街道", timeout=3000)
    assert desk.files()[0]["received_at"].startswith("2026-10-14T07:12:08")


def test_a_full_disk_is_told_and_typing_goes_on(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = desk.call()
    sync = os.fsync

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    say(here(), "云溪街道")
    qtbot.waitUntil(lambda: "No space left" in panel.banner.message(), timeout=3000)
    assert panel.footer.saved_text() == "Draft not saved"
    say(here(), "办事处")
    assert panel.form.texts()["source_unit"] == "云溪街道办事处"
    monkeypatch.setattr(os, "fsync", sync)
    say(here(), "！")
    qtbot.waitUntil(lambda: panel.banner.message() == "", timeout=3000)
    assert desk.files()[0]["texts"]["source_unit"] == "云溪街道办事处！"


def test_discarding_asks_why_and_leaves_the_call_in_the_log(desk: Desk) -> None:
    panel = desk.call()
    fill(panel, source_unit="云溪街道", caller_phone="0315-555-0142", summary="打错电话")
    desk.room.clock.advance(timedelta(minutes=1))
    QTest.mouseClick(panel.header.discard_button, Qt.MouseButton.LeftButton)
    press(Qt.Key.Key_Return)
    assert not panel.discard_bar._problem.isHidden()
    assert desk.dock.panels == (panel,)
    say(here(), "拨错号码")
    press(Qt.Key.Key_Return)
    desk.room.settle()
    (line,) = desk.room.desk.dutylog.latest(F2 - timedelta(hours=1))
    assert (line.kind, line.at) == (LogKind.INCOMING_CALL, F2)
    for said in ("云溪街道", "0315-555-0142", "打错电话", "原因：拨错号码"):
        assert said in line.text
    assert desk.files() == []
    assert desk.dock.panels == ()
    assert here() is desk.elsewhere


def test_reading_back_says_what_was_entered_and_what_is_missing(desk: Desk) -> None:
    panel = desk.call()
    fill(
        panel,
        source_unit="云溪街道",
        event_class="accident",
        occurred_at="1450",
        deaths="3",
        told="消防",
        told_at="1455",
    )
    QTest.mouseClick(panel.footer.read_back_button, Qt.MouseButton.LeftButton)
    assert panel.is_reading_back()
    sentences = panel.read_back.sentences()
    for said in (
        "Caller: 云溪街道",
        "Class: Accident",
        "When: 14:50",
        "Casualties: 3 dead",
        "Already told: 消防 14:55",
    ):
        assert said in sentences
    assert sentences[-1] == "Still to ask: what happened, where"
    press(Qt.Key.Key_Escape)
    assert not panel.is_reading_back()
    assert not desk.dock.is_minimised


def test_drafts_of_the_last_run_open_with_their_own_moment(desk: Desk, qtbot: QtBot) -> None:
    texts = {"source_unit": "云溪街道", "occurred_at": "14", "deaths": "3", "event_class": "accident", "type": "火灾",
             "grade": "severe", "grade_reason": "人数不明", "direct_loss_yuan": "1.", "told": "消防"}  # fmt: skip
    store = DraftStore(desk.folder)
    store.save("b", Draft(F2 - timedelta(minutes=5), texts))
    store.save("a", Draft(F2 - timedelta(minutes=3), {}))
    (desk.folder / "bad.json").write_text("{")
    dock = IntakeDock(desk.room.desk.incidents, desk.room.desk.dutylog, DraftStore(desk.folder), desk.room.bench)
    qtbot.addWidget(dock)
    desk.room.settle()
    first, second = dock.panels
    assert (first.received_at, second.received_at) == (F2 - timedelta(minutes=5), F2 - timedelta(minutes=3))
    assert {name: text for name, text in first._texts().items() if name != "channel"} == texts
    assert first.grade_box.grade == "severe"
    assert "bad.json.damaged" in dock.banner.message()
    assert not dock.isHidden()


def test_a_draft_whose_call_is_recorded_already_says_so(desk: Desk, qtbot: QtBot) -> None:
    desk.room.desk.incidents.record(NewIncident(EventClass.ACCIDENT, F2, summary="已记录"))
    DraftStore(desk.folder).save("a", Draft(F2, {"summary": "已记录", "event_class": "accident"}))
    dock = IntakeDock(desk.room.desk.incidents, desk.room.desk.dutylog, DraftStore(desk.folder), desk.room.bench)
    qtbot.addWidget(dock)
    desk.room.settle()
    qtbot.waitUntil(lambda: "20261014-01" in dock.panels[0].banner.message())


def test_nothing_is_typed_while_the_record_is_being_written(desk: Desk) -> None:
    panel = desk.call()
    fill(panel, **FIVE)
    press(Qt.Key.Key_Return, CTRL)
    assert not panel.form.isEnabled()
    panel.record()
    desk.room.settle()
    assert len(desk.incidents()) == 1


def test_the_panel_speaks_chinese(desk: Desk, console: QApplication) -> None:
    panel = desk.call()
    fill(panel, event_class="accident", deaths="3")
    languages = Languages(console)
    languages.choose("zh")
    try:
        desk.room.settle()
        panel._preview()
        desk.room.settle()
        assert panel.footer.record_button.text() == "记录"
        assert panel.grade_box.shown_reason() == "死亡 3 人，达到 3 人以上 10 人以下"
        assert panel.form.rows["summary"]._label.text() == "事由"
        assert any("市政府总值班室" in row.text() for row in panel.limits.rows)
    finally:
        languages.choose("en")


def test_every_field_has_a_name_for_screen_readers(desk: Desk) -> None:
    panel = desk.call()
    for kind in (QLineEdit, QPlainTextEdit):
        for field in panel.form.findChildren(kind):
            owner = field.parentWidget()
            assert field.accessibleName() or (owner is not None and owner.accessibleName()), field
