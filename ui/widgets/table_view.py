"""The one table: type to filter, click to sort, Ctrl+F finds; an empty one says what would be here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import SearchField
from ui.widgets.painted import Translated
from ui.widgets.table_model import TableModel, TableQuery
from ui.widgets.text import Text, repolish

if TYPE_CHECKING:
    from collections.abc import Hashable

    from duty_console.errors import DutyError

_Index = QModelIndex | QPersistentModelIndex


class TableView(QTableView):
    """Rows of a `TableModel`. `row_activated` on Enter or double click, `row_selected` as the cursor moves."""

    row_activated = Signal(object)
    row_selected = Signal(object)
    typed = Signal(str)

    def __init__(self, model: TableModel[Any], *, row_height: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._kept_key: Hashable = None
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.setInterval(0)
        self._ask.timeout.connect(self._ask_for_visible)
        self._dress(row_height)
        self.setModel(model)
        self._size_columns()
        self.activated.connect(self._on_activated)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.verticalScrollBar().valueChanged.connect(lambda _place: self._ask.start())
        model.modelReset.connect(self._on_reset)
        model.rowsAboutToBeRemoved.connect(self._keep_key)
        model.rowsAboutToBeInserted.connect(self._keep_key)
        model.refreshed.connect(self._on_refreshed)

    def _dress(self, row_height: int) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setItemDelegate(_RowDelegate(self))
        side = theme().px(16)
        self.setIconSize(QSize(side, side))
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(theme().px(row_height))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme().px(row_height))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSortIndicatorShown(True)
        head.setFont(theme().font("label"))
        head.setFixedHeight(theme().px(32))
        head.setMinimumSectionSize(theme().px(32))
        head.sortIndicatorChanged.connect(self._on_sort)

    def _size_columns(self) -> None:
        head = self.horizontalHeader()
        for place, column in enumerate(self._model.columns):
            mode = QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Interactive
            head.setSectionResizeMode(place, mode)
            self.setColumnWidth(place, theme().px(column.width))

    def _on_sort(self, section: int, order: Qt.SortOrder) -> None:
        if section >= 0 and not self._model.columns[section].sortable:
            self.horizontalHeader().setSortIndicator(-1, order)
            return
        self._model.sort(section, order)

    # -- which rows are in view -----------------------------------------------------------------

    def _ask_for_visible(self) -> None:
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        if last < 0:
            last = first + self.viewport().height() // max(self.verticalHeader().defaultSectionSize(), 1)
        self._model.ensure(first, last)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask.start()

    # -- the row under the cursor ---------------------------------------------------------------

    def current_row(self) -> object:
        """The row object under the cursor, None if there is none."""
        return self._model.row_at(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def select_key(self, key: Hashable) -> bool:
        """Put the cursor on the row with this identity; False if it is not among the rows that are here."""
        number = self._model.number_of(key)
        if number is None:
            return False
        self.setCurrentIndex(self._model.index(number, 0))
        return True

    def _keep_key(self) -> None:
        self._kept_key = self._model.key_at(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def _on_reset(self) -> None:
        self.scrollToTop()
        self._ask.start()
        self.row_selected.emit(None)

    def _on_refreshed(self) -> None:
        key, self._kept_key = self._kept_key, None
        if key is not None and self._model.key_at(self.currentIndex().row()) != key:
            number = self._model.number_of(key)
            selection = self.selectionModel()
            if number is None:
                selection.clear()
            else:
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
                selection.setCurrentIndex(self._model.index(number, 0), flags)
        self._ask.start()

    def _on_current_changed(self, current: QModelIndex) -> None:
        self.row_selected.emit(self._model.row_at(current.row()) if current.isValid() else None)

    def _on_activated(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row())
        if row is not None:
            self.row_activated.emit(row)

    # -- keys and tooltips ----------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if plain and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.currentIndex().isValid():
            first = self._model.index(0, 0)  # Enter on a table where nothing is chosen yet means its first row
            if first.isValid():
                self.setCurrentIndex(first)
                self._on_activated(first)
            return
        super().keyPressEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            QToolTip.showText(event.globalPos(), self._tip(index) if index.isValid() else "", self)
            return True
        return super().viewportEvent(event)

    def _tip(self, index: QModelIndex) -> str:
        """The column's own tip, else the whole text where it is cut."""
        tip = index.data(Qt.ItemDataRole.ToolTipRole)
        if tip:
            return str(tip)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        column = self._model.columns[index.column()]
        taken = theme().px(24) + (self.iconSize().width() + 6 if index.data(Qt.ItemDataRole.DecorationRole) else 0)
        fits = theme().metrics(column.role).horizontalAdvance(text) <= self.visualRect(index).width() - taken
        return "" if fits else text

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.viewport().update()


