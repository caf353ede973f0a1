"""The one table model: columns described once, rows fetched in pages as they come into view.

`data()` only looks up ready values. What is not here yet is blank until its page arrives, so ten
years of rows scroll like ten.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from typing_extensions import override

from duty_console.errors import DutyError
from ui.theme import TypeRole, icon, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtGui import QIcon

    from ui.jobs import Jobs

Row = TypeVar("Row")
Row_co = TypeVar("Row_co", covariant=True)

PAGE = 100
_PAGES_KEPT = 60
ROW_ROLE = Qt.ItemDataRole.UserRole

_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignCenter,
}


@dataclass(frozen=True)  # no slots: Column[Row](…) sets __orig_class__, which slots make fail loudly
class Column(Generic[Row]):
    """How one column shows a row; drives table, filter, Excel and paper alike (style.md 7).

    `text`, `tone`, `icon` and `tip` are pure functions of the row: they may run off the GUI thread.
    `icon` gives a Lucide name (in the tone of the text) or "". One column should `stretch`.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    width: int = 120
    align: Literal["left", "right", "center"] = "left"
    stretch: bool = False
    sortable: bool = True
    role: TypeRole = "dense"
    tone: Callable[[Row], str] | str = "text"
    icon: Callable[[Row], str] | None = None
    tip: Callable[[Row], str] | None = None
    struck: Callable[[Row], bool] | None = None
    """Which rows are struck through here: what a correction has replaced."""


@dataclass(frozen=True, slots=True)
class TableQuery:
    """What the officer asked the table for."""

    text: str = ""
    sort: str | None = None
    descending: bool = False


class Source(Protocol[Row_co]):
    """Where rows come from; called off the GUI thread when the model was given jobs."""

    def count(self, query: TableQuery) -> int: ...

    def page(self, query: TableQuery, offset: int, limit: int) -> Sequence[Row_co]: ...


