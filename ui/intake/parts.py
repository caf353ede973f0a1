"""Head and foot of an intake panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets import Button, IconButton, IconLabel, IconText, OutlineBadge, Text, Translated
from ui.widgets.countdown import clock_figures

if TYPE_CHECKING:
    from datetime import datetime, tzinfo


class CallHeader(Translated, QWidget):
    """Which call, received when, for how long; put aside, discard."""

    def __init__(self, number: int, received_at: datetime, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._received_at = number, received_at
        px = theme().px
        self.setFixedHeight(px(52))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), 0, px(8), 0)
        row.setSpacing(px(8))
        self._title = Text("", "card")
        self._badge = OutlineBadge("", "accent", tinted=True)
        self._received_label, self._elapsed_label = Text("", "dense", "muted"), Text("", "dense", "muted")
        self._received = Text(received_at.astimezone(zone).strftime("%H:%M:%S"), "dense_strong")
        self._elapsed = Text("", "dense_strong")
        self.discard_button = IconButton("trash-2", "")
        self.minimise_button = IconButton("minus", "")
        row.addWidget(IconLabel("phone-incoming", "accent", 20))
        row.addWidget(self._title)
        row.addWidget(self._badge)
        row.addSpacing(px(4))
        for widget in (self._received_label, self._received):
            row.addWidget(widget)
        row.addSpacing(px(4))
        for widget in (self._elapsed_label, self._elapsed):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.discard_button)
        row.addWidget(self.minimise_button)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Intake"))
        self._badge.set(self.tr("Call {number}").format(number=self._number))
        self._received_label.setText(self.tr("Received"))
        self._elapsed_label.setText(self.tr("Since"))
        self.discard_button.set_name(self.tr("Discard this call"))
        self.minimise_button.set_name(self.tr("Put aside, the draft stays (Esc)"))

    def tick(self, now: datetime) -> None:
        """Say for how long the call has gone on."""
        self._elapsed.setText(clock_figures(max(0, int((now - self._received_at).total_seconds()))))

    def elapsed(self) -> str:
        """The length shown."""
        return self._elapsed.text()


class CallFooter(Translated, QWidget):
    """64 high: whether the draft is safe, what is missing; read back, record."""

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._missing, self._armed = 0, False
        self._saved_at: datetime | None = None
        self._failed = False
        px = theme().px
        self.setFixedHeight(px(64))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), 0, px(16), 0)
        row.setSpacing(px(8))
        texts = QVBoxLayout()
        texts.setSpacing(px(2))
        texts.addStretch(1)
        self._saved = IconText("clock", "", role="label", tone="muted")
        self._hint = Text("", "label", "muted")
        texts.addWidget(self._saved)
        texts.addWidget(self._hint)
        texts.addStretch(1)
        row.addLayout(texts, 1)
        self.read_back_button = Button("", large=False)
        self.read_back_button.setFixedHeight(px(40))
        self.record_button = Button("", kind="primary", hint="Ctrl+Enter", large=True)
        row.addWidget(self.read_back_button)
        row.addWidget(self.record_button)
        self.retranslate()

    def retranslate(self) -> None:
        self.read_back_button.setText(self.tr("Read back"))
        self._show()

    def show_saved(self, at: datetime) -> None:
        """The draft is on the disk since `at`."""
        self._saved_at, self._failed = at, False
        self._show()

    def show_unsaved(self) -> None:
        """The disk refused the draft."""
        self._failed = True
        self._show()

    def show_missing(self, count: int, *, armed: bool) -> None:
        """How many of the five fields are empty; `armed`: the next Ctrl+Enter records all the same."""
        self._missing, self._armed = count, armed
        self._show()

    def hint(self) -> str:
        """The lower line."""
        return self._hint.text()

    def saved_text(self) -> str:
        """The upper line."""
        return self._saved.text()

    def _show(self) -> None:
        if self._failed:
            self._saved.set("circle-alert", self.tr("Draft not saved"), "extreme")
        elif self._saved_at is not None:
            clock = self._saved_at.astimezone(self._zone).strftime("%H:%M:%S")
            self._saved.set("check", self.tr("Draft saved {clock}").format(clock=clock), "text", "good")
        else:
            self._saved.set("clock", self.tr("Draft is being saved"), "muted")
        armed = self._armed and self._missing > 0
        if self._missing == 0:
            self._hint.setText(self.tr("The five fields are there; more can follow"))
        elif armed:
            self._hint.setText(self.tr("{count} missing, press again").format(count=self._missing))
        else:
            self._hint.setText(self.tr("{count} of five missing").format(count=self._missing))
        self._hint.set_tone("severe" if armed else "muted")
        self.record_button.setText(self.tr("Record anyway") if armed else self.tr("Record"))
