"""What attendance says of a person at a moment: an icon, a tone, a word. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from duty_console.people.model import PersonFilter
from ui.roster.rotation_words import listed
from ui.words import clock_time

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, tzinfo

    from duty_console.people.service import People
    from duty_console.roster.attendance.model import AttendanceLine, OffPost, PresenceState
    from duty_console.roster.attendance.service import Attendance
    from duty_console.roster.model import Shift
    from duty_console.roster.service import Roster

EARLY = timedelta(hours=2)
"""How long before a shift one can sign in for it."""
LATELY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class AttendanceBoard:
    """All that the panel shows, as of `at`. `coming` are those of the next shift, once they can sign in."""

    at: datetime
    shift: Shift | None
    now: tuple[PresenceState, ...]
    next_shift: Shift | None
    coming: tuple[PresenceState, ...]
    lately: tuple[AttendanceLine, ...]
    names: Mapping[int, str]
    posts: Mapping[int, str]


def read_board(roster: Roster, people: People, attendance: Attendance, at: datetime, zone: tzinfo) -> AttendanceBoard:
    """Read it all at once. Not on the GUI thread."""
    shift, following = roster.shift_at(at), roster.next_shift(at)
    if following is not None and following.starts_at - at > EARLY:
        following = None
    today: date = at.astimezone(zone).date()
    lines = attendance.history(today - LATELY, today)
    running = (shift.date, shift.name) if shift is not None else None
    return AttendanceBoard(
        at,
        shift,
        attendance.state(at),
        following,
        attendance.state(following.starts_at) if following is not None else (),
        tuple(line for line in reversed(lines) if _remarkable(line) and (line.shift_date, line.slot) != running),
        {person.id: person.display for person in people.persons(PersonFilter(with_left=True))},
        {post.id: post.name for post in roster.posts(with_retired=True)},
    )


def _remarkable(line: AttendanceLine) -> bool:
    return line.missing or bool(line.off_posts) or (line.sign_in is not None and line.sign_in.late_minutes > 0)


@dataclass(frozen=True, slots=True)
class Said:
    """A state in words."""

    icon: str
    tone: str
    words: str


def state_said(state: PresenceState, at: datetime, zone: tzinfo) -> Said:
    """Here since, late by, not here, off post, need not sign in: the first that holds."""
    if state.off_post is not None:
        return Said("log-out", "severe", QCoreApplication.translate("Attendance", "Off post"))
    if state.missing_minutes is not None and state.due_at < at:
        words = QCoreApplication.translate("Attendance", "Not here, {minutes} min")
        return Said("circle-alert", "extreme", words.format(minutes=state.missing_minutes))
    if state.sign_in is not None:
        clock = clock_time(state.sign_in.at, zone)
        if state.sign_in.late_minutes:
            words = QCoreApplication.translate("Attendance", "{clock}, {minutes} min late")
            return Said("clock", "severe", words.format(clock=clock, minutes=state.sign_in.late_minutes))
        words = QCoreApplication.translate("Attendance", "Signed in {clock}")
        return Said("circle-check", "good", words.format(clock=clock))
    if not state.expected and state.covers_for is not None:
        return Said("user-round-check", "good", QCoreApplication.translate("Attendance", "Stands in"))
    if not state.expected:
        return Said("phone", "muted", QCoreApplication.translate("Attendance", "Stands by"))
    words = QCoreApplication.translate("Attendance", "Due {clock}")
    return Said("clock", "muted", words.format(clock=clock_time(state.due_at, zone)))


def off_post_words(off: OffPost, names: Mapping[int, str], at: datetime, zone: tzinfo) -> str:
    """Since when, why, back when, and who is there meanwhile."""
    words = QCoreApplication.translate("Attendance", "Since {clock}: {reason}")
    parts = [words.format(clock=clock_time(off.since, zone), reason=off.reason)]
    if off.until is not None:
        words = QCoreApplication.translate("Attendance", "back by {clock}")
        if off.overdue_at(at):
            words = QCoreApplication.translate("Attendance", "meant to be back by {clock}")
        parts.append(words.format(clock=clock_time(off.until, zone)))
    if off.cover_person_id is not None:
        words = QCoreApplication.translate("Attendance", "{name} stands in")
        parts.append(words.format(name=names.get(off.cover_person_id, "")))
    else:
        parts.append(QCoreApplication.translate("Attendance", "nobody stands in"))
    return listed(parts)


def lately_said(line: AttendanceLine, zone: tzinfo) -> Said:
    """What was worth noting about somebody's part in a past shift."""
    if line.missing:
        return Said("circle-alert", "extreme", QCoreApplication.translate("Attendance", "Never signed in"))
    if line.sign_in is not None and line.sign_in.late_minutes:
        words = QCoreApplication.translate("Attendance", "{clock}, {minutes} min late")
        clock = clock_time(line.sign_in.at, zone)
        return Said("clock", "severe", words.format(clock=clock, minutes=line.sign_in.late_minutes))
    off = line.off_posts[0]
    words = QCoreApplication.translate("Attendance", "Off post {since} – {until}: {reason}")
    return Said(
        "log-out",
        "muted",
        words.format(
            since=clock_time(off.since, zone), until=clock_time(off.back_at or off.ends_at, zone), reason=off.reason
        ),
    )
