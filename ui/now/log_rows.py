"""The lines of the running log, newest last; a corrected line is struck through and says when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QListView, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from duty_console.dutylog.model import LogKind
from ui.theme import theme
from ui.widgets import Translated
from ui.widgets.painted import centred_baseline, draw_icon, draw_text, elided, text_width
from ui.words import LOG_LOOK, clock_time, when, word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter

    from duty_console.dutylog.model import LogEntry

ROW = 28
_ENTRY = Qt.ItemDataRole.UserRole
_READY = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ReadyLine:
    """A line as it is drawn."""

    time: str
    icon: str
    tone: str
    kind: str
    text: str
    mark: str
    incident: str
    person: str
    number: str
    struck: bool


class LogModel(QAbstractListModel):
    """Holds ready lines; `data()` only looks up."""

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._entries: tuple[LogEntry, ...] = ()
        self._lines: list[ReadyLine] = []
        self._base: datetime | None = None
        self.kind_width = 0
        self._measure()

    def _measure(self) -> None:
        """One column for the kinds, as wide as the longest word of the language."""
        self.kind_width = max(text_width("dense", word(kind)) for kind in LogKind)

    def show_entries(self, entries: Sequence[LogEntry], base: datetime) -> None:
        """Show these lines; what only came to the end is only added."""
        entries, old = tuple(entries), self._entries
        same = entries[: len(old)] == old and self._base is not None and self._day(base) == self._day(self._base)
        self._base = base
        if same and len(entries) > len(old):
            self.beginInsertRows(QModelIndex(), len(old), len(entries) - 1)
            self._entries = entries
            self._lines += [self._ready(entry) for entry in entries[len(old) :]]
            self.endInsertRows()
        elif not same or len(entries) < len(old):
            self.beginResetModel()
            self._entries = entries
            self._lines = [self._ready(entry) for entry in entries]
            self.endResetModel()

    def translate_again(self) -> None:
        """The language changed."""
        self.beginResetModel()
        self._measure()
        self._lines = [self._ready(entry) for entry in self._entries]
        self.endResetModel()

    def _day(self, moment: datetime) -> object:
        return moment.astimezone(self._zone).date()

    def _ready(self, entry: LogEntry) -> ReadyLine:
        icon, tone = LOG_LOOK[entry.kind]
        mark = ""
        if entry.corrected_at is not None:
            mark = self.tr("{clock} corrected").format(clock=clock_time(entry.corrected_at, self._zone))
        elif entry.entered_later:
            mark = self.tr("entered {clock}").format(clock=clock_time(entry.recorded_at, self._zone))
        base = self._base or entry.at
        return ReadyLine(
            when(entry.at, base, self._zone),
            icon,
            tone,
            word(entry.kind),
            " ".join(entry.text.split()),
            mark,
            entry.incident_number or "",
            entry.person,
            f"#{entry.journal_seq}",
            entry.corrected_by_id is not None,
        )

    def entry_at(self, row: int) -> LogEntry | None:
        """The line in a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    @property
    def lines(self) -> list[ReadyLine]:
        """What is drawn."""
        return self._lines

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == _READY:
            return line
        if role == _ENTRY:
            return self._entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (line.time, line.kind, line.text, line.mark, line.incident, line.person, line.number)
            return " ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._entries[index.row()].text
        return None


