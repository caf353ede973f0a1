"""The limits that will apply once the intake is recorded, by due time, each with what is left of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.limits.model import Channel, Obligation
from ui.limit_words import basis_words, due_state, left_words
from ui.theme import TypeRole, theme
from ui.widgets import Painted, SectionHeader, Text, Translated
from ui.widgets.painted import centred_baseline, draw_icon, draw_text, elided, text_width
from ui.words import day_month, when

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo

    from PySide6.QtGui import QPaintEvent

    from duty_console.alarms.model import AlarmPolicy

_State = Literal["pending", "soon", "overdue"]
_TONES = {"pending": "muted", "soon": "severe", "overdue": "extreme"}


@dataclass(frozen=True, slots=True)
class Window:
    """The time in which changed casualties must be reported (国务院令第493号 Art 13)."""

    ends_at: datetime
    days: int


@dataclass(frozen=True, slots=True)
class _Line:
    icon: str
    head: str
    recipient: str
    basis: str
    due: str
    note: str
    source: str


class LimitsList(Translated, QWidget):
    """Heading, rows, and the mark of rules that nobody has checked against the local documents."""

    def __init__(self, policy: AlarmPolicy, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._policy, self._zone = policy, zone
        self._owed: tuple[Obligation, ...] = ()
        self._window: Window | None = None
        self._base: datetime | None = None
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._heading = SectionHeader("")
        self._heading.setContentsMargins(px(16), 0, px(16), px(6))
        column.addWidget(self._heading)
        self._rows_column = QVBoxLayout()
        self._rows_column.setSpacing(0)
        column.addLayout(self._rows_column)
        self._footnote = Text("", "label", "muted")
        self._footnote.setContentsMargins(px(16), px(6), px(16), 0)
        column.addWidget(self._footnote)
        self.rows: list[LimitRow] = []
        self.retranslate()

    def retranslate(self) -> None:
        self._footnote.setText(self.tr("* Not checked against its source. Check the local documents."))
        self._show()

    def show_limits(self, owed: Sequence[Obligation], window: Window | None, now: datetime) -> None:
        """Show these; unchanged rows only tick."""
        changed = (tuple(owed), window) != (self._owed, self._window)
        self._owed, self._window, self._base = tuple(owed), window, now
        if changed:
            self._show()
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Say what is left now."""
        for row, owed in zip(self.rows, self._owed, strict=False):
            row.set_left(left_words(owed.due_at, now), due_state(owed, now, self._policy))

    def _show(self) -> None:
        lines = [self._line(owed) for owed in self._owed]
        if self._window is not None:
            lines.append(self._window_line(self._window))
        while len(self.rows) > len(lines):
            row = self.rows.pop()
            self._rows_column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(lines):
            self.rows.append(LimitRow())
            self._rows_column.addWidget(self.rows[-1])
        due_width = max((text_width("dense_strong", line.due) for line in lines), default=0)
        for row, line in zip(self.rows, lines, strict=True):
            row.set_line(line, due_width)
        if self._window is not None:
            self.rows[-1].set_left(self.tr("window"), "pending")
        self._heading.set(self.tr("Limits once recorded"), str(len(self._owed)), self.tr("computed as you type"))
        self._heading.setVisible(bool(lines))
        self._footnote.setVisible(any(not owed.verified for owed in self._owed))

    def _line(self, owed: Obligation) -> _Line:
        base = self._base or owed.starts_at
        return _Line(
            "phone" if owed.channel is Channel.PHONE else "file-text",
            self.tr("Phone") if owed.channel is Channel.PHONE else self.tr("Written"),
            owed.recipient,
            basis_words(owed) + ("" if owed.verified else "*"),
            when(owed.due_at, base, self._zone),
            owed.note,
            owed.source,
        )

    def _window_line(self, window: Window) -> _Line:
        return _Line(
            "history",
            self.tr("Update"),
            self.tr("when casualties change"),
            self.tr("Decree 493 Art 13, {days} days").format(days=window.days),
            day_month((window.ends_at - timedelta(seconds=1)).astimezone(self._zone).date()),
            "",
            word_source(),
        )


def word_source() -> str:
    """The clause of the supplementary window as papers cite it."""
    return "国务院令第493号第十三条"


class LimitRow(Painted):
    """32 high: channel, recipient, what it counts from, due time, what is left; a rule's note on a second line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = _Line("clock", "", "", "", "", "", "")
        self._due_width = 0
        self._left, self._state = "", "pending"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_line(self, line: _Line, due_width: int) -> None:
        """What stands in the row; `due_width` keeps the due times of all rows in one column."""
        self._text, self._due_width = line, due_width
        self.setToolTip("\n".join(part for part in (line.recipient, line.source, line.note) if part))
        self._name()
        self.updateGeometry()
        self.update()

    def set_left(self, left: str, state: _State) -> None:
        """What is left, and whether that is little or nothing."""
        if (left, state) != (self._left, self._state):
            self._left, self._state = left, state
            self._name()
            self.update()

    def text(self) -> str:
        """The row in one line, as a screen reader says it."""
        return self.accessibleName()

    def _name(self) -> None:
        line = self._text
        self.setAccessibleName(f"{line.head} {line.recipient} {line.basis} {line.due} {self._left} {line.note}".strip())

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(320), theme().px(50 if self._text.note else 32))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px, painter, line = theme().px, self.painter(), self._text
        tint = {"soon": "tint_amber", "overdue": "tint_red"}.get(self._state)
        if tint:
            painter.fillRect(self.rect(), theme().color(tint))
        tone = _TONES[self._state]
        height = px(32)
        baseline = centred_baseline("dense", height)
        draw_icon(painter, px(16), height, line.icon, tone, px(16))
        x = px(40)
        x += draw_text(painter, x, baseline, line.head, "dense_strong", tone if tint else "text") + px(12)
        role: TypeRole = "dense_strong" if tint else "dense"
        left_width = max(text_width(role, self._left), px(76))
        right = self.width() - px(16)
        draw_text(painter, right - text_width(role, self._left), baseline, self._left, role, tone)
        right -= left_width + px(8)
        draw_text(painter, right - text_width("dense_strong", line.due), baseline, line.due, "dense_strong", "text")
        room = right - self._due_width - px(12) - x
        basis_width = min(text_width("dense", line.basis), round(room * 0.6))
        recipient = elided("dense", line.recipient, room - basis_width - px(10))
        draw_text(painter, x, baseline, recipient, "dense", "text")
        basis_x = max(x + text_width("dense", recipient) + px(10), px(150))
        shown = elided("dense", line.basis, right - self._due_width - px(12) - basis_x)
        draw_text(painter, basis_x, baseline, shown, "dense", "muted")
        if line.note:
            note = elided("label", line.note, self.width() - px(56))
            draw_text(painter, px(40), height + theme().metrics("label").ascent() - px(2), note, "label", "muted")
        painter.end()
