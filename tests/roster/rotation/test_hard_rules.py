"""What no plan may do, as tables with the limit −1 s, 0, +1 s."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from duty_console.errors import InputProblem
from duty_console.roster.model import DayType, Shift
from duty_console.roster.rotation.model import (
    WEIGHTS,
    Away,
    Duty,
    FixedDuty,
    Member,
    PairKind,
    PairRule,
    RotationRules,
)
from duty_console.roster.rotation.rules import check_fixed, check_members, check_rules, check_span, checked_pairs
from duty_console.roster.rotation.seating import Seating
from tests.roster.rotation.tasks import at, duty, shifts, task

MONDAY = date(2026, 3, 2)
SECOND = timedelta(seconds=1)
APART, TOGETHER = PairKind.APART, PairKind.TOGETHER


def wednesday() -> Shift:
    (shift,) = shifts(date(2026, 3, 4), date(2026, 3, 4))
    return shift


@pytest.mark.parametrize(("slack", "obstacle"), [(-SECOND, "too_little_rest"), (timedelta(), None), (SECOND, None)])
@pytest.mark.parametrize("hours", [0, 8, 24, 48])
def test_rest_before_and_after(hours: int, slack: timedelta, obstacle: str | None) -> None:
    shift, rest = wednesday(), timedelta(hours=hours)
    before_ends = shift.starts_at - rest - slack
    after_starts = shift.ends_at + rest + slack
    if hours == 0 and obstacle:
        obstacle = "too_little_rest"  # overlapping is no rest at all
    before = Duty(MONDAY, "前", 1, 1, before_ends - timedelta(hours=8), before_ends)
    after = Duty(MONDAY + timedelta(5), "后", 1, 1, after_starts, after_starts + timedelta(hours=8))
    for standing in (before, after):
        made = task(shift.date, shift.date, duties=(standing,), rules=RotationRules(min_rest_hours=hours))
        made = replace(made, days=dict.fromkeys((shift.date, standing.shift_date), DayType.WORKDAY))
        assert Seating(made).obstacle(1, shift) == obstacle
        assert Seating(made).obstacle(2, shift) is None


@pytest.mark.parametrize(
    ("begins", "ends", "obstacle"),
    [
        ("the end", -SECOND, "on_leave"),
        ("the end", timedelta(), None),
        ("the end", SECOND, None),
        ("the beginning", -SECOND, None),
        ("the beginning", timedelta(), None),
        ("the beginning", SECOND, "on_leave"),
    ],
)
def test_a_leave_that_only_touches_a_shift_does_not_matter(begins: str, ends: timedelta, obstacle: str | None) -> None:
    shift, day = wednesday(), timedelta(1)
    if begins == "the end":
        leave = Away(1, shift.ends_at + ends, shift.ends_at + day)
    else:
        leave = Away(1, shift.starts_at - day, shift.starts_at + ends)
    assert Seating(task(shift.date, shift.date, away=(leave,))).obstacle(1, shift) == obstacle


@pytest.mark.parametrize(("slack", "obstacle"), [(-SECOND, "left"), (timedelta(), None), (SECOND, None)])
def test_who_leaves_before_a_shift_ends_does_not_begin_it(slack: timedelta, obstacle: str | None) -> None:
    shift = wednesday()
    made = task(shift.date, shift.date, left={1: shift.ends_at + slack})
    assert Seating(made).obstacle(1, shift) == obstacle


def test_one_person_one_post_and_pairs_apart() -> None:
    shift = wednesday()
    made = task(shift.date, shift.date, post_count=2, pairs=(PairRule(APART, 1, 2),), duties=(duty(shift.date, 1),))
    seating = Seating(made)
    assert [seating.obstacle(each, shift) for each in (1, 2, 3)] == ["busy_in_shift", "apart", None]


def test_so_many_shifts_a_month() -> None:
    last = date(2026, 3, 31)
    served = tuple(duty(date(2026, 3, day), 1) for day in (1, 10, 20))
    for most, obstacle in ((0, None), (3, "month_full"), (4, None)):
        made = task(last, last, duties=served, history=date(2026, 3, 1), rules=RotationRules(most_per_month=most))
        assert Seating(made).obstacle(1, made.shifts[0]) == obstacle


@pytest.mark.parametrize(
    ("day", "holds"), [(date(2026, 2, 28), False), (date(2026, 3, 1), True), (date(2026, 3, 9), True),
                       (date(2026, 3, 10), False)],
)  # fmt: skip
def test_a_list_has_its_first_and_last_date(day: date, holds: bool) -> None:
    assert Member(1, 1, date(2026, 3, 1), date(2026, 3, 9)).holds_on(day) is holds
    assert Member(1, 1).holds_on(day)


NAMES = {1: "沈若谷", 2: "高子墨", 3: "苏映雪"}


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ([PairRule(APART, 1, 1)], "pair_oneself"),
        ([PairRule(TOGETHER, 2, 2)], "pair_oneself"),
        ([PairRule(APART, 1, 2), PairRule(TOGETHER, 2, 1)], "pair_contradicts"),
        ([PairRule(TOGETHER, 1, 2), PairRule(TOGETHER, 2, 3), PairRule(APART, 3, 1)], "pair_contradicts"),
    ],
)
def test_pairs_that_cannot_be(rules: list[PairRule], code: str) -> None:
    with pytest.raises(InputProblem) as caught:
        checked_pairs(rules, NAMES)
    assert (caught.value.field, caught.value.code) == ("person_b", code)


def test_a_pair_counts_once_whoever_is_named_first() -> None:
    assert len(checked_pairs([PairRule(APART, 1, 2), PairRule(APART, 2, 1), PairRule(TOGETHER, 1, 3)], NAMES)) == 2


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        (RotationRules(min_rest_hours=-1), "rest_wrong"),
        (RotationRules(min_rest_hours=168.5), "rest_wrong"),
        (RotationRules(weights={**WEIGHTS, DayType.WEEKEND: 0}), "weight_wrong"),
        (RotationRules(weights={**WEIGHTS, DayType.WEEKEND: 10.1}), "weight_wrong"),
        (RotationRules(weights={DayType.WEEKEND: 1}), "weight_wrong"),
        (RotationRules(most_per_month=32), "month_most_wrong"),
        (RotationRules(most_per_month=-1), "month_most_wrong"),
        (RotationRules(carry_years=11), "carry_wrong"),
        (RotationRules(), None),
        (RotationRules(0, dict.fromkeys(DayType, 10.0), 31, 0), None),
    ],
)
def test_rules_have_limits(rules: RotationRules, code: str | None) -> None:
    if code is None:
        check_rules(rules)
        return
    with pytest.raises(InputProblem, match=code):
        check_rules(rules)


def test_dates_of_a_list_a_plan_and_weekdays() -> None:
    new_year = date(2026, 1, 1)
    check_span(new_year, new_year + timedelta(399))
    for last in (new_year - timedelta(1), new_year + timedelta(400)):
        with pytest.raises(InputProblem, match="dates_wrong"):
            check_span(new_year, last)
    one = Member(1, 1, new_year, date(2026, 3, 1))
    check_members([one, Member(1, 1, date(2026, 3, 2)), Member(1, 2)], NAMES)
    for other, code in (
        (Member(1, 1, date(2026, 3, 1)), "member_twice"),
        (Member(1, 1), "member_twice"),
        (Member(1, 2, date(2026, 3, 2), date(2026, 3, 1)), "member_dates_wrong"),
    ):
        with pytest.raises(InputProblem, match=code):
            check_members([one, other], NAMES)
    check_fixed([FixedDuty(1, 1, (0, 6)), FixedDuty(1, 1, (3,), "夜班")], ["夜班"])
    for fixed, code in ((FixedDuty(1, 1, ()), "weekdays_wrong"), (FixedDuty(1, 1, (7,)), "weekdays_wrong"),
                        (FixedDuty(1, 1, (1,), "早班"), "slot_not_in_pattern")):  # fmt: skip
        with pytest.raises(InputProblem, match=code):
            check_fixed([fixed], ["夜班"])
    assert at(new_year, time(8)).hour == 0
