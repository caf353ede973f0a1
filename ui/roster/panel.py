"""The base of the roster's panels: header with title and close button, a body that scrolls, an optional footer.

A panel takes the place of counts and findings at the right of the roster. Closing puts it aside: it lives on with all
that was typed. A subclass fills `column` (the scrolled body) or `add`s a part that scrolls by itself, sets its title in
`retranslate`, and reads in `refresh`, which runs whenever it is shown and when the tables in `TABLES` change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.widgets import Banner, IconButton, Line, Panel, Segmented, Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from duty_console.errors import DutyError
    from ui.roster.context import PageContext

T = TypeVar("T")


class RosterPanel(Translated, Panel):
    """`closed` when it is put aside (Esc, the cross)."""

    closed = Signal()
    TABLES: ClassVar[frozenset[str]] = frozenset()
    """A change of these while the panel is shown makes it `refresh`; what the page itself reads comes by
    `context.changed`."""

    def __init__(self, context: PageContext, parent: QWidget | None = None, *, scrolled: bool = True) -> None:
        super().__init__(" ", padding=0, parent=parent)
        self.context, self.services, self.bench = context, context.services, context.bench
        self._close = IconButton("x", "")
        self._close.clicked.connect(self.close_panel)
        self.banner = Banner()
        if scrolled:
            self.column = self._make_column()
            self.column.addWidget(self.banner)
        else:
            self.add(self.banner)
        self.add_action(self._close)

    def _make_column(self) -> QVBoxLayout:
        px = theme().px
        inside = _Inside()
        inside.setProperty("part", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(16), px(12), px(16), px(16))
        column.setSpacing(px(12))
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        self.add(self.area, 1)
        return column

    def add_footer(self, *buttons: QWidget) -> QHBoxLayout:
        """Add buttons at the bottom, under a hairline, where they stay in sight; the first ones' left is for a note."""
        px = theme().px
        self.footer = QWidget()
        column = QVBoxLayout(self.footer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(px(16), px(10), px(16), px(10))
        row.setSpacing(px(8))
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        column.addWidget(Line())
        column.addLayout(row)
        self.add(self.footer)
        return row

    # -- what the host calls ------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read again what is shown. Runs whenever the panel is opened."""

    def focus_first(self) -> None:
        """Put the keyboard where work begins: the first field or button that takes it."""
        for each in self.findChildren(QWidget):
            if each.isVisibleTo(self) and each.isEnabled() and each is not self._close and _takes_keys(each):
                each.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set title and words; call this one too."""
        self._close.set_name(self.tr("Close, what is typed stays (Esc)"))

    def close_panel(self) -> None:
        """Put it aside."""
        self.closed.emit()

    # -- for subclasses -----------------------------------------------------------------------------

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[DutyError], object] | None = None,
    ) -> None:
        """Do something in the duty room; a refusal is said in the banner unless `failed` says it elsewhere."""
        self.banner.clear()
        self.bench.jobs.run(work, done, failed or self.banner.show_problem, self)

    def read(self, work: Callable[[], T], done: Callable[[T], object], *, name: str = "panel") -> None:
        """Read; only the newest reading of this name reports."""
        self.bench.jobs.run(work, done, self.banner.show_problem, self, "read", supersede=name)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)


def empty(layout: QLayout) -> None:
    """Take everything out of a layout, to show it anew."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class _Inside(QWidget):
    """As high as its wrapped sentences need at its width: a scroll area would squeeze them into its first guess."""

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done


def _takes_keys(widget: QWidget) -> bool:
    if isinstance(widget, Segmented | QScrollArea):
        return False
    if isinstance(widget, QPushButton) and widget.group() is not None:
        return widget.isChecked()
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
