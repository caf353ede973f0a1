"""The roster page: a month, a week or one person; entered by typing or dragging; panels at the right (look.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from ui.roster.bars import ReasonBar
from ui.roster.board import RosterBoard
from ui.roster.cell_acts import CellActs
from ui.roster.context import PageContext
from ui.roster.editing import Editing
from ui.roster.filling import Filling
from ui.roster.names import PersonBook
from ui.roster.panel_host import PanelHost
from ui.roster.panels import PANELS
from ui.roster.printing import RosterPapers
from ui.roster.reading import Additions, RosterReading, read_additions, read_balance, read_roster
from ui.roster.shown import Shown, View
from ui.roster.side import unverified_leaders
from ui.roster.side_column import SideColumn
from ui.roster.toolbar import RosterBar
from ui.theme import theme
from ui.widgets import Banner, Translated, page_layout
from ui.words import day_month, full_date, month_name

if TYPE_CHECKING:
    from datetime import date

    from duty_console.changes import Change
    from duty_console.errors import DutyError
    from duty_console.roster.model import Gap, MonthTable
    from ui.roster.entering import Step
    from ui.roster.panel import RosterPanel
    from ui.roster.services import RosterServices
    from ui.workbench import Workbench

SHOWN_TABLES = frozenset(
    {
        "assignment", "post", "shift_pattern", "calendar_day", "calendar_year", "roster_correction", "duty_cover",
        "duty_leave", "person", "unit", "duty_room",
    }
)  # fmt: skip
ADDED_TABLES = frozenset(
    {"duty_change", "duty_change_consent", "duty_change_decision", "sign_in", "sign_in_correction"}
)
"""What only the remarks, the history and the sign-ins show."""
_WIDE, _HIGH = 1400, 760
"""From these sizes of the page on the side is broad, and says everything."""
_PAUSE_MS = 400


class RosterPage(Translated, QWidget):
    """Shifts down, posts across; type or drag to assign; panels in place of the side."""

    def __init__(self, services: RosterServices, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._bench = services, bench
        self.shown = Shown(View.MONTH, self._today())
        self.context = PageContext(services, bench, *self.shown.dates(), self)
        self._stale = True
        self._go_to_today = True
        self._go_to: tuple[date, str, int] | None = None
        self._edit_there = False
        # years of duty are weighed for the balance: not while somebody turns pages or types name after name
        self._balance_due = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._balance_due.timeout.connect(lambda: self._read_balance() if self.isVisible() else None)
        self._build()
        self.editing = Editing(self.context, self.model, self._reason, self)
        self.acts = CellActs(self.context, self.board, self.chosen, self.editing, self._banner)
        self.filling = Filling(self.context, self.editing, self)
        self.papers = RosterPapers(self.context, self._banner, self)
        self._connect()
        self._add_shortcuts()
        self.retranslate()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.column = page_layout(self)
        self.bar = RosterBar()
        self.fill_button = self.bar.fill
        self._banner, self._reason = Banner(), ReasonBar()
        for widget in (self.bar, self._banner, self._reason):
            self.column.addWidget(widget)
        self.column.addLayout(self._build_body(), 1)

    def _build_body(self) -> QHBoxLayout:
        self.board, self.side = RosterBoard(self.context), SideColumn()
        self.model, self.grid, self.person_view = self.board.model, self.board.grid, self.board.person_view
        self.counts, self.gaps, self.chosen = self.side.counts, self.side.gaps, self.side.chosen
        self.host = PanelHost(self.context, self.side)
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        row.addWidget(self.board, 1)
        row.addWidget(self.host)
        return row

    def _connect(self) -> None:
        bar, context = self.bar, self.context
        bar.view_wanted.connect(lambda view: self.show_view(View(view)))
        bar.stepped.connect(self.step)
        bar.today_wanted.connect(self.show_today)
        bar.undo_wanted.connect(self.editing.undo)
        bar.redo_wanted.connect(self.editing.redo)
        bar.fill_wanted.connect(self.ask_fill)
        bar.print_wanted.connect(self.print_paper)
        bar.panel_wanted.connect(self.open_panel)
        self.gaps.fill_requested.connect(self._on_gap)
        self.gaps.people_requested.connect(lambda: self._bench.page_requested.emit("people"))
        self.chosen.act_wanted.connect(self.open_panel)
        self.counts.person_wanted.connect(self.show_person)
        self.board.people_wanted.connect(lambda: self._bench.page_requested.emit("people"))
        self.board.posts_wanted.connect(self._set_up_posts)
        self.acts.person_wanted.connect(self.show_person)
        self.person_view.months_changed.connect(lambda months: self._show(Shown(View.PERSON, self.shown.day, months)))
        self.person_view.calendar_wanted.connect(self._export_calendar)
        self.editing.stored.connect(self._on_stored)
        self.editing.failed.connect(self._on_problem)
        self.editing.noted.connect(self._bench.note)
        self.host.opened.connect(lambda _key: self._banner.clear())
        self.host.closed.connect(self.focus_first)
        context.place_requested.connect(lambda place: self.go_to(*place))
        context.picking_changed.connect(self._on_picking)
        self._bench.changed.connect(self._on_changed)
        self._bench.ticked.connect(lambda _now: self.model.set_today(self._today()))

    def _add_shortcuts(self) -> None:
        acts = {
            "Ctrl+Z": self.editing.undo,
            "Ctrl+Shift+Z": self.editing.redo,
            "Ctrl+P": lambda: self.print_paper(True),
            "Ctrl+Shift+P": lambda: self.print_paper(False),
            "Ctrl+PgUp": lambda: self.step(-1),
            "Ctrl+PgDown": lambda: self.step(1),
            "Ctrl+T": self.show_today,
            "F10": self.bar.open_menu,
            **{f"Alt+{number}": lambda view=view: self.show_view(view) for number, view in enumerate(View, 1)},
            **{kind.keys: lambda key=kind.key: self.open_panel(key) for kind in PANELS if kind.keys},
        }
        for keys, act in acts.items():
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def retranslate(self) -> None:
        self.board.retranslate()
        self.bar.head.setText(self._title())
        if self.model.table is not None:
            self.bar.legend.set_counts(self.model.table.counts)

    def _title(self) -> str:
        first, last = self.shown.dates()
        if self.shown.view is View.WEEK:
            return self.tr("{first} – {last}").format(first=full_date(first), last=day_month(last))
        if first.month != last.month:
            return self.tr("{year}, months {first} to {last}").format(
                year=first.year, first=first.month, last=last.month
            )
        return month_name(first.year, first.month)

    def focus_first(self) -> None:
        """Put the keyboard on the grid. (A focus proxy would hide what stands above it from Tab.)"""
        target = self.person_view.field if self.shown.view is View.PERSON else self.grid
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_panel(self, key: str) -> RosterPanel:
        """Show a panel at the right, in place of counts and findings."""
        return self.host.open(key)

    # -- reading --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the dates shown again."""
        self._stale = False
        self.bar.head.setText(self._title())
        services, (first, last) = self._services, self.shown.dates()
        self._bench.jobs.run(
            lambda: read_roster(services, first, last), self._on_read, self._on_problem, self, "read", supersede="month"
        )
        self._read_additions()
        self._balance_due.start()

    def _read_additions(self) -> None:
        services, (first, last) = self._services, self.shown.dates()
        self._bench.jobs.run(
            lambda: read_additions(services, first, last),
            self._on_added,
            self._on_problem,
            self,
            "read",
            supersede="additions",
        )

    def _read_balance(self) -> None:
        services, (first, last) = self._services, self.shown.dates()
        self._bench.jobs.run(
            lambda: read_balance(services, first, last),
            self.counts.set_balance,
            self._on_problem,
            self,
            "read",
            supersede="balance",
        )

    def _on_read(self, reading: RosterReading) -> None:
        book = PersonBook(reading.persons)
        self.grid.set_book(book)
        self.model.set_reading(reading, self._today(), self._bench.zone)
        self.bar.provisional.setVisible(reading.table.provisional)
        self.counts.set_reading(reading)
        self.gaps.set_findings(
            reading.table, unverified_leaders(reading.table, reading.persons, self._bench.clock.now())
        )
        self._show_ready(reading)
        self.person_view.set_reading(reading)
        self._place_cursor()
        self.acts.describe_current()
        self.context.set_read(reading.first, reading.last, reading.table, book)

    def _on_added(self, additions: Additions) -> None:
        self.model.set_additions(additions)
        self.bar.set_count("changes", additions.waiting)
        self.acts.describe_current()

    def _show_ready(self, reading: RosterReading) -> None:
        ready = self.board.show_reading(reading)
        self.host.setVisible(ready or bool(self.host.current_key()))
        self.bar.legend.set_counts(reading.table.counts if ready else {})
        self.bar.set_ready(ready)
        self.bar.set_undo(back=self.editing.can_undo(), again=self.editing.can_redo())

    def _set_up_posts(self) -> None:
        first, roster = self.shown.dates()[0], self._services.roster
        self._bench.jobs.run(
            lambda: roster.set_up_defaults(first), lambda _posts: self.refresh(), self._on_problem, self
        )

    def _place_cursor(self) -> None:
        wanted, self._go_to = self._go_to, None
        place = self.model.place_of(*wanted) if wanted is not None else None
        if place is not None:
            self.grid.go_to(*place, edit=self._edit_there)
        elif self._go_to_today or not self.grid.currentIndex().isValid():
            row, column = self.model.first_row_of(self._today()), self.model.first_post_column()
            if column >= 0 and self.model.rowCount():
                self.grid.setCurrentIndex(self.model.index(row or 0, column))
                self.grid.scrollTo(self.grid.currentIndex(), self.grid.ScrollHint.PositionAtCenter)
        self._go_to_today = self._edit_there = False

    def _on_problem(self, problem: DutyError) -> None:
        self.model.drop_pending()
        self._banner.show_problem(problem)

    def _on_changed(self, change: Change) -> None:
        if not change.tables & (SHOWN_TABLES | ADDED_TABLES):
            return
        if not self.isVisible():
            self._stale = True
        elif change.tables & SHOWN_TABLES:
            self.refresh()
        else:
            self._read_additions()

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
        self.host.setFixedWidth(theme().px(400 if self.width() >= theme().px(_WIDE) else 336))
        short = self.height() < theme().px(_HIGH)
        self.side.set_brief(short)

    # -- which dates ----------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Show the week, month or quarter so many later."""
        self._show(self.shown.stepped(by))

    def show_today(self) -> None:
        """Back to today, with the cursor on it."""
        self._go_to_today = True
        self._show(Shown(self.shown.view, self._today(), self.shown.months))

    def show_view(self, view: View) -> None:
        """Look at the same dates in another way."""
        chosen = self.context.chosen
        day = chosen.shift.date if chosen is not None and self.shown.shows(chosen.shift.date) else self.shown.day
        if view is View.WEEK and chosen is None:
            day = self._today() if self.shown.shows(self._today()) else day
        if view is View.PERSON and self.person_view.person_id is None and chosen is not None:
            self._choose_person(chosen.person_id)
        if chosen is not None:
            self._go_to = chosen.key
        self._show(Shown(view, day, self.shown.months))

    def show_person(self, person_id: int) -> None:
        """One person's shifts in the dates shown."""
        self._choose_person(person_id)
        self._show(Shown(View.PERSON, self.shown.day, self.shown.months))

    def _choose_person(self, person_id: int | None) -> None:
        person = self.context.persons.person(person_id) if person_id is not None else None
        if person is not None:
            self.person_view.set_person(person)

    def go_to(self, day: date, slot: str, post_id: int, *, edit: bool = False) -> None:
        """Put the cursor on a cell, turning to its dates if need be."""
        if self.shown.view is not View.PERSON and self.shown.shows(day):
            place = self.model.place_of(day, slot, post_id)
            if place is not None:
                self.grid.go_to(*place, edit=edit)
            return
        self._go_to, self._edit_there = (day, slot, post_id), edit
        self._show(Shown(View.MONTH if self.shown.view is View.PERSON else self.shown.view, day))

    def _show(self, shown: Shown) -> None:
        if not shown.is_readable():
            return
        changed, self.shown = shown.view is not self.shown.view, shown
        self.editing.drop_question()
        self.filling.hide()
        self._banner.clear()
        self.bar.views.set_value(shown.view.value)
        self.person_view.months.set_value(str(shown.months))
        self.board.show_view(shown.view)
        self.chosen.setVisible(shown.view is not View.PERSON)
        if changed:
            self.focus_first()
        self.refresh()

    # -- what was done --------------------------------------------------------------------------

    def _on_stored(self, step: Step) -> None:
        self._banner.clear()
        if not self.shown.shows(step.day):
            self._show(Shown(self.shown.view, step.day, self.shown.months))
        else:
            self.refresh()
        self.bar.set_undo(back=self.editing.can_undo(), again=self.editing.can_redo())

    def _on_picking(self, picking: bool) -> None:
        if picking and self.shown.view is View.PERSON:
            self.show_view(View.MONTH)

    def _on_gap(self, gap: Gap) -> None:
        self.go_to(gap.shift.date, gap.shift.name, gap.post_id, edit=True)

    # -- filling and paper ----------------------------------------------------------------------

    def ask_fill(self) -> None:
        """Ask which days to repeat until when: the chosen ones, or all that are filled."""
        cells = self.grid.chosen_cells()
        dates = sorted({self.model.row(row).shift.date for row, _column in cells})
        if len(dates) < 2 and self.model.table is not None:
            filled = [row.shift.date for row in self.model.table.rows if any(cell.persons for cell in row.cells)]
            dates = [filled[0], filled[-1]] if filled else dates
        if dates:
            self.filling.ask(dates[0], dates[-1])

    def fill_bar(self) -> QWidget:
        """The bar that asks which days to repeat."""
        return self.filling.bar

    def print_paper(self, final: bool) -> None:
        """Show the paper of what is on screen; as final only where every number on it was verified."""
        reading = self.model.reading
        if reading is not None:
            self.papers.ask(self.shown, reading, self.person_view.sheet, final=final)

    def _export_calendar(self) -> None:
        person_id = self.person_view.person_id
        if person_id is not None:
            self.papers.export_calendar(person_id, *self.shown.dates())

    def table(self) -> MonthTable | None:
        """What is shown."""
        return self.model.table
