"""The words of files: what an import would store, before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from duty_console.exchange.model import CellProblem
    from duty_console.people.model import PersonEntry
    from duty_console.roster.model import CalendarDay, CellEntry


class Layout(StrEnum):
    """How a roster is laid out: a row per day, a row per person, or a row per post with the days across."""

    BY_DAY = "by_day"
    BY_PERSON = "by_person"
    BY_POST = "by_post"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SheetFound:
    """What was found on one sheet: its layout, the dates it covers, and which head stands for which posts."""

    sheet: str
    layout: Layout
    first: date | None = None
    last: date | None = None
    heads: tuple[tuple[str, str], ...] = ()
    """Pairs of what the file says and the room's posts it was taken for."""


@dataclass(frozen=True, slots=True)
class DraftCell:
    """One cell of the roster to be, with the names in it and where in the file it stands."""

    entry: CellEntry
    post: str
    names: tuple[str, ...]
    sheet: str
    row: int
    column: int
    changes: bool = True
    """Whether it differs from what the roster says now."""


@dataclass(frozen=True, slots=True)
class RosterDraft:
    """What importing a roster would do. Nothing can be stored while there are `problems`; `warnings` may be passed."""

    file: str
    sheets: tuple[SheetFound, ...]
    cells: tuple[DraftCell, ...]
    problems: tuple[CellProblem, ...] = ()
    warnings: tuple[CellProblem, ...] = ()
    correction_reason: str = ""

    @property
    def entries(self) -> tuple[CellEntry, ...]:
        """The cells as the roster takes them."""
        return tuple(cell.entry for cell in self.cells)

    @property
    def layout(self) -> Layout:
        """The layout of the first sheet that has one."""
        return next((sheet.layout for sheet in self.sheets if sheet.layout is not Layout.NONE), Layout.NONE)

    @property
    def dates(self) -> tuple[date, ...]:
        """The dates it fills, in order."""
        return tuple(sorted({cell.entry.shift_date for cell in self.cells}))

    @property
    def posts(self) -> tuple[str, ...]:
        """The posts it fills."""
        return tuple(dict.fromkeys(cell.post for cell in self.cells))


@dataclass(frozen=True, slots=True)
class DraftPerson:
    """One person to be added, with the unit's name as written and where in the file he stands."""

    entry: PersonEntry
    unit: str
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class PeopleDraft:
    """What importing persons would do; `units` are those that would be made."""

    file: str
    persons: tuple[DraftPerson, ...]
    units: tuple[str, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    warnings: tuple[CellProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeProblem:
    """What is wrong in one item of a holiday notice; `item` is the item's own words, shortened."""

    item: str
    code: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    """What a yearly holiday notice says. `days` are its rest and make-up days; weekends not named stay as they are."""

    year: int
    days: tuple[CalendarDay, ...]
    problems: tuple[NoticeProblem, ...] = ()
