"""The band under a card whose alarm rings or whose limit is over: the leader's number in large type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.alarms.model import Alarm, AlarmStep
from ui.theme import theme
from ui.widgets import Button, IconLabel, Text, Translated
from ui.words import clock_time

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from duty_console.roster.model import DutyPerson


class AlarmBand(Translated, QWidget):
    """`acknowledged` and `told_leader` are the officer's words; the band itself records nothing and takes no focus."""

    acknowledged = Signal()
    told_leader = Signal()

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._alarm: Alarm | None = None
        self._leader: DutyPerson | None = None
        self._told_at: datetime | None = None
        self._build()
        self.retranslate()
        self.hide()

    def _build(self) -> None:
        px = theme().px
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(px(20), px(8), px(16), px(8))
        self._outer.setSpacing(px(8))
        left, right = QHBoxLayout(), QHBoxLayout()
        left.setSpacing(px(12))
        right.setSpacing(px(12))
        self._what, self._do = Text("", "strong", "extreme"), Text("", "label", "muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._what)
        words.addWidget(self._do)
        words.addStretch(1)
        self._name, self._title = Text("", "leader"), Text("", "card", "muted")
        self._icon, self._number = IconLabel("phone", "extreme", 26), Text("", "leader_number", selectable=True)
        left.addLayout(words)
        left.addSpacing(px(16))
        for widget in (self._name, self._title, self._icon, self._number):
            left.addWidget(widget)
        left.addStretch(1)
        self._heard = Text("", "dense", "muted")
        self.acknowledge_button = Button("", kind="danger-outline")
        self.told_button = Button("", kind="danger", icon="phone-outgoing")
        self.acknowledge_button.clicked.connect(self.acknowledged)
        self.told_button.clicked.connect(self.told_leader)
        right.addStretch(1)
        for button in (self.acknowledge_button, self.told_button):
            button.setFixedHeight(px(40))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not take the cursor from a line being typed
        for widget in (self._heard, self.acknowledge_button, self.told_button):
            right.addWidget(widget)
        self._outer.addLayout(left, 1)
        self._outer.addLayout(right)

    def retranslate(self) -> None:
        self.acknowledge_button.setText(self.tr("Acknowledge"))
        self.told_button.setText(self.tr("Leader told by phone"))
        self._show()

    def show_alarm(self, alarm: Alarm | None, leader: DutyPerson | None, told_at: datetime | None) -> None:
        """Show how the loudest alarm of the card stands; None hides the band."""
        self._alarm, self._leader, self._told_at = alarm, leader, told_at
        self._show()

    def alarm(self) -> Alarm | None:
        """The alarm shown."""
        return self._alarm if not self.isHidden() else None

    def text(self) -> str:
        """What the band says, for screen readers."""
        return self.accessibleName()

    def _show(self) -> None:
        alarm = self._alarm
        large = alarm is not None and alarm.step is AlarmStep.OVERDUE
        self.setVisible(alarm is not None and (alarm.ringing or large))
        if alarm is None:
            return
        what, todo = {
            AlarmStep.NOTICE: ("", ""),
            AlarmStep.WARNING: (self.tr("Due soon"), self.tr("Send the report now")),
            AlarmStep.DUE: (self.tr("Time is up"), self.tr("Send the report now")),
            AlarmStep.OVERDUE: (self.tr("Overdue, not reported"), self.tr("Phone the leader on duty")),
        }[alarm.step]
        self._what.setText(what)
        self._what.set_tone("severe" if alarm.step is AlarmStep.WARNING else "extreme")
        self._do.setText(todo)
        self._show_leader(large)
        self.acknowledge_button.setVisible(alarm.ringing)
        self.told_button.setVisible(large and self._told_at is None)
        self.told_button.setEnabled(self._leader is not None)
        self._heard.setText(self._heard_words(alarm))
        self._heard.setVisible(bool(self._heard.text()))
        leader = f"{self._name.text()} {self._number.text()}" if large else ""
        self.setAccessibleName(" ".join(part for part in (what, todo, leader, self._heard.text()) if part))
        self._choose_direction()
        self.update()

    def _show_leader(self, large: bool) -> None:
        leader = self._leader
        for widget in (self._name, self._title, self._icon, self._number):
            widget.setVisible(large)
        self._name.setText(leader.name if leader else self.tr("No leader on the roster"))
        self._title.setText(leader.title if leader else "")
        self._number.setText(leader.phone if leader else "")
        self._icon.setVisible(large and bool(self._number.text()))

    def _heard_words(self, alarm: Alarm) -> str:
        if self._told_at is not None:
            return self.tr("Leader told {clock}").format(clock=clock_time(self._told_at, self._zone))
        if alarm.acknowledged_at is None:
            return ""
        return self.tr("{who} heard it {clock}").format(
            who=alarm.acknowledged_by, clock=clock_time(alarm.acknowledged_at, self._zone)
        )

    def _choose_direction(self) -> None:
        """In a narrow page the buttons stand under the number; the title goes first."""
        large = self._alarm is not None and self._alarm.step is AlarmStep.OVERDUE
        left, right = self._outer.itemAt(0), self._outer.itemAt(1)
        if left is None or right is None:
            return
        self._title.setVisible(large and bool(self._title.text()))
        needed = left.sizeHint().width() + right.sizeHint().width() + theme().px(46)
        if needed > self.width() and large:
            self._title.hide()
            needed = left.sizeHint().width() + right.sizeHint().width() + theme().px(46)
        narrow = large and self.width() < needed
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._outer.direction() != wanted:
            self._outer.setDirection(wanted)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._choose_direction()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        warning = self._alarm is not None and self._alarm.step is AlarmStep.WARNING
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme().px(5)
        rect = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(rect.adjusted(0, -radius * 2, 0, 0), radius, radius)
        painter.setClipRect(rect)
        painter.fillPath(shape, theme().color("tint_amber" if warning else "tint_red"))
        painter.setPen(theme().color("severe" if warning else "extreme"))
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.end()
