"""Signing in, leaving the post and coming back, through a real desk."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from duty_console.errors import InputProblem
from duty_console.roster.attendance.rules import late_minutes
from duty_console.roster.model import CoverKind, NewLeave, PostKind
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
    problem,
    there,
)

if TYPE_CHECKING:
    from duty_console.clock import FakeClock
    from duty_console.desk import Desk
    from duty_console.roster.attendance.model import PresenceState

START, NEXT = at("2026-10-14 08:00"), at("2026-10-15 08:00")
EIGHT_PM = at("2026-10-14 20:00")
TWO_HOURS = timedelta(hours=2)
ZERO = timedelta(0)


def of(desk: Desk, person: int) -> PresenceState:
    """Return a person's state now."""
    (found,) = (each for each in desk.attendance.state(desk.clock.now()) if each.person_id == person)
    return found


@pytest.mark.parametrize(
    ("after", "minutes"), [(-TWO_HOURS, 0), (-SECOND, 0), (ZERO, 0), (SECOND, 1), (60 * SECOND, 1), (61 * SECOND, 2)]
)
def test_late_is_every_begun_minute_after_the_beginning(
    desk: Desk, clock: FakeClock, after: timedelta, minutes: int
) -> None:
    assert late_minutes(NEXT, NEXT + after) == minutes
    clock.set(NEXT + after)
    signed = desk.attendance.sign_in(LUO, reason="堵车")
    assert (signed.late_minutes, signed.due_at, signed.at) == (minutes, NEXT, clock.now())
    assert (signed.shift_date, signed.post_id, signed.reason) == (TOMORROW, MAIN, "堵车")
    assert desk.attendance.sign_ins(TOMORROW, TOMORROW) == (signed,)


@pytest.mark.parametrize(("ahead", "taken"), [(TWO_HOURS + SECOND, False), (TWO_HOURS, True), (SECOND, True)])
def test_one_may_sign_in_two_hours_ahead(desk: Desk, clock: FakeClock, ahead: timedelta, taken: bool) -> None:
    clock.set(NEXT - ahead)
    if taken:
        assert desk.attendance.sign_in(LUO).shift_date == TOMORROW
    else:
        assert problem(lambda: desk.attendance.sign_in(LUO)) == ("at", "sign_in_early")


def test_who_is_not_on_duty_cannot_sign_in_and_nobody_twice(desk: Desk, clock: FakeClock) -> None:
    attendance = desk.attendance
    assert problem(lambda: attendance.sign_in(99)) == ("person_id", "person_unknown")
    assert problem(lambda: attendance.sign_in(GAO, NOW + SECOND)) == ("at", "time_in_future")
    desk.roster.clear(TOMORROW, WHOLE, DEPUTY)
    assert problem(lambda: attendance.sign_in(JIANG)) == ("person_id", "sign_in_not_on_duty")
    assert attendance.sign_in(GAO, START).recorded_at == NOW
    with pytest.raises(InputProblem, match=r"sign_in_twice: .*10-14 08:00"):
        attendance.sign_in(GAO)
    clock.set(NEXT - SECOND)
    assert problem(lambda: attendance.sign_in(GAO)) == ("person_id", "sign_in_twice")
    clock.set(NEXT)
    assert problem(lambda: attendance.sign_in(GAO)) == ("person_id", "sign_in_not_on_duty")


def test_missing_shows_from_the_moment_the_shift_begins(desk: Desk, clock: FakeClock) -> None:
    seen: list[tuple[int | None, bool]] = []
    for moment in (-SECOND, ZERO, SECOND, timedelta(minutes=7)):
        clock.set(NEXT + moment)
        states = [each for each in desk.attendance.state(clock.now()) if each.person_id == LUO]
        states = states or [each for each in desk.attendance.coming(clock.now()) if each.person_id == LUO]
        seen.append((states[0].missing_minutes, states[0].missing))
    assert seen == [(None, False), (0, True), (0, True), (7, True)]
    desk.attendance.sign_in(LUO)
    assert (of(desk, LUO).missing, of(desk, LUO).late_minutes, of(desk, LUO).signed_at) == (False, 7, clock.now())
    assert desk.attendance.state(clock.now() - SECOND)[1].missing_minutes == 6


