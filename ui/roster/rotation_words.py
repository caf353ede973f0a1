"""The words of planning and checking: why a seat stays empty, what a finding says, how bad it is."""

from __future__ import annotations

from datetime import date
from functools import reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from duty_console.roster.rotation.model import FindingKind, Severity
from ui.i18n import QT_TRANSLATE_NOOP
from ui.words import day_month, weekday_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duty_console.roster.model import Why
    from duty_console.roster.rotation.model import Finding, Notice

_OBSTACLES = {
    "busy_in_shift": QT_TRANSLATE_NOOP("Rotation", "{count} on duty then"),
    "left": QT_TRANSLATE_NOOP("Rotation", "{count} left"),
    "on_leave": QT_TRANSLATE_NOOP("Rotation", "{count} on leave"),
    "too_little_rest": QT_TRANSLATE_NOOP("Rotation", "{count} with too little rest"),
    "month_full": QT_TRANSLATE_NOOP("Rotation", "{count} with a full month"),
    "apart": QT_TRANSLATE_NOOP("Rotation", "{count} not together with who is there"),
    "partner_not_free": QT_TRANSLATE_NOOP("Rotation", "{count} whose partner is not free"),
}
_KINDS = {
    FindingKind.GAP: QT_TRANSLATE_NOOP("Rotation", "Gap"),
    FindingKind.KEY_POST_SINGLE: QT_TRANSLATE_NOOP("Rotation", "Key post with one person"),
    FindingKind.DOUBLE_BOOKING: QT_TRANSLATE_NOOP("Rotation", "One person at two posts"),
    FindingKind.TOO_LITTLE_REST: QT_TRANSLATE_NOOP("Rotation", "Too little rest"),
    FindingKind.LEADER_MISSING: QT_TRANSLATE_NOOP("Rotation", "No leader"),
    FindingKind.HOLIDAY_WITHOUT_LEADER: QT_TRANSLATE_NOOP("Rotation", "Holiday without a leader"),
    FindingKind.AWAY_UNCOVERED: QT_TRANSLATE_NOOP("Rotation", "On leave, nobody stands in"),
    FindingKind.PERSON_LEFT: QT_TRANSLATE_NOOP("Rotation", "Has left"),
    FindingKind.NOT_ON_LIST: QT_TRANSLATE_NOOP("Rotation", "Not on the list"),
    FindingKind.PHONE_UNCONFIRMED: QT_TRANSLATE_NOOP("Rotation", "Number never rung"),
    FindingKind.CALENDAR_PROVISIONAL: QT_TRANSLATE_NOOP("Rotation", "Calendar not final"),
}
_DETAILS = {
    FindingKind.GAP: QT_TRANSLATE_NOOP("Rotation", "{post}, {missing} missing"),
    FindingKind.KEY_POST_SINGLE: QT_TRANSLATE_NOOP("Rotation", "{post}, {there} of {needed}"),
    FindingKind.DOUBLE_BOOKING: QT_TRANSLATE_NOOP("Rotation", "{name}: {posts}"),
    FindingKind.TOO_LITTLE_REST: QT_TRANSLATE_NOOP(
        "Rotation", "{name}, {post}: {hours} h since {before}, {needed} h wanted"
    ),
    FindingKind.HOLIDAY_WITHOUT_LEADER: QT_TRANSLATE_NOOP("Rotation", "{holiday}"),
    FindingKind.AWAY_UNCOVERED: QT_TRANSLATE_NOOP("Rotation", "{name}, {post}"),
    FindingKind.PERSON_LEFT: QT_TRANSLATE_NOOP("Rotation", "{name}, {post}"),
    FindingKind.NOT_ON_LIST: QT_TRANSLATE_NOOP("Rotation", "{name}, {post}"),
    FindingKind.PHONE_UNCONFIRMED: QT_TRANSLATE_NOOP("Rotation", "{name} {phone}, shifts: {shifts}"),
    FindingKind.CALENDAR_PROVISIONAL: QT_TRANSLATE_NOOP("Rotation", "{year}, days: {days}"),
}
_ICONS = {
    FindingKind.PHONE_UNCONFIRMED: "phone-off",
    FindingKind.CALENDAR_PROVISIONAL: "calendar",
    FindingKind.TOO_LITTLE_REST: "hourglass",
    FindingKind.NOT_ON_LIST: "users",
}
_TONES = {Severity.SERIOUS: "extreme", Severity.BREACH: "severe", Severity.NOTICE: "muted"}
_SEVERITIES = {
    Severity.SERIOUS: QT_TRANSLATE_NOOP("Rotation", "serious"),
    Severity.BREACH: QT_TRANSLATE_NOOP("Rotation", "against a rule"),
    Severity.NOTICE: QT_TRANSLATE_NOOP("Rotation", "to note"),
}


def _tr(source: str) -> str:
    return QCoreApplication.translate("Rotation", source)


def gap_reason(reason: Why) -> str:
    """Why nobody was found for a seat: how many fell out for what."""
    if reason.code == "nobody_listed":
        return QCoreApplication.translate("Rotation", "Nobody is on the list of this post then.")
    parts = [_tr(_OBSTACLES[code]).format(count=count) for code, count in reason.values.items() if code in _OBSTACLES]
    return listed(parts)


def listed(parts: Sequence[str]) -> str:
    """Words in a row, with the comma of the language."""
    joint = QCoreApplication.translate("Rotation", "{first}, {second}")
    return reduce(lambda first, second: joint.format(first=first, second=second), parts) if parts else ""


def kind_word(kind: FindingKind) -> str:
    """缺岗, 休息不足 …"""
    return _tr(_KINDS[kind])


def severity_word(severity: Severity) -> str:
    """How bad."""
    return _tr(_SEVERITIES[severity])


def finding_look(finding: Finding) -> tuple[str, str]:
    """Icon and tone."""
    icon = _ICONS.get(finding.kind, "circle-alert" if finding.severity is Severity.SERIOUS else "triangle-alert")
    return icon, _TONES[finding.severity]


def finding_detail(finding: Finding) -> str:
    """Post, person and figures, without date and kind; empty where the kind says all."""
    if finding.kind not in _DETAILS:
        return ""
    values: dict[str, object] = dict(finding.values)
    if "before" in values:
        values["before"] = day_month(date.fromisoformat(str(values["before"])))
    for name in ("hours", "needed"):
        if isinstance(values.get(name), float):
            values[name] = f"{values[name]:g}"
    return _tr(_DETAILS[finding.kind]).format(**values)


def finding_date(finding: Finding, *, several_shifts: bool = False) -> str:
    """10月22日 周四, with the shift's name where a day has more than one."""
    day = f"{day_month(finding.shift_date)} {weekday_word(finding.shift_date)}"
    return f"{day} {finding.slot}" if several_shifts and finding.slot else day


def finding_words(finding: Finding) -> str:
    """All of it in one line."""
    return " ".join(filter(None, (finding_date(finding), kind_word(finding.kind), finding_detail(finding))))


def ahead_words(notice: Notice) -> str:
    """Within how many days."""
    if notice.days == 1:
        return QCoreApplication.translate("Rotation", "within a day")
    return QCoreApplication.translate("Rotation", "within {days} days").format(days=notice.days)
