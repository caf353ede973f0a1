"""What goes out: the roster as seen, one person's duty as iCalendar; and what we write, we read."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, cast
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from openpyxl import load_workbook

from duty_console.errors import EnvironmentProblem, InputProblem
from duty_console.people.model import PersonEntry
from duty_console.roster.files.model import Layout
from duty_console.roster.model import CellEntry, NewCover, ShiftSlot
from duty_console.roster.seats import add_cover
from tests.roster.files.room import BEIJING, FIRST, LAST, NOW, room, standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from duty_console.desk import Desk

WHOLE = "全天班"
SHANGHAI = ZoneInfo("Asia/Shanghai")
DAY_NIGHT = (ShiftSlot("白班", time(8), 12), ShiftSlot("夜班", time(20), 12))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with room(tmp_path / "data") as desk:
        yield desk


def cover(desk: Desk, person: int, by: int, starts: datetime, ends: datetime, slot: str = WHOLE) -> None:
    with desk.database.write("add_cover") as session:
        new = NewCover(FIRST, slot, 2, person, by, starts, ends)
        add_cover(session, desk.roster.timetable(), NOW, new)


def test_the_month_as_it_is_seen(desk: Desk, tmp_path: Path) -> None:
    desk.roster.assign(FIRST, WHOLE, 1, [1])
    desk.roster.assign(FIRST, WHOLE, 2, [3, 4])
    at = datetime(2026, 10, 1, 20, tzinfo=BEIJING)
    cover(desk, 3, 6, at, at + timedelta(hours=12))
    path = tmp_path / "a.xlsx"
    desk.roster_files.export_roster(path, FIRST, LAST)
    page = load_workbook(path).worksheets[0]
    assert page.title == "2026年10月"
    assert str(page["A1"].value).endswith("2026年10月值班表")
    assert [cell.value for cell in page[3]] == ["日期", "星期", "带班领导", "主班", "副班", "日类", "备注"]
    first = [cell.value for cell in page[4]]
    assert cast("datetime", first[0]).date() == FIRST
    assert first[1:6] == ["周四", "沈若谷", "苏映雪、罗景行", "缺1人", "法定节日"]
    assert first[6] == "国庆节；主班王芳替苏映雪 20:00至次日08:00（替班）"
    assert page["E4"].font.color.rgb == "00C62828"
    assert page["E4"].font.bold
    tints = {page.cell(row, 1).fill.start_color.rgb for row in (4, 7, 11, 12, 13)}
    assert len(tints) == 4  # statutory 1st, adjusted 4th, plain 8th and 9th, make-up 10th
    assert page.max_row == 3 + 31 + 1
    assert page.page_setup.orientation == "landscape"


def test_phones_stand_beside_the_names_and_come_back_without_a_doubt(desk: Desk, tmp_path: Path) -> None:
    desk.roster.assign(FIRST, WHOLE, 2, [3, 4])
    path = tmp_path / "a.xlsx"
    desk.roster_files.export_roster(path, FIRST, LAST, phones=True)
    page = load_workbook(path).worksheets[0]
    assert [page["E3"].value, page["F3"].value, page["F4"].value] == [
        "主班",
        "主班电话",
        "138 0000 0003\n138 0000 0004",
    ]
    draft = desk.roster_files.preview(path)
    assert (draft.problems, draft.warnings) == ((), ())
    desk.people.change_person(4, PersonEntry("罗景行", phone="139 0000 0004"))
    assert [each.code for each in desk.roster_files.preview(path).warnings] == ["phone_differs"]


def test_several_months_are_several_sheets_and_wrong_dates_are_refused(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    desk.roster_files.export_roster(path, date(2026, 12, 30), date(2027, 1, 2))
    book = load_workbook(path)
    assert book.sheetnames == ["2026年12月", "2027年1月"]
    assert "2026年12月30日至12月31日值班表" in str(book.worksheets[0]["A1"].value)
    assert "暂定" in str(book.worksheets[1].cell(book.worksheets[1].max_row, 1).value)
    with pytest.raises(InputProblem) as caught:
        desk.roster_files.export_roster(path, LAST, FIRST)
    assert caught.value.code == "dates_wrong"
    with pytest.raises(EnvironmentProblem):
        desk.roster_files.export_roster(tmp_path / "none" / "a.xlsx", FIRST, LAST)


Plan = dict[tuple[int, int, int], list[int]]


@st.composite
def plans(draw: st.DrawFn) -> tuple[bool, Plan]:
    """A month's plan: (day, shift, post) to persons, nobody twice in a shift; one or two shifts a day."""
    several = draw(st.booleans())
    plan: Plan = {}
    for day in draw(st.sets(st.integers(0, 30), min_size=1, max_size=10)):
        for slot in range(2 if several else 1):
            order = draw(st.permutations(range(1, 10)))
            for post in (1, 2, 3):
                count = draw(st.integers(0, 2))
                if count:
                    plan[day, slot, post] = [order.pop() for _ in range(count)]
    return several, plan


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(plan=plans(), phones=st.booleans())
def test_what_is_written_is_read_again(plan: tuple[bool, Plan], phones: bool, tmp_path_factory: Any) -> None:
    several, cells = plan
    folder = tmp_path_factory.mktemp("trip")
    slots = DAY_NIGHT if several else ()
    with room(folder / "a", *slots) as desk, room(folder / "b", *slots) as other:
        for each in (desk, other):  # one more of the same name, told apart by the unit
            each.people.add_person(PersonEntry("王芳", 3, "干事", "138 0000 0009"))
        names = [slot.name for slot in slots] or [WHOLE]
        entries = [
            CellEntry(FIRST + timedelta(day), names[slot], post, tuple(ids)) for (day, slot, post), ids in cells.items()
        ]
        desk.roster.assign_all(entries)
        desk.roster_files.export_roster(folder / "a.xlsx", FIRST, LAST, phones=phones)
        draft = other.roster_files.preview(folder / "a.xlsx")
        assert (draft.problems, draft.warnings) == ((), ())
        assert draft.layout is Layout.BY_DAY
        if entries:
            other.roster_files.store(draft)
        assert standing(other) == standing(desk)
        planned = {
            (each.shift_date, each.slot, each.post_id, each.person_id) for each in other.roster.assignments(FIRST, LAST)
        }
        assert planned == {(e.shift_date, e.slot, e.post_id, each) for e in entries for each in e.person_ids}


