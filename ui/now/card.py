"""An open incident on the Now page: as a card with its limits, or, where nothing is owed, as one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.limit_words import basis_words, due_state
from ui.now.band import AlarmBand
from ui.now.standing import chip_of, chips_shown, facts_line, times_line
from ui.now.two_tone import TwoTone
from ui.theme import theme
from ui.widgets import Chip, Countdown, ElidedText, FlowLayout, GradeBadge, Line, Painted
from ui.widgets.painted import centred_baseline, draw_box, draw_text, elided, text_width
from ui.words import obligation_name, when, word

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from duty_console.alarms.model import Alarm, AlarmPolicy
    from duty_console.incidents.model import IncidentCard
    from duty_console.limits.model import Obligation
    from duty_console.roster.model import DutyPerson


class CardView(Painted):
    """`opened` by click or Enter, `report_asked(obligation_id)` by R or a chip, `stepped(±1)` by the arrow keys."""

    opened = Signal()
    report_asked = Signal(int)
    stepped = Signal(int)

    def __init__(self, zone: tzinfo, policy: AlarmPolicy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone, self._policy = zone, policy
        self.card: IncidentCard | None = None
        self._chips: list[tuple[Obligation, Chip]] = []
        self._overdue = False
        self._ticked_at: datetime | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click opens it, and leaves the cursor where someone types
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._build()

    def _build(self) -> None:
        px = theme().px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(px(20), px(14), px(16), px(14))
        row.setSpacing(px(16))
        left = QVBoxLayout()
        left.setSpacing(px(9))
        head = QHBoxLayout()
        head.setSpacing(px(10))
        self._badge, self._title = GradeBadge(None), TwoTone("card", "dense")
        head.addWidget(self._badge)
        head.addWidget(self._title, 1)
        self._facts = TwoTone("base", "dense", gap=6)
        self._chip_row = FlowLayout()
        left.addLayout(head)
        left.addWidget(self._facts)
        left.addLayout(self._chip_row)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(px(4))
        self._next, self._basis = ElidedText("", "dense", "muted"), ElidedText("", "label", "muted")
        self.countdown = Countdown("figure")
        for widget in (self._next, self.countdown, self._basis):
            widget.setFixedWidth(px(208))
            right.addWidget(widget)
        right.addStretch(1)
        row.addLayout(left, 1)
        row.addWidget(Line(upright=True))
        row.addLayout(right)
        self.band = AlarmBand(self._zone)
        outer.addLayout(row)
        outer.addWidget(self.band)

    # -- what it shows ------------------------------------------------------------------------------------------

    def show_card(self, card: IncidentCard, now: datetime) -> None:
        """Show an incident as it stands."""
        self.card = card
        incident = card.incident
        self._badge.set_grade(incident.grade.value if incident.grade else None)
        kind = incident.type or word(incident.event_class)
        self._title.set(incident.title, f"{incident.number} • {kind}")
        self._facts.set(facts_line(card), times_line(card, now, self._zone))
        self._show_chips(card)
        upcoming = card.next_obligation
        if upcoming is not None:
            self._next.setText(f"{obligation_name(upcoming)} → {upcoming.recipient}")
        self.tick(now)

    def show_alarm(self, alarm: Alarm | None, leader: DutyPerson | None, told_at: datetime | None) -> None:
        """Show how the loudest alarm of this incident stands."""
        self.band.show_alarm(alarm, leader, told_at)

    def tick(self, now: datetime) -> None:
        """A second went by: only figures and tones change."""
        card = self.card
        if card is None:
            return
        self._tick_chips(now)
        upcoming = card.next_obligation
        if upcoming is None:
            return
        standing = due_state(upcoming, now, self._policy)
        self.countdown.set_remaining((upcoming.due_at - now).total_seconds(), soon=standing == "soon")
        basis = self.tr("due {clock} • {basis}").format(
            clock=when(upcoming.due_at, now, self._zone), basis=basis_words(upcoming)
        )
        if basis != self._basis.text():
            self._basis.setText(basis)
        if (standing == "overdue") != self._overdue:
            self._overdue = standing == "overdue"
            self.update()
        self.setAccessibleName(f"{self._badge.word()} {self._title.text()} {self.countdown.accessibleName()}")

    def _tick_chips(self, now: datetime) -> None:
        """Whole where they fit on one line, else brief."""
        shown = [chip_of(owed, now, self._zone, self._policy) for owed, _chip in self._chips]
        room = self.width() - theme().px(277)
        if sum(chip_width(text, figure) for _state, text, figure in shown) - theme().px(8) > room:
            shown = [chip_of(owed, now, self._zone, self._policy, brief=True) for owed, _chip in self._chips]
        for (_owed, chip), (state, text, figure) in zip(self._chips, shown, strict=True):
            chip.set(state, text, figure)
        self._ticked_at = now

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._ticked_at is not None and event.oldSize().width() != event.size().width():
            self._tick_chips(self._ticked_at)

    @property
    def chips(self) -> list[Chip]:
        """The chips in order."""
        return [chip for _owed, chip in self._chips]

    def _show_chips(self, card: IncidentCard) -> None:
        shown = chips_shown(card)
        if [(owed.id, owed.is_open) for owed in shown] == [(owed.id, owed.is_open) for owed, _ in self._chips]:
            self._chips = [(owed, chip) for owed, (_old, chip) in zip(shown, self._chips, strict=True)]
            return
        for _owed, chip in self._chips:
            self._chip_row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for owed in shown:
            chip = Chip(clickable=owed.is_open)
            if owed.is_open:
                chip.clicked.connect(lambda obligation_id=owed.id or 0: self.report_asked.emit(obligation_id))
            self._chip_row.addWidget(chip)
            self._chips.append((owed, chip))

    # -- mouse, keys, paint -------------------------------------------------------------------------------------

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()
        else:
            super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_R and not event.modifiers():
            upcoming = self.card.next_obligation if self.card else None
            self.report_asked.emit(upcoming.id or 0 if upcoming else 0)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = self.painter()
        tokens, rect, radius = theme(), QRectF(self.rect()), theme().px(6)
        border = tokens.color("accent" if self.hasFocus() else "extreme" if self._overdue else "line")
        draw_box(painter, rect, tokens.color("surface"), border, radius)
        grade = self.card.incident.grade if self.card else None
        paint_edge(painter, rect, tokens.color(grade.value if grade else "control"), radius)
        painter.end()


def chip_width(text: str, figure: str) -> int:
    """How much room a chip takes with the gap after it."""
    return theme().px(47 + 8) + text_width("dense", text) + text_width("dense_strong", figure)


def paint_edge(painter: QPainter, rect: QRectF, colour: QColor, radius: int) -> None:
    """The 4 px edge in the grade's colour."""

    outline = QPainterPath()
    outline.addRoundedRect(rect, radius, radius)
    painter.setClipPath(outline)
    painter.fillRect(QRectF(0, 0, theme().px(4), rect.height()), colour)
    painter.setClipping(False)


