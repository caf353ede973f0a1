"""The roster page: a month, entered by hand (look.md, Roster)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.errors import DutyError, InputProblem
from duty_console.roster.model import CellEntry, Gap, MonthTable, Post, RosterCorrection
from duty_console.roster.month import month_dates
from ui.problems import words_for
from ui.roster.bars import FillBar, ReasonBar
from ui.roster.context import ChosenCell, PageContext
from ui.roster.counts_panel import CountsPanel
from ui.roster.entering import Entries, Undo, filled_cells
from ui.roster.grid import MonthGrid
from ui.roster.legend import DayLegend
from ui.roster.month_model import MonthModel
from ui.roster.names import PersonBook
from ui.roster.panel_host import PanelHost
from ui.roster.side import ChosenPanel, GapsPanel, unverified_leaders
from ui.theme import theme
from ui.widgets import Banner, Button, EmptyState, IconButton, IconText, Text, Translated, page_layout
from ui.words import day_month, month_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from duty_console.changes import Change
    from duty_console.people.model import Person
    from ui.roster.panel import RosterPanel
    from ui.roster.services import RosterServices
    from ui.workbench import Workbench

SHOWN_TABLES = frozenset(
    {"assignment", "post", "shift_pattern", "calendar_day", "roster_correction", "person", "unit", "duty_room"}
)
_WIDE = 1400


@dataclass(frozen=True, slots=True)
class _Month:
    """All that one reading of the page brings."""

    table: MonthTable
    corrections: Sequence[RosterCorrection]
    persons: Sequence[Person]
    has_posts: bool


class RosterPage(Translated, QWidget):
    """Days down, posts across; type to assign. Knows the roster and who there is."""

    def __init__(self, services: RosterServices, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roster, self._people, self._bench = services.roster, services.people, bench
        today = self._today()
        self.context = PageContext(services, bench, *month_dates(today.year, today.month), self)
        self._year, self._month = today.year, today.month
        self._persons: Sequence[Person] = ()
        self._stale = True
        self._waiting: Entries = ()
        self._undo = Undo()
        self._go_to_today = True
        self._edit_next: Gap | None = None
        self._build()
        self._connect()
        self.retranslate()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = page_layout(self)
        self._head = Text("", "page")
        self._earlier, self._later = IconButton("chevron-left", ""), IconButton("chevron-right", "")
        self._this_month = Button("")
        self._legend = DayLegend()
        self._provisional = IconText("triangle-alert", "", role="label", tone="severe")
        self._provisional.hide()
        self._take_back = Button("", kind="quiet", icon="undo-2", hint="Ctrl+Z")
        self.fill_button = Button("", icon="copy")
        self._print = Button("", icon="printer", hint="Ctrl+P")
        line = QHBoxLayout()
        line.setSpacing(theme().px(8))
        line.addWidget(self._head)
        for widget in (self._earlier, self._later, self._this_month):
            line.addWidget(widget)
        line.addSpacing(theme().px(8))
        line.addWidget(self._legend, 1)
        line.addWidget(self._provisional)
        for widget in (self._take_back, self.fill_button, self._print):
            line.addWidget(widget)
        layout.addLayout(line)
        self._banner, self._reason = Banner(), ReasonBar()
        self._fill_bar: FillBar | None = None
        for widget in (self._banner, self._reason):
            layout.addWidget(widget)
        layout.addLayout(self._build_body(), 1)

    def _build_body(self) -> QHBoxLayout:
        self.model = MonthModel(self)
        self.grid = MonthGrid(self.model)
        self._frame = QFrame()
        self._frame.setProperty("part", "table")
        self._stack = QStackedLayout(self._frame)
        self._stack.setContentsMargins(1, 1, 1, 1)
        self._empty = EmptyState("", icon="calendar-days")
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._empty)
        rest = QWidget()
        self._side = self.host = PanelHost(self.context, rest)
        column = QVBoxLayout(rest)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        self.counts, self.gaps, self.chosen = CountsPanel(), GapsPanel(), ChosenPanel()
        column.addWidget(self.counts, 1)
        column.addWidget(self.gaps)
        column.addWidget(self.chosen)
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        row.addWidget(self._frame, 1)
        row.addWidget(self._side)
        return row

    def _connect(self) -> None:
        self._earlier.clicked.connect(lambda: self.step_month(-1))
        self._later.clicked.connect(lambda: self.step_month(1))
        self._this_month.clicked.connect(self.show_today)
        self._take_back.clicked.connect(self.undo)
        self.fill_button.clicked.connect(self._ask_fill)
        self._print.clicked.connect(self._request_paper)
        self.grid.entered.connect(self._on_entered)
        self.grid.cleared.connect(self._on_cleared)
        self.grid.refused.connect(lambda sentence: self._banner.show_message(sentence, tone="amber"))
        self.grid.chosen.connect(self._on_chosen)
        self.gaps.fill_requested.connect(self._on_gap)
        self.gaps.people_requested.connect(lambda: self._bench.page_requested.emit("people"))
        self._empty.acted.connect(self._on_empty_acted)
        self._reason.given.connect(self._on_reason)
        self.host.closed.connect(self.focus_first)
        self.context.place_requested.connect(self._on_place)
        self._reason.cancelled.connect(self._on_reason_cancelled)
        self._bench.changed.connect(self._on_changed)
        self._bench.ticked.connect(self._on_ticked)
        for keys, act in (
            ("Ctrl+Z", self.undo),
            ("Ctrl+P", self._request_paper),
            ("Ctrl+PgUp", lambda: self.step_month(-1)),
            ("Ctrl+PgDown", lambda: self.step_month(1)),
            ("Ctrl+T", self.show_today),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def retranslate(self) -> None:
        self._earlier.set_name(self.tr("Month before (Ctrl+PgUp)"))
        self._later.set_name(self.tr("Month after (Ctrl+PgDown)"))
        self._this_month.setText(self.tr("Today"))
        self._this_month.setToolTip("Ctrl+T")
        self._take_back.setText(self.tr("Take back"))
        self.fill_button.setText(self.tr("Fill forward"))
        self._print.setText(self.tr("Print"))
        self._provisional.set(text=self.tr("Holidays not announced yet"))
        self._provisional.setToolTip(
            self.tr("The notice on rest and make-up days of this year is not known here. Day types may still change.")
        )
        self.grid.setAccessibleName(self.tr("Roster of the month"))
        self._head.setText(self._title())
        self.model.retranslate()
        self.grid.fit_columns()
        if self.model.table is not None:
            self._legend.set_counts(self.model.table.counts)

    def _title(self) -> str:
        return month_name(self._year, self._month)

    def focus_first(self) -> None:
        """Put the keyboard on the grid. (A focus proxy would hide what stands above it from Tab.)"""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_panel(self, key: str) -> RosterPanel:
        """Show a panel at the right, in place of counts and findings."""
        return self.host.open(key)

    # -- reading --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the month again."""
        self._stale = False
        year, month = self._year, self._month
        self._head.setText(self._title())
        roster, people = self._roster, self._people

        def work() -> _Month:
            table = roster.month(year, month)
            last = date(year, month, monthrange(year, month)[1])
            corrections = roster.corrections(date(year, month, 1), last)
            return _Month(table, corrections, people.persons(), bool(roster.posts()))

        self._bench.jobs.run(work, self._on_read, self._on_problem, self, "read", supersede="month")

    def _on_read(self, month: _Month) -> None:
        self._persons = month.persons
        book = PersonBook(month.persons)
        self.grid.set_book(book)
        self.model.set_month(month.table, month.corrections, self._today())
        self._provisional.setVisible(month.table.provisional)
        self.counts.set_table(month.table)
        self.gaps.set_findings(month.table, unverified_leaders(month.table, month.persons, self._bench.clock.now()))
        self._show_stack(month)
        self._place_cursor()
        index = self.grid.currentIndex()
        if index.isValid():
            self.chosen.show_cell(self.model, index.row(), index.column())
        else:
            self.chosen.forget()
        self.context.set_read(*month_dates(month.table.year, month.table.month), month.table, book)

    def _show_stack(self, month: _Month) -> None:
        anybody = bool(month.persons) or any(cell.persons for row in month.table.rows for cell in row.cells)
        ready = anybody and bool(month.table.posts)
        self._stack.setCurrentWidget(self.grid if ready else self._empty)
        self._side.setVisible(ready)
        self._legend.set_counts(month.table.counts if ready else {})
        for button in (self._take_back, self.fill_button, self._print):
            button.setVisible(ready)
        self._take_back.setEnabled(bool(self._undo))
        self._wants_posts = anybody
        if not anybody:
            self._empty.set(
                self.tr("Nobody can be put on duty yet"),
                detail=self.tr("The roster takes its persons and their phones from the directory."),
                action=self.tr("Register persons in the directory first"),
            )
        elif not month.table.posts:
            self._empty.set(
                self.tr("There are no posts in this month"),
                detail=self.tr("A shift usually has a leader on duty, a primary and a deputy officer."),
                action=self.tr("Set up these three posts") if not month.has_posts else "",
            )

    def _on_empty_acted(self) -> None:
        if not self._wants_posts:
            self._bench.page_requested.emit("people")
            return
        first = date(self._year, self._month, 1)
        self._bench.jobs.run(
            lambda: self._roster.set_up_defaults(first), lambda _posts: self.refresh(), self._on_problem, self
        )

    def _place_cursor(self) -> None:
        row = None
        gap, self._edit_next = self._edit_next, None
        if gap is not None:
            self._on_gap(gap)
        elif self._go_to_today or not self.grid.currentIndex().isValid():
            row = self.model.first_row_of(self._today())
            column = self.model.first_post_column()
            if column >= 0 and self.model.rowCount():
                self.grid.setCurrentIndex(self.model.index(row or 0, column))
                self.grid.scrollTo(self.grid.currentIndex(), self.grid.ScrollHint.PositionAtCenter)
        self._go_to_today = False

    def _on_problem(self, problem: DutyError) -> None:
        self.model.drop_pending()
        self._banner.show_problem(problem)

    def _on_changed(self, change: Change) -> None:
        if not change.tables & SHOWN_TABLES:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _on_ticked(self, now: object) -> None:
        del now
        self.model.set_today(self._today())

    def _today(self) -> date:
        return self._bench.clock.now().astimezone(self._bench.zone).date()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(theme().px(400 if self.width() >= theme().px(_WIDE) else 336))

    # -- months ---------------------------------------------------------------------------------

    def step_month(self, by: int) -> None:
        """Show another month."""
        number = self._year * 12 + self._month - 1 + by
        self._show_month(number // 12, number % 12 + 1)

    def show_today(self) -> None:
        """Back to this month, with the cursor on today."""
        today = self._today()
        self._go_to_today = True
        self._show_month(today.year, today.month)

    def _show_month(self, year: int, month: int) -> None:
        if not 1900 <= year < 2200:
            return
        self._year, self._month = year, month
        self._reason.hide()
        if self._fill_bar is not None:
            self._fill_bar.hide()
        self._banner.clear()
        self.refresh()

    # -- entering -------------------------------------------------------------------------------

    def _entry(self, row: int, column: int, person_ids: tuple[int, ...]) -> CellEntry:
        shift, post = self.model.row(row).shift, cast("Post", self.model.column(column).post)
        return CellEntry(shift.date, shift.name, post.id, person_ids)

    def _standing(self, row: int, column: int) -> tuple[int, ...]:
        cell = self.model.cell(row, column)
        return tuple(each.person_id for each in cell.persons) if cell is not None else ()

    def _on_entered(self, row: int, column: int, person_ids: tuple[int, ...]) -> None:
        if person_ids == self._standing(row, column):
            return
        known = {each.id: each.name for each in self._persons}
        self.model.set_pending(row, column, "、".join(known.get(each, "") for each in person_ids))
        self._store((self._entry(row, column, person_ids),))

    def _on_cleared(self, cells: list[tuple[int, int]]) -> None:
        entries = tuple(self._entry(row, column, ()) for row, column in cells if self._standing(row, column))
        if entries:
            self._store(entries)

    def _store(self, entries: Entries) -> None:
        """Put entries into the roster; a shift that is over first asks why."""
        self._banner.clear()
        over = [each for each in entries if self._is_over(each)]
        if over:
            self._ask_reason(entries, over)
        else:
            self._assign(entries, None)

    def _is_over(self, entry: CellEntry) -> bool:
        place = self.model.place_of(entry.shift_date, entry.slot, entry.post_id)
        return place is not None and self.model.row(place[0]).shift.ends_at <= self._bench.clock.now()

    def _ask_reason(self, entries: Entries, over: Sequence[CellEntry]) -> None:
        self._waiting = entries
        place = self.model.place_of(over[0].shift_date, over[0].slot, over[0].post_id)
        post = self.model.column(place[1]).title if place is not None else ""
        words = self.tr("The shift of {date} {post} is over. A correction needs its reason:")
        self._reason.ask(words.format(date=day_month(over[0].shift_date), post=post))

    def _on_reason(self, reason: str) -> None:
        entries, self._waiting = self._waiting, ()
        self._assign(entries, reason)
        self.grid.setFocus()

    def _on_reason_cancelled(self) -> None:
        self._waiting = ()
        self.model.drop_pending()
        self.grid.setFocus()

    def _assign(self, entries: Entries, reason: str | None) -> None:
        before = self._before(entries)
        self._bench.jobs.run(
            lambda: self._roster.assign_all(entries, reason),
            lambda _there: self._on_stored(before),
            lambda problem: self._on_refused(problem, entries),
            self,
        )

    def _before(self, entries: Entries) -> Entries:
        places = [self.model.place_of(each.shift_date, each.slot, each.post_id) for each in entries]
        return tuple(self._entry(*place, self._standing(*place)) for place in places if place is not None)

    def _on_stored(self, before: Entries) -> None:
        self._undo.push(before)
        self._take_back.setEnabled(True)
        self.refresh()

    def _on_refused(self, problem: DutyError, entries: Entries) -> None:
        if isinstance(problem, InputProblem) and problem.code == "shift_over":
            self._ask_reason(entries, entries)
            return
        self._on_problem(problem)

    def undo(self) -> None:
        """Put back what stood before the last change; again for the one before."""
        entries = self._undo.pop()
        if entries is None:
            return
        self._banner.clear()
        first = entries[0].shift_date
        over = [each for each in entries if self._is_over(each)]

        def done(_there: object) -> None:
            self._take_back.setEnabled(bool(self._undo))
            self._bench.note(self.tr("Taken back"))
            if (first.year, first.month) != (self._year, self._month):
                self._show_month(first.year, first.month)
            else:
                self.refresh()

        def failed(problem: DutyError) -> None:
            self._undo.push(entries)
            self._on_problem(problem)

        # what was wrong for a moment in a past shift stays on record, with the reason that it was taken back
        reason = self.tr("Taken back") if over else None
        self._bench.jobs.run(lambda: self._roster.assign_all(entries, reason), done, failed, self)

    # -- gaps, filling, paper -------------------------------------------------------------------

    def _on_chosen(self, row: int, column: int) -> None:
        self.chosen.show_cell(self.model, row, column)
        post, cell = self.model.column(column).post, self.model.cell(row, column)
        if post is not None and cell is not None:
            first = cell.persons[0].person_id if cell.persons else None
            self.context.set_chosen(ChosenCell(self.model.row(row).shift, post, cell, first))

    def _on_place(self, place: tuple[date, str, int]) -> None:
        found = self.model.place_of(*place)
        if found is not None:
            self.grid.go_to(*found)

    def _on_gap(self, gap: Gap) -> None:
        place = self.model.place_of(gap.shift.date, gap.shift.name, gap.post_id)
        if place is not None:
            self.grid.go_to(*place, edit=True)

    def _ask_fill(self) -> None:
        cells = self.grid.chosen_cells()
        dates = sorted({self.model.row(row).shift.date for row, _column in cells})
        if len(dates) < 2 and self.model.table is not None:
            filled = [row.shift.date for row in self.model.table.rows if any(cell.persons for cell in row.cells)]
            dates = [filled[0], filled[-1]] if filled else dates
        if not dates:
            return
        until = date(self._year, self._month, monthrange(self._year, self._month)[1])
        if until <= dates[-1]:
            after = dates[-1] + timedelta(1)
            until = date(after.year, after.month, monthrange(after.year, after.month)[1])
        self.fill_bar().ask(dates[0], dates[-1], until)

    def fill_bar(self) -> FillBar:
        """The bar that asks which days to repeat; made when first wanted, because calendars are slow to build."""
        if self._fill_bar is None:
            self._fill_bar = FillBar()
            self._fill_bar.wanted.connect(self._fill_forward)
            self._fill_bar.cancelled.connect(self.grid.setFocus)
            cast("QVBoxLayout", self.layout()).insertWidget(3, self._fill_bar)
        return self._fill_bar

    def _fill_forward(self, first: date, last: date, until: date) -> None:
        roster = self._roster

        def work() -> Entries:
            # days out of order or too far apart are refused by the use case itself
            sound = 0 < (until - last).days <= 400
            before = filled_cells(roster, last, until) if sound else set()
            roster.fill_forward(first, last, until)
            return tuple(CellEntry(*key, ()) for key in filled_cells(roster, last, until) if key not in before)

        def done(entries: Entries) -> None:
            self.fill_bar().hide()
            self.grid.setFocus()
            self._bench.note(self.tr("Cells filled: {count}").format(count=len(entries)))
            if entries:
                self._on_stored(entries)

        def failed(problem: DutyError) -> None:
            self.fill_bar().set_problem(str(words_for(problem)))

        self._bench.jobs.run(work, done, failed, self)

    def _request_paper(self) -> None:
        if self.model.table is not None:
            name = self.tr("Roster {year}-{month}").format(year=self._year, month=f"{self._month:02}")
            self._bench.paper_requested.emit(self._paper(self._year, self._month), f"{name}.pdf")

    def _paper(self, year: int, month: int) -> Callable[[], bytes]:
        roster, at, zone = self._roster, self._bench.clock.now(), str(self._bench.zone)

        def make() -> bytes:
            from duty_console.roster.paper import roster_pdf  # ReportLab takes a quarter of a second

            return roster_pdf(roster.month(year, month), roster.room_name(), at=at, zone=zone)

        return make
