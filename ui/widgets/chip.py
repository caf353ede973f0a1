"""The chip: how one limit stands. Always an icon and a word, never colour alone."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme.tokens import mix
from ui.widgets.painted import Painted, centred_baseline, draw_box, draw_icon, draw_text, elided, text_width

ChipState = Literal["met", "pending", "soon", "overdue", "late", "waived"]

# state -> icon, icon tone, text tone, figure tone
_LOOK: dict[str, tuple[str, str, str, str]] = {
    "met": ("check", "good", "muted", "good"),
    "pending": ("clock", "muted", "muted", "text"),
    "soon": ("alarm-clock", "severe", "text", "severe"),
    "overdue": ("circle-alert", "on_accent", "on_accent", "on_accent"),
    "late": ("check", "severe", "muted", "severe"),
    "waived": ("minus", "muted", "muted", "muted"),
}


class Chip(Painted):
    """28 px high: icon, what ("书面初报 市应急管理局"), figure ("剩 18:04").

    States: met (green outline), late (met after its time: amber outline), pending (neutral), soon (amber
    tint), overdue (solid red), waived (muted). `clicked` fires if `clickable`.
    """

    clicked = Signal()

    def __init__(
        self,
        state: ChipState = "pending",
        text: str = "",
        figure: str = "",
        *,
        clickable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state, self._text, self._figure = state, text, figure
        self._clickable = clickable
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name_for_readers()

    def set(self, state: ChipState, text: str, figure: str = "") -> None:
        same_width = len(figure) == len(self._figure) and text == self._text
        self._state, self._text, self._figure = state, text, figure
        self._name_for_readers()
        if not same_width:
            self.updateGeometry()
        self.update()

    def state_word(self) -> str:
        """The state in a word, for screen readers and tooltips."""
        words = {
            "met": self.tr("met"),
            "pending": self.tr("pending"),
            "soon": self.tr("due soon"),
            "overdue": self.tr("overdue"),
            "late": self.tr("met late"),
            "waived": self.tr("waived"),
        }
        return words[self._state]

    def _name_for_readers(self) -> None:
        self.setAccessibleName(f"{self._text} {self._figure} {self.state_word()}".strip())

    def _fixed_width(self) -> int:
        """All but the text, which may be cut."""
        figure = text_width("dense_strong", self._figure) + theme().px(6) if self._figure else 0
        return theme().px(9 + 16 + 6 + 10) + figure

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._fixed_width() + text_width("dense", self._text), theme().px(28))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._fixed_width() + theme().px(24), theme().px(28))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._clickable and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()
        else:
            super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clickable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def _box(self) -> tuple[QColor | None, QColor | None]:
        tokens = theme().tokens
        if self._state == "overdue":
            return QColor(tokens.extreme), None
        if self._state == "soon":
            return QColor(tokens.tint_amber), QColor(tokens.severe)
        if self._state == "met":
            return None, QColor(mix(tokens.surface, tokens.good, 0.45))
        if self._state == "late":
            return None, QColor(mix(tokens.surface, tokens.severe, 0.55))
        return None, QColor(tokens.line)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        icon, icon_tone, text_tone, figure_tone = _LOOK[self._state]
        painter = self.painter()
        fill, border = self._box()
        if self.hasFocus():
            border = theme().color("accent" if self._state != "overdue" else "text")
        draw_box(painter, QRectF(self.rect()), fill, border, theme().px(4))
        draw_icon(painter, theme().px(9), self.height(), icon, icon_tone, theme().px(16))
        baseline = centred_baseline("dense", self.height())
        x = theme().px(9 + 16 + 6)
        room = self.width() - self._fixed_width()
        shown = elided("dense", self._text, max(room, 0))
        self.setToolTip(f"{self._text} {self._figure}" if shown != self._text else "")
        x += draw_text(painter, x, baseline, shown, "dense", text_tone)
        if self._figure:
            draw_text(painter, x + theme().px(6), baseline, self._figure, "dense_strong", figure_tone)
        painter.end()
