"""伤亡: one row per change of the numbers, arrows where they changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from duty_console.incidents.model import COUNTS, Casualties, CasualtyCount
from duty_console.incidents.rules import facts_of
from duty_console.limits.rules import supplementary_ends, supplementary_window
from ui.incidents.count_words import count_name
from ui.incidents.fitted_table import FittedTable
from ui.intake.grade_words import money_words
from ui.widgets import Column, Panel, Translated
from ui.words import day_month, when

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.incidents.record import IncidentRecord
    from ui.workbench import Workbench

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CasualtyRow:
    """The numbers from a moment on and those before it (None: nothing was known)."""

    count: CasualtyCount
    before: Casualties | None

    def change(self, name: str) -> int:
        """1 where a number rose, -1 where it fell, 0 where it stayed or was first known."""
        now = getattr(self.count.casualties, name)
        was = getattr(self.before, name) if self.before is not None else None
        if now is None or was is None:
            return 1 if now and self.before is not None and was is None else 0
        return (now > was) - (now < was)


def casualty_rows(history: tuple[CasualtyCount, ...]) -> list[CasualtyRow]:
    """Return the rows, the newest first, each with what stood before it."""
    older = [*(each.casualties for each in history[1:]), None]
    return [CasualtyRow(count, older[place]) for place, count in enumerate(history)]


def _source(row: CasualtyRow) -> str:
    return row.count.source


def _row_key(row: CasualtyRow) -> int:
    return row.count.id


class CasualtyPanel(Translated, Panel):
    """One row per change."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__("", padding=0, parent=parent)
        self._bench = bench
        self._record: IncidentRecord | None = None
        self.table = FittedTable(self._columns(), _row_key, most=6, parent=self)
        self.add(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.table.set_columns(self._columns())
        self.table.setAccessibleName(self.tr("Casualties"))
        self.set_title(self.tr("Casualties"), self.tr("one row per change"))
        if self._record is not None:
            self.show_record(self._record)

    def _columns(self) -> list[Column[CasualtyRow]]:
        columns = [
            Column("at", self.tr("Time"), self._at, 62, role="dense_strong"),
            Column("source", self.tr("Source"), _source, 80, stretch=True),
        ]
        for name in COUNTS:
            width = 88 if name == "direct_loss_yuan" else 56
            tone, text = self._tone_of(name), self._text_of(name)
            columns.append(Column(name, count_name(name), text, width, "right", role="dense", tone=tone))
        return columns

    def _at(self, row: CasualtyRow) -> str:
        base = self._record.incident.received_at if self._record else row.count.at
        return when(row.count.at, base, self._bench.zone)

    @staticmethod
    def _text_of(name: str) -> Callable[[CasualtyRow], str]:
        def text(row: CasualtyRow) -> str:
            value = getattr(row.count.casualties, name)
            if value is None:
                return "–"
            shown = money_words(value) if name == "direct_loss_yuan" else f"{value:,}"
            return {1: f"↑ {shown}", -1: f"↓ {shown}", 0: shown}[row.change(name)]

        return text

    @staticmethod
    def _tone_of(name: str) -> Callable[[CasualtyRow], str]:
        def tone(row: CasualtyRow) -> str:
            if row.change(name) > 0:
                return "severe"
            return "text" if getattr(row.count.casualties, name) else "muted"

        return tone

    def show_record(self, record: IncidentRecord) -> None:
        """Show an incident's numbers."""
        self._record = record
        self.table.set_rows(casualty_rows(record.casualties))
        known = any(each.casualties.direct_loss_yuan is not None for each in record.casualties)
        self.table.setColumnHidden(2 + COUNTS.index("direct_loss_yuan"), not known)
        self.table.setVisible(bool(record.casualties))
        subtitle = self.tr("one row per change") if record.casualties else self.tr("no figures yet (Alt+D)")
        self.set_subtitle(subtitle)
        self.set_note(self._window(record))

    def _window(self, record: IncidentRecord) -> str:
        """How long a change has to be reported (国务院令第493号 Art 13)."""
        incident = record.incident
        window = supplementary_window(incident.event_class, incident.type)
        ends = supplementary_ends(facts_of(incident), incident.type, self._bench.zone)
        if window is None or ends is None:
            return ""
        last = ends.astimezone(self._bench.zone).date() - _DAY
        said = self.tr("changes to be reported for {days} days, until {date}")
        return said.format(days=window.days, date=day_month(last))
