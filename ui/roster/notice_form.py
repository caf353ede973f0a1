"""The yearly notice on holidays, pasted or opened: what it says day by day, what is unclear, then stored as a whole."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from duty_console.errors import DutyError, EnvironmentProblem, InputProblem
from ui.problems import words_for
from ui.roster.file_words import code_words
from ui.roster.named_days import runs_of, span_words
from ui.roster.panel import empty
from ui.theme import theme
from ui.widgets import Banner, Button, GrowingTextEdit, IconText, Text, Translated
from ui.words import word

if TYPE_CHECKING:
    from duty_console.roster.files.model import NoticeDraft
    from duty_console.roster.model import CalendarDay
    from ui.roster.services import RosterServices
    from ui.workbench import Workbench

_YEAR = re.compile(r"(20\d{2})年(?:部分)?节假日")
NOTICE_MOST = 200_000
"""A notice is a page or two; what is larger is no notice."""


class NoticeForm(Translated, QWidget):
    """Folded to one button until wanted; `stored(year)` when the notice was taken up."""

    stored = Signal(int)

    def __init__(self, services: RosterServices, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._bench = services, bench
        self.draft: NoticeDraft | None = None
        self._year = bench.clock.now().astimezone(bench.zone).year
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self.unfold = Button("", icon="file-text")
        column.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(8))
        self._hint = Text("", "label", "muted", wrap=True)
        self.text = GrowingTextEdit(lines=4, most=8)
        self.open, self.read = Button("", icon="folder-open"), Button("", hint="Ctrl+Enter")
        self.banner = Banner()
        self._found = QVBoxLayout()
        self._found.setSpacing(px(4))
        self.store, self.cancel = Button("", kind="primary"), Button("", kind="quiet")
        body.addWidget(self._hint)
        body.addWidget(self.text)
        body.addLayout(_row(self.open, None, self.read))
        body.addWidget(self.banner)
        body.addLayout(self._found)
        body.addLayout(_row(None, self.cancel, self.store))
        column.addWidget(self._body)
        self._body.hide()
        self.unfold.clicked.connect(self._unfold)
        self.open.clicked.connect(self._choose)
        self.read.clicked.connect(self.read_text)
        self.text.submitted.connect(self.read_text)
        self.store.clicked.connect(lambda: self.store_draft())
        self.cancel.clicked.connect(self.fold)
        self.text.textChanged.connect(self._on_text)
        self.retranslate()

    def retranslate(self) -> None:
        self.unfold.setText(self.tr("Enter the yearly notice"))
        self._hint.setText(
            self.tr("Paste the text of the State Council's notice on holidays, or open it as a text file.")
        )
        self.text.setAccessibleName(self.tr("Text of the notice"))
        self.open.setText(self.tr("Open"))
        self.read.setText(self.tr("Read"))
        self.cancel.setText(self.tr("Cancel"))
        self._show()

    def set_year(self, year: int) -> None:
        """The year that is shown: a text that names none is taken for this one."""
        self._year = year

    # -- entering -----------------------------------------------------------------------------------

    def _unfold(self) -> None:
        self.unfold.hide()
        self._body.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self) -> None:
        """Put it aside; nothing was stored."""
        self.text.set_text("")
        self.draft = None
        self.banner.clear()
        self._show()
        self._body.hide()
        self.unfold.show()
        self.unfold.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Open the notice"), "", self.tr("Text (*.txt)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.open_file)
        dialog.open()  # the console goes on behind it

    def open_file(self, path: str) -> None:
        """Take the text of a file and read it."""

        def done(text: str) -> None:
            self.text.set_text(text)
            self.read_text()

        self._bench.jobs.run(lambda: _text_of(path), done, self.banner.show_problem, self, "read")

    def _on_text(self) -> None:
        if self.draft is not None:
            self.draft = None
            self._show()
        self.read.setEnabled(bool(self.text.text().strip()))

    def read_text(self) -> None:
        """Show what the text says."""
        text, year = self.text.text(), self._year
        self.banner.clear()
        if text.strip():
            self._bench.jobs.run(lambda: _read(text, year), self._on_read, self.banner.show_problem, self, "read")

    def _on_read(self, draft: NoticeDraft) -> None:
        self.draft = draft
        self._show()
        if self.store.isEnabled():
            self.store.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing ------------------------------------------------------------------------------------

    def _show(self) -> None:
        empty(self._found)
        draft = self.draft
        self.read.setEnabled(bool(self.text.text().strip()))
        self.store.setVisible(draft is not None)
        self.store.setEnabled(draft is not None and bool(draft.days) and not draft.problems)
        if draft is None:
            self.store.setText("")
            return
        self.store.setText(self.tr("Store the notice for {year}").format(year=draft.year))
        for problem in draft.problems:
            self._found.addWidget(Text(f"{problem.item}", "label", "muted", wrap=True))
            self._found.addWidget(Text(code_words(problem.code, problem.values), "dense", "extreme", wrap=True))
        head = self.tr("{year}: {count} days").format(year=draft.year, count=len(draft.days))
        self._found.addWidget(Text(head, "strong"))
        for run in runs_of(sorted(draft.days, key=lambda day: day.date)):
            words = f"{span_words(run.first, run.last)}  {run.name}  {word(run.day_type)}"
            self._found.addWidget(Text(words, "dense", wrap=True))
        if draft.problems:
            unclear = self.tr("Mend the text above; nothing is stored until everything is clear.")
            self._found.addWidget(IconText("circle-alert", unclear, role="label", tone="extreme"))

    def sentences(self) -> list[str]:
        """What is shown of the text that was read."""
        widgets = (self._found.itemAt(place) for place in range(self._found.count()))
        return [one.widget().text() for one in widgets if one is not None]  # type: ignore[union-attr] - all are texts

    # -- storing ------------------------------------------------------------------------------------

    def store_draft(self, *, and_clear: bool = False) -> None:
        """All days at once, or none."""
        draft, roster, text = self.draft, self._services.roster, self.text.text()
        if draft is None:
            return

        def work() -> tuple[CalendarDay, ...]:
            return roster.import_notice(draft.year, draft.days, text, and_clear=and_clear)

        def done(_days: tuple[CalendarDay, ...]) -> None:
            self.fold()
            self.stored.emit(draft.year)

        self.banner.clear()
        self._bench.jobs.run(work, done, self._on_failed, self)

    def _on_failed(self, problem: DutyError) -> None:
        if isinstance(problem, InputProblem) and problem.code == "pattern_drops_assignments":
            words = words_for(problem)
            self.banner.show_message(
                words.what,
                words.rest,
                tone="amber",
                action=self.tr("Drop them"),
                on_action=lambda: self.store_draft(and_clear=True),
            )
        else:
            self.banner.show_problem(problem)


def _row(*parts: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(8))
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row


def _read(text: str, year: int) -> NoticeDraft:
    from duty_console.roster.files.notice import parse_notice  # wanted once a year

    said = _YEAR.search("".join(text.split()))
    return parse_notice(text, int(said[1]) if said else year)


def _text_of(path: str) -> str:
    """A text file as it is written in this country: UTF-8, else GB 18030."""
    try:
        raw = Path(path).read_bytes()[:NOTICE_MOST]
    except OSError as error:
        raise EnvironmentProblem("file_unreadable", path=path, reason=error.strerror or "") from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030", errors="replace")
