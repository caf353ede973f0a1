"""A time that runs: what is left, or how long overdue. Weight and width never change while it ticks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import TypeRole, theme
from ui.widgets.painted import Painted, centred_baseline, draw_text, text_width

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

CountdownState = Literal["pending", "soon", "overdue"]
_TONE = {"pending": "text", "soon": "severe", "overdue": "extreme"}
_DAY = 86_400


def clock_figures(seconds: int) -> str:
    """A length of time in figures: `4:56` as 04:56, above an hour 1:43:29."""
    seconds = abs(seconds)
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes:02}:{left:02}"


class Countdown(Painted):
    """ "剩 18:04" in the size of `role`, with its word before it; "超时 04:56" once past.

    `set_remaining` takes seconds, negative when overdue; `soon` turns it amber. From 100 hours on it
    shows days. The caller ticks it; it has no timer and no clock.
    """

    def __init__(self, role: TypeRole = "figure", *, on_solid: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role: TypeRole = role
        self._on_solid = on_solid
        self._seconds: int | None = None
        self._state: CountdownState = "pending"
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_remaining(self, seconds: float | None, *, soon: bool = False) -> None:
        """Show this many seconds; None shows a dash."""
        whole = None if seconds is None else int(seconds // 1)
        state: CountdownState = "overdue" if whole is not None and whole < 0 else "soon" if soon else "pending"
        if (whole, state) == (self._seconds, self._state):
            return
        old_width = self.sizeHint().width()
        self._seconds, self._state = whole, state
        self.setAccessibleName(f"{self.word()} {self.figures()}".strip())
        if self.sizeHint().width() != old_width:
            self.updateGeometry()
        self.update()

    def set_on_solid(self, on_solid: bool) -> None:
        """True where it stands on a filled red segment: everything in the colour that goes on it."""
        self._on_solid = on_solid
        self.update()

    def word(self) -> str:
        if self._seconds is None:
            return ""
        return self.tr("over") if self._seconds < 0 else self.tr("left")

    def figures(self) -> str:
        if self._seconds is None:
            return "–"
        if abs(self._seconds) >= 100 * 3600:
            return self.tr("{days} days").format(days=abs(self._seconds) // _DAY)
        return clock_figures(self._seconds)

    def _word_role(self) -> TypeRole:
        return "strong" if theme().metrics(self._role).height() > theme().metrics("card").height() else "dense_strong"

    def _word_width(self) -> int:
        gap = theme().px(8 if self._word_role() == "strong" else 5)
        return text_width(self._word_role(), self.word()) + gap if self.word() else 0

    @override
    def sizeHint(self) -> QSize:
        return QSize(
            self._word_width() + text_width(self._role, self.figures()),
            round(theme().metrics(self._role).height() * 0.9),
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tone = "on_accent" if self._on_solid else _TONE[self._state]
        painter = self.painter()
        baseline = centred_baseline(self._role, self.height())
        draw_text(painter, 0, baseline, self.word(), self._word_role(), tone)
        draw_text(painter, self._word_width(), baseline, self.figures(), self._role, tone)
        painter.end()
