"""A cover 替班 is proposed, or an emergency substitution 应急替岗 takes effect at once, for a whole shift or a part."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QLineEdit, QWidget

from duty_console.roster.model import NewCover
from ui.roster.cell_words import hours_words, span_words
from ui.roster.form import RosterForm, SeatChoice
from ui.roster.person_field import PersonField
from ui.theme import theme
from ui.widgets import Text, TimeField
from ui.words import day_month, weekday_word

if TYPE_CHECKING:
    from datetime import datetime

    from duty_console.roster.substitution.model import Proposal
    from ui.roster.context import ChosenCell, PageContext

_A_MINUTE = timedelta(minutes=1)


class CoverPanel(RosterForm):
    """For the cell under the cursor: moving it while nothing is typed takes the new one."""

    def __init__(
        self, context: PageContext, kind: Literal["cover", "emergency"], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self._urgent = kind == "emergency"
        self._cell: ChosenCell | None = None
        self.seat = SeatChoice()
        self.stand_in = PersonField()
        bench = context.bench
        self.starts = TimeField(bench.clock, bench.zone, direction="future", explained=False)
        self.ends = TimeField(bench.clock, bench.zone, direction="future", explained=False)
        self._span = Text("", "label", "muted", wrap=True)
        self.reason, self.by = QLineEdit(), QLineEdit()
        self.reason.setMaxLength(200)
        self.by.setMaxLength(64)
        self.leader = PersonField(leading=True)
        self.add_field("person_id", self.seat)
        self.add_field("cover_person_id", self.stand_in)
        for field in (self.starts, self.ends):
            field.setFixedWidth(theme().px(104))
        self.add_field("starts_at", self.starts, QWidget(), stretches=(0, 1))
        self.add_field("ends_at", self.ends, QWidget(), stretches=(0, 1))
        self.column.addWidget(self._span)
        self.add_field("reason", self.reason)
        if self._urgent:
            self.add_field("told_leader_id", self.leader)
        else:
            self.add_field("by", self.by)
        for field in (self.starts, self.ends):
            field.value_changed.connect(lambda _value: self._say_span())
        context.chosen_changed.connect(self._on_chosen)
        context.changed.connect(self._take_book)
        self.finish_building()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("Emergency substitution") if self._urgent else self.tr("Cover"))
        self.act_button.setText(self.tr("Stand in at once") if self._urgent else self.tr("Propose"))
        for name, label in (
            ("person_id", self.tr("In the seat")),
            ("cover_person_id", self.tr("Stand-in")),
            ("starts_at", self.tr("From")),
            ("ends_at", self.tr("Until")),
            ("reason", self.tr("Reason")),
            ("by", self.tr("Asked by")),
            ("told_leader_id", self.tr("Told")),
        ):
            if name in self.rows:
                self.rows[name].set_label(label)
        self.stand_in.setPlaceholderText(self.tr("Name or initials"))
        self.leader.setPlaceholderText(self.tr("Who was told at once"))
        self.by.setPlaceholderText(self.tr("Empty: who is at this desk"))
        self._say_cell()

    # -- the cell -------------------------------------------------------------------------------

    def refresh(self) -> None:
        self._take_book()
        self._on_chosen()

    def focus_first(self) -> None:
        self.stand_in.setFocus()

    def _take_book(self) -> None:
        self.stand_in.set_book(self.context.persons)
        self.leader.set_book(self.context.persons)

    def _on_chosen(self) -> None:
        chosen = self.context.chosen
        same = self._cell is not None and chosen is not None and chosen.key == self._cell.key
        if self.isVisible() and not self.context.picking and (same or not self.is_typed()):
            self._take(chosen)

    def is_typed(self) -> bool:
        """Whether something was typed that another cell must not sweep away."""
        return bool(self.stand_in.text().strip() or self.reason.text().strip())

    def _take(self, chosen: ChosenCell | None) -> None:
        anew = chosen is None or self._cell is None or chosen.key != self._cell.key
        self._cell = chosen
        persons = [(each.person_id, each.name) for each in chosen.cell.persons] if chosen is not None else []
        self.seat.set_persons(persons, chosen.person_id if chosen is not None else None)
        self.stand_in.hide_persons({person_id for person_id, _name in persons})
        if anew and chosen is not None:
            self._set_times(chosen)
        self._say_cell()

    def _set_times(self, chosen: ChosenCell) -> None:
        shift, now = chosen.shift, self.bench.clock.now().replace(second=0, microsecond=0)
        begins = now if shift.starts_at < now < shift.ends_at else shift.starts_at
        self.starts.set_base(shift.starts_at)
        self.ends.set_base(shift.starts_at + _A_MINUTE)
        self.starts.set_value(begins)
        self.ends.set_value(shift.ends_at)
        self._say_span()

    def _say_cell(self) -> None:
        chosen = self._cell
        if chosen is None or not chosen.cell.persons:
            self.about.setText(self.tr("Choose a cell with somebody in it."))
        else:
            shift = chosen.shift
            self.about.setText(
                f"{day_month(shift.date)} {weekday_word(shift.date)} {chosen.post.name}　"
                f"{hours_words(shift, self.bench.zone)}"
            )
        self.act_button.setEnabled(chosen is not None and bool(chosen.cell.persons))
        self._say_span()

    def _say_span(self) -> None:
        starts, ends = self.starts.value(), self.ends.value()
        words = ""
        if starts is not None and ends is not None and ends > starts:
            hours = (ends - starts).total_seconds() / 3600
            words = self.tr("{span}, {hours} h").format(
                span=span_words(starts, ends, self.bench.zone), hours=f"{hours:g}"[:5]
            )
            chosen = self._cell
            if chosen is not None and (starts, ends) == (chosen.shift.starts_at, chosen.shift.ends_at):
                words = self.tr("The whole shift, {span}").format(span=span_words(starts, ends, self.bench.zone))
        self._span.setText(words)
        self._span.setVisible(bool(words))

    # -- saving ---------------------------------------------------------------------------------

    def clear(self) -> None:
        for field in (self.stand_in, self.reason, self.by, self.leader):
            field.clear()
        self.clear_problems()
        self._cell = None
        self._take(self.context.chosen)

    def submit(self) -> None:
        chosen, person_id = self._cell, self.seat.person_id()
        if chosen is None or person_id is None:
            return
        stand_in = self.needed_person("cover_person_id", self.stand_in)
        if stand_in is None or not self.is_time("starts_at", self.starts) or not self.is_time("ends_at", self.ends):
            return
        new = self._new(chosen, person_id, stand_in.id)
        if self._urgent:
            leader = self.needed_person("told_leader_id", self.leader)
            if leader is not None:
                self.act(lambda: self.services.substitution().emergency(new, new.reason, leader.id), self._on_done)
        else:
            by = self.by.text()
            self.act(lambda: self.services.substitution().propose_cover(new, by), self._on_done)

    def _new(self, chosen: ChosenCell, person_id: int, stand_in: int) -> NewCover:
        shift = chosen.shift
        starts: datetime = self.starts.value() or shift.starts_at
        ends: datetime = self.ends.value() or shift.ends_at
        return NewCover(
            shift.date, shift.name, chosen.post.id, person_id, stand_in, starts, ends, reason=self.reason.text()
        )

    def _on_done(self, proposal: Proposal) -> None:
        del proposal
        self.clear()
        word = (
            self.tr("The substitution is in force; a leader is to confirm it")
            if self._urgent
            else self.tr("Proposed; both are to agree and a leader to approve")
        )
        self.bench.note(word)
        self.context.open_panel("changes")
