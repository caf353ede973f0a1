"""What opens over a cell: names or pinyin typed, persons offered, several parted by 、 or /."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from typing_extensions import override

from ui.roster.names import JOINT, SEPARATORS, NotFound, PersonBook, joined
from ui.widgets.suggest import SuggestField, Suggestion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from duty_console.people.model import Person


class CellEditor(SuggestField):
    """`finished(move)` with down, next, previous or stay; `cancelled()` on Esc."""

    finished = Signal(str)
    cancelled = Signal()

    def __init__(self, book: PersonBook, *, leading: bool, parent: QWidget | None = None) -> None:
        super().__init__(self._matching, separators=SEPARATORS, parent=parent)
        self._book = book
        self._leading = leading

    def set_persons(self, persons: Sequence[Person]) -> None:
        """Show who stands in the cell."""
        self.setText(joined(persons))

    def persons(self) -> list[Person] | NotFound:
        """Whom the text names, or the part that names nobody."""
        return self._book.read(self.text())

    def _matching(self, typed: str) -> list[Suggestion]:
        found = self._book.matching(typed, leaders=self._leading)
        return [
            Suggestion(each.id, each.display, " ".join(filter(None, (each.unit_name, each.title))))
            for each in found[:8]
        ]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        moves = {
            Qt.Key.Key_Return: "down",
            Qt.Key.Key_Enter: "down",
            Qt.Key.Key_Tab: "next",
            Qt.Key.Key_Backtab: "previous",
        }
        if key in moves:
            offer = self.current_offer()
            if offer is not None:
                self.take(offer)
            self.finished.emit(moves[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.text() and event.text() in SEPARATORS and self.cursorPosition() == len(self.text()):
            offer = self.current_offer()
            if offer is not None:
                self.take(offer)
            self.insert(JOINT)
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # Tab belongs to the grid: it enters the cell and goes to the next one
        del next
        return False


def not_found_words(problem: NotFound) -> str:
    """Why a part of the text was not taken, and what to do."""
    if problem.several:
        return QCoreApplication.translate(
            "CellEditor", "Several persons are called {name}. Choose one from the list."
        ).format(name=problem.part)
    return QCoreApplication.translate(
        "CellEditor", "Nobody called {name} is in the directory. Nothing was changed."
    ).format(name=problem.part)