def test_the_stand_in_signs_in_for_the_covered_seat_at_his_own_beginning(desk: Desk, clock: FakeClock) -> None:
    desk.substitution.emergency(cover(GAO, LUO, EIGHT_PM, NEXT), "突发疾病", GU)
    clock.set(EIGHT_PM - TWO_HOURS - SECOND)
    assert problem(lambda: desk.attendance.sign_in(LUO)) == ("at", "sign_in_early")
    clock.set(EIGHT_PM)
    assert (of(desk, LUO).covers_for, of(desk, LUO).planned, of(desk, LUO).missing) == (GAO, False, True)
    signed = desk.attendance.sign_in(LUO)
    assert (signed.due_at, signed.late_minutes, signed.post_id) == (EIGHT_PM, 0, MAIN)
    assert [each.person_id for each in desk.attendance.state(EIGHT_PM) if each.post_id == MAIN] == [LUO]
    lines = [each for each in desk.attendance.history(TODAY, TODAY) if each.post_id == MAIN]
    assert [(each.person_id, each.due_at, each.until, each.missing) for each in lines] == [
        (GAO, START, EIGHT_PM, True),
        (LUO, EIGHT_PM, NEXT, False),
    ]


def test_who_stands_by_or_is_on_leave_is_not_missing(desk: Desk) -> None:
    standby = desk.roster.add_post("备班", PostKind.STANDBY)
    desk.roster.assign(TODAY, WHOLE, standby.id, [JIANG])
    desk.substitution.leave(NewLeave(GAO, START, NEXT), GU)
    assert {each.person_id: each.missing for each in desk.attendance.state(NOW)} == {
        SHEN: True,
        SU: True,
        JIANG: False,
    }
    assert problem(lambda: desk.attendance.sign_in(GAO)) == ("person_id", "sign_in_not_on_duty")
    assert problem(lambda: desk.attendance.off_post(JIANG, "取件")) == ("person_id", "off_post_not_there")


def test_off_post_without_a_stand_in_is_still_on_duty_and_shown(desk: Desk, clock: FakeClock) -> None:
    away = desk.attendance.off_post(GAO, "取文件", until=NOW + timedelta(minutes=30))
    assert (away.since, away.ends_at, away.cover_id) == (NOW, NEXT, None)
    assert there(desk, NOW)[1] == ["高子墨", "苏映雪"]
    assert (of(desk, GAO).standing, of(desk, GAO).off_post) == (True, away)
    assert problem(lambda: desk.attendance.off_post(GAO, "再次")) == ("person_id", "off_post_already")
    moments = [NOW + timedelta(minutes=30) + each for each in (-SECOND, ZERO)]
    assert [away.overdue_at(each) for each in moments] == [False, True]
    clock.advance(timedelta(minutes=40))
    done = desk.attendance.back(away.id)
    assert (done.back_at, done.ends_at) == (clock.now(), clock.now())
    assert of(desk, GAO).off_post is None
    assert problem(lambda: desk.attendance.back(away.id)) == ("off_post_id", "off_post_back_already")
    assert desk.attendance.off_post(GAO, "用餐").id == away.id + 1


