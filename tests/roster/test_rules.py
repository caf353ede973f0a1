"""At any moment there is exactly one answer to who is on duty."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duty_console.errors import InputProblem
from duty_console.roster.model import Assignment, Gap, OnDuty, Post, PostKind, Shift, ShiftPattern, ShiftSlot
from duty_console.roster.presence import Rostered, Standing, conflicts, on_duty_at
from duty_console.roster.rules import checked_slots, next_shift, shift_at, shifts_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BEIJING = ZoneInfo("Asia/Shanghai")
NEW_YORK = ZoneInfo("America/New_York")
SECOND = timedelta(seconds=1)
DAY_NIGHT = (ShiftSlot("白班", time(9), 12), ShiftSlot("夜班", time(21), 12))


def answer(
    at: datetime,
    patterns: tuple[ShiftPattern, ...],
    posts: tuple[Post, ...],
    there: Sequence[Assignment],
    persons: Mapping[int, Rostered],
) -> OnDuty:
    return on_duty_at(at, shift_at(at, patterns, BEIJING), Standing(posts, there, persons))


def beijing(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BEIJING)


def span(shift: Shift | None) -> tuple[str, datetime, datetime] | None:
    return shift and (shift.name, shift.starts_at, shift.ends_at)


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (beijing("2026-10-14 07:59:59"), date(2026, 10, 13)),
        (beijing("2026-10-14 08:00:00"), date(2026, 10, 14)),
        (beijing("2026-10-14 08:00:01"), date(2026, 10, 14)),
        (beijing("2026-10-15 07:59:59.999999"), date(2026, 10, 14)),
        (beijing("2026-10-15 08:00:00"), date(2026, 10, 15)),
        (beijing("2024-02-29 07:59:59"), date(2024, 2, 28)),
        (beijing("2024-02-29 08:00:00"), date(2024, 2, 29)),
        (beijing("2024-03-01 07:59:59"), date(2024, 2, 29)),
        (beijing("2026-01-01 00:00:00"), date(2025, 12, 31)),
    ],
)
def test_a_moment_belongs_to_the_shift_that_began_last(at: datetime, day: date) -> None:
    shift = shift_at(at, (), BEIJING)
    assert shift is not None
    assert shift.date == day
    assert shift.starts_at.tzinfo is UTC


CHANGES = [
    # (the night of the old pattern ends, the new pattern's first shift begins) where the change falls on 15 October
    ("later", ((ShiftSlot("全天班", time(8), 24),), DAY_NIGHT), "2026-10-15 09:00"),
    ("earlier", (DAY_NIGHT, (ShiftSlot("全天班", time(8), 24),)), "2026-10-15 08:00"),
    ("midnight", ((ShiftSlot("全天班", time(8), 24),), (ShiftSlot("全天班", time(0), 24),)), "2026-10-15 00:00"),
]


@pytest.mark.parametrize(("_case", "slots", "seam"), CHANGES)
def test_a_change_of_pattern_leaves_the_past_alone_and_no_hole(
    _case: str, slots: tuple[tuple[ShiftSlot, ...], tuple[ShiftSlot, ...]], seam: str
) -> None:
    old, new = ShiftPattern(date(2026, 1, 1), slots[0]), ShiftPattern(date(2026, 10, 15), slots[1])
    for number in range(1, 14):
        day = date(2026, 10, number)
        assert shifts_of(day, (old, new), BEIJING) == shifts_of(day, (old,), BEIJING)
    eve, first = shifts_of(date(2026, 10, 14), (old, new), BEIJING), shifts_of(date(2026, 10, 15), (new, old), BEIJING)
    assert eve[-1].ends_at == first[0].starts_at == beijing(seam)
    assert [each.name for each in first] == [slot.name for slot in slots[1]]


def test_a_pattern_of_nights_only_leaves_office_hours_to_the_departments() -> None:
    nights = (ShiftPattern(date(2026, 1, 1), (ShiftSlot("夜班", time(17), 16),)),)
    assert shift_at(beijing("2026-10-14 16:59:59"), nights, BEIJING) is None
    assert shift_at(beijing("2026-10-14 17:00:00"), nights, BEIJING) is not None
    assert shift_at(beijing("2026-10-15 08:59:59"), nights, BEIJING) is not None
    assert shift_at(beijing("2026-10-15 09:00:00"), nights, BEIJING) is None
    coming = next_shift(beijing("2026-10-15 09:00:00"), nights, BEIJING)
    assert coming is not None
    assert coming.starts_at == beijing("2026-10-15 17:00")
    assert answer(beijing("2026-10-15 09:00:00"), nights, POSTS, (), {}).shift is None


def test_the_wall_clock_rules_where_a_zone_has_summer_time() -> None:
    spring, autumn = date(2026, 3, 7), date(2026, 10, 31)
    for day, hours in ((spring, 23), (autumn, 25), (date(2026, 6, 1), 24)):
        (shift,) = shifts_of(day, (), NEW_YORK)
        assert shift.ends_at - shift.starts_at == timedelta(hours=hours)
    # Shanghai had summer time too, from 1986 to 1991.
    (shift,) = shifts_of(date(1988, 4, 16), (), BEIJING)
    assert shift.ends_at - shift.starts_at == timedelta(hours=23)


def test_the_ends_of_the_calendar_have_no_shift_and_no_fall() -> None:
    for at in (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)):
        assert shift_at(at, (), BEIJING) is None
        assert answer(at, (), POSTS, (), {}).shift is None


@st.composite
def slot_sets(draw: st.DrawFn) -> tuple[ShiftSlot, ...]:
    """Up to four shifts without overlap, with or without holes."""
    starts = sorted(draw(st.sets(st.integers(0, 47), min_size=1, max_size=4)))
    slots: list[ShiftSlot] = []
    for number, (begins, following) in enumerate(zip(starts, [*starts[1:], starts[0] + 48], strict=True)):
        halves = draw(st.integers(1, following - begins)) if draw(st.booleans()) else following - begins
        slots.append(ShiftSlot(f"第{number}班", time(begins // 2, begins % 2 * 30), min(halves, 48) / 2))
    return checked_slots(slots)


@st.composite
def pattern_sets(draw: st.DrawFn) -> tuple[ShiftPattern, ...]:
    begins = draw(st.lists(st.dates(date(2024, 1, 1), date(2027, 1, 1)), max_size=4, unique=True))
    return tuple(ShiftPattern(each, draw(slot_sets())) for each in begins)


zones = st.sampled_from([BEIJING, NEW_YORK, ZoneInfo("Australia/Lord_Howe")])


@given(pattern_sets(), zones, st.dates(date(2024, 1, 1), date(2027, 1, 1)), st.data())
def test_shifts_never_overlap_and_every_moment_has_one_answer(
    patterns: tuple[ShiftPattern, ...], zone: ZoneInfo, day: date, data: st.DataObject
) -> None:
    if patterns and data.draw(st.booleans()):
        day = patterns[0].valid_from + timedelta(data.draw(st.integers(-1, 1)))
    shifts = [each for offset in range(-2, 3) for each in shifts_of(day + timedelta(offset), patterns, zone)]
    for one, following in pairwise(shifts):
        assert one.starts_at < one.ends_at <= following.starts_at
    whole = all(sum(slot.hours for slot in pattern.shifts) >= 24 for pattern in patterns)
    if whole:
        assert all(one.ends_at == following.starts_at for one, following in pairwise(shifts))
    seconds = data.draw(st.integers(0, 86_399))
    at = datetime.combine(day, time(), tzinfo=zone).astimezone(UTC) + timedelta(seconds=seconds)
    for moment in [at, *(each.starts_at for each in shifts[2:-2]), *(each.ends_at - SECOND for each in shifts[2:-2])]:
        if not shifts[0].ends_at <= moment < shifts[-1].starts_at:
            continue
        holding = [each for each in shifts if each.starts_at <= moment < each.ends_at]
        assert len(holding) == 1 or (not holding and not whole)
        assert shift_at(moment, patterns, zone) == (holding[0] if holding else None)
        later = [each for each in shifts if each.starts_at > moment]
        assert next_shift(moment, patterns, zone) == later[0]


LEADER = Post(1, "带班领导", PostKind.LEADER, 9, 1, True, date(2026, 1, 1))
FIRST = Post(2, "主班", PostKind.OFFICER, 1, 1, True, date(2026, 1, 1))
SECOND_POST = Post(3, "副班", PostKind.OFFICER, 2, 2, True, date(2026, 10, 10), date(2026, 10, 20))
POSTS = (FIRST, SECOND_POST, LEADER)
PERSONS = {
    1: Rostered(1, "沈若谷", "局长", "138 0000 0002", None),
    2: Rostered(2, "高子墨", "科员", "138 0000 0012", None),
    3: Rostered(3, "苏映雪", "科员", "138 0000 0013", beijing("2026-10-14 08:00")),
}


def put(post: Post, person_id: int, day: date = date(2026, 10, 14), place: int = 0) -> Assignment:
    (shift,) = shifts_of(day, (), BEIJING)
    return Assignment(person_id, post.id, person_id, shift.starts_at, shift.ends_at, day, shift.name, place)


def missing(gaps: tuple[Gap, ...]) -> list[tuple[str, int]]:
    return [(gap.post, gap.missing) for gap in gaps]


def test_leaders_and_officers_stand_in_order_with_what_is_missing() -> None:
    at = beijing("2026-10-14 10:26:40")
    found = answer(at, (), POSTS, [put(LEADER, 1), put(SECOND_POST, 2)], PERSONS)
    assert [(each.name, each.post, each.phone) for each in found.leaders] == [("沈若谷", "带班领导", "138 0000 0002")]
    assert [each.name for each in found.officers] == ["高子墨"]
    assert missing(found.gaps) == [("主班", 1), ("副班", 1)]


def test_yesterdays_people_are_not_todays() -> None:
    there = [put(LEADER, 1, date(2026, 10, 13)), put(LEADER, 2)]
    for at, name in (("07:59:59", "沈若谷"), ("08:00:00", "高子墨")):
        found = answer(beijing(f"2026-10-14 {at}"), (), POSTS, there, PERSONS)
        assert [each.name for each in found.leaders] == [name]


def test_who_left_before_the_shift_began_is_a_gap_and_who_left_in_it_stays() -> None:
    for day, names in ((date(2026, 10, 13), ["苏映雪"]), (date(2026, 10, 14), [])):
        at = datetime.combine(day, time(9), BEIJING)
        found = answer(at, (), (FIRST,), [put(FIRST, 3, day)], PERSONS)
        assert [each.name for each in found.officers] == names
        assert missing(found.gaps) == ([] if names else [("主班", 1)])


@pytest.mark.parametrize(
    ("day", "gaps"),
    [(9, []), (10, [("副班", 2)]), (19, [("副班", 2)]), (20, [])],
)
def test_a_post_makes_gaps_only_while_it_exists(day: int, gaps: list[tuple[str, int]]) -> None:
    at = datetime.combine(date(2026, 10, day), time(9), BEIJING)
    assert missing(answer(at, (), (SECOND_POST,), (), {}).gaps) == gaps


def test_one_person_at_two_posts_of_one_shift_is_a_conflict() -> None:
    there = [put(LEADER, 1), put(FIRST, 1), put(SECOND_POST, 2), put(FIRST, 2, date(2026, 10, 15))]
    (found,) = conflicts(there)
    assert (found.person_id, found.shift_date, found.post_ids) == (1, date(2026, 10, 14), (1, 2))


@pytest.mark.parametrize(
    ("slots", "code"),
    [
        ((), "shifts_missing"),
        ((ShiftSlot(" ", time(8), 24),), "shift_name_missing"),
        ((ShiftSlot("班" * 21, time(8), 24),), "text_too_long"),
        ((ShiftSlot("班", time(8), 0),), "shift_hours_wrong"),
        ((ShiftSlot("班", time(8), 24.5),), "shift_hours_wrong"),
        ((ShiftSlot("班", time(8), float("nan")),), "shift_hours_wrong"),
        ((ShiftSlot("班", time(8, 0, 30), 24),), "shift_hours_wrong"),
        ((ShiftSlot("班", time(8), 12), ShiftSlot("班 ", time(20), 12)), "shift_name_twice"),
        ((ShiftSlot("白班", time(8), 12.5), ShiftSlot("夜班", time(20), 12)), "shifts_overlap"),
        ((ShiftSlot("夜班", time(20), 12.5), ShiftSlot("白班", time(8), 12)), "shifts_overlap"),
        (tuple(ShiftSlot(f"{n}", time(n), 1) for n in range(7)), "shifts_too_many"),
    ],
)
def test_shifts_that_cannot_be_are_refused(slots: tuple[ShiftSlot, ...], code: str) -> None:
    with pytest.raises(InputProblem) as caught:
        checked_slots(slots)
    assert (caught.value.field, caught.value.code) == ("shifts", code)


def test_shifts_are_kept_in_the_order_of_the_day() -> None:
    slots = (ShiftSlot("夜班", time(20), 12), ShiftSlot(" 白班 ", time(8), 12))
    assert checked_slots(slots) == (ShiftSlot("白班", time(8), 12), ShiftSlot("夜班", time(20), 12))
