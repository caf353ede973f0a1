"""The dates shown as an item model: shifts down, posts across; every text is ready before it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, tzinfo
from enum import Enum
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from duty_console.roster.model import AssignmentSource, MonthCell, MonthRow, MonthTable, Post, PostKind
from ui.roster.cell_words import NO_POST, Piece, joined_pieces, missing_words, pieces_of
from ui.roster.reading import Additions
from ui.roster.remarks import remarks_of
from ui.words import day_month, weekday_word, word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from duty_console.roster.attendance.model import SignIn
    from duty_console.roster.model import Assignment
    from ui.roster.context import CellKey, CellMark
    from ui.roster.reading import RosterReading
    from ui.roster.remarks import Remark

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


@dataclass(frozen=True, slots=True)
class CellLook:
    """What is painted in a post's cell."""

    cell: MonthCell
    pieces: tuple[Piece, ...]
    text: str
    source: AssignmentSource | None
    """Where all its persons come from, if not from hands."""


class MonthModel(QAbstractTableModel):
    """Holds one table of any dates. Only cells of posts can be entered and edited; arrows skip the others."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table: MonthTable | None = None
        self.today: date | None = None
        self.reading: RosterReading | None = None
        self.additions = Additions()
        self.zone: tzinfo = UTC
        self._columns: list[GridColumn] = []
        self._remarks: list[tuple[Remark, ...]] = []
        self._looks: dict[tuple[int, int], CellLook] = {}
        self._pending: dict[tuple[int, int], str] = {}
        self._marks: Mapping[CellKey, CellMark] = {}

    # -- filling --------------------------------------------------------------------------------

    def set_reading(self, reading: RosterReading, today: date, zone: tzinfo) -> None:
        """Show what was read; the cursor stays where the shape is the same."""
        same = self.table is not None and _shape(self.table) == _shape(reading.table)
        if not same:
            self.beginResetModel()
        if self.additions.dates != (reading.first, reading.last):
            self.additions = Additions()
        self.reading, self.table, self.today, self.zone = reading, reading.table, today, zone
        self._pending.clear()
        self._make()
        if not same:
            self.endResetModel()
        else:
            self._tell_all()

    def set_additions(self, additions: Additions) -> None:
        """Swaps and proposals for the remarks, sign-ins for the week."""
        if additions != self.additions:
            self.additions = additions
            self._make()
            self._tell_all()

    def set_marks(self, marks: Mapping[CellKey, CellMark]) -> None:
        """Show findings in cells."""
        self._marks = marks
        self._tell_all()

    def set_today(self, today: date) -> None:
        if today != self.today:
            self.today = today
            self._tell_all()

    def set_pending(self, row: int, column: int, text: str) -> None:
        """Show what was just entered until the roster has been read again."""
        self._pending[row, column] = text
        index = self.index(row, column)
        self.dataChanged.emit(index, index)

    def drop_pending(self) -> None:
        """What was entered could not be stored: show what stands."""
        if self._pending:
            self._pending.clear()
            self._tell_all()

    def retranslate(self) -> None:
        if self.table is not None:
            self._make()
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
            self._tell_all()

    def _tell_all(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def _make(self) -> None:
        if self.reading is None:
            return
        self._make_columns()
        self._remarks = remarks_of(self.reading, self.additions.proposals, self.zone)
        self._looks = {
            (number, place): self._look(row, cell)
            for number, row in enumerate(self.reading.table.rows)
            for place, column in enumerate(self._columns)
            if column.post is not None and (cell := _cell_of(row, column.post.id)) is not None
        }

    def _make_columns(self) -> None:
        table = self._shown()
        head = [
            GridColumn(ColumnKind.DATE, self.tr("Date")),
            GridColumn(ColumnKind.DAY_TYPE, self.tr("Day type")),
        ]
        shift = [GridColumn(ColumnKind.SHIFT, self.tr("Shift"))] if table.several_shifts else []
        posts = [GridColumn(ColumnKind.POST, post.name, post) for post in table.posts]
        self._columns = [*head, *shift, *posts, GridColumn(ColumnKind.REMARK, self.tr("Remarks"))]

    def _look(self, row: MonthRow, cell: MonthCell) -> CellLook:
        reading = cast("RosterReading", self.reading)
        pieces = pieces_of(cell, row.shift, reading.leaves, self.zone)
        missing = missing_words(cell.missing) if cell.missing else ""
        text = " ".join(filter(None, (joined_pieces(pieces), missing)))
        put = reading.assignments.get((row.shift.date, row.shift.name, cell.post_id), {})
        sources = {put[each.person_id].source for each in cell.persons if each.person_id in put}
        source = sources.pop() if len(sources) == 1 else None
        if not cell.exists and not text:
            text = NO_POST
        return CellLook(cell, pieces, text, source if source is not AssignmentSource.HAND else None)

    # -- looking up -----------------------------------------------------------------------------

    def _shown(self) -> MonthTable:
        return cast("MonthTable", self.table)  # there are no rows to ask about before the first reading

    def column(self, number: int) -> GridColumn:
        return self._columns[number]

    @property
    def columns(self) -> Sequence[GridColumn]:
        return self._columns

    def row(self, number: int) -> MonthRow:
        return self._shown().rows[number]

    def look(self, row: int, column: int) -> CellLook | None:
        """What a post's cell shows; None in other columns."""
        return self._looks.get((row, column))

    def cell(self, row: int, column: int) -> MonthCell | None:
        """The post's cell; None in other columns."""
        look = self._looks.get((row, column))
        return look.cell if look is not None else None

    def key(self, row: int, column: int) -> CellKey | None:
        """Where a cell is, wherever it is shown."""
        post = self._columns[column].post
        shift = self.row(row).shift
        return (shift.date, shift.name, post.id) if post is not None else None

    def assignment(self, row: int, column: int, person_id: int) -> Assignment | None:
        """How a person came into a cell."""
        key = self.key(row, column)
        return self.reading.assignments.get(key, {}).get(person_id) if self.reading and key else None

    def mark(self, row: int, column: int) -> CellMark | None:
        """The finding shown in a cell."""
        key = self.key(row, column)
        return self._marks.get(key) if key is not None else None

    def sign_in(self, row: int, person_id: int) -> SignIn | None:
        """When a person signed in for a shift."""
        shift = self.row(row).shift
        return self.additions.sign_ins.get((shift.date, shift.name, person_id))

    def remarks(self, row: int) -> tuple[Remark, ...]:
        """What stands at the right of a row."""
        return self._remarks[row]

    def pending(self, row: int, column: int) -> str | None:
        return self._pending.get((row, column))

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
        """Who is planned in a cell."""
        cell = self.cell(row, column)
        return "、".join(person.name for person in cell.persons) if cell is not None else ""

    # -- Qt -------------------------------------------------------------------------------------

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() or self.table is None else len(self.table.rows)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or self._columns[index.column()].post is None:
            return Qt.ItemFlag.NoItemFlags
        cell = self.cell(index.row(), index.column())
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if cell is None or (not cell.exists and not cell.persons):
            return plain  # nobody can be put where the post does not exist
        return plain | Qt.ItemFlag.ItemIsEditable

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
            return " · ".join(each.words for each in self._remarks[row])
        if (pending := self.pending(row, column)) is not None:
            return pending
        look = self.look(row, column)
        return look.text if look is not None else ""

    def _spoken(self, row: int, column: int) -> str:
        line, title = self.row(row), self._columns[column].title
        mark = self.mark(row, column)
        parts = (day_month(line.day.date), word(line.day.day_type), title, self.text(row, column))
        return " ".join((*filter(None, parts), *([mark.words] if mark else [])))

    def _tip(self, row: int, column: int) -> str:
        look = self.look(row, column)
        if look is None:
            is_remark = self._columns[column].kind is ColumnKind.REMARK
            return "\n".join(each.words for each in self._remarks[row]) if is_remark else ""
        lines = [f"{each.name} {each.title} {each.phone}".strip() for each in look.cell.persons]
        lines += [f"→ {each.cover.name} {each.cover.title} {each.cover.phone}".strip() for each in look.cell.covers]
        if look.source is not None:
            lines.append(self.source_words(look.source))
        mark = self.mark(row, column)
        if mark is not None:
            lines.append(mark.words)
        if not look.cell.exists:
            lines.append(self.tr("This post does not exist in this shift"))
        return "\n".join(lines)

    def source_words(self, source: AssignmentSource) -> str:
        """How an assignment came to be."""
        return {
            AssignmentSource.HAND: self.tr("Entered by hand"),
            AssignmentSource.PLAN: self.tr("Planned by rotation"),
            AssignmentSource.IMPORT: self.tr("Imported"),
            AssignmentSource.SWAP: self.tr("Swapped"),
        }[source]

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def _cell_of(row: MonthRow, post_id: int) -> MonthCell | None:
    return next((cell for cell in row.cells if cell.post_id == post_id), None)


def _shape(table: MonthTable) -> tuple[object, ...]:
    rows: Mapping[tuple[date, str], None] = {(row.shift.date, row.shift.name): None for row in table.rows}
    return tuple(post.id for post in table.posts), tuple(rows)


def is_leading(column: GridColumn) -> bool:
    """Whether the column is a leader's: the phone stands beside the name."""
    return column.post is not None and column.post.kind is PostKind.LEADER
