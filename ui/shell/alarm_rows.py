"""One alarm as a row: its step, what is due, since when, and the buttons that answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from duty_console.alarms.model import AlarmStep
from duty_console.limits.service import ALARM_KEY
from ui.theme import theme
from ui.widgets import Button, ElidedText, IconText, Text
from ui.widgets.painted import text_width
from ui.words import when, word

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from duty_console.alarms.model import Alarm
    from duty_console.roster.model import DutyPerson

translate = QCoreApplication.translate

STEP_LOOK: dict[AlarmStep, tuple[str, str]] = {
    AlarmStep.NOTICE: ("alarm-clock", "severe"),
    AlarmStep.WARNING: ("alarm-clock", "severe"),
    AlarmStep.DUE: ("bell-ring", "extreme"),
    AlarmStep.OVERDUE: ("circle-alert", "extreme"),
}


class AlarmRow(QWidget):
    """Signals carry the alarm's key; `opened` its incident number."""

    acknowledged = Signal(str)
    leader_told = Signal(str)
    opened = Signal(str)

    def __init__(
        self, alarm: Alarm, now: datetime, zone: tzinfo, *, leader: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.alarm = alarm
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(12), px(8))
        row.setSpacing(px(12))
        icon, tone = STEP_LOOK[alarm.step]
        step = IconText(icon, word(alarm.step), role="strong", tone=tone)
        step.setMinimumWidth(max(px(76), *(text_width("strong", word(each)) + px(28) for each in AlarmStep)))
        row.addWidget(step)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(ElidedText(alarm.item.title, "base"))
        texts.addWidget(ElidedText(_facts(alarm, now, zone), "label", "muted"))
        row.addLayout(texts, 1)
        self._add_buttons(row, leader=leader)

    def _add_buttons(self, row: QHBoxLayout, *, leader: bool) -> None:
        alarm = self.alarm
        if alarm.item.key.startswith(ALARM_KEY):
            opening = Button(alarm.item.subject, kind="link")
            opening.clicked.connect(lambda: self.opened.emit(alarm.item.subject))
            row.addWidget(opening)
        if alarm.ringing:
            acknowledge = Button(translate("AlarmRow", "Acknowledge"), kind="danger-outline")
            acknowledge.clicked.connect(lambda: self.acknowledged.emit(alarm.item.key))
            row.addWidget(acknowledge)
        if alarm.ringing and alarm.step is AlarmStep.OVERDUE and leader:
            told = Button(translate("AlarmRow", "Told the leader by phone"), kind="danger", icon="phone-outgoing")
            told.clicked.connect(lambda: self.leader_told.emit(alarm.item.key))
            row.addWidget(told)


def _facts(alarm: Alarm, now: datetime, zone: tzinfo) -> str:
    facts = translate("AlarmRow", "due {time}").format(time=when(alarm.item.due_at, now, zone))
    seconds = int((now - alarm.item.due_at).total_seconds())
    if seconds > 0:
        facts += " • " + over_words(seconds)
    if alarm.acknowledged_at is not None:
        heard = translate("AlarmRow", "acknowledged by {name} {time}")
        facts += " • " + heard.format(name=alarm.acknowledged_by, time=when(alarm.acknowledged_at, now, zone))
    return facts


def over_words(seconds: int) -> str:
    """超时 4 分钟, as a fact in plain words."""
    if seconds < 60:
        return translate("AlarmRow", "over by less than a minute")
    if seconds < 3600:
        return translate("AlarmRow", "over by {minutes} min").format(minutes=seconds // 60)
    if seconds < 100 * 3600:
        over = translate("AlarmRow", "over by {hours} h {minutes} min")
        return over.format(hours=seconds // 3600, minutes=seconds % 3600 // 60)
    return translate("AlarmRow", "over by {days} days").format(days=seconds // 86_400)


class LeaderCall(QWidget):
    """Whom to call about an overdue report: name and number in large type."""

    def __init__(self, leader: DutyPerson, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(10), px(16), px(10))
        row.setSpacing(px(12))
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(Text(translate("LeaderCall", "Overdue"), "strong", "extreme"))
        head.addWidget(Text(translate("LeaderCall", "Please call the leader on duty"), "label", "muted"))
        row.addLayout(head)
        row.addSpacing(px(8))
        row.addWidget(Text(leader.name, "leader"))
        row.addWidget(Text(leader.title, "value", "muted"))
        row.addSpacing(px(8))
        number = leader.phone or translate("LeaderCall", "no number")
        row.addWidget(IconText("phone", number, role="leader_number", icon_tone="extreme"))
        row.addStretch(1)
        self.setAccessibleName(f"{leader.name} {number}")
