"""Tab reaches everything on every page of the real window: what takes the keyboard is not for the mouse alone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from tests.ui.duty_desk import at
from tests.ui.frame import Frame
from ui.pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST = 400


@pytest.fixture
def frame(tmp_path: Path, console: QApplication) -> Iterator[Frame]:
    frame = Frame.open(tmp_path, console, at(15, 0))
    frame.window.activateWindow()
    frame.pass_time(timedelta(minutes=1))
    yield frame
    frame.close()
    frame.settle()


def wants_tab(widget: QWidget) -> bool:
    """Whether somebody who walks with Tab must come by here."""
    tabs = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    shown = widget.isVisible() and widget.isEnabled()
    return tabs and shown and widget.focusProxy() is None and not isinstance(widget, QScrollArea)


def is_reached(widget: QWidget, came_by: list[QWidget]) -> bool:
    """Whether Tab came by; of a row of choices one is enough, because the arrows go to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive():
        return any(each in came_by for each in group.buttons())
    return widget in came_by


def walk(window: QWidget) -> list[QWidget]:
    """Everything that Tab comes by until it is where it began."""
    came_by: list[QWidget] = []
    for _step in range(MOST):
        here = QApplication.focusWidget()
        if here is None or here in came_by:
            return came_by
        came_by.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        QApplication.processEvents()
    raise AssertionError(f"Tab finds no end in {MOST} steps")


@pytest.mark.parametrize("key", [each.key for each in PAGES])
def test_tab_reaches_everything_on_a_page(frame: Frame, key: str) -> None:
    frame.window.show_page(key)
    frame.settle()
    page = frame.window.page(key)
    wanted = [each for each in page.findChildren(QWidget) if wants_tab(each)]
    assert wanted, "nothing on this page takes the keyboard"
    came_by = walk(frame.window)
    missed = [f"{type(each).__name__} {each.accessibleName()}" for each in wanted if not is_reached(each, came_by)]
    assert not missed


def test_showing_a_page_puts_the_keyboard_into_it(frame: Frame) -> None:
    for kind in PAGES:
        frame.window.show_page(kind.key)
        frame.settle()
        here = QApplication.focusWidget()
        assert here is not None
        assert frame.window.page(kind.key).isAncestorOf(here), kind.key
