"""Read back (复述核对): what was taken down, as sentences to be read to the caller (important calls are read back)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from duty_console.incidents.model import COUNTS, NewIncident
from duty_console.incidents.rules import missing_essentials
from ui.intake.grade_words import count_words
from ui.theme import theme
from ui.widgets import Button, IconLabel, SectionHeader, Text, Translated
from ui.words import when, word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo


class ReadBack(Translated, QWidget):
    """A list of sentences in large type; what is still missing is named in amber. `closed` leads back to the fields."""

    closed = Signal()

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._shown: tuple[NewIncident | None, datetime | None] = (None, None)
        px = theme().px
        self.setProperty("part", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(12))
        self._heading = SectionHeader("")
        self.back_button = Button("", hint="Esc")
        self.back_button.clicked.connect(self.closed)
        self._heading.add_action(self.back_button)
        column.addWidget(self._heading)
        area, inside = QScrollArea(), QWidget()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        inside.setProperty("part", "scrolled")
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, px(8), 0)
        self._lines.setSpacing(px(12))
        area.setWidget(inside)
        column.addWidget(area, 1)
        self.retranslate()

    def retranslate(self) -> None:
        self._heading.set(self.tr("Read back"), note=self.tr("Read this to the caller, line by line"))
        self.back_button.setText(self.tr("Back to the fields"))
        new, received_at = self._shown
        if received_at is not None:
            self.show_entry(new, received_at)

    def show_entry(self, new: NewIncident | None, received_at: datetime) -> None:
        """Show what was entered; None where not even the class is chosen."""
        self._shown = (new, received_at)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        sentences = [] if new is None else self._sentences(new)
        for sentence in sentences:
            self._lines.addWidget(_line("check", "good", sentence))
        missing = self._missing(new)
        if missing:
            self._lines.addWidget(
                _line("circle-help", "severe", self.tr("Still to ask: {fields}").format(fields=missing))
            )
        self._lines.addStretch(1)

    def sentences(self) -> list[str]:
        """What is shown, line by line."""
        found: list[str] = []
        for place in range(self._lines.count()):
            item = self._lines.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None:
                found.append(widget.accessibleName())
        return found

    def _sentences(self, new: NewIncident) -> list[str]:
        base = new.received_at
        who = " ".join(part for part in (new.source_unit, new.caller, new.caller_post) if part)
        kind = " ".join(part for part in (word(new.event_class), new.type) if part)
        known = [count_words(name, count) for name in COUNTS if (count := getattr(new.casualties, name)) is not None]
        lines = (
            (self.tr("Caller: {text}"), who),
            (self.tr("Phone: {text}"), new.caller_phone),
            (self.tr("Class: {text}"), kind),
            (self.tr("What: {text}"), new.summary),
            (self.tr("Where: {text}"), new.place),
            (self.tr("When: {text}"), when(new.occurred_at, base, self._zone) if new.occurred_at else ""),
            (self.tr("Casualties: {text}"), self.tr(", ").join(known)),
            (self.tr("Done so far: {text}"), new.measures),
            (self.tr("Already told: {text}"), new.already_told),
            (self.tr("Grade set by hand: {text}"), f"{word(new.grade)} {new.grade_reason}" if new.grade else ""),
            (self.tr("Received: {text}"), when(base, base, self._zone)),
        )
        return [sentence.format(text=" ".join(text.split())) for sentence, text in lines if text.strip()]

    def _missing(self, new: NewIncident | None) -> str:
        names = {
            "source_unit": self.tr("who is calling"),
            "event_class": self.tr("the class"),
            "summary": self.tr("what happened"),
            "place": self.tr("where"),
            "occurred_at": self.tr("when it happened"),
        }
        missing: Sequence[str] = tuple(names) if new is None else missing_essentials(new)
        return self.tr(", ").join(names[name] for name in missing)


def _line(icon: str, tone: str, sentence: str) -> QWidget:
    line = QWidget()
    line.setAccessibleName(sentence)
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(10))
    row.addWidget(IconLabel(icon, tone, 18), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(sentence, "value", "text" if tone == "good" else tone, wrap=True), 1)
    return line