def test_off_post_with_a_stand_in_is_a_cover_until_back(desk: Desk, clock: FakeClock) -> None:
    away = desk.attendance.off_post(GAO, "送材料", LUO)
    (kept,) = desk.roster.covers(TODAY, TODAY)
    assert (kept.id, kept.kind, kept.starts_at, kept.ends_at) == (away.cover_id, CoverKind.OFF_POST, NOW, NEXT)
    clock.advance(timedelta(hours=1))
    assert there(desk, clock.now())[1] == ["罗景行", "苏映雪"]
    assert (of(desk, GAO).standing, of(desk, GAO).off_post) == (False, away)
    assert (of(desk, LUO).standing, of(desk, LUO).expected, of(desk, LUO).covers_for) == (True, False, GAO)
    desk.attendance.back(away.id)
    moments = (NOW - SECOND, NOW, clock.now() - SECOND, clock.now())
    assert [there(desk, each)[1][0] for each in moments] == ["高子墨", "罗景行", "罗景行", "高子墨"]
    assert desk.roster.corrections(TODAY, TODAY) == ()


def test_a_stand_in_off_post_comes_back_to_the_seat_he_had(desk: Desk, clock: FakeClock) -> None:
    desk.substitution.emergency(cover(GAO, LUO, NOW, NEXT), "突发疾病", GU)
    clock.advance(timedelta(hours=1))
    away = desk.attendance.off_post(LUO, "用餐", JIANG, clock.now() + timedelta(hours=1))
    clock.advance(timedelta(minutes=30))
    assert there(desk, clock.now())[1][0] == "江晚晴"
    desk.attendance.back(away.id)
    moments = (clock.now() - SECOND, clock.now(), clock.now() + timedelta(minutes=40), NEXT - SECOND)
    assert [there(desk, each)[1][0] for each in moments] == ["江晚晴", "罗景行", "罗景行", "罗景行"]


def test_the_stand_in_of_who_is_off_post_may_go_too(desk: Desk, clock: FakeClock) -> None:
    first = desk.attendance.off_post(GAO, "送材料", LUO)
    clock.advance(timedelta(hours=1))
    second = desk.attendance.off_post(LUO, "用餐", JIANG)
    assert there(desk, clock.now())[1][0] == "江晚晴"
    clock.advance(timedelta(hours=1))
    desk.attendance.back(first.id)
    assert there(desk, clock.now())[1][0] == "高子墨"
    assert {each.person_id for each in desk.attendance.state(clock.now())} == {SHEN, GAO, SU}
    clock.advance(timedelta(hours=1))
    desk.attendance.back(second.id)
    assert there(desk, clock.now())[1][0] == "高子墨"


def test_what_cannot_be_of_an_absence_is_refused(desk: Desk, clock: FakeClock) -> None:
    attendance = desk.attendance
    assert problem(lambda: attendance.off_post(GAO, " ")) == ("reason", "reason_missing")
    assert problem(lambda: attendance.off_post(99, "取件")) == ("person_id", "person_unknown")
    assert problem(lambda: attendance.off_post(LUO, "取件")) == ("person_id", "off_post_not_there")
    assert problem(lambda: attendance.off_post(GAO, "取件", GAO)) == ("cover_person_id", "cover_oneself")
    assert problem(lambda: attendance.off_post(GAO, "取件", SU)) == ("cover_person_id", "cover_busy")
    assert problem(lambda: attendance.off_post(GAO, "取件", until=NOW)) == ("until", "off_post_until_wrong")
    assert problem(lambda: attendance.off_post(GAO, "取件", until=NEXT + SECOND)) == ("until", "off_post_until_wrong")
    assert problem(lambda: attendance.back(5)) == ("off_post_id", "off_post_unknown")
    away = attendance.off_post(GAO, "取件", until=NEXT)
    clock.set(NEXT)
    assert problem(lambda: attendance.back(away.id)) == ("off_post_id", "off_post_over")
    assert attendance.off_posts(TODAY, TODAY) == (away,)


def test_an_absence_reaches_no_further_than_the_persons_own_time(desk: Desk) -> None:
    desk.substitution.emergency(cover(GAO, LUO, EIGHT_PM, NEXT), "突发疾病", GU)
    assert problem(lambda: desk.attendance.off_post(GAO, "取件", until=EIGHT_PM + SECOND)) == (
        "until",
        "off_post_until_wrong",
    )
    away = desk.attendance.off_post(GAO, "取件", JIANG)
    assert away.ends_at == EIGHT_PM
    moments = (EIGHT_PM - SECOND, EIGHT_PM)
    assert [there(desk, each)[1][0] for each in moments] == ["江晚晴", "罗景行"]


