"""The duty strip along the top: always visible, never covered (look.md, "The frame")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget
from typing_extensions import override

from duty_console.alarms.model import AlarmStep
from ui.shell import strip_words as words
from ui.shell.segment import Segment
from ui.theme import theme
from ui.theme.tokens import mix
from ui.widgets import Button, IconLabel, Translated
from ui.widgets.painted import Painted, draw_text, elided, text_width

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from duty_console.alarms.model import AlarmBoard
    from duty_console.roster.model import DutyPerson
    from ui.shell.standing import Standing

HEIGHT = 72
LOGO_WIDTH = 72


class ClockFace(Painted):
    """The clock with seconds over the date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time, self._date = "", ""

    def show_moment(self, time: str, date: str) -> bool:
        """Show both; True when the date's room changed."""
        changed = date != self._date
        if (time, date) != (self._time, self._date):
            self._time, self._date = time, date
            self.setAccessibleName(f"{date} {time}")
            self.update()
        return changed

    def time_text(self) -> str:
        """What the clock shows."""
        return self._time

    def date_text(self) -> str:
        """What stands under it."""
        return self._date

    def preferred_width(self) -> int:
        """All of it."""
        return max(self.least_width(), text_width("label", self._date) + theme().px(28))

    def least_width(self) -> int:
        """The clock alone."""
        return text_width("figure", "00:00:00") + theme().px(28)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = self.painter()
        x = theme().px(12)
        draw_text(painter, x, theme().px(28) + theme().metrics("figure").capHeight() / 2, self._time, "figure", "text")
        date = elided("label", self._date, self.width() - x)
        self.setToolTip(self._date if date != self._date else "")
        draw_text(painter, x, theme().px(54) + theme().metrics("label").capHeight() / 2, date, "label", "muted")
        painter.end()


