"""The time field: takes what an officer types in a hurry and shows beside it what it understood."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from duty_console.errors import InputProblem
from ui.problems import words_for
from ui.theme import theme
from ui.widgets.fields import mark_wrong
from ui.widgets.painted import Translated
from ui.widgets.text import ElidedText
from ui.widgets.time_text import Direction, TimeTextProblem, parse_time, time_as_text

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from duty_console.clock import Clock


class TimeField(Translated, QWidget):
    """A moment, typed as `1510`, `15:10`, `-20`, `10-14 15:10` …; `value()` is aware UTC or None.

    Relative times count from `set_base` (the moment of the call), else from now. On leaving, the text
    becomes plain ("14:50"). `value_changed(datetime | None)` fires when the understood moment changes.
    A moment still to come is understood and marked amber ("past" fields): the caller decides.
    """

    value_changed = Signal(object)

    def __init__(
        self,
        clock: Clock,
        zone: tzinfo,
        *,
        direction: Direction = "past",
        explained: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._direction: Direction = direction
        self._clock, self._zone = clock, zone
        self._base: datetime | None = None
        self._value: datetime | None = None
        self._problem: TimeTextProblem | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        self._edit = _Edit()
        self._edit.setFixedWidth(theme().px(104))
        self._said = ElidedText("", "label", "muted")
        row.addWidget(self._edit)
        row.addWidget(self._said, 1)
        self._said.setVisible(explained)
        self.setFocusProxy(self._edit)
        self._edit.textEdited.connect(self._on_edited)
        self._edit.focus_left.connect(self._tidy)
        self._edit.editingFinished.connect(self._tidy)
        self._explain()

    @property
    def edit(self) -> QLineEdit:
        """The input itself, for tests and tab order."""
        return self._edit

    def value(self) -> datetime | None:
        """The moment in UTC; None if empty or not understood (then `problem()` tells)."""
        return self._value

    def text(self) -> str:
        return self._edit.text()

    def problem(self) -> str:
        """The sentence about what was typed, empty if fine."""
        return words_for(InputProblem("time", self._problem.code)).what if self._problem else ""

    def is_ahead(self) -> bool:
        """Whether the moment is still to come."""
        return self._value is not None and self._value > self._clock.now()

    def set_value(self, moment: datetime | None) -> None:
        """Show a moment without a signal."""
        self._value = moment
        self._problem = None
        self._edit.setText("" if moment is None else time_as_text(moment, self._from(), self._zone))
        self._explain()

    def set_text(self, text: str) -> None:
        """As if typed: for drafts that hold a text which is not a time yet."""
        self._edit.setText(text)
        self._on_edited(text)

    def set_base(self, moment: datetime | None) -> None:
        """What `-20` counts from; None: now."""
        self._base = moment
        if self._edit.hasFocus() or self._problem:
            self._on_edited(self._edit.text())
        self._explain()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._edit.setAccessibleName(name)

    def retranslate(self) -> None:
        self._explain()

    def _from(self) -> datetime:
        return self._base or self._clock.now()

    def _on_edited(self, text: str) -> None:
        old = self._value
        self._value, self._problem = None, None
        if text.strip():
            try:
                self._value = parse_time(text, self._from(), self._zone, self._direction)
            except TimeTextProblem as problem:
                self._problem = problem
        self._explain()
        if self._value != old:
            self.value_changed.emit(self._value)

    def _tidy(self) -> None:
        if self._value is not None:
            self._edit.setText(time_as_text(self._value, self._from(), self._zone))
        self._explain()

    def _explain(self) -> None:
        typing = self._edit.hasFocus()
        # half-typed is not wrong yet
        wrong = self._problem is not None and (not typing or len(self._edit.text()) >= 4)
        mark_wrong(self._edit, wrong)
        if self._value is not None:
            ahead = self._direction == "past" and self.is_ahead()
            self._said.setText(
                self._meaning(self._value)
                if not ahead
                else self.tr("{meaning}, not come yet").format(meaning=self._meaning(self._value))
            )
            self._said.set_tone("severe" if ahead else "muted")
        elif wrong:
            self._said.setText(self.problem())
            self._said.set_tone("extreme")
        else:
            self._said.setText(
                self.tr("1510, 15:10 or -20 (minutes ago)")
                if self._direction == "past"
                else self.tr("0800, 08:00 or +30 (minutes on)")
            )
            self._said.set_tone("muted")

    def _meaning(self, moment: datetime) -> str:
        there, here = moment.astimezone(self._zone), self._from().astimezone(self._zone)
        days = (there.date() - here.date()).days
        named = {0: self.tr("Today"), -1: self.tr("Yesterday"), 1: self.tr("Tomorrow")}.get(days)
        day = named or there.strftime("%Y-%m-%d")
        clock = there.strftime("%H:%M")
        minutes = round((moment - self._from()) / timedelta(minutes=1))
        if abs(minutes) >= 24 * 60:
            return self.tr("{day} {clock}").format(day=day, clock=clock)
        return self.tr("{day} {clock}, {distance}").format(day=day, clock=clock, distance=self._distance(minutes))

    def _distance(self, minutes: int) -> str:
        if minutes == 0:
            return self.tr("now") if self._base is None else self.tr("at that moment")
        size = abs(minutes)
        length = (
            self.tr("{minutes} min").format(minutes=size)
            if size < 60
            else self.tr("{hours} h {minutes} min").format(hours=size // 60, minutes=size % 60)
        )
        return (self.tr("{length} before") if minutes < 0 else self.tr("{length} after")).format(length=length)


class _Edit(QLineEdit):
    focus_left = Signal()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_left.emit()
