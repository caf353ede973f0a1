"""One post in the list: what it is, and the buttons that move, change and end it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from duty_console.roster.model import PostKind
from ui.theme import theme
from ui.widgets import ElidedText, IconButton, Translated
from ui.words import word

if TYPE_CHECKING:
    from duty_console.roster.model import Post


class PostRow(Translated, QWidget):
    """`moved(-1 or 1)`, `change_wanted`, `retire_wanted`."""

    moved = Signal(int)
    change_wanted = Signal()
    retire_wanted = Signal()

    def __init__(self, post: Post, *, first: bool, last: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.post = post
        px = theme().px
        self.setFixedHeight(px(40))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), 0, px(8), 0)
        row.setSpacing(px(2))
        name = ElidedText(post.name, "dense_strong")
        self._kind, self._seats = ElidedText("", "dense", "muted"), ElidedText("", "dense", "muted")
        self._kind.setFixedWidth(px(84))
        self._seats.setFixedWidth(px(124))
        self.up, self.down = IconButton("arrow-up", ""), IconButton("arrow-down", "")
        self.change, self.retire = IconButton("pencil", ""), IconButton("archive", "")
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        row.addWidget(name, 1)
        for part in (self._kind, self._seats, self.up, self.down, self.change, self.retire):
            row.addWidget(part)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.change.clicked.connect(self.change_wanted)
        self.retire.clicked.connect(self.retire_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        name = self.post.name
        self._kind.setText(self._kind_words())
        self._seats.setText(self._need_words())
        self.setToolTip(self._shift_words())
        self.up.set_name(self.tr("Move {name} up").format(name=name))
        self.down.set_name(self.tr("Move {name} down").format(name=name))
        self.change.set_name(self.tr("Change {name}").format(name=name))
        self.retire.set_name(self.tr("End {name}").format(name=name))

    def _kind_words(self) -> str:
        post = self.post
        if post.kind is PostKind.LEADER and post.tier > 1:
            return self.tr("{kind}, tier {tier}").format(kind=word(post.kind), tier=post.tier)
        return word(post.kind)

    def _need_words(self) -> str:
        post = self.post
        if post.key:
            return self.tr("key post, {count}").format(count=post.needed)
        needed = self.tr("at least {count}").format(count=post.seats)
        return f"{needed} · {'/'.join(post.slots)}" if post.slots else needed

    def _shift_words(self) -> str:
        slots = self.post.slots
        return self.tr("Only in: {shifts}").format(shifts="、".join(slots)) if slots else ""
