"""The sheet as it will print: rendered off the GUI thread, shown as wide as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.widgets import Painted, Translated
from ui.widgets.painted import draw_box, draw_text, text_width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from duty_console.errors import DutyError
    from ui.jobs import Jobs

PAUSE_MS = 250
_A4 = 297 / 210


class SheetPreview(Translated, QScrollArea):
    """`show_paper(make)` with a callable that returns a PDF; the newest wins, the old stays until the new is there."""

    rendered = Signal()
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._make: Callable[[], bytes] | None = None
        self._pdf = b""
        self._width = 0
        self._pages = _Pages()
        self.setWidget(self._pages)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages.setProperty("part", "scrolled")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._start)
        self.retranslate()

    def retranslate(self) -> None:
        self._pages.set_waiting(self.tr("The sheet is being made"))
        self.setAccessibleName(self.tr("The sheet as it will print"))

    @property
    def pdf(self) -> bytes:
        """The paper that is shown."""
        return self._pdf

    def show_paper(self, make: Callable[[], bytes]) -> None:
        """Make this paper and show it, after a short pause in which a newer one may come."""
        self._make = make
        self._pause.start(PAUSE_MS if self._pdf else 0)

    def _start(self) -> None:
        make, pdf = self._make, self._pdf
        self._make = None
        width, ratio = self._paper_width(), self.devicePixelRatioF()

        def work() -> tuple[bytes, list[QImage]]:
            made = make() if make is not None else pdf
            return made, render_pages(made, round(width * ratio)) if made else []

        def done(result: tuple[bytes, list[QImage]]) -> None:
            self._pdf, images = result
            self._width = width
            self._pages.show_images(images, ratio)
            self.rendered.emit()

        def failed(problem: DutyError) -> None:
            self.failed.emit(problem)

        self._jobs.run(work, done, failed, self, "read", supersede="preview")

    def _paper_width(self) -> int:
        return max(theme().px(240), self.viewport().width() - theme().px(12))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._pdf and self._paper_width() != self._width:
            self._pause.start()


class _Pages(Painted):
    """The pages one under the other; paper is white in every theme."""

    def __init__(self) -> None:
        super().__init__()
        self._images: Sequence[QImage] = ()
        self._ratio = 1.0
        self._waiting = ""

    def set_waiting(self, words: str) -> None:
        self._waiting = words
        self.update()

    def show_images(self, images: Sequence[QImage], ratio: float) -> None:
        self._images, self._ratio = images, ratio
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    def _size(self, image: QImage) -> tuple[float, float]:
        return image.width() / self._ratio, image.height() / self._ratio

    @override
    def sizeHint(self) -> QSize:
        gap = theme().px(12)
        height = sum(self._size(image)[1] + gap for image in self._images)
        width = max((self._size(image)[0] for image in self._images), default=theme().px(240))
        return QSize(round(width), round(height))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._images:
            self._paint_waiting(painter)
        top = 0.0
        for image in self._images:
            width, height = self._size(image)
            box = QRectF(0, top, width, height)
            if box.intersects(QRectF(event.rect())):
                painter.drawImage(box, image)
                draw_box(painter, box, None, theme().color("line"), 0)
            top += height + theme().px(12)
        painter.end()

    def _paint_waiting(self, painter: QPainter) -> None:
        width = self.width() - theme().px(12)
        box = QRectF(0, 0, width, min(width * _A4, self.height()))
        draw_box(painter, box, theme().color("surface"), theme().color("line"), 0)
        left = (width - text_width("dense", self._waiting)) / 2
        draw_text(painter, left, box.height() / 2, self._waiting, "dense", "muted")


def render_pages(pdf: bytes, width: int) -> list[QImage]:
    """A picture of every page, `width` pixels wide. In a worker thread."""
    # QtPdf is 20 MB that only a preview needs
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtPdf import QPdfDocument

    content = QBuffer()
    content.setData(QByteArray(pdf))
    content.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(content)
    images: list[QImage] = []
    for number in range(document.pageCount()):
        size = document.pagePointSize(number)
        page = document.render(number, QSize(width, round(width * size.height() / size.width())))
        paper = QImage(page.size(), QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        painter.drawImage(0, 0, page)
        painter.end()
        images.append(paper)
    document.close()
    content.close()
    return images
