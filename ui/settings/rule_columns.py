"""The room's report rules as rows: what a clause demands, in the words of the duty room."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from duty_console.limits.model import EventClass, Grade, Subject
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
            "preset", translate("RuleColumns", "Rule set"), lambda line: line.preset, 92, role="dense_strong", tone=tone
        ),
        Column("channel", translate("RuleColumns", "Channel"), lambda line: word(line.rule.channel), 68, tone=tone),
        Column("recipient", translate("RuleColumns", "Recipient"), lambda line: line.rule.recipient, 130, tone=tone),
        Column(
            "minutes",
            translate("RuleColumns", "Limit"),
            lambda line: length_words(line.rule.minutes),
            80,
            align="right",
            role="dense_strong",
            tone=tone,
        ),
        Column("clock", translate("RuleColumns", "From"), lambda line: word(line.rule.clock), 68, tone=tone),
        Column("classes", translate("RuleColumns", "Classes"), lambda line: classes_words(line.rule), 104, tone=tone),
        Column("grades", translate("RuleColumns", "Grades"), lambda line: grades_words(line.rule), 108, tone=tone),
        Column(
            "followup",
            translate("RuleColumns", "Follow-up"),
            lambda line: followup_words(line.rule.followup),
            116,
            tone="muted",
        ),
        Column(
            "source", translate("RuleColumns", "Basis"), lambda line: line.rule.source, 110, stretch=True, tone="muted"
        ),
        Column(
            "checked",
            translate("RuleColumns", "Checked"),
            lambda line: checked_words(line.rule),
            152,
            tone=lambda line: "good" if line.rule.verified else "severe",
            icon=lambda line: "check" if line.rule.verified else "triangle-alert",
        ),
    ]
