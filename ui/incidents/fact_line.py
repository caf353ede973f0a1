"""Facts side by side on one line: muted name, value, muted name, value; cut at the end where the room is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import TypeRole, theme
from ui.widgets.painted import Painted, centred_baseline, draw_text, elided

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent


class FactLine(Painted):
    """`set_facts([(name, value)…])`; a name may be empty. The tooltip and a screen reader have all of it."""

    def __init__(self, role: TypeRole = "label", *, value_tone: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role: TypeRole = role
        self._value_tone = value_tone
        self._facts: list[tuple[str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these; empty values are left out."""
        self._facts = [(name, value) for name, value in facts if value]
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """All of it in words."""
        return "  ".join(f"{name} {value}".strip() for name, value in self._facts)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().metrics(self._role).height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(80), theme().metrics(self._role).height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = self.painter()
        baseline = centred_baseline(self._role, self.height())
        x, gap = 0, theme().px(20)
        whole = True
        for name, value in self._facts:
            room = self.width() - x
            if room < theme().px(40):
                whole = False
                break
            if name:
                x += draw_text(painter, x, baseline, name, self._role, "muted") + theme().px(6)
            shown = elided(self._role, value, max(self.width() - x, 0))
            whole = whole and shown == value
            x += draw_text(painter, x, baseline, shown, self._role, self._value_tone) + gap
        painter.end()
        self.setToolTip("" if whole else self.text())
