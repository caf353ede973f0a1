"""The list under the alarm lamp, and the panel that gathers what fell due during an absence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.alarms.model import AlarmStep
from ui.shell.alarm_rows import AlarmRow, LeaderCall
from ui.theme import theme
from ui.widgets import Button, IconButton, Line, Panel, Text, Translated

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo

    from PySide6.QtGui import QKeyEvent

    from duty_console.alarms.model import Alarm, AlarmBoard
    from duty_console.roster.model import DutyPerson

MOST_ROWS = 20


class AlarmRows(QWidget):
    """Rows for some alarms, the loudest first, under the leader's number where one is overdue."""

    acknowledged = Signal(object)
    leader_told = Signal(str)
    opened = Signal(str)

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.rows: list[AlarmRow] = []

    def show_alarms(
        self, alarms: Sequence[Alarm], now: datetime, leader: DutyPerson | None, most: int, *, large: bool
    ) -> None:
        """Show these anew; with `large` the leader to call stands above in large type where one is overdue."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        if large and leader is not None and any(each.ringing and each.step is AlarmStep.OVERDUE for each in alarms):
            self._add(LeaderCall(leader))
            self._add(Line())
        for alarm in alarms[:most]:
            row = AlarmRow(alarm, now, self._zone, leader=leader is not None)
            row.acknowledged.connect(lambda key: self.acknowledged.emit([key]))
            row.leader_told.connect(self.leader_told)
            row.opened.connect(self.opened)
            if self.rows:
                self._add(Line())
            self.rows.append(row)
            self._add(row)
        if len(alarms) > most:
            more = Text(self.tr("and {count} more").format(count=len(alarms) - most), "dense", "muted")
            more.setContentsMargins(theme().px(16), theme().px(6), 0, theme().px(6))
            self._add(more)

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        widget.show()  # now, so that the list knows its height at once


class AlarmList(Translated, QFrame):
    """Opens under the lamp at the officer's wish. Esc, a click elsewhere or the lamp closes it."""

    acknowledged = Signal(object)
    leader_told = Signal(str)
    opened = Signal(str)

    def __init__(self, zone: tzinfo, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("part", "toast")
        self._board: AlarmBoard | None = None
        self._leader: DutyPerson | None = None
        self._before: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        self._panel = Panel(" ", padding=0)
        self._panel.setFrameShape(QFrame.Shape.NoFrame)
        self._all = Button("", kind="danger")
        self._all.clicked.connect(self._acknowledge_all)
        self._panel.add_action(self._all)
        self.rows = AlarmRows(zone)
        for signal, other in (
            (self.rows.acknowledged, self.acknowledged),
            (self.rows.leader_told, self.leader_told),
            (self.rows.opened, self.opened),
        ):
            signal.connect(other)
        self.rows.opened.connect(self.close_list)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setProperty("part", "scrolled")
        self._scroll.setWidget(self.rows)
        self._none = Text("", "base", "muted")
        self._none.setContentsMargins(theme().px(16), theme().px(16), theme().px(16), theme().px(16))
        self._panel.add(self._none)
        self._panel.add(self._scroll)
        column.addWidget(self._panel)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self._panel.set_title(self.tr("Alarms"))
        self._all.setText(self.tr("Acknowledge all"))
        self._none.setText(self.tr("Nothing is due."))
        if self._board is not None:
            self.show_board(self._board, self._leader)

    def show_board(self, board: AlarmBoard, leader: DutyPerson | None) -> None:
        """Follow the alarms while open; keep them for the next opening."""
        self._board, self._leader = board, leader
        if self.isHidden():
            return
        here = QApplication.focusWidget()
        focused = here is not None and self.isAncestorOf(here)
        self.rows.show_alarms(board.alarms, board.at, leader, MOST_ROWS, large=True)
        self._all.setVisible(bool(board.ringing))
        self._none.setVisible(not board.alarms)
        self._scroll.setVisible(bool(board.alarms))
        self._panel.set_subtitle(self.tr("ringing {count}").format(count=len(board.ringing)) if board.ringing else "")
        self._fit()
        if focused:
            self._take_focus()

    def toggle(self, below: QPoint) -> None:
        """Open with its right upper corner at `below` (window coordinates), or close."""
        if self.isVisible():
            self.close_list()
            return
        self._before = QApplication.focusWidget()
        self._corner = below
        self.show()
        if self._board is not None:
            self.show_board(self._board, self._leader)
        self._fit()
        self.raise_()
        self._take_focus()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def close_list(self) -> None:
        """Go, and give the focus back to where it was."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    def _take_focus(self) -> None:
        (self._all if self._all.isVisible() else self).setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        px, window = theme().px, self._window
        width = min(px(860), window.width() - px(32))
        rows = self._rows_height() if self._board and self._board.alarms else px(52)
        height = min(px(44) + rows + px(4), window.height() - self._corner.y() - px(16))
        left = max(px(16), min(self._corner.x() - width, window.width() - width - px(16)))
        self.setGeometry(left, self._corner.y(), width, height)

    def _rows_height(self) -> int:
        layout = self.rows.layout()
        return layout.sizeHint().height() if layout is not None else 0

    def _acknowledge_all(self) -> None:
        if self._board is not None:
            self.acknowledged.emit([alarm.item.key for alarm in self._board.ringing])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_list()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press anywhere else closes it."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget) and self.isVisible():
            inside = watched is self or self.isAncestorOf(watched)
            if not inside and watched.window() is self.window() and watched.objectName() != "alarm-lamp":
                self.close_list()
        return super().eventFilter(watched, event)


class AwayList(Translated, QFrame):
    """ "Fell due while away: 3" over the page, one list instead of a storm; goes when all are acknowledged."""

    acknowledged = Signal(object)
    leader_told = Signal(str)
    opened = Signal(str)

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: set[str] = set()
        column = QVBoxLayout(self)
        margin = theme().px(16)
        column.setContentsMargins(margin, margin, margin, 0)
        self._panel = Panel(" ", padding=0)
        self._all = Button("", kind="danger-outline")
        self._all.clicked.connect(lambda: self.acknowledged.emit(sorted(self._keys)))
        self._close = IconButton("x", "")
        self._close.clicked.connect(self.clear)
        self._panel.add_action(self._all)
        self._panel.add_action(self._close)
        self.rows = AlarmRows(zone)
        self.rows.acknowledged.connect(self.acknowledged)
        self.rows.leader_told.connect(self.leader_told)
        self.rows.opened.connect(self.opened)
        self._panel.add(self.rows)
        column.addWidget(self._panel)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self._panel.set_title(self.tr("Fell due while away: {count}").format(count=len(self._keys)))
        self._all.setText(self.tr("Acknowledge all"))
        self._close.set_name(self.tr("Close"))

    def gather(self, alarms: Sequence[Alarm], now: datetime, leader: DutyPerson | None) -> None:
        """Show what was missed."""
        self._keys = {alarm.item.key for alarm in alarms}
        self.retranslate()
        self.rows.show_alarms(alarms, now, leader, 4, large=False)
        self.show()

    def show_board(self, board: AlarmBoard, leader: DutyPerson | None) -> None:
        """Drop what was acknowledged."""
        if self.isHidden():
            return
        left = [alarm for alarm in board.ringing if alarm.item.key in self._keys]
        if left:
            self.gather(left, board.at, leader)
        else:
            self.clear()

    def clear(self) -> None:
        """Go."""
        self._keys = set()
        self.hide()
