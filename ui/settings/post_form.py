"""The form of one post: its name, whether it leads, how many persons it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.errors import DutyError, InputProblem
from duty_console.roster.model import PostKind
from ui.problems import words_for
from ui.theme import theme
from ui.widgets import Banner, Button, FieldRow, NumberField, SectionHeader, Segmented, Text, Translated
from ui.words import word

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from duty_console.roster.model import Post


class PostForm(Translated, QWidget):
    """Adds a post, or changes the one it was given. `submitted` on Enter or the button, `cancelled` on Esc."""

    submitted = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        self._post: Post | None = None
        self._head = SectionHeader("")
        self.name, self.seats, self.kind = QLineEdit(), NumberField(maximum=99), Segmented()
        self.seats.setFixedWidth(px(60))
        self._persons = Text("", "dense", "muted")
        self._rows = {
            "name": FieldRow("", self.name, self.kind, stretches=(1, 0), label_width=72),
            "seats": FieldRow("", self.seats, self._persons, stretches=(0, 1), label_width=72),
        }
        self.banner = Banner()
        self.cancel, self.save = Button(""), Button("", kind="primary", hint="Enter")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(10))
        for part in (self._head, *self._rows.values(), self.banner):
            column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        column.addLayout(buttons)
        self.save.clicked.connect(self.submitted)
        self.cancel.clicked.connect(self.cancelled)
        self.setFocusProxy(self.name)
        self.retranslate()
        self.show_new()

    def retranslate(self) -> None:
        self._rows["name"].set_label(self.tr("Name"))
        self._rows["seats"].set_label(self.tr("At least"))
        self._persons.setText(self.tr("persons in each shift"))
        self.kind.setAccessibleName(self.tr("Kind"))
        self.kind.set_options([(kind.value, word(kind)) for kind in PostKind])
        self.name.setPlaceholderText(self.tr("Primary, deputy, stand-by"))
        self.cancel.setText(self.tr("Cancel"))
        self._show_head()

    def _show_head(self) -> None:
        post = self._post
        self._head.set(self.tr("Add a post") if post is None else self.tr("Change {name}").format(name=post.name))
        self.save.setText(self.tr("Add") if post is None else self.tr("Save"))
        self.cancel.setVisible(post is not None)

    @property
    def post(self) -> Post | None:
        """The post that is changed, None while one is added."""
        return self._post

    def show_new(self) -> None:
        """Empty, for another post."""
        self._fill(None, "", PostKind.OFFICER, 1)

    def show_post(self, post: Post) -> None:
        """Show a post to change."""
        self._fill(post, post.name, post.kind, post.seats)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _fill(self, post: Post | None, name: str, kind: PostKind, seats: int) -> None:
        self._post = post
        self.name.setText(name)
        self.kind.set_value(kind.value)
        self.seats.set_value(seats)
        self.clear_problems()
        self._show_head()

    def entered(self) -> tuple[str, PostKind, int]:
        """Name, kind, seats; an empty number is 0, which the service refuses."""
        return self.name.text(), PostKind(self.kind.value() or PostKind.OFFICER.value), self.seats.value() or 0

    def clear_problems(self) -> None:
        self.banner.clear()
        for row in self._rows.values():
            row.set_problem(None)

    def show_problem(self, problem: DutyError) -> None:
        """At its field, or in the banner."""
        self.clear_problems()
        row = self._rows.get(problem.field) if isinstance(problem, InputProblem) else None
        if row is None or not isinstance(problem, InputProblem):
            self.banner.show_problem(problem)
            return
        row.set_problem(str(words_for(problem)))
        (self.seats if problem.field == "seats" else self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def problem(self, field: str) -> str:
        """The sentence at a field."""
        return self._rows[field].problem()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape and self._post is not None:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
