"""The words of every import: a problem in one cell, and a workbook as it was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duty_console.exchange.grid import Grid


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong (or worth a look) in one cell: `code` and `values` become a sentence on screen and terminal.

    `row` and `column` count from 1, as the spreadsheet shows them; 0 where the whole sheet is meant.
    """

    sheet: str
    row: int
    column: int
    code: str
    values: Mapping[str, object] = field(default_factory=dict[str, object])

    @property
    def letter(self) -> str:
        """The column as the spreadsheet names it; empty where the whole sheet is meant."""
        return column_letter(self.column)

    @property
    def address(self) -> str:
        """The cell as the spreadsheet names it: C5."""
        return f"{self.letter}{self.row}" if self.row and self.column else ""


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook's visible sheets in order, and the names of those that are hidden and were left out."""

    name: str
    grids: tuple[Grid, ...]
    hidden: tuple[str, ...] = ()


MOST_PROBLEMS = 1_000
"""A file in which more is wrong than this is wrong as a whole."""


def capped(problems: tuple[CellProblem, ...]) -> tuple[CellProblem, ...]:
    """Return the first problems, and one more that says how many there are besides (`problems_more`, `count`)."""
    if len(problems) <= MOST_PROBLEMS:
        return problems
    more = CellProblem(problems[MOST_PROBLEMS].sheet, 0, 0, "problems_more", {"count": len(problems) - MOST_PROBLEMS})
    return (*problems[:MOST_PROBLEMS], more)


def column_letter(number: int) -> str:
    """Return the letters of a column: 1 is A, 27 is AA; empty for 0."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
