"""The sheet speaks Chinese, the language of the record; here are its fixed words for the screen."""

from __future__ import annotations

from functools import cache, reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from duty_console.handover.model import EquipmentState, SheetLimit
from duty_console.limits.model import Channel, Grade, ReportKind
from duty_console.reports.rules import name_of
from ui.i18n import QT_TRANSLATE_NOOP
from ui.words import clock_time, day_month, report_name, when

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from ui.widgets import ChipState

translate = QCoreApplication.translate

_COUNTS = {
    "来电": QT_TRANSLATE_NOOP("Handover", "Calls in"),
    "去电": QT_TRANSLATE_NOOP("Handover", "Calls out"),
    "事件": QT_TRANSLATE_NOOP("Handover", "Incidents"),
    "应报": QT_TRANSLATE_NOOP("Handover", "Limits"),
    "按时": QT_TRANSLATE_NOOP("Handover", "On time"),
    "超时": QT_TRANSLATE_NOOP("Handover", "Late"),
    "批示": QT_TRANSLATE_NOOP("Handover", "Orders"),
    "反馈": QT_TRANSLATE_NOOP("Handover", "Feedback"),
    "查岗": QT_TRANSLATE_NOOP("Handover", "Checks"),
    "日志": QT_TRANSLATE_NOOP("Handover", "Log"),
}
_EQUIPMENT = {
    "值班电话": QT_TRANSLATE_NOOP("Handover", "Duty telephone"),
    "传真机": QT_TRANSLATE_NOOP("Handover", "Fax machine"),
    "对讲机": QT_TRANSLATE_NOOP("Handover", "Radios"),
    "打印机": QT_TRANSLATE_NOOP("Handover", "Printer"),
    "值守台": QT_TRANSLATE_NOOP("Handover", "Duty console"),
    "应急照明": QT_TRANSLATE_NOOP("Handover", "Emergency light"),
    "钥匙": QT_TRANSLATE_NOOP("Handover", "Keys"),
    "值班印章": QT_TRANSLATE_NOOP("Handover", "Duty seal"),
}
_STATES = {
    EquipmentState.GOOD: QT_TRANSLATE_NOOP("Handover", "Good"),
    EquipmentState.FAULTY: QT_TRANSLATE_NOOP("Handover", "Faulty"),
    EquipmentState.MISSING: QT_TRANSLATE_NOOP("Handover", "Missing"),
    EquipmentState.UNCHECKED: QT_TRANSLATE_NOOP("Handover", "Not checked"),
}
_FOLLOWUPS_KNOWN = 60


def count_word(word: str) -> str:
    """来电 as it is called on screen."""
    return translate("Handover", str(_COUNTS[word])) if word in _COUNTS else word


def equipment_word(name: str) -> str:
    """值班电话 as it is called on screen; what a room added itself keeps its name."""
    return translate("Handover", str(_EQUIPMENT[name])) if name in _EQUIPMENT else name


def state_word(state: EquipmentState) -> str:
    """正常, 故障, 缺, 未检查."""
    return translate("Handover", str(_STATES[state]))


def listed(names: Sequence[str]) -> str:
    """Words in a row as the language parts them."""
    joint = translate("Handover", "{first}, {second}")
    return reduce(lambda first, second: joint.format(first=first, second=second), names) if names else ""


def grade_of(word: str) -> str | None:
    """The grade behind a printed word, None for 未定级."""
    return next((grade.value for grade in Grade if grade.zh == word), None)


def limit_name(printed: str) -> str:
    """书面初报, 电话续报二 as they are called on screen."""
    found = _limit_names().get(printed)
    return report_name(*found) if found is not None else printed


@cache
def _limit_names() -> dict[str, tuple[ReportKind, Channel, int]]:
    """Every printed name of a report with what it means."""
    return {
        name_of(kind, channel, number): (kind, channel, number)
        for kind in ReportKind
        for channel in Channel
        for number in range(_FOLLOWUPS_KNOWN, -1, -1)
    }


def limit_chip(limit: SheetLimit, now: datetime, zone: ZoneInfo) -> tuple[ChipState, str]:
    """The state of a limit and the figure that goes with it: when it was met, or by when it is due."""
    if limit.done_at is not None:
        done = clock_time(limit.done_at, zone)
        if limit.done_at <= limit.due_at:
            return "met", done
        minutes = -(-int((limit.done_at - limit.due_at).total_seconds()) // 60)
        return "late", translate("Handover", "{time}, {minutes} min late").format(time=done, minutes=minutes)
    due = translate("Handover", "due {time}").format(time=when(limit.due_at, now, zone))
    return ("overdue" if now > limit.due_at else "pending"), due


def span_words(starts: datetime, ends: datetime, zone: ZoneInfo) -> str:
    """10月13日 08:00 – 10月14日 08:00; the second date only where it is another day."""
    first, last = starts.astimezone(zone).date(), ends.astimezone(zone).date()
    until = clock_time(ends, zone) if first == last else f"{day_month(last)} {clock_time(ends, zone)}"
    return f"{day_month(first)} {clock_time(starts, zone)} – {until}"
