"""Rosters as rooms really have them, through real workbooks into a real desk."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from duty_console.errors import InputProblem
from duty_console.exchange.model import MOST_PROBLEMS
from duty_console.people.model import PersonEntry
from duty_console.roster.files.model import Layout
from duty_console.roster.leaves import add_leave
from duty_console.roster.model import AssignmentSource, LeaveKind, NewLeave, PostKind, ShiftSlot
from tests.roster.files.room import BEIJING, FIRST, NOW, cells, problems, room, standing, warnings, workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from duty_console.desk import Desk
    from duty_console.roster.files.model import RosterDraft

TITLE = ["2026年10月值班表"]
HEAD = ["日期", "星期", "带班领导", "主班", "副班", "备注"]
DAY_NIGHT = (ShiftSlot("白班", time(8), 12), ShiftSlot("夜班", time(20), 12))
FIRST_DAY = {
    ("10-01", "带班领导"): ("沈若谷",),
    ("10-01", "主班"): ("苏映雪",),
    ("10-01", "副班"): ("罗景行",),
}
WHOLE = "全天班"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with room(tmp_path / "data") as desk:
        yield desk


@pytest.fixture
def two_shifts(tmp_path: Path) -> Iterator[Desk]:
    with room(tmp_path / "data", *DAY_NIGHT) as desk:
        yield desk


def preview(
    desk: Desk, rows: Sequence[Sequence[object]], *merged: str, sheet: str = "Sheet1", reason: str = ""
) -> RosterDraft:
    path = workbook(desk.folder.path.parent / "值班表.xlsx", rows, merged, sheet)
    return desk.roster_files.preview(path, reason)


# A row for each day


def test_a_plain_roster_is_stored_whole(desk: Desk) -> None:
    rows = [
        TITLE,
        HEAD,
        ["1日", "周四", "沈若谷", "苏映雪", "罗景行", "国庆节"],
        ["2日", "周五", "高子墨", "王　芳", "林小舟/欧阳锋", None],
    ]
    draft = preview(desk, rows, "A1:F1")
    assert (draft.problems, draft.warnings, draft.layout) == ((), (), Layout.BY_DAY)
    assert draft.dates == (date(2026, 10, 1), date(2026, 10, 2))
    assert draft.posts == ("带班领导", "主班", "副班")
    expected = {
        **FIRST_DAY,
        ("10-02", "带班领导"): ("高子墨",),
        ("10-02", "主班"): ("王芳",),
        ("10-02", "副班"): ("林小舟", "欧阳锋"),
    }
    assert cells(draft) == expected
    assert [(cell.row, cell.column) for cell in draft.cells[:3]] == [(3, 3), (3, 4), (3, 5)]
    assert standing(desk) == {}
    assert desk.roster_files.store(draft) == 6
    there = standing(desk)
    assert {(f"{day:%m-%d}", post): names for (day, _, post), names in there.items()} == expected
    assert {each.source for each in desk.roster.assignments(FIRST, FIRST)} == {AssignmentSource.IMPORT}
    assert desk.roster_files.store(draft) == 0


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (["值班日期", "带班", "值班员", "副值"], ["10.1", "沈若谷", "苏映雪", "罗景行"]),
        (["日 期", "值班领导", "主 班", "副　班"], [46296, "沈若谷副区长", "苏映雪", "罗景行"]),
        (["日期", "领导带班", "值班人员"], ["2026/10/1", "沈若谷 13800000001", "苏映雪、罗景行"]),
        (["序号", "时间", "星期", "带班领导", "值班人员"], [1, "10月1日", "四", "沈若谷", "苏映雪 罗景行"]),
        (["日期", "主班人员", "副班人员", "带班负责人"], ["2026-10-01（周四）", "苏映雪", "罗景行", "沈若谷"]),
        (["日期", "带班领导及电话", "主班", "副班"], ["1", "沈若谷13800000001", "苏映雪", "罗景行"]),
        (["日期", "带班", "主班", "副班"], [date(2026, 10, 1), "沈若谷\n13800000001", "苏 映 雪", "罗景行"]),
    ],
)
def test_heads_and_cells_in_the_words_of_rooms(desk: Desk, head: list[object], row: list[object]) -> None:
    draft = preview(desk, [TITLE, head, row])
    assert (draft.problems, draft.warnings) == ((), ())
    assert cells(draft) == FIRST_DAY


def test_head_rows_with_groups_titles_and_phones(desk: Desk) -> None:
    rows = [
        ["云河区2026年10月值班安排表"],
        ["值班电话：6000 1234"],
        ["日期", "星期", "带班领导", None, "值班人员", None],
        [None, None, "姓名", "电话", None, None],
        ["10月1日", "四", "沈若谷", "138 0000 0001", "苏映雪", "罗景行"],
        ["10月2日", "五", "高子墨", "13900000002", "王芳", "林小舟"],
        ["备注：值班时间为当日8:00至次日8:00，带班领导沈若谷负责解释。"],
    ]
    draft = preview(desk, rows, "A1:F1", "A2:F2", "A3:A4", "B3:B4", "C3:D3", "E3:F3", "A7:F7")
    assert draft.problems == ()
    assert cells(draft)["10-02", "副班"] == ("林小舟",)
    assert {key: value for key, value in cells(draft).items() if key[0] == "10-01"} == FIRST_DAY
    assert warnings(draft) == [("C6", "phone_differs")]


@pytest.mark.parametrize("names", [("2026年10月", "Sheet1"), ("值班表", "2026年10月")])
def test_the_month_may_stand_in_the_title_or_the_sheets_name(desk: Desk, names: tuple[str, str]) -> None:
    title, sheet = names
    draft = preview(desk, [[title], ["日期", "带班", "主班"], [1, "沈若谷", "苏映雪"]], sheet=sheet)
    assert draft.problems == ()
    assert draft.dates == (FIRST,)


def test_the_month_may_stand_in_the_files_name(desk: Desk, tmp_path: Path) -> None:
    rows = [["日期", "带班", "主班"], ["1日", "沈若谷", "苏映雪"]]
    assert desk.roster_files.preview(workbook(tmp_path / "2026年10月值班表.xlsx", rows)).dates == (FIRST,)
    draft = desk.roster_files.preview(workbook(tmp_path / "值班表.xlsx", rows))
    assert problems(draft) == [("A2", "month_not_told")]


def test_a_year_that_is_not_told_is_taken_and_said(desk: Desk) -> None:
    draft = preview(desk, [["日期", "带班"], ["10月1日", "沈若谷"], ["10月2日", "高子墨"]])
    assert draft.problems == ()
    assert draft.dates[0] == FIRST
    assert warnings(draft) == [("A2", "year_assumed")]


def test_one_leader_over_several_merged_days(desk: Desk) -> None:
    rows = [TITLE, HEAD[:4], *([f"{day}日", None, "沈若谷", "苏映雪"] for day in (1, 2, 3))]
    draft = preview(desk, rows, "C3:C5")
    assert [cells(draft)[f"10-0{day}", "带班领导"] for day in (1, 2, 3)] == [("沈若谷",)] * 3


def test_a_cell_merged_over_two_posts_names_both(desk: Desk) -> None:
    draft = preview(desk, [TITLE, HEAD[:5], ["1日", None, "沈若谷", "苏映雪、罗景行", None]], "D3:E3")
    assert draft.problems == ()
    assert cells(draft) == FIRST_DAY


def test_two_halves_side_by_side(desk: Desk) -> None:
    head = ["日期", "带班", "主班", "副班"] * 2
    rows = [TITLE, head, ["1", "沈若谷", "苏映雪", "罗景行", "16", "高子墨", "王芳", "林小舟"]]
    draft = preview(desk, rows)
    assert draft.problems == ()
    assert cells(draft) == {
        **FIRST_DAY,
        ("10-16", "带班领导"): ("高子墨",),
        ("10-16", "主班"): ("王芳",),
        ("10-16", "副班"): ("林小舟",),
    }


def test_the_next_month_further_down_and_a_repeated_head(desk: Desk) -> None:
    row = ["沈若谷", "苏映雪", "罗景行"]
    head = ["日期", *HEAD[2:5]]
    rows = [TITLE, head, ["31日", *row], ["2026年11月值班表"], head, ["1日", *row]]
    assert preview(desk, rows, "A1:D1", "A4:D4").dates == (date(2026, 10, 31), date(2026, 11, 1))


def test_several_sheets_make_one_draft(desk: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [TITLE, ["日期", "带班"], ["1日", "沈若谷"]])
    book = load_workbook(path)
    for name, rows in (
        ("值班员", [TITLE, ["日期", "主班", "副班"], ["1日", "苏映雪", "罗景行"]]),
        ("电话", [["消防", "119"]]),
    ):
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    hidden = book.create_sheet("草稿")
    hidden.append(["x"])
    hidden.sheet_state = "hidden"
    book.save(path)
    draft = desk.roster_files.preview(path)
    assert cells(draft) == FIRST_DAY
    assert [(each.sheet, each.code) for each in draft.warnings] == [("电话", "sheet_ignored"), ("草稿", "sheet_hidden")]


# Two shifts in a day


@pytest.mark.parametrize(
    "words", [("白班", "夜班"), ("白天", "晚上"), ("8:00-20:00", "20:00-次日8:00"), ("日班", "晚班")]
)
@pytest.mark.parametrize("merged", [True, False])
def test_two_shifts_as_sub_rows(two_shifts: Desk, words: tuple[str, str], merged: bool) -> None:
    rows = [
        TITLE,
        ["日期", "班次", "带班领导", "主班", "副班"],
        ["1日", words[0], "沈若谷", "苏映雪", "罗景行"],
        [None, words[1], None if merged else "沈若谷", "王芳", "林小舟"],
    ]
    draft = preview(two_shifts, rows, *(("A3:A4", "C3:C4") if merged else ()))
    assert draft.problems == ()
    assert cells(draft) == {
        ("10-01 白班", "带班领导"): ("沈若谷",),
        ("10-01 白班", "主班"): ("苏映雪",),
        ("10-01 白班", "副班"): ("罗景行",),
        ("10-01 夜班", "带班领导"): ("沈若谷",),
        ("10-01 夜班", "主班"): ("王芳",),
        ("10-01 夜班", "副班"): ("林小舟",),
    }


@pytest.mark.parametrize(
    "head",
    [
        [["日期", "白班", None, "夜班", None], [None, "主班", "副班", "主班", "副班"]],
        [["日期", "白班主班", "白班副班", "夜班主班", "夜班副班"]],
    ],
)
def test_two_shifts_as_columns(two_shifts: Desk, head: list[list[object]]) -> None:
    merged = ("A2:A3", "B2:C2", "D2:E2") if len(head) == 2 else ()
    draft = preview(two_shifts, [TITLE, *head, ["1日", "苏映雪", "罗景行", "王芳", "林小舟"]], *merged)
    assert draft.problems == ()
    assert cells(draft)["10-01 夜班", "副班"] == ("林小舟",)
    assert cells(draft)["10-01 白班", "主班"] == ("苏映雪",)


def test_a_sheet_for_each_shift(two_shifts: Desk) -> None:
    rows = [TITLE, ["日期", "主班"], ["1日", "苏映雪"]]
    draft = preview(two_shifts, rows, sheet="夜班")
    assert [(cell.entry.slot, cell.names) for cell in draft.cells] == [("夜班", ("苏映雪",))]


def test_a_shift_that_is_not_told_or_not_here_is_refused(two_shifts: Desk, tmp_path: Path) -> None:
    draft = preview(two_shifts, [TITLE, HEAD[:4], ["1日", "", "沈若谷", "苏映雪"]])
    assert problems(draft) == [("C3", "slot_not_told")]
    with room(tmp_path / "other") as desk:
        rows = [TITLE, ["日期", "班次", "主班"], ["1日", "夜班", "苏映雪"], ["2日", "全天", "苏映雪"]]
        draft = preview(desk, rows)
        assert problems(draft) == [("B3", "slot_unknown_here")]


# A row for each person, a row for each post


def test_a_row_for_each_person_with_marks(desk: Desk) -> None:
    days = [1, 2, 3, 4]
    rows = [
        TITLE,
        ["序号", "姓名", "单位", *days, "合计"],
        [None, None, None, "四", "五", "六", "日", None],
        [1, "沈若谷", "区应急局", "带", None, "√", "休", 2],
        [2, "高子墨", "区应急局", None, "√", None, "带班", 2],
        [3, "苏 映 雪", "区应急局", "主", "1", "值", None, 3],
        [4, "罗景行", "区应急局", "副班", "班", None, "主", 3],
        [5, "王芳", "区水利局", "/", None, "副", "副", 2],
        ["合计", "合计", None, 3, 3, 3, 3],
    ]
    draft = preview(desk, rows)
    assert (draft.problems, draft.layout) == ((), Layout.BY_PERSON)
    assert cells(draft) == {
        **FIRST_DAY,
        ("10-02", "带班领导"): ("高子墨",),
        ("10-02", "主班"): ("苏映雪",),
        ("10-02", "副班"): ("罗景行",),
        ("10-03", "带班领导"): ("沈若谷",),
        ("10-03", "主班"): ("苏映雪",),
        ("10-03", "副班"): ("王芳",),
        ("10-04", "带班领导"): ("高子墨",),
        ("10-04", "主班"): ("罗景行",),
        ("10-04", "副班"): ("王芳",),
    }


def test_a_row_for_each_person_under_posts_and_with_31_columns(desk: Desk) -> None:
    rows = [
        ["2026年11月值班表"],
        ["岗位", "姓名", *range(1, 32)],
        ["带班领导", "沈若谷", "√"],
        ["主班", "苏映雪", "√"],
        [None, "王芳", None, "√"],
        ["副班", "罗景行", "√", "√"],
    ]
    draft = preview(desk, rows, "A4:A5")
    assert draft.problems == ()
    assert {names for (day, _), names in cells(draft).items() if day == "11-02"} == {("王芳",), ("罗景行",)}
    rows[2] = ["带班领导", "沈若谷", "√", *[None] * 29, "√"]
    assert problems(preview(desk, rows, "A4:A5")) == [("AG2", "date_does_not_exist")]


def test_a_row_for_each_person_with_shifts(two_shifts: Desk) -> None:
    rows = [
        TITLE,
        ["姓名", "岗位", "1日", "2日", "3日", "4日"],
        ["苏映雪", "主班", "白", "夜", "休", "白班"],
        ["罗景行", "副班", "白", "夜", "假", "夜主"],
        ["王芳", "副班", "班", "?", None, None],
    ]
    draft = preview(two_shifts, rows)
    assert problems(draft) == [("C5", "slot_not_told"), ("D5", "mark_unknown")]
    said = cells(draft)
    assert said["10-02 夜班", "主班"] == ("苏映雪",)
    assert said["10-04 夜班", "主班"] == ("罗景行",)


def test_a_row_for_each_post_week_by_week(desk: Desk) -> None:
    rows = [
        TITLE,
        ["岗位", "10月1日", "10月2日", "10月3日", "10月4日"],
        ["星期", "周四", "周五", "周六", "周日"],
        ["带班领导", "沈若谷", "高子墨", "沈若谷", "高子墨"],
        ["值班员", "苏映雪、罗景行", "王芳\n林小舟", "苏映雪", None],
        ["岗位", "10月5日", "10月6日", "10月7日", "10月8日"],
        ["带班领导", "沈若谷", "沈若谷", "沈若谷", "赵六"],
    ]
    draft = preview(desk, rows)
    assert (draft.layout, problems(draft)) == (Layout.BY_POST, [("E7", "name_unknown")])
    assert cells(draft)["10-02", "副班"] == ("林小舟",)
    assert cells(draft)["10-07", "带班领导"] == ("沈若谷",)


# What is wrong


def test_everything_wrong_is_told_with_its_place_and_nothing_is_stored(desk: Desk) -> None:
    rows = [
        TITLE,
        HEAD,
        ["1日", "周五", "赵六", "苏映学", "罗景行"],
        ["2日", "周五", "沈若谷", "王芳", "王 芳"],
        ["32日", "周六", "沈若谷", "王芳", None],
        ["1日", "周四", "高子墨", "林小舟", None],
        ["国庆", None, "沈若谷", None, None],
    ]
    draft = preview(desk, rows)
    assert problems(draft) == [
        ("C3", "name_unknown"),
        ("D3", "name_unknown_similar"),
        ("E4", "person_twice_in_shift"),
        ("A5", "date_does_not_exist"),
        ("A6", "date_twice"),
        ("A7", "date_not_understood"),
    ]
    assert {each.sheet for each in draft.problems} == {"Sheet1"}
    assert dict(draft.problems[1].values) == {"name": "苏映学", "similar": "苏映雪"}
    assert dict(draft.problems[2].values)["first"] == "D4"
    assert dict(draft.problems[4].values)["first"] == "A3"
    assert warnings(draft) == [("B3", "weekday_differs")]
    with pytest.raises(InputProblem) as caught:
        desk.roster_files.store(draft)
    assert (caught.value.code, caught.value.values) == ("import_has_problems", {"count": 6})
    assert standing(desk) == {}


def test_two_of_one_name_must_be_told_apart(desk: Desk) -> None:
    (unit,) = {each.unit_id for each in desk.people.persons() if each.unit_name == "区应急局"}
    desk.people.add_person(PersonEntry("王芳", unit, "科员", "138 0000 0099"))
    rows = [
        TITLE,
        HEAD[:5],
        ["1日", None, "沈若谷", "王芳", "王芳（区水利局）"],
        ["2日", None, None, "王芳13800000099"],
    ]
    draft = preview(desk, rows)
    assert problems(draft) == [("D3", "name_ambiguous")]
    assert "王芳（区应急局）" in str(draft.problems[0].values["choices"])
    assert cells(draft)["10-02", "主班"] == ("王芳（区应急局）",)


def test_who_left_cannot_be_put_on_duty(desk: Desk) -> None:
    (person,) = [each for each in desk.people.persons() if each.name == "王芳"]
    desk.people.leave_person(person.id, datetime(2026, 10, 2, tzinfo=BEIJING))
    draft = preview(desk, [TITLE, HEAD[:4], ["1日", None, None, "王芳"], ["2日", None, None, "王芳"]])
    assert problems(draft) == [("D4", "name_left")]


def test_a_column_with_names_but_no_post_is_refused_and_others_are_left_out(desk: Desk) -> None:
    rows = [TITLE, ["日期", "带班领导", "司机", "车牌"], ["1日", "沈若谷", "欧阳锋", "云A0001"]]
    draft = preview(desk, rows)
    assert problems(draft) == [("C2", "head_unknown")]
    assert warnings(draft) == [("D2", "column_ignored")]
    desk.roster.add_post("司机", PostKind.STANDBY, since=FIRST)
    assert problems(preview(desk, rows)) == []


def test_what_the_roster_itself_refuses_is_told_before_it_is_stored(desk: Desk) -> None:
    desk.roster.assign(FIRST, WHOLE, 3, [3])
    rows = [TITLE, ["日期", "带班", "主班"], ["1日", "沈若谷", "苏映雪"]]
    draft = preview(desk, rows)
    assert problems(draft) == [("C3", "person_on_other_post")]
    # Where the file fills that post too, it is a move.
    rows = [TITLE, ["日期", "带班", "主班", "副班"], ["1日", "沈若谷", "苏映雪", "罗景行"]]
    draft = preview(desk, rows)
    assert problems(draft) == []
    desk.roster_files.store(draft)
    assert standing(desk)[FIRST, WHOLE, "副班"] == ("罗景行",)


def test_the_past_is_corrected_only_with_a_reason(desk: Desk) -> None:
    past = NOW.date() - timedelta(3)
    rows = [["2026年9月值班表"], ["日期", "带班", "主班"], [f"{past.day}日", "沈若谷", "苏映雪"]]
    draft = preview(desk, rows)
    assert problems(draft) == [("B3", "shift_over")]
    draft = preview(desk, rows, reason="补录")
    assert problems(draft) == []
    assert desk.roster_files.store(draft) == 2
    assert [each.reason for each in desk.roster.corrections(past, past)] == ["补录", "补录"]
    # What stands already needs no reason.
    again = preview(desk, rows)
    assert problems(again) == []
    assert not any(cell.changes for cell in again.cells)
    assert desk.roster_files.store(again) == 0


def test_who_is_taken_out_of_a_running_shift_needs_a_reason(desk: Desk) -> None:
    today = NOW.date()
    desk.roster.assign(today, WHOLE, 2, [3])
    rows = [["2026年9月值班表"], ["日期", "带班", "主班"], [f"{today.day}日", "沈若谷", "罗景行"]]
    assert problems(preview(desk, rows)) == [("C3", "shift_begun")]
    rows[2][2] = "苏映雪、罗景行"
    assert problems(preview(desk, rows)) == []


def test_blank_cells_leave_what_stands_and_words_for_nobody_clear_it(desk: Desk) -> None:
    desk.roster.assign(FIRST, WHOLE, 2, [3])
    desk.roster.assign(FIRST, WHOLE, 3, [4])
    draft = preview(desk, [TITLE, HEAD[:5], ["1日", None, "沈若谷", None, "空岗"]])
    assert warnings(draft) == [("D3", "cell_left_as_it_is"), ("E3", "cell_cleared")]
    assert draft.warnings[0].values["names"] == "苏映雪"
    desk.roster_files.store(draft)
    assert {post: names for (_, _, post), names in standing(desk).items()} == {
        "带班领导": ("沈若谷",),
        "主班": ("苏映雪",),
    }


def test_who_is_on_leave_is_a_doubt(desk: Desk) -> None:
    with desk.database.write("add_leave") as session:
        begins = datetime(2026, 10, 1, 12, tzinfo=BEIJING)
        add_leave(
            session, desk.roster.timetable(), NOW, NewLeave(3, begins, begins + timedelta(days=1), LeaveKind.SICK)
        )
    draft = preview(desk, [TITLE, HEAD[:4], ["1日", None, "沈若谷", "苏映雪"], ["3日", None, "沈若谷", "苏映雪"]])
    assert (problems(draft), warnings(draft)) == ([], [("D3", "person_on_leave")])


def test_posts_that_ended_or_are_not_in_the_shift_are_refused(two_shifts: Desk) -> None:
    two_shifts.roster.change_post(3, slots=["夜班"])
    two_shifts.roster.retire_post(2)
    rows = [TITLE, ["日期", "班次", "主班", "副班"], ["1日", "白班", "苏映雪", "罗景行"]]
    assert problems(preview(two_shifts, rows)) == [("C3", "post_retired"), ("D3", "post_not_in_shift")]


def test_a_roster_that_became_wrong_since_its_preview_is_not_stored_at_all(desk: Desk) -> None:
    draft = preview(desk, [TITLE, HEAD[:4], ["1日", None, "沈若谷", "苏映雪"], ["2日", None, "高子墨", "王芳"]])
    (person,) = [each for each in desk.people.persons() if each.name == "王芳"]
    desk.people.leave_person(person.id)
    head = desk.journal.head().seq
    with pytest.raises(InputProblem) as caught:
        desk.roster_files.store(draft)
    assert caught.value.code == "person_left"
    assert standing(desk) == {}
    assert desk.journal.head().seq == head


def test_a_workbook_without_a_roster_says_what_a_roster_is(desk: Desk) -> None:
    draft = preview(desk, [["物资", "数量"], ["手电", 3]])
    assert [(each.sheet, each.row, each.code) for each in draft.problems] == [("Sheet1", 0, "roster_not_found")]
    draft = preview(desk, [TITLE, HEAD, ["1日", "周四", None, None, None]])
    assert [each.code for each in draft.problems] == ["roster_empty"]


def test_a_file_wrong_from_end_to_end_is_not_told_without_end(desk: Desk) -> None:
    names = [f"赵{chr(0x4E00 + number)}" for number in range(40)]
    draft = preview(desk, [TITLE, HEAD[:5], *([f"{day}日", None, *["、".join(names)] * 3] for day in range(1, 32))])
    assert len(draft.problems) == MOST_PROBLEMS + 1
    assert (draft.problems[-1].code, draft.problems[-1].values["count"]) == (
        "problems_more",
        31 * 3 * 40 - MOST_PROBLEMS,
    )


def test_a_leap_day_is_there_in_its_year_only(desk: Desk) -> None:
    for year, found in ((2027, ["date_does_not_exist"]), (2028, [])):
        draft = preview(desk, [[f"{year}年2月值班表"], ["日期", "带班"], ["29日", "沈若谷"]])
        assert [each.code for each in draft.problems] == found
