"""What the hand-painted parts share: repainting with theme and language, and text on a common baseline."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import TypeRole, icon_pixmap, theme


class Translated:
    """Mixin, named before the Qt class: calls `retranslate()` when the language changes."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc] - the Qt class behind this mixin has it

    def retranslate(self) -> None:
        """Set every text of this widget again in the language now in force."""


class Painted(QWidget):
    """A widget that draws itself from the theme's tokens."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def painter(self) -> QPainter:
        """An antialiasing painter on this widget; call `end()` when done."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter


def text_width(role: TypeRole, text: str) -> int:
    """Width of one line in a step of the type scale."""
    return theme().text_width(role, text)


def elided(role: TypeRole, text: str, width: int) -> str:
    """`text` cut to `width` with an ellipsis."""
    if text_width(role, text) <= width:
        return text  # elidedText rounds up and would cut what fits exactly
    return theme().metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, width)


def centred_baseline(role: TypeRole, height: int) -> float:
    """Where the baseline lies when a line of this role stands optically centred in `height`.

    Chinese glyphs and capitals are centred, not the line box, which has more room above than below.
    """
    metrics = theme().metrics(role)
    return (height + metrics.capHeight()) / 2


def draw_text(painter: QPainter, x: float, baseline: float, text: str, role: TypeRole, token: str) -> int:
    """Draw one line and return its advance."""
    painter.setFont(theme().font(role))
    painter.setPen(theme().color(token))
    painter.drawText(QPointF(x, baseline), text)
    return text_width(role, text)


def draw_icon(painter: QPainter, x: float, height: int, name: str, token: str, size: int) -> None:
    """Draw an icon at `x`, vertically centred in `height`, on whole pixels so that its strokes stay crisp."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(QPointF(round(x), (height - size) // 2), icon_pixmap(name, token, size, ratio))


def draw_box(painter: QPainter, rect: QRectF, fill: QColor | None, border: QColor | None, radius: float) -> None:
    """A rounded box with a hairline border lying exactly on pixels."""
    painter.setBrush(QBrush(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(border, 1) if border is not None else Qt.PenStyle.NoPen)
    half = 0.5 if border is not None else 0.0
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
