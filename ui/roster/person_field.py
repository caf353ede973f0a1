"""A field that names one person, or with `several` more: typed as a name or pinyin, offered while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.roster.cell_editor import not_found_words
from ui.roster.names import SEPARATORS, NotFound, PersonBook, joined
from ui.widgets import mark_wrong
from ui.widgets.suggest import SuggestField, Suggestion

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtWidgets import QWidget

    from duty_console.people.model import Person


class PersonField(SuggestField):
    """`persons_changed` with every key and choice. `set_book` gives who there is, `hide_persons` whom not to offer."""

    persons_changed = Signal()

    def __init__(self, *, several: bool = False, leading: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(self._matching, separators=SEPARATORS if several else "", parent=parent)
        self._several, self._leading = several, leading
        self._book = PersonBook()
        self._hidden: frozenset[int] = frozenset()
        self.textChanged.connect(lambda _text: self._on_text())

    def set_book(self, book: PersonBook) -> None:
        """Who can be named."""
        self._book = book

    def lead_first(self, leading: bool) -> None:
        """Offer leaders before others, or after them."""
        self._leading = leading

    def hide_persons(self, person_ids: Collection[int]) -> None:
        """Whom not to offer: who is on the list already."""
        self._hidden = frozenset(person_ids)

    def set_persons(self, persons: Sequence[Person]) -> None:
        """Show these."""
        self.setText(joined(persons))

    def persons(self) -> list[Person] | NotFound:
        """Whom the text names, or the first part that names nobody."""
        return self._book.read(self.text())

    def person(self) -> Person | None:
        """The one person named; None for nobody, for an unknown name, and for several."""
        found = self.persons()
        return found[0] if isinstance(found, list) and len(found) == 1 else None

    def problem(self) -> str:
        """Why the text names nobody, empty where it does or where there is none."""
        found = self.persons()
        return not_found_words(found) if isinstance(found, NotFound) else ""

    def _on_text(self) -> None:
        mark_wrong(self, False)
        self.persons_changed.emit()

    def _matching(self, typed: str) -> list[Suggestion]:
        found = [each for each in self._book.matching(typed, leaders=self._leading) if each.id not in self._hidden]
        return [
            Suggestion(each.id, each.display, " ".join(filter(None, (each.unit_name, each.title))))
            for each in found[:8]
        ]
