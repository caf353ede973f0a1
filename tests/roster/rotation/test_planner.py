"""The planner: what every plan keeps, and what the queues do in the cases that rooms meet."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duty_console.roster.model import DayType, PostKind
from duty_console.roster.rotation.model import FixedDuty, Member, PairKind, PairRule, Plan, RotationRules, Task
from duty_console.roster.rotation.planner import plan
from tests.roster.rotation.tasks import DAY_NIGHT, WHOLE, away, dates, duty, posts, shifts, stands, task

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

    from duty_console.roster.rotation.model import Duty

MARCH = date(2026, 3, 2)  # a Monday
APART, TOGETHER = PairKind.APART, PairKind.TOGETHER


@st.composite
def tasks(draw: DrawFn) -> Task:
    """A few weeks of any room: one or several posts, day and night, leaves, pairs, fixed days, what stands already."""
    first = draw(st.dates(date(2024, 1, 1), date(2027, 12, 1)))
    last = first + timedelta(draw(st.integers(0, 20)))
    persons = draw(st.integers(1, 8))
    patterns = draw(st.sampled_from([(), (DAY_NIGHT,)]))
    there = posts(draw(st.integers(1, 3)), key=draw(st.booleans()))
    people = st.integers(1, persons)
    days = st.sampled_from(dates(first, last))
    members = tuple(
        Member(post.id, person, draw(st.none() | days), None)
        for post in there
        for person in sorted(draw(st.sets(people, min_size=1)))
    )
    made = task(
        first,
        last,
        patterns=patterns,
        posts=there,
        history=first - timedelta(9),
        members=members,
        away=tuple(away(draw(people), day, day + timedelta(draw(st.integers(0, 9)))) for day in draw(st.lists(days))),
        rules=RotationRules(draw(st.sampled_from([0, 12, 24, 36])), most_per_month=draw(st.sampled_from([0, 0, 3]))),
        pairs=draw(_pairs(persons)),
        fixed=tuple(draw(st.lists(st.builds(FixedDuty, st.just(1), people, st.just((0, 4))), max_size=1))),
    )
    return replace(made, duties=_standing(draw, made, persons))


def _pairs(persons: int) -> st.SearchStrategy[tuple[PairRule, ...]]:
    rules = [PairRule(APART, 1, 2), PairRule(TOGETHER, 3, 4)][: persons // 2]
    return st.sets(st.sampled_from(rules)).map(tuple) if rules else st.just(())


def _standing(draw: DrawFn, made: Task, persons: int) -> tuple[Duty, ...]:
    """Some who were put there by hand, rested, in the span and before it."""
    found: list[Duty] = []
    for person in draw(st.sets(st.integers(1, persons), max_size=2)):
        day = draw(st.sampled_from(dates(made.first - timedelta(5), made.last)))
        found.append(duty(day, person, hours=24))
    return tuple(found)


@given(tasks())
def test_every_plan_keeps_the_rules(made: Task) -> None:
    found = plan(made)
    _check_seats(made, found)
    _check_rest(made, found)
    _check_pairs(made, found)
    _check_counts(made, found)
    assert plan(made) == found, "the same task gives the same plan"
    assert 0 <= found.balance.overall <= 100


def _check_seats(made: Task, found: Plan) -> None:
    by_key = {(shift.date, shift.name): shift for shift in made.shifts}
    standing = {(each.shift_date, each.slot, each.person_id) for each in made.duties}
    for (day, slot, post_id), persons in stands(found).items():
        shift = by_key[day, slot]
        for person in persons:
            fixed = any((each.post_id, each.person_id) == (post_id, person) for each in made.fixed)
            listed = any((m.post_id, m.person_id) == (post_id, person) and m.holds_on(day) for m in made.members)
            assert listed or fixed
            assert not any(
                each.person_id == person and each.starts_at < shift.ends_at and each.ends_at > shift.starts_at
                for each in made.away
            )
            assert (day, slot, person) not in standing
    once = Counter((seat.shift_date, seat.slot, seat.person_id) for seat in found.seats)
    assert set(once.values()) <= {1}
    if made.rules.most_per_month:
        months = Counter((seat.person_id, seat.shift_date.year, seat.shift_date.month) for seat in found.seats)
        assert max(months.values(), default=0) <= made.rules.most_per_month


def _check_rest(made: Task, found: Plan) -> None:
    by_key = {(shift.date, shift.name): shift for shift in made.shifts}
    planned = {(by_key[seat.shift_date, seat.slot], seat.person_id) for seat in found.seats}
    for person in {person for _shift, person in planned}:
        times = sorted((shift.starts_at, shift.ends_at, True) for shift, one in planned if one == person)
        times += [(each.starts_at, each.ends_at, False) for each in made.duties if each.person_id == person]
        for one, following in pairwise(sorted(times)):
            if one[2] or following[2]:
                assert following[0] - one[1] >= timedelta(hours=made.rules.min_rest_hours)


def _check_pairs(made: Task, found: Plan) -> None:
    here: dict[tuple[date, str], set[int]] = {}
    for seat in found.seats:
        here.setdefault((seat.shift_date, seat.slot), set()).add(seat.person_id)
    fixed = {each.person_id for each in made.fixed}
    for key, planned in here.items():
        there = planned | {each.person_id for each in made.duties if (each.shift_date, each.slot) == key}
        for rule in made.pairs:
            both = {rule.person_a, rule.person_b}
            if rule.kind is APART and both & planned:
                assert not both <= there
            if rule.kind is TOGETHER and both & planned - fixed:
                assert both <= there


def _check_counts(made: Task, found: Plan) -> None:
    cells = stands(found)
    missing = {(gap.shift_date, gap.slot, gap.post_id): gap.missing for gap in found.gaps}
    for shift in made.shifts:
        for post in made.posts:
            key = (shift.date, shift.name, post.id)
            standing = sum((each.shift_date, each.slot, each.post_id) == key for each in made.duties)
            assert len(cells.get(key, ())) + missing.get(key, 0) == max(0, post.needed - standing)
    for seat in found.seats:
        assert seat.why.code in {"queue", "balance", "pair", "fixed"}
        assert seat.why.values["count"] >= seat.why.values["carried"] >= 0  # type: ignore[operator]
        if seat.why.code in {"queue", "balance"}:
            assert 1 <= seat.why.values["rank"] <= seat.why.values["of"]  # type: ignore[operator]
    for gap in found.gaps:
        listed = [m for m in made.members if m.post_id == gap.post_id and m.holds_on(gap.shift_date)]
        assert sum(gap.reason.values.values()) == len(listed)  # type: ignore[arg-type]
        assert gap.reason.code == ("nobody_free" if listed else "nobody_listed")


# What the queues do


def served(found: Plan, post_id: int = 1) -> Counter[int]:
    return Counter(seat.person_id for seat in found.seats if seat.post_id == post_id)


def test_everybody_takes_his_turn_and_each_day_type_is_shared() -> None:
    made = task(date(2026, 9, 1), date(2026, 11, 30), persons=7)
    found = plan(made)
    assert found.gaps == ()
    assert found.balance.overall >= 98
    holidays = Counter(s.person_id for s in found.seats if made.days[s.shift_date] is DayType.STATUTORY_HOLIDAY)
    assert max(holidays.values()) == 1  # 中秋 and three days of 国庆
    weekends = Counter(s.person_id for s in found.seats if made.days[s.shift_date] is DayType.WEEKEND)
    assert max(weekends.values()) - min(weekends.values()) <= 2
    assert served(plan(task(MARCH, MARCH + timedelta(3), persons=4))) == Counter({1: 1, 2: 1, 3: 1, 4: 1})


def test_what_was_served_in_earlier_years_counts_on() -> None:
    before = tuple(duty(date(2025, 11, day), 1) for day in range(3, 29, 2))  # the first served all of November
    listed = tuple(Member(1, person, date(2025, 11, 1)) for person in (1, 2, 3))
    made = task(MARCH, date(2026, 3, 13), members=listed, duties=before, history=date(2025, 11, 1))
    found = plan(made)
    assert served(found)[1] < served(found)[2]
    assert served(plan(replace(made, duties=())))[1] >= 3
    carried = [seat.why.values["carried"] for seat in found.seats if seat.person_id == 1]
    assert all(each == 10 for each in carried), "workdays before the plan, told apart from weekends"


def _quarter(persons: int) -> tuple[Duty, ...]:
    """Three months in which so many took turns."""
    return tuple(duty(day, at % persons + 1) for at, day in enumerate(dates(date(2025, 12, 1), date(2026, 2, 28))))


def test_a_newcomer_enters_at_the_average_and_is_not_flooded() -> None:
    made = task(date(2026, 3, 1), date(2026, 3, 31), persons=6, duties=_quarter(5), history=date(2025, 12, 1))
    found = plan(made)
    assert 4 <= served(found)[6] <= 6
    assert any(seat.why.values.get("credited", 0) >= 10 for seat in found.seats if seat.person_id == 6)  # type: ignore[operator]


def test_who_joins_in_the_middle_or_comes_back_from_a_long_leave_takes_an_equal_part_from_then_on() -> None:
    first, last = date(2026, 3, 1), date(2026, 4, 29)
    for more in (
        {"members": tuple(Member(1, person, date(2026, 4, 1) if person == 5 else None) for person in range(1, 6))},
        {"away": (away(5, first, date(2026, 3, 31)),)},
    ):
        found = plan(task(first, last, persons=5, **more))
        mine = [seat.shift_date for seat in found.seats if seat.person_id == 5]
        assert min(mine) >= date(2026, 4, 1)
        assert 5 <= len(mine) <= 7  # 29 days among five
        assert found.balance.overall >= 96
    short = task(first, last, persons=5, away=(away(5, first, date(2026, 3, 14)),))
    assert served(plan(short))[5] >= 11, "a short leave is made up for"


def test_fixed_days_pairs_and_hands_come_first() -> None:
    fixed = (FixedDuty(1, 2, (0,)),)
    made = task(
        MARCH,
        MARCH + timedelta(13),
        persons=6,
        post_count=2,
        fixed=fixed,
        pairs=(PairRule(TOGETHER, 3, 4), PairRule(APART, 5, 6)),
        duties=(duty(MARCH + timedelta(2), 4, post=2),),
    )
    cells = stands(plan(made))
    assert cells[MARCH, WHOLE, 1] == cells[MARCH + timedelta(7), WHOLE, 1] == [2]
    assert cells[MARCH + timedelta(2), WHOLE, 1] == [3], "the partner of who stands there by hand"
    codes = Counter(seat.why.code for seat in plan(made).seats)
    assert codes["fixed"] == 2
    assert codes["pair"] >= 2


def test_a_fixed_person_on_leave_is_replaced_from_the_queue() -> None:
    made = task(MARCH, MARCH, persons=3, fixed=(FixedDuty(1, 2, (0,)),), away=(away(2, MARCH, MARCH),))
    (seat,) = plan(made).seats
    assert (seat.person_id, seat.why.code) == (1, "queue")


def test_a_sparse_month_is_planned_and_its_gaps_say_why() -> None:
    leave = (away(2, MARCH, MARCH + timedelta(30)),)
    found = plan(task(MARCH, MARCH + timedelta(6), persons=2, away=leave))
    assert [seat.shift_date.day for seat in found.seats] == [2, 4, 6, 8]
    assert [gap.shift_date.day for gap in found.gaps] == [3, 5, 7]
    assert {gap.reason.code for gap in found.gaps} == {"nobody_free"}
    assert found.gaps[0].reason.values == {"on_leave": 1, "too_little_rest": 1}
    nobody = plan(task(MARCH, MARCH, members=()))
    assert [(gap.missing, gap.reason.code) for gap in nobody.gaps] == [(1, "nobody_listed")]


def test_a_gap_is_mended_by_moving_a_neighbour() -> None:
    # Only 1 can take the third; the queue alone would have put him on the second.
    members = (Member(1, 1), Member(1, 2, None, date(2026, 3, 2)))
    made = task(MARCH, MARCH + timedelta(1), members=members)
    assert [seat.person_id for seat in plan(made).seats] == [2, 1]


def test_key_posts_shifts_of_day_and_night_and_standing_persons() -> None:
    there = posts(1, key=True) + posts(2, kind=PostKind.LEADER, slots=("夜班",))[1:]
    made = task(MARCH, MARCH + timedelta(3), persons=9, patterns=(DAY_NIGHT,), posts=there,
                duties=(duty(MARCH, 1, slot="白班", hours=12),))  # fmt: skip
    cells = stands(plan(made))
    assert len(cells[MARCH, "白班", 1]) == 1
    assert 1 not in cells[MARCH, "白班", 1]
    assert len(cells[MARCH, "夜班", 1]) == 2
    assert (MARCH, "白班", 2) not in cells
    assert len(cells[MARCH, "夜班", 2]) == 1


def test_the_29th_of_february() -> None:
    found = plan(task(date(2028, 2, 27), date(2028, 3, 2), persons=3))
    assert [seat.shift_date.day for seat in found.seats] == [27, 28, 29, 1, 2]
    assert len(shifts(date(2028, 2, 29), date(2028, 2, 29))) == 1


@pytest.mark.parametrize("shared", [True, False])
def test_a_year_of_sixty_persons_and_four_posts(shared: bool) -> None:
    made = task(date(2026, 1, 1), date(2026, 12, 31), persons=60, post_count=4)
    if not shared:
        made = replace(made, members=tuple(Member(1 + person % 4, person) for person in range(1, 61)))
    begun = perf_counter()
    found = plan(made)
    took = perf_counter() - begun
    assert len(found.seats) == 1460
    assert found.gaps == ()
    assert found.balance.overall >= 97
    assert took < 5
