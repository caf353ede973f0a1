"""Whatever stands on a sheet, reading it ends in a draft: real dates, nobody twice, places within the sheet."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from hypothesis import event, given
from hypothesis import strategies as st

from duty_console.exchange.grid import Grid
from duty_console.exchange.model import Workbook
from duty_console.people.model import Person
from duty_console.roster.files.gathering import Room
from duty_console.roster.files.names import Directory
from duty_console.roster.files.people_sheet import Book, read_people
from duty_console.roster.files.roster_sheet import read_roster
from duty_console.roster.model import Post, PostKind, Shift, ShiftSlot
from tests.roster.files.room import BEIJING, PERSONS, UNITS

if TYPE_CHECKING:
    from collections.abc import Sequence

SLOTS = (ShiftSlot("白班", time(8), 12), ShiftSlot("夜班", time(20), 12))
POSTS = tuple(
    Post(number, name, kind, number, 1, True, date(2020, 1, 1))
    for number, (name, kind) in enumerate(
        (
            ("带班领导", PostKind.LEADER),
            ("主班", PostKind.OFFICER),
            ("副班", PostKind.OFFICER),
            ("备班", PostKind.STANDBY),
        ),
        1,
    )
)
PEOPLE = [
    Person(n, name, "", "", unit, UNITS[unit], title, f"138 0000 {n:04}", "", None, True, None, leader, "", name)
    for n, (name, unit, title, leader) in enumerate(PERSONS, 1)
]

WORDS = st.sampled_from(
    [
        "2026年10月值班表", "日期", "时间", "星期", "班次", "带班领导", "主班", "副班", "值班人员", "备班", "电话",
        "姓名", "单位", "备注", "岗位", "序号", "合计", "1日", "2日", "10.3", "10月4日（周日）", "32日", "2月30日",
        "周四", "五", "白班", "夜班", "白", "夜主", "√", "休", "主", "带", "?", "沈若谷", "苏 映雪",
        "罗景行、王芳", "苏映雪/罗景行", "赵六", "无", "缺1人", "13800000003", "副局长 沈若谷", "王芳（区应急局）",
        "2026年11月值班表", "=1+1", "—",
    ]
)  # fmt: skip
VALUES = st.one_of(
    WORDS,
    WORDS,
    st.integers(-5, 60_000),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.booleans(),
    st.dates(date(2026, 9, 1), date(2026, 12, 1)),
    st.text(max_size=12),
)
RANGES = st.tuples(st.integers(1, 8), st.integers(1, 8), st.integers(0, 3), st.integers(0, 3))


DATES = st.sampled_from(
    ["1日", "2日", "10.3", "10月4日（周日）", "32日", "5", "6", date(2026, 10, 7), 46303, "", "合计"]
)
NAMES = st.sampled_from(
    [
        "沈若谷",
        "苏 映雪",
        "罗景行、王芳",
        "苏映雪/罗景行",
        "王芳（区应急局）",
        "林小舟 13800000005",
        "",
        "",
        "缺1人",
        "赵六",
        "欧阳锋",
    ]
)
MARKS = st.sampled_from(["√", "主", "白", "夜主", "休", "", "", "带", "副班", "?", "夜"])
SHIFTS = st.sampled_from(["白班", "夜班", "", "全天"])


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """A roster in one of the layouts, or nothing at all, with cells overwritten and merged anywhere."""
    values: dict[tuple[int, int], object] = {(1, 1): draw(st.sampled_from(["2026年10月值班表", "值班表"]))}
    kind = draw(st.sampled_from(["day", "person", "post", "none"]))
    rows = range(3, 3 + draw(st.integers(1, 5)))
    if kind == "day":
        head = draw(st.permutations(["日期", "带班领导", "主班", "副班", "班次", "备注"]))
        values |= {(2, column): word for column, word in enumerate(head, 1)}
        pools = {"日期": DATES, "班次": SHIFTS, "备注": WORDS}
        values |= {(r, c): draw(pools.get(word, NAMES)) for r in rows for c, word in enumerate(head, 1)}
    elif kind != "none":
        values |= {(2, column): column - 2 for column in range(3, 9)} | {(2, 1): "岗位", (2, 2): "姓名"}
        for row in rows:
            values[row, 1] = draw(st.sampled_from(["主班", "副班", "值班员", "带班", "白班主班", ""]))
            values[row, 2] = draw(NAMES) if kind == "person" else draw(SHIFTS)
            values |= {(row, column): draw(MARKS if kind == "person" else NAMES) for column in range(3, 9)}
    places = st.tuples(st.integers(1, 10), st.integers(1, 9))
    values |= draw(st.dictionaries(places, VALUES, max_size=draw(st.sampled_from([0, 0, 3, 40]))))
    merged = [(top, left, top + down, left + right) for top, left, down, right in draw(st.lists(RANGES, max_size=2))]
    return Grid("表", values, merged)  # type: ignore[arg-type]


def shifts_of(day: date) -> Sequence[Shift]:
    starts = (datetime.combine(day, slot.starts, BEIJING) for slot in SLOTS)
    return [Shift(at, at + timedelta(hours=12), day, slot.name) for at, slot in zip(starts, SLOTS, strict=True)]


@given(st.lists(grids(), min_size=1, max_size=2))
def test_any_sheet_makes_a_sound_draft(sheets: list[Grid]) -> None:
    room = Room(POSTS, Directory(PEOPLE), SLOTS, shifts_of, date(2026, 9, 25))
    draft = read_roster(Workbook("a.xlsx", tuple(sheets)), room).draft
    event(f"layout {draft.layout}, cells: {bool(draft.cells)}")
    keys = [(cell.entry.shift_date, cell.entry.slot, cell.entry.post_id) for cell in draft.cells]
    assert len(set(keys)) == len(keys)
    stands = [(cell.entry.shift_date, cell.entry.slot, each) for cell in draft.cells for each in cell.entry.person_ids]
    assert len(set(stands)) == len(stands)
    assert draft.cells or draft.problems
    height, width = max(each.height for each in sheets), max(each.width for each in sheets)
    for problem in (*draft.problems, *draft.warnings):
        assert 0 <= problem.row <= height
        assert 0 <= problem.column <= width


@given(st.lists(grids(), min_size=1, max_size=2))
def test_any_sheet_makes_a_sound_list_of_persons(sheets: list[Grid]) -> None:
    draft = read_people(Workbook("a.xlsx", tuple(sheets)), Book(PEOPLE, []))
    assert all(each.entry.name for each in draft.persons)
    keys = [(each.entry.name, each.entry.phone or each.unit) for each in draft.persons]
    assert len(set(keys)) == len(keys)
