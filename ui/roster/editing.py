"""Entering into the roster: stores cells, asks the reason where history is corrected, takes back and does again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from duty_console.errors import DutyError, InputProblem
from duty_console.roster.model import AssignmentSource, CellEntry
from ui.roster.drops import find_cell
from ui.roster.entering import Entries, Step, Undo
from ui.words import day_month

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.roster.bars import ReasonBar
    from ui.roster.context import CellKey, PageContext
    from ui.roster.month_model import MonthModel

_CORRECTS = ("shift_over", "shift_begun")
"""What the roster refuses until somebody says why."""


class Editing(QObject):
    """`stored(Step)` when something was entered, taken back or done again; `failed(DutyError)`; `given_up` when the
    question for the reason was closed without one. `noted(sentence)` for the quiet line at the bottom.
    """

    stored = Signal(object)
    failed = Signal(object)
    given_up = Signal()
    noted = Signal(str)

    def __init__(self, context: PageContext, model: MonthModel, reason: ReasonBar, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._model, self._reason = context, model, reason
        self._roster, self._bench = context.services.roster, context.bench
        self._undo = Undo()
        self._waiting: Callable[[str], object] | None = None
        context.remembered.connect(self.remember)
        reason.given.connect(self._on_reason)
        reason.cancelled.connect(self._on_cancelled)

    # -- entering -------------------------------------------------------------------------------

    def store(self, entries: Entries) -> None:
        """Put these persons into their cells; a shift that has begun or is over may first ask why."""
        step = Step(self._standing(entries), entries)
        self._apply(entries, AssignmentSource.HAND, lambda: self._on_stored(step))

    def remember(self, step: Step) -> None:
        """Something was stored elsewhere that can be taken back here."""
        self._on_stored(step)

    def undo(self) -> None:
        """Put back what stood before the last change; again for the one before."""
        step = self._undo.last_done()
        if step is not None:
            self._move(step, step.before, self._undo.moved_back, self.tr("Taken back"))

    def redo(self) -> None:
        """Do again what was taken back."""
        step = self._undo.last_taken_back()
        if step is not None:
            self._move(step, step.after, self._undo.moved_on, self.tr("Done again"))

    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return self._undo.last_done() is not None

    def can_redo(self) -> bool:
        """Whether anything was taken back."""
        return self._undo.last_taken_back() is not None

    def drop_question(self) -> None:
        """The dates shown change: what waits for a reason is given up."""
        self._waiting = None
        self._reason.hide()

    def is_asking(self) -> bool:
        """Whether something waits for its reason."""
        return self._waiting is not None

    # -- storing --------------------------------------------------------------------------------

    def _move(self, step: Step, entries: Entries, moved: Callable[[], object], word: str) -> None:
        def done() -> None:
            moved()
            self.noted.emit(word)
            self.stored.emit(step)

        # what was wrong for a moment in a shift that has begun stays on record, with the reason that it was taken back
        self._apply(entries, _source_of(entries), done, reason=word)

    def _apply(
        self, entries: Entries, source: AssignmentSource, done: Callable[[], object], *, reason: str | None = None
    ) -> None:
        over = self._first_over(entries)
        if over is not None and reason is None:
            self._ask(entries, over, "shift_over", lambda why: self._run(entries, source, done, why))
        else:
            self._run(entries, source, done, reason if over is not None else None, reason)

    def _run(
        self,
        entries: Entries,
        source: AssignmentSource,
        done: Callable[[], object],
        reason: str | None,
        spare: str | None = None,
    ) -> None:
        """`spare` is the reason to try again with where the roster wants one after all."""

        def failed(problem: DutyError) -> None:
            if not isinstance(problem, InputProblem) or problem.code not in _CORRECTS or reason is not None:
                self.failed.emit(problem)
            elif spare is not None:
                self._run(entries, source, done, spare)
            else:
                self._ask(entries, entries[0], problem.code, lambda why: self._run(entries, source, done, why))

        self._bench.jobs.run(
            lambda: self._roster.assign_all(entries, reason, source), lambda _there: done(), failed, self
        )

    def _on_stored(self, step: Step) -> None:
        self._undo.push(step)
        self.stored.emit(step)

    def _standing(self, entries: Entries) -> Entries:
        """The same cells as they stand now, with the reasons why."""
        reading = self._model.reading
        if reading is None:
            return ()
        found: list[CellEntry] = []
        for each in entries:
            key: CellKey = (each.shift_date, each.slot, each.post_id)
            place = find_cell(reading.table, key)
            ids = tuple(person.person_id for person in place[0].persons) if place is not None else ()
            put = reading.assignments.get(key, {})
            whys = [one.why for one in (put.get(each) for each in ids) if one is not None and one.why is not None]
            found.append(CellEntry(*key, ids, tuple(whys) if len(whys) == len(ids) else ()))
        return tuple(found)

    # -- the reason -----------------------------------------------------------------------------

    def _first_over(self, entries: Entries) -> CellEntry | None:
        now, table = self._bench.clock.now(), self._model.table
        ends = {(row.shift.date, row.shift.name): row.shift.ends_at for row in table.rows} if table else {}
        return next((each for each in entries if (end := ends.get((each.shift_date, each.slot))) and end <= now), None)

    def _ask(self, entries: Entries, first: CellEntry, code: str, then: Callable[[str], object]) -> None:
        del entries
        place = self._model.place_of(first.shift_date, first.slot, first.post_id)
        post = self._model.column(place[1]).title if place is not None else ""
        words = (
            self.tr("The shift of {date} {post} is over. A correction needs its reason:")
            if code == "shift_over"
            else self.tr("The shift of {date} {post} has begun. A correction needs its reason:")
        )
        self._waiting = then
        self._reason.ask(words.format(date=day_month(first.shift_date), post=post))

    def _on_reason(self, reason: str) -> None:
        then, self._waiting = self._waiting, None
        if then is not None:
            then(reason)

    def _on_cancelled(self) -> None:
        self._waiting = None
        self.given_up.emit()


def _source_of(entries: Sequence[CellEntry]) -> AssignmentSource:
    """A plan that is put back is a plan again: whoever has a reason came by planning."""
    put = [each for each in entries if each.person_ids]
    planned = bool(put) and all(len(each.whys) == len(each.person_ids) for each in put)
    return AssignmentSource.PLAN if planned else AssignmentSource.HAND
