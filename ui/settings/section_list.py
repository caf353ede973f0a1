"""The list at the left of the settings: icon, name and what is in it; arrow keys move along it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.widgets import Panel
from ui.widgets.painted import draw_icon, draw_text, elided

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 208


class SectionButton(QAbstractButton):
    """One section: chosen with a 3 px accent bar, as on the rail."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._detail = ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_words(self, name: str, detail: str) -> None:
        """The section's name, and what it holds."""
        self.setText(name)
        self._detail = detail
        self.setAccessibleName(name)
        self.setAccessibleDescription(detail)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDTH), theme().px(56))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px, painter = theme().px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.fillRect(self.rect(), theme().color("tint_accent"))
            painter.fillRect(0, 0, px(3), self.height(), theme().color("accent"))
        elif self.underMouse():
            painter.fillRect(self.rect(), theme().color("hover"))
        tone = "accent" if self.isChecked() else "muted"
        draw_icon(painter, px(16), self.height(), self._icon, tone, px(18))
        left, room = px(46), self.width() - px(46) - px(10)
        name_tone = "accent" if self.isChecked() else "text"
        draw_text(painter, left, px(25), elided("strong", self.text(), room), "strong", name_tone)
        draw_text(painter, left, px(43), elided("label", self._detail, room), "label", "muted")
        if self.hasFocus():
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(4), px(4))
        painter.end()


class SectionList(Panel):
    """`chosen(key)` when another section is wanted."""

    chosen = Signal(str)

    def __init__(self, sections: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self.setFixedWidth(theme().px(WIDTH))
        self.buttons: dict[str, SectionButton] = {}
        self._group = QButtonGroup(self)
        self.body.setContentsMargins(1, theme().px(6), 1, theme().px(6))
        for key, icon in sections:
            button = SectionButton(icon)
            button.toggled.connect(lambda on, key=key: self.chosen.emit(key) if on else None)
            self._group.addButton(button)
            self.buttons[key] = button
            self.body.addWidget(button)
        self.body.addStretch(1)

    def select(self, key: str) -> None:
        """Show a section as chosen."""
        self.buttons[key].setChecked(True)

    def current(self) -> SectionButton:
        """The chosen one."""
        return next(button for button in self.buttons.values() if button.isChecked())