# iCalendar


def events(path: Path) -> list[Any]:
    return list(cast("Any", Calendar.from_ical(path.read_bytes())).walk("VEVENT"))


def test_one_event_for_each_turn_with_colleagues_and_phones(desk: Desk, tmp_path: Path) -> None:
    desk.roster.assign(FIRST, WHOLE, 1, [1])
    desk.roster.assign(FIRST, WHOLE, 2, [3])
    desk.roster.assign(FIRST + timedelta(1), WHOLE, 3, [3])
    path = tmp_path / "a.ics"
    assert desk.roster_files.export_calendar(path, 3, FIRST, LAST) == 2
    first, second = events(path)
    assert str(first["SUMMARY"]) == "主班"
    assert first["DTSTART"].dt == datetime(2026, 10, 1, 8, tzinfo=SHANGHAI)
    assert first["DTSTART"].params["TZID"] == "Asia/Shanghai"
    assert second["DTEND"].dt == datetime(2026, 10, 3, 8, tzinfo=SHANGHAI)
    assert first["DTSTAMP"].dt == NOW
    assert "带班领导 沈若谷 138 0000 0001" in str(first["DESCRIPTION"])
    assert "苏映雪" not in str(first["DESCRIPTION"])
    assert first["UID"] != second["UID"]
    calendar = cast("Any", Calendar.from_ical(path.read_bytes()))
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Asia/Shanghai"]


def test_a_turn_keeps_its_uid_when_it_changes(desk: Desk, tmp_path: Path) -> None:
    desk.roster.assign(FIRST, WHOLE, 2, [3])
    before, after = tmp_path / "before.ics", tmp_path / "after.ics"
    desk.roster_files.export_calendar(before, 3, FIRST, LAST)
    at = datetime(2026, 10, 2, 4, tzinfo=BEIJING)
    cover(desk, 3, 4, at, at + timedelta(hours=4))
    desk.roster_files.export_calendar(after, 3, FIRST, LAST)
    (whole,), (part,) = events(before), events(after)
    assert part["UID"] == whole["UID"]
    assert part["DTEND"].dt == at
    other = tmp_path / "other.ics"
    desk.roster_files.export_calendar(other, 4, FIRST, LAST)
    (theirs,) = events(other)
    assert theirs["UID"] != whole["UID"]
    assert theirs["DTSTART"].dt == at


def test_a_cover_in_the_middle_leaves_two_turns(desk: Desk, tmp_path: Path) -> None:
    desk.roster.assign(FIRST, WHOLE, 2, [3])
    desk.roster.assign(FIRST, WHOLE, 3, [6])
    at = datetime(2026, 10, 1, 12, tzinfo=BEIJING)
    cover(desk, 3, 4, at, at + timedelta(hours=2))
    assert desk.roster_files.export_calendar(tmp_path / "a.ics", 3, FIRST, LAST) == 2
    assert len({str(each["UID"]) for each in events(tmp_path / "a.ics")}) == 2
    # For a colleague nothing was cut: one turn, and both with their hours.
    assert desk.roster_files.export_calendar(tmp_path / "b.ics", 6, FIRST, LAST) == 1
    (event,) = events(tmp_path / "b.ics")
    assert "罗景行 138 0000 0004 12:00—14:00" in str(event["DESCRIPTION"])


def test_nobodys_calendar_is_refused_and_an_empty_one_is_a_calendar(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(InputProblem):
        desk.roster_files.export_calendar(tmp_path / "a.ics", 99, FIRST, LAST)
    assert not (tmp_path / "a.ics").exists()
    assert desk.roster_files.export_calendar(tmp_path / "a.ics", 3, FIRST, LAST) == 0
    assert events(tmp_path / "a.ics") == []
