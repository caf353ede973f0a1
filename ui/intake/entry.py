"""What was typed into an intake, understood: texts in, a `NewIncident` or problems by field out. Pure.

Drafts keep the texts, so that half a word and half a time come back as they were left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duty_console.errors import InputProblem
from duty_console.incidents.model import COUNTS, Casualties, IntakeChannel, NewIncident
from duty_console.limits.model import EventClass, Grade
from ui.intake.money import yuan_of
from ui.widgets.time_text import TimeTextProblem, parse_time

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, tzinfo

WORDS = ("source_unit", "caller", "caller_post", "caller_phone", "type", "summary", "place", "measures")
"""The fields whose text is taken as it is."""

PEOPLE = tuple(name for name in COUNTS if name != "direct_loss_yuan")
FIELDS = (
    *WORDS, "channel", "event_class", "occurred_at", *COUNTS, "told", "told_at", "grade", "grade_reason",
)  # fmt: skip
"""Every text that a draft of an intake may hold."""


@dataclass(frozen=True, slots=True)
class Entry:
    """`new` is what could be understood, None while no class is chosen; `problems` what could not."""

    new: NewIncident | None
    problems: tuple[InputProblem, ...] = ()


def entry_of(texts: Mapping[str, str], received_at: datetime, zone: tzinfo) -> Entry:
    """Return what the texts of an intake say, as far as they can be understood."""
    problems: list[InputProblem] = []
    occurred = _moment(texts, "occurred_at", received_at, zone, problems)
    told_at = _moment(texts, "told_at", received_at, zone, problems)
    casualties = _casualties(texts, problems)
    event_class = texts.get("event_class", "")
    if not event_class:
        return Entry(None, tuple(problems))
    grade = texts.get("grade", "")
    new = NewIncident(
        EventClass(event_class),
        received_at,
        **{name: texts.get(name, "") for name in WORDS},
        occurred_at=occurred,
        channel=IntakeChannel(texts.get("channel") or IntakeChannel.PHONE),
        casualties=casualties,
        grade=Grade(grade) if grade else None,
        grade_reason=texts.get("grade_reason", "") if grade else "",
        already_told=told_words(texts.get("told", ""), told_at, received_at, zone),
    )
    return Entry(new, tuple(problems))


def told_words(told: str, at: datetime | None, base: datetime, zone: tzinfo) -> str:
    """Return whom the caller told and when, as the record keeps it: 区消防救援大队 15:02."""
    if at is None:
        return told.strip()
    there = at.astimezone(zone)
    same_day = there.date() == base.astimezone(zone).date()
    return f"{told.strip()} {there:%H:%M}".strip() if same_day else f"{told.strip()} {there:%m月%d日 %H:%M}".strip()


def _moment(
    texts: Mapping[str, str], name: str, base: datetime, zone: tzinfo, problems: list[InputProblem]
) -> datetime | None:
    """To the minute: what a field shows after it was left, and what a draft brings back, say no more."""
    text = texts.get(name, "").strip()
    if not text:
        return None
    try:
        return parse_time(text, base, zone).replace(second=0, microsecond=0)
    except TimeTextProblem as problem:
        problems.append(InputProblem(name, problem.code))
        return None


def _casualties(texts: Mapping[str, str], problems: list[InputProblem]) -> Casualties:
    counts: dict[str, int | None] = {}
    for name in PEOPLE:
        text = texts.get(name, "").strip()
        if text.isdecimal():
            counts[name] = int(text)
        elif text:
            problems.append(InputProblem(name, "number_not_understood"))
    try:
        counts["direct_loss_yuan"] = yuan_of(texts.get("direct_loss_yuan", ""))
    except ValueError:
        problems.append(InputProblem("direct_loss_yuan", "amount_not_understood"))
    return Casualties(**counts)
