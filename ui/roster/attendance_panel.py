"""Attendance: who should be here now, who signed in, who is missing, who is off post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.errors import DutyError, InputProblem
from ui.problems import words_for
from ui.roster.attendance_rows import OffPostForm, PresenceRow
from ui.roster.attendance_words import lately_said, read_board
from ui.roster.panel import RosterPanel
from ui.theme import theme
from ui.widgets import ElidedText, IconText, Line, SectionHeader, Text
from ui.words import clock_time, day_month, when

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from duty_console.roster.attendance.model import AttendanceLine, OffPost, PresenceState, SignIn
    from ui.roster.attendance_words import AttendanceBoard
    from ui.roster.context import PageContext


class AttendancePanel(RosterPanel):
    """A digit signs in; the row's button does too. Leaving the post opens a form under the row."""

    TABLES = frozenset(
        {
            "assignment",
            "duty_cover",
            "duty_leave",
            "post",
            "shift_pattern",
            "calendar_day",
            "person",
            "sign_in",
            "off_post",
        }
    )

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.board: AttendanceBoard | None = None
        self.rows: list[PresenceRow] = []
        self.form: OffPostForm | None = None
        self._minute: datetime | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.setContentsMargins(0, theme().px(4), 0, theme().px(12))
        self.column.addLayout(self._list)
        self.bench.ticked.connect(self._on_ticked)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("Attendance"))
        self._show()

    def refresh(self) -> None:
        services, now, zone = self.services, self.bench.clock.now(), self.bench.zone
        self._minute = now.replace(second=0, microsecond=0)
        self.read(
            lambda: read_board(services.roster, services.people, services.attendance(), now, zone),
            self._on_read,
            name="attendance",
        )

    def _on_read(self, board: AttendanceBoard) -> None:
        self.board = board
        self._show()
        if self._close.hasFocus() and self.rows:
            self.focus_first()

    def _on_ticked(self, now: datetime) -> None:
        """Minutes that somebody is missing go on by themselves."""
        if self.isVisible() and self._minute is not None and (now - self._minute).total_seconds() >= 60:
            self.refresh()

    def focus_first(self) -> None:
        """On who is missing first, else on the first button there is."""
        missing = [row.sign_in for row in self.rows if row.state.missing and row.sign_in.isVisibleTo(self)]
        waiting = [row.sign_in for row in self.rows if row.sign_in.isVisibleTo(self)]
        for button in (*missing, *waiting):
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().focus_first()

    # -- showing ------------------------------------------------------------------------------------

    def _show(self) -> None:
        focused = self._focused_row()
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.form:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        board = self.board
        if board is None:
            return
        self._add_head(self.tr("On duty now"), self._span(board))
        if board.shift is None:
            self._add(self._sentence(self.tr("No shift at this hour")))
        elif not board.now:
            self._add(self._sentence(self.tr("Nobody is on the roster now")))
        self._add_states(board.now, board)
        if board.next_shift is not None:
            title = self.tr("Takes over at {clock}").format(
                clock=clock_time(board.next_shift.starts_at, self.bench.zone)
            )
            self._add_head(title, "")
            self._add_states(board.coming, board)
        self._add_head(self.tr("Last seven days"), "")
        for line in board.lately[:20]:
            self._add(self._past_row(line, board))
        if not board.lately:
            self._add(self._sentence(self.tr("Everybody signed in, in time")))
        self._restore_focus(focused)

    def _span(self, board: AttendanceBoard) -> str:
        if board.shift is None:
            return ""
        start, end = (when(at, board.at, self.bench.zone) for at in (board.shift.starts_at, board.shift.ends_at))
        return f"{start} – {end}"

    def _add(self, widget: QWidget) -> None:
        self._list.addWidget(widget)
        widget.show()  # at once, so that it can take the keyboard

    def _add_head(self, title: str, note: str) -> None:
        px = theme().px
        if self._list.count():
            self._add(Line(strong=True))
        head = SectionHeader(title, note=note)
        head.setContentsMargins(px(16), px(10), px(16), px(4))
        self._add(head)

    def _sentence(self, words: str) -> Text:
        text = Text(words, "dense", "muted")
        text.setContentsMargins(theme().px(16), theme().px(8), theme().px(16), theme().px(8))
        return text

    def _add_states(self, states: Sequence[PresenceState], board: AttendanceBoard) -> None:
        for place, state in enumerate(states):
            if place:
                self._add(Line())
            waits = state.expected and state.sign_in is None and state.off_post is None
            taken = sum(1 for row in self.rows if row.key)
            row = PresenceRow(
                state,
                board.names.get(state.person_id, ""),
                board.posts.get(state.post_id, ""),
                str(taken + 1) if waits and taken < 9 else "",
                board.at,
                self.bench.zone,
                board.names,
            )
            row.sign_in_wanted.connect(lambda person_id=state.person_id: self.sign_in(person_id))
            row.off_wanted.connect(lambda person_id=state.person_id: self._ask_off(person_id))
            if state.off_post is not None:
                row.back_wanted.connect(lambda off_id=state.off_post.id: self.back(off_id))
            self.rows.append(row)
            self._add(row)
            if self.form is not None and self.form.person_id == state.person_id and state.off_post is None:
                self._add(self.form)

    def _past_row(self, line: AttendanceLine, board: AttendanceBoard) -> QWidget:
        px, row, said = theme().px, QFrame(), lately_said(line, self.bench.zone)
        across = QHBoxLayout(row)
        across.setContentsMargins(px(16), px(4), px(16), px(4))
        across.setSpacing(px(8))
        day = Text(day_month(line.shift_date), "dense", "muted")
        day.setFixedWidth(px(64))
        across.addWidget(day)
        across.addWidget(Text(board.names.get(line.person_id, ""), "dense"))
        across.addWidget(ElidedText(said.words, "dense", said.tone), 1)
        across.insertWidget(2, IconText(said.icon, "", tone=said.tone))
        return row

    def _focused_row(self) -> int | None:
        focused = self.window().focusWidget()
        return next((row.state.person_id for row in self.rows if focused and row.isAncestorOf(focused)), None)

    def _restore_focus(self, person_id: int | None) -> None:
        """The keyboard stays with the person, or goes on to the next who has not signed in."""
        if person_id is None:
            return
        waiting = [row.sign_in for row in self.rows if row.sign_in.isVisibleTo(self)]
        here = next((row for row in self.rows if row.state.person_id == person_id), None)
        own = [each for each in (here.sign_in, here.back, here.off) if each.isVisibleTo(self)] if here else []
        for button in (*waiting, *own):
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- acting -------------------------------------------------------------------------------------

    def sign_in(self, person_id: int) -> None:
        """The person is here."""
        services = self.services
        self.run(lambda: services.attendance().sign_in(person_id), self._on_signed)

    def _on_signed(self, sign_in: SignIn) -> None:
        name = self._name(sign_in.person_id)
        if sign_in.late_minutes:
            words = self.tr("{name} signed in, {minutes} min late").format(name=name, minutes=sign_in.late_minutes)
        else:
            words = self.tr("{name} signed in").format(name=name)
        self.bench.note(words)
        self.refresh()

    def _ask_off(self, person_id: int) -> None:
        self._drop_form()
        self.form = OffPostForm(person_id, self.context.persons, self.bench.clock, self.bench.zone)
        self.form.submitted.connect(self._on_off)
        self.form.cancelled.connect(self._on_off_cancelled)
        self._show()
        self.form.show()
        self.form.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_off(self) -> None:
        form = self.form
        entered = form.entered() if form is not None else None
        if form is None or entered is None:
            return
        services, person_id = self.services, form.person_id
        reason, cover, until = entered

        def failed(problem: DutyError) -> None:
            sentence = str(words_for(problem))
            if not (isinstance(problem, InputProblem) and form.show_problem(problem.field, sentence)):
                self.banner.show_problem(problem)

        self.run(lambda: services.attendance().off_post(person_id, reason, cover, until), self._on_left, failed)

    def _on_left(self, off: OffPost) -> None:
        self._drop_form()
        self.bench.note(self.tr("{name} is off post").format(name=self._name(off.person_id)))
        self.refresh()

    def _on_off_cancelled(self) -> None:
        person_id = self.form.person_id if self.form is not None else None
        self._drop_form()
        self._show()
        row = next((row for row in self.rows if row.state.person_id == person_id), None)
        (row.off if row is not None else self._close).setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def back(self, off_post_id: int) -> None:
        """The person is back."""
        services = self.services
        self.run(lambda: services.attendance().back(off_post_id), self._on_back)

    def _on_back(self, off: OffPost) -> None:
        self.bench.note(self.tr("{name} is back").format(name=self._name(off.person_id)))
        self.refresh()

    def _name(self, person_id: int) -> str:
        return self.board.names.get(person_id, "") if self.board is not None else ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = next((row for row in self.rows if row.key and row.key == event.text()), None)
        if row is not None and not event.modifiers():
            self.sign_in(row.state.person_id)
        else:
            super().keyPressEvent(event)
