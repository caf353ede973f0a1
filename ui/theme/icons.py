"""Lucide icons (ISC, resources/icons) in the theme's colours.

`icon("bell", "muted")` returns a QIcon whose engine looks the token up while painting: crisp at any
scale, and a change of theme needs nothing but the repaint that happens anyway.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

ICON_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"


def icon(name: str, tone: str = "text", *, checked: str | None = None) -> QIcon:
    """An icon that follows the theme.

    `tone` names a colour of the theme (or is a literal `#RRGGBB`), `checked` the colour in the On
    state of a checkable button. Raises FileNotFoundError for a name that is not in resources/icons.
    """
    return QIcon(_ThemedIcon(name, tone, checked))


def icon_pixmap(name: str, token: str, size: int, ratio: float = 1.0) -> QPixmap:
    """A ready picture of `size` device-independent pixels in today's colours; for custom painting."""
    from ui.theme.keeper import theme

    return _render(name, theme().color(token).name(), size, ratio)


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return (ICON_FOLDER / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    # QtSvg costs a few milliseconds: loaded with the first icon that is really painted
    from PySide6.QtSvg import QSvgRenderer

    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


@lru_cache(maxsize=1024)
def _render(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    pixels = round(size * ratio)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, colour).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class _ThemedIcon(QIconEngine):
    """Resolves its colour at painting time."""

    def __init__(self, name: str, token: str, checked: str | None) -> None:
        super().__init__()
        _source(name)
        self._name = name
        self._token = token
        self._checked = checked

    def _token_for(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return "disabled"
        if state == QIcon.State.On and self._checked is not None:
            return self._checked
        return self._token

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        side = min(rect.width(), rect.height())
        picture = icon_pixmap(self._name, self._token_for(mode, state), side, ratio)
        painter.drawPixmap(
            QPoint(rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2), picture
        )

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Qt 6.8 and later give the size in device-independent pixels
        from ui.theme.keeper import theme

        colour = theme().color(self._token_for(mode, state)).name()
        return _render(self._name, colour, min(size.width(), size.height()), scale)

    @override
    def key(self) -> str:
        return "duty-console-icon"

    @override
    def clone(self) -> QIconEngine:
        return _ThemedIcon(self._name, self._token, self._checked)
