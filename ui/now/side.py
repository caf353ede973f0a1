"""The right column: who is on duty today, what was handed over unfinished, what runs out, how the console itself is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.widgets import ElidedText, IconButton, IconText, Painted, Panel, Text, Translated
from ui.widgets.painted import centred_baseline, draw_icon, draw_text, elided, text_width
from ui.words import clock_time, day_month, obligation_name, when

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo

    from PySide6.QtGui import QPaintEvent

    from duty_console.clock import ClockJump
    from duty_console.handover.model import OpenItem
    from duty_console.incidents.model import IncidentCard
    from duty_console.roster.model import DutyPerson, Gap, OnDuty
    from duty_console.roster.rotation.model import Notice

WIDTH = 320
ROWS_MOST = 4


@dataclass(frozen=True, slots=True)
class Duty:
    """Who is on duty now, and who comes next."""

    now: OnDuty
    next: OnDuty | None = None


class SideColumn(Translated, QScrollArea):
    """320 wide; scrolls where the screen is low."""

    page_requested = Signal(str)
    """A page, or a panel of it (`roster:attendance`)."""

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._duty: Duty | None = None
        self._cards: tuple[IncidentCard, ...] = ()
        self._items: tuple[OpenItem, ...] | None = None
        self._gaps: tuple[Gap, ...] | None = None
        self._notices: tuple[Notice, ...] = ()
        self._begun = False
        self._now: datetime | None = None
        self._head: int | None = None
        self._sound: bool | None = None
        self._jump: ClockJump | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(theme().px(WIDTH))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("part", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        self.today, self.handed = Panel(" ", padding=0), Panel(" ", padding=0)
        self.expiring, self.state = Panel(" ", padding=0), Panel(padding=12)
        for panel in (self.today, self.handed, self.expiring, self.state):
            column.addWidget(panel)
        column.addStretch(1)
        self.attendance = IconButton("user-round-check", "")
        self.attendance.clicked.connect(lambda: self.page_requested.emit("roster:attendance"))
        self.today.add_action(self.attendance)
        self.setWidget(inside)
        self.retranslate()

    def retranslate(self) -> None:
        self.today.set_title(self.tr("On duty today"))
        self.attendance.set_name(self.tr("Attendance: sign in, off post"))
        self.handed.set_title(self.tr("Open for handover"))
        self.expiring.set_title(self.tr("Coming up"))
        if self._begun:
            self._fill()

    def begin(self) -> None:
        """Fill the column: once the cards stand, which come first. Until then it claims nothing."""
        if not self._begun:
            self._begun = True
            self._fill()

    def _fill(self) -> None:
        self._fill_today()
        self._fill_handed()
        self._fill_expiring()
        self._fill_state()

    # -- what it shows ------------------------------------------------------------------------------------------

    def show_duty(self, duty: Duty) -> None:
        """Who is on duty."""
        if duty != self._duty:
            self._duty = duty
            if self._begun:
                self._fill_today()

    def show_open(self, cards: Sequence[IncidentCard], items: Sequence[OpenItem] | None, now: datetime) -> None:
        """What the next shift takes over: tasks (where they are kept) and limits still running."""
        fresh = (tuple(cards), tuple(items) if items is not None else None)
        if fresh != (self._cards, self._items) or self._now is None:
            self._cards, self._items = fresh
            self._now = now
            if self._begun:
                self._fill_handed()

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Posts of the coming days that nobody holds."""
        if tuple(gaps) != self._gaps:
            self._gaps = tuple(gaps)
            if self._begun:
                self._fill_expiring()

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """What the check of the coming week found."""
        if tuple(notices) != self._notices:
            self._notices = tuple(notices)
            if self._begun:
                self._fill_expiring()

    def show_state(self, head: int | None, sound: bool | None, jump: ClockJump | None) -> None:
        """Journal, sound and clock; what is None is not shown."""
        if (head, sound, jump) != (self._head, self._sound, self._jump):
            self._head, self._sound, self._jump = head, sound, jump
            if self._begun:
                self._fill_state()

    def counts(self) -> tuple[int, int]:
        """How much is open for handover, and how much is coming up: for the folded column."""
        return len(self._open_lines()), len(self._gaps_by_shift()) + len(self._other_lines())

    # -- today --------------------------------------------------------------------------------------------------

    def _fill_today(self) -> None:
        _clear(self.today)
        duty = self._duty
        if duty is None:
            self.today.set_note("")
            return
        shift = duty.now.shift
        if shift is None:
            self.today.set_note("")
            self.today.add_row(_text_row(self.tr("No shift at this hour"), "muted"))
        else:
            start, end = shift.starts_at.astimezone(self._zone), shift.ends_at.astimezone(self._zone)
            span = self.tr("{day} {clock} – {next_day} {next_clock}")
            self.today.set_note(
                span.format(day=start.day, clock=f"{start:%H:%M}", next_day=end.day, next_clock=f"{end:%H:%M}")
            )
            self._fill_persons(duty.now)
        if duty.next is not None and duty.next.shift is not None:
            self.today.add_row(self._next_row(duty.next))

    def _fill_persons(self, now: OnDuty) -> None:
        for leader in now.leaders:
            self.today.add_row(self._leader_row(leader))
        if not now.leaders:
            self.today.add_row(_text_row(self.tr("No leader on the roster"), "extreme"))
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, theme().px(6), 0, theme().px(6))
        column.setSpacing(0)
        for officer in (*now.officers, *now.standby):
            column.addWidget(_officer_row(officer))
        for gap in now.gaps:
            column.addWidget(_text_row(_gap_words(gap, self.tr("{post}: {count} missing")), "extreme", 30))
        if now.officers or now.standby or now.gaps:
            self.today.add_row(rows)

    def _leader_row(self, leader: DutyPerson) -> QWidget:
        px = theme().px
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(px(16), px(10), px(16), px(12))
        column.setSpacing(px(2))
        column.addWidget(Text(leader.post, "dense", "muted"))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(Text(leader.name, "page"))
        row.addWidget(ElidedText(leader.title, "dense", "muted"), 1)
        row.addWidget(_phone(leader.phone, "card"))
        column.addLayout(row)
        return widget

    def _next_row(self, duty: OnDuty) -> QWidget:
        px = theme().px
        widget = QWidget()
        widget.setFixedHeight(px(38))
        row = QHBoxLayout(widget)
        row.setContentsMargins(px(16), 0, px(16), 0)
        row.setSpacing(px(10))
        start = duty.shift.starts_at if duty.shift else duty.at
        takes_over = self.tr("{clock} takes over").format(clock=clock_time(start, self._zone))
        row.addWidget(Text(takes_over, "label", "muted"))
        names = [person.name for person in (*duty.leaders, *duty.officers)]
        row.addWidget(ElidedText("  ".join(names) or self.tr("nobody yet"), "dense", "text" if names else "extreme"), 1)
        return widget

    # -- open ---------------------------------------------------------------------------------------------------

    def _open_lines(self) -> list[tuple[str, str, datetime | None]]:
        """(what, whose, by when), the earliest first; tasks before limits of the same moment."""
        lines = [(item.text, item.owner, item.due_at) for item in self._items or ()]
        for card in self._cards:
            for owed in card.obligations:
                if owed.is_open:
                    what = f"{obligation_name(owed)} {owed.recipient}"
                    lines.append((what, f"{card.incident.number} {card.incident.title}", owed.due_at))
        far = max((due for _w, _o, due in lines if due is not None), default=None)
        lines.sort(key=lambda line: (line[2] is None, line[2] or far))
        return lines

    def _fill_handed(self) -> None:
        _clear(self.handed)
        lines, base = self._open_lines(), self._now
        self.handed.set_subtitle(str(len(lines)) if lines else "")
        for what, whose, due in lines[:ROWS_MOST]:
            by = ""
            if due is not None and base is not None:
                by = self.tr("by {clock}").format(clock=when(due, base, self._zone))
            self.handed.add_row(TwoLines(what, whose, by))
        if len(lines) > ROWS_MOST:
            more = self.tr("{count} more").format(count=len(lines) - ROWS_MOST)
            self.handed.add_row(_text_row(more, "muted", 32))
        if not lines:
            self.handed.add_row(_text_row(self.tr("Nothing is open"), "muted"))

    # -- coming up ----------------------------------------------------------------------------------------------

    def _fill_expiring(self) -> None:
        _clear(self.expiring)
        self.expiring.set_note(self.tr("within 30 days") if self._gaps else "")
        shifts = self._gaps_by_shift()
        for gaps in shifts[:ROWS_MOST]:
            text = self._gap_line(gaps)
            right = self._ahead_of(gaps[0]) or self.tr("gap")
            self.expiring.body.addWidget(StateLine("calendar-x", "extreme", text, right, "extreme"))
        if len(shifts) > ROWS_MOST:
            more = self.tr("{count} more").format(count=len(shifts) - ROWS_MOST)
            self.expiring.body.addWidget(_text_row(more, "muted", 32))
        for icon, tone, text, right in self._other_lines():
            self.expiring.body.addWidget(StateLine(icon, tone, text, right, tone))
        if not shifts and self._gaps is not None:
            self.expiring.body.addWidget(_text_row(self.tr("The roster has no gap for 30 days"), "muted"))

    def _gaps_by_shift(self) -> list[list[Gap]]:
        """A month that nobody has planned yet is one line a shift, not one for every post."""
        found: dict[datetime, list[Gap]] = {}
        for gap in self._gaps or ():
            found.setdefault(gap.shift.starts_at, []).append(gap)
        return [found[start] for start in sorted(found)]

    def _gap_line(self, gaps: list[Gap]) -> str:
        day, first = day_month(gaps[0].shift.date), gaps[0]
        if len(gaps) == 1:
            return self.tr("{day} {post}: {count} missing").format(day=day, post=first.post, count=first.missing)
        return f"{day} {self.tr(', ').join(gap.post for gap in gaps)}"

    def _ahead_of(self, gap: Gap) -> str:
        """Within how many days the shift of a gap begins, where that is near."""
        days = next((each.days for each in self._notices if each.finding.shift_date == gap.shift.date), None)
        return self._within(days) if days is not None else ""

    def _within(self, days: int) -> str:
        return self.tr("within a day") if days == 1 else self.tr("within {days} days").format(days=days)

    def _other_lines(self) -> list[tuple[str, str, str, str]]:
        """What is near and not a gap, one line a kind: icon, tone, words, within how many days."""
        if not self._notices:
            return []
        from ui.now.ahead import lines_of  # the words of the check are wanted only once there is something to say

        return [(icon, tone, text, self._within(days)) for icon, tone, text, days in lines_of(self._notices)]

    # -- the console itself -------------------------------------------------------------------------------------

    def _fill_state(self) -> None:
        _clear(self.state)
        lines: list[StateLine] = []
        if self._jump is None:
            lines.append(StateLine("clock", "good", self.tr("Clock runs true"), ""))
        else:
            at = clock_time(self._jump.noticed_at, self._zone)
            changed = self.tr("Clock changed at {clock}").format(clock=at)
            lines.append(StateLine("clock", "severe", changed, "", "severe"))
        if self._head is not None:
            lines.append(StateLine("link", "good", self.tr("Journal written"), f"#{self._head}"))
        if self._sound is not None:
            icon, tone = ("volume-2", "good") if self._sound else ("volume-x", "severe")
            said = self.tr("Alarm sound on") if self._sound else self.tr("Alarm sound off")
            lines.append(StateLine(icon, tone, said, ""))
        for line in lines:
            line.setFixedHeight(theme().px(26))
            self.state.add(line)
        self.state.body.setSpacing(0)


