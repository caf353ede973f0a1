"""One person on the list of a post: the name, from when to when, and the cross that takes him off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from duty_console.roster.rotation.model import Member
from ui.roster.rotation_book import read_day
from ui.theme import theme
from ui.widgets import Button, ElidedText, IconButton, Text, Translated, mark_wrong
from ui.words import full_date

if TYPE_CHECKING:
    from datetime import date


class MemberRow(Translated, QWidget):
    """`removed` on the cross, `edited` when its dates change. The dates open under the name."""

    removed = Signal()
    edited = Signal()

    def __init__(self, member: Member, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._member, self._name = member, name
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        line = QHBoxLayout()
        line.setSpacing(px(4))
        line.addWidget(ElidedText(name, "base"), 1)
        self.when, self.remove = Button("", kind="link"), IconButton("x", "")
        line.addWidget(self.when)
        line.addWidget(self.remove)
        column.addLayout(line)
        self._dates = QWidget()
        dates = QHBoxLayout(self._dates)
        dates.setContentsMargins(0, 0, 0, px(4))
        dates.setSpacing(px(6))
        self.since, self.until = QLineEdit(_text(member.since)), QLineEdit(_text(member.until))
        self._to = Text("–", "base", "muted")
        dates.addWidget(self.since, 1)
        dates.addWidget(self._to)
        dates.addWidget(self.until, 1)
        column.addWidget(self._dates)
        self._dates.hide()
        self.remove.clicked.connect(self.removed)
        self.when.clicked.connect(self._toggle)
        for field in (self.since, self.until):
            field.setMinimumHeight(px(32))
            field.textChanged.connect(lambda _text: self._on_edited())
        self.retranslate()

    def retranslate(self) -> None:
        self.remove.set_name(self.tr("Take {name} off the list").format(name=self._name))
        for field, name in ((self.since, self.tr("From")), (self.until, self.tr("Until"))):
            field.setAccessibleName(f"{name} {self._name}")
        self.since.setPlaceholderText(self.tr("always"))
        self.until.setPlaceholderText(self.tr("open"))
        self._show_when()

    def _show_when(self) -> None:
        since, until = read_day(self.since.text()), read_day(self.until.text())
        if since is None and until is None:
            words = self.tr("always")
        elif until is None and since is not None:
            words = self.tr("from {date}").format(date=full_date(since))
        elif since is None and until is not None:
            words = self.tr("until {date}").format(date=full_date(until))
        else:
            words = f"{self.since.text()} – {self.until.text()}"
        self.when.setText(words)
        self.when.setAccessibleName(f"{self._name} {words}")

    def _toggle(self) -> None:
        self._dates.setVisible(self._dates.isHidden())
        if not self._dates.isHidden():
            self.since.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edited(self) -> None:
        for field in (self.since, self.until):
            mark_wrong(field, False)
        self._show_when()
        self.edited.emit()

    def member(self) -> Member | None:
        """What is entered; None where a field is no day, which is then marked."""
        days: list[date | None] = []
        for field in (self.since, self.until):
            day = read_day(field.text()) if field.text().strip() else None
            wrong = bool(field.text().strip()) and day is None
            mark_wrong(field, wrong)
            if wrong:
                self._dates.show()
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return None
            days.append(day)
        return Member(self._member.post_id, self._member.person_id, days[0], days[1])

    @property
    def person_id(self) -> int:
        """Who."""
        return self._member.person_id

    def texts(self) -> tuple[int, str, str]:
        """What stands in it, for telling whether it was edited."""
        return self._member.person_id, self.since.text().strip(), self.until.text().strip()


def _text(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
