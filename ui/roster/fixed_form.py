"""Who always stands at a post on the same weekdays."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from duty_console.roster.rotation.model import FixedDuty
from ui.roster.panel import empty
from ui.roster.person_field import PersonField
from ui.roster.rotation_book import RotationBook, RotationForm
from ui.theme import theme
from ui.widgets import Button, IconButton, Text
from ui.words import weekday_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from duty_console.errors import InputProblem
    from duty_console.roster.rotation.service import Rotation

_MONDAY = date(2001, 1, 1)


class FixedForm(RotationForm):
    """A name, a post, weekdays, a shift."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        self.fixed: list[FixedDuty] = []
        self._given: tuple[FixedDuty, ...] = ()
        self.person, self.post, self.slot = PersonField(), QComboBox(), QComboBox()
        self.person.setMinimumHeight(px(32))
        self.days = [QCheckBox() for _ in range(7)]
        self.add = Button("", icon="plus")
        self._problem, self._note = Text("", "label", "extreme", wrap=True), Text("", "label", "muted", wrap=True)
        self._problem.hide()
        where = QHBoxLayout()
        where.setSpacing(px(8))
        where.addWidget(self.post, 1)
        where.addWidget(self.slot, 1)
        days = QWidget()
        grid = QGridLayout(days)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, box in enumerate(self.days):
            grid.addWidget(box, place // 4, place % 4)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addWidget(self.person)
        self.column.addLayout(where)
        self.column.addWidget(days)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._problem)
        self.column.addWidget(self._note)
        self.column.addLayout(self._list)
        self.add.clicked.connect(self._add)
        self.person.returnPressed.connect(self.post.setFocus)
        self.person.taken.connect(lambda _one: self.post.setFocus())
        self.retranslate()

    def retranslate(self) -> None:
        self.person.setPlaceholderText(self.tr("Who always stands there"))
        self.person.setAccessibleName(self.person.placeholderText())
        self.post.setAccessibleName(self.tr("Post"))
        self.slot.setAccessibleName(self.tr("Shift"))
        for place, box in enumerate(self.days):
            box.setText(weekday_word(_MONDAY + timedelta(place)))
        self.add.setText(self.tr("Add"))
        if self.slot.count():
            self.slot.setItemText(0, self.tr("Every shift"))
        self._show()

    @property
    def is_dirty(self) -> bool:
        return tuple(self.fixed) != self._given

    def show_book(self, book: RotationBook, *, anew: bool) -> None:
        self.book = book
        self.person.set_book(book.persons)
        _offer(self.post, [(post.name, post.id) for post in book.posts])
        _offer(self.slot, [(self.tr("Every shift"), ""), *((name, name) for name in book.slots)])
        self.slot.setVisible(len(book.slots) > 1)
        if anew or not self.is_dirty:
            self.fixed = list(book.fixed)
            self._given = tuple(book.fixed)
            self._say("")
        self._show()

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _show(self) -> None:
        empty(self._list)
        for each in self.fixed:
            self._list.addWidget(self._row(each))
        self._note.setText(self.tr("Nobody has fixed days yet."))
        self._note.setVisible(not self.fixed)

    def words(self, each: FixedDuty) -> str:
        """Who stands where on which weekdays."""
        book = self.book
        name = book.names.get(each.person_id, "") if book is not None else ""
        post = next((post.name for post in book.posts if post.id == each.post_id), "") if book is not None else ""
        days = " ".join(weekday_word(_MONDAY + timedelta(day)) for day in each.weekdays)
        return "  ".join(filter(None, (name, post, days, each.slot)))

    def _row(self, each: FixedDuty) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, theme().px(2), 0, theme().px(2))
        words = self.words(each)
        line.addWidget(Text(words, "base", wrap=True), 1)
        remove = IconButton("x", self.tr("Remove: {what}").format(what=words))
        remove.clicked.connect(lambda: self._remove(each))
        line.addWidget(remove)
        return row

    def _add(self) -> None:
        person, post_id = self.person.person(), self.post.currentData()
        days = tuple(place for place, box in enumerate(self.days) if box.isChecked())
        if person is None or post_id is None:
            self._say(self.person.problem() or self.tr("Whose days are fixed?"))
            self.person.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not days:
            self._say(self.tr("Tick at least one weekday."))
            self.days[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.fixed.append(FixedDuty(post_id, person.id, days, self.slot.currentData() or ""))
        self.person.clear()
        for box in self.days:
            box.setChecked(False)
        self._say("")
        self._show()
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _remove(self, each: FixedDuty) -> None:
        self.fixed.remove(each)
        self._say("")
        self._show()
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def storing(self) -> Callable[[Rotation], object] | None:
        fixed = tuple(self.fixed)
        return lambda rotation: rotation.set_fixed(fixed)

    def show_problem(self, problem: InputProblem, sentence: str) -> bool:
        del problem
        self._say(sentence)
        return True


def _offer(box: QComboBox, options: list[tuple[str, object]]) -> None:
    """Offer these; the choice stays where it can."""
    if options == [(box.itemText(place), box.itemData(place)) for place in range(box.count())]:
        return
    chosen = box.currentData()
    box.clear()
    for words, value in options:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
