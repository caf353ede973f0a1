"""Rotation through a real desk: lists, plans that are stored and taken back, fairness over covers and leaves."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.errors import InputProblem
from duty_console.people.model import PersonEntry, UnitEntry
from duty_console.roster.leaves import add_leave
from duty_console.roster.model import AssignmentSource, DayType, NewCover, NewLeave, PostKind, ShiftSlot, Why
from duty_console.roster.rotation import service
from duty_console.roster.rotation.model import FixedDuty, Member, PairKind, PairRule, RotationRules
from duty_console.roster.rotation.planner import plan
from duty_console.roster.seats import add_cover

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from duty_console.roster.rotation.model import Plan, Task

BEIJING = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 10, 14, 10, 26, tzinfo=BEIJING)
TODAY = date(2026, 10, 14)
TOMORROW = TODAY + timedelta(1)
WHOLE = "全天班"
LEADER, FIRST, SECOND = 1, 2, 3
NAMES = ("沈若谷", "高子墨", "苏映雪", "罗景行", "林小舟", "汪启明", "熊若溪", "宋维桢")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOW)


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    """Two leaders and six officers, three posts; nobody on any list yet."""
    with Desk.open(tmp_path, clock) as desk:
        desk.roster.set_up_defaults(date(2026, 10, 1))
        unit = desk.people.add_unit(UnitEntry("区应急管理局"))
        for number, name in enumerate(NAMES, 1):
            desk.people.add_person(PersonEntry(name, unit.id, phone=f"138 0000 00{number:02}", leader=number <= 2))
        yield desk


def problem(act: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(InputProblem) as caught:
        act()
    return caught.value.field, caught.value.code


def days_on(number: int) -> date:
    return TODAY + timedelta(number)


def persons_of(desk: Desk, post_id: int) -> set[int]:
    return {each.person_id for each in desk.rotation.candidates() if each.post_id == post_id}


def test_lists_are_set_and_a_post_without_one_asks_whom_it_would(desk: Desk) -> None:
    rotation = desk.rotation
    assert rotation.members() == ()
    assert persons_of(desk, LEADER) == {1, 2}
    assert persons_of(desk, FIRST) == persons_of(desk, SECOND) == {3, 4, 5, 6, 7, 8}
    desk.roster.assign(TODAY, WHOLE, FIRST, [7])
    assert {e.person_id for e in rotation.candidates(TOMORROW) if e.post_id == FIRST} == {7}, "who stood there lately"
    assert {e.person_id for e in rotation.candidates(TOMORROW) if e.post_id == SECOND} == {7}, "at a post of its kind"
    listed = (Member(FIRST, 3), Member(FIRST, 4, TODAY, days_on(9)), Member(FIRST, 4, days_on(20)))
    assert rotation.set_members(FIRST, listed) == listed
    assert rotation.members(FIRST) == listed
    seq = desk.journal.head().seq
    rotation.set_members(FIRST, listed)
    assert desk.journal.head().seq == seq, "what stays the same is not written again"
    assert rotation.set_members(FIRST, listed[:1]) == listed[:1]
    assert rotation.set_members(FIRST, ()) == ()


def test_what_lists_pairs_and_fixed_days_refuse(desk: Desk) -> None:
    rotation = desk.rotation
    desk.people.leave_person(8)
    for act, refused in (
        (lambda: rotation.set_members(99, ()), ("post_id", "post_unknown")),
        (lambda: rotation.set_members(FIRST, [Member(FIRST, 99)]), ("person_id", "person_unknown")),
        (lambda: rotation.set_members(FIRST, [Member(FIRST, 8)]), ("person_id", "person_left")),
        (lambda: rotation.set_members(FIRST, [Member(FIRST, 3), Member(FIRST, 3)]), ("person_id", "member_twice")),
        (lambda: rotation.set_pairs([PairRule(PairKind.APART, 3, 99)]), ("person_id", "person_unknown")),
        (lambda: rotation.set_pairs([PairRule(PairKind.APART, 3, 3)]), ("person_b", "pair_oneself")),
        (lambda: rotation.set_fixed([FixedDuty(99, 3, (1,))]), ("post_id", "post_unknown")),
        (lambda: rotation.set_fixed([FixedDuty(FIRST, 3, (1,), "夜班")]), ("slot", "slot_not_in_pattern")),
        (lambda: rotation.set_rules(RotationRules(min_rest_hours=200)), ("min_rest_hours", "rest_wrong")),
        (lambda: rotation.plan(TOMORROW, TODAY, store=True), ("last", "dates_wrong")),
        (lambda: rotation.plan(TODAY, days_on(400), store=True), ("last", "dates_wrong")),
        (lambda: rotation.check(TODAY, days_on(400)), ("last", "dates_wrong")),
    ):
        seq = desk.journal.head().seq
        assert problem(act) == refused
        assert desk.journal.head().seq == seq


def test_pairs_fixed_days_and_rules_are_kept(desk: Desk) -> None:
    rotation = desk.rotation
    pairs = (PairRule(PairKind.TOGETHER, 3, 4), PairRule(PairKind.APART, 5, 6))
    assert rotation.set_pairs(pairs) == pairs
    assert rotation.set_pairs(pairs[1:]) == pairs[1:]
    fixed = (FixedDuty(FIRST, 3, (0, 4)), FixedDuty(SECOND, 4, (2,), WHOLE))
    assert rotation.set_fixed((*fixed, fixed[0])) == fixed
    assert rotation.rules() == RotationRules()
    rules = RotationRules(36, dict.fromkeys(DayType, 1.5), 6, 2)
    assert rotation.set_rules(rules) == rules
    assert rotation.set_rules(RotationRules()) == rotation.rules() == RotationRules()


def test_a_plan_is_stored_whole_says_why_and_is_taken_back(desk: Desk) -> None:
    rotation, roster = desk.rotation, desk.roster
    roster.assign(days_on(2), WHOLE, FIRST, [5])
    tried = rotation.plan(TODAY, days_on(13), store=False)
    assert roster.assignments(TODAY, days_on(13)) == roster.assignments(days_on(2), days_on(2))
    seq = desk.journal.head().seq
    found = rotation.plan(TODAY, days_on(13), store=True)
    assert found == tried
    assert desk.journal.head().seq == seq + len(found.seats)
    there = roster.assignments(TODAY, days_on(13))
    assert {each.source for each in there} == {AssignmentSource.PLAN, AssignmentSource.HAND}
    assert not [each for each in there if each.shift_date == TODAY], "today's shift has begun: it is nobody's to plan"
    planned = {(e.shift_date, e.slot, e.post_id, e.person_id): e for e in there if e.source is AssignmentSource.PLAN}
    for seat in found.seats:
        key = (seat.shift_date, seat.slot, seat.post_id, seat.person_id)
        assert rotation.why(*key) == seat.why == planned.pop(key).why
    assert not planned
    assert rotation.why(days_on(2), WHOLE, FIRST, 5) is None
    assert rotation.why(TOMORROW, WHOLE, FIRST, 99) is None
    assert rotation.plan(TODAY, days_on(13), store=True).seats == (), "nothing is left to fill"
    first = next(seat for seat in found.seats if seat.post_id == FIRST)
    roster.assign(first.shift_date, WHOLE, FIRST, [])
    roster.assign(first.shift_date, WHOLE, FIRST, [first.person_id])
    assert rotation.take_back(found) == len(found.seats) - 1, "what a hand put there since stays"
    assert len(roster.assignments(TODAY, days_on(13))) == 2
    assert rotation.take_back(found) == 0


def test_what_another_desk_changes_while_it_plans_is_taken_in(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(task: Task) -> Plan:
        monkeypatch.setattr(service, "plan", plan)
        desk.roster.assign(TOMORROW, WHOLE, FIRST, [8])
        return plan(task)

    monkeypatch.setattr(service, "plan", slow)
    found = desk.rotation.plan(TOMORROW, TOMORROW, store=True)
    assert {seat.post_id for seat in found.seats} == {LEADER, SECOND}
    there = {each.post_id: each.person_id for each in desk.roster.assignments(TOMORROW, TOMORROW)}
    assert there[FIRST] == 8
    assert len(there) == 3


def test_a_plan_does_not_touch_shifts_that_have_begun(desk: Desk, clock: FakeClock) -> None:
    found = desk.rotation.plan(TODAY, days_on(5), store=True)
    clock.set(datetime.combine(days_on(3), time(8), BEIJING))
    later = [seat for seat in found.seats if seat.shift_date > days_on(3)]
    assert desk.rotation.take_back(found) == len(later)


def test_who_left_makes_room_and_who_is_on_leave_is_not_asked(desk: Desk, clock: FakeClock) -> None:
    desk.roster.assign(days_on(3), WHOLE, FIRST, [3])
    with desk.database.write("test") as session:
        morning = datetime.combine(days_on(3), time(9), BEIJING)
        add_leave(session, desk.roster.timetable(), clock.now(), NewLeave(4, morning, morning + timedelta(hours=1)))
    desk.people.leave_person(3)
    found = desk.rotation.plan(days_on(3), days_on(3), store=True)
    there = {each.post_id: each.person_id for each in desk.roster.assignments(days_on(3), days_on(3))}
    assert len(found.seats) == 3
    assert not {3, 4} & set(there.values())


def test_covers_and_leaves_change_who_served(desk: Desk, clock: FakeClock) -> None:
    for number in (1, 2, 3):
        desk.roster.assign(days_on(number), WHOLE, FIRST, [2 + number])
    starts = datetime.combine(TOMORROW, time(8), BEIJING)
    half = starts + timedelta(hours=12)
    with desk.database.write("test") as session:
        timetable = desk.roster.timetable()
        new = NewCover(TOMORROW, WHOLE, FIRST, 3, 6, half, half + timedelta(hours=12))
        add_cover(session, timetable, clock.now(), new)
        add_leave(
            session,
            desk.roster.timetable(),
            clock.now(),
            NewLeave(4, starts + timedelta(days=1), starts + timedelta(days=2)),
        )
    counted = {each.person_id: each.weighted for each in desk.rotation.counts(TODAY, days_on(4)) if each.post_id == 2}
    assert (counted[3], counted[4], counted[5], counted[6]) == (0.5, 0, 1.5, 0.5)
    assert desk.rotation.balance(TODAY, days_on(4)).by_post[FIRST] < 100


def test_a_year_in_the_room(desk: Desk) -> None:
    found = desk.rotation.plan(date(2027, 1, 1), date(2027, 12, 31), store=True)
    assert len(found.seats) == 3 * 365
    assert found.balance.overall >= 97
    assert desk.rotation.balance(date(2027, 1, 1), date(2027, 12, 31)) == found.balance
    tallies = desk.rotation.counts(date(2027, 1, 1), date(2027, 12, 31))
    assert sum(sum(each.shifts.values()) for each in tallies) == 3 * 365
    assert sum(sum(each.carried.values()) for each in tallies) == 0
    following = desk.rotation.plan(date(2028, 1, 1), date(2028, 3, 31), store=False)
    assert any(seat.shift_date == date(2028, 2, 29) for seat in following.seats)
    assert all(seat.why.values["carried"] for seat in following.seats if seat.why.values["day_type"] == "workday")
    assert following.balance.overall >= 97
    assert desk.journal.verify().ok


def test_a_room_of_day_and_night_with_standby(desk: Desk) -> None:
    desk.roster.set_pattern(TOMORROW, (ShiftSlot("白班", time(8), 12), ShiftSlot("夜班", time(20), 12)))
    standby = desk.roster.add_post("备班", PostKind.STANDBY, slots=("夜班",))
    found = desk.rotation.plan(TOMORROW, days_on(6), store=True)
    assert {seat.slot for seat in found.seats if seat.post_id == standby.id} <= {"夜班"}
    assert all(isinstance(gap.reason, Why) for gap in found.gaps)
    assert desk.rotation.check(TOMORROW, days_on(6))
    assert "too_little_rest" not in {each.kind.value for each in desk.rotation.check(TOMORROW, days_on(6))}
