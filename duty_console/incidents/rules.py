"""What an incident must hold and how its facts are put into words. Pure."""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from typing import TYPE_CHECKING

from duty_console.errors import InputProblem
from duty_console.incidents.model import COUNTS, Casualties, FactCorrection, Incident, NewIncident
from duty_console.limits.grading import suggest_grade
from duty_console.limits.model import EventClass, EventFacts, Grade, GradeSuggestion, Subject

if TYPE_CHECKING:
    from datetime import date, datetime

ESSENTIAL = ("source_unit", "event_class", "summary", "place", "occurred_at")
"""The five fields that are enough to record a call: who calls, what kind, what happened, where, when."""

LONGEST = {
    "type": 60,
    "title": 200,
    "place": 200,
    "source_unit": 120,
    "caller": 60,
    "caller_post": 60,
    "caller_phone": 40,
    "summary": 4000,
    "measures": 4000,
    "already_told": 1000,
    "grade_reason": 500,
    "source": 120,
}
"""The longest text of each field, in characters."""

MOST = 10_000_000
"""The largest count of people: more is a slip of the finger."""

MOST_YUAN = 10**13
"""The largest direct loss in yuan."""

COUNT_ZH = {
    "deaths": "死亡",
    "missing": "失踪",
    "serious_injuries": "重伤",
    "minor_injuries": "轻伤",
    "trapped": "被困",
    "evacuated": "疏散",
    "direct_loss_yuan": "直接损失",
}
FACT_ZH = {
    "event_class": "类别",
    "type": "类型",
    "title": "标题",
    "occurred_at": "发生时间",
    "place": "地点",
    "source_unit": "来电单位",
    "caller": "来电人",
    "caller_post": "来电人职务",
    "caller_phone": "来电号码",
    "summary": "事由",
    "measures": "已采取措施",
    "already_told": "已告知",
}


def checked(new: NewIncident, now: datetime) -> NewIncident:
    """Return the intake with its texts trimmed.

    Raises InputProblem naming the field: `time_in_future`, `occurred_after_received`, `count_negative`,
    `count_too_large`, `text_too_long`.
    """
    if new.received_at > now:
        raise InputProblem("received_at", "time_in_future")
    if new.occurred_at is not None and new.occurred_at > now:
        raise InputProblem("occurred_at", "time_in_future")
    if new.occurred_at is not None and new.occurred_at > new.received_at:
        raise InputProblem("occurred_at", "occurred_after_received")
    check_casualties(new.casualties)
    return replace(new, **{name: checked_words(name, getattr(new, name)) for name in LONGEST if name != "source"})


def checked_words(name: str, words: str) -> str:
    """Return a field's text trimmed. Raises InputProblem `text_too_long`."""
    trimmed = words.strip()
    if len(trimmed) > LONGEST[name]:
        raise InputProblem(name, "text_too_long", most=LONGEST[name])
    return trimmed


def check_casualties(casualties: Casualties) -> None:
    """Raise InputProblem for a negative or impossible count."""
    for name in COUNTS:
        count = getattr(casualties, name)
        if count is None:
            continue
        if count < 0:
            raise InputProblem(name, "count_negative")
        most = MOST_YUAN if name == "direct_loss_yuan" else MOST
        if count > most:
            raise InputProblem(name, "count_too_large", most=most)


def missing_essentials(new: NewIncident) -> tuple[str, ...]:
    """Return those of the five fields that are still empty."""
    return tuple(name for name in ESSENTIAL if not getattr(new, name))


def suggestion_for(event_class: EventClass, casualties: Casualties) -> GradeSuggestion:
    """Return the grade that 国务院令第493号 Art 3 gives for these numbers."""
    return suggest_grade(
        event_class,
        deaths=casualties.deaths,
        serious_injuries=casualties.serious_injuries,
        direct_loss_yuan=casualties.direct_loss_yuan,
        missing=casualties.missing,
    )


