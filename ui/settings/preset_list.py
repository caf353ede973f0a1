"""The rule sets that ship, and which of them the room has taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.settings.section import scrolling
from ui.theme import theme
from ui.widgets import Button, ElidedText, IconText, Line, Panel, Text, Translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from duty_console.limits.presets import PresetInfo


class PresetRow(Translated, QWidget):
    """A rule set: name and basis, and the button that adds it."""

    added = Signal(str)

    def __init__(self, info: PresetInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._info = info
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(6), px(12), px(6))
        row.setSpacing(px(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(Text(info.name, "dense_strong"))
        self._count = Text("", "label", "muted")
        self._check = IconText("triangle-alert", "", role="label", tone="severe")
        self._check.setVisible(not info.verified)
        head.addWidget(self._count)
        head.addWidget(self._check)
        head.addStretch(1)
        words.addLayout(head)
        words.addWidget(ElidedText(info.source, "label", "muted"))
        row.addLayout(words, 1)
        self._taken = IconText("check", "", role="dense", tone="good")
        self.add = Button("")
        row.addWidget(self._taken)
        row.addWidget(self.add)
        self.add.clicked.connect(lambda: self.added.emit(info.id))
        self.retranslate()

    def retranslate(self) -> None:
        self._count.setText(self.tr("Rules: {count}").format(count=self._info.rules))
        self._check.set(text=self.tr("Check against the local document"))
        self._taken.set(text=self.tr("In use"))
        self.add.setText(self.tr("Add"))
        self.add.setAccessibleName(self.tr("Add {name}").format(name=self._info.name))

    def set_taken(self, taken: bool) -> None:
        """Show whether the room has it."""
        self._taken.setVisible(taken)
        self.add.setVisible(not taken)


class PresetList(Translated, Panel):
    """`added(id)` when a set is wanted. What was added stays: rules are ended, never deleted."""

    added = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=0, parent=parent)
        self.rows: dict[str, PresetRow] = {}
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.add(scrolling(inside), 1)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Rule sets"))
        self.set_note(self.tr("Rules that are there stay as they are"))

    def offer(self, infos: Sequence[PresetInfo], taken: Iterable[str]) -> None:
        """Show what ships, and which of it is in use."""
        for info in infos:
            if info.id in self.rows:
                continue
            row = self.rows[info.id] = PresetRow(info)
            row.added.connect(self.added)
            place = self._column.count() - 1
            if place:
                self._column.insertWidget(place, Line())
            self._column.insertWidget(self._column.count() - 1, row)
        there = set(taken)
        for key, row in self.rows.items():
            row.set_taken(key in there)
