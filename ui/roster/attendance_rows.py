"""One person in the attendance panel: name, post, state, and the button that is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ui.roster.attendance_words import off_post_words, state_said
from ui.roster.names import NotFound
from ui.roster.person_field import PersonField
from ui.theme import theme
from ui.widgets import Button, ElidedText, FieldRow, IconText, Text, TimeField, Translated

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, tzinfo

    from PySide6.QtGui import QKeyEvent

    from duty_console.clock import Clock
    from duty_console.roster.attendance.model import PresenceState
    from ui.roster.names import PersonBook


class PresenceRow(Translated, QWidget):
    """`sign_in_wanted`, `off_wanted`, `back_wanted`; `key` is the digit that signs this person in, empty for none."""

    sign_in_wanted = Signal()
    off_wanted = Signal()
    back_wanted = Signal()

    def __init__(
        self,
        state: PresenceState,
        name: str,
        post: str,
        key: str,
        at: datetime,
        zone: tzinfo,
        names: Mapping[int, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.state, self.key = state, key
        self._at, self._zone, self._names = at, zone, names
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(12), px(8))
        row.setSpacing(px(8))
        texts = QVBoxLayout()
        texts.setSpacing(px(2))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        self._name = name
        head.addWidget(Text(name, "card"))
        head.addWidget(ElidedText(post, "dense", "muted"), 1)
        self.said = IconText("", "", role="dense_strong")
        self._more = Text("", "label", "muted", wrap=True)
        texts.addLayout(head)
        texts.addWidget(self.said)
        texts.addWidget(self._more)
        row.addLayout(texts, 1)
        self.sign_in = Button("", kind="primary", icon="user-round-check", hint=key)
        self.off, self.back = Button("", kind="quiet"), Button("", kind="primary")
        for button, wanted in (
            (self.sign_in, self.sign_in_wanted),
            (self.off, self.off_wanted),
            (self.back, self.back_wanted),
        ):
            row.addWidget(button)
            button.clicked.connect(wanted)
        self.retranslate()

    def retranslate(self) -> None:
        state = self.state
        said = state_said(state, self._at, self._zone)
        self.said.set(icon=said.icon, text=said.words, tone=said.tone, icon_tone=said.tone)
        self._more.setText(self._further())
        self._more.setVisible(bool(self._more.text()))
        self.sign_in.setText(self.tr("Sign in"))
        self.off.setText(self.tr("Off post"))
        self.back.setText(self.tr("Back"))
        for button in (self.sign_in, self.off, self.back):
            button.setAccessibleName(f"{button.text()} {self._name}")
        self.sign_in.setVisible(state.expected and state.sign_in is None and state.off_post is None)
        self.off.setVisible(state.sign_in is not None and state.off_post is None)
        self.back.setVisible(state.off_post is not None)

    def _further(self) -> str:
        state = self.state
        if state.off_post is not None:
            return off_post_words(state.off_post, self._names, self._at, self._zone)
        if state.covers_for is not None:
            return self.tr("stands in for {name}").format(name=self._names.get(state.covers_for, ""))
        if state.sign_in is not None and state.sign_in.corrected:
            return self.tr("corrected: {reason}").format(reason=state.sign_in.corrected)
        return ""


class OffPostForm(Translated, QWidget):
    """Why somebody leaves the post, who is there meanwhile, back when: opens under the row; Enter writes it down."""

    submitted = Signal()
    cancelled = Signal()

    def __init__(
        self, person_id: int, book: PersonBook, clock: Clock, zone: tzinfo, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        px = theme().px
        self.person_id = person_id
        self.reason, self.cover = QLineEdit(), PersonField()
        self.reason.setMaxLength(200)
        for field in (self.reason, self.cover):
            field.setMinimumHeight(px(32))  # a full panel would squeeze them otherwise
        self.cover.set_book(book)
        self.cover.hide_persons([person_id])
        self.until = TimeField(clock, zone, direction="future")
        self.until.edit.setMinimumHeight(px(32))
        self._rows = {
            "reason": FieldRow("", self.reason, label_width=80),
            "cover_person_id": FieldRow("", self.cover, label_width=80),
            "until": FieldRow("", self.until, label_width=80),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(4), px(12), px(12))
        column.setSpacing(px(8))
        for each in self._rows.values():
            column.addWidget(each)
        buttons = QHBoxLayout()
        self.cancel, self.save = Button("", kind="quiet"), Button("", kind="primary", hint="Enter")
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        column.addLayout(buttons)
        self.save.clicked.connect(self.submitted)
        self.cancel.clicked.connect(self.cancelled)
        self.reason.returnPressed.connect(self.submitted)
        self.setFocusProxy(self.reason)
        self.retranslate()

    def retranslate(self) -> None:
        self._rows["reason"].set_label(self.tr("Why"))
        self._rows["cover_person_id"].set_label(self.tr("Stands in"))
        self._rows["until"].set_label(self.tr("Back at"))
        self.reason.setPlaceholderText(self.tr("e.g. collects a document"))
        self.cover.setPlaceholderText(self.tr("nobody"))
        self.cancel.setText(self.tr("Cancel"))
        self.save.setText(self.tr("Leaves the post"))

    def entered(self) -> tuple[str, int | None, datetime | None] | None:
        """Reason, who stands in, back when; None where a field says what is wrong with it."""
        for each in self._rows.values():
            each.set_problem(None)
        named = self.cover.persons()
        if isinstance(named, NotFound) or len(named) > 1:
            self.show_problem("cover_person_id", self.cover.problem() or self.tr("One person only."))
            return None
        if self.until.problem():
            self.show_problem("until", self.until.problem())
            return None
        return self.reason.text(), named[0].id if named else None, self.until.value()

    def show_problem(self, field: str, sentence: str) -> bool:
        """At its field, with the keyboard; False for a field that is not here."""
        row = self._rows.get(field)
        if row is None:
            return False
        row.set_problem(sentence)
        {"reason": self.reason, "cover_person_id": self.cover, "until": self.until.edit}[field].setFocus()
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
