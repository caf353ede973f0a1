"""A roster's workbook taken in sheet by sheet, each by the layout that it has. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from duty_console.exchange.model import CellProblem
from duty_console.roster.files.across import read_across
from duty_console.roster.files.by_day import read_by_day
from duty_console.roster.files.gathering import Gatherer
from duty_console.roster.files.model import Layout, RosterDraft, SheetFound

if TYPE_CHECKING:
    from datetime import date

    from duty_console.exchange.model import Workbook
    from duty_console.roster.files.gathering import Room

Blanks = list[tuple[tuple["date", str, int], CellProblem]]


class RosterRead(NamedTuple):
    """A draft before it was compared with the roster, and the file's empty cells with the warning each may need."""

    draft: RosterDraft
    blanks: Blanks


def read_roster(workbook: Workbook, room: Room) -> RosterRead:
    """Return what a workbook says of the roster: cells, problems and warnings, in the order of the sheets."""
    gather = Gatherer(room)
    sheets: list[SheetFound] = []
    for grid in workbook.grids:
        titles = (grid.sheet, workbook.name.rsplit(".", 1)[0])
        found = read_across(grid, titles, gather) or read_by_day(grid, titles, gather) if grid.height else None
        sheets.append(found or SheetFound(grid.sheet, Layout.NONE))
    read = [each for each in sheets if each.layout is not Layout.NONE]
    for each in sheets:
        if each.layout is Layout.NONE and read:
            gather.warnings.append(CellProblem(each.sheet, 0, 0, "sheet_ignored"))
    gather.warnings += [CellProblem(name, 0, 0, "sheet_hidden") for name in workbook.hidden]
    cells = gather.cells()
    if not read:
        gather.problems.append(CellProblem(sheets[0].sheet, 0, 0, "roster_not_found"))
    elif not cells and not gather.problems:
        gather.problems.append(CellProblem(read[0].sheet, 0, 0, "roster_empty"))
    order = {each.sheet: number for number, each in enumerate(sheets)}
    draft = RosterDraft(
        workbook.name, tuple(sheets), cells, _sorted(gather.problems, order), _sorted(gather.warnings, order)
    )
    return RosterRead(draft, gather.blanks)


def _sorted(problems: list[CellProblem], order: dict[str, int]) -> tuple[CellProblem, ...]:
    return tuple(sorted(problems, key=lambda each: (order.get(each.sheet, len(order)), each.row, each.column)))
