"""The legend beside the month's name: each day type with its tint and how many days there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.roster.cell_painter import DAY_TINT
from ui.theme import theme
from ui.theme.tokens import mix
from ui.widgets.painted import Painted, centred_baseline, draw_box, draw_text, text_width
from ui.words import word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duty_console.roster.model import DayType


class DayLegend(Painted):
    """Draws as many entries as there is room for, never half a one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[DayType, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_counts(self, counts: Mapping[DayType, int]) -> None:
        """How many days of each type the month has; types without days are left out."""
        self._counts = {day_type: count for day_type, count in counts.items() if count}
        self.setAccessibleName(", ".join(self._texts()))
        self.update()

    def _texts(self) -> list[str]:
        return [f"{word(day_type)} {count}" for day_type, count in self._counts.items()]

    @override
    def sizeHint(self) -> QSize:
        width = sum(theme().px(36) + text_width("label", text) for text in self._texts())
        return QSize(width, theme().px(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px, tokens = theme().px, theme().tokens
        painter = self.painter()
        x, side = 0, px(14)
        for day_type, text in zip(self._counts, self._texts(), strict=True):
            if x + px(22) + text_width("label", text) > self.width():
                break
            box = QRectF(x, (self.height() - side) // 2, side, side)
            tint = getattr(tokens, DAY_TINT[day_type])
            draw_box(painter, box, QColor(tint), QColor(mix(tint, tokens.control, 0.5)), px(3))
            baseline = centred_baseline("label", self.height())
            x += px(22) + draw_text(painter, x + px(22), baseline, text, "label", "muted") + px(14)
        painter.end()
