"""The roster as a reader gets it: the PDF is written, and its text is read back line by line."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pypdf
import pytest

from duty_console.errors import EnvironmentProblem
from duty_console.roster.calendar import seeded_day
from duty_console.roster.model import Assignment, MonthTable, Post, PostKind, ShiftPattern, ShiftSlot
from duty_console.roster.month import month_dates, month_table
from duty_console.roster.paper import roster_pdf, write_roster_sheet
from duty_console.roster.presence import Rostered, Standing
from duty_console.roster.rules import shifts_of

if TYPE_CHECKING:
    from pathlib import Path

BEIJING = ZoneInfo("Asia/Shanghai")
ROOM = "云河区应急值守中心"
AT = datetime(2026, 9, 28, 2, 4, tzinfo=UTC)
NAMES = ("沈若谷", "郑海岚", "顾怀远", "林晓舟", "何雨桐", "吴承泽", "高子墨", "苏映雪")
PERSONS = {
    number: Rostered(number, name, "科员", f"138 0000 {number:04}", None) for number, name in enumerate(NAMES, 1)
}
DAY_NIGHT = (ShiftPattern(date(2020, 1, 1), (ShiftSlot("白班", time(8), 12), ShiftSlot("夜班", time(20), 12))),)


def posts(*names: str) -> list[Post]:
    kinds = [PostKind.LEADER] + [PostKind.OFFICER] * len(names)
    return [
        Post(number, name, kind, number, 1, True, date(2020, 1, 1))
        for number, (name, kind) in enumerate(zip(names, kinds, strict=False), 1)
    ]


def month(
    year: int,
    number: int,
    there: list[Post],
    patterns: tuple[ShiftPattern, ...] = (),
    empty: tuple[tuple[date, int], ...] = (),
    crowd: int = 1,
) -> MonthTable:
    """A month with `crowd` persons in every cell but the `empty` ones."""
    first, last = month_dates(year, number)
    days = [first + timedelta(at) for at in range((last - first).days + 1)]
    shifts = {day: shifts_of(day, patterns, BEIJING) for day in days}
    cells = [(shift, post) for day in days for shift in shifts[day] for post in there if (day, post.id) not in empty]
    placed = [
        Assignment(at, post.id, (at + place) % 8 + 1, shift.starts_at, shift.ends_at, shift.date, shift.name, place)
        for at, (shift, post) in enumerate(cells)
        for place in range(crowd)
    ]
    return month_table([seeded_day(day) for day in days], shifts, Standing(there, placed, PERSONS))


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def words(table: MonthTable) -> str:
    (only,) = pages(roster_pdf(table, ROOM, at=AT))
    return only


def test_every_shift_of_the_month_stands_on_the_sheet_as_on_the_screen() -> None:
    table = month(2026, 10, posts("带班领导", "主班", "副班"), empty=((date(2026, 10, 22), 3),))
    found = words(table)
    for said in (ROOM, "2026年10月值班表", "班次：全天班 08:00至次日08:00", "缺岗1处，共缺1人", "制表：", "审核："):
        assert said in found
    assert "日类：法定节日3天　假期4天　调休上班1天　周末6天　工作日17天" in found
    assert "打印于2026年9月28日10时04分" in found
    assert "补国庆节假期" in found
    assert found.count("缺1人") == 2  # the cell and the sum
    assert "尚未公布" not in found
    flat = found.replace("\n", " ")
    for row in table.rows:
        leader, first, second = (cell.persons for cell in row.cells)
        said = [str(row.day.date.day), row.day.weekday_zh, row.day.day_type.zh]
        said += [leader[0].name, leader[0].phone, first[0].name, second[0].name if second else "缺1人"]
        assert " ".join(said) in flat


@pytest.mark.parametrize("several", [False, True])
@pytest.mark.parametrize("more", [0, 2, 5])
@pytest.mark.parametrize(("year", "number"), [(2026, 10), (2024, 2), (2027, 2)])
def test_a_month_is_one_page(year: int, number: int, more: int, several: bool) -> None:
    names = ("带班领导", "主班", "副班", "备勤", "司机", "信息员", "网络值守", "后勤保障")
    table = month(year, number, posts(*names[: 3 + more]), DAY_NIGHT if several else ())
    found = words(table)
    assert all(post.name in found for post in table.posts)
    assert ("夜班" in found) == several
    assert found.count("138 0000") == len(table.rows)


def test_a_sheet_stands_upright_while_its_columns_have_room() -> None:
    for names, upright in ((("带班领导", "主班", "副班"), True), (("领", "一", "二", "三", "四", "五"), False)):
        (page,) = pypdf.PdfReader(io.BytesIO(roster_pdf(month(2026, 10, posts(*names)), ROOM))).pages
        assert (page.mediabox.height > page.mediabox.width) == upright


def test_a_month_whose_notice_is_not_out_says_so() -> None:
    found = words(month(2027, 2, posts("带班领导", "主班")))
    assert "注：2027年放假调休安排尚未公布" in found
    assert "除夕" in found


def test_several_leaders_each_keep_their_own_number() -> None:
    table = month(2026, 10, posts("带班领导", "主班"), crowd=2)
    flat = "".join(pages(roster_pdf(table, ROOM)))
    for row in table.rows:
        for leader in row.cells[0].persons:
            assert f"{leader.name} {leader.phone}" in flat


def test_a_crowded_month_goes_on_to_the_next_page_and_loses_nobody() -> None:
    table = month(2026, 10, posts("带班领导", "主班", "副班"), DAY_NIGHT, crowd=8)
    found = pages(roster_pdf(table, ROOM))
    assert len(found) > 1
    assert all("2026年10月值班表（续）" in page for page in found[1:])
    assert all("带班领导" in page for page in found[:-1])
    flat = "".join(found)
    assert sum(flat.count(person.phone) for person in PERSONS.values()) == 62 * 8


def test_the_same_roster_is_the_same_paper_with_its_fonts_inside() -> None:
    table = month(2026, 10, posts("带班领导", "主班", "副班"))
    pdf = roster_pdf(table, ROOM, at=AT)
    assert roster_pdf(table, ROOM, at=AT) == pdf
    fonts: Any = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]
    descriptors = [font["/FontDescriptor"] for font in fonts["/Font"].values()]
    assert descriptors
    assert all("/FontFile2" in each for each in descriptors)


def test_a_paper_that_cannot_be_written_says_so_and_leaves_the_old_one(tmp_path: Path) -> None:
    table = month(2026, 10, posts("带班领导"))
    written = tmp_path / "roster.pdf"
    write_roster_sheet(table, ROOM, written, at=AT)
    assert written.read_bytes() == roster_pdf(table, ROOM, at=AT)
    with pytest.raises(EnvironmentProblem) as caught:
        write_roster_sheet(table, ROOM, tmp_path / "missing" / "roster.pdf")
    assert caught.value.code == "paper_unwritable"


def test_it_can_be_made_to_lie() -> None:
    table = month(2026, 10, posts("带班领导", "主班", "副班"))
    (lying,) = pypdf.PdfReader(io.BytesIO(roster_pdf(table, ROOM, at=AT, lying=True))).pages
    (upright,) = pypdf.PdfReader(io.BytesIO(roster_pdf(table, ROOM, at=AT))).pages
    assert lying.mediabox.width > lying.mediabox.height
    assert upright.mediabox.width < upright.mediabox.height
    assert "31" in lying.extract_text()