class ListSource(Generic[Row]):
    """Rows that are already here: filtered by the columns' texts and sorted by `sort_keys` or text."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        rows: Sequence[Row] = (),
        sort_keys: dict[str, Callable[[Row], Any]] | None = None,
    ) -> None:
        self._columns = {column.key: column for column in columns}
        self._sort_keys = sort_keys or {}
        self.rows: list[Row] = list(rows)
        self._found: tuple[TableQuery, list[Row]] | None = None

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.rows = list(rows)
        self._found = None

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """The same columns in another language, for what is typed into the search field."""
        self._columns = {column.key: column for column in columns}
        self._found = None

    def count(self, query: TableQuery) -> int:
        return len(self._matching(query))

    def page(self, query: TableQuery, offset: int, limit: int) -> Sequence[Row]:
        return self._matching(query)[offset : offset + limit]

    def _matching(self, query: TableQuery) -> list[Row]:
        if self._found is not None and self._found[0] == query:
            return self._found[1]
        words = query.text.casefold().split()
        rows = [row for row in self.rows if self._has(row, words)] if words else list(self.rows)
        if query.sort in self._columns:
            rows.sort(key=self._sort_keys.get(query.sort, self._columns[query.sort].text), reverse=query.descending)
        self._found = (query, rows)
        return rows

    def _has(self, row: Row, words: list[str]) -> bool:
        text = " ".join(column.text(row) for column in self._columns.values()).casefold()
        return all(word in text for word in words)


@dataclass(slots=True)
class _Cell:
    text: str
    tone: str
    icon: str
    tip: str
    struck: bool


@dataclass(slots=True)
class _Line(Generic[Row]):
    row: Row
    cells: list[_Cell]


_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class TableModel(QAbstractTableModel, Generic[Row]):
    """Shows what a `Source` has. Without `jobs` it reads at once (for rows already in memory).

    `counted(n)` after every new answer; `failed(problem)` when the source could not answer.
    """

    counted = Signal(int)
    failed = Signal(object)
    refreshed = Signal()

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        source: Source[Row],
        jobs: Jobs | None = None,
        *,
        row_key: Callable[[Row], Hashable] | None = None,
        query: TableQuery | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = list(columns)
        self._source = source
        self._jobs = jobs
        self._row_key = row_key
        self._query = query or TableQuery()
        self._asked = self._query
        self._count = 0
        self._pages: OrderedDict[int, list[_Line[Row]]] = OrderedDict()
        self._visible = (0, PAGE - 1)
        self._fetching = False
        self._edition = 0
        self._icons: dict[tuple[str, str], QIcon] = {}

    # -- asking ---------------------------------------------------------------------------------

    @property
    def columns(self) -> list[Column[Row]]:
        return self._columns

    @property
    def query(self) -> TableQuery:
        return self._asked

    def load(self) -> None:
        """Ask for the first time, or all anew from the top."""
        self.set_query(self._asked)

    def set_query(self, query: TableQuery) -> None:
        """Filter or sort otherwise; the old rows stay until the new ones are here."""
        self._asked = query
        self._edition += 1
        source, columns = self._source, self._columns

        def work() -> tuple[int, list[_Line[Row]]]:
            return source.count(query), _lines(columns, source.page(query, 0, PAGE))

        self._run(work, lambda answer: self._on_answered(query, *answer), "query")

    def refresh(self) -> None:
        """Something changed: count and read what is in view again; place and selection stay."""
        self._edition += 1
        query, source, columns, pages = self._asked, self._source, self._columns, self._pages_in_view()

        def work() -> tuple[int, dict[int, list[_Line[Row]]]]:
            count = source.count(query)
            return count, {page: _lines(columns, source.page(query, page * PAGE, PAGE)) for page in pages}

        self._run(work, lambda answer: self._on_refreshed(query, *answer), "query")

    def ensure(self, first: int, last: int) -> None:
        """The view shows rows `first` to `last`: fetch what is missing there."""
        self._visible = (first, last)
        if self._fetching or not self._count or self._query != self._asked:
            return
        missing = [page for page in self._pages_in_view() if page not in self._pages]
        if not missing:
            return
        self._fetching = True
        query, source, columns, edition = self._query, self._source, self._columns, self._edition

        def work() -> dict[int, list[_Line[Row]]]:
            return {page: _lines(columns, source.page(query, page * PAGE, PAGE)) for page in missing}

        self._run(work, lambda pages: self._on_pages(edition, pages), None, self._on_fetch_ended)

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """The same columns in another language."""
        self._columns = list(columns)
        for lines in self._pages.values():
            for line in lines:
                line.cells = _cells(self._columns, line.row)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        self._tell_changed(0, self._count - 1)

    # -- answers --------------------------------------------------------------------------------

    def _run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        supersede: str | None,
        finished: Callable[[], None] | None = None,
    ) -> None:
        if self._jobs is not None:
            self._jobs.run(
                work, done, self.failed.emit, owner=self, lane="read", finished=finished, supersede=supersede
            )
            return
        try:
            answer = work()
        except DutyError as problem:
            self.failed.emit(problem)
        else:
            done(answer)
        if finished is not None:
            finished()

    def _on_answered(self, query: TableQuery, count: int, lines: list[_Line[Row]]) -> None:
        self.beginResetModel()
        self._query, self._count = query, count
        self._pages.clear()
        self._pages[0] = lines
        self._visible = (0, self._visible[1] - self._visible[0])
        self.endResetModel()
        self.counted.emit(count)

    def _on_refreshed(self, query: TableQuery, count: int, pages: dict[int, list[_Line[Row]]]) -> None:
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginRemoveRows(QModelIndex(), count, self._count - 1)
            self._count = count
            self.endRemoveRows()
        self._query = query
        self._pages.clear()
        self._pages.update(pages)
        self._tell_changed(0, count - 1)
        self.refreshed.emit()
        self.counted.emit(count)

    def _on_pages(self, edition: int, pages: dict[int, list[_Line[Row]]]) -> None:
        if edition != self._edition:
            return
        for page, lines in pages.items():
            self._pages[page] = lines
            self._tell_changed(page * PAGE, page * PAGE + len(lines) - 1)
        while len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)

    def _on_fetch_ended(self) -> None:
        self._fetching = False
        if self._jobs is not None:
            self.ensure(*self._visible)

    def _pages_in_view(self) -> list[int]:
        first, last = self._visible
        final = max(self._count - 1, 0) // PAGE
        return list(range(min(max(first, 0) // PAGE, final), min(max(last, 0) // PAGE, final) + 1))

    def _tell_changed(self, first: int, last: int) -> None:
        last = min(last, self._count - 1)
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    # -- looking up -----------------------------------------------------------------------------

    def row_at(self, number: int) -> Row | None:
        """The row's own object; None while its page is not here."""
        line = self._line(number)
        return None if line is None else line.row

    def key_at(self, number: int) -> Hashable:
        """The row's identity, None while unknown."""
        line = self._line(number)
        return None if line is None or self._row_key is None else self._row_key(line.row)

    def number_of(self, key: Hashable) -> int | None:
        """Where a row is, if it is among those that are here."""
        if self._row_key is None:
            return None
        for page, lines in self._pages.items():
            for place, line in enumerate(lines):
                if self._row_key(line.row) == key:
                    return page * PAGE + place
        return None

    def _line(self, number: int) -> _Line[Row] | None:
        lines = self._pages.get(number // PAGE)
        place = number % PAGE
        return lines[place] if lines is not None and place < len(lines) else None

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._count

    @override
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._line(index.row())
        if role == ROW_ROLE:
            return None if line is None else line.row
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[column.align]
        if role == Qt.ItemDataRole.FontRole:
            struck = line is not None and line.cells[index.column()].struck
            return _struck_font(column.role) if struck else theme().font(column.role)
        if line is None:
            return "" if role == Qt.ItemDataRole.DisplayRole else None
        return self._cell_data(line.cells[index.column()], role)

    def _cell_data(self, cell: _Cell, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().color(cell.tone)
        if role == Qt.ItemDataRole.DecorationRole and cell.icon:
            return self._icon(cell.icon, cell.tone)
        if role == Qt.ItemDataRole.ToolTipRole and cell.tip:
            return cell.tip
        return None

    def _icon(self, name: str, tone: str) -> QIcon:
        found = self._icons.get((name, tone))
        if found is None:
            found = self._icons[(name, tone)] = icon(name, tone)
        return found

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[self._columns[section].align]
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        key = self._columns[column].key if 0 <= column < len(self._columns) else None
        query = TableQuery(self._asked.text, key, key is not None and order == Qt.SortOrder.DescendingOrder)
        if query != self._asked:
            self.set_query(query)


def _lines(columns: Sequence[Column[Row]], rows: Sequence[Row]) -> list[_Line[Row]]:
    return [_Line(row, _cells(columns, row)) for row in rows]


def _cells(columns: Sequence[Column[Row]], row: Row) -> list[_Cell]:
    return [
        _Cell(
            column.text(row),
            column.tone if isinstance(column.tone, str) else column.tone(row),
            column.icon(row) if column.icon is not None else "",
            column.tip(row) if column.tip is not None else "",
            column.struck(row) if column.struck is not None else False,
        )
        for column in columns
    ]


def _struck_font(role: TypeRole) -> QFont:
    font = QFont(theme().font(role))
    font.setStrikeOut(True)
    return font
