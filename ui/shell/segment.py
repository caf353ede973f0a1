"""A segment of the duty strip: a 12 px label over one line of pieces, painted; gives way when the strip is narrow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from typing_extensions import override

from ui.theme import TypeRole, theme
from ui.widgets.painted import Painted, draw_icon, draw_text, elided, text_width

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PADDING = 16
LABEL_LINE, VALUE_LINE = 23, 46
"""Where the middles of the two lines lie in a strip of 72."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, number or icon of the value line. `drop`: the highest goes first when room is short; 0 never goes.

    `gap` is the room before it. `elastic` ones are cut with an ellipsis before anything is dropped to nothing.
    """

    text: str = ""
    role: TypeRole = "value"
    tone: str = "text"
    icon: str = ""
    gap: int = 8
    drop: int = 0
    elastic: bool = False

    def width(self) -> int:
        """Its own width in pixels."""
        return theme().px(16) if self.icon else text_width(self.role, self.text)


class Segment(Painted):
    """Shows `label` and `pieces`. With `clickable` it is a button: `activated` on click, Enter or Space."""

    activated = Signal()

    def __init__(self, *, clickable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ""
        self._pieces: tuple[Piece, ...] = ()
        self._solid = False
        self._hovered = False
        self._clickable = clickable
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    # -- what it shows --------------------------------------------------------------------------------------------

    def show_value(self, label: str, *pieces: Piece, solid: bool = False) -> bool:
        """Show these; True when the wish for room changed, so that the strip lays out again."""
        same_room = label == self._label and _shape(pieces) == _shape(self._pieces)
        if (label, pieces, solid) == (self._label, self._pieces, self._solid):
            return False
        self._label, self._pieces, self._solid = label, pieces, solid
        self.setAccessibleName(f"{label} {self.value_text()}".strip())
        self.update()
        return not same_room

    def label(self) -> str:
        """The upper line."""
        return self._label

    def value_text(self) -> str:
        """The lower line as plain text."""
        return " ".join(piece.text for piece in self._pieces if piece.text)

    @property
    def is_solid(self) -> bool:
        """Whether it is filled red."""
        return self._solid

    # -- room -----------------------------------------------------------------------------------------------------

    def preferred_width(self) -> int:
        """All of it."""
        value = self._line_width(self._pieces)
        return max(value, text_width("label", self._label)) + 2 * theme().px(PADDING)

    def value_width(self) -> int:
        """The lower line whole; the label may be cut."""
        return self._line_width(self._pieces) + 2 * theme().px(PADDING)

    def least_width(self) -> int:
        """Only what may never go, the elastic ones cut to a few letters."""
        kept = [piece for piece in self._pieces if piece.drop == 0]
        rigid = [piece for piece in kept if not piece.elastic]
        soft = sum(min(piece.width(), theme().px(48)) for piece in kept if piece.elastic)
        return self._line_width(rigid) + soft + 2 * theme().px(PADDING)

    @staticmethod
    def _line_width(pieces: list[Piece] | tuple[Piece, ...]) -> int:
        gaps = sum(theme().px(piece.gap) for piece in pieces[1:])
        return sum(piece.width() for piece in pieces) + gaps

    def _fitting(self, room: int) -> list[Piece]:
        pieces = list(self._pieces)
        while self._line_width(pieces) > room and any(piece.drop for piece in pieces):
            pieces.remove(max(pieces, key=lambda piece: piece.drop))
        return pieces

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.preferred_width(), theme().px(72))

    # -- painting -------------------------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = self.painter()
        if self._solid:
            painter.fillRect(self.rect(), theme().color("extreme"))
        elif self._hovered and self._clickable:
            wash = QColor(theme().color("text"))
            wash.setAlphaF(0.05)
            painter.fillRect(self.rect(), wash)
        left = theme().px(PADDING)
        room = self.width() - 2 * left
        label = elided("label", self._label, room)
        tone = "on_accent" if self._solid else "muted"
        draw_text(painter, left, _baseline("label", LABEL_LINE), label, "label", tone)
        pieces = self._fitting(room)
        over = self._line_width(pieces) - room
        x = left
        for place, piece in enumerate(pieces):
            x += theme().px(piece.gap) if place else 0
            shown = piece.text
            if piece.elastic and over > 0:
                shown = elided(piece.role, shown, max(piece.width() - over, 0))
                over -= piece.width() - text_width(piece.role, shown)
            x += self._draw(painter, x, piece, shown)
        if self.hasFocus():
            painter.setPen(QPen(theme().color("text" if self._solid else "accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRect(1, 1, self.width() - 3, self.height() - 3))
        painter.end()
        cut = over > 0 or label != self._label or len(pieces) < len(self._pieces)
        self.setToolTip(f"{self._label}\n{self.value_text()}" if cut else "")

    def _draw(self, painter: QPainter, x: float, piece: Piece, shown: str) -> int:
        tone = "on_accent" if self._solid else piece.tone
        if piece.icon:
            draw_icon(painter, x, 2 * theme().px(VALUE_LINE), piece.icon, tone, theme().px(16))
            return theme().px(16)
        return draw_text(painter, x, _baseline("value", VALUE_LINE), shown, piece.role, tone)

    # -- pointing and keys ----------------------------------------------------------------------------------------

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._clickable and inside and event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit()
        else:
            super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clickable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit()
        else:
            super().keyPressEvent(event)


def _baseline(role: TypeRole, middle: int) -> float:
    return theme().px(middle) + theme().metrics(role).capHeight() / 2


def _shape(pieces: tuple[Piece, ...]) -> tuple[tuple[str, int], ...]:
    """Two lines of the same shape need the same room: figures are equal-width, so a tick moves nothing."""
    return tuple((piece.icon, piece.width()) for piece in pieces)
