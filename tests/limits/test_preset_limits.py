"""Every shipped limit as the regulations' table reads, tried at the limit −1 s, 0 and +1 s."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from duty_console.limits.model import (
    Channel,
    ClockStart,
    EventClass,
    EventFacts,
    Grade,
    Obligation,
    ObligationState,
    RoomLevel,
    Subject,
)
from duty_console.limits.presets import available_presets, load_preset, load_rules
from duty_console.limits.rules import obligations_for, settle, state_of

# Four different moments, so that a limit counted from the wrong one cannot pass.
OCCURRED = datetime(2026, 7, 25, 6, 51, tzinfo=UTC)
RECEIVED = OCCURRED + timedelta(minutes=7)
VERIFIED = RECEIVED + timedelta(minutes=11)
CLASSIFIED = VERIFIED + timedelta(minutes=13)
STARTS = {
    ClockStart.OCCURRED: OCCURRED,
    ClockStart.RECEIVED: RECEIVED,
    ClockStart.VERIFIED: VERIFIED,
    ClockStart.CLASSIFIED: CLASSIFIED,
}

ALL = "accident natural_disaster public_health social_security"
WARNED = "accident natural_disaster public_health"
ANY = "- ordinary major severe extreme"  # "-" is an event without a grade

# rule, classes, grades, channel, minutes, clock, verified
TABLE = [
    ("national.493.art9", "accident", ANY, "written", 60, "received", True),
    ("national.493.art11", "accident", ANY, "written", 120, "received", True),
    ("national.2015.phone", ALL, "severe extreme", "phone", 30, "occurred", True),
    ("national.2015.written", ALL, "severe extreme", "written", 60, "occurred", True),
    ("public_health.376.unit", "public_health", ANY, "written", 120, "received", True),
    ("public_health.376.step", "public_health", ANY, "written", 120, "received", True),
    ("disaster_statistics.county", "natural_disaster", ANY, "written", 120, "occurred", True),
    ("environment.severe.written", "accident", "severe extreme", "written", 120, "classified", False),
    ("environment.other.written", "accident", "ordinary major", "written", 240, "classified", False),
    ("hebei.severe.written", ALL, "severe extreme", "written", 120, "occurred", False),
    ("tangshan.phone", ALL, ANY, "phone", 30, "occurred", False),
    ("tangshan.written", ALL, ANY, "written", 60, "occurred", False),
    ("henan.severe.phone", "accident natural_disaster", "severe extreme", "phone", 15, "occurred", True),
    ("henan.severe.written", "accident natural_disaster", "severe extreme", "written", 35, "occurred", True),
    ("henan.major.written", "accident natural_disaster", "major", "written", 60, "occurred", True),
    ("henan.ordinary.written", "accident natural_disaster", "ordinary", "written", 360, "occurred", True),
    ("wuhan.ordinary.written", ALL, "ordinary", "written", 120, "received", True),
    ("wuhan.major.written", ALL, "major", "written", 60, "received", True),
    ("wuhan.severe.written", ALL, "severe extreme", "written", 30, "occurred", True),
    ("xilinhaote.written", ALL, ANY, "written", 30, "verified", True),
    ("zhangzi.warning.phone", WARNED, ANY, "phone", 10, "received", True),
    ("zhangzi.warning.written", WARNED, ANY, "written", 30, "received", True),
    ("zhangzi.notice.written", ALL, ANY, "written", 60, "received", True),
]
IDS = [row[0] for row in TABLE]
GRADES = [None, *Grade]
SUBJECTS = {"zhangzi.warning": Subject.WARNING, "zhangzi.notice": Subject.NOTICE}


def event(event_class: EventClass, grade: Grade | None, subject: Subject = Subject.INCIDENT) -> EventFacts:
    return EventFacts(
        event_class=event_class,
        grade=grade,
        subject=subject,
        occurred_at=OCCURRED,
        received_at=RECEIVED,
        verified_at=VERIFIED,
        classified_at=CLASSIFIED,
    )


def owed_by(rule_id: str, event_class: EventClass, grade: Grade | None) -> list[Obligation]:
    subject = SUBJECTS.get(rule_id.rpartition(".")[0], Subject.INCIDENT)
    rules = load_preset(rule_id.partition(".")[0]).rules
    owed = obligations_for(rules, event(event_class, grade, subject), CLASSIFIED)
    return [each for each in owed if each.rule_id == rule_id]


def owed_in(presets: str, facts: EventFacts, level: RoomLevel | None = None) -> list[tuple[str, str, int]]:
    owed = obligations_for(load_rules(*presets.split()), facts, CLASSIFIED, level=level)
    return [(each.rule_id, each.channel.value, each.minutes) for each in owed]


def test_the_table_names_every_shipped_rule() -> None:
    shipped = [rule.id for info in available_presets() for rule in load_preset(info.id).rules]
    assert sorted(shipped) == sorted(IDS)


@pytest.mark.parametrize(("rule_id", "classes", "grades"), [row[:3] for row in TABLE], ids=IDS)
def test_a_rule_speaks_of_its_classes_and_grades_only(rule_id: str, classes: str, grades: str) -> None:
    met = {
        (each_class.value, "-" if grade is None else grade.value)
        for each_class in EventClass
        for grade in GRADES
        if owed_by(rule_id, each_class, grade)
    }
    assert met == {(each_class, grade) for each_class in classes.split() for grade in grades.split()}


@pytest.mark.parametrize("row", TABLE, ids=IDS)
def test_a_limit_at_one_second_before_at_and_after(row: tuple[str, str, str, str, int, str, bool]) -> None:
    rule_id, classes, grades, channel, minutes, clock, verified = row
    grade = grades.split()[0]
    (owed,) = owed_by(rule_id, EventClass(classes.split()[0]), None if grade == "-" else Grade(grade))
    assert (owed.channel, owed.clock, owed.verified) == (Channel(channel), ClockStart(clock), verified)
    assert owed.starts_at == STARTS[ClockStart(clock)]
    limit = STARTS[ClockStart(clock)] + timedelta(minutes=minutes)
    assert owed.due_at == limit
    second = timedelta(seconds=1)
    for now, waiting, sent in [
        (limit - second, ObligationState.PENDING, ObligationState.MET),
        (limit, ObligationState.PENDING, ObligationState.MET),
        (limit + second, ObligationState.OVERDUE, ObligationState.LATE),
    ]:
        assert state_of(owed, now) is waiting
        assert settle(owed, now).state(now + timedelta(days=9)) is sent
    assert settle(owed, limit).late_seconds is None
    assert settle(owed, limit + second).late_seconds == 1


def test_who_owes_the_two_steps_of_493() -> None:
    accident = event(EventClass.ACCIDENT, Grade.ORDINARY)
    unit, step = ("national.493.art9", "written", 60), ("national.493.art11", "written", 120)
    assert owed_in("national", accident) == [unit, step]
    assert owed_in("national", accident, RoomLevel.ENTERPRISE) == [unit]
    for level in set(RoomLevel) - {RoomLevel.ENTERPRISE}:
        assert owed_in("national", accident, level) == [step]


def test_presets_combine_and_the_earliest_limit_comes_first() -> None:
    severe = event(EventClass.ACCIDENT, Grade.SEVERE)
    assert owed_in("national henan national", severe, RoomLevel.COUNTY) == [
        ("henan.severe.phone", "phone", 15),
        ("national.2015.phone", "phone", 30),
        ("henan.severe.written", "written", 35),
        ("national.2015.written", "written", 60),
        ("national.493.art11", "written", 120),
    ]


def test_social_security_has_no_national_limit_below_severe() -> None:
    assert owed_in("national", event(EventClass.SOCIAL_SECURITY, None)) == []


def test_a_warning_has_its_own_limits_and_a_lookup_of_unstated_subject_shows_them() -> None:
    facts = EventFacts(EventClass.NATURAL_DISASTER, RECEIVED)
    assert owed_in("zhangzi", facts) == [
        ("zhangzi.warning.phone", "phone", 10),
        ("zhangzi.warning.written", "written", 30),
    ]
    assert owed_in("zhangzi", event(EventClass.NATURAL_DISASTER, None)) == []
    notice = event(EventClass.NATURAL_DISASTER, None, Subject.NOTICE)
    assert owed_in("national zhangzi", notice) == [("zhangzi.notice.written", "written", 60)]


def test_only_written_reports_from_major_up_are_followed_up_in_henan() -> None:
    followed = {rule.id: rule.followup.at for rule in load_preset("henan").rules if rule.followup}
    assert followed == dict.fromkeys(("henan.severe.written", "henan.major.written"), (time(8), time(17)))


def test_no_rule_cites_a_web_page_and_the_unverified_presets_are_known() -> None:
    infos = available_presets()
    assert [info.id for info in infos][:4] == [
        "national",
        "disaster_statistics",
        "environment",
        "public_health",
    ]
    assert {info.id for info in infos if not info.verified} == {"environment", "hebei", "tangshan"}
    assert {info.id for info in infos if not info.nationwide} == {
        *("hebei", "henan", "tangshan", "wuhan", "xilinhaote", "zhangzi")
    }
    for rule in load_rules(*(info.id for info in infos)):
        assert rule.source.strip()
        assert "http" not in rule.source + rule.note
