"""The window is as narrow as its screen, whatever pages were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.shell.page_stack import NARROWEST, PageArea, PageStack
from ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def _page(width: int) -> QWidget:
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    wide = QLabel()
    wide.setMinimumWidth(width)
    row.addWidget(wide)
    return page


def test_a_wide_page_behind_does_not_widen_the_one_in_front(console: QApplication, qtbot: QtBot) -> None:
    stack = PageStack()
    area = PageArea(stack)
    qtbot.addWidget(area)
    narrow, wide = _page(200), _page(2000)
    stack.addWidget(narrow)
    stack.addWidget(wide)
    area.resize(800, 400)
    area.show()
    assert area.minimumSizeHint().width() == theme().px(NARROWEST)
    assert stack.width() == 800
    assert not area.horizontalScrollBar().isVisible()
    stack.setCurrentWidget(wide)
    qtbot.waitUntil(area.horizontalScrollBar().isVisible)
    assert area.width() == 800
    stack.setCurrentWidget(narrow)
    qtbot.waitUntil(lambda: not area.horizontalScrollBar().isVisible())
