"""A panel with fields: rows with their sentences, one main act (Ctrl+Enter), a problem shown at its field."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from duty_console.errors import DutyError, InputProblem
from ui.problems import words_for
from ui.roster.panel import RosterPanel
from ui.theme import theme
from ui.widgets import Button, FieldRow, Text, TimeField

if TYPE_CHECKING:
    from collections.abc import Callable

    from duty_console.people.model import Person
    from ui.roster.context import PageContext
    from ui.roster.person_field import PersonField

T = TypeVar("T")
_LABEL = 92


class RosterForm(RosterPanel):
    """A subclass adds rows by the names that problems carry, and does its act in `submit`."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.rows: dict[str, FieldRow] = {}
        self._first: dict[str, QWidget] = {}
        self._busy = False
        self.about = Text("", "strong", wrap=True)
        self.column.addWidget(self.about)
        self.clear_button = Button("", kind="quiet")
        self.act_button = Button("", kind="primary", hint="Ctrl+Enter")
        self.clear_button.clicked.connect(self.clear)
        self.act_button.clicked.connect(self._try_submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._try_submit)

    def finish_building(self) -> None:
        """Call at the end of the constructor."""
        self.add_footer(self.clear_button, self.act_button)
        self.retranslate()

    def add_field(self, name: str, *inputs: QWidget, stretches: tuple[int, ...] = ()) -> FieldRow:
        """Add the row that problems of the field `name` are shown at."""
        row = FieldRow("", *inputs, stretches=stretches, label_width=_LABEL)
        self.rows[name], self._first[name] = row, inputs[0]
        self.column.addWidget(row)
        for field in inputs:
            if isinstance(field, QLineEdit):
                field.textChanged.connect(lambda _text, row=row: row.set_problem(None))
            elif isinstance(field, TimeField):
                field.value_changed.connect(lambda _value, row=row: row.set_problem(None))
        return row

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.clear_button.setText(self.tr("Empty"))

    # -- saving ---------------------------------------------------------------------------------

    def submit(self) -> None:
        """Read the fields, then `act`."""
        raise NotImplementedError

    def clear(self) -> None:
        """Empty the fields."""

    def act(self, work: Callable[[], T], done: Callable[[T], object]) -> None:
        """Do it; a refusal is shown at its field and nothing typed is lost."""
        self._busy = True
        self.act_button.setEnabled(False)

        def finished() -> None:
            self._busy = False
            self.act_button.setEnabled(True)

        self.bench.jobs.run(work, done, self.show_problem, self, finished=finished)

    def _try_submit(self) -> None:
        if not self._busy:
            self.clear_problems()
            self.submit()

    # -- problems -------------------------------------------------------------------------------

    def clear_problems(self) -> None:
        """Take every sentence away."""
        self.banner.clear()
        for row in self.rows.values():
            row.set_problem(None)

    def show_problem(self, problem: DutyError) -> None:
        """Say it at its field, or above the form where no field has it."""
        if isinstance(problem, InputProblem) and problem.field in self.rows:
            self.say_at(problem.field, str(words_for(problem)))
        else:
            self.banner.show_problem(problem)
            self.area.ensureWidgetVisible(self.banner)

    def say_at(self, name: str, sentence: str) -> None:
        """Say what is wrong at a field and put the cursor there."""
        self.rows[name].set_problem(sentence, self._first[name])
        self._first[name].setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(self.rows[name])

    # -- reading the fields ---------------------------------------------------------------------

    def needed_person(self, name: str, field: PersonField) -> Person | None:
        """The person named in a field; None when there is none, which is then said."""
        person = field.person()
        if person is None:
            self.say_at(name, field.problem() or self.tr("Name a person."))
        return person

    def is_time(self, name: str, field: TimeField) -> bool:
        """Whether a time is there and understood; else it is said."""
        if field.value() is not None and not field.problem():
            return True
        self.say_at(name, field.problem() or self.tr("A time is needed."))
        return False


class SeatChoice(QComboBox):
    """Which person of a cell is meant."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(theme().px(90))

    def set_persons(self, persons: list[tuple[int, str]], chosen: int | None) -> None:
        """Offer the persons of a cell."""
        self.clear()
        for person_id, name in persons:
            self.addItem(name, person_id)
        place = self.findData(chosen)
        self.setCurrentIndex(max(place, 0) if persons else -1)

    def person_id(self) -> int | None:
        """Who is chosen."""
        return self.currentData()
