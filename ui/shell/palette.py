"""Ctrl+K: find anything from anywhere. An overlay, not a dialog; hits come while typing, arrows and Enter open them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from duty_console.dutylog.model import LogKind
from ui.shell.highlight import runs
from ui.theme import theme
from ui.widgets import IconLabel, Line, Text, Translated
from ui.widgets.painted import draw_icon, draw_text, text_width
from ui.words import when, word

if TYPE_CHECKING:
    from duty_console.errors import DutyError
    from duty_console.incidents.model import SearchHit
    from duty_console.incidents.service import Incidents
    from ui.workbench import Workbench

PAUSE_MS = 120
LIMIT = 30
_HIT, _WORDS, _WHEN = (Qt.ItemDataRole.UserRole + place for place in range(3))
_Index = QModelIndex | QPersistentModelIndex


class HitDelegate(QStyledItemDelegate):
    """Two lines a hit: what it is and when; the words around the match, the match itself marked."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, theme().px(52))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        hit: SearchHit = index.data(_HIT)
        words: str = index.data(_WORDS)
        moment: str = index.data(_WHEN)
        style: Any = option  # the stubs do not know its fields
        px, rect = theme().px, style.rect
        chosen = bool(style.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, theme().color("tint_accent" if chosen else "surface"))
        if chosen:
            painter.fillRect(rect.x(), rect.y(), px(3), rect.height(), theme().color("accent"))
        painter.translate(rect.topLeft())
        is_incident = hit.entity == "incident"
        draw_icon(painter, px(16), px(52), "siren" if is_incident else "scroll-text", "muted", px(18))
        left, right = px(48), rect.width() - px(16)
        note = " • ".join(part for part in (hit.incident_number or "", moment) if part)
        draw_text(painter, right - text_width("label", note), px(21), note, "label", "muted")
        title_room = right - text_width("label", note) - px(16) - left
        _draw_marked(painter, left, px(21), title_room, _title(hit), words, strong=True)
        _draw_marked(painter, left, px(41), right - left, hit.text.replace("\n", " "), words, strong=False)
        painter.restore()


def _title(hit: SearchHit) -> str:
    """An incident's own title; of a log line the word of its kind in the language of the screen."""
    kinds = {kind.zh: kind for kind in LogKind}
    return word(kinds[hit.title]) if hit.entity == "log_entry" and hit.title in kinds else hit.title


def _draw_marked(painter: QPainter, x: int, baseline: int, room: int, text: str, words: str, *, strong: bool) -> None:
    """One line with the matched words on the accent's tint."""
    plain, mark = ("strong", "strong") if strong else ("dense", "dense_strong")
    tone = "text" if strong else "muted"
    metrics = theme().metrics(plain)
    end = x + room
    for part, matched in runs(text, words, ahead=14):
        role = mark if matched else plain
        width = text_width(role, part)
        if x + width > end:
            cut = theme().metrics(role).elidedText(part, Qt.TextElideMode.ElideRight, end - x)
            draw_text(painter, x, baseline, cut, role, "accent" if matched else tone)
            return
        if matched:
            box = QRect(x, baseline - metrics.ascent(), width, metrics.height())
            painter.fillRect(box, theme().color("tint_amber"))
        x += draw_text(painter, x, baseline, part, role, "accent" if matched else tone)


class SearchPalette(Translated, QFrame):
    """Opened by `open_palette()`. `chosen(SearchHit)` on Enter or click; Esc or a click elsewhere closes it."""

    chosen = Signal(object)

    def __init__(self, incidents: Incidents, bench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("part", "toast")
        self._incidents = incidents
        self._bench = bench
        self._before: QWidget | None = None
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, px(6))
        column.setSpacing(0)
        head = QWidget()
        head.setFixedHeight(px(52))
        row = QHBoxLayout(head)
        row.setContentsMargins(px(16), 0, px(16), 0)
        row.setSpacing(px(10))
        self.field = QLineEdit()
        self.field.setProperty("part", "bare")
        self.field.setFont(theme().font("value"))
        self.field.installEventFilter(self)
        row.addWidget(IconLabel("search", "muted", 20))
        row.addWidget(self.field, 1)
        self._hint = Text("", "label", "muted")
        row.addWidget(self._hint)
        column.addWidget(head)
        column.addWidget(Line())
        self.list = QListWidget()
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.itemClicked.connect(self._take)
        self._note = Text("", "base", "muted")
        self._note.setContentsMargins(px(16), px(14), px(16), px(14))
        column.addWidget(self._note)
        column.addWidget(self.list, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.field.textChanged.connect(lambda _text: self._pause.start())
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Search incidents and the log"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.list.setAccessibleName(self.tr("Found"))
        self._hint.setText(self.tr("↑↓ choose   Enter opens   Esc closes"))

    # -- opening and closing --------------------------------------------------------------------------------------

    def open_palette(self) -> None:
        """Come forward with the last words selected."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def close_palette(self) -> None:
        """Go, and give the focus back to where it was."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._pause.stop()
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    def _place(self) -> None:
        px, window = theme().px, self._window
        width = min(px(720), window.width() - px(64))
        rows = self.list.count()
        fitting = max(1, (window.height() - px(240)) // px(52))
        body = px(52) * min(rows, fitting) if rows else px(44) if self._note.text() else 0
        self.setGeometry((window.width() - width) // 2, px(96), width, px(52) + px(8) + body + px(4))

    # -- searching ------------------------------------------------------------------------------------------------

    def _search(self) -> None:
        self._pause.stop()
        words = self.field.text().strip()
        if not words:
            self._show((), words)
            return
        self._bench.jobs.run(
            lambda: self._incidents.search(words, LIMIT),
            lambda hits: self._show(hits, words),
            self._on_failed,
            owner=self,
            lane="read",
            supersede="search",
        )

    def _show(self, hits: tuple[SearchHit, ...], words: str) -> None:
        self.list.clear()
        now, zone = self._bench.clock.now(), self._bench.zone
        for hit in hits:
            item = QListWidgetItem(f"{_title(hit)} {hit.text}")
            item.setData(_HIT, hit)
            item.setData(_WORDS, words)
            item.setData(_WHEN, when(hit.at, now, zone))
            self.list.addItem(item)
        if hits:
            self.list.setCurrentRow(0)
        self._note.setText(self.tr("Nothing found for “{words}”.").format(words=words) if words and not hits else "")
        self._note.setVisible(bool(self._note.text()))
        self.list.setVisible(bool(hits))
        self._place()

    def _on_failed(self, problem: DutyError) -> None:
        self.close_palette()
        self._bench.problem(problem)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            hit: SearchHit = item.data(_HIT)
            self.close_palette()
            self.chosen.emit(hit)

    # -- keys -----------------------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._field_key(event)
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget) and self.isVisible():
            inside = watched is self or self.isAncestorOf(watched)
            if not inside and watched.window() is self.window():
                self.close_palette()
        return super().eventFilter(watched, event)

    def _field_key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            if self.list.count():
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive():
                self._search()
            else:
                self._take(self.list.currentItem())
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.close_palette()
            return True
        return False
