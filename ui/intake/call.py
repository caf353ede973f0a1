"""One call being taken down: from F2 until it is recorded or discarded. Whatever is typed is kept as a draft."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from duty_console.alarms.model import AlarmPolicy
from duty_console.dutylog.model import LogKind
from duty_console.errors import DutyError, EnvironmentProblem, InputProblem
from duty_console.incidents.rules import ESSENTIAL, missing_essentials
from duty_console.limits.model import EventFacts
from duty_console.limits.rules import supplementary_ends, supplementary_window
from ui.intake.discard import DiscardBar, discarded_line
from ui.intake.entry import Entry, entry_of
from ui.intake.form import IntakeForm
from ui.intake.grade_box import GradeBox
from ui.intake.limits_list import LimitsList, Window
from ui.intake.parts import CallFooter, CallHeader
from ui.intake.readback import ReadBack
from ui.theme import theme
from ui.widgets import Banner, Line, Translated

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from duty_console.dutylog.model import LogEntry
    from duty_console.dutylog.service import DutyLog
    from duty_console.incidents.drafts import Draft, DraftStore
    from duty_console.incidents.model import IntakePreview, NewIncident, RecordedIncident
    from duty_console.incidents.service import Incidents
    from ui.workbench import Workbench

log = logging.getLogger(__name__)

DRAFT_PAUSE_MS = 400
PREVIEW_PAUSE_MS = 180


class IntakePanel(Translated, QWidget):
    """`recorded` after the durable commit, `discarded` once the log has its line; both end the panel's life.

    `minimise_requested` puts it aside without losing anything; `named` when its short name changes.
    """

    recorded = Signal(object)
    discarded = Signal()
    minimise_requested = Signal()
    named = Signal()

    def __init__(
        self,
        incidents: Incidents,
        dutylog: DutyLog,
        drafts: DraftStore,
        bench: Workbench,
        draft_id: str,
        draft: Draft,
        number: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._incidents, self._dutylog, self._drafts, self._bench = incidents, dutylog, drafts, bench
        self.draft_id, self.number = draft_id, number
        self._draft = draft
        self._entry = Entry(None)
        self._armed: tuple[str, ...] = ()
        self._unsaved = self._ended = False
        self.return_to: QWidget | None = None
        self._focused: QWidget | None = None
        self._build()
        self._timers()
        self._connect()
        self._fill(draft.texts)
        self.tick(bench.clock.now())

    # -- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        px = theme().px
        self.setProperty("part", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = CallHeader(self.number, self._draft.received_at, self._bench.zone)
        self.banner = Banner()
        self.form = IntakeForm(self._bench, self._draft.received_at)
        self.grade_box = GradeBox()
        self.limits = LimitsList(AlarmPolicy(), self._bench.zone)
        self.read_back = ReadBack(self._bench.zone)
        self.discard_bar = DiscardBar()
        self.footer = CallFooter(self._bench.zone)
        self.discard_bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(Line(strong=True))
        around = QVBoxLayout()
        around.setContentsMargins(px(16), px(8), px(16), 0)
        around.addWidget(self.banner)
        column.addLayout(around)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)  # before it gets its first widget, which would else open as a window
        self._stack.addWidget(self._scrolled())
        self._stack.addWidget(self.read_back)
        column.addWidget(Line(strong=True))
        column.addWidget(self.discard_bar)
        column.addWidget(self.footer)

    def _scrolled(self) -> QScrollArea:
        px = theme().px
        inside = QWidget()
        inside.setProperty("part", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, px(8), 0, px(16))
        column.setSpacing(px(16))
        for widget in (self.form, self.grade_box):
            row = QHBoxLayout()
            row.setContentsMargins(px(16), 0, px(16), 0)
            row.addWidget(widget)
            column.addLayout(row)
        column.addWidget(self.limits)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self._area = area
        return area

    def _timers(self) -> None:
        self._draft_timer, self._preview_timer = QTimer(self), QTimer(self)
        for timer, pause, due in (
            (self._draft_timer, DRAFT_PAUSE_MS, self.save_draft),
            (self._preview_timer, PREVIEW_PAUSE_MS, self._preview),
        ):
            timer.setSingleShot(True)
            timer.setInterval(pause)
            timer.timeout.connect(due)

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.grade_box.changed.connect(self._on_edited)
        self.header.minimise_button.clicked.connect(self.minimise_requested)
        self.header.discard_button.clicked.connect(self.discard_bar.open)
        self.discard_bar.cancelled.connect(self._keep)
        self.discard_bar.confirmed.connect(self._discard)
        self.footer.read_back_button.clicked.connect(self.show_read_back)
        self.footer.record_button.clicked.connect(self.record)
        self.read_back.closed.connect(self._leave_read_back)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            self._shortcut(key, self.record)
        self._shortcut("Esc", self._on_escape)

    def _shortcut(self, key: str, slot: object) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    def retranslate(self) -> None:
        self._show_footer()

    # -- typing -------------------------------------------------------------------------------------------------

    @property
    def received_at(self) -> datetime:
        """The moment of F2."""
        return self._draft.received_at

    @property
    def has_unsaved(self) -> bool:
        """Whether something was typed that no draft holds yet."""
        return self._unsaved

    def name(self) -> str:
        """What tells this call from another: who is calling, as far as typed."""
        return self.form.texts().get("source_unit", "").strip()

    def focus_first(self) -> None:
        """Put the cursor where speech begins."""
        self.form.focus_field("source_unit")

    def tick(self, now: datetime) -> None:
        """A second went by."""
        self.header.tick(now)
        self.limits.tick(now)

    def _fill(self, texts: Mapping[str, str]) -> None:
        self.form.set_texts(texts)
        self.grade_box.set_by_hand(texts.get("grade", ""), texts.get("grade_reason", ""))
        self._understand()
        self._preview()

    def _texts(self) -> dict[str, str]:
        texts = self.form.texts()
        if self.grade_box.grade:
            texts |= {"grade": self.grade_box.grade, "grade_reason": self.grade_box.reason}
        return texts

    def _understand(self) -> None:
        self._entry = entry_of(self._texts(), self.received_at, self._bench.zone)
        self.form.show_done(None)
        self._show_footer()
        self.named.emit()

    def _on_edited(self) -> None:
        self._draft = replace(self._draft, revision=self._draft.revision + 1)
        self._unsaved = True
        self._understand()
        self._draft_timer.start()
        self._preview_timer.start()

    def _missing(self) -> tuple[str, ...]:
        new = self._entry.new
        if new is not None:
            return missing_essentials(new)
        texts = self.form.texts()
        return tuple(name for name in ESSENTIAL if not texts.get(name, "").strip())

    def _show_footer(self) -> None:
        missing = self._missing()
        self.footer.show_missing(len(missing), armed=bool(self._armed) and set(missing) <= set(self._armed))

    # -- the draft ----------------------------------------------------------------------------------------------

    def save_draft(self) -> None:
        """Keep what was typed. Runs off the GUI thread; a newer one overtakes it."""
        self._draft_timer.stop()
        if self._ended:
            return
        draft, drafts, draft_id = replace(self._draft, texts=self._texts()), self._drafts, self.draft_id
        self._draft = draft
        self._bench.jobs.run(
            lambda: drafts.save(draft_id, draft),
            lambda _kept: self._on_draft_saved(draft.revision),
            self._on_draft_failed,
            owner=self,
            lane="read",
            supersede="draft",
        )

    def _on_draft_saved(self, revision: int) -> None:
        if revision == self._draft.revision:
            self._unsaved = False
        self.footer.show_saved(self._bench.clock.now())
        if self.banner.property("about") == "draft":
            self.banner.clear()

    def _on_draft_failed(self, problem: DutyError) -> None:
        self.footer.show_unsaved()
        self.banner.setProperty("about", "draft")
        self.banner.show_problem(problem, action=self.tr("Try again"), on_action=self.save_draft)

    def warn_recorded(self, number: str) -> None:
        """Say that a call of this very moment is recorded already: a kill came between record and clean-up."""
        self.banner.setProperty("about", "recorded")
        self.banner.show_message(
            self.tr("This call may be recorded already as {number}.").format(number=number),
            self.tr("Nothing is lost. Look there first; discard this draft if it is the same."),
            tone="amber",
            action=self.tr("Show {number}").format(number=number),
            on_action=lambda: self._bench.incident_requested.emit(number),
        )

    # -- what would apply ---------------------------------------------------------------------------------------

    def _preview(self) -> None:
        self._preview_timer.stop()
        new, incidents = self._entry.new, self._incidents
        if new is None:
            self.grade_box.show_suggestion(None)
            self.limits.show_limits((), None, self._bench.clock.now())
            return
        self._bench.jobs.run(
            lambda: incidents.preview(new),
            lambda preview: self._on_previewed(new, preview),
            self._on_preview_failed,
            owner=self,
            lane="read",
            supersede="preview",
        )

    def _on_previewed(self, new: NewIncident, preview: IntakePreview) -> None:
        self.grade_box.show_suggestion(preview.suggestion)
        facts = EventFacts(new.event_class, new.received_at, occurred_at=new.occurred_at)
        ends = supplementary_ends(facts, new.type, self._bench.zone)
        length = supplementary_window(new.event_class, new.type)
        window = Window(ends, length.days) if ends is not None and length is not None else None
        self.limits.show_limits(preview.obligations, window, self._bench.clock.now())

    def _on_preview_failed(self, problem: DutyError) -> None:
        if isinstance(problem, InputProblem):
            self.form.show_problem(problem)
        else:
            self._bench.problem(problem)

    # -- recording ----------------------------------------------------------------------------------------------

    def record(self) -> None:
        """Record the incident. Missing essentials are named first; asked again, it records all the same."""
        if self._ended or not self.form.isEnabled():
            return
        self._understand()
        self.form.clear_problems()
        new, wrong = self._entry.new, self._entry.problems
        unclear = {problem.field for problem in wrong}
        missing = tuple(name for name in self._missing() if name not in unclear)
        if new is None or wrong or not set(missing) <= set(self._armed):
            self._point_out(missing, wrong, may_stay=new is not None)
            return
        self._freeze(True)
        incidents, drafts, draft_id = self._incidents, self._drafts, self.draft_id
        self._bench.jobs.run(
            lambda: _record(incidents, drafts, draft_id, new), self._on_recorded, self._on_record_failed, owner=self
        )

    def _point_out(self, missing: tuple[str, ...], wrong: tuple[InputProblem, ...], *, may_stay: bool) -> None:
        """Name at the fields what is missing or wrong. Without a class there are no limits: that must not stay so."""
        self._leave_read_back()
        self.form.show_missing(missing)
        for problem in wrong:
            self.form.show_problem(problem)
        self._armed = missing if may_stay else ()
        self._show_footer()
        self._focus_in_view(wrong[0].field if wrong else missing[0])

    def _freeze(self, frozen: bool) -> None:
        """While the record is being written nothing may be typed that it would not hold."""
        if frozen:
            self._draft_timer.stop()
            self._focused = QApplication.focusWidget()
            if self._focused is not None and self.isAncestorOf(self._focused):
                self.setFocus()  # else the cursor would wander off to another part of the window
        self.form.setEnabled(not frozen)
        self.grade_box.setEnabled(not frozen)
        self.footer.record_button.setEnabled(not frozen)
        self.header.discard_button.setEnabled(not frozen)
        focused = self._focused
        if not frozen and focused is not None and shiboken6.isValid(focused) and self.isAncestorOf(focused):
            focused.setFocus()

    def _on_recorded(self, recorded: RecordedIncident) -> None:
        self._ended, self._unsaved = True, False
        self._bench.note(
            self.tr("Saved #{seq} {number}").format(seq=recorded.journal_seq, number=recorded.incident.number)
        )
        self.recorded.emit(recorded)

    def _on_record_failed(self, problem: DutyError) -> None:
        self._freeze(False)
        if isinstance(problem, InputProblem):
            self._leave_read_back()
            self.form.show_problem(problem)
            self._focus_in_view(problem.field)
            return
        self.banner.setProperty("about", "record")
        self.banner.show_problem(problem, action=self.tr("Record again"), on_action=self.record)
        self.save_draft()

    def _focus_in_view(self, name: str) -> None:
        self.form.focus_field(name)
        focused = QApplication.focusWidget()
        if focused is not None and self._area.isAncestorOf(focused):
            self._area.ensureWidgetVisible(focused, 0, theme().px(48))

    # -- reading back, putting aside, discarding ----------------------------------------------------------------

    def show_read_back(self) -> None:
        """Show what was entered as sentences."""
        self._understand()
        self.read_back.show_entry(self._entry.new, self.received_at)
        self._stack.setCurrentWidget(self.read_back)
        self.footer.read_back_button.setEnabled(False)
        self.read_back.back_button.setFocus()

    def is_reading_back(self) -> bool:
        """Whether the sentences are shown instead of the fields."""
        return self._stack.currentWidget() is self.read_back

    def _leave_read_back(self) -> None:
        if self.is_reading_back():
            self._stack.setCurrentWidget(self._area)
            self.footer.read_back_button.setEnabled(True)
            self.focus_first()

    def _on_escape(self) -> None:
        if not self.discard_bar.isHidden():
            self._keep()
        elif self.is_reading_back():
            self._leave_read_back()
        else:
            self.minimise_requested.emit()

    def _keep(self) -> None:
        self.discard_bar.hide()
        self.focus_first()

    def _discard(self, reason: str) -> None:
        if self._ended or not self.form.isEnabled():
            return
        self._freeze(True)
        line = discarded_line(self.form.texts(), self._entry.new, reason)
        dutylog, drafts, draft_id, at = self._dutylog, self._drafts, self.draft_id, self.received_at
        self._bench.jobs.run(
            lambda: _discard(dutylog, drafts, draft_id, line, at),
            self._on_discarded,
            self._on_record_failed,
            owner=self,
        )

    def _on_discarded(self, entry: LogEntry) -> None:
        self._ended, self._unsaved = True, False
        self._bench.note(self.tr("Call discarded, log line #{seq}").format(seq=entry.journal_seq))
        self.discarded.emit()


def _record(incidents: Incidents, drafts: DraftStore, draft_id: str, new: NewIncident) -> RecordedIncident:
    recorded = incidents.record(new)
    _forget(drafts, draft_id)
    return recorded


def _discard(dutylog: DutyLog, drafts: DraftStore, draft_id: str, line: str, at: datetime) -> LogEntry:
    entry = dutylog.note(line, at, LogKind.INCOMING_CALL)
    _forget(drafts, draft_id)
    return entry


def _forget(drafts: DraftStore, draft_id: str) -> None:
    """What is recorded is safe; a draft that cannot be removed only comes back with a warning at the next start."""
    try:
        drafts.remove(draft_id)
    except EnvironmentProblem as problem:
        log.warning("a draft could not be removed: %s", problem)