class RowView(Painted):
    """40 high: grade, number, title, and what is still to come."""

    opened = Signal()
    stepped = Signal(int)

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self.card: IncidentCard | None = None
        self._note = ""
        self._last = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_card(self, card: IncidentCard, now: datetime, *, last: bool) -> None:
        """Show an incident; the last row has no line under it."""
        self.card, self._last = card, last
        upcoming = card.next_obligation
        if upcoming is None:
            self._note = self.tr("Nothing owed")
        else:
            self._note = self.tr("{report}, due {clock}").format(
                report=obligation_name(upcoming), clock=when(upcoming.due_at, now, self._zone)
            )
        self.setAccessibleName(f"{self._grade_word()} {card.incident.number} {card.incident.title} {self._note}")
        self.update()

    def _grade_word(self) -> str:
        grade = self.card.incident.grade if self.card else None
        return f"{grade.roman} {word(grade)}" if grade else self.tr("No grade")

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(300), theme().px(40))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(40))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        card = self.card
        if card is None:
            return
        px, painter = theme().px, self.painter()
        if self.hasFocus():
            draw_box(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), None, theme().color("accent"), px(4))
        grade, height = card.incident.grade, self.height()
        badge, width = self._grade_word(), px(68)
        width = max(width, text_width("dense_strong", badge) + px(16))
        box = QRectF(px(19), (height - px(24)) / 2, width, px(24))
        if grade:
            draw_box(painter, box, theme().color(grade.value), None, px(4))
        else:
            draw_box(painter, box, None, theme().color("control"), px(4))
        x = px(19) + (width - text_width("dense_strong", badge)) / 2
        draw_text(
            painter,
            x,
            centred_baseline("dense_strong", height),
            badge,
            "dense_strong",
            "on_accent" if grade else "muted",
        )
        x = px(19) + width + px(16)
        x += draw_text(painter, x, centred_baseline("dense", height), card.incident.number, "dense", "muted") + px(16)
        note_width = text_width("label", self._note)
        right = self.width() - px(16) - note_width
        draw_text(painter, right, centred_baseline("label", height), self._note, "label", "muted")
        shown = elided("base", card.incident.title, max(0, round(right - px(16) - x)))
        draw_text(painter, x, centred_baseline("base", height), shown, "base", "text")
        if not self._last:
            painter.fillRect(QRectF(1, height - 1, self.width() - 2, 1), theme().color("hairline"))
        painter.end()
