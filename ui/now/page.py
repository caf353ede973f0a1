"""值守: the page the console opens on. What is in hand and what it owes, who is on duty, and the running log."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.clock import ClockJump, JumpWatch
from duty_console.dutylog.model import LogEntry, LogFilter
from ui.now.card_list import CardList
from ui.now.log_panel import LogPanel
from ui.now.side import Duty, SideColumn
from ui.now.standing import counts_of
from ui.theme import theme
from ui.widgets import Banner, Button, IconText, Panel, SectionHeader, Text, Translated, page_layout

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import Any

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from duty_console.alarms.model import AlarmBoard
    from duty_console.alarms.service import Alarms
    from duty_console.changes import Change
    from duty_console.dutylog.service import DutyLog
    from duty_console.errors import DutyError
    from duty_console.handover.model import OpenItem
    from duty_console.handover.service import Handover
    from duty_console.incidents.model import IncidentCard
    from duty_console.incidents.service import Incidents
    from duty_console.journal.service import Journal
    from duty_console.limits.service import Limits
    from duty_console.roster.model import Gap, OnDuty
    from duty_console.roster.rotation.model import Notice
    from duty_console.roster.rotation.service import Rotation
    from duty_console.roster.service import Roster
    from ui.now.wall import WallBoard
    from ui.workbench import Workbench

SIDE_FROM = 1040
NARROWEST = 640
"""The page's width from which the right column has room beside the cards."""

LINES = 200
_PATIENCE_MS = 250
AHEAD = timedelta(days=30)

_OF_CARDS = frozenset({"incident", "obligation", "casualty_count", "report", "duty_room"})
_OF_LOG = frozenset({"log_entry", "shift_pattern", "duty_room"})
_OF_DUTY = frozenset(
    {"assignment", "post", "shift_pattern", "person", "calendar_day", "duty_room", "duty_cover", "duty_leave"}
)
_OF_NOTICES = _OF_DUTY | {"rotation_member", "rotation_rules", "calendar_year"}
NOTICES_AFTER_MS = 1500
"""What lies a week ahead is looked for when the page has long been standing: it loads the rules of rotation."""
_OF_ALARMS = frozenset({"obligation", "alarm_acknowledgement"})
_OF_ITEMS = frozenset({"handover_item"})


