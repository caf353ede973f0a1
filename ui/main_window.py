"""The window: duty strip, rail, pages, calls at the right, what lies over them. It shows and asks, decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.alarms.model import AlarmBoard, AlarmStep
from ui.alarm_bridge import AlarmBridge
from ui.change_bridge import ChangeBridge
from ui.collector import Collector
from ui.pages import PAGES, load_modules
from ui.shell.ahead import BuildAhead
from ui.shell.alarm_lists import AlarmLists
from ui.shell.page_stack import PageArea, PageStack
from ui.shell.rail import Rail
from ui.shell.recorder import Recorder
from ui.shell.standing import Standing, StandingKeeper
from ui.shell.strip import DutyStrip
from ui.sounds import Sounds
from ui.theme import theme
from ui.widgets import Banner, Toast, Translated, page_layout

if TYPE_CHECKING:
    from collections.abc import Callable

    from duty_console.alarms.model import Alarm
    from duty_console.changes import Change
    from duty_console.config import DeskSettings
    from duty_console.desk import Desk
    from duty_console.errors import DutyError
    from duty_console.incidents.model import SearchHit
    from duty_console.roster.model import DutyPerson, OnDuty
    from duty_console.roster.rotation.model import Notice
    from ui.application import Application
    from ui.intake.panel import IntakeDock
    from ui.settings.keeper import SettingsKeeper
    from ui.shell.palette import SearchPalette
    from ui.shell.paper_preview import PaperPreview
    from ui.workbench import Workbench


PREPARE_AFTER_MS = 300
"""When what the first picture does not need begins to load."""


class MainWindow(Translated, QWidget):
    """`start()` sets it going; without, nothing runs by itself and `tick()` moves the time: for the tour and tests."""

    ended = Signal()

    def __init__(self, desk: Desk, bench: Workbench, application: Application, settings: SettingsKeeper) -> None:
        super().__init__()
        self.desk, self.bench, self._application, self._settings = desk, bench, application, settings
        self._running = False
        self._ended = False
        self._stale: set[str] = set()
        self.pages: dict[str, QWidget] = {}
        self.current_key = ""
        self.dock: IntakeDock | None = None
        self._palette: SearchPalette | None = None
        self._preview: PaperPreview | None = None
        self._ahead = 0
        self.sounds = Sounds(self, enabled=settings.settings.sound, volume=settings.settings.volume)
        self.recorder = Recorder(desk.identity, self)
        self.standing = StandingKeeper(desk, bench, self)
        self.alarms = AlarmBridge(desk, bench, self.sounds, self)
        self.changes = ChangeBridge(desk, bench, self)
        self._collector = Collector(self)
        self.ahead = BuildAhead(self.page, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_second)
        self._build()
        self._connect()
        self._add_shortcuts()
        self.retranslate()
        self.strip.tick(bench.clock.now())

    # -- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = page_layout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        zone = self.bench.zone
        self.strip = DutyStrip(zone)
        self.rail = Rail([(kind.key, kind.icon) for kind in PAGES])
        self.banner = Banner()
        self._banner_area = QWidget()
        margin = theme().px(16)
        around = QVBoxLayout(self._banner_area)
        around.setContentsMargins(margin, margin, margin, 0)
        around.addWidget(self.banner)
        self._banner_area.hide()
        self.stack = PageStack()
        centre = QVBoxLayout()
        centre.setSpacing(0)
        centre.addWidget(self._banner_area)
        centre.addWidget(PageArea(self.stack), 1)
        self._body = QHBoxLayout()
        self._body.setSpacing(0)
        self._body.addWidget(self.rail)
        self._body.addLayout(centre, 1)
        layout.addWidget(self.strip)
        layout.addLayout(self._body, 1)
        self.toast = Toast(self)
        self.alarm_lists = AlarmLists(self.bench, self, centre)
        self.strip.alarm.setObjectName("alarm-lamp")
        self.strip.show_sound(self._settings.settings.sound)
        self.strip.show_recorder(self.recorder.name)

    def _connect(self) -> None:
        bench, strip = self.bench, self.strip
        bench.incident_requested.connect(self.show_incident)
        bench.intake_requested.connect(self.take_call)
        bench.report_requested.connect(self._on_report_requested)
        bench.page_requested.connect(self.show_page)
        bench.roster_noticed.connect(self._on_notices)
        bench.paper_requested.connect(self._on_paper_requested)
        bench.noted.connect(lambda text: self.toast.say(text))
        bench.problem_met.connect(self._show_problem)
        bench.jobs.unhandled.connect(self._show_problem)
        self._application.bugs.found.connect(self._show_bug)
        bench.changed.connect(self._on_changed)
        bench.duty_changed.connect(self._on_duty)
        bench.board_changed.connect(self._on_board)
        self.standing.stood.connect(self._on_standing)
        self.alarms.came_back.connect(self._on_came_back)
        strip.incident_requested.connect(self.show_incident)
        strip.intake_requested.connect(self.take_call)
        strip.alarms_requested.connect(self.toggle_alarms)
        strip.leader_requested.connect(lambda: self.show_page("roster:leader"))
        strip.recorder_chosen.connect(self.recorder.choose)
        self.recorder.changed.connect(strip.show_recorder)
        self.rail.chosen.connect(self.show_page)
        self.banner.closed.connect(self._banner_area.hide)
        self.alarm_lists.acknowledged.connect(self._acknowledge)
        self.alarm_lists.leader_told.connect(self._tell_leader)
        self.alarm_lists.opened.connect(self.show_incident)
        self._settings.changed.connect(self._on_settings)
        self._settings.sound_by(self._try_sound)
        self._settings.failed.connect(self._show_problem)
        self._application.languages.language_changed.connect(lambda _language: self._refresh_all())
        theme().theme_changed.connect(self._refresh_all)

    def _add_shortcuts(self) -> None:
        keys: list[tuple[str, Callable[[], object]]] = [
            ("F2", self.take_call),
            ("F8", self.toggle_alarms),
            ("Ctrl+K", self.open_palette),
        ]
        for place, kind in enumerate(PAGES, 1):
            keys.append((f"Ctrl+{place}", lambda key=kind.key: self.show_page(key)))
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(act)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Duty Console"))
        for place, kind in enumerate(PAGES, 1):
            self.rail.items[kind.key].set_word(kind.word(), f"Ctrl+{place}")
        self._show_badges()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(1600), theme().px(1000))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._preview is not None and self._preview.isVisible():
            self._preview.fit()

    # -- running --------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Set going what runs by itself: the second, the alarms, the look for other processes; show the first page."""
        self._running = True
        self._collector.start()
        self.begin()
        self._on_second()
        self.alarms.start()
        self.changes.start()

    def begin(self) -> None:
        """Show the first page and read how things stand."""
        self.show_page(PAGES[0].key)  # what is in hand is read first
        self.standing.refresh()
        QTimer.singleShot(PREPARE_AFTER_MS, self, self._prepare)

    def _prepare(self) -> None:
        """Once the first page stands: load in the background what F2 and the other pages need, reopen the drafts."""
        if not self._ended:
            self.bench.jobs.run(load_modules, lambda _nothing: self._on_loaded(), owner=self, lane="read")

    def _on_loaded(self) -> None:
        self._make_dock()
        if self._running:
            self.ahead.start([kind.key for kind in PAGES if kind.key not in self.pages])

    def tick(self) -> None:
        """Tell everyone the moment, as happens every second."""
        now = self.bench.clock.now()
        self.strip.tick(now)
        self.bench.ticked.emit(now)

    def _on_second(self) -> None:
        if not self._running:
            return
        self.tick()
        gone = self.bench.clock.now().microsecond // 1000
        self._timer.start(max(1, 1000 - gone))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.end()
        event.accept()

    def end(self) -> None:
        """Keep what was typed, end alarms and jobs, give the database back. Calling it twice changes nothing."""
        if self._ended:
            return
        self._ended = True
        self._running = False
        self._collector.stop()
        self.ahead.stop()
        self._timer.stop()
        if self.dock is not None:
            self.dock.save_all()
        self.changes.stop()
        self.bench.jobs.close()
        self.alarms.stop()
        self.desk.close()
        self.ended.emit()

    # -- pages ----------------------------------------------------------------------------------------------------

    def page(self, key: str) -> QWidget:
        """The page of this key, made when it is first wanted. KeyError for one that does not exist."""
        found = self.pages.get(key)
        if found is None:
            kind = next((each for each in PAGES if each.key == key), None)
            if kind is None:
                raise KeyError(key)
            found = self.pages[key] = kind.make(self.desk, self.bench, self._settings)
            self.stack.addWidget(found)
            if key == "now":
                self._tell_now(found)
        return found

    def show_page(self, key: str) -> None:
        """Bring a page to the front, the keyboard in it unless somebody is typing a call.

        `roster:leader` opens a panel of it as well.
        """
        key, _colon, panel = key.partition(":")
        if not any(kind.key == key for kind in PAGES):
            return
        if self._preview is not None and self._preview.isVisible():
            self._preview.close_preview()
        page = self.page(key)
        self.stack.setCurrentWidget(page)
        self.current_key = key
        self.rail.select(key)
        if key in self._stale:
            self._stale.discard(key)
            _refresh(page)
        open_panel = getattr(page, "open_panel", None) if panel else None
        if open_panel is not None:
            open_panel(panel)
        self._focus_page(page)

    def _focus_page(self, page: QWidget) -> None:
        here = QApplication.focusWidget()
        if self.dock is not None and here is not None and self.dock.isAncestorOf(here):
            return
        if here is not None and page.isAncestorOf(here):
            return
        enter = getattr(page, "focus_first", None)
        if enter is not None:
            enter()
        else:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh_all(self) -> None:
        """Another language or theme: the page in front at once, the others when they are shown."""
        if self._ended:
            return
        self._stale = set(self.pages) - {self.current_key}
        if self.current_key:
            _refresh(self.pages[self.current_key])
        self.strip.tick(self.bench.clock.now())

    def show_incident(self, number: str) -> None:
        """Open an incident's page."""
        self.show_page("incidents")
        page = self.pages.get("incidents")
        if page is not None and number:
            page.show_incident(number)  # type: ignore[attr-defined] - IncidentsPage, made lazily

    def _on_report_requested(self, number: str, obligation_id: int) -> None:
        self.show_page("incidents")
        page = self.pages.get("incidents")
        if page is not None:
            page.open_report(number, obligation_id)  # type: ignore[attr-defined] - as above

    # -- calls ----------------------------------------------------------------------------------------------------

    def _make_dock(self) -> IntakeDock:
        if self.dock is None:
            from duty_console.incidents.drafts import DraftStore
            from ui.intake.panel import IntakeDock  # not needed for the first picture

            store = DraftStore(self.desk.folder.drafts)
            self.dock = IntakeDock(self.desk.incidents, self.desk.dutylog, store, self.bench, self)
            self._body.addWidget(self.dock)
        return self.dock

    def take_call(self) -> None:
        """F2: a call comes in, now."""
        if self._preview is not None and self._preview.isVisible():
            self._preview.close_preview()
        if self._palette is not None and self._palette.isVisible():
            self._palette.close_palette()
        self.alarm_lists.close()
        self._make_dock().open_call()

    # -- alarms ---------------------------------------------------------------------------------------------------

    def toggle_alarms(self) -> None:
        """Open or close the list under the lamp."""
        lamp = self.strip.alarm.geometry()
        self.alarm_lists.toggle(lamp.bottomRight())

    def _leader(self) -> DutyPerson | None:
        standing = self.standing.standing
        return standing.duty.leaders[0] if standing is not None and standing.duty.leaders else None

    def _on_board(self, board: AlarmBoard) -> None:
        self.strip.show_board(board)
        self.alarm_lists.show_board(board, self._leader())
        self._show_badges()

    def _on_came_back(self, alarms: tuple[Alarm, ...]) -> None:
        self.alarm_lists.gather(alarms, self.bench.clock.now(), self._leader())

    def _acknowledge(self, keys: list[str]) -> None:
        alarms = self.desk.alarms
        self.bench.jobs.run(lambda: alarms.acknowledge(keys), self._on_acknowledged, self.bench.problem, owner=self)

    def _tell_leader(self, key: str) -> None:
        alarms, leader = self.desk.alarms, self._leader()
        if leader is not None:
            name = leader.name
            self.bench.jobs.run(
                lambda: alarms.told_leader(key, name), self._on_acknowledged, self.bench.problem, owner=self
            )

    def _on_acknowledged(self, count: int) -> None:
        if count:
            self.bench.note(self.tr("Acknowledged: {count}").format(count=count))

    # -- what comes in --------------------------------------------------------------------------------------------

    def _on_changed(self, change: Change) -> None:
        self.strip.show_saved(change.journal_seq)

    def _on_standing(self, standing: Standing) -> None:
        self.strip.show_standing(standing)
        self._show_badges()

    def _on_notices(self, notices: tuple[Notice, ...]) -> None:
        self._ahead = len(notices)
        self._show_badges()

    def _on_duty(self, duty: OnDuty) -> None:
        self.recorder.follow(duty)
        if self.alarms.board is not None:
            self._on_board(self.alarms.board)

    def _on_settings(self, settings: DeskSettings) -> None:
        self._application.choose_theme(settings.theme)
        self._application.choose_language(settings.language)
        self.sounds.set_enabled(settings.sound)
        self.sounds.set_volume(settings.volume)
        self.alarms.resound()
        self.strip.show_sound(settings.sound)
        if settings.workstation:
            self.desk.identity.workstation = settings.workstation
        if "now" in self.pages:
            self._tell_now(self.pages["now"])

    def _try_sound(self) -> bool:
        if not self.sounds.can_be_heard:
            return False
        self.sounds.play("due")
        return True

    def _tell_now(self, page: QWidget) -> None:
        set_sound = getattr(page, "set_sound", None)
        if set_sound is not None:
            set_sound(self._settings.settings.sound)

    def _show_badges(self) -> None:
        board, standing = self.alarms.board, self.standing.standing
        late = [a for a in board.alarms if a.step in (AlarmStep.DUE, AlarmStep.OVERDUE)] if board else []
        meaning = self.tr("{count} overdue").format(count=len(late))
        self.rail.items["now"].set_badge(len(late), "extreme", meaning)
        if "roster" in self.rail.items:
            missing = sum(gap.missing for gap in standing.duty.gaps) if standing else 0
            if missing or not self._ahead:
                words, tone = self.tr("{count} missing").format(count=missing), "extreme"
            else:
                words, tone = self.tr("{count} to look at within a week").format(count=self._ahead), "severe"
            self.rail.items["roster"].set_badge(missing or self._ahead, tone, words)

    def _show_problem(self, problem: DutyError) -> None:
        self.banner.show_problem(problem)
        self._banner_area.show()

    def _show_bug(self, number: str) -> None:
        self.banner.show_message(
            self.tr("Something in the console went wrong (number {number}).").format(number=number),
            self.tr("What was saved is safe. It is written in console.log; go on, and tell whoever looks after it."),
            tone="amber",
        )
        self._banner_area.show()

    # -- over the pages -------------------------------------------------------------------------------------------

    @property
    def palette_overlay(self) -> SearchPalette:
        """The search, made when it is first wanted."""
        if self._palette is None:
            from ui.shell.palette import SearchPalette

            self._palette = SearchPalette(self.desk.incidents, self.bench, self)
            self._palette.chosen.connect(self._on_hit)
        return self._palette

    def open_palette(self) -> None:
        """Ctrl+K."""
        self.palette_overlay.open_palette()

    def _on_hit(self, hit: SearchHit) -> None:
        if hit.entity == "incident" and hit.incident_number:
            self.show_incident(hit.incident_number)
            return
        self.show_page("log")
        page = self.pages.get("log")
        if page is not None:
            page.show_entry(hit.id)  # type: ignore[attr-defined] - LogPage, made lazily

    @property
    def preview(self) -> PaperPreview:
        """The paper over the page, made when it is first wanted."""
        if self._preview is None:
            from ui.shell.paper_preview import PaperPreview

            self._preview = PaperPreview(self.bench, self)
        return self._preview

    def _on_paper_requested(self, make: Callable[[], bytes], name: str) -> None:
        self.preview.show_paper(make, name)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self._preview is not None:
            self._preview.fit()


def _refresh(page: QWidget) -> None:
    refresh = getattr(page, "refresh", None)
    if refresh is not None:
        refresh()
