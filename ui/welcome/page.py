"""The first start: the room's name, level, region and phone; then the sample district or an empty record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QProgressBar, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.errors import DutyError, InputProblem
from duty_console.limits.model import RoomLevel
from duty_console.limits.presets import PresetInfo, available_presets
from duty_console.room.model import DutyRoom
from ui.problems import words_for
from ui.theme import theme
from ui.welcome.beginning import BeginningChoice
from ui.widgets import Banner, Button, FieldRow, IconLabel, Panel, Segmented, Text, Translated, page_layout
from ui.words import word

if TYPE_CHECKING:
    from collections.abc import Callable

    from duty_console.desk import Desk
    from ui.application import Application

ALWAYS = "national"
_LEVELS = (
    RoomLevel.COUNTY,
    RoomLevel.STREET,
    RoomLevel.DEPARTMENT,
    RoomLevel.CITY,
    RoomLevel.PROVINCE,
    RoomLevel.ENTERPRISE,
)


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """What was answered. `room` is None where the sample brings its own name."""

    room: DutyRoom | None
    sample: bool


class WelcomePage(Translated, QWidget):
    """Fills the window, is no dialog. `finished` when the folder is ready for the console."""

    finished = Signal()
    _advanced = Signal(int, int)

    def __init__(self, desk: Desk, application: Application) -> None:
        super().__init__()
        self._desk = desk
        self._application = application
        self._presets: tuple[PresetInfo, ...] = ()
        self._busy = False
        self._build()
        self._advanced.connect(self._on_advanced, Qt.ConnectionType.QueuedConnection)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.begin)
        self.retranslate()
        application.jobs.run(available_presets, self._on_presets, self._show_problem, lane="read")
        self.name.setFocus()

    # -- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        px = theme().px
        outer = page_layout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(scroll)
        middle = QWidget()
        middle.setProperty("part", "scrolled")
        scroll.setWidget(middle)
        across = QHBoxLayout(middle)
        across.setContentsMargins(px(24), px(24), px(24), px(24))
        across.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(px(12))
        across.addLayout(column)
        across.addStretch(1)
        column.addStretch(1)
        column.addLayout(self._make_head())
        self.banner = Banner()
        column.addWidget(self.banner)
        column.addWidget(self._make_room())
        self.beginning = BeginningChoice()
        self.beginning.changed.connect(self._on_beginning)
        column.addWidget(self.beginning)
        column.addLayout(self._make_foot())
        column.addStretch(2)
        self.banner.setFixedWidth(px(680))

    def _make_head(self) -> QHBoxLayout:
        px = theme().px
        head = QHBoxLayout()
        head.setSpacing(px(14))
        head.addWidget(IconLabel("shield-check", "accent", 40))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        self._title = Text("", "page")
        self._subtitle = Text("", "base", "muted")
        texts.addWidget(self._title)
        texts.addWidget(self._subtitle)
        head.addLayout(texts, 1)
        self.language = Segmented([("zh", "中文"), ("en", "English")], name="中文 / English")
        self.language.set_value(self._application.languages.language)
        self.language.changed.connect(self._on_language)
        head.addWidget(self.language)
        return head

    def _make_room(self) -> QWidget:
        self._room_panel = Panel(" ", padding=16)
        self._room_panel.setFixedWidth(theme().px(680))
        self.name, self.phone, self.prefix = QLineEdit(), QLineEdit(), QLineEdit()
        self.name.setMaxLength(80)
        self.phone.setMaxLength(40)
        self.prefix.setMaxLength(20)
        self.level, self.region = QComboBox(), QComboBox()
        self.name.textChanged.connect(lambda _text: self._check())
        self.region.currentIndexChanged.connect(lambda _place: self._show_rules())
        self.rows = {
            "name": FieldRow("", self.name, label_width=112),
            "level": FieldRow("", self.level, label_width=112, stretches=(1,)),
            "region": FieldRow("", self.region, label_width=112, stretches=(1,)),
            "phone": FieldRow("", self.phone, label_width=112),
            "prefix": FieldRow("", self.prefix, label_width=112),
        }
        self._room_panel.body.setSpacing(theme().px(12))
        for key, row in self.rows.items():
            self._room_panel.add(row)
            if key == "region":
                self._rules = Text("", "label", "muted", wrap=True)
                self._rules.setContentsMargins(theme().px(112), 0, 0, 0)
                self._room_panel.add(self._rules)
        return self._room_panel

    def _make_foot(self) -> QHBoxLayout:
        px = theme().px
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        self._state = Text("", "dense", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.hide()
        texts = QVBoxLayout()
        texts.setSpacing(px(6))
        texts.addWidget(self._state)
        texts.addWidget(self._bar)
        self.start_button = Button("", kind="primary", hint="Ctrl+Enter", large=True)
        self.start_button.clicked.connect(self.begin)
        foot.addLayout(texts, 1)
        foot.addWidget(self.start_button)
        return foot

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Duty Console"))
        self._title.setText(self.tr("Duty Console"))
        self._subtitle.setText(self.tr("A few words about this duty room. All of it can be changed later."))
        self._room_panel.set_title(self.tr("This duty room"))
        for key, label in (
            ("name", self.tr("Name")),
            ("level", self.tr("Level")),
            ("region", self.tr("Report rules")),
            ("phone", self.tr("Own phone")),
            ("prefix", self.tr("Document prefix")),
        ):
            self.rows[key].set_label(label)
        self.phone.setPlaceholderText(self.tr("the 24-hour number, printed on papers"))
        self.prefix.setPlaceholderText(self.tr("for the numbers of papers, may stay empty"))
        self.start_button.setText(self.tr("Begin"))
        self._fill_levels()
        self._fill_regions()
        self._on_beginning()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(1280), theme().px(860))

    # -- choices --------------------------------------------------------------------------------------------------

    def _fill_levels(self) -> None:
        chosen = self.level.currentData() or RoomLevel.COUNTY.value
        self.level.clear()
        for level in _LEVELS:
            self.level.addItem(word(level), level.value)
        self.level.setCurrentIndex(max(0, self.level.findData(chosen)))

    def _on_presets(self, presets: tuple[PresetInfo, ...]) -> None:
        self._presets = presets
        self._fill_regions()

    def _fill_regions(self) -> None:
        chosen = self.region.currentData()
        self.region.blockSignals(True)
        self.region.clear()
        self.region.addItem(self.tr("National rules only"), "")
        for preset in self._presets:
            if not preset.nationwide:
                self.region.addItem(self.tr("{region}, with the national ones").format(region=preset.name), preset.id)
        self.region.setCurrentIndex(max(0, self.region.findData(chosen)))
        self.region.blockSignals(False)
        self._show_rules()

    def chosen_presets(self) -> tuple[str, ...]:
        """The national rules, the other nationwide ones, and those of the region."""
        nationwide = [preset.id for preset in self._presets if preset.nationwide]
        region = str(self.region.currentData() or "")
        return tuple(dict.fromkeys([ALWAYS, *nationwide, *([region] if region else [])]))

    def _show_rules(self) -> None:
        wanted = set(self.chosen_presets())
        chosen = [preset for preset in self._presets if preset.id in wanted]
        rules, unverified = sum(preset.rules for preset in chosen), sum(preset.unverified for preset in chosen)
        text = self.tr("{count} rules.").format(count=rules)
        if unverified:
            more = self.tr("{count} of them are not checked against their source: please check your local documents.")
            text += " " + more.format(count=unverified)
        self._rules.setText(text if chosen else "")

    def _on_beginning(self) -> None:
        sample = self.beginning.sample
        self.name.setPlaceholderText(
            self.tr("may stay empty: the sample has a name") if sample else self.tr("as it is printed on papers")
        )
        self.rows["name"].set_problem(None)
        self._check()

    def _check(self) -> None:
        self.rows["name"].set_done(bool(self.name.text().strip()))
        if self.name.text().strip():
            self.rows["name"].set_problem(None)

    def _on_language(self, language: str) -> None:
        self._application.choose_language(language)

    # -- beginning ------------------------------------------------------------------------------------------------

    def answers(self) -> FirstAnswers:
        """What was answered. Raises InputProblem `name_missing` on `name`."""
        name = self.name.text().strip()
        sample = self.beginning.sample
        if not name and not sample:
            raise InputProblem("name", "name_missing")
        if not name:
            return FirstAnswers(None, sample)
        room = DutyRoom(
            name,
            str(self.level.currentData()),
            self.chosen_presets(),
            phone=self.phone.text().strip(),
            document_prefix=self.prefix.text().strip(),
        )
        return FirstAnswers(room, sample)

    def begin(self) -> None:
        """Write it and go on."""
        if self._busy:
            return
        try:
            answers = self.answers()
        except InputProblem as problem:
            self._show_problem(problem)
            return
        self.banner.clear()
        self._set_busy(busy=True)
        desk, advanced = self._desk, self._advanced
        self._application.jobs.run(
            lambda: write_first(desk, answers, advanced.emit), lambda _nothing: self.finished.emit(), self._on_failed,
            owner=self,
        )  # fmt: skip

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        for widget in (self._room_panel, self.beginning, self.start_button):
            widget.setEnabled(not busy)
        self._bar.setVisible(busy and self.beginning.sample)
        self._bar.setRange(0, 0)
        self._state.setText(self.tr("Writing the sample district …") if busy and self.beginning.sample else "")

    def _on_advanced(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _on_failed(self, problem: DutyError) -> None:
        self._set_busy(busy=False)
        self._show_problem(problem)

    def _show_problem(self, problem: DutyError) -> None:
        fields = {"name": self.name, "phone": self.phone, "prefix": self.prefix}
        field = fields.get(problem.field) if isinstance(problem, InputProblem) else None
        if field is None or not isinstance(problem, InputProblem):
            self.banner.show_problem(problem)
            return
        self.rows[problem.field].set_problem(str(words_for(problem)))
        field.setFocus()


def write_first(desk: Desk, answers: FirstAnswers, advanced: Callable[[int, int], None]) -> None:
    """Describe the room, copy its rules, set up its posts, and fill in the sample; off the GUI thread."""
    if answers.room is not None:
        desk.room.describe(answers.room)
        desk.limits.choose_presets(answers.room.presets)
    if answers.sample:
        from duty_console.demo.fill import fill  # a sample district is made once, if at all

        fill(desk, progress=advanced)
    desk.roster.set_up_defaults()
