"""The list of incidents: fetched as it comes into view, filtered by words, state, class and grade."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.incidents.model import IncidentCard, IncidentFilter, IncidentState
from duty_console.limits.model import EventClass, Grade, ObligationState
from ui.incidents.report_rows import tally
from ui.incidents.wording import is_soon, lateness, left
from ui.theme import theme
from ui.widgets import (
    Column,
    EmptyState,
    SectionHeader,
    Segmented,
    TableBox,
    TableModel,
    TableQuery,
    Translated,
    page_layout,
)
from ui.widgets.painted import centred_baseline, draw_box, draw_text, text_width
from ui.widgets.table_model import ROW_ROLE
from ui.words import obligation_name, when, word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from duty_console.incidents.service import Incidents
    from ui.workbench import Workbench

_Index = QModelIndex | QPersistentModelIndex
_START = TableQuery(sort="received_at", descending=True)


class IncidentSource:
    """What the list asks the incidents for. `wanted` holds the filters beside the words; read in jobs' threads."""

    def __init__(self, incidents: Incidents) -> None:
        self._incidents = incidents
        self.wanted = IncidentFilter()

    def count(self, query: TableQuery) -> int:
        """How many there are."""
        return self._incidents.count(self._filter(query))

    def page(self, query: TableQuery, offset: int, limit: int) -> Sequence[IncidentCard]:
        """Some of them."""
        return self._incidents.page(self._filter(query), limit, offset)

    def _filter(self, query: TableQuery) -> IncidentFilter:
        sort, descending = (query.sort, query.descending) if query.sort else ("received_at", True)
        return replace(self.wanted, words=query.text, sort=sort, descending=descending)


