"""The roster through a real desk: planning, refusals, the month, the one answer."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from time import perf_counter
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.errors import InputProblem
from duty_console.people.model import PersonEntry
from duty_console.roster.model import CalendarDay, CellEntry, DayType, PostKind, ShiftSlot
from duty_console.roster.tables import AssignmentRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

BEIJING = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 10, 14, 10, 26, tzinfo=BEIJING)
TODAY = date(2026, 10, 14)
TOMORROW = TODAY + timedelta(1)
WHOLE = "全天班"
DAY_NIGHT = (ShiftSlot("白班", time(8), 12), ShiftSlot("夜班", time(20), 12))


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOW)


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    with Desk.open(tmp_path, clock) as desk:
        desk.roster.set_up_defaults(date(2026, 10, 1))
        for number, name in enumerate(("沈若谷", "高子墨", "苏映雪", "罗景行"), 1):
            desk.people.add_person(PersonEntry(name, title="科员", phone=f"138 0000 00{number:02}"))
        yield desk


def problem(act: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(InputProblem) as caught:
        act()
    return caught.value.field, caught.value.code


def on(desk: Desk, text: str) -> tuple[list[str], list[str], list[str]]:
    found = desk.roster.on_duty_at(datetime.fromisoformat(text).replace(tzinfo=BEIJING))
    return (
        [each.name for each in found.leaders],
        [each.name for each in found.officers],
        [f"{gap.post}{gap.missing}" for gap in found.gaps],
    )


def test_a_shift_is_planned_by_hand_and_everyone_hears_the_same_answer(desk: Desk) -> None:
    assert [(post.name, post.kind, post.seats) for post in desk.roster.posts()] == [
        ("带班领导", PostKind.LEADER, 1),
        ("主班", PostKind.OFFICER, 1),
        ("副班", PostKind.OFFICER, 1),
    ]
    assert desk.roster.set_up_defaults() == desk.roster.posts()
    assert on(desk, "2026-10-14 12:00") == ([], [], ["带班领导1", "主班1", "副班1"])
    desk.roster.assign(TODAY, WHOLE, 1, [1])
    (there,) = desk.roster.assign(TODAY, WHOLE, 2, [2])
    assert (there.starts_at, there.ends_at) == (
        datetime(2026, 10, 14, tzinfo=UTC),
        datetime(2026, 10, 15, tzinfo=UTC),
    )
    assert on(desk, "2026-10-14 08:00:00") == (["沈若谷"], ["高子墨"], ["副班1"])
    assert on(desk, "2026-10-15 07:59:59") == (["沈若谷"], ["高子墨"], ["副班1"])
    assert on(desk, "2026-10-14 07:59:59") == ([], [], ["带班领导1", "主班1", "副班1"])
    assert problem(lambda: desk.roster.assign(TODAY, WHOLE, 2, [3, 4])) == ("shift_date", "shift_begun")
    assert desk.roster.assign(TODAY, WHOLE, 2, [3, 4], "写错")[1].person_id == 4
    assert on(desk, "2026-10-14 12:00") == (["沈若谷"], ["苏映雪", "罗景行"], ["副班1"])
    assert desk.roster.assign(TODAY, WHOLE, 2, [4, 3])[0].person_id == 4
    assert on(desk, "2026-10-14 12:00")[1] == ["罗景行", "苏映雪"]
    assert desk.roster.clear(TODAY, WHOLE, 2, "无人到岗") == ()
    assert on(desk, "2026-10-14 12:00") == (["沈若谷"], [], ["主班1", "副班1"])
    shift, coming = desk.roster.shift_at(NOW), desk.roster.next_shift(NOW)
    assert shift is not None
    assert coming is not None
    assert (shift.date, coming.starts_at) == (TODAY, shift.ends_at)


def test_what_cannot_be_assigned_says_why_and_changes_nothing(desk: Desk) -> None:
    roster = desk.roster
    roster.assign(TODAY, WHOLE, 1, [1])
    desk.people.leave_person(4)
    tomorrow, yesterday = TODAY + timedelta(1), TODAY - timedelta(1)
    heard: list[object] = []
    desk.changes.subscribe(heard.append)
    refused: list[tuple[Callable[[], object], tuple[str, str]]] = [
        (lambda: roster.assign(TODAY, "夜班", 1, [1]), ("slot", "slot_unknown")),
        (lambda: roster.assign(TODAY, WHOLE, 99, [1]), ("post_id", "post_unknown")),
        (lambda: roster.assign(TODAY, WHOLE, 2, [99]), ("person_ids", "person_unknown")),
        (lambda: roster.assign(tomorrow, WHOLE, 2, [4]), ("person_ids", "person_left")),
        (lambda: roster.assign(TODAY, WHOLE, 2, [2, 2]), ("person_ids", "person_twice")),
        (lambda: roster.assign(TODAY, WHOLE, 2, [1]), ("person_ids", "person_on_other_post")),
        (lambda: roster.assign(yesterday, WHOLE, 2, [2]), ("shift_date", "shift_over")),
        (lambda: roster.assign(yesterday, WHOLE, 2, [2], "  "), ("shift_date", "shift_over")),
        (lambda: roster.clear(yesterday, WHOLE, 2), ("shift_date", "shift_over")),
        (
            lambda: roster.assign_all(
                [CellEntry(tomorrow, WHOLE, 2, (2,)), CellEntry(tomorrow, WHOLE, 3, (2,))],
            ),
            ("person_ids", "person_on_other_post"),
        ),
        (lambda: roster.month(2026, 13), ("month", "month_wrong")),
        (lambda: roster.fill_forward(TODAY, TODAY, TODAY), ("until", "dates_wrong")),
    ]
    for act, expected in refused:
        assert problem(act) == expected
    assert heard == []
    assert on(desk, "2026-10-15 12:00") == ([], [], ["带班领导1", "主班1", "副班1"])


def test_two_may_swap_posts_of_one_shift_in_one_step(desk: Desk) -> None:
    desk.roster.assign(TOMORROW, WHOLE, 2, [2])
    desk.roster.assign(TOMORROW, WHOLE, 3, [3])
    swap = (CellEntry(TOMORROW, WHOLE, 2, (3,)), CellEntry(TOMORROW, WHOLE, 3, (2,)))
    desk.roster.assign_all(swap)
    officers = desk.roster.on_duty_at(NOW + timedelta(1)).officers
    assert [(each.post, each.name) for each in officers] == [("主班", "苏映雪"), ("副班", "高子墨")]


def test_the_past_is_corrected_only_with_a_reason_that_stays(desk: Desk, clock: FakeClock) -> None:
    desk.roster.assign(TODAY, WHOLE, 2, [2])
    clock.set(datetime(2026, 10, 15, 7, 59, 59, tzinfo=BEIJING))
    desk.roster.assign(TODAY, WHOLE, 2, [2, 3])
    clock.advance(timedelta(seconds=1))
    assert problem(lambda: desk.roster.assign(TODAY, WHOLE, 2, [3])) == ("shift_date", "shift_over")
    desk.roster.assign(TODAY, WHOLE, 2, [3], "高子墨 当日请假，实由苏映雪值班")
    assert on(desk, "2026-10-14 12:00")[1] == ["苏映雪"]
    filled, late, kept = desk.roster.corrections(TODAY, TODAY)
    assert (filled.before, filled.after, filled.reason) == ("", "高子墨", "开班后补排")
    assert (late.before, late.after) == ("高子墨", "高子墨、苏映雪")
    assert (kept.post, kept.before, kept.after) == ("主班", "高子墨、苏映雪", "苏映雪")
    assert (kept.reason, kept.recorded_at) == ("高子墨 当日请假，实由苏映雪值班", clock.now())


def test_who_leaves_becomes_a_gap_from_the_next_shift_on(desk: Desk) -> None:
    for day in (TODAY, TODAY + timedelta(1)):
        desk.roster.assign(day, WHOLE, 2, [2])
    desk.people.leave_person(2)
    assert on(desk, "2026-10-14 12:00")[1:] == (["高子墨"], ["带班领导1", "副班1"])
    assert on(desk, "2026-10-15 12:00")[1:] == ([], ["带班领导1", "主班1", "副班1"])
    # An empty cell and one whose person left can both be filled again.
    desk.roster.assign(TODAY + timedelta(1), WHOLE, 2, [3])
    assert on(desk, "2026-10-15 12:00")[1] == ["苏映雪"]


def test_the_month_is_a_table_of_days_by_posts(desk: Desk) -> None:
    desk.roster.assign(TODAY, WHOLE, 1, [1])
    desk.roster.assign(TODAY, WHOLE, 3, [2, 3])
    table = desk.roster.month(2026, 10)
    assert [post.name for post in table.posts] == ["带班领导", "主班", "副班"]
    assert [row.day.date.day for row in table.rows] == list(range(1, 32))
    assert [table.counts[each] for each in table.counts] == [3, 4, 1, 6, 17]
    assert not table.provisional
    assert not table.several_shifts
    row = table.rows[13]
    assert [[person.name for person in cell.persons] for cell in row.cells] == [["沈若谷"], [], ["高子墨", "苏映雪"]]
    assert [cell.missing for cell in row.cells] == [0, 1, 0]
    assert len(table.gaps) == 31 * 3 - 2
    assert desk.roster.month(2026, 9).gaps == ()
    assert len(desk.roster.month(2028, 2).rows) == 29
    assert desk.roster.month(2028, 2).provisional


def test_every_moment_of_a_month_agrees_with_the_table(desk: Desk) -> None:
    for number in range(4, 18):
        day = TODAY + timedelta(number - 4)
        desk.roster.assign(day, WHOLE, 1, [1 + number % 2])
        desk.roster.assign(day, WHOLE, 2, [3 + number % 2])
    for row in desk.roster.month(2026, 10).rows:
        for at in (row.shift.starts_at, row.shift.ends_at - timedelta(microseconds=1)):
            found = desk.roster.on_duty_at(at)
            assert found.shift == row.shift
            assert found.leaders == row.cells[0].persons
            assert found.officers == row.cells[1].persons + row.cells[2].persons
            assert sum(gap.missing for gap in found.gaps) == sum(cell.missing for cell in row.cells)


def test_a_new_pattern_keeps_the_past_and_moves_the_plan(desk: Desk) -> None:
    roster, change = desk.roster, TODAY + timedelta(1)
    for number in range(3):
        roster.assign(TODAY + timedelta(number), WHOLE, 1, [1])
    nine = (ShiftSlot(WHOLE, time(9), 24),)
    assert problem(lambda: roster.set_pattern(TODAY, nine)) == ("valid_from", "pattern_past")
    assert problem(lambda: roster.set_pattern(change, DAY_NIGHT)) == ("shifts", "pattern_drops_assignments")
    assert roster.patterns() == ()
    assert roster.set_pattern(change, nine).shifts == nine
    assert on(desk, "2026-10-15 08:59:59")[0] == ["沈若谷"]
    assert desk.roster.on_duty_at(datetime(2026, 10, 15, 8, 59, tzinfo=BEIJING)).shift == roster.shifts_of(TODAY)[0]
    with desk.database.connection() as connection:
        times = connection.execute(AssignmentRow.__table__.select().order_by("shift_date")).all()
    hours = [(row.starts_at.astimezone(BEIJING).hour, row.ends_at.astimezone(BEIJING).hour) for row in times]
    assert hours == [(8, 9), (9, 9), (9, 9)]
    roster.set_pattern(change, DAY_NIGHT, and_clear=True)
    assert [row.shift.name for row in roster.month(2026, 10).rows][13:17] == [WHOLE, "白班", "夜班", "白班"]
    assert roster.month(2026, 10).several_shifts
    assert on(desk, "2026-10-14 12:00")[0] == ["沈若谷"]
    assert on(desk, "2026-10-15 12:00")[0] == []
    roster.assign(change, "夜班", 1, [1])
    assert on(desk, "2026-10-16 07:59:59")[0] == ["沈若谷"]
    assert on(desk, "2026-10-15 19:59:59")[0] == []


def test_a_fresh_room_may_choose_its_pattern_for_today(desk: Desk) -> None:
    desk.roster.set_pattern(TODAY, DAY_NIGHT)
    shift = desk.roster.shift_at(NOW)
    assert shift is not None
    assert (shift.name, shift.ends_at) == ("白班", datetime(2026, 10, 14, 20, tzinfo=BEIJING))


def test_posts_are_added_renamed_ordered_and_retired(desk: Desk) -> None:
    roster = desk.roster
    spare = roster.add_post(" 备勤 ", PostKind.OFFICER, 2)
    assert (spare.name, spare.since, spare.seats) == ("备勤", TODAY, 2)
    assert problem(lambda: roster.add_post("备勤", PostKind.OFFICER)) == ("name", "post_duplicate")
    assert problem(lambda: roster.add_post("", PostKind.OFFICER)) == ("name", "name_missing")
    assert problem(lambda: roster.add_post("夜班", PostKind.OFFICER, 0)) == ("seats", "seats_wrong")
    assert problem(lambda: roster.change_post(2, name="副班")) == ("name", "post_duplicate")
    assert problem(lambda: roster.change_post(99, name="副班")) == ("post_id", "post_unknown")
    assert problem(lambda: roster.order_posts([99])) == ("post_id", "post_unknown")
    assert roster.change_post(2, name="值班长").name == "值班长"
    assert roster.change_post(2, seats=2).seats == 2
    assert [post.name for post in roster.order_posts([spare.id, 3])] == ["带班领导", "备勤", "副班", "值班长"]
    assert on(desk, "2026-10-13 12:00")[2] == ["带班领导1", "副班1", "值班长2"]
    for day in (TODAY, TODAY + timedelta(1)):
        roster.assign(day, WHOLE, 3, [2])
    assert problem(lambda: roster.retire_post(3)) == ("post_id", "post_has_assignments")
    retired = roster.retire_post(3, and_clear=True)
    assert (retired.active, retired.retired_on) == (False, TODAY + timedelta(1))
    assert "副班" not in [post.name for post in roster.posts()]
    assert on(desk, "2026-10-14 12:00")[1] == ["高子墨"]
    assert on(desk, "2026-10-15 12:00") == ([], [], ["带班领导1", "备勤2", "值班长2"])
    later = TODAY + timedelta(1)
    assert problem(lambda: roster.assign(later, WHOLE, 3, [2])) == ("post_id", "post_retired")
    assert "副班" in [post.name for post in roster.month(2026, 10).posts]
    assert "副班" not in [post.name for post in roster.month(2026, 11).posts]


def test_a_block_of_days_is_repeated_into_empty_cells_only(desk: Desk) -> None:
    for number, person in enumerate((1, 2, 3)):
        desk.roster.assign(TODAY + timedelta(number), WHOLE, 2, [person])
    desk.roster.assign(TODAY + timedelta(4), WHOLE, 2, [4])
    desk.roster.assign(TODAY + timedelta(5), WHOLE, 1, [3])
    desk.people.leave_person(1)
    assert desk.roster.fill_forward(TODAY, TODAY + timedelta(2), TODAY + timedelta(8)) == 2
    rows = desk.roster.month(2026, 10).rows[13:22]
    names = ["、".join(each.name for each in row.cells[1].persons) for row in rows]
    # The first left today, the fifth day was filled, on the sixth the third stands as leader.
    assert names == ["沈若谷", "高子墨", "苏映雪", "", "罗景行", "", "", "高子墨", "苏映雪"]


def test_the_rooms_own_word_on_a_day_overrides_the_calendar(desk: Desk) -> None:
    roster, day = desk.roster, date(2027, 2, 20)
    seeded = roster.day(day)
    assert seeded == CalendarDay(day, DayType.WEEKEND, "", provisional=True)
    set_day = roster.set_day(day, DayType.MAKEUP_WORKDAY, " 春节 ")
    assert set_day == roster.day(day) == CalendarDay(day, DayType.MAKEUP_WORKDAY, "春节")
    assert roster.month(2027, 2).days[19] == set_day
    assert roster.set_day(day, DayType.WORKDAY).day_type is DayType.WORKDAY
    assert problem(lambda: roster.set_day(day, DayType.WORKDAY, "名" * 21)) == ("name", "text_too_long")
    assert roster.reset_day(day) == seeded == roster.day(day)


def test_ten_years_of_assignments_do_not_slow_the_strip(desk: Desk) -> None:
    at, first = NOW, date(2016, 10, 14)
    asked = desk.roster.on_duty_at
    asked(at)
    few = _fastest(lambda: asked(at))
    rows = [
        {
            "shift_date": first + timedelta(number),
            "slot": WHOLE,
            "post_id": post,
            "person_id": post,
            "place": 0,
            "starts_at": NOW,
            "ends_at": NOW,
        }
        for number in range(3653)
        for post in (1, 2, 3)
    ]
    with desk.database.connection(writing=True) as connection:
        connection.execute(insert(AssignmentRow), rows)
        plan = connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT id FROM assignment WHERE shift_date BETWEEN ? AND ?",
            ("2026-10-14", "2026-10-14"),
        ).all()
    assert plan[0][-1].startswith("SEARCH")
    assert [each.name for each in asked(at).leaders] == ["沈若谷"]
    # Three more rows to read, not eleven thousand.
    assert _fastest(lambda: asked(at)) < 5 * few


def _fastest(act: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(20):
        begun = perf_counter()
        act()
        best = min(best, perf_counter() - begun)
    return best


def test_every_cell_is_journalled(desk: Desk) -> None:
    desk.roster.assign(TODAY, WHOLE, 1, [1])
    desk.roster.clear(TODAY, WHOLE, 1, "写错")
    with desk.database.connection() as connection:
        found = connection.exec_driver_sql(
            "SELECT action, operation FROM journal_entry WHERE entity = 'assignment' ORDER BY seq"
        ).all()
    assert [tuple(each) for each in found] == [("assign_duty", "insert"), ("assign_duty", "delete")]