def basis_of(new: NewIncident, suggestion: GradeSuggestion) -> str:
    """Return why an intake has its grade: the officer's reason, or the rule's where both came to the same grade."""
    if new.grade is None or new.grade is suggestion.grade:
        return (new.grade_reason if new.grade else "") or suggestion.basis
    return new.grade_reason or "人工定级"


def facts_of(incident: Incident, grade: Grade | None = None) -> EventFacts:
    """Return what the report rules need to know of an incident."""
    return EventFacts(
        incident.event_class,
        incident.received_at,
        grade or incident.grade,
        incident.occurred_at,
        classified_at=incident.classified_at,
        subject=Subject.INCIDENT,
    )


def number_prefix(day: date) -> str:
    """Return the part of an incident's number that is its day: 20261014-."""
    return f"{day:%Y%m%d}-"


def next_number(day: date, taken: int) -> str:
    """Return the number after the `taken` ones of a day."""
    return f"{number_prefix(day)}{taken + 1:02d}"


def title_of(new: NewIncident) -> str:
    """Return the title given, or one made from place and type, summary or class."""
    if new.title:
        return new.title
    made = f"{new.place} {new.type}".strip() if new.type else ""
    first = new.summary.replace("；", "。").split("。")[0].strip()
    return (made or first or f"{new.place} {new.event_class.zh}".strip())[:200]


def casualties_words(casualties: Casualties) -> str:
    """Return the known numbers in words: 死亡3人，重伤2人，直接损失12万元."""
    said: list[str] = []
    for name in COUNTS:
        count = getattr(casualties, name)
        if count is None:
            continue
        if name == "direct_loss_yuan":
            said.append(f"{COUNT_ZH[name]}{money_words(count)}")
        elif count > 0 or name in ("deaths", "serious_injuries"):
            said.append(f"{COUNT_ZH[name]}{count}人")
    return "，".join(said)


def money_words(yuan: int) -> str:
    """Return an amount as officers say it, exactly: 12万元, 1.5亿元, 9999元."""
    for unit, size in (("亿元", 100_000_000), ("万元", 10_000)):
        if yuan >= size and yuan % (size // 100) == 0:
            return f"{yuan / size:g}{unit}"
    return f"{yuan}元"


def intake_line(new: NewIncident) -> str:
    """Return the first line of an incident's timeline."""
    who = " ".join(part for part in (new.source_unit, new.caller, new.caller_post) if part)
    said = new.summary or title_of(new)
    parts = [f"{who}：{said}" if who else said, casualties_words(new.casualties)]
    if new.measures:
        parts.append(f"已采取：{new.measures}")
    if new.already_told:
        parts.append(f"已告知：{new.already_told}")
    return "；".join(part.rstrip("。；") for part in parts if part) + "。"


def changed_counts(before: Casualties, after: Casualties) -> str:
    """Return what changed in words: 死亡 1→3，被困 2→0."""
    old, new = asdict(before), asdict(after)
    return "，".join(
        f"{COUNT_ZH[name]} {'未知' if old[name] is None else old[name]}→{'未知' if new[name] is None else new[name]}"
        for name in COUNTS
        if old[name] != new[name]
    )


def shrinking(before: Casualties, after: Casualties) -> tuple[str, ...]:
    """Return the counts that fall or become unknown: allowed, but a reason is asked for.

    Trapped people are freed, missing ones found, evacuated ones go home: that needs none.
    """
    found: list[str] = []
    for name in COUNTS:
        old, new = getattr(before, name), getattr(after, name)
        if name not in ("trapped", "evacuated", "missing") and old is not None and (new is None or new < old):
            found.append(name)
    return tuple(found)


def changes_of(correction: FactCorrection) -> dict[str, object]:
    """Return the fields that a correction names."""
    return {
        each.name: getattr(correction, each.name)
        for each in fields(correction)
        if each.name != "reason" and getattr(correction, each.name) is not None
    }
