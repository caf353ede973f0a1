"""The open incidents, the most urgent limit first; as many cards as can be looked at, the rest as rows.

Cards are kept and filled anew, and new ones are built a few at a time, so that 300 open incidents stall nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.limits.service import ALARM_KEY
from ui.now.card import CardView, RowView
from ui.theme import theme
from ui.widgets import Button, EmptyState, Panel, Translated

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime, tzinfo

    from PySide6.QtGui import QResizeEvent

    from duty_console.alarms.model import Alarm, AlarmBoard, AlarmPolicy
    from duty_console.incidents.model import IncidentCard
    from duty_console.roster.model import DutyPerson

CARDS_MOST = 20
ROWS_MOST = 60
_BUILT_AT_ONCE = 2


class CardList(Translated, QScrollArea):
    """Signals carry the incident's number; `report_asked` the obligation's id too, alarms their keys."""

    opened = Signal(str)
    report_asked = Signal(str, int)
    acknowledged = Signal(object)
    told_leader = Signal(str, object)
    all_requested = Signal()
    intake_requested = Signal()
    built = Signal()
    """All that was last shown stands."""

    def __init__(self, zone: tzinfo, policy: AlarmPolicy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone, self._policy = zone, policy
        self._cards: tuple[IncidentCard, ...] = ()
        self._loaded = False
        self._now: datetime | None = None
        self._board: AlarmBoard | None = None
        self._leader: DutyPerson | None = None
        self._told: dict[str, datetime] = {}
        self._anchor: QWidget | None = None
        self.views: list[CardView] = []
        self.rows: list[RowView] = []
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._build_some)
        self.retranslate()

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        self.setHorizontalScrollBarPolicy(self.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        inside = QWidget()
        inside.setProperty("part", "scrolled")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(12))
        self._view_column = QVBoxLayout()
        self._view_column.setSpacing(theme().px(12))
        self._rest = Panel(padding=0)
        self._more = Button("", kind="link")
        self._more.clicked.connect(self.all_requested)
        self._empty = EmptyState("", icon="shield-check", hint="F2")
        self._empty.acted.connect(self.intake_requested)
        self._column.addLayout(self._view_column)
        self._column.addWidget(self._rest)
        self._column.addWidget(self._more)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        self._rest.hide()
        self._more.hide()
        self._empty.hide()
        self.setWidget(inside)

    def retranslate(self) -> None:
        self._empty.set(
            self.tr("No incident in hand"),
            detail=self.tr("A call that comes in is taken down with F2 and stands here until it is closed."),
            action=self.tr("Take a call"),
        )
        self._fill()

    # -- what is shown ------------------------------------------------------------------------------------------

    def show_cards(self, cards: Sequence[IncidentCard], now: datetime) -> None:
        """Show these incidents, in this order."""
        self._cards, self._now, self._loaded = tuple(cards), now, True
        self._fill()

    def show_alarms(self, board: AlarmBoard, leader: DutyPerson | None, told: Mapping[str, datetime]) -> None:
        """Show which alarms ring, and whom to phone."""
        self._board, self._leader, self._told = board, leader, dict(told)
        self._fill_alarms()

    @property
    def is_building(self) -> bool:
        """Whether cards are still to come."""
        return self._timer.isActive()

    def tick(self, now: datetime) -> None:
        """A second went by."""
        self._now = now
        for view in self.views:
            view.tick(now)

    def _split(self) -> tuple[list[IncidentCard], list[IncidentCard]]:
        owing = [card for card in self._cards if card.next_obligation is not None]
        free = [card for card in self._cards if card.next_obligation is None]
        return owing[:CARDS_MOST], owing[CARDS_MOST:] + free

    def _fill(self) -> None:
        """Fill the cards and rows that are there; what is missing is built afterwards, a few at a time."""
        now = self._now
        if now is None:
            return
        owing, rest = self._split()
        self._keep_by_number(owing)
        for view, card in zip(self.views, owing, strict=False):
            view.show_card(card, now)
        shown = rest[:ROWS_MOST]
        for row, card in zip(self.rows, shown, strict=False):
            row.show_card(card, now, last=card is shown[-1])
        self._drop(self.views, len(owing))
        self._drop(self.rows, len(shown))
        self._rest.setVisible(bool(shown))
        hidden = len(rest) - len(shown)
        self._more.setVisible(hidden > 0)
        self._more.setText(self.tr("{count} more on the incident page").format(count=hidden))
        self._empty.setVisible(self._loaded and not self._cards)
        self._fill_alarms()
        self.updateGeometry()
        self._chain()
        if len(self.views) < len(owing) or len(self.rows) < len(shown):
            self._timer.start()
        else:
            self.built.emit()

    def _keep_by_number(self, owing: list[IncidentCard]) -> None:
        """A card that the officer has the cursor in stays the same incident, though its place changes."""
        focused = QApplication.focusWidget()
        holder = next((view for view in self.views if view is focused or view.isAncestorOf(focused or self)), None)
        if holder is None or holder.card is None:
            return
        numbers = [card.incident.number for card in owing]
        if holder.card.incident.number not in numbers:
            return
        place = numbers.index(holder.card.incident.number)
        if place < len(self.views) and self.views[place] is not holder:
            self.views.remove(holder)
            self.views.insert(place, holder)
            self._view_column.removeWidget(holder)
            self._view_column.insertWidget(place, holder)

    def _build_some(self) -> None:
        now = self._now
        if now is None:
            return
        owing, rest = self._split()
        for card in owing[len(self.views) : len(self.views) + _BUILT_AT_ONCE]:
            view = self._new_view()
            view.show_card(card, now)
        shown = rest[:ROWS_MOST]
        for card in shown[len(self.rows) : len(self.rows) + 4 * _BUILT_AT_ONCE]:
            row = self._new_row()
            row.show_card(card, now, last=card is shown[-1])
        self._fill_alarms()
        self.updateGeometry()
        self._chain()
        if len(self.views) < len(owing) or len(self.rows) < len(shown):
            self._timer.start()
        else:
            self.built.emit()

    def _new_view(self) -> CardView:
        view = CardView(self._zone, self._policy)
        view.opened.connect(lambda: self.opened.emit(_number(view)))
        view.report_asked.connect(lambda obligation: self.report_asked.emit(_number(view), obligation))
        view.stepped.connect(lambda by: self._step(view, by))
        view.band.acknowledged.connect(lambda: self.acknowledged.emit(self._ringing_keys(view)))
        view.band.told_leader.connect(lambda: self.told_leader.emit(_number(view), self._overdue_keys(view)))
        self.views.append(view)
        self._view_column.addWidget(view)
        return view

    def _new_row(self) -> RowView:
        row = RowView(self._zone)
        row.opened.connect(lambda: self.opened.emit(_number(row)))
        row.stepped.connect(lambda by: self._step(row, by))
        self.rows.append(row)
        self._rest.body.addWidget(row)
        return row

    @staticmethod
    def _drop(widgets: list[CardView] | list[RowView], keep: int) -> None:
        while len(widgets) > keep:
            widget = widgets.pop()
            widget.hide()
            widget.deleteLater()

    def _step(self, widget: QWidget, by: int) -> None:
        order: list[QWidget] = [*self.views, *self.rows]
        place = order.index(widget) + by
        if 0 <= place < len(order):
            order[place].setFocus()
            self.ensureWidgetVisible(order[place])

    def chain_from(self, anchor: QWidget) -> None:
        """Tab goes from `anchor` through cards and rows as they stand, whenever they were built."""
        self._anchor = anchor
        self._chain()

    def _chain(self) -> None:
        before = self._anchor
        if before is None:
            return
        order: list[QWidget] = []
        for view in self.views:
            order += [view, *view.chips, view.band.acknowledge_button, view.band.told_button]
        for widget in (*order, *self.rows, self._more):
            QWidget.setTabOrder(before, widget)
            before = widget

    # -- alarms -------------------------------------------------------------------------------------------------

    def _fill_alarms(self) -> None:
        for view in self.views:
            number = _number(view)
            view.show_alarm(self._loudest(view), self._leader, self._told.get(number))

    def _alarms_of(self, view: CardView) -> list[Alarm]:
        if self._board is None or view.card is None:
            return []
        keys = {f"{ALARM_KEY}{owed.id}" for owed in view.card.obligations if owed.is_open}
        return [alarm for alarm in self._board.alarms if alarm.item.key in keys]

    def _loudest(self, view: CardView) -> Alarm | None:
        """The step shown: the highest that was reached; of equal ones the one that still rings."""
        alarms = [alarm for alarm in self._alarms_of(view) if alarm.step.rings]
        return max(alarms, key=lambda alarm: (alarm.step.rank, alarm.ringing), default=None)

    def _ringing_keys(self, view: CardView) -> tuple[str, ...]:
        return tuple(alarm.item.key for alarm in self._alarms_of(view) if alarm.ringing)

    def _overdue_keys(self, view: CardView) -> tuple[str, ...]:
        return tuple(alarm.item.key for alarm in self._alarms_of(view) if alarm.step.rank >= 4)  # overdue

    # -- as high as what is in it -------------------------------------------------------------------------------

    @override
    def sizeHint(self) -> QSize:
        inside = self.widget()
        width = max(self.viewport().width(), theme().px(300))
        layout = inside.layout()
        if layout is None:
            return QSize(width, 0)
        height = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        return QSize(width, max(height, layout.minimumSize().height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(300), min(self.sizeHint().height(), theme().px(150)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


def _number(view: CardView | RowView) -> str:
    return view.card.incident.number if view.card else ""
