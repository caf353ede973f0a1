"""An input that offers what fits while one types: persons by name or pinyin, units, recipients.

The list is a child of the window, not a popup: the focus and the input method stay in the field.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.widgets.painted import Painted, centred_baseline, draw_box, draw_icon, draw_text, elided, text_width

MOST = 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing on offer: `text` is put into the field, `detail` stands muted beside it, `label` is shown instead."""

    value: object
    text: str
    detail: str = ""
    icon: str = ""
    label: str = ""

    @property
    def shown(self) -> str:
        """What the list says."""
        return self.label or self.text


Suggest = Callable[[str], Sequence[Suggestion]]


class SuggestionList(Painted):
    """The rows under the field; `picked(Suggestion)` on a click."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[Suggestion, ...] = ()
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.hide()

    @property
    def rows(self) -> tuple[Suggestion, ...]:
        return self._rows

    def current(self) -> Suggestion | None:
        """The row that Enter takes."""
        return self._rows[self._current] if self.isVisible() and 0 <= self._current < len(self._rows) else None

    def offer(self, rows: Sequence[Suggestion], below: QWidget) -> None:
        """Show these rows under a field (above it where there is no room); none hides the list."""
        self._rows = tuple(rows[:MOST])
        self._current = 0 if self._rows else -1
        if not self._rows:
            self.hide()
            return
        self.resize(max(below.width(), min(self.sizeHint().width(), theme().px(420))), self.sizeHint().height())
        window = below.window()
        at = below.mapTo(window, QPoint(0, below.height() + theme().px(2)))
        if at.y() + self.height() > window.height():
            at.setY(max(0, below.mapTo(window, QPoint(0, 0)).y() - self.height() - theme().px(2)))
        at.setX(max(0, min(at.x(), window.width() - self.width())))
        self.move(at)
        self.raise_()
        self.show()
        self.update()

    def step(self, by: int) -> None:
        """Move the cursor, round and round."""
        if self._rows:
            self._current = (self._current + by) % len(self._rows)
            self.update()

    def _row_height(self) -> int:
        return theme().px(30)

    def _row_under(self, y: float) -> int:
        number = int((y - theme().px(4)) // self._row_height())
        return number if 0 <= number < len(self._rows) else -1

    @override
    def sizeHint(self) -> QSize:
        px = theme().px
        widths = [
            text_width("base", row.shown) + text_width("label", row.detail) + px(56 if row.icon else 36)
            for row in self._rows
        ]
        return QSize(max([px(180), *widths]), len(self._rows) * self._row_height() + px(8))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self._row_under(event.position().y())
        if number >= 0 and number != self._current:
            self._current = number
            self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._row_under(event.position().y())
        if number >= 0:
            self.picked.emit(self._rows[number])

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px, keeper = theme().px, theme()
        painter = self.painter()
        draw_box(painter, QRectF(self.rect()), keeper.color("raised"), keeper.color("control"), px(6))
        height, width = self._row_height(), self.width()
        for number, row in enumerate(self._rows):
            top = px(4) + number * height
            if number == self._current:
                draw_box(painter, QRectF(px(4), top, width - px(8), height), keeper.color("tint_accent"), None, px(4))
            painter.save()
            painter.translate(0, top)
            left = px(12)
            if row.icon:
                draw_icon(painter, left, height, row.icon, "accent", px(14))
                left += px(20)
            baseline = centred_baseline("base", height)
            room = width - left - px(12)
            taken = draw_text(painter, left, baseline, elided("base", row.shown, room), "base", "text")
            rest = room - taken - px(12)
            if row.detail and rest > px(24):
                detail = elided("label", row.detail, rest)
                x = width - px(12) - text_width("label", detail)
                draw_text(painter, x, baseline, detail, "label", "muted")
            painter.restore()
        painter.end()


class SuggestField(QLineEdit):
    """Offers what `suggest(text)` returns; Up and Down move, Enter or a click takes, Esc closes the list.

    With `separators`, only the part around the cursor is looked up and replaced. `taken(Suggestion)` tells the choice.
    """

    taken = Signal(object)

    def __init__(self, suggest: Suggest, *, separators: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggest = suggest
        self._separators = separators
        self._list: SuggestionList | None = None
        self.textEdited.connect(self._on_edited)

    @property
    def offered(self) -> tuple[Suggestion, ...]:
        """What the list shows now."""
        return self._list.rows if self._list is not None and self._list.isVisible() else ()

    def current_offer(self) -> Suggestion | None:
        """What Enter would take."""
        return self._list.current() if self._list is not None else None

    def part(self) -> str:
        """What is looked up: the part around the cursor, or all."""
        start, end = self._part_span()
        return self.text()[start:end].strip()

    def take(self, suggestion: Suggestion) -> None:
        """Put a suggestion into the field."""
        start, end = self._part_span()
        text = self.text()
        self.setText(text[:start] + suggestion.text + text[end:])
        self.setCursorPosition(start + len(suggestion.text))
        self.setModified(True)
        self.hide_list()
        self.taken.emit(suggestion)

    def offer(self) -> None:
        """Show what fits now."""
        if self._list is None:
            self._list = SuggestionList(self.window())
            self._list.picked.connect(self.take)
        self._list.offer(self._suggest(self.part()), self)

    def hide_list(self) -> None:
        if self._list is not None:
            self._list.hide()

    def _part_span(self) -> tuple[int, int]:
        text, place = self.text(), self.cursorPosition()
        start = max((text.rfind(each, 0, place) for each in self._separators), default=-1) + 1
        ends = [found for each in self._separators if (found := text.find(each, place)) >= 0]
        return start, min(ends, default=len(text))

    def _on_edited(self, text: str) -> None:
        del text
        if self.part():
            self.offer()
        else:
            self.hide_list()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.handle_list_key(event):
            super().keyPressEvent(event)

    def handle_list_key(self, event: QKeyEvent) -> bool:
        """Use a key for the list; False if it is not the list's."""
        key, offer = event.key(), self.current_offer()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if offer is not None and self._list is not None:
                self._list.step(1 if key == Qt.Key.Key_Down else -1)
            else:
                self.offer()
            return True
        if offer is None:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.take(offer)
            return True
        if key == Qt.Key.Key_Escape:
            self.hide_list()
            return True
        return False

    @override
    def event(self, event: QEvent) -> bool:
        # Esc closes the list first, before a shortcut of the page takes it
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.offered
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hide_list()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None
