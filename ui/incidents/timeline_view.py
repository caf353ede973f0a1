"""The timeline as a list that 2,000 lines do not slow down; stays at its end while the officer reads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from duty_console.dutylog.model import LogKind
from ui.incidents.lazy_list import LazyList
from ui.incidents.timeline_delegate import TimelineDelegate
from ui.theme import icon
from ui.widgets import Translated

if TYPE_CHECKING:
    from datetime import tzinfo

    from duty_console.dutylog.model import LogEntry
    from ui.incidents.timeline_model import TimelineModel
    from ui.incidents.timeline_rows import TimelineRow


class TimelineView(Translated, LazyList):
    """Enter or the menu corrects a line (`correction_requested`); F on an instruction answers it."""

    correction_requested = Signal(object)
    feedback_requested = Signal(object)

    def __init__(self, model: TimelineModel, zone: tzinfo, parent: QWidget | None = None) -> None:
        self._rows = model
        super().__init__(parent)
        self._delegate = TimelineDelegate(zone, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Timeline"))
        self.remeasure()

    @override
    def measure(self, row: int) -> int:
        shown = self._rows.row_at(row)
        return self._delegate.height(shown, self.viewport().width()) if shown is not None else 0

    @override
    def guess(self, first: int, last: int) -> list[int]:
        return self._delegate.guess(self._rows.rows_from(first, last), self.viewport().width())

    def reveal(self, entry_id: int) -> None:
        """Put the cursor on a line."""
        place = self._rows.place_of(entry_id)
        if place is not None:
            self.setCurrentIndex(self._rows.index(place))
            self.scrollTo(self._rows.index(place))

    def current_row(self) -> TimelineRow | None:
        """The row under the cursor."""
        return self._rows.row_at(self.currentIndex().row()) if self.currentIndex().isValid() else None

    # -- what can be done with a line --------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if row is not None and event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(str(self.currentIndex().data()))
        elif row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not row.struck:
            self.correction_requested.emit(row.entry)
        elif row is not None and event.key() == Qt.Key.Key_F and row.entry.kind is LogKind.INSTRUCTION:
            self.feedback_requested.emit(row.entry)
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def menu_for(self, row: TimelineRow) -> QMenu:
        """What can be done with this line."""
        menu = QMenu(self)
        correct = menu.addAction(icon("pencil", "muted"), self.tr("Correct…") + "\tEnter")
        correct.setEnabled(not row.struck)
        correct.triggered.connect(lambda: self.correction_requested.emit(row.entry))
        if row.entry.kind is LogKind.INSTRUCTION:
            answer = menu.addAction(icon("corner-down-right", "muted"), self.tr("Record feedback") + "\tF")
            answer.triggered.connect(lambda: self.feedback_requested.emit(row.entry))
        copy = menu.addAction(icon("copy", "muted"), self.tr("Copy") + "\tCtrl+C")
        copy.triggered.connect(lambda: self._copy(row.entry))
        return menu

    def _copy(self, entry: LogEntry) -> None:
        QGuiApplication.clipboard().setText(entry.text)

    def _show_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        row = self._rows.row_at(index.row()) if index.isValid() else self.current_row()
        if row is None:
            return
        menu = self.menu_for(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(place))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.remeasure()
