"""Who stands where: covers and leaves at their limits, shifts by the kind of day, tiers, key posts, what moves."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from duty_console.clock import FakeClock
from duty_console.roster.model import (
    CalendarDay,
    CellEntry,
    DayScope,
    DayType,
    LeaveKind,
    NewCover,
    NewLeave,
    PostKind,
    ShiftSlot,
)
from duty_console.roster.substitution.model import ConsentHow
from tests.roster.duty_room import (
    DEPUTY,
    GAO,
    GU,
    JIANG,
    LEADS,
    LUO,
    MAIN,
    NOW,
    SECOND,
    SHEN,
    SU,
    TODAY,
    TOMORROW,
    WHOLE,
    at,
    cover,
    open_room,
    problem,
    there,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from duty_console.desk import Desk

ZERO = timedelta(0)
DAY = timedelta(days=1)
AROUND = (-SECOND, ZERO, SECOND)
OFFICE_AND_NIGHT = (
    ShiftSlot("值守", time(8, 30), 9, DayScope.REST),
    ShiftSlot("夜班", time(17, 30), 15),
)
"""Offices answer on workdays; nights and rest days are the duty room's."""


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOW)


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    with open_room(tmp_path, clock) as desk:
        yield desk


def test_a_cover_begins_with_its_first_moment_and_ends_before_its_last(desk: Desk) -> None:
    noon, two = at("2026-10-14 12:00"), at("2026-10-14 14:00")
    desk.substitution.emergency(cover(GAO, LUO, noon, two), "送医", GU)
    assert [there(desk, noon + each)[1][0] for each in AROUND] == ["高子墨", "罗景行", "罗景行"]
    assert [there(desk, two + each)[1][0] for each in AROUND] == ["罗景行", "高子墨", "高子墨"]
    cells = desk.roster.span(TODAY, TODAY).rows[0].cells
    (mark,) = cells[1].covers
    assert ([each.name for each in cells[1].persons], mark.cover.name, mark.starts_at) == (["高子墨"], "罗景行", noon)
    assert [cell.missing for cell in cells] == [0, 0, 0]


def test_a_leave_empties_the_seat_from_its_first_moment_up_to_its_last(desk: Desk) -> None:
    noon, two = at("2026-10-14 12:00"), at("2026-10-14 14:00")
    desk.substitution.leave(NewLeave(GAO, noon, two, LeaveKind.SICK), GU)
    gone, here = (["苏映雪"], ["主班1"]), (["高子墨", "苏映雪"], [])
    assert [there(desk, noon + each)[1:] for each in AROUND] == [here, gone, gone]
    assert [there(desk, two + each)[1:] for each in AROUND] == [gone, here, here]
    assert desk.roster.on_duty_at(noon).gaps[0].away == ("高子墨",)
    cell = desk.roster.span(TODAY, TODAY).rows[0].cells[1]
    assert (cell.missing, cell.away, [each.name for each in cell.persons]) == (1, (GAO,), ["高子墨"])
    runs = [each for each in desk.roster.stretches(TODAY, TODAY) if each.post_id == MAIN]
    assert [(each.persons, each.missing) for each in runs] == [((GAO,), 0), ((), 1), ((GAO,), 0)]


def test_a_covered_leave_is_no_gap_and_a_gap_names_only_who_is_away_then(desk: Desk) -> None:
    noon, two, night = at("2026-10-14 12:00"), at("2026-10-14 14:00"), at("2026-10-15 00:00")
    desk.substitution.leave(NewLeave(GAO, noon, night), GU)
    desk.substitution.emergency(cover(GAO, LUO, noon, two), "替班", SHEN)
    assert there(desk, noon)[1:] == (["罗景行", "苏映雪"], [])
    assert there(desk, two)[1:] == (["苏映雪"], ["主班1"])
    desk.roster.clear(TOMORROW, WHOLE, MAIN)
    assert desk.roster.on_duty_at(at("2026-10-15 12:00")).gaps[0].away == ()


