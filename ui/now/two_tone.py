"""One line in two tones: what matters, which is cut when the room is short, and what stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import TypeRole, theme
from ui.widgets import Painted
from ui.widgets.painted import centred_baseline, draw_text, elided, text_width

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class TwoTone(Painted):
    """`main` in its role, then `rest` muted; where both do not fit, `rest` is cut first."""

    def __init__(
        self, role: TypeRole = "base", rest_role: TypeRole = "dense", gap: int = 10, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._role: TypeRole = role
        self._rest_role: TypeRole = rest_role
        self._gap = gap
        self._main, self._rest = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(self, main: str, rest: str = "") -> None:
        """Show these."""
        if (main, rest) != (self._main, self._rest):
            self._main, self._rest = main, rest
            self.setAccessibleName(f"{main} {rest}".strip())
            self.update()

    def text(self) -> str:
        """The whole line, cut or not."""
        return self.accessibleName()

    @override
    def sizeHint(self) -> QSize:
        width = text_width(self._role, self._main) + theme().px(self._gap) + text_width(self._rest_role, self._rest)
        return QSize(width, theme().metrics(self._role).height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(80), self.sizeHint().height())

    def _cut(self, gap: int) -> tuple[str, str]:
        """Both whole where they fit; else the main text has at least 60 % of the room."""
        width, rest = self.width(), self._rest
        main_width = text_width(self._role, self._main)
        rest_width = text_width(self._rest_role, rest) + gap if rest else 0
        if main_width + rest_width > width and rest:
            left = max(width - main_width, round(width * 0.4)) - gap
            rest = elided(self._rest_role, rest, left) if left >= theme().px(80) else ""
            rest_width = text_width(self._rest_role, rest) + gap if rest else 0
        return elided(self._role, self._main, width - rest_width), rest

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, gap = self.painter(), theme().px(self._gap)
        shown, rest = self._cut(gap)
        baseline = centred_baseline(self._role, self.height())
        x = draw_text(painter, 0, baseline, shown, self._role, "text")
        if rest:
            draw_text(painter, x + gap, baseline, rest, self._rest_role, "muted")
        whole = shown == self._main and rest == self._rest
        self.setToolTip("" if whole else f"{self._main}\n{self._rest}".strip())
        painter.end()