def test_corrections_keep_what_was_written_first(desk: Desk, clock: FakeClock) -> None:
    attendance = desk.attendance
    signed = attendance.sign_in(GAO, reason="堵车")
    assert signed.late_minutes == 146
    assert problem(lambda: attendance.correct_sign_in(signed.id, START, "")) == ("reason", "reason_missing")
    assert problem(lambda: attendance.correct_sign_in(signed.id, NOW, "误")) == ("at", "nothing_changed")
    assert problem(lambda: attendance.correct_sign_in(signed.id, NOW + SECOND, "误")) == ("at", "time_in_future")
    assert problem(lambda: attendance.correct_sign_in(9, NOW, "误")) == ("sign_in_id", "sign_in_unknown")
    fixed = attendance.correct_sign_in(signed.id, START, "实际七点五十五到岗，系统录入较晚")
    assert (fixed.at, fixed.first_at, fixed.late_minutes, bool(fixed.corrected)) == (START, NOW, 0, True)
    away = attendance.off_post(GAO, "取件")
    assert problem(lambda: attendance.correct_off_post(away.id, NOW, NOW, "误")) == ("back_at", "off_post_times_wrong")
    earlier = NOW - timedelta(minutes=20)
    mended = attendance.correct_off_post(away.id, earlier, NOW - timedelta(minutes=10), "补记")
    assert (mended.since, mended.back_at, mended.corrected) == (earlier, NOW - timedelta(minutes=10), "补记")
    assert of(desk, GAO).off_post is None
    assert there(desk, NOW)[1] == ["高子墨", "苏映雪"]


def test_a_sign_in_written_after_the_shift_needs_a_reason(desk: Desk, clock: FakeClock) -> None:
    clock.set(NEXT + timedelta(hours=3))
    assert problem(lambda: desk.attendance.sign_in(GAO, START)) == ("reason", "reason_missing")
    assert desk.attendance.sign_in(GAO, START, "停电补登").late_minutes == 0
    lines = {each.person_id: each for each in desk.attendance.history(TODAY, TODAY)}
    assert [(lines[each].missing) for each in (SHEN, GAO, SU)] == [True, False, True]


def test_history_ends_now_and_keeps_a_sign_in_of_who_did_not_stay(desk: Desk, clock: FakeClock) -> None:
    assert {each.shift_date for each in desk.attendance.history(date(2026, 10, 13), TOMORROW)} == {TODAY}
    clock.set(NEXT - timedelta(minutes=30))
    desk.attendance.sign_in(LUO)
    desk.roster.assign(TOMORROW, WHOLE, MAIN, [GAO])
    clock.set(NEXT)
    lines = [each for each in desk.attendance.history(TOMORROW, TOMORROW) if each.post_id == MAIN]
    assert [(each.person_id, each.planned, each.missing) for each in lines] == [(GAO, True, True), (LUO, False, False)]


def test_the_same_person_signs_in_for_each_shift(desk: Desk, clock: FakeClock) -> None:
    desk.roster.assign(TOMORROW, WHOLE, LEADS, [SHEN])
    desk.attendance.sign_in(SHEN)
    clock.set(NEXT - TWO_HOURS)
    assert desk.attendance.sign_in(SHEN).shift_date == TOMORROW


def test_facts_are_added_and_the_journal_is_sound(desk: Desk) -> None:
    signed = desk.attendance.sign_in(GAO)
    desk.attendance.correct_sign_in(signed.id, START, "补记")
    desk.attendance.back(desk.attendance.off_post(GAO, "取件", LUO).id)
    assert desk.journal.verify().ok
