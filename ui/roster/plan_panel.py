"""Planning: the empty seats of a span, filled fairly; first as a preview with reasons, stored only then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.errors import DutyError, InputProblem
from ui.problems import words_for
from ui.roster.entering import recorded
from ui.roster.panel import RosterPanel, empty
from ui.roster.plan_rows import PlanLine, PlanModel, gap_groups
from ui.theme import theme
from ui.widgets import Button, DateField, FieldRow, IconText, Line, SectionHeader, TableBox, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from duty_console.roster.model import Post
    from duty_console.roster.rotation.model import Plan
    from ui.roster.context import PageContext
    from ui.roster.entering import Step

_GAPS_SHOWN = 20


class PlanPanel(RosterPanel):
    """From, to, Plan; then what it would do. Ctrl+Enter goes on: plan, then store."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.plan: Plan | None = None
        self.stored: Plan | None = None
        self._posts: dict[int, Post] = {}
        self._names: dict[int, str] = {}
        self._untouched = True
        px = theme().px
        first, last = context.shown
        self.first, self.last = DateField(_qdate(first)), DateField(_qdate(last))
        self._from = FieldRow("", self.first, label_width=64)
        self._dates = FieldRow("", self.last, label_width=64)
        self._what = Text("", "label", "muted", wrap=True)
        self.go = Button("", kind="primary", icon="wand-sparkles", hint="Ctrl+Enter")
        self.column.addWidget(self._from)
        self.column.addWidget(self._dates)
        self.column.addWidget(self._what)
        self.column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self._found = QWidget()
        self._found_column = QVBoxLayout(self._found)
        self._found_column.setContentsMargins(0, 0, 0, 0)
        self._found_column.setSpacing(px(8))
        self._figures = QHBoxLayout()
        self._figures.setSpacing(px(24))
        self._gaps = QVBoxLayout()
        self._gaps.setSpacing(px(6))
        self._list_head = SectionHeader("")
        self.lines = PlanModel(self)
        self.box = TableBox(self.lines.model, searchable=False, row_height=28)
        self.box.view.setMinimumHeight(px(200))
        self.why = Text("", "label", "muted", wrap=True)
        self.why.setMinimumHeight(px(34))
        self.why.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for part in (Line(), self._figures, self._gaps, self._list_head, self.why, self.box):
            if isinstance(part, QLayout):
                self._found_column.addLayout(part)
            else:
                self._found_column.addWidget(part)
        self.column.addWidget(self._found)
        self.discard, self.store = Button("", kind="quiet"), Button("", kind="primary")
        self.back = Button("", icon="undo-2")
        self.add_footer(self.back, self.discard, self.store)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.go.clicked.connect(self.make_plan)
        self.discard.clicked.connect(self.discard_plan)
        self.store.clicked.connect(self.store_plan)
        self.back.clicked.connect(self.take_back)
        self.first.dateChanged.connect(lambda _day: self._on_dates())
        self.last.dateChanged.connect(lambda _day: self._on_dates())
        self.box.view.row_activated.connect(self._go_to)
        self.box.view.row_selected.connect(self._show_why)
        self.context.changed.connect(self._on_page)

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("Plan"))
        self._from.set_label(self.tr("From"))
        self._dates.set_label(self.tr("To"))
        self.first.setAccessibleName(self.tr("First day to plan"))
        self.last.setAccessibleName(self.tr("Last day to plan"))
        self._what.setText(
            self.tr("Only empty seats of shifts that have not begun are filled. What stands stays as it is.")
        )
        self.go.setText(self.tr("Plan"))
        self.discard.setText(self.tr("Discard"))
        self.back.setText(self.tr("Take the plan back"))
        self.lines.retranslate()
        self._show()

    def _on_page(self) -> None:
        """Other dates are shown: plan those, unless dates were entered here."""
        if self._untouched and self.plan is None:
            first, last = self.context.shown
            for field, day in ((self.first, first), (self.last, last)):
                field.blockSignals(True)
                field.setDate(_qdate(day))
                field.blockSignals(False)

    def _on_dates(self) -> None:
        self._untouched = False
        self._dates.set_problem(None)
        if self.plan is not None:
            self.plan = None
            self._show()

    def span(self) -> tuple[date, date]:
        """The dates to plan, as entered."""
        return _day(self.first.date()), _day(self.last.date())

    # -- planning -----------------------------------------------------------------------------------

    def make_plan(self) -> None:
        """Show what would be filled; nothing is stored."""
        services, (first, last) = self.services, self.span()

        def work() -> tuple[Plan, dict[int, Post], dict[int, str]]:
            found = services.rotation().plan(first, last, store=False)
            posts = {post.id: post for post in services.roster.posts(with_retired=True)}
            return found, posts, {person.id: person.display for person in services.people.persons()}

        self._dates.set_problem(None)
        self.go.setEnabled(False)
        self.banner.clear()
        self.bench.jobs.run(work, self._on_plan, self._on_failed, self, "read", supersede="plan", finished=self._again)

    def _again(self) -> None:
        self.go.setEnabled(True)

    def _on_plan(self, answer: tuple[Plan, dict[int, Post], dict[int, str]]) -> None:
        self.plan, self._posts, self._names = answer
        self.stored = None
        self._show()
        (self.store if self.plan.seats else self.go).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, problem: DutyError) -> None:
        if isinstance(problem, InputProblem) and problem.code == "dates_wrong":
            self._dates.set_problem(str(words_for(problem)), self.last)
            self.last.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.banner.show_problem(problem)

    def store_plan(self) -> None:
        """Put all of it into the roster, or nothing."""
        services, (first, last) = self.services, self.span()
        if self.plan is None or not self.plan.seats:
            return
        self.store.setEnabled(False)

        def work() -> tuple[Plan, Step]:
            return recorded(services.roster, first, last, lambda: services.rotation().plan(first, last, store=True))

        self.run(work, self._on_stored, self._on_store_failed)

    def _on_store_failed(self, problem: DutyError) -> None:
        self.store.setEnabled(True)
        self._on_failed(problem)

    def _on_stored(self, answer: tuple[Plan, Step]) -> None:
        plan, step = answer
        self.plan, self.stored = None, plan
        self.context.remember(step)
        self._untouched = True
        self.bench.note(self.tr("Seats filled: {count}").format(count=len(plan.seats)))
        self._show()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_back(self) -> None:
        """Take out whom the plan put in, and who still stands there."""
        services, stored = self.services, self.stored
        if stored is None or not stored.seats:
            return
        dates = [seat.shift_date for seat in stored.seats]

        def work() -> tuple[int, Step]:
            return recorded(services.roster, min(dates), max(dates), lambda: services.rotation().take_back(stored))

        self.run(work, self._on_taken_back)

    def _on_taken_back(self, answer: tuple[int, Step]) -> None:
        count, step = answer
        self.stored = None
        self.context.remember(step)
        self.bench.note(self.tr("Taken back: {count}").format(count=count))
        self._show()
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def discard_plan(self) -> None:
        """Forget the preview."""
        self.plan = None
        self._show()
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing ------------------------------------------------------------------------------------

    def _show(self) -> None:
        plan = self.plan or self.stored
        empty(self._figures)
        empty(self._gaps)
        self._found.setVisible(plan is not None)
        previewed = self.plan is not None
        self.store.setVisible(previewed)
        self.discard.setVisible(previewed)
        self.back.setVisible(self.stored is not None)
        self.footer.setVisible(previewed or self.stored is not None)
        if plan is None:
            self.store.setText(self.tr("Store"))
            return
        self.store.setEnabled(previewed and bool(plan.seats))
        self.store.setText(self.tr("Store {count} seats").format(count=len(plan.seats)))
        self._show_figures(plan)
        self._show_gaps(plan)
        self._list_head.set(
            self.tr("Seats filled") if self.stored is not None else self.tr("Seats to fill"), count=str(len(plan.seats))
        )
        self.box.setVisible(bool(plan.seats))
        self._list_head.setVisible(bool(plan.seats))
        self.lines.show(plan, self._posts, self._names)
        self.why.setVisible(bool(plan.seats))
        if plan.seats:
            self.box.view.selectRow(0)
            self._show_why(self.box.view.current_row())

    def _show_why(self, line: object) -> None:
        if isinstance(line, PlanLine):
            words = self.tr("{name}, {date}: {why}")
            self.why.setText(words.format(name=line.person, date=line.day, why=line.why or "–"))

    def _show_figures(self, plan: Plan) -> None:
        missing = sum(gap.missing for gap in plan.gaps)
        figures = (
            (self.tr("Balance"), f"{plan.balance.overall:.0f}", "text"),
            (self.tr("Seats"), str(len(plan.seats)), "text"),
            (self.tr("Stay empty"), str(missing), "extreme" if missing else "good"),
        )
        for label, figure, tone in figures:
            block = QWidget()
            column = QVBoxLayout(block)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(Text(label, "label", "muted"))
            column.addWidget(Text(figure, "figure_small", tone))
            self._figures.addWidget(block)
        self._figures.addStretch(1)

    def _show_gaps(self, plan: Plan) -> None:
        if not plan.gaps:
            words = self.tr("Every seat is filled") if plan.seats else self.tr("There is no empty seat in these days")
            self._gaps.addWidget(IconText("check", words, role="dense", icon_tone="good"))
            return
        for group in gap_groups(plan.gaps, self._posts)[:_GAPS_SHOWN]:
            self._gaps.addWidget(IconText("circle-alert", group.head, role="dense_strong", tone="extreme"))
            note = Text(f"{group.dates}\n{group.reason}", "label", "muted", wrap=True)
            note.setContentsMargins(theme().px(22), 0, 0, 0)
            self._gaps.addWidget(note)
        if any(gap.reason.code == "nobody_listed" for gap in plan.gaps):
            lists = Button(self.tr("Say who may stand there"), kind="link", icon="users")
            lists.clicked.connect(lambda: self.context.open_panel("members"))
            self._gaps.addWidget(lists, 0, Qt.AlignmentFlag.AlignLeft)

    def _go_to(self, line: PlanLine) -> None:
        seat = line.seat
        self.context.go_to(seat.shift_date, seat.slot, seat.post_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.plan is not None and self.store.isEnabled():
                self.store_plan()
            elif self.plan is None:
                self.make_plan()
        else:
            super().keyPressEvent(event)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _day(chosen: QDate) -> date:
    return date(chosen.year(), chosen.month(), chosen.day())
