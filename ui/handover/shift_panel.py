"""Who hands over to whom, and the shift in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.handover.wording import count_word
from ui.theme import theme
from ui.widgets import Button, ElidedText, IconText, Line, Painted, Panel, Text, Translated
from ui.widgets.painted import draw_text, elided, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from duty_console.handover.model import Count, HandoverSheet, PersonAtPost


class ShiftPanel(Translated, Panel):
    """`roster_requested()` where somebody is missing."""

    roster_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=0, parent=parent)
        self._sheet: HandoverSheet | None = None
        self._posts: Sequence[str] = ()
        self._people = QWidget()
        self._grid = QGridLayout(self._people)
        self._roster = Button("", kind="link")
        self._roster.clicked.connect(self.roster_requested)
        self.add_action(self._roster)
        self._counts = CountStrip()
        self.add(self._people)
        self.add(Line())
        self.add(self._counts)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Handing over"))
        self._roster.setText(self.tr("To the roster"))
        self._show()

    def set_sheet(self, sheet: HandoverSheet, posts: Sequence[str], span: str) -> None:
        """`posts` are those that the shift needs, in order."""
        self.set_subtitle(span)
        same = (
            self._sheet is not None
            and (self._sheet.outgoing, self._sheet.incoming) == (sheet.outgoing, sheet.incoming)
            and tuple(posts) == tuple(self._posts)
        )
        self._sheet, self._posts = sheet, posts
        self._counts.set_counts(sheet.counts)
        if not same:
            self._show()

    def _show(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        sheet = self._sheet
        if sheet is None:
            return
        px = theme().px
        self._grid.setContentsMargins(px(16), px(10), px(16), px(10))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(6))
        posts = list(dict.fromkeys([*self._posts, *(each.post for each in (*sheet.outgoing, *sheet.incoming))]))
        posts = posts or [""]  # a room without posts: the rows say that nobody is there
        for column, post in enumerate(posts, 1):
            self._grid.addWidget(ElidedText(post, "label", "muted"), 0, column)
            self._grid.setColumnStretch(column, 3 if column == 1 else 2)
        for row, (word, people) in enumerate(
            ((self.tr("Outgoing"), sheet.outgoing), (self.tr("Incoming"), sheet.incoming)), 1
        ):
            self._grid.addWidget(Text(word, "dense", "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            for column, post in enumerate(posts, 1):
                self._grid.addWidget(self._cell([each for each in people if each.post == post]), row, column)
        self._roster.setVisible(not sheet.outgoing or not sheet.incoming)

    def _cell(self, people: Sequence[PersonAtPost]) -> QWidget:
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if not people:
            column.addWidget(IconText("circle-alert", self.tr("Nobody"), role="dense_strong", tone="extreme"))
        for each in people:
            line = QHBoxLayout()
            line.setSpacing(theme().px(6))
            line.addWidget(Text(each.name, "strong"))
            line.addWidget(ElidedText(each.title, "label", "muted"), 1)
            column.addLayout(line)
            column.addWidget(Text(each.phone, "dense", "muted", selectable=True))
        column.addStretch(1)
        return cell


class CountStrip(Painted):
    """The numbers of the shift side by side; what was late stands out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Sequence[Count] = ()
        self.setFixedHeight(theme().px(56))

    def set_counts(self, counts: Sequence[Count]) -> None:
        self._counts = counts
        self.setAccessibleName(", ".join(f"{count_word(each.word)} {each.number}" for each in counts))
        self.update()

    def numbers(self) -> dict[str, int]:
        """The numbers by their printed word."""
        return {each.word: each.number for each in self._counts}

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(480), theme().px(56))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, px = self.painter(), theme().px
        width = (self.width() - px(16)) / max(len(self._counts), 1)
        for place, each in enumerate(self._counts):
            left = px(8) + place * width
            if place:
                painter.fillRect(round(left), px(12), 1, self.height() - px(24), theme().color("hairline"))
            word = elided("label", count_word(each.word), round(width) - px(4))
            draw_text(painter, left + (width - text_width("label", word)) / 2, px(22), word, "label", "muted")
            tone = "severe" if each.word == "超时" and each.number else "text" if each.number else "muted"
            number = str(each.number)
            draw_text(painter, left + (width - text_width("card", number)) / 2, px(43), number, "card", tone)
        painter.end()
