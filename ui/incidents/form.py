"""What the forms at the right of an incident share: header, fields that scroll, footer; problems at the field; drafts.

A form lives until it is saved or discarded: leaving it, the incident or the page keeps what was typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from duty_console.errors import DutyError, InputProblem
from ui.problems import words_for
from ui.theme import theme
from ui.widgets import Banner, Button, FieldRow, IconButton, Line, Panel, Segmented, Text, TimeField, Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.incidents.record import IncidentRecord
    from ui.workbench import Workbench

T = TypeVar("T")

WIDEST, LABEL = 640, 96


class IncidentForm(Translated, Panel):
    """Base of the forms. A subclass adds rows by `add_row_of`, names them in `words`, and saves in `submit`.

    `left` when the officer puts it aside, `finished` when it is saved or discarded; `saved(result)` before that.
    """

    left = Signal()
    finished = Signal()
    saved = Signal(object)

    def __init__(self, bench: Workbench, record: IncidentRecord, parent: QWidget | None = None) -> None:
        super().__init__("", padding=0, parent=parent)
        self.bench = bench
        self.record = record
        self.number = record.incident.number
        self.rows: dict[str, FieldRow] = {}
        self._first: dict[str, QWidget] = {}
        self._watched: dict[str, Callable[[], object]] = {}
        self._pristine: tuple[object, ...] = ()
        self._busy = False
        self._close = IconButton("x", "")
        self._close.clicked.connect(self.left)
        self.add_action(self._close)
        self.add(self._make_body(), 1)
        self.add(Line())
        self.add(self._make_footer())
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._try_submit)

    def _make_body(self) -> QScrollArea:
        px = theme().px
        inside = QWidget()
        inside.setProperty("part", "scrolled")
        around = QHBoxLayout(inside)
        around.setContentsMargins(px(16), px(14), px(16), px(16))
        self.fields = QVBoxLayout()
        self.fields.setSpacing(px(12))
        holder = QWidget()
        holder.setMaximumWidth(px(WIDEST))
        holder.setLayout(self.fields)
        self.fields.setContentsMargins(0, 0, 0, 0)
        around.addWidget(holder, 1, Qt.AlignmentFlag.AlignTop)
        around.addStretch(0)
        self.banner = Banner()
        self.fields.addWidget(self.banner)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.area = area
        return area

    def _make_footer(self) -> QWidget:
        px = theme().px
        footer = QWidget()
        row = QHBoxLayout(footer)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        row.setSpacing(px(8))
        self.foot_note = Text("", "label", "muted", wrap=True)
        self._discard = Button("", kind="quiet")
        self._discard.clicked.connect(self.finished)
        self.save_button = Button("", kind="primary", hint="Ctrl+Enter", large=True)
        self.save_button.clicked.connect(self._try_submit)
        row.addWidget(self.foot_note, 1)
        row.addWidget(self._discard)
        row.addWidget(self.save_button)
        return footer

    def add_row_of(self, name: str, *inputs: QWidget, stretches: tuple[int, ...] = ()) -> FieldRow:
        """Add the row that problems of the field `name` are shown at."""
        row = FieldRow("", *inputs, stretches=stretches, label_width=LABEL)
        self.rows[name] = row
        self._first[name] = inputs[0]
        self.fields.addWidget(row)
        for place, field in enumerate(inputs):
            self._watch(f"{name}.{place}", field, row)
        return row

    def _watch(self, name: str, field: QWidget, row: FieldRow) -> None:
        """Remember how to read a field, and take its problem away when it is edited."""
        if isinstance(field, QLineEdit):
            self._watched[name] = field.text
            field.textChanged.connect(lambda: row.set_problem(None))
        elif isinstance(field, QPlainTextEdit):
            self._watched[name] = field.toPlainText
            field.textChanged.connect(lambda: row.set_problem(None))
        elif isinstance(field, Segmented):
            self._watched[name] = field.value
            field.changed.connect(lambda _value: row.set_problem(None))
        elif isinstance(field, TimeField):
            self._watched[name] = field.text
            field.value_changed.connect(lambda _value: row.set_problem(None))
        elif isinstance(field, QComboBox):
            self._watched[name] = field.currentText
        elif isinstance(field, QCheckBox):
            self._watched[name] = field.isChecked

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self._close.set_name(self.tr("Put aside, keep what is typed (Esc)"))
        self._discard.setText(self.tr("Discard"))
        self.words()

    def words(self) -> None:
        """Set title, labels and the button in the language now in force."""

    # -- drafts ------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Call once, when everything stands: what is in the fields now is not yet a draft."""
        self.retranslate()
        self._pristine = self._snapshot()

    def is_dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._snapshot() != self._pristine

    def _snapshot(self) -> tuple[object, ...]:
        return tuple(read() for read in self._watched.values())

    def show_record(self, record: IncidentRecord) -> None:
        """The incident changed while the form stands."""
        self.record = record

    # -- saving ------------------------------------------------------------------------------------

    def submit(self) -> None:
        """Save: read the fields, call `run`."""
        raise NotImplementedError

    def _try_submit(self) -> None:
        if self._busy:
            return
        self.clear_problems()
        self.submit()

    def run(self, work: Callable[[], T], done: Callable[[T], object]) -> None:
        """Run a use case; a refusal is shown at its field and nothing typed is lost."""
        self._busy = True
        self.save_button.setEnabled(False)

        def finished() -> None:
            self._busy = False
            self.save_button.setEnabled(True)

        self.bench.jobs.run(work, done, self.show_problem, owner=self, finished=finished)

    def end(self, result: object = None) -> None:
        """It is saved."""
        self.saved.emit(result)
        self.finished.emit()

    def clear_problems(self) -> None:
        """Take every sentence away."""
        self.banner.clear()
        for row in self.rows.values():
            row.set_problem(None)

    def show_problem(self, problem: DutyError) -> None:
        """Say it at its field, or above the form where no field of the form has it."""
        field = problem.field if isinstance(problem, InputProblem) else ""
        if field in self.rows:
            self.show_field_problem(field, str(words_for(problem)))
        else:
            self.banner.show_problem(problem)
            self.area.ensureWidgetVisible(self.banner)

    def show_field_problem(self, field: str, sentence: str) -> None:
        """Say what is wrong at a field and put the cursor there."""
        row = self.rows[field]
        row.set_problem(sentence)
        _focus(self._first[field])
        self.area.ensureWidgetVisible(row)

    def check_time(self, name: str, field: TimeField) -> bool:
        """Whether a time field is empty or understood; else its sentence is shown."""
        if not field.problem():
            return True
        self.show_field_problem(name, field.problem())
        return False

    def focus_first(self) -> None:
        """Put the cursor where typing begins."""
        for name, row in self.rows.items():
            if row.isVisibleTo(self):
                _focus(self._first[name])
                return

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


def _focus(field: QWidget) -> None:
    segments = field.findChildren(QPushButton) if isinstance(field, Segmented) else []
    target = next((each for each in segments if each.isChecked()), segments[0] if segments else field)
    target.setFocus(Qt.FocusReason.OtherFocusReason)