def test_who_covers_cannot_go_on_leave_before_somebody_else_does(desk: Desk, clock: FakeClock) -> None:
    noon, two, end = at("2026-10-14 12:00"), at("2026-10-14 14:00"), at("2026-10-15 08:00")
    desk.substitution.emergency(cover(GAO, LUO, noon, end), "送医", GU)
    wanted = NewLeave(LUO, two, end)
    assert problem(lambda: desk.substitution.leave(wanted, GU)) == ("starts_at", "leave_covering")
    assert problem(lambda: desk.substitution.leave(NewLeave(LUO, end - SECOND, end), GU))[1] == "leave_covering"
    desk.substitution.emergency(cover(LUO, JIANG, two, end), "换人", GU)
    desk.substitution.leave(wanted, GU)
    assert [there(desk, two + each)[1][0] for each in AROUND] == ["罗景行", "江晚晴", "江晚晴"]
    clock.set(two)
    assert problem(lambda: desk.attendance.off_post(JIANG, "取件", LUO)) == ("cover_person_id", "person_on_leave")


def test_who_left_does_not_stand_in_and_who_stands_in_for_who_left_does(desk: Desk, clock: FakeClock) -> None:
    clock.set(at("2026-10-15 07:00"))
    day = {"day": TOMORROW}
    desk.substitution.emergency(cover(LUO, SU, "2026-10-15 12:00", "2026-10-15 14:00", **day), "送医", GU)
    desk.substitution.emergency(
        cover(JIANG, GAO, "2026-10-15 12:00", "2026-10-15 14:00", post=DEPUTY, day=TOMORROW), "送医", GU
    )
    desk.people.leave_person(SU)
    desk.people.leave_person(JIANG)
    assert there(desk, "2026-10-15 13:00")[1:] == (["高子墨"], ["主班1"])
    assert there(desk, "2026-10-15 15:00")[1:] == (["罗景行"], ["副班1"])


def _names(desk: Desk, first: date, last: date) -> list[tuple[str, str]]:
    return [(f"{shift.date:%m-%d}", shift.name) for shift in desk.roster.shifts_between(first, last)]


def test_office_hours_and_nights_follow_weekend_holiday_and_make_up_workday(desk: Desk) -> None:
    desk.roster.set_pattern(date(2026, 10, 16), OFFICE_AND_NIGHT)
    assert _names(desk, date(2026, 10, 23), date(2026, 10, 26)) == [
        ("10-23", "夜班"),  # Friday
        ("10-24", "值守"), ("10-24", "夜班"),
        ("10-25", "值守"), ("10-25", "夜班"),
        ("10-26", "夜班"),
    ]  # fmt: skip
    assert desk.roster.on_duty_at(at("2026-10-23 12:00")).shift is None
    assert there(desk, "2026-10-24 12:00")[2] == ["带班领导1", "主班1", "副班1"]
    # The last shift of the old pattern goes on until the new one's first relieves it.
    assert there(desk, "2026-10-16 17:29:59")[1] == ["罗景行", "江晚晴"]


def test_a_holiday_and_a_make_up_workday_change_the_shifts(tmp_path: Path) -> None:
    clock = FakeClock(at("2026-09-01 10:00"))
    with open_room(tmp_path, clock) as desk:
        clock.set(at("2026-09-01 10:00"))
        desk.roster.set_pattern(date(2026, 9, 10), OFFICE_AND_NIGHT, and_clear=True)
        assert _names(desk, date(2026, 9, 20), date(2026, 9, 20)) == [("09-20", "夜班")]  # a Sunday that is worked
        rest = [day for day, name in _names(desk, date(2026, 9, 24), date(2026, 9, 28)) if name == "值守"]
        assert rest == ["09-25", "09-26", "09-27"]
        night = desk.roster.shifts_of(date(2026, 9, 24))[0]
        moments = [desk.roster.shift_at(night.ends_at + each) for each in AROUND]
        assert [each and each.name for each in moments] == ["夜班", "值守", "值守"]
        last = desk.roster.shifts_of(date(2026, 9, 27))[-1]
        assert [desk.roster.shift_at(last.ends_at + each) is None for each in AROUND] == [False, True, True]


