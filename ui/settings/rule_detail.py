"""One rule in full: what the table had to cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duty_console.limits.model import RoomLevel
from ui.limit_words import length_words
from ui.settings.rule_columns import checked_words, classes_words, followup_words, grades_words, listed
from ui.settings.section import scrolling
from ui.theme import theme
from ui.widgets import EmptyState, Panel, Text, Translated
from ui.words import full_date, word

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollArea, QWidget

    from ui.settings.rule_columns import RuleLine


class RuleDetail(Translated, Panel):
    """Shows the rule under the cursor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=0, parent=parent)
        self._line: RuleLine | None = None
        self._hint = EmptyState("")
        inside = Panel(padding=16)
        inside.setStyleSheet("")
        inside.setProperty("part", "scrolled")
        inside.body.setSpacing(theme().px(6))
        self._what = Text("", "base", wrap=True)
        self._whom = Text("", "dense", "muted", wrap=True)
        self._basis = Text("", "dense", wrap=True)
        self._remark = Text("", "dense", "muted", wrap=True)
        self._state = Text("", "dense", wrap=True)
        for text in (self._what, self._whom, self._basis, self._remark, self._state):
            inside.add(text)
        inside.body.addStretch(1)
        self._area: QScrollArea = scrolling(inside)
        self.add(self._hint, 1)
        self.add(self._area, 1)
        self.retranslate()

    def retranslate(self) -> None:
        self._hint.set(self.tr("Choose a rule to read it in full"))
        self.show_line(self._line)

    def show_line(self, line: RuleLine | None) -> None:
        """Show a rule, or nothing."""
        self._line = line
        self._hint.setVisible(line is None)
        self._area.setVisible(line is not None)
        self.set_title(line.preset if line else self.tr("Rule"))
        if line is None:
            return
        rule = line.rule
        self._what.setText(
            self.tr("{channel} to {recipient} within {length}, counted from: {clock}").format(
                channel=word(rule.channel),
                recipient=rule.recipient,
                length=length_words(rule.minutes),
                clock=word(rule.clock),
            )
        )
        levels = listed(word(level) for level in RoomLevel if level in rule.levels) if rule.levels else ""
        self._whom.setText(
            self.tr("{classes} · {grades} · follow-up: {followup} · for: {levels} · since {date}").format(
                classes=classes_words(rule),
                grades=grades_words(rule),
                followup=followup_words(rule.followup),
                levels=levels or self.tr("every duty room"),
                date=full_date(rule.valid_from),
            )
        )
        self._basis.setText(rule.source)
        self._remark.setText(rule.note)
        self._remark.setVisible(bool(rule.note))
        self._state.setText(
            checked_words(rule)
            if line.holds
            else self.tr("{checked}. Does not hold for a room of this level.").format(checked=checked_words(rule))
        )
        self._state.set_tone("muted" if not line.holds else "good" if rule.verified else "severe")
