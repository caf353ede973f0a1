"""What the sections of the settings share: a column of panels that scrolls, and the reading of what they show."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets import Translated

FORM_WIDTH = 720
"""A form does not get wider than is pleasant to read."""


class Section(Translated, QWidget):
    """One section; `tables` are those it shows, `load()` reads them."""

    tables: ClassVar[frozenset[str]] = frozenset()

    def load(self) -> None:
        """Read what is shown; a section that shows no table has nothing to read."""

    def focus_first(self) -> None:
        """Put the keyboard on the first field."""


def scrolling(inside: QWidget, *, width: int | None = None) -> QScrollArea:
    """Let a column scroll where the window is too low for it; `width` is its most."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inside.setProperty("part", "scrolled")
    if width is not None:
        inside.setMaximumWidth(theme().px(width))
        area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    area.setWidget(inside)
    return area


def column_of(*panels: QWidget) -> QWidget:
    """Panels one under the other, 12 apart, at the top."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(12))
    for panel in panels:
        column.addWidget(panel)
    column.addStretch(1)
    return holder


def at_left(*widgets: QWidget) -> QWidget:
    """Side by side at the left instead of spread over the row."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(12))
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    holder.setFocusProxy(widgets[0])
    return holder
