"""时限依据: the clause that each limit of an incident comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duty_console.limits.model import ReportKind
from ui.incidents.fitted_table import FittedTable
from ui.incidents.wording import counted_from
from ui.widgets import Column, Panel, Translated
from ui.words import word

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from duty_console.limits.model import Obligation
    from ui.incidents.record import IncidentRecord
    from ui.workbench import Workbench


class BasisPanel(Translated, Panel):
    """Which clause each limit comes from, and which of them nobody has checked against the regulation."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__("", padding=0, parent=parent)
        self._bench = bench
        self._record: IncidentRecord | None = None
        self.table = FittedTable(self._columns(), lambda row: row.id, most=8, parent=self)
        self.add(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        self.table.set_columns(self._columns())
        self.table.setAccessibleName(self.tr("Basis of the limits"))
        self.set_title(self.tr("Basis of the limits"))
        if self._record is not None:
            self.show_record(self._record)

    def _columns(self) -> list[Column[Obligation]]:
        return [
            Column("channel", self.tr("Channel"), lambda row: word(row.channel), 76, role="dense_strong"),
            Column("from", self.tr("Limit"), counted_from, 128),
            Column("source", self.tr("Clause"), self._source, 120, stretch=True, tip=lambda row: row.source),
            Column("verified", "", self._check, 148, tone="severe", icon=self._check_icon),
        ]

    @staticmethod
    def _source(row: Obligation) -> str:
        return "；".join(part for part in (row.source, row.note) if part)

    def _check(self, row: Obligation) -> str:
        return "" if row.verified else self.tr("check local file")

    @staticmethod
    def _check_icon(row: Obligation) -> str:
        return "" if row.verified else "triangle-alert"

    def show_record(self, record: IncidentRecord) -> None:
        """Show the rules that apply to an incident, each once."""
        self._record = record
        rules: dict[str, Obligation] = {}
        for owed in record.obligations:
            if owed.kind is ReportKind.INITIAL:
                rules[owed.rule_id] = owed
        rows = list(rules.values())
        self.table.set_rows(rows)
        self.table.setColumnHidden(3, all(row.verified for row in rows))
        self.setVisible(bool(rows))
        self.set_subtitle(str(len(rows)))
        unchecked = sum(not row.verified for row in rows)
        note = self.tr("not checked against the local file: {count}").format(count=unchecked)
        self.set_note(note if unchecked else "", "severe")
