"""The shifts of a day: the patterns in order of their dates, and the form for the next."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from duty_console.roster.model import DayScope
from duty_console.roster.rules import pattern_on
from ui.settings.day_time import hours_text
from ui.settings.pattern_form import PatternForm
from ui.settings.rule_columns import listed
from ui.settings.section import scrolling
from ui.theme import theme
from ui.widgets import Line, OutlineBadge, Panel, Text, Translated
from ui.words import full_date, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duty_console.roster.model import ShiftPattern, ShiftSlot
    from duty_console.roster.service import Roster
    from ui.workbench import Workbench

SHOWN_MOST = 6
"""Older patterns are of use only to the papers of their time."""


class PatternPanel(Translated, Panel):
    """Lists the patterns, the newest first, and sets a new one."""

    def __init__(self, roster: Roster, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=0, parent=parent)
        self._roster, self._bench = roster, bench
        self._patterns: tuple[ShiftPattern, ...] = ()
        self.lines: list[tuple[str, str]] = []
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.form = PatternForm(self._today() + timedelta(days=1))
        column.addLayout(self._rows)
        column.addWidget(Line(strong=True))
        column.addWidget(self.form)
        column.addStretch(1)
        self.add(scrolling(inside), 1)
        self.form.submitted.connect(lambda: self._save())
        self.form.confirmed.connect(lambda: self._save(and_clear=True))
        self.retranslate()

    def _today(self) -> date:
        return self._bench.clock.now().astimezone(self._bench.zone).date()

    def retranslate(self) -> None:
        self.set_title(self.tr("Shifts"))
        self._show()

    def show_patterns(self, patterns: Sequence[ShiftPattern]) -> None:
        """Show these; the form starts from what is in force unless something is typed in it."""
        self._patterns = tuple(patterns)
        if not self.form.is_dirty:
            self.form.fill(pattern_on(self._today(), self._patterns).shifts)
        self._show()

    def _show(self) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        current = pattern_on(self._today(), self._patterns)
        shown = list(reversed(self._patterns))[:SHOWN_MOST]
        if current not in shown and len(shown) < SHOWN_MOST:
            shown.append(current)
        self.lines = []
        for place, pattern in enumerate(shown):
            if place:
                self._rows.addWidget(Line())
            self._rows.addWidget(self._pattern_row(pattern, current))

    def _pattern_row(self, pattern: ShiftPattern, current: ShiftPattern) -> QWidget:
        px, holder = theme().px, QWidget()
        holder.setMinimumHeight(px(36))
        row = QHBoxLayout(holder)
        row.setContentsMargins(px(16), px(6), px(12), px(6))
        row.setSpacing(px(12))
        since = (
            self.tr("Always so far")
            if pattern.valid_from == date.min
            else self.tr("From {date}").format(date=full_date(pattern.valid_from))
        )
        shifts = listed(self._slot_words(slot) for slot in pattern.shifts)
        self.lines.append((since, shifts))
        row.addWidget(Text(since, "dense_strong"))
        row.addWidget(Text(shifts, "dense", wrap=True), 1)
        if pattern == current:
            row.addWidget(OutlineBadge(self.tr("In force"), "good"))
        elif pattern.valid_from > current.valid_from:
            row.addWidget(OutlineBadge(self.tr("To come"), "accent"))
        return holder

    def _slot_words(self, slot: ShiftSlot) -> str:
        plain = self.tr("{name} {starts}, {hours} h").format(
            name=slot.name, starts=f"{slot.starts:%H:%M}", hours=hours_text(slot.hours)
        )
        return (
            plain if slot.on is DayScope.EVERY else self.tr("{shift} ({days})").format(shift=plain, days=word(slot.on))
        )

    def _save(self, *, and_clear: bool = False) -> None:
        slots = self.form.entered()
        if slots is None:
            return
        roster, since = self._roster, self.form.valid_from()
        self._bench.jobs.run(
            lambda: roster.set_pattern(since, slots, and_clear=and_clear), self._on_saved, self.form.show_problem, self
        )

    def _on_saved(self, pattern: ShiftPattern) -> None:
        self.form.fill(pattern.shifts)
        self._bench.note(self.tr("Shifts set from {date}").format(date=full_date(pattern.valid_from)))
