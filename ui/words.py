"""The words of the duty room on screen, in the language now in force.

The enums of `duty_console` carry the Chinese of the papers (`.zh`); what is shown on screen is translated here, once
for all pages. `word(Grade.MAJOR)` gives "Major" or "较大".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from duty_console.alarms.model import AlarmStep
from duty_console.dutylog.model import LogKind
from duty_console.incidents.model import IncidentState, IntakeChannel
from duty_console.limits.model import (
    Channel,
    ClockStart,
    EventClass,
    Grade,
    Obligation,
    ObligationState,
    ReportKind,
    RoomLevel,
)
from duty_console.people.unit_kind import UnitKind
from duty_console.roster.model import CoverKind, DayScope, DayType, LeaveKind, PostKind
from ui.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo
    from enum import Enum

translate = QCoreApplication.translate

_WORDS: tuple[tuple[Enum, str], ...] = (
    (EventClass.ACCIDENT, QT_TRANSLATE_NOOP("Words", "Accident")),
    (EventClass.NATURAL_DISASTER, QT_TRANSLATE_NOOP("Words", "Natural disaster")),
    (EventClass.PUBLIC_HEALTH, QT_TRANSLATE_NOOP("Words", "Public health")),
    (EventClass.SOCIAL_SECURITY, QT_TRANSLATE_NOOP("Words", "Social security")),
    (Grade.EXTREME, QT_TRANSLATE_NOOP("Words", "Extreme")),
    (Grade.SEVERE, QT_TRANSLATE_NOOP("Words", "Severe")),
    (Grade.MAJOR, QT_TRANSLATE_NOOP("Words", "Major")),
    (Grade.ORDINARY, QT_TRANSLATE_NOOP("Words", "Ordinary")),
    (Channel.PHONE, QT_TRANSLATE_NOOP("Words", "By phone")),
    (Channel.WRITTEN, QT_TRANSLATE_NOOP("Words", "In writing")),
    (ClockStart.OCCURRED, QT_TRANSLATE_NOOP("Words", "occurred")),
    (ClockStart.RECEIVED, QT_TRANSLATE_NOOP("Words", "received")),
    (ClockStart.VERIFIED, QT_TRANSLATE_NOOP("Words", "verified")),
    (ClockStart.CLASSIFIED, QT_TRANSLATE_NOOP("Words", "graded")),
    (ObligationState.PENDING, QT_TRANSLATE_NOOP("Words", "Pending")),
    (ObligationState.MET, QT_TRANSLATE_NOOP("Words", "On time")),
    (ObligationState.LATE, QT_TRANSLATE_NOOP("Words", "Late")),
    (ObligationState.OVERDUE, QT_TRANSLATE_NOOP("Words", "Overdue")),
    (ObligationState.WAIVED, QT_TRANSLATE_NOOP("Words", "Waived")),
    (ReportKind.INITIAL, QT_TRANSLATE_NOOP("Words", "Initial report")),
    (ReportKind.FOLLOWUP, QT_TRANSLATE_NOOP("Words", "Follow-up report")),
    (ReportKind.FINAL, QT_TRANSLATE_NOOP("Words", "Final report")),
    (RoomLevel.ENTERPRISE, QT_TRANSLATE_NOOP("Words", "Enterprise or institution")),
    (RoomLevel.STREET, QT_TRANSLATE_NOOP("Words", "Township or street office")),
    (RoomLevel.COUNTY, QT_TRANSLATE_NOOP("Words", "County or district")),
    (RoomLevel.CITY, QT_TRANSLATE_NOOP("Words", "City")),
    (RoomLevel.PROVINCE, QT_TRANSLATE_NOOP("Words", "Province")),
    (RoomLevel.DEPARTMENT, QT_TRANSLATE_NOOP("Words", "Department")),
    (IntakeChannel.PHONE, QT_TRANSLATE_NOOP("Words", "Phone")),
    (IntakeChannel.FAX, QT_TRANSLATE_NOOP("Words", "Fax")),
    (IntakeChannel.NETWORK, QT_TRANSLATE_NOOP("Words", "Network")),
    (IntakeChannel.VISIT, QT_TRANSLATE_NOOP("Words", "Visit")),
    (IntakeChannel.OTHER, QT_TRANSLATE_NOOP("Words", "Other")),
    (IncidentState.OPEN, QT_TRANSLATE_NOOP("Words", "Open")),
    (IncidentState.CLOSED, QT_TRANSLATE_NOOP("Words", "Closed")),
    (LogKind.NOTE, QT_TRANSLATE_NOOP("Words", "Note")),
    (LogKind.INTAKE, QT_TRANSLATE_NOOP("Words", "Intake")),
    (LogKind.INCOMING_CALL, QT_TRANSLATE_NOOP("Words", "Call in")),
    (LogKind.OUTGOING_CALL, QT_TRANSLATE_NOOP("Words", "Call out")),
    (LogKind.DOCUMENT, QT_TRANSLATE_NOOP("Words", "Document")),
    (LogKind.SCENE, QT_TRANSLATE_NOOP("Words", "Scene")),
    (LogKind.REPORT, QT_TRANSLATE_NOOP("Words", "Report")),
    (LogKind.INSTRUCTION, QT_TRANSLATE_NOOP("Words", "Instruction")),
    (LogKind.FEEDBACK, QT_TRANSLATE_NOOP("Words", "Feedback")),
    (LogKind.GRADE, QT_TRANSLATE_NOOP("Words", "Grading")),
    (LogKind.CASUALTIES, QT_TRANSLATE_NOOP("Words", "Casualties")),
    (LogKind.CORRECTION, QT_TRANSLATE_NOOP("Words", "Correction")),
    (LogKind.SPOT_CHECK, QT_TRANSLATE_NOOP("Words", "Spot check")),
    (LogKind.HANDOVER, QT_TRANSLATE_NOOP("Words", "Handover")),
    (LogKind.CLOSURE, QT_TRANSLATE_NOOP("Words", "Closure")),
    (LogKind.SYSTEM, QT_TRANSLATE_NOOP("Words", "System")),
    (DayType.WORKDAY, QT_TRANSLATE_NOOP("Words", "Workday")),
    (DayType.MAKEUP_WORKDAY, QT_TRANSLATE_NOOP("Words", "Make-up workday")),
    (DayType.WEEKEND, QT_TRANSLATE_NOOP("Words", "Weekend")),
    (DayType.ADJUSTED_REST, QT_TRANSLATE_NOOP("Words", "Holiday")),
    (DayType.STATUTORY_HOLIDAY, QT_TRANSLATE_NOOP("Words", "Statutory holiday")),
    (PostKind.LEADER, QT_TRANSLATE_NOOP("Words", "Leads")),
    (PostKind.OFFICER, QT_TRANSLATE_NOOP("Words", "On duty")),
    (PostKind.STANDBY, QT_TRANSLATE_NOOP("Words", "Stands by")),
    (DayScope.EVERY, QT_TRANSLATE_NOOP("Words", "Every day")),
    (DayScope.WORK, QT_TRANSLATE_NOOP("Words", "Workdays")),
    (DayScope.REST, QT_TRANSLATE_NOOP("Words", "Rest days")),
    (LeaveKind.PERSONAL, QT_TRANSLATE_NOOP("Words", "Personal leave")),
    (LeaveKind.SICK, QT_TRANSLATE_NOOP("Words", "Sick leave")),
    (LeaveKind.ANNUAL, QT_TRANSLATE_NOOP("Words", "Annual leave")),
    (LeaveKind.TRAINING, QT_TRANSLATE_NOOP("Words", "Training")),
    (LeaveKind.MISSION, QT_TRANSLATE_NOOP("Words", "On a mission")),
    (LeaveKind.OTHER, QT_TRANSLATE_NOOP("Words", "Other leave")),
    (CoverKind.COVER, QT_TRANSLATE_NOOP("Words", "Covers")),
    (CoverKind.EMERGENCY, QT_TRANSLATE_NOOP("Words", "Stands in at short notice")),
    (CoverKind.OFF_POST, QT_TRANSLATE_NOOP("Words", "Stands in while away")),
    (AlarmStep.NOTICE, QT_TRANSLATE_NOOP("Words", "Notice")),
    (AlarmStep.WARNING, QT_TRANSLATE_NOOP("Words", "Soon due")),
    (AlarmStep.DUE, QT_TRANSLATE_NOOP("Words", "Due")),
    (AlarmStep.OVERDUE, QT_TRANSLATE_NOOP("Words", "Overdue")),
    (UnitKind.GOVERNMENT, QT_TRANSLATE_NOOP("Words", "Government")),
    (UnitKind.DEPARTMENT, QT_TRANSLATE_NOOP("Words", "Department")),
    (UnitKind.SUBDISTRICT, QT_TRANSLATE_NOOP("Words", "Street or township")),
    (UnitKind.ENTERPRISE, QT_TRANSLATE_NOOP("Words", "Enterprise")),
    (UnitKind.INSTITUTION, QT_TRANSLATE_NOOP("Words", "Institution")),
    (UnitKind.RESCUE, QT_TRANSLATE_NOOP("Words", "Rescue team")),
    (UnitKind.OTHER, QT_TRANSLATE_NOOP("Words", "Other")),
)
_SOURCES: dict[tuple[type[Enum], object], str] = {(type(member), member.value): source for member, source in _WORDS}
"""By type too: words of different enums may be equal (`RoomLevel.ENTERPRISE == UnitKind.ENTERPRISE`)."""

LOG_LOOK: dict[LogKind, tuple[str, str]] = {
    LogKind.NOTE: ("pencil", "muted"),
    LogKind.INTAKE: ("phone-incoming", "accent"),
    LogKind.INCOMING_CALL: ("phone-incoming", "muted"),
    LogKind.OUTGOING_CALL: ("phone-outgoing", "muted"),
    LogKind.DOCUMENT: ("file-text", "muted"),
    LogKind.SCENE: ("radio", "muted"),
    LogKind.REPORT: ("send", "good"),
    LogKind.INSTRUCTION: ("message-square-quote", "accent"),
    LogKind.FEEDBACK: ("reply", "accent"),
    LogKind.GRADE: ("chevrons-up", "major"),
    LogKind.CASUALTIES: ("users", "muted"),
    LogKind.CORRECTION: ("pencil", "severe"),
    LogKind.SPOT_CHECK: ("phone-call", "muted"),
    LogKind.HANDOVER: ("arrow-left-right", "muted"),
    LogKind.CLOSURE: ("archive", "good"),
    LogKind.SYSTEM: ("bell-ring", "extreme"),
}
"""Icon and tone of a line of the log."""

_WEEKDAYS = (
    QT_TRANSLATE_NOOP("Words", "Mon"),
    QT_TRANSLATE_NOOP("Words", "Tue"),
    QT_TRANSLATE_NOOP("Words", "Wed"),
    QT_TRANSLATE_NOOP("Words", "Thu"),
    QT_TRANSLATE_NOOP("Words", "Fri"),
    QT_TRANSLATE_NOOP("Words", "Sat"),
    QT_TRANSLATE_NOOP("Words", "Sun"),
)
_MONTHS = (
    QT_TRANSLATE_NOOP("Words", "Jan"),
    QT_TRANSLATE_NOOP("Words", "Feb"),
    QT_TRANSLATE_NOOP("Words", "Mar"),
    QT_TRANSLATE_NOOP("Words", "Apr"),
    QT_TRANSLATE_NOOP("Words", "May"),
    QT_TRANSLATE_NOOP("Words", "Jun"),
    QT_TRANSLATE_NOOP("Words", "Jul"),
    QT_TRANSLATE_NOOP("Words", "Aug"),
    QT_TRANSLATE_NOOP("Words", "Sep"),
    QT_TRANSLATE_NOOP("Words", "Oct"),
    QT_TRANSLATE_NOOP("Words", "Nov"),
    QT_TRANSLATE_NOOP("Words", "Dec"),
)


def _tr(source: str) -> str:
    return translate("Words", source)


def word(value: Enum) -> str:
    """The word for a value of the duty room's enums. KeyError for one that has none yet."""
    return _tr(_SOURCES[type(value), value.value])