def test_leaders_stand_in_the_order_of_their_tiers(desk: Desk) -> None:
    second = desk.roster.add_post("值班处长", PostKind.LEADER, tier=2)
    first = desk.roster.add_post("总带班", PostKind.LEADER, tier=1)
    third = desk.roster.add_post("科室带班", PostKind.LEADER, tier=3)
    for post, person in ((second, GU), (first, LUO), (third, JIANG)):
        desk.roster.assign(TODAY, WHOLE, post.id, [person])
    posts = [each.post for each in desk.roster.on_duty_at(NOW).leaders]
    assert posts == ["带班领导", "总带班", "值班处长", "科室带班"]
    assert [each.name for each in desk.roster.posts()][:4] == posts
    assert problem(lambda: desk.roster.add_post("四级", PostKind.LEADER, tier=4)) == ("tier", "tier_wrong")


@pytest.mark.parametrize(("persons", "missing"), [([], 2), ([GAO], 1), ([GAO, LUO], 0), ([GAO, LUO, JIANG], 0)])
def test_a_key_post_needs_two(desk: Desk, persons: list[int], missing: int) -> None:
    desk.roster.change_post(MAIN, key=True)
    desk.roster.assign(TODAY, WHOLE, MAIN, persons, "调整")
    assert sum(gap.missing for gap in desk.roster.on_duty_at(NOW).gaps) == missing
    cell = desk.roster.span(TODAY, TODAY).rows[0].cells[1]
    assert cell.missing == missing


def test_a_key_post_is_short_while_one_of_two_is_away(desk: Desk) -> None:
    desk.roster.change_post(MAIN, key=True)
    desk.roster.assign(TOMORROW, WHOLE, MAIN, [LUO, SU])
    noon, two = at("2026-10-15 12:00"), at("2026-10-15 14:00")
    desk.substitution.leave(NewLeave(SU, noon, two), GU)
    gaps = [[(gap.post, gap.missing, gap.away) for gap in desk.roster.on_duty_at(each).gaps] for each in (noon, two)]
    assert gaps == [[("主班", 1, ("苏映雪",))], []]


def test_a_post_of_some_shifts_is_missing_in_no_other(desk: Desk) -> None:
    pattern = (ShiftSlot("白班", time(8), 12), ShiftSlot("夜班", time(20), 12))
    desk.roster.set_pattern(date(2026, 10, 16), pattern)
    night = desk.roster.add_post("夜间值守", PostKind.OFFICER, slots=("夜班",))
    day, dark = at("2026-10-16 12:00"), at("2026-10-16 22:00")
    assert ["夜间值守1" in there(desk, each)[2] for each in (day, dark)] == [False, True]
    wrong = problem(lambda: desk.roster.assign(date(2026, 10, 16), "白班", night.id, [LUO]))
    assert wrong == ("post_id", "post_not_in_shift")
    assert problem(lambda: desk.roster.add_post("晚岗", PostKind.OFFICER, slots=("晚班",)))[1] == "slot_not_in_pattern"
    exists = [
        cell.exists for row in desk.roster.span(date(2026, 10, 16), date(2026, 10, 16)).rows for cell in row.cells
    ]
    assert exists == [True, True, True, False, True, True, True, True]


def test_a_notice_moves_planned_shifts_and_is_final(desk: Desk) -> None:
    saturday = date(2027, 5, 8)
    desk.roster.set_pattern(date(2027, 5, 1), OFFICE_AND_NIGHT)
    desk.roster.assign(saturday, "值守", MAIN, [GAO])
    desk.roster.assign(saturday, "夜班", MAIN, [SU])
    assert desk.roster.day(saturday).provisional
    days = [
        CalendarDay(saturday, DayType.MAKEUP_WORKDAY, "劳动节"),
        CalendarDay(date(2027, 5, 3), DayType.ADJUSTED_REST),
    ]
    wrong = problem(lambda: desk.roster.import_notice(2027, days, "通知"))
    assert wrong == ("shifts", "pattern_drops_assignments")
    assert desk.roster.day(saturday).provisional
    found = desk.roster.import_notice(2027, days, "通知", and_clear=True)
    assert (len(found), any(day.provisional for day in found)) == (365, False)
    kept = desk.roster.assignments(saturday, saturday)
    assert [(each.slot, each.person_id) for each in kept] == [("夜班", SU)]
    assert problem(lambda: desk.roster.import_notice(2027, [], "通知")) == ("notice", "notice_empty")
    other = [CalendarDay(date(2029, 1, 1), DayType.WORKDAY)]
    assert problem(lambda: desk.roster.import_notice(2027, other, "通知")) == ("notice", "notice_other_year")


