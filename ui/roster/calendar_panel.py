"""The calendar: which type each day of a year has and why, set by hand or from the yearly notice."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from duty_console.errors import DutyError, InputProblem
from duty_console.roster.calendar import seeded_day
from duty_console.roster.model import CalendarDay, DayType
from ui.problems import words_for
from ui.roster.month_picker import MonthPicker, months_on
from ui.roster.named_days import NamedDays
from ui.roster.notice_form import NoticeForm
from ui.roster.panel import RosterPanel
from ui.theme import theme
from ui.widgets import Button, FieldRow, IconButton, Line, SectionHeader, Text
from ui.words import full_date, month_name, weekday_word, word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from ui.roster.context import PageContext

_LABEL = 64


class CalendarPanel(RosterPanel):
    """A month to choose a day from, what it is, the named days of the year, and the notice of the State Council."""

    TABLES = frozenset({"calendar_day", "calendar_year"})

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._year = 0
        self._days: Mapping[date, CalendarDay] = {}
        self._own: frozenset[date] = frozenset()
        self._shown: CalendarDay | None = None
        chosen = context.chosen
        self.month = MonthPicker(chosen.shift.date if chosen is not None else self._today())
        self._build_head()
        self.column.addWidget(self.month)
        self._build_form()
        self.column.addWidget(Line())
        self.notice = NoticeForm(self.services, self.bench)
        self.column.addWidget(self.notice)
        self.column.addWidget(Line())
        self.named = NamedDays()
        self.column.addWidget(self.named)
        self.month.chosen.connect(self._on_day)
        self.named.chosen.connect(self._go_to)
        self.notice.stored.connect(self._on_notice)
        context.chosen_changed.connect(self._follow)
        self.retranslate()

    def _build_head(self) -> None:
        self._earlier, self._later = IconButton("chevron-left", ""), IconButton("chevron-right", "")
        self._head = Text("", "strong")
        self._head.setMinimumWidth(theme().px(96))
        self._head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.setSpacing(theme().px(4))
        row.addWidget(self._earlier)
        row.addWidget(self._head)
        row.addWidget(self._later)
        row.addStretch(1)
        self._legend = Text("", "label", "muted")
        row.addWidget(self._legend)
        self.column.addLayout(row)
        self._provisional = Text("", "label", "severe", wrap=True)
        self.column.addWidget(self._provisional)
        self._earlier.clicked.connect(lambda: self.month.choose(months_on(self.month.day, -1)))
        self._later.clicked.connect(lambda: self.month.choose(months_on(self.month.day, 1)))

    def _build_form(self) -> None:
        self._day_head = SectionHeader("")
        self.kind, self.name = QComboBox(), QLineEdit()
        for day_type in DayType:
            self.kind.addItem("", day_type.value)
        self.name.setMaxLength(20)
        self._kind_row = FieldRow("", self.kind, label_width=_LABEL)
        self._name_row = FieldRow("", self.name, label_width=_LABEL)
        self.set_day, self.reset = Button("", kind="primary"), Button("", icon="undo-2")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.reset)
        buttons.addWidget(self.set_day)
        for part in (self._day_head, self._kind_row, self._name_row):
            self.column.addWidget(part)
        self.column.addLayout(buttons)
        self.set_day.clicked.connect(lambda: self._set())
        self.reset.clicked.connect(lambda: self._reset())
        self.name.returnPressed.connect(lambda: self._set())
        self.kind.currentIndexChanged.connect(lambda _place: self._show_buttons())
        self.name.textChanged.connect(lambda _text: self._show_buttons())

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("Calendar"))
        self._earlier.set_name(self.tr("Month before (Page Up)"))
        self._later.set_name(self.tr("Month after (Page Down)"))
        self._kind_row.set_label(self.tr("Type"))
        self._name_row.set_label(self.tr("Name"))
        self.name.setPlaceholderText(self.tr("e.g. the holiday it belongs to"))
        self.set_day.setText(self.tr("Set"))
        self.reset.setText(self.tr("As by law"))
        for place, day_type in enumerate(DayType):
            self.kind.setItemText(place, word(day_type))
        self._legend.setText(self.tr("● set here"))
        self._show()

    def _today(self) -> date:
        return self.bench.clock.now().astimezone(self.bench.zone).date()

    def focus_first(self) -> None:
        """On the month: arrows walk its days."""
        self.month.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- reading ------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the year of the chosen day."""
        roster, year = self.services.roster, self.month.day.year
        self.read(lambda: roster.days(date(year, 1, 1), date(year, 12, 31)), self._on_read, name="calendar")

    def _on_read(self, days: tuple[CalendarDay, ...]) -> None:
        edited = self._is_edited()
        self._year = days[0].date.year
        self._days = {day.date: day for day in days}
        # law and notice as they stand in the program; what differs was set in this room
        self._own = frozenset(day.date for day in days if day != seeded_day(day.date))
        self.month.set_days(self._days, self._own, self._today())
        self.named.set_days(days)
        self.notice.set_year(self._year)
        if not edited:
            self._fill()
        self._show()

    def _show(self) -> None:
        self._head.setText(month_name(self.month.day.year, self.month.day.month))
        provisional = any(day.provisional for day in self._days.values())
        self._provisional.setVisible(provisional)
        self._provisional.setText(
            self.tr("The notice for {year} is not known here: rest and make-up days may still change.").format(
                year=self._year
            )
        )
        day = self.month.day
        self._day_head.set(
            f"{full_date(day)} {weekday_word(day)}", note=self.tr("Set here") if day in self._own else ""
        )
        self._show_buttons()

    # -- one day ------------------------------------------------------------------------------------

    def _on_day(self, day: date) -> None:
        if day.year != self._year:
            self._shown = None
            self.refresh()
        else:
            self._fill()
        self._show()

    def _go_to(self, day: date) -> None:
        self.month.choose(day)

    def _follow(self) -> None:
        """The cell chosen in the grid leads, unless something is being entered here."""
        chosen = self.context.chosen
        if chosen is not None and self.isVisible() and not self._is_edited() and not self.isAncestorOf(_focused(self)):
            self.month.choose(chosen.shift.date)

    def _fill(self) -> None:
        self._shown = self._days.get(self.month.day)
        if self._shown is not None:
            self.kind.setCurrentIndex(self.kind.findData(self._shown.day_type.value))
            self.name.setText(self._shown.name)
            self._name_row.set_problem(None)
        self._show_buttons()

    def _is_edited(self) -> bool:
        shown = self._shown
        return shown is not None and (self._chosen_type(), self.name.text().strip()) != (shown.day_type, shown.name)

    def _chosen_type(self) -> DayType:
        return DayType(self.kind.currentData())

    def _show_buttons(self) -> None:
        provisional = self._shown is not None and self._shown.provisional
        self.set_day.setEnabled(self._is_edited() or provisional)
        self.reset.setEnabled(self.month.day in self._own)

    def _set(self, *, and_clear: bool = False) -> None:
        roster, day, kind, name = self.services.roster, self.month.day, self._chosen_type(), self.name.text()

        def failed(problem: DutyError) -> None:
            self._ask_or_say(problem, lambda: self._set(and_clear=True))

        self._name_row.set_problem(None)
        self.run(lambda: roster.set_day(day, kind, name, and_clear=and_clear), self._on_set, failed)

    def _reset(self, *, and_clear: bool = False) -> None:
        roster, day = self.services.roster, self.month.day

        def failed(problem: DutyError) -> None:
            self._ask_or_say(problem, lambda: self._reset(and_clear=True))

        self.run(lambda: roster.reset_day(day, and_clear=and_clear), self._on_set, failed)

    def _ask_or_say(self, problem: DutyError, again: object) -> None:
        if isinstance(problem, InputProblem) and problem.code == "pattern_drops_assignments" and callable(again):
            words = words_for(problem)
            self.banner.show_message(words.what, words.rest, tone="amber", action=self.tr("Drop them"), on_action=again)
            self.area.ensureWidgetVisible(self.banner)
        elif isinstance(problem, InputProblem) and problem.field == "name":
            self._name_row.set_problem(str(words_for(problem)))
        else:
            self.banner.show_problem(problem)
            self.area.ensureWidgetVisible(self.banner)

    def _on_set(self, day: CalendarDay) -> None:
        self._shown = day
        self.kind.setCurrentIndex(self.kind.findData(day.day_type.value))
        self.name.setText(day.name)
        words = self.tr("{date}: {type}").format(date=full_date(day.date), type=word(day.day_type))
        self.bench.note(words)
        self.refresh()

    def _on_notice(self, year: int) -> None:
        self.bench.note(self.tr("The notice for {year} is stored").format(year=year))
        self._shown = None
        self.month.choose(date(year, self.month.day.month, 1))
        self.refresh()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_edited():
            self._fill()
        else:
            super().keyPressEvent(event)


def _focused(widget: QWidget) -> QWidget:
    return widget.window().focusWidget() or widget.window()
