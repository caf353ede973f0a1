"""Who must serve together, and who must not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from duty_console.roster.rotation.model import PairKind, PairRule
from ui.roster.panel import empty
from ui.roster.person_field import PersonField
from ui.roster.rotation_book import RotationBook, RotationForm
from ui.theme import theme
from ui.widgets import Button, ElidedText, IconButton, OutlineBadge, Segmented, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from duty_console.errors import InputProblem
    from duty_console.roster.rotation.service import Rotation


class PairsForm(RotationForm):
    """Two names and a kind make a rule."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        self.rules: list[PairRule] = []
        self._given: tuple[PairRule, ...] = ()
        self.first, self.second = PersonField(), PersonField()
        self.kind = Segmented([(kind.value, "") for kind in PairKind], fill=True)
        self.kind.set_value(PairKind.TOGETHER.value)
        self.add = Button("", icon="plus")
        self._problem, self._note = Text("", "label", "extreme", wrap=True), Text("", "label", "muted", wrap=True)
        self._problem.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        names = QHBoxLayout()
        names.setSpacing(px(8))
        for field in (self.first, self.second):
            field.setMinimumHeight(px(32))
            names.addWidget(field, 1)
        self.column.addLayout(names)
        self.column.addWidget(self.kind)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._problem)
        self.column.addWidget(self._note)
        self.column.addLayout(self._list)
        self.add.clicked.connect(self._add)
        self.second.returnPressed.connect(self._add)
        self.first.returnPressed.connect(self.second.setFocus)
        self.first.taken.connect(lambda _one: self.second.setFocus())
        self.retranslate()

    def retranslate(self) -> None:
        self.first.setPlaceholderText(self.tr("One"))
        self.second.setPlaceholderText(self.tr("The other"))
        for field in (self.first, self.second):
            field.setAccessibleName(field.placeholderText())
        self.kind.setAccessibleName(self.tr("Together or apart"))
        self.kind.set_options(
            [(PairKind.TOGETHER.value, self.tr("Always together")), (PairKind.APART.value, self.tr("Never together"))]
        )
        self.add.setText(self.tr("Add"))
        self._show()

    @property
    def is_dirty(self) -> bool:
        return tuple(self.rules) != self._given

    def show_book(self, book: RotationBook, *, anew: bool) -> None:
        self.book = book
        self.first.set_book(book.persons)
        self.second.set_book(book.persons)
        if anew or not self.is_dirty:
            self.rules = list(book.pairs)
            self._given = tuple(book.pairs)
            self._say("")
        self._show()

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _show(self) -> None:
        empty(self._list)
        for rule in self.rules:
            self._list.addWidget(self._row(rule))
        self._note.setText("" if self.rules else self.tr("No pairs yet: anybody may serve with anybody."))
        self._note.setVisible(not self.rules)

    def _row(self, rule: PairRule) -> QWidget:
        names = self.book.names if self.book is not None else {}
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, theme().px(2), 0, theme().px(2))
        line.setSpacing(theme().px(8))
        both = f"{names.get(rule.person_a, '')}　{names.get(rule.person_b, '')}"
        line.addWidget(ElidedText(both, "base"), 1)
        together = rule.kind is PairKind.TOGETHER
        line.addWidget(
            OutlineBadge(self.tr("together") if together else self.tr("apart"), "good" if together else "severe")
        )
        remove = IconButton("x", self.tr("Remove the pair {names}").format(names=both))
        remove.clicked.connect(lambda: self._remove(rule))
        line.addWidget(remove)
        return row

    def _add(self) -> None:
        one, other = self.first.person(), self.second.person()
        for field, person in ((self.first, one), (self.second, other)):
            if person is None:
                self._say(field.problem() or self.tr("Two persons are needed."))
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if one is None or other is None:
            return
        self.rules.append(PairRule(PairKind(self.kind.value() or PairKind.TOGETHER.value), one.id, other.id))
        self.first.clear()
        self.second.clear()
        self._say("")
        self._show()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _remove(self, rule: PairRule) -> None:
        self.rules.remove(rule)
        self._say("")
        self._show()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def storing(self) -> Callable[[Rotation], object] | None:
        rules = tuple(self.rules)
        return lambda rotation: rotation.set_pairs(rules)

    def show_problem(self, problem: InputProblem, sentence: str) -> bool:
        del problem
        self._say(sentence)
        return True
