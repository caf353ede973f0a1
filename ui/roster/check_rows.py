"""A finding as one line that can be taken: when, and what; Enter or a click jumps to the cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from ui.roster.rotation_words import finding_date, finding_detail, finding_look, kind_word, severity_word
from ui.theme import theme
from ui.widgets.painted import centred_baseline, draw_icon, draw_text, elided, text_width

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from duty_console.roster.rotation.model import Finding


class FindingRow(QAbstractButton):
    """30 high; `clicked` when it is taken. Up and Down go to its neighbours."""

    def __init__(self, finding: Finding, *, several_shifts: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        self._day = finding_date(finding, several_shifts=several_shifts)
        self._detail = finding_detail(finding) or kind_word(finding.kind)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        spoken = f"{severity_word(finding.severity)} {kind_word(finding.kind)} {self._day} {self._detail}"
        self.setAccessibleName(spoken)
        self.setToolTip(f"{self._day} {self._detail}")

    def words(self) -> str:
        """What the line says."""
        return f"{self._day} {self._detail}"

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(30))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px, painter, height = theme().px, QPainter(self), self.height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), theme().color("hover"))
        icon, tone = finding_look(self.finding)
        draw_icon(painter, px(16), height, icon, tone, px(14))
        left = px(38)
        left += draw_text(painter, left, centred_baseline("dense_strong", height), self._day, "dense_strong", "text")
        left += px(10)
        room = self.width() - left - px(30)
        detail = elided("dense", self._detail, room)
        draw_text(painter, left, centred_baseline("dense", height), detail, "dense", "text")
        draw_icon(painter, self.width() - px(24), height, "arrow-right", "muted", px(14))
        if self.hasFocus():
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(4), px(4))
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key == Qt.Key.Key_Down:
            self.focusNextChild()
        elif key == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class FindingHead(QWidget):
    """Over the findings of one kind: icon, the kind, how many, how bad."""

    def __init__(self, finding: Finding, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tone = finding_look(finding)
        self._kind, self._count = kind_word(finding.kind), str(count)
        self._severity = severity_word(finding.severity)
        self.setFixedHeight(theme().px(32))
        self.setAccessibleName(f"{self._kind} {count} {self._severity}")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px, painter, height = theme().px, QPainter(self), self.height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme().color("header"))
        draw_icon(painter, px(16), height, self._icon, self._tone, px(16))
        baseline = centred_baseline("dense_strong", height)
        taken = draw_text(painter, px(38), baseline, self._kind, "dense_strong", self._tone)
        draw_text(painter, px(38) + taken + px(8), baseline, self._count, "dense_strong", "text")
        width = text_width("label", self._severity)
        draw_text(
            painter, self.width() - px(16) - width, centred_baseline("label", height), self._severity, "label", "muted"
        )
        painter.end()