class TwoLines(Painted):
    """52 high: what, under it whose and by when."""

    def __init__(self, what: str, whose: str, by: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what, self._whose, self._by = what, whose, by
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{what} {whose} {by}".strip())

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(49))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px, painter = theme().px, self.painter()
        width = self.width() - px(32)
        first, second = px(6) + theme().metrics("dense").ascent(), px(28) + theme().metrics("label").ascent()
        draw_text(painter, px(16), first, elided("dense", self._what, width), "dense", "text")
        by = text_width("label", self._by)
        draw_text(painter, px(16) + width - by, second, self._by, "label", "muted")
        whose = elided("label", self._whose, width - by - px(8))
        draw_text(painter, px(16), second, whose, "label", "muted")
        self.setToolTip(f"{self._what}\n{self._whose}")
        painter.end()


class StateLine(Painted):
    """36 high: icon, words, a word or number at the right."""

    def __init__(
        self, icon: str, icon_tone: str, text: str, right: str, tone: str = "muted", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._icon_tone, self._text, self._right, self._tone = icon, icon_tone, text, right, tone
        self._inset = 16
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{text} {right}".strip())

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(36))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px, painter, height = theme().px, self.painter(), self.height()
        inset = px(16 if height >= px(30) else 4)
        draw_icon(painter, inset, height, self._icon, self._icon_tone, px(16))
        baseline = centred_baseline("dense", height)
        right = self.width() - inset - text_width("dense_strong", self._right)
        draw_text(painter, right, baseline, self._right, "dense_strong", self._tone)
        x = inset + px(26)
        draw_text(painter, x, baseline, elided("dense", self._text, int(right - x - px(8))), "dense", "text")
        painter.end()


def _phone(number: str, role: str = "dense") -> QWidget:
    if not number:
        return Text("–", "dense", "muted")
    return IconText("phone", number, role="card" if role == "card" else "dense", icon_tone="accent")


def _officer_row(officer: DutyPerson) -> QWidget:
    px = theme().px
    widget = QWidget()
    widget.setFixedHeight(px(30))
    row = QHBoxLayout(widget)
    row.setContentsMargins(px(16), 0, px(16), 0)
    post = ElidedText(officer.post, "dense", "muted")
    post.setFixedWidth(px(64))
    row.addWidget(post)
    row.addWidget(ElidedText(officer.name, "base"), 1)
    row.addWidget(_phone(officer.phone))
    return widget


def _text_row(text: str, tone: str, height: int = 44) -> QWidget:
    widget = QWidget()
    widget.setFixedHeight(theme().px(height))
    row = QHBoxLayout(widget)
    row.setContentsMargins(theme().px(16), 0, theme().px(16), 0)
    row.addWidget(ElidedText(text, "dense", tone))
    return widget


def _gap_words(gap: Gap, pattern: str) -> str:
    return pattern.format(post=gap.post, count=gap.missing)


def _clear(panel: Panel) -> None:
    while (item := panel.body.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
