"""The small parts: what they say, and that they stand still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from duty_console.errors import EnvironmentProblem
from tests.ui.conftest import focus
from ui.theme import theme
from ui.widgets import (
    Banner,
    Button,
    Chip,
    Countdown,
    ElidedText,
    EmptyState,
    FlowLayout,
    GradeBadge,
    Panel,
    Segmented,
    TagList,
    Text,
    Toast,
    clock_figures,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ui.widgets import ChipState


@pytest.mark.parametrize(
    ("seconds", "figures"),
    [
        (0, "00:00"),
        (1, "00:01"),
        (59, "00:59"),
        (60, "01:00"),
        (1084, "18:04"),
        (3599, "59:59"),
        (3600, "1:00:00"),
        (6209, "1:43:29"),
        (359_999, "99:59:59"),
        (-296, "04:56"),
    ],
)
def test_lengths_of_time_in_figures(seconds: int, figures: str) -> None:
    assert clock_figures(seconds) == figures


def test_a_countdown_turns_over_at_the_second_after_due(console: QApplication, qtbot: QtBot) -> None:
    countdown = Countdown()
    qtbot.addWidget(countdown)
    said = []
    for remaining in (1.0, 0.5, 0.0, -0.2, -1.0, -296):
        countdown.set_remaining(remaining)
        said.append(f"{countdown.word()} {countdown.figures()}")
    assert said == ["left 00:01", "left 00:00", "left 00:00", "over 00:01", "over 00:01", "over 04:56"]
    countdown.set_remaining(360_000)
    assert countdown.figures() == "4 days"
    countdown.set_remaining(None)
    assert (countdown.word(), countdown.figures()) == ("", "–")


def test_a_countdown_keeps_its_width_while_it_ticks(console: QApplication, qtbot: QtBot) -> None:
    countdown = Countdown()
    qtbot.addWidget(countdown)
    widths = set()
    for seconds in range(60, 3600, 7):
        countdown.set_remaining(seconds, soon=seconds < 600)
        widths.add(countdown.sizeHint().width())
    assert len(widths) == 1


@pytest.mark.parametrize("state", ["met", "pending", "soon", "overdue", "late", "waived"])
def test_a_chip_says_its_state_in_a_word_too(console: QApplication, qtbot: QtBot, state: ChipState) -> None:
    chip = Chip(state, "Written report", "03:08")
    qtbot.addWidget(chip)
    assert chip.sizeHint().height() == theme().px(28)
    assert chip.accessibleName() == f"Written report 03:08 {chip.state_word()}"
    assert chip.state_word()


def test_only_the_overdue_chip_is_filled_red(console: QApplication, qtbot: QtBot) -> None:
    filled = {}
    states: tuple[ChipState, ...] = ("met", "pending", "soon", "overdue", "late", "waived")
    for state in states:
        chip = Chip(state, "x")
        qtbot.addWidget(chip)
        chip.resize(chip.sizeHint())
        filled[state] = chip.grab().toImage().pixelColor(chip.width() - 4, 14).name().upper() == theme().tokens.extreme
    assert [state for state, red in filled.items() if red] == ["overdue"]


def test_a_grade_is_a_word_on_its_colour(console: QApplication, qtbot: QtBot) -> None:
    for grade in ("extreme", "severe", "major", "ordinary"):
        badge = GradeBadge(grade)
        qtbot.addWidget(badge)
        badge.resize(badge.sizeHint())
        assert badge.grab().toImage().pixelColor(4, 12).name().upper() == getattr(theme().tokens, grade)
        assert grade.capitalize() in badge.accessibleName()
    badge = GradeBadge(None)
    qtbot.addWidget(badge)
    assert badge.word() == "No grade"


def test_segments_are_moved_by_keys_and_tell(console: QApplication, qtbot: QtBot) -> None:
    segmented = Segmented([("phone", "Phone"), ("fax", "Fax"), ("visit", "Visit")])
    qtbot.addWidget(segmented)
    assert segmented.value() is None
    buttons = [segmented._buttons[value] for value in ("phone", "fax", "visit")]
    focus(qtbot, segmented, buttons[0])
    with qtbot.waitSignal(segmented.changed) as told:
        qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert told.args == ["phone"]
    with qtbot.waitSignal(segmented.changed) as told:
        qtbot.keyClick(buttons[0], Qt.Key.Key_Right)
    assert told.args == ["fax"]
    with qtbot.assertNotEmitted(segmented.changed):
        segmented.set_value("visit")
        segmented.set_options([("phone", "电话"), ("fax", "传真"), ("visit", "来访")])
    assert segmented.value() == "visit"
    assert buttons[0].text() == "电话"
    segmented.set_value(None)
    assert segmented.value() is None


def test_choosing_a_segment_shifts_nothing(console: QApplication, qtbot: QtBot) -> None:
    segmented = Segmented([("a", "事故灾难"), ("b", "社会安全")])
    qtbot.addWidget(segmented)
    before = segmented.sizeHint()
    segmented.set_value("a")
    assert segmented.sizeHint() == before


def test_a_banner_says_the_problem_and_offers_the_remedy(console: QApplication, qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    banner, field = Banner(), QLineEdit()
    column.addWidget(field)
    column.addWidget(banner)
    qtbot.addWidget(page)
    focus(qtbot, page, field)
    tried: list[int] = []
    assert banner.message() == ""
    banner.show_problem(EnvironmentProblem("disk_full"), action="Try again", on_action=lambda: tried.append(1))
    assert "Everything saved before is safe." in banner.message()
    assert field.hasFocus()
    qtbot.mouseClick(banner.findChild(Button), Qt.MouseButton.LeftButton)
    assert tried == [1]
    banner.clear()
    assert not banner.isVisible()


def test_a_toast_takes_no_focus_and_stays_in_the_middle(console: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    field = QLineEdit(window)
    qtbot.addWidget(window)
    window.resize(800, 600)
    focus(qtbot, window, field)
    toast = Toast(window)
    toast.say("Saved #12577")
    assert toast.text() == "Saved #12577"
    assert field.hasFocus()
    assert abs(toast.geometry().center().x() - 400) <= 1
    window.resize(1000, 700)
    assert abs(toast.geometry().center().x() - 500) <= 1
    toast._timer.timeout.emit()
    assert toast.text() == ""


def test_text_that_is_cut_has_it_whole_in_its_tooltip(console: QApplication, qtbot: QtBot) -> None:
    label = ElidedText("云河大道与东环路路口 客车与货车相撞")
    qtbot.addWidget(label)
    label.show()
    label.resize(80, 24)
    assert label.toolTip() == "云河大道与东环路路口 客车与货车相撞"
    label.resize(label.sizeHint().width(), 24)
    assert label.toolTip() == ""
    label.resize(80, 24)
    label.setText("短")
    assert label.toolTip() == ""


def test_text_never_reads_markup(console: QApplication, qtbot: QtBot) -> None:
    label = Text("<b>3 人</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_chips_wrap_to_the_next_line(console: QApplication, qtbot: QtBot) -> None:
    page = QWidget()
    flow = FlowLayout(page)
    chips = [Chip("pending", "书面初报 市应急管理局", "08:00") for _ in range(4)]
    for chip in chips:
        flow.addWidget(chip)
    qtbot.addWidget(page)
    width = chips[0].sizeHint().width()
    assert flow.heightForWidth(width * 4 + 3 * 8) == 28
    assert flow.heightForWidth(width * 4 + 3 * 8 - 1) == 28 + 8 + 28
    assert flow.heightForWidth(width) == 4 * 28 + 3 * 8


def test_tags_are_taken_away_by_their_cross(console: QApplication, qtbot: QtBot) -> None:
    tags = TagList()
    qtbot.addWidget(tags)
    tags.set_tags([("7", "周启明"), ("8", "沈若谷")])
    tags.show()
    from ui.widgets import IconButton

    cross = tags.findChildren(IconButton)[1]
    assert cross.accessibleName() == "Remove 沈若谷"
    with qtbot.waitSignal(tags.removed) as told:
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert told.args == ["8"]
    tags.set_tags([("7", "周启明")])
    assert tags.tags() == ["7"]


def test_a_panel_without_title_has_no_header(console: QApplication, qtbot: QtBot) -> None:
    panel = Panel()
    panel.add(Text("x"))
    qtbot.addWidget(panel)
    panel.show()
    bare = panel.sizeHint().height()
    panel.set_title("Duty log", "34 entries")
    assert panel.sizeHint().height() == bare + theme().px(40) + 1
    assert panel.accessibleName() == "Duty log"


def test_an_empty_place_offers_the_first_step(console: QApplication, qtbot: QtBot) -> None:
    empty = EmptyState("No incidents yet", action="Take a call", hint="F2")
    qtbot.addWidget(empty)
    empty.show()
    with qtbot.waitSignal(empty.acted):
        qtbot.mouseClick(empty.findChild(Button), Qt.MouseButton.LeftButton)


def test_the_gallery_shows_everything(console: QApplication, qtbot: QtBot) -> None:
    from ui.widgets.gallery import build_page

    page = build_page()
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    light = page.grab().toImage()
    theme().choose("dark")
    dark = page.grab().toImage()
    assert light.pixelColor(2, 2).name().upper() == "#F3F5F8"
    assert dark.pixelColor(2, 2).name().upper() == "#11161D"
