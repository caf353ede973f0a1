"""The outgoing officer's own words, kept at every pause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from typing_extensions import override

from ui.problems import words_for
from ui.widgets import GrowingTextEdit, Panel, Text, Translated, mark_wrong
from ui.words import clock_time

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from PySide6.QtGui import QHideEvent
    from PySide6.QtWidgets import QWidget

    from duty_console.errors import DutyError

PAUSE_MS = 800
LONGEST = 2000


class NotePanel(Translated, Panel):
    """`written(text)` at a pause of typing, on leaving the field and on `flush`."""

    written = Signal(str)

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._zone = zone
        self._kept = ""
        self.edit = GrowingTextEdit(lines=3, most=8)
        self._problem = Text("", "label", "extreme", wrap=True)
        self._problem.hide()
        self.add(self.edit)
        self.add(self._problem)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.edit.textChanged.connect(self._on_typed)
        self.edit.installEventFilter(self)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Notes"))
        self.edit.setPlaceholderText(self.tr("What the next shift must know and no list says"))
        self.edit.setAccessibleName(self.tr("Notes"))

    def set_note(self, note: str, tone: str = "muted") -> None:
        super().set_note(note, tone)

    def show_words(self, text: str) -> None:
        """Show what is on record, unless something newer is being typed."""
        if self.edit.text().strip() == self._kept:
            self._kept = text
            self.edit.set_text(text)
        self._pause.stop() if self.edit.text().strip() == self._kept else None

    def forget(self) -> None:
        """Another shift's words come next."""
        self._kept = ""
        self.edit.set_text("")
        self._pause.stop()
        super().set_note("")

    def flush(self) -> bool:
        """Give out what was typed; False if there is nothing new, or too much of it."""
        self._pause.stop()
        text = self.edit.text().strip()
        if text == self._kept or len(text) > LONGEST:
            return False
        self._kept = text
        self.written.emit(text)
        return True

    def kept(self, at: datetime) -> None:
        """It is safe."""
        super().set_note(self.tr("Saved {time}").format(time=clock_time(at, self._zone)))

    def not_kept(self, problem: DutyError) -> None:
        """It could not be stored: the words stay, the next pause tries again."""
        self._kept = "\0"
        self._tell(str(words_for(problem)))

    def _on_typed(self) -> None:
        text = self.edit.text().strip()
        too_long = len(text) > LONGEST
        self._tell(
            self.tr("{count} characters; at most {most} fit.").format(count=len(text), most=LONGEST) if too_long else ""
        )
        if text != self._kept:
            super().set_note("")
            self._pause.start()

    def _tell(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        mark_wrong(self.edit, bool(sentence))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)
