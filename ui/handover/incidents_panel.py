"""The incidents that the shift had to do with, each with the limits it met, missed or leaves open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.handover.wording import grade_of, limit_chip, limit_name
from ui.theme import theme
from ui.widgets import Button, Chip, FlowLayout, GradeBadge, IconText, Panel, Text, Translated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
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
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Incidents and limits"))
        if self._now is not None:
            self._shown = None
            for step in self.steps(self._incidents, self._now):
                step()

    def chips(self) -> list[str]:
        """Every limit as it is shown."""
        return [chip.accessibleName() for chip in self.findChildren(Chip) if chip.isVisible()]

    def steps(self, incidents: Sequence[SheetIncident], now: datetime) -> list[Callable[[], None]]:
        """What to do, one after the other, to show these, newest first; nothing where all stands already."""
        self._incidents, self._now = incidents, now
        overdue = sum(
            limit.done_at is None and limit.due_at < now for incident in incidents for limit in incident.limits
        )
        shown = (tuple(incidents), overdue)
        if shown == self._shown:
            return []
        self._shown = shown
        return [
            self._clear,
            *(partial(self._add_incident, each, now) for each in incidents[:MOST_SHOWN]),
            partial(self._add_rest, len(incidents)),
        ]

    def _clear(self) -> None:
        self.set_subtitle(str(len(self._incidents)))
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add_incident(self, incident: SheetIncident, now: datetime) -> None:
        self.add_row(self._incident_row(incident, now))

    def _add_rest(self, count: int) -> None:
        if not count:
            none = IconText("check", self.tr("No incident in this shift"), role="dense", icon_tone="good")
            self.add_row(_padded(none))
        elif count > MOST_SHOWN:
            more = self.tr("{count} more on the sheet").format(count=count - MOST_SHOWN)
            self.add_row(_padded(Text(more, "dense", "muted")))

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