class NowPage(Translated, QWidget):
    """Given its services; `journal`, `handover` and `rotation` (asked for late) only add to the right column.

    Records nothing but log lines, acknowledgements and calls to the leader, each through its service.
    """

    def __init__(
        self,
        incidents: Incidents,
        dutylog: DutyLog,
        alarms: Alarms,
        roster: Roster,
        limits: Limits,
        bench: Workbench,
        parent: QWidget | None = None,
        *,
        journal: Journal | None = None,
        handover: Callable[[], Handover] | None = None,
        rotation: Callable[[], Rotation] | None = None,
    ) -> None:
        super().__init__(parent)
        self._incidents, self._dutylog, self._alarms, self._roster = incidents, dutylog, alarms, roster
        self._limits, self._bench, self._journal, self._handover = limits, bench, journal, handover
        self._rotation = rotation
        self._cards: tuple[IncidentCard, ...] = ()
        self._items: tuple[OpenItem, ...] | None = None
        self._duty: Duty | None = None
        self._board: AlarmBoard | None = None
        self._told: dict[str, datetime] = {}
        self._watch = JumpWatch(bench.clock)
        self._jump: ClockJump | None = None
        self._head: int | None = None
        self._sound: bool | None = None
        self._turns_at: datetime | None = None
        self._stale = True
        self._beside_is_due = self._cards_read = False
        self._side_over = False
        # Painted once, with what is in hand, unless reading that takes long.
        self.setUpdatesEnabled(False)
        QTimer.singleShot(_PATIENCE_MS, self, lambda: self.setUpdatesEnabled(True))
        self._beside = QTimer(self)
        self._beside.setSingleShot(True)
        self._beside.timeout.connect(self._load_beside)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(NOTICES_AFTER_MS)
        self._late.timeout.connect(self._load_notices)
        self._build()
        self._connect()
        self.retranslate()

    # -- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        px = theme().px
        outer = page_layout(self)
        self.banner = Banner()
        outer.addWidget(self.banner)
        row = QHBoxLayout()
        row.setSpacing(px(16))
        left = QVBoxLayout()
        left.setSpacing(px(12))
        self._head_row()
        self.cards = CardList(self._bench.zone, self._alarms.policy)
        self.log = LogPanel(self._incidents, self._dutylog, self._bench)
        self.log.setMinimumHeight(px(190))
        self._fold = self._fold_row()
        for widget in (self.heading, self.cards, self._fold, self.log):
            left.addWidget(widget)
        left.setStretchFactor(self.cards, 7)
        left.setStretchFactor(self.log, 3)
        self.side = SideColumn(self._bench.zone)
        self._row = row
        row.addLayout(left, 1)
        row.addWidget(self.side)
        outer.addLayout(row, 1)
        self.wall: WallBoard | None = None

    def _head_row(self) -> None:
        self.heading = SectionHeader("", page=True)
        self.heading.setFixedHeight(theme().px(40))
        self._overdue = IconText("circle-alert", "", role="strong", tone="extreme")
        self._soon = IconText("alarm-clock", "", role="strong", tone="severe")
        self._fine = IconText("check", "", role="strong", tone="good")
        for widget in (self._overdue, self._soon, self._fine):
            self.heading.add_beside(widget)
        self.wall_button = Button("", icon="monitor", hint="F11")
        self.heading.add_action(self.wall_button)

    def _fold_row(self) -> Panel:
        """What stands instead of the right column where there is no room for it."""
        panel = Panel(padding=0)
        row = QHBoxLayout()
        row.setContentsMargins(theme().px(16), theme().px(6), theme().px(16), theme().px(6))
        row.setSpacing(theme().px(16))
        self._folded = Text("", "dense", "muted")
        self.unfold_button = Button("", kind="link", icon="chevron-right")
        row.addWidget(self._folded, 1)
        row.addWidget(self.unfold_button)
        panel.add(row)
        return panel

    def _connect(self) -> None:
        bench, cards = self._bench, self.cards
        bench.changed.connect(self._on_changed)
        bench.ticked.connect(self._on_ticked)
        bench.board_changed.connect(self._on_board)
        bench.duty_changed.connect(lambda _duty: self._when_visible(self._load_duty))
        cards.opened.connect(bench.incident_requested)
        cards.report_asked.connect(bench.report_requested)
        cards.acknowledged.connect(self._acknowledge)
        cards.told_leader.connect(self._tell_leader)
        cards.all_requested.connect(lambda: bench.page_requested.emit("incidents"))
        cards.intake_requested.connect(bench.intake_requested)
        cards.built.connect(self._beside.start)
        cards.built.connect(lambda: self.setUpdatesEnabled(True))
        self.wall_button.clicked.connect(self.toggle_wall)
        self.unfold_button.clicked.connect(self._toggle_side)
        self.side.page_requested.connect(bench.page_requested)
        cards.chain_from(self.wall_button)
        QShortcut(QKeySequence("F11"), self).activated.connect(self.toggle_wall)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("On watch"))
        self.wall_button.setText(self.tr("Wall board"))
        self._show_counts()
        self._show_fold()

    def focus_first(self) -> None:
        """Put the keyboard into the line that is always open. (A focus proxy would hide the cards from Tab.)"""
        self.log.input.edit.setFocus()

    # -- reading ------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read everything anew: when the page is shown, and after a change of language or theme.

        What is in hand and the log come first; what stands beside them follows when they are there.
        """
        self._stale = False
        self._beside_is_due = True
        self._load_cards()
        self._load_log()

    def _load_beside(self) -> None:
        if self._beside_is_due:
            self._beside_is_due = False
            self.side.begin()
            for load in (self._load_board, self._load_duty, self._load_items, self._load_head):
                load()
            self._late.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
        here = self.window().focusWidget()
        if here is None or here is self.wall_button:
            self.log.input.edit.setFocus()

    def set_sound(self, on: bool) -> None:
        """Whether alarms make themselves heard at this desk."""
        self._sound = on
        self._show_state()

    def _read(self, name: str, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        self._bench.jobs.run(work, done, self._on_failed, owner=self, lane="read", supersede=name)

    def _on_failed(self, problem: DutyError) -> None:
        self._load_beside()
        self.banner.show_problem(problem, action=self.tr("Try again"), on_action=self._try_again)

    def _try_again(self) -> None:
        self.banner.clear()
        self.refresh()

    def _when_visible(self, load: Callable[[], None]) -> None:
        if self.isVisible():
            load()
        else:
            self._stale = True

    def _on_changed(self, change: Change) -> None:
        self._head = change.journal_seq
        self._show_state()
        for tables, load in (
            (_OF_DUTY, self._load_duty),
            (_OF_CARDS, self._load_cards),
            (_OF_LOG, self._load_log),
            (_OF_ALARMS, self._load_board),
            (_OF_ITEMS, self._load_items),
            (_OF_NOTICES, self._late.start),
        ):
            if tables & change.tables:
                self._when_visible(load)

    def _load_cards(self) -> None:
        self._read("cards", self._incidents.open_cards, self._on_cards)

    def _load_board(self) -> None:
        self._read("board", self._alarms.board, self._on_board)

    def _load_log(self) -> None:
        now, dutylog, roster = self._bench.clock.now(), self._dutylog, self._roster

        def work() -> tuple[tuple[LogEntry, ...], int]:
            shift = roster.shift_at(now)
            since = shift.starts_at if shift is not None else now - timedelta(hours=24)
            return dutylog.latest(since, LINES), dutylog.count(LogFilter(since=since))

        self._read("log", work, lambda found: self.log.show_entries(found[0], found[1], self._bench.clock.now()))

    def _load_duty(self) -> None:
        now, roster, zone = self._bench.clock.now(), self._roster, self._bench.zone

        def work() -> tuple[Duty, tuple[Gap, ...], datetime | None]:
            here, upcoming, turns_at = roster.outlook(now)
            then = roster.on_duty_at(upcoming.starts_at) if upcoming is not None else None
            first, last = now.astimezone(zone).date(), (now + AHEAD).astimezone(zone).date()
            months = {(day.year, day.month) for day in (first, last)}
            gaps = [gap for year, month in sorted(months) for gap in roster.month(year, month).gaps]
            ahead = [gap for gap in gaps if gap.shift.starts_at > now and gap.shift.date <= last]
            return Duty(here, then), tuple(ahead), turns_at

        self._read("duty", work, self._on_duty)

    def _load_notices(self) -> None:
        rotation, now = self._rotation, self._bench.clock.now()
        if rotation is not None and self.isVisible():
            self._read("notices", lambda: rotation().notices(now), self._on_notices)

    def _load_items(self) -> None:
        handover = self._handover
        if handover is not None:
            self._read("items", lambda: handover().open_items(), self._on_items)

    def _load_head(self) -> None:
        if self._journal is not None:
            self._read("head", self._journal.head, lambda head: self._on_head(head.seq))

    # -- showing ------------------------------------------------------------------------------------------------

    def shows_incidents(self) -> bool:
        """Whether what is in hand has been read and stands on the page."""
        return self._cards_read and not self.cards.is_building

    def shows_all(self) -> bool:
        """Whether what stands beside the incidents has been asked for too."""
        return self.shows_incidents() and not self._beside.isActive() and not self._beside_is_due

    def _on_cards(self, cards: tuple[IncidentCard, ...]) -> None:
        self._cards, self._cards_read = cards, True
        now = self._bench.clock.now()
        self.cards.show_cards(cards, now)
        self.log.set_numbers([card.incident.number for card in cards])
        open_numbers = {card.incident.number for card in cards}
        self._told = {number: at for number, at in self._told.items() if number in open_numbers}
        self.side.show_open(cards, self._items, now)
        self._show_counts()
        self._show_fold()
        self._show_wall()

    def _on_items(self, items: tuple[OpenItem, ...]) -> None:
        self._items = items
        self.side.show_open(self._cards, items, self._bench.clock.now())
        self._show_fold()

    def _on_board(self, board: AlarmBoard) -> None:
        self._board = board
        self._show_alarms()

    def _on_notices(self, notices: tuple[Notice, ...]) -> None:
        self.side.show_notices(notices)
        self._bench.roster_noticed.emit(notices)
        self._show_fold()

    def _on_duty(self, found: tuple[Duty, tuple[Gap, ...], datetime | None]) -> None:
        duty, gaps, self._turns_at = found
        self._duty = duty
        self.side.show_duty(duty)
        self.side.show_gaps(gaps)
        self._show_alarms()
        self._show_fold()
        self._show_wall()

    def _on_head(self, seq: int) -> None:
        self._head = max(seq, self._head or 0)
        self._show_state()

    def _on_ticked(self, now: datetime) -> None:
        jumps = self._watch.look()
        if jumps:
            self._jump = jumps[-1]
            self._show_state()
        if self._turns_at is not None and now >= self._turns_at:
            self._turns_at = None
            self._when_visible(self._load_duty)
            self._when_visible(self._load_log)
        if self.wall is not None and self.wall.isVisible():
            self._show_wall()
        if not self.isVisible():
            return
        self.cards.tick(now)
        self.log.tick(now)
        self._show_counts()

    def _show_alarms(self) -> None:
        on_duty: OnDuty | None = self._duty.now if self._duty else None
        leader = on_duty.leaders[0] if on_duty and on_duty.leaders else None
        if self._board is not None:
            self.cards.show_alarms(self._board, leader, self._told)

    def _show_counts(self) -> None:
        counts = counts_of(self._cards, self._bench.clock.now())
        self.heading.set(
            self.tr("In hand"), str(counts.in_hand), self.tr("nearest limit first") if counts.in_hand else ""
        )
        self._overdue.setVisible(counts.overdue > 0)
        self._soon.setVisible(counts.soon > 0)
        self._fine.setVisible(counts.overdue == 0)
        _set(self._overdue, self.tr("{count} overdue").format(count=counts.overdue))
        _set(self._soon, self.tr("{count} due in 30 min").format(count=counts.soon))
        _set(self._fine, self.tr("none overdue"))

    def _show_state(self) -> None:
        self.side.show_state(self._head, self._sound, self._jump)

    def _show_fold(self) -> None:
        open_count, coming = self.side.counts()
        self._folded.setText(
            self.tr("{open} open for handover, {coming} coming up").format(open=open_count, coming=coming)
        )
        self.unfold_button.setText(self.tr("Close the column") if self._side_over else self.tr("Open the column"))

    # -- acts ---------------------------------------------------------------------------------------------------

    def _acknowledge(self, keys: tuple[str, ...]) -> None:
        alarms = self._alarms
        self._bench.jobs.run(lambda: alarms.acknowledge(keys), self._on_acknowledged, self._bench.problem, owner=self)

    def _on_acknowledged(self, count: int) -> None:
        if count:
            self._bench.note(self.tr("Alarm acknowledged"))
        self._load_board()

    def _tell_leader(self, number: str, keys: tuple[str, ...]) -> None:
        """The officer says that the leader was told of what is overdue; what still rings is acknowledged by it."""
        duty = self._duty
        if duty is None or not duty.now.leaders:
            return
        leader, alarms = duty.now.leaders[0].name, self._alarms

        def work() -> str:
            for key in keys:
                alarms.told_leader(key, leader)
            return number

        self._bench.jobs.run(work, self._on_told, self._bench.problem, owner=self)

    def _on_told(self, number: str) -> None:
        self._told[number] = self._bench.clock.now()
        self._bench.note(self.tr("Noted that the leader was told"))
        self._show_alarms()
        self._load_board()

    # -- wall board and narrow windows --------------------------------------------------------------------------

    def toggle_wall(self) -> None:
        """Fill the screen with the wall board, or end it."""
        if self.wall is None:
            from ui.now.wall import WallBoard  # not for a start

            self.wall = WallBoard(self._bench.zone, self._alarms.policy, self)
            self.wall.ended.connect(self.toggle_wall)
        if self.wall.isVisible():
            self.wall.hide()
        else:
            self._show_wall()
            self.wall.showFullScreen()

    def _show_wall(self) -> None:
        if self.wall is not None:
            self.wall.show_state(self._cards, self._duty.now if self._duty else None, self._bench.clock.now())

    def _toggle_side(self) -> None:
        self._side_over = not self._side_over
        self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        """Without the column beside the cards: it folds where there is no room for it."""
        return QSize(theme().px(NARROWEST), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Beside the cards where there is room; else folded into one line, and laid over them when asked for."""
        wide = self.width() >= theme().px(SIDE_FROM)
        if wide:
            self._side_over = False
        self._fold.setVisible(not wide)
        beside = self._row.indexOf(self.side) >= 0
        if wide and not beside:
            self.side.setAutoFillBackground(False)
            self._row.addWidget(self.side)
        elif not wide and beside:
            self._row.removeWidget(self.side)
        self.side.setVisible(wide or self._side_over)
        if not wide and self._side_over:
            margin = theme().px(16)
            self.side.setAutoFillBackground(True)
            bottom = self._fold.geometry().top() - margin
            self.side.setGeometry(self.width() - self.side.width() - margin, margin, self.side.width(), bottom)
            self.side.raise_()
        self._show_fold()


def _set(label: IconText, text: str) -> None:
    if label.text() != text:
        label.set(text=text)