def test_setting_a_day_moves_the_end_of_the_night_before_and_who_stands_in(desk: Desk) -> None:
    night = ShiftSlot("夜班", time(17, 30), 15, DayScope.WORK)
    desk.roster.set_pattern(date(2026, 10, 20), (ShiftSlot("值守", time(7, 30), 24, DayScope.REST), night))
    thursday, friday = date(2026, 10, 22), date(2026, 10, 23)
    desk.roster.assign(thursday, "夜班", MAIN, [GAO])
    times = at("2026-10-22 20:00"), at("2026-10-23 08:30")
    desk.substitution.approve(_agreed(desk, NewCover(thursday, "夜班", MAIN, GAO, LUO, *times)), SHEN)
    (before,) = desk.roster.assignments(thursday, thursday)
    assert before.ends_at == times[1]
    desk.roster.set_day(friday, DayType.STATUTORY_HOLIDAY)
    (after,) = desk.roster.assignments(thursday, thursday)
    (moved,) = desk.roster.covers(thursday, thursday)
    assert after.ends_at == moved.ends_at == at("2026-10-23 07:30")
    desk.roster.reset_day(friday)
    assert desk.roster.assignments(thursday, thursday) == (before,)
    assert desk.roster.covers(thursday, thursday)[0].ends_at == times[1]


def test_covers_move_with_their_shift_and_are_dropped_only_when_asked(desk: Desk) -> None:
    whole = cover(LUO, GAO, "2026-10-15 08:00", "2026-10-16 08:00", day=TOMORROW)
    desk.substitution.approve(_agreed(desk, whole), SHEN)
    early = cover(JIANG, SU, "2026-10-15 08:00", "2026-10-15 09:00", post=DEPUTY, day=TOMORROW)
    desk.substitution.approve(_agreed(desk, early), SHEN)
    later = (ShiftSlot(WHOLE, time(9), 24),)
    desk.roster.set_pattern(TOMORROW, later, and_clear=True)
    kept = {each.person_id: (each.starts_at, each.ends_at) for each in desk.roster.covers(TOMORROW, TOMORROW)}
    assert kept == {LUO: (at("2026-10-15 09:00"), at("2026-10-16 09:00"))}
    halves = (ShiftSlot("白班", time(9), 12), ShiftSlot("夜班", time(21), 12))
    assert problem(lambda: desk.roster.set_pattern(TOMORROW, halves)) == ("shifts", "pattern_drops_assignments")
    desk.roster.set_pattern(TOMORROW, halves, and_clear=True)
    assert desk.roster.covers(TOMORROW, TOMORROW) == ()
    assert desk.roster.assignments(TOMORROW, TOMORROW) == ()


def _agreed(desk: Desk, new: NewCover) -> int:
    proposal = desk.substitution.propose_cover(new)
    for person in proposal.persons:
        desk.substitution.consent(proposal.id, person, ConsentHow.PHONE)
    return proposal.id


def test_a_pattern_may_begin_tomorrow_in_the_evening_though_the_days_first_shift_is_over(
    desk: Desk, clock: FakeClock
) -> None:
    desk.roster.set_pattern(date(2026, 10, 16), (ShiftSlot("白班", time(8), 12), ShiftSlot("夜班", time(20), 12)))
    desk.roster.assign(date(2026, 10, 16), "白班", MAIN, [GAO])
    desk.roster.assign(date(2026, 10, 16), "夜班", MAIN, [SU])
    clock.set(at("2026-10-16 21:00"))
    desk.roster.set_pattern(date(2026, 10, 17), (ShiftSlot(WHOLE, time(9), 24),))
    assert there(desk, "2026-10-17 08:59:59")[1] == ["苏映雪"]
    assert there(desk, "2026-10-16 12:00")[1] == ["高子墨"]
    again = (ShiftSlot(WHOLE, time(8), 24),)
    assert problem(lambda: desk.roster.set_pattern(date(2026, 10, 16), again)) == ("valid_from", "pattern_past")


