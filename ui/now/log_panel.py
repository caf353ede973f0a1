"""The running log of the shift with its one line that is always open: Enter saves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.dutylog.model import WRITABLE, LogEntry, LogKind
from duty_console.errors import DutyError, InputProblem
from ui.now.log_line import LogLine, read_line
from ui.now.log_rows import ROW, LogRows
from ui.problems import words_for
from ui.theme import theme
from ui.widgets import Button, IconButton, Painted, Panel, Text, Translated
from ui.widgets.painted import draw_box
from ui.words import clock_time, word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from duty_console.dutylog.service import DutyLog
    from duty_console.incidents.service import Incidents
    from ui.workbench import Workbench


class LogPanel(Translated, Panel):
    """Shows what it is given; writes by itself. `written(LogEntry)` after the durable commit."""

    written = Signal(object)

    def __init__(self, incidents: Incidents, dutylog: DutyLog, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=0, parent=parent)
        self._incidents, self._dutylog, self._bench = incidents, dutylog, bench
        self._numbers: tuple[str, ...] = ()
        self._count = 0
        self._kind = LogKind.NOTE
        self._correcting: LogEntry | None = None
        self._kept = ""
        self._pending: str | None = None
        self.rows = LogRows(bench.zone)
        self.input = LogInput()
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        px = theme().px
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.rows.setMinimumHeight(px(ROW) * 3)
        self.add(self.rows, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(9), px(4), px(9), px(9))
        foot.setSpacing(px(4))
        self._correction_bar = QWidget()
        bar = QHBoxLayout(self._correction_bar)
        bar.setContentsMargins(px(7), 0, 0, 0)
        bar.setSpacing(px(8))
        self._correction = Text("", "dense", "severe")
        self._cancel = IconButton("x", "")
        self._cancel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar.addWidget(self._correction, 1)
        bar.addWidget(self._cancel)
        self._correction_bar.hide()
        self._problem = Text("", "label", "extreme", wrap=True)
        self._problem.setContentsMargins(px(7), 0, 0, 0)
        self._problem.hide()
        for widget in (self._correction_bar, self.input, self._problem):
            foot.addWidget(widget)
        self.add(foot)

    def _connect(self) -> None:
        self.input.edit.textEdited.connect(self._on_edited)
        self.input.edit.returnPressed.connect(self._save)
        self.input.escaped.connect(self._on_escaped)
        self.input.left_upwards.connect(self._enter_rows)
        self.input.kind_button.clicked.connect(self._choose_kind)
        self._cancel.clicked.connect(self._end_correction)
        self.rows.correction_requested.connect(self.begin_correction)
        self.rows.incident_requested.connect(self._bench.incident_requested)
        focus = QShortcut(QKeySequence("Ctrl+L"), self)
        focus.activated.connect(self.input.edit.setFocus)

    def retranslate(self) -> None:
        self.set_title(self.tr("Duty log"))
        self.set_note(self.tr("Lines are added, never changed; a slip is corrected by a line"))
        self._cancel.set_name(self.tr("Leave the correction (Esc)"))
        self._show_count()
        self._show_mode()
        self._understand()

    # -- what is shown ------------------------------------------------------------------------------------------

    def show_entries(self, entries: Sequence[LogEntry], count: int, now: datetime) -> None:
        """Show the lines of the shift; `count` is how many there are in all."""
        self._count = count
        self._show_count()
        self.rows.show_entries(entries, now)

    def set_numbers(self, numbers: Sequence[str]) -> None:
        """The incidents that `#02` may mean."""
        self._numbers = tuple(numbers)
        self._understand()

    def tick(self, now: datetime) -> None:
        """The time that a line without one gets."""
        if not self.input.has_own_time:
            self.input.set_time(clock_time(now, self._bench.zone), own=False)

    def _show_count(self) -> None:
        self.set_subtitle(self.tr("{count} in this shift").format(count=self._count))

    # -- typing -------------------------------------------------------------------------------------------------

    def _kinds(self) -> dict[str, LogKind]:
        kinds = {kind.zh: kind for kind in WRITABLE}
        return kinds | {word(kind): kind for kind in WRITABLE}

    def _read(self) -> LogLine:
        now = self._bench.clock.now()
        return read_line(self.input.edit.text(), now, self._bench.zone, self._kinds(), self._numbers)

    def _on_edited(self) -> None:
        self._say(None)
        self._understand()

    def _understand(self) -> None:
        """Show beside the line what was understood of it."""
        now = self._bench.clock.now()
        if self._correcting is not None:
            self.input.set_time(clock_time(now, self._bench.zone), own=False)
            self.input.set_hint(self.tr("Enter strikes and adds"))
            return
        try:
            line = self._read()
        except InputProblem:
            line = LogLine("")
        at = line.at or now
        self.input.set_time(clock_time(at, self._bench.zone), own=line.at is not None)
        self.input.set_kind(line.kind or self._kind, word(line.kind or self._kind))
        self.input.set_hint(f"#{line.number}" if line.number else self.tr("Enter saves"), strong=bool(line.number))

    def _choose_kind(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in WRITABLE:
            action = menu.addAction(word(kind))
            action.triggered.connect(lambda _checked=False, kind=kind: self.set_kind(kind))
        menu.popup(self.input.kind_button.mapToGlobal(self.input.kind_button.rect().topLeft()))

    def set_kind(self, kind: LogKind) -> None:
        """What lines without a kind of their own are."""
        self._kind = kind
        self._understand()
        self.input.edit.setFocus()

    # -- saving -------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        typed = self.input.edit.text()
        if self._pending is not None or not typed.strip():
            return
        try:
            work = self._correction_work(typed) if self._correcting is not None else self._line_work()
        except InputProblem as problem:
            self._say(problem)
            return
        self._pending = typed
        self.input.set_hint(self.tr("saving"))
        self._bench.jobs.run(work, self._on_written, self._on_failed, owner=self)

    def _line_work(self):  # noqa: ANN202 - a job, typed by what it returns
        line = self._read()
        if line.at is not None and line.at > self._bench.clock.now():
            raise InputProblem("at", "time_in_future")
        if not line.text:
            raise InputProblem("text", "text_missing")
        kind, incidents, dutylog = line.kind or self._kind, self._incidents, self._dutylog
        if line.number is not None:
            number = line.number
            return lambda: incidents.add_entry(number, kind, line.text, line.at)
        return lambda: dutylog.note(line.text, line.at, kind)

    def _correction_work(self, typed: str):  # noqa: ANN202 - a job, typed by what it returns
        entry, dutylog = self._correcting, self._dutylog
        if entry is None or typed.strip() == entry.text.strip():
            raise InputProblem("text", "nothing_changed")
        return lambda: dutylog.correct(entry.id, typed)

    def _on_written(self, entry: LogEntry) -> None:
        saved, self._pending = self._pending or "", None
        typed = self.input.edit.text()
        if self._correcting is not None:
            self._end_correction()
        else:
            self.input.edit.setText(typed[len(saved) :].lstrip() if typed.startswith(saved) else typed)
            self._kind = LogKind.NOTE
        self._say(None)
        self._understand()
        self._bench.note(self.tr("Saved #{seq}").format(seq=entry.journal_seq))
        self.rows.scrollToBottom()
        self.written.emit(entry)

    def _on_failed(self, problem: DutyError) -> None:
        self._pending = None
        self._understand()
        self._say(problem)

    def _say(self, problem: DutyError | None) -> None:
        self._problem.setText(str(words_for(problem)) if problem is not None else "")
        self._problem.setVisible(problem is not None)

    def problem(self) -> str:
        """The sentence under the line, empty if none."""
        return "" if self._problem.isHidden() else self._problem.text()

    # -- correcting ---------------------------------------------------------------------------------------------

    def begin_correction(self, entry: LogEntry) -> None:
        """Put a line into the input to be written anew; what was being typed comes back afterwards."""
        if self._correcting is None:
            self._kept = self.input.edit.text()
        self._correcting = entry
        self.input.edit.setText(entry.text)
        self._say(None)
        self._show_mode()
        self._understand()
        self.input.edit.setFocus()
        self.input.edit.end(False)

    def _end_correction(self) -> None:
        self._correcting = None
        self.input.edit.setText(self._kept)
        self._kept = ""
        self._say(None)
        self._show_mode()
        self._understand()

    def _show_mode(self) -> None:
        entry = self._correcting
        self._correction_bar.setVisible(entry is not None)
        self.input.kind_button.setEnabled(entry is None)
        if entry is None:
            self.input.set_placeholder(
                self.tr("Write a line: 0305 or -5 sets the time, “来电 …” the kind, #02 the incident")
            )
            return
        self._correction.setText(
            self.tr("Correcting the line of {clock}: the old text stays readable").format(
                clock=clock_time(entry.at, self._bench.zone)
            )
        )
        self.input.set_kind(LogKind.CORRECTION, word(LogKind.CORRECTION))

    def _on_escaped(self) -> None:
        if self._correcting is not None:
            self._end_correction()

    def _enter_rows(self) -> None:
        if self.rows.lines.rowCount():
            self.rows.setFocus()
            self.rows.setCurrentIndex(self.rows.lines.index(self.rows.lines.rowCount() - 1))


class LogInput(Painted):
    """36 high: time, kind, text, what was understood."""

    escaped = Signal()
    left_upwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        self.setFixedHeight(px(36))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(2), px(12), px(2))
        row.setSpacing(px(8))
        self._time = Text("", "dense_strong", "muted")
        self.kind_button = Button("", kind="link")
        self.kind_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.edit = _Edit()
        self.edit.setProperty("part", "bare")
        self.edit.setMaxLength(4000)
        self._hint = Text("", "label", "muted")
        row.addWidget(self._time)
        row.addWidget(self.kind_button)
        row.addWidget(self.edit, 1)
        row.addWidget(self._hint)
        self.has_own_time = False
        self.edit.escaped.connect(self.escaped)
        self.edit.left_upwards.connect(self.left_upwards)
        self.edit.focus_changed.connect(self.update)
        QWidget.setTabOrder(self.edit, self.kind_button)

    def set_time(self, text: str, *, own: bool) -> None:
        """The time the line will carry; `own` if it was typed."""
        self.has_own_time = own
        self._time.setText(text)
        self._time.set_tone("accent" if own else "muted")

    def time(self) -> str:
        """The time shown."""
        return self._time.text()

    def set_kind(self, kind: LogKind, shown: str) -> None:
        """The kind the line will have."""
        self.kind_button.setText(shown)
        self.kind_button.setAccessibleName(shown)
        self.kind_button.setProperty("log_kind", kind.value)
        self.kind_button.updateGeometry()

    def set_hint(self, text: str, *, strong: bool = False) -> None:
        """What stands at the right end."""
        self._hint.setText(text)
        self._hint.set_tone("accent" if strong else "muted")

    def hint(self) -> str:
        """What stands at the right end."""
        return self._hint.text()

    def set_placeholder(self, text: str) -> None:
        """What an empty line says."""
        self.edit.setPlaceholderText(text)
        self.edit.setAccessibleName(text)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = self.painter()
        focused = self.edit.hasFocus()
        border = theme().color("accent" if focused else "control")
        draw_box(painter, QRectF(self.rect()), theme().color("surface"), border, theme().px(6))
        if focused:
            draw_box(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), None, border, theme().px(5))
        painter.end()


class _Edit(QLineEdit):
    escaped = Signal()
    left_upwards = Signal()
    focus_changed = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Up:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()