class IncidentList(Translated, QWidget):
    """`opened(number)` on Enter or double click."""

    opened = Signal(str)

    def __init__(self, incidents: Incidents, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._source = IncidentSource(incidents)
        self._head = SectionHeader("", page=True)
        self._empty = EmptyState("", icon="siren")
        self._empty.acted.connect(self._on_empty_action)
        columns = self._columns()
        self.model = TableModel(
            columns, self._source, bench.jobs, row_key=lambda card: card.incident.number, query=_START, parent=self
        )
        self.box = TableBox(self.model, empty=self._empty)
        self.view = self.box.view
        self.state = Segmented()
        self.event_class, self.grade = QComboBox(), QComboBox()
        self.box.search.setMinimumWidth(theme().px(280))
        for widget in (self.state, self.event_class, self.grade):
            self.box.add_filter(widget)
        self.view.setItemDelegateForColumn(1, _GradeDelegate(self.view))
        self.view.row_activated.connect(lambda card: self.opened.emit(card.incident.number))
        self.model.counted.connect(self._on_counted)
        layout: QVBoxLayout = page_layout(self)
        layout.addWidget(self._head)
        layout.addWidget(self.box, 1)
        self._last_minute: datetime | None = None
        bench.ticked.connect(self._on_ticked)
        self.retranslate()
        self.state.changed.connect(lambda _value: self._on_filtered())
        for combo in (self.event_class, self.grade):
            combo.currentIndexChanged.connect(lambda _place: self._on_filtered())

    def retranslate(self) -> None:
        self._head.set(title=self.tr("Incidents"), note=self.tr("Enter opens; type to filter"))
        self.model.set_columns(self._columns())
        self.box.search.set_placeholder(self.tr("Words, place, number, caller"))
        self.view.setAccessibleName(self.tr("Incidents"))
        chosen = self.state.value() or "all"
        self.state.set_options([("all", self.tr("All")), *((state.value, word(state)) for state in IncidentState)])
        self.state.set_value(chosen)
        self.state.setAccessibleName(self.tr("State"))
        _offer(self.event_class, self.tr("All classes"), [(each.value, word(each)) for each in EventClass])
        self.event_class.setAccessibleName(self.tr("Class"))
        grades = [(grade.value, f"{grade.roman} {word(grade)}") for grade in reversed(Grade)]
        _offer(self.grade, self.tr("All grades"), grades)
        self.grade.setAccessibleName(self.tr("Grade"))
        self._show_empty()

    # -- rows --------------------------------------------------------------------------------------

    def _columns(self) -> list[Column[IncidentCard]]:
        return [
            Column("number", self.tr("Number"), lambda card: card.incident.number, 120, role="dense_strong"),
            Column("grade", self.tr("Grade"), self._grade, 104),
            Column("title", self.tr("Title"), lambda card: card.incident.title, 260, stretch=True, role="base"),
            Column("event_class", self.tr("Class"), self._class, 192, tone="muted"),
            Column("place", self.tr("Place"), lambda card: card.incident.place, 180),
            Column("received_at", self.tr("Received"), self._received, 128),
            Column(
                "limit",
                self.tr("Next limit"),
                self._limit,
                216,
                sortable=False,
                tone=self._limit_tone,
                icon=self._limit_icon,
            ),
            Column("state", self.tr("State"), lambda card: word(card.incident.state), 84, tone=self._state_tone),
        ]

    def _grade(self, card: IncidentCard) -> str:
        grade = card.incident.grade
        return f"{grade.roman} {word(grade)}" if grade else self.tr("No grade")

    @staticmethod
    def _class(card: IncidentCard) -> str:
        return " · ".join(part for part in (word(card.incident.event_class), card.incident.type) if part)

    def _received(self, card: IncidentCard) -> str:
        return when(card.incident.received_at, self._bench.clock.now(), self._bench.zone)

    def _limit(self, card: IncidentCard) -> str:
        now, owed = self._bench.clock.now(), card.next_obligation
        if owed is not None:
            seconds = (owed.due_at - now).total_seconds()
            return f"{lateness(seconds) if seconds < 0 else left(seconds)} · {obligation_name(owed)}"
        late = [each.late_seconds or 0 for each in card.obligations if each.late_seconds]
        if late:
            return self.tr("{count} sent late, most {length}").format(count=len(late), length=lateness(max(late)))
        counts = tally(card.obligations, now)
        if ObligationState.MET in counts:
            return self.tr("on time {count}").format(count=counts[ObligationState.MET])
        waived = counts.get(ObligationState.WAIVED)
        return self.tr("waived {count}").format(count=waived) if waived else "–"

    def _limit_tone(self, card: IncidentCard) -> str:
        now, owed = self._bench.clock.now(), card.next_obligation
        if owed is None:
            return "muted"
        if owed.state(now) is ObligationState.OVERDUE:
            return "extreme"
        return "severe" if is_soon(owed, now) else "text"

    def _limit_icon(self, card: IncidentCard) -> str:
        now, owed = self._bench.clock.now(), card.next_obligation
        if owed is None:
            return "check" if any(each.settled_at for each in card.obligations) else ""
        if owed.state(now) is ObligationState.OVERDUE:
            return "circle-alert"
        return "alarm-clock" if is_soon(owed, now) else "clock"

    @staticmethod
    def _state_tone(card: IncidentCard) -> str:
        return "text" if card.incident.state is IncidentState.OPEN else "muted"

    # -- filters -----------------------------------------------------------------------------------

    def load(self) -> None:
        """Ask for the first time."""
        self.model.load()

    def refresh(self) -> None:
        """Something changed."""
        self.model.refresh()

    def _on_filtered(self) -> None:
        state, event_class, grade = self.state.value(), self.event_class.currentData(), self.grade.currentData()
        self._source.wanted = IncidentFilter(
            states=frozenset({IncidentState(state)}) if state and state != "all" else frozenset(),
            classes=frozenset({EventClass(event_class)}) if event_class else frozenset(),
            grades=frozenset({Grade(grade)}) if grade else frozenset(),
        )
        self._show_empty()
        self.model.load()

    def _is_filtered(self) -> bool:
        return self._source.wanted != IncidentFilter()

    def _show_empty(self) -> None:
        if self._is_filtered():
            self._empty.set(self.tr("No incident matches these filters"), action=self.tr("Show all"))
        else:
            self._empty.set(
                self.tr("No incident has been recorded yet"),
                detail=self.tr("A call taken down with F2 stands here, with its limits and its timeline."),
                action=self.tr("Take a call (F2)"),
            )

    def _on_empty_action(self) -> None:
        if not self._is_filtered():
            self._bench.intake_requested.emit()
            return
        self.state.set_value("all")
        for combo in (self.event_class, self.grade):
            combo.blockSignals(True)
            combo.setCurrentIndex(0)
            combo.blockSignals(False)
        self._on_filtered()

    def _on_counted(self, count: int) -> None:
        self._head.set(count=f"{count:,}" if count else "")

    def _on_ticked(self, now: datetime) -> None:
        """What is left is told in minutes, so once a minute is enough."""
        minute = now.replace(second=0, microsecond=0)
        if self.isVisible() and minute != self._last_minute:
            if self._last_minute is not None:
                self.model.set_columns(self.model.columns)
            self._last_minute = minute


class _GradeDelegate(QStyledItemDelegate):
    """The grade as its badge."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self._paint_ground(QStyleOptionViewItem(option), index, painter)
        card, text = index.data(ROW_ROLE), index.data()
        if card is None:
            return
        px, rect = theme().px, cast("Any", option).rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height, width = px(22), text_width("label_strong", text) + 2 * px(8)
        box = QRectF(rect.x() + px(10), rect.y() + (rect.height() - height) // 2, width, height)
        grade = card.incident.grade
        if grade is not None:
            draw_box(painter, box, theme().color(grade.value), None, px(4))
        else:
            draw_box(painter, box, None, theme().color("control"), px(4))
        baseline = box.y() + centred_baseline("label_strong", height)
        draw_text(painter, box.x() + px(8), baseline, text, "label_strong", "on_accent" if grade else "muted")
        painter.restore()

    def _paint_ground(self, given: QStyleOptionViewItem, index: _Index, painter: QPainter) -> None:
        self.initStyleOption(given, index)
        plain = cast("Any", given)
        plain.text = ""
        plain.state &= ~QStyle.StateFlag.State_HasFocus
        if plain.widget is not None:
            plain.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, plain.widget)


def _offer(combo: QComboBox, everything: str, options: Sequence[tuple[str, str]]) -> None:
    """Fill a filter, or name its choices in another language."""
    if combo.count() == 0:
        combo.addItem(everything, None)
        for value, label in options:
            combo.addItem(label, value)
        return
    for place, label in enumerate([everything, *(label for _value, label in options)]):
        combo.setItemText(place, label)
