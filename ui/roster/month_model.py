"""The month as an item model: shifts down, posts across; every text is ready before it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from duty_console.roster.model import DayType, MonthCell, MonthRow, MonthTable, Post, PostKind, RosterCorrection
from ui.words import day_month, weekday_word, word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

_Index = QModelIndex | QPersistentModelIndex


class ColumnKind(Enum):
    """What a column shows."""

    DATE = "date"
    DAY_TYPE = "day_type"
    SHIFT = "shift"
    POST = "post"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column; `post` is set for posts."""

    kind: ColumnKind
    title: str
    post: Post | None = None


class MonthModel(QAbstractTableModel):
    """Holds one `MonthTable`. Only cells of posts can be entered and edited; arrows skip the others."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table: MonthTable | None = None
        self.today: date | None = None
        self._columns: list[GridColumn] = []
        self._remarks: list[str] = []
        self._remark_tips: list[str] = []
        self._corrections: tuple[RosterCorrection, ...] = ()
        self._corrected: frozenset[int] = frozenset()
        self._pending: dict[tuple[int, int], str] = {}

    # -- filling --------------------------------------------------------------------------------

    def set_month(self, table: MonthTable, corrections: Sequence[RosterCorrection], today: date) -> None:
        """Show a month; the cursor stays where the shape is the same."""
        same = self.table is not None and _shape(self.table) == _shape(table)
        if not same:
            self.beginResetModel()
        self.table, self.today = table, today
        self._pending.clear()
        self._make_columns()
        self._make_remarks(corrections)
        if not same:
            self.endResetModel()
        else:
            self._tell_all()

    def set_today(self, today: date) -> None:
        if today != self.today:
            self.today = today
            self._tell_all()

    def set_pending(self, row: int, column: int, text: str) -> None:
        """Show what was just entered until the month has been read again."""
        self._pending[row, column] = text
        index = self.index(row, column)
        self.dataChanged.emit(index, index)

    def drop_pending(self) -> None:
        """What was entered could not be stored: show what stands."""
        self._pending.clear()
        self._tell_all()

    def retranslate(self) -> None:
        if self.table is not None:
            self._make_columns()
            self._make_remarks(self._corrections)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
            self._tell_all()

    def _tell_all(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def _make_columns(self) -> None:
        table = self._shown()
        head = [
            GridColumn(ColumnKind.DATE, self.tr("Date")),
            GridColumn(ColumnKind.DAY_TYPE, self.tr("Day type")),
        ]
        shift = [GridColumn(ColumnKind.SHIFT, self.tr("Shift"))] if table.several_shifts else []
        posts = [GridColumn(ColumnKind.POST, post.name, post) for post in table.posts]
        self._columns = [*head, *shift, *posts, GridColumn(ColumnKind.REMARK, self.tr("Remarks"))]

    def _make_remarks(self, corrections: Sequence[RosterCorrection]) -> None:
        table = self._shown()
        self._corrections = tuple(corrections)
        by_shift: dict[tuple[date, str], list[RosterCorrection]] = {}
        for each in corrections:
            by_shift.setdefault((each.shift_date, each.slot), []).append(each)
        self._remarks, self._remark_tips = [], []
        corrected: set[int] = set()
        before = ""
        for number, row in enumerate(table.rows):
            parts = [self._day_remark(row, before)] if row.first_of_day else []
            if row.first_of_day:
                before = row.day.name
            changed = by_shift.get((row.shift.date, row.shift.name), [])
            if changed:
                corrected.add(number)
                parts += [self._correction_words(each) for each in changed]
            self._remarks.append(" · ".join(part for part in parts if part))
            self._remark_tips.append("\n".join(self._correction_words(each) for each in changed))
        self._corrected = frozenset(corrected)

    def _day_remark(self, row: MonthRow, name_before: str) -> str:
        day = row.day
        if day.day_type is DayType.MAKEUP_WORKDAY:
            return self.tr("Makes up for {name}").format(name=day.name) if day.name else ""
        return "" if day.name == name_before else day.name

    def _correction_words(self, each: RosterCorrection) -> str:
        nobody = self.tr("nobody")
        return self.tr("Corrected, {post}: {before} → {after}, {reason}").format(
            post=each.post, before=each.before or nobody, after=each.after or nobody, reason=each.reason
        )

    # -- looking up -----------------------------------------------------------------------------

    def _shown(self) -> MonthTable:
        return cast("MonthTable", self.table)  # there are no rows to ask about before the first month

    def column(self, number: int) -> GridColumn:
        return self._columns[number]

    @property
    def columns(self) -> Sequence[GridColumn]:
        return self._columns

    def row(self, number: int) -> MonthRow:
        return self._shown().rows[number]

    def cell(self, row: int, column: int) -> MonthCell | None:
        """The post's cell; None in other columns."""
        post = self._columns[column].post
        if post is None:
            return None
        return next((cell for cell in self.row(row).cells if cell.post_id == post.id), None)

    def pending(self, row: int, column: int) -> str | None:
        return self._pending.get((row, column))

    def is_corrected(self, row: int) -> bool:
        return row in self._corrected

    def is_today(self, row: int) -> bool:
        return self.row(row).shift.date == self.today

    def begins_week(self, row: int) -> bool:
        """Whether a Monday begins here: its top line is darker."""
        return row < self.rowCount() and self.row(row).first_of_day and self.row(row).day.date.weekday() == 0

    def place_of(self, day: date, slot: str, post_id: int) -> tuple[int, int] | None:
        """Row and column of a cell."""
        if self.table is None:
            return None
        for number, row in enumerate(self.table.rows):
            if row.shift.date == day and row.shift.name == slot:
                for place, column in enumerate(self._columns):
                    if column.post is not None and column.post.id == post_id:
                        return number, place
        return None

    def first_row_of(self, day: date) -> int | None:
        if self.table is None:
            return None
        return next((number for number, row in enumerate(self.table.rows) if row.shift.date == day), None)

    def first_post_column(self) -> int:
        return next((place for place, each in enumerate(self._columns) if each.post is not None), -1)

    def names(self, row: int, column: int) -> str:
        """Who stands in a cell."""
        cell = self.cell(row, column)
        return "、".join(person.name for person in cell.persons) if cell is not None else ""

    def missing_words(self, missing: int) -> str:
        return self.tr("{count} missing").format(count=missing)

    # -- Qt -------------------------------------------------------------------------------------

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() or self.table is None else len(self.table.rows)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self._columns[index.column()].post is not None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
        return Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self.table is None:
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.EditRole:
            return self.names(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column) or None
        return None

    def text(self, row: int, column: int) -> str:
        """What a cell says, without its colours."""
        line, kind = self.row(row), self._columns[column].kind
        if kind is ColumnKind.DATE:
            return f"{line.day.date.day} {weekday_word(line.day.date)}" if line.first_of_day else ""
        if kind is ColumnKind.DAY_TYPE:
            return word(line.day.day_type) if line.first_of_day else ""
        if kind is ColumnKind.SHIFT:
            return line.shift.name
        if kind is ColumnKind.REMARK:
            return self._remarks[row]
        return self._post_text(row, column)

    def _post_text(self, row: int, column: int) -> str:
        if (pending := self.pending(row, column)) is not None:
            return pending
        cell = self.cell(row, column)
        missing = cell.missing if cell is not None else 0
        return " ".join(filter(None, (self.names(row, column), self.missing_words(missing) if missing else "")))

    def _spoken(self, row: int, column: int) -> str:
        line, title = self.row(row), self._columns[column].title
        return f"{day_month(line.day.date)} {word(line.day.day_type)} {title} {self.text(row, column)}".strip()

    def _tip(self, row: int, column: int) -> str:
        cell = self.cell(row, column)
        if cell is not None:
            return "\n".join(f"{each.name} {each.title} {each.phone}".strip() for each in cell.persons)
        if self._columns[column].kind is ColumnKind.REMARK:
            return self._remark_tips[row]
        return ""

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def _shape(table: MonthTable) -> tuple[object, ...]:
    rows: Mapping[tuple[date, str], None] = {(row.shift.date, row.shift.name): None for row in table.rows}
    return tuple(post.id for post in table.posts), tuple(rows)


def is_leading(column: GridColumn) -> bool:
    """Whether the column is a leader's: the phone stands beside the name."""
    return column.post is not None and column.post.kind is PostKind.LEADER
