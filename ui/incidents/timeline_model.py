"""The rows of a timeline as an item model: only what is new or changed is told to the view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui.words import clock_time, word

if TYPE_CHECKING:
    from datetime import tzinfo

    from ui.incidents.timeline_rows import TimelineRow

ROW_ROLE = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex


class TimelineModel(QAbstractListModel):
    """Holds ready rows; `data()` only looks up."""

    def __init__(self, zone: tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._rows: list[TimelineRow] = []

    def set_rows(self, rows: list[TimelineRow]) -> None:
        """Show these rows: what stands the same at both ends stays, so that place and cursor stay too."""
        old = self._rows
        shortest = min(len(old), len(rows))
        head = next((place for place in range(shortest) if old[place] != rows[place]), shortest)
        kept = head
        while kept < shortest and old[kept].entry.id == rows[kept].entry.id:
            kept += 1
        if kept > head:  # the same lines, told anew: struck through, for one
            self._rows = rows[:kept] + old[kept:]
            self.dataChanged.emit(self.index(head), self.index(kept - 1))
            old, head = self._rows, kept
        most_tail = shortest - head
        tail = next((place for place in range(most_tail) if old[-1 - place] != rows[-1 - place]), most_tail)
        if len(old) == len(rows) and head + tail < len(rows):
            self._rows = list(rows)
            self.dataChanged.emit(self.index(head), self.index(len(rows) - tail - 1))
            return
        if head + tail < len(old):
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._rows = old[:head] + old[len(old) - tail :]
            self.endRemoveRows()
        if head + tail < len(rows):
            self.beginInsertRows(QModelIndex(), head, len(rows) - tail - 1)
            self._rows = list(rows)
            self.endInsertRows()

    def row_at(self, number: int) -> TimelineRow | None:
        """The row at a place, None beyond the end."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rows_from(self, first: int, last: int) -> list[TimelineRow]:
        """The rows `first` to `last`."""
        return self._rows[first : last + 1]

    def place_of(self, entry_id: int) -> int | None:
        """Where a line of the log stands, None if the filter hides it."""
        return next((place for place, row in enumerate(self._rows) if row.entry.id == entry_id), None)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            entry = row.entry
            at = clock_time(entry.at, self._zone)
            return f"{at} {word(entry.kind)} {entry.person} {entry.text} #{entry.journal_seq}"
        return None
