"""The panel: a surface with one hairline border and a 40 px header; and the heading of a section."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.text import ElidedText, Line, Text, repolish


class Panel(QFrame):
    """A card of the page. Header: title, muted subtitle beside it, note and actions at the right; below: `body`.

    `Panel(title="")` has no header. `padding` is the body's margin (16; 0 for tables and rows that
    run from edge to edge).
    """

    def __init__(
        self, title: str = "", *, subtitle: str = "", note: str = "", padding: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "panel")
        px = theme().px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._header = QWidget(self)
        self._header.setFixedHeight(px(40))
        self._row = QHBoxLayout(self._header)
        self._row.setContentsMargins(px(16), 0, px(12), 0)
        self._row.setSpacing(px(8))
        self._title = Text(title, "strong")
        self._subtitle = Text(subtitle, "dense", "muted")
        self._note = ElidedText(note, "label", "muted")

        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._title)
        self._row.addWidget(self._subtitle)
        self._row.addWidget(self._note, 1)
        self._header_line = Line(parent=self)
        outer.addWidget(self._header)
        outer.addWidget(self._header_line)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(px(padding), px(min(padding, 12)), px(padding), px(min(padding, 12)))
        if padding == 0:
            self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(px(8) if padding else 0)
        outer.addLayout(self.body, 1)
        self._show_header()

    def _show_header(self) -> None:
        shown = bool(self._title.text())
        self._header.setVisible(shown)
        self._header_line.setVisible(shown)
        self.setAccessibleName(self._title.text())

    def set_title(self, title: str, subtitle: str | None = None) -> None:
        self._title.setText(title)
        if subtitle is not None:
            self._subtitle.setText(subtitle)
        self._show_header()

    def set_subtitle(self, subtitle: str) -> None:
        self._subtitle.setText(subtitle)

    def set_note(self, note: str, tone: str = "muted") -> None:
        """The muted sentence at the right of the header."""
        self._note.setText(note)
        self._note.set_tone(tone)

    def add_action(self, widget: QWidget) -> None:
        """A button, badge or segmented control at the right end of the header."""
        self._row.addWidget(widget)

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """Append to the body."""
        if isinstance(item, QLayout):
            self.body.addLayout(item, stretch)
        else:
            self.body.addWidget(item, stretch)

    def add_row(self, widget: QWidget, *, line: bool = True) -> None:
        """Append a row that is parted from the one before by a hairline (for `padding=0`)."""
        if line and self.body.count():
            self.body.addWidget(Line())
        self.body.addWidget(widget)


class SectionHeader(QWidget):
    """Heading inside a page or form: title, muted count, note at the right."""

    def __init__(
        self, title: str, *, count: str = "", note: str = "", page: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        self._title = Text(title, "page" if page else "strong")
        self._count = Text(count, "page" if page else "dense", "text" if page else "muted")
        self._note = ElidedText(note, "label", "muted")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._title)
        row.addWidget(self._count)
        self._slot = QHBoxLayout()
        self._slot.setSpacing(px(12))
        row.addSpacing(px(8))
        row.addLayout(self._slot)
        row.addWidget(self._note, 1)  # gives way first where the page is narrow
        self._actions = QHBoxLayout()
        self._actions.setSpacing(px(8))
        row.addLayout(self._actions)

    def set(self, title: str | None = None, count: str | None = None, note: str | None = None) -> None:
        for label, text in ((self._title, title), (self._count, count), (self._note, note)):
            if text is not None:
                label.setText(text)

    def add_beside(self, widget: QWidget) -> None:
        """Right of the title: a state, a legend."""
        self._slot.addWidget(widget)

    def add_action(self, widget: QWidget) -> None:
        """At the right end."""
        self._actions.addWidget(widget)


def page_layout(page: QWidget) -> QVBoxLayout:
    """Give a page its ground and the margins of the frame: 16 around, 12 between (look.md, Measures)."""

    page.setProperty("part", "page")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    repolish(page)
    layout = QVBoxLayout(page)
    margin = theme().px(16)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(theme().px(12))
    return layout
