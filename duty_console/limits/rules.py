"""The law of report limits: which rules apply, what is owed by when, and whether it was on time.

Pure functions over the words of ``model``; nothing here reads a clock or a file. All results are in UTC,
because minutes are counted in absolute time and only days and times of day belong to the duty room's zone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING

from duty_console.limits.model import (
    Channel,
    ClockStart,
    Correction,
    EventClass,
    EventFacts,
    Grade,
    Obligation,
    ObligationState,
    ReportKind,
    ReportRule,
    RoomLevel,
    Subject,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

CHINA: tzinfo = timezone(timedelta(hours=8), "UTC+08:00")
"""The zone of a duty room unless told otherwise; a fixed offset, so that no zone database is needed."""

SUPERSEDED = "事件要素更正，时限重新计算"
"""The reason written on an obligation that a correction replaces."""

_ROAD_OR_FIRE = re.compile(
    r"道路交通|公路交通|^交通事故|车祸|road[ _-]?(?:traffic|accident)|火灾|失火|(?<![a-z])fires?(?![a-z])",
    re.IGNORECASE,
)


def matching(
    rules: Iterable[ReportRule],
    facts: EventFacts,
    *,
    level: RoomLevel | None = None,
    zone: tzinfo = CHINA,
) -> tuple[ReportRule, ...]:
    """Return every rule that applies to the event, by id; of several versions the newest in force.

    A rule is in force by the day on which the room received the event. With no ``level`` the rules of all
    levels apply, and an event of unstated subject meets the rules of incidents and of warnings alike, so
    that a lookup never hides a limit; only the longer limit of routine notices has to be asked for.
    """
    day = facts.received_at.astimezone(zone).date()
    found: dict[str, ReportRule] = {}
    for rule in rules:
        in_force = rule.valid_from <= day and (rule.valid_to is None or day <= rule.valid_to)
        if not in_force or not _speaks_of(rule, facts):
            continue
        if level is not None and rule.levels and level not in rule.levels:
            continue
        rival = found.get(rule.id)
        if rival is None or _version(rule) > _version(rival):
            found[rule.id] = rule
    return tuple(found[rule_id] for rule_id in sorted(found))


def obligations_for(
    rules: Iterable[ReportRule],
    facts: EventFacts,
    at: datetime,
    *,
    level: RoomLevel | None = None,
    zone: tzinfo = CHINA,
) -> tuple[Obligation, ...]:
    """Return one initial obligation for every matching rule, the earliest limit first.

    ``at`` is the moment of asking: a verification or a grading dated later than it is not known yet.
    """
    known = replace(
        facts,
        verified_at=_unless_later(facts.verified_at, at),
        classified_at=_unless_later(facts.classified_at, at),
    )
    apply = matching(rules, known, level=level, zone=zone)
    return by_due(_initial(rule, *clock_start(rule.clock, known)) for rule in apply)


def obligations_on_raise(
    rules: Iterable[ReportRule],
    facts_before: EventFacts,
    facts_after: EventFacts,
    raised_at: datetime,
    *,
    existing: Iterable[Obligation] = (),
    level: RoomLevel | None = None,
    zone: tzinfo = CHINA,
) -> tuple[Obligation, ...]:
    """Return only what a higher grade adds; obligations that are already there stay as they are.

    The new limits count from the raise, shown as ``classified``: before it nobody could have met them. A
    rule with ``raised_clock`` counts from that moment instead. The first grading of an event is a raise;
    lowering a grade adds nothing. Rules that one of ``existing`` came from are left out, so a grade that
    went down and up again, or a raise that is computed twice, adds nothing twice. One that a correction took
    away counts as never made.
    """
    if _rank(facts_after.grade) <= _rank(facts_before.grade):
        return ()
    rules = tuple(rules)
    there = {rule.id for rule in matching(rules, facts_before, level=level, zone=zone)}
    there |= {obligation.rule_id for obligation in existing if obligation.waived_reason != SUPERSEDED}
    added: list[Obligation] = []
    for rule in matching(rules, facts_after, level=level, zone=zone):
        if rule.id in there:
            continue
        if rule.raised_clock is None:
            added.append(_initial(rule, ClockStart.CLASSIFIED, raised_at))
        else:
            added.append(_initial(rule, *clock_start(rule.raised_clock, facts_after)))
    return by_due(added)


def obligations_after_correction(
    stored: Iterable[Obligation],
    rules: Iterable[ReportRule],
    before: EventFacts,
    after: EventFacts,
    at: datetime,
    *,
    level: RoomLevel | None = None,
    zone: tzinfo = CHINA,
) -> Correction:
    """Return what a corrected fact (a time, the class) does to the obligations of one event.

    An open initial obligation whose start moves, or whose rule no longer applies, is superseded and, where
    the rule still applies, computed anew. What was sent or waived stays as it was recorded, and so does
    what a raise of grade started, since that moment did not change. A limit of a grade that has passed still
    runs, so its start moves too. A rule that applies only after the correction is added, also where an
    earlier correction took its limit away.
    """
    rules = tuple(rules)
    anyhow = tuple(replace(rule, grades=frozenset[Grade]()) for rule in rules)

    def starts(of: tuple[ReportRule, ...], facts: EventFacts) -> dict[str, Obligation]:
        return {owed.rule_id: owed for owed in obligations_for(of, facts, at, level=level, zone=zone)}

    old, new, old_anyhow, new_anyhow = (starts(of, facts) for of in (rules, anyhow) for facts in (before, after))
    superseded: list[Obligation] = []
    added: list[Obligation] = []
    known: set[str] = set()
    for obligation in stored:
        if obligation.kind is not ReportKind.INITIAL or obligation.waived_reason == SUPERSEDED:
            continue
        known.add(obligation.rule_id)
        origin, fresh = old.get(obligation.rule_id), new.get(obligation.rule_id)
        if origin is None and obligation.rule_id in new_anyhow:
            origin, fresh = old_anyhow.get(obligation.rule_id), new_anyhow[obligation.rule_id]
        if not obligation.is_open or not _same_start(obligation, origin) or _same_start(obligation, fresh):
            continue
        superseded.append(replace(obligation, waived_at=at, waived_reason=SUPERSEDED))
        if fresh is not None:
            added.append(replace(fresh, incident_id=obligation.incident_id))
    added.extend(owed for rule_id, owed in new.items() if rule_id not in old and rule_id not in known)
    return Correction(tuple(superseded), by_due(added))


def clock_start(clock: ClockStart, facts: EventFacts) -> tuple[ClockStart, datetime]:
    """Return which moment a rule really counts from, and when it was; an unknown one is replaced by receipt.

    Nothing is verified or classified before it is received, so receipt is the strictest reading of an
    unknown verification or grading. An unknown occurrence is earlier than receipt, but receipt is the
    earliest moment that can be proved; once the occurrence is known, ``obligations_after_correction``
    tightens the limit.
    """
    moments = {
        ClockStart.OCCURRED: facts.occurred_at,
        ClockStart.RECEIVED: facts.received_at,
        ClockStart.VERIFIED: facts.verified_at,
        ClockStart.CLASSIFIED: facts.classified_at,
    }
    moment = moments[clock]
    return (ClockStart.RECEIVED, facts.received_at) if moment is None else (clock, moment)


def state_of(obligation: Obligation, now: datetime) -> ObligationState:
    """Return where an obligation stands at ``now``; sent at the limit is on time."""
    return obligation.state(now)


def settle(obligation: Obligation, sent_at: datetime, reason: str = "") -> Obligation:
    """Return the obligation with its report sent; lateness is kept in whole seconds, rounded up.

    An obligation that is settled already stays as it is: the first report met it.
    """
    if obligation.settled_at is not None:
        return obligation
    late = sent_at - obligation.due_at
    if late <= timedelta(0):
        return replace(obligation, settled_at=sent_at)
    seconds = -(-late // timedelta(seconds=1))
    return replace(obligation, settled_at=sent_at, late_seconds=seconds, late_reason=reason)


def next_followup(rule: ReportRule, after: datetime, zone: tzinfo = CHINA) -> datetime | None:
    """Return when the next 续报 is due, strictly after ``after``; None where the rule asks for none.

    Times of day are those of the duty room's zone.
    """
    if rule.followup is None:
        return None
    if rule.followup.every_hours is not None:
        return after.astimezone(UTC) + timedelta(hours=rule.followup.every_hours)
    day = after.astimezone(zone).date()
    # Two days hold the next one; the third covers a time of day that a change to summer time skips.
    moments = (
        datetime.combine(day + timedelta(days=ahead), at, tzinfo=zone).astimezone(UTC)
        for ahead in range(3)
        for at in rule.followup.at
    )
    return min(moment for moment in moments if moment > after)


def followup_after(rule: ReportRule, settled: Obligation, zone: tzinfo = CHINA) -> Obligation | None:
    """Return the 续报 that a sent report of this rule entails; None before that or where none is asked for.

    A follow-up sent ahead of its time of day has met that time, so the next one is a time of day later.
    """
    if settled.settled_at is None or rule.followup is None:
        return None
    after = settled.settled_at
    if settled.kind is ReportKind.FOLLOWUP and rule.followup.at:
        after = max(after, settled.due_at)
    due = next_followup(rule, after, zone)
    if due is None:
        return None
    start = settled.settled_at.astimezone(UTC)
    fresh = _initial(rule, settled.clock, start)
    return replace(
        fresh,
        kind=ReportKind.FOLLOWUP,
        due_at=due,
        sequence=settled.sequence + 1,
        incident_id=settled.incident_id,
    )


def supplementary_window(event_class: EventClass, event_type: str | None = None) -> timedelta | None:
    """Return how long changed casualties are to be reported: 30 days, 7 after road traffic and fire.

    国务院令第493号 Art 13; None for other classes. ``event_type`` is what the officer typed.
    """
    if event_class is not EventClass.ACCIDENT:
        return None
    return timedelta(days=7 if event_type and _ROAD_OR_FIRE.search(event_type) else 30)


def supplementary_ends(facts: EventFacts, event_type: str | None = None, zone: tzinfo = CHINA) -> datetime | None:
    """Return the midnight at which the supplementary window closes; a change before it has to be reported.

    Counted in days from the day of the accident (国务院令第493号 Art 13), that day itself not included; from
    the day of receipt where the day of the accident is unknown.
    """
    window = supplementary_window(facts.event_class, event_type)
    if window is None:
        return None
    day = (facts.occurred_at or facts.received_at).astimezone(zone).date()
    return datetime.combine(day + window + timedelta(days=1), time.min, tzinfo=zone).astimezone(UTC)


def by_due(obligations: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """Return the earliest limit first; at the same moment the phone comes before the paper."""

    def urgency(owed: Obligation) -> tuple[datetime, bool, str, int]:
        return (owed.due_at, owed.channel is not Channel.PHONE, owed.rule_id, owed.sequence)

    return tuple(sorted(obligations, key=urgency))


def _speaks_of(rule: ReportRule, facts: EventFacts) -> bool:
    if rule.classes and facts.event_class not in rule.classes:
        return False
    if rule.grades and facts.grade not in rule.grades:
        return False
    if facts.subject is None:
        return rule.subject is not Subject.NOTICE
    return rule.subject is facts.subject


def _initial(rule: ReportRule, clock: ClockStart, start: datetime) -> Obligation:
    start = start.astimezone(UTC)
    return Obligation(
        rule_id=rule.id,
        kind=ReportKind.INITIAL,
        channel=rule.channel,
        recipient=rule.recipient,
        clock=clock,
        starts_at=start,
        due_at=start + timedelta(minutes=rule.minutes),
        source=rule.source,
        verified=rule.verified,
        note=rule.note,
    )


def _version(rule: ReportRule) -> tuple[object, ...]:
    # Of two versions from the same day the stricter one, so that the order of rows decides nothing.
    return (rule.valid_from, -rule.minutes, rule.channel, rule.recipient, rule.clock, rule.source)


def _same_start(obligation: Obligation, other: Obligation | None) -> bool:
    return other is not None and (obligation.clock, obligation.starts_at) == (other.clock, other.starts_at)


def _unless_later(moment: datetime | None, at: datetime) -> datetime | None:
    return None if moment is None or moment > at else moment


def _rank(grade: Grade | None) -> int:
    return 0 if grade is None else grade.rank
