"""Text on the page: a label that knows its place in the type scale and its tone."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import TypeRole, theme
from ui.widgets.painted import Painted, centred_baseline, draw_icon, draw_text, elided, text_width


def repolish(widget: QWidget) -> None:
    """Let the stylesheet look again at a widget whose dynamic property changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


class Text(QLabel):
    """Plain text in a role of the type scale and a tone of the theme. Never interprets markup."""

    def __init__(
        self,
        text: str = "",
        role: TypeRole = "base",
        tone: str = "text",
        *,
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.role: TypeRole = role
        self.setFont(theme().font(role))
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    @property
    def tone(self) -> str:
        return str(self.property("tone"))

    def set_tone(self, tone: str) -> None:
        """Change the colour to another token: text, muted, accent, good, extreme, severe, major, ordinary."""
        if tone != self.tone:
            self.setProperty("tone", tone)
            repolish(self)

    def set_role(self, role: TypeRole) -> None:
        """Change size and weight."""
        self.role = role
        self.setFont(theme().font(role))

    def set_struck(self, struck: bool) -> None:
        """Strike through: what a correction has replaced."""
        font = theme().font(self.role)
        changed = type(font)(font)
        changed.setStrikeOut(struck)
        self.setFont(changed)


class ElidedText(Text):
    """One line that is cut with an ellipsis when the room is short; the tooltip then has it whole."""

    def __init__(
        self, text: str = "", role: TypeRole = "base", tone: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, role, tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self._show_whole_as_tooltip()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(text_width(self.role, self.text()), theme().px(32)), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_whole_as_tooltip()

    def _show_whole_as_tooltip(self) -> None:
        cut = text_width(self.role, self.text()) > self.contentsRect().width()
        self.setToolTip(self.text() if cut else "")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event

        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme().color(self.tone if self.isEnabled() else "disabled"))
        rect = self.contentsRect()
        painter.drawText(rect, self.alignment(), elided(self.role, self.text(), rect.width()))
        painter.end()


class IconLabel(Painted):
    """One icon in a tone of the theme."""

    def __init__(self, name: str, tone: str = "muted", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self._size = size
        side = theme().px(size)
        self.setFixedSize(side, side)

    def set_icon(self, name: str, tone: str | None = None) -> None:
        self._name = name
        self._tone = tone or self._tone
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._name:
            return
        painter = self.painter()
        draw_icon(painter, 0, self.height(), self._name, self._tone, theme().px(self._size))
        painter.end()


class IconText(Painted):
    """An icon and a word beside it on one line: a state, a phone number, an entry's kind."""

    def __init__(
        self,
        icon: str,
        text: str = "",
        *,
        role: TypeRole = "base",
        tone: str = "text",
        icon_tone: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role: TypeRole = role
        self._icon, self._text, self._tone = icon, text, tone
        self._icon_tone = icon_tone or tone
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        return self._text

    def set(
        self, icon: str | None = None, text: str | None = None, tone: str | None = None, icon_tone: str | None = None
    ) -> None:
        """Change any of its parts; a new tone holds for the icon too unless that is given as well."""
        self._icon = self._icon if icon is None else icon
        self._text = self._text if text is None else text
        if tone is not None:
            self._tone = tone
            self._icon_tone = icon_tone or tone
        elif icon_tone is not None:
            self._icon_tone = icon_tone
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def _icon_size(self) -> int:
        return round(theme().metrics(self._role).height() * 0.8)

    def _text_left(self) -> int:
        return self._icon_size() + theme().px(6) if self._icon else 0

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._text_left() + text_width(self._role, self._text), theme().metrics(self._role).height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._text_left(), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = self.painter()
        if self._icon:
            draw_icon(painter, 0, self.height(), self._icon, self._icon_tone, self._icon_size())
        shown = elided(self._role, self._text, self.width() - self._text_left())
        self.setToolTip(self._text if shown != self._text else "")
        draw_text(
            painter, self._text_left(), centred_baseline(self._role, self.height()), shown, self._role, self._tone
        )
        painter.end()


class Line(QFrame):
    """A hairline between rows, or (`strong`) the line between parts; across, or upright."""

    def __init__(self, *, upright: bool = False, strong: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "strong-line" if strong else "line")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
