"""What stands where nothing is yet: a line that helps and the first step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.text import IconLabel, Text


class EmptyState(QWidget):
    """Icon, one sentence, optionally a second and a button; `acted` fires on the button."""

    acted = Signal()

    def __init__(
        self,
        text: str,
        *,
        detail: str = "",
        action: str = "",
        icon: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(24), px(24), px(24))
        column.setSpacing(px(8))
        column.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        if icon:
            column.addWidget(IconLabel(icon, "muted", 28), 0, centre)
        self._text = Text(text, "base", "text")
        self._detail = Text(detail, "dense", "muted", wrap=bool(detail) and len(detail) > 60)
        for label in (self._text, self._detail):
            label.setAlignment(centre)
            column.addWidget(label)
        self._action = Button(action, hint=hint)
        self._action.clicked.connect(self.acted)
        column.addSpacing(px(4))
        column.addWidget(self._action, 0, centre)
        column.addStretch(1)
        self.set(text, detail=detail, action=action)

    def set(self, text: str, *, detail: str = "", action: str = "") -> None:
        self._text.setText(text)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(f"{text} {detail}".strip())