class LogRows(Translated, QListView):
    """`correction_requested(LogEntry)` from the menu or Ctrl+R, `incident_requested(number)` from the number."""

    correction_requested = Signal(object)
    incident_requested = Signal(str)

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LogModel(zone, self)
        self._stay = True
        self.setModel(self.lines)
        self.setItemDelegate(_LineDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._on_scrolled)
        bar.rangeChanged.connect(self._on_range_changed)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Running log"))
        self.lines.translate_again()

    def show_entries(self, entries: Sequence[LogEntry], base: datetime) -> None:
        """Show these lines; the newest stays in view unless the officer scrolled back."""
        self.lines.show_entries(entries, base)

    def _on_scrolled(self, value: int) -> None:
        self._stay = value >= self.verticalScrollBar().maximum() - theme().px(ROW)

    def _on_range_changed(self, _least: int, most: int) -> None:
        """Lines came, or the panel became higher or lower: the newest stays in view."""
        if self._stay:
            self.verticalScrollBar().setValue(most)

    def _incident_under(self, index: QModelIndex, at: QPoint) -> str:
        line = index.data(_READY)
        if not isinstance(line, ReadyLine) or not line.incident:
            return ""
        return line.incident if incident_rect(self.visualRect(index)).contains(at) else ""

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        link = index.isValid() and bool(self._incident_under(index, at))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            number = self._incident_under(index, event.position().toPoint())
            if number:
                self.incident_requested.emit(number)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.lines.entry_at(self.currentIndex().row())
        if entry is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and entry.incident_number:
            self.incident_requested.emit(entry.incident_number)
        elif entry is not None and event.key() == Qt.Key.Key_F4:
            self._ask_correction(entry)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        entry = self.lines.entry_at(index.row() if index.isValid() else self.currentIndex().row())
        if entry is not None:
            self.menu_for(entry).exec(event.globalPos())

    def menu_for(self, entry: LogEntry) -> QMenu:
        """The menu of a line."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        correct = menu.addAction(self.tr("Correct") + "\tF4")
        correct.setEnabled(may_correct(entry))
        correct.triggered.connect(lambda: self._ask_correction(entry))
        if entry.incident_number:
            show = menu.addAction(self.tr("Show {number}").format(number=entry.incident_number))
            show.triggered.connect(lambda: self.incident_requested.emit(entry.incident_number))
        return menu

    def _ask_correction(self, entry: LogEntry) -> None:
        if may_correct(entry):
            self.correction_requested.emit(entry)


def may_correct(entry: LogEntry) -> bool:
    """What the console wrote itself is no officer's to correct; a corrected line is corrected by its correction."""
    return entry.corrected_by_id is None and entry.kind is not LogKind.SYSTEM


def incident_rect(row: QRect) -> QRect:
    """Where the incident's number stands in a row."""
    px = theme().px
    right = row.right() - px(16) - px(62) - px(72)
    return QRect(right - px(92), row.top(), px(92), row.height())


class _LineDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option, index
        return QSize(theme().px(300), theme().px(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(_READY)
        if not isinstance(line, ReadyLine):
            return
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - Qt's stub lacks it
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme().color("tint_accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme().color("hover"))
        painter.translate(rect.topLeft())
        model = index.model()
        kind_width = model.kind_width if isinstance(model, LogModel) else 0
        _draw_line(painter, line, rect.width(), rect.height(), kind_width)
        painter.restore()


def _draw_line(painter: QPainter, line: ReadyLine, width: int, height: int, kind_width: int) -> None:
    px = theme().px
    baseline = centred_baseline("dense", height)
    time = line.time if len(line.time) <= 5 else line.time[-5:]
    draw_text(painter, px(16), baseline, time, "dense_strong", "text")
    draw_icon(painter, px(72), height, line.icon, line.tone, px(16))
    draw_text(painter, px(94), baseline, line.kind, "dense", line.tone if line.tone != "muted" else "muted")
    text_x = px(94) + kind_width + px(22)
    number_right = width - px(16)
    draw_text(painter, number_right - text_width("dense", line.number), baseline, line.number, "dense", "muted")
    person_right = number_right - px(62)
    person = elided("dense", line.person, px(64))
    draw_text(painter, person_right - text_width("dense", person), baseline, person, "dense", "muted")
    incident = incident_rect(QRect(0, 0, width, height))
    if line.incident:
        draw_text(painter, incident.left(), baseline, line.incident, "dense", "accent")
    mark_width = text_width("dense", line.mark) + px(10) if line.mark else 0
    room = incident.left() - px(12) - text_x - mark_width
    shown = elided("dense", line.text, max(room, px(20)))
    if line.struck:
        _draw_struck(painter, text_x, baseline, shown)
    else:
        draw_text(painter, text_x, baseline, shown, "dense", "text")
    if line.mark:
        tone = "severe" if line.struck else "muted"
        draw_text(painter, text_x + text_width("dense", shown) + px(10), baseline, line.mark, "dense", tone)


def _draw_struck(painter: QPainter, x: float, baseline: float, text: str) -> None:
    font = QFont(theme().font("dense"))
    font.setStrikeOut(True)
    painter.setFont(font)
    painter.setPen(theme().color("muted"))
    painter.drawText(round(x), round(baseline), text)
