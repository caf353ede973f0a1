"""The right of the roster while no panel is open: the balance, the findings, the chosen cell."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.roster.chosen_panel import ChosenPanel
from ui.roster.counts_panel import CountsPanel
from ui.roster.side import GapsPanel
from ui.theme import theme


class SideColumn(QWidget):
    """Three panels, one over the other; counts take what is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts, self.gaps, self.chosen = CountsPanel(), GapsPanel(), ChosenPanel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(self.counts, 1)
        column.addWidget(self.gaps)
        column.addWidget(self.chosen)

    def set_brief(self, brief: bool) -> None:
        """Where the page is low they say the most important only."""
        for panel in (self.counts, self.gaps, self.chosen):
            panel.set_brief(brief)
