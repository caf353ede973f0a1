"""Shifts and posts side by side: what every roster stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.settings.pattern_panel import PatternPanel
from ui.settings.posts_panel import PostsPanel
from ui.settings.section import Section
from ui.theme import theme
from ui.widgets import Banner

if TYPE_CHECKING:
    from typing import ClassVar

    from duty_console.roster.model import Post, ShiftPattern
    from duty_console.roster.service import Roster
    from ui.workbench import Workbench


class ShiftsSection(Section):
    """Reads both at once and shows them."""

    tables: ClassVar[frozenset[str]] = frozenset({"shift_pattern", "post"})

    def __init__(self, roster: Roster, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roster, self._bench = roster, bench
        self.banner = Banner()
        self.patterns, self.posts = PatternPanel(roster, bench), PostsPanel(roster, bench)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(self.banner)
        halves = QHBoxLayout()
        halves.setSpacing(theme().px(12))
        halves.addWidget(self.patterns, 1)
        halves.addWidget(self.posts, 1)
        column.addLayout(halves, 1)

    def load(self) -> None:
        roster = self._roster
        self._bench.jobs.run(
            lambda: (roster.patterns(), roster.posts()),
            self._on_read,
            self.banner.show_problem,
            self,
            lane="read",
            supersede="shifts",
        )

    def _on_read(self, found: tuple[tuple[ShiftPattern, ...], tuple[Post, ...]]) -> None:
        patterns, posts = found
        self.banner.clear()
        self.patterns.show_patterns(patterns)
        today = self._bench.clock.now().astimezone(self._bench.zone).date()
        self.posts.offer_shifts(patterns, today)
        self.posts.show_posts(posts)

    def focus_first(self) -> None:
        self.patterns.form.since.setFocus(Qt.FocusReason.OtherFocusReason)
