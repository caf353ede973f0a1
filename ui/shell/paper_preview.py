"""A paper before it is printed: pages over the window, print and save, Esc closes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from duty_console.config import write_whole
from ui.theme import theme
from ui.widgets import Banner, Button, ElidedText, IconButton, Line, Text, Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from duty_console.errors import DutyError
    from ui.workbench import Workbench


class PaperPreview(Translated, QFrame):
    """`show_paper(make, name)` runs `make` off the GUI thread and shows its PDF. `closed` when the officer is done."""

    closed = Signal()

    def __init__(self, bench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("part", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bench = bench
        self._name = ""
        self._pdf = b""
        self._make: Callable[[], bytes] | None = None
        self._before: QWidget | None = None
        self._document: Any = None
        self._buffer: QBuffer | None = None
        self._view: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._make_bar())
        self._column.addWidget(Line(strong=True))
        self._banner = Banner()
        self._column.addWidget(self._banner)
        self._waiting = Text("", "base", "muted")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column.addWidget(self._waiting, 1)
        self.retranslate()
        self.hide()

    def _make_bar(self) -> QWidget:
        px = theme().px
        bar = QFrame()
        bar.setProperty("part", "surface")
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(16), px(8), px(8), px(8))
        row.setSpacing(px(8))
        self._title = ElidedText("", "card")
        self._pages = Text("", "dense", "muted")
        self.print_button = Button("", kind="primary", icon="printer", hint="Ctrl+P")
        self.save_button = Button("", icon="download", hint="Ctrl+S")
        self._close = IconButton("x", "")
        self.print_button.clicked.connect(self.print_paper)
        self.save_button.clicked.connect(self._ask_where)
        self._close.clicked.connect(self.close_preview)
        row.addWidget(self._title, 1)
        row.addWidget(self._pages)
        row.addSpacing(px(8))
        for button in (self.print_button, self.save_button, self._close):
            row.addWidget(button)
        return bar

    def retranslate(self) -> None:
        self.print_button.setText(self.tr("Print"))
        self.save_button.setText(self.tr("Save as PDF"))
        self._close.set_name(self.tr("Close (Esc)"))
        self._waiting.setText(self.tr("Composing the paper …"))
        self._show_pages()

    # -- showing --------------------------------------------------------------------------------------------------

    def show_paper(self, make: Callable[[], bytes], name: str) -> None:
        """Compose and show; the window behind stays as it is."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._name, self._make = name, make
        self._pdf = b""
        self._title.setText(name)
        self._banner.clear()
        self._set_ready(ready=False)
        self.fit()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bench.jobs.run(make, self._on_made, self._on_failed, lane="read", supersede="paper")

    def fit(self) -> None:
        """Cover the window below the strip; the strip is never covered."""
        top = theme().px(72)
        self.setGeometry(0, top, self._window.width(), self._window.height() - top)

    def close_preview(self) -> None:
        """Back to the page."""
        self.hide()
        self._make = None
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None
        self.closed.emit()

    def pdf(self) -> bytes:
        """What is shown."""
        return self._pdf

    def page_count(self) -> int:
        """How many pages."""
        return int(self._document.pageCount()) if self._document is not None and self._pdf else 0

    def _on_made(self, pdf: bytes) -> None:
        # QtPdf loads a library of 5 MB: only where somebody looks at a paper
        from PySide6.QtPdf import QPdfDocument
        from PySide6.QtPdfWidgets import QPdfView

        if self._make is None:
            return
        self._pdf = pdf
        if self._document is None:
            self._document = QPdfDocument(self)
            view = QPdfView(self)
            view.setDocument(self._document)
            view.setPageMode(QPdfView.PageMode.MultiPage)
            view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            view.setFrameShape(QFrame.Shape.NoFrame)
            self._column.addWidget(view, 1)
            self._view = view
            self._colour()
            theme().theme_changed.connect(self._colour)  # a method: it is forgotten with its widget
        buffer = QBuffer(self)
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(buffer)
        self._buffer = buffer  # the document reads from it as long as it is shown
        self._zoom()
        self._set_ready(ready=True)

    def _zoom(self) -> None:
        """A page as wide as a hand's reach, not as wide as the screen."""
        if self._view is None:
            return
        from PySide6.QtPdfWidgets import QPdfView

        view = self._view
        assert isinstance(view, QPdfView)  # noqa: S101 - made above
        view.setZoomMode(QPdfView.ZoomMode.Custom)
        wanted = min(theme().px(820), self.width() - theme().px(48))
        page = self._document.pagePointSize(0).width() or 595.0
        view.setZoomFactor(wanted / (page * self.logicalDpiX() / 72))

    def _set_ready(self, *, ready: bool) -> None:
        self._waiting.setVisible(not ready)
        if self._view is not None:
            self._view.setVisible(ready)
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready)
        self._show_pages()

    def _show_pages(self) -> None:
        count = self.page_count()
        self._pages.setText(self.tr("Pages: {count}").format(count=count) if count else "")

    def _on_failed(self, problem: DutyError) -> None:
        self._waiting.hide()
        make, name = self._make, self._name
        self._banner.show_problem(
            problem,
            action=self.tr("Try again"),
            on_action=lambda: self.show_paper(make, name) if make is not None else None,
        )

    # -- saving and printing --------------------------------------------------------------------------------------

    def _ask_where(self) -> None:
        if not self._pdf:
            return
        start = str(Path.home() / self._name)
        chosen, _kind = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), start, "PDF (*.pdf)")
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write the PDF whole or not at all."""
        path = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
        pdf = self._pdf
        self._bench.jobs.run(
            lambda: write_whole(path, pdf, "paper_unwritable"),
            lambda _nothing: self._bench.note(self.tr("Saved: {path}").format(path=path)),
            self._banner.show_problem,
            owner=self,
        )

    def print_paper(self) -> None:
        """Ask the system for a printer, then print every page at its size."""
        if not self._pdf:
            return
        # printing brings its own libraries: only where somebody prints
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._name)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            from ui.shell.printing import print_pages

            if print_pages(self._document, printer):
                self._bench.note(self.tr("Sent to the printer: {name}").format(name=self._name))
            else:
                from duty_console.errors import EnvironmentProblem

                self._banner.show_problem(EnvironmentProblem("printer_gone"))

    # -- keys -----------------------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.close_preview()
        elif control and event.key() == Qt.Key.Key_P:
            self.print_paper()
        elif control and event.key() == Qt.Key.Key_S:
            self._ask_where()
        else:
            super().keyPressEvent(event)

    def _colour(self) -> None:
        """A quiet ground, so that the paper is the brightest thing."""
        if self._view is None:
            return
        palette = QPalette(self._view.palette())
        palette.setColor(QPalette.ColorRole.Dark, theme().color("pressed"))
        self._view.setPalette(palette)
