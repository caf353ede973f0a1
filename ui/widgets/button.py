"""The push button in its kinds, with an icon and a quiet hint of its shortcut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QToolButton, QWidget
from typing_extensions import override

from ui.theme import TypeRole, icon, theme
from ui.widgets.painted import centred_baseline, draw_icon, draw_text, text_width
from ui.widgets.text import repolish

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

ButtonKind = Literal["secondary", "primary", "danger", "danger-outline", "quiet", "link"]

_TONES: dict[str, str] = {
    "primary": "on_accent",
    "danger": "on_accent",
    "danger-outline": "extreme",
    "link": "accent",
}


class Button(QPushButton):
    """A verb. `hint` shows the key beside it ("F2"); `large` is for the one main act of a place (40 px)."""

    def __init__(
        self,
        text: str,
        *,
        kind: ButtonKind = "secondary",
        icon: str = "",
        hint: str = "",
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self._hint = hint
        self._large = large
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if large:
            self.setFixedHeight(theme().px(40))

    @property
    def kind(self) -> str:
        return str(self.property("kind"))

    def set_kind(self, kind: ButtonKind) -> None:
        self.setProperty("kind", kind)
        repolish(self)

    def set_icon_name(self, name: str) -> None:
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def set_hint(self, hint: str) -> None:
        self._hint = hint
        self.updateGeometry()
        self.update()

    def _role(self) -> TypeRole:
        if self._large:
            return "card"
        return "strong" if self.kind in ("primary", "danger") else "base"

    def _icon_size(self) -> int:
        return theme().px(18 if self._large else 16)

    def _content_width(self) -> int:
        width = text_width(self._role(), self.text())
        if self._icon_name:
            width += self._icon_size() + (theme().px(8) if self.text() else 0)
        if self._hint:
            width += theme().px(8) + text_width("label", self._hint)
        return width

    @override
    def sizeHint(self) -> QSize:
        self.ensurePolished()
        padding = theme().px(16 if self._large else 4 if self.kind == "link" else 12)
        height = theme().px(40 if self._large else 24 if self.kind == "link" else 32)
        return QSize(self._content_width() + 2 * padding + 2, height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        tone = _TONES.get(self.kind, "text")
        if not self.isEnabled():
            tone = "muted" if self.kind == "primary" else "disabled"
        quiet = tone if tone == "on_accent" or not self.isEnabled() else "muted"
        x = max(2.0, (self.width() - self._content_width()) / 2)
        if self._icon_name:
            draw_icon(painter, x, self.height(), self._icon_name, tone, self._icon_size())
            x += self._icon_size() + theme().px(8)
        baseline = centred_baseline(self._role(), self.height())
        x += draw_text(painter, x, baseline, self.text().replace("&", ""), self._role(), tone)
        if self._hint:
            draw_text(painter, x + theme().px(8), baseline, self._hint, "label", quiet)
        painter.end()


class IconButton(QToolButton):
    """A button that is only an icon; `name` is its tooltip and what a screen reader says."""

    def __init__(
        self, icon_name: str, name: str, *, tone: str = "muted", checkable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setIcon(icon(icon_name, tone, checked="accent"))
        side = theme().px(16)
        self.setIconSize(QSize(side, side))
        self.setFixedSize(theme().px(32), theme().px(32))
        self.setCheckable(checkable)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        self.setToolTip(name)
        self.setAccessibleName(name)
