"""The form of one post: its name, whether it leads, how many persons it needs, in which shifts it exists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.errors import DutyError, InputProblem
from duty_console.roster.model import PostKind
from ui.problems import words_for
from ui.settings.section import at_left
from ui.settings.shift_choice import ShiftChoice
from ui.theme import theme
from ui.widgets import Banner, Button, FieldRow, NumberField, SectionHeader, Segmented, Text, Translated
from ui.words import word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from duty_console.roster.model import Post

TIERS = (1, 2, 3)
_LABEL = 72


@dataclass(frozen=True, slots=True)
class PostEntry:
    """What is entered: an empty number of seats is 0, which the service refuses; no `slots` means every shift."""

    name: str
    kind: PostKind
    seats: int
    tier: int
    key: bool
    slots: tuple[str, ...]


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
        self.key = QCheckBox()
        self.tier, self._tier_note = Segmented([(str(tier), str(tier)) for tier in TIERS]), Text("", "label", "muted")
        self.slots = ShiftChoice()
        self._rows = {
            "name": FieldRow("", self.name, self.kind, stretches=(1, 0), label_width=_LABEL),
            "tier": FieldRow("", at_left(self.tier, self._tier_note), label_width=_LABEL),
            "seats": FieldRow("", self.seats, self._persons, self.key, stretches=(0, 1, 0), label_width=_LABEL),
            "slots": FieldRow("", self.slots, label_width=_LABEL),
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
        self.kind.changed.connect(lambda _kind: self._show_rows())
        self.setFocusProxy(self.name)
        self.retranslate()
        self.show_new()

    def retranslate(self) -> None:
        self._rows["name"].set_label(self.tr("Name"))
        self._rows["seats"].set_label(self.tr("At least"))
        self._rows["tier"].set_label(self.tr("Tier"))
        self._rows["slots"].set_label(self.tr("In shifts"))
        self._persons.setText(self.tr("persons in each shift"))
        self._tier_note.setText(self.tr("1 is the highest"))
        self.key.setText(self.tr("Key post, two persons"))
        self.key.setToolTip(self.tr("A key post is never held by one person alone (一岗双人)."))
        self.kind.setAccessibleName(self.tr("Kind"))
        self.tier.setAccessibleName(self.tr("Tier"))
        self.kind.set_options([(kind.value, word(kind)) for kind in PostKind])
        self.name.setPlaceholderText(self.tr("Primary, deputy, stand-by"))
        self.cancel.setText(self.tr("Cancel"))
        self._show_head()

    def _show_head(self) -> None:
        post = self._post
        self._head.set(self.tr("Add a post") if post is None else self.tr("Change {name}").format(name=post.name))
        self.save.setText(self.tr("Add") if post is None else self.tr("Save"))
        self.cancel.setVisible(post is not None)

    def _show_rows(self) -> None:
        """A tier is asked for leaders only; shifts only where there are several."""
        self._rows["tier"].setVisible(self.kind.value() == PostKind.LEADER.value)
        self._rows["slots"].setVisible(self.slots.offers_choice)

    @property
    def post(self) -> Post | None:
        """The post that is changed, None while one is added."""
        return self._post

    def offer_shifts(self, names: Sequence[str]) -> None:
        """The shifts that a post can be tied to."""
        self.slots.offer(names)
        self._show_rows()

    def show_new(self) -> None:
        """Empty, for another post."""
        self._fill(None, PostEntry("", PostKind.OFFICER, 1, 1, False, ()))

    def show_post(self, post: Post) -> None:
        """Show a post to change."""
        self._fill(post, PostEntry(post.name, post.kind, post.seats, post.tier, post.key, post.slots))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _fill(self, post: Post | None, entry: PostEntry) -> None:
        self._post = post
        self.name.setText(entry.name)
        self.kind.set_value(entry.kind.value)
        self.seats.set_value(entry.seats)
        self.tier.set_value(str(entry.tier))
        self.key.setChecked(entry.key)
        self.slots.choose(entry.slots)
        self.clear_problems()
        self._show_rows()
        self._show_head()

    def entered(self) -> PostEntry | None:
        """What stands in the form; None where no shift is ticked, which it says itself."""
        if self.slots.offers_choice and not self.slots.any_chosen:
            self._rows["slots"].set_problem(self.tr("Tick at least one shift."))
            self.slots.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return PostEntry(
            self.name.text(),
            PostKind(self.kind.value() or PostKind.OFFICER.value),
            self.seats.value() or 0,
            int(self.tier.value() or 1),
            self.key.isChecked(),
            self.slots.chosen(),
        )

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
        field: QWidget = {"seats": self.seats, "slots": self.slots}.get(problem.field, self.name)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

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
