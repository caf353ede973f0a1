"""The head of an incident's page: what it is, what is owed next, what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.incidents.model import IncidentState
from duty_console.limits.model import ObligationState, ReportKind
from ui.incidents.fact_line import FactLine
from ui.incidents.report_rows import tally
from ui.incidents.wording import arrow, due_line, is_soon, lateness, listed
from ui.theme import theme
from ui.widgets import Button, Countdown, ElidedText, GradeBadge, Line, OutlineBadge, Panel, Text, Translated
from ui.widgets.painted import Painted
from ui.words import obligation_name, when, word

if TYPE_CHECKING:
    from datetime import datetime

    from duty_console.limits.model import Obligation
    from ui.incidents.record import IncidentRecord
    from ui.workbench import Workbench

MOST_LIMITS = 3


class IncidentHead(Translated, Panel):
    """`action_requested(key)`: back, report, final, casualties, instruction, grade, facts, close."""

    action_requested = Signal(str)

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__("", padding=0, parent=parent)
        self._bench = bench
        self._record: IncidentRecord | None = None
        px = theme().px
        self._edge = _GradeEdge()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._edge)
        content = QVBoxLayout()
        content.setContentsMargins(px(8), 0, 0, 0)
        content.setSpacing(0)
        content.addLayout(self._make_facts())
        content.addWidget(Line())
        content.addLayout(self._make_actions())
        row.addLayout(content, 1)
        self.add(row)
        self.setFixedHeight(px(146))
        bench.ticked.connect(self._on_ticked)
        self.retranslate()

    def _make_facts(self) -> QHBoxLayout:
        px = theme().px
        row = QHBoxLayout()
        row.setContentsMargins(px(4), px(11), px(12), px(11))
        row.setSpacing(px(8))
        left = QVBoxLayout()
        left.setSpacing(px(5))
        title = QHBoxLayout()
        title.setSpacing(px(10))
        self._back = Button("", kind="quiet", icon="chevron-left")
        self._back.setFixedSize(px(28), px(28))
        self._back.clicked.connect(lambda: self.action_requested.emit("back"))
        self._badge = GradeBadge()
        self._headline = ElidedText("", "page")
        self._headline.setSizePolicy(
            self._headline.sizePolicy().Policy.Maximum, self._headline.sizePolicy().Policy.Preferred
        )
        self._number = Text("", "base", "muted", selectable=True)
        self._state = OutlineBadge("", "good")
        for widget in (self._back, self._badge, self._headline, self._number, self._state):
            title.addWidget(widget)
        title.addStretch(1)
        self._basis = FactLine("base")
        self._facts = FactLine("label")
        left.addLayout(title)
        for line in (self._basis, self._facts):
            indented = QHBoxLayout()
            indented.setContentsMargins(px(4), 0, 0, 0)
            indented.addWidget(line)
            left.addLayout(indented)
        row.addLayout(left, 1)
        self._limits = [_NextLimit(self._bench) for _ in range(MOST_LIMITS)]
        for block in self._limits:
            row.addWidget(block)
        self._settled = Text("", "dense", "muted")
        row.addWidget(self._settled, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _make_actions(self) -> QHBoxLayout:
        px = theme().px
        row = QHBoxLayout()
        row.setContentsMargins(px(8), px(7), px(12), px(7))
        row.setSpacing(px(8))
        self.buttons: dict[str, Button] = {}
        for key, icon, hint in (
            ("report", "file-pen-line", "Alt+R"),
            ("final", "file-check", "Alt+Z"),
            ("casualties", "users", "Alt+D"),
            ("instruction", "message-square-quote", "Alt+I"),
            ("grade", "chevrons-up", "Alt+G"),
            ("facts", "pencil", "Alt+E"),
        ):
            row.addWidget(self._add_button(key, icon, hint))
        self._last = ElidedText("", "label", "muted")
        self._last.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._last, 1)
        row.addWidget(self._add_button("close", "archive", "Alt+B"))
        return row

    def _add_button(self, key: str, icon: str, hint: str) -> Button:
        button = Button("", kind="primary" if key == "report" else "secondary", icon=icon, hint=hint)
        button.setFixedHeight(theme().px(32))
        button.clicked.connect(lambda: self.action_requested.emit(key))
        self.buttons[key] = button
        return button

    def retranslate(self) -> None:
        self._back.setToolTip(self.tr("Back to the list (Esc)"))
        self._back.setAccessibleName(self.tr("Back to the list"))
        for key, text in (
            ("final", self.tr("Final report")),
            ("casualties", self.tr("Casualties")),
            ("instruction", self.tr("Instruction")),
            ("grade", self.tr("Change grade")),
            ("facts", self.tr("Correct")),
            ("close", self.tr("Close")),
        ):
            self.buttons[key].setText(text)
        for key, tip in (
            ("casualties", self.tr("Record new casualty figures")),
            ("instruction", self.tr("Record a leader's instruction in the line below")),
            ("grade", self.tr("Change the grade")),
            ("facts", self.tr("Correct the facts of the incident")),
            ("close", self.tr("Close the incident")),
        ):
            self.buttons[key].setToolTip(tip)
        if self._record is not None:
            self.show_record(self._record)

    def can(self, action: str) -> bool:
        """Whether an action is offered now."""
        return action not in self.buttons or not self.buttons[action].isHidden()

    # -- showing -----------------------------------------------------------------------------------

    def show_record(self, record: IncidentRecord) -> None:
        """Show an incident as it stands."""
        self._record = record
        incident = record.incident
        grade = incident.grade.value if incident.grade else None
        self._edge.set_grade(grade)
        self._badge.set_grade(grade)
        self._headline.setText(incident.title)
        self._number.setText(incident.number)
        closed = incident.state is IncidentState.CLOSED
        self._state.setVisible(closed)
        self._state.set(word(incident.state))
        self._show_facts(record)
        self._show_actions(record)
        self._show_limits()

    def _show_facts(self, record: IncidentRecord) -> None:
        incident, now, zone = record.incident, self._bench.clock.now(), self._bench.zone
        graded = when(incident.classified_at, now, zone) if incident.grade and incident.classified_at else ""
        self._basis.set_facts(
            [
                (self.tr("Grade"), "  ".join(part for part in (incident.grade_basis, graded) if part)),
                ("", " · ".join(part for part in (word(incident.event_class), incident.type) if part)),
            ]
        )
        received = f"{when(incident.received_at, now, zone)} {word(incident.channel)}"
        caller = (incident.source_unit, incident.caller, incident.caller_post, incident.caller_phone)
        self._facts.set_facts(
            [
                ("", incident.place),
                (self.tr("Occurred"), when(incident.occurred_at, now, zone) if incident.occurred_at else "–"),
                (self.tr("Received"), received),
                (self.tr("Caller"), " ".join(part for part in caller if part)),
            ]
        )

    def _show_actions(self, record: IncidentRecord) -> None:
        incident, now, zone = record.incident, self._bench.clock.now(), self._bench.zone
        closed = incident.state is IncidentState.CLOSED
        owed = record.owed[0] if record.owed else None
        self.buttons["report"].setText(self._report_words(record, owed))
        self.buttons["report"].set_kind("secondary" if closed else "primary")
        self.buttons["report"].setToolTip(arrow(owed) if owed else "")
        self.buttons["final"].setVisible(record.next_kind is ReportKind.FOLLOWUP and not closed)
        self.buttons["close"].setVisible(not closed)
        if closed and incident.closed_at is not None:
            said = self.tr("Closed {time}: {reason}")
            self._last.setText(said.format(time=when(incident.closed_at, now, zone), reason=incident.closed_reason))
        elif record.timeline:
            last = record.timeline[-1]
            said = self.tr("last entry {person} {time}")
            self._last.setText(said.format(person=last.person, time=when(last.recorded_at, now, zone)))

    def _report_words(self, record: IncidentRecord, owed: Obligation | None) -> str:
        if owed is not None:
            name = obligation_name(owed)
            return self.tr("Record {report}").format(report=name[:1].lower() + name[1:])
        return {
            ReportKind.INITIAL: self.tr("Record initial report"),
            ReportKind.FOLLOWUP: self.tr("Record follow-up"),
            ReportKind.FINAL: self.tr("Record final report"),
        }[record.next_kind]

    def _show_limits(self) -> None:
        if self._record is None:
            return
        owed, room = self._record.owed, MOST_LIMITS if self.width() >= theme().px(1080) else 2
        for place, block in enumerate(self._limits):
            block.show_limit(owed[place] if place < min(len(owed), room) else None)
        self._settled.setVisible(not owed)
        self._settled.setText(self._settled_words(self._record.obligations))

    def _settled_words(self, obligations: tuple[Obligation, ...]) -> str:
        """What became of the limits once none is open: counts and the worst delay, as facts."""
        if not obligations:
            return self.tr("No report limit applies")
        counts = tally(obligations, self._bench.clock.now())
        said = [
            text.format(count=counts[state])
            for state, text in (
                (ObligationState.MET, self.tr("on time {count}")),
                (ObligationState.LATE, self.tr("late {count}")),
                (ObligationState.WAIVED, self.tr("waived {count}")),
            )
            if state in counts
        ]
        worst = max(each.late_seconds or 0 for each in obligations)
        if worst:
            said.append(self.tr("at most {length}").format(length=lateness(worst)))
        return self.tr("Nothing owed: {facts}").format(facts=listed(said))

    def _on_ticked(self, now: datetime) -> None:
        if self.isVisible():
            for block in self._limits:
                block.tick(now)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_limits()


class _NextLimit(QWidget):
    """One limit behind a hairline: report → recipient, countdown, due time and its basis."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._owed: Obligation | None = None
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(2), 0, px(2))
        row.setSpacing(px(16))
        row.addWidget(Line(upright=True))
        column = QVBoxLayout()
        column.setSpacing(px(2))
        self._what = ElidedText("", "label", "muted")
        self._left = Countdown("figure_small")
        self._due = ElidedText("", "label", "muted")
        column.addWidget(self._what)
        column.addWidget(self._left, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._due)
        row.addLayout(column, 1)
        self.setFixedWidth(px(176))
        self.hide()

    def show_limit(self, owed: Obligation | None) -> None:
        """Show a limit, or nothing."""
        self._owed = owed
        self.setVisible(owed is not None)
        if owed is not None:
            now = self._bench.clock.now()
            self._what.setText(arrow(owed))
            self._due.setText(due_line(owed, now, self._bench.zone))
            self.tick(now)

    def tick(self, now: datetime) -> None:
        """Count down."""
        if self._owed is not None:
            self._left.set_remaining((self._owed.due_at - now).total_seconds(), soon=is_soon(self._owed, now))


class _GradeEdge(Painted):
    """4 px in the grade's colour, rounded like the panel."""

    def __init__(self) -> None:
        super().__init__()
        self._grade: str | None = None
        self.setFixedWidth(theme().px(4))

    def set_grade(self, grade: str | None) -> None:
        """Change the colour."""
        self._grade = grade
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = self.painter()
        radius = theme().px(6)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(0, 0, self.width() + 2 * radius, self.height()), radius, radius)
        painter.setClipRect(self.rect())
        painter.fillPath(shape, theme().color(self._grade or "control"))
        painter.end()
