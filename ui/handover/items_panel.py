"""What goes over to the next shift: each task with its owner and time, finished with a result, added in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.errors import DutyError, InputProblem
from ui.problems import words_for
from ui.theme import theme
from ui.widgets import Button, ElidedText, Line, Panel, Text, TimeField, Translated, mark_wrong
from ui.words import when

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from duty_console.handover.model import OpenItem
    from ui.workbench import Workbench


class ItemsPanel(Translated, Panel):
    """`added(text, owner, due)` and `finished(id, result)`; the page stores them and answers with `item_stored`."""

    added = Signal(str, str, object)
    finished = Signal(int, str)

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=0, parent=parent)
        self._bench = bench
        self._items: Sequence[OpenItem] = ()
        self._shown: object = None
        self._rows: dict[int, ItemRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.add(self._list)
        self._none = Text("", "dense", "muted")
        self._none.setContentsMargins(theme().px(16), theme().px(10), 0, theme().px(10))
        self.add(self._none)
        self.add(Line())
        self.add(self._make_entry())
        self.retranslate()

    def _make_entry(self) -> QWidget:
        px = theme().px
        self.text, self.owner = QLineEdit(), QLineEdit()
        self.due = TimeField(self._bench.clock, self._bench.zone, direction="future", explained=False)
        self.add_button = Button("", icon="plus")
        self._problem = Text("", "label", "extreme", wrap=True)
        self._problem.hide()
        entry = QWidget()
        column = QVBoxLayout(entry)
        column.setContentsMargins(px(16), px(10), px(16), px(10))
        column.setSpacing(px(4))
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.text, 5)
        line.addWidget(self.owner, 2)
        line.addWidget(self.due)
        line.addWidget(self.add_button)
        column.addLayout(line)
        column.addWidget(self._problem)
        for field in (self.text, self.owner, self.due.edit):
            field.returnPressed.connect(self._submit)
        self.add_button.clicked.connect(self._submit)
        return entry

    def retranslate(self) -> None:
        self.set_title(self.tr("Unfinished"))
        self._none.setText(self.tr("Nothing is left to the next shift."))
        for field, words in (
            (self.text, self.tr("What is still to be done")),
            (self.owner, self.tr("Who answers for it")),
            (self.due.edit, self.tr("By when")),
        ):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
        self.add_button.setText(self.tr("Add"))
        self._shown = None
        self._show()

    def set_items(self, items: Sequence[OpenItem]) -> None:
        """Show the open tasks, earliest due first; a result being typed stays."""
        self._items = items
        self._show()

    def rows(self) -> list[ItemRow]:
        """The rows as they stand."""
        return list(self._rows.values())

    def _show(self) -> None:
        if self._shown == tuple(self._items):
            return
        self._shown = tuple(self._items)
        self.set_subtitle(str(len(self._items)) if self._items else "")
        self._none.setVisible(not self._items)
        kept = {each.id: self._rows.pop(each.id) for each in self._items if each.id in self._rows}
        while (taken := self._list.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None and widget not in kept.values():
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        for each in self._items:
            row = kept.get(each.id) or ItemRow(self)
            row.show_item(each, self._bench)
            self._rows[each.id] = row
            self._list.addWidget(row)  # first its place: shown without one it is a window and takes the keyboard
            row.show()

    def _submit(self) -> None:
        self._tell_problem("", None)
        if self.due.text().strip() and self.due.value() is None:
            self._tell_problem(self.due.problem(), self.due.edit)
            return
        self.added.emit(self.text.text(), self.owner.text(), self.due.value())

    def item_stored(self) -> None:
        """The new task is safe: the line is free for the next."""
        self.text.clear()
        self.owner.clear()
        self.due.set_value(None)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, problem: DutyError) -> None:
        """What was typed stays."""
        field = self.text if isinstance(problem, InputProblem) and problem.field == "text" else None
        self._tell_problem(str(words_for(problem)), field)

    def problem(self) -> str:
        """The sentence shown."""
        return self._problem.text()

    def _tell_problem(self, sentence: str, field: QWidget | None) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        for each in (self.text, self.due.edit):
            mark_wrong(each, each is field)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)


class ItemRow(Translated, QWidget):
    """One task; finishing opens a line for the result in the row itself."""

    def __init__(self, panel: ItemsPanel) -> None:
        super().__init__()
        self._panel = panel
        self._item: OpenItem | None = None
        self._due: datetime | None = None
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(px(16), px(6), px(16), px(6))
        line.setSpacing(px(12))
        self._text = ElidedText("", "dense")
        self._who = ElidedText("", "label", "muted")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._text)
        texts.addWidget(self._who)
        line.addLayout(texts, 1)
        self._when = Text("", "label", "muted")
        line.addWidget(self._when)
        self.finish = Button("")
        line.addWidget(self.finish)
        column.addLayout(line)
        self._closing = QWidget()
        inner = QHBoxLayout(self._closing)
        inner.setContentsMargins(px(16), 0, px(16), px(8))
        inner.setSpacing(px(8))
        self.result = QLineEdit()
        self.done = Button("", kind="primary")
        inner.addWidget(self.result, 1)
        inner.addWidget(self.done)
        self._closing.hide()
        column.addWidget(self._closing)
        column.addWidget(Line())
        self.finish.clicked.connect(self._on_finish)
        self.result.returnPressed.connect(self._on_done)
        self.done.clicked.connect(self._on_done)
        self.retranslate()

    def retranslate(self) -> None:
        self.finish.setText(self.tr("Finish"))
        self.done.setText(self.tr("Finished"))
        self.result.setPlaceholderText(self.tr("Result; may stay empty"))
        self.result.setAccessibleName(self.tr("Result"))

    def show_item(self, item: OpenItem, bench: Workbench) -> None:
        """Show a task; one whose time is over is told in a word and in red."""
        self._item = item
        now = bench.clock.now()
        self._text.setText(item.text)
        self._who.setText(item.owner)
        self._who.setVisible(bool(item.owner))
        self._when.setVisible(item.due_at is not None)
        if item.due_at is not None:
            over = item.due_at < now
            words = self.tr("overdue, {time}") if over else self.tr("by {time}")
            self._when.setText(words.format(time=when(item.due_at, now, bench.zone)))
            self._when.set_tone("extreme" if over else "muted")
        self.finish.setAccessibleName(f"{self.finish.text()} {item.text}")

    def _on_finish(self) -> None:
        opening = self._closing.isHidden()
        self._closing.setVisible(opening)
        if opening:
            self.result.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_done(self) -> None:
        if self._item is not None:
            self._panel.finished.emit(self._item.id, self.result.text())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._closing.isHidden():
            self._closing.hide()
            self.finish.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
