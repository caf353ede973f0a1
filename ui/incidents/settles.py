"""Which limits a report will settle: boxes to tick, each with its result at the moment of sending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.incidents.wording import timeliness
from ui.theme import theme
from ui.widgets import SectionHeader, Text, Translated
from ui.words import obligation_name, when

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from duty_console.limits.model import Obligation
    from ui.workbench import Workbench


class SettlesList(Translated, QWidget):
    """Open limits with boxes. Those the report meets are ticked by itself until the officer ticks otherwise."""

    changed = Signal()

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._owed: tuple[Obligation, ...] = ()
        self._met: frozenset[int] = frozenset()
        self._by_hand: dict[int, bool] = {}
        self._sent_at: datetime | None = None
        self._lines: dict[int, _Line] = {}
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(6))
        self._head = SectionHeader("")
        self._none = Text("", "dense", "muted", wrap=True)
        column.addWidget(self._head)
        column.addWidget(self._none)
        self._column = QVBoxLayout()
        self._column.setSpacing(px(2))
        column.addLayout(self._column)
        self.retranslate()

    def retranslate(self) -> None:
        self._head.set(title=self.tr("Limits that this report settles"))
        self._show()

    def set_owed(self, owed: Sequence[Obligation]) -> None:
        """The incident's open limits."""
        if tuple(owed) == self._owed:
            return
        self._owed = tuple(owed)
        for line in self._lines.values():
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines.clear()
        for each in self._owed:
            line = _Line()
            line.box.clicked.connect(lambda checked, owed_id=each.id or 0: self._on_clicked(owed_id, checked))
            self._lines[each.id or 0] = line
            self._column.addWidget(line)
        self._show()

    def set_met(self, met: Iterable[Obligation]) -> None:
        """What a report with this kind, channel and recipient meets."""
        self._met = frozenset(each.id or 0 for each in met)
        self._show()

    def set_sent_at(self, moment: datetime | None) -> None:
        """The moment against which each limit is held."""
        self._sent_at = moment
        self._show()

    def chosen(self) -> tuple[int, ...]:
        """The limits that are ticked."""
        return tuple(each.id or 0 for each in self._owed if self._is_chosen(each.id or 0))

    def by_hand(self) -> bool:
        """Whether the officer ticked otherwise than the rules."""
        return any(chosen != (each in self._met) for each, chosen in self._by_hand.items())

    def choose(self, owed_id: int) -> None:
        """Tick a limit by hand: the report was begun for it."""
        self._by_hand[owed_id] = True
        self._show()

    def line_of(self, owed_id: int) -> QCheckBox:
        """The box of a limit."""
        return self._lines[owed_id].box

    def result_of(self, owed_id: int) -> str:
        """What is said beside a limit."""
        return self._lines[owed_id].result.text()

    def _is_chosen(self, owed_id: int) -> bool:
        return self._by_hand.get(owed_id, owed_id in self._met)

    def _on_clicked(self, owed_id: int, checked: bool) -> None:
        self._by_hand[owed_id] = checked
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._none.setText(
            self.tr("Nothing is owed now; the report is kept all the same.")
            if not self._owed
            else self.tr("None: tick a limit below if it was this report that it asked for.")
        )
        self._none.setVisible(not self.chosen())
        now = self._bench.clock.now()
        for each in self._owed:
            line, chosen = self._lines[each.id or 0], self._is_chosen(each.id or 0)
            line.box.setChecked(chosen)
            line.box.setText(f"{obligation_name(each)} → {each.recipient}")
            due = self.tr("due {time}").format(time=when(each.due_at, now, self._bench.zone))
            line.due.setText(due)
            words, tone = timeliness(each, self._sent_at or now)
            line.result.setText(words if chosen else "")
            line.result.set_tone(tone)


class _Line(QWidget):
    def __init__(self) -> None:
        super().__init__()
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        self.box = QCheckBox()
        self.due = Text("", "label", "muted")
        self.result = Text("", "dense_strong")
        row.addWidget(self.box)
        row.addStretch(1)
        row.addWidget(self.result)
        row.addWidget(self.due)  # at the right end, so that the times stand in line
        self.setMinimumHeight(px(28))
