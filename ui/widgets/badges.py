"""Badges: the grade of an incident, an outlined word, a small count."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.widgets.painted import Painted, centred_baseline, draw_box, draw_text, text_width


class GradeBadge(Painted):
    """ "Ⅲ 较大" on its colour; "未定级" in outline while no grade is set (国务院令第493号 Art 3).

    `grade` is extreme, severe, major, ordinary or None.
    """

    def __init__(self, grade: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grade = grade
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.word())

    def set_grade(self, grade: str | None) -> None:
        self._grade = grade
        self.setAccessibleName(self.word())
        self.updateGeometry()
        self.update()

    def word(self) -> str:
        """The grade in words."""
        words = {
            "extreme": self.tr("Ⅰ Extreme"),
            "severe": self.tr("Ⅱ Severe"),
            "major": self.tr("Ⅲ Major"),
            "ordinary": self.tr("Ⅳ Ordinary"),
        }
        return words.get(str(self._grade), self.tr("No grade"))

    @override
    def sizeHint(self) -> QSize:
        return QSize(text_width("dense_strong", self.word()) + 2 * theme().px(8), theme().px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = self.painter()
        rect = QRectF(self.rect())
        if self._grade:
            draw_box(painter, rect, theme().color(str(self._grade)), None, theme().px(4))
        else:
            draw_box(painter, rect, None, theme().color("control"), theme().px(4))
        draw_text(
            painter,
            theme().px(8),
            centred_baseline("dense_strong", self.height()),
            self.word(),
            "dense_strong",
            "on_accent" if self._grade else "muted",
        )
        painter.end()


class OutlineBadge(Painted):
    """A word in a thin frame: a warning level ("四级 蓝色"), "已提醒", "第 1 通"."""

    def __init__(
        self, text: str = "", tone: str = "muted", *, tinted: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._tinted = text, tone, tinted
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set(self, text: str, tone: str | None = None) -> None:
        self._text = text
        self._tone = tone or self._tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._text

    @override
    def sizeHint(self) -> QSize:
        return QSize(text_width("label", self._text) + 2 * theme().px(7), theme().px(22))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = self.painter()
        border = QColor(theme().color("control" if self._tone == "muted" else self._tone))
        fill = None
        if self._tinted:
            fill = QColor(theme().color(self._tone))
            fill.setAlphaF(0.10)
        draw_box(painter, QRectF(self.rect()), fill, border, theme().px(4))
        draw_text(painter, theme().px(7), centred_baseline("label", self.height()), self._text, "label", self._tone)
        painter.end()


class CountBadge(Painted):
    """A small number on its colour, 16 high; hidden at zero. The word stands in the accessible name."""

    def __init__(self, count: int = 0, tone: str = "extreme", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._tone = 0, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(count)

    def set_count(self, count: int, tone: str | None = None) -> None:
        self._count = count
        self._tone = tone or self._tone
        self.setVisible(count > 0)
        self.resize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def count(self) -> int:
        return self._count

    def _shown(self) -> str:
        return str(self._count) if self._count < 100 else "99+"

    @override
    def sizeHint(self) -> QSize:
        height = theme().px(16)
        return QSize(max(height, text_width("label_strong", self._shown()) + theme().px(8)), height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = self.painter()
        draw_box(painter, QRectF(self.rect()), theme().color(self._tone), None, self.height() / 2)
        x = (self.width() - text_width("label_strong", self._shown())) / 2
        draw_text(
            painter, x, centred_baseline("label_strong", self.height()), self._shown(), "label_strong", "on_accent"
        )
        painter.end()
