"""The first start: one page instead of a wizard. Enter goes on; a wrong field says so where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.demo.fill import PRESETS as SAMPLE_PRESETS
from duty_console.demo.words import ROOM as SAMPLE_ROOM
from ui.settings.room_form import RoomForm
from ui.settings.section import scrolling
from ui.theme import theme
from ui.welcome.choice import ChoiceRow
from ui.welcome.rules_panel import RulesPanel
from ui.welcome.ways import NATIONAL, offered_presets, set_up
from ui.widgets import Banner, Button, IconLabel, Line, Panel, Text, Translated, page_layout

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from duty_console.errors import DutyError
    from duty_console.limits.presets import PresetInfo
    from duty_console.limits.service import Limits
    from duty_console.room.service import Room
    from duty_console.roster.service import Roster
    from ui.workbench import Workbench

    Progress = Callable[[int, int], None]

WIDTH = 1120


class WelcomePage(Translated, QWidget):
    """Asks whose duty room this is and sets it up; `completed` when the record stands.

    `fill_demo(progress)` fills the desk with the sample district; it runs in a write job.
    """

    completed = Signal()
    _progressed = Signal(int, int)

    def __init__(
        self,
        room: Room,
        limits: Limits,
        roster: Roster,
        fill_demo: Callable[[Progress], None],
        bench: Workbench,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._room, self._limits, self._roster = room, limits, roster
        self._fill_demo, self._bench = fill_demo, bench
        self._working = False
        self._own_region = ""
        self._build()
        self._progressed.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)
        self.form.submitted.connect(self.go_on)
        self.begin.clicked.connect(self.go_on)
        self.empty.toggled.connect(self._on_way)
        self.retranslate()
        self.empty.setChecked(True)
        bench.jobs.run(offered_presets, self._on_presets, self._on_failed, self, lane="read")
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        outer = page_layout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        inside = QWidget()
        inside.setMaximumWidth(theme().px(WIDTH))
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme().px(16), theme().px(20), theme().px(16), theme().px(16))
        column.setSpacing(theme().px(12))
        column.addLayout(self._make_head())
        self.banner = Banner()
        column.addWidget(self.banner)
        self._content = QWidget()
        halves = QHBoxLayout(self._content)
        halves.setContentsMargins(0, theme().px(4), 0, 0)
        halves.setSpacing(theme().px(12))
        left = QVBoxLayout()
        left.setSpacing(theme().px(12))
        left.addWidget(self._make_ways())
        left.addWidget(self._make_room(), 1)
        self.rules = RulesPanel()
        halves.addLayout(left, 1)
        halves.addWidget(self.rules, 1)
        column.addWidget(self._content)
        column.addStretch(1)
        area = scrolling(inside)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        outer.addWidget(area, 1)
        outer.addWidget(Line(strong=True))
        outer.addWidget(self._make_footer())

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        row.addWidget(IconLabel("shield-check", "accent", 36))
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title, self._subtitle = Text("", "page"), Text("", "dense", "muted", wrap=True)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        row.addLayout(words, 1)
        return row

    def _make_ways(self) -> QWidget:
        self._ways = Panel(" ", padding=0)
        self.empty, self.sample = ChoiceRow("empty"), ChoiceRow("sample")
        self._ways.add_row(self.empty)
        self._ways.add_row(self.sample)
        return self._ways

    def _make_room(self) -> QWidget:
        self._room_panel = Panel(" ", padding=16)
        self.form = RoomForm(with_zone=False)
        made_up = QWidget()
        column = QVBoxLayout(made_up)
        column.setContentsMargins(0, theme().px(4), 0, 0)
        column.setSpacing(theme().px(6))
        self.sample_name = Text(SAMPLE_ROOM, "card")
        self._sample_words = Text("", "base", "muted", wrap=True)
        column.addWidget(self.sample_name)
        column.addWidget(self._sample_words)
        column.addStretch(1)
        self._room_words = QStackedWidget()
        self._room_words.addWidget(self.form)
        self._room_words.addWidget(made_up)
        self._room_panel.add(self._room_words)
        self._room_panel.body.addStretch(1)
        return self._room_panel

    def _make_footer(self) -> QWidget:
        footer = QWidget()
        footer.setProperty("part", "surface")
        footer.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        footer.setFixedHeight(theme().px(64))
        row = QHBoxLayout(footer)
        row.setContentsMargins(theme().px(16), 0, theme().px(16), 0)
        row.addStretch(1)
        inside = QWidget()
        inside.setMaximumWidth(theme().px(WIDTH - 32))
        line = QHBoxLayout(inside)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(16))
        self._doing = Text("", "dense", "muted")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.begin = Button("", kind="primary", hint="Enter", large=True)
        line.addWidget(self._doing)
        line.addWidget(self.progress, 1)
        line.addStretch(0)
        line.addWidget(self.begin)
        keep = self.progress.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(keep)
        self.progress.hide()
        row.addWidget(inside, 1000)
        row.addStretch(1)
        return footer

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Duty Console"))
        self._title.setText(self.tr("Duty Console"))
        self._subtitle.setText(
            self.tr("First start: whose duty room is this? Everything here can be changed later in the settings.")
        )
        self._ways.set_title(self.tr("How to begin"))
        self.empty.set_words(
            self.tr("Empty, for real duty"), self.tr("Posts and rules are there; persons are yours to enter")
        )
        self.sample.set_words(
            self.tr("Sample district"), self.tr("Made-up units, persons, a month of duty: to try and to train")
        )
        self._room_panel.set_title(self.tr("Duty room"))
        self._sample_words.setText(
            self.tr("It brings its own room and rules. Nothing in it is real; use another data folder for real duty.")
        )
        self.begin.setText(self.tr("Begin duty"))
        self._show_doing()

    # -- choosing -------------------------------------------------------------------------------------------------

    def _on_presets(self, found: tuple[PresetInfo, tuple[PresetInfo, ...]]) -> None:
        self.rules.offer(*found)

    def _on_way(self) -> None:
        own = self.empty.isChecked()
        self._room_words.setCurrentIndex(0 if own else 1)
        if own:
            self.rules.show_region(self._own_region)
        else:
            self._own_region = self.rules.region()
            self.rules.show_region(next((each for each in SAMPLE_PRESETS if each != NATIONAL), ""))
        self.rules.setEnabled(own)
        self.banner.clear()

    # -- going on -------------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Set the room up as chosen; a second Enter while that runs does nothing."""
        if self._working:
            return
        self._work(True)
        self.banner.clear()
        self.form.clear_problems()
        if self.sample.isChecked():
            fill, tell = self._fill_demo, self._percent_teller()
            self._bench.jobs.run(lambda: fill(tell), lambda _none: self._on_done(), self._on_failed, self)
            return
        room, limits, roster = self._room, self._limits, self._roster
        entry, region = self.form.entry(), self.rules.region()
        self._bench.jobs.run(
            lambda: set_up(room, limits, roster, entry, region), lambda _none: self._on_done(), self._on_failed, self
        )

    def _percent_teller(self) -> Progress:
        """Runs in the writing thread: passes on whole per cent only, through a queued signal."""
        told = -1

        def tell(done: int, total: int) -> None:
            nonlocal told
            percent = 100 * done // max(total, 1)
            if percent != told:
                told = percent
                self._progressed.emit(percent, 100)

        return tell

    def _work(self, working: bool) -> None:
        self._working = working
        self._content.setEnabled(not working)
        self.begin.setEnabled(not working)
        self.progress.setRange(0, 100)
        self.progress.setValue(0)
        self.progress.setVisible(working and self.sample.isChecked())
        self._show_doing()

    def _show_doing(self) -> None:
        sample = self._working and self.sample.isChecked()
        done = f"{self.progress.value()} %"
        self._doing.setText(self.tr("Making up the sample district, {done}").format(done=done) if sample else "")

    def _on_progress(self, done: int, total: int) -> None:
        if self._working:
            self.progress.setRange(0, total)
            self.progress.setValue(done)
            self._show_doing()

    def _on_done(self) -> None:
        self._work(False)
        self.completed.emit()

    def _on_failed(self, problem: DutyError) -> None:
        self._work(False)
        if not self.form.show_problem(problem):
            self.banner.show_problem(problem)
            self.begin.setFocus(Qt.FocusReason.OtherFocusReason)  # so that Enter tries again

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        else:
            super().keyPressEvent(event)
