"""What an import found, as rows: sheets and their layout, problems by sheet, row and column, what would be stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.roster.file_words import code_words, layout_words
from ui.roster.named_days import span_words
from ui.widgets import Column
from ui.words import day_month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duty_console.exchange.model import CellProblem
    from duty_console.roster.files.model import DraftCell, DraftPerson, SheetFound


@dataclass(frozen=True, slots=True)
class FileLine:
    """A problem (`wrong`) or a warning, with where it stands."""

    problem: CellProblem
    wrong: bool

    @property
    def words(self) -> str:
        """What is wrong."""
        return code_words(self.problem.code, self.problem.values)


def problem_lines(problems: Sequence[CellProblem], warnings: Sequence[CellProblem]) -> list[FileLine]:
    """Problems first, each kind in the order of the file."""
    return [FileLine(each, wrong=True) for each in problems] + [FileLine(each, wrong=False) for each in warnings]


def problem_columns() -> list[Column[FileLine]]:
    """Sheet, row, column, and what is wrong there."""
    translate = QCoreApplication.translate
    return [
        Column(
            "sheet",
            translate("ImportRows", "Sheet"),
            lambda line: line.problem.sheet,
            72,
            icon=lambda line: "circle-alert" if line.wrong else "triangle-alert",
            tone=lambda line: "extreme" if line.wrong else "severe",
            sortable=False,
        ),
        Column(
            "row",
            translate("ImportRows", "Row"),
            lambda line: str(line.problem.row or ""),
            40,
            align="right",
            sortable=False,
        ),
        Column("column", translate("ImportRows", "Col."), lambda line: line.problem.letter, 40, sortable=False),
        Column(
            "what",
            translate("ImportRows", "What is wrong"),
            lambda line: line.words,
            stretch=True,
            tip=lambda line: line.words,
            sortable=False,
        ),
    ]


def cell_columns() -> list[Column[DraftCell]]:
    """Date, post, names."""
    translate = QCoreApplication.translate
    return [
        Column(
            "day", translate("ImportRows", "Date"), lambda cell: day_month(cell.entry.shift_date), 84, sortable=False
        ),
        Column(
            "post",
            translate("ImportRows", "Post"),
            lambda cell: cell.post,
            84,
            tip=lambda cell: cell.entry.slot,
            sortable=False,
        ),
        Column(
            "names",
            translate("ImportRows", "Persons"),
            lambda cell: "、".join(cell.names) or translate("ImportRows", "cleared"),
            stretch=True,
            role="dense_strong",
            tone=lambda cell: "text" if cell.names else "severe",
            sortable=False,
        ),
    ]


def person_columns() -> list[Column[DraftPerson]]:
    """Name, phone, unit."""
    translate = QCoreApplication.translate
    return [
        Column(
            "name",
            translate("ImportRows", "Name"),
            lambda each: each.entry.name,
            76,
            role="dense_strong",
            sortable=False,
        ),
        Column("phone", translate("ImportRows", "Phone"), lambda each: each.entry.phone, 116, sortable=False),
        Column(
            "unit",
            translate("ImportRows", "Unit, title"),
            lambda each: " ".join(filter(None, (each.unit, each.entry.title))),
            stretch=True,
            tip=lambda each: " ".join(filter(None, (each.unit, each.entry.title))),
            sortable=False,
        ),
    ]


def sheet_words(found: SheetFound) -> str:
    """排班表: 每天一行，10月1日–10月31日."""
    words = QCoreApplication.translate("ImportRows", "{sheet}: {layout}")
    said = words.format(sheet=found.sheet, layout=layout_words(found.layout))
    if found.first is not None and found.last is not None:
        said += f"  {span_words(found.first, found.last)}"
    return said


def heads_words(found: SheetFound) -> str:
    """Which head of the file was taken for which post, where the two differ."""
    return "  ".join(f"{said} → {post}" for said, post in found.heads if said != post)