class DutyStrip(Translated, QWidget):
    """Shows a standing, a board, the moment and the last journal number; decides nothing.

    `tick(now)` once a second. Colours follow the limit: amber while a warning rings, red while anything is due.
    """

    incident_requested = Signal(str)
    alarms_requested = Signal()
    intake_requested = Signal()
    recorder_chosen = Signal(str)
    leader_requested = Signal()

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._now: datetime | None = None
        self._standing: Standing | None = None
        self._board: AlarmBoard | None = None
        self._seq: int | None = None
        self._recorder = ""
        self._sound = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme().px(HEIGHT))
        self._logo = IconLabel("shield-check", "accent", 28, self)
        self.clock = ClockFace(self)
        self.shift = Segment(parent=self)
        self.leader = Segment(clickable=True, parent=self)
        self.officers = Segment(clickable=True, parent=self)
        self.limit = Segment(clickable=True, parent=self)
        self.alarm = Segment(clickable=True, parent=self)
        self.saved = Segment(parent=self)
        self.intake = Button("", kind="primary", icon="phone-incoming", hint="F2", large=True, parent=self)
        self.intake.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not take the focus out of a form
        self.leader.activated.connect(self.leader_requested)
        self.officers.activated.connect(self._choose_recorder)
        self.limit.activated.connect(self._on_limit)
        self.alarm.activated.connect(self.alarms_requested)
        self.intake.clicked.connect(self.intake_requested)
        self.retranslate()

    # -- what it is told ------------------------------------------------------------------------------------------

    def tick(self, now: datetime) -> None:
        """Show this moment."""
        self._now = now
        self._show()

    def show_standing(self, standing: Standing) -> None:
        """Show who is on duty and the next limit."""
        self._standing = standing
        self.show_saved(standing.journal_seq)
        self._show()

    def show_board(self, board: AlarmBoard) -> None:
        """Follow the alarms."""
        self._board = board
        self._show()
        self.update()

    def show_saved(self, journal_seq: int) -> None:
        """Show the journal's last number; it never goes back."""
        self._seq = max(journal_seq, self._seq or 0)
        self._show()

    def show_recorder(self, name: str) -> None:
        """Show who is recording."""
        self._recorder = name
        self._show()

    def show_sound(self, enabled: bool) -> None:
        """Tell that alarms are silent here."""
        self._sound = enabled
        self._show()

    @property
    def mood(self) -> str:
        """`calm`, `amber` while a warning rings, `red` while anything is due or overdue."""
        steps = {alarm.step for alarm in self._board.alarms} if self._board else set()
        if steps & {AlarmStep.DUE, AlarmStep.OVERDUE} or self.limit.is_solid:
            return "red"
        warned = self._board is not None and self._board.loudest is AlarmStep.WARNING
        return "amber" if warned else "calm"

    def retranslate(self) -> None:
        self.intake.setText(self.tr("Take a call"))
        self.intake.setToolTip(self.tr("Take down a call (F2)"))
        self.setAccessibleName(self.tr("Duty strip"))
        self._show()
        self._lay_out()

    # -- showing --------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        now, standing = self._now, self._standing
        if now is None:
            return
        moved = [self.clock.show_moment(*words.clock_words(now, self._zone, standing))]
        for segment, (label, pieces) in (
            (self.shift, words.shift_words(now, self._zone, standing)),
            (self.leader, words.leader_words(standing)),
            (self.officers, words.officer_words(standing, self._recorder)),
            (self.alarm, words.alarm_words(self._board, sound=self._sound)),
            (self.saved, words.saved_words(self._seq)),
        ):
            moved.append(segment.show_value(label, *pieces))
        was_solid = self.limit.is_solid
        label, pieces, overdue = words.limit_words(now, self._zone, standing, soon=self._limit_is_soon())
        moved.append(self.limit.show_value(label, *pieces, solid=overdue))
        if was_solid != overdue:
            self.update()
        if any(moved):
            self._lay_out()

    def _limit_is_soon(self) -> bool:
        if self._standing is None or self._standing.next_owed is None or self._board is None:
            return False
        key = f"obligation:{self._standing.next_owed.id}"
        return any(alarm.item.key == key for alarm in self._board.alarms)

    # -- room -----------------------------------------------------------------------------------------------------

    def _segments(self) -> tuple[Segment | ClockFace, ...]:
        return (self.clock, self.shift, self.leader, self.officers, self.limit, self.alarm, self.saved)

    def _lay_out(self) -> None:
        """Give every segment what it wants; where that is too much, the least urgent give way first."""
        if self.width() < 1:
            return
        px = theme().px
        button = self.intake.sizeHint()
        logo, right = px(LOGO_WIDTH), button.width() + px(28)
        room = self.width() - logo - right
        parts = self._segments()
        widths = {part: min(part.preferred_width(), px(340)) for part in parts}
        self._shrink(widths, sum(widths.values()) - room)
        surplus = max(0, room - sum(widths.values()))
        for part, share in ((self.shift, 0.15), (self.leader, 0.2), (self.officers, 0.25), (self.limit, 0.4)):
            widths[part] += int(surplus * share)
        x = logo
        side = px(28)
        self._logo.setGeometry((logo - side) // 2, (self.height() - side) // 2, side, side)
        for part in parts:
            part.setGeometry(QRect(x, 0, widths[part], self.height() - 1))
            x += widths[part]
        top = (self.height() - button.height()) // 2
        self.intake.setGeometry(self.width() - button.width() - px(14), top, button.width(), button.height())
        self.update()

    def _shrink(self, widths: dict[Segment | ClockFace, int], excess: int) -> None:
        """Labels are cut first, then values; the numbers that one must read go last."""
        segments = (self.limit, self.leader, self.shift, self.officers)
        floors: list[tuple[Segment | ClockFace, int]] = [(each, each.value_width()) for each in segments]
        order = (self.officers, self.limit, self.clock, self.leader, self.shift, self.alarm, self.saved)
        floors += [(each, each.least_width()) for each in order]
        for part, floor in floors:
            given = max(0, min(excess, widths[part] - floor))
            widths[part] -= given
            excess -= given

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(900), theme().px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        mood = self.mood
        ground = {"red": "tint_red", "amber": "tint_amber"}.get(mood, "surface")
        edge = {"red": "extreme", "amber": "severe"}.get(mood, "line")
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color(ground))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().color(edge))
        tokens = theme().tokens
        between = QColor(tokens.line if mood == "calm" else mix(getattr(tokens, ground), getattr(tokens, edge), 0.35))
        for part in self._segments()[1:]:
            painter.fillRect(part.x(), 0, 1, self.height() - 1, between)
        painter.fillRect(self.saved.geometry().right() + 1, 0, 1, self.height() - 1, between)
        painter.end()

    # -- acts -----------------------------------------------------------------------------------------------------

    def _on_limit(self) -> None:
        if self._standing is not None and self._standing.next_owed is not None:
            self.incident_requested.emit(self._standing.next_number)

    def _choose_recorder(self) -> None:
        """The menu under the officers: who writes the entries from now on."""
        menu = self.recorder_menu()
        if menu is not None:
            menu.popup(self.officers.mapToGlobal(self.officers.rect().bottomLeft()))

    def recorder_menu(self) -> QMenu | None:
        """The menu of those on duty, None while nobody is."""
        people: tuple[DutyPerson, ...] = words.people_on_duty(self._standing.duty) if self._standing else ()
        if not people:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Who is recording"))
        menu.addSection(self.tr("Who is recording"))
        group = QActionGroup(menu)
        for person in people:
            action = menu.addAction(f"{person.name}  {person.post}")
            action.setCheckable(True)
            action.setChecked(person.name == self._recorder)
            action.setActionGroup(group)
            action.triggered.connect(lambda _checked=False, name=person.name: self.recorder_chosen.emit(name))
        return menu