def test_a_pattern_cannot_end_a_shift_before_now(desk: Desk, clock: FakeClock) -> None:
    clock.set(at("2026-10-15 07:40"))
    desk.roster.clear(TOMORROW, WHOLE, LEADS)
    desk.roster.clear(TOMORROW, WHOLE, MAIN)
    desk.roster.clear(TOMORROW, WHOLE, DEPUTY)
    early = (ShiftSlot(WHOLE, time(7, 30), 24),)
    assert problem(lambda: desk.roster.set_pattern(TOMORROW, early)) == ("valid_from", "pattern_past")
    desk.roster.set_pattern(TOMORROW, (ShiftSlot(WHOLE, time(7, 45), 24),))
    assert there(desk, "2026-10-15 07:44:59")[1] == ["高子墨", "苏映雪"]


def test_a_running_cover_that_loses_its_shifts_rest_keeps_what_was(desk: Desk, clock: FakeClock) -> None:
    clock.set(at("2026-10-15 06:00"))
    desk.substitution.emergency(cover(GAO, LUO, "2026-10-15 06:00", "2026-10-15 08:00"), "送医", GU)
    clock.set(at("2026-10-15 07:00"))
    desk.roster.set_pattern(TOMORROW, (ShiftSlot(WHOLE, time(7, 30), 24),))
    assert there(desk, "2026-10-15 06:30")[1][0] == "罗景行"
    (kept,) = desk.roster.covers(TODAY, TODAY)
    assert kept.ends_at == at("2026-10-15 07:30")


def test_a_post_that_ends_takes_its_covers_along(desk: Desk) -> None:
    new = cover(LUO, GAO, "2026-10-15 08:00", "2026-10-16 08:00", day=TOMORROW)
    desk.substitution.approve(_agreed(desk, new), SHEN)
    desk.roster.retire_post(MAIN, and_clear=True)
    assert desk.roster.covers(TOMORROW, TOMORROW) == ()
    desk.roster.assign(TOMORROW, WHOLE, DEPUTY, [GAO])
    assert there(desk, "2026-10-15 12:00")[1] == ["高子墨"]


@pytest.mark.parametrize("persons", [[SU], []])
def test_who_is_no_longer_planned_takes_his_cover_along(desk: Desk, persons: list[int]) -> None:
    new = cover(LUO, GAO, "2026-10-15 08:00", "2026-10-16 08:00", day=TOMORROW)
    desk.substitution.approve(_agreed(desk, new), SHEN)
    desk.roster.assign(TOMORROW, WHOLE, MAIN, persons)
    assert desk.roster.covers(TOMORROW, TOMORROW) == ()
    desk.roster.assign(TOMORROW, WHOLE, MAIN, [LUO])
    assert there(desk, "2026-10-15 12:00")[1] == ["罗景行", "江晚晴"]


def test_repeating_days_leaves_out_who_stands_in_there(desk: Desk) -> None:
    new = cover(LUO, GAO, "2026-10-15 08:00", "2026-10-16 08:00", day=TOMORROW)
    desk.substitution.approve(_agreed(desk, new), SHEN)
    desk.roster.clear(TOMORROW, WHOLE, DEPUTY)
    swapped = [CellEntry(TODAY, WHOLE, MAIN, (SU,)), CellEntry(TODAY, WHOLE, DEPUTY, (GAO,))]
    desk.roster.assign_all(swapped, "更正")
    assert desk.roster.fill_forward(TODAY, TODAY, TOMORROW) == 0
    assert there(desk, "2026-10-15 12:00")[1:] == (["高子墨"], ["副班1"])
