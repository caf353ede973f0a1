"""What the segments of the duty strip say. Pure: a standing, a board and a moment in, label and pieces out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from duty_console.alarms.model import AlarmStep
from ui.shell.segment import Piece
from ui.widgets import clock_figures
from ui.words import day_month, obligation_name, weekday_word, when, word

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from duty_console.alarms.model import AlarmBoard
    from duty_console.roster.model import DutyPerson, OnDuty
    from ui.shell.standing import Standing

translate = QCoreApplication.translate
Shown = tuple[str, tuple[Piece, ...]]

DOT = " • "


def clock_words(now: datetime, zone: tzinfo, standing: Standing | None) -> tuple[str, str]:
    """The clock with seconds, and the date with weekday and day type."""
    here = now.astimezone(zone)
    date = f"{day_month(here.date())} {weekday_word(here.date())}"
    if standing is not None and standing.day.date == here.date():
        name = f"{standing.day.name} " if standing.day.name and not standing.day.day_type.works else ""
        date += f"{DOT}{name}{word(standing.day.day_type)}"
    return here.strftime("%H:%M:%S"), date


def shift_words(now: datetime, zone: tzinfo, standing: Standing | None) -> Shown:
    """The running shift and the time to handover."""
    label = translate("DutyStrip", "Shift")
    if standing is None:
        return label, (Piece("–", tone="muted"),)
    shift = standing.duty.shift
    if shift is None:
        following = standing.next_shift
        if following is None:
            return label, (Piece(translate("DutyStrip", "No shift"), tone="muted"),)
        left = clock_figures(int((following.starts_at - now).total_seconds()))
        return label, (Piece(translate("DutyStrip", "Next shift in"), "base"), Piece(left, "card"))
    label += " " + shift_span(shift.starts_at, shift.ends_at, zone)
    left = max(0, int((shift.ends_at - now).total_seconds()))
    figures = Piece(clock_figures(left), "card")
    return label, (Piece(translate("DutyStrip", "Handover in"), "base", drop=1, elastic=True), figures)


def shift_span(starts: datetime, ends: datetime, zone: tzinfo) -> str:
    """13日 08:00 – 14日 08:00; without the days where it does not pass midnight."""
    first, last = starts.astimezone(zone), ends.astimezone(zone)
    if first.date() == last.date():
        return f"{first:%H:%M} – {last:%H:%M}"
    return translate("DutyStrip", "{first_day} {first} – {last_day} {last}").format(
        first_day=first.day, first=f"{first:%H:%M}", last_day=last.day, last=f"{last:%H:%M}"
    )


def leader_words(standing: Standing | None) -> Shown:
    """The leader on duty with the phone number, in red words where there is none."""
    label = translate("DutyStrip", "Leader on duty")
    if standing is None:
        return label, (Piece("–", tone="muted"),)
    if not standing.duty.leaders:
        return label, _gap(translate("DutyStrip", "Nobody on the roster"))
    leader = standing.duty.leaders[0]
    if leader.title:
        label += DOT + leader.title
    pieces = [Piece(leader.name, elastic=True)]
    if len(standing.duty.leaders) > 1:
        pieces.append(Piece(f"+{len(standing.duty.leaders) - 1}", "dense", "muted", drop=3))
    if leader.phone:
        pieces += [Piece(icon="phone", tone="accent", drop=2), Piece(leader.phone, gap=6)]
    else:
        pieces.append(Piece(translate("DutyStrip", "no number"), "dense", "extreme"))
    return label, tuple(pieces)


def officer_words(standing: Standing | None, recorder: str) -> Shown:
    """The officers with their posts; the label tells who is recording."""
    label = translate("DutyStrip", "On duty")
    if recorder:
        label = translate("DutyStrip", "On duty • {name} records").format(name=recorder)
    if standing is None:
        return label, (Piece("–", tone="muted"),)
    officers = standing.duty.officers
    missing = sum(gap.missing for gap in standing.duty.gaps if gap.kind.value == "officer")
    pieces: list[Piece] = []
    for place, officer in enumerate(officers):
        pieces.append(Piece(officer.name, gap=12, drop=0 if place == 0 else place * 2, elastic=True))
        pieces.append(Piece(short_post(officer.post), "label", "muted", gap=4, drop=10 + place))
    if missing:
        text = translate("DutyStrip", "{count} missing").format(count=missing)
        pieces += [Piece(icon="circle-alert", tone="extreme", gap=12, drop=1), Piece(text, "dense", "extreme", gap=6)]
    if not pieces:
        return label, _gap(translate("DutyStrip", "Nobody on the roster"))
    pieces.append(Piece(icon="chevron-down", tone="muted", gap=6, drop=30))
    return label, tuple(pieces)


def short_post(post: str) -> str:
    """主班 → 主: the strip has little room, the roster has the whole name."""
    return post.removesuffix("班") if 1 < len(post) <= 3 else post


def people_on_duty(duty: OnDuty) -> tuple[DutyPerson, ...]:
    """Who may record: officers first, then leaders."""
    return (*duty.officers, *duty.leaders)


def limit_words(
    now: datetime, zone: tzinfo, standing: Standing | None, *, soon: bool
) -> tuple[str, tuple[Piece, ...], bool]:
    """The next limit with its countdown; the third value tells that it is overdue."""
    label = translate("DutyStrip", "Next limit")
    if standing is None or standing.next_owed is None:
        none = translate("DutyStrip", "None open") if standing is not None else "–"
        return label, (Piece(none, tone="muted"),), False
    owed = standing.next_owed
    label += f"{DOT}{standing.next_number} {obligation_name(owed)}"
    seconds = (owed.due_at - now).total_seconds()
    due = Piece(
        translate("DutyStrip", "due {time}").format(time=when(owed.due_at, now, zone)), "dense", "muted", drop=2
    )
    if seconds < 0:
        figures = Piece(_long_figures(-seconds), "page", gap=6)
        over = Piece(translate("DutyStrip", "over"), "card", drop=1)
        return label, (Piece(icon="circle-alert"), over, figures, due), True
    tone = "severe" if soon else "text"
    left = Piece(translate("DutyStrip", "left"), "strong", tone, drop=1)
    return label, (left, Piece(_long_figures(seconds), "page", tone), due), False


def _long_figures(seconds: float) -> str:
    whole = int(seconds)
    if whole >= 100 * 3600:
        return translate("DutyStrip", "{days} days").format(days=whole // 86_400)
    return clock_figures(whole)


def alarm_words(board: AlarmBoard | None, *, sound: bool) -> Shown:
    """The lamp: how many ring, or how many stand acknowledged."""
    label = translate("DutyStrip", "Alarm") if sound else translate("DutyStrip", "Alarm • sound off")
    if board is None or not board.alarms:
        bell = "bell" if sound else "bell-off"
        return label, (Piece(icon=bell, tone="muted"), Piece(translate("DutyStrip", "None"), tone="muted", gap=6))
    ringing = len(board.ringing)
    if ringing:
        tone = "severe" if board.loudest is AlarmStep.WARNING else "extreme"
        text = translate("DutyStrip", "Ringing {count}").format(count=ringing)
        return label, (Piece(icon="bell-ring", tone=tone), Piece(text, "card", tone, gap=6))
    late = [alarm for alarm in board.alarms if alarm.step in (AlarmStep.DUE, AlarmStep.OVERDUE)]
    if late:
        text = translate("DutyStrip", "Overdue {count}").format(count=len(late))
        return label, (Piece(icon="bell", tone="extreme"), Piece(text, tone="extreme", gap=6))
    text = translate("DutyStrip", "Soon {count}").format(count=len(board.alarms))
    return label, (Piece(icon="bell", tone="severe"), Piece(text, tone="severe", gap=6))


def saved_words(journal_seq: int | None) -> Shown:
    """The last journal number: what was entered is safe."""
    label = translate("DutyStrip", "Saved")
    if journal_seq is None:
        return label, (Piece("–", tone="muted"),)
    return label, (Piece(icon="check", tone="good"), Piece(f"#{journal_seq}", "card", gap=6))


def _gap(text: str) -> tuple[Piece, ...]:
    return (Piece(icon="circle-alert", tone="extreme"), Piece(text, "base", "extreme", gap=6, elastic=True))
