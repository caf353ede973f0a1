"""The wall board: the Now page for someone who stands two metres away. One picture, drawn anew each second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.limit_words import due_state
from ui.now.standing import counts_of, facts_line
from ui.theme import theme
from ui.theme.fonts import make_font
from ui.widgets import Translated
from ui.widgets.countdown import clock_figures
from ui.words import clock_time, full_date, obligation_name, weekday_word, word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from duty_console.alarms.model import AlarmPolicy
    from duty_console.incidents.model import IncidentCard
    from duty_console.roster.model import OnDuty

CARDS_MOST = 5
_HEIGHT = 1080
"""All measures are those of a screen 1080 high."""

_NORMAL, _STRONG, _BOLD = QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold


class WallBoard(Translated, QWidget):
    """Full screen; F11, Esc or a click ends it (`ended`)."""

    ended = Signal()

    def __init__(self, zone: tzinfo, policy: AlarmPolicy, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._zone, self._policy = zone, policy
        self._cards: tuple[IncidentCard, ...] = ()
        self._duty: OnDuty | None = None
        self._now: datetime | None = None
        self._fonts: dict[tuple[int, QFont.Weight], QFont] = {}
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Wall board"))
        self.setAccessibleName(self.windowTitle())
        self.update()

    def show_state(self, cards: Sequence[IncidentCard], duty: OnDuty | None, now: datetime) -> None:
        """Draw this."""
        self._cards, self._duty, self._now = tuple(cards), duty, now
        self.update()

    # -- drawing ------------------------------------------------------------------------------------------------

    def _u(self, size: float) -> int:
        """A measure in the proportions of the screen; a narrow one counts by its width."""
        return max(1, round(size * min(self.height() / _HEIGHT, self.width() / 1700)))

    def _font(self, size: int, weight: QFont.Weight) -> QFont:
        key = (self._u(size), weight)
        if key not in self._fonts:
            self._fonts[key] = make_font(*key)
        return self._fonts[key]

    def _write(
        self, painter: QPainter, x: float, y: float, text: str, size: int, tone: str,
        weight: QFont.Weight = _NORMAL, room: float | None = None, right: bool = False,
    ) -> float:  # fmt: skip
        """Write a line on baseline `y`, cut to `room`; return where it ends (or, from the right, begins)."""
        font = self._font(size, weight)
        metrics = QFontMetrics(font)
        if room is not None:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, round(room)))
        width = metrics.horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(theme().color(tone))
        painter.drawText(round(x - width if right else x), round(y), text)
        return x - width if right else x + width

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme().color("window"))
        if self._now is not None:
            top = self._draw_head(painter, self._now)
            self._draw_cards(painter, self._now, top)
        painter.end()

    def _draw_head(self, painter: QPainter, now: datetime) -> int:
        u, here = self._u, now.astimezone(self._zone)
        height = u(200)
        painter.fillRect(0, 0, self.width(), height, theme().color("surface"))
        painter.fillRect(0, height - 1, self.width(), 1, theme().color("line"))
        self._write(painter, u(48), u(110), f"{here:%H:%M:%S}", 104, "text", _STRONG)
        self._write(painter, u(52), u(166), f"{full_date(here.date())} {weekday_word(here.date())}", 32, "muted")
        self._draw_leader(painter, u(620))
        counts = counts_of(self._cards, now)
        right = self.width() - u(48)
        self._write(
            painter,
            right,
            u(84),
            self.tr("{count} in hand").format(count=counts.in_hand),
            44,
            "text",
            _STRONG,
            right=True,
        )
        if counts.overdue:
            state, tone = self.tr("{count} overdue").format(count=counts.overdue), "extreme"
        elif counts.soon:
            state, tone = self.tr("{count} due in 30 min").format(count=counts.soon), "severe"
        else:
            state, tone = self.tr("none overdue"), "good"
        self._write(painter, right, u(156), state, 52, tone, _BOLD, right=True)
        return height

    def _draw_leader(self, painter: QPainter, x: float) -> None:
        u, duty = self._u, self._duty
        if duty is None:
            return
        leader = duty.leaders[0] if duty.leaders else None
        self._write(painter, x, u(60), self.tr("Leader on duty"), 28, "muted")
        room = self.width() - x - u(460)
        if leader is None:
            self._write(painter, x, u(120), self.tr("No leader on the roster"), 52, "extreme", _BOLD, room)
        else:
            end = self._write(painter, x, u(122), leader.name, 60, "text", _BOLD, room)
            self._write(painter, end + u(28), u(122), leader.phone, 60, "text", _BOLD, room - (end - x) - u(28))
        names = "  ".join(f"{person.post} {person.name}" for person in duty.officers)
        self._write(painter, x, u(172), names, 30, "muted", room=room)

    def _draw_cards(self, painter: QPainter, now: datetime, top: int) -> None:
        u = self._u
        owing = [card for card in self._cards if card.next_obligation is not None]
        rest = [card for card in self._cards if card.next_obligation is None]
        shown = (owing + rest)[:CARDS_MOST]
        if not shown:
            self._write(painter, u(48), top + u(120), self.tr("No incident in hand"), 56, "muted")
            return
        gap, foot = u(18), u(56)
        height = min(u(190), (self.height() - top - foot - gap * (len(shown) + 1)) / len(shown))
        y = top + gap
        for card in shown:
            self._draw_card(painter, card, now, QRectF(u(48), y, self.width() - u(96), height))
            y += height + gap
        hidden = len(self._cards) - len(shown)
        if hidden > 0:
            more = self.tr("{count} more in hand").format(count=hidden)
            self._write(painter, self.width() - u(48), self.height() - u(22), more, 30, "muted", right=True)

    def _draw_card(self, painter: QPainter, card: IncidentCard, now: datetime, box: QRectF) -> None:
        u, owed, incident = self._u, card.next_obligation, card.incident
        standing = due_state(owed, now, self._policy) if owed is not None else "pending"
        over = standing == "overdue"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("extreme" if over else "tint_amber" if standing == "soon" else "surface"))
        painter.drawRoundedRect(box, u(10), u(10))
        text, muted = ("on_accent", "on_accent") if over else ("text", "muted")
        grade = incident.grade.value if incident.grade else "control"
        if not over:
            painter.fillRect(QRectF(box.left(), box.top() + u(8), u(10), box.height() - u(16)), theme().color(grade))
        x, middle = box.left() + u(36), box.center().y()
        figure_room = u(500) if owed is not None else 0
        room = box.width() - figure_room - u(60)
        shown = f"{incident.grade.roman} {word(incident.grade)}" if incident.grade else self.tr("No grade")
        tone = "on_accent" if over else grade if incident.grade else "muted"
        end = self._write(painter, x, middle - u(6), shown, 38, tone, _BOLD)
        self._write(painter, end + u(24), middle - u(6), incident.title, 46, text, _STRONG, room - (end - x) - u(24))
        facts = f"{incident.number}  {facts_line(card)}"
        self._write(painter, x, middle + u(54), facts, 30, muted, room=room)
        if owed is None:
            return
        right = box.right() - u(36)
        seconds = int((owed.due_at - now).total_seconds() // 1)
        head = self.tr("over") if seconds < 0 else self.tr("left")
        days = abs(seconds) // 86_400
        figures = self.tr("{days} days").format(days=days) if abs(seconds) >= 360_000 else clock_figures(seconds)
        figure_tone = "on_accent" if over else "severe" if standing == "soon" else "text"
        begin = self._write(painter, right, middle + u(8), figures, 78, figure_tone, _STRONG, right=True)
        self._write(painter, begin - u(14), middle + u(8), head, 34, figure_tone, _STRONG, right=True)
        where = self.tr("{report}, due {clock}").format(
            report=obligation_name(owed), clock=clock_time(owed.due_at, self._zone)
        )
        self._write(painter, right, middle + u(58), where, 28, muted, room=figure_room, right=True)

    # -- ending -------------------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F11, Qt.Key.Key_Escape):
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self.ended.emit()
