"""Filling forward: asks which days to repeat until when, repeats them, and can take it back as one step."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from duty_console.roster.model import CellEntry
from ui.problems import words_for
from ui.roster.bars import FillBar
from ui.roster.entering import Entries, Step, filled_cells

if TYPE_CHECKING:
    from duty_console.errors import DutyError
    from ui.roster.context import PageContext
    from ui.roster.editing import Editing
    from ui.roster.page import RosterPage


class Filling(QObject):
    """The bar is made when first wanted, because calendars are slow to build."""

    def __init__(self, context: PageContext, editing: Editing, page: RosterPage) -> None:
        super().__init__(page)
        self._context, self._editing, self._page = context, editing, page
        self._bar: FillBar | None = None

    @property
    def bar(self) -> FillBar:
        """The strip over the grid."""
        if self._bar is None:
            self._bar = FillBar()
            self._bar.wanted.connect(self._fill)
            self._bar.cancelled.connect(self._page.grid.setFocus)
            self._page.column.insertWidget(3, self._bar)
        return self._bar

    def hide(self) -> None:
        """The dates shown change."""
        if self._bar is not None:
            self._bar.hide()

    def ask(self, first: date, last: date) -> None:
        """Offer to repeat these days until the end of what is shown, or of the next month."""
        until = self._context.shown[1]
        if until <= last:
            after = last + timedelta(1)
            until = date(after.year, after.month, monthrange(after.year, after.month)[1])
        self.bar.ask(first, last, until)

    def _fill(self, first: date, last: date, until: date) -> None:
        roster = self._context.services.roster

        def work() -> Step:
            # days out of order or too far apart are refused by the use case itself
            sound = 0 < (until - last).days <= 400
            before = filled_cells(roster, last, until) if sound else {}
            roster.fill_forward(first, last, until)
            after = {key: entry for key, entry in filled_cells(roster, last, until).items() if key not in before}
            empty: Entries = tuple(CellEntry(*key, ()) for key in after)
            return Step(empty, tuple(after.values()))

        def done(step: Step) -> None:
            self.bar.hide()
            self._page.grid.setFocus()
            self._context.bench.note(self.tr("Cells filled: {count}").format(count=len(step.after)))
            if step.after:
                self._editing.remember(step)
            self._page.refresh()

        def failed(problem: DutyError) -> None:
            self.bar.set_problem(str(words_for(problem)))

        self._context.bench.jobs.run(work, done, failed, self)
