"""The room's report rules: all of them, each with its clause, and further sets to take up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from duty_console.limits.presets import available_presets
from ui.settings.preset_list import PresetList
from ui.settings.rule_columns import SORT_KEYS, RuleLine, rule_columns
from ui.settings.rule_detail import RuleDetail
from ui.settings.section import Section
from ui.theme import theme
from ui.widgets import Banner, EmptyState, ListSource, TableBox, TableModel

if TYPE_CHECKING:
    from typing import ClassVar

    from duty_console.limits.presets import PresetInfo
    from duty_console.limits.service import Limits
    from duty_console.room.service import Room
    from ui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class RuleBook:
    """What the section shows, read at once."""

    lines: tuple[RuleLine, ...]
    presets: tuple[PresetInfo, ...]
    taken: frozenset[str]


def read_rule_book(limits: Limits) -> RuleBook:
    """Rules by the sets that ship, in the order of the sets; off the GUI thread."""
    presets, rules, level = available_presets(), limits.rules(), limits.level()
    names = {info.id: info.name for info in presets}
    order = {info.id: place for place, info in enumerate(presets)}
    lines = (
        RuleLine(rule, names.get(rule.preset, rule.preset), not rule.levels or level is None or level in rule.levels)
        for rule in rules
    )
    ordered = tuple(sorted(lines, key=lambda line: order.get(line.rule.preset, len(order))))
    return RuleBook(ordered, presets, frozenset(rule.preset for rule in rules))


class RulesSection(Section):
    """A table, the chosen rule in full below it, and the sets beside that."""

    tables: ClassVar[frozenset[str]] = frozenset({"report_rule", "duty_room"})

    def __init__(self, room: Room, limits: Limits, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._limits, self._bench = room, limits, bench
        self._book = RuleBook((), (), frozenset())
        self._source: ListSource[RuleLine] = ListSource(rule_columns(), (), SORT_KEYS)
        self.model = TableModel(
            rule_columns(), self._source, row_key=lambda line: (line.rule.id, line.rule.valid_from), parent=self
        )
        self._empty = EmptyState("", icon="timer")
        self.box = TableBox(self.model, empty=self._empty)
        self.banner = Banner()
        self.detail, self.presets = RuleDetail(), PresetList()
        self.only_own = QCheckBox()
        self.box.add_filter(self.only_own)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(self.banner)
        column.addWidget(self.box, 1)
        below = QHBoxLayout()
        below.setSpacing(theme().px(12))
        for panel in (self.detail, self.presets):
            panel.setFixedHeight(theme().px(212))
            below.addWidget(panel, 1)
        column.addLayout(below)
        self.box.view.row_selected.connect(self.detail.show_line)
        self.presets.added.connect(self._add)
        self.only_own.toggled.connect(self._show)
        self.retranslate()

    def retranslate(self) -> None:
        columns = rule_columns()
        self._source.set_columns(columns)
        self.model.set_columns(columns)
        self.only_own.setText(self.tr("Only what holds for this level"))
        self.box.search.set_placeholder(self.tr("Recipient, basis, grade"))
        self._empty.set(self.tr("No rule holds for a room of this level"), detail=self.tr("Add a rule set below."))

    def load(self) -> None:
        limits = self._limits
        self._bench.jobs.run(
            lambda: read_rule_book(limits),
            self._on_read,
            self.banner.show_problem,
            self,
            lane="read",
            supersede="rules",
        )

    def _on_read(self, book: RuleBook) -> None:
        self._book = book
        self.presets.offer(book.presets, book.taken)
        self._show()

    def _show(self) -> None:
        own = self.only_own.isChecked()
        self._source.set_rows([line for line in self._book.lines if line.holds or not own])
        self.model.refresh()

    def focus_first(self) -> None:
        self.box.search.setFocus()

    def _add(self, preset_id: str) -> None:
        room, limits = self._room, self._limits

        def work() -> str:
            limits.choose_presets((preset_id,))
            before = room.current()
            if before is not None and preset_id not in before.presets:
                room.describe(replace(before, presets=(*before.presets, preset_id)))
            return preset_id

        self._bench.jobs.run(work, self._on_added, self.banner.show_problem, self)

    def _on_added(self, preset_id: str) -> None:
        name = next((info.name for info in self._book.presets if info.id == preset_id), preset_id)
        self._bench.note(self.tr("Added: {name}").format(name=name))
        self.load()
