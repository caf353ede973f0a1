"""The lists of alarms of one window: under the lamp, and of what rang while nobody was there. Made when wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from duty_console.alarms.model import Alarm, AlarmBoard
    from duty_console.roster.model import DutyPerson
    from ui.shell.alarm_list import AlarmList, AwayList
    from ui.workbench import Workbench


class AlarmLists(QObject):
    """`acknowledged(keys)`, `leader_told(key)` and `opened(number)` come from either list."""

    acknowledged = Signal(object)
    leader_told = Signal(str)
    opened = Signal(str)

    def __init__(self, bench: Workbench, window: QWidget, above: QVBoxLayout) -> None:
        super().__init__(window)
        self._bench, self._window, self._above = bench, window, above
        self._board: AlarmBoard | None = None
        self._leader: DutyPerson | None = None
        self._under_lamp: AlarmList | None = None
        self._away: AwayList | None = None

    @property
    def under_lamp(self) -> AlarmList:
        """What hangs under the lamp."""
        if self._under_lamp is None:
            from ui.shell.alarm_list import AlarmList

            self._under_lamp = AlarmList(self._bench.zone, self._window)
            self._hear(self._under_lamp)
            if self._board is not None:
                self._under_lamp.show_board(self._board, self._leader)
        return self._under_lamp

    @property
    def away(self) -> AwayList:
        """What rang while nobody was there, over the page."""
        if self._away is None:
            from ui.shell.alarm_list import AwayList

            self._away = AwayList(self._bench.zone)
            self._hear(self._away)
            self._above.insertWidget(0, self._away)
        return self._away

    def _hear(self, rows: AlarmList | AwayList) -> None:
        rows.acknowledged.connect(self.acknowledged)
        rows.leader_told.connect(self.leader_told)
        rows.opened.connect(self.opened)

    def show_board(self, board: AlarmBoard, leader: DutyPerson | None) -> None:
        """Show how the alarms stand in whatever list is there."""
        self._board, self._leader = board, leader
        for rows in (self._under_lamp, self._away):
            if rows is not None:
                rows.show_board(board, leader)

    def gather(self, alarms: tuple[Alarm, ...], now: datetime, leader: DutyPerson | None) -> None:
        """Somebody is back: tell in one list what rang meanwhile."""
        self.away.gather(alarms, now, leader)

    def toggle(self, below: QPoint) -> None:
        """Open or close the list under the lamp."""
        self.under_lamp.toggle(below)

    def close(self) -> None:
        """Take the list under the lamp away, where it is open."""
        if self._under_lamp is not None and self._under_lamp.isVisible():
            self._under_lamp.close_list()
