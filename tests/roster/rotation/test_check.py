"""The check: every kind of finding, found once where it is and not where it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.people.model import PersonEntry
from duty_console.roster.leaves import add_leave
from duty_console.roster.model import Assignment, CalendarDay, DayType, NewCover, NewLeave
from duty_console.roster.presence import Rostered, Standing
from duty_console.roster.rotation.check import Evidence, findings, notice_days
from duty_console.roster.rotation.model import Finding, FindingKind, Member, RotationRules, Severity
from duty_console.roster.rotation.words import finding_zh
from duty_console.roster.seats import add_cover
from tests.roster.rotation.tasks import posts, shifts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from duty_console.roster.model import Shift

BEIJING = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 9, 28, 7, tzinfo=BEIJING)
TODAY = date(2026, 9, 28)  # a Monday; 国庆 is from 10-01 to 10-07
WHOLE = "全天班"
LEADER, FIRST, SECOND = 1, 2, 3
K = FindingKind


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOW)


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    """Nine days from today, all seats filled by nine persons in turn, all phones confirmed."""
    with Desk.open(tmp_path, clock) as desk:
        desk.roster.set_up_defaults(TODAY)
        for number in range(1, 10):
            desk.people.add_person(
                PersonEntry(f"人员{'一二三四五六七八九'[number - 1]}", phone=f"138 0000 000{number}")
            )
            desk.people.verify_phone(number)
        for number in range(9):
            for post in (LEADER, FIRST, SECOND):
                desk.roster.assign(on(number), WHOLE, post, [seated(number, post)])
        yield desk


def on(number: int) -> date:
    return TODAY + timedelta(number)


def seated(number: int, post: int) -> int:
    return 3 * (number % 3) + post


def found(desk: Desk, first: int = 0, last: int = 8) -> list[tuple[FindingKind, int, int | None, tuple[int, ...]]]:
    return [
        (each.kind, (each.shift_date - TODAY).days, each.post_id, each.person_ids)
        for each in desk.rotation.check(on(first), on(last))
    ]


def test_nothing_is_found_where_nothing_is_wrong(desk: Desk) -> None:
    assert found(desk) == []


def test_gaps_and_a_missing_leader(desk: Desk) -> None:
    desk.roster.clear(on(1), WHOLE, SECOND)
    desk.roster.clear(on(2), WHOLE, LEADER)
    desk.roster.clear(on(3), WHOLE, LEADER)  # 10-01
    assert found(desk) == [
        (K.GAP, 1, SECOND, ()),
        (K.GAP, 2, LEADER, ()),
        (K.LEADER_MISSING, 2, None, ()),
        (K.GAP, 3, LEADER, ()),
        (K.HOLIDAY_WITHOUT_LEADER, 3, None, ()),
    ]
    assert found(desk, 2, 2) == [(K.GAP, 2, LEADER, ()), (K.LEADER_MISSING, 2, None, ())]
    assert [each.values.get("missing") for each in desk.rotation.check(on(1), on(1))] == [1]


def test_a_second_tier_leads_where_the_first_is_missing(desk: Desk) -> None:
    second = desk.roster.add_post("带班科长", desk.roster.posts()[0].kind, tier=2, since=on(2))
    for number in range(2, 9):
        desk.roster.assign(on(number), WHOLE, second.id, [seated(number + 1, SECOND)])
    desk.roster.clear(on(2), WHOLE, LEADER)
    assert (K.GAP, 2, LEADER, ()) in found(desk, 2, 2)
    assert K.LEADER_MISSING not in {kind for kind, *_ in found(desk, 2, 2)}


def test_a_key_post_needs_two(desk: Desk) -> None:
    desk.roster.change_post(FIRST, key=True)
    desk.roster.assign(on(0), WHOLE, FIRST, [seated(0, FIRST), 9])
    desk.roster.clear(on(1), WHOLE, FIRST)
    assert found(desk, 0, 2) == [(K.GAP, 1, FIRST, ()), (K.KEY_POST_SINGLE, 2, FIRST, ())]
    assert desk.rotation.check(on(1), on(1))[0].values["missing"] == 2


@pytest.mark.parametrize(("hours", "breach"), [(48.01, True), (48, False), (47.99, False), (0, False)])
def test_rest(desk: Desk, hours: float, breach: bool) -> None:
    desk.rotation.set_rules(RotationRules(min_rest_hours=hours))
    rest = [each for each in desk.rotation.check(on(0), on(8)) if each.kind is K.TOO_LITTLE_REST]
    assert bool(rest) is breach
    assert len(rest) in (0, 18)
    if breach:
        assert rest[0].severity is Severity.BREACH
        assert (rest[0].values["hours"], rest[0].shift_date, rest[0].values["before"]) == (48, on(3), on(0).isoformat())
        assert len([e for e in desk.rotation.check(on(3), on(3)) if e.kind is K.TOO_LITTLE_REST]) == 3


def test_leaves_covers_who_left_and_double_booking(desk: Desk, clock: FakeClock) -> None:
    begins = datetime.combine(on(1), time(8), BEIJING)
    with desk.database.write("test") as session:
        add_leave(
            session,
            desk.roster.timetable(),
            clock.now(),
            NewLeave(seated(1, FIRST), begins, begins + timedelta(hours=10)),
        )
        add_leave(
            session,
            desk.roster.timetable(),
            clock.now(),
            NewLeave(seated(1, SECOND), begins, begins + timedelta(hours=10)),
        )
        cover = NewCover(on(1), WHOLE, SECOND, seated(1, SECOND), 9, begins, begins + timedelta(hours=10))
        add_cover(session, desk.roster.timetable(), clock.now(), cover)
    desk.people.leave_person(seated(0, LEADER), NOW)
    kinds = found(desk, 0, 2)
    assert (K.AWAY_UNCOVERED, 1, FIRST, (seated(1, FIRST),)) in kinds
    assert (K.GAP, 1, FIRST, ()) in kinds
    assert (K.PERSON_LEFT, 0, LEADER, (seated(0, LEADER),)) in kinds
    assert (K.LEADER_MISSING, 0, None, ()) in kinds
    assert (K.TOO_LITTLE_REST, 2, SECOND, (9,)) in kinds, "the stand-in serves the next day too"
    assert not [each for each in kinds if each[0] is K.AWAY_UNCOVERED and each[2] == SECOND]


def test_double_booking() -> None:
    """The roster's own door refuses it, so it is shown on values alone."""
    (monday, tuesday), there = shifts(on(0), on(1)), posts(2)
    overlapping = replace(tuesday, starts_at=tuesday.starts_at - timedelta(seconds=1))

    def assigned(number: int, shift: Shift, post_id: int, person: int) -> Assignment:
        return Assignment(number, post_id, person, shift.starts_at, shift.ends_at, shift.date, shift.name)

    def kinds(second: Shift, *there_too: Assignment) -> list[tuple[FindingKind, tuple[int, ...]]]:
        seats = (assigned(1, monday, 1, 1), assigned(2, monday, 2, 2), assigned(3, second, 1, 1), *there_too)
        persons = {each: Rostered(each, f"人员{each}", "", "", None) for each in (1, 2, 3)}
        days = {each: CalendarDay(each, DayType.WORKDAY) for each in (on(0), on(1))}
        evidence = Evidence(
            on(0), (monday, second), days, Standing(there, seats, persons), (), {}, RotationRules(min_rest_hours=0)
        )
        return [(each.kind, each.person_ids) for each in findings(evidence) if each.kind is not K.GAP]

    assert kinds(tuesday, assigned(4, tuesday, 2, 3)) == []
    assert kinds(overlapping, assigned(4, overlapping, 2, 3)) == [(K.DOUBLE_BOOKING, (1,))]
    assert kinds(tuesday, assigned(4, tuesday, 2, 1)) == [(K.DOUBLE_BOOKING, (1,))]


