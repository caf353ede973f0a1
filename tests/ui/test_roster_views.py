"""The week and one person's view: what they show, how one gets there and on, what is printed of them."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from duty_console.roster.model import LeaveKind, NewCover, NewLeave
from duty_console.roster.substitution.model import ConsentHow
from tests.ui.conftest import say
from tests.ui.roster_desk import BEIJING, RosterDesk, at
from ui.roster.shown import Shown, View

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.jobs import Jobs

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
PRIMARY, DEPUTY = 1, 2


@pytest.fixture
def room(tmp_path: Path, jobs: Jobs) -> Iterator[RosterDesk]:
    room = RosterDesk.open(tmp_path, jobs)
    yield room
    room.close()


def cover(room: RosterDesk, day: int, post: int, stand_in: str, first: datetime, last: datetime) -> str:
    """A cover that is agreed and approved; return whose seat it is."""
    (planned,) = room.stored(day, post)
    new = NewCover(*room.key(day, post), room.persons[planned].id, room.persons[stand_in].id, first, last)
    substitution = room.desk.substitution
    proposal = substitution.propose_cover(new)
    for person_id in proposal.persons:
        substitution.consent(proposal.id, person_id, ConsentHow.PHONE)
    substitution.approve(proposal.id, room.persons["周启明"].id)
    room.settle()
    return planned


def printed(room: RosterDesk, asked: QSignalSpy) -> str:
    from pypdf import PdfReader

    room.settle()
    make, _name = asked.at(asked.count() - 1)
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(make())).pages)


@pytest.mark.parametrize(
    ("shown", "first", "last"),
    [
        (Shown(View.MONTH, date(2028, 2, 29)), date(2028, 2, 1), date(2028, 2, 29)),
        (Shown(View.WEEK, date(2026, 10, 14)), date(2026, 10, 12), date(2026, 10, 18)),
        (Shown(View.WEEK, date(2027, 1, 1)), date(2026, 12, 28), date(2027, 1, 3)),
        (Shown(View.PERSON, date(2026, 10, 14)), date(2026, 10, 1), date(2026, 10, 31)),
        (Shown(View.PERSON, date(2026, 12, 31), 3), date(2026, 10, 1), date(2026, 12, 31)),
        (Shown(View.MONTH, date(2026, 1, 31)).stepped(1), date(2026, 2, 1), date(2026, 2, 28)),
        (Shown(View.MONTH, date(2026, 1, 31)).stepped(-1), date(2025, 12, 1), date(2025, 12, 31)),
        (Shown(View.WEEK, date(2026, 12, 30)).stepped(1), date(2027, 1, 4), date(2027, 1, 10)),
        (Shown(View.PERSON, date(2026, 12, 31), 3).stepped(1), date(2027, 1, 1), date(2027, 3, 31)),
    ],
)
def test_which_dates_a_view_shows(shown: Shown, first: date, last: date) -> None:
    assert shown.dates() == (first, last)


def test_alt_2_shows_the_week_of_the_chosen_day_with_phones_covers_and_sign_ins(room: RosterDesk) -> None:
    planned = cover(room, 16, PRIMARY, "苏映雪", at(16, 18), at(17, 8))
    leader = room.stored(14, 0)[0]
    room.desk.attendance.sign_in(room.persons[leader].id, datetime(2026, 10, 14, 7, 50, tzinfo=BEIJING))
    room.settle()
    room.go_to(16, PRIMARY)
    QTest.keyClick(room.page.grid, Qt.Key.Key_2, ALT)
    room.settle()
    page = room.page
    assert page.bar.head.text() == "12 Oct 2026 – 18 Oct"
    assert page.model.rowCount() == 7
    assert room.text(16, PRIMARY) == f"{planned}→苏映雪 from 18:00"
    assert page.model.sign_in(2, room.persons[leader].id) is not None
    assert page.grid.rowHeight(0) >= 58
    current = page.grid.currentIndex()
    assert (current.row(), current.column()) == room.place(16, PRIMARY)
    QTest.keyClick(page.grid, Qt.Key.Key_PageDown, CONTROL)
    room.settle()
    assert page.bar.head.text() == "19 Oct 2026 – 25 Oct"
    page.grid.go_to(1, page.model.first_post_column() + 1)
    QTest.keyClicks(page.grid, "m")
    editor = page.grid.cells.open_editor
    assert editor is not None
    QTest.keyClicks(editor, "sq")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    room.settle()
    assert room.stored(20, PRIMARY) == ["马思齐"]
    QTest.keyClick(page.grid, Qt.Key.Key_1, ALT)
    room.settle()
    assert page.bar.head.text() == "Oct 2026"
    assert page.grid.rowHeight(0) < 40


def test_a_cell_of_the_week_tells_its_persons_apart_by_height(room: RosterDesk) -> None:
    room.desk.roster.assign(*room.key(20, PRIMARY), [room.persons[each].id for each in ("马思齐", "高子墨")])
    room.settle()
    room.go_to(20, PRIMARY)
    room.page.show_view(View.WEEK)
    room.settle()
    rect = room.page.grid.visualRect(room.page.model.index(*room.place(20, PRIMARY)))
    upper = room.page.grid.person_at(rect.topLeft() + QPoint(20, 14))
    lower = room.page.grid.person_at(rect.topLeft() + QPoint(20, 54))
    assert (upper, lower) == (room.persons["马思齐"].id, room.persons["高子墨"].id)


def test_alt_3_shows_all_of_the_chosen_person_and_another_is_typed(room: RosterDesk) -> None:
    planned = cover(room, 20, PRIMARY, "高子墨", at(20, 8), at(20, 20))
    room.go_to(20, PRIMARY)
    QTest.keyClick(room.page.grid, Qt.Key.Key_3, ALT)
    room.settle()
    view = room.page.person_view
    assert view.field.text() == planned
    assert view.sheet is not None
    notes = [view.model.data(view.model.index(row, 6)) for row in range(view.model.rowCount())]
    assert "covered by 高子墨" in notes
    assert "Covers got: 1" in view.words()
    view.field.setFocus()
    view.field.selectAll()
    say(view.field, "gzm")
    QTest.keyClick(view.field, Qt.Key.Key_Return)
    room.settle()
    assert view.field.text() == "高子墨"
    assert "Covers given: 1" in view.words()
    assert "138 0000 0004" in view.words()
    halves = [each for each in view.sheet.duties if each.shift.date.day == 20] if view.sheet else []
    assert [each.other for each in halves] == [planned]
    assert view.sheet is not None
    shifts = sum(1 for day in range(1, 32) for post in range(3) if "高子墨" in room.stored(day, post))
    assert view.sheet.shifts == shifts + 0.5


def test_a_person_on_leave_sees_it_and_the_next_duty(room: RosterDesk) -> None:
    room.desk.substitution.leave(
        NewLeave(room.persons["高子墨"].id, at(19, 0), at(20, 0), LeaveKind.ANNUAL), room.persons["周启明"].id
    )
    room.settle()
    room.page.show_person(room.persons["高子墨"].id)
    room.settle()
    view = room.page.person_view
    assert "Annual leave: 19 Oct 00:00 to 20 Oct 00:00" in view.words()
    assert "Next duty: 16 Oct 08:00 副班" in view.words()
    assert any(not duty.serves for duty in (view.sheet.duties if view.sheet else ()))


def test_a_double_click_in_the_counts_shows_that_person(room: RosterDesk) -> None:
    rows = room.page.counts._rows
    name = rows.counts[0].name
    QTest.mouseDClick(rows, Qt.MouseButton.LeftButton, pos=QPoint(30, 8))
    room.settle()
    assert room.page.shown.view is View.PERSON
    assert room.page.person_view.field.text() == name


def test_the_counts_are_of_who_really_stood(room: RosterDesk, qtbot: QtBot) -> None:
    def total(name: str) -> float:
        return next(each.total for each in room.page.counts.rows() if each.name == name)

    before = total("高子墨")
    planned = room.stored(20, PRIMARY)[0]
    theirs = total(planned)
    cover(room, 20, PRIMARY, "高子墨", at(20, 8), at(20, 20))
    assert total("高子墨") == before + 0.5
    assert total(planned) == theirs - 0.5
    qtbot.waitUntil(lambda: room.page.counts.balance().isdigit())
    room.settle()


def test_the_week_is_printed_lying_as_it_is_seen(room: RosterDesk) -> None:
    planned = cover(room, 16, PRIMARY, "苏映雪", at(16, 18), at(17, 8))
    room.go_to(16, PRIMARY)
    room.page.show_view(View.WEEK)
    room.settle()
    asked = QSignalSpy(room.bench.paper_requested)
    QTest.keyClick(room.page.grid, Qt.Key.Key_P, CONTROL_SHIFT)
    text = printed(room, asked)
    assert "2026年10月12日至10月18日值班表（草稿）" in text.replace("\n", "")
    assert "→苏映雪 18:00起" in text
    assert planned in text
    assert "10月19日" not in text


def test_a_person_is_printed_as_a_list(room: RosterDesk) -> None:
    room.page.show_person(room.persons["高子墨"].id)
    room.settle()
    asked = QSignalSpy(room.bench.paper_requested)
    room.page.person_view.field.setFocus()
    QTest.keyClick(room.page.person_view.field, Qt.Key.Key_P, CONTROL)
    text = printed(room, asked)
    assert "高子墨值班表" in text
    assert text.count("次日08:00") == room.page.person_view.model.rowCount()


def test_the_calendar_file_holds_the_shifts_shown(room: RosterDesk, tmp_path: Path) -> None:
    target = tmp_path / "gzm.ics"
    person = room.persons["高子墨"]
    room.page.papers.save_calendar(target, person.id, date(2026, 10, 1), date(2026, 10, 31))
    room.settle()
    text = target.read_text(encoding="utf-8")
    shifts = sum(1 for day in range(1, 32) for post in range(3) if "高子墨" in room.stored(day, post))
    assert text.count("BEGIN:VEVENT") == shifts


def test_nothing_is_wider_or_higher_than_a_small_screen_in_either_language(room: RosterDesk) -> None:
    from ui.i18n import Languages

    application = QApplication.instance()
    assert application is not None
    languages = Languages(application)
    room.page.resize(1278, 680)
    for language in ("zh", "en"):
        languages.choose(language)
        room.settle()
        hint = room.page.minimumSizeHint()
        assert hint.width() <= 1278, language
        assert hint.height() <= 680, language
        for key in ("cover", "swap", "leave", "emergency", "changes"):
            panel = room.page.open_panel(key)
            room.settle()
            assert panel.area.widget().width() <= panel.area.viewport().width(), (language, key)
        room.page.host.leave()
    languages.choose("en")
