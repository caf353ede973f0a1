"""Who may stand where: allowed lists, pairs, fixed days, and the rules of every plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from typing_extensions import override

from duty_console.errors import DutyError, InputProblem
from ui.problems import words_for
from ui.roster.fixed_form import FixedForm
from ui.roster.members_form import MembersForm
from ui.roster.pairs_form import PairsForm
from ui.roster.panel import RosterPanel
from ui.roster.rotation_book import RotationBook, RotationForm, read_book
from ui.roster.rules_form import RulesForm
from ui.widgets import Button, Segmented

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ui.roster.context import PageContext


class MembersPanel(RosterPanel):
    """Four forms; each is stored by itself. What is edited stays while another is shown."""

    TABLES = frozenset(
        {"rotation_member", "rotation_pair", "rotation_fixed", "rotation_rules", "post", "shift_pattern", "person"}
    )

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.book: RotationBook | None = None
        self.members, self.pairs, self.fixed, self.rules = MembersForm(), PairsForm(), FixedForm(), RulesForm()
        self.forms: dict[str, RotationForm] = {
            "members": self.members,
            "pairs": self.pairs,
            "fixed": self.fixed,
            "rules": self.rules,
        }
        self.which = Segmented([(key, "") for key in self.forms], fill=True)
        self.column.addWidget(self.which)
        for form in self.forms.values():
            form.edited.connect(self._show_buttons)
            self.column.addWidget(form)
        self.undo, self.save = Button("", kind="quiet"), Button("", kind="primary", hint="Ctrl+Enter")
        self.add_footer(self.undo, self.save)
        self.which.set_value("members")
        self.which.changed.connect(self.show_form)
        self.save.clicked.connect(self.store)
        self.undo.clicked.connect(self._put_back)
        context.chosen_changed.connect(self._follow)
        self.show_form("members")
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("Who may stand where"))
        self.which.setAccessibleName(self.tr("What is set"))
        self.which.set_options(
            [
                ("members", self.tr("Lists")),
                ("pairs", self.tr("Pairs")),
                ("fixed", self.tr("Fixed")),
                ("rules", self.tr("Rules")),
            ]
        )
        self.undo.setText(self.tr("As before"))
        self.save.setText(self.tr("Save"))

    def refresh(self) -> None:
        services = self.services
        today = self.bench.clock.now().astimezone(self.bench.zone).date()
        self.read(lambda: read_book(services, today), self._on_read, name="rotation")

    def _on_read(self, book: RotationBook) -> None:
        first = self.book is None
        self.book = book
        for form in self.forms.values():
            form.show_book(book, anew=first)
        if first:
            self._follow()
        self._show_buttons()

    def _follow(self) -> None:
        """The chosen cell's post is the list one wants, unless another is being edited."""
        chosen = self.context.chosen
        if chosen is not None and self.book is not None and not self.members.is_dirty and not self._has_keys():
            self.members.choose_post(chosen.post.id)

    def _has_keys(self) -> bool:
        focused = self.window().focusWidget()
        return self.isVisible() and focused is not None and self.members.isAncestorOf(focused)

    @property
    def form(self) -> RotationForm:
        """The form that is shown."""
        return self.forms[self.which.value() or "members"]

    def show_form(self, key: str) -> None:
        """Show one of the four."""
        self.which.set_value(key)
        for name, form in self.forms.items():
            form.setVisible(name == key)
        self._show_buttons()

    def _show_buttons(self) -> None:
        dirty = self.book is not None and self.form.is_dirty
        self.save.setEnabled(dirty)
        self.undo.setEnabled(dirty)

    def store(self) -> None:
        """Store the form that is shown."""
        form, services = self.form, self.services
        storing = form.storing()
        if storing is None:
            return

        def failed(problem: DutyError) -> None:
            if not (isinstance(problem, InputProblem) and form.show_problem(problem, str(words_for(problem)))):
                self.banner.show_problem(problem)

        self.run(lambda: storing(services.rotation()), lambda _there: self._on_stored(form), failed)

    def _on_stored(self, form: RotationForm) -> None:
        services = self.services
        today = self.bench.clock.now().astimezone(self.bench.zone).date()
        self.bench.note(self.tr("Saved"))

        def done(book: RotationBook) -> None:
            form.show_book(book, anew=True)
            self._on_read(book)

        self.read(lambda: read_book(services, today), done, name="rotation")

    def _put_back(self) -> None:
        if self.book is not None:
            self.form.show_book(self.book, anew=True)
            self._show_buttons()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.save.isEnabled():
                self.store()
        else:
            super().keyPressEvent(event)
