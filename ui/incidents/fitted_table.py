"""A table of a few rows that is as high as they are, up to a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from typing_extensions import override

from ui.theme import theme
from ui.widgets import Column, ListSource, TableModel, TableView
from ui.widgets.painted import text_width

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

ROW = 28
_MEASURED = 60


class FittedTable(TableView):
    """Rows already in memory. `menu_wanted(row, place)` on a right click; `most` rows before it scrolls."""

    menu_wanted = Signal(object, QPoint)

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        row_key: Callable[[Any], Hashable],
        *,
        most: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        self._source = ListSource(columns)
        model = TableModel(columns, self._source, row_key=row_key)
        super().__init__(model, row_height=ROW, parent=parent)
        model.setParent(self)
        self._most = most
        self.table = model
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSortIndicatorShown(False)
        self.horizontalHeader().setMinimumSectionSize(theme().px(24))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self._fit(0)

    def set_columns(self, columns: Sequence[Column[Any]]) -> None:
        """The same columns in another language or at another moment."""
        self.table.set_columns(columns)
        self._fit_columns()

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these; the cursor stays on its row."""
        if len(rows) == self.table.rowCount() and self._source.rows == list(rows):
            return
        self._source.set_rows(rows)
        self.table.refresh()
        self._fit(len(rows))
        self._fit_columns()

    def retell(self) -> None:
        """The same rows, told anew: time went on."""
        self.table.set_columns(self.table.columns)

    def _fit(self, count: int) -> None:
        shown = min(max(count, 1), self._most)
        self.setFixedHeight(theme().px(32) + shown * theme().px(ROW) + 1)

    def _fit_columns(self) -> None:
        """Each column as wide as its words, within its share; what stretches gets the rest."""
        px = theme().px
        for place, column in enumerate(self.table.columns):
            if column.stretch:
                continue
            words = [text_width(column.role, column.text(row)) for row in self._source.rows[:_MEASURED]]
            icon = px(16 + 6) if column.icon is not None else 0
            widest = max([text_width("label", column.title), *(width + icon for width in words)])
            self.setColumnWidth(place, min(widest + px(26), px(round(column.width * 1.3))))

    def _on_menu(self, place: QPoint) -> None:
        row = self.table.row_at(self.indexAt(place).row()) if self.indexAt(place).isValid() else self.current_row()
        if row is not None:
            self.menu_wanted.emit(row, self.viewport().mapToGlobal(place))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Escape):
            event.ignore()
            return
        super().keyPressEvent(event)