def numeral(number: int) -> str:
    """一 to 十 in Chinese, plain digits above ten and in English: 续报四."""
    digits = translate("Words", "1 2 3 4 5 6 7 8 9 10").split()
    return digits[number - 1] if 1 <= number <= len(digits) else str(number)


def report_name(kind: ReportKind, channel: Channel, sequence: int = 0) -> str:
    """书面初报, 电话初报, 续报四, 电话续报二, 终报: a report as officers call it."""
    phone = channel is Channel.PHONE
    if kind is ReportKind.INITIAL:
        return translate("Words", "Initial report by phone") if phone else translate("Words", "Written initial report")
    if kind is ReportKind.FINAL:
        return translate("Words", "Final report by phone") if phone else translate("Words", "Final report")
    number = numeral(sequence) if sequence else ""
    shown = translate("Words", "Follow-up {number} by phone") if phone else translate("Words", "Follow-up {number}")
    return shown.format(number=number).replace("  ", " ").strip()


def obligation_name(owed: Obligation) -> str:
    """What is owed, without to whom."""
    return report_name(owed.kind, owed.channel, owed.sequence)


def weekday_word(day: date) -> str:
    """周三, Wed."""
    return _tr(_WEEKDAYS[day.weekday()])


def day_month(day: date) -> str:
    """10月14日, 14 Oct."""
    return translate("Words", "{day} {month}").format(day=day.day, month=_tr(_MONTHS[day.month - 1]))


def full_date(day: date) -> str:
    """2026年10月14日, 14 Oct 2026."""
    return translate("Words", "{day} {month} {year}").format(
        year=day.year, day=day.day, month=_tr(_MONTHS[day.month - 1])
    )


def month_name(year: int, month: int) -> str:
    """2026年10月, Oct 2026."""
    return translate("Words", "{month} {year}").format(year=year, month=_tr(_MONTHS[month - 1]))


def clock_time(moment: datetime, zone: tzinfo) -> str:
    """15:10."""
    return moment.astimezone(zone).strftime("%H:%M")


def when(moment: datetime, base: datetime, zone: tzinfo) -> str:
    """The time alone on the day of `base`, else with its date, else with its year: 15:10, 10月13日 23:50."""
    there, here = moment.astimezone(zone), base.astimezone(zone)
    clock = there.strftime("%H:%M")
    if there.date() == here.date():
        return clock
    if there.year == here.year:
        return f"{day_month(there.date())} {clock}"
    return f"{full_date(there.date())} {clock}"
