"""The incidents that the shift had to do with, each with the limits it met, missed or leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.handover.wording import grade_of, limit_chip, limit_name
from ui.theme import theme
from ui.widgets import Button, Chip, FlowLayout, GradeBadge, IconText, Panel, Text, Translated

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from duty_console.handover.model import SheetIncident

MOST_SHOWN = 12
"""More incidents stand on the sheet itself; here they would only be scrolled over."""


class IncidentsPanel(Translated, Panel):
    """`incident_requested(number)` on a click on the number."""

    incident_requested = Signal(str)

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=0, parent=parent)
        self._zone = zone
        self._incidents: Sequence[SheetIncident] = ()
        self._now: datetime | None = None
        self._shown: object = None
        self._body: QWidget | None = None
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Incidents and limits"))
        self._shown = None
        self._show()

    def set_incidents(self, incidents: Sequence[SheetIncident], now: datetime) -> None:
        """Show these, newest first."""
        self._incidents, self._now = incidents, now
        self._show()

    def chips(self) -> list[str]:
        """Every limit as it is shown."""
        return [chip.accessibleName() for chip in self.findChildren(Chip)]

    def _show(self) -> None:
        now = self._now
        overdue = [limit for each in self._incidents for limit in each.limits
                   if limit.done_at is None and now is not None and limit.due_at < now]  # fmt: skip
        shown = (tuple(self._incidents), len(overdue))
        if now is None or shown == self._shown:
            return
        self._shown = shown
        self.set_subtitle(str(len(self._incidents)))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        holder = Panel(padding=0)
        holder.setProperty("part", "")
        if not self._incidents:
            none = IconText("check", self.tr("No incident in this shift"), role="dense", icon_tone="good")
            holder.add_row(_padded(none))
        for each in self._incidents[:MOST_SHOWN]:
            holder.add_row(self._incident_row(each, now))
        if len(self._incidents) > MOST_SHOWN:
            more = self.tr("{count} more on the sheet").format(count=len(self._incidents) - MOST_SHOWN)
            holder.add_row(_padded(Text(more, "dense", "muted")))
        column.addWidget(holder)
        if self._body is not None:
            self.body.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = body
        self.add(body)

    def _incident_row(self, incident: SheetIncident, now: datetime) -> QWidget:
        px = theme().px
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(px(16), px(8), px(16), px(10))
        column.setSpacing(px(6))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(GradeBadge(grade_of(incident.grade)), 0, Qt.AlignmentFlag.AlignTop)
        number = Button(incident.number, kind="link")
        number.clicked.connect(lambda: self.incident_requested.emit(incident.number))
        head.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Text(incident.summary, "dense", wrap=True), 1)
        column.addLayout(head)
        if incident.limits:
            chips = QWidget()
            flow = FlowLayout(chips, spacing=6)
            for limit in incident.limits:
                state, figure = limit_chip(limit, now, self._zone)
                flow.addWidget(Chip(state, f"{limit_name(limit.kind)} {limit.recipient}", figure))
            column.addWidget(chips)
        return row


def _padded(widget: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(theme().px(16), theme().px(10), theme().px(16), theme().px(10))
    line.addWidget(widget)
    line.addStretch(1)
    return row
