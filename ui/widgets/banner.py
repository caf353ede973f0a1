"""The banner: a message in the page for what can be mended. Says what happened, what is safe, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.problems import words_for
from ui.theme import theme
from ui.widgets.button import Button, IconButton
from ui.widgets.painted import Translated
from ui.widgets.text import IconLabel, Text, repolish

if TYPE_CHECKING:
    from collections.abc import Callable

    from duty_console.errors import DutyError

_ICONS = {
    "red": ("circle-alert", "extreme"),
    "amber": ("triangle-alert", "severe"),
    "accent": ("info", "accent"),
    "good": ("circle-check", "good"),
}


class Banner(Translated, QFrame):
    """Hidden until there is something to say; pushes the page down, covers nothing, takes no focus."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "banner")
        self.setProperty("tone", "red")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(8), px(8))
        row.setSpacing(px(10))
        self._icon = IconLabel("circle-alert", "extreme", 20)
        self._what = Text("", "strong", wrap=True)
        self._rest = Text("", "dense", "muted", wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(px(2))
        texts.addWidget(self._what)
        texts.addWidget(self._rest)
        self._action = Button("")
        self._on_action: Callable[[], object] | None = None
        self._action.clicked.connect(self._act)
        self._close = IconButton("x", "")
        self._close.clicked.connect(self.clear)
        row.addWidget(self._icon)
        row.addLayout(texts, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self._close.set_name(self.tr("Close"))

    def show_message(
        self,
        what: str,
        rest: str = "",
        *,
        tone: str = "red",
        action: str = "",
        on_action: Callable[[], object] | None = None,
        closable: bool = True,
    ) -> None:
        """Say it. `tone` is red, amber, accent or good; `action` is the verb on an optional button."""
        icon, icon_tone = _ICONS[tone]
        self._icon.set_icon(icon, icon_tone)
        self.setProperty("tone", tone)
        repolish(self)
        self._what.setText(what)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._on_action = on_action
        self._close.setVisible(closable)
        self.setAccessibleName(f"{what} {rest}".strip())
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def show_problem(
        self,
        problem: DutyError,
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        """Say a problem that a use case raised, in the words of `ui.problems`."""
        words = words_for(problem)
        self.show_message(words.what, words.rest, action=action, on_action=on_action)

    def message(self) -> str:
        """What is shown now, empty if nothing."""
        return "" if self.isHidden() else self.accessibleName()

    def clear(self) -> None:
        """Take the message away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _act(self) -> None:
        if self._on_action is not None:
            self._on_action()
