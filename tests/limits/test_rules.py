"""Clocks, raises, corrections, follow-ups and validity case by case; the general laws: test_properties."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from duty_console.limits.model import (
    Channel,
    ClockStart,
    EventClass,
    EventFacts,
    FollowUp,
    Grade,
    Obligation,
    ObligationState,
    ReportKind,
    ReportRule,
)
from duty_console.limits.rules import (
    CHINA,
    SUPERSEDED,
    followup_after,
    next_followup,
    obligations_after_correction,
    obligations_for,
    obligations_on_raise,
    settle,
    supplementary_ends,
    supplementary_window,
)

RECEIVED = datetime(2026, 7, 25, 15, 10, tzinfo=CHINA)
MINUTE = timedelta(minutes=1)
ACCIDENT = EventFacts(EventClass.ACCIDENT, RECEIVED, grade=Grade.ORDINARY)


def rule(rule_id: str = "r", **changes: object) -> ReportRule:
    plain = ReportRule(
        id=rule_id,
        preset="p",
        classes=frozenset(),
        grades=frozenset(),
        levels=frozenset(),
        channel=Channel.WRITTEN,
        recipient="市政府总值班室",
        minutes=60,
        clock=ClockStart.OCCURRED,
        source="本地文件",
        verified=True,
        valid_from=date(2020, 1, 1),
    )
    return replace(plain, **changes)  # pyright: ignore[reportArgumentType]


SEVERE_UP = frozenset({Grade.SEVERE, Grade.EXTREME})


@pytest.mark.parametrize("clock", ClockStart)
def test_an_unknown_moment_counts_from_receipt_and_says_so(clock: ClockStart) -> None:
    (owed,) = obligations_for([rule(clock=clock)], ACCIDENT, RECEIVED)
    assert (owed.clock, owed.starts_at) == (ClockStart.RECEIVED, RECEIVED)
    assert owed.due_at == RECEIVED + 60 * MINUTE


@pytest.mark.parametrize(
    ("clock", "field"), [(ClockStart.VERIFIED, "verified_at"), (ClockStart.CLASSIFIED, "classified_at")]
)
def test_what_is_not_known_yet_does_not_count(clock: ClockStart, field: str) -> None:
    facts = replace(ACCIDENT, **{field: RECEIVED + 5 * MINUTE})
    (before,) = obligations_for([rule(clock=clock)], facts, RECEIVED + 4 * MINUTE)
    (after,) = obligations_for([rule(clock=clock)], facts, RECEIVED + 5 * MINUTE)
    assert before.starts_at == RECEIVED
    assert (after.clock, after.starts_at) == (clock, RECEIVED + 5 * MINUTE)


def test_minutes_are_counted_in_absolute_time_across_a_change_to_summer_time() -> None:
    night = datetime(2026, 3, 8, 1, 30, tzinfo=ZoneInfo("America/New_York"))
    (owed,) = obligations_for([rule(clock=ClockStart.RECEIVED)], replace(ACCIDENT, received_at=night), night)
    assert owed.due_at == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("received", "applies"),
    [
        (datetime(2026, 7, 24, 15, 59, 59, tzinfo=UTC), False),  # 23:59:59 in the duty room, the day before
        (datetime(2026, 7, 24, 16, 0, 0, tzinfo=UTC), True),  # midnight in the duty room
        (datetime(2026, 7, 26, 15, 59, 59, tzinfo=UTC), True),  # the last second of the last day
        (datetime(2026, 7, 26, 16, 0, 0, tzinfo=UTC), False),
    ],
)
def test_validity_follows_the_day_of_receipt_in_the_duty_room(received: datetime, *, applies: bool) -> None:
    limited = rule(valid_from=date(2026, 7, 25), valid_to=date(2026, 7, 26))
    facts = replace(ACCIDENT, received_at=received)
    assert bool(obligations_for([limited], facts, received + 9 * MINUTE)) is applies


def test_of_two_versions_in_force_the_newer_one_applies() -> None:
    old, new = rule(minutes=30), rule(minutes=45, valid_from=date(2026, 7, 1))
    for order in ([old, new], [new, old]):
        (owed,) = obligations_for(order, ACCIDENT, RECEIVED)
        assert owed.minutes == 45
    (earlier,) = obligations_for([old, new], replace(ACCIDENT, received_at=RECEIVED.replace(month=6)), RECEIVED)
    assert earlier.minutes == 30


def test_a_sent_report_outranks_a_waiver_and_lateness_is_rounded_up() -> None:
    (owed,) = obligations_for([rule()], ACCIDENT, RECEIVED)
    waived = replace(owed, waived_at=RECEIVED, waived_reason="演练")
    assert waived.state(owed.due_at + MINUTE) is ObligationState.WAIVED
    late = settle(waived, owed.due_at + timedelta(milliseconds=1), "线路占用")
    assert late.state(RECEIVED) is ObligationState.LATE
    assert (late.late_seconds, late.late_reason) == (1, "线路占用")
    assert settle(late, owed.due_at) is late
    assert settle(owed, owed.due_at, "无").late_reason == ""


def test_a_raise_starts_new_limits_at_the_raise_unless_the_rule_says_otherwise() -> None:
    rules = [
        rule("all"),
        rule("severe", grades=SEVERE_UP),
        rule("strict", grades=SEVERE_UP, raised_clock=ClockStart.OCCURRED, minutes=90),
        rule("ordinary", grades=frozenset({Grade.ORDINARY})),
    ]
    before = replace(ACCIDENT, occurred_at=RECEIVED - 20 * MINUTE)
    raised_at = RECEIVED + 30 * MINUTE
    after = replace(before, grade=Grade.SEVERE, classified_at=raised_at)
    added = obligations_on_raise(rules, before, after, raised_at)
    assert [(o.rule_id, o.clock, o.starts_at) for o in added] == [
        ("strict", ClockStart.OCCURRED, RECEIVED - 20 * MINUTE),
        ("severe", ClockStart.CLASSIFIED, raised_at),
    ]


def test_the_first_grading_is_a_raise_and_lowering_or_repeating_adds_nothing() -> None:
    rules = [rule("severe", grades=SEVERE_UP), rule("ordinary", grades=frozenset({Grade.ORDINARY}))]
    ungraded, severe = replace(ACCIDENT, grade=None), replace(ACCIDENT, grade=Grade.SEVERE)
    added = obligations_on_raise(rules, ungraded, severe, RECEIVED)
    assert [owed.rule_id for owed in added] == ["severe"]
    assert obligations_on_raise(rules, severe, ACCIDENT, RECEIVED) == ()
    assert obligations_on_raise(rules, severe, severe, RECEIVED) == ()
    assert obligations_on_raise(rules, severe, replace(severe, grade=Grade.EXTREME), RECEIVED) == ()
    health = [rule("health", classes=frozenset({EventClass.PUBLIC_HEALTH}))]
    reclassed = replace(severe, event_class=EventClass.PUBLIC_HEALTH)
    assert obligations_on_raise(health, severe, reclassed, RECEIVED) == ()
    again = obligations_on_raise(rules, ACCIDENT, severe, RECEIVED + MINUTE, existing=added)
    assert again == ()


def test_a_corrected_occurrence_replaces_what_is_open_and_counted_from_it() -> None:
    rules = [rule("phone", minutes=30), rule("sent"), rule("receipt", clock=ClockStart.RECEIVED)]
    before = replace(ACCIDENT, occurred_at=RECEIVED - 5 * MINUTE)
    after = replace(ACCIDENT, occurred_at=RECEIVED - 15 * MINUTE)
    at = RECEIVED + 10 * MINUTE
    stored = [
        replace(each, id=number, incident_id=7)
        for number, each in enumerate(obligations_for(rules, before, RECEIVED), start=1)
    ]
    stored = [settle(each, RECEIVED + MINUTE) if each.rule_id == "sent" else each for each in stored]
    change = obligations_after_correction(stored, rules, before, after, at)
    (superseded,) = change.superseded
    assert (superseded.rule_id, superseded.id, superseded.waived_reason) == ("phone", 1, SUPERSEDED)
    assert superseded.state(at + timedelta(days=1)) is ObligationState.WAIVED
    (added,) = change.added
    assert (added.rule_id, added.id, added.incident_id) == ("phone", None, 7)
    assert added.due_at == RECEIVED + 15 * MINUTE
    settled = [superseded if each.rule_id == "phone" else each for each in stored]
    again = obligations_after_correction([*settled, added], rules, before, after, at)
    assert (again.superseded, again.added) == ((), ())


def test_a_correction_leaves_what_a_raise_started() -> None:
    rules = [rule("severe", grades=SEVERE_UP)]
    before = replace(ACCIDENT, occurred_at=RECEIVED - 5 * MINUTE)
    raised = replace(before, grade=Grade.SEVERE, classified_at=RECEIVED + 20 * MINUTE)
    stored = obligations_on_raise(rules, before, raised, RECEIVED + 20 * MINUTE)
    corrected = replace(raised, occurred_at=RECEIVED - 50 * MINUTE)
    change = obligations_after_correction(stored, rules, raised, corrected, RECEIVED + 30 * MINUTE)
    assert (change.superseded, change.added) == ((), ())


def test_a_corrected_class_drops_what_no_longer_applies_and_adds_what_does() -> None:
    rules = [
        rule("accident", classes=frozenset({EventClass.ACCIDENT})),
        rule("health", classes=frozenset({EventClass.PUBLIC_HEALTH})),
        rule("both"),
    ]
    after = replace(ACCIDENT, event_class=EventClass.PUBLIC_HEALTH)
    stored = obligations_for(rules, ACCIDENT, RECEIVED)
    change = obligations_after_correction(stored, rules, ACCIDENT, after, RECEIVED)
    assert [owed.rule_id for owed in change.superseded] == ["accident"]
    assert [owed.rule_id for owed in change.added] == ["health"]
    waived = [replace(owed, waived_at=RECEIVED) for owed in obligations_for(rules, after, RECEIVED)]
    known = obligations_after_correction([*stored, *waived], rules, ACCIDENT, after, RECEIVED)
    assert known.added == ()


def test_at_the_same_moment_the_phone_comes_before_the_paper() -> None:
    rules = [rule("a"), rule("b", channel=Channel.PHONE)]
    assert [owed.rule_id for owed in obligations_for(rules, ACCIDENT, RECEIVED)] == ["b", "a"]


EIGHT_AND_FIVE = FollowUp(at=(time(8), time(17)))


@pytest.mark.parametrize(
    ("after", "due"),
    [
        ("2026-07-25T07:59:59", "2026-07-25T08:00:00"),
        ("2026-07-25T08:00:00", "2026-07-25T17:00:00"),
        ("2026-07-25T08:00:01", "2026-07-25T17:00:00"),
        ("2026-07-25T16:59:59", "2026-07-25T17:00:00"),
        ("2026-07-25T17:00:00", "2026-07-26T08:00:00"),
        ("2026-07-25T23:59:59", "2026-07-26T08:00:00"),
        ("2026-07-26T00:00:00", "2026-07-26T08:00:00"),
        ("2026-12-31T17:00:01", "2027-01-01T08:00:00"),
    ],
)
def test_the_next_time_of_day_in_the_duty_room(after: str, due: str) -> None:
    moment = datetime.fromisoformat(after).replace(tzinfo=CHINA)
    found = next_followup(rule(followup=EIGHT_AND_FIVE), moment.astimezone(UTC), CHINA)
    assert found == datetime.fromisoformat(due).replace(tzinfo=CHINA)


def test_follow_ups_begin_once_the_initial_report_was_sent_and_are_numbered() -> None:
    watched = rule(followup=EIGHT_AND_FIVE)
    (owed,) = obligations_for([watched], ACCIDENT, RECEIVED)
    owed = replace(owed, incident_id=7)
    assert followup_after(watched, owed) is None
    first = followup_after(watched, settle(owed, RECEIVED + 20 * MINUTE))
    assert first is not None
    assert (first.kind, first.sequence, first.incident_id) == (ReportKind.FOLLOWUP, 1, 7)
    assert first.starts_at == RECEIVED + 20 * MINUTE
    assert first.due_at == RECEIVED.replace(hour=17, minute=0)
    early = followup_after(watched, settle(first, first.due_at - 30 * MINUTE))
    late = followup_after(watched, settle(first, first.due_at + 30 * MINUTE))
    for second in (early, late):
        assert second is not None
        assert second.sequence == 2
        assert second.due_at == RECEIVED.replace(day=26, hour=8, minute=0)


def test_follow_ups_every_so_many_hours_count_from_the_last_one_sent() -> None:
    daily = rule(followup=FollowUp(every_hours=24))
    (owed,) = obligations_for([daily], ACCIDENT, RECEIVED)
    first = followup_after(daily, settle(owed, RECEIVED))
    assert first is not None
    assert first.due_at == RECEIVED + timedelta(hours=24)
    second = followup_after(daily, settle(first, first.due_at - timedelta(hours=3)))
    assert second is not None
    assert second.due_at == RECEIVED + timedelta(hours=45)
    assert followup_after(rule(), settle(owed, RECEIVED)) is None
    assert next_followup(rule(), RECEIVED) is None


@pytest.mark.parametrize(
    ("event_type", "days"),
    [
        *((None, 30), ("", 30), ("坍塌", 30), ("水上交通事故", 30), ("烟花爆竹 fireworks explosion", 30)),
        *(("道路交通事故", 7), ("交通事故", 7), ("火灾", 7), ("厂房火灾事故", 7)),
        *(("road_traffic", 7), ("Fire", 7), ("warehouse fire", 7)),
    ],
)
def test_the_supplementary_window_of_493_article_13(event_type: str | None, days: int) -> None:
    assert supplementary_window(EventClass.ACCIDENT, event_type) == timedelta(days=days)
    for other in set(EventClass) - {EventClass.ACCIDENT}:
        assert supplementary_window(other, event_type) is None


def test_the_supplementary_window_ends_at_midnight_of_the_duty_room() -> None:
    occurred = datetime(2026, 7, 1, 23, 30, tzinfo=CHINA)
    facts = replace(ACCIDENT, occurred_at=occurred, received_at=occurred + timedelta(hours=1))
    assert supplementary_ends(facts) == datetime(2026, 8, 1, tzinfo=CHINA)
    assert supplementary_ends(facts, "火灾") == datetime(2026, 7, 9, tzinfo=CHINA)
    assert supplementary_ends(replace(facts, occurred_at=None)) == datetime(2026, 8, 2, tzinfo=CHINA)
    assert supplementary_ends(replace(facts, event_class=EventClass.SOCIAL_SECURITY)) is None


def test_grades_compare_by_rank_and_not_by_letters() -> None:
    assert sorted(Grade, reverse=True) == [Grade.EXTREME, Grade.SEVERE, Grade.MAJOR, Grade.ORDINARY]
    assert Grade.MAJOR < Grade.SEVERE <= Grade.SEVERE < Grade.EXTREME
    assert Grade.MAJOR > Grade.ORDINARY >= Grade.ORDINARY
    assert [grade.roman for grade in Grade] == ["Ⅳ", "Ⅲ", "Ⅱ", "Ⅰ"]


def test_naive_moments_and_impossible_rules_are_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        replace(ACCIDENT, occurred_at=RECEIVED.replace(tzinfo=None))
    with pytest.raises(ValueError, match="minutes"):
        rule(minutes=0)
    for wrong in (
        {},
        {"at": (time(8),), "every_hours": 24},
        {"every_hours": 0},
        {"at": (time(8, tzinfo=UTC),)},
    ):
        with pytest.raises(ValueError, match=r"follow-up|every_hours|zone"):
            FollowUp(**wrong)


def test_an_obligation_is_kept_as_it_applied() -> None:
    (owed,) = obligations_for([rule(note="先电话", verified=False)], ACCIDENT, RECEIVED)
    expected = Obligation(
        rule_id="r",
        kind=ReportKind.INITIAL,
        channel=Channel.WRITTEN,
        recipient="市政府总值班室",
        clock=ClockStart.RECEIVED,
        starts_at=RECEIVED,
        due_at=RECEIVED + 60 * MINUTE,
        source="本地文件",
        verified=False,
        note="先电话",
    )
    assert owed == expected
    assert owed.starts_at.utcoffset() == timedelta(0)