class _RowDelegate(QStyledItemDelegate):
    """Draws no focus frame around single cells: the row is what is chosen."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        drawn: Any = option  # the stubs know nothing of its fields
        drawn.state &= ~QStyle.StateFlag.State_HasFocus
        # a chosen row keeps the colours of its words
        drawn.palette.setBrush(QPalette.ColorRole.HighlightedText, drawn.palette.brush(QPalette.ColorRole.Text))


class TableBox(Translated, QWidget):
    """A whole table: search field, filters, count, the rows, and what stands there when there are none.

    `bar` is the row above: `add_filter` puts things beside the search field, `add_action` at its right end.
    """

    def __init__(
        self,
        model: TableModel[Any],
        *,
        empty: EmptyState | None = None,
        placeholder: str = "",
        searchable: bool = True,
        framed: bool = True,
        row_height: int = 32,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        px = theme().px
        self.model = model
        self.view = TableView(model, row_height=row_height)
        self.search = SearchField(placeholder)
        self.banner = Banner()
        self._count = Text("", "label", "muted")
        self._empty = empty or EmptyState("")
        self._nothing_found = EmptyState("", icon="search")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        self._bar = QWidget()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.search)
        self._filters = QHBoxLayout()
        self._filters.setSpacing(px(8))
        row.addLayout(self._filters)
        row.addStretch(1)
        row.addWidget(self._count)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(px(8))
        row.addLayout(self._actions)
        column.addWidget(self._bar)
        self._bar.setVisible(searchable)  # after it has its parent: shown without one it is a window of its own
        column.addWidget(self.banner)
        column.addWidget(self._make_frame(framed), 1)
        self._connect(searchable)
        self.retranslate()

    def _make_frame(self, framed: bool) -> QFrame:
        frame = QFrame()
        if framed:
            frame.setProperty("part", "table")
        self._frame = frame
        self._stack = QStackedLayout(frame)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for shown in (self.view, self._empty, self._nothing_found):
            self._stack.addWidget(shown)
        self.view.installEventFilter(self)
        return frame

    def _connect(self, searchable: bool) -> None:
        self.search.searched.connect(self._on_searched)
        self.search.left_downwards.connect(self._enter_rows)
        self.view.typed.connect(self._on_typed)
        self.model.counted.connect(self._on_counted)
        self.model.failed.connect(self._on_failed)
        self._nothing_found.acted.connect(self.search.clear)
        if searchable:
            find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
            find.activated.connect(self._find)

    def add_filter(self, widget: QWidget) -> None:
        self._filters.addWidget(widget)

    def add_action(self, widget: QWidget) -> None:
        self._actions.addWidget(widget)

    def retranslate(self) -> None:
        self._nothing_found.set(self.tr("Nothing matches"), action=self.tr("Show all"))
        self.view.setAccessibleName(self.tr("Table"))
        self._show_count(self.model.rowCount())

    def _show_count(self, count: int) -> None:
        self._count.setText(self.tr("{count} rows").format(count=f"{count:,}") if count else "")

    def _on_counted(self, count: int) -> None:
        self.banner.clear()
        self._show_count(count)
        empty = self._nothing_found if self.model.query.text else self._empty
        self._stack.setCurrentWidget(self.view if count else empty)

    def _on_failed(self, problem: DutyError) -> None:
        self.banner.show_problem(problem, action=self.tr("Try again"), on_action=self.model.refresh)

    def _on_searched(self, text: str) -> None:
        asked = self.model.query
        if text != asked.text:
            self.model.set_query(TableQuery(text, asked.sort, asked.descending))

    def _on_typed(self, text: str) -> None:
        if self._bar.isVisibleTo(self):
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.insert(text)

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _enter_rows(self) -> None:
        if self.model.rowCount():
            self.view.setFocus()
            if not self.view.currentIndex().isValid():
                self.view.selectRow(0)

    @override
    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut) and watched is self.view:
            self._frame.setProperty("ring", event.type() == QEvent.Type.FocusIn)
            repolish(self._frame)
        return super().eventFilter(watched, event)