def test_lists_and_phones(desk: Desk) -> None:
    desk.rotation.set_members(FIRST, [Member(FIRST, seated(0, FIRST)), Member(FIRST, seated(1, FIRST), None, on(1))])
    person = desk.people.person(seated(0, SECOND))
    desk.people.change_person(person.id, PersonEntry(person.name, phone="138 0000 0099"))
    kinds = found(desk)
    strangers = [(day, who) for kind, day, _post, (who,) in kinds if kind is K.NOT_ON_LIST]
    assert strangers == [(2, 8), (4, 5), (5, 8), (7, 5), (8, 8)]
    assert [each for each in kinds if each[0] is K.PHONE_UNCONFIRMED] == [(K.PHONE_UNCONFIRMED, 0, SECOND, (3,))]
    (phone,) = (each for each in desk.rotation.check(on(0), on(8)) if each.kind is K.PHONE_UNCONFIRMED)
    assert (phone.values["phone"], phone.values["shifts"]) == ("138 0000 0099", 3)


def test_a_year_without_its_notice_is_told_once_and_is_no_breach(desk: Desk) -> None:
    only = [
        each
        for each in desk.rotation.check(date(2036, 12, 20), date(2037, 1, 9))
        if each.kind is K.CALENDAR_PROVISIONAL
    ]
    assert [(each.values["year"], each.values["days"], each.severity) for each in only] == [
        (2036, 12, Severity.NOTICE),
        (2037, 9, Severity.NOTICE),
    ]


@pytest.mark.parametrize(
    ("ahead", "days"), [(-1, None), (0, 1), (1, 1), (2, 3), (3, 3), (4, 7), (7, 7), (8, None)]
)  # fmt: skip
def test_notices_come_seven_three_and_one_days_ahead(ahead: int, days: int | None) -> None:
    finding = Finding(K.GAP, Severity.SERIOUS, TODAY + timedelta(ahead), WHOLE, 1, (), {})
    assert notice_days(finding, TODAY) == days


def test_the_notices_of_the_desk(desk: Desk) -> None:
    for number in (1, 3, 7, 8):
        desk.roster.clear(on(number), WHOLE, SECOND)
    told = desk.rotation.notices(NOW)
    assert [((each.finding.shift_date - TODAY).days, each.days) for each in told] == [(1, 1), (3, 3), (7, 7)]
    # Before eight in the morning by the room's clock it is still that date elsewhere.
    assert desk.rotation.notices(NOW.replace(hour=0) - timedelta(minutes=1))[0].days == 3


def test_every_finding_has_its_words(desk: Desk) -> None:
    desk.roster.clear(on(1), WHOLE, LEADER)
    desk.roster.clear(on(4), WHOLE, LEADER)
    desk.rotation.set_rules(replace(desk.rotation.rules(), min_rest_hours=100))
    desk.rotation.set_members(FIRST, [Member(FIRST, 9)])
    desk.people.leave_person(5)
    words = [finding_zh(each) for each in desk.rotation.check(on(0), on(8))]
    assert "没有带班领导" in words
    assert "节假日没有带班领导在岗 国庆节" in words
    assert "带班领导缺 1 人" in words
    assert any("仅休息 48 小时，需 100 小时" in each for each in words)
    assert all("{" not in each for each in words)
