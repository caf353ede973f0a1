"""The laws that hold for any rules and any event."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

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
    RoomLevel,
    Subject,
)
from duty_console.limits.rules import (
    CHINA,
    followup_after,
    next_followup,
    obligations_after_correction,
    obligations_for,
    obligations_on_raise,
    settle,
)

if TYPE_CHECKING:
    from random import Random

MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.sampled_from([UTC, CHINA]))  # noqa: DTZ001
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59)) | st.sampled_from([time(0), time(23, 59)])
FOLLOWUPS = st.builds(
    FollowUp, at=st.lists(TIMES, min_size=1, max_size=4, unique=True).map(lambda times: tuple(sorted(times)))
) | st.builds(FollowUp, every_hours=st.integers(1, 72))
RULE = st.builds(
    ReportRule,
    id=st.sampled_from([f"r{number}" for number in range(12)]),
    preset=st.just("p"),
    classes=st.frozensets(st.sampled_from(EventClass), max_size=3),
    grades=st.frozensets(st.sampled_from(Grade), max_size=3),
    levels=st.frozensets(st.sampled_from(RoomLevel), max_size=2),
    channel=st.sampled_from(Channel),
    recipient=st.sampled_from(["市政府总值班室", "省应急管理厅"]),
    minutes=st.integers(1, 600),
    clock=st.sampled_from(ClockStart),
    source=st.just("本地文件"),
    verified=st.booleans(),
    valid_from=st.dates(date(2025, 7, 1), date(2026, 9, 1)),
    followup=st.none() | FOLLOWUPS,
    raised_clock=st.none() | st.sampled_from(ClockStart),
    subject=st.sampled_from(Subject),
)
RULES = st.lists(RULE, max_size=10, unique_by=lambda rule: rule.id)
LEVEL = st.none() | st.sampled_from(RoomLevel)


@st.composite
def facts(draw: st.DrawFn) -> EventFacts:
    received = draw(MOMENTS)
    minutes = st.none() | st.integers(0, 300)
    ago, verified, classified = draw(minutes), draw(minutes), draw(minutes)
    return EventFacts(
        event_class=draw(st.sampled_from(EventClass)),
        received_at=received,
        grade=draw(st.none() | st.sampled_from(Grade)),
        occurred_at=None if ago is None else received - timedelta(minutes=ago),
        verified_at=None if verified is None else received + timedelta(minutes=verified),
        classified_at=None if classified is None else received + timedelta(minutes=classified),
        subject=draw(st.none() | st.sampled_from(Subject)),
    )


def later(event: EventFacts) -> datetime:
    return event.received_at + timedelta(hours=6)


def initial_of(rule: ReportRule, start: datetime) -> Obligation:
    return Obligation(
        rule_id=rule.id,
        kind=ReportKind.INITIAL,
        channel=rule.channel,
        recipient=rule.recipient,
        clock=rule.clock,
        starts_at=start,
        due_at=start + timedelta(minutes=rule.minutes),
        source=rule.source,
        verified=rule.verified,
    )


def applies(rule: ReportRule, event: EventFacts, level: RoomLevel | None) -> bool:
    """Say by the words of the design, one condition a line, whether a rule matches."""
    subjects = {Subject.INCIDENT, Subject.WARNING} if event.subject is None else {event.subject}
    return all(
        [
            rule.classes == frozenset() or event.event_class in rule.classes,
            rule.grades == frozenset() or event.grade in rule.grades,
            rule.levels == frozenset() or level is None or level in rule.levels,
            rule.subject in subjects,
            rule.valid_from <= event.received_at.astimezone(CHINA).date(),
        ]
    )


@given(RULES, facts(), LEVEL)
def test_every_match_is_owed_exactly_once(rules: list[ReportRule], event: EventFacts, level: RoomLevel | None) -> None:
    owed = obligations_for(rules, event, later(event), level=level)
    expected = [rule.id for rule in rules if applies(rule, event, level)]
    assert sorted(each.rule_id for each in owed) == sorted(expected)


@given(RULES, facts())
def test_due_is_start_plus_minutes_and_the_earliest_comes_first(rules: list[ReportRule], event: EventFacts) -> None:
    by_id = {rule.id: rule for rule in rules}
    moments = {
        ClockStart.OCCURRED: event.occurred_at,
        ClockStart.RECEIVED: event.received_at,
        ClockStart.VERIFIED: event.verified_at,
        ClockStart.CLASSIFIED: event.classified_at,
    }
    owed = obligations_for(rules, event, later(event))
    assert [each.due_at for each in owed] == sorted(each.due_at for each in owed)
    for each in owed:
        rule = by_id[each.rule_id]
        assert each.starts_at == (moments[rule.clock] or event.received_at)
        assert each.due_at - each.starts_at == timedelta(minutes=rule.minutes)
        assert moments[each.clock] == each.starts_at


@given(st.lists(RULE, max_size=10), facts(), st.randoms(use_true_random=False))
def test_the_order_of_rules_decides_nothing(rules: list[ReportRule], event: EventFacts, dice: Random) -> None:
    shuffled = list(rules)
    dice.shuffle(shuffled)
    first, second = (obligations_for(each, event, later(event)) for each in (rules, shuffled))
    assert [(o.rule_id, o.due_at, o.channel) for o in first] == [(o.rule_id, o.due_at, o.channel) for o in second]


@given(RULES, facts(), st.lists(st.sampled_from(Grade), min_size=1, max_size=5), LEVEL)
def test_a_raise_never_removes_moves_or_repeats(
    rules: list[ReportRule], event: EventFacts, grades: list[Grade], level: RoomLevel | None
) -> None:
    """Play any ups and downs of grade, each computed twice as after a crash."""
    stored: list[Obligation] = list(obligations_for(rules, event, event.received_at, level=level))
    for step, grade in enumerate(grades, start=1):
        raised_at = event.received_at + timedelta(minutes=10 * step)
        after = replace(event, grade=grade, classified_at=raised_at)
        kept = list(stored)
        for _ in range(2):
            stored += obligations_on_raise(rules, event, after, raised_at, existing=stored, level=level)
        assert stored[: len(kept)] == kept
        for added in stored[len(kept) :]:
            rule = next(rule for rule in rules if rule.id == added.rule_id)
            assert grade in rule.grades
            assert added.due_at - added.starts_at == timedelta(minutes=rule.minutes)
            if rule.raised_clock is None:
                assert (added.clock, added.starts_at) == (ClockStart.CLASSIFIED, raised_at)
        event = after
    assert len({each.rule_id for each in stored}) == len(stored)


@given(RULES, facts(), facts(), st.integers(0, 2**10 - 1))
def test_a_correction_leaves_one_open_limit_for_every_unsent_match(
    rules: list[ReportRule], before: EventFacts, after: EventFacts, sent: int
) -> None:
    at = max(later(before), later(after))
    stored = [
        settle(each, at) if sent >> number & 1 else each
        for number, each in enumerate(obligations_for(rules, before, at))
    ]
    change = obligations_after_correction(stored, rules, before, after, at)
    gone = {each.rule_id for each in change.superseded}
    done = {each.rule_id for each in stored if not each.is_open}
    assert not gone & done
    kept = [each for each in stored if each.is_open and each.rule_id not in gone]
    wanted = [each for each in obligations_for(rules, after, at) if each.rule_id not in done]

    def limits(owed: list[Obligation]) -> list[tuple[str, ClockStart, datetime]]:
        return sorted((each.rule_id, each.clock, each.due_at) for each in owed)

    assert limits([*kept, *change.added]) == limits(wanted)


@given(RULE, MOMENTS, st.booleans())
def test_the_next_follow_up_is_after_and_at_a_listed_time(rule: ReportRule, moment: datetime, at_limit: bool) -> None:
    times = rule.followup.at if rule.followup else ()
    if times and at_limit:
        moment = datetime.combine(moment.date(), times[-1], tzinfo=CHINA)
    due = next_followup(rule, moment, CHINA)
    if rule.followup is None:
        assert due is None
        return
    assert due is not None
    assert due > moment
    if times:
        assert due.astimezone(CHINA).time() in times
        between = (
            datetime.combine(moment.astimezone(CHINA).date() + timedelta(days=ahead), each, tzinfo=CHINA)
            for ahead in range(-1, 3)
            for each in times
        )
        assert not [each for each in between if moment < each < due]
        assert due - moment <= timedelta(days=1)
    else:
        assert due - moment == timedelta(hours=rule.followup.every_hours or 0)


@given(RULE, facts(), st.lists(st.integers(-600, 600), min_size=1, max_size=6))
def test_follow_ups_are_numbered_and_never_due_before_the_last(
    rule: ReportRule, event: EventFacts, offsets: list[int]
) -> None:
    rule = replace(rule, followup=rule.followup or FollowUp(every_hours=24))
    start = event.received_at.astimezone(UTC)
    last = settle(initial_of(rule, start), start)
    for number, offset in enumerate(offsets, start=1):
        owed = followup_after(rule, last)
        assert owed is not None
        assert last.settled_at is not None
        assert owed.sequence == number
        assert owed.due_at > last.settled_at
        assert owed.starts_at == last.settled_at
        last = settle(owed, max(owed.starts_at, owed.due_at + timedelta(minutes=offset)))
        assert last.state(start) is (ObligationState.LATE if offset > 0 else ObligationState.MET)
