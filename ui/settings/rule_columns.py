"""The room's report rules as rows: what a clause demands, in the words of the duty room."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from duty_console.limits.model import Channel, EventClass, Grade, Subject
from ui.limit_words import length_words
from ui.widgets import Column
from ui.words import word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from duty_console.limits.model import FollowUp, ReportRule

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule with the name of its set, and whether it holds for a room of this level."""

    rule: ReportRule
    preset: str
    holds: bool


SORT_KEYS: dict[str, Callable[[RuleLine], Any]] = {
    "minutes": lambda line: (line.rule.minutes, line.rule.id),
    "grades": lambda line: [grade.rank for grade in sorted(line.rule.grades, key=lambda each: -each.rank)],
}


def listed(words: Iterable[str]) -> str:
    """One after the other, as a sentence lists things."""
    return reduce(lambda first, rest: translate("RuleColumns", "{first}, {rest}").format(first=first, rest=rest), words)


def classes_words(rule: ReportRule) -> str:
    """Which events it speaks of: classes, or warnings and notices."""
    if rule.subject is Subject.WARNING:
        return translate("RuleColumns", "Warnings received")
    if rule.subject is Subject.NOTICE:
        return translate("RuleColumns", "Routine notices")
    if not rule.classes:
        return translate("RuleColumns", "All classes")
    return listed(word(each) for each in EventClass if each in rule.classes)


def grades_words(rule: ReportRule) -> str:
    """Which grades, the highest first."""
    if not rule.grades:
        return translate("RuleColumns", "All grades")
    return listed(word(each) for each in sorted(Grade, key=lambda each: -each.rank) if each in rule.grades)


def followup_words(followup: FollowUp | None) -> str:
    """每日 08:00、17:00, 每 24 小时, or a dash."""
    if followup is None:
        return "–"
    if followup.every_hours is not None:
        return translate("RuleColumns", "every {hours} h").format(hours=followup.every_hours)
    times = listed(at.strftime("%H:%M") for at in followup.at)
    return translate("RuleColumns", "daily {times}").format(times=times)


def channel_words(rule: ReportRule) -> str:
    """电话 or 书面: shorter than a report is called elsewhere."""
    phone = rule.channel is Channel.PHONE
    return translate("RuleColumns", "Phone") if phone else translate("RuleColumns", "Written")


def checked_words(rule: ReportRule) -> str:
    """Whether the figure was checked against the regulation."""
    if rule.verified:
        return translate("RuleColumns", "Checked")
    return translate("RuleColumns", "Check against the local document")


def rule_columns() -> list[Column[RuleLine]]:
    """From whom it comes to whether it is sure."""

    def tone(line: RuleLine) -> str:
        return "text" if line.holds else "muted"

    return [
        Column(
            "preset", translate("RuleColumns", "Rule set"), lambda line: line.preset, 88, role="dense_strong", tone=tone
        ),
        Column("channel", translate("RuleColumns", "Channel"), lambda line: channel_words(line.rule), 72, tone=tone),
        Column("recipient", translate("RuleColumns", "Recipient"), lambda line: line.rule.recipient, 120, tone=tone),
        Column(
            "minutes",
            translate("RuleColumns", "Limit"),
            lambda line: length_words(line.rule.minutes),
            72,
            align="right",
            role="dense_strong",
            tone=tone,
        ),
        Column("clock", translate("RuleColumns", "From"), lambda line: word(line.rule.clock), 76, tone=tone),
        Column("classes", translate("RuleColumns", "Classes"), lambda line: classes_words(line.rule), 144, tone=tone),
        Column("grades", translate("RuleColumns", "Grades"), lambda line: grades_words(line.rule), 120, tone=tone),
        Column(
            "followup",
            translate("RuleColumns", "Follow-up"),
            lambda line: followup_words(line.rule.followup),
            132,
            tone="muted",
        ),
        Column(
            "source", translate("RuleColumns", "Basis"), lambda line: line.rule.source, 72, stretch=True, tone="muted"
        ),
        Column(
            "state", translate("RuleColumns", "State"), _state, 138, tone=_state_tone, icon=_state_icon, tip=_state_tip
        ),
    ]


def _state(line: RuleLine) -> str:
    """Whether it holds here, then whether it is sure: never by colour alone."""
    if not line.holds:
        return translate("RuleColumns", "Other level")
    return checked_words(line.rule) if line.rule.verified else translate("RuleColumns", "Check locally")


def _state_tone(line: RuleLine) -> str:
    return "muted" if not line.holds else "good" if line.rule.verified else "severe"


def _state_icon(line: RuleLine) -> str:
    return "minus" if not line.holds else "check" if line.rule.verified else "triangle-alert"


def _state_tip(line: RuleLine) -> str:
    return "" if line.rule.verified else checked_words(line.rule)
