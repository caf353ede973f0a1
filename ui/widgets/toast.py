"""The quiet note at the bottom: success, or a hint. Never takes the focus, goes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.text import IconLabel, Text

if TYPE_CHECKING:
    from collections.abc import Callable

_ICONS = {"good": "circle-check", "accent": "info", "severe": "triangle-alert", "extreme": "circle-alert"}
_SECONDS = 6


class Toast(QFrame):
    """One note at the bottom of `window`, in its middle; a new text replaces the old one.

    The corners are taken: the rail ends at the left, the button that records a call stands at the right.

    `say("已存 #12345")`; with `stays=True` it waits until it is closed by `clear` or its action is taken.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("part", "toast")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(14), px(8))
        row.setSpacing(px(8))
        self._icon = IconLabel("circle-check", "good", 18)
        self._text = Text("", "base")
        self._action = Button("", kind="link")
        self._action.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._action.clicked.connect(self._act)
        self._on_action: Callable[[], object] | None = None
        row.addWidget(self._icon)
        row.addWidget(self._text)
        row.addWidget(self._action)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        window.installEventFilter(self)
        self.hide()

    def say(
        self,
        text: str,
        tone: Literal["good", "accent", "severe", "extreme"] = "good",
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        stays: bool = False,
    ) -> None:
        """Show a note for six seconds."""
        self._icon.set_icon(_ICONS[tone], tone)
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._on_action = on_action
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._timer.stop()
        if not stays:
            self._timer.start(_SECONDS * 1000)

    def text(self) -> str:
        """What is shown now, empty if nothing."""
        return "" if self.isHidden() else self._text.text()

    def clear(self) -> None:
        """Take it away."""
        self._timer.stop()
        self.hide()

    def _act(self) -> None:
        act = self._on_action
        self.clear()
        if act is not None:
            act()

    def _place(self) -> None:
        self.adjustSize()
        window = self._window
        margin = theme().px(72)  # above the input line and the buttons at the foot of pages
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - margin)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)
