"""The line under a timeline that is always open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.dutylog.model import WRITABLE, LogEntry, LogKind
from ui.now.log_line import LogLine, read_line
from ui.theme import icon, theme
from ui.widgets import (
    Button,
    ElidedText,
    IconButton,
    IconLabel,
    Text,
    Translated,
    repolish,
)
from ui.words import LOG_LOOK, clock_time, when, word

if TYPE_CHECKING:
    from ui.workbench import Workbench

_MASK = "\ue000"
_KINDS = tuple(kind for kind in WRITABLE if kind not in (LogKind.HANDOVER, LogKind.SPOT_CHECK))


class EntryBar(Translated, QWidget):
    """One line, Enter, saved: `submitted(LogLine, answers_id or None)`. The text stays until `clear` is called."""

    submitted = Signal(object, object)

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._kind = LogKind.NOTE
        self._answers: LogEntry | None = None
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(6), px(8), px(8))
        column.setSpacing(px(4))
        column.addWidget(self._make_target())
        self._frame = QFrame()
        self._frame.setProperty("part", "table")
        self._frame.setFixedHeight(px(36))
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(px(12), 0, px(10), 0)
        row.setSpacing(px(8))
        self._time = Text("", "strong", "muted")
        self._kind_button = Button("", kind="quiet")
        self._kind_button.clicked.connect(self._choose_kind)
        self.edit = QLineEdit()
        self.edit.setProperty("part", "bare")
        self.edit.setMaxLength(4000)
        self.edit.textChanged.connect(self._show_meaning)
        self.edit.returnPressed.connect(self._submit)
        self.edit.installEventFilter(self)
        self._hint = Text("", "label", "muted")
        for widget in (self._time, self._kind_button):
            row.addWidget(widget)
        row.addWidget(self.edit, 1)
        row.addWidget(self._hint)
        column.addWidget(self._frame)
        self._problem = Text("", "label", "extreme", wrap=True)
        self._problem.hide()
        column.addWidget(self._problem)
        bench.ticked.connect(self._on_ticked)
        self.retranslate()

    def _make_target(self) -> QWidget:
        px = theme().px
        self._target = QWidget()
        row = QHBoxLayout(self._target)
        row.setContentsMargins(px(6), 0, 0, 0)
        row.setSpacing(px(6))
        self._target_text = ElidedText("", "label", "good")
        self._target_end = IconButton("x", "")
        self._target_end.setFixedSize(px(22), px(22))
        self._target_end.clicked.connect(lambda: self.answer(None))
        row.addWidget(IconLabel("corner-down-right", "good", 14))
        row.addWidget(self._target_text, 1)
        row.addWidget(self._target_end)
        self._target.hide()
        return self._target

    def retranslate(self) -> None:
        self._hint.setText(self.tr("Enter saves"))
        self.edit.setAccessibleName(self.tr("New line of the timeline"))
        self.edit.setPlaceholderText(self.tr("Write a line; only ever added. Right-click a line to correct it"))
        self.edit.setToolTip(self.tr("In front: a time (0305, -5) if it was not now, a kind (Scene)"))
        self._target_end.set_name(self.tr("No feedback"))
        self._show_target()
        self._show_kind()
        self._show_meaning()

    # -- kind and target ---------------------------------------------------------------------------

    def kind(self) -> LogKind:
        """The kind a line gets that names none itself."""
        return self._kind

    def set_kind(self, kind: LogKind) -> None:
        """Write lines of this kind until one was saved."""
        self._kind = kind
        self._show_kind()

    def answer(self, instruction: LogEntry | None) -> None:
        """The next line reports back on this instruction."""
        self._answers = instruction
        self.set_kind(LogKind.FEEDBACK if instruction is not None else LogKind.NOTE)
        self._show_target()
        if instruction is not None:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_target(self) -> None:
        self._target.setVisible(self._answers is not None)
        if self._answers is not None:
            said = self.tr("Feedback on the instruction of {time}: {text}")
            at = clock_time(self._answers.at, self._bench.zone)
            self._target_text.setText(said.format(time=at, text=self._answers.text))

    def _show_kind(self) -> None:
        meaning = self._meaning().kind or self._kind
        self._kind_button.set_icon_name(LOG_LOOK[meaning][0])
        self._kind_button.setText(word(meaning))
        self._kind_button.setToolTip(self.tr("Kind of the line (Alt+Down in the line)"))
        self._kind_button.setAccessibleName(self.tr("Kind: {kind}").format(kind=word(meaning)))

    def _choose_kind(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in _KINDS:
            action = menu.addAction(icon(LOG_LOOK[kind][0], "muted"), word(kind))
            action.triggered.connect(lambda _checked=False, kind=kind: self._on_kind_chosen(kind))
        corner = self._kind_button.mapToGlobal(QPoint(0, 0))
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))

    def _on_kind_chosen(self, kind: LogKind) -> None:
        if kind is not LogKind.FEEDBACK:
            self._answers = None
            self._show_target()
        self.set_kind(kind)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- the line ----------------------------------------------------------------------------------

    def _meaning(self) -> LogLine:
        words = {said: kind for kind in WRITABLE for said in (word(kind), kind.zh)}
        # on an incident's own page “#2 车间” names no other incident
        masked = self.edit.text().replace("#", _MASK)
        line = read_line(masked, self._bench.clock.now(), self._bench.zone, words, ())
        return replace(line, text=line.text.replace(_MASK, "#"))

    def _show_meaning(self) -> None:
        now, meaning = self._bench.clock.now(), self._meaning()
        self._time.setText(when(meaning.at or now, now, self._bench.zone))
        self._time.set_tone("accent" if meaning.at is not None else "muted")
        self._show_kind()
        self.show_problem("")

    def _on_ticked(self) -> None:
        if self.isVisible():
            self._show_time()

    def _show_time(self) -> None:
        if self._meaning().at is None:
            now = self._bench.clock.now()
            self._time.setText(when(now, now, self._bench.zone))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_time()  # the clock went on while it was hidden

    def _submit(self) -> None:
        meaning = self._meaning()
        if not meaning.text:
            return
        kind = meaning.kind or self._kind
        answers = self._answers.id if self._answers is not None and kind is LogKind.FEEDBACK else None
        self.submitted.emit(LogLine(meaning.text, meaning.at, kind), answers)

    def clear(self) -> None:
        """The line is saved: ready for the next one."""
        self._answers = None
        self._kind = LogKind.NOTE
        self._target.hide()
        self.edit.clear()

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the line."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._frame.setProperty("ring", event.type() == QEvent.Type.FocusIn)
            repolish(self._frame)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if alt and event.key() == Qt.Key.Key_Down:
                self._choose_kind()
                return True
        return super().eventFilter(watched, event)
