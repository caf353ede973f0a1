"""Where the pages stand: one in front, as wide as there is room, with a scroll bar where a page needs more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget
from typing_extensions import override

from ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

NARROWEST = 640


class PageStack(QStackedWidget):
    """Asks for the room of the page in front alone; the pages behind it do not widen the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _index: self.updateGeometry())

    @override
    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()

    @override
    def sizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.sizeHint() if page is not None else super().sizeHint()


class PageArea(QScrollArea):
    """Lets the window be as narrow as the screen, whatever page and however many calls are open."""

    def __init__(self, stack: PageStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(stack)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(NARROWEST), theme().px(320))
