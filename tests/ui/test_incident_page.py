"""The page of one incident: what an officer does there is in the database and on screen."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from duty_console.dutylog.model import LogKind
from duty_console.incidents.model import Casualties, IncidentState
from duty_console.limits.model import Grade
from duty_console.reports.model import NewReport
from tests.ui.conftest import say
from tests.ui.incident_desk import ALT, CTRL, RECEIVED, Room, open_room, press, told
from ui.i18n import Languages
from ui.incidents.casualty_form import CasualtyForm
from ui.incidents.close_form import CloseForm, WaiverForm
from ui.incidents.facts_form import FactsForm
from ui.incidents.grade_form import GradeForm
from ui.incidents.report_form import ReportForm
from ui.theme import theme
from ui.words import clock_time

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ui.i18n import Language
    from ui.jobs import Jobs
    from ui.theme import ThemeChoice


@pytest.fixture
def room(tmp_path: Path, jobs: Jobs, qtbot: QtBot) -> Iterator[Room]:
    room = open_room(tmp_path, jobs, qtbot)
    yield room
    room.settle()
    room.desk.close()


def test_the_head_counts_down_and_names_what_is_owed_next(room: Room) -> None:
    number = room.fire()
    room.open(number)
    head = room.view.head
    assert head.buttons["report"].text() == "Record initial report by phone"
    assert head.buttons["report"].kind == "primary"
    assert [key for key, button in head.buttons.items() if button.kind == "primary"] == ["report"]
    blocks = [block for block in head._limits if not block.isHidden()]
    assert [block._left.figures() for block in blocks] == ["21:00", "51:00", "1:58:00"]
    room.pass_time(1)
    assert blocks[0]._left.figures() == "20:00"
    room.pass_time(25)
    assert (blocks[0]._left.word(), blocks[0]._left.figures()) == ("over", "05:00")


def test_a_draft_outlives_leaving_the_form_and_the_incident(room: Room) -> None:
    first, second = room.fire(), room.fire(title="另一起")
    room.open(first)
    room.view.write_report(None)
    room.settle()
    form = room.view.drawer.current_form()
    assert isinstance(form, ReportForm)
    say(form.content, "只写了一半")
    QTest.keyClicks(room.view.timeline.line.edit, "half a line")
    room.open(second)
    assert room.view.drawer.current_form() is None
    assert room.view.timeline.line.edit.text() == ""
    room.open(first)
    assert room.view.drawer.current_form() is form
    assert form.content.text() == "只写了一半"
    assert room.view.timeline.line.edit.text() == "half a line"
    form.content.setFocus()
    press(room, Qt.Key.Key_Escape)
    assert room.view.drawer.current_form() is None
    press(room, Qt.Key.Key_R, ALT)
    assert room.view.drawer.current_form() is form


def test_a_line_is_saved_by_enter_with_its_time_and_kind(room: Room) -> None:
    number = room.fire()
    room.pass_time(30)
    room.open(number)
    line = room.view.timeline.line
    assert line.edit.hasFocus()
    say(line.edit, "0305 现场：被困 5 人，119 已到场")
    press(room, Qt.Key.Key_Return)
    entry = room.desk.dutylog.timeline(1)[-1]
    assert (entry.kind, entry.text) == (LogKind.SCENE, "被困 5 人，119 已到场")
    assert entry.at == RECEIVED + timedelta(minutes=27)
    assert line.edit.text() == ""
    assert line.edit.hasFocus()
    say(line.edit, "119 已到场")
    press(room, Qt.Key.Key_Return)
    note = room.desk.dutylog.timeline(1)[-1]
    assert (note.kind, note.text, note.at) == (LogKind.NOTE, "119 已到场", room.clock.now())
    assert room.view.timeline.shown() == "all"  # a note is no key point; what was just written must be seen
    say(line.edit, "0555 未来")
    press(room, Qt.Key.Key_Return)
    assert line._problem.text() == "This time has not come yet."
    assert line.edit.text() == "0555 未来"


def test_the_line_shows_the_present_time_as_soon_as_it_is_seen_again(room: Room) -> None:
    room.open(room.fire())
    line = room.view.timeline.line
    line.hide()
    room.clock.advance(timedelta(minutes=21))
    line.show()
    assert line._time.text() == clock_time(room.clock.now(), room.view.timeline._bench.zone)


def test_a_correction_strikes_through_and_stands_under_its_line(room: Room) -> None:
    number = room.fire()
    wrong = room.desk.incidents.add_entry(number, LogKind.SCENE, "被困 5 人")
    room.open(number)
    timeline = room.view.timeline
    timeline.view.reveal(wrong.id)
    timeline.view.setFocus()
    press(room, Qt.Key.Key_Return)
    bar = timeline.correction
    assert bar.isVisible()
    assert bar.text.text() == "被困 5 人"
    bar.text.selectAll()
    say(bar.text, "被困 2 人")
    press(room, Qt.Key.Key_Return)
    assert bar.isVisible()  # a reason is asked for
    assert room.lines(number)[-1] == (LogKind.SCENE, "被困 5 人")
    say(bar.reason, "重新清点")
    press(room, Qt.Key.Key_Return)
    assert not bar.isVisible()
    assert room.lines(number)[-1] == (LogKind.CORRECTION, "被困 2 人（原因：重新清点）")
    place = timeline.model.place_of(wrong.id)
    assert place is not None
    original, correction = timeline.model.row_at(place), timeline.model.row_at(place + 1)
    assert original is not None
    assert original.struck
    assert correction is not None
    assert correction.under
    assert not timeline.view.menu_for(original).actions()[0].isEnabled()
    assert timeline.view.current_row() == original  # the cursor stays on the line that was corrected


def test_feedback_stands_under_its_instruction(room: Room) -> None:
    number = room.fire()
    room.open(number)
    press(room, Qt.Key.Key_I, ALT)
    line = room.view.timeline.line
    assert line.kind() is LogKind.INSTRUCTION
    say(line.edit, "周启明：查清危化品底数")
    press(room, Qt.Key.Key_Return)
    instruction = room.desk.dutylog.timeline(1)[-1]
    assert instruction.kind is LogKind.INSTRUCTION
    room.desk.incidents.add_entry(number, LogKind.SCENE, "水枪阵地已设")
    room.settle()
    room.view.timeline.view.reveal(instruction.id)
    room.view.timeline.view.setFocus()
    press(room, Qt.Key.Key_F)
    say(line.edit, "厂区无危化品仓库")
    press(room, Qt.Key.Key_Return)
    feedback = room.desk.dutylog.timeline(1)[-1]
    assert (feedback.kind, feedback.answers_id) == (LogKind.FEEDBACK, instruction.id)
    place = room.view.timeline.model.place_of(instruction.id) or 0
    below = room.view.timeline.model.row_at(place + 1)
    assert below is not None
    assert (below.entry.id, below.under) == (feedback.id, True)


def test_casualties_keep_their_history_and_offer_the_grade(room: Room) -> None:
    number = room.fire()
    room.open(number)
    press(room, Qt.Key.Key_D, ALT)
    form = room.view.drawer.current_form()
    assert isinstance(form, CasualtyForm)
    assert (form.numbers["serious_injuries"].value(), form.numbers["missing"].value()) == (1, None)
    form.numbers["deaths"].selectAll()
    QTest.keyClicks(form.numbers["deaths"], "3")
    say(form.source, "区人民医院")
    say(form.loss, "120")
    press(room, Qt.Key.Key_Return, CTRL)
    newest, oldest = room.desk.incidents.casualty_history(1)
    assert newest.casualties == Casualties(3, None, 1, 2, None, None, 1_200_000)
    assert (newest.source, oldest.casualties.deaths) == ("区人民医院", 0)
    table = room.view.casualties.table.table
    assert [table.index(row, 2).data() for row in range(2)] == ["↑ 3", "0"]
    assert room.view.offer.isVisible()
    assert "Major" in room.view.offer.message()
    QTest.mouseClick(room.view.offer._action, Qt.MouseButton.LeftButton)
    room.settle()
    grade = room.view.drawer.current_form()
    assert isinstance(grade, GradeForm)
    assert (grade.grade.value(), grade.reason.text()) == ("major", "死亡 3 人 → 较大，第三条")
    press(room, Qt.Key.Key_Return, CTRL)
    incident = room.desk.incidents.card(number).incident
    assert (incident.grade, incident.grade_basis) == (Grade.MAJOR, "死亡 3 人 → 较大，第三条")
    assert not room.view.offer.isVisible()


def test_falling_figures_ask_why(room: Room) -> None:
    number = room.fire()
    room.open(number)
    press(room, Qt.Key.Key_D, ALT)
    form = room.view.drawer.current_form()
    assert isinstance(form, CasualtyForm)
    assert not form.rows["reason"].isVisible()
    form.numbers["minor_injuries"].selectAll()
    QTest.keyClicks(form.numbers["minor_injuries"], "1")
    assert form.rows["reason"].isVisible()
    press(room, Qt.Key.Key_Return, CTRL)
    assert form.rows["reason"].problem() == "Minor goes down. Say why."
    say(form.reason, "重复统计")
    press(room, Qt.Key.Key_Return, CTRL)
    assert room.desk.incidents.casualty_history(1)[0].casualties.minor_injuries == 1
    assert room.lines(number)[-1][1].endswith("原因：重复统计")


def test_raising_the_grade_shows_and_adds_limits(room: Room) -> None:
    number = room.fire()
    room.open(number)
    before = room.desk.incidents.card(number).obligations
    press(room, Qt.Key.Key_G, ALT)
    form = room.view.drawer.current_form()
    assert isinstance(form, GradeForm)
    form.grade.set_value("extreme")
    form.grade.changed.emit("extreme")
    room.settle()
    promised = form._added
    assert promised
    assert room.desk.incidents.card(number).obligations == before  # asking stores nothing
    press(room, Qt.Key.Key_Return, CTRL)
    assert form.rows["reason"].problem() == "A reason is needed."
    say(form.reason, "现场会商")
    press(room, Qt.Key.Key_Return, CTRL)
    after = room.desk.incidents.card(number).obligations
    added = [each for each in after if each.id not in {one.id for one in before}]
    assert {(each.rule_id, each.due_at) for each in added} == {(each.rule_id, each.due_at) for each in promised}
    assert len([row for row in told(room) if row[0]]) == len(after)
    assert room.view.head._badge.word() == "Ⅰ Extreme"


def test_a_corrected_fact_stays_in_the_timeline(room: Room) -> None:
    number = room.fire()
    room.open(number)
    press(room, Qt.Key.Key_E, ALT)
    form = room.view.drawer.current_form()
    assert isinstance(form, FactsForm)
    assert form.changes() == {}
    form.lines["place"].selectAll()
    say(form.lines["place"], "工业北路 18 号")
    form.occurred_at.edit.selectAll()
    QTest.keyClicks(form.occurred_at.edit, "0236")
    press(room, Qt.Key.Key_Return, CTRL)
    assert form.rows["reason"].problem() == "A reason is needed."
    say(form.reason, "来电人更正")
    press(room, Qt.Key.Key_Return, CTRL)
    incident = room.desk.incidents.card(number).incident
    assert (incident.place, incident.occurred_at) == ("工业北路 18 号", RECEIVED - timedelta(minutes=2))
    kind, text = room.lines(number)[-1]
    assert kind is LogKind.CORRECTION
    assert "工业北路 8 号→工业北路 18 号" in text
    assert "工业北路 18 号" in room.view.head._facts.text()


def test_closing_is_refused_in_words_then_allowed(room: Room) -> None:
    number = room.fire()
    room.open(number)
    press(room, Qt.Key.Key_B, ALT)
    form = room.view.drawer.current_form()
    assert isinstance(form, CloseForm)
    assert form._explained.text().startswith("Limits are still open: 3.")
    say(form.reason, "明火扑灭")
    press(room, Qt.Key.Key_Return, CTRL)
    assert form.banner.message().startswith("Limits are still open: 3.")
    for owed in room.desk.incidents.card(number).obligations[:2]:
        room.desk.reports.record(NewReport(number, owed.kind, owed.channel, owed.recipient))
    room.settle()
    last = room.desk.incidents.card(number).obligations[2]
    form.waiver_requested.emit(last)
    waiver = room.view.drawer.current_form()
    assert isinstance(waiver, WaiverForm)
    say(waiver.reason, "同一报告已送")
    press(room, Qt.Key.Key_Return, CTRL)
    assert waiver.rows["waived_by"].problem() == "A name is needed."
    say(waiver.by, "周启明")
    press(room, Qt.Key.Key_Return, CTRL)
    waived = room.desk.incidents.card(number).obligations[2]
    assert (waived.waived_by, waived.waived_reason) == ("周启明", "同一报告已送")
    assert "Waived by 周启明: 同一报告已送" in [row[2] for row in told(room)]
    press(room, Qt.Key.Key_B, ALT)
    assert room.view.drawer.current_form() is form
    assert form.reason.text() == "明火扑灭"
    assert form._explained.text().startswith("Nothing stands in the way.")
    press(room, Qt.Key.Key_Return, CTRL)
    incident = room.desk.incidents.card(number).incident
    assert (incident.state, incident.closed_reason) == (IncidentState.CLOSED, "明火扑灭")
    assert room.view.head.buttons["close"].isHidden()


def test_a_closed_incident_without_figures_opens_again_with_news(room: Room) -> None:
    number = room.fire(casualties=Casualties(), type="", occurred_at=None)
    for owed in room.desk.incidents.card(number).obligations:
        room.desk.limits.waive(owed.id or 0, "周启明", "与上级确认")
    room.desk.incidents.close(number, "误报")
    room.open(number)
    head = room.view.head
    assert head._state.text() == "Closed"
    assert "误报" in head._last.text()
    assert head._settled.text() == "Nothing owed: waived 3"
    assert head.buttons["report"].kind == "secondary"
    assert room.view.casualties.table.isHidden()
    press(room, Qt.Key.Key_B, ALT)
    assert room.view.drawer.current_form() is None  # closing is not offered
    say(room.view.timeline.line.edit, "现场复燃")
    press(room, Qt.Key.Key_Return)
    assert room.desk.incidents.card(number).incident.state is IncidentState.OPEN
    assert head._state.isHidden()


def test_two_thousand_lines_open_at_their_end_and_nothing_jumps(room: Room) -> None:
    number = room.fire()
    room.many_lines(number, 2000)
    room.clock.advance(timedelta(hours=1))
    room.open(number)
    view, model = room.view.timeline.view, room.view.timeline.model
    assert model.rowCount() == 2001
    bar = view.verticalScrollBar()
    assert bar.value() == bar.maximum() > 80_000
    assert view.viewport().rect().contains(view.visualRect(model.index(2000)))
    bar.setValue(bar.maximum() // 2)
    reading = bar.value()
    room.desk.incidents.add_entry(number, LogKind.SCENE, "新的一条")
    room.settle()
    assert model.rowCount() == 2002
    assert bar.value() == reading  # who reads further up is not torn away
    view.show_end()
    room.desk.incidents.add_entry(number, LogKind.SCENE, "又一条")
    room.settle()
    assert bar.value() == bar.maximum()


def test_escape_leads_back_to_the_list_with_the_cursor_on_it(room: Room) -> None:
    first = room.fire()
    room.fire(title="另一起")
    room.open(first)
    press(room, Qt.Key.Key_Escape)
    assert room.page.shown_number() == ""
    row = room.page.list.view.current_row()
    assert row is not None
    assert row.incident.number == first
    press(room, Qt.Key.Key_Return)
    assert room.page.shown_number() == first
    room.view.timeline.view.setFocus()
    press(room, Qt.Key.Key_Backspace)
    assert room.page.shown_number() == ""


def test_an_unknown_number_is_said_on_the_list(room: Room) -> None:
    room.page.show_incident("20000101-99")
    room.settle()
    assert room.page.shown_number() == ""
    assert room.page.list.box.banner.message() == "There is no incident 20000101-99."


def test_what_another_desk_writes_appears(room: Room) -> None:
    number = room.fire()
    room.open(number)
    shown = room.view.timeline.model.rowCount()
    room.desk.incidents.add_entry(number, LogKind.SCENE, "另一台值班机所记")
    room.settle()
    assert room.view.timeline.model.rowCount() == shown + 1


@pytest.mark.parametrize("theme_choice", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_form_fits_the_smallest_screen_in_both_languages(
    room: Room, qapp: QApplication, theme_choice: str, language: str
) -> None:
    languages = Languages(qapp)
    languages.choose(cast("Language", language))
    theme().choose(cast("ThemeChoice", theme_choice))
    try:
        number = room.fire(title="恒源铸件厂 2 号车间火灾并引燃相邻仓库，周边三百米人员疏散", caller_post="值班主任")
        room.open(number)
        for keys in (Qt.Key.Key_R, Qt.Key.Key_D, Qt.Key.Key_G, Qt.Key.Key_E, Qt.Key.Key_B):
            press(room, keys, ALT)
            form = room.view.drawer.current_form()
            assert form is not None
            assert room.page.size().width() == 1294  # nothing pushed the page wider
            assert form.save_button.isVisible()
            right = form.save_button.mapTo(room.page, form.save_button.rect().bottomRight())
            assert room.page.rect().contains(right)
            inside = form.area.widget()
            assert inside.width() <= form.area.viewport().width()
        buttons = [button for button in room.view.head.buttons.values() if button.isVisible()]
        assert all(button.width() >= button.sizeHint().width() for button in buttons)
    finally:
        languages.choose("en")
