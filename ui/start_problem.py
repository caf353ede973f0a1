"""A start that does not work, told in a small window: what is wrong, what is safe, what to do now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.i18n import QT_TRANSLATE_NOOP
from ui.problems import words_for
from ui.theme import theme
from ui.widgets import Button, IconLabel, Text, Translated
from ui.widgets.text import repolish

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from duty_console.errors import EnvironmentProblem

# At a start nothing was typed yet: the sentences of a running console ("not saved") would be wrong.
# code -> (what happened, what is safe and what to do)
_AT_START: dict[str, tuple[str, str]] = {
    "folder_unwritable": (
        QT_TRANSLATE_NOOP("StartProblem", "The data folder cannot be written."),
        QT_TRANSLATE_NOOP(
            "StartProblem", "Nothing was changed. Ask for write access to it, or choose another data folder."
        ),
    ),
    "folder_in_use": (
        QT_TRANSLATE_NOOP("StartProblem", "Another console is using this data folder and does not answer."),
        QT_TRANSLATE_NOOP(
            "StartProblem",
            "Nothing was changed. It runs on {host} as process {pid}. Use that window, or close it and try again.",
        ),
    ),
    "disk_full": (
        QT_TRANSLATE_NOOP("StartProblem", "The disk with the data folder is full."),
        QT_TRANSLATE_NOOP("StartProblem", "Everything saved before is safe. Make room on the disk, then try again."),
    ),
    "disk_error": (
        QT_TRANSLATE_NOOP("StartProblem", "The disk with the data folder reports an error."),
        QT_TRANSLATE_NOOP(
            "StartProblem", "Nothing was changed. Copy the data folder to another disk and have this one checked."
        ),
    ),
    "database_readonly": (
        QT_TRANSLATE_NOOP("StartProblem", "The database in the data folder cannot be written."),
        QT_TRANSLATE_NOOP("StartProblem", "Nothing was changed. Ask for write access to it, then try again."),
    ),
    "database_busy": (
        QT_TRANSLATE_NOOP("StartProblem", "The database is busy with another program."),
        QT_TRANSLATE_NOOP("StartProblem", "Nothing was changed. Wait a moment and try again."),
    ),
    "database_damaged": (
        QT_TRANSLATE_NOOP("StartProblem", "The database is damaged and was not opened."),
        QT_TRANSLATE_NOOP(
            "StartProblem",
            "The file was left as it is; keep it. Choose a folder with a restored backup, or a new folder to go on "
            "recording in meanwhile.",
        ),
    ),
}


class StartProblem(Translated, QWidget):
    """`chosen` is the folder to try next (the same for "Try again"), None to quit. Closing it ends the event loop."""

    def __init__(self, problem: EnvironmentProblem, folder: Path) -> None:
        super().__init__()
        self._problem = problem
        self._folder = folder
        self.chosen: Path | None = None
        px = theme().px
        self.setProperty("part", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        repolish(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), px(24), px(24), px(20))
        row.setSpacing(px(16))
        row.addWidget(IconLabel("circle-alert", "extreme", 32), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(px(8))
        self._what = Text("", "page", wrap=True)
        self._rest = Text("", "base", wrap=True)
        self._where = Text("", "dense", "muted", wrap=True, selectable=True)
        for text in (self._what, self._rest, self._where):
            column.addWidget(text)
        column.addStretch(1)
        column.addSpacing(px(12))
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        self.again = Button("", kind="primary", icon="refresh-cw")
        self.other = Button("", icon="folder-open")
        self.quit = Button("", hint="Esc")
        self.again.clicked.connect(lambda: self._end(self._folder))
        self.other.clicked.connect(self._choose)
        self.quit.clicked.connect(lambda: self._end(None))
        for button in (self.again, self.other):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.quit)
        column.addLayout(buttons)
        row.addLayout(column, 1)
        self.retranslate()
        self.resize(self.sizeHint())
        self.again.setFocus()

    def retranslate(self) -> None:
        what, rest = self.sentences()
        self.setWindowTitle(self.tr("Duty Console cannot open its data"))
        self._what.setText(what)
        self._rest.setText(rest)
        self._where.setText(self.tr("Data folder: {path}").format(path=self._folder))
        self.again.setText(self.tr("Try again"))
        self.other.setText(self.tr("Choose another folder"))
        self.quit.setText(self.tr("Quit"))

    def sentences(self) -> tuple[str, str]:
        """What happened, and what is safe and what to do."""
        found = _AT_START.get(self._problem.code)
        if found is None:
            words = words_for(self._problem)
            return words.what, words.rest
        values = {"host": "–", "pid": "–"} | self._problem.values
        what, rest = (QCoreApplication.translate("StartProblem", source) for source in found)
        return what.format(**values), rest.format(**values)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(640), max(theme().px(260), self.heightForWidth(theme().px(640))))

    def _choose(self) -> None:
        start = str(self._folder if self._folder.is_dir() else Path.home())
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose a data folder"), start)
        if chosen:
            self._end(Path(chosen))

    def _end(self, chosen: Path | None) -> None:
        self.chosen = chosen
        self.close()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._end(None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button := self.focusWidget(), Button):
            button.click()
        else:
            super().keyPressEvent(event)
