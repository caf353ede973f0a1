"""Fields typed into through the keyboard, as an officer does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from duty_console.clock import FakeClock
from tests.ui.conftest import focus, say
from ui.widgets import FieldRow, GrowingTextEdit, NumberField, SearchField, TimeField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

ZONE = ZoneInfo("Asia/Shanghai")
CALL = datetime(2026, 10, 14, 15, 12, tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [
        ("3", 3, "3"),
        ("003", 3, "3"),
        ("0", 0, "0"),
        ("00", 0, "0"),
        ("", None, ""),
        ("abc", None, ""),
        ("1a2", 12, "12"),
        ("-5", 5, "5"),
        ("１２", 12, "12"),
        ("3.5", 35, "35"),
        ("²", 2, "2"),
        ("1000", 100, "100"),
        ("99999", 999, "999"),
    ],
)
def test_a_number_field_takes_only_digits(
    console: QApplication, qtbot: QtBot, typed: str, value: int | None, shown: str
) -> None:
    field = NumberField(maximum=999)
    qtbot.addWidget(field)
    say(field, typed)
    assert (field.value(), field.text()) == (value, shown)


def test_an_unknown_number_is_a_dash_not_a_nought(console: QApplication, qtbot: QtBot) -> None:
    field = NumberField()
    qtbot.addWidget(field)
    assert field.placeholderText() == "–"
    field.set_value(3)
    with qtbot.waitSignal(field.value_changed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert told.args == [None]


def test_pasting_leaves_the_digits(console: QApplication, qtbot: QtBot) -> None:
    field = NumberField()
    qtbot.addWidget(field)
    QGuiApplication.clipboard().setText("约 12 人")
    field.paste()
    assert field.value() == 12


def test_up_and_down_count(console: QApplication, qtbot: QtBot) -> None:
    field = NumberField(maximum=2)
    qtbot.addWidget(field)
    counted = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(field, key)
        counted.append(field.value())
    assert counted == [1, 2, 2, 1, 0, 0]


@pytest.fixture
def time_field(console: QApplication, qtbot: QtBot) -> TimeField:
    page = QWidget()
    column = QVBoxLayout(page)
    field = TimeField(FakeClock(CALL + timedelta(minutes=4)), ZONE)
    field.set_base(CALL)
    column.addWidget(field)
    column.addWidget(QLineEdit())
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    field._page = page  # type: ignore[attr-defined] - keeps it alive
    return field


def _said(field: TimeField) -> str:
    return field._said.text()


def test_a_time_is_understood_while_typing_and_tidied_on_leaving(time_field: TimeField, qtbot: QtBot) -> None:
    told: list[object] = []
    time_field.value_changed.connect(told.append)
    qtbot.keyClicks(time_field.edit, "-22")
    assert told == [CALL - timedelta(minutes=2), CALL - timedelta(minutes=22)]
    assert _said(time_field) == "Today 14:50, 22 min before"
    qtbot.keyClick(time_field.edit, Qt.Key.Key_Return)
    assert time_field.text() == "14:50"
    assert time_field.value() == CALL - timedelta(minutes=22)


def test_nonsense_gets_a_sentence_and_no_value(time_field: TimeField, qtbot: QtBot) -> None:
    qtbot.keyClicks(time_field.edit, "2575")
    assert time_field.value() is None
    assert time_field.problem() == "There is no such day or time."
    assert _said(time_field) == time_field.problem()
    assert time_field.edit.property("wrong")
    time_field.edit.clear()
    qtbot.keyClicks(time_field.edit, "1450")
    assert time_field.problem() == ""
    assert not time_field.edit.property("wrong")


def test_a_time_still_to_come_is_flagged_not_refused(time_field: TimeField, qtbot: QtBot) -> None:
    qtbot.keyClicks(time_field.edit, "1517")
    assert time_field.is_ahead()
    assert time_field.value() == CALL + timedelta(minutes=5)
    assert "not come yet" in _said(time_field)
    time_field.edit.clear()
    qtbot.keyClicks(time_field.edit, "1516")
    assert not time_field.is_ahead()


def test_a_day_before_shows_its_date(time_field: TimeField) -> None:
    time_field.set_value(CALL - timedelta(days=3))
    assert time_field.text() == "10-11 15:12"
    assert _said(time_field) == "2026-10-11 15:12"
    time_field.set_value(None)
    assert (time_field.text(), time_field.value()) == ("", None)


def test_a_field_row_tells_what_is_wrong_at_the_field(console: QApplication, qtbot: QtBot) -> None:
    unit, person = QLineEdit(), QLineEdit()
    row = FieldRow("Caller", unit, person)
    qtbot.addWidget(row)
    row.show()
    assert unit.accessibleName() == "Caller"
    row.set_problem("Something must be written here.", person)
    assert row.problem() == "Something must be written here."
    assert (bool(unit.property("wrong")), bool(person.property("wrong"))) == (False, True)
    assert person.accessibleDescription() == "Something must be written here."
    row.set_problem(None)
    assert not person.property("wrong")
    qtbot.waitUntil(lambda: row.sizeHint().height() == 32)


def test_text_grows_tab_moves_on_and_ctrl_enter_goes_up(console: QApplication, qtbot: QtBot) -> None:
    heard: list[int] = []

    class Form(QWidget):
        def keyPressEvent(self, event: object) -> None:
            heard.append(event.key())  # type: ignore[attr-defined]

    form = Form()
    column = QVBoxLayout(form)
    text, after = GrowingTextEdit(lines=2, most=4), QLineEdit()
    column.addWidget(text)
    column.addWidget(after)
    qtbot.addWidget(form)
    form.resize(300, 400)
    focus(qtbot, form, text)
    heights = [text.height()]
    for _ in range(6):
        qtbot.keyClicks(text, "x")
        qtbot.keyClick(text, Qt.Key.Key_Return)
        heights.append(text.height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[6]
    with qtbot.waitSignal(text.submitted):
        qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert heard[-1] == Qt.Key.Key_Return.value
    before = text.text()
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert text.text() == before


def test_search_waits_for_a_pause_and_escape_clears(console: QApplication, qtbot: QtBot) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    asked: list[str] = []
    field.searched.connect(asked.append)
    with qtbot.waitSignal(field.searched):
        say(field, "火灾 ")
    assert asked == ["火灾"]
    with qtbot.waitSignal(field.searched):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert asked == ["火灾", ""]
    with qtbot.waitSignal(field.left_downwards):
        qtbot.keyClick(field, Qt.Key.Key_Down)
