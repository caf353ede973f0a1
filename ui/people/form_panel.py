"""What the two forms of the directory share: fields with sentences, saving, leaving with a second look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.errors import DutyError, InputProblem
from ui.problems import words_for
from ui.theme import theme
from ui.widgets import Banner, Button, FieldRow, Line, Panel, Text, Translated

if TYPE_CHECKING:
    from collections.abc import Mapping


class FormPanel(Translated, Panel):
    """A form at the right of a table. `save_requested()`, `cancelled()`, `leave_requested()`, `return_requested()`.

    Subclasses add rows with `add_field(name, row)`; `name` is the field that an `InputProblem` says.
    """

    save_requested = Signal()
    cancelled = Signal()
    leave_requested = Signal()
    return_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=0, parent=parent)
        self._rows: dict[str, FieldRow] = {}
        px = theme().px
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("part", "scrolled")
        self.fields = QVBoxLayout(inside)
        self.fields.setContentsMargins(px(16), px(14), px(16), px(14))
        self.fields.setSpacing(px(12))
        area.setWidget(inside)
        self.banner = Banner()
        self.fields.addWidget(self.banner)
        self.add(area, 1)
        self.add(Line())
        self.add(self._make_confirmation())
        self.add(self._make_footer())
        save = QShortcut(QKeySequence("Ctrl+Return"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self.save_requested)

    def _make_footer(self) -> QWidget:
        px = theme().px
        footer = QWidget()
        footer.setFixedHeight(px(56))
        row = QHBoxLayout(footer)
        row.setContentsMargins(px(16), 0, px(16), 0)
        row.setSpacing(px(8))
        self.leave, self.cancel = Button("", kind="quiet"), Button("")
        self.save = Button("", kind="primary", hint="Ctrl+Enter")
        row.addWidget(self.leave)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        self.save.clicked.connect(self.save_requested)
        self.cancel.clicked.connect(self.cancelled)
        self.leave.clicked.connect(self._on_leave)
        return footer

    def _make_confirmation(self) -> QWidget:
        """Leaving asks once more, in the panel itself."""
        px = theme().px
        self._confirmation = QFrame()
        self._confirmation.setProperty("part", "banner")
        self._confirmation.setProperty("tone", "amber")
        column = QVBoxLayout(self._confirmation)
        column.setContentsMargins(px(16), px(10), px(16), px(10))
        self._question = Text("", "dense", wrap=True)
        column.addWidget(self._question)
        row = QHBoxLayout()
        self.keep, self.confirm = Button(""), Button("", kind="danger")
        row.addStretch(1)
        row.addWidget(self.keep)
        row.addWidget(self.confirm)
        column.addLayout(row)
        self.keep.clicked.connect(self._confirmation.hide)
        self.confirm.clicked.connect(self._on_confirmed)
        self._confirmation.hide()
        return self._confirmation

    def retranslate(self) -> None:
        self.save.setText(self.tr("Save"))
        self.cancel.setText(self.tr("Cancel"))
        self.keep.setText(self.tr("Keep"))

    # -- fields ---------------------------------------------------------------------------------

    def add_field(self, name: str, row: FieldRow) -> None:
        """Append a row; problems with the field `name` are told there."""
        self._rows[name] = row
        self.fields.addWidget(row)

    def row(self, name: str) -> FieldRow:
        """The row of a field."""
        return self._rows[name]

    def relabel(self, labels: Mapping[str, str]) -> None:
        """Say the labels in the language now in force."""
        for name, label in labels.items():
            self._rows[name].set_label(label)

    def clear_problems(self) -> None:
        self.banner.clear()
        for row in self._rows.values():
            row.set_problem(None)

    def show_problem(self, problem: DutyError) -> None:
        """At its field, or at the head of the form; nothing that was typed is lost."""
        self.clear_problems()
        field = problem.field if isinstance(problem, InputProblem) else ""
        if field in self._rows:
            self._rows[field].set_problem(str(words_for(problem)))
            self._focus(self._rows[field])
        else:
            self.banner.show_problem(problem)

    def _focus(self, row: FieldRow) -> None:
        for child in row.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and not child.isHidden():
                child.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    # -- leaving --------------------------------------------------------------------------------

    def ask_to_leave(self, question: str, verb: str) -> None:
        """Show the question with the button that does it."""
        self._question.setText(question)
        self.confirm.setText(verb)
        self._confirmation.show()
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def hide_confirmation(self) -> None:
        self._confirmation.hide()

    def _on_leave(self) -> None:
        """Subclasses ask, or bring back."""

    def _on_confirmed(self) -> None:
        self._confirmation.hide()
        self.leave_requested.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
