"""The rules that a fresh room is held to: the national ones always, and those of one region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import theme
from ui.welcome.choice import ChoiceRow
from ui.widgets import IconLabel, Line, Panel, Text, Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duty_console.limits.presets import PresetInfo


class RulesPanel(Translated, Panel):
    """`changed` when another region is chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=0, parent=parent)
        self._national: PresetInfo | None = None
        self._regions: tuple[PresetInfo, ...] = ()
        self.choices: dict[str, ChoiceRow] = {}
        self._always = Text("", "strong")
        self._source = Text("", "label", "muted")
        self.add(self._make_national())
        self.add(Line())
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.add(self._list)
        self.body.addStretch(1)
        self.add(Line())
        self._foot = Text("", "label", "muted", wrap=True)
        margin = theme().px(16)
        self._foot.setContentsMargins(margin, theme().px(8), margin, theme().px(10))
        self.add(self._foot)
        self._add_choice("")
        self.choices[""].setChecked(True)
        self.retranslate()

    def _make_national(self) -> QWidget:
        px, holder = theme().px, QWidget()
        holder.setFixedHeight(px(80))  # known at once, so that nothing moves when the rules have been read
        row = QHBoxLayout(holder)
        row.setContentsMargins(px(16), px(10), px(16), px(10))
        row.setSpacing(px(10))
        mark = IconLabel("check", "good", 18)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._always)
        words.addWidget(self._source)
        row.addWidget(mark)
        row.addLayout(words, 1)
        return holder

    def _add_choice(self, key: str) -> None:
        choice = ChoiceRow(key)
        choice.toggled.connect(lambda on: self.changed.emit() if on else None)
        if self.choices:
            self._list.addWidget(Line())
        self._list.addWidget(choice)
        self.choices[key] = choice

    def offer(self, national: PresetInfo, regions: Sequence[PresetInfo]) -> None:
        """Show what ships."""
        self._national, self._regions = national, tuple(regions)
        for info in regions:
            self._add_choice(info.id)
        self.retranslate()

    def show_region(self, key: str) -> None:
        """Choose a region, or none; an unknown one changes nothing."""
        if key in self.choices:
            self.choices[key].setChecked(True)

    def region(self) -> str:
        """The chosen region's preset, empty for none."""
        return next(key for key, choice in self.choices.items() if choice.isChecked())

    def retranslate(self) -> None:
        self.set_title(self.tr("Report limits"), self.tr("national always, and one region"))
        national = self._national
        name = national.name if national else ""
        self._always.setText(self.tr("{name}, always in force").format(name=name) if name else "")
        self._source.setText("\n".join(national.source.split("；")) if national else "")
        self.choices[""].set_words(
            self.tr("No regional rules"), self.tr("National rules only; a region can follow later")
        )
        for info in self._regions:
            mark = "" if info.verified else self.tr("Check against the local document")
            self.choices[info.id].set_words(info.name, info.source, mark)
        self._foot.setText(
            self.tr("Rules for public health, disaster statistics and environment can be added later in the settings.")
        )
